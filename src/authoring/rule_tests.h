/* Running the tests that rules carry with them, through the whole machine: mentions, patterns, claims, comparison. */
#pragma once

#include "pipeline/pipeline.h"

typedef enum
{
  BL_TEST_PASSED,
  BL_TEST_FAILED,
  BL_TEST_OPEN, /* a todo that does not pass yet */
} BlTestResult;

const char *bl_test_result_name (BlTestResult result); /* "passed", "failed", "todo" */

/* How one test went. All borrowed. */
typedef struct
{
  const BlRuleTest *test; /* NULL: the rule itself, or an example of a fragment, failed */
  const BlRule *rule;     /* NULL: an example of a fragment */
  BlTestResult result;
  const char *file;
  guint line;
  const char *kind;    /* "yes", "no", "todo", "conflict"; NULL without a test */
  const char *text[2]; /* of the test; may be NULL */
  const char *what;    /* FAILED: in a few words */
  const char *detail;  /* FAILED: how it was read, where it stopped, what was wanted and came; lines, each with its end */
} BlTestOutcome;

typedef void (*BlTestFunc) (const BlTestOutcome *outcome, gpointer user_data);

typedef struct
{
  guint n_passed, n_failed, n_todo;
  guint n_examples; /* of fragments; those that fail are counted in n_failed */
} BlRuleTestCount;

/* Runs the tests of the rules of a selection (of bl_rules_select()) and calls report for each, in the order of rules; then the examples of
 * the fragments of their packs, of which only those that fail are reported. A rule without a yes test or without a no test is a
 * failure too. */
BlRuleTestCount bl_rule_tests_run (const BlPipeline *pipeline, GHashTable *selection, BlTestFunc report, gpointer user_data);
