/* The tests that rules and fragments carry, as far as matching goes. */
#include <string.h>

#include "rules/set.h"

typedef struct
{
  const BlRuleSet *set;
  const BlMentionFinder *finder;
  const BlTextLexicon *lexicon;
  BlProblems *problems;
  BlScanner *scanner;
  BlRuleTestReport *report;
} Runner;

BlArticle *
bl_rule_test_article (const BlTextLexicon *lexicon, const char *text)
{
  gsize length = strlen (text);
  const BlBlockHint hint = { .span = bl_span (0, length), .kind = BL_BLOCK_PARAGRAPH };
  BlArticle *article = g_new0 (BlArticle, 1);
  article->id = g_strdup ("test");
  article->path = g_strdup ("test");
  article->file = g_strdup ("test");
  article->language = g_strdup ("en");
  article->document = bl_document_new (lexicon, g_strdup (text), length, NULL, 0, NULL, &hint, 1);
  return article;
}

void
bl_rule_test_article_free (BlArticle *article)
{
  if (article == NULL)
    return;
  bl_document_free ((BlDocument *) article->document);
  g_free (article->id);
  g_free (article->path);
  g_free (article->file);
  g_free (article->language);
  g_free (article);
}

static void fail (Runner *runner, const char *file, guint line, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
fail (Runner *runner, const char *file, guint line, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  runner->report->n_failed++;
  if (runner->problems != NULL)
    bl_problems_add (runner->problems, BL_PROBLEM_PARTIAL, file, line, 0, "%s", what);
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
static void
count_match (const BlMatch *match, gpointer user_data)
{
  (void) match;
  (*(guint *) user_data)++;
}

static guint
count_matches (Runner *runner, const BlRule *rule, const char *text)
{
  guint n = 0;
  BlArticle *article = bl_rule_test_article (runner->lexicon, text);
  BlMentions *mentions = bl_mentions_find (runner->finder, article);
  bl_scanner_run_rule (runner->scanner, rule, article, mentions, runner->problems, count_match, &n);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
  return n;
}

static gboolean
run_test (Runner *runner, const BlRuleTest *test)
{
  BlRuleTestReport *report = runner->report;
  if (test->kind == BL_TEST_CONFLICT)
    {
      report->n_conflict++;
      return FALSE;
    }
  guint n = count_matches (runner, test->rule, test->text[0]);
  switch (test->kind)
    {
    case BL_TEST_YES:
      report->n_yes++;
      if (n == 0)
        fail (runner, test->file, test->line, "%s: “yes” does not match: %s", test->rule->id, test->text[0]);
      break;
    case BL_TEST_NO:
      report->n_no++;
      if (n > 0)
        fail (runner, test->file, test->line, "%s: “no” matches: %s", test->rule->id, test->text[0]);
      break;
    default:
      report->n_todo++;
      /* With claims listed, a match alone is not yet a pass. */
      if (n > 0 && test->claims == 0)
        fail (runner, test->file, test->line, "%s: “todo” matches by now; make it a “yes”: %s", test->rule->id, test->text[0]);
      else if (n == 0 && runner->problems != NULL)
        bl_problems_add (runner->problems, BL_PROBLEM_NOTE, test->file, test->line, 0, "%s: todo: %s", test->rule->id,
                         test->text[0]);
    }
  return n > 0;
}

static void
run_rule (Runner *runner, const BlRuleEntry *rule, guint first, guint end)
{
  guint n_yes = 0;
  guint n_no = 0;
  gboolean fired = FALSE;
  for (guint i = first; i < end; i++)
    {
      const BlRuleTest *test = bl_rule_set_test (runner->set, i);
      n_yes += test->kind == BL_TEST_YES;
      n_no += test->kind == BL_TEST_NO;
      gboolean matched = run_test (runner, test);
      fired = fired || (matched && test->kind == BL_TEST_YES);
    }
  if (n_yes == 0)
    fail (runner, rule->file->path, rule->public.line, "%s: no “yes” test", rule->public.id);
  if (n_no == 0)
    fail (runner, rule->file->path, rule->public.line, "%s: no “no” test", rule->public.id);
  if (n_yes > 0 && !fired)
    fail (runner, rule->file->path, rule->public.line, "%s never matched in its own tests", rule->public.id);
}

static void
check_compiles (Runner *runner, const BlRuleEntry *rule)
{
  for (guint i = 0; i < rule->n_phrases + rule->n_unless; i++)
    {
      const BlPhrase *phrase = i < rule->n_phrases ? rule->phrases[i] : rule->unless[i - rule->n_phrases];
      BlPattern *pattern = bl_phrase_pattern (phrase);
      if (bl_pattern_code (pattern) == NULL)
        fail (runner, rule->file->path, rule->public.line, "%s: “%s”: PCRE2: %s", rule->public.id, phrase->text,
              pattern->error);
    }
}

static void
run_rules (Runner *runner)
{
  guint n_tests = bl_rule_set_n_tests (runner->set);
  guint first = 0;
  for (guint i = 0; i < bl_rule_set_n_rules (runner->set); i++)
    {
      const BlRule *rule = bl_rule_set_rule (runner->set, i);
      guint end = first;
      while (end < n_tests && bl_rule_set_test (runner->set, end)->rule == rule)
        end++;
      check_compiles (runner, bl_rule_entry (rule));
      run_rule (runner, bl_rule_entry (rule), first, end);
      first = end;
    }
}

/* --- fragments --------------------------------------------------------------------------------------------------- */
typedef struct
{
  const BlRuleFile *file;
  const BlFragment *fragment;
  BlPattern *whole;
  BlPattern *anywhere;
  BlMatcher matcher;
} Examples;

/* The whole text is the fragment, but for the quotation marks and the full stop of a sentence; or it stands anywhere in it. */
static BlPattern *
pattern_of (const BlFragment *fragment, const char *before, const char *after)
{
  BlExpansion expansion;
  bl_expansion_init (&expansion, FALSE);
  g_string_append (expansion.source, before);
  bl_expand_fragment (&expansion, fragment);
  g_string_append (expansion.source, after);
  return bl_pattern_new (g_string_free (expansion.source, FALSE), expansion.groups, FALSE, FALSE);
}

static gboolean
matches_example (Runner *runner, Examples *examples, BlPattern *pattern, const char *text)
{
  gboolean matched = FALSE;
  BlArticle *article = bl_rule_test_article (runner->lexicon, text);
  BlMentions *mentions = bl_mentions_find (runner->finder, article);
  BlShadow shadow;
  guint n = 0;
  bl_document_sentences (article->document, &n);
  bl_shadow_init (&shadow);
  for (guint i = 0; i < n && !matched; i++)
    if (bl_shadow_build (&shadow, article->document, mentions, i))
      matched = bl_matcher_find (&examples->matcher, pattern, shadow.text, shadow.length, 0) > 0;
  bl_shadow_clear (&shadow);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
  return matched;
}

static void
run_examples (Runner *runner, Examples *examples)
{
  const BlFragment *fragment = examples->fragment;
  const BlJson *json = examples->file->json;
  guint line = 0;
  bl_json_position (json, bl_json_item (json, fragment->item), &line, NULL);
  if (bl_pattern_code (examples->whole) == NULL)
    {
      fail (runner, examples->file->path, line, "fragment %s: PCRE2: %s", fragment->name, examples->whole->error);
      return;
    }
  for (guint i = 0; fragment->yes[i] != NULL; i++, runner->report->n_fragments++)
    if (!matches_example (runner, examples, examples->whole, fragment->yes[i]))
      fail (runner, examples->file->path, line, "fragment %s: “yes” does not match: %s", fragment->name, fragment->yes[i]);
  for (guint i = 0; fragment->no[i] != NULL; i++, runner->report->n_fragments++)
    if (matches_example (runner, examples, examples->anywhere, fragment->no[i]))
      fail (runner, examples->file->path, line, "fragment %s: “no” matches: %s", fragment->name, fragment->no[i]);
}

static void
run_fragments (Runner *runner, const char *pack)
{
  for (guint f = 0; f < runner->set->files->len; f++)
    {
      const BlRuleFile *file = g_ptr_array_index (runner->set->files, f);
      if (pack != NULL && g_strcmp0 (file->pack, pack) != 0)
        continue;
      for (guint i = 0; i < file->fragments->len; i++)
        {
          Examples examples = { .file = file, .fragment = g_ptr_array_index (file->fragments, i) };
          if (examples.fragment->yes[0] == NULL && examples.fragment->no[0] == NULL)
            continue;
          examples.whole = pattern_of (examples.fragment, "^", "[.]?$");
          examples.anywhere = pattern_of (examples.fragment, "(?!(?<=\\w)\\w)", "(?!(?<=\\w)\\w)");
          bl_matcher_init (&examples.matcher);
          run_examples (runner, &examples);
          bl_matcher_clear (&examples.matcher);
          bl_pattern_free (examples.whole);
          bl_pattern_free (examples.anywhere);
        }
    }
}

guint
bl_rule_set_run_examples (const BlRuleSet *set, const BlMentionFinder *finder, const BlTextLexicon *lexicon, const char *pack,
                          BlProblems *problems, guint *n_failed)
{
  BlRuleTestReport report = { 0 };
  Runner runner = { .set = set, .finder = finder, .lexicon = lexicon, .problems = problems, .report = &report };
  run_fragments (&runner, pack);
  *n_failed = report.n_failed;
  return report.n_fragments;
}

guint
bl_rule_set_run_tests (const BlRuleSet *set, const BlMentionFinder *finder, const BlTextLexicon *lexicon, BlProblems *problems,
                       BlRuleTestReport *report)
{
  BlRuleTestReport own = { 0 };
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  Runner runner
      = { .set = set, .finder = finder, .lexicon = lexicon, .problems = problems, .scanner = scanner, .report = &own };
  run_fragments (&runner, NULL);
  run_rules (&runner);
  if (report != NULL)
    *report = own;
  return own.n_failed;
}
