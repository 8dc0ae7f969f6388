#include "mentions/proper_words.h"

#include <string.h>

#include "base/word.h"
#include "knowledge/names.h"
#include "mentions/fixed_terms.h"
#include "mentions/keep.h"
#include "mentions/list.h"
#include "mentions/lookalikes.h"
#include "mentions/scan.h"

enum
{
  MIN_LETTERS = 4,
  LONG_WORD = 6,   /* letters from which two may differ */
  LONGEST_TERM = 5 /* words */
};

static const double NEAR_SOUNDS = 0.74;

/* --- two words ------------------------------------------------------------------------------------------------------ */

/* "Cuba" and "Cuban", "senator" and "senators", "congressman" and "congressmen", "party" and "parties". */
static gboolean
is_inflection (const char *a, gsize length_a, const char *b, gsize length_b)
{
  if (length_a > length_b)
    return is_inflection (b, length_b, a, length_a);
  gsize same = 0;
  while (same < length_a && a[same] == b[same])
    same++;
  if (same == length_a)
    return TRUE;
  if (same + 2 == length_a && length_a == length_b && same > 0 && a[same - 1] == 'm' && a[same + 1] == 'n')
    return TRUE;
  return (same + 1 == length_a && (a[same] == 'y' || a[same] == 'e' || a[same] == 'a' || a[same] == 's'))
         && length_b > length_a;
}

/* Ways of writing one word that are both right: British and American spelling, "adviser" and "advisor". */
static const struct
{
  const char *from;
  const char *to;
  gboolean at_end; /* but for a plural */
} house_ways[] = {
  { "our", "or", FALSE },  { "or", "er", TRUE },    { "re", "er", TRUE },    { "ence", "ense", TRUE }, { "isa", "iza", FALSE },
  { "ise", "ize", FALSE }, { "isi", "izi", FALSE }, { "yse", "yze", FALSE }, { "ogue", "og", TRUE },   { "ae", "e", FALSE },
  { "oe", "e", FALSE },    { "ll", "l", FALSE },    { "mme", "m", TRUE },
};

static void
replace_end (GString *word, const char *from, const char *to)
{
  const gsize plural = word->len > 0 && word->str[word->len - 1] == 's';
  const gsize length = strlen (from);
  if (word->len < length + plural || strncmp (word->str + word->len - plural - length, from, length) != 0)
    return;
  g_string_erase (word, (gssize) (word->len - plural - length), (gssize) length);
  g_string_insert (word, (gssize) (word->len - plural), to);
}

/* The word without the choices of a house. */
static char *
house_free (const char *word)
{
  GString *plain = g_string_new (word);
  for (guint i = 0; i < G_N_ELEMENTS (house_ways); i++)
    if (house_ways[i].at_end)
      replace_end (plain, house_ways[i].from, house_ways[i].to);
    else
      g_string_replace (plain, house_ways[i].from, house_ways[i].to, 0);
  return g_string_free (plain, FALSE);
}

static gboolean
is_house_style (const char *a, const char *b)
{
  g_autofree char *left = house_free (a);
  g_autofree char *right = house_free (b);
  return strcmp (left, right) == 0;
}

gboolean
bl_word_may_be_garbled (const BlKnowledge *kb, const char *odd, const char *right)
{
  const gsize length_odd = strlen (odd), length_right = strlen (right);
  if (odd[0] != right[0] || length_odd < MIN_LETTERS || length_right < MIN_LETTERS || length_odd > length_right + 2
      || length_right > length_odd + 2 || is_inflection (odd, length_odd, right, length_right))
    return FALSE;
  const guint distance = bl_word_distance (odd, right);
  const guint allowed = MIN (length_odd, length_right) >= LONG_WORD ? 2 : 1;
  const gboolean near = distance > 0 && (distance <= allowed || bl_name_token_similarity (kb, odd, right) >= NEAR_SOUNDS);
  return near && !is_house_style (odd, right);
}

/* --- the words of an article ------------------------------------------------------------------------------------------ */

static gboolean
is_proper (const BlToken *token)
{
  return (token->shape & BL_TOKEN_UPPER) != 0 && (token->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL | BL_TOKEN_DIGITS)) == 0
         && !bl_token_is (token, BL_LEX_FUNCTION);
}

static gboolean
is_known (const BlScan *scan, const BlToken *token)
{
  return (token->marks & BL_MARK_LISTED) != 0 || (token->word != NULL && (token->word->begins | token->word->alone) != 0)
         || bl_name_is_known_token (scan->kb, token->folded);
}

static gboolean
is_odd (const BlScan *scan, const BlToken *token)
{
  if ((token->shape & (BL_TOKEN_ALL_UPPER | BL_TOKEN_INITIAL)) != 0 || token->gap == BL_GAP_HYPHEN
      || strlen (token->folded) < MIN_LETTERS || bl_scan_writes_small (scan, token))
    return FALSE;
  for (const char *at = token->folded; *at != '\0'; at++)
    if (!g_ascii_islower (*at))
      return FALSE;
  return !is_known (scan, token);
}

/* Tokens of a sentence as fixed_terms.c asks for them. */
static BlDamagedTerm *
find_damaged (const BlScan *scan, guint sentence, guint at)
{
  const guint begin = bl_scan_first (scan, sentence), end = bl_scan_end (scan, sentence);
  const char *words[LONGEST_TERM];
  for (guint n = LONGEST_TERM; n >= 2; n--)
    for (guint open = 0; open < n; open++)
      {
        if (at < begin + open || at - open + n > end)
          continue;
        const guint first = at - open;
        gboolean together = TRUE;
        for (guint i = 0; i < n; i++)
          {
            words[i] = bl_scan_token (scan, first + i)->folded;
            together = together && (i == 0 || bl_token_joins (bl_scan_token (scan, first + i)));
          }
        const BlFixedTerm *term = together ? bl_fixed_terms_find (scan->finder->fixed_terms, words, n, open) : NULL;
        if (term == NULL)
          continue;
        BlDamagedTerm *found = bl_arena_new0 (scan->arena, BlDamagedTerm);
        *found = (BlDamagedTerm){ .start = bl_scan_token (scan, first)->start,
                                  .end = bl_scan_token (scan, first + n - 1)->end,
                                  .term = term->term,
                                  .note = "has this word",
                                  .reference = term->reference,
                                  .origin = term->list,
                                  .word = words[open] };
        return found;
      }
  return NULL;
}

/* "Presytent Obama", "former Mexican Prezitent Vicente Fox": a title nobody knows, before somebody. */
static BlDamagedTerm *
find_damaged_role (const BlScan *scan, guint sentence, guint at)
{
  if (at + 1 >= bl_scan_end (scan, sentence))
    return NULL;
  const BlToken *token = bl_scan_token (scan, at), *next = bl_scan_token (scan, at + 1);
  if ((token->shape & BL_TOKEN_POSSESSIVE) != 0 || !bl_token_follows (next) || !is_proper (next)
      || (next->mention != BL_NO_MENTION ? bl_scan_draft (scan, next->mention)->mention.type != BL_MENTION_PERSON
                                         : !bl_name_is_known_token (scan->kb, next->folded)))
    return NULL;
  const char *role = bl_fixed_terms_find_role (scan->finder->fixed_terms, token->folded);
  if (role == NULL)
    return NULL;
  BlDamagedTerm *found = bl_arena_new0 (scan->arena, BlDamagedTerm);
  char *written = bl_arena_strndup (scan->arena, role, strlen (role));
  written[0] = g_ascii_toupper (written[0]);
  *found = (BlDamagedTerm){ .start = token->start,
                            .end = token->end,
                            .term = written,
                            .word = token->folded,
                            .note = "a title, before a name",
                            .origin = "roles of the base" };
  return found;
}

/* "Рutin" with a Cyrillic letter: readers see one word, searches another. */
static BlDamagedTerm *
find_lookalike (const BlScan *scan, const BlToken *token)
{
  if ((token->shape & BL_TOKEN_LETTERS_OPENED) == 0)
    return NULL;
  const char *alphabet;
  g_autofree char *latin = bl_lookalikes_to_latin (scan->text + token->start, token->end - token->start, &alphabet);
  if (latin == NULL)
    return NULL;
  BlDamagedTerm *found = bl_arena_new0 (scan->arena, BlDamagedTerm);
  *found = (BlDamagedTerm){ .start = token->start,
                            .end = token->end,
                            .term = bl_arena_intern (scan->arena, latin),
                            .word = token->folded,
                            .note = "letters of two alphabets in one word",
                            .origin = "Unicode UTS 39, confusables",
                            .alphabet = alphabet };
  return found;
}

static gboolean
in_person (const BlScan *scan, const BlToken *token)
{
  return token->mention != BL_NO_MENTION && bl_scan_draft (scan, token->mention)->mention.type == BL_MENTION_PERSON;
}

static gboolean
has_neighbour (const BlScan *scan, guint at, guint begin, guint end)
{
  const BlToken *token = bl_scan_token (scan, at);
  if (at > begin && bl_token_follows (token) && is_proper (bl_scan_token (scan, at - 1))
      && (bl_scan_token (scan, at - 1)->shape & BL_TOKEN_POSSESSIVE) == 0)
    return TRUE;
  return at + 1 < end && bl_token_follows (bl_scan_token (scan, at + 1)) && is_proper (bl_scan_token (scan, at + 1))
         && (token->shape & BL_TOKEN_POSSESSIVE) == 0;
}

static void
add_word (const BlScan *scan, guint sentence, guint at, guint last, GArray *words)
{
  const BlToken *token = bl_scan_token (scan, at);
  guint flags = is_odd (scan, token) ? BL_PROPER_ODD : 0;
  if (flags == 0 && is_known (scan, token))
    flags |= BL_PROPER_KNOWN;
  if (last + 1 == at && words->len > 0 && bl_token_follows (token)
      && (bl_scan_token (scan, last)->shape & BL_TOKEN_POSSESSIVE) == 0)
    flags |= BL_PROPER_FOLLOWS;
  if (in_person (scan, token))
    flags |= BL_PROPER_PERSON;
  if (scan->title_case[sentence] != 0)
    flags |= BL_PROPER_HEADLINE;
  const BlProperWord word = { .word = token->folded,
                              .start = token->start,
                              .length = (guint16) MIN (token->end - token->start, G_MAXUINT16),
                              .flags = (guint16) flags };
  g_array_append_val (words, word);
}

static void
list_sentence (const BlScan *scan, guint sentence, GArray *words, GPtrArray *damaged)
{
  const guint begin = bl_scan_first (scan, sentence), end = bl_scan_end (scan, sentence);
  guint last = G_MAXUINT - 1; /* token of the entry before */
  for (guint at = begin; at < end; at++)
    {
      const BlToken *token = bl_scan_token (scan, at);
      BlDamagedTerm *lookalike = find_lookalike (scan, token);
      if (lookalike != NULL)
        g_ptr_array_add (damaged, lookalike);
      if (!is_proper (token))
        continue;
      const gboolean odd = is_odd (scan, token);
      if (!odd && !has_neighbour (scan, at, begin, end))
        continue;
      add_word (scan, sentence, at, last, words);
      last = at;
      BlDamagedTerm *term = odd ? find_damaged (scan, sentence, at) : NULL;
      if (odd && term == NULL)
        term = find_damaged_role (scan, sentence, at);
      if (term != NULL)
        g_ptr_array_add (damaged, term);
    }
}

void
bl_list_proper_words (const BlScan *scan, BlMentions *mentions)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BlProperWord));
  mentions->damaged = g_ptr_array_new ();
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    list_sentence (scan, sentence, words, mentions->damaged);
  mentions->n_proper = words->len;
  mentions->proper = g_memdup2 (words->data, words->len * sizeof (BlProperWord));
  for (guint i = 0; i < mentions->n_proper; i++)
    bl_proper_word_keep (mentions->arena, &mentions->proper[i]);
  for (guint i = 0; i < mentions->damaged->len; i++)
    mentions->damaged->pdata[i] = bl_damaged_term_keep (mentions->arena, mentions->damaged->pdata[i]);
}
