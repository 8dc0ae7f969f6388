/* claim/contradiction by one word: two sentences that say the same thing in the same words, but for a word that excludes the other's
 * ("a white van", "a blue van"; "in Lyon", "in Lille"; "acquitted of murder", "of manslaughter").
 *
 * The sentences are laid side by side (altered.h). Where both have something else between things they share, the two are held against
 * each other: words by their kind (text/word_kinds.h), persons, states, organisations and places by who they are. What else the two
 * differ in must be little, else they are two statements. */
#include "sentences/sentences.h"

#include "sentences/altered.h"

#include "sentences/inside.h"

#include <string.h>

/* Things that both say, at least; and of a text that sums up another. */
#define MIN_EQUAL 4
#define MIN_EQUAL_SUMMARY 3

/* Terms and their weight that two sentences share, at least, when neither sums up the other. */
#define MIN_SHARED 4
#define MIN_SHARED_HEAD 3
#define MIN_OVERLAP 0.45

/* Of the things near a word that its full text does not have, so many are the same. */
#define MIN_NEAR_UNSAID 2
#define MIN_NEAR_ENTITY 3

/* --- where they stand -------------------------------------------------------------------------------------------------- */

/* The tokens before (or behind) two tokens are the same up to the first that says something, which both have. */
static gboolean
beside_the_same (const BlAlteredPair *check, const BlToken *a, const BlToken *b, int step)
{
  const GArray *list_a = check->a->tokens, *list_b = check->b->tokens;
  guint i = (guint) (a - (const BlToken *) (gpointer) list_a->data),
        k = (guint) (b - (const BlToken *) (gpointer) list_b->data);
  for (;;)
    {
      i += (guint) step;
      k += (guint) step;
      if (i >= list_a->len
          || k >= list_b->len) /* also before the first, as it wraps; that both begin or end there says little */
        return FALSE;
      const BlToken *x = &g_array_index (list_a, BlToken, i), *y = &g_array_index (list_b, BlToken, k);
      if (strcmp (x->stem, y->stem) != 0)
        return FALSE;
      if (x->kind != BL_TOKEN_FUNCTION)
        return TRUE;
    }
}

/* What says something within BL_ALTERED_NEAR of them of each token, and is the same for both. */
static guint
count_near (const BlAlteredPair *check, guint a, guint b)
{
  const GArray *list_a = check->alignment->content_a, *list_b = check->alignment->content_b;
  guint n = 0;
  for (guint i = a > BL_ALTERED_NEAR ? a - BL_ALTERED_NEAR : 0; i < MIN (a + BL_ALTERED_NEAR + 1, list_a->len); i++)
    for (guint k = b > BL_ALTERED_NEAR ? b - BL_ALTERED_NEAR : 0; i != a && k < MIN (b + BL_ALTERED_NEAR + 1, list_b->len); k++)
      if (k != b
          && bl_tokens_are_equal (bl_token_at (check->a, list_a, i), bl_token_at (check->b, list_b, k),
                                  check->state->input->kinds))
        {
          n++;
          break;
        }
  return n;
}

typedef enum
{
  IN_NO_RUN, /* one of the two is aligned with its like */
  IN_TWO_RUNS,
  IN_ONE_RUN, /* between the same two things that both sentences have */
} Run;

static Run
run_of (const BlTokenAlignment *alignment, guint a, guint b)
{
  gboolean has_a = FALSE, has_b = FALSE;
  for (guint i = 0; i < alignment->runs->len; i++)
    {
      const BlTokenRun *run = &g_array_index (alignment->runs, BlTokenRun, i);
      const gboolean in_a = run->a_first <= a && a < run->a_end, in_b = run->b_first <= b && b < run->b_end;
      if (in_a && in_b)
        return IN_ONE_RUN;
      has_a = has_a || in_a;
      has_b = has_b || in_b;
    }
  return has_a && has_b ? IN_TWO_RUNS : IN_NO_RUN;
}

/* What a state's adjective stands before: directly behind the token, and no function word between. NULL at the end. */
static const BlToken *
noun_of (const BlSentenceTokens *tokens, const BlToken *token)
{
  const BlToken *last = &g_array_index (tokens->tokens, BlToken, tokens->tokens->len - 1);
  return token == last || token[1].kind == BL_TOKEN_FUNCTION ? NULL : token + 1;
}

/* "The Swedish ferry" and "the ferry … off the Norwegian island": each is said of what the other text has otherwise. */
static gboolean
is_of_another (const BlAlteredPair *check, const BlToken *a, const BlToken *b)
{
  const BlToken *noun_a = noun_of (check->a, a), *noun_b = noun_of (check->b, b);
  if (noun_a != NULL && noun_b != NULL && strcmp (noun_a->stem, noun_b->stem) == 0)
    return FALSE;
  return (noun_a != NULL && bl_sentence_tokens_have (check->b, noun_a))
         || (noun_b != NULL && bl_sentence_tokens_have (check->a, noun_b));
}

/* About the same place, which is enough for what the full text does not have: a summary tells the parts of a sentence in another order, so
 * that of a state or a town only the neighbours count. */
static gboolean
is_placed (const BlAlteredPair *check, const BlAltered *altered, guint i, guint k)
{
  const Run run = run_of (check->alignment, i, k);
  if (run == IN_TWO_RUNS)
    return altered->a->kind == BL_TOKEN_ENTITY && altered->near >= MIN_NEAR_ENTITY
           && !is_of_another (check, altered->a, altered->b);
  return run == IN_ONE_RUN && (altered->beside > 0 || altered->near >= MIN_NEAR_UNSAID);
}

/* Two tokens hold the same place when the same stands directly before or directly behind both, or nearly all near both is the same. */
static gboolean
find_altered (const BlAlteredPair *check, guint i, guint k, BlAltered *altered)
{
  const BlToken *a = bl_token_at (check->a, check->alignment->content_a, i),
                *b = bl_token_at (check->b, check->alignment->content_b, k);
  if (!bl_altered_relate (check, a, b, altered)
      || (bl_sentence_tokens_have (check->b, a) && bl_sentence_tokens_have (check->a, b)))
    return FALSE;
  altered->beside = (guint) (beside_the_same (check, a, b, -1) + beside_the_same (check, a, b, 1));
  altered->near = count_near (check, i, k);
  altered->unsaid = is_placed (check, altered, i, k) && bl_altered_is_unsaid (check, altered);
  const gboolean in_place = altered->beside > 0 || altered->near >= BL_ALTERED_SAME_NEAR;
  return strcmp (a->stem, b->stem) != 0 && (altered->unsaid || (in_place && !altered->weak));
}

/* --- telling ----------------------------------------------------------------------------------------------------------- */

static BlClaim *
claim_of (const BlAlteredPair *check, const BlPairSide *side, const BlToken *token, const char *kind)
{
  BlArena *arena = check->state->arena;
  BlClaim *claim = bl_compare_claim_at (check->state, bl_article_claims_article (side->article), token->span, "has-word",
                                        "compare/altered");
  BlArgument *key = bl_arena_new0 (arena, BlArgument);
  *key = (BlArgument){ .name = "kind", .value = bl_arena_intern (arena, kind), .surface = kind };
  claim->key = key;
  claim->n_key = 1;
  claim->voice = side->sentence->head ? BL_VOICE_HEADLINE : 0u;
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = bl_arena_intern (arena, token->text), .surface = claim->at.text };
  return claim;
}

static void
say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  bl_comparison_say (comparison, "says", "“%s” (%s)", claim->at.text, claim->key[0].value);
  bl_comparison_say (comparison, "other-says", "“%s” in the same place", other->at.text);
}

static void
tell (const BlAlteredPair *check, const BlAltered *altered, guint n_altered, GArray *conflicts)
{
  const BlClaim *a = claim_of (check, &check->pair->a, altered->a, altered->kind);
  const BlClaim *b = claim_of (check, &check->pair->b, altered->b, altered->kind);
  bl_pair_tell (check->state, &(BlConflict){ .a = a, .b = b, .say = say }, bl_altered_judge (check, altered, n_altered), 0.85,
                conflicts);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const BlAltered *x = a, *y = b;
  const guint place_x = x->beside * (2 * BL_ALTERED_NEAR + 1) + x->near,
              place_y = y->beside * (2 * BL_ALTERED_NEAR + 1) + y->near;
  if (place_x != place_y)
    return place_x > place_y ? -1 : 1;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : (x->b > y->b) - (x->b < y->b);
}

/* Of the candidates those that hold the surest place, each token once. */
static void
keep_best (GArray *found)
{
  g_array_sort (found, compare_places);
  guint n = 0;
  for (guint i = 0; i < found->len; i++)
    {
      const BlAltered altered = g_array_index (found, BlAltered, i);
      gboolean taken = FALSE;
      for (guint k = 0; k < n; k++)
        taken
            = taken || g_array_index (found, BlAltered, k).a == altered.a || g_array_index (found, BlAltered, k).b == altered.b;
      if (!taken)
        g_array_index (found, BlAltered, n++) = altered;
    }
  g_array_set_size (found, n);
}

/* Enough in common for a word in which neither text is known to tell more than the other. A headline is short. */
static gboolean
is_near (const BlSentencePair *pair)
{
  const gboolean head = bl_inside_kind (pair) == BL_INSIDE_HEAD;
  return pair->n_shared >= (head ? MIN_SHARED_HEAD : MIN_SHARED) && pair->overlap >= MIN_OVERLAP;
}

static void
compare_tokens (const BlAlteredPair *check, GArray *conflicts)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (BlAltered));
  for (guint i = 0; i < check->alignment->content_a->len; i++)
    for (guint k = 0; k < check->alignment->content_b->len; k++)
      {
        BlAltered altered;
        if (find_altered (check, i, k, &altered) && (altered.unsaid || is_near (check->pair)))
          g_array_append_val (found, altered);
      }
  keep_best (found);
  for (guint i = 0; i < found->len; i++)
    tell (check, &g_array_index (found, BlAltered, i), found->len, conflicts);
}

/* What kinds of things one sentence has and the other has not: bits of what two tokens could exclude each other by. */
static guint
kinds_of_others (const BlWordKinds *kinds, const BlClaimSentence *sentence, const BlClaimSentence *other)
{
  guint bits = 0;
  for (guint i = 0, k = 0; i < sentence->n_terms; i++)
    {
      const char *term = sentence->terms[i];
      int order = 1;
      while (k < other->n_terms && (order = strcmp (other->terms[k], term)) < 0)
        k++;
      if (k < other->n_terms && order == 0)
        continue;
      if (strchr (term, '/') != NULL)
        bits |= 1u << (term[0] & 31);
      else if (bl_word_kinds_has_stem (kinds, term))
        bits |= 1;
    }
  return bits;
}

static gboolean
names_a_state (const BlClaimSentence *sentence)
{
  for (guint i = 0; i < sentence->n_terms && sentence->terms[i][0] <= 'c'; i++)
    if (g_str_has_prefix (sentence->terms[i], "country/"))
      return TRUE;
  return FALSE;
}

/* "country/", "place/" and "name/", "person/" may meet; a capital is its state, which both may name otherwise too. */
static gboolean
may_exclude (const BlWordKinds *kinds, const BlSentencePair *pair)
{
  const guint place = 1u << ('p' & 31), places = 1u << ('c' & 31) | place, names = 1u << ('n' & 31) | place;
  const guint a = kinds_of_others (kinds, pair->a.sentence, pair->b.sentence);
  const guint b = kinds_of_others (kinds, pair->b.sentence, pair->a.sentence);
  return (a & b) != 0 || ((a & places) != 0 && (b & places) != 0) || ((a & names) != 0 && (b & names) != 0)
         || ((a & place) != 0 && names_a_state (pair->b.sentence)) || ((b & place) != 0 && names_a_state (pair->a.sentence));
}

void
bl_altered_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const BlWordKinds *kinds = state->input->kinds;
  if (kinds == NULL || state->input->cues == NULL)
    return;
  const BlPairSide *full = bl_altered_full (state, pair);
  if (full == NULL && (!is_near (pair) || !may_exclude (kinds, pair)))
    return;
  BlAlteredPair check = { .state = state, .pair = pair, .full = full };
  bl_sentence_tokens_of (state, pair, &check.a, &check.b);
  BlTokenAlignment alignment = bl_token_alignment (check.a, check.b, kinds);
  check.alignment = &alignment;
  if (alignment.equal >= (full != NULL ? MIN_EQUAL_SUMMARY : MIN_EQUAL))
    compare_tokens (&check, conflicts);
  bl_token_alignment_clear (&alignment);
}
