#include "knowledge/tables.h"

#include <string.h>
#include <sys/mman.h>

#include "knowledge/name_index.h"
#include "text/fold.h"

G_DEFINE_QUARK (bl - knowledge - error - quark, bl_knowledge_error)

void
bl_kb_table_init (BlKbTable *table, const char *kind)
{
  table->kind = kind;
  table->all = g_ptr_array_new ();
  table->origins = g_array_new (FALSE, FALSE, sizeof (BlKbOrigin));
}

void
bl_kb_table_clear (BlKbTable *table)
{
  bl_string_map_clear (&table->ids);
  g_ptr_array_unref (table->all);
  g_array_unref (table->origins);
}

gpointer
bl_kb_table_get (const BlKbTable *table, const char *id)
{
  guint place = id == NULL ? 0 : GPOINTER_TO_UINT (bl_string_map_get (&table->ids, id, strlen (id)));
  return place == 0 ? NULL : g_ptr_array_index (table->all, place - 1);
}

gboolean
bl_kb_table_add (BlKbTable *table, const char *id, gpointer entry, BlKbOrigin origin, BlKbOrigin *other)
{
  gpointer *place = bl_string_map_insert (&table->ids, id, strlen (id));
  if (*place == NULL)
    {
      g_ptr_array_add (table->all, entry);
      g_array_append_val (table->origins, origin);
      *place = GUINT_TO_POINTER (table->all->len);
      return TRUE;
    }

  guint index = GPOINTER_TO_UINT (*place) - 1;
  BlKbOrigin *there = &g_array_index (table->origins, BlKbOrigin, index);
  if (there->file->layer == origin.file->layer)
    {
      *other = *there;
      return FALSE;
    }
  *there = origin;
  g_ptr_array_index (table->all, index) = entry;
  return TRUE;
}

void
bl_person_list_add (BlStringMap *map, BlArena *arena, BlKbFolded key, const BlPerson *person)
{
  gpointer *place = bl_string_map_insert (map, key.text, key.length);
  BlPersonList *list = *place;
  if (list == NULL)
    {
      list = *place = bl_arena_new0 (arena, BlPersonList);
      list->array.pdata = &list->first;
      list->capacity = 1;
    }
  for (guint i = 0; i < list->array.len; i++)
    if (list->array.pdata[i] == person)
      return;
  if (list->array.len == list->capacity)
    {
      list->capacity *= 4;
      gpointer *larger = bl_arena_alloc (arena, list->capacity * sizeof (gpointer));
      memcpy (larger, list->array.pdata, list->array.len * sizeof (gpointer));
      list->array.pdata = larger;
    }
  list->array.pdata[list->array.len++] = (gpointer) person;
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  const BlTerm *left = *(const BlTerm *const *) a;
  const BlTerm *right = *(const BlTerm *const *) b;
  if (left->when.first != right->when.first)
    return left->when.first < right->when.first ? -1 : 1;
  return (left->when.last > right->when.last) - (left->when.last < right->when.last);
}

void
bl_sort_terms (const BlTerm **terms, guint n)
{
  /* Stable for the short lists that nearly all are; qsort for the members of a parliament. */
  if (n > 32)
    {
      qsort (terms, n, sizeof *terms, compare_terms);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      const BlTerm *term = terms[i];
      guint at = i;
      for (; at > 0 && compare_terms (&terms[at - 1], &term) > 0; at--)
        terms[at] = terms[at - 1];
      terms[at] = term;
    }
}

static void
file_free (gpointer data)
{
  BlKbFile *file = data; /* itself in the arena */
  g_clear_pointer (&file->json, bl_json_free);
}

BlKnowledge *
bl_kb_new (BlArena *arena)
{
  BlKnowledge *kb = g_new0 (BlKnowledge, 1);
  kb->arena = arena;
  kb->no_texts = bl_arena_alloc (arena, sizeof *kb->no_texts);
  kb->files = g_ptr_array_new_with_free_func (file_free);
  kb->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  bl_kb_table_init (&kb->countries, "country");
  bl_kb_table_init (&kb->organisations, "organisation");
  bl_kb_table_init (&kb->roles, "role");
  bl_kb_table_init (&kb->offices, "office");
  bl_kb_table_init (&kb->persons, "person");
  bl_kb_table_init (&kb->treaties, "treaty");
  bl_kb_table_init (&kb->facts, "fact");
  kb->facts_sorted = g_ptr_array_new ();
  kb->first_words = g_array_new (FALSE, FALSE, sizeof (BlFirstWord));
  kb->beginnings = g_array_new (FALSE, FALSE, sizeof (BlNameBeginning));
  bl_surface_trie_init (&kb->surfaces);
  bl_name_costs_init (&kb->name_costs);
  return kb;
}

/* --- freezing ----------------------------------------------------------------------------------------------------- */

GArray *
bl_kb_freeze_array (GArray *array, BlArena *arena)
{
  const gsize size = (gsize) array->len * g_array_get_element_size (array);
  GArray *frozen = bl_arena_new0 (arena, GArray);
  frozen->len = array->len;
  frozen->data = bl_arena_alloc (arena, size);
  if (size > 0)
    memcpy (frozen->data, array->data, size);
  g_array_unref (array);
  return frozen;
}

static GPtrArray *
freeze_pointers (GPtrArray *array, BlArena *arena)
{
  GPtrArray *frozen = bl_arena_new0 (arena, GPtrArray);
  frozen->len = array->len;
  frozen->pdata = bl_arena_alloc (arena, array->len * sizeof (gpointer));
  if (array->len > 0)
    memcpy (frozen->pdata, array->pdata, array->len * sizeof (gpointer));
  g_ptr_array_unref (array);
  return frozen;
}

static void
freeze_table (BlKbTable *table, BlArena *arena)
{
  table->kind = NULL; /* for complaints on loading */
  bl_string_map_freeze (&table->ids, arena);
  table->all = freeze_pointers (table->all, arena);
  table->origins = bl_kb_freeze_array (table->origins, arena);
}

void
bl_kb_freeze_tables (BlKnowledge *kb)
{
  BlKbTable *const tables[]
      = { &kb->countries, &kb->organisations, &kb->roles, &kb->offices, &kb->persons, &kb->treaties, &kb->facts };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    freeze_table (tables[i], kb->arena);
  kb->facts_sorted = freeze_pointers (kb->facts_sorted, kb->arena);
  bl_string_map_freeze (&kb->given_names.names, kb->arena);
  bl_string_map_freeze (&kb->given_names.words, kb->arena);
  g_clear_pointer (&kb->files, g_ptr_array_unref);
  kb->tables_frozen = TRUE;
}

void
bl_kb_freeze_indexes (BlKnowledge *kb)
{
  bl_string_map_freeze (&kb->families, kb->arena);
  bl_string_map_freeze (&kb->named, kb->arena);
  bl_string_map_freeze (&kb->family_classes, kb->arena);
  bl_string_map_freeze (&kb->beginning_places, kb->arena);
  kb->first_words = bl_kb_freeze_array (kb->first_words, kb->arena);
  kb->beginnings = bl_kb_freeze_array (kb->beginnings, kb->arena);
  bl_surface_trie_freeze (&kb->surfaces, kb->arena);
  kb->indexes_frozen = TRUE;
}

static void
clear_tables (BlKnowledge *kb)
{
  bl_string_map_clear (&kb->given_names.names);
  bl_string_map_clear (&kb->given_names.words);
  g_ptr_array_unref (kb->facts_sorted);
  bl_kb_table_clear (&kb->facts);
  bl_kb_table_clear (&kb->treaties);
  bl_kb_table_clear (&kb->persons);
  bl_kb_table_clear (&kb->offices);
  bl_kb_table_clear (&kb->roles);
  bl_kb_table_clear (&kb->organisations);
  bl_kb_table_clear (&kb->countries);
  g_ptr_array_unref (kb->files);
}

static void
clear_indexes (BlKnowledge *kb)
{
  bl_surface_trie_clear (&kb->surfaces);
  g_array_unref (kb->first_words);
  g_array_unref (kb->beginnings);
  bl_string_map_clear (&kb->beginning_places);
  bl_string_map_clear (&kb->family_classes);
  bl_string_map_clear (&kb->families);
  bl_string_map_clear (&kb->named);
}

void
bl_knowledge_free (BlKnowledge *kb)
{
  if (kb == NULL)
    return;
  bl_name_index_get (kb); /* joins the thread that reads from the base */
  bl_name_index_free (kb->name_index);
  if (kb->image != NULL)
    {
      munmap (kb->image, kb->image_size);
      g_free (kb);
      return;
    }
  if (!kb->indexes_frozen)
    clear_indexes (kb);
  if (!kb->tables_frozen)
    clear_tables (kb);
  g_clear_pointer (&kb->bytes, g_ptr_array_unref);
  g_free (kb->hash);
  bl_arena_free (kb->arena);
  g_free (kb);
}

const BlCountry *
bl_knowledge_country (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->countries, id);
}

const BlOrganisation *
bl_knowledge_organisation (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->organisations, id);
}

const BlPerson *
bl_knowledge_person (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->persons, id);
}

const BlRole *
bl_knowledge_role (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->roles, id);
}

const BlOffice *
bl_knowledge_office (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->offices, id);
}

const BlTreaty *
bl_knowledge_treaty (const BlKnowledge *kb, const char *id)
{
  return bl_kb_table_get (&kb->treaties, id);
}

const GPtrArray *
bl_knowledge_countries (const BlKnowledge *kb)
{
  return kb->countries.all;
}

const GPtrArray *
bl_knowledge_organisations (const BlKnowledge *kb)
{
  return kb->organisations.all;
}

const GPtrArray *
bl_knowledge_persons (const BlKnowledge *kb)
{
  return kb->persons.all;
}

const GPtrArray *
bl_knowledge_roles (const BlKnowledge *kb)
{
  return kb->roles.all;
}

const GPtrArray *
bl_knowledge_offices (const BlKnowledge *kb)
{
  return kb->offices.all;
}

const GPtrArray *
bl_knowledge_treaties (const BlKnowledge *kb)
{
  return kb->treaties.all;
}

guint
bl_knowledge_n_terms (const BlKnowledge *kb)
{
  return kb->n_terms;
}

guint
bl_knowledge_n_facts (const BlKnowledge *kb)
{
  return kb->facts.all->len;
}
