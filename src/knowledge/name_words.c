/* What names of persons say whoever bears them: which words they begin with, which of these are men's, how family names sound. */
#include <string.h>

#include "knowledge/names.h"
#include "knowledge/tables.h"
#include "text/fold.h"

/* The place in kb->beginnings, or G_MAXUINT. */
static guint
find_beginning (const BlKnowledge *kb, const char *word, gsize length)
{
  return GPOINTER_TO_UINT (bl_string_map_get (&kb->beginning_places, word, length)) - 1;
}

/* The first word of the name; *alone when it is the only one. NULL when there is none. */
static BlNameBeginning *
add_beginning (BlKnowledge *kb, const char *name, gboolean *alone)
{
  char small[128];
  g_autofree char *large = NULL;
  const gssize short_length = bl_kb_fold_ascii (name, small, sizeof small - 1);
  if (short_length >= 0)
    small[short_length] = '\0';
  else
    large = bl_fold_letters (name, -1);
  const char *folded = large != NULL ? large : small;
  const gsize length = strcspn (folded, " ");
  if (length == 0)
    return NULL;

  guint place = find_beginning (kb, folded, length);
  if (place == G_MAXUINT)
    {
      const BlNameBeginning added = { .word = bl_arena_strndup (kb->arena, folded, length) };
      g_array_append_val (kb->beginnings, added);
      place = kb->beginnings->len - 1;
      *bl_string_map_insert (&kb->beginning_places, added.word, length) = GUINT_TO_POINTER (place + 1);
    }
  BlNameBeginning *beginning = &g_array_index (kb->beginnings, BlNameBeginning, place);
  *alone = folded[length] == '\0';
  beginning->alone |= *alone;
  return beginning;
}

/* "J.D. Vance" begins with "j", and as people read it with "jd". */
static void
add_name (BlKnowledge *kb, const char *name, char gender)
{
  gboolean alone = FALSE;
  const gboolean article = g_ascii_strncasecmp (name, "the ", 4) == 0;
  BlNameBeginning *given = add_beginning (kb, article ? name + 4 : name, &alone);
  if (given != NULL && !alone && !article)
    {
      given->men += gender == 'm';
      given->women += gender == 'f';
    }
  if (strchr (name, '.') == NULL)
    return;
  g_auto (GStrv) parts = g_strsplit (article ? name + 4 : name, ".", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  add_beginning (kb, joined, &alone);
}

static void
add_class (BlKnowledge *kb, const BlPerson *person)
{
  g_autofree char *name_class = bl_name_class (person->family);
  const gsize length = strlen (name_class);
  const char *key = name_class;
  if (bl_string_map_get (&kb->family_classes, name_class, length) == NULL)
    key = bl_arena_strndup (kb->arena, name_class, length);
  bl_person_list_add (&kb->family_classes, kb->arena, (BlKbFolded){ key, length }, person);
}

void
bl_kb_index_name_words (BlKnowledge *kb)
{
  bl_string_map_reserve (&kb->family_classes, kb->persons.all->len);
  for (guint i = 0; i < kb->persons.all->len; i++)
    {
      const BlPerson *person = g_ptr_array_index (kb->persons.all, i);
      add_name (kb, person->name, person->gender);
      for (const char *const *alias = person->aliases; *alias != NULL; alias++)
        add_name (kb, *alias, 0);
      add_class (kb, person);
    }
}

const BlNameBeginning *
bl_knowledge_name_beginnings (const BlKnowledge *kb, guint *n)
{
  *n = kb->beginnings->len;
  return (const BlNameBeginning *) (const void *) kb->beginnings->data;
}

char
bl_knowledge_gender_of_given_name (const BlKnowledge *kb, const char *folded_name)
{
  const guint place = find_beginning (kb, folded_name, strlen (folded_name));
  if (place == G_MAXUINT)
    return 0;
  const BlNameBeginning *given = &g_array_index (kb->beginnings, BlNameBeginning, place);
  if (given->men + given->women < 2 || (given->men > 0 && given->women > 0))
    return 0;
  return given->men > 0 ? 'm' : 'f';
}

const GPtrArray *
bl_knowledge_persons_by_family_class (const BlKnowledge *kb, const char *name_class)
{
  const BlPersonList *list = bl_string_map_get (&kb->family_classes, name_class, strlen (name_class));
  return list == NULL ? NULL : &list->array;
}

guint
bl_knowledge_n_terms_in (const BlKnowledge *kb, const BlOrganisation *organisation)
{
  (void) kb;
  return ((const BlKbOrganisation *) organisation)->n_terms;
}
