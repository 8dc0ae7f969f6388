#include "knowledge/name_alignment.h"

#include <string.h>

#include "knowledge/name_distance.h"

/* Measured on 1,539 variants of politicians' names, 4,000 politicians who are not in the base, and 2,356 pairs of relatives. */
#define ALIKE_CLASS 0.98  /* of one transliteration class, written otherwise */
#define ALIKE_GIVEN 0.95  /* nicknames, given names in another language */
#define OTHER_GIVEN 0.88  /* two known given names that are not one: Michael and Michelle are rarely a slip */
#define ALIKE_INITIAL 0.9 /* "D." for Dominic */
#define LIGHT_WEIGHT 0.25 /* of initials and particles, against words */

/* The rest is filled by pair_column() and align(). */
static void
init_alignment (BlNameAlignment *alignment, BlNameQuery *query, const BlNameToken *const *b, guint n_b, guint16 b_family)
{
  alignment->query = query;
  alignment->b = b;
  alignment->n_a = query->n;
  alignment->n_b = n_b;
  alignment->b_family = b_family;
}

static BlNamePair
pair_initial (const BlNameToken *a, const BlNameToken *b)
{
  if (a->text[0] != b->text[0])
    return (BlNamePair){ BL_PAIR_NONE, 0 };
  return (BlNamePair){ BL_PAIR_INITIAL, ALIKE_INITIAL };
}

static BlNamePair
pair_words (const BlNameAlignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  const gboolean given = !bl_name_is_family (alignment, j);
  const BlGivenRelation relation = given ? bl_given_names_relation (a->given, b->given) : BL_GIVEN_UNRELATED;
  BlNamePair pair = { BL_PAIR_NONE, 0 };
  if (a->sounds.length == b->sounds.length && memcmp (a->name_class, b->name_class, a->sounds.length) == 0)
    pair = (BlNamePair){ BL_PAIR_CLASS, ALIKE_CLASS };
  else if (relation == BL_GIVEN_TRANSLITERATION)
    return (BlNamePair){ BL_PAIR_TRANSLITERATION, ALIKE_GIVEN };
  else
    {
      double alike = bl_name_query_alike (alignment->query, i, b);
      if (given && a->given != NULL && b->given != NULL)
        alike *= OTHER_GIVEN;
      if (alike >= BL_NAME_LEAST_ALIKE)
        pair = (BlNamePair){ BL_PAIR_NEAR, alike * ALIKE_CLASS };
    }
  if (relation == BL_GIVEN_NICKNAME)
    return (BlNamePair){ BL_PAIR_NICKNAME, MAX (pair.alike, ALIKE_GIVEN) };
  return pair;
}

static BlNamePair
pair_tokens (const BlNameAlignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  if (a->length == b->length && memcmp (a->text, b->text, a->length) == 0)
    return (BlNamePair){ BL_PAIR_EQUAL, 1 };
  if (a->kind == BL_TOKEN_PARTICLE && b->kind == BL_TOKEN_PARTICLE)
    return (BlNamePair){ BL_PAIR_EQUAL, ALIKE_CLASS }; /* al-Sisi, el-Sisi */
  if (a->kind == BL_TOKEN_PARTICLE || b->kind == BL_TOKEN_PARTICLE)
    return (BlNamePair){ BL_PAIR_NONE, 0 };
  if (a->kind == BL_TOKEN_INITIAL || b->kind == BL_TOKEN_INITIAL)
    return pair_initial (a, b);
  return pair_words (alignment, i, j);
}

gboolean
bl_name_may_pair (BlNameQuery *query, guint word, const BlNameToken *token)
{
  BlNameAlignment alignment;
  init_alignment (&alignment, query, &token, 1, 0);
  if (pair_tokens (&alignment, word, 0).alike > 0)
    return TRUE;
  alignment.b_family = 1;
  return pair_tokens (&alignment, word, 0).alike > 0;
}

/* Compares the jth word of b with every word of a. TRUE when one of these may be its partner. */
static gboolean
pair_column (BlNameAlignment *alignment, guint j)
{
  gboolean any = FALSE;
  for (guint i = 0; i < alignment->n_a; i++)
    {
      alignment->pairs[i][j] = pair_tokens (alignment, i, j);
      any |= alignment->pairs[i][j].alike > 0;
    }
  return any;
}

/* Compares all words, those of the family name first. FALSE as soon as it is clear that bl_name_is_possible() will say no: no word may be
 * the family name, or the first word of one side has no partner. Nine of ten candidates end here. */
static gboolean
pair_all (BlNameAlignment *alignment, gboolean is_alone)
{
  gboolean family = FALSE;
  for (guint j = 0; j < alignment->n_b; j++)
    if (bl_name_is_family (alignment, j))
      family |= pair_column (alignment, j);
  if (!family)
    return FALSE;
  for (guint j = 0; j < alignment->n_b; j++)
    if (!bl_name_is_family (alignment, j) && !pair_column (alignment, j) && j == 0 && !is_alone)
      return FALSE;
  gboolean first = is_alone;
  for (guint j = 0; j < alignment->n_b; j++)
    first |= alignment->pairs[0][j].alike > 0;
  return first;
}

/* Pairs the words, the most alike first. */
static void
align (BlNameAlignment *alignment)
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

void
bl_name_align (BlNameAlignment *alignment, BlNameQuery *query, const BlNameToken *const *b, guint n_b, guint16 b_family)
{
  init_alignment (alignment, query, b, n_b, b_family);
  for (guint j = 0; j < n_b; j++)
    pair_column (alignment, j);
  align (alignment);
}

gboolean
bl_name_align_form (BlNameAlignment *alignment, BlNameQuery *query, const BlNameForm *form)
{
  init_alignment (alignment, query, form->tokens, form->n, form->family);
  if (!pair_all (alignment, form->is_family || form->n == 1))
    return FALSE;
  align (alignment);
  return TRUE;
}

double
bl_name_weight (const BlNameToken *token)
{
  return token->kind == BL_TOKEN_WORD ? token->weight : token->weight * LIGHT_WEIGHT;
}

static void
count_pair (BlNameSummary *summary, const BlNameAlignment *alignment, guint i, guint j)
{
  const BlNameToken *a = &alignment->query->tokens[i];
  const BlNameToken *b = alignment->b[j];
  BlNamePair pair = alignment->pairs[i][j];
  double weight = (bl_name_weight (a) + bl_name_weight (b)) / 2;
  if (pair.kind == BL_PAIR_INITIAL)
    weight = MIN (bl_name_weight (a), bl_name_weight (b));
  summary->alike += weight * pair.alike;
  summary->weight += weight;
  if (b->kind == BL_TOKEN_PARTICLE)
    return;
  gboolean is_word = a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD;
  summary->pairs++;
  summary->words += is_word;
  summary->family |= is_word && bl_name_is_family (alignment, j);
  summary->first_a |= i == 0;
  summary->first_b |= j == 0;
  summary->near |= pair.kind == BL_PAIR_NEAR;
  summary->class_pairs |= pair.kind == BL_PAIR_CLASS || pair.kind == BL_PAIR_TRANSLITERATION;
}

/* A particle may be missing inside a name; at its start it is somebody's name: Al Green, Des Browne. */
static void
count_over (BlNameSummary *summary, const BlNameToken *token, gboolean is_first, guint *words, gboolean *initials)
{
  if (token->kind == BL_TOKEN_PARTICLE && !is_first)
    return;
  if (token->kind == BL_TOKEN_INITIAL)
    *initials = TRUE;
  else
    (*words)++;
  summary->over_weight += bl_name_weight (token);
}

/* A patronymic stands behind a given name, in a name of three words. */
static gboolean
is_father (const BlNameToken *token, guint at, guint n)
{
  return at > 0 && n > 2 && token->kind == BL_TOKEN_WORD && (token->kinds & BL_NAME_PATRONYMIC) != 0;
}

static void
count_all_over (BlNameSummary *summary, const BlNameAlignment *alignment)
{
  const guint n_a = alignment->n_a;
  const guint n_b = alignment->n_b;
  for (guint i = 0; i < n_a; i++)
    summary->fathers_a += alignment->partner_of_a[i] < 0 && is_father (&alignment->query->tokens[i], i, n_a);
  for (guint j = 0; j < n_b; j++)
    summary->fathers_b
        += alignment->partner_of_b[j] < 0 && !bl_name_is_family (alignment, j) && is_father (alignment->b[j], j, n_b);
  const gboolean both = summary->fathers_a > 0 && summary->fathers_b > 0;
  for (guint i = 0; i < n_a; i++)
    if (alignment->partner_of_a[i] < 0 && (both || !is_father (&alignment->query->tokens[i], i, n_a)))
      count_over (summary, &alignment->query->tokens[i], i == 0, &summary->over_a, &summary->initials_a);
  for (guint j = 0; j < n_b; j++)
    if (alignment->partner_of_b[j] < 0 && (both || bl_name_is_family (alignment, j) || !is_father (alignment->b[j], j, n_b)))
      count_over (summary, alignment->b[j], FALSE, &summary->over_b, &summary->initials_b);
}

/* Words before "bin" have partners behind it, and the other way round. */
static gboolean
descends_otherwise (const BlNameAlignment *alignment)
{
  guint at_a = 0;
  guint at_b = 0;
  while (at_a < alignment->n_a && (alignment->query->tokens[at_a].kinds & BL_NAME_DESCENT) == 0)
    at_a++;
  while (at_b < alignment->n_b && (alignment->b[at_b]->kinds & BL_NAME_DESCENT) == 0)
    at_b++;
  if (at_a == alignment->n_a || at_b == alignment->n_b)
    return FALSE;
  gboolean down = FALSE;
  gboolean up = FALSE;
  for (guint i = 0; i < alignment->n_a; i++)
    {
      const gint partner = alignment->partner_of_a[i];
      down |= i < at_a && partner > (gint) at_b;
      up |= i > at_a && partner >= 0 && partner < (gint) at_b;
    }
  return down && up;
}

BlNameSummary
bl_name_sum_up (const BlNameAlignment *alignment)
{
  BlNameSummary summary = { 0 };
  for (guint i = 0; i < alignment->n_a; i++)
    if (alignment->partner_of_a[i] >= 0)
      count_pair (&summary, alignment, i, (guint) alignment->partner_of_a[i]);
  count_all_over (&summary, alignment);
  summary.descends_otherwise = alignment->query->n_particles > 0 && descends_otherwise (alignment);
  return summary;
}

gboolean
bl_name_is_possible (const BlNameSummary *summary, gboolean is_alone)
{
  if (!summary->family || summary->descends_otherwise || (summary->over_a > 0 && summary->over_b > 0))
    return FALSE;
  if (summary->initials_a && summary->initials_b) /* James S. Conway, James T. Conway */
    return FALSE;
  if (is_alone)
    return summary->over_a == 0 && summary->over_b == 0 && !summary->initials_a;
  return summary->pairs >= 2 && summary->first_a && summary->first_b;
}
