#include "knowledge/name_look.h"

#include <string.h>

enum
{
  GROUPS = 16,        /* of consonants in a skeleton */
  NEAR_AT_FIRST = 256 /* room for near tokens */
};

/* Takes from the limits of shorter tokens what leaving out the cheapest sounds of the word costs, as many as it has more. */
static void
tighten_limits (BlNameLook *look)
{
  const BlNameSounds *word = &look->word->sounds;
  guint8 omits[BL_NAME_CLASS_MAX];
  for (guint i = 0; i < word->length; i++)
    {
      const guint8 omit = look->costs->least_omit[word->list[i]];
      guint at = i;
      for (; at > 0 && omits[at - 1] > omit; at--)
        omits[at] = omits[at - 1];
      omits[at] = omit;
    }
  int sum = 0;
  for (guint missing = 1; missing <= word->length; missing++)
    {
      gint16 *limit = &look->limits[word->length - missing];
      sum += omits[missing - 1];
      *limit = (gint16) MAX (*limit - sum, -1);
    }
}

void
bl_name_look_init (BlNameLook *look, const BlNameIndex *index, const BlNameToken *word)
{
  look->word = word;
  look->costs = index->costs;
  look->has_many = bl_name_many_init (&look->many, index->costs, &word->sounds);
  for (guint i = 0; i < BL_NAME_CLASS_MAX; i++)
    look->limits[i] = look->budgets[i] = (gint16) bl_name_sounds_budget (word->sounds.length, i, BL_NAME_LEAST_ALIKE);
  tighten_limits (look);
}

/* --- close ---------------------------------------------------------------------------------------------------------- */

double
bl_name_look_at (const BlNameLook *look, const BlNameIndex *index, guint32 token)
{
  const BlNameHead *head = &index->heads[token];
  const int limit = look->limits[head->length];
  if (limit < 0)
    return 0;
  const guint least = bl_name_many_least (&look->many, head);
  if ((int) least > limit)
    return 0;
  if (!look->has_many || head->length > BL_NAME_HEAD_SOUNDS || head->length == 0)
    {
      BlNameToken view;
      bl_name_index_token (index, token, &view);
      return bl_name_sounds_similarity (look->costs, &look->word->sounds, &view.sounds, BL_NAME_LEAST_ALIKE);
    }
  const guint budget = (guint) look->budgets[head->length];
  const guint distance = bl_name_many_distance (&look->many, head, least, budget);
  return distance <= budget ? bl_name_sounds_alike (distance, MAX (look->word->sounds.length, head->length)) : 0;
}

/* --- from afar ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const BlNameLook *look;
  const BlNameIndex *index;
  guint8 least_of_group[GROUPS]; /* of a consonant in a skeleton */
  GArray *near;
} Finding;

static void
fill_groups (Finding *finding)
{
  memset (finding->least_of_group, G_MAXUINT8, sizeof finding->least_of_group);
  for (guint sound = 1; sound < BL_NAME_N_SOUNDS; sound++)
    {
      guint8 *least = &finding->least_of_group[finding->index->group_of_sound[sound]];
      *least = MIN (*least, finding->look->many.least[sound]);
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
look_at_range (Finding *finding, const BlSkeletonRange *range)
{
  for (guint32 i = range->first; i < range[1].first; i++)
    {
      const BlNearToken near = { .token = i, .alike = bl_name_look_at (finding->look, finding->index, i) };
      if (near.alike > 0)
        g_array_append_val (finding->near, near);
    }
}

BlNearTokens *
bl_name_look_find (const BlNameLook *look, const BlNameIndex *index)
{
  const BlSkeletonTable *skeletons = &index->skeletons;
  g_auto (BlBitSet) like = bl_bit_set_new (skeletons->n_ranges);
  g_autoptr (GArray) near = g_array_sized_new (FALSE, FALSE, sizeof (BlNearToken), NEAR_AT_FIRST);
  Finding finding = { .look = look, .index = index, .near = near };
  fill_groups (&finding);
  bl_skeleton_table_find (skeletons, look->word->name_class, &like);
  for (guint i = bl_bit_set_next (&like, 0); i != G_MAXUINT; i = bl_bit_set_next (&like, i + 1))
    if (!is_far (&finding, &skeletons->ranges[i]))
      look_at_range (&finding, &skeletons->ranges[i]);
  BlNearTokens *tokens = g_malloc (sizeof *tokens + near->len * sizeof (BlNearToken));
  tokens->n = near->len;
  if (near->len > 0)
    memcpy (tokens->list, near->data, near->len * sizeof (BlNearToken));
  return tokens;
}
