#include "claims/cues.h"

#include <string.h>

struct BlCues
{
  GPtrArray *list;      /* BlCue *, owned */
  GHashTable *by_first; /* first word → GPtrArray of BlCue *, longest first */
};

static void
cue_free (gpointer data)
{
  BlCue *cue = data;
  g_free ((char *) cue->text);
  g_strfreev (cue->words);
  g_free (cue);
}

static int
longest_first (gconstpointer a, gconstpointer b)
{
  const BlCue *x = *(BlCue *const *) a, *y = *(BlCue *const *) b;
  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;
  return strcmp (x->text, y->text);
}

static void
add_cue (BlCues *cues, const BlCue *like, const char *text)
{
  BlCue *cue = g_new0 (BlCue, 1);
  *cue = *like;
  cue->text = g_strdup (text);
  cue->words = g_strsplit (text, " ", -1);
  cue->n_words = g_strv_length (cue->words);
  g_ptr_array_add (cues->list, cue);
  GPtrArray *same = g_hash_table_lookup (cues->by_first, cue->words[0]);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (cues->by_first, cue->words[0], same);
    }
  g_ptr_array_add (same, cue);
}

/* Words with one blank between, as bl_words_new() writes them; anything else would never be met in a text. */
static gboolean
is_cue (const char *text)
{
  char before = ' ';
  for (; *text != '\0'; before = *text++)
    if (g_ascii_isupper (*text) || (g_ascii_isspace (*text) && (*text != ' ' || before == ' ')))
      return FALSE;
  return before != ' ';
}

static gboolean
add_list (BlCues *cues, const BlJson *json, const cJSON *object, const char *key, const BlCue *like, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (json, object, key, error);
  if (texts == NULL)
    return FALSE;
  const cJSON *list = cJSON_GetObjectItemCaseSensitive (object, key);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!is_cue (texts[i]))
        return bl_json_fail (json, cJSON_IsArray (list) ? cJSON_GetArrayItem (list, (int) i) : list, error,
                             "“%s” is no cue; write one or more words in small letters, one blank between", texts[i]);
      add_cue (cues, like, texts[i]);
    }
  return TRUE;
}

/* "before": [...], "after": [...] */
static gboolean
read_sides (BlCues *cues, const BlJson *json, const cJSON *object, BlCue like, GError **error)
{
  like.before = TRUE;
  like.after = FALSE;
  if (!add_list (cues, json, object, "before", &like, error))
    return FALSE;
  like.before = FALSE;
  like.after = TRUE;
  return add_list (cues, json, object, "after", &like, error);
}

static gboolean
read_level (BlCues *cues, const BlJson *json, const cJSON *level, GError **error)
{
  static const char *const level_keys[] = { "before", "after", "low", "high", "word", NULL };
  BlCue like = { .kind = BL_CUE_CERTAINTY, .low = -1, .high = -1 };
  const char *word = NULL;
  if (!bl_json_check_keys (json, level, level_keys, error) || !bl_json_get_number (json, level, "low", &like.low, error)
      || !bl_json_get_number (json, level, "high", &like.high, error)
      || !bl_json_get_string (json, level, "word", &word, error))
    return FALSE;
  if (like.low < 0 || like.high > 1 || like.low > like.high)
    return bl_json_fail (json, level, error, "a level of certainty has “low” and “high”, with 0 <= low <= high <= 1");
  return read_sides (cues, json, level, like, error);
}

static gboolean
read_certainty (BlCues *cues, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *levels = bl_json_need_array (json, root, "certainty", error);
  if (levels == NULL)
    return FALSE;
  const cJSON *level;
  cJSON_ArrayForEach (level, levels) if (!read_level (cues, json, level, error)) return FALSE;
  return TRUE;
}

static gboolean
read_all (BlCues *cues, const BlJson *json, GError **error)
{
  static const struct
  {
    const char *key;
    BlCueKind kind;
  } kinds[] = { { "negation", BL_CUE_NEGATION },
                { "attitude", BL_CUE_ATTITUDE },
                { "open", BL_CUE_OPEN },
                { "condition", BL_CUE_CONDITION },
                { "wish", BL_CUE_WISH } };
  static const char *const keys[]
      = { "format", "negation", "attitude", "pseudo", "open", "certainty", "condition", "wish", "terminators", "speech", NULL };
  static const char *const side_keys[] = { "before", "after", NULL };
  const cJSON *root = bl_json_root (json);
  if (!bl_json_check_keys (json, root, keys, error) || !bl_json_check_format (json, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const cJSON *object = bl_json_need_object (json, root, kinds[i].key, error);
      if (object == NULL || !bl_json_check_keys (json, object, side_keys, error)
          || !read_sides (cues, json, object, (BlCue){ .kind = kinds[i].kind }, error))
        return FALSE;
    }
  const BlCue pseudo = { .kind = BL_CUE_PSEUDO, .before = TRUE };
  const BlCue terminator = { .kind = BL_CUE_TERMINATOR, .before = TRUE };
  const BlCue speech = { .kind = BL_CUE_SPEECH, .before = TRUE };
  return add_list (cues, json, root, "pseudo", &pseudo, error) && add_list (cues, json, root, "terminators", &terminator, error)
         && add_list (cues, json, root, "speech", &speech, error) && read_certainty (cues, json, root, error);
}

BlCues *
bl_cues_load (const char *lexicon_dir, GError **error)
{
  g_autofree char *path = g_build_filename (lexicon_dir, "cues.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlCues) cues = g_new0 (BlCues, 1);
  cues->list = g_ptr_array_new_with_free_func (cue_free);
  cues->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!read_all (cues, json, error))
    return NULL;
  GHashTableIter iter;
  gpointer same;
  g_hash_table_iter_init (&iter, cues->by_first);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    g_ptr_array_sort (same, longest_first);
  return g_steal_pointer (&cues);
}

void
bl_cues_free (BlCues *cues)
{
  if (cues == NULL)
    return;
  g_hash_table_unref (cues->by_first);
  g_ptr_array_unref (cues->list);
  g_free (cues);
}

const BlCue *
bl_cues_match (const BlCues *cues, const BlWords *words, guint index)
{
  const GPtrArray *same = g_hash_table_lookup (cues->by_first, bl_words_get (words, index)->text);
  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      const BlCue *cue = same->pdata[i];
      guint k = 1;
      while (k < cue->n_words && index + k < words->words->len && bl_words_get (words, index + k)->breaks == 0
             && strcmp (bl_words_get (words, index + k)->text, cue->words[k]) == 0)
        k++;
      if (k == cue->n_words)
        return cue;
    }
  return NULL;
}
