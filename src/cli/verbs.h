/* All verbs, once: what main dispatches, what help, completion and manual pages list. */
#pragma once

#include "command/command.h"

/* argv[0] is the verb. Returns the exit code. */
typedef int (*BlVerbFunc) (int argc, char **argv);

typedef struct
{
  const char *name; /* NULL behind the last */
  BlVerbFunc run;
  const char *summary;
} BlVerb;

/* In the order of help, ended by one without a name. */
const BlVerb *bl_verbs (void);

/* A file each. */
int bl_verb_baseline (int argc, char **argv);
int bl_verb_check (int argc, char **argv);
int bl_verb_report (int argc, char **argv);
int bl_verb_claims (int argc, char **argv);
int bl_verb_pairs (int argc, char **argv);
int bl_verb_explain (int argc, char **argv);
int bl_verb_sources (int argc, char **argv);
int bl_verb_truth (int argc, char **argv);
int bl_verb_rules (int argc, char **argv);
int bl_verb_kb (int argc, char **argv);
int bl_verb_cache (int argc, char **argv);
int bl_verb_init (int argc, char **argv);
int bl_verb_completion (int argc, char **argv);
int bl_verb_manual (int argc, char **argv);
int bl_verb_version (int argc, char **argv);
