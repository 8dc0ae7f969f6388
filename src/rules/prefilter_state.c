/* Reading one text after the other: one thread's part of the prefilter. */
#include <string.h>

#include "rules/expand.h"
#include "rules/prefilter_index.h"
#include "rules/prefilter_places.h"

/* What is known of a need in the sentence at hand; a stamp says since when. */
typedef struct
{
  guint32 known;     /* met is of the sentence of this stamp */
  guint32 triggered; /* its phrases were looked at there */
  guint32 placed;    /* places are of the sentence of this stamp */
  gboolean met;
  BlPlaces places;
} NeedState;

typedef struct
{
  const BlShadow *shadow;
  guint32 start, end; /* in the folded text */
  guint place;
} Sentence;

struct BlPrefilterState
{
  const BlPrefilter *prefilter;
  gpointer scratch; /* the backend's */

  /* of the text */
  GString *folded;   /* NUL, sentence, NUL, sentence, NUL … */
  GArray *sentences; /* Sentence */
  GArray *ends;      /* guint32, see BlTriggerHits */
  BlTriggerHits hits;
  guint next_hit;
  guint next_sentence;

  /* of the sentence at hand */
  guint32 stamp;
  NeedState *needs;
  guint32 *words;   /* stamps: when each word was last seen */
  BlPlaces *places; /* of each word that was seen */
  BlPlaces type_places[BL_N_MENTION_TYPES];
  guint n_spaces;      /* of what was read */
  BlPlaces start, end; /* where a phrase that stands at an edge may begin and end */
  GArray *met;         /* guint32: listed needs that a word meets */
  gboolean words_read;
  gboolean pairs_read;
  BlCharPairs pairs;
  guint64 *chosen;  /* a bit a phrase */
  guint64 *summary; /* a bit for each element of chosen that is not 0 */
  GArray *candidates;
};

BlPrefilterState *
bl_prefilter_state_new (const BlPrefilter *prefilter)
{
  BlPrefilterState *state = g_new0 (BlPrefilterState, 1);
  state->prefilter = prefilter;
  if (prefilter->class->scratch_new != NULL)
    state->scratch = prefilter->class->scratch_new (prefilter->backend);
  state->folded = g_string_new (NULL);
  state->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  state->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  state->hits.stamps = g_new0 (guint32, prefilter->listed_words->len + 1);
  state->hits.hits = g_array_new (FALSE, FALSE, sizeof (BlTriggerHit));
  state->hits.first_stamp = 1;
  state->needs = g_new0 (NeedState, prefilter->n_needs + 1);
  state->words = g_new0 (guint32, prefilter->words->len + 1);
  state->places = g_new (BlPlaces, prefilter->words->len + 1);
  state->met = g_array_new (FALSE, FALSE, sizeof (guint32));
  state->chosen = g_new0 (guint64, prefilter->n_phrases / 64 + 1);
  state->summary = g_new0 (guint64, prefilter->n_phrases / 4096 + 1);
  state->candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  return state;
}

void
bl_prefilter_state_free (BlPrefilterState *state)
{
  if (state == NULL)
    return;
  if (state->prefilter->class->scratch_free != NULL)
    state->prefilter->class->scratch_free (state->scratch);
  g_string_free (state->folded, TRUE);
  g_array_unref (state->sentences);
  g_array_unref (state->ends);
  g_free (state->hits.stamps);
  g_array_unref (state->hits.hits);
  g_free (state->needs);
  g_free (state->words);
  g_free (state->places);
  g_array_unref (state->met);
  g_free (state->chosen);
  g_free (state->summary);
  g_array_unref (state->candidates);
  g_free (state);
}

/* --- step 1: the text -------------------------------------------------------------------------------------------- */
void
bl_prefilter_begin (BlPrefilterState *state)
{
  g_string_truncate (state->folded, 0);
  g_string_append_c (state->folded, '\0');
  g_array_set_size (state->sentences, 0);
}

void
bl_prefilter_add (BlPrefilterState *state, const BlShadow *shadow, guint place)
{
  Sentence sentence = { .shadow = shadow, .start = (guint32) state->folded->len, .place = place };
  bl_letters_fold (&state->prefilter->letters, shadow->text, shadow->length, state->folded);
  sentence.end = (guint32) state->folded->len;
  g_string_append_c (state->folded, '\0');
  g_array_append_val (state->sentences, sentence);
}

static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  const BlTriggerHit *first = a;
  const BlTriggerHit *second = b;
  if (first->sentence != second->sentence)
    return first->sentence < second->sentence ? -1 : 1;
  return first->word < second->word ? -1 : first->word > second->word;
}

/* After 2^32 sentences the old stamps must not look like new ones. */
static void
begin_hits (BlPrefilterState *state)
{
  BlTriggerHits *hits = &state->hits;
  const guint32 n = state->sentences->len;
  g_array_set_size (state->ends, 0);
  for (guint i = 0; i < n; i++)
    {
      guint32 end = i + 1 < n ? g_array_index (state->sentences, Sentence, i).end : G_MAXUINT32;
      g_array_append_val (state->ends, end);
    }
  if (hits->first_stamp > G_MAXUINT32 - n)
    {
      memset (hits->stamps, 0, state->prefilter->listed_words->len * sizeof *hits->stamps);
      hits->first_stamp = 1;
    }
  hits->ends = (const guint32 *) (void *) state->ends->data;
  hits->sentence = 0;
  hits->sorted = TRUE;
  g_array_set_size (hits->hits, 0);
}

void
bl_prefilter_find (BlPrefilterState *state)
{
  const BlPrefilter *prefilter = state->prefilter;
  BlTriggerHits *hits = &state->hits;
  state->next_hit = 0;
  state->next_sentence = 0;
  begin_hits (state);
  const gsize length = state->folded->len;
  g_string_set_size (state->folded, length + BL_WORD_SLACK);
  memset (state->folded->str + length, 0, BL_WORD_SLACK);
  if (state->sentences->len > 0)
    prefilter->class->find (prefilter->backend, state->scratch, state->folded->str + 1, length - 2, hits);
  hits->first_stamp += state->sentences->len;
  if (!hits->sorted)
    g_array_sort (hits->hits, compare_hits);
}

/* --- step 2: a sentence ------------------------------------------------------------------------------------------ */
/* The spaces and mentions between two words. A mention's second byte says of which type it is. */
static inline void
read_between (BlPrefilterState *state, const char *at, const char *end)
{
  for (; at < end; at++)
    if (*at == ' ')
      state->n_spaces++;
    else if ((guchar) *at == 0xF3 && state->n_spaces < BL_MAX_PLACES)
      {
        const guint type = (guchar) at[1] - 0x80u - ((BL_SHADOW_BASE >> 12) & 0x3Fu);
        if (type < BL_N_MENTION_TYPES)
          state->type_places[type] |= (BlPlaces) 1 << state->n_spaces;
      }
}

/* What bl_expand_phrase() passes over at the edges. */
static void
read_edges (BlPrefilterState *state, const char *text, const char *end)
{
  guint before = 0;
  guint behind = 0;
  for (; text < end && strchr ("\"'([ ", *text) != NULL; text++)
    before += *text == ' ';
  for (; end > text && strchr (".!?\"')] ", end[-1]) != NULL; end--)
    behind += end[-1] == ' ';
  if (state->n_spaces >= BL_MAX_PLACES)
    return;
  state->start = (BlPlaces) 1 << before;
  state->end = bl_places_smear_down ((BlPlaces) 1 << state->n_spaces, behind);
}

static void
read_words (BlPrefilterState *state, const Sentence *sentence)
{
  const BlPrefilter *prefilter = state->prefilter;
  const char *at = state->folded->str + sentence->start;
  const char *end = state->folded->str + sentence->end;
  BlWordCursor cursor = bl_word_cursor (&prefilter->letters, prefilter->table.any_signs, at, (gsize) (end - at));
  memset (state->type_places, 0, sizeof state->type_places);
  state->n_spaces = 0;
  while (bl_word_next (&cursor))
    {
      read_between (state, at, cursor.word);
      at = cursor.word + cursor.length;
      guint32 word = bl_word_table_find (&prefilter->table, &cursor);
      if (word == BL_NO_WORD)
        continue;
      if (state->words[word] != state->stamp)
        state->places[word] = 0;
      state->words[word] = state->stamp;
      if (state->n_spaces < BL_MAX_PLACES)
        state->places[word] |= (BlPlaces) 1 << state->n_spaces;
    }
  read_between (state, at, end);
  read_edges (state, state->folded->str + sentence->start, end);
  state->words_read = TRUE;
}

static void
read_pairs (BlPrefilterState *state, const Sentence *sentence)
{
  if (!state->pairs_read)
    bl_char_pairs_read (sentence->shadow->text, sentence->shadow->length, &state->pairs);
  state->pairs_read = TRUE;
}

static gboolean
has_words (BlPrefilterState *state, const Sentence *sentence, const BlIndexedNeed *need)
{
  if (need->n_words == 0 || need->listed) /* listed: it would be known */
    return FALSE;
  if (!state->words_read)
    read_words (state, sentence);
  for (guint i = 0; i < need->n_words; i++)
    if (state->words[need->words[i]] == state->stamp)
      return TRUE;
  return FALSE;
}

static gboolean
has_pairs (BlPrefilterState *state, const Sentence *sentence, const BlIndexedNeed *need)
{
  if (need->pairs == NULL)
    return FALSE;
  read_pairs (state, sentence);
  return bl_char_pairs_meet (&state->pairs, need->pairs);
}

static gboolean
is_met (BlPrefilterState *state, const Sentence *sentence, guint32 number)
{
  NeedState *known = &state->needs[number];
  if (known->known == state->stamp)
    return known->met;
  const BlIndexedNeed *need = &state->prefilter->needs[number];
  known->known = state->stamp;
  known->met
      = (need->types & sentence->shadow->types) != 0 || has_words (state, sentence, need) || has_pairs (state, sentence, need);
  return known->met;
}

/* --- where needs are met ------------------------------------------------------------------------------------------- */
static BlPlaces
places_of (BlPrefilterState *state, guint32 number)
{
  NeedState *known = &state->needs[number];
  if (known->placed == state->stamp)
    return known->places;
  const BlIndexedNeed *need = &state->prefilter->needs[number];
  BlPlaces places = 0;
  for (guint types = need->types; types != 0; types &= types - 1)
    places |= state->type_places[__builtin_ctz (types)];
  for (guint i = 0; i < need->n_words; i++)
    if (state->words[need->words[i]] == state->stamp)
      places |= state->places[need->words[i]];
  known->placed = state->stamp;
  known->places = places;
  return places;
}

/* With one member of a list, the others. */
static BlPlaces
whole_lists (BlPlaces some, BlPlaces all)
{
  for (;;)
    {
      const BlPlaces more = all & bl_places_at (some, bl_distance (-BL_LIST_STEP, BL_LIST_STEP));
      if (more == some)
        return some;
      some = more;
    }
}

/* TRUE when needs of a phrase, all of them met, are met in its order and not too far from each other. */
static gboolean
are_placed (BlPrefilterState *state, const Sentence *sentence, const BlIndexedPhrase *phrase)
{
  BlPlaces places[BL_N_PLACES];
  guint32 known = 1u << BL_PLACE_START | 1u << BL_PLACE_END;
  if (phrase->n_steps == 0)
    return TRUE;
  if (!state->words_read)
    read_words (state, sentence);
  if (state->n_spaces >= BL_MAX_PLACES)
    return TRUE;
  places[BL_PLACE_START] = state->start;
  places[BL_PLACE_END] = state->end;
  for (guint i = 0; i < phrase->n_steps; i++)
    {
      const BlPlaceStep *step = &phrase->steps[i];
      const BlPlaces all = step->to < BL_MAX_NEEDS ? places_of (state, step->need) : places[step->to];
      if ((known >> step->from & 1) == 0)
        places[step->from] = places_of (state, step->from_need);
      if ((known >> step->to & 1) == 0)
        places[step->to] = all;
      known |= 1u << step->from | 1u << step->to;
      BlPlaces there = all & bl_places_at (places[step->from], step->distance);
      if (step->list)
        there = whole_lists (there, all);
      places[step->to] &= there;
      if (places[step->to] == 0)
        return FALSE;
    }
  return TRUE;
}

static inline void
choose (BlPrefilterState *state, guint32 phrase)
{
  state->chosen[phrase / 64] |= G_GUINT64_CONSTANT (1) << phrase % 64;
  state->summary[phrase / 4096] |= G_GUINT64_CONSTANT (1) << phrase / 64 % 64;
}

static void
choose_group (BlPrefilterState *state, const Sentence *sentence, const BlPhraseGroup *group)
{
  const BlPrefilter *prefilter = state->prefilter;
  for (guint32 i = group->first; i < group->end; i++)
    {
      const guint32 index = prefilter->grouped[i];
      const BlIndexedPhrase *phrase = &prefilter->phrases[index];
      gboolean possible = (phrase->barred & sentence->place) == 0;
      for (guint n = 1; possible && n < phrase->n_needs; n++)
        possible = is_met (state, sentence, phrase->needs[n]);
      if (possible && are_placed (state, sentence, phrase))
        choose (state, index);
    }
}

/* The groups of a trigger whose second need is among those met: looked up one by one. */
static void
choose_met_groups (BlPrefilterState *state, const Sentence *sentence, guint32 number)
{
  const BlPrefilter *prefilter = state->prefilter;
  for (guint i = 0; i < state->met->len; i++)
    {
      const guint32 second = g_array_index (state->met, guint32, i);
      const guint32 hash = bl_group_hash (number, second);
      if (!bl_group_filter_has (prefilter, hash))
        continue;
      guint32 at = hash & prefilter->group_mask;
      for (; prefilter->group_table[at] != 0; at = (at + 1) & prefilter->group_mask)
        {
          const BlPhraseGroup *group = &prefilter->groups[prefilter->group_table[at] - 1];
          if (group->trigger == number && group->second == second)
            {
              choose_group (state, sentence, group);
              break;
            }
        }
    }
}

/* A need is met: its phrases are candidates where their other needs are met too. */
static void
trigger (BlPrefilterState *state, const Sentence *sentence, guint32 number)
{
  const BlPrefilter *prefilter = state->prefilter;
  NeedState *need = &state->needs[number];
  if (need->triggered == state->stamp)
    return;
  *need = (NeedState){
    .known = state->stamp, .triggered = state->stamp, .placed = need->placed, .met = TRUE, .places = need->places
  };
  guint32 first = prefilter->groups_of[number];
  guint32 end = prefilter->groups_of[number + 1];
  if (end > first && prefilter->groups[end - 1].second == BL_NO_NEED) /* it is the last */
    choose_group (state, sentence, &prefilter->groups[--end]);
  if (end - first > state->met->len)
    choose_met_groups (state, sentence, number);
  else
    for (; first < end; first++)
      if (is_met (state, sentence, prefilter->groups[first].second))
        choose_group (state, sentence, &prefilter->groups[first]);
}

static void
trigger_all (BlPrefilterState *state, const Sentence *sentence, const BlNumberLists *lists, guint key)
{
  for (guint32 i = lists->starts[key]; i < lists->starts[key + 1]; i++)
    trigger (state, sentence, lists->values[i]);
}

static void
trigger_pairs (BlPrefilterState *state, const Sentence *sentence)
{
  const BlPrefilter *prefilter = state->prefilter;
  read_pairs (state, sentence);
  for (guint a = 0; a < BL_N_CHAR_CLASSES; a++)
    for (guint64 met = state->pairs.right[a] & prefilter->pairs.right[a]; met != 0; met &= met - 1)
      trigger_all (state, sentence, &prefilter->by_pair, a * BL_N_CHAR_CLASSES + (guint) __builtin_ctzll (met));
}

static void
begin_sentence (BlPrefilterState *state)
{
  state->words_read = FALSE;
  state->pairs_read = FALSE;
  g_array_set_size (state->met, 0);
  g_array_set_size (state->candidates, 0);
  if (++state->stamp != 0)
    return;
  memset (state->needs, 0, state->prefilter->n_needs * sizeof *state->needs);
  memset (state->words, 0, state->prefilter->words->len * sizeof *state->words);
  state->stamp = 1;
}

/* Leaves chosen and summary empty. */
static void
collect (BlPrefilterState *state)
{
  for (guint s = 0; s <= state->prefilter->n_phrases / 4096; s++)
    for (; state->summary[s] != 0; state->summary[s] &= state->summary[s] - 1)
      {
        const guint32 element = s * 64 + (guint32) __builtin_ctzll (state->summary[s]);
        for (; state->chosen[element] != 0; state->chosen[element] &= state->chosen[element] - 1)
          {
            guint32 phrase = element * 64 + (guint32) __builtin_ctzll (state->chosen[element]);
            g_array_append_val (state->candidates, phrase);
          }
      }
}

/* The listed needs that the words which the backend found meet. */
static void
read_hits (BlPrefilterState *state, guint32 sentence)
{
  const BlNumberLists *by_word = &state->prefilter->by_word;
  const GArray *hits = state->hits.hits;
  for (; state->next_hit < hits->len; state->next_hit++)
    {
      const BlTriggerHit *hit = &g_array_index (hits, BlTriggerHit, state->next_hit);
      if (hit->sentence != sentence)
        return;
      for (guint32 i = by_word->starts[hit->word]; i < by_word->starts[hit->word + 1]; i++)
        {
          NeedState *need = &state->needs[by_word->values[i]];
          if (need->known == state->stamp)
            continue;
          need->known = state->stamp;
          need->met = TRUE;
          g_array_append_val (state->met, by_word->values[i]);
        }
    }
}

static void
read_sentence (BlPrefilterState *state, guint32 index)
{
  const BlPrefilter *prefilter = state->prefilter;
  const Sentence *sentence = &g_array_index (state->sentences, Sentence, index);
  begin_sentence (state);
  read_hits (state, index);
  for (guint i = 0; i < state->met->len; i++)
    trigger (state, sentence, g_array_index (state->met, guint32, i));
  for (guint types = prefilter->types & sentence->shadow->types; types != 0; types &= types - 1)
    trigger_all (state, sentence, &prefilter->by_type, (guint) __builtin_ctz (types));
  if (prefilter->any_pairs)
    trigger_pairs (state, sentence);
  for (guint i = 0; i < prefilter->n_open; i++)
    if ((prefilter->phrases[prefilter->open[i]].barred & sentence->place) == 0)
      choose (state, prefilter->open[i]);
  collect (state);
}

/* The next sentence that may have candidates: any, unless all triggers are words. */
static guint32
next_sentence (const BlPrefilterState *state)
{
  const BlPrefilter *prefilter = state->prefilter;
  if (prefilter->n_open > 0 || prefilter->any_pairs || prefilter->types != 0)
    return state->next_sentence;
  return state->next_hit < state->hits.hits->len ? g_array_index (state->hits.hits, BlTriggerHit, state->next_hit).sentence
                                                 : state->sentences->len;
}

gboolean
bl_prefilter_next (BlPrefilterState *state, BlCandidates *candidates)
{
  for (;;)
    {
      const guint32 index = next_sentence (state);
      if (index >= state->sentences->len)
        return FALSE;
      read_sentence (state, index);
      state->next_sentence = index + 1;
      if (state->candidates->len == 0)
        continue;
      *candidates = (BlCandidates){ .shadow = g_array_index (state->sentences, Sentence, index).shadow,
                                    .phrases = (const guint32 *) (void *) state->candidates->data,
                                    .n = state->candidates->len };
      return TRUE;
    }
}
