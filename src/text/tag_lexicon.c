/* Tens of thousands of words are read at each start that needs them, so they are kept in one table of open addresses over the text of
 * the file's lists: two milliseconds instead of ten. */
#include "text/tag_lexicon.h"

#include <string.h>

#include "base/reader.h"

enum
{
  LONGEST_ENDING = 5,
  LEAST_STEM = 2, /* letters before an ending */
};

typedef struct
{
  const char *text; /* in its list: a blank or the end is behind it */
  guint16 length;   /* 0: empty place */
  guint16 list;
} Entry;

struct BlTagLexicon
{
  BlArena *arena;
  Entry *entries;
  gsize mask;
  GArray *lists;          /* BlTagList */
  GHashTable *endings;    /* text → index of its list + 1 */
  GArray *rules;          /* BlTagRule */
  GHashTable *rule_words; /* word → number */
};

static const char *const tag_names[BL_N_TAGS + 1]
    = { "-",   "NN",  "NNS", "NNP", "JJ",  "JJR", "JJS", "RB",   "RBR", "RBS", "VB",  "VBP", "VBZ", "VBD",
        "VBN", "VBG", "MD",  "DT",  "PDT", "WDT", "PRP", "PRP$", "WP",  "WP$", "WRB", "IN",  "TO",  "RP",
        "CC",  "CD",  "EX",  "POS", "UH",  ".",   ",",   ":",    "(",   ")",   "``",  "''",  "SYM", "STAART" };

static const char *const template_names[BL_N_TEMPLATES + 1]
    = { "PREVTAG",        "NEXTTAG",        "PREV2TAG",    "NEXT2TAG",     "PREV1OR2TAG", "NEXT1OR2TAG",
        "PREV1OR2OR3TAG", "NEXT1OR2OR3TAG", "SURROUNDTAG", "PREVBIGRAM",   "NEXTBIGRAM",  "CURWD",
        "PREVWD",         "NEXTWD",         "PREV1OR2WD",  "NEXT1OR2WD",   "LBIGRAM",     "RBIGRAM",
        "WDAND2AFT",      "WDPREVTAG",      "WDNEXTTAG",   "WDAND2TAGBFR", "WDAND2TAGAFT" };

const char *
bl_tag_name (BlTag tag)
{
  return tag <= BL_N_TAGS ? tag_names[tag] : "";
}

static gboolean
find_name (const char *const *names, guint n, const char *name, guint8 *found)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      {
        *found = (guint8) i;
        return TRUE;
      }
  return FALSE;
}

/* --- words --------------------------------------------------------------------------------------------------------- */

/* FNV-1a (Fowler, Noll, Vo). */
static gsize
hash_of (const char *word, gsize length)
{
  guint32 hash = 2166136261u;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static Entry *
place_of (const BlTagLexicon *lexicon, const char *word, gsize length)
{
  gsize at = hash_of (word, length) & lexicon->mask;
  while (lexicon->entries[at].length != 0
         && (lexicon->entries[at].length != length || memcmp (lexicon->entries[at].text, word, length) != 0))
    at = (at + 1) & lexicon->mask;
  return &lexicon->entries[at];
}

static guint
count_words (const cJSON *object)
{
  guint n = 0;
  for (const cJSON *item = object != NULL ? object->child : NULL; item != NULL; item = item->next)
    for (const char *at = cJSON_IsString (item) ? item->valuestring : NULL; at != NULL; at = strchr (at + 1, ' '))
      n++;
  return n;
}

static void
add_words (BlTagLexicon *lexicon, const char *words, guint16 list)
{
  for (const char *at = words; *at != '\0';)
    {
      const gsize length = strcspn (at, " ");
      if (length > 0 && length < G_MAXUINT16)
        *place_of (lexicon, at, length) = (Entry){ .text = at, .length = (guint16) length, .list = list };
      at += length + (at[length] == ' ');
    }
}

/* "NN VB" as a list; its index. */
static guint16
add_list (BlTagLexicon *lexicon, BlReader *reader, const cJSON *item, const char *tags)
{
  g_auto (GStrv) names = g_strsplit (tags, " ", -1);
  BlTagList list = { 0 };
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint8 tag;
      if (!find_name (tag_names, BL_N_TAGS, names[i], &tag))
        {
          bl_reader_fail (reader, item, "“%s” is no tag", names[i]);
          continue;
        }
      list.first = i == 0 ? tag : list.first;
      list.may |= bl_tag_bit ((BlTag) tag);
    }
  g_array_append_val (lexicon->lists, list);
  return (guint16) (lexicon->lists->len - 1);
}

static void
read_words (BlTagLexicon *lexicon, BlReader *reader, const cJSON *words)
{
  const gsize wanted = (gsize) 2 * count_words (words);
  gsize room = 1024;
  while (room < wanted)
    room *= 2;
  lexicon->entries = g_new0 (Entry, room);
  lexicon->mask = room - 1;
  for (const cJSON *item = words != NULL ? words->child : NULL; item != NULL; item = item->next)
    {
      const char *text = bl_reader_text (reader, item);
      if (text != NULL)
        add_words (lexicon, bl_arena_strndup (lexicon->arena, text, strlen (text)),
                   add_list (lexicon, reader, item, item->string));
    }
}

static void
read_endings (BlTagLexicon *lexicon, BlReader *reader, const cJSON *endings)
{
  for (const cJSON *item = endings != NULL ? endings->child : NULL; item != NULL; item = item->next)
    {
      const char *tags = bl_reader_text (reader, item);
      if (tags != NULL)
        g_hash_table_insert (lexicon->endings, g_strdup (item->string),
                             GUINT_TO_POINTER (add_list (lexicon, reader, item, tags) + 1u));
    }
}

/* --- rules --------------------------------------------------------------------------------------------------------- */

/* Which of a template's two names are words. */
static guint
words_of (BlTemplate template)
{
  if (template <BL_TEMPLATE_CURWD)
    return 0;
  if (template <= BL_TEMPLATE_WDAND2AFT)
    return 3;
  return template == BL_TEMPLATE_WDPREVTAG || template == BL_TEMPLATE_WDAND2TAGBFR ? 2 : 1;
}

static guint16
rule_word (BlTagLexicon *lexicon, const char *word)
{
  guint number = bl_tag_lexicon_rule_word (lexicon, word);
  if (number == 0)
    {
      number = g_hash_table_size (lexicon->rule_words) + 1;
      g_hash_table_insert (lexicon->rule_words, (gpointer) bl_arena_intern (lexicon->arena, word), GUINT_TO_POINTER (number));
    }
  return (guint16) number;
}

static void
read_rule (BlTagLexicon *lexicon, BlReader *reader, const cJSON *item)
{
  const char *text = bl_reader_text (reader, item);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);
  BlTagRule rule = { 0 };
  const guint n = g_strv_length (parts);
  if (n < 4 || n > 5 || !find_name (tag_names, BL_N_TAGS, parts[0], &rule.from)
      || !find_name (tag_names, BL_N_TAGS, parts[1], &rule.to)
      || !find_name (template_names, BL_N_TEMPLATES, parts[2], &rule.template))
    {
      bl_reader_fail (reader, item, "no contextual rule: a tag, the new tag, where it looks, and one or two tags or words");
      return;
    }
  for (guint i = 0; i + 3 < n; i++)
    {
      if ((words_of ((BlTemplate) rule.template) & (1u << i)) != 0)
        rule.words[i] = rule_word (lexicon, parts[i + 3]);
      else if (!find_name (tag_names, BL_N_TAGS + 1, parts[i + 3], &rule.tags[i]))
        return; /* a tag of the treebank that the tagger has not: no word has it */
      else if (strcmp (parts[i + 3], "STAART") == 0)
        rule.tags[i] = BL_TAG_EDGE;
    }
  g_array_append_val (lexicon->rules, rule);
}

BlTagLexicon *
bl_tag_lexicon_load (const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  static const char *const known[] = { "format", "words", "endings", "contexts", NULL };
  const cJSON *fields[4] = { 0 };
  g_autoptr (BlTagLexicon) lexicon = g_new0 (BlTagLexicon, 1);
  lexicon->arena = bl_arena_new ();
  lexicon->lists = g_array_new (FALSE, FALSE, sizeof (BlTagList));
  lexicon->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->rules = g_array_new (FALSE, FALSE, sizeof (BlTagRule));
  lexicon->rule_words = g_hash_table_new (g_str_hash, g_str_equal);
  BlReader reader = bl_reader_for (json, lexicon->arena);
  bl_reader_fields (&reader, bl_json_root (json), known, fields);
  bl_reader_check_format (&reader, fields[0]);
  read_words (lexicon, &reader, fields[1]);
  read_endings (lexicon, &reader, fields[2]);
  if (bl_reader_array (&reader, fields[3]) > 0)
    for (const cJSON *item = fields[3]->child; item != NULL; item = item->next)
      read_rule (lexicon, &reader, item);
  return bl_reader_end (&reader, error) ? g_steal_pointer (&lexicon) : NULL;
}

void
bl_tag_lexicon_free (BlTagLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_free (lexicon->entries);
  g_array_unref (lexicon->lists);
  g_hash_table_unref (lexicon->endings);
  g_array_unref (lexicon->rules);
  g_hash_table_unref (lexicon->rule_words);
  bl_arena_free (lexicon->arena);
  g_free (lexicon);
}

const BlTagList *
bl_tag_lexicon_word (const BlTagLexicon *lexicon, const char *word, gsize length)
{
  const Entry *entry = place_of (lexicon, word, length);
  return entry->length != 0 ? &g_array_index (lexicon->lists, BlTagList, entry->list) : NULL;
}

const BlTagList *
bl_tag_lexicon_ending (const BlTagLexicon *lexicon, const char *word, gsize length)
{
  for (gsize n = MIN (length - MIN (length, LEAST_STEM), LONGEST_ENDING); n > 0; n--)
    {
      const guint list = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->endings, word + length - n));
      if (list > 0)
        return &g_array_index (lexicon->lists, BlTagList, list - 1);
    }
  return NULL;
}

const GArray *
bl_tag_lexicon_rules (const BlTagLexicon *lexicon)
{
  return lexicon->rules;
}

guint
bl_tag_lexicon_rule_word (const BlTagLexicon *lexicon, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->rule_words, word));
}

guint
bl_tag_lexicon_n_rule_words (const BlTagLexicon *lexicon)
{
  return g_hash_table_size (lexicon->rule_words);
}
