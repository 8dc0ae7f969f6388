/* The copy graph: which sources have what from whom, by kind of evidence, as nodes and summed edges. Articles behind an edge stand in
 * bl_origins_edges(). */
#pragma once

#include "report/report.h"

#define BL_COPY_GRAPH_NODES 24
#define BL_COPY_GRAPH_LINKS 36

/* Source or agency. */
typedef struct
{
  const char *name;       /* borrowed */
  const BlSource *source; /* NULL: outside of the corpus, known by credits only */
  guint given, taken;     /* articles that others have from it, and that it has from others, by the links below */
} BlCopyNode;

/* What one has from the other. */
typedef struct
{
  guint from, to; /* nodes: from has it from to */
  BlEdgeKind kind;
  guint n; /* articles of from */
} BlCopyLink;

typedef struct
{
  GArray *nodes;          /* BlCopyNode, so that who has much to do with each other stands near */
  GArray *links;          /* BlCopyLink, by from, to, kind */
  guint n_nodes, n_links; /* also those left out: credits for single statements go first, then the kinds with fewest articles */
} BlCopyGraph;

/* Copies within one source are left out. An article counts once for each kind and giver. */
BlCopyGraph *bl_copy_graph_new (const BlRun *run);
void bl_copy_graph_free (BlCopyGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCopyGraph, bl_copy_graph_free)

/* "copied from": from does so with to. Static. */
const char *bl_copy_phrase (BlEdgeKind kind);
