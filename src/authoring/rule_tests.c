#include "authoring/rule_tests.h"

#include "authoring/rule_claims.h"
#include "authoring/rules_select.h"
#include "readers/extract.h"

#include <string.h>

/* Tests are read as articles of one day; a Wednesday, so that weekdays fall on either side. */
#define TEST_DAY "2025-06-18"

const char *
bl_test_result_name (BlTestResult result)
{
  static const char *const names[] = { "passed", "failed", "todo" };
  return names[result];
}

/* One or two sentences as articles of two sources. */
typedef struct
{
  const BlPipeline *pipeline;
  BlScanner *scanner;
  BlSource sources[2];
  BlArticle *articles[2];
  GPtrArray *claims; /* BlArticleClaims * */
  GString *detail;
} Bench;

static void
bench_add (Bench *bench, guint index, const char *text)
{
  static const char *const names[] = { "first", "second" };
  bench->sources[index]
      = (BlSource){ .id = (char *) names[index], .name = (char *) names[index], .kind = (char *) "test", .index = index };
  BlArticle *article = bench->articles[index] = bl_rule_test_article (bench->pipeline->text_lexicon, text);
  article->source = &bench->sources[index];
  article->index = index;
  bl_date_parse (TEST_DAY, &article->published);
  const BlClaimContext context = bl_pipeline_claim_context (bench->pipeline);
  g_ptr_array_add (bench->claims, bl_claims_extract (&context, bench->scanner, article));
}

static void
bench_clear (Bench *bench)
{
  g_ptr_array_set_size (bench->claims, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bench->articles); i++)
    g_clear_pointer (&bench->articles[i], bl_rule_test_article_free);
  g_string_truncate (bench->detail, 0);
}

/* --- judging ------------------------------------------------------------------------------------------------------- */

/* How many claims the rule made of an article that are as wanted; NULL: any. */
static guint
count_claims (const Bench *bench, const BlRule *rule, guint article, const cJSON *wanted)
{
  guint n = 0;
  const GPtrArray *list = bl_article_claims_list (bench->claims->pdata[article]);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      n += claim->rule == rule && (wanted == NULL || bl_rule_claim_is (bench->pipeline->kb, claim, wanted));
    }
  return n;
}

static gboolean
claims_hold (const Bench *bench, const BlRuleTest *test)
{
  if (count_claims (bench, test->rule, 0, NULL) == 0)
    return FALSE;
  const cJSON *wanted;
  cJSON_ArrayForEach (wanted, bl_rule_test_claims (test)) if (count_claims (bench, test->rule, 0, wanted) == 0) return FALSE;
  return TRUE;
}

static BlComparisons *
compare (const Bench *bench)
{
  g_autoptr (BlOrigins) origins = bl_origins_find (bench->claims);
  const BlCompareInput input
      = { .kb = bench->pipeline->kb, .cues = bench->pipeline->cues, .article_claims = bench->claims, .origins = origins };
  return bl_compare (&input);
}

static gboolean
is_conflict (const Bench *bench, const BlRule *rule)
{
  g_autoptr (BlComparisons) comparisons = compare (bench);
  const GPtrArray *list = bl_comparisons_list (comparisons);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      if (comparison->claim->rule == rule && comparison->relation <= BL_RELATION_DIFFERS
          && g_array_index (comparison->evidence, BlEvidence, 0).claim != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (const Bench *bench, const BlRuleTest *test)
{
  switch (test->kind)
    {
    case BL_TEST_YES:
    case BL_TEST_TODO:
      return claims_hold (bench, test);
    case BL_TEST_NO:
      return count_claims (bench, test->rule, 0, NULL) == 0;
    case BL_TEST_CONFLICT:
      return is_conflict (bench, test->rule);
    }
  return FALSE;
}

/* --- what a failure shows ------------------------------------------------------------------------------------------ */

/* How each sentence was read, and the phrase that got furthest in it. */
static void
show_trace (const Bench *bench, const BlRule *rule, guint article)
{
  guint n = 0;
  bl_document_sentences (bench->articles[article]->document, &n);
  const BlMentions *mentions = bl_article_claims_mentions (bench->claims->pdata[article]);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *trace = bl_rule_trace_nearest (rule, bench->articles[article], mentions, i);
      g_string_append (bench->detail, trace);
    }
}

/* As a difference: "-" what was wanted and did not come, "+" what came and was not wanted. */
static void
show_claims (const Bench *bench, const BlRuleTest *test, guint article)
{
  const cJSON *wanted;
  cJSON_ArrayForEach (wanted, bl_rule_test_claims (test))
  {
    if (count_claims (bench, test->rule, article, wanted) > 0)
      continue;
    g_string_append (bench->detail, "- ");
    bl_rule_claim_write_wanted (wanted, bench->detail);
    g_string_append_c (bench->detail, '\n');
  }
  const GPtrArray *list = bl_article_claims_list (bench->claims->pdata[article]);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      gboolean expected = claim->rule != test->rule;
      cJSON_ArrayForEach (wanted, bl_rule_test_claims (test)) expected
          = expected || bl_rule_claim_is (bench->pipeline->kb, claim, wanted);
      if (expected)
        continue;
      g_string_append (bench->detail, "+ ");
      bl_rule_claim_write (bench->pipeline->kb, claim, bench->detail);
      g_string_append_c (bench->detail, '\n');
    }
}

/* Both sides say something, and a gate let them pass. */
static void
show_gates (const Bench *bench)
{
  g_autoptr (BlComparisons) comparisons = compare (bench);
  const guint64 *gates = bl_comparisons_gates (comparisons);
  guint n = 0;
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    if (gates[gate] > 0)
      g_string_append_printf (bench->detail, "%s%s", n++ == 0 ? "the comparison was stopped by: " : ", ",
                              bl_gate_name ((BlGate) gate));
  g_string_append (bench->detail, n > 0 ? "\n" : "nothing was compared: predicate and key differ, or the values agree\n");
}

/* Returns the failure in a few words, and leaves the rest in bench->detail. */
static const char *
explain_failure (const Bench *bench, const BlRuleTest *test)
{
  const gboolean any = count_claims (bench, test->rule, 0, NULL) > 0;
  const gboolean both = test->kind == BL_TEST_CONFLICT && any && count_claims (bench, test->rule, 1, NULL) > 0;
  if (test->kind == BL_TEST_NO || !any)
    show_trace (bench, test->rule, 0);
  show_claims (bench, test, 0);
  if (test->kind == BL_TEST_CONFLICT)
    {
      if (any && !both)
        show_trace (bench, test->rule, 1);
      show_claims (bench, test, 1);
    }
  if (both)
    show_gates (bench);
  switch (test->kind)
    {
    case BL_TEST_YES:
      return any ? "does not say what it should" : "does not match";
    case BL_TEST_NO:
      return "matches";
    case BL_TEST_TODO:
      return "passes by now; make it a “yes”";
    case BL_TEST_CONFLICT:
      return both ? "the two do not contradict each other" : any ? "the second does not match" : "the first does not match";
    }
  return "";
}

/* --- all ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  Bench bench;
  GHashTable *selection;
  BlRuleTestCount count;
  BlTestFunc report;
  gpointer user_data;
} Run;

static void
report (Run *run, const BlTestOutcome *outcome)
{
  run->count.n_passed += outcome->result == BL_TEST_PASSED;
  run->count.n_failed += outcome->result == BL_TEST_FAILED;
  run->count.n_todo += outcome->result == BL_TEST_OPEN;
  run->report (outcome, run->user_data);
}

static void
run_test (Run *run, const BlRuleTest *test)
{
  static const char *const kinds[] = { "yes", "no", "todo", "conflict" };
  Bench *bench = &run->bench;
  bench_add (bench, 0, test->text[0]);
  if (test->kind == BL_TEST_CONFLICT)
    bench_add (bench, 1, test->text[1]);
  BlTestOutcome outcome = { .test = test,
                            .rule = test->rule,
                            .result = BL_TEST_PASSED,
                            .file = test->file,
                            .line = test->line,
                            .kind = kinds[test->kind],
                            .text = { test->text[0], test->text[1] } };
  const gboolean todo = test->kind == BL_TEST_TODO;
  const gboolean held = holds (bench, test);
  if (todo && !held)
    outcome.result = BL_TEST_OPEN;
  else if (todo || !held)
    {
      outcome.result = BL_TEST_FAILED;
      outcome.what = explain_failure (bench, test);
      outcome.detail = bench->detail->str;
    }
  report (run, &outcome);
  bench_clear (bench);
}

/* Every rule must say what it finds and what it leaves alone. */
static void
check_coverage (Run *run, const BlRule *rule)
{
  const BlRuleSet *rules = run->bench.pipeline->rules;
  guint n_yes = 0, n_no = 0;
  for (guint i = 0; i < bl_rule_set_n_tests (rules); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (rules, i);
      n_yes += test->rule == rule && test->kind == BL_TEST_YES;
      n_no += test->rule == rule && test->kind == BL_TEST_NO;
    }
  BlTestOutcome outcome = { .rule = rule, .result = BL_TEST_FAILED, .file = rule->file, .line = rule->line };
  if (n_yes == 0)
    {
      outcome.what = "has no “yes” test, so it is not known to find anything";
      report (run, &outcome);
    }
  if (n_no == 0)
    {
      outcome.what = "has no “no” test, so it is not known to leave anything alone";
      report (run, &outcome);
    }
}

static void
run_examples (Run *run)
{
  const BlPipeline *pipeline = run->bench.pipeline;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GHashTable) packs = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_failed = 0;
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules) && run->selection != NULL; i++)
    {
      const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
      if (bl_rules_selected (run->selection, rule) && g_hash_table_add (packs, (gpointer) rule->pack))
        run->count.n_examples += bl_rule_set_run_examples (pipeline->rules, pipeline->finder, pipeline->text_lexicon,
                                                           rule->pack, problems, &n_failed);
    }
  if (run->selection == NULL)
    run->count.n_examples
        = bl_rule_set_run_examples (pipeline->rules, pipeline->finder, pipeline->text_lexicon, NULL, problems, &n_failed);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      const BlTestOutcome outcome
          = { .result = BL_TEST_FAILED, .file = problem->file, .line = problem->line, .what = problem->what };
      report (run, &outcome);
    }
}

BlRuleTestCount
bl_rule_tests_run (const BlPipeline *pipeline, GHashTable *selection, BlTestFunc func, gpointer user_data)
{
  const BlRuleSet *rules = pipeline->rules;
  g_autoptr (BlScanner) scanner = bl_scanner_new (rules);
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  g_autoptr (GString) detail = g_string_new (NULL);
  Run run = { .bench = { .pipeline = pipeline, .scanner = scanner, .claims = claims, .detail = detail },
              .selection = selection,
              .report = func,
              .user_data = user_data };
  for (guint i = 0; i < bl_rule_set_n_tests (rules); i++)
    if (bl_rules_selected (selection, bl_rule_set_test (rules, i)->rule))
      run_test (&run, bl_rule_set_test (rules, i));
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    if (bl_rules_selected (selection, bl_rule_set_rule (rules, i)))
      check_coverage (&run, bl_rule_set_rule (rules, i));
  run_examples (&run);
  return run.count;
}
