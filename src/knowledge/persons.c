/* Which persons bear a name, letter by letter; near names are names.c's. */
#include <string.h>

#include "knowledge/name_tokens.h"
#include "knowledge/tables.h"
#include "text/fold.h"

gssize
bl_kb_fold_ascii (const char *text, char *out, gsize room)
{
  char *to = out;
  const char *end = out + room - 2; /* a gap and a letter are written at once */
  gboolean gap = FALSE;
  for (; *text != '\0'; text++)
    {
      char c = *text;
      if (((guchar) c & 0x80) != 0 || to >= end)
        return -1;
      if (c >= 'A' && c <= 'Z')
        c = (char) (c | 0x20);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        {
          if (gap && to > out)
            *to++ = ' ';
          gap = FALSE;
          *to++ = c;
        }
      else if (c != '\'' && c != '`')
        gap = TRUE;
    }
  return to - out;
}

BlKbFolded
bl_kb_fold (BlKnowledge *kb, const char *text)
{
  char small[128];
  gssize length = bl_kb_fold_ascii (text, small, sizeof small);
  if (length >= 0)
    return (BlKbFolded){ bl_arena_strndup (kb->arena, small, (gsize) length), (gsize) length };
  g_autofree char *folded = bl_fold_letters (text, -1);
  gsize folded_length = strlen (folded);
  return (BlKbFolded){ bl_arena_strndup (kb->arena, folded, folded_length), folded_length };
}

/* Is the place in folded a space between two single letters? */
static gboolean
parts_initials (BlKbFolded folded, gsize at)
{
  const char *text = folded.text;
  return text[at] == ' ' && (at == 1 || text[at - 2] == ' ') && (at + 2 == folded.length || text[at + 2] == ' ');
}

BlKbFolded
bl_kb_join_initials (BlKnowledge *kb, BlKbFolded folded)
{
  gsize first = 1;
  while (first < folded.length && !parts_initials (folded, first))
    first++;
  if (first >= folded.length)
    return (BlKbFolded){ 0 };

  char *joined = bl_arena_strndup (kb->arena, folded.text, folded.length);
  gsize length = 0;
  for (gsize i = 0; i < folded.length; i++)
    if (i == 0 || !parts_initials (folded, i))
      joined[length++] = folded.text[i];
  joined[length] = '\0';
  return (BlKbFolded){ joined, length };
}

static void
add_folded (BlKnowledge *kb, BlStringMap *map, const char *name, const BlPerson *person)
{
  BlKbFolded folded = bl_kb_fold (kb, name);
  bl_person_list_add (map, kb->arena, folded, person);
  BlKbFolded joined = bl_kb_join_initials (kb, folded);
  if (joined.text != NULL)
    bl_person_list_add (map, kb->arena, joined, person);
  /* The Arabic article of a family name is often left out. */
  if (map == &kb->families && (g_str_has_prefix (folded.text, "al ") || g_str_has_prefix (folded.text, "el ")))
    bl_person_list_add (map, kb->arena, (BlKbFolded){ folded.text + 3, folded.length - 3 }, person);
}

static void
add_name (BlKnowledge *kb, BlStringMap *map, const char *name, const BlPerson *person)
{
  add_folded (kb, map, name, person);
  g_autofree char *opened = bl_name_open_umlauts (name);
  if (opened != NULL)
    add_folded (kb, map, opened, person);
}

void
bl_kb_index_persons (BlKnowledge *kb)
{
  bl_string_map_reserve (&kb->named, kb->persons.all->len * 2);
  bl_string_map_reserve (&kb->families, kb->persons.all->len);
  for (guint i = 0; i < kb->persons.all->len; i++)
    {
      const BlPerson *person = g_ptr_array_index (kb->persons.all, i);
      add_name (kb, &kb->named, person->name, person);
      for (const char *const *alias = person->aliases; *alias != NULL; alias++)
        add_name (kb, &kb->named, *alias, person);
      if (person->native != NULL)
        add_folded (kb, &kb->named, person->native, person);
      add_name (kb, &kb->families, person->family, person);
    }
}

static const GPtrArray *
list_of (const BlStringMap *map, const char *key)
{
  const BlPersonList *list = bl_string_map_get (map, key, strlen (key));
  return list == NULL ? NULL : &list->array;
}

const GPtrArray *
bl_knowledge_persons_named (const BlKnowledge *kb, const char *folded_name)
{
  return list_of (&kb->named, folded_name);
}

const GPtrArray *
bl_knowledge_persons_by_family (const BlKnowledge *kb, const char *folded_family)
{
  return list_of (&kb->families, folded_family);
}
