#include "text/word_kinds.h"

#include <string.h>

#include "base/reader.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/word_kinds_read.h"

enum
{
  SHIPPED_ENTRIES = 4000 /* words of the shipped lexicon: what is larger grows */
};

void
bl_word_kinds_free (BlWordKinds *kinds)
{
  if (kinds == NULL)
    return;
  bl_string_map_clear (&kinds->entries);
  g_ptr_array_unref (kinds->names);
  g_clear_pointer (&kinds->stems, g_hash_table_unref);
  g_clear_pointer (&kinds->alike, g_hash_table_unref);
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
  const gsize length = strlen (word);
  BlKindEntry *other = bl_string_map_get (&kinds->entries, word, length), *last = NULL;
  for (; other != NULL && other->kind != entry.kind; other = other->next)
    last = other;
  if (other != NULL)
    {
      if (other->alternative != entry.alternative)
        bl_reader_fail (reader, item, "“%s” stands in two alternatives of the kind “%s”", text,
                        (char *) kinds->names->pdata[entry.kind]);
      return;
    }
  BlKindEntry *added = bl_arena_new0 (kinds->arena, BlKindEntry);
  *added = entry;
  if (last != NULL)
    last->next = added;
  else
    *bl_string_map_insert (&kinds->entries, bl_arena_strndup (kinds->arena, word, length), length) = added;
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
  kinds->names = g_ptr_array_new ();
  bl_string_map_reserve (&kinds->entries, SHIPPED_ENTRIES);
  if (!read_file (kinds, lexicon_dir, "kinds.json", read_kinds, error) || !read_opposites (kinds, lexicon_dir, error))
    return NULL;
  return g_steal_pointer (&kinds);
}

/* --- asking -------------------------------------------------------------------------------------------------------- */

static const BlKindEntry *
entries_with (const BlWordKinds *kinds, const char *word, gsize length)
{
  return bl_string_map_get (&kinds->entries, word, length);
}

/* As it stands, else without the ending of a plural: "lorries", "coaches", "vans". */
static const BlKindEntry *
entries_of (const BlWordKinds *kinds, const char *word)
{
  const gsize length = strlen (word);
  const BlKindEntry *found = entries_with (kinds, word, length);
  if (found != NULL || length < 4 || length > BL_KINDS_LONGEST || word[length - 1] != 's')
    return found;
  found = entries_with (kinds, word, length - 1);
  if (found != NULL || word[length - 2] != 'e')
    return found;
  found = entries_with (kinds, word, length - 2);
  if (found != NULL || word[length - 3] != 'i')
    return found;
  char single[BL_KINDS_LONGEST + 1];
  memcpy (single, word, length - 3);
  single[length - 3] = 'y';
  return entries_with (kinds, single, length - 2);
}

/* --- stems --------------------------------------------------------------------------------------------------------- */

static gboolean
is_any_alone (const BlKindEntry *entry)
{
  while (entry != NULL && !entry->alone)
    entry = entry->next;
  return entry != NULL;
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
collect_of (BlWordKinds *kinds, BlStemmer *stemmer, const char *phrase, const BlKindEntry *entries)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *stem = bl_arena_intern (kinds->arena, bl_stemmer_stem (stemmer, words[i], strlen (words[i])));
      g_hash_table_add (kinds->stems, (gpointer) stem);
      for (const BlKindEntry *entry = entries; words[1] == NULL && entry != NULL; entry = entry->next)
        add_alike (kinds, entry, stem);
    }
}

/* The kinds with their stems. Only terms in which two reports differ are asked about: most runs need none. Thread-safe. */
static const BlWordKinds *
with_stems (const BlWordKinds *asked)
{
  BlWordKinds *kinds = (BlWordKinds *) asked;
  if (!g_once_init_enter (&kinds->stemmed))
    return kinds;
  g_autoptr (BlStemmer) stemmer = bl_stemmer_new ();
  kinds->stems = g_hash_table_new (g_str_hash, g_str_equal);
  kinds->alike = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint32 i = 0; kinds->entries.slots != NULL && i <= kinds->entries.mask; i++)
    {
      const BlStringSlot *slot = &kinds->entries.slots[i];
      if (slot->key != NULL && is_any_alone (slot->value))
        collect_of (kinds, stemmer, slot->key, slot->value);
    }
  g_once_init_leave (&kinds->stemmed, 1);
  return kinds;
}

gboolean
bl_word_kinds_has_stem (const BlWordKinds *kinds, const char *stem)
{
  return g_hash_table_contains (with_stems (kinds)->stems, stem);
}

gboolean
bl_word_kinds_any_alike (const BlWordKinds *kinds, const char *word, const char *kind, BlStemPredicate has, gconstpointer data)
{
  for (const BlKindEntry *entry = entries_of (kinds, word); entry != NULL; entry = entry->next)
    {
      const gboolean asked = strcmp (kinds->names->pdata[entry->kind], kind) == 0;
      const GPtrArray *stems = asked ? g_hash_table_lookup (with_stems (kinds)->alike, alternative_key (entry)) : NULL;
      for (guint k = 0; stems != NULL && k < stems->len; k++)
        if (has (data, stems->pdata[k]))
          return TRUE;
    }
  return FALSE;
}

gboolean
bl_word_kinds_has (const BlWordKinds *kinds, const char *word)
{
  return entries_of (kinds, word) != NULL;
}

gboolean
bl_word_kinds_are_capital (const BlWordKinds *kinds, const char *word)
{
  for (const BlKindEntry *entry = entries_of (kinds, word); entry != NULL; entry = entry->next)
    if (entry->capital)
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
  const BlKindEntry *const list_b = entries_of (kinds, b);
  BlKindRelation most = BL_KINDS_UNRELATED;
  if (kind != NULL)
    *kind = NULL;
  for (const BlKindEntry *x = list_b != NULL ? entries_of (kinds, a) : NULL; x != NULL; x = x->next)
    for (const BlKindEntry *y = list_b; y != NULL; y = y->next)
      {
        const BlKindRelation relation = relate_entries (x, y);
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
  const BlKindEntry *const list_b = entries_with (kinds, b, strlen (b));
  for (const BlKindEntry *x = list_b != NULL ? entries_with (kinds, a, strlen (a)) : NULL; x != NULL; x = x->next)
    for (const BlKindEntry *y = list_b; y != NULL; y = y->next)
      if (x->opposite && x->kind == y->kind && x->alternative != y->alternative)
        return TRUE;
  return FALSE;
}
