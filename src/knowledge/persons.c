/* Which persons bear a name, letter by letter; near names are names.c's. */
#include <string.h>

#include "knowledge/tables.h"
#include "text/fold.h"

/* bl_fold_letters() of ASCII text; out has room for all of it. Returns the length, or -1 when text is not ASCII. */
static gssize
fold_ascii (const char *text, char *out)
{
  char *to = out;
  gboolean gap = FALSE;
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x80)
        return -1;
      if (g_ascii_isalnum (*text))
        {
          if (gap && to > out)
            *to++ = ' ';
          gap = FALSE;
          *to++ = g_ascii_tolower (*text);
        }
      else if (*text != '\'' && *text != '`')
        gap = TRUE;
    }
  return to - out;
}

const char *
bl_kb_fold (BlKnowledge *kb, const char *text)
{
  char small[128];
  if (strlen (text) < sizeof small)
    {
      gssize length = fold_ascii (text, small);
      if (length >= 0)
        return bl_arena_strndup (kb->arena, small, (gsize) length);
    }
  g_autofree char *folded = bl_fold_letters (text, -1);
  return bl_arena_strndup (kb->arena, folded, strlen (folded));
}

const char *
bl_kb_fold_initials (BlKnowledge *kb, const char *folded)
{
  const char *at = folded;
  for (; *at != '\0'; at++)
    if (at[1] == ' ' && at[2] != '\0' && (at[3] == ' ' || at[3] == '\0') && (at == folded || at[-1] == ' '))
      break;
  if (*at == '\0')
    return NULL;

  char *joined = bl_arena_strndup (kb->arena, folded, strlen (folded));
  char *to = joined;
  for (at = folded; *at != '\0'; at++)
    {
      gboolean after_single = at > folded && (at == folded + 1 || at[-2] == ' ');
      gboolean before_single = at[1] != '\0' && (at[2] == ' ' || at[2] == '\0');
      if (*at != ' ' || !after_single || !before_single)
        *to++ = *at;
    }
  *to = '\0';
  return joined;
}

static void
add_name (BlKnowledge *kb, const char *name, const BlPerson *person)
{
  const char *folded = bl_kb_fold (kb, name);
  bl_person_list_add (&kb->named, kb->arena, folded, person);
  const char *joined = bl_kb_fold_initials (kb, folded);
  if (joined != NULL)
    bl_person_list_add (&kb->named, kb->arena, joined, person);
}

void
bl_kb_index_persons (BlKnowledge *kb)
{
  bl_string_map_reserve (&kb->named, kb->persons.all->len * 2);
  bl_string_map_reserve (&kb->families, kb->persons.all->len);
  for (guint i = 0; i < kb->persons.all->len; i++)
    {
      const BlPerson *person = g_ptr_array_index (kb->persons.all, i);
      add_name (kb, person->name, person);
      for (const char *const *alias = person->aliases; *alias != NULL; alias++)
        add_name (kb, *alias, person);
      if (person->native != NULL)
        add_name (kb, person->native, person);

      const char *family = bl_kb_fold (kb, person->family);
      bl_person_list_add (&kb->families, kb->arena, family, person);
      /* The Arabic article is often left out. */
      if (g_str_has_prefix (family, "al ") || g_str_has_prefix (family, "el "))
        bl_person_list_add (&kb->families, kb->arena, family + 3, person);
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
