#include <string.h>

#include "knowledge/reader.h"

static void
add_name (BlKbReader *reader, const cJSON *item, guint16 group)
{
  const char *name = bl_kb_text (reader, item);
  if (name == NULL)
    return;
  BlKbFolded folded = bl_kb_fold (reader->kb, name);
  gpointer *place = bl_string_map_insert (&reader->kb->given_names.names, folded.text, folded.length);
  if (*place == NULL)
    *place = bl_arena_new0 (reader->kb->arena, BlGivenGroups);
  BlGivenGroups *groups = *place;
  if (group == 0)
    return;
  if (groups->n == G_N_ELEMENTS (groups->groups))
    bl_kb_fail (reader, BL_KNOWLEDGE_ERROR_SCHEMA, item, "“%s” stands in more than %u groups", name,
                (guint) G_N_ELEMENTS (groups->groups));
  else
    groups->groups[groups->n++] = group;
}

/* Group numbers: even for transliterations, odd for nicknames, 0 for none. */
static void
read_groups (BlKbReader *reader, const cJSON *list, guint odd)
{
  const cJSON *group = bl_kb_array (reader, list) > 0 ? list->child : NULL;
  for (; group != NULL; group = group->next)
    {
      guint16 number = (guint16) (2 * ++reader->kb->given_names.n_groups + odd);
      const cJSON *name = bl_kb_array (reader, group) > 0 ? group->child : NULL;
      for (; name != NULL; name = name->next)
        add_name (reader, name, number);
    }
}

/* Words, or ends of words, of one kind. */
static void
read_words (BlKbReader *reader, const cJSON *list, guint kind)
{
  const cJSON *item = bl_kb_array (reader, list) > 0 ? list->child : NULL;
  for (; item != NULL; item = item->next)
    {
      const char *word = bl_kb_text (reader, item);
      if (word == NULL)
        continue;
      const BlKbFolded folded = bl_kb_fold (reader->kb, word);
      gpointer *place = bl_string_map_insert (&reader->kb->given_names.words, folded.text, folded.length);
      *place = GUINT_TO_POINTER (GPOINTER_TO_UINT (*place) | kind);
    }
}

void
bl_kb_read_given_names (BlKbReader *reader, const cJSON *root)
{
  enum
  {
    FORMAT,
    TRANSLITERATIONS,
    NICKNAMES,
    COMMON,
    PARTICLES,
    DESCENT,
    HONORIFICS,
    PEERAGES,
    PATRONYMICS,
    N_KEYS
  };
  static const char *const known[] = { "format",  "transliterations", "nicknames", "common",      "particles",
                                       "descent", "honorifics",       "peerages",  "patronymics", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, root, known, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  read_groups (reader, fields[TRANSLITERATIONS], 0);
  read_groups (reader, fields[NICKNAMES], 1);
  const cJSON *name = bl_kb_array (reader, fields[COMMON]) > 0 ? fields[COMMON]->child : NULL;
  for (; name != NULL; name = name->next)
    add_name (reader, name, 0);
  read_words (reader, fields[PARTICLES], BL_NAME_PARTICLE);
  read_words (reader, fields[DESCENT], BL_NAME_PARTICLE | BL_NAME_DESCENT);
  read_words (reader, fields[HONORIFICS], BL_NAME_HONORIFIC);
  read_words (reader, fields[PEERAGES], BL_NAME_PEERAGE);
  read_words (reader, fields[PATRONYMICS], BL_NAME_PATRONYMIC_END);
}

const BlGivenGroups *
bl_given_names_get (const BlGivenNames *names, const char *folded)
{
  return bl_string_map_get (&names->names, folded, strlen (folded));
}

guint
bl_given_names_word (const BlGivenNames *names, const char *folded)
{
  enum
  {
    LONGEST_END = 6 /* letters of a patronymic's end */
  };
  const gsize length = strlen (folded);
  guint kinds = GPOINTER_TO_UINT (bl_string_map_get (&names->words, folded, length));
  kinds &= ~(guint) BL_NAME_PATRONYMIC_END;
  for (gsize n = 3; n <= LONGEST_END && n + 1 < length; n++)
    if ((GPOINTER_TO_UINT (bl_string_map_get (&names->words, folded + length - n, n)) & BL_NAME_PATRONYMIC_END) != 0)
      kinds |= BL_NAME_PATRONYMIC;
  return kinds;
}

BlGivenRelation
bl_given_names_relation (const BlGivenGroups *a, const BlGivenGroups *b)
{
  BlGivenRelation relation = BL_GIVEN_UNRELATED;
  if (a == NULL || b == NULL)
    return relation;
  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      if (a->groups[i] == b->groups[j])
        {
          if (a->groups[i] % 2 == 1)
            return BL_GIVEN_NICKNAME;
          relation = BL_GIVEN_TRANSLITERATION;
        }
  return relation;
}
