#include "knowledge/name_model.h"

#include <math.h>
#include <string.h>

#include "knowledge/reader.h"
#include "knowledge/tables.h"

const char *const bl_name_evidence_words[BL_N_NAME_EVIDENCE + 1] = {
  [BL_EVIDENCE_DIFFERENCE] = "difference",
  [BL_EVIDENCE_WORST] = "worst",
  [BL_EVIDENCE_WORST_SQUARE] = "worst-square",
  [BL_EVIDENCE_GIVEN] = "given",
  [BL_EVIDENCE_GIVEN_SQUARE] = "given-square",
  [BL_EVIDENCE_FAMILY_NEAR] = "family-near",
  [BL_EVIDENCE_GIVEN_NEAR] = "given-near",
  [BL_EVIDENCE_LETTERS] = "letters",
  [BL_EVIDENCE_CLASS_SHARE] = "class-share",
  [BL_EVIDENCE_CLASS_LETTERS] = "class-letters",
  [BL_EVIDENCE_CLASS] = "class",
  [BL_EVIDENCE_NICKNAMES] = "nicknames",
  [BL_EVIDENCE_LANGUAGES] = "languages",
  [BL_EVIDENCE_OVER_HERE] = "over-here",
  [BL_EVIDENCE_OVER_THERE] = "over-there",
  [BL_EVIDENCE_OVER_BOTH] = "over-both",
  [BL_EVIDENCE_OVER_WORDS] = "over-words",
  [BL_EVIDENCE_LONE] = "lone",
  [BL_EVIDENCE_LOOSE] = "loose",
  [BL_EVIDENCE_INITIALS] = "initials",
  [BL_EVIDENCE_ORDER] = "order",
  [BL_EVIDENCE_TWO_GIVEN] = "two-given",
  [BL_EVIDENCE_RARITY] = "rarity",
  [BL_EVIDENCE_FAMILY_RARITY] = "family-rarity",
  [BL_EVIDENCE_LEAST_RARITY] = "least-rarity",
  [BL_EVIDENCE_OVER_SHARE] = "over-share",
  [BL_EVIDENCE_JOINED] = "joined",
  [BL_EVIDENCE_GENERATION] = "generation",
  [BL_EVIDENCE_IMPOSSIBLE] = "impossible",
};

/* --- evidence ------------------------------------------------------------------------------------------------------ */

/* Sums over the pairs of an alignment. */
typedef struct
{
  double weight;
  double difference; /* weighted */
  double class_share;
  double class_letters;
  double letters;
  double least_rarity;
} Sums;

static double
weight_of (const BlNameAlignment *alignment, guint i, guint j)
{
  const double a = bl_name_weight (&alignment->query->tokens[i]);
  const double b = bl_name_weight (alignment->b[j]);
  return alignment->pairs[i][j].kind == BL_PAIR_INITIAL ? MIN (a, b) : (a + b) / 2;
}

static void
lift (double *value, double to)
{
  *value = MAX (*value, to);
}

static void
add_near (const BlNameAlignment *alignment, guint i, guint j, Sums *sums, double *value)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  const double difference = 1 - bl_name_query_alike (alignment->query, i, b);
  sums->difference += weight_of (alignment, i, j) * difference;
  sums->letters += bl_word_distance (a->text, b->text);
  lift (&value[BL_EVIDENCE_WORST], difference);
  value[bl_name_is_family (alignment, j) ? BL_EVIDENCE_FAMILY_NEAR : BL_EVIDENCE_GIVEN_NEAR] = 1;
  if (bl_name_is_family (alignment, j))
    return;
  lift (&value[BL_EVIDENCE_GIVEN], difference);
  value[BL_EVIDENCE_TWO_GIVEN] += a->given != NULL && b->given != NULL;
}

static void
add_class (const BlNameAlignment *alignment, guint i, guint j, Sums *sums, double *value)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  const double letters = bl_word_distance (a->text, b->text);
  sums->class_share += weight_of (alignment, i, j) * letters / MAX (a->length, b->length);
  sums->class_letters += letters;
  value[BL_EVIDENCE_CLASS] = 1;
}

static void
add_pair (const BlNameAlignment *alignment, guint i, guint j, Sums *sums, double *value)
{
  const double weight = weight_of (alignment, i, j);
  sums->weight += weight;
  sums->least_rarity = MIN (sums->least_rarity, weight);
  if (bl_name_is_family (alignment, j))
    lift (&value[BL_EVIDENCE_FAMILY_RARITY], weight);
  if (i != j)
    value[BL_EVIDENCE_ORDER] = 1;
  switch (alignment->pairs[i][j].kind)
    {
    case BL_PAIR_NEAR:
      add_near (alignment, i, j, sums, value);
      break;
    case BL_PAIR_CLASS:
      add_class (alignment, i, j, sums, value);
      break;
    case BL_PAIR_NICKNAME:
      value[BL_EVIDENCE_NICKNAMES]++;
      break;
    case BL_PAIR_TRANSLITERATION:
      value[BL_EVIDENCE_LANGUAGES]++;
      break;
    case BL_PAIR_EQUAL:
    case BL_PAIR_INITIAL:
    case BL_PAIR_NONE:
      break;
    }
}

/* The sounds of a whole name; a word ends where the next begins. */
static guint
join_sounds (const BlNameAlignment *alignment, gboolean other, guint8 *sounds)
{
  guint length = 0;
  for (guint i = 0; i < (other ? alignment->n_b : alignment->n_a); i++)
    {
      const BlNameSounds *word = other ? &alignment->b[i]->sounds : &alignment->query->tokens[i].sounds;
      const guint n = MIN (word->length, BL_NAME_CLASS_MAX - length);
      memcpy (sounds + length, word->list, n);
      length += n;
    }
  return length;
}

static double
joined_difference (const BlNameAlignment *alignment)
{
  guint8 here[BL_NAME_CLASS_MAX];
  guint8 there[BL_NAME_CLASS_MAX];
  const BlNameSounds a = { .list = here, .length = join_sounds (alignment, FALSE, here) };
  const BlNameSounds b = { .list = there, .length = join_sounds (alignment, TRUE, there) };
  return 1 - bl_name_sounds_similarity (alignment->query->costs, &a, &b, 0);
}

static double
loose_share (const BlNameAlignment *alignment)
{
  guint letters_a = 0, letters_b = 0, held = 0;
  for (guint i = 0; i < alignment->n_a; i++)
    {
      const guint length = alignment->query->tokens[i].length;
      letters_a += length;
      held += alignment->partner_of_a[i] >= 0 ? length : 0;
    }
  for (guint j = 0; j < alignment->n_b; j++)
    letters_b += alignment->b[j]->length;
  const guint most = MAX (letters_a, letters_b);
  return most > held ? 1 - (double) held / most : 0;
}

void
bl_name_evidence_of (const BlNameAlignment *alignment, gboolean is_possible, gboolean one_generation, BlNameEvidence *evidence)
{
  double *value = evidence->value;
  memset (evidence, 0, sizeof *evidence);
  Sums sums = { .least_rarity = HUGE_VAL };
  for (guint i = 0; i < alignment->n_a; i++)
    if (alignment->partner_of_a[i] >= 0)
      add_pair (alignment, i, (guint) alignment->partner_of_a[i], &sums, value);
  const BlNameSummary summary = bl_name_sum_up (alignment);
  const double weight = sums.weight > 0 ? sums.weight : 1;
  value[BL_EVIDENCE_DIFFERENCE] = sums.difference / weight;
  value[BL_EVIDENCE_WORST_SQUARE] = value[BL_EVIDENCE_WORST] * value[BL_EVIDENCE_WORST];
  value[BL_EVIDENCE_GIVEN_SQUARE] = value[BL_EVIDENCE_GIVEN] * value[BL_EVIDENCE_GIVEN];
  value[BL_EVIDENCE_LETTERS] = log1p (sums.letters);
  value[BL_EVIDENCE_CLASS_SHARE] = sums.class_share / weight;
  value[BL_EVIDENCE_CLASS_LETTERS] = log1p (sums.class_letters);
  value[BL_EVIDENCE_OVER_HERE] = summary.over_a > 0;
  value[BL_EVIDENCE_OVER_THERE] = summary.over_b > 0;
  value[BL_EVIDENCE_OVER_BOTH] = summary.over_a > 0 && summary.over_b > 0;
  value[BL_EVIDENCE_OVER_WORDS] = summary.over_a + summary.over_b;
  value[BL_EVIDENCE_LONE] = alignment->n_a == 1 || alignment->n_b == 1;
  value[BL_EVIDENCE_LOOSE] = loose_share (alignment);
  value[BL_EVIDENCE_INITIALS] = summary.initials_a || summary.initials_b;
  value[BL_EVIDENCE_RARITY] = log (MAX (sums.weight, 1));
  value[BL_EVIDENCE_LEAST_RARITY] = sums.weight > 0 ? sums.least_rarity : 0;
  value[BL_EVIDENCE_OVER_SHARE] = log1p (summary.over_weight / weight);
  value[BL_EVIDENCE_JOINED] = is_possible ? 0 : joined_difference (alignment);
  value[BL_EVIDENCE_GENERATION] = !one_generation;
  value[BL_EVIDENCE_IMPOSSIBLE] = !is_possible;
}

double
bl_name_model_probability (const BlNameModel *model, const BlNameEvidence *evidence)
{
  const BlNameWeights *weights = evidence->value[BL_EVIDENCE_IMPOSSIBLE] != 0 ? &model->impossible : &model->possible;
  double sum = weights->bias;
  for (guint i = 0; i < BL_N_NAME_EVIDENCE; i++)
    sum += weights->of[i] * evidence->value[i];
  return 1 / (1 + exp (-sum));
}

/* --- rules/lexicon/name-model.json ----------------------------------------------------------------------------------- */

static void
read_weights (BlKbReader *reader, const cJSON *bias, const cJSON *object, BlNameWeights *weights)
{
  const cJSON *of[BL_N_NAME_EVIDENCE];
  weights->bias = bl_kb_number (reader, bias);
  if (!bl_kb_fields (reader, object, bl_name_evidence_words, of))
    return;
  for (guint i = 0; i < BL_N_NAME_EVIDENCE; i++)
    weights->of[i] = bl_kb_number (reader, of[i]);
}

static void
read_impossible (BlKbReader *reader, const cJSON *object, BlNameWeights *weights)
{
  static const char *const keys[] = { "bias", "weights", NULL };
  const cJSON *fields[2];
  if (!bl_kb_fields (reader, object, keys, fields))
    return;
  if (fields[1] == NULL)
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, object, "“weights” is missing");
  else
    read_weights (reader, fields[0], fields[1], weights);
}

void
bl_kb_read_name_model (BlKbReader *reader, const cJSON *root)
{
  enum
  {
    FORMAT,
    ORIGIN,
    BIAS,
    WEIGHTS,
    IMPOSSIBLE,
    N_KEYS
  };
  static const char *const known[] = { "format", "origin", "bias", "weights", "impossible", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, root, known, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  bl_kb_need_text (reader, root, fields[ORIGIN], "origin");
  if (fields[WEIGHTS] == NULL || fields[IMPOSSIBLE] == NULL)
    {
      bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, root, "“%s” is missing",
                  fields[WEIGHTS] == NULL ? "weights" : "impossible");
      return;
    }
  BlNameModel *model = &reader->kb->name_model;
  model->is_there = TRUE;
  read_weights (reader, fields[BIAS], fields[WEIGHTS], &model->possible);
  read_impossible (reader, fields[IMPOSSIBLE], &model->impossible);
}
