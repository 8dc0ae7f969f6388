/* Name spans: which capitalised words together may be a person's name. Who it is comes later (persons.c).
 *
 * A run is one to five capitalised words with particles ("van", "de la"), initials, hyphens and "Jr." among them. Words that
 * another pass claimed end it; so do function words, bodies ("Ministry", "Street": then the whole run is no person) and, at the
 * start of a sentence, plain words. */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/persons.h"

enum
{
  MAX_NAME_WORDS = 6
};

/* --- persons named in full ---------------------------------------------------------------------------------------- */

/* "tokens joined by spaces", or NULL when it does not fit. */
const char *
bl_name_key (const BlScan *scan, guint first, guint end, char *buffer, gsize size)
{
  gsize used = 0;
  for (guint i = first; i < end; i++)
    {
      const char *word = bl_scan_token (scan, i)->folded;
      gsize length = strlen (word);
      if (used + length + 2 > size)
        return NULL;
      if (used > 0)
        buffer[used++] = ' ';
      memcpy (buffer + used, word, length);
      used += length;
    }
  buffer[used] = '\0';
  return buffer;
}

static gboolean
is_capitalised (const BlToken *token)
{
  return (token->shape & BL_TOKEN_UPPER) != 0 && (token->shape & BL_TOKEN_NUMBER) == 0;
}

/* The second half of a given name: "Lee Jae-myung", not "Kremlin-backed". */
static gboolean
is_hyphenated_half (const BlToken *token)
{
  return token->gap == BL_GAP_HYPHEN && !is_capitalised (token) && (token->shape & BL_TOKEN_NUMBER) == 0 && token->word == NULL
         && strlen (token->folded) <= 6 && !g_str_has_suffix (token->folded, "ed");
}

static gboolean
is_inner (const BlToken *token)
{
  return is_capitalised (token) || bl_token_is (token, BL_LEX_PARTICLE) || bl_token_is (token, BL_LEX_SUFFIX)
         || token->gap == BL_GAP_HYPHEN;
}

/* What follows may show that the name goes on, or that it names something else: "Gerald Ford Foundation", "George Bush Jr." */
static gboolean
is_cut_short (const BlScan *scan, guint sentence, guint end)
{
  if (end >= bl_scan_end (scan, sentence) || (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  const BlToken *next = bl_scan_token (scan, end);
  if (!bl_token_joins (next) || !is_capitalised (next))
    return FALSE;
  if (bl_token_is (next, BL_LEX_SUFFIX) || bl_token_is (next, BL_LEX_BODY))
    return TRUE;
  if (scan->title_case[sentence] != 0)
    return FALSE;
  if (next->gap == BL_GAP_HYPHEN)
    return !bl_word_begins (next->word, BL_LEX_PERSON);
  return next->mention == BL_NO_MENTION && !bl_token_is (next, BL_LEX_FUNCTION) && !bl_token_is (next, BL_LEX_COMMON)
         && !bl_token_is (next, BL_LEX_SPEECH) && !bl_word_begins (next->word, BL_LEX_ROLE)
         && !bl_word_begins (next->word, BL_LEX_SURFACE) && (next->shape & BL_TOKEN_ALL_UPPER) == 0
         && bl_name_is_known_token (scan->kb, next->folded);
}

static guint
find_known_at (BlScan *scan, guint sentence, guint at)
{
  guint end = at + 1;
  guint last = bl_scan_end (scan, sentence);
  while (end < last && end - at < MAX_NAME_WORDS && bl_token_joins (bl_scan_token (scan, end))
         && (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) == 0 && is_inner (bl_scan_token (scan, end)))
    end++;
  char key[128];
  for (; end > at + 1; end--)
    {
      const BlToken *last_word = bl_scan_token (scan, end - 1);
      if ((!is_capitalised (last_word) && last_word->gap != BL_GAP_HYPHEN)
          || bl_name_key (scan, at, end, key, sizeof key) == NULL)
        continue;
      const GPtrArray *persons = bl_knowledge_persons_named (scan->kb, key);
      if (persons == NULL || is_cut_short (scan, sentence, end))
        continue;
      bl_add_name (scan, sentence, at, end)->name->known = persons;
      return end;
    }
  return at + 1;
}

void
bl_find_known_names (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    for (guint at = bl_scan_first (scan, sentence); at < bl_scan_end (scan, sentence);)
      {
        const BlToken *token = bl_scan_token (scan, at);
        if (is_capitalised (token) && bl_word_begins (token->word, BL_LEX_PERSON))
          at = find_known_at (scan, sentence, at);
        else
          at++;
      }
}

/* --- other runs --------------------------------------------------------------------------------------------------- */

BlDraft *
bl_add_name (BlScan *scan, guint sentence, guint first, guint end)
{
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_PERSON, sentence, first, end);
  draft->name = bl_arena_new0 (scan->arena, BlNameDraft);
  BlPersonMention *person = &draft->mention.person;
  person->surface = bl_scan_surface (scan, first, end);
  person->antecedent = G_MAXUINT;
  person->possessive = (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0;
  draft->name->key = bl_name_fold (scan, first, end);
  draft->in_quote = bl_document_quote_at (scan->document, draft->mention.span.start) != NULL;
  return draft;
}

const char *
bl_name_fold (const BlScan *scan, guint first, guint end)
{
  char buffer[256];
  const char *key = bl_name_key (scan, first, end, buffer, sizeof buffer);
  return key == NULL ? "" : bl_arena_strndup (scan->arena, key, strlen (key));
}

static gboolean
can_name (const BlScan *scan, guint sentence, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  if (!is_capitalised (token) || token->mention != BL_NO_MENTION || token->title != BL_NO_MENTION)
    return FALSE;
  if (bl_token_is (token, BL_LEX_FUNCTION) || bl_token_is (token, BL_LEX_HONORIFIC) || bl_token_is (token, BL_LEX_NO_PERSON)
      || (token->shape & BL_TOKEN_DIGITS) != 0)
    return (token->shape & BL_TOKEN_INITIAL) != 0 && (token->shape & BL_TOKEN_DOTTED) != 0;
  if (bl_token_is (token, BL_LEX_SUFFIX))
    return FALSE;
  if ((token->shape & BL_TOKEN_ALL_UPPER) != 0 && (token->shape & BL_TOKEN_INITIAL) == 0)
    return scan->title_case[sentence] == 2;
  return TRUE;
}

/* Behind a particle or a suffix the name must go on, or end. */
static guint
extend_run (const BlScan *scan, guint sentence, guint at)
{
  guint end = at + 1;
  guint last = bl_scan_end (scan, sentence);
  while (end < last && end - at < MAX_NAME_WORDS)
    {
      const BlToken *token = bl_scan_token (scan, end);
      if ((bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
        break;
      if (bl_token_is (token, BL_LEX_SUFFIX) && is_capitalised (token)
          && (bl_token_follows (token) || token->gap == (BL_GAP_COMMA | BL_GAP_SPACE)))
        return end + 1;
      if (!bl_token_joins (token))
        break;
      if (end - at >= 2 && is_hyphenated_half (token))
        {
          end++;
          continue;
        }
      guint next = end;
      while (next < last && next - end < 3 && bl_token_is (bl_scan_token (scan, next), BL_LEX_PARTICLE)
             && !is_capitalised (bl_scan_token (scan, next)) && bl_token_joins (bl_scan_token (scan, next)))
        next++;
      if (next >= last || !bl_token_joins (bl_scan_token (scan, next)) || !can_name (scan, sentence, next))
        break;
      end = next + 1;
    }
  return end;
}

static gboolean
starts_clause (const BlToken *token)
{
  return (token->gap & (BL_GAP_EDGE | BL_GAP_QUOTE | BL_GAP_COLON | BL_GAP_STOP | BL_GAP_OPEN | BL_GAP_OTHER)) != 0;
}

static gboolean
is_known_name_word (const BlScan *scan, const BlToken *token)
{
  return bl_name_is_known_token (scan->kb, token->folded);
}

/* "But Merkel", "Yesterday Putin": the plain word at the start is none of the name. */
static gboolean
drops_first (const BlScan *scan, guint sentence, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  if (bl_token_is (token, BL_LEX_BODY) || bl_word_begins (token->word, BL_LEX_ROLE)
      || bl_tokens_phrase (&scan->tokens, at, bl_scan_end (scan, sentence), BL_LEX_RANK) != NULL)
    return TRUE;
  if ((token->shape & BL_TOKEN_INITIAL) != 0)
    return FALSE;
  gboolean plain = bl_token_is (token, BL_LEX_COMMON) || bl_token_is (token, BL_LEX_SPEECH)
                   || (bl_scan_writes_small (scan, token) && !is_known_name_word (scan, token));
  return plain && (starts_clause (token) || scan->title_case[sentence] != 0);
}

/* Words that make the whole run the name of something else. */
static gboolean
names_a_body (const BlScan *scan, guint sentence, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (bl_token_is (bl_scan_token (scan, i), BL_LEX_BODY))
      return TRUE;
  if (end < bl_scan_end (scan, sentence) && (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_POSSESSIVE) == 0)
    {
      const BlToken *next = bl_scan_token (scan, end);
      if (bl_token_joins (next) && is_capitalised (next) && bl_token_is (next, BL_LEX_BODY))
        return TRUE;
    }
  if (first == bl_scan_first (scan, sentence) || !bl_token_joins (bl_scan_token (scan, first)))
    return FALSE;
  const BlToken *before = bl_scan_token (scan, first - 1);
  return is_capitalised (before) && (bl_token_is (before, BL_LEX_BODY) || bl_token_is (before, BL_LEX_NO_PERSON))
         && (before->shape & BL_TOKEN_POSSESSIVE) == 0 && !starts_clause (before)
         && before->title == BL_NO_MENTION; /* "Secretary of State for Defence Ann Lee" */
}

/* "Chief Health Officer": ordinary words in capitals. One alone may be a surname ("Rice"). */
static gboolean
all_common (const BlScan *scan, guint first, guint end)
{
  for (guint at = first; at < end; at++)
    if (!bl_token_is (bl_scan_token (scan, at), BL_LEX_COMMON))
      return FALSE;
  return end - first > 1;
}

/* Notes for each word of a run which word stands before it; persons.c asks. */
static void
note_leaders (const BlScan *scan, guint first, guint end)
{
  for (guint at = first + 1; at < end; at++)
    {
      const BlToken *before = bl_scan_token (scan, at - 1);
      if (bl_token_follows (bl_scan_token (scan, at)) && (before->shape & BL_TOKEN_INITIAL) == 0
          && !bl_token_is (before, BL_LEX_COMMON) && !bl_token_is (before, BL_LEX_SPEECH)
          && !bl_token_is (before, BL_LEX_PARTICLE) && !bl_word_begins (before->word, BL_LEX_ROLE)
          && !bl_word_begins (before->word, BL_LEX_RANK) && !bl_scan_writes_small (scan, before))
        g_hash_table_insert (scan->led, (gpointer) bl_scan_token (scan, at)->folded, (gpointer) before->folded);
    }
}

static gboolean
can_be_known (const BlScan *scan, guint sentence, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  return can_name (scan, sentence, at) && !bl_token_is (token, BL_LEX_COMMON) && !bl_token_is (token, BL_LEX_SPEECH);
}

/* Where every word has a capital only known names count: each stretch of words that are parts of names. Behind a given name one
 * unknown word may stand: the article's body will tell whether they are somebody. */
static void
add_known_words (BlScan *scan, guint sentence, guint at, guint end)
{
  while (at < end)
    {
      guint first = at;
      while (at < end && (at == first || bl_token_joins (bl_scan_token (scan, at))) && can_be_known (scan, sentence, at)
             && is_known_name_word (scan, bl_scan_token (scan, at)))
        at++;
      if (at == first + 1 && at < end && bl_token_follows (bl_scan_token (scan, at)) && can_be_known (scan, sentence, at)
          && bl_knowledge_persons_by_family (scan->kb, bl_scan_token (scan, first)->folded) == NULL)
        at++;
      gboolean whole = first == at || bl_scan_token (scan, first)->gap != BL_GAP_HYPHEN;
      if (at > first && whole)
        bl_add_name (scan, sentence, first, at);
      else if (at == first)
        at++;
    }
}

static guint
find_run (BlScan *scan, guint sentence, guint at)
{
  guint end = extend_run (scan, sentence, at);
  note_leaders (scan, at, end);
  guint first = at;
  while (first < end && drops_first (scan, sentence, first))
    {
      if (bl_token_is (bl_scan_token (scan, first), BL_LEX_BODY))
        return end;
      first++;
    }
  while (first < end
         && (bl_token_is (bl_scan_token (scan, first), BL_LEX_PARTICLE) && !is_capitalised (bl_scan_token (scan, first))))
    first++;
  if (first >= end || names_a_body (scan, sentence, first, end))
    return end;
  if (scan->title_case[sentence] != 0)
    {
      add_known_words (scan, sentence, first, end);
      return end;
    }
  if (all_common (scan, first, end))
    return end;
  const BlToken *token = bl_scan_token (scan, first);
  gboolean letter = (token->shape & BL_TOKEN_INITIAL) != 0;
  if (letter && (end - first == 1 || bl_scan_token (scan, first + 1)->gap == BL_GAP_HYPHEN))
    return end; /* "R-Ohio" */
  bl_add_name (scan, sentence, first, end);
  return end;
}

void
bl_find_names (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    for (guint at = bl_scan_first (scan, sentence); at < bl_scan_end (scan, sentence);)
      if (can_name (scan, sentence, at))
        at = find_run (scan, sentence, at);
      else
        at++;
}
