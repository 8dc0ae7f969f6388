/* Runs the rules over the sentences of an article: prefilter, PCRE2, scope, "unless", overlaps. */
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
  BlMatcher unless; /* of its own, so that the vector of the match stays */
  BlShadow shadow;
  GArray *matches; /* BlMatch of one rule in one sentence */
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
  const BlMentions *mentions;
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
  bl_shadow_init (&scanner->shadow);
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
  bl_shadow_clear (&scanner->shadow);
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
  const BlSentence *sentence = &bl_document_sentences (run->article->document, &n)[run->scanner->shadow.sentence];
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
  BlScanner *scanner = run->scanner;
  for (guint i = 0; i < rule->n_unless; i++)
    {
      BlPattern *pattern = bl_phrase_pattern (rule->unless[i]);
      int result = bl_matcher_find (&scanner->unless, pattern, scanner->shadow.text, scanner->shadow.length, 0);
      if (result < 0)
        report_limit (run, rule, pattern, "ran into a limit in “unless”");
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

/* Adds the matches of a phrase in the sentence to scanner->matches; TRUE when there are any. */
static gboolean
find_phrase (const Run *run, const BlRuleEntry *rule, guint phrase)
{
  BlScanner *scanner = run->scanner;
  const BlShadow *shadow = &scanner->shadow;
  BlPattern *pattern = bl_phrase_pattern (rule->phrases[phrase]);
  guint n_found = 0;
  gboolean matched = FALSE;
  for (gsize start = 0; start <= shadow->length;)
    {
      int result = bl_matcher_find (&scanner->matcher, pattern, shadow->text, shadow->length, start);
      if (result < 0 || (result > 0 && ++n_found > MATCHES_PER_SENTENCE))
        report_limit (run, rule, pattern, result < 0 ? "ran into a limit of PCRE2" : "matches one sentence too often");
      if (result <= 0 || n_found > MATCHES_PER_SENTENCE)
        break;
      guint n = 0;
      const gsize *vector = bl_matcher_vector (&scanner->matcher, &n);
      gsize first = vector[0];
      gsize last = vector[1];
      BlMatch match;
      if (bl_match_fill (&match, rule, phrase, &scanner->matcher, pattern, shadow, run->mentions)
          && !bl_scope_excludes (rule, run->article->document, shadow, first, last))
        {
          matched = TRUE;
          g_array_append_val (scanner->matches, match);
        }
      start = last > MAX (first, start) ? last : next_character (shadow, MAX (start, last));
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
  cost->asked++;
  cost->matched += matched;
  cost->ns += now () - start;
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

static gboolean
applies (const Run *run, const BlRuleEntry *rule, gboolean boilerplate)
{
  if (run->only != NULL && rule != run->only)
    return FALSE;
  return !boilerplate || (rule->public.scope & BL_SCOPE_BOILERPLATE_TOO) != 0;
}

/* Candidates come by rule, as phrases are numbered by rule. */
static void
scan_sentence (const Run *run, gboolean boilerplate)
{
  const BlRuleSet *set = run->scanner->set;
  guint n = 0;
  const guint32 *candidates = bl_prefilter_candidates (run->scanner->prefilter, &run->scanner->shadow, &n);
  guint at = 0;
  for (guint i = 0; i < n;)
    {
      while (candidates[i] >= ((const BlRuleEntry *) g_ptr_array_index (set->rules, at))->first_phrase
                                  + ((const BlRuleEntry *) g_ptr_array_index (set->rules, at))->n_phrases)
        at++;
      const BlRuleEntry *rule = g_ptr_array_index (set->rules, at);
      gboolean wanted = applies (run, rule, boilerplate);
      for (; i < n && candidates[i] < rule->first_phrase + rule->n_phrases; i++)
        if (wanted)
          ask_phrase (run, rule, candidates[i] - rule->first_phrase);
      emit_rule (run, rule);
    }
}

static void
scan_article (const Run *run)
{
  BlScanner *scanner = run->scanner;
  const BlDocument *document = run->article->document;
  guint n_sentences = 0;
  guint n_blocks = 0;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  for (guint i = 0; i < n_sentences; i++)
    {
      BlBlockKind kind = blocks[sentences[i].block].kind;
      gboolean boilerplate = kind == BL_BLOCK_BOILERPLATE || kind == BL_BLOCK_CAPTION;
      if (boilerplate && !scanner->any_boilerplate)
        continue;
      if (bl_shadow_build (&scanner->shadow, document, run->mentions, i))
        scan_sentence (run, boilerplate);
    }
}

void
bl_scanner_run (BlScanner *scanner, const BlArticle *article, const BlMentions *mentions, BlProblems *problems,
                BlMatchFunc found, gpointer user_data)
{
  const Run run = {
    .scanner = scanner, .article = article, .mentions = mentions, .problems = problems, .found = found, .user_data = user_data
  };
  scan_article (&run);
}

void
bl_scanner_run_rule (BlScanner *scanner, const BlRule *rule, const BlArticle *article, const BlMentions *mentions,
                     BlProblems *problems, BlMatchFunc found, gpointer user_data)
{
  const Run run = { .scanner = scanner,
                    .article = article,
                    .mentions = mentions,
                    .problems = problems,
                    .found = found,
                    .user_data = user_data,
                    .only = bl_rule_entry (rule) };
  scan_article (&run);
}
