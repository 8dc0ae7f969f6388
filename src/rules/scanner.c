/* Runs the rules over the sentences of an article: prefilter, PCRE2, scope, "unless", overlaps.
 *
 * The prefilter reads the shadows of the whole article at once; PCRE2 is asked about the slice of one sentence. */
#include <string.h>
#include <time.h>

#include "rules/matches.h"
#include "rules/scope.h"

/* A phrase that matches more often in one sentence is damage (or an attack): each match costs up to a limit of PCRE2. */
#define MATCHES_PER_SENTENCE 256

struct BlScanner
{
  const BlRuleSet *set;
  BlPrefilterState *prefilter;
  BlMatcher matcher;
  BlMatcher unless;   /* of its own, so that the vector of the match stays */
  BlShadows *shadows; /* of bl_scanner_run() */
  GArray *sentences;  /* BlShadow, views of the shadows being read */
  GArray *matches;    /* BlMatch of one rule in one sentence */
  guint64 asked;
  guint64 matched;
  gboolean any_boilerplate; /* some rule also reads boilerplate */
  BlRuleCost *costs;        /* a rule each; NULL: not measured */
};

/* One run. */
typedef struct
{
  BlScanner *scanner;
  const BlArticle *article;
  const BlShadow *shadow; /* the sentence at hand */
  BlProblems *problems;
  BlMatchFunc found;
  gpointer user_data;
  const BlRuleEntry *only; /* NULL: all rules */
} Run;

BlScanner *
bl_scanner_new (const BlRuleSet *set)
{
  BlScanner *scanner = g_new0 (BlScanner, 1);
  scanner->set = set;
  scanner->prefilter = bl_prefilter_state_new (set->prefilter);
  bl_matcher_init (&scanner->matcher);
  bl_matcher_init (&scanner->unless);
  scanner->shadows = bl_shadows_new ();
  scanner->sentences = g_array_new (FALSE, FALSE, sizeof (BlShadow));
  scanner->matches = g_array_new (FALSE, FALSE, sizeof (BlMatch));
  for (guint i = 0; i < set->rules->len; i++)
    scanner->any_boilerplate |= (bl_rule_set_rule (set, i)->scope & BL_SCOPE_BOILERPLATE_TOO) != 0;
  return scanner;
}

void
bl_scanner_free (BlScanner *scanner)
{
  if (scanner == NULL)
    return;
  bl_prefilter_state_free (scanner->prefilter);
  bl_matcher_clear (&scanner->matcher);
  bl_matcher_clear (&scanner->unless);
  bl_shadows_free (scanner->shadows);
  g_array_unref (scanner->sentences);
  g_array_unref (scanner->matches);
  g_free (scanner->costs);
  g_free (scanner);
}

void
bl_scanner_counts (const BlScanner *scanner, guint64 *asked, guint64 *matched)
{
  *asked = scanner->asked;
  *matched = scanner->matched;
}

void
bl_scanner_measure (BlScanner *scanner)
{
  if (scanner->costs == NULL)
    scanner->costs = g_new0 (BlRuleCost, scanner->set->rules->len + 1);
}

BlRuleCost
bl_scanner_cost (const BlScanner *scanner, const BlRule *rule)
{
  return scanner->costs != NULL ? scanner->costs[bl_rule_entry (rule)->number] : (BlRuleCost){ 0 };
}

static void
report_limit (const Run *run, const BlRuleEntry *rule, const BlPattern *pattern, const char *what)
{
  guint n = 0;
  const BlSentence *sentence = &bl_document_sentences (run->article->document, &n)[run->shadow->sentence];
  BlLocation at = bl_document_locate (run->article->document, sentence->span);
  if (run->problems == NULL)
    return;
  bl_problems_add (run->problems, BL_PROBLEM_PARTIAL, run->article->file, at.line, at.column,
                   "rule %s (%s:%u) %s; the rule skipped this sentence", rule->public.id, rule->public.file, rule->public.line,
                   pattern->error != NULL ? pattern->error : what);
}

static gboolean
is_excepted (const Run *run, const BlRuleEntry *rule)
{
  BlMatcher *matcher = &run->scanner->unless;
  for (guint i = 0; i < rule->n_unless; i++)
    {
      BlPattern *pattern = bl_phrase_pattern (rule->unless[i]);
      int result = bl_matcher_find (matcher, pattern, run->shadow->text, run->shadow->length, 0);
      if (result < 0)
        {
          g_autofree char *what = g_strdup_printf ("ran into %s in “unless”", matcher->limit);
          report_limit (run, rule, pattern, what);
        }
      if (result != 0)
        return TRUE;
    }
  return FALSE;
}

static gsize
next_character (const BlShadow *shadow, gsize at)
{
  return at < shadow->length ? (gsize) (g_utf8_next_char (shadow->text + at) - shadow->text) : at + 1;
}

/* TRUE when a mark that combines with a letter stands at an end: "salt" in "salt̂y". To PCRE2 the word ends before the mark (before
 * 10.43), to a reader it does not. Only the ends of a match are in question: inside of it words stand between spaces and signs. */
static gboolean
cuts_character (const BlShadow *shadow, gsize start, gsize end)
{
  if (end < shadow->length && (guchar) shadow->text[end] >= 0x80 && g_unichar_ismark (g_utf8_get_char (shadow->text + end)))
    return TRUE;
  return start > 0 && (guchar) shadow->text[start - 1] >= 0x80
         && g_unichar_ismark (g_utf8_get_char (g_utf8_prev_char (shadow->text + start)));
}

/* Keeps what the matcher found when it is in scope. */
static gboolean
keep_match (const Run *run, const BlRuleEntry *rule, guint phrase)
{
  GArray *matches = run->scanner->matches;
  const BlMatcher *matcher = &run->scanner->matcher;
  guint n = 0;
  const gsize *vector = bl_matcher_vector (matcher, &n);
  const guint last = matches->len;
  g_array_set_size (matches, last + 1);
  const gboolean whole = rule->phrases[phrase]->is_regex || !cuts_character (run->shadow, vector[0], vector[1]);
  if (whole && bl_match_fill (&g_array_index (matches, BlMatch, last), rule, phrase, matcher, run->shadow)
      && !bl_scope_excludes (rule, run->article->document, run->shadow, vector[0], vector[1]))
    return TRUE;
  g_array_set_size (matches, last);
  return FALSE;
}

/* Adds the matches of a phrase in the sentence to scanner->matches; TRUE when there are any. */
static gboolean
find_phrase (const Run *run, const BlRuleEntry *rule, guint phrase)
{
  BlMatcher *matcher = &run->scanner->matcher;
  const BlShadow *shadow = run->shadow;
  BlPattern *pattern = bl_phrase_pattern (rule->phrases[phrase]);
  guint n_found = 0;
  gboolean matched = FALSE;
  for (gsize start = 0; start <= shadow->length;)
    {
      int result = bl_matcher_find (matcher, pattern, shadow->text, shadow->length, start);
      if (result < 0)
        {
          g_autofree char *what = g_strdup_printf ("ran into %s", matcher->limit);
          report_limit (run, rule, pattern, what);
        }
      else if (result > 0 && ++n_found > MATCHES_PER_SENTENCE)
        report_limit (run, rule, pattern, "matches one sentence too often");
      if (result <= 0 || n_found > MATCHES_PER_SENTENCE)
        break;
      matched = keep_match (run, rule, phrase) || matched;
      guint n = 0;
      const gsize *vector = bl_matcher_vector (matcher, &n);
      start = vector[1] > MAX (vector[0], start) ? vector[1] : next_character (shadow, MAX (start, vector[1]));
    }
  return matched;
}

static guint64
now (void)
{
  struct timespec time;
  clock_gettime (CLOCK_MONOTONIC, &time);
  return (guint64) time.tv_sec * 1000000000 + (guint64) time.tv_nsec;
}

static void
ask_phrase (const Run *run, const BlRuleEntry *rule, guint phrase)
{
  BlScanner *scanner = run->scanner;
  BlRuleCost *cost = scanner->costs != NULL ? &scanner->costs[rule->number] : NULL;
  guint64 start = cost != NULL ? now () : 0;
  gboolean matched = find_phrase (run, rule, phrase);
  scanner->asked++;
  scanner->matched += matched;
  if (cost == NULL)
    return;
  const guint64 ns = now () - start;
  cost->asked++;
  cost->matched += matched;
  cost->ns += ns;
  cost->matched_ns += matched ? ns : 0;
}

static void
emit_rule (const Run *run, const BlRuleEntry *rule)
{
  GArray *matches = run->scanner->matches;
  if (matches->len > 0 && !is_excepted (run, rule))
    {
      bl_matches_settle (matches);
      for (guint i = 0; i < matches->len; i++)
        run->found (&g_array_index (matches, BlMatch, i), run->user_data);
    }
  g_array_set_size (matches, 0);
}

/* Candidates come by rule, as phrases are numbered by rule. */
static void
scan_sentence (const Run *run, const BlCandidates *candidates)
{
  const BlRuleSet *set = run->scanner->set;
  for (guint i = 0; i < candidates->n;)
    {
      const guint32 number = g_array_index (set->rule_of, guint32, candidates->phrases[i]);
      const BlRuleEntry *rule = g_ptr_array_index (set->rules, number);
      const gboolean wanted
          = (run->only == NULL || rule == run->only) && bl_rule_is_for (&rule->public, run->article->language);
      for (; i < candidates->n && candidates->phrases[i] < rule->first_phrase + rule->n_phrases; i++)
        if (wanted)
          ask_phrase (run, rule, candidates->phrases[i] - rule->first_phrase);
      emit_rule (run, rule);
    }
}

/* Hands the prefilter every sentence that some rule reads. */
static void
add_sentences (BlScanner *scanner, const BlShadows *shadows)
{
  const BlDocument *document = bl_shadows_article (shadows)->document;
  const guint n = bl_shadows_n_sentences (shadows);
  g_array_set_size (scanner->sentences, n); /* now, as the prefilter keeps their addresses */
  bl_prefilter_begin (scanner->prefilter);
  for (guint i = 0; i < n; i++)
    {
      BlShadow *shadow = &g_array_index (scanner->sentences, BlShadow, i);
      if (!bl_shadows_get (shadows, i, shadow))
        continue;
      const guint place = bl_scope_place (document, shadow);
      if ((place & BL_WHERE_BOILERPLATE) == 0 || scanner->any_boilerplate)
        bl_prefilter_add (scanner->prefilter, shadow, place);
    }
  bl_prefilter_find (scanner->prefilter);
}

static void
scan_shadows (Run *run, const BlShadows *shadows)
{
  BlCandidates candidates;
  run->article = bl_shadows_article (shadows);
  add_sentences (run->scanner, shadows);
  while (bl_prefilter_next (run->scanner->prefilter, &candidates))
    {
      run->shadow = candidates.shadow;
      scan_sentence (run, &candidates);
    }
}

void
bl_scanner_scan (BlScanner *scanner, const BlShadows *shadows, BlProblems *problems, BlMatchFunc found, gpointer user_data)
{
  Run run = { .scanner = scanner, .problems = problems, .found = found, .user_data = user_data };
  scan_shadows (&run, shadows);
}

void
bl_scanner_run (BlScanner *scanner, const BlArticle *article, const BlMentions *mentions, BlProblems *problems,
                BlMatchFunc found, gpointer user_data)
{
  bl_shadows_build (scanner->shadows, article, mentions);
  bl_scanner_scan (scanner, scanner->shadows, problems, found, user_data);
}

void
bl_scanner_run_rule (BlScanner *scanner, const BlRule *rule, const BlArticle *article, const BlMentions *mentions,
                     BlProblems *problems, BlMatchFunc found, gpointer user_data)
{
  Run run = { .scanner = scanner, .problems = problems, .found = found, .user_data = user_data, .only = bl_rule_entry (rule) };
  bl_shadows_build (scanner->shadows, article, mentions);
  scan_shadows (&run, scanner->shadows);
}
