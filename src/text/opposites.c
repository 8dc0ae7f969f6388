/* Opposites: kinds of two sides, whose verbs and nouns get their forms here (rules/lexicon/opposites.json). */
#include <string.h>

#include "text/word_kinds_read.h"

/* The lists of an entry, in the order of their keys. */
typedef enum
{
  PART_VERBS,
  PART_NOUNS,
  PART_WORDS,
  N_PARTS,
} Part;

typedef struct
{
  BlWordKinds *kinds;
  BlReader *reader;
} Opposites;

/* "Rises", "rose" of a verb; of two words the first is the verb: "strikes down". */
static void
add_verb (const Opposites *opposites, const cJSON *item, const char *text, BlKindEntry entry)
{
  const char *rest = strchr (text, ' ');
  g_autofree char *verb = rest != NULL ? g_strndup (text, (gsize) (rest - text)) : g_strdup (text);
  g_auto (GStrv) forms = bl_inflect (opposites->kinds->inflections, verb);
  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *form = g_strconcat (forms[i], rest, NULL);
      bl_word_kinds_add (opposites->kinds, opposites->reader, item, form, entry);
    }
}

static void
add_noun (const Opposites *opposites, const cJSON *item, const char *text, BlKindEntry entry)
{
  bl_word_kinds_add (opposites->kinds, opposites->reader, item, text, entry);
  const gsize length = strlen (text);
  g_autofree char *plural = NULL;
  if (length > 2 && text[length - 1] == 'y' && strchr ("aeiou", text[length - 2]) == NULL)
    plural = g_strdup_printf ("%.*sies", (int) length - 1, text);
  else if (length > 2 && text[length - 1] != 's')
    plural = g_strconcat (text, "s", NULL);
  if (plural != NULL)
    bl_word_kinds_add (opposites->kinds, opposites->reader, item, plural, entry);
}

static void
add (const Opposites *opposites, Part part, const cJSON *item, const char *text, BlKindEntry entry)
{
  if (part == PART_VERBS)
    add_verb (opposites, item, text, entry);
  else if (part == PART_NOUNS)
    add_noun (opposites, item, text, entry);
  else
    bl_word_kinds_add (opposites->kinds, opposites->reader, item, text, entry);
}

/* The words of one side. */
static void
read_side (const Opposites *opposites, Part part, const cJSON *side, BlKindEntry entry)
{
  bl_reader_array (opposites->reader, side);
  const cJSON *item;
  cJSON_ArrayForEach (item, side)
  {
    const char *text = bl_reader_text (opposites->reader, item);
    if (text != NULL)
      add (opposites, part, item, text, entry);
  }
}

static void
read_sides (const Opposites *opposites, Part part, const cJSON *sides, BlKindEntry entry)
{
  if (bl_reader_array (opposites->reader, sides) != 2)
    {
      bl_reader_fail (opposites->reader, sides, "two lists of words are wanted here, one for each side");
      return;
    }
  read_side (opposites, part, sides->child, entry);
  entry.alternative = 1;
  read_side (opposites, part, sides->child->next, entry);
}

static void
read_pair (const Opposites *opposites, const cJSON *item)
{
  enum
  {
    SURE = N_PARTS,
    ALONE,
    NAME,
    N_KEYS
  };
  static const char *const known[] = { "verbs", "nouns", "words", "sure", "alone", "name", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (opposites->reader, item, known, fields))
    return;
  const char *name = bl_reader_need_text (opposites->reader, item, fields[NAME], known[NAME]);
  const BlKindEntry entry = { .kind = bl_word_kinds_begin (opposites->kinds, name),
                              .sure = fields[SURE] == NULL || bl_reader_truth (opposites->reader, fields[SURE]),
                              .alone = fields[ALONE] == NULL || bl_reader_truth (opposites->reader, fields[ALONE]),
                              .opposite = TRUE };
  gboolean any = FALSE;
  for (Part part = 0; part < N_PARTS; part++)
    if (fields[part] != NULL)
      {
        any = TRUE;
        read_sides (opposites, part, fields[part], entry);
      }
  if (!any)
    bl_reader_fail (opposites->reader, item, "opposites have “verbs”, “nouns” or “words”");
}

/* A word and the same with the prefix, each pair a kind of its own. */
static void
read_contraries (const Opposites *opposites, Part part, const cJSON *list, const char *prefix)
{
  bl_reader_array (opposites->reader, list);
  const cJSON *item;
  cJSON_ArrayForEach (item, list)
  {
    const char *text = bl_reader_text (opposites->reader, item);
    if (text == NULL)
      continue;
    BlKindEntry entry
        = { .kind = bl_word_kinds_begin (opposites->kinds, "contrary"), .sure = TRUE, .alone = TRUE, .opposite = TRUE };
    add (opposites, part, item, text, entry);
    g_autofree char *contrary = g_strconcat (prefix, text, NULL);
    entry.alternative = 1;
    add (opposites, part, item, contrary, entry);
  }
}

static void
read_prefix (const Opposites *opposites, const cJSON *item)
{
  enum
  {
    PREFIX = N_PARTS,
    N_KEYS
  };
  static const char *const known[] = { "verbs", "nouns", "words", "prefix", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (opposites->reader, item, known, fields))
    return;
  const char *prefix = bl_reader_need_text (opposites->reader, item, fields[PREFIX], known[PREFIX]);
  for (Part part = 0; part < N_PARTS && prefix != NULL; part++)
    if (fields[part] != NULL)
      read_contraries (opposites, part, fields[part], prefix);
}

void
bl_opposites_read (BlWordKinds *kinds, BlReader *reader)
{
  enum
  {
    FORMAT,
    OPPOSITES,
    CONTRARIES,
    N_KEYS
  };
  static const char *const known[] = { "format", "opposites", "contraries", NULL };
  const cJSON *fields[N_KEYS];
  const cJSON *root = bl_json_root (reader->json);
  const Opposites opposites = { .kinds = kinds, .reader = reader };
  if (!bl_reader_fields (reader, root, known, fields))
    return;
  bl_reader_check_format (reader, fields[FORMAT]);
  if (fields[OPPOSITES] == NULL)
    {
      bl_reader_fail (reader, root, "“opposites” is missing");
      return;
    }
  bl_reader_array (reader, fields[OPPOSITES]);
  const cJSON *item;
  cJSON_ArrayForEach (item, fields[OPPOSITES]) read_pair (&opposites, item);
  if (fields[CONTRARIES] == NULL)
    return;
  bl_reader_array (reader, fields[CONTRARIES]);
  cJSON_ArrayForEach (item, fields[CONTRARIES]) read_prefix (&opposites, item);
}
