/* Where the decisions of a repository lie, and reading them. */
#pragma once

#include "pipeline/pipeline.h"

/* The folder of the corpus.json nearest upward from the first of paths, else the folder that it names or lies in. Owned by the caller. */
char *bl_decisions_home (const char *const *paths);

/* Whether paths name the whole corpus of that folder: what matches nothing is stale then. */
gboolean bl_decisions_cover (const char *const *paths, const char *home);

/* A file of decisions in home, or the one that the user names. Owned by the caller. */
char *bl_decisions_file (const char *home, const char *wanted, const char *name);

/* Reads the baseline and the verdicts of home, or those that options name, as one owned list of BlDecision; empty when there are none.
 * NULL when a file cannot be used, or one that the user named is not there. */
GPtrArray *bl_decisions_read (const char *home, const BlPipelineOptions *options, BlProblems *problems, GError **error);

/* The Julian day of SOURCE_DATE_EPOCH, else of the clock. */
gint32 bl_decisions_today (void);
