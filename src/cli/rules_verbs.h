/* The parts of `belie rules` that have a file of their own. Each returns an exit code. */
#pragma once

#include "cli/options.h"

/* The rule of this id, or NULL after a usage error that names the nearest one. Borrowed. */
const BlRule *bl_rules_find (const BlPipeline *pipeline, const char *id);

/* explain ID --trace FILE:LINE: how far the rule gets in every sentence that begins on that line. A column after the line is
 * allowed, as findings print one, and not looked at. */
int bl_rules_trace (const BlOptions *options, const char *id, const char *place);

/* profile PATH…: what each rule costs on a corpus. paths may be empty, as for `belie check`. */
int bl_rules_profile (const BlOptions *options, char **paths);

/* new ID: a pack to begin with, on standard output. It passes its own tests. */
int bl_rules_new (const BlPipeline *pipeline, const char *id);
