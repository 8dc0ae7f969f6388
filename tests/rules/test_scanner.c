/* Rules over articles: captures, overlaps, scope, exceptions, limits, threads. */
#include <string.h>

#include "rule_sets.h"
#include "shipped_finder.h"

static BlArticle *
new_article (const char *text, BlBlockKind kind)
{
  gsize length = strlen (text);
  const BlBlockHint hint = { .span = bl_span (0, length), .kind = kind };
  BlArticle *article = bl_rule_test_article (lexicon, "");
  bl_document_free ((BlDocument *) article->document);
  article->document = bl_document_new (lexicon, g_strdup (text), length, NULL, 0, NULL, &hint, 1);
  return article;
}

typedef struct
{
  GString *text;
  const BlDocument *document;
  const BlMentions *mentions;
} Listing;

/* "test/rule[+] x=country/pl,country/de y=“some words” c=red" a line. */
static void
list_match (const BlMatch *match, gpointer user_data)
{
  Listing *listing = user_data;
  g_autofree char *whole = bl_document_slice (listing->document, match->span);
  g_string_append_printf (listing->text, "%s%s “%s”", match->rule->id, match->negate ? " !" : "", whole);
  for (guint i = 0; i < match->n_captures; i++)
    {
      const BlCapture *capture = &match->captures[i];
      g_autofree char *slice = bl_document_slice (listing->document, capture->span);
      g_string_append_printf (listing->text, " %s=", capture->name);
      for (guint m = 0; m < capture->n_mentions; m++)
        {
          const char *id = bl_mentions_get (listing->mentions, capture->mentions[m])->id;
          g_string_append_printf (listing->text, "%s%s", m > 0 ? "," : "", id != NULL ? id : "-");
        }
      if (capture->n_mentions == 0)
        g_string_append_printf (listing->text, "“%s”", slice);
      if (capture->enum_value != NULL)
        g_string_append_printf (listing->text, "(%s)", capture->enum_value);
    }
  g_string_append_c (listing->text, '\n');
}

static char *
scan_block (BlScanner *scanner, const char *text, BlBlockKind kind, BlProblems *problems)
{
  BlArticle *article = new_article (text, kind);
  BlMentions *mentions = bl_mentions_find (finder, article);
  Listing listing = { .text = g_string_new (NULL), .document = article->document, .mentions = mentions };
  bl_scanner_run (scanner, article, mentions, problems, list_match, &listing);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
  return g_string_free (listing.text, FALSE);
}

static char *
scan (const char *phrases, const char *more, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRuleSet) set = load_phrase (phrases, more, &error);
  g_assert_no_error (error);
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  return scan_block (scanner, text, BL_BLOCK_PARAGRAPH, NULL);
}

static void
test_captures (void)
{
  static const struct
  {
    const char *phrases;
    const char *text;
    const char *matches;
  } table[] = {
    { "{x:country} will [not] send troops to {y:place}", "In spring Poland won't send troops to Kyiv, it says.",
      "test/rule “Poland won't send troops to Kyiv” x=country/pl y=country/ua\n" },
    { "{x:country} signed", "Then Britain, France and the United States signed.",
      "test/rule “Britain, France and the United States signed” x=country/gb,country/fr,country/us\n" },
    { "{x:country} {c:colour}", "When Poland is red and Poland crimson and Poland “blue” today.",
      "test/rule “Poland crimson” x=country/pl c=“crimson”(red)\ntest/rule “Poland “blue” x=country/pl c=“blue”(blue)\n" },
    { "called {what:thing} by {x:country}", "It was called “Steadfast Defender” by Poland.",
      "test/rule “called “Steadfast Defender” by Poland” what=“Steadfast Defender” x=country/pl\n" },
    { "! {x:country} ruled out\", \"{x:country} allowed", "When Poland ruled out war, Spain allowed it.",
      "test/rule ! “Poland ruled out” x=country/pl\ntest/rule “Spain allowed” x=country/es\n" },
    /* of two that overlap the longer is kept, whichever phrase found it */
    { "{x:country} sent\", \"{x:country} sent [some] troops", "In May Poland sent some troops and Spain sent gifts.",
      "test/rule “Poland sent some troops” x=country/pl\ntest/rule “Spain sent” x=country/es\n" },
    { "troops to {x:country}\", \"{y:country} sent troops", "In May Poland sent troops to Spain.",
      "test/rule “Poland sent troops” y=country/pl\n" },
    { "the red", "Then the\n  red one, the red two.", "test/rule “the\n  red”\ntest/rule “the red”\n" },
    { "zzz", "Then none.", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = scan (table[i].phrases, "", table[i].text);
      g_test_message ("%s", table[i].phrases);
      g_assert_cmpstr (found, ==, table[i].matches);
    }
}

static void
test_scope (void)
{
  static const struct
  {
    const char *scope;
    const char *text;
    BlBlockKind kind;
    gboolean matches;
  } table[] = {
    { "", "Will they send troops?", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-question", "Will they send troops?", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-question", "“Will they send troops?”", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-question", "They send troops.", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-quote", "He said: “They send troops today.”", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-quote", "He said “yes” and they send troops today.", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-condition", "If asked, they send troops.", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-condition", "And if asked, they send troops.", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-condition", "They send troops if asked.", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-condition", "Nobody knows whether they send troops.", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-condition", "Nobody knows whether, but they send troops.", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-condition", "They would send troops.", BL_BLOCK_PARAGRAPH, FALSE },
    { "not-condition", "He would go, they send troops.", BL_BLOCK_PARAGRAPH, TRUE },
    { "not-headline", "Allies send troops", BL_BLOCK_HEADLINE, FALSE },
    { "not-headline", "Allies send troops", BL_BLOCK_SUBHEADING, FALSE },
    { "not-headline", "Allies send troops", BL_BLOCK_DECK, TRUE },
    { "", "Allies send troops", BL_BLOCK_HEADLINE, TRUE },
    { "", "Allies send troops", BL_BLOCK_BOILERPLATE, FALSE },
    { "", "Allies send troops.", BL_BLOCK_CAPTION, FALSE },
    { "boilerplate-too", "Allies send troops", BL_BLOCK_BOILERPLATE, TRUE },
    { "boilerplate-too", "Allies send troops.", BL_BLOCK_CAPTION, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *more = *table[i].scope != '\0' ? g_strdup_printf (", \"scope\": \"%s\"", table[i].scope) : g_strdup ("");
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_phrase ("send troops", more, &error);
      g_assert_no_error (error);
      g_autoptr (BlScanner) scanner = bl_scanner_new (set);
      g_autofree char *found = scan_block (scanner, table[i].text, table[i].kind, NULL);
      g_test_message ("%s: %s", table[i].scope, table[i].text);
      g_assert_cmpint (*found != '\0', ==, table[i].matches);
    }
}

static void
test_unless_and_case (void)
{
  const char *unless = ", \"unless\": [\"if\", \"{country} objects\"]";
  g_autofree char *plain = scan ("send troops", unless, "They send troops.");
  g_assert_cmpstr (plain, ==, "test/rule “send troops”\n");
  g_autofree char *excepted = scan ("send troops", unless, "They send troops if asked.");
  g_assert_cmpstr (excepted, ==, "");
  g_autofree char *typed = scan ("send troops", unless, "They send troops and Poland objects.");
  g_assert_cmpstr (typed, ==, "");
  g_autofree char *elsewhere = scan ("send troops", unless, "They send troops. What if not?");
  g_assert_cmpstr (elsewhere, ==, "test/rule “send troops”\n");
  g_autofree char *cased = scan ("send Array", ", \"case\": true", "They send array. They send Array. They Send Array.");
  g_assert_cmpstr (cased, ==, "test/rule “send Array”\n");
}

/* Messages of reports. */
static void
keep_filled (const BlMatch *match, gpointer user_data)
{
  Listing *listing = user_data;
  g_autofree char *filled = bl_rule_fill (match->rule->message, match, listing->document);
  g_string_append (listing->text, filled);
}

static void
test_fill (void)
{
  g_autoptr (GError) error = NULL;
  const char *pack = "{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"enum\": { \"red\": [\"crimson\"] } "
                     "} }, \"rules\": [ { \"id\": \"a/b\", \"title\": \"t\","
                     " \"report\": { \"finding\": \"c/d\", \"message\": \"“{match}”: {x} is {c}{y}\" }, \"phrases\": "
                     "[\"{x:country} is {c:colour} [{y:org}]\"] } ] }";
  g_autoptr (BlRuleSet) set = load_text (pack, strlen (pack), NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  BlArticle *article = new_article ("Even now Poland\n   is crimson.", BL_BLOCK_PARAGRAPH);
  BlMentions *mentions = bl_mentions_find (finder, article);
  Listing listing = { .text = g_string_new (NULL), .document = article->document };
  bl_scanner_run (scanner, article, mentions, NULL, keep_filled, &listing);
  g_assert_cmpstr (listing.text->str, ==, "“Poland is crimson”: Poland is red");
  g_assert_null (bl_rule_fill (NULL, NULL, NULL));
  g_string_free (listing.text, TRUE);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
}

static void
test_trace (void)
{
  static const struct
  {
    const char *phrase;
    const char *more;
    const char *text;
    const char *trace;
  } table[] = {
    { "{x:country} will [not] send ... troops", "", "Then Poland will not send them troops.",
      "matches “⟨country/pl⟩ will not send them troops”" },
    { "{x:country} will [not] send ... troops", "", "Then Poland will not move troops.",
      "as far as “⟨country/pl⟩ will not”, then send does not follow" },
    { "{x:country} will [not] send ... troops", "", "Then Poland will send for the many more than ten troops.",
      "as far as “⟨country/pl⟩ will send”, then troops does not follow" },
    { "{x:country} will", "", "They will.", "{x:country} is not there" },
    { "we will$", "", "Then we will go.", "as far as “we will”, then the end of the sentence does not follow" },
    { "we will", ", \"scope\": \"not-question\"", "Then we will?",
      "matches “we will”, but not where this rule applies (scope)" },
    { "we will", ", \"unless\": \"if\"", "Then we will if asked.", "matches “we will”, but unless “if”" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (BlRuleSet) set = load_phrase (table[i].phrase, table[i].more, NULL);
      BlArticle *article = new_article (table[i].text, BL_BLOCK_PARAGRAPH);
      BlMentions *mentions = bl_mentions_find (finder, article);
      g_autofree char *trace = bl_rule_trace (bl_rule_set_rule (set, 0), article, mentions, 0);
      g_test_message ("%s", trace);
      g_assert_nonnull (strstr (trace, table[i].trace));
      bl_mentions_free (mentions);
      bl_rule_test_article_free (article);
    }
}

/* --- limits ------------------------------------------------------------------------------------------------------ */
/* Much to try before a "%" that does not follow it, so that the rules below are asked. */
static char *
long_sentence (guint n)
{
  g_autofree char *letters = g_strnfill (n, 'a');
  return g_strdup_printf ("It is %s: %%.", letters);
}

/* Asked again and again: first of the interpreter, then of machine code. Rule, sentence and limit are named each time. */
static void
check_limit (const char *regex, const char *text, const char *limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlRuleSet) set = load_regex (regex, &error);
  g_assert_no_error (error);
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  for (guint i = 0; i < 2 * BL_JIT_AFTER; i++)
    {
      g_autoptr (BlProblems) problems = bl_problems_new ();
      g_autofree char *found = scan_block (scanner, text, BL_BLOCK_PARAGRAPH, problems);
      g_assert_cmpstr (found, ==, "");
      g_assert_true (bl_problems_any_partial (problems));
      const BlProblem *problem = g_ptr_array_index (bl_problems_list (problems), 0);
      g_test_message ("%s", problem->what);
      g_assert_cmpstr (problem->file, ==, "test");
      g_assert_cmpuint (problem->line, ==, 1);
      g_assert_cmpuint (problem->column, ==, 1);
      g_assert_nonnull (strstr (problem->what, "test/rule"));
      g_assert_nonnull (strstr (problem->what, "pack.json:2"));
      g_assert_nonnull (strstr (problem->what, limit));
    }
}

/* Two ways to read each of some words. */
static void
test_limit_of_steps (void)
{
  check_limit ("(?: \\\\w+ [ ]? )+ %", "It is aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbb ccc ccc cc: %.",
               "the limit of steps");
}

/* Each letter is one level more, before many ways are tried. */
static void
test_limit_of_depth (void)
{
  g_autofree char *text = long_sentence (BL_LIMIT_PCRE2_DEPTH + 1000);
  check_limit ("(?: a | a )+ [ ]? %", text, "the limit of depth");
}

/* Every level keeps the places of all groups. */
static void
test_limit_of_memory (void)
{
  const guint n_groups = 400;
  g_autofree char *text = long_sentence (BL_LIMIT_PCRE2_HEAP_KIB * 1024 / (n_groups * 2 * sizeof (gsize)) + 500);
  g_autoptr (GString) regex = g_string_new ("(?: a | a");
  for (guint i = 0; i < n_groups; i++)
    g_string_append (regex, " | (b)");
  g_string_append (regex, " )+ [ ]? %");
  check_limit (regex->str, text, "the limit of memory");
}

static void
test_too_many_matches (void)
{
  g_autoptr (BlRuleSet) set = load_regex ("a", NULL);
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autofree char *text = g_strnfill (2000, 'a');
  g_free (scan_block (scanner, text, BL_BLOCK_PARAGRAPH, problems));
  g_assert_true (bl_problems_any_partial (problems));
}

/* Empty matches, look-behind, \K and \G do not stop the scan or run backwards. */
static void
test_odd_regexes (void)
{
  static const char *const regexes[]
      = { "x*", "^", "(?=a)", "a\\\\K", "(?<=a)b*", "\\\\G.", "\\\\b", "(?|(a)|(b))(*ACCEPT)c", "(*SKIP)a" };
  for (gsize i = 0; i < G_N_ELEMENTS (regexes); i++)
    {
      g_autoptr (BlRuleSet) set = load_regex (regexes[i], NULL);
      g_autoptr (BlScanner) scanner = bl_scanner_new (set);
      g_autofree char *found = scan_block (scanner, "Äb ab ab, ab.", BL_BLOCK_PARAGRAPH, NULL);
      g_assert_nonnull (found);
    }
}

/* --- the shipped rules over much text ---------------------------------------------------------------------------- */
/* Sentences of all embedded tests as one article: what the rules are made for. */
static char *
all_test_sentences (const BlRuleSet *set)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < bl_rule_set_n_tests (set); i++)
    for (guint s = 0; s < 2 && bl_rule_set_test (set, i)->text[s] != NULL; s++)
      g_string_append_printf (text, "%s\n\n", bl_rule_set_test (set, i)->text[s]);
  return g_string_free (text, FALSE);
}

static BlRuleSet *
load_shipped (void)
{
  const char *const packs[] = { BL_RULES_DIR "/packs", NULL };
  g_autoptr (GError) error = NULL;
  BlRuleSet *set = bl_rule_set_load (packs, NULL, &error);
  g_assert_no_error (error);
  return set;
}

static char *
scan_all (BlRuleSet *set, const char *text)
{
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  return scan_block (scanner, text, BL_BLOCK_PARAGRAPH, NULL);
}

/* Without needs every phrase is asked about every sentence: the prefilter must not lose a match. */
static void
test_prefilter_property (void)
{
  g_autoptr (BlRuleSet) set = load_shipped ();
  g_autofree char *text = all_test_sentences (set);
  g_autofree char *filtered = scan_all (set, text);
  bl_prefilter_free (set->prefilter);
  set->prefilter = bl_prefilter_new_open (set->phrases->len);
  g_autofree char *all = scan_all (set, text);
  g_assert_cmpstr (filtered, ==, all);
  g_assert_cmpuint (strlen (all), >, 1000);
}

typedef struct
{
  BlRuleSet *set;
  const char *text;
} Job;

static gpointer
scan_in_thread (gpointer data)
{
  const Job *job = data;
  return scan_all (job->set, job->text);
}

/* Threads that compile and translate the same patterns at once find the same. */
static void
test_threads (void)
{
  g_autoptr (BlRuleSet) set = load_shipped ();
  g_autofree char *text = all_test_sentences (set);
  Job job = { .set = set, .text = text };
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("scan", scan_in_thread, &job);
  g_autofree char *expected = scan_all (set, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_counts (void)
{
  g_autoptr (BlRuleSet) set = load_phrase ("{x:country} will send troops", "", NULL);
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  guint64 asked = 9;
  guint64 matched = 9;
  bl_scanner_counts (scanner, &asked, &matched);
  g_assert_cmpuint (asked + matched, ==, 0);
  g_free (scan_block (scanner,
                      "Troops came. They will send troops. For now Poland will send troops. Troops that Poland will send.",
                      BL_BLOCK_PARAGRAPH, NULL));
  bl_scanner_counts (scanner, &asked, &matched);
  g_assert_cmpuint (asked, ==, 1); /* the last has all the words, in another order */
  g_assert_cmpuint (matched, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_finder ();
  g_test_add_func ("/scanner/captures", test_captures);
  g_test_add_func ("/scanner/scope", test_scope);
  g_test_add_func ("/scanner/unless-and-case", test_unless_and_case);
  g_test_add_func ("/scanner/fill", test_fill);
  g_test_add_func ("/scanner/trace", test_trace);
  g_test_add_func ("/scanner/limit/steps", test_limit_of_steps);
  g_test_add_func ("/scanner/limit/depth", test_limit_of_depth);
  g_test_add_func ("/scanner/limit/memory", test_limit_of_memory);
  g_test_add_func ("/scanner/too-many-matches", test_too_many_matches);
  g_test_add_func ("/scanner/odd-regexes", test_odd_regexes);
  g_test_add_func ("/scanner/counts", test_counts);
  g_test_add_func ("/scanner/prefilter/property", test_prefilter_property);
  g_test_add_func ("/scanner/threads", test_threads);
  return run_with_finder ();
}
