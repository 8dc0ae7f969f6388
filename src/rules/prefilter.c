/* The index of a prefilter: made once, then only read. */
#include "rules/prefilter_index.h"

#include <string.h>

/* A need whose words are in at most so many of 1,000 sentences is among what the backend finds, also when it is no trigger: a hit costs
 * about as much as a tenth of reading the words of a sentence. */
#define LISTED_COST 50

/* --- lists of numbers -------------------------------------------------------------------------------------------- */

/* Collects (key, value), in order of value. */
static void
add_entry (GArray *entries, guint32 key, guint32 value)
{
  guint64 entry = (guint64) key << 32 | value;
  g_array_append_val (entries, entry);
}

/* Sorts what was collected by key; takes entries. O(entries + keys). */
static BlNumberLists
make_lists (GArray *entries, guint n_keys, BlArena *arena)
{
  BlNumberLists lists = { .starts = bl_arena_alloc (arena, (n_keys + 2) * sizeof (guint32)),
                          .values = bl_arena_alloc (arena, (entries->len + 1) * sizeof (guint32)) };
  memset (lists.starts, 0, (n_keys + 2) * sizeof (guint32));
  const guint64 *all = (const guint64 *) (void *) entries->data;
  for (guint i = 0; i < entries->len; i++)
    lists.starts[(all[i] >> 32) + 2]++;
  for (guint k = 2; k < n_keys + 2; k++)
    lists.starts[k] += lists.starts[k - 1];
  for (guint i = 0; i < entries->len; i++)
    lists.values[lists.starts[(all[i] >> 32) + 1]++] = (guint32) all[i];
  g_array_unref (entries);
  return lists;
}

/* --- building ---------------------------------------------------------------------------------------------------- */
typedef struct
{
  BlPrefilter *prefilter;
  GHashTable *numbers;  /* word → its number + 1 */
  GHashTable *vectors;  /* vector of words as facts have it → its numbers: needs of one fragment share it */
  GHashTable *distinct; /* BlIndexedNeed → its number */
  GArray *needs;        /* BlIndexedNeed * */
} Builder;

static guint
hash_need (gconstpointer data)
{
  const BlIndexedNeed *need = data;
  guint hash = need->types * 31 + need->n_words;
  for (guint i = 0; i < need->n_words; i++)
    hash = hash * 16777619u ^ need->words[i];
  for (guint i = 0; need->pairs != NULL && i < BL_N_CHAR_CLASSES; i++)
    hash = hash * 16777619u ^ (guint) (need->pairs->right[i] ^ need->pairs->right[i] >> 32);
  return hash;
}

static gboolean
equal_needs (gconstpointer a, gconstpointer b)
{
  const BlIndexedNeed *first = a;
  const BlIndexedNeed *second = b;
  if (first->types != second->types || first->n_words != second->n_words || (first->pairs == NULL) != (second->pairs == NULL))
    return FALSE;
  return (first->n_words == 0 || memcmp (first->words, second->words, first->n_words * sizeof *first->words) == 0)
         && (first->pairs == NULL || memcmp (first->pairs, second->pairs, sizeof *first->pairs) == 0);
}

static guint32
number_of (Builder *builder, const char *word)
{
  GPtrArray *words = builder->prefilter->words;
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->numbers, word));
  if (number > 0)
    return number - 1;
  word = bl_arena_strndup (builder->prefilter->arena, word, strlen (word));
  g_ptr_array_add (words, (gpointer) word);
  g_hash_table_insert (builder->numbers, (gpointer) word, GUINT_TO_POINTER (words->len));
  return words->len - 1;
}

static const guint32 *
number_words (Builder *builder, const BlNeed *need)
{
  guint32 *words = g_hash_table_lookup (builder->vectors, need->words);
  if (need->n_words == 0 || words != NULL)
    return words;
  words = bl_arena_alloc (builder->prefilter->arena, need->n_words * sizeof *words);
  for (guint i = 0; i < need->n_words; i++)
    words[i] = number_of (builder, need->words[i]);
  g_hash_table_insert (builder->vectors, (gpointer) need->words, words);
  return words;
}

static guint32
index_need (Builder *builder, const BlNeed *need)
{
  const BlIndexedNeed wanted = { .words = number_words (builder, need),
                                 .n_words = need->n_words,
                                 .types = need->types,
                                 .pairs = need->pairs,
                                 .listed = need->word_cost <= LISTED_COST };
  gpointer number = NULL;
  if (g_hash_table_lookup_extended (builder->distinct, &wanted, NULL, &number))
    return GPOINTER_TO_UINT (number);
  BlIndexedNeed *kept = bl_arena_alloc (builder->prefilter->arena, sizeof *kept);
  *kept = wanted;
  if (need->pairs != NULL)
    kept->pairs = memcpy (bl_arena_alloc (builder->prefilter->arena, sizeof *need->pairs), need->pairs, sizeof *need->pairs);
  g_array_append_val (builder->needs, kept);
  g_hash_table_insert (builder->distinct, kept, GUINT_TO_POINTER (builder->needs->len - 1));
  return builder->needs->len - 1;
}

/* The steps of one phrase while they are collected. */
typedef struct
{
  const BlFacts *facts;
  const guint32 *needs;
  guint order[BL_MAX_NEEDS];
  BlPlaceStep steps[BL_MAX_NEEDS * (BL_MAX_NEEDS + 2) + 1];
  guint n;
} Steps;

static BlDistance
distance_between (const Steps *steps, guint from, guint to)
{
  return steps->facts->between[steps->order[from]][steps->order[to]];
}

static void
add_step (Steps *steps, guint from, guint to, BlDistance distance)
{
  if (bl_distance_implies (BL_ANYWHERE, distance))
    return;
  BlPlaceStep step = { .need = BL_NO_NEED, .from_need = BL_NO_NEED, .to = (guint8) to, .from = (guint8) from };
  step.distance = distance;
  if (to < BL_MAX_NEEDS)
    {
      step.need = steps->needs[steps->order[to]];
      step.list = steps->facts->needs[steps->order[to]].list;
    }
  if (from < BL_MAX_NEEDS)
    step.from_need = steps->needs[steps->order[from]];
  steps->steps[steps->n++] = step;
}

/* Of a phrase that stands at an edge of the sentence: how long it is, and how far its needs are from that edge. */
static void
add_edges (Steps *steps)
{
  const BlFacts *facts = steps->facts;
  if (facts->at_start && facts->at_end)
    add_step (steps, BL_PLACE_START, BL_PLACE_END, facts->width);
  for (guint i = 0; i < facts->n_needs; i++)
    {
      if (facts->at_start)
        add_step (steps, BL_PLACE_START, i, facts->needs[steps->order[i]].before);
      if (facts->at_end)
        add_step (steps, BL_PLACE_END, i, bl_distance_back (facts->needs[steps->order[i]].after));
    }
}

/* From each need to those behind it, but not where others imply it. */
static void
add_pairs_of_needs (Steps *steps)
{
  for (guint to = 1; to < steps->facts->n_needs; to++)
    for (guint from = to; from-- > 0;)
      {
        const BlDistance distance = distance_between (steps, from, to);
        gboolean implied = FALSE;
        for (guint i = from + 1; i < to && !implied; i++)
          implied = bl_distance_implies (bl_distance_add (distance_between (steps, from, i), distance_between (steps, i, to)),
                                         distance);
        if (!implied)
          add_step (steps, from, to, distance);
      }
}

static void
index_places (BlPrefilter *prefilter, BlIndexedPhrase *phrase, const BlFacts *facts)
{
  Steps steps = { .facts = facts, .needs = phrase->needs };
  bl_facts_order (facts, steps.order);
  add_edges (&steps);
  add_pairs_of_needs (&steps);
  phrase->n_steps = (guint8) steps.n;
  if (steps.n > 0)
    {
      BlPlaceStep *kept = bl_arena_alloc (prefilter->arena, steps.n * sizeof *kept);
      phrase->steps = memcpy (kept, steps.steps, steps.n * sizeof *kept);
    }
}

static void
number_needs (Builder *builder, const BlPrefilterPhrase *phrases)
{
  BlPrefilter *prefilter = builder->prefilter;
  for (guint32 i = 0; i < prefilter->n_phrases; i++)
    {
      BlIndexedPhrase *phrase = &prefilter->phrases[i];
      const BlFacts *facts = phrases != NULL ? phrases[i].facts : NULL;
      *phrase = (BlIndexedPhrase){ .barred = phrases != NULL ? (guint8) phrases[i].barred : 0 };
      for (guint n = 0; facts != NULL && n < facts->n_needs; n++)
        phrase->needs[phrase->n_needs++] = index_need (builder, &facts->needs[n]);
      if (facts != NULL)
        index_places (prefilter, phrase, facts);
      if (phrase->n_needs == 0)
        prefilter->open[prefilter->n_open++] = i;
      else
        ((BlIndexedNeed *) g_array_index (builder->needs, BlIndexedNeed *, phrase->needs[0]))->listed = TRUE;
    }
  prefilter->n_needs = builder->needs->len;
  prefilter->needs = bl_arena_alloc (prefilter->arena, (prefilter->n_needs + 1) * sizeof *prefilter->needs);
  for (guint i = 0; i < prefilter->n_needs; i++)
    prefilter->needs[i] = *g_array_index (builder->needs, const BlIndexedNeed *, i);
}

/* --- groups ------------------------------------------------------------------------------------------------------ */
static gint
compare_groups (gconstpointer a, gconstpointer b)
{
  const BlPhraseGroup *first = a;
  const BlPhraseGroup *second = b;
  if (first->trigger != second->trigger)
    return first->trigger < second->trigger ? -1 : 1;
  if (first->second != second->second)
    return first->second < second->second ? -1 : 1;
  return first->first < second->first ? -1 : first->first > second->first;
}

/* Listed needs come before others, as they are known at once; the trigger stays first. Returns the need to group by. */
static guint32
order_needs (const BlPrefilter *prefilter, BlIndexedPhrase *phrase)
{
  guint32 second = BL_NO_NEED;
  guint at = 1;
  for (guint i = 1; i < phrase->n_needs; i++)
    {
      const guint32 number = phrase->needs[i];
      const BlIndexedNeed *need = &prefilter->needs[number];
      if (!need->listed)
        continue;
      if (second == BL_NO_NEED && need->types == 0 && need->pairs == NULL)
        second = number;
      for (guint k = i; k > at; k--)
        phrase->needs[k] = phrase->needs[k - 1];
      phrase->needs[at++] = number;
    }
  return second;
}

static void
add_group (BlPrefilter *prefilter, guint32 number)
{
  const BlPhraseGroup *group = &prefilter->groups[number];
  const guint32 hash = bl_group_hash (group->trigger, group->second);
  prefilter->group_filter[hash & prefilter->group_mask / 8] |= bl_group_filter_bits (hash);
  guint32 at = hash & prefilter->group_mask;
  while (prefilter->group_table[at] != 0)
    at = (at + 1) & prefilter->group_mask;
  prefilter->group_table[at] = number + 1;
}

/* Sorts phrases (a BlPhraseGroup each, whose first is the phrase) and joins those of one trigger and second. */
static void
join_groups (BlPrefilter *prefilter, GArray *phrases)
{
  g_array_sort (phrases, compare_groups);
  prefilter->groups = bl_arena_alloc (prefilter->arena, (phrases->len + 1) * sizeof *prefilter->groups);
  prefilter->groups_of = bl_arena_alloc (prefilter->arena, (prefilter->n_needs + 1) * sizeof *prefilter->groups_of);
  prefilter->grouped = bl_arena_alloc (prefilter->arena, (phrases->len + 1) * sizeof *prefilter->grouped);
  guint32 n = 0;
  guint32 need = 0;
  for (guint32 i = 0; i < phrases->len; i++)
    {
      const BlPhraseGroup *it = &g_array_index (phrases, BlPhraseGroup, i);
      prefilter->grouped[i] = it->first;
      if (n == 0 || prefilter->groups[n - 1].trigger != it->trigger || prefilter->groups[n - 1].second != it->second)
        {
          for (; need <= it->trigger; need++)
            prefilter->groups_of[need] = n;
          prefilter->groups[n++] = (BlPhraseGroup){ .trigger = it->trigger, .second = it->second, .first = i };
        }
      prefilter->groups[n - 1].end = i + 1;
    }
  for (; need <= prefilter->n_needs; need++)
    prefilter->groups_of[need] = n;

  guint32 size = 16;
  while (size < 2 * n)
    size *= 2;
  prefilter->group_mask = size - 1;
  prefilter->group_table = bl_arena_alloc (prefilter->arena, size * sizeof *prefilter->group_table);
  memset (prefilter->group_table, 0, size * sizeof *prefilter->group_table);
  prefilter->group_filter = bl_arena_alloc (prefilter->arena, 8 * size / 64 * sizeof *prefilter->group_filter);
  memset (prefilter->group_filter, 0, 8 * size / 64 * sizeof *prefilter->group_filter);
  for (guint32 i = 0; i < n; i++)
    add_group (prefilter, i);
}

static void
group_phrases (BlPrefilter *prefilter)
{
  g_autoptr (GArray) phrases = g_array_sized_new (FALSE, FALSE, sizeof (BlPhraseGroup), prefilter->n_phrases);
  for (guint32 i = 0; i < prefilter->n_phrases; i++)
    {
      BlIndexedPhrase *phrase = &prefilter->phrases[i];
      if (phrase->n_needs == 0)
        continue;
      const BlPhraseGroup one = { .trigger = phrase->needs[0], .second = order_needs (prefilter, phrase), .first = i };
      g_array_append_val (phrases, one);
    }
  join_groups (prefilter, phrases);
}

/* --- triggers ---------------------------------------------------------------------------------------------------- */
static void
add_pairs (BlPrefilter *prefilter, GArray *entries, const BlCharPairs *pairs, guint32 need)
{
  prefilter->any_pairs = TRUE;
  for (guint32 a = 0; a < BL_N_CHAR_CLASSES; a++)
    {
      prefilter->pairs.right[a] |= pairs->right[a];
      for (guint32 b = 0; b < BL_N_CHAR_CLASSES; b++)
        if (pairs->right[a] >> b & 1)
          add_entry (entries, a * BL_N_CHAR_CLASSES + b, need);
    }
}

static void
list_words (BlPrefilter *prefilter)
{
  GArray *by_word = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree guint32 *listed = g_new0 (guint32, prefilter->words->len + 1); /* word → listed word + 1 */
  for (guint32 i = 0; i < prefilter->n_needs; i++)
    for (guint w = 0; prefilter->needs[i].listed && w < prefilter->needs[i].n_words; w++)
      {
        const guint32 word = prefilter->needs[i].words[w];
        if (listed[word] == 0)
          {
            g_ptr_array_add (prefilter->listed_words, g_ptr_array_index (prefilter->words, word));
            listed[word] = prefilter->listed_words->len;
          }
        add_entry (by_word, listed[word] - 1, i);
      }
  prefilter->by_word = make_lists (by_word, prefilter->listed_words->len, prefilter->arena);
}

static void
index_triggers (BlPrefilter *prefilter)
{
  GArray *by_type = g_array_new (FALSE, FALSE, sizeof (guint64));
  GArray *by_pair = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint32 i = 0; i < prefilter->n_needs; i++)
    {
      const BlIndexedNeed *need = &prefilter->needs[i];
      if (prefilter->groups_of[i] == prefilter->groups_of[i + 1])
        continue;
      for (guint32 type = 0; type < BL_N_MENTION_TYPES; type++)
        if (need->types & (1u << type))
          add_entry (by_type, type, i);
      prefilter->types |= need->types;
      if (need->pairs != NULL)
        add_pairs (prefilter, by_pair, need->pairs, i);
    }
  prefilter->by_type = make_lists (by_type, BL_N_MENTION_TYPES, prefilter->arena);
  prefilter->by_pair = make_lists (by_pair, BL_N_CHAR_CLASSES * BL_N_CHAR_CLASSES, prefilter->arena);
}

/* Without phrases. */
static BlPrefilter *
new_empty (void)
{
  BlPrefilter *prefilter = g_new0 (BlPrefilter, 1);
  prefilter->arena = bl_arena_new ();
  prefilter->words = g_ptr_array_new ();
  prefilter->listed_words = g_ptr_array_new ();
  bl_letters_init (&prefilter->letters);
  return prefilter;
}

/* When all words are there. */
static void
make_tables (BlPrefilter *prefilter)
{
  bl_word_table_init (&prefilter->table, (const char *const *) prefilter->words->pdata, prefilter->words->len);
  bl_prefilter_use (prefilter, &bl_prefilter_hash, NULL);
}

static BlPrefilter *
new_prefilter (const BlPrefilterPhrase *phrases, guint n)
{
  BlPrefilter *prefilter = new_empty ();
  prefilter->phrases = bl_arena_alloc (prefilter->arena, (n + 1) * sizeof *prefilter->phrases);
  prefilter->open = bl_arena_alloc (prefilter->arena, (n + 1) * sizeof *prefilter->open);
  prefilter->n_phrases = n;

  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) vectors = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) distinct = g_hash_table_new (hash_need, equal_needs);
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (gpointer));
  Builder builder = { .prefilter = prefilter, .numbers = numbers, .vectors = vectors, .distinct = distinct, .needs = needs };
  number_needs (&builder, phrases);
  group_phrases (prefilter);
  list_words (prefilter);
  index_triggers (prefilter);
  make_tables (prefilter);
  return prefilter;
}

BlPrefilter *
bl_prefilter_read (BlArchive *archive)
{
  BlPrefilter *prefilter = new_empty ();
  bl_prefilter_walk (archive, prefilter);
  if (archive->broken) /* then nothing will be asked */
    {
      g_ptr_array_set_size (prefilter->words, 0);
      g_ptr_array_set_size (prefilter->listed_words, 0);
    }
  make_tables (prefilter);
  return prefilter;
}

BlPrefilter *
bl_prefilter_new (const BlPrefilterPhrase *phrases, guint n)
{
  return new_prefilter (phrases, n);
}

BlPrefilter *
bl_prefilter_new_open (guint n)
{
  return new_prefilter (NULL, n);
}

void
bl_prefilter_free (BlPrefilter *prefilter)
{
  if (prefilter == NULL)
    return;
  prefilter->class->free (prefilter->backend);
  bl_word_table_clear (&prefilter->table);
  g_ptr_array_unref (prefilter->listed_words);
  g_ptr_array_unref (prefilter->words);
  bl_arena_free (prefilter->arena);
  g_free (prefilter);
}

gboolean
bl_prefilter_use (BlPrefilter *prefilter, const BlPrefilterClass *class, GError **error)
{
  const char *const *words = (const char *const *) prefilter->listed_words->pdata;
  gpointer backend = class->build (&prefilter->letters, words, prefilter->listed_words->len, error);
  if (backend == NULL)
    return FALSE;
  if (prefilter->class != NULL)
    prefilter->class->free (prefilter->backend);
  prefilter->class = class;
  prefilter->backend = backend;
  return TRUE;
}

const char *
bl_prefilter_name (const BlPrefilter *prefilter)
{
  return prefilter->class->name;
}

guint
bl_prefilter_n_triggers (const BlPrefilter *prefilter)
{
  return prefilter->listed_words->len;
}
