#include "text/word_kinds.h"

#include <string.h>

#include "base/reader.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/word_kinds_read.h"

void
bl_word_kinds_free (BlWordKinds *kinds)
{
  if (kinds == NULL)
    return;
  g_hash_table_unref (kinds->entries);
  g_hash_table_unref (kinds->stems);
  g_ptr_array_unref (kinds->names);
  g_hash_table_unref (kinds->alike);
  bl_arena_free (kinds->arena);
  g_free (kinds);
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

void
bl_word_kinds_add (BlWordKinds *kinds, BlReader *reader, const cJSON *item, const char *text, BlKindEntry entry)
{
  g_autofree char *word = bl_fold_letters (text, -1);
  if (word[0] == '\0' || strlen (word) > BL_KINDS_LONGEST)
    {
      bl_reader_fail (reader, item, "“%s” is to be a word or phrase of letters, at most %d bytes", text, BL_KINDS_LONGEST);
      return;
    }
  GArray *list = g_hash_table_lookup (kinds->entries, word);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (BlKindEntry));
      g_hash_table_insert (kinds->entries, (gpointer) bl_arena_intern (kinds->arena, word), list);
    }
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, BlKindEntry, i).kind == entry.kind)
      {
        if (g_array_index (list, BlKindEntry, i).alternative != entry.alternative)
          bl_reader_fail (reader, item, "“%s” stands in two alternatives of the kind “%s”", text,
                          (char *) kinds->names->pdata[entry.kind]);
        return;
      }
  g_array_append_val (list, entry);
}

guint
bl_word_kinds_begin (BlWordKinds *kinds, const char *name)
{
  g_ptr_array_add (kinds->names, (gpointer) bl_arena_intern (kinds->arena, name != NULL ? name : ""));
  return kinds->names->len - 1;
}

static void
read_kind (BlWordKinds *kinds, BlReader *reader, const cJSON *item)
{
  enum
  {
    NAME,
    WORDS,
    SURE,
    CAPITAL,
    N_KEYS
  };
  static const char *const known[] = { "name", "words", "sure", "capital", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (reader, item, known, fields))
    return;
  const char *name = bl_reader_need_text (reader, item, fields[NAME], known[NAME]);
  if (fields[WORDS] == NULL || bl_reader_array (reader, fields[WORDS]) < 2)
    {
      bl_reader_fail (reader, item, "a kind has at least two “words” that exclude one another");
      return;
    }
  BlKindEntry entry = { .kind = bl_word_kinds_begin (kinds, name),
                        .sure = fields[SURE] == NULL || bl_reader_truth (reader, fields[SURE]),
                        .capital = fields[CAPITAL] != NULL && bl_reader_truth (reader, fields[CAPITAL]),
                        .alone = TRUE };
  const cJSON *alternative;
  cJSON_ArrayForEach (alternative, fields[WORDS])
  {
    const cJSON *const *words = bl_reader_items (reader, alternative);
    for (guint i = 0; words[i] != NULL; i++)
      {
        const char *text = bl_reader_text (reader, words[i]);
        if (text != NULL)
          bl_word_kinds_add (kinds, reader, words[i], text, entry);
      }
    entry.alternative++;
  }
}

static void
read_kinds (BlWordKinds *kinds, BlReader *reader)
{
  enum
  {
    FORMAT,
    KINDS,
    N_KEYS
  };
  static const char *const known[] = { "format", "kinds", NULL };
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (reader->json);
  if (!bl_reader_fields (reader, root, known, fields))
    return;
  bl_reader_check_format (reader, fields[FORMAT]);
  if (fields[KINDS] == NULL)
    {
      bl_reader_fail (reader, root, "“kinds” is missing");
      return;
    }
  bl_reader_array (reader, fields[KINDS]);
  const cJSON *kind;
  cJSON_ArrayForEach (kind, fields[KINDS]) read_kind (kinds, reader, kind);
}

static gboolean
is_any_alone (const GArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, BlKindEntry, i).alone)
      return TRUE;
  return FALSE;
}

/* Alternatives are few: 16 bits. */
static gpointer
alternative_key (const BlKindEntry *entry)
{
  return GUINT_TO_POINTER (entry->kind << 16 | entry->alternative);
}

static void
add_alike (BlWordKinds *kinds, const BlKindEntry *entry, const char *stem)
{
  GPtrArray *stems = g_hash_table_lookup (kinds->alike, alternative_key (entry));
  if (stems == NULL)
    {
      stems = g_ptr_array_new ();
      g_hash_table_insert (kinds->alike, alternative_key (entry), stems);
    }
  g_ptr_array_add (stems, (gpointer) stem);
}

/* Of phrases every word: "upper house" is looked at where "upper" is. */
static void
collect_stems (BlWordKinds *kinds)
{
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  GHashTableIter iter;
  gpointer word, list;
  g_hash_table_iter_init (&iter, kinds->entries);
  while (g_hash_table_iter_next (&iter, &word, &list))
    {
      if (!is_any_alone (list))
        continue;
      g_auto (GStrv) words = g_strsplit (word, " ", -1);
      for (guint i = 0; words[i] != NULL; i++)
        {
          const char *stem = bl_arena_intern (kinds->arena, bl_stemmer_stem (stemmer, words[i], strlen (words[i])));
          g_hash_table_add (kinds->stems, (gpointer) stem);
          for (guint k = 0; words[1] == NULL && k < ((const GArray *) list)->len; k++)
            add_alike (kinds, &g_array_index ((const GArray *) list, BlKindEntry, k), stem);
        }
    }
}

/* Reads one file of the folder, which stays as long as *json. */
static gboolean
read_file (BlWordKinds *kinds, const char *dir, const char *name, void (*read) (BlWordKinds *, BlReader *), GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlReader reader = bl_reader_for (json, arena);
  read (kinds, &reader);
  return bl_reader_end (&reader, error);
}

static gboolean
read_opposites (BlWordKinds *kinds, const char *dir, GError **error)
{
  g_autofree char *path = g_build_filename (dir, "inflections.json", NULL);
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlReader reader = bl_reader_for (json, arena);
  g_autoptr (BlInflections) inflections = bl_inflections_new ();
  bl_inflections_read (inflections, &reader);
  if (!bl_reader_end (&reader, error))
    return FALSE;
  kinds->inflections = inflections;
  const gboolean read = read_file (kinds, dir, "opposites.json", bl_opposites_read, error);
  kinds->inflections = NULL;
  return read;
}

BlWordKinds *
bl_word_kinds_load (const char *lexicon_dir, GError **error)
{
  g_autoptr (BlWordKinds) kinds = g_new0 (BlWordKinds, 1);
  kinds->arena = bl_arena_new ();
  kinds->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  kinds->stems = g_hash_table_new (g_str_hash, g_str_equal);
  kinds->names = g_ptr_array_new ();
  kinds->alike = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!read_file (kinds, lexicon_dir, "kinds.json", read_kinds, error) || !read_opposites (kinds, lexicon_dir, error))
    return NULL;
  collect_stems (kinds);
  return g_steal_pointer (&kinds);
}

/* --- asking -------------------------------------------------------------------------------------------------------- */

/* As it stands, else without the ending of a plural: "lorries", "coaches", "vans". */
static const GArray *
entries_of (const BlWordKinds *kinds, const char *word)
{
  const GArray *found = g_hash_table_lookup (kinds->entries, word);
  const gsize length = strlen (word);
  if (found != NULL || length < 4 || length > BL_KINDS_LONGEST || word[length - 1] != 's')
    return found;
  char single[BL_KINDS_LONGEST + 1];
  memcpy (single, word, length);
  single[length - 1] = '\0';
  found = g_hash_table_lookup (kinds->entries, single);
  if (found != NULL || word[length - 2] != 'e')
    return found;
  single[length - 2] = '\0';
  found = g_hash_table_lookup (kinds->entries, single);
  if (found != NULL || word[length - 3] != 'i')
    return found;
  single[length - 3] = 'y';
  return g_hash_table_lookup (kinds->entries, single);
}

gboolean
bl_word_kinds_has_stem (const BlWordKinds *kinds, const char *stem)
{
  return g_hash_table_contains (kinds->stems, stem);
}

gboolean
bl_word_kinds_has (const BlWordKinds *kinds, const char *word)
{
  return entries_of (kinds, word) != NULL;
}

gboolean
bl_word_kinds_any_alike (const BlWordKinds *kinds, const char *word, const char *kind, BlStemPredicate has, gconstpointer data)
{
  const GArray *entries = entries_of (kinds, word);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const BlKindEntry *entry = &g_array_index (entries, BlKindEntry, i);
      const GPtrArray *stems = g_hash_table_lookup (kinds->alike, alternative_key (entry));
      for (guint k = 0; stems != NULL && strcmp (kinds->names->pdata[entry->kind], kind) == 0 && k < stems->len; k++)
        if (has (data, stems->pdata[k]))
          return TRUE;
    }
  return FALSE;
}

gboolean
bl_word_kinds_are_capital (const BlWordKinds *kinds, const char *word)
{
  const GArray *entries = entries_of (kinds, word);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (g_array_index (entries, BlKindEntry, i).capital)
      return TRUE;
  return FALSE;
}

static BlKindRelation
relate_entries (const BlKindEntry *a, const BlKindEntry *b)
{
  if (a->kind != b->kind)
    return BL_KINDS_UNRELATED;
  if (!a->alone)
    return BL_KINDS_UNRELATED;
  if (a->alternative == b->alternative)
    return BL_KINDS_SAME;
  return a->sure ? BL_KINDS_EXCLUDE : BL_KINDS_MIXED;
}

BlKindRelation
bl_word_kinds_relate (const BlWordKinds *kinds, const char *a, const char *b, const char **kind)
{
  const GArray *list_a = entries_of (kinds, a), *list_b = entries_of (kinds, b);
  BlKindRelation most = BL_KINDS_UNRELATED;
  if (kind != NULL)
    *kind = NULL;
  for (guint i = 0; list_a != NULL && list_b != NULL && i < list_a->len; i++)
    for (guint k = 0; k < list_b->len; k++)
      {
        const BlKindEntry *x = &g_array_index (list_a, BlKindEntry, i);
        const BlKindRelation relation = relate_entries (x, &g_array_index (list_b, BlKindEntry, k));
        if (relation <= most)
          continue;
        most = relation;
        if (kind != NULL)
          *kind = kinds->names->pdata[x->kind];
      }
  return most;
}

gboolean
bl_word_kinds_opposite (const BlWordKinds *kinds, const char *a, const char *b)
{
  const GArray *list_a = g_hash_table_lookup (kinds->entries, a), *list_b = g_hash_table_lookup (kinds->entries, b);
  for (guint i = 0; list_a != NULL && list_b != NULL && i < list_a->len; i++)
    for (guint k = 0; k < list_b->len; k++)
      {
        const BlKindEntry *x = &g_array_index (list_a, BlKindEntry, i), *y = &g_array_index (list_b, BlKindEntry, k);
        if (x->opposite && x->kind == y->kind && x->alternative != y->alternative)
          return TRUE;
      }
  return FALSE;
}
