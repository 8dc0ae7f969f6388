#include "cli/rule_tests.h"

#include "cli/rules_select.h"

#include <string.h>

/* Tests are read as articles of one day; a Wednesday, so that weekdays fall on either side. */
#define TEST_DAY "2025-06-18"

/* One or two sentences as articles of two sources. */
typedef struct
{
  const BlPipeline *pipeline;
  BlScanner *scanner;
  BlSource sources[2];
  BlArticle *articles[2];
  GPtrArray *claims; /* BlArticleClaims * */
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
}

/* --- yes, no, todo ------------------------------------------------------------------------------------------------- */

/* The name of what an id stands for, "country/dk" → "Denmark"; NULL for what is no entity. */
static const char *
entity_name (const BlKnowledge *kb, const char *id)
{
  const char *slash = strchr (id, '/');
  if (slash == NULL)
    return NULL;
  if (g_str_has_prefix (id, "country/"))
    {
      const BlCountry *country = bl_knowledge_country (kb, slash + 1);
      return country != NULL ? country->name : NULL;
    }
  if (g_str_has_prefix (id, "org/"))
    {
      const BlOrganisation *organisation = bl_knowledge_organisation (kb, slash + 1);
      return organisation != NULL ? organisation->name : NULL;
    }
  if (g_str_has_prefix (id, "person/"))
    {
      const BlPerson *person = bl_knowledge_person (kb, slash + 1);
      return person != NULL ? person->name : NULL;
    }
  if (g_str_has_prefix (id, "treaty/"))
    {
      const BlTreaty *treaty = bl_knowledge_treaty (kb, slash + 1);
      return treaty != NULL ? treaty->names[0] : NULL;
    }
  return NULL;
}

static gboolean
argument_is (const BlKnowledge *kb, const BlArgument *argument, const char *wanted)
{
  if (strcmp (argument->value, wanted) == 0)
    return TRUE;
  g_autofree char *folded = bl_fold_letters (wanted, -1);
  const char *const forms[] = { argument->surface, argument->value, entity_name (kb, argument->value) };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *form = forms[i] != NULL ? bl_fold_letters (forms[i], -1) : NULL;
      if (g_strcmp0 (form, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_argument (const BlKnowledge *kb, const BlArgument *arguments, guint n, const char *name, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (arguments[i].name, name) == 0 && argument_is (kb, &arguments[i], wanted))
      return TRUE;
  return FALSE;
}

/* {"sender": "Poland", "polarity": "-"}: every member must hold of the claim. */
static gboolean
claim_is (const BlKnowledge *kb, const BlClaim *claim, const cJSON *wanted)
{
  static const char *const polarities[] = { "-", "?", "+" };
  const cJSON *member;
  cJSON_ArrayForEach (member, wanted)
  {
    if (!cJSON_IsString (member))
      return FALSE;
    const char *text = member->valuestring;
    gboolean holds;
    if (strcmp (member->string, "polarity") == 0)
      holds = strcmp (polarities[claim->polarity + 1], text) == 0;
    else if (strcmp (member->string, "value") == 0)
      holds = g_strcmp0 (claim->value.text, text) == 0 || g_strcmp0 (claim->value.surface, text) == 0;
    else if (strcmp (member->string, "certainty") == 0)
      holds = g_strcmp0 (claim->certainty.cue, text) == 0;
    else
      holds = has_argument (kb, claim->key, claim->n_key, member->string, text)
              || has_argument (kb, claim->others, claim->n_others, member->string, text);
    if (!holds)
      return FALSE;
  }
  return TRUE;
}

static guint
count_claims (const Bench *bench, const BlRule *rule, const cJSON *wanted)
{
  guint n = 0;
  for (guint a = 0; a < bench->claims->len; a++)
    {
      const GPtrArray *list = bl_article_claims_list (bench->claims->pdata[a]);
      for (guint i = 0; i < list->len; i++)
        {
          const BlClaim *claim = list->pdata[i];
          n += claim->rule == rule && (wanted == NULL || claim_is (bench->pipeline->kb, claim, wanted));
        }
    }
  return n;
}

/* What the rule made of the sentence, for a failure's line. Owned by the caller. */
static char *
describe_claims (const Bench *bench, const BlRule *rule)
{
  static const char *const polarities[] = { "-", "?", "+" };
  GString *out = g_string_new (NULL);
  const GPtrArray *list = bl_article_claims_list (bench->claims->pdata[0]);
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      if (claim->rule != rule)
        continue;
      g_autofree char *key = bl_claim_key_string (claim);
      g_string_append_printf (out, "%s%s %s", out->len > 0 ? "; " : "", key, polarities[claim->polarity + 1]);
      if (claim->value.kind != BL_VALUE_POLARITY)
        g_string_append_printf (out, " = %s", claim->value.text);
    }
  if (out->len == 0)
    g_string_append (out, "nothing");
  return g_string_free (out, FALSE);
}

static gboolean
claims_hold (const Bench *bench, const BlRuleTest *test)
{
  if (count_claims (bench, test->rule, NULL) == 0)
    return FALSE;
  const cJSON *wanted;
  cJSON_ArrayForEach (wanted, test->claims) if (count_claims (bench, test->rule, wanted) == 0) return FALSE;
  return TRUE;
}

/* --- conflict ------------------------------------------------------------------------------------------------------ */

static gboolean
is_conflict (const Bench *bench, const BlRule *rule)
{
  g_autoptr (BlOrigins) origins = bl_origins_find (bench->claims);
  const BlCompareInput input = { .kb = bench->pipeline->kb, .article_claims = bench->claims, .origins = origins };
  g_autoptr (BlComparisons) comparisons = bl_compare (&input);
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

/* --- all ------------------------------------------------------------------------------------------------------------ */

static gboolean
passes (Bench *bench, const BlRuleTest *test)
{
  switch (test->kind)
    {
    case BL_TEST_YES:
      return claims_hold (bench, test);
    case BL_TEST_NO:
      return count_claims (bench, test->rule, NULL) == 0;
    case BL_TEST_TODO:
      return !claims_hold (bench, test);
    case BL_TEST_CONFLICT:
      return is_conflict (bench, test->rule);
    }
  return FALSE;
}

static void
run_test (Bench *bench, const BlRuleTest *test, BlRuleTestCount *count, GString *out)
{
  static const char *const kinds[] = { "yes", "no", "todo", "conflict" };
  bench_add (bench, 0, test->text[0]);
  if (test->kind == BL_TEST_CONFLICT)
    bench_add (bench, 1, test->text[1]);
  const gboolean passed = passes (bench, test);
  if (test->kind == BL_TEST_TODO && passed)
    {
      count->n_todo++;
      g_string_append_printf (out, "%s:%u: todo: %s: “%s”\n", test->file, test->line, test->rule->id, test->text[0]);
    }
  else if (passed)
    count->n_passed++;
  else
    {
      count->n_failed++;
      g_autofree char *got = describe_claims (bench, test->rule);
      g_string_append_printf (out, "%s:%u: failed: %s: %s “%s”: %s %s\n", test->file, test->line, test->rule->id,
                              kinds[test->kind], test->text[0],
                              test->kind == BL_TEST_TODO ? "passes now, make it a yes; it says" : "it says", got);
    }
  bench_clear (bench);
}

/* Every rule must say what it finds and what it leaves alone. */
static void
check_coverage (const BlPipeline *pipeline, const BlRule *rule, BlRuleTestCount *count, GString *out)
{
  guint n_yes = 0, n_no = 0;
  for (guint i = 0; i < bl_rule_set_n_tests (pipeline->rules); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (pipeline->rules, i);
      n_yes += test->rule == rule && test->kind == BL_TEST_YES;
      n_no += test->rule == rule && test->kind == BL_TEST_NO;
    }
  if (n_yes > 0 && n_no > 0)
    return;
  count->n_failed++;
  g_string_append_printf (out, "%s:%u: failed: %s: has no “%s” test\n", rule->file, rule->line, rule->id,
                          n_yes == 0 ? "yes" : "no");
}

BlRuleTestCount
bl_rule_tests_run (const BlPipeline *pipeline, GHashTable *selection, GString *out)
{
  BlRuleTestCount count = { 0 };
  Bench bench = { .pipeline = pipeline };
  g_autoptr (BlScanner) scanner = bl_scanner_new (pipeline->rules);
  bench.scanner = scanner;
  bench.claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  for (guint i = 0; i < bl_rule_set_n_tests (pipeline->rules); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (pipeline->rules, i);
      if (bl_rules_selected (selection, test->rule))
        run_test (&bench, test, &count, out);
    }
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    if (bl_rules_selected (selection, bl_rule_set_rule (pipeline->rules, i)))
      check_coverage (pipeline, bl_rule_set_rule (pipeline->rules, i), &count, out);
  g_ptr_array_unref (bench.claims);
  return count;
}
