#include "knowledge/name_look.h"

#include <string.h>

enum
{
  GROUPS = 16,  /* of consonants in a skeleton */
  AT_ONCE = 256 /* tokens that are looked at twice together */
};

void
bl_name_look_init (BlNameLook *look, const BlNameIndex *index, const BlNameToken *word)
{
  look->word = word;
  look->costs = index->costs;
  look->has_many = bl_name_many_init (&look->many, index->costs, &word->sounds);
  memcpy (look->least, word->sounds.least, sizeof look->least);
  look->least[0] = 0; /* no sound */
  for (guint i = 0; i < BL_NAME_CLASS_MAX; i++)
    look->budgets[i] = (gint16) bl_name_sounds_budget (word->sounds.length, i, BL_NAME_LEAST_ALIKE);
}

/* --- close ---------------------------------------------------------------------------------------------------------- */

static void
look_alone (const BlNameLook *look, const BlNameIndex *index, guint32 number, double *alike)
{
  BlNameToken token;
  bl_name_index_token (index, number, &token);
  *alike = bl_name_sounds_similarity (look->costs, &look->word->sounds, &token.sounds, BL_NAME_LEAST_ALIKE);
}

/* Compares up to BL_NAME_LANES tokens, whose places in the list are at. */
static void
look_together (const BlNameLook *look, const BlNameIndex *index, const guint32 *numbers, guint n, double *alike)
{
  const BlNameHead *heads[BL_NAME_LANES];
  gint16 distances[BL_NAME_LANES];
  for (guint k = 0; k < BL_NAME_LANES; k++)
    heads[k] = &index->heads[numbers[k < n ? k : 0]];
  bl_name_many_distances (&look->many, heads, distances);
  for (guint k = 0; k < n; k++)
    {
      const gboolean is_near = distances[k] <= look->budgets[heads[k]->length];
      const guint longest = MAX (look->word->sounds.length, heads[k]->length);
      alike[k] = is_near ? bl_name_sounds_alike ((guint) distances[k], longest) : 0;
    }
}

void
bl_name_look_at (const BlNameLook *look, const BlNameIndex *index, const guint32 *tokens, guint n, BlNameNearVisit visit,
                 gpointer user_data)
{
  for (guint first = 0; first < n;)
    {
      double alike[BL_NAME_LANES];
      guint end = first;
      while (look->has_many && end < n && end - first < BL_NAME_LANES
             && index->heads[tokens[end]].length <= BL_NAME_HEAD_SOUNDS)
        end++;
      if (end > first)
        look_together (look, index, &tokens[first], end - first, alike);
      else
        look_alone (look, index, tokens[end++], alike);
      for (guint i = first; i < end; i++)
        if (alike[i - first] > 0)
          visit (i, alike[i - first], user_data);
      first = end;
    }
}

/* --- from afar ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const BlNameLook *look;
  const BlNameIndex *index;
  guint8 least_of_group[GROUPS]; /* of a consonant in a skeleton */
  guint n;
  guint32 tokens[AT_ONCE]; /* to be looked at closely */
  GArray *near;
} Finding;

static void
fill_groups (Finding *finding)
{
  memset (finding->least_of_group, G_MAXUINT8, sizeof finding->least_of_group);
  for (guint sound = 1; sound < BL_NAME_N_SOUNDS; sound++)
    {
      guint8 *least = &finding->least_of_group[finding->index->group_of_sound[sound]];
      *least = MIN (*least, finding->look->least[sound]);
    }
  finding->least_of_group[0] = 0;
}

/* No token of the range can be near: its consonants alone cost too much. */
static gboolean
is_far (const Finding *finding, const BlSkeletonRange *range)
{
  const guint longest = MAX (range->longest, finding->look->word->sounds.length);
  const int budget = bl_name_sounds_budget (longest, longest, BL_NAME_LEAST_ALIKE);
  int least = 0;
  for (guint64 rest = range->skeleton; rest != 0; rest >>= 4)
    least += finding->least_of_group[rest & 15];
  return least > budget;
}

static void
add_near (guint at, double alike, gpointer data)
{
  Finding *finding = data;
  const BlNearToken near = { .token = finding->tokens[at], .alike = alike };
  g_array_append_val (finding->near, near);
}

static void
look_closely (Finding *finding)
{
  bl_name_look_at (finding->look, finding->index, finding->tokens, finding->n, add_near, finding);
  finding->n = 0;
}

static guint
least_of_head (const BlNameLook *look, const BlNameHead *head)
{
  guint least = 0;
  for (guint i = 0; i < 8; i++)
    least += look->least[head->sounds[i]];
  if (head->length > 8)
    for (guint i = 8; i < BL_NAME_HEAD_SOUNDS; i++)
      least += look->least[head->sounds[i]];
  return least;
}

static void
look_at_range (Finding *finding, const BlSkeletonRange *range)
{
  for (guint32 i = range->first; i < range[1].first; i++)
    {
      const BlNameHead *head = &finding->index->heads[i];
      if ((int) least_of_head (finding->look, head) > finding->look->budgets[head->length])
        continue;
      finding->tokens[finding->n++] = i;
      if (finding->n == AT_ONCE)
        look_closely (finding);
    }
}

BlNearTokens *
bl_name_look_find (const BlNameLook *look, const BlNameIndex *index)
{
  const BlSkeletonTable *skeletons = &index->skeletons;
  g_auto (BlBitSet) like = bl_bit_set_new (skeletons->n_ranges);
  g_autoptr (GArray) near = g_array_sized_new (FALSE, FALSE, sizeof (BlNearToken), AT_ONCE);
  Finding finding = { .look = look, .index = index, .near = near };
  fill_groups (&finding);
  bl_skeleton_table_find (skeletons, look->word->name_class, &like);
  for (guint i = bl_bit_set_next (&like, 0); i != G_MAXUINT; i = bl_bit_set_next (&like, i + 1))
    if (!is_far (&finding, &skeletons->ranges[i]))
      look_at_range (&finding, &skeletons->ranges[i]);
  look_closely (&finding);
  BlNearTokens *tokens = g_malloc (sizeof *tokens + near->len * sizeof (BlNearToken));
  tokens->n = near->len;
  if (near->len > 0)
    memcpy (tokens->list, near->data, near->len * sizeof (BlNearToken));
  return tokens;
}
