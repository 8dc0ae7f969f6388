/* Private to src/knowledge: a trie of folded words, for the longest surface that starts at a word.
 *
 * An edge is (node, word) → node; all edges stand in one hash table, so a step costs one probe and a lookup costs the words
 * that match, whatever the number of surfaces. */
#pragma once

#include "base/string_map.h"
#include "knowledge/knowledge.h"

typedef struct
{
  const char *word; /* NULL: free */
  guint32 length;
  guint32 hash; /* of from and word */
  guint32 from;
  guint32 to;
} BlSurfaceEdge;

typedef struct
{
  BlSurface surface;
  guint32 next; /* the next reading of the same node; 0: none */
} BlSurfaceReading;

typedef struct
{
  BlSurfaceEdge *edges; /* open addressing */
  guint32 mask;
  guint32 n_edges;
  GArray *first;    /* of guint32, a node each: its first reading, 0 for none. Node 0 is the root */
  GArray *readings; /* of BlSurfaceReading; [0] is not used */
} BlSurfaceTrie;

void bl_surface_trie_init (BlSurfaceTrie *trie);
void bl_surface_trie_clear (BlSurfaceTrie *trie);

/* Moves all of it into the arena; it is only read from then on, and not cleared. */
void bl_surface_trie_freeze (BlSurfaceTrie *trie, BlArena *arena);

/* folded: words with single spaces, living as long as the trie. The same entity is not entered twice. */
void bl_surface_trie_add (BlSurfaceTrie *trie, const char *folded, gsize length, BlSurface surface);

/* Enters all names of the base. */
void bl_kb_index_surfaces (BlKnowledge *kb);
