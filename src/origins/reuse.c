#include "origins/reuse.h"

#include "origins/shingles.h"

/* Content words of a document, each once; owned by the table. */
static GHashTable *
read_words (const BlCues *cues, const BlDocument *document)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize length;
  const char *text = bl_document_text (document, &length);
  g_autofree char *folded = bl_fold_letters (text, (gssize) length);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !bl_cues_is_stop_word (cues, words[i]))
      g_hash_table_add (table, g_strdup (words[i]));
  return table;
}

static double
share_words (const BlCues *cues, const BlDocument *a, const BlDocument *b)
{
  g_autoptr (GHashTable) x = read_words (cues, a);
  g_autoptr (GHashTable) y = read_words (cues, b);
  const guint least = MIN (g_hash_table_size (x), g_hash_table_size (y));
  guint shared = 0;
  GHashTableIter iter;
  gpointer word;
  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    shared += g_hash_table_contains (y, word);
  return least == 0 ? 0 : (double) shared / least;
}

BlReuse
bl_reuse_measure (const BlCues *cues, const BlDocument *a, const BlDocument *b)
{
  BlShingles x = bl_shingles_of_document (a), y = bl_shingles_of_document (b);
  const BlReuse reuse = { .words = share_words (cues, a, b), .runs = bl_shingles_containment (&x, &y) };
  bl_shingles_clear (&x);
  bl_shingles_clear (&y);
  return reuse;
}
