/* Inside origins/: articles that are one origin, and who stands behind them. */
#pragma once

#include "origins/origins.h"

/* Disjoint sets of articles, by index. */
typedef struct BlOriginGroups BlOriginGroups;

BlOriginGroups *bl_origin_groups_new (const GPtrArray *article_claims);
void bl_origin_groups_free (BlOriginGroups *groups);

void bl_origin_groups_join (BlOriginGroups *groups, guint a, guint b);
/* An article credits another: they are joined, and the source of the other is the origin unless a name is given. */
void bl_origin_groups_credit (BlOriginGroups *groups, guint from, guint to);
/* An article names whom it has it all from. name is borrowed. */
void bl_origin_groups_name (BlOriginGroups *groups, guint article, const char *name);

/* Numbers the groups and finds their origins; nothing may be joined later, and nothing below be asked before. */
void bl_origin_groups_settle (BlOriginGroups *groups);

guint bl_origin_groups_of (const BlOriginGroups *groups, guint article);
guint bl_origin_groups_count (const BlOriginGroups *groups);
const BlOriginCluster *bl_origin_groups_at (const BlOriginGroups *groups, guint group);
guint bl_origin_groups_witness (const BlOriginGroups *groups, guint group);
const char *bl_origin_groups_witness_name (const BlOriginGroups *groups, guint witness);
