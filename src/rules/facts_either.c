/* The facts of alternatives. Of several, only what is joined of one need of each must be there. The first join takes the rarest of
 * each; more begin with the other needs of the first alternative, since alternatives often share one: "({send} {troops}|{troops} be
 * {sent})" needs {troops} too. A need whose words are in the join already adds nothing to it. */
#include <string.h>

#include "rules/facts.h"

/* Of joins after the first, those that more than so many of 1,000 sentences meet are not kept. */
#define FREQUENT_JOIN 300

/* Words of longer joins are not compared with each other, nor is a word looked up in more than so many. */
#define COMPARED_WORDS 64
#define SOUGHT_WORDS 16u

void
bl_either_begin (BlEither *either, BlFacts *facts)
{
  *either = (BlEither){ .facts = facts };
  *facts = (BlFacts){ .size = BL_SIZE_GROUP };
}

/* Looks at the first words of the join only: more have hardly one in common. */
static gboolean
has_word (const BlJoin *join, const char *word)
{
  guint n = join->words != NULL ? MIN (join->words->len, SOUGHT_WORDS) : 0;
  for (guint i = 0; i < n; i++)
    if (strcmp (g_ptr_array_index (join->words, i), word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_joined (const BlJoin *join, const BlNeed *need)
{
  if (need->pairs != NULL || (need->types & ~join->types) != 0)
    return FALSE;
  if (need->n_words == 1)
    return has_word (join, need->words[0]);
  for (guint i = 0; i < join->n_vectors; i++)
    if (join->vectors[i] == need->words)
      return TRUE;
  return need->n_words == 0;
}

static void
join_need (BlJoin *join, const BlNeed *need)
{
  if (join->words == NULL)
    join->words = g_ptr_array_sized_new (16);
  join->types |= need->types;
  join->word_cost += need->word_cost;
  for (guint i = 0; i < need->n_words; i++)
    g_ptr_array_add (join->words, (gpointer) need->words[i]);
  if (join->n_vectors == 0)
    join->n_first = need->n_words;
  if (need->n_words > 1 && join->n_vectors < BL_MAX_VECTORS)
    join->vectors[join->n_vectors++] = need->words;
  if (need->pairs != NULL && join->pairs == NULL)
    join->pairs = g_new0 (BlCharPairs, 1);
  for (guint i = 0; need->pairs != NULL && i < BL_N_CHAR_CLASSES; i++)
    join->pairs->right[i] |= need->pairs->right[i];
  join->lost = join->words->len > BL_MAX_NEED_WORDS;
}

/* Returns which need of one it stands for. */
static guint
join_best (BlJoin *join, const BlFacts *one, guint rank)
{
  for (guint i = 0; i < one->n_needs; i++)
    if (has_joined (join, &one->needs[i]))
      return i;
  rank = MIN (rank, one->n_needs - 1);
  join_need (join, &one->needs[rank]);
  return rank;
}

/* What each join stands for in one has a place there. */
static void
join_places (BlEither *either, const BlFacts *one, const guint *chosen)
{
  const gboolean first = either->n == 1;
  for (guint i = 0; i < either->n_joins; i++)
    {
      BlJoin *join = &either->joins[i];
      const BlNeed *need = &one->needs[chosen[i]];
      join->before = first ? need->before : bl_distance_either (join->before, need->before);
      join->after = first ? need->after : bl_distance_either (join->after, need->after);
      join->list = join->list || need->list;
      for (guint k = 0; k < either->n_joins; k++)
        {
          const BlDistance between = one->between[chosen[i]][chosen[k]];
          either->between[i][k] = first ? between : bl_distance_either (either->between[i][k], between);
        }
    }
}

void
bl_either_add (BlEither *either, const BlFacts *one)
{
  BlFacts *facts = either->facts;
  facts->size = bl_facts_add_sizes (facts->size, one->size + 1);
  facts->first |= one->first;
  facts->last |= one->last;
  facts->width = either->n == 0 ? one->width : bl_distance_either (facts->width, one->width);
  either->n++;
  if (either->n == 1)
    {
      memcpy (facts->needs, one->needs, sizeof facts->needs);
      memcpy (facts->between, one->between, sizeof facts->between);
      facts->n_needs = one->n_needs;
      either->n_joins = MIN (one->n_needs, BL_MAX_JOINS);
    }
  either->lost = either->lost || one->n_needs == 0;
  guint chosen[BL_MAX_JOINS] = { 0 };
  for (guint i = 0; !either->lost && i < either->n_joins; i++)
    if (!either->joins[i].lost)
      chosen[i] = join_best (&either->joins[i], one, i);
  if (!either->lost)
    join_places (either, one, chosen);
}

/* Leaves each word once. */
static void
compare_words (BlJoin *join)
{
  GPtrArray *words = join->words;
  guint n = 0;
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      guint k = 0;
      while (k < n && strcmp (g_ptr_array_index (words, k), word) != 0)
        k++;
      if (k == n)
        words->pdata[n++] = (gpointer) word;
      else
        join->word_cost -= bl_word_frequency (word);
    }
  g_ptr_array_set_size (words, (gint) n);
}

/* The need of a join; its words stay where they are when they are those of one need. */
static BlNeed
need_of_join (BlJoin *join, BlArena *arena)
{
  gboolean one = join->n_vectors == 1 && join->words->len == join->n_first;
  if (!one && join->words->len <= COMPARED_WORDS)
    compare_words (join);
  BlNeed need = { .n_words = join->words->len, .types = join->types, .word_cost = join->word_cost };
  need.before = join->before;
  need.after = join->after;
  need.list = join->list;
  if (one)
    need.words = join->vectors[0];
  else
    {
      const char **words = bl_arena_alloc (arena, (need.n_words + 1) * sizeof *words);
      if (need.n_words > 0)
        memcpy (words, join->words->pdata, need.n_words * sizeof *words);
      need.words = words;
    }
  if (join->pairs != NULL)
    {
      BlCharPairs *pairs = bl_arena_new0 (arena, BlCharPairs);
      *pairs = *join->pairs;
      need.pairs = pairs;
    }
  bl_need_add_costs (&need);
  return need;
}

/* The distances of the needs of facts, which have the numbers of their joins, to that of another join. */
static void
distances_to (const BlEither *either, guint join, BlDistance *from)
{
  for (guint i = 0; i < either->facts->n_needs; i++)
    from[i] = either->between[either->facts->needs[i].number - 1][join];
}

void
bl_either_end (BlEither *either, BlArena *arena)
{
  BlFacts *facts = either->facts;
  if (either->n > 1)
    facts->n_needs = 0;
  for (guint i = 0; i < either->n_joins; i++)
    {
      BlJoin *join = &either->joins[i];
      if (either->n > 1 && !either->lost && !join->lost)
        {
          BlNeed need = need_of_join (join, arena);
          BlDistance from[BL_MAX_NEEDS];
          need.number = (guint8) (i + 1);
          distances_to (either, i, from);
          if (i == 0 || need.cost <= FREQUENT_JOIN)
            bl_facts_add_placed (facts, &need, from);
        }
      if (join->words != NULL)
        g_ptr_array_unref (join->words);
      g_free (join->pairs);
    }
}
