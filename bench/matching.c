/* Rows of one set of rules: what loading it takes, the prefilter, matching, and PCRE2 asked without a prefilter. */
#include "bench/bench.h"

#include <string.h>

#include "rules/scope.h"
#include "rules/set.h"

typedef struct
{
  const BlBenchTexts *texts;
  const BlBenchOptions *options;
  BlRuleSet *rules;
  BlScanner *scanner;
  GPtrArray *shadows; /* BlShadows of each article */
  GArray *sentences;  /* BlShadow, views of those of one article */
  BlPrefilterState *prefilter;
  BlMatcher matcher;
  guint64 found; /* kept, so that no pass can be left out by the compiler */
  guint64 sentences_found;
  guint last_sentence;
} Matching;

/* --- loading -------------------------------------------------------------------------------------------------------- */
static BlRuleSet *
load_rules (const Matching *matching, GError **error)
{
  g_autofree char *shipped = g_build_filename (matching->texts->data_dir, "packs", NULL);
  char *const only_shipped[] = { shipped, NULL };
  const char *const *paths
      = (const char *const *) (matching->options->rules != NULL ? matching->options->rules : (char **) only_shipped);
  return bl_rule_set_load_with (matching->texts->data_dir, paths, matching->texts->problems, error);
}

/* The first load in the life of the process: later ones find memory that is warm and free. */
static gboolean
run_load (Matching *matching, GError **error)
{
  bl_bench_memory_reset ();
  const guint64 before = bl_bench_memory_now ();
  const guint64 start = bl_bench_clock ();
  matching->rules = load_rules (matching, error);
  if (matching->rules == NULL)
    return FALSE;
  const guint64 took = bl_bench_clock () - start;
  const guint64 peak = bl_bench_memory_peak ();
  const guint64 after = bl_bench_memory_now ();
  printf ("{\"row\": \"load/%s\", \"rules\": %u, \"phrases\": %u, \"least_ns\": %" G_GUINT64_FORMAT
          ", \"peak_bytes\": %" G_GINT64_FORMAT ", \"held_bytes\": %" G_GINT64_FORMAT "}\n",
          matching->options->name, bl_rule_set_n_rules (matching->rules), matching->rules->phrases->len, took,
          (gint64) (peak - before), (gint64) (after - before));
  fflush (stdout);
  return TRUE;
}

/* --- matching ------------------------------------------------------------------------------------------------------- */
static void
count_match (const BlMatch *match, gpointer data)
{
  Matching *matching = data;
  matching->found++;
  matching->sentences_found += match->sentence != matching->last_sentence;
  matching->last_sentence = match->sentence;
}

static void
pass_match (gpointer data)
{
  Matching *matching = data;
  for (guint i = 0; i < matching->shadows->len; i++)
    {
      matching->last_sentence = G_MAXUINT;
      bl_scanner_scan (matching->scanner, matching->shadows->pdata[i], NULL, count_match, matching);
    }
}

/* Questions to PCRE2 and their answers, for one reading of all articles. Deterministic, and the same for all prefilters. */
static void
run_counts (Matching *matching)
{
  matching->scanner = bl_scanner_new (matching->rules);
  matching->found = matching->sentences_found = 0;
  pass_match (matching);
  guint64 asked = 0, matched = 0;
  bl_scanner_counts (matching->scanner, &asked, &matched);
  printf ("{\"row\": \"counts/%s\", \"rules\": %u, \"sentences\": %" G_GUINT64_FORMAT ", \"asked\": %" G_GUINT64_FORMAT
          ", \"matched\": %" G_GUINT64_FORMAT ", \"matches\": %" G_GUINT64_FORMAT ", \"sentences_matched\": %" G_GUINT64_FORMAT
          "}\n",
          matching->options->name, bl_rule_set_n_rules (matching->rules), matching->texts->n_sentences, asked, matched,
          matching->found, matching->sentences_found);
  fflush (stdout);
  g_clear_pointer (&matching->scanner, bl_scanner_free);
}

static void
run_match (Matching *matching)
{
  g_autofree char *row = g_strdup_printf ("match/%s/%s", bl_rule_set_prefilter (matching->rules), matching->options->name);
  matching->scanner = bl_scanner_new (matching->rules);
  bl_bench_measure (row, matching->options, matching->texts->n_bytes, pass_match, matching);
  g_clear_pointer (&matching->scanner, bl_scanner_free);
}

/* --- the prefilter alone -------------------------------------------------------------------------------------------- */

/* Fills matching->sentences with those of an article that no limit leaves out. */
static void
list_sentences (Matching *matching, const BlShadows *shadows)
{
  g_array_set_size (matching->sentences, 0);
  for (guint i = 0; i < bl_shadows_n_sentences (shadows); i++)
    {
      BlShadow shadow;
      if (bl_shadows_get (shadows, i, &shadow))
        g_array_append_val (matching->sentences, shadow);
    }
}

static void
pass_prefilter (gpointer data)
{
  Matching *matching = data;
  BlCandidates candidates;
  for (guint i = 0; i < matching->shadows->len; i++)
    {
      list_sentences (matching, matching->shadows->pdata[i]);
      bl_prefilter_begin (matching->prefilter);
      for (guint s = 0; s < matching->sentences->len; s++)
        bl_prefilter_add (matching->prefilter, &g_array_index (matching->sentences, BlShadow, s), 0);
      bl_prefilter_find (matching->prefilter);
      while (bl_prefilter_next (matching->prefilter, &candidates))
        matching->found += candidates.n;
    }
}

static void
run_prefilter (Matching *matching)
{
  g_autofree char *row = g_strdup_printf ("prefilter/%s/%s", bl_rule_set_prefilter (matching->rules), matching->options->name);
  matching->prefilter = bl_prefilter_state_new (matching->rules->prefilter);
  bl_bench_measure (row, matching->options, matching->texts->n_bytes, pass_prefilter, matching);
  g_clear_pointer (&matching->prefilter, bl_prefilter_state_free);
}

/* One backend after another: what building it takes, and its two rows. */
static gboolean
run_backends (Matching *matching, GError **error)
{
  const char *const *names = bl_prefilter_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (matching->options->backend != NULL && g_strcmp0 (matching->options->backend, names[i]) != 0)
        continue;
      bl_bench_memory_reset ();
      const guint64 before = bl_bench_memory_now ();
      const guint64 start = bl_bench_clock ();
      if (!bl_rule_set_use_prefilter (matching->rules, names[i], error))
        return FALSE;
      const guint64 took = bl_bench_clock () - start;
      printf ("{\"row\": \"build/%s/%s\", \"least_ns\": %" G_GUINT64_FORMAT ", \"peak_bytes\": %" G_GINT64_FORMAT "}\n",
              names[i], matching->options->name, took, (gint64) (bl_bench_memory_peak () - before));
      run_prefilter (matching);
      run_match (matching);
    }
  return TRUE;
}

/* --- shadows -------------------------------------------------------------------------------------------------------- */
static void
build_shadows (Matching *matching)
{
  matching->shadows = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_shadows_free);
  matching->sentences = g_array_new (FALSE, FALSE, sizeof (BlShadow));
  for (guint i = 0; i < bl_corpus_n_articles (matching->texts->corpus); i++)
    {
      BlShadows *shadows = bl_shadows_new ();
      bl_shadows_build (shadows, bl_corpus_article (matching->texts->corpus, i), matching->texts->mentions->pdata[i]);
      g_ptr_array_add (matching->shadows, shadows);
    }
}

/* Calls visit for every sentence of the first articles that have about so many bytes of text; returns how many they have. */
typedef void (*SentenceVisit) (const BlShadow *shadow, gpointer user_data);

static guint64
visit_sentences (Matching *matching, double bytes, SentenceVisit visit, gpointer user_data)
{
  guint64 sum = 0;
  for (guint i = 0; i < matching->shadows->len && (double) sum < bytes; i++)
    {
      gsize length = 0;
      bl_document_text (bl_corpus_article (matching->texts->corpus, i)->document, &length);
      sum += length;
      list_sentences (matching, matching->shadows->pdata[i]);
      for (guint s = 0; visit != NULL && s < matching->sentences->len; s++)
        visit (&g_array_index (matching->sentences, BlShadow, s), user_data);
    }
  return sum;
}

/* --- PCRE2 pattern by pattern --------------------------------------------------------------------------------------- */
static void
ask_all (const BlShadow *shadow, gpointer data)
{
  Matching *matching = data;
  for (guint i = 0; i < matching->rules->phrases->len; i++)
    {
      BlPattern *pattern = bl_phrase_pattern (matching->rules->phrases->pdata[i]);
      matching->found += bl_matcher_find (&matching->matcher, pattern, shadow->text, shadow->length, 0) > 0;
    }
}

static void
pass_patterns (gpointer data)
{
  Matching *matching = data;
  visit_sentences (matching, matching->options->limit * 1e6, ask_all, matching);
}

static void
run_patterns (Matching *matching)
{
  g_autofree char *row = g_strdup_printf ("pcre2/%s", matching->options->name);
  bl_matcher_init (&matching->matcher);
  bl_bench_measure (row, matching->options, visit_sentences (matching, matching->options->limit * 1e6, NULL, NULL),
                    pass_patterns, matching);
  bl_matcher_clear (&matching->matcher);
}

/* --- files for other programs --------------------------------------------------------------------------------------- */
static void
write_sentence (const BlShadow *shadow, gpointer data)
{
  GString *lines = data;
  g_string_append_len (lines, shadow->text, (gssize) shadow->length);
  g_string_append_c (lines, '\n');
}

static gboolean
write_lines (const Matching *matching, const char *name, const GString *lines, GError **error)
{
  g_autofree char *path = g_build_filename (matching->options->write, name, NULL);
  return g_file_set_contents (path, lines->str, (gssize) lines->len, error);
}

/* sentences.txt, one a line as patterns read them, and patterns.txt, as pcre2grep takes them. */
static gboolean
write_files (Matching *matching, GError **error)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (GString) patterns = g_string_new (NULL);
  visit_sentences (matching, G_MAXDOUBLE, write_sentence, sentences);
  for (guint i = 0; i < matching->rules->phrases->len; i++)
    {
      const BlPattern *pattern = bl_phrase_pattern (matching->rules->phrases->pdata[i]);
      if (!pattern->extended && strchr (pattern->source, '\n') == NULL)
        g_string_append_printf (patterns, "%s\n", pattern->source);
    }
  return write_lines (matching, "sentences.txt", sentences, error) && write_lines (matching, "patterns.txt", patterns, error);
}

gboolean
bl_bench_rules_run (const BlBenchTexts *texts, const BlBenchOptions *options, GError **error)
{
  Matching matching = { .texts = texts, .options = options };
  if (!run_load (&matching, error))
    return FALSE;
  gboolean fine = TRUE;
  build_shadows (&matching);
  run_counts (&matching);
  if (!options->counts)
    {
      fine = run_backends (&matching, error);
      if (fine && options->by_pattern)
        run_patterns (&matching);
      if (fine && options->write != NULL)
        fine = write_files (&matching, error);
    }
  g_ptr_array_unref (matching.shadows);
  g_array_unref (matching.sentences);
  bl_rule_set_free (matching.rules);
  return fine;
}
