/* Comparing names.
 *
 * The words of two names are paired one to one, the most alike first. What the pairs say decides the relation, what stays
 * without a partner whether the names can mean one person at all:
 *
 *   Dominique Robb    Dominic Raab       dominique~dominic .98, robb~raab .88           near
 *   Sergei Lavrov     Sergey Lavrov      sergei=sergey (one class), lavrov=lavrov       variant: he has a native name
 *   Bill Clinton      William Clinton    nickname, clinton=clinton                      variant
 *   Joe Biden         Hunter Biden       joe and hunter stay over on both sides         other
 *   V. O. Zelensky    Volodymyr Zelensky v=volodymyr (initial), o stays over            variant
 *
 * The score is the mean of the pairs weighted by how rare the words are in the base: a common given name says little. */
#include "knowledge/names.h"

#include <string.h>

#include "knowledge/name_distance.h"
#include "knowledge/name_index.h"
#include "knowledge/name_tokens.h"
#include "knowledge/tables.h"
#include "text/fold.h"

/* Measured on 1,539 variants of politicians' names, 4,000 politicians who are not in the base, and 2,356 pairs of relatives. */
#define ALIKE_CLASS 0.98  /* of one transliteration class, written otherwise */
#define ALIKE_GIVEN 0.95  /* nicknames, given names in another language */
#define OTHER_GIVEN 0.88  /* two known given names that are not one: Michael and Michelle are rarely a slip */
#define ALIKE_INITIAL 0.9 /* "D." for Dominic */
#define NOT_QUITE 0.995   /* at most, for names that are not the same: an order, a particle */
#define IMPOSSIBLE 0.7    /* what is left of the similarity of names that cannot be one person's */
#define OVER_WEIGHT 0.1   /* how much a middle name that only one side has counts against them */
#define LIGHT_WEIGHT 0.25 /* of initials and particles, against words */

typedef enum
{
  PAIR_NONE,
  PAIR_NEAR,
  PAIR_CLASS,
  PAIR_TRANSLITERATION,
  PAIR_NICKNAME,
  PAIR_INITIAL,
  PAIR_EQUAL,
} PairKind;

typedef struct
{
  PairKind kind;
  double alike;
} Pair;

/* The state of one comparison. a is a query, b a form or the words of another query. */
typedef struct
{
  BlNameQuery *query;
  const BlNameToken *const *b;
  guint n_a;
  guint n_b;
  guint16 b_family; /* bit i: b[i] is part of a family name */
  Pair pairs[BL_NAME_TOKENS_MAX][BL_NAME_TOKENS_MAX];
  gint8 partner_of_a[BL_NAME_TOKENS_MAX]; /* -1: none */
  gint8 partner_of_b[BL_NAME_TOKENS_MAX];
} Alignment;

/* The rest is filled by pair_column() and align(). */
static void
init_alignment (Alignment *alignment, BlNameQuery *query, const BlNameToken *const *b, guint n_b, guint16 b_family)
{
  alignment->query = query;
  alignment->b = b;
  alignment->n_a = query->n;
  alignment->n_b = n_b;
  alignment->b_family = b_family;
}

static gboolean
is_family (const Alignment *alignment, guint j)
{
  return (alignment->b_family & 1u << j) != 0;
}

static Pair
pair_initial (const BlNameToken *a, const BlNameToken *b)
{
  if (a->text[0] != b->text[0])
    return (Pair){ PAIR_NONE, 0 };
  return (Pair){ PAIR_INITIAL, ALIKE_INITIAL };
}

static Pair
pair_words (const Alignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  const gboolean given = !is_family (alignment, j);
  const BlGivenRelation relation = given ? bl_given_names_relation (a->given, b->given) : BL_GIVEN_UNRELATED;
  Pair pair = { PAIR_NONE, 0 };
  if (a->sounds.length == b->sounds.length && memcmp (a->name_class, b->name_class, a->sounds.length) == 0)
    pair = (Pair){ PAIR_CLASS, ALIKE_CLASS };
  else if (relation == BL_GIVEN_TRANSLITERATION)
    return (Pair){ PAIR_TRANSLITERATION, ALIKE_GIVEN };
  else
    {
      double alike = bl_name_query_alike (alignment->query, i, b);
      if (given && a->given != NULL && b->given != NULL)
        alike *= OTHER_GIVEN;
      if (alike >= BL_NAME_LEAST_ALIKE)
        pair = (Pair){ PAIR_NEAR, alike * ALIKE_CLASS };
    }
  if (relation == BL_GIVEN_NICKNAME)
    return (Pair){ PAIR_NICKNAME, MAX (pair.alike, ALIKE_GIVEN) };
  return pair;
}

static Pair
pair_tokens (const Alignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  if (a->length == b->length && memcmp (a->text, b->text, a->length) == 0)
    return (Pair){ PAIR_EQUAL, 1 };
  if (a->kind == BL_TOKEN_PARTICLE && b->kind == BL_TOKEN_PARTICLE)
    return (Pair){ PAIR_EQUAL, ALIKE_CLASS }; /* al-Sisi, el-Sisi */
  if (a->kind == BL_TOKEN_PARTICLE || b->kind == BL_TOKEN_PARTICLE)
    return (Pair){ PAIR_NONE, 0 };
  if (a->kind == BL_TOKEN_INITIAL || b->kind == BL_TOKEN_INITIAL)
    return pair_initial (a, b);
  return pair_words (alignment, i, j);
}

/* Compares the jth word of b with every word of a. TRUE when one of these may be its partner. */
static gboolean
pair_column (Alignment *alignment, guint j)
{
  gboolean any = FALSE;
  for (guint i = 0; i < alignment->n_a; i++)
    {
      alignment->pairs[i][j] = pair_tokens (alignment, i, j);
      any |= alignment->pairs[i][j].alike > 0;
    }
  return any;
}

/* Compares all words, those of the family name first. FALSE as soon as it is clear that is_possible() will say no: no word may be
 * the family name, or the first word of one side has no partner. Nine of ten candidates end here. */
static gboolean
pair_all (Alignment *alignment, gboolean is_alone)
{
  gboolean family = FALSE;
  for (guint j = 0; j < alignment->n_b; j++)
    if (is_family (alignment, j))
      family |= pair_column (alignment, j);
  if (!family)
    return FALSE;
  for (guint j = 0; j < alignment->n_b; j++)
    if (!is_family (alignment, j) && !pair_column (alignment, j) && j == 0 && !is_alone)
      return FALSE;
  gboolean first = is_alone;
  for (guint j = 0; j < alignment->n_b; j++)
    first |= alignment->pairs[0][j].alike > 0;
  return first;
}

/* Pairs the words, the most alike first. */
static void
align (Alignment *alignment)
{
  memset (alignment->partner_of_a, -1, sizeof alignment->partner_of_a);
  memset (alignment->partner_of_b, -1, sizeof alignment->partner_of_b);
  while (TRUE)
    {
      double best = 0;
      guint best_i = 0;
      guint best_j = 0;
      for (guint i = 0; i < alignment->n_a; i++)
        for (guint j = 0; j < alignment->n_b; j++)
          if (alignment->partner_of_a[i] < 0 && alignment->partner_of_b[j] < 0 && alignment->pairs[i][j].alike > best)
            {
              best = alignment->pairs[i][j].alike;
              best_i = i;
              best_j = j;
            }
      if (best <= 0)
        return;
      alignment->partner_of_a[best_i] = (gint8) best_j;
      alignment->partner_of_b[best_j] = (gint8) best_i;
    }
}

static double
weight_of (const BlNameToken *token)
{
  return token->kind == BL_TOKEN_WORD ? token->weight : token->weight * LIGHT_WEIGHT;
}

/* What an alignment says in sum. */
typedef struct
{
  guint pairs;      /* of words and initials */
  guint words;      /* of words */
  gboolean family;  /* a word of the family name has a partner that is a word */
  gboolean first_a; /* the first word of a has a partner */
  gboolean first_b;
  guint over_a; /* words of a without a partner */
  guint over_b;
  gboolean initials_a; /* an initial of a has none */
  gboolean initials_b;
  gboolean near;        /* some pair is near only */
  gboolean class_pairs; /* some pair is of one class, or one name in two languages */
  double alike;         /* weighted sum of the pairs */
  double weight;        /* of the pairs */
  double over_weight;   /* of the words without a partner */
} Summary;

static void
count_pair (Summary *summary, const Alignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  Pair pair = alignment->pairs[i][j];
  double weight = (weight_of (a) + weight_of (b)) / 2;
  if (pair.kind == PAIR_INITIAL)
    weight = MIN (weight_of (a), weight_of (b));
  summary->alike += weight * pair.alike;
  summary->weight += weight;
  if (b->kind == BL_TOKEN_PARTICLE)
    return;
  gboolean is_word = a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD;
  summary->pairs++;
  summary->words += is_word;
  summary->family |= is_word && is_family (alignment, j);
  summary->first_a |= i == 0;
  summary->first_b |= j == 0;
  summary->near |= pair.kind == PAIR_NEAR;
  summary->class_pairs |= pair.kind == PAIR_CLASS || pair.kind == PAIR_TRANSLITERATION;
}

/* A particle may be missing inside a name; at its start it is somebody's name: Al Green, Des Browne. */
static void
count_over (Summary *summary, const BlNameToken *token, gboolean is_first, guint *words, gboolean *initials)
{
  if (token->kind == BL_TOKEN_PARTICLE && !is_first)
    return;
  if (token->kind == BL_TOKEN_INITIAL)
    *initials = TRUE;
  else
    (*words)++;
  summary->over_weight += weight_of (token);
}

static Summary
sum_up (const Alignment *alignment)
{
  Summary summary = { 0 };
  for (guint i = 0; i < alignment->n_a; i++)
    if (alignment->partner_of_a[i] >= 0)
      count_pair (&summary, alignment, i, (guint) alignment->partner_of_a[i]);
    else
      count_over (&summary, &alignment->query->tokens[i], i == 0, &summary.over_a, &summary.initials_a);
  for (guint j = 0; j < alignment->n_b; j++)
    if (alignment->partner_of_b[j] < 0)
      count_over (&summary, alignment->b[j], FALSE, &summary.over_b, &summary.initials_b);
  return summary;
}

static double
score_of (const Summary *summary, double over_share)
{
  double weight = summary->weight + summary->over_weight * over_share;
  return weight > 0 ? summary->alike / weight : 0;
}

/* Can they mean one person? Words may stay over on one side only (middle names, patronymics), never the first (a son bears his
 * father's name behind his own), never the family name. */
static gboolean
is_possible (const Summary *summary, gboolean is_alone)
{
  if (!summary->family || (summary->over_a > 0 && summary->over_b > 0))
    return FALSE;
  if (summary->initials_a && summary->initials_b) /* James S. Conway, James T. Conway */
    return FALSE;
  if (is_alone)
    return summary->over_a == 0 && summary->over_b == 0 && !summary->initials_a;
  return summary->pairs >= 2 && summary->first_a && summary->first_b;
}

static BlNameRelation
relation_of (const Summary *summary, const BlPerson *person)
{
  if (summary->near || (summary->class_pairs && person->native == NULL))
    return BL_NAME_NEAR;
  return BL_NAME_VARIANT;
}

/* Equal letters in equal order; spaces do not count: "Jin-ping", "Jinping". */
static gboolean
is_same (const BlNameQuery *query, const BlNameForm *form)
{
  guint at_form = 0;
  const char *right = form->tokens[0]->text;
  for (guint i = 0; i < query->n; i++)
    for (const char *left = query->tokens[i].text; *left != '\0'; left++, right++)
      {
        if (*right == '\0')
          {
            if (++at_form == form->n)
              return FALSE;
            right = form->tokens[at_form]->text;
          }
        if (*left != *right)
          return FALSE;
      }
  return *right == '\0' && at_form + 1 == form->n;
}

/* How the query relates to the form. A lone surname is compared with family forms only. */
static BlNameRelation
judge (BlNameQuery *query, const BlNameForm *form, double *score)
{
  *score = 0;
  if (query->n == 0 || (query->generation != form->generation && !form->is_family))
    return BL_NAME_OTHER;
  if (is_same (query, form))
    {
      *score = 1;
      return BL_NAME_SAME;
    }
  if (query->n == 1 && !form->is_family && form->n > 1)
    return BL_NAME_OTHER;

  const gboolean is_alone = form->is_family || form->n == 1;
  if (is_alone && query->n > form->n + query->n_particles)
    return BL_NAME_OTHER; /* a word of the query would stay over */
  Alignment alignment;
  init_alignment (&alignment, query, form->tokens, form->n, form->family);
  if (!pair_all (&alignment, is_alone))
    return BL_NAME_OTHER;
  align (&alignment);
  Summary summary = sum_up (&alignment);
  if (!is_possible (&summary, is_alone))
    return BL_NAME_OTHER;
  *score = MIN (score_of (&summary, OVER_WEIGHT), NOT_QUITE);
  return relation_of (&summary, form->person);
}

/* The better of two judgements of one person. */
static gboolean
is_better (BlNameRelation relation, double score, BlNameRelation than, double than_score)
{
  return relation < than || (relation == than && score > than_score);
}

BlNameRelation
bl_name_compare (const BlKnowledge *kb, const char *spelling, const BlPerson *person, double *score)
{
  const BlNameIndex *index = bl_name_index_get (kb);
  BlNameQuery query;
  bl_name_query_init (&query, index, spelling);
  guint n = 0;
  const BlNameForm *forms = bl_name_index_forms (index, person, &n);
  BlNameRelation best = BL_NAME_OTHER;
  double best_score = 0;
  for (guint i = 0; i < n; i++)
    {
      double form_score = 0;
      BlNameRelation relation = judge (&query, &forms[i], &form_score);
      if (is_better (relation, form_score, best, best_score))
        {
          best = relation;
          best_score = form_score;
        }
    }
  bl_name_query_clear (&query);
  if (score != NULL)
    *score = best_score;
  return best;
}

/* Keeps the best max candidates in order; of equal ones the first comer stays first. */
static void
enter (BlNameCandidate *found, guint *n, guint max, BlNameCandidate candidate)
{
  guint at = *n;
  while (at > 0 && is_better (candidate.relation, candidate.score, found[at - 1].relation, found[at - 1].score))
    at--;
  if (at == max)
    return;
  if (*n < max)
    (*n)++;
  memmove (&found[at + 1], &found[at], (*n - at - 1) * sizeof *found);
  found[at] = candidate;
}

guint
bl_name_search (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max)
{
  const BlNameIndex *index = bl_name_index_get (kb);
  BlNameQuery query;
  bl_name_query_init (&query, index, spelling);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  bl_name_index_candidates (index, &query, forms);
  guint n = 0;
  for (guint i = 0; i < forms->len;)
    {
      const BlPerson *person = ((const BlNameForm *) forms->pdata[i])->person;
      BlNameCandidate best = { .person = person, .relation = BL_NAME_OTHER };
      for (; i < forms->len && ((const BlNameForm *) forms->pdata[i])->person == person; i++)
        {
          double score = 0;
          BlNameRelation relation = judge (&query, forms->pdata[i], &score);
          if (is_better (relation, score, best.relation, best.score))
            {
              best.relation = relation;
              best.score = score;
            }
        }
      if (best.relation != BL_NAME_OTHER)
        enter (found, &n, max, best);
    }
  bl_name_query_clear (&query);
  return n;
}

/* Neither side is known, so any word may be the family name; the last one of each must have a partner. */
double
bl_name_similarity (const BlKnowledge *kb, const char *a, const char *b)
{
  const BlNameIndex *index = bl_name_index_get (kb);
  BlNameQuery left;
  BlNameQuery right;
  bl_name_query_init (&left, index, a);
  bl_name_query_init (&right, index, b);
  const BlNameToken *words[BL_NAME_TOKENS_MAX];
  for (guint j = 0; j < right.n; j++)
    words[j] = &right.tokens[j];
  Alignment alignment;
  init_alignment (&alignment, &left, words, right.n, (guint16) (right.n > 0 ? 1u << (right.n - 1) : 0));
  for (guint j = 0; j < right.n; j++)
    pair_column (&alignment, j);
  align (&alignment);
  Summary summary = sum_up (&alignment);
  gboolean possible = is_possible (&summary, left.n == 1 || right.n == 1) && left.generation == right.generation;
  double score = score_of (&summary, possible ? OVER_WEIGHT : 1);
  bl_name_query_clear (&left);
  bl_name_query_clear (&right);
  return possible ? score : score * IMPOSSIBLE;
}

gboolean
bl_name_is_known_token (const BlKnowledge *kb, const char *folded_token)
{
  return bl_given_names_get (&kb->given_names, folded_token) != NULL
         || bl_name_index_has_token (bl_name_index_get (kb), folded_token);
}
