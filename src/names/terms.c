/* term/garbled and name/inconsistent: a capitalised word nobody knows, in a place where others write a word like it.
 *
 * The odd word stands in one origin only and nothing knows it: no lexicon, no name of the base, no other article. The other word has
 * the same neighbour, in the article itself or in articles that share three more pairs of words with it. What decides then:
 *
 *   who writes the other word                           of a person              of anything else
 *   two other origins, or the article itself elsewhere  name/inconsistent        term/garbled; when nothing knows the other
 *                                                                                word either, name/inconsistent
 *   one other origin                                    name/inconsistent        name/inconsistent
 *   the same, and the two sound alike ("Cathi, Cathy")  name/inconsistent, note  name/inconsistent
 *   the base: a name or title has just this word otherwise                       term/garbled
 *   letters of another alphabet that look like Latin ones                        term/garbled, whoever else writes so
 *
 * Two accepted transliterations of a foreign person sound alike, and two outlets may each have their own: hence the note. When as many
 * origins write a second other word, nothing is said; nor when more articles write the odd word than the other. */
#include "names/names.h"

#include "base/lists.h"
#include "judge/saying.h"
#include "names/neighbours.h"

#include "base/word.h"
#include "text/text.h"

#include <string.h>

enum
{
  COMMON_PAIRS = 2 /* of neighbouring words, that articles on one event share at least */
};

typedef struct
{
  BlCompareState *state;
  const BlNeighbours *neighbours;
  GHashTable *
      given; /* folded given name → 1 when all of the base who bear it are written in Latin letters at home; made when first asked for */
  GHashTable *pairs; /* "odd other": what was told */
  GHashTable *told;  /* article → claims that something was told of, by this check or another */
} Check;

/* --- telling --------------------------------------------------------------------------------------------------------- */

static BlClaim *
claim_of (const Check *check, const BlArticle *article, BlSpan span, const char *folded)
{
  BlClaim *claim = bl_compare_claim_at (check->state, article, span, "is-written", "compare/terms");
  claim->value
      = (BlValue){ .kind = BL_VALUE_TEXT, .text = bl_arena_intern (check->state->arena, folded), .surface = claim->at.text };
  return claim;
}

static void
remember_told (const Check *check, const BlComparison *comparison)
{
  bl_lists_add (check->told, comparison->claim->at.article, comparison->claim);
}

/* Something was told of its place, or of a part of it, already. */
static gboolean
is_told (const Check *check, const BlClaim *claim)
{
  const gsize start = claim->at.location.offset, end = start + strlen (claim->at.text);
  const GPtrArray *told = g_hash_table_lookup (check->told, claim->at.article);
  for (guint i = 0; told != NULL && i < told->len; i++)
    {
      const BlPlace *other = &((const BlClaim *) told->pdata[i])->at;
      if (other->location.offset < end && start < other->location.offset + strlen (other->text))
        return TRUE;
    }
  return FALSE;
}

static void
add (const Check *check, BlComparison *comparison)
{
  remember_told (check, comparison);
  bl_compare_add (check->state, comparison);
}

static BlSpan
span_of (const BlProperWord *words, guint n, guint at)
{
  guint first = at, last = at;
  if ((words[at].flags & BL_PROPER_FOLLOWS) != 0)
    first--;
  if (at + 1 < n && (words[at + 1].flags & BL_PROPER_FOLLOWS) != 0)
    last++;
  return bl_span (words[first].start, words[last].start + words[last].length);
}

/* The pair of words on the side that agrees. */
static BlSpan
pair_at (const BlProperWord *words, guint at, int side)
{
  const BlProperWord *first = &words[side < 0 ? at - 1 : at], *last = &words[side < 0 ? at : at + 1];
  return bl_span (first->start, last->start + last->length);
}

typedef enum
{
  NOTHING,
  VARIANT,      /* may both be right */
  INCONSISTENT, /* one of two is wrong */
  GARBLED,      /* this one is */
} Verdict;

static void
tell (const Check *check, const BlOddWord *odd, const BlRival *rival, Verdict verdict)
{
  const BlClaim *claim = claim_of (check, odd->article, span_of (odd->words, odd->n_words, odd->at), odd->words[odd->at].word);
  if (is_told (check, claim))
    return;
  const BlClaim *other = claim_of (check, rival->article, pair_at (rival->words, rival->at, rival->side), rival->word);
  const BlEvidence witness = bl_evidence_claim (BL_ROLE_DIFFERS, other);
  BlComparison *comparison
      = bl_comparison_new (verdict == GARBLED ? "term/garbled" : "name/inconsistent",
                           verdict == VARIANT ? BL_RELATION_VARIANT : BL_RELATION_DIFFERS, claim, &witness);
  comparison->of_many = rival->n_origins > 0;
  comparison->confidence = MIN (0.6 + 0.1 * rival->n_origins + (rival->known ? 0.1 : 0), 0.92);
  bl_comparison_say (comparison, "spelled", "%s", claim->at.text);
  bl_comparison_say (comparison, verdict == GARBLED ? "term" : "other", "%s", other->at.text);
  if (rival->n_origins > 0)
    bl_comparison_say (comparison, "where", "in %u other origin%s", rival->n_origins, rival->n_origins == 1 ? "" : "s");
  else
    bl_comparison_say (comparison, "where", "elsewhere in this article");
  add (check, comparison);
}

/* --- deciding -------------------------------------------------------------------------------------------------------- */

static gboolean
sounds_alike (const char *a, const char *b)
{
  g_autofree char *left = bl_name_class (a);
  g_autofree char *right = bl_name_class (b);
  return strcmp (left, right) == 0;
}

/* Given names of the base: value 1 when all who bear it are written in Latin letters at home, else 2. */
static GHashTable *
gather_given_names (const BlKnowledge *kb)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *persons = bl_knowledge_persons (kb);
  for (guint i = 0; i < persons->len; i++)
    {
      const BlPerson *person = persons->pdata[i];
      char *given = bl_fold_letters (person->name, -1);
      given[strcspn (given, " ")] = '\0';
      const guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (names, given)) | (person->native == NULL ? 1u : 2u);
      g_hash_table_replace (names, given, GUINT_TO_POINTER (kind));
    }
  return names;
}

/* "Dan Cathi" is spelled in one way, whoever writes of him; "Sergei Malenkow" may be spelled in two. */
static gboolean
has_one_spelling (Check *check, const BlOddWord *odd)
{
  const BlProperWord *before = NULL;
  for (guint at = odd->at; before == NULL && at < odd->n_words; at++)
    if (odd->words[at].word == odd->words[odd->at].word && (odd->words[at].flags & BL_PROPER_FOLLOWS) != 0)
      before = &odd->words[at - 1];
  if (check->given == NULL)
    check->given = gather_given_names (check->state->input->kb);
  return before != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (check->given, before->word)) == 1;
}

/* "Malcom Tucker" and "Malcolm Tucker" are one man, "Charlene Tucker" and "Charlie Tucker" are two people of a family: most of all
 * where one article has both. */
static gboolean
may_be_relatives (const BlOddWord *odd, const BlRival *rival)
{
  const char *word = odd->words[odd->at].word;
  return rival->side > 0
         && (rival->same_article || (bl_word_distance (word, rival->word) > 1 && !sounds_alike (word, rival->word)));
}

static gboolean
is_context (const Check *check, const BlOddWord *odd, const BlRival *rival)
{
  return rival->article == odd->article
         || bl_neighbours_common (check->neighbours, odd->article, rival->article) >= COMMON_PAIRS;
}

static Verdict
judge (Check *check, const BlOddWord *odd, const BlRival *rival)
{
  const BlProperWord *word = &odd->words[odd->at];
  const gboolean person = rival->person || (word->flags & BL_PROPER_PERSON) != 0;
  if (!is_context (check, odd, rival) || (person && may_be_relatives (odd, rival)))
    return NOTHING;
  if (person && sounds_alike (word->word, rival->word) && !has_one_spelling (check, odd))
    return VARIANT;
  if (rival->n_origins >= 2 || rival->same_article)
    return person || !rival->known ? INCONSISTENT : GARBLED;
  return INCONSISTENT;
}

/* Of two equally odd words the later article is asked; of a word that more articles write than the other, none. */
static gboolean
is_the_usual (const Check *check, const BlOddWord *odd, const BlRival *rival)
{
  if (rival->n_origins > 1 || rival->same_article)
    return FALSE;
  const guint own = bl_neighbours_n_articles (check->neighbours, odd->words[odd->at].word);
  return own > rival->n_articles || (own == rival->n_articles && rival->odd && odd->article->index < rival->article->index);
}

static void
check_word (Check *check, const BlOddWord *odd)
{
  const BlProperWord *word = &odd->words[odd->at];
  if (bl_neighbours_n_origins (check->neighbours, word->word) > 1)
    return;
  g_autoptr (GArray) rivals = g_array_new (FALSE, FALSE, sizeof (BlRival));
  bl_neighbours_rivals (check->neighbours, odd, rivals);
  if (rivals->len == 0)
    return;
  const BlRival *best = &g_array_index (rivals, BlRival, 0);
  if (rivals->len > 1 && g_array_index (rivals, BlRival, 1).n_origins == best->n_origins)
    return;
  if (is_the_usual (check, odd, best))
    return;
  const Verdict verdict = judge (check, odd, best);
  if (verdict == NOTHING)
    return;
  g_autofree char *turned = g_strconcat (best->word, " ", word->word, NULL);
  if ((best->odd && g_hash_table_contains (check->pairs, turned))
      || !g_hash_table_add (check->pairs, g_strconcat (word->word, " ", best->word, NULL)))
    return; /* the articles that write the odd word are one origin */
  tell (check, odd, best, verdict);
}

static void
check_damaged (const Check *check, const BlArticle *article, const BlDamagedTerm *term)
{
  if (term->alphabet == NULL && bl_neighbours_n_origins (check->neighbours, term->word) > 1)
    return;
  const BlClaim *claim = claim_of (check, article, bl_span (term->start, term->end), term->word);
  if (is_told (check, claim))
    return;
  g_autofree char *origin = NULL;
  BlEvidence known = { .role = BL_ROLE_KNOWLEDGE, .text = term->term, .note = term->note, .origin = term->origin };
  if (term->reference != NULL)
    known = bl_evidence_knowledge (term->term, term->note, term->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("term/garbled", BL_RELATION_DIFFERS, claim, &known);
  comparison->confidence = 0.85;
  comparison->replace = g_strdup (term->term);
  bl_comparison_say (comparison, "spelled", "%s", claim->at.text);
  bl_comparison_say (comparison, "term", "%s", term->term);
  if (term->alphabet != NULL)
    bl_comparison_say (comparison, "alphabet", "%s", term->alphabet);
  add (check, comparison);
}

void
bl_check_terms (BlCompareState *state)
{
  g_autoptr (BlNeighbours) neighbours = bl_neighbours_new (state->input);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = bl_lists_new (NULL, NULL);
  Check check = { .state = state, .neighbours = neighbours, .pairs = pairs, .told = told };
  for (guint i = 0; i < state->found->len; i++)
    remember_told (&check, state->found->pdata[i]);
  for (guint i = 0; i < state->input->article_claims->len; i++)
    {
      const BlArticleClaims *claims = state->input->article_claims->pdata[i];
      const GPtrArray *damaged = bl_mentions_damaged_terms (bl_article_claims_mentions (claims));
      for (guint k = 0; k < damaged->len; k++)
        check_damaged (&check, bl_article_claims_article (claims), damaged->pdata[k]);
    }
  const GArray *odd = bl_neighbours_odd_words (neighbours);
  for (guint i = 0; i < odd->len; i++)
    check_word (&check, &g_array_index (odd, BlOddWord, i));
  g_clear_pointer (&check.given, g_hash_table_unref);
}
