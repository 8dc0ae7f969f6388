#include "rules/prefilter.h"

#include <string.h>

/* A need with its words as numbers. */
typedef struct
{
  const guint32 *words;
  guint n_words;
  guint types;
} Need;

typedef struct
{
  Need needs[BL_MAX_NEEDS];
  guint n_needs;
} Phrase;

struct BlPrefilter
{
  const BlPrefilterClass *class;
  gpointer backend;
  BlArena *arena;
  Phrase *phrases;
  guint n_phrases;
  GPtrArray *words;   /* number → word */
  GPtrArray *by_word; /* number → GArray of guint32 phrases that it triggers, or NULL */
  GArray *by_type[BL_N_MENTION_TYPES];
  GArray *always; /* phrases without needs */
};

struct BlPrefilterState
{
  const BlPrefilter *prefilter;
  BlWordsSeen seen;
  guint64 *chosen; /* a bit a phrase */
  GArray *candidates;
};

static guint32
number_of (BlPrefilter *prefilter, GHashTable *numbers, const char *word)
{
  gpointer number = NULL;
  if (g_hash_table_lookup_extended (numbers, word, NULL, &number))
    return GPOINTER_TO_UINT (number);
  guint32 next = prefilter->words->len;
  g_ptr_array_add (prefilter->words, (gpointer) word);
  g_hash_table_insert (numbers, (gpointer) word, GUINT_TO_POINTER (next));
  return next;
}

static const guint32 *
number_words (BlPrefilter *prefilter, GHashTable *numbers, const BlNeed *need)
{
  guint32 *words = bl_arena_alloc (prefilter->arena, (need->n_words + 1) * sizeof *words);
  for (guint i = 0; i < need->n_words; i++)
    words[i] = number_of (prefilter, numbers, need->words[i]);
  return words;
}

static void
add_number (gpointer *place, guint32 phrase)
{
  if (*place == NULL)
    *place = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *array = *place;
  g_array_append_val (array, phrase);
}

static void
index_trigger (BlPrefilter *prefilter, guint32 phrase)
{
  const Phrase *it = &prefilter->phrases[phrase];
  if (it->n_needs == 0)
    {
      add_number ((gpointer *) &prefilter->always, phrase);
      return;
    }
  const Need *trigger = &it->needs[0];
  g_ptr_array_set_size (prefilter->by_word, (gint) prefilter->words->len);
  for (guint i = 0; i < trigger->n_words; i++)
    add_number (&prefilter->by_word->pdata[trigger->words[i]], phrase);
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    if (trigger->types & (1u << type))
      add_number ((gpointer *) &prefilter->by_type[type], phrase);
}

BlPrefilter *
bl_prefilter_new (const BlPrefilterClass *class, const BlFacts *const *facts, guint n)
{
  BlPrefilter *prefilter = g_new0 (BlPrefilter, 1);
  prefilter->class = class;
  prefilter->arena = bl_arena_new ();
  prefilter->phrases = bl_arena_alloc (prefilter->arena, (n + 1) * sizeof (Phrase));
  prefilter->n_phrases = n;
  prefilter->words = g_ptr_array_new ();
  prefilter->by_word = g_ptr_array_new ();

  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) vectors = g_hash_table_new (NULL, NULL); /* needs that come from one fragment share their words */
  for (guint p = 0; p < n; p++)
    {
      Phrase *phrase = &prefilter->phrases[p];
      phrase->n_needs = facts[p]->n_needs;
      for (guint i = 0; i < phrase->n_needs; i++)
        {
          const BlNeed *need = &facts[p]->needs[i];
          const guint32 *words = g_hash_table_lookup (vectors, need->words);
          if (words == NULL)
            {
              words = number_words (prefilter, numbers, need);
              g_hash_table_insert (vectors, (gpointer) need->words, (gpointer) words);
            }
          phrase->needs[i] = (Need){ .words = words, .n_words = need->n_words, .types = need->types };
        }
      index_trigger (prefilter, p);
    }
  g_ptr_array_set_size (prefilter->by_word, (gint) prefilter->words->len);
  prefilter->backend = class->build ((const char *const *) prefilter->words->pdata, prefilter->words->len);
  return prefilter;
}

static void
unref_array (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

void
bl_prefilter_free (BlPrefilter *prefilter)
{
  if (prefilter == NULL)
    return;
  prefilter->class->free (prefilter->backend);
  for (guint i = 0; i < prefilter->by_word->len; i++)
    unref_array (g_ptr_array_index (prefilter->by_word, i));
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    unref_array (prefilter->by_type[type]);
  unref_array (prefilter->always);
  g_ptr_array_unref (prefilter->by_word);
  g_ptr_array_unref (prefilter->words);
  bl_arena_free (prefilter->arena);
  g_free (prefilter);
}

/* --- one sentence ------------------------------------------------------------------------------------------------ */
BlPrefilterState *
bl_prefilter_state_new (const BlPrefilter *prefilter)
{
  BlPrefilterState *state = g_new0 (BlPrefilterState, 1);
  state->prefilter = prefilter;
  state->seen.stamps = g_new0 (guint32, prefilter->words->len + 1);
  state->seen.words = g_array_new (FALSE, FALSE, sizeof (guint32));
  state->chosen = g_new0 (guint64, prefilter->n_phrases / 64 + 1);
  state->candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  return state;
}

void
bl_prefilter_state_free (BlPrefilterState *state)
{
  if (state == NULL)
    return;
  g_free (state->seen.stamps);
  g_array_unref (state->seen.words);
  g_free (state->chosen);
  g_array_unref (state->candidates);
  g_free (state);
}

static gboolean
has_need (const BlWordsSeen *seen, const Need *need, guint types)
{
  if (need->types & types)
    return TRUE;
  for (guint i = 0; i < need->n_words; i++)
    if (bl_words_seen_has (seen, need->words[i]))
      return TRUE;
  return FALSE;
}

static void
choose (BlPrefilterState *state, const GArray *triggered, guint types)
{
  for (guint i = 0; triggered != NULL && i < triggered->len; i++)
    {
      guint32 number = g_array_index (triggered, guint32, i);
      const Phrase *phrase = &state->prefilter->phrases[number];
      gboolean possible = (state->chosen[number / 64] & (G_GUINT64_CONSTANT (1) << number % 64)) == 0;
      for (guint n = 1; possible && n < phrase->n_needs; n++)
        possible = has_need (&state->seen, &phrase->needs[n], types);
      if (possible)
        state->chosen[number / 64] |= G_GUINT64_CONSTANT (1) << number % 64;
    }
}

static void
begin_sentence (BlWordsSeen *seen, guint n_words)
{
  g_array_set_size (seen->words, 0);
  seen->sentence++;
  if (seen->sentence == 0) /* after 2^32 sentences the old stamps must not look like new ones */
    {
      memset (seen->stamps, 0, n_words * sizeof *seen->stamps);
      seen->sentence = 1;
    }
}

const guint32 *
bl_prefilter_candidates (BlPrefilterState *state, const BlShadow *shadow, guint *n)
{
  const BlPrefilter *prefilter = state->prefilter;
  begin_sentence (&state->seen, prefilter->words->len);
  prefilter->class->find (prefilter->backend, shadow->text, shadow->length, &state->seen);

  for (guint i = 0; i < state->seen.words->len; i++)
    choose (state, g_ptr_array_index (prefilter->by_word, g_array_index (state->seen.words, guint32, i)), shadow->types);
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    if (shadow->types & (1u << type))
      choose (state, prefilter->by_type[type], shadow->types);
  choose (state, prefilter->always, shadow->types);

  g_array_set_size (state->candidates, 0);
  for (guint i = 0; i <= prefilter->n_phrases / 64; i++)
    for (; state->chosen[i] != 0; state->chosen[i] &= state->chosen[i] - 1)
      {
        guint32 number = i * 64 + (guint32) __builtin_ctzll (state->chosen[i]);
        g_array_append_val (state->candidates, number);
      }
  *n = state->candidates->len;
  return (const guint32 *) (gpointer) state->candidates->data;
}
