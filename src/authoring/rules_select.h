/* Which rules the words of a command line mean: ids, packs, files and folders. */
#pragma once

#include "pipeline/pipeline.h"

/* TRUE when word is a file or folder of packs, not an id. */
gboolean bl_rules_is_path (const char *word);

/* Loads the rules, those of the paths among words too. FALSE and an error as for bl_pipeline_load_rules(). */
gboolean bl_rules_load_with (BlPipeline *pipeline, const BlPipelineOptions *options, char **words, GError **error);

/* The rules that words mean, as a set of const BlRule *; NULL, which stands for all, when there are no words. FALSE after a usage error of
 * verb: a word means none. *selection is owned by the caller. */
gboolean bl_rules_select (const char *verb, const BlPipeline *pipeline, char **words, GHashTable **selection);

gboolean bl_rules_selected (GHashTable *selection, const BlRule *rule);
