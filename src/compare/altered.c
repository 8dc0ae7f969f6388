/* claim/contradiction by one word: two sentences that say the same thing in the same words, but for a word that excludes the other's
 * ("a white van", "a blue van"; "in Lyon", "in Lille"; "acquitted of murder", "of manslaughter").
 *
 * The sentences are laid side by side (altered.h). Where both have something else between things they share, the two are held against
 * each other: words by their kind (text/word_kinds.h), persons, states, organisations and places by who they are. What else the two
 * differ in must be little, else they are two statements. */
#include "compare/altered.h"

#include "claims/cues.h"
#include "knowledge/names.h"
#include "mentions/likeness.h"

#include <stdlib.h>
#include <string.h>

/* Things that both say, at least. */
#define MIN_EQUAL 4

/* Of what the shorter sentence says, the other lacks so much at most beside the altered word. */
#define MAX_OTHER 0.34

/* With no more than this lacking, nothing but the word decides. */
#define SURE_OTHER 0.2

/* More altered words are another event told in the same form. */
#define MAX_ALTERED 2

/* Tokens on each side of a word that show whether two stand in the same place, and how many of them must be the same. */
#define NEAR 4
#define MIN_NEAR 2
#define SURE_NEAR 3
#define SAME_NEAR 5

/* Two words of kinds.json and a space. */
#define PHRASE_SIZE 130

typedef struct
{
  BlCompareState *state;
  const BlSentencePair *pair;
  const BlSentenceTokens *a, *b;
  const BlTokenAlignment *alignment;
} Check;

typedef struct
{
  const BlToken *a, *b;
  const char *kind; /* "colour", "place" */
  BlKindRelation relation;
  guint beside; /* sides on which the same stands directly beside both: 0 to 2 */
  guint near;   /* things near both */
} Altered;

static const BlToken *
token_of (const BlSentenceTokens *tokens, const GArray *content, guint index)
{
  return bl_sentence_tokens_get (tokens, g_array_index (content, guint, index));
}

/* --- what two tokens are to each other --------------------------------------------------------------------------------- */

/* One text names the other: "New York" and "New York City", "university" and "the University of Leeds". */
static gboolean
shares_a_name (const BlToken *a, const BlToken *b)
{
  g_auto (GStrv) words = g_strsplit_set (strchr (a->text, '/') + 1, " -", -1);
  g_auto (GStrv) others = g_strsplit_set (strchr (b->text, '/') + 1, " -", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 2 && g_strv_contains ((const char *const *) others, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_town (const BlMention *mention)
{
  return (mention->type == BL_MENTION_PLACE && !mention->country.area)
         || (mention->type == BL_MENTION_COUNTRY && mention->country.surface == BL_SURFACE_CAPITAL);
}

static BlKindRelation
relate_entities (const BlKnowledge *kb, const BlToken *a, const BlToken *b, const char **kind)
{
  static const char *const names[BL_N_MENTION_TYPES] = { [BL_MENTION_PERSON] = "person",
                                                         [BL_MENTION_COUNTRY] = "country",
                                                         [BL_MENTION_ORG] = "organisation",
                                                         [BL_MENTION_PLACE] = "place" };
  const BlMention *x = a->mention, *y = b->mention;
  *kind = names[x->type];
  if ((x->type != y->type && !(is_town (x) && is_town (y))) || x->ambiguous || y->ambiguous || shares_a_name (a, b))
    return BL_KINDS_UNRELATED;
  if (x->type == BL_MENTION_PERSON || x->how == BL_HOW_UNKNOWN || y->how == BL_HOW_UNKNOWN)
    {
      const char *name_a = strchr (a->text, '/') + 1, *name_b = strchr (b->text, '/') + 1;
      return bl_name_probability (kb, name_a, name_b, NULL) < BL_LIKENESS_MAY_BE_ONE ? BL_KINDS_EXCLUDE : BL_KINDS_UNRELATED;
    }
  if (is_town (x) && is_town (y))
    return BL_KINDS_EXCLUDE;
  /* An area may have the other place in it, and an organisation be part of another: the base does not know all of that. */
  const gboolean states
      = x->type == BL_MENTION_COUNTRY && x->country.surface != BL_SURFACE_CAPITAL && y->country.surface != BL_SURFACE_CAPITAL;
  return states ? BL_KINDS_EXCLUDE : BL_KINDS_UNRELATED;
}

/* The word and the next one: "upper house", "air force". "" at the end. */
static void
phrase_of (const BlSentenceTokens *tokens, const BlToken *token, char phrase[PHRASE_SIZE])
{
  const BlToken *next = token + 1;
  const gboolean last = token == &g_array_index (tokens->tokens, BlToken, tokens->tokens->len - 1);
  if (last || next->kind != BL_TOKEN_WORD || g_snprintf (phrase, PHRASE_SIZE, "%s %s", token->text, next->text) >= PHRASE_SIZE)
    phrase[0] = '\0';
}

/* Two words, each alone or with the next one. */
static BlKindRelation
relate_words (const Check *check, const BlToken *a, const BlToken *b, const char **kind)
{
  char phrase_a[PHRASE_SIZE], phrase_b[PHRASE_SIZE];
  phrase_of (check->a, a, phrase_a);
  phrase_of (check->b, b, phrase_b);
  const char *const forms_a[] = { a->text, phrase_a }, *const forms_b[] = { b->text, phrase_b };
  BlKindRelation most = BL_KINDS_UNRELATED;
  for (guint i = 0; i < G_N_ELEMENTS (forms_a); i++)
    for (guint k = 0; k < G_N_ELEMENTS (forms_b); k++)
      {
        const char *name;
        const BlKindRelation relation = bl_word_kinds_relate (check->state->input->kinds, forms_a[i], forms_b[k], &name);
        if (relation <= most)
          continue;
        most = relation;
        *kind = name;
      }
  return most;
}

/* "the Blues": a capital where the kind's words are written small. */
static gboolean
is_name (const Check *check, const BlToken *token)
{
  return token->capital && !bl_word_kinds_are_capital (check->state->input->kinds, token->text);
}

static gboolean
relate (const Check *check, const BlToken *a, const BlToken *b, Altered *altered)
{
  *altered = (Altered){ .a = a, .b = b };
  if (a->kind == BL_TOKEN_ENTITY && b->kind == BL_TOKEN_ENTITY)
    altered->relation = relate_entities (check->state->input->kb, a, b, &altered->kind);
  else if (a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD && !is_name (check, a) && !is_name (check, b))
    altered->relation = relate_words (check, a, b, &altered->kind);
  return altered->relation == BL_KINDS_EXCLUDE || altered->relation == BL_KINDS_MIXED;
}

/* --- where they stand -------------------------------------------------------------------------------------------------- */

/* The tokens before (or behind) two tokens are the same up to the first that says something, which both have. */
static gboolean
beside_the_same (const Check *check, const BlToken *a, const BlToken *b, int step)
{
  const GArray *list_a = check->a->tokens, *list_b = check->b->tokens;
  guint i = (guint) (a - (const BlToken *) (gpointer) list_a->data),
        k = (guint) (b - (const BlToken *) (gpointer) list_b->data);
  for (;;)
    {
      if (step < 0 && (i == 0 || k == 0))
        return i == 0 && k == 0;
      i += (guint) step;
      k += (guint) step;
      if (i >= list_a->len || k >= list_b->len)
        return i == list_a->len && k == list_b->len;
      const BlToken *x = &g_array_index (list_a, BlToken, i), *y = &g_array_index (list_b, BlToken, k);
      if (strcmp (x->stem, y->stem) != 0)
        return FALSE;
      if (x->kind != BL_TOKEN_FUNCTION)
        return TRUE;
    }
}

static gboolean
stands_in (const BlSentenceTokens *tokens, const BlToken *token)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    if (strcmp (bl_sentence_tokens_get (tokens, i)->stem, token->stem) == 0)
      return TRUE;
  return FALSE;
}

/* What says something within NEAR of them of each token, and is the same for both. */
static guint
count_near (const Check *check, guint a, guint b)
{
  const GArray *list_a = check->alignment->content_a, *list_b = check->alignment->content_b;
  guint n = 0;
  for (guint i = a > NEAR ? a - NEAR : 0; i < MIN (a + NEAR + 1, list_a->len); i++)
    for (guint k = b > NEAR ? b - NEAR : 0; i != a && k < MIN (b + NEAR + 1, list_b->len); k++)
      if (k != b && strcmp (token_of (check->a, list_a, i)->stem, token_of (check->b, list_b, k)->stem) == 0)
        {
          n++;
          break;
        }
  return n;
}

/* Two tokens hold the same place when the same stands directly before or directly behind both, or nearly all near both is the same. */
static gboolean
find_altered (const Check *check, guint i, guint k, Altered *altered)
{
  const BlToken *a = token_of (check->a, check->alignment->content_a, i),
                *b = token_of (check->b, check->alignment->content_b, k);
  if (!relate (check, a, b, altered) || (stands_in (check->b, a) && stands_in (check->a, b)))
    return FALSE;
  altered->beside = (guint) (beside_the_same (check, a, b, -1) + beside_the_same (check, a, b, 1));
  altered->near = count_near (check, i, k);
  return strcmp (a->stem, b->stem) != 0 && (altered->beside > 0 || altered->near >= SAME_NEAR);
}

/* --- gates ------------------------------------------------------------------------------------------------------------- */

static guint
count_cues (const Check *check, const BlSentenceTokens *tokens, BlCueKind kind)
{
  guint n = 0;
  for (guint i = 0; i < bl_words_count (&tokens->words); i++)
    {
      const BlCue *cue = bl_cues_match (check->state->input->cues, &tokens->words, i, 0, 0);
      for (; cue != NULL; cue = cue->next)
        n += cue->kind == kind;
    }
  return n;
}

static gboolean
same_polarity (const Check *check)
{
  static const BlCueKind kinds[] = { BL_CUE_NEGATION, BL_CUE_DENIAL, BL_CUE_PSEUDO };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (count_cues (check, check->a, kinds[i]) != count_cues (check, check->b, kinds[i]))
      return FALSE;
  return TRUE;
}

/* "Lavrov said", "according to Reuters": who is asked differs from outlet to outlet. */
static gboolean
is_speaker (const Check *check, const BlSentenceTokens *tokens, const BlToken *token)
{
  const BlWords *words = &tokens->words;
  const guint behind = bl_words_end (words, token->span.end), before = bl_words_at (words, token->span.start);
  for (guint i = behind; i < MIN (behind + 2, bl_words_count (words)); i++)
    for (const BlCue *cue = bl_cues_match (check->state->input->cues, words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_SPEECH)
        return TRUE;
  for (guint i = before > 3 ? before - 3 : 0; i < before; i++)
    for (const BlCue *cue = bl_cues_match (check->state->input->cues, words, i, 0, 0); cue != NULL; cue = cue->next)
      if (cue->kind == BL_CUE_SPEECH || cue->kind == BL_CUE_SOURCE)
        return TRUE;
  return FALSE;
}

/* Of one sort: what a list holds. */
static gboolean
is_of_one_sort (const Check *check, const BlToken *a, const BlToken *b)
{
  if (a->kind == BL_TOKEN_ENTITY && b->kind == BL_TOKEN_ENTITY)
    return a->mention->type == b->mention->type;
  return a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD
         && bl_word_kinds_relate (check->state->input->kinds, a->text, b->text, NULL) > BL_KINDS_SAME;
}

/* Beside others of its sort, with "and" between two of them and nothing else: "Spain, Italy and Malta". */
static gboolean
in_list (const Check *check, const BlSentenceTokens *tokens, const BlToken *token)
{
  const guint at = (guint) (token - (const BlToken *) (gpointer) tokens->tokens->data);
  for (guint forward = 0; forward < 2; forward++)
    {
      gboolean joined = FALSE;
      for (guint i = forward ? at + 1 : at - 1; i < tokens->tokens->len; i += forward ? 1u : G_MAXUINT)
        {
          const BlToken *other = bl_sentence_tokens_get (tokens, i);
          if (strcmp (other->text, "and") == 0 || strcmp (other->text, "or") == 0)
            joined = TRUE;
          else if (!is_of_one_sort (check, token, other))
            break;
          else if (joined)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whoever the sentence begins with is whom it is about: two states may each send troops. */
static gboolean
is_subject (const BlSentenceTokens *tokens, const BlToken *token)
{
  /* A person's title stands before the name: "Finnish Defence Minister X said". */
  const gboolean person = token->mention->type == BL_MENTION_PERSON;
  for (const BlToken *t = (const BlToken *) (gpointer) tokens->tokens->data; t < token; t++)
    if (person ? t->kind == BL_TOKEN_FUNCTION : t->kind == BL_TOKEN_ENTITY || t->kind == BL_TOKEN_WORD)
      return FALSE;
  return TRUE;
}

/* Names that the other sentence does not have, the altered one aside. */
static gboolean
has_other_names (const BlSentenceTokens *tokens, const BlSentenceTokens *others, const BlToken *altered)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (tokens, i);
      if (token != altered && token->kind > BL_TOKEN_TITLE && token->kind != BL_TOKEN_VALUE && token->capital
          && !stands_in (others, token))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_word (const BlSentenceTokens *tokens, const char *word)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    if (strcmp (bl_sentence_tokens_get (tokens, i)->text, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
in_quotation (const BlPairSide *side, BlSpan span)
{
  guint n;
  const BlQuote *quotes = bl_document_quotes (bl_article_claims_article (side->article)->document, &n);
  for (guint i = 0; i < n; i++)
    if (quotes[i].span.start <= span.start && span.end <= quotes[i].span.end)
      return TRUE;
  return FALSE;
}

/* What the shorter of the two says and the other does not, without the altered words: a share. */
static double
other_share (const Check *check, guint n_altered)
{
  const guint shorter = MIN (check->alignment->content_a->len, check->alignment->content_b->len);
  const guint known = check->alignment->equal + n_altered;
  return known >= shorter ? 0 : (double) (shorter - known) / shorter;
}

static int
compare_terms (const void *key, const void *term)
{
  return strcmp (key, *(const char *const *) term);
}

/* Any sentence of the article has the token. */
static gboolean
article_has (const BlArticleClaims *article, const BlToken *token)
{
  guint n;
  const BlClaimSentence *sentences = bl_article_claims_sentences (article, &n);
  for (guint i = 0; i < n; i++)
    if (bsearch (token->stem, sentences[i].terms, sentences[i].n_terms, sizeof sentences[i].terms[0], compare_terms) != NULL)
      return TRUE;
  return FALSE;
}

/* Two dates, or two figures of which one is no other way to write the other, in one place: another statement, or another check's. */
static gboolean
values_differ (const Check *check)
{
  const BlTokenAlignment *alignment = check->alignment;
  for (guint r = 0; r < alignment->runs->len; r++)
    {
      const BlTokenRun *run = &g_array_index (alignment->runs, BlTokenRun, r);
      for (guint i = run->a_first; i < run->a_end; i++)
        for (guint k = run->b_first; k < run->b_end; k++)
          {
            const BlToken *a = token_of (check->a, alignment->content_a, i), *b = token_of (check->b, alignment->content_b, k);
            if (a->kind == BL_TOKEN_VALUE && b->kind == BL_TOKEN_VALUE && a->mention->type == BL_MENTION_DATE
                && b->mention->type == BL_MENTION_DATE && a->mention->date.range.known && b->mention->date.range.known
                && bl_date_range_disjoint (a->mention->date.range, b->mention->date.range))
              return TRUE;
          }
    }
  return FALSE;
}

/* A date or a name, not a number nor "American": "two boys" may be any. */
static gboolean
is_anchor (const BlToken *token)
{
  if (token->kind == BL_TOKEN_ENTITY)
    return token->mention->type != BL_MENTION_COUNTRY || token->mention->country.surface != BL_SURFACE_DEMONYM;
  if (token->kind == BL_TOKEN_WORD)
    return token->capital; /* a name that the base does not know */
  return token->kind == BL_TOKEN_VALUE && (token->mention->type == BL_MENTION_DATE || token->mention->type == BL_MENTION_MONEY);
}

/* Both name somebody, some place or some day: without, "a man" and "a woman" on a bridge are two people. */
static gboolean
share_an_anchor (const Check *check)
{
  for (guint i = 0; i < check->a->tokens->len; i++)
    {
      const BlToken *token = bl_sentence_tokens_get (check->a, i);
      if (is_anchor (token) && stands_in (check->b, token))
        return TRUE;
    }
  return FALSE;
}

/* A text that has both words may tell of two things: then the place of the two must be the surer. */
static gboolean
is_unique (const Check *check, const Altered *altered, double other)
{
  const gboolean a_in_b = stands_in (check->b, altered->a), b_in_a = stands_in (check->a, altered->b);
  const gboolean b_told = article_has (check->pair->a.article, altered->b),
                 a_told = article_has (check->pair->b.article, altered->a);
  if (a_in_b || b_in_a)
    return altered->a->kind == BL_TOKEN_ENTITY && altered->beside == 2 && !(a_in_b ? b_told : a_told);
  if (a_told || b_told)
    return altered->beside > 0 && altered->near >= SAME_NEAR && other <= SURE_OTHER;
  return altered->beside > 0 || altered->near >= SAME_NEAR;
}

static BlVerdict
judge (const Check *check, const Altered *altered, guint n_altered)
{
  const double other = other_share (check, n_altered);
  if (!share_an_anchor (check))
    return bl_stopped (BL_GATE_SUBJECT, "nothing named shows that both tell of one thing");
  if (n_altered > MAX_ALTERED || (other > MAX_OTHER && altered->near < MIN_NEAR))
    return bl_stopped (BL_GATE_PREDICATE, "the sentences differ in more than the word");
  if (!is_unique (check, altered, other))
    return bl_stopped (BL_GATE_SLOT, "one of the texts has both words");
  if (altered->a->kind == BL_TOKEN_ENTITY && (is_subject (check->a, altered->a) || is_subject (check->b, altered->b)))
    return bl_stopped (BL_GATE_SUBJECT, "the sentences are about two");
  if (has_other_names (check->a, check->b, altered->a) && has_other_names (check->b, check->a, altered->b))
    return bl_stopped (BL_GATE_SUBJECT, "each of the sentences names somebody or something else besides");
  const gboolean list_a = in_list (check, check->a, altered->a), list_b = in_list (check, check->b, altered->b);
  if (altered->a->kind == BL_TOKEN_ENTITY ? list_a || list_b : list_a != list_b)
    return bl_stopped (BL_GATE_SLOT, "one of a list, which may be a part of it");
  if (values_differ (check))
    return bl_stopped (BL_GATE_TIME, "the sentences name different days");
  if (has_word (check->a, "will") != has_word (check->b, "will"))
    return bl_stopped (BL_GATE_TIME, "one of the sentences tells of what is to come");
  if (!same_polarity (check))
    return bl_stopped (BL_GATE_PREDICATE, "one of the sentences denies something");
  if (altered->a->kind == BL_TOKEN_ENTITY
      && (is_speaker (check, check->a, altered->a) || is_speaker (check, check->b, altered->b)))
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "the two speak, or are asked");
  if (check->pair->a.sentence->conditional != check->pair->b.sentence->conditional)
    return bl_stopped (BL_GATE_MODALITY, "one of the sentences says what would be");
  if (in_quotation (&check->pair->a, altered->a->span) || in_quotation (&check->pair->b, altered->b->span))
    return bl_stopped (BL_GATE_QUOTE, "quotations are compared as wholes");
  const gboolean sure
      = altered->relation == BL_KINDS_EXCLUDE
        && (other <= SURE_OTHER || altered->near >= SURE_NEAR || (altered->beside == 2 && altered->near >= MIN_NEAR));
  return (BlVerdict){ .relation = sure ? BL_RELATION_CONTRADICTION : BL_RELATION_DIFFERS };
}

/* --- telling ----------------------------------------------------------------------------------------------------------- */

static BlClaim *
claim_of (const Check *check, const BlPairSide *side, const BlToken *token, const char *kind)
{
  BlArena *arena = check->state->arena;
  BlClaim *claim = bl_compare_claim_at (check->state, bl_article_claims_article (side->article), token->span, "has-word",
                                        "compare/altered");
  BlArgument *key = bl_arena_new0 (arena, BlArgument);
  *key = (BlArgument){ .name = "kind", .value = bl_arena_intern (arena, kind), .surface = kind };
  claim->key = key;
  claim->n_key = 1;
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
tell (const Check *check, const Altered *altered, guint n_altered, GArray *conflicts)
{
  const BlVerdict verdict = judge (check, altered, n_altered);
  const BlClaim *a = claim_of (check, &check->pair->a, altered->a, altered->kind);
  const BlClaim *b = claim_of (check, &check->pair->b, altered->b, altered->kind);
  bl_compare_judged (check->state, a, b, verdict);
  if (verdict.gate != BL_GATE_NONE)
    return;
  const BlConflict conflict = { .a = a,
                                .b = b,
                                .id = a->at.article == b->at.article ? "claim/self" : "claim/contradiction",
                                .relation = verdict.relation,
                                .confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.85 : 0.6,
                                .say = say };
  g_array_append_val (conflicts, conflict);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Altered *x = a, *y = b;
  const guint place_x = x->beside * (2 * NEAR + 1) + x->near, place_y = y->beside * (2 * NEAR + 1) + y->near;
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
      const Altered altered = g_array_index (found, Altered, i);
      gboolean taken = FALSE;
      for (guint k = 0; k < n; k++)
        taken = taken || g_array_index (found, Altered, k).a == altered.a || g_array_index (found, Altered, k).b == altered.b;
      if (!taken)
        g_array_index (found, Altered, n++) = altered;
    }
  g_array_set_size (found, n);
}

static void
compare_tokens (const Check *check, GArray *conflicts)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Altered));
  for (guint i = 0; i < check->alignment->content_a->len; i++)
    for (guint k = 0; k < check->alignment->content_b->len; k++)
      {
        Altered altered;
        if (find_altered (check, i, k, &altered))
          g_array_append_val (found, altered);
      }
  keep_best (found);
  for (guint i = 0; i < found->len; i++)
    tell (check, &g_array_index (found, Altered, i), found->len, conflicts);
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

/* "country/", "place/" and "name/", "person/" may meet. */
static gboolean
may_exclude (const BlWordKinds *kinds, const BlSentencePair *pair)
{
  const guint places = 1u << ('c' & 31) | 1u << ('p' & 31), names = 1u << ('n' & 31) | 1u << ('p' & 31);
  const guint a = kinds_of_others (kinds, pair->a.sentence, pair->b.sentence);
  const guint b = kinds_of_others (kinds, pair->b.sentence, pair->a.sentence);
  return (a & b) != 0 || ((a & places) != 0 && (b & places) != 0) || ((a & names) != 0 && (b & names) != 0);
}

void
bl_altered_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  if (state->input->kinds == NULL || state->input->cues == NULL || !may_exclude (state->input->kinds, pair))
    return;
  BlSentenceTokens a, b;
  bl_sentence_tokens_init (&a, state->stemmer);
  bl_sentence_tokens_init (&b, state->stemmer);
  bl_sentence_tokens_read (&a, &pair->a);
  bl_sentence_tokens_read (&b, &pair->b);
  BlTokenAlignment alignment = bl_token_alignment (&a, &b, state->input->kinds);
  const Check check = { .state = state, .pair = pair, .a = &a, .b = &b, .alignment = &alignment };
  if (alignment.equal >= MIN_EQUAL)
    compare_tokens (&check, conflicts);
  bl_token_alignment_clear (&alignment);
  bl_sentence_tokens_clear (&a);
  bl_sentence_tokens_clear (&b);
}
