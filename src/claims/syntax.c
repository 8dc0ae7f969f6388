#include "claims/syntax.h"

#include <string.h>

#include "base/reader.h"

struct BlSyntax
{
  char *lexicon_dir;
  GMutex lock;  /* guards opening; afterwards nothing changes */
  gint is_open; /* atomic */
  BlTagger *tagger;
  BlLemmas *lemmas;
  BlArena *arena;
  GHashTable *lists;     /* word → bit set of BlWordList */
  GHashTable *same;      /* word → first of its group */
  GHashTable *natures;   /* lemma to the first of its group */
  GHashTable *opposites; /* "a b", in order of strcmp */
};

BlSyntax *
bl_syntax_new (const char *lexicon_dir)
{
  BlSyntax *syntax = g_new0 (BlSyntax, 1);
  syntax->lexicon_dir = g_strdup (lexicon_dir);
  g_mutex_init (&syntax->lock);
  return syntax;
}

static void
close_files (BlSyntax *syntax)
{
  g_clear_pointer (&syntax->tagger, bl_tagger_free);
  g_clear_pointer (&syntax->lemmas, bl_lemmas_free);
  g_clear_pointer (&syntax->lists, g_hash_table_unref);
  g_clear_pointer (&syntax->same, g_hash_table_unref);
  g_clear_pointer (&syntax->natures, g_hash_table_unref);
  g_clear_pointer (&syntax->opposites, g_hash_table_unref);
  g_clear_pointer (&syntax->arena, bl_arena_free);
}

void
bl_syntax_free (BlSyntax *syntax)
{
  if (syntax == NULL)
    return;
  close_files (syntax);
  g_mutex_clear (&syntax->lock);
  g_free (syntax->lexicon_dir);
  g_free (syntax);
}

static void
read_list (BlSyntax *syntax, BlReader *reader, const cJSON *item, guint list)
{
  const char *const *words = item != NULL ? bl_reader_texts (reader, item) : NULL;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (syntax->lists, words[i]));
      g_hash_table_insert (syntax->lists, (gpointer) words[i], GUINT_TO_POINTER (before | 1u << list));
    }
}

/* Of each group the first word stands for all. */
static void
read_groups (BlReader *reader, const cJSON *item, GHashTable *table)
{
  if (item == NULL || bl_reader_array (reader, item) == 0)
    return;
  for (const cJSON *group = item->child; group != NULL; group = group->next)
    {
      const char *const *words = bl_reader_texts (reader, group);
      for (guint i = 0; words != NULL && words[0] != NULL && words[i] != NULL; i++)
        g_hash_table_insert (table, (gpointer) words[i], (gpointer) words[0]);
    }
}

static const char *
pair_of (BlArena *arena, const char *a, const char *b)
{
  return strcmp (a, b) < 0 ? bl_arena_printf (arena, "%s %s", a, b) : bl_arena_printf (arena, "%s %s", b, a);
}

/* Each word of the first list against each of the second. */
static void
read_opposites (BlSyntax *syntax, BlReader *reader, const cJSON *item)
{
  if (item == NULL || bl_reader_array (reader, item) == 0)
    return;
  for (const cJSON *entry = item->child; entry != NULL; entry = entry->next)
    {
      if (bl_reader_array (reader, entry) != 2)
        {
          bl_reader_fail (reader, entry, "two lists of words are wanted");
          continue;
        }
      const char *const *left = bl_reader_one_or_more (reader, entry->child);
      const char *const *right = bl_reader_one_or_more (reader, entry->child->next);
      for (guint i = 0; left != NULL && left[i] != NULL; i++)
        for (guint k = 0; right != NULL && right[k] != NULL; k++)
          g_hash_table_add (syntax->opposites, (gpointer) pair_of (syntax->arena, left[i], right[k]));
    }
}

static gboolean
read_words (BlSyntax *syntax, const char *path, GError **error)
{
  static const char *const known[] = { "format",     "negators",      "nobody", "failing", "denying",   "unreal",   "saying",
                                       "conditions", "subordinators", "people", "anybody", "times",     "contests", "partial",
                                       "scope",      "phrasal",       "light",  "same",    "opposites", "natures",  NULL };
  G_STATIC_ASSERT (G_N_ELEMENTS (known)
                   == BL_N_WORD_LISTS + 5); /* the format before them, and three tables and the end behind */
  const cJSON *fields[G_N_ELEMENTS (known) - 1] = { 0 };
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;
  BlReader reader = bl_reader_for (json, syntax->arena);
  reader.copies = TRUE;
  bl_reader_fields (&reader, bl_json_root (json), known, fields);
  bl_reader_check_format (&reader, fields[0]);
  for (guint i = 0; i < BL_N_WORD_LISTS; i++)
    read_list (syntax, &reader, fields[i + 1], i);
  read_groups (&reader, fields[BL_N_WORD_LISTS + 1], syntax->same);
  read_opposites (syntax, &reader, fields[BL_N_WORD_LISTS + 2]);
  read_groups (&reader, fields[BL_N_WORD_LISTS + 3], syntax->natures);
  return bl_reader_end (&reader, error);
}

static gboolean
open_files (BlSyntax *syntax, GError **error)
{
  g_autofree char *tags = g_build_filename (syntax->lexicon_dir, "tags.json", NULL);
  g_autofree char *forms = g_build_filename (syntax->lexicon_dir, "inflections.json", NULL);
  g_autofree char *words = g_build_filename (syntax->lexicon_dir, "statements.json", NULL);
  syntax->arena = bl_arena_new ();
  syntax->lists = g_hash_table_new (g_str_hash, g_str_equal);
  syntax->same = g_hash_table_new (g_str_hash, g_str_equal);
  syntax->natures = g_hash_table_new (g_str_hash, g_str_equal);
  syntax->opposites = g_hash_table_new (g_str_hash, g_str_equal);
  syntax->tagger = bl_tagger_load (tags, error);
  syntax->lemmas = syntax->tagger != NULL ? bl_lemmas_load (forms, error) : NULL;
  return syntax->lemmas != NULL && read_words (syntax, words, error);
}

gboolean
bl_syntax_open (BlSyntax *syntax, GError **error)
{
  if (g_atomic_int_get (&syntax->is_open))
    return TRUE;
  g_mutex_lock (&syntax->lock);
  gboolean opened = g_atomic_int_get (&syntax->is_open);
  if (!opened)
    {
      opened = open_files (syntax, error);
      if (!opened)
        close_files (syntax);
      g_atomic_int_set (&syntax->is_open, opened);
    }
  g_mutex_unlock (&syntax->lock);
  return opened;
}

gboolean
bl_syntax_has (const BlSyntax *syntax, BlWordList list, const char *word)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (syntax->lists, word)) & 1u << list) != 0;
}

const char *
bl_syntax_same (const BlSyntax *syntax, const char *word)
{
  const char *first = g_hash_table_lookup (syntax->same, word);
  return first != NULL ? first : word;
}

const char *
bl_syntax_nature (const BlSyntax *syntax, const char *word)
{
  return g_hash_table_lookup (syntax->natures, word);
}

gboolean
bl_syntax_opposite (const BlSyntax *syntax, const char *a, const char *b)
{
  char pair[160];
  const gboolean in_order = strcmp (a, b) < 0;
  g_snprintf (pair, sizeof pair, "%s %s", in_order ? a : b, in_order ? b : a);
  return g_hash_table_contains (syntax->opposites, pair);
}

const BlTagger *
bl_syntax_tagger (const BlSyntax *syntax)
{
  return syntax->tagger;
}

const BlLemmas *
bl_syntax_lemmas (const BlSyntax *syntax)
{
  return syntax->lemmas;
}
