/* The rules as they were: of a git revision, or of a folder. */
#pragma once

#include "pipeline/pipeline.h"

typedef struct
{
  const BlPipelineOptions *options;
  const char *against; /* a folder or file with packs, a tree of rules/, or a git revision */
  gboolean all_data;   /* the lexicons and the knowledge as they were, too */
  char **paths;        /* of the corpus, as for bl_pipeline_load() */
} BlRulesBefore;

/* Loads into before, which is fresh, what now has loaded, but with the packs of asked->against:
 *   a tree (it has packs/)     in place of the shipped rules
 *   another folder, or a file  in place of the nearest rules: those of --rules, else of corpus.json, else the shipped packs
 *   else a revision            of the repository that the nearest rules lie in; all rules in use that lie there are as they were then
 * Files of a revision are in a private folder while they are read, and gone when this returns. What is the same on both sides is
 * borrowed from now: free with bl_rules_before_free(), before now. */
gboolean bl_rules_before_load (BlPipeline *before, const BlPipeline *now, const BlRulesBefore *asked, GError **error);
void bl_rules_before_free (BlPipeline *before, const BlPipeline *now);
