/* The parts of `belie rules` that have a file of their own. Each returns an exit code. */
#pragma once

#include "command/options.h"

/* What stands on the command line after `belie rules ACTION`. All borrowed. */
typedef struct
{
  const BlOptions *options;
  char **words; /* NULL-terminated, never NULL */
  const char *trace;
  const char *against;
  const char *sort;
  const char *predicate;
  const char *value;
  gboolean claims;
  gboolean all_data;
} BlRulesRequest;

/* The rule of this id, or NULL after a usage error that names the nearest ones. Borrowed. */
const BlRule *bl_rules_find (const BlPipeline *pipeline, const char *id);

/* list: all rules, or those of ID and PACK words. */
int bl_rules_list (const BlRulesRequest *request);

/* check: remarks on style. */
int bl_rules_check (const BlRulesRequest *request);

/* test [ID|FILE…]: the tests that rules carry. */
int bl_rules_test (const BlRulesRequest *request);

/* explain ID: what the rule became. With --trace FILE:LINE, how far it gets in every sentence that begins on that line; a column
 * after the line is allowed, as findings print one, and not looked at. */
int bl_rules_explain (const BlRulesRequest *request);
int bl_rules_trace (const BlRulesRequest *request);

/* profile PATH…: what each rule costs on a corpus. No path: as for `belie check`. */
int bl_rules_profile (const BlRulesRequest *request);

/* diff PATH… --against REV: what a change of rules does to a corpus. */
int bl_rules_diff (const BlRulesRequest *request);

/* new ID [SLOT:TYPE…]: a pack to begin with, on standard output. It passes its own tests. */
int bl_rules_new (const BlRulesRequest *request);

/* The pack that `belie rules new ID` prints, without the look whether there is such a rule. Owned by the caller. */
GString *bl_rules_first_pack (const char *id);
