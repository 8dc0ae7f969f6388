#include "text/lexicon.h"

#include <string.h>

#include "text/chars.h"
#include "text/fold.h"

/* Longest short form and longest word of the lists; what is longer needs no look-up. */
#define LONGEST_WORD 31

struct BlTextLexicon
{
  GHashTable *short_forms; /* token without its last full stop → BlShortForm */
  GHashTable *words;       /* word → BlWordFlags */
  GHashTable *first_words; /* first folded word → GPtrArray of BlCue that may stand at the start */
  GHashTable *last_words;  /* last folded word → GPtrArray of BlCue at the end */
  GPtrArray *literals;     /* BlCue */
  GPtrArray *cues;         /* owns every BlCue */
  guint8 literal_starts[256];
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
  lexicon->first_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  lexicon->last_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  lexicon->literals = g_ptr_array_new ();
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
  g_hash_table_unref (lexicon->first_words);
  g_hash_table_unref (lexicon->last_words);
  g_ptr_array_unref (lexicon->literals);
  g_ptr_array_unref (lexicon->cues);
  g_free (lexicon);
}

static gboolean
check_length (const BlJson *json, const cJSON *object, const char *key, const char *entry, GError **error)
{
  gsize length = strlen (entry);
  if (length > 0 && length <= LONGEST_WORD)
    return TRUE;
  return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (object, key), error, "“%s” of “%s” must have 1 to %d bytes",
                       entry, key, LONGEST_WORD);
}

static gboolean
read_short_forms (BlTextLexicon *lexicon, const BlJson *json, const cJSON *object, GError **error)
{
  static const char *const keys[] = { "title", "number", "open", "time", "about", NULL };
  if (!bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      g_autofree const char **entries = bl_json_get_strings (json, object, keys[i], error);
      if (entries == NULL)
        return FALSE;
      for (guint k = 0; entries[k] != NULL; k++)
        {
          if (!check_length (json, object, keys[i], entries[k], error))
            return FALSE;
          g_hash_table_insert (lexicon->short_forms, g_strdup (entries[k]), GUINT_TO_POINTER (BL_SHORT_TITLE + i));
        }
    }
  return TRUE;
}

static gboolean
read_words (BlTextLexicon *lexicon, const BlJson *json, const cJSON *object, GError **error)
{
  static const char *const keys[]
      = { "opener", "opener-noun", "time", "reporting", "particle", "domain", "shouted", "credit", "date", "about", NULL };
  if (!bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; i < 9; i++)
    {
      g_autofree const char **entries = bl_json_get_strings (json, object, keys[i], error);
      if (entries == NULL)
        return FALSE;
      for (guint k = 0; entries[k] != NULL; k++)
        {
          if (!check_length (json, object, keys[i], entries[k], error))
            return FALSE;
          guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->words, entries[k]));
          g_hash_table_insert (lexicon->words, g_strdup (entries[k]), GUINT_TO_POINTER (flags | 1u << i));
        }
    }
  return TRUE;
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

static gboolean
add_cue (BlTextLexicon *lexicon, const char *entry, BlCue cue)
{
  cue.text = cue.place == BL_CUE_LITERAL ? g_strdup (entry) : bl_fold_letters (entry, -1);
  BlCue *owned = g_memdup2 (&cue, sizeof cue);
  g_ptr_array_add (lexicon->cues, owned);
  const char *text = owned->text;
  const char *space = cue.place == BL_CUE_END ? strrchr (text, ' ') : strchr (text, ' ');
  if (text[0] == '\0')
    return FALSE;
  if (cue.place == BL_CUE_LITERAL)
    {
      lexicon->literal_starts[(guchar) text[0]] = 1;
      g_ptr_array_add (lexicon->literals, owned);
    }
  else if (cue.place == BL_CUE_END)
    {
      const char *word = space != NULL ? space + 1 : text;
      index_cue (lexicon->last_words, word, strlen (word), owned);
    }
  else
    index_cue (lexicon->first_words, text, space != NULL ? (gsize) (space - text) : strlen (text), owned);
  return TRUE;
}

static gboolean
read_cues (BlTextLexicon *lexicon, const BlJson *json, const cJSON *object, BlBlockKind kind, gboolean opens_links,
           GError **error)
{
  static const char *const keys[] = { "whole", "start", "end", "literal", "about", NULL };
  if (!bl_json_check_keys (json, object, keys, error))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      g_autofree const char **entries = bl_json_get_strings (json, object, keys[i], error);
      if (entries == NULL)
        return FALSE;
      for (guint k = 0; entries[k] != NULL; k++)
        {
          BlCue cue = { .place = (BlCuePlace) (BL_CUE_WHOLE + i), .kind = kind, .opens_links = opens_links };
          if (!add_cue (lexicon, entries[k], cue))
            return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (object, keys[i]), error, "“%s” has no letters",
                                 entries[k]);
        }
    }
  return TRUE;
}

static gboolean
read_lexicon (BlTextLexicon *lexicon, const BlJson *json, GError **error)
{
  static const char *const keys[]
      = { "format", "about", "abbreviations", "words", "boilerplate", "links", "byline", "caption", NULL };
  static const struct
  {
    const char *key;
    BlBlockKind kind;
    gboolean opens_links;
  } cue_lists[] = {
    { "boilerplate", BL_BLOCK_BOILERPLATE, FALSE },
    { "links", BL_BLOCK_BOILERPLATE, TRUE },
    { "byline", BL_BLOCK_BYLINE, FALSE },
    { "caption", BL_BLOCK_CAPTION, FALSE },
  };
  const cJSON *root = bl_json_root (json);
  if (!cJSON_IsObject (root))
    return bl_json_fail (json, root, error, "the text lexicon must be an object");
  if (!bl_json_check_keys (json, root, keys, error))
    return FALSE;
  const cJSON *short_forms = bl_json_need_object (json, root, "abbreviations", error);
  if (short_forms == NULL || !read_short_forms (lexicon, json, short_forms, error))
    return FALSE;
  const cJSON *words = bl_json_need_object (json, root, "words", error);
  if (words == NULL || !read_words (lexicon, json, words, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (cue_lists); i++)
    {
      const cJSON *cues = bl_json_need_object (json, root, cue_lists[i].key, error);
      if (cues == NULL || !read_cues (lexicon, json, cues, cue_lists[i].kind, cue_lists[i].opens_links, error))
        return FALSE;
    }
  return TRUE;
}

BlTextLexicon *
bl_text_lexicon_load (const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  g_autoptr (BlTextLexicon) lexicon = lexicon_new ();
  if (!read_lexicon (lexicon, json, error))
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

/* Folds the first (or last) word of a block into word. Only what is ASCII can be a cue's first word; returns its length, 0 when
 * the word is none of those. */
static gsize
edge_word (const char *text, gsize length, gboolean last, char *word)
{
  gsize start = 0;
  if (last)
    {
      gsize end = length;
      while (end > 0 && !g_ascii_isalnum (text[end - 1]))
        end--;
      start = end;
      while (start > 0 && end - start <= LONGEST_WORD && (g_ascii_isalnum (text[start - 1]) || text[start - 1] == '\''))
        start--;
      length = end;
    }
  else
    while (start < length && !g_ascii_isalnum (text[start]))
      start++;
  gsize n = 0;
  for (gsize i = start; i < length && n < LONGEST_WORD; i++)
    {
      if (g_ascii_isalnum (text[i]))
        word[n++] = g_ascii_tolower (text[i]);
      else if (i + 2 < length && memcmp (text + i, "’", 3) == 0)
        i += 2;
      else if (text[i] != '\'')
        break;
    }
  word[n] = '\0';
  return n;
}

static gboolean
cue_stands (const BlCue *cue, const char *folded, gsize length)
{
  gsize n = strlen (cue->text);
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

static const BlCue *
find_cue (const GPtrArray *cues, const char *folded, gsize length)
{
  const BlCue *found = NULL;
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    {
      const BlCue *cue = g_ptr_array_index (cues, i);
      if (!cue_stands (cue, folded, length))
        continue;
      if (cue->place == BL_CUE_WHOLE)
        return cue; /* says more than a beginning */
      if (found == NULL)
        found = cue;
    }
  return found;
}

static const BlCue *
find_literal (const BlTextLexicon *lexicon, const char *text, gsize length)
{
  if (!lexicon->literal_starts[(guchar) text[0]])
    return NULL;
  for (guint i = 0; i < lexicon->literals->len; i++)
    {
      const BlCue *cue = g_ptr_array_index (lexicon->literals, i);
      gsize n = strlen (cue->text);
      if (n <= length && memcmp (cue->text, text, n) == 0)
        return cue;
    }
  return NULL;
}

const BlCue *
bl_text_lexicon_cue (const BlTextLexicon *lexicon, const char *text, gsize length)
{
  if (lexicon == NULL || length == 0 || length > BL_CUE_LONGEST_BLOCK)
    return NULL;
  /* Most blocks begin and end with words that no cue has, and are not folded at all. */
  char word[LONGEST_WORD + 1];
  const GPtrArray *starts = edge_word (text, length, FALSE, word) > 0 ? g_hash_table_lookup (lexicon->first_words, word) : NULL;
  const GPtrArray *ends = edge_word (text, length, TRUE, word) > 0 ? g_hash_table_lookup (lexicon->last_words, word) : NULL;
  const BlCue *cue = NULL;
  if (starts != NULL || ends != NULL)
    {
      g_autofree char *folded = bl_fold_letters (text, (gssize) length);
      cue = find_cue (starts, folded, strlen (folded));
      cue = cue != NULL ? cue : find_cue (ends, folded, strlen (folded));
    }
  return cue != NULL ? cue : find_literal (lexicon, text, length);
}
