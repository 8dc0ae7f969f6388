/* A prefilter as bytes, but for its backend. */
#include "rules/prefilter_index.h"

static void
walk_phrases (BlArchive *archive, BlPrefilter *prefilter)
{
  bl_archive_bytes (archive, &prefilter->n_phrases, sizeof prefilter->n_phrases);
  prefilter->phrases = bl_archive_structs (archive, prefilter->phrases, prefilter->n_phrases, sizeof *prefilter->phrases);
  for (guint i = 0; i < prefilter->n_phrases && !archive->broken; i++)
    {
      BlIndexedPhrase *phrase = &prefilter->phrases[i];
      phrase->steps = bl_archive_vector (archive, phrase->steps, phrase->n_steps, sizeof *phrase->steps);
    }
  prefilter->open = (guint32 *) bl_archive_vector (archive, prefilter->open, prefilter->n_open, sizeof *prefilter->open);
}

static void
walk_needs (BlArchive *archive, BlPrefilter *prefilter)
{
  prefilter->needs = bl_archive_structs (archive, prefilter->needs, prefilter->n_needs, sizeof *prefilter->needs);
  for (guint i = 0; i < prefilter->n_needs && !archive->broken; i++)
    {
      BlIndexedNeed *need = &prefilter->needs[i];
      need->words = bl_archive_vector (archive, need->words, need->n_words, sizeof *need->words);
      if (need->pairs != NULL)
        need->pairs = bl_archive_vector (archive, need->pairs, 1, sizeof *need->pairs);
    }
}

static void
walk_groups (BlArchive *archive, BlPrefilter *prefilter)
{
  guint n = prefilter->groups_of != NULL ? prefilter->groups_of[prefilter->n_needs] : 0;
  guint n_grouped = n > 0 ? prefilter->groups[n - 1].end : 0;
  const guint size = prefilter->group_mask + 1;
  bl_archive_bytes (archive, &n, sizeof n);
  bl_archive_bytes (archive, &n_grouped, sizeof n_grouped);
  prefilter->groups = (BlPhraseGroup *) bl_archive_vector (archive, prefilter->groups, n, sizeof *prefilter->groups);
  prefilter->groups_of
      = (guint32 *) bl_archive_vector (archive, prefilter->groups_of, prefilter->n_needs + 1, sizeof *prefilter->groups_of);
  prefilter->grouped = (guint32 *) bl_archive_vector (archive, prefilter->grouped, n_grouped, sizeof *prefilter->grouped);
  prefilter->group_table
      = (guint32 *) bl_archive_vector (archive, prefilter->group_table, size, sizeof *prefilter->group_table);
  prefilter->group_filter
      = (guint64 *) bl_archive_vector (archive, prefilter->group_filter, 8 * size / 64, sizeof *prefilter->group_filter);
}

static void
walk_lists (BlArchive *archive, BlNumberLists *lists, guint n_keys)
{
  lists->starts = (guint32 *) bl_archive_vector (archive, lists->starts, n_keys + 2, sizeof *lists->starts);
  const guint n = lists->starts != NULL ? lists->starts[n_keys] : 0;
  lists->values = (guint32 *) bl_archive_vector (archive, lists->values, n, sizeof *lists->values);
}

static void
walk_words (BlArchive *archive, GPtrArray *words)
{
  guint n = words->len;
  bl_archive_count (archive, &n);
  g_ptr_array_set_size (words, (gint) n);
  for (guint i = 0; i < n; i++)
    words->pdata[i] = (gpointer) bl_archive_text (archive, words->pdata[i]);
}

void
bl_prefilter_walk (BlArchive *archive, BlPrefilter *prefilter)
{
  walk_words (archive, prefilter->words);
  walk_words (archive, prefilter->listed_words);
  bl_archive_bytes (archive, &prefilter->n_open, sizeof prefilter->n_open);
  bl_archive_bytes (archive, &prefilter->n_needs, sizeof prefilter->n_needs);
  bl_archive_bytes (archive, &prefilter->group_mask, sizeof prefilter->group_mask);
  bl_archive_bytes (archive, &prefilter->types, sizeof prefilter->types);
  bl_archive_bytes (archive, &prefilter->pairs, sizeof prefilter->pairs);
  bl_archive_bytes (archive, &prefilter->any_pairs, sizeof prefilter->any_pairs);
  walk_phrases (archive, prefilter);
  walk_needs (archive, prefilter);
  walk_groups (archive, prefilter);
  walk_lists (archive, &prefilter->by_word, prefilter->listed_words->len);
  walk_lists (archive, &prefilter->by_type, BL_N_MENTION_TYPES);
  walk_lists (archive, &prefilter->by_pair, BL_N_CHAR_CLASSES * BL_N_CHAR_CLASSES);
}
