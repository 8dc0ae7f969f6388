#include "text/lexicon.h"

#include <string.h>

#include "base/reader.h"
#include "text/chars.h"
#include "text/fold.h"

/* Longest short form and longest word of the lists; what is longer needs no look-up. */
#define LONGEST_WORD 31

/* Lists of one object, at most. */
#define MOST_LISTS 12

/* Two words of a cue with their blank. */
#define KEY_SIZE 64

struct BlTextLexicon
{
  GHashTable *short_forms;  /* token without its last full stop → BlShortForm */
  GHashTable *words;        /* word → BlWordFlags */
  GHashTable *starts;       /* first two folded words (or the only one) → GPtrArray of BlCue that stand at the start */
  GHashTable *ends;         /* last two folded words → GPtrArray of BlCue that stand at the end */
  GPtrArray *literals[256]; /* first byte → BlCue; NULL for none */
  GPtrArray *cues;          /* owns every BlCue */
};

static void
cue_free (gpointer data)
{
  BlCue *cue = data;
  g_free (cue->text);
  g_free (cue);
}

static BlTextLexicon *
lexicon_new (void)
{
  BlTextLexicon *lexicon = g_new0 (BlTextLexicon, 1);
  lexicon->short_forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  lexicon->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  lexicon->cues = g_ptr_array_new_with_free_func (cue_free);
  return lexicon;
}

void
bl_text_lexicon_free (BlTextLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_hash_table_unref (lexicon->short_forms);
  g_hash_table_unref (lexicon->words);
  g_hash_table_unref (lexicon->starts);
  g_hash_table_unref (lexicon->ends);
  for (guint i = 0; i < G_N_ELEMENTS (lexicon->literals); i++)
    g_clear_pointer (&lexicon->literals[i], g_ptr_array_unref);
  g_ptr_array_unref (lexicon->cues);
  g_free (lexicon);
}

/* Calls add for every entry of the lists that an object has, the number of the list with it; "about" is for people. */
typedef void (*AddEntry) (BlTextLexicon *lexicon, BlReader *reader, const cJSON *entry, guint list);

static void
read_entries (BlTextLexicon *lexicon, BlReader *reader, const cJSON *object, const char *const *keys, AddEntry add)
{
  const cJSON *fields[MOST_LISTS];
  if (!bl_reader_fields (reader, object, keys, fields))
    return;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const cJSON *const *entries = strcmp (keys[i], "about") != 0 ? bl_reader_items (reader, fields[i]) : NULL;
      for (guint k = 0; entries != NULL && entries[k] != NULL; k++)
        add (lexicon, reader, entries[k], i);
    }
}

static gboolean
check_length (BlReader *reader, const cJSON *entry)
{
  if (strlen (entry->valuestring) <= LONGEST_WORD)
    return TRUE;
  bl_reader_fail (reader, entry, "“%s” is too long; a word has 1 to %d bytes", entry->valuestring, LONGEST_WORD);
  return FALSE;
}

static void
add_short_form (BlTextLexicon *lexicon, BlReader *reader, const cJSON *entry, guint list)
{
  if (check_length (reader, entry))
    g_hash_table_insert (lexicon->short_forms, g_strdup (entry->valuestring), GUINT_TO_POINTER (BL_SHORT_TITLE + list));
}

static void
add_word (BlTextLexicon *lexicon, BlReader *reader, const cJSON *entry, guint list)
{
  if (!check_length (reader, entry))
    return;
  const guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->words, entry->valuestring));
  g_hash_table_insert (lexicon->words, g_strdup (entry->valuestring), GUINT_TO_POINTER (flags | 1u << list));
}

static void
index_cue (GHashTable *table, const char *word, gsize length, BlCue *cue)
{
  g_autofree char *key = g_strndup (word, length);
  GPtrArray *cues = g_hash_table_lookup (table, key);
  if (cues == NULL)
    {
      cues = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&key), cues);
    }
  g_ptr_array_add (cues, cue);
}

/* The first (or last) two words of folded text, or its only one. */
static const char *
edge_words (const char *folded, gsize length, gboolean last, gsize *n)
{
  guint spaces = 0;
  gsize i = 0;
  while (i < length && (folded[last ? length - 1 - i : i] != ' ' || ++spaces < 2))
    i++;
  *n = i;
  return last ? folded + length - i : folded;
}

static gboolean
add_cue (BlTextLexicon *lexicon, const char *entry, BlCue cue)
{
  cue.text = cue.place == BL_CUE_LITERAL ? g_strdup (entry) : bl_fold_letters (entry, -1);
  cue.length = strlen (cue.text);
  BlCue *owned = g_memdup2 (&cue, sizeof cue);
  g_ptr_array_add (lexicon->cues, owned);
  if (cue.length == 0)
    return FALSE;
  if (cue.place == BL_CUE_LITERAL)
    {
      GPtrArray **literals = &lexicon->literals[(guchar) cue.text[0]];
      if (*literals == NULL)
        *literals = g_ptr_array_new ();
      g_ptr_array_add (*literals, owned);
      return TRUE;
    }
  /* One word is too little to know a block by, and is never looked up. */
  if (cue.place != BL_CUE_WHOLE && strchr (cue.text, ' ') == NULL)
    return FALSE;
  gboolean last = cue.place == BL_CUE_END;
  gsize n;
  const char *words = edge_words (cue.text, cue.length, last, &n);
  index_cue (last ? lexicon->ends : lexicon->starts, words, n, owned);
  return TRUE;
}

/* What the cues of one object say of a block. */
typedef struct
{
  const char *key;
  BlBlockKind kind;
  gboolean opens_links;
} CueList;

static void
read_cues (BlTextLexicon *lexicon, BlReader *reader, const cJSON *object, const CueList *list)
{
  static const char *const keys[] = { "whole", "start", "end", "literal", "about", NULL };
  const cJSON *fields[MOST_LISTS];
  if (!bl_reader_fields (reader, object, keys, fields))
    return;
  for (guint i = 0; i < 4; i++)
    {
      const cJSON *const *entries = bl_reader_items (reader, fields[i]);
      for (guint k = 0; entries[k] != NULL; k++)
        {
          const BlCue cue = { .place = (BlCuePlace) (BL_CUE_WHOLE + i), .kind = list->kind, .opens_links = list->opens_links };
          if (!add_cue (lexicon, entries[k]->valuestring, cue))
            bl_reader_fail (reader, entries[k], "“%s” is too short a cue", entries[k]->valuestring);
        }
    }
}

static void
read_lexicon (BlTextLexicon *lexicon, BlReader *reader)
{
  enum
  {
    FORMAT,
    FOR_PEOPLE,
    ABBREVIATIONS,
    WORDS,
    CUES,
    N_KEYS = CUES + 4
  };
  static const char *const keys[]
      = { "format", "about", "abbreviations", "words", "boilerplate", "links", "byline", "caption", NULL };
  static const char *const short_keys[] = { "title", "number", "open", "place", "place-word", "time", "about", NULL };
  static const char *const word_keys[]
      = { "opener", "opener-noun", "time", "reporting", "particle", "domain", "shouted", "credit", "date", "about", NULL };
  static const CueList lists[] = {
    { "boilerplate", BL_BLOCK_BOILERPLATE, FALSE },
    { "links", BL_BLOCK_BOILERPLATE, TRUE },
    { "byline", BL_BLOCK_BYLINE, FALSE },
    { "caption", BL_BLOCK_CAPTION, FALSE },
  };
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (reader->json);
  if (!bl_reader_fields (reader, root, keys, fields))
    return;
  bl_reader_check_format (reader, fields[FORMAT]);
  for (guint i = ABBREVIATIONS; i < N_KEYS; i++)
    if (fields[i] == NULL)
      bl_reader_fail (reader, root, "“%s” is missing", keys[i]);
  if (fields[ABBREVIATIONS] != NULL)
    read_entries (lexicon, reader, fields[ABBREVIATIONS], short_keys, add_short_form);
  if (fields[WORDS] != NULL)
    read_entries (lexicon, reader, fields[WORDS], word_keys, add_word);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (fields[CUES + i] != NULL)
      read_cues (lexicon, reader, fields[CUES + i], &lists[i]);
}

BlTextLexicon *
bl_text_lexicon_load (const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlTextLexicon) lexicon = lexicon_new ();
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlReader reader = bl_reader_for (json, arena);
  read_lexicon (lexicon, &reader);
  if (!bl_reader_end (&reader, error))
    return NULL;
  return g_steal_pointer (&lexicon);
}

static guint
look_up (GHashTable *table, const char *word, gsize length)
{
  char key[LONGEST_WORD + 1];
  if (length == 0 || length > LONGEST_WORD)
    return 0;
  memcpy (key, word, length);
  key[length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

BlShortForm
bl_text_lexicon_short_form (const BlTextLexicon *lexicon, const char *token, gsize length)
{
  if (lexicon == NULL || length == 0 || length > LONGEST_WORD)
    return BL_SHORT_NONE;
  guint form = look_up (lexicon->short_forms, token, length);
  if (form != 0 || length < 2 || !g_ascii_isupper (token[0]) || !g_ascii_isupper (token[1]))
    return (BlShortForm) form;
  /* "GEN. SMITH" in a headline or a damaged text */
  char key[LONGEST_WORD];
  key[0] = token[0];
  for (gsize i = 1; i < length; i++)
    key[i] = g_ascii_tolower (token[i]);
  return (BlShortForm) look_up (lexicon->short_forms, key, length);
}

guint
bl_text_lexicon_word (const BlTextLexicon *lexicon, const char *word, gsize length)
{
  return lexicon == NULL ? 0 : look_up (lexicon->words, word, length);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || c == '\'';
}

/* Writes the first two words of text (or its only one) to key as bl_fold_letters would, as far as they are ASCII; other words only
 * miss. */
static void
first_words (const char *text, gsize length, char *key)
{
  gsize n = 0;
  gsize i = 0;
  for (guint words = 0; words < 2; words++)
    {
      while (i < length && !is_word_byte (text[i]))
        i++;
      if (i >= length || n + 1 >= KEY_SIZE)
        break;
      if (words > 0)
        key[n++] = ' ';
      for (; i < length && n + 1 < KEY_SIZE; i++)
        if (g_ascii_isalnum (text[i]))
          key[n++] = (char) (text[i] | 0x20); /* small letters; digits have the bit */
        else if (i + 2 < length && memcmp (text + i, "’", 3) == 0)
          i += 2;
        else if (text[i] != '\'')
          break;
    }
  key[n] = '\0';
}

/* The same for the last two words. */
static void
last_words (const char *text, gsize length, char *key)
{
  gsize start = length;
  for (guint words = 0; words < 2; words++)
    {
      while (start > 0 && !is_word_byte (text[start - 1]))
        start--;
      while (start > 0 && length - start < KEY_SIZE)
        {
          if (is_word_byte (text[start - 1]))
            start--;
          else if (start >= 3 && memcmp (text + start - 3, "’", 3) == 0)
            start -= 3;
          else
            break;
        }
    }
  first_words (text + start, length - start, key);
}

static gboolean
cue_stands (const BlCue *cue, const char *folded, gsize length)
{
  gsize n = cue->length;
  if (n > length)
    return FALSE;
  switch (cue->place)
    {
    case BL_CUE_WHOLE:
      return n == length && memcmp (folded, cue->text, n) == 0;
    case BL_CUE_START:
      return memcmp (folded, cue->text, n) == 0 && (n == length || folded[n] == ' ');
    case BL_CUE_END:
      return memcmp (folded + length - n, cue->text, n) == 0 && (n == length || folded[length - n - 1] == ' ');
    default:
      return FALSE;
    }
}

/* A cue for the whole block says more than one for its start. */
static const BlCue *
find_cue (const GPtrArray *cues, const char *folded, gsize length, const BlCue *found)
{
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    {
      const BlCue *cue = g_ptr_array_index (cues, i);
      if ((found == NULL || cue->place == BL_CUE_WHOLE) && cue_stands (cue, folded, length))
        found = cue;
    }
  return found;
}

static const BlCue *
find_literal (const BlTextLexicon *lexicon, const char *text, gsize length)
{
  const GPtrArray *literals = lexicon->literals[(guchar) text[0]];
  for (guint i = 0; literals != NULL && i < literals->len; i++)
    {
      const BlCue *cue = g_ptr_array_index (literals, i);
      if (cue->length <= length && memcmp (cue->text, text, cue->length) == 0)
        return cue;
    }
  return NULL;
}

const BlCue *
bl_text_lexicon_cue (const BlTextLexicon *lexicon, const char *text, gsize length)
{
  if (lexicon == NULL || length == 0 || length > BL_CUE_LONGEST_BLOCK)
    return NULL;
  /* Nearly all blocks begin and end with words that no cue has, and are not folded at all. */
  char key[KEY_SIZE];
  first_words (text, length, key);
  const GPtrArray *starts = g_hash_table_lookup (lexicon->starts, key);
  last_words (text, length, key);
  const GPtrArray *ends = g_hash_table_lookup (lexicon->ends, key);
  const BlCue *cue = NULL;
  if (starts != NULL || ends != NULL)
    {
      g_autofree char *folded = bl_fold_letters (text, (gssize) length);
      gsize n = strlen (folded);
      cue = find_cue (ends, folded, n, find_cue (starts, folded, n, NULL));
    }
  return cue != NULL ? cue : find_literal (lexicon, text, length);
}
