#include "claims/sourcing_words.h"

#include "base/json.h"

#include <string.h>

/* Longest phrase of any list, in words. */
#define MAX_WORDS 9

struct BlSourcingWords
{
  GHashTable *lists[BL_N_SOURCING_LISTS]; /* phrases, owned by the tables */
  guint longest[BL_N_SOURCING_LISTS];     /* words */
  GHashTable *first[BL_N_SOURCING_LISTS]; /* the first words of the phrases */
  GStrv marks;
};

typedef struct
{
  const char *section, *key;
  BlSourcingList list;
} ListName;

static const ListName list_names[]
    = { { "relays", "before", BL_SOURCING_RELAY_BEFORE },    { "relays", "behind", BL_SOURCING_RELAY_BEHIND },
        { "relays", "descriptors", BL_SOURCING_DESCRIPTOR }, { "corrections", "labels", BL_SOURCING_LABEL },
        { "corrections", "frames", BL_SOURCING_FRAME },      { "corrections", "wrongly", BL_SOURCING_WRONGLY },
        { "corrections", "renamed", BL_SOURCING_RENAMED },   { "corrections", "be", BL_SOURCING_BE },
        { "corrections", "light", BL_SOURCING_LIGHT } };
G_STATIC_ASSERT (G_N_ELEMENTS (list_names) == BL_N_SOURCING_LISTS);

static guint
count_words (const char *phrase)
{
  guint n = 1;
  for (; *phrase != '\0'; phrase++)
    n += *phrase == ' ';
  return n;
}

/* Small letters, one blank between words, no more words than are looked for: what is not so is never met. */
static gboolean
is_phrase (const char *text)
{
  char before = ' ';
  for (const char *at = text; *at != '\0'; before = *at++)
    if (g_ascii_isupper (*at) || *at == '\'' || (*at == ' ' && before == ' '))
      return FALSE;
  return before != ' ' && count_words (text) <= MAX_WORDS;
}

static gboolean
read_list (BlSourcingWords *self, const BlJson *json, const cJSON *section, const ListName *name, GError **error)
{
  g_autofree const char **phrases = bl_json_get_strings (json, section, name->key, error);
  if (phrases == NULL)
    return FALSE;
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      if (!is_phrase (phrases[i]))
        return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (section, name->key), error,
                             "“%s” is not a phrase in small letters of at most %u words", phrases[i], MAX_WORDS);
      g_hash_table_add (self->lists[name->list], g_strdup (phrases[i]));
      g_hash_table_add (self->first[name->list], g_strndup (phrases[i], strcspn (phrases[i], " ")));
      self->longest[name->list] = MAX (self->longest[name->list], count_words (phrases[i]));
    }
  return TRUE;
}

static gboolean
read_section (BlSourcingWords *self, const BlJson *json, const cJSON *root, const char *name, const char *const *keys,
              GError **error)
{
  const cJSON *section = bl_json_need_object (json, root, name, error);
  if (section == NULL || !bl_json_check_keys (json, section, keys, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (list_names); i++)
    if (strcmp (list_names[i].section, name) == 0 && !read_list (self, json, section, &list_names[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_all (BlSourcingWords *self, const BlJson *json, GError **error)
{
  static const char *const keys[] = { "format", "relays", "corrections", NULL };
  static const char *const relays[] = { "before", "behind", "descriptors", NULL };
  static const char *const corrections[] = { "marks", "labels", "frames", "wrongly", "renamed", "be", "light", NULL };
  const cJSON *root = bl_json_root (json);
  if (!bl_json_check_keys (json, root, keys, error) || !bl_json_check_format (json, error)
      || !read_section (self, json, root, "relays", relays, error)
      || !read_section (self, json, root, "corrections", corrections, error))
    return FALSE;
  const cJSON *section = cJSON_GetObjectItemCaseSensitive (root, "corrections");
  g_autofree const char **marks = bl_json_get_strings (json, section, "marks", error);
  if (marks == NULL)
    return FALSE;
  self->marks = g_strdupv ((char **) marks);
  return TRUE;
}

BlSourcingWords *
bl_sourcing_words_load (const char *lexicon_dir, GError **error)
{
  g_autofree char *path = g_build_filename (lexicon_dir, "sourcing.json", NULL);
  g_autoptr (BlSourcingWords) self = g_new0 (BlSourcingWords, 1);
  for (guint i = 0; i < BL_N_SOURCING_LISTS; i++)
    {
      self->lists[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->first[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  return read_all (self, json, error) ? g_steal_pointer (&self) : NULL;
}

void
bl_sourcing_words_free (BlSourcingWords *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < BL_N_SOURCING_LISTS; i++)
    {
      g_hash_table_unref (self->lists[i]);
      g_hash_table_unref (self->first[i]);
    }
  g_strfreev (self->marks);
  g_free (self);
}

static gboolean
is_listed (const BlSourcingWords *self, BlSourcingList list, const BlWords *words, guint from, guint to)
{
  char phrase[160];
  gsize length = 0;
  for (guint i = from; i < to; i++)
    {
      const char *text = bl_words_text (words, i);
      const gsize n = strlen (text);
      if (length + n + 2 > sizeof phrase)
        return FALSE;
      if (i > from)
        phrase[length++] = ' ';
      memcpy (phrase + length, text, n);
      length += n;
    }
  phrase[length] = '\0';
  return g_hash_table_contains (self->lists[list], phrase);
}

guint
bl_sourcing_at (const BlSourcingWords *self, BlSourcingList list, const BlWords *words, guint index)
{
  const guint left = bl_words_count (words) > index ? bl_words_count (words) - index : 0;
  if (left == 0 || !g_hash_table_contains (self->first[list], bl_words_text (words, index)))
    return 0;
  for (guint n = MIN (left, self->longest[list]); n > 0; n--)
    if (is_listed (self, list, words, index, index + n))
      return n;
  return 0;
}

guint
bl_sourcing_before (const BlSourcingWords *self, BlSourcingList list, const BlWords *words, guint index)
{
  for (guint n = MIN (index, self->longest[list]); n > 0; n--)
    if (is_listed (self, list, words, index - n, index))
      return n;
  return 0;
}

gboolean
bl_sourcing_has (const BlSourcingWords *self, BlSourcingList list, const char *word)
{
  return g_hash_table_contains (self->lists[list], word);
}

gboolean
bl_sourcing_may_correct (const BlSourcingWords *self, const char *text, gsize length)
{
  for (guint i = 0; self->marks != NULL && self->marks[i] != NULL; i++)
    if (memmem (text, length, self->marks[i], strlen (self->marks[i])) != NULL)
      return TRUE;
  return FALSE;
}
