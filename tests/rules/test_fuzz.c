/* Rule files come from others: whatever they hold, loading ends with a rule set or with complaints, and scanning ends. Packs are
 * mutated at random, from a fixed seed; BELIE_FUZZ_ROUNDS=N asks for more. */
#include <string.h>

#include "rule_sets.h"
#include "shipped_finder.h"

static const char *const parts[] = {
  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  "|",
  "~",
  "!",
  "^",
  "$",
  "...",
  "...5",
  " ",
  "  ",
  ",",
  "'s",
  "\\\"",
  "\\\\",
  "\\u0000",
  "\\u00e9",
  "é",
  "\xF0\x9F\x98\x80",
  "{x:country}",
  "{x:country|org}",
  "{y:thing}",
  "{z:quote}",
  "?",
  "... ,",
  "(,|b)",
  "\"unit\": \"km\"",
  "\"tolerance\": 0.1",
  "\"language\": \"de\"",
  "{modal}",
  "{say}",
  "{a}",
  "{b}",
  "[{x:place}]",
  "(a|b|{a})",
  "~send",
  "%{x:country}",
  "%{",
  "(?:",
  "(?<n>",
  "\\\\w+",
  "(a+)+",
  "[^a]",
  "{0,3}",
  "\\\\b",
  "\\\\K",
  "(?=",
  "(*ACCEPT)",
  "(?R)",
  "#",
  "\\n",
  "word",
  "send troops",
  "\"any\"",
  "\"enum\"",
  "\"regex\"",
  "\"unless\"",
  "null",
  "[]",
  "{}",
  "1e99",
  "-1",
  "true",
  "\"key\": [\"x\"]",
  "\"value\": \"x\"",
};

static const char base[]
    = "{ \"format\": 1, \"pack\": \"test\", \"fragments\": {\n"
      "  \"a\": { \"any\": [\"send\", \"{modal} [not] send\", \"~deploy\"], \"yes\": [\"send\"], \"no\": [\"sender\"] },\n"
      "  \"b\": { \"enum\": { \"red\": [\"red\", \"{a} it\"], \"blue\": [\"blue (a|b)\"] } } },\n"
      "  \"rules\": [\n"
      "  { \"id\": \"test/one\", \"title\": \"t\", \"claim\": { \"predicate\": \"p\", \"key\": [\"x\"], \"value\": "
      "\"polarity\", \"window\": \"60d\" },\n"
      "    \"phrases\": [\"{x:country|org} {modal} [not] {a} [{n:quantity}] ... troops\", \"! ^{x:country} ruled [{b}] out$\", "
      "\"[one] {x:person} {c:b} {t:thing}\", \"? {x:country} said {z:quote} ... , {a}\"],\n"
      "    \"unless\": [\"if\", \"{country} objects\"], \"scope\": [\"not-quote\", \"not-condition\"], \"conflict\": { "
      "\"severity\": \"error\", \"confidence\": 0.8 },\n"
      "    \"tests\": [ { \"yes\": \"Poland will not send 500 troops.\", \"claims\": [{ \"x\": \"Poland\" }] }, { \"no\": "
      "\"Poland sent gifts.\" },\n"
      "               { \"conflict\": [\"Poland will send troops.\", \"Poland will not send troops.\"] }, { \"todo\": \"x\" } "
      "] },\n"
      "  { \"id\": \"test/two\", \"title\": \"t\", \"report\": { \"finding\": \"a/b\", \"message\": \"{match} {x}\", "
      "\"instead\": \"{x}\" },\n"
      "    \"regex\": [\"%{x:country} [ ] \\\\w+ # words\", \"(?: [ ] %{a} )* (?<y> troops )\"], \"regex_why\": \"w\" },\n"
      "  { \"id\": \"test/three\", \"title\": \"t\", \"report\": { \"finding\": \"a/b\", \"message\": \"m\" },\n"
      "    \"regex\": [\"\\\\b (?: send | rule[sd]? [ ] out ) s? [ ] (?=\\\\w) (?i:any|the) [ ]+ \\\\w* troops? \"], "
      "\"regex_why\": \"w\" } ] }\n";

static const char article_text[]
    = "Poland will not send 500 troops to Ukraine, Emmanuel Macron said. “Germany and France ruled it out.” If NATO sends "
      "soldiers in May, Poland may send one "
      "hundred troops.\n\nThe Kremlin ruled out any troops. word word word word a a a a a a a a a a send troops it troops.";

static void
mutate (GRand *rand, GString *text)
{
  guint n = (guint) g_rand_int_range (rand, 1, 5);
  for (guint i = 0; i < n; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
      gsize length = (gsize) g_rand_int_range (rand, 1, 12);
      const char *part = parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))];
      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          g_string_erase (text, (gssize) at, (gssize) MIN (length, text->len - at));
          break;
        case 1: /* a piece of itself, elsewhere */
          {
            gsize from = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
            g_autofree char *piece = g_strndup (text->str + from, MIN (4 * length, text->len - from));
            g_string_insert (text, (gssize) at, piece);
            break;
          }
        case 2:
          text->str[at] = (char) g_rand_int_range (rand, 1, 256);
          break;
        default:
          g_string_insert (text, (gssize) at, part);
        }
      if (text->len == 0)
        g_string_append (text, "{");
    }
}

typedef struct
{
  const BlDocument *document;
  guint n;
  gsize sum; /* of all places: equal scans have equal sums */
} Found;

static void
add_match (const BlMatch *match, gpointer user_data)
{
  Found *found = user_data;
  const BlDocument *document = found->document;
  gsize length = 0;
  found->n++;
  found->sum = found->sum * 31 + match->span.start * 7 + match->span.end;
  bl_document_text (document, &length);
  g_assert_cmpuint (match->span.start, <=, match->span.end);
  g_assert_cmpuint (match->span.end, <=, length);
  for (guint i = 0; i < match->n_captures; i++)
    g_assert_cmpuint (match->captures[i].span.end, <=, length);
  g_free (bl_rule_fill (match->rule->message, match, document));
}

/* Without a prefilter the same is found. */
static void
check_prefilter (BlRuleSet *set, const BlArticle *article, const BlMentions *mentions, const Found *filtered)
{
  BlPrefilter *whole = bl_prefilter_new_open (set->phrases->len);
  BlPrefilter *own = set->prefilter;
  set->prefilter = whole;
  BlScanner *scanner = bl_scanner_new (set);
  Found found = { .document = article->document };
  bl_scanner_run (scanner, article, mentions, NULL, add_match, &found);
  bl_scanner_free (scanner);
  set->prefilter = own;
  bl_prefilter_free (whole);
  g_assert_cmpuint (found.n, ==, filtered->n);
  g_assert_cmpuint (found.sum, ==, filtered->sum);
}

static void
try_pack (const char *text, gsize length, const BlArticle *article, const BlMentions *mentions, guint *n_loaded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlRuleSet) set = load_text (text, length, problems, &error);
  g_assert_true ((set == NULL) == (error != NULL));
  g_assert_true ((set == NULL) == bl_problems_any_partial (problems));
  if (set == NULL)
    return;
  (*n_loaded)++;
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  Found found = { .document = article->document };
  bl_scanner_run (scanner, article, mentions, problems, add_match, &found);
  check_prefilter (set, article, mentions, &found);
  bl_rule_set_run_tests (set, finder, lexicon, problems, NULL);
  bl_rule_set_check (set, problems);
  for (guint i = 0; i < bl_rule_set_n_rules (set); i++)
    g_free (bl_rule_explain (set, bl_rule_set_rule (set, i)));
}

static void
test_mutated_packs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210817);
  const char *asked = g_getenv ("BELIE_FUZZ_ROUNDS");
  guint rounds = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : 400;
  BlArticle *article = bl_rule_test_article (lexicon, article_text);
  BlMentions *mentions = bl_mentions_find (finder, article);
  guint n_loaded = 0;
  try_pack (base, strlen (base), article, mentions, &n_loaded);
  g_assert_cmpuint (n_loaded, ==, 1);
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GString) text = g_string_new (base);
      mutate (rand, text);
      try_pack (text->str, text->len, article, mentions, &n_loaded);
    }
  g_test_message ("%u of %u packs loaded", n_loaded, rounds);
  g_assert_cmpuint (n_loaded, >, rounds / 40);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
}

/* Phrases alone, put together at random: what loads also compiles, and its size was bounded beforehand. */
static void
test_random_phrases (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_loaded = 0;
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GString) phrase = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 1, 9);
      for (guint p = 0; p < n; p++)
        g_string_append_printf (phrase, "%s%s", parts[g_rand_int_range (rand, 0, 34)], g_rand_boolean (rand) ? " " : "");
      g_autofree char *pack = g_strdup_printf (
          "{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"a\": { \"any\": [\"send\"] }, \"b\": { \"any\": [\"{a} "
          "it\"] } }, \"rules\": [ { \"id\": \"a/b\","
          " \"title\": \"t\", \"report\": { \"finding\": \"c/d\", \"message\": \"m\" }, \"phrases\": [\"%s\"] } ] }",
          phrase->str);
      g_autoptr (BlRuleSet) set = load_text (pack, strlen (pack), NULL, NULL);
      if (set == NULL)
        continue;
      n_loaded++;
      const BlPhrase *it = g_ptr_array_index (set->phrases, 0);
      BlPattern *pattern = bl_phrase_pattern (it);
      g_test_message ("%s", it->text);
      g_autoptr (BlArena) arena = bl_arena_new ();
      g_assert_cmpuint (strlen (pattern->source), <=, facts_of (it, arena).size + 64);
      g_assert_nonnull (bl_pattern_code (pattern));
    }
  g_assert_cmpuint (n_loaded, >, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_finder ();
  g_test_add_func ("/fuzz/packs", test_mutated_packs);
  g_test_add_func ("/fuzz/phrases", test_random_phrases);
  return run_with_finder ();
}
