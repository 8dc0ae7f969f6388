#include "knowledge/surface.h"

#include <string.h>

#include "knowledge/tables.h"

enum
{
  FIRST_EDGES = 32768 /* the shipped base has 14,000 */
};

static guint32
edge_hash (guint32 from, const char *word, gsize length)
{
  return bl_string_hash (word, length) ^ (from * 0x9E3779B1u);
}

static BlSurfaceEdge *
find_edge (const BlSurfaceTrie *trie, guint32 from, const char *word, gsize length)
{
  guint32 hash = edge_hash (from, word, length);
  for (guint32 at = hash & trie->mask;; at = (at + 1) & trie->mask)
    {
      BlSurfaceEdge *edge = &trie->edges[at];
      if (edge->word == NULL
          || (edge->hash == hash && edge->from == from && edge->length == length && memcmp (edge->word, word, length) == 0))
        return edge;
    }
}

static void
grow (BlSurfaceTrie *trie)
{
  BlSurfaceTrie larger = *trie;
  larger.mask = trie->edges == NULL ? FIRST_EDGES - 1 : trie->mask * 2 + 1;
  larger.edges = g_new0 (BlSurfaceEdge, larger.mask + 1);
  for (guint32 i = 0; trie->edges != NULL && i <= trie->mask; i++)
    {
      if (trie->edges[i].word == NULL)
        continue;
      guint32 at = trie->edges[i].hash & larger.mask;
      while (larger.edges[at].word != NULL)
        at = (at + 1) & larger.mask;
      larger.edges[at] = trie->edges[i];
    }
  g_free (trie->edges);
  *trie = larger;
}

void
bl_surface_trie_init (BlSurfaceTrie *trie)
{
  *trie = (BlSurfaceTrie){ .first = g_array_new (FALSE, TRUE, sizeof (guint32)),
                           .readings = g_array_new (FALSE, TRUE, sizeof (BlSurfaceReading)) };
  g_array_set_size (trie->first, 1);
  g_array_set_size (trie->readings, 1);
  grow (trie);
}

void
bl_surface_trie_clear (BlSurfaceTrie *trie)
{
  g_free (trie->edges);
  g_array_unref (trie->first);
  g_array_unref (trie->readings);
  *trie = (BlSurfaceTrie){ 0 };
}

void
bl_surface_trie_freeze (BlSurfaceTrie *trie, BlArena *arena)
{
  const gsize size = ((gsize) trie->mask + 1) * sizeof *trie->edges;
  BlSurfaceEdge *edges = bl_arena_alloc (arena, size);
  memcpy (edges, trie->edges, size);
  g_free (trie->edges);
  trie->edges = edges;
  trie->first = bl_kb_freeze_array (trie->first, arena);
  trie->readings = bl_kb_freeze_array (trie->readings, arena);
}

static guint32
child_of (BlSurfaceTrie *trie, guint32 from, const char *word, gsize length)
{
  BlSurfaceEdge *edge = find_edge (trie, from, word, length);
  if (edge->word != NULL)
    return edge->to;
  if (trie->n_edges * 2 >= trie->mask)
    {
      grow (trie);
      edge = find_edge (trie, from, word, length);
    }
  *edge = (BlSurfaceEdge){
    .word = word, .length = (guint32) length, .hash = edge_hash (from, word, length), .from = from, .to = trie->first->len
  };
  trie->n_edges++;
  g_array_set_size (trie->first, trie->first->len + 1);
  return edge->to;
}

static BlSurfaceReading *
reading (const BlSurfaceTrie *trie, guint32 index)
{
  return &g_array_index (trie->readings, BlSurfaceReading, index);
}

/* Readings of other entities make each other ambiguous. Of one entity the first reading stays: Singapore is a state before it
 * is a capital. */
static void
add_reading (BlSurfaceTrie *trie, guint32 node, BlSurface surface)
{
  guint32 *place = &g_array_index (trie->first, guint32, node);
  guint32 last = 0;
  for (guint32 at = *place; at != 0; last = at, at = reading (trie, at)->next)
    {
      BlSurface *other = &reading (trie, at)->surface;
      if (other->entity == surface.entity)
        {
          other->ambiguous |= surface.ambiguous;
          return;
        }
      other->ambiguous = TRUE;
      surface.ambiguous = TRUE;
    }
  BlSurfaceReading added = { .surface = surface };
  g_array_append_val (trie->readings, added);
  if (last == 0)
    *place = trie->readings->len - 1;
  else
    reading (trie, last)->next = trie->readings->len - 1;
}

void
bl_surface_trie_add (BlSurfaceTrie *trie, const char *folded, gsize length, BlSurface surface)
{
  guint32 node = 0;
  gsize start = 0;
  for (gsize i = 0; i <= length; i++)
    if (i == length || folded[i] == ' ')
      {
        if (i > start)
          node = child_of (trie, node, folded + start, i - start);
        start = i + 1;
      }
  if (node != 0)
    add_reading (trie, node, surface);
}

guint
bl_knowledge_match_surface (const BlKnowledge *kb, const char *const *tokens, guint n_tokens, BlSurface *found, guint max,
                            guint *n_found)
{
  const BlSurfaceTrie *trie = &kb->surfaces;
  guint32 node = 0;
  guint32 readings = 0;
  guint longest = 0;
  for (guint i = 0; i < n_tokens; i++)
    {
      const BlSurfaceEdge *edge = find_edge (trie, node, tokens[i], strlen (tokens[i]));
      if (edge->word == NULL)
        break;
      node = edge->to;
      if (g_array_index (trie->first, guint32, node) != 0)
        {
          readings = g_array_index (trie->first, guint32, node);
          longest = i + 1;
        }
    }
  *n_found = 0;
  for (; readings != 0 && *n_found < max; readings = reading (trie, readings)->next)
    found[(*n_found)++] = reading (trie, readings)->surface;
  return longest;
}

/* --- what is entered ---------------------------------------------------------------------------------------------- */

static gboolean
is_in (const char *const *list, const char *text)
{
  for (; *list != NULL; list++)
    if (strcmp (*list, text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_folded (BlKnowledge *kb, BlKbFolded folded, BlSurface surface)
{
  /* "the Kremlin" is found at its capital; "The Hague" and "The Gambia" too. */
  gsize skip = g_str_has_prefix (folded.text, "the ") ? strlen ("the ") : 0;
  const char *text = folded.text + skip;
  gsize length = folded.length - skip;
  /* "Jordan" is also Jim Jordan. */
  if (surface.kind == BL_SURFACE_COUNTRY || surface.kind == BL_SURFACE_CAPITAL)
    surface.ambiguous |= bl_string_map_get (&kb->families, text, length) != NULL;
  bl_surface_trie_add (&kb->surfaces, text, length, surface);
}

static void
add (BlKnowledge *kb, BlSurfaceKind kind, const void *entity, const char *written, const char *const *ambiguous)
{
  BlSurface surface = { .kind = kind, .entity = entity, .written = written };
  surface.ambiguous = ambiguous != NULL && is_in (ambiguous, written);
  BlKbFolded folded = bl_kb_fold (kb, written);
  add_folded (kb, folded, surface);
  BlKbFolded joined = bl_kb_join_initials (kb, folded); /* "U.S." is "u s" and "us" */
  if (joined.text != NULL)
    add_folded (kb, joined, surface);
}

static void
add_all (BlKnowledge *kb, BlSurfaceKind kind, const void *entity, const char *const *all, const char *const *ambiguous)
{
  for (; *all != NULL; all++)
    add (kb, kind, entity, *all, ambiguous);
}

static void
add_countries (BlKnowledge *kb)
{
  for (guint i = 0; i < kb->countries.all->len; i++)
    {
      const BlKbCountry *entry = g_ptr_array_index (kb->countries.all, i);
      const BlCountry *country = &entry->country;
      add (kb, BL_SURFACE_COUNTRY, country, country->name, entry->ambiguous);
      add_all (kb, BL_SURFACE_COUNTRY, country, country->names, entry->ambiguous);
      add_all (kb, BL_SURFACE_DEMONYM, country, country->demonyms, entry->ambiguous);
      if (country->capital != NULL)
        add (kb, BL_SURFACE_CAPITAL, country, country->capital, entry->ambiguous);
      add_all (kb, BL_SURFACE_METONYM, country, country->metonyms, entry->ambiguous);
    }
}

void
bl_kb_index_surfaces (BlKnowledge *kb)
{
  add_countries (kb);
  for (guint i = 0; i < kb->organisations.all->len; i++)
    {
      const BlKbOrganisation *entry = g_ptr_array_index (kb->organisations.all, i);
      add (kb, BL_SURFACE_ORGANISATION, entry, entry->organisation.name, entry->ambiguous);
      add_all (kb, BL_SURFACE_ORGANISATION, entry, entry->organisation.names, entry->ambiguous);
    }
  for (guint i = 0; i < kb->roles.all->len; i++)
    {
      const BlRole *role = g_ptr_array_index (kb->roles.all, i);
      add_all (kb, BL_SURFACE_ROLE, role, role->labels, NULL);
    }
  for (guint i = 0; i < kb->offices.all->len; i++)
    {
      const BlOffice *office = g_ptr_array_index (kb->offices.all, i);
      add_all (kb, BL_SURFACE_OFFICE, office, office->labels, NULL);
    }
  for (guint i = 0; i < kb->treaties.all->len; i++)
    {
      const BlTreaty *treaty = g_ptr_array_index (kb->treaties.all, i);
      add_all (kb, BL_SURFACE_TREATY, treaty, treaty->names, NULL);
    }
}
