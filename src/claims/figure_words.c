#include "claims/figure_words.h"

#include "text/stem.h"

#include <string.h>

/* Word or stem → bits of its lists. */
struct BlFigureWords
{
  GHashTable *words;
  GHashTable *stems;
  GHashTable *compass; /* word → double *, degrees */
};

/* Keys of "words", by BlFigureWord. */
static const char *const words[] = { "telling_leads",
                                     "prepositions",
                                     "prepositional_verbs",
                                     "offsets",
                                     "tolls",
                                     "running",
                                     "sum_nouns",
                                     "parts",
                                     "changes",
                                     "rises",
                                     "falls",
                                     "other_times",
                                     "place_heads",
                                     "votes",
                                     "results",
                                     "no_results",
                                     "voters",
                                     "span_hedges",
                                     "last_times",
                                     "rests",
                                     "members",
                                     NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (words) == BL_N_FIGURE_WORDS + 1);

static void
add (GHashTable *table, const char *text, guint list)
{
  const guint lists = GPOINTER_TO_UINT (g_hash_table_lookup (table, text));
  g_hash_table_insert (table, g_strdup (text), GUINT_TO_POINTER (lists | 1u << list));
}

static gboolean
read_list (BlFigureWords *self, BlStemmer *stemmer, const BlJson *json, const cJSON *object, guint list, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, object, words[list], error);
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (object, words[list]);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (texts[i][0] == '\0' || strpbrk (texts[i], " ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL)
        return bl_json_fail (json, cJSON_IsArray (value) ? cJSON_GetArrayItem (value, (int) i) : value, error,
                             "“%s” is no word in small letters", texts[i]);
      add (self->words, texts[i], list);
      add (self->stems, bl_stemmer_stem (stemmer, texts[i], strlen (texts[i])), list);
    }
  return texts != NULL;
}

static gboolean
read_compass (BlFigureWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *object = bl_json_need_object (json, root, "compass", error), *item;
  if (object == NULL)
    return FALSE;
  cJSON_ArrayForEach (item, object)
  {
    double degrees = 0;
    if (!bl_json_get_number (json, object, item->string, &degrees, error))
      return FALSE;
    if (degrees < 0 || degrees >= 360)
      return bl_json_fail (json, item, error, "degrees from 0 to 360 are wanted here");
    g_hash_table_insert (self->compass, g_strdup (item->string), g_memdup2 (&degrees, sizeof degrees));
  }
  return TRUE;
}

BlFigureWords *
bl_figure_words_load (const char *lexicon_dir, GError **error)
{
  static const char *const known[] = { "format", "words", "compass", NULL };
  g_autofree char *path = g_build_filename (lexicon_dir, "figures.json", NULL);
  g_autoptr (BlFigureWords) self = g_new0 (BlFigureWords, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->compass = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  const cJSON *root = bl_json_root (json);
  if (!bl_json_check_keys (json, root, known, error) || !bl_json_check_format (json, error))
    return NULL;
  const cJSON *object = bl_json_need_object (json, root, "words", error);
  if (object == NULL || !bl_json_check_keys (json, object, words, error))
    return NULL;
  BlStemmer *stemmer = bl_stemmer_new ();
  gboolean ok = TRUE;
  for (guint i = 0; ok && words[i] != NULL; i++)
    ok = read_list (self, stemmer, json, object, i, error);
  bl_stemmer_free (stemmer);
  ok = ok && read_compass (self, json, root, error);
  return ok ? g_steal_pointer (&self) : NULL;
}

void
bl_figure_words_free (BlFigureWords *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->stems);
  g_hash_table_unref (self->compass);
  g_free (self);
}

gboolean
bl_figure_words_has (const BlFigureWords *self, const char *word, BlFigureWord list)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)) & 1u << list) != 0;
}

gboolean
bl_figure_words_has_stem (const BlFigureWords *self, const char *stem, BlFigureWord list)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->stems, stem)) & 1u << list) != 0;
}

double
bl_figure_words_bearing (const BlFigureWords *self, const char *word)
{
  const double *degrees = g_hash_table_lookup (self->compass, word);
  return degrees != NULL ? *degrees : -1;
}
