/* Running the tests that rules carry with them, through the whole machine: mentions, patterns, claims, comparison. */
#pragma once

#include "cli/pipeline.h"

typedef struct
{
  guint n_passed, n_failed, n_todo;
} BlRuleTestCount;

/* Runs the tests of the rules of a selection (of bl_rules_select()), and appends a line for each that failed, and for each todo, to out. A rule
 * without a yes test, without a no test, or that never fired counts as a failure. */
BlRuleTestCount bl_rule_tests_run (const BlPipeline *pipeline, GHashTable *selection, GString *out);
