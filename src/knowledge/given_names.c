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

void
bl_kb_read_given_names (BlKbReader *reader, const cJSON *root)
{
  enum
  {
    FORMAT,
    TRANSLITERATIONS,
    NICKNAMES,
    COMMON,
    N_KEYS
  };
  static const char *const known[] = { "format", "transliterations", "nicknames", "common", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, root, known, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  read_groups (reader, fields[TRANSLITERATIONS], 0);
  read_groups (reader, fields[NICKNAMES], 1);
  const cJSON *name = bl_kb_array (reader, fields[COMMON]) > 0 ? fields[COMMON]->child : NULL;
  for (; name != NULL; name = name->next)
    add_name (reader, name, 0);
}

const BlGivenGroups *
bl_given_names_get (const BlGivenNames *names, const char *folded)
{
  return bl_string_map_get (&names->names, folded, strlen (folded));
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
