#include "claims/event_slots.h"

#include "text/stem.h"

#include <string.h>

/* Terms on either side of a figure that say what it is; those that say what it is not may stand a little further off. */
#define NEAR 5
#define AROUND 8

/* Slots are the bits of a word. */
#define MAX_SLOTS 64

struct BlEventSlots
{
  BlArena *arena;
  const char *names[MAX_SLOTS];
  guint n;
  GHashTable *measured; /* unit, or kind of what is counted → bits of slots (guint64 *, owned) */
  GHashTable *words;    /* stem → bits */
  GHashTable *unless;   /* stem → bits */
};

static guint64
bits_of (GHashTable *table, const char *word)
{
  const guint64 *bits = g_hash_table_lookup (table, word);
  return bits != NULL ? *bits : 0;
}

static void
add_bit (BlEventSlots *slots, GHashTable *table, const char *word, guint slot)
{
  guint64 *bits = g_hash_table_lookup (table, word);
  if (bits == NULL)
    {
      bits = g_new0 (guint64, 1);
      g_hash_table_insert (table, (gpointer) bl_arena_intern (slots->arena, word), bits);
    }
  *bits |= G_GUINT64_CONSTANT (1) << slot;
}

/* stemmer: NULL for words that are taken as they stand. */
static gboolean
read_list (BlEventSlots *slots, GHashTable *table, BlStemmer *stemmer, const BlJson *json, const cJSON *object, const char *key,
           GError **error)
{
  g_autofree const char **words = bl_json_get_strings (json, object, key, error);
  const cJSON *list = cJSON_GetObjectItemCaseSensitive (object, key);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (words[i][0] == '\0' || strpbrk (words[i], " ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL)
        return bl_json_fail (json, cJSON_IsArray (list) ? cJSON_GetArrayItem (list, (int) i) : list, error,
                             "“%s” is no word in small letters", words[i]);
      add_bit (slots, table, stemmer != NULL ? bl_stemmer_stem (stemmer, words[i], strlen (words[i])) : words[i], slots->n);
    }
  return words != NULL;
}

static gboolean
read_slot (BlEventSlots *slots, BlStemmer *stemmer, const BlJson *json, const cJSON *object, GError **error)
{
  static const char *const keys[] = { "units", "kinds", "words", "not", NULL };
  if (slots->n == MAX_SLOTS)
    return bl_json_fail (json, object, error, "more than %d slots", MAX_SLOTS);
  if (!cJSON_IsObject (object))
    return bl_json_fail (json, object, error, "a slot is an object with “units” and “words”");
  if (!bl_json_check_keys (json, object, keys, error) || !read_list (slots, slots->measured, NULL, json, object, "units", error)
      || !read_list (slots, slots->measured, NULL, json, object, "kinds", error)
      || !read_list (slots, slots->words, stemmer, json, object, "words", error)
      || !read_list (slots, slots->unless, stemmer, json, object, "not", error))
    return FALSE;
  slots->names[slots->n++] = bl_arena_intern (slots->arena, object->string);
  return TRUE;
}

static gboolean
read_all (BlEventSlots *slots, const BlJson *json, GError **error)
{
  static const char *const keys[] = { "format", "slots", NULL };
  const cJSON *root = bl_json_root (json);
  if (!bl_json_check_keys (json, root, keys, error) || !bl_json_check_format (json, error))
    return FALSE;
  const cJSON *all = bl_json_need_object (json, root, "slots", error);
  if (all == NULL)
    return FALSE;
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  const cJSON *object;
  cJSON_ArrayForEach (object, all)
  {
    if (!read_slot (slots, stemmer, json, object, error))
      return FALSE;
  }
  return TRUE;
}

BlEventSlots *
bl_event_slots_load (const char *lexicon_dir, GError **error)
{
  g_autofree char *path = g_build_filename (lexicon_dir, "slots.json", NULL);
  g_autoptr (BlEventSlots) slots = g_new0 (BlEventSlots, 1);
  slots->arena = bl_arena_new ();
  slots->measured = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  slots->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  slots->unless = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&slots);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  return read_all (slots, json, error) ? g_steal_pointer (&slots) : NULL;
}

void
bl_event_slots_free (BlEventSlots *slots)
{
  if (slots == NULL)
    return;
  g_hash_table_unref (slots->measured);
  g_hash_table_unref (slots->words);
  g_hash_table_unref (slots->unless);
  bl_arena_free (slots->arena);
  g_free (slots);
}

/* Bits of the terms of a list, nearest first. */
static guint64
bits_beside (GHashTable *table, const char *const *terms, guint most)
{
  guint64 bits = 0;
  for (guint i = 0; i < most && terms[i] != NULL; i++)
    bits |= bits_of (table, terms[i]);
  return bits;
}

const char *
bl_event_slot_of (const BlEventSlots *slots, const BlQuantity *quantity, const char *const *before, const char *const *after)
{
  guint64 bits = bits_of (slots->measured, quantity->unit) | bits_of (slots->measured, quantity->kind);
  if (bits == 0)
    return NULL;
  bits &= bits_beside (slots->words, before, NEAR) | bits_beside (slots->words, after, NEAR);
  bits &= ~(bits_beside (slots->unless, before, AROUND) | bits_beside (slots->unless, after, AROUND));
  for (guint i = 0; i < slots->n; i++)
    if ((bits >> i & 1) != 0)
      return slots->names[i];
  return NULL;
}

gboolean
bl_event_slot_has (const BlEventSlots *slots, const char *slot, const char *term)
{
  const guint64 bits = bits_of (slots->words, term);
  for (guint i = 0; i < slots->n; i++)
    if (slots->names[i] == slot)
      return (bits >> i & 1) != 0;
  return FALSE;
}
