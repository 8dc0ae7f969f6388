#include "claims/time_words.h"

#include <string.h>

/* Lists of events that are akin. */
#define MAX_AKIN 32

typedef struct
{
  guint64 lists; /* a bit a BlTimeWord */
  BlDatePart part;
  int season; /* its first month */
  int number;
  const char *ordinal; /* "third" for "3" */
  const BlEventWord *event;
} Entry;

struct BlTimeWords
{
  BlArena *arena;
  GHashTable *entries; /* word → Entry; both in the arena */
};

/* Keys of "words", by BlTimeWord. */
static const char *const words[] = { "past_forms",
                                     "modals",
                                     "perfect",
                                     "past_auxiliaries",
                                     "present_auxiliaries",
                                     "be",
                                     "done_before_to",
                                     "no_infinitives",
                                     "telling_of_done",
                                     "reasons",
                                     "some",
                                     "articles",
                                     "behind",
                                     "ahead",
                                     "recent",
                                     "within",
                                     "before_season",
                                     "part_light",
                                     "final",
                                     "wholes",
                                     "span_open",
                                     "span_join",
                                     "bound_before",
                                     "bound_until",
                                     "bound_since",
                                     "bound_after",
                                     "bound_plain",
                                     "hours",
                                     "subordinators",
                                     "coordinators",
                                     "relatives",
                                     "kin",
                                     "ordinals",
                                     "plans",
                                     "negations",
                                     "no_noun",
                                     "light",
                                     "attempts",
                                     "of_object",
                                     "speech_acts",
                                     "aftermath",
                                     "numbered",
                                     "mornings",
                                     "evenings",
                                     "roles",
                                     "subject_pronouns",
                                     "media",
                                     "any",
                                     NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (words) == BL_N_TIME_WORDS + 1 && BL_N_TIME_WORDS <= 64);

static Entry *
entry_of (BlTimeWords *self, const char *text)
{
  Entry *entry = g_hash_table_lookup (self->entries, text);
  if (entry == NULL)
    {
      entry = bl_arena_new0 (self->arena, Entry);
      g_hash_table_insert (self->entries, (gpointer) bl_arena_intern (self->arena, text), entry);
    }
  return entry;
}

/* A list of an object as words; a word has small letters and no blank. The caller frees the vector. */
static const char **
read_list (const BlJson *json, const cJSON *object, const char *key, GError **error)
{
  g_autofree const char **list = bl_json_get_strings (json, object, key, error);
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (object, key);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    for (const char *at = list[i]; at == list[i] || *at != '\0'; at++)
      if (*at == '\0' || g_ascii_isupper (*at) || g_ascii_isspace (*at))
        {
          bl_json_fail (json, cJSON_IsArray (value) ? cJSON_GetArrayItem (value, (int) i) : value, error,
                        "“%s” is no word in small letters", list[i]);
          return NULL;
        }
  return g_steal_pointer (&list);
}

static gboolean
read_words (BlTimeWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *object = bl_json_need_object (json, root, "words", error);
  if (object == NULL || !bl_json_check_keys (json, object, words, error))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree const char **list = read_list (json, object, words[i], error);
      if (list == NULL)
        return FALSE;
      for (guint k = 0; list[k] != NULL; k++)
        entry_of (self, list[k])->lists |= G_GUINT64_CONSTANT (1) << i;
    }
  return TRUE;
}

static gboolean
read_parts (BlTimeWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  static const char *const keys[] = { "early", "middle", "late", "so_far", "rest", NULL };
  const cJSON *object = bl_json_need_object (json, root, "parts", error);
  if (object == NULL || !bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree const char **list = read_list (json, object, keys[i], error);
      if (list == NULL)
        return FALSE;
      for (guint k = 0; list[k] != NULL; k++)
        entry_of (self, list[k])->part = (BlDatePart) (BL_PART_EARLY + i);
    }
  return TRUE;
}

/* Words with a whole number from 1 to high each. */
static gboolean
read_numbers (BlTimeWords *self, const BlJson *json, const cJSON *object, int high, GError **error)
{
  const cJSON *item;
  for (item = object->child; item != NULL; item = item->next)
    {
      double value = 0;
      if (!bl_json_get_number (json, object, item->string, &value, error))
        return FALSE;
      if (value < 1 || value > high || value != (int) value)
        return bl_json_fail (json, item, error, "a whole number from 1 to %d is wanted here", high);
      Entry *entry = entry_of (self, item->string);
      *(g_str_equal (object->string, "seasons") ? &entry->season : &entry->number) = (int) value;
    }
  return TRUE;
}

static gboolean
read_tables (BlTimeWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *seasons = bl_json_need_object (json, root, "seasons", error);
  const cJSON *numbers = seasons != NULL ? bl_json_need_object (json, root, "numbers", error) : NULL;
  return numbers != NULL && read_numbers (self, json, seasons, 12, error) && read_numbers (self, json, numbers, 100, error);
}

/* Ordinals with their numbers, in figures and words. */
static gboolean
read_ordinals (BlTimeWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *object = bl_json_need_object (json, root, "ordinals", error), *item;
  if (object == NULL)
    return FALSE;
  cJSON_ArrayForEach (item, object)
  {
    g_autofree const char **list = read_list (json, object, item->string, error);
    if (list == NULL)
      return FALSE;
    for (guint k = 0; list[k] != NULL; k++)
      entry_of (self, list[k])->ordinal = bl_arena_intern (self->arena, item->string);
  }
  return TRUE;
}

/* A list of names of events. The caller frees the vector. */
static const char **
read_names (const BlJson *json, const cJSON *root, const cJSON *events, const char *key, GError **error)
{
  g_autofree const char **names = read_list (json, root, key, error);
  const cJSON *list = cJSON_GetObjectItemCaseSensitive (root, key);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!cJSON_HasObjectItem (events, names[i]))
      {
        bl_json_fail (json, cJSON_IsArray (list) ? cJSON_GetArrayItem (list, (int) i) : list, error,
                      "“%s” is no event of “events”", names[i]);
        return NULL;
      }
  return g_steal_pointer (&names);
}

/* Lists of events that are akin: a bit each. */
static gboolean
read_akin (const BlJson *json, const cJSON *root, GHashTable *events, GError **error)
{
  const cJSON *lists = bl_json_need_array (json, root, "akin", error), *item, *name;
  guint n = 0;
  if (lists == NULL)
    return FALSE;
  cJSON_ArrayForEach (item, lists)
  {
    if (!cJSON_IsArray (item) || n == MAX_AKIN)
      return bl_json_fail (json, item, error, "at most %d lists of events are wanted here", MAX_AKIN);
    cJSON_ArrayForEach (name, item)
    {
      BlEventWord *event = cJSON_IsString (name) ? g_hash_table_lookup (events, name->valuestring) : NULL;
      if (event == NULL)
        return bl_json_fail (json, name, error, "here stands no event of “events”");
      event->akin |= (guint32) 1 << n;
    }
    n++;
  }
  return TRUE;
}

static gboolean
read_events (BlTimeWords *self, const BlJson *json, const cJSON *root, GError **error)
{
  const cJSON *object = bl_json_need_object (json, root, "events", error);
  if (object == NULL)
    return FALSE;
  g_autofree const char **once = read_names (json, root, object, "once", error);
  g_autofree const char **again = once != NULL ? read_names (json, root, object, "again", error) : NULL;
  if (again == NULL)
    return FALSE;
  g_autoptr (GHashTable) events = g_hash_table_new (g_str_hash, g_str_equal);
  const cJSON *item;
  cJSON_ArrayForEach (item, object)
  {
    g_autofree const char **list = read_list (json, object, item->string, error);
    if (list == NULL)
      return FALSE;
    BlEventWord *event = bl_arena_new0 (self->arena, BlEventWord);
    event->name = bl_arena_intern (self->arena, item->string);
    event->once = g_strv_contains (once, item->string);
    event->again = g_strv_contains (again, item->string);
    for (guint k = 0; list[k] != NULL; k++)
      entry_of (self, list[k])->event = event;
    g_hash_table_insert (events, item->string, event);
  }
  return read_akin (json, root, events, error);
}

BlTimeWords *
bl_time_words_load (const char *lexicon_dir, GError **error)
{
  static const char *const known[]
      = { "format", "words", "parts", "seasons", "numbers", "ordinals", "events", "once", "again", "akin", NULL };
  g_autofree char *path = g_build_filename (lexicon_dir, "times.json", NULL);
  g_autoptr (BlTimeWords) self = g_new0 (BlTimeWords, 1);
  self->arena = bl_arena_new ();
  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  const cJSON *root = bl_json_root (json);
  if (!bl_json_check_keys (json, root, known, error) || !bl_json_check_format (json, error)
      || !read_words (self, json, root, error) || !read_parts (self, json, root, error)
      || !read_tables (self, json, root, error) || !read_ordinals (self, json, root, error)
      || !read_events (self, json, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bl_time_words_free (BlTimeWords *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  bl_arena_free (self->arena);
  g_free (self);
}

gboolean
bl_time_words_has (const BlTimeWords *self, const char *text, BlTimeWord list)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL && (entry->lists & G_GUINT64_CONSTANT (1) << list) != 0;
}

BlDatePart
bl_time_words_part (const BlTimeWords *self, const char *text)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL ? entry->part : BL_PART_WHOLE;
}

int
bl_time_words_season (const BlTimeWords *self, const char *text)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL ? entry->season : 0;
}

int
bl_time_words_number (const BlTimeWords *self, const char *text)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL ? entry->number : 0;
}

const char *
bl_time_words_ordinal (const BlTimeWords *self, const char *text)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL ? entry->ordinal : NULL;
}

const BlEventWord *
bl_time_words_event (const BlTimeWords *self, const char *text)
{
  const Entry *entry = g_hash_table_lookup (self->entries, text);
  return entry != NULL ? entry->event : NULL;
}
