/* The portable backend: reads the text word by word and looks each up in a table of hashes. */
#include "rules/prefilter.h"

typedef struct
{
  const BlLetters *letters;
  BlWordTable table;
} Backend;

static gpointer
build (const BlLetters *letters, const char *const *words, guint n, GError **error)
{
  (void) error;
  Backend *backend = g_new (Backend, 1);
  backend->letters = letters;
  bl_word_table_init (&backend->table, words, n);
  return backend;
}

static void
backend_free (gpointer data)
{
  Backend *backend = data;
  bl_word_table_clear (&backend->table);
  g_free (backend);
}

static void
find (gconstpointer data, gpointer scratch, const char *text, gsize length, BlTriggerHits *hits)
{
  (void) scratch;
  const Backend *backend = data;
  BlWordCursor cursor = bl_word_cursor (backend->letters, backend->table.any_signs, text, length);
  while (bl_word_next (&cursor))
    {
      guint32 word = bl_word_table_find (&backend->table, &cursor);
      if (word != BL_NO_WORD)
        bl_trigger_hits_add (hits, (guint32) (cursor.word - text), word);
    }
}

const BlPrefilterClass bl_prefilter_hash = { .name = "hash", .build = build, .free = backend_free, .find = find };
