#include "syntax/syntax.h"

#include <string.h>

#include "base/reader.h"
#include "text/fold.h"

/* Most words that are asked about are in no table: a set of hashes of their first letters says so without a look into it. */
enum
{
  SCREEN_BITS = 10
};

typedef struct
{
  guint64 bits[(1u << SCREEN_BITS) / 64];
} Screen;

struct BlSyntax
{
  char *lexicon_dir;
  GMutex lock;     /* guards opening; afterwards nothing changes */
  gint is_open;    /* atomic */
  GError *failure; /* of the first try: it is asked for each pair of sentences, and the files are not read again each time */
  BlTagger *tagger;
  BlLemmas *lemmas;
  BlArena *arena;
  GHashTable *lists;   /* word → bit set of BlWordList */
  GHashTable *same;    /* word → first of its group */
  GHashTable *natures; /* lemma to the first of its group */
  const BlWordKinds *kinds;
  Screen list_screens[BL_N_WORD_LISTS];
  Screen same_screen, nature_screen; /* of the words that are in the tables */
};

/* Fibonacci hashing (Knuth) of the first three bytes. */
static guint
screen_place (const char *word)
{
  const guint32 a = (guchar) word[0], b = a != 0 ? (guchar) word[1] : 0, c = b != 0 ? (guchar) word[2] : 0;
  return ((a << 16 | b << 8 | c) * 2654435769u) >> (32 - SCREEN_BITS);
}

static void
screen_add (Screen *screen, const char *word)
{
  const guint place = screen_place (word);
  screen->bits[place / 64] |= (guint64) 1 << place % 64;
}

static gboolean
screen_may_have (const Screen *screen, const char *word)
{
  const guint place = screen_place (word);
  return (screen->bits[place / 64] & (guint64) 1 << place % 64) != 0;
}

BlSyntax *
bl_syntax_new (const char *lexicon_dir, const BlWordKinds *kinds)
{
  BlSyntax *syntax = g_new0 (BlSyntax, 1);
  syntax->kinds = kinds;
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
  g_clear_pointer (&syntax->arena, bl_arena_free);
}

void
bl_syntax_free (BlSyntax *syntax)
{
  if (syntax == NULL)
    return;
  close_files (syntax);
  g_clear_error (&syntax->failure);
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
      screen_add (&syntax->list_screens[list], words[i]);
    }
}

/* Of each group the first word stands for all. */
static void
read_groups (BlReader *reader, const cJSON *item, GHashTable *table, Screen *screen)
{
  if (item == NULL || bl_reader_array (reader, item) == 0)
    return;
  for (const cJSON *group = item->child; group != NULL; group = group->next)
    {
      const char *const *words = bl_reader_texts (reader, group);
      for (guint i = 0; words != NULL && words[0] != NULL && words[i] != NULL; i++)
        {
          g_hash_table_insert (table, (gpointer) words[i], (gpointer) words[0]);
          screen_add (screen, words[i]);
        }
    }
}

static gboolean
read_words (BlSyntax *syntax, const char *path, GError **error)
{
  static const char *const known[]
      = { "format",     "negators",      "nobody",  "failing", "unable", "denying",  "unreal", "saying",
          "conditions", "subordinators", "people",  "anybody", "times",  "contests", "making", "learned",
          "partial",    "scope",         "phrasal", "light",   "same",   "natures",  NULL };
  G_STATIC_ASSERT (G_N_ELEMENTS (known) == BL_N_WORD_LISTS + 4); /* the format before them, and two tables and the end behind */
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
  read_groups (&reader, fields[BL_N_WORD_LISTS + 1], syntax->same, &syntax->same_screen);
  read_groups (&reader, fields[BL_N_WORD_LISTS + 2], syntax->natures, &syntax->nature_screen);
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
  if (!opened && syntax->failure == NULL)
    {
      opened = open_files (syntax, &syntax->failure);
      if (!opened)
        close_files (syntax);
      g_atomic_int_set (&syntax->is_open, opened);
    }
  if (!opened && error != NULL)
    *error = g_error_copy (syntax->failure);
  g_mutex_unlock (&syntax->lock);
  return opened;
}

gboolean
bl_syntax_has (const BlSyntax *syntax, BlWordList list, const char *word)
{
  return screen_may_have (&syntax->list_screens[list], word)
         && (GPOINTER_TO_UINT (g_hash_table_lookup (syntax->lists, word)) & 1u << list) != 0;
}

const char *
bl_syntax_same (const BlSyntax *syntax, const char *word)
{
  const char *first = screen_may_have (&syntax->same_screen, word) ? g_hash_table_lookup (syntax->same, word) : NULL;
  return first != NULL ? first : word;
}

const char *
bl_syntax_nature (const BlSyntax *syntax, const char *word)
{
  return screen_may_have (&syntax->nature_screen, word) ? g_hash_table_lookup (syntax->natures, word) : NULL;
}

gboolean
bl_syntax_opposite (const BlSyntax *syntax, const char *a, const char *b)
{
  if (syntax->kinds == NULL)
    return FALSE;
  if (strpbrk (a, "-'") == NULL && strpbrk (b, "-'") == NULL)
    return bl_word_kinds_opposite (syntax->kinds, a, b);
  g_autofree char *folded_a = bl_fold_letters (a, -1), *folded_b = bl_fold_letters (b, -1);
  return bl_word_kinds_opposite (syntax->kinds, folded_a, folded_b);
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
