/* Where the pointers of a frozen base are. Every struct of tables.h has a function here; a member that is added there is added here. */
#include <string.h>

#include "knowledge/image.h"
#include "knowledge/name_blocks.h"

typedef struct
{
  const BlKbPointers *pointers;
  gboolean inside;
} Walk;

/* at: of a pointer to anything. */
static void
slot (Walk *walk, const void *at)
{
  const char *to = NULL;
  memcpy (&to, at, sizeof to);
  if (to == NULL)
    return;
  const BlKbPointers *all = walk->pointers;
  const gsize place = (gsize) ((const char *) at - all->base);
  if (place >= all->length || to < all->base || to > all->base + all->length)
    walk->inside = FALSE;
  else
    all->bits[place / sizeof to / 64] |= G_GUINT64_CONSTANT (1) << (place / sizeof to % 64);
}

static void
texts (Walk *walk, const char *const *const *list)
{
  slot (walk, list);
  for (const char *const *text = *list; text != NULL && *text != NULL; text++)
    slot (walk, text);
}

static void
reference (Walk *walk, const BlReference *reference)
{
  slot (walk, &reference->file);
  slot (walk, &reference->entry);
  slot (walk, &reference->source);
}

static void
country (Walk *walk, gconstpointer entry)
{
  const BlKbCountry *kept = entry;
  const BlCountry *country = &kept->country;
  slot (walk, &country->id);
  slot (walk, &country->name);
  texts (walk, &country->names);
  texts (walk, &country->demonyms);
  texts (walk, &country->metonyms);
  slot (walk, &country->capital);
  slot (walk, &country->absent);
  slot (walk, &kept->absent);
  for (guint i = 0; i < country->n_absent; i++)
    {
      slot (walk, &country->absent[i].role);
      reference (walk, &country->absent[i].reference);
    }
  reference (walk, &country->reference);
  texts (walk, &kept->ambiguous);
}

static void
organisation (Walk *walk, gconstpointer entry)
{
  const BlKbOrganisation *kept = entry;
  const BlOrganisation *organisation = &kept->organisation;
  slot (walk, &organisation->id);
  slot (walk, &organisation->name);
  texts (walk, &organisation->names);
  slot (walk, &organisation->kind);
  slot (walk, &organisation->country);
  slot (walk, &organisation->members);
  slot (walk, &kept->members);
  for (guint i = 0; i < organisation->n_members; i++)
    {
      slot (walk, &organisation->members[i].country);
      slot (walk, &organisation->members[i].seat);
      reference (walk, &organisation->members[i].reference);
    }
  reference (walk, &organisation->reference);
  texts (walk, &kept->ambiguous);
}

static void
role (Walk *walk, gconstpointer entry)
{
  const BlKbRole *kept = entry;
  slot (walk, &kept->role.id);
  texts (walk, &kept->role.labels);
  texts (walk, &kept->role.excludes);
  reference (walk, &kept->reference);
}

static void
office (Walk *walk, gconstpointer entry)
{
  const BlKbOffice *kept = entry;
  slot (walk, &kept->office.id);
  slot (walk, &kept->office.jurisdiction);
  slot (walk, &kept->office.country);
  slot (walk, &kept->office.organisation);
  slot (walk, &kept->office.role);
  texts (walk, &kept->office.labels);
  slot (walk, &kept->terms);
  for (guint i = 0; i < kept->n_terms; i++)
    slot (walk, &kept->terms[i]);
}

static void
person (Walk *walk, gconstpointer entry)
{
  const BlKbPerson *kept = entry;
  const BlPerson *person = &kept->person;
  slot (walk, &person->id);
  slot (walk, &person->name);
  texts (walk, &person->aliases);
  slot (walk, &person->native);
  slot (walk, &person->family);
  slot (walk, &person->country);
  slot (walk, &person->terms);
  slot (walk, &kept->terms);
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      slot (walk, &person->terms[i]);
      slot (walk, &term->person);
      slot (walk, &term->office);
      reference (walk, &term->reference);
    }
  reference (walk, &person->reference);
}

static void
treaty (Walk *walk, gconstpointer entry)
{
  const BlKbTreaty *kept = entry;
  const BlTreaty *treaty = &kept->treaty;
  slot (walk, &treaty->id);
  texts (walk, &treaty->names);
  slot (walk, &treaty->place);
  slot (walk, &treaty->parties);
  slot (walk, &kept->parties);
  for (guint i = 0; i < treaty->n_parties; i++)
    slot (walk, &treaty->parties[i]);
  slot (walk, &treaty->organisations);
  slot (walk, &kept->organisations);
  for (guint i = 0; i < treaty->n_organisations; i++)
    slot (walk, &treaty->organisations[i]);
  reference (walk, &treaty->reference);
}

static void
fact (Walk *walk, gconstpointer entry)
{
  const BlFact *fact = entry;
  slot (walk, &fact->subject);
  slot (walk, &fact->attribute);
  slot (walk, &fact->unit);
  reference (walk, &fact->reference);
}

/* --- what holds them ---------------------------------------------------------------------------------------------- */

static void
list (Walk *walk, GPtrArray *const *list)
{
  slot (walk, list);
  slot (walk, &(*list)->pdata);
  for (guint i = 0; i < (*list)->len; i++)
    slot (walk, &(*list)->pdata[i]);
}

/* value: what its values are, or NULL when they are numbers. */
static void
map (Walk *walk, const BlStringMap *map, void (*value) (Walk *walk, gconstpointer value))
{
  slot (walk, &map->slots);
  for (guint32 i = 0; map->slots != NULL && i <= map->mask; i++)
    {
      const BlStringSlot *at = &map->slots[i];
      slot (walk, &at->key);
      if (value == NULL || at->key == NULL)
        continue;
      slot (walk, &at->value);
      value (walk, at->value);
    }
}

static void
person_list (Walk *walk, gconstpointer value)
{
  const BlPersonList *persons = value;
  slot (walk, &persons->array.pdata);
  for (guint i = 0; i < persons->array.len; i++)
    slot (walk, &persons->array.pdata[i]);
}

static void
no_pointers (Walk *walk, gconstpointer value)
{
  (void) walk;
  (void) value;
}

static void
table (Walk *walk, const BlKbTable *table, void (*entry) (Walk *walk, gconstpointer entry))
{
  map (walk, &table->ids, NULL);
  list (walk, &table->all);
  for (guint i = 0; i < table->all->len; i++)
    entry (walk, g_ptr_array_index (table->all, i));
  slot (walk, &table->origins);
  slot (walk, &table->origins->data);
  for (guint i = 0; i < table->origins->len; i++)
    {
      const BlKbOrigin *origin = &g_array_index (table->origins, BlKbOrigin, i);
      slot (walk, &origin->file);
      slot (walk, &origin->file->path);
      slot (walk, &origin->file->shown);
      slot (walk, &origin->file->source);
    }
}

static void
surfaces (Walk *walk, const BlSurfaceTrie *trie)
{
  slot (walk, &trie->edges);
  for (guint32 i = 0; i <= trie->mask; i++)
    slot (walk, &trie->edges[i].word);
  slot (walk, &trie->first);
  slot (walk, &trie->first->data);
  slot (walk, &trie->readings);
  slot (walk, &trie->readings->data);
  for (guint i = 0; i < trie->readings->len; i++)
    {
      const BlSurface *surface = &g_array_index (trie->readings, BlSurfaceReading, i).surface;
      slot (walk, &surface->entity);
      slot (walk, &surface->written);
    }
}

gboolean
bl_kb_image_find_pointers (const BlKbPointers *pointers, const BlKnowledge *root, const BlProblem *problems, guint n_problems)
{
  Walk walk = { .pointers = pointers, .inside = TRUE };
  table (&walk, &root->countries, country);
  table (&walk, &root->organisations, organisation);
  table (&walk, &root->roles, role);
  table (&walk, &root->offices, office);
  table (&walk, &root->persons, person);
  table (&walk, &root->treaties, treaty);
  table (&walk, &root->facts, fact);
  list (&walk, &root->facts_sorted);
  map (&walk, &root->named, person_list);
  map (&walk, &root->families, person_list);
  map (&walk, &root->family_classes, person_list);
  map (&walk, &root->beginning_places, NULL);
  slot (&walk, &root->first_words);
  slot (&walk, &root->first_words->data);
  for (guint i = 0; i < root->first_words->len; i++)
    slot (&walk, &g_array_index (root->first_words, BlFirstWord, i).word);
  slot (&walk, &root->beginnings);
  slot (&walk, &root->beginnings->data);
  for (guint i = 0; i < root->beginnings->len; i++)
    slot (&walk, &g_array_index (root->beginnings, BlNameBeginning, i).word);
  map (&walk, &root->given_names.names, no_pointers);
  map (&walk, &root->given_names.words, NULL);
  surfaces (&walk, &root->surfaces);
  slot (&walk, &root->name_blocks);
  for (guint i = 0; i < BL_N_NAME_BLOCKS; i++)
    slot (&walk, &((const BlNameBlock *) root->name_blocks)[i].items);
  slot (&walk, &root->hash);
  slot (&walk, &root->no_texts);
  for (guint i = 0; i < n_problems; i++)
    {
      slot (&walk, &problems[i].file);
      slot (&walk, &problems[i].what);
      slot (&walk, &problems[i].excerpt);
    }
  return walk.inside;
}
