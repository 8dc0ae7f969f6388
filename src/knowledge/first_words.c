/* Which words the names in the base begin with, those of persons apart (name_words.c): who reads text looks for names only where a word
 * may begin one. */
#include <string.h>

#include "knowledge/tables.h"
#include "text/fold.h"

/* The words of one base while they are gathered. */
typedef struct
{
  BlKnowledge *kb;
  BlStringMap places; /* of a word in kb->first_words, + 1 */
  guint kind;         /* BL_BEGINS_* of what is entered */
} Gathering;

static void
add_folded (Gathering *gathering, const char *name)
{
  GArray *words = gathering->kb->first_words;
  g_autofree char *folded = bl_fold_letters (name, -1);
  const gsize length = strcspn (folded, " ");
  if (length == 0)
    return;
  guint place = GPOINTER_TO_UINT (bl_string_map_get (&gathering->places, folded, length));
  if (place == 0)
    {
      const BlFirstWord added = { .word = bl_arena_strndup (gathering->kb->arena, folded, length) };
      g_array_append_val (words, added);
      place = words->len;
      *bl_string_map_insert (&gathering->places, added.word, length) = GUINT_TO_POINTER (place);
    }
  BlFirstWord *word = &g_array_index (words, BlFirstWord, place - 1);
  word->begins |= gathering->kind;
  if (folded[length] == '\0')
    word->alone |= gathering->kind;
}

/* "U.S." and "J.D." fold to two words, and are also read as one: both begin the name. A "the" in front is not asked for. */
static void
add (Gathering *gathering, const char *name)
{
  if (name == NULL)
    return;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    name += 4;
  add_folded (gathering, name);
  if (strchr (name, '.') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (name, ".", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      add_folded (gathering, joined);
    }
}

static void
add_all (Gathering *gathering, const char *const *names)
{
  for (; *names != NULL; names++)
    add (gathering, *names);
}

static void
add_entities (Gathering *gathering)
{
  const BlKnowledge *kb = gathering->kb;
  for (guint i = 0; i < kb->countries.all->len; i++)
    {
      const BlCountry *country = g_ptr_array_index (kb->countries.all, i);
      add (gathering, country->name);
      add (gathering, country->capital);
      add_all (gathering, country->names);
      add_all (gathering, country->demonyms);
      add_all (gathering, country->metonyms);
    }
  for (guint i = 0; i < kb->organisations.all->len; i++)
    {
      const BlOrganisation *organisation = g_ptr_array_index (kb->organisations.all, i);
      add (gathering, organisation->name);
      add_all (gathering, organisation->names);
    }
  for (guint i = 0; i < kb->treaties.all->len; i++)
    add_all (gathering, ((const BlTreaty *) g_ptr_array_index (kb->treaties.all, i))->names);
}

void
bl_kb_index_first_words (BlKnowledge *kb)
{
  Gathering gathering = { .kb = kb, .kind = BL_BEGINS_ENTITY };
  add_entities (&gathering);
  gathering.kind = BL_BEGINS_OFFICE;
  for (guint i = 0; i < kb->roles.all->len; i++)
    add_all (&gathering, ((const BlRole *) g_ptr_array_index (kb->roles.all, i))->labels);
  for (guint i = 0; i < kb->offices.all->len; i++)
    add_all (&gathering, ((const BlOffice *) g_ptr_array_index (kb->offices.all, i))->labels);
  bl_string_map_clear (&gathering.places);
}

const BlFirstWord *
bl_knowledge_first_words (const BlKnowledge *kb, guint *n)
{
  *n = kb->first_words->len;
  return (const BlFirstWord *) (const void *) kb->first_words->data;
}
