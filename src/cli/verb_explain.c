/* belie explain: what a finding means, and why two places are, or are not, held to disagree. */
#include "cli/verbs.h"
#include "command/option_list.h"
#include "command/outputs.h"
#include "command/text_place.h"
#include "pairs/pair_trace.h"
#include "pairs/text_pair.h"

#include <string.h>
#include <unistd.h>

/* --- a finding ----------------------------------------------------------------------------------------------------- */

/* "name" and "name/garbled" both name name/garbled. */
static gboolean
is_asked_for (const char *id, const char *asked)
{
  const gsize length = strlen (asked);
  return strncmp (id, asked, length) == 0 && (id[length] == '\0' || id[length] == '/');
}

static int
explain_finding (const char *asked)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    {
      g_ptr_array_add (names, (gpointer) kind->id);
      if (is_asked_for (kind->id, asked))
        g_string_append_printf (out, "%s%s: %s\n  %s\n  at most %s %s\n", out->len > 0 ? "\n" : "", kind->id, kind->title,
                                kind->why, kind->severity == BL_SEVERITY_ERROR ? "an" : "a", bl_severity_name (kind->severity));
    }
  g_ptr_array_add (names, NULL);
  if (out->len > 0)
    return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
  const char *near = bl_nearest_word (asked, (const char *const *) names->pdata);
  return bl_usage_error ("explain", "there is no finding “%s”%s%s%s", asked, near != NULL ? "; did you mean “" : "",
                         near != NULL ? near : "; `belie explain --list` names all", near != NULL ? "”?" : "");
}

static int
list_findings (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    g_string_append_printf (out, "%-22s %-8s %s\n", kind->id, bl_severity_name (kind->severity), kind->title);
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

/* --- two places ---------------------------------------------------------------------------------------------------- */

static int
print_trace (const BlOptions *options, const BlPairTrace *trace)
{
  const BlTextOptions text = { .colour = bl_options_colour (options, STDOUT_FILENO), .verbose = options->verbose };
  g_autoptr (GString) out = g_string_new (NULL);
  bl_pair_trace_write (trace, &text, out);
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

/* All sentences of an article. */
static void
add_all (GArray *side, const BlArticle *article)
{
  guint n = 0;
  bl_document_sentences (article->document, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlTraceSentence one = { .article = article->index, .sentence = i };
      g_array_append_val (side, one);
    }
}

static int
explain_texts (const BlOptions *options, const char *a, const char *b, BlDate day)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_text_lexicon (pipeline, &error) || !bl_pipeline_load_rules (pipeline, &options->pipeline, &error))
    return bl_outputs_failure ("explain", pipeline->problems, error);
  g_autoptr (BlScanner) scanner = bl_scanner_new (pipeline->rules);
  g_autoptr (BlGateLog) log = bl_gate_log_new ();
  const BlPairTexts texts = { .texts = { a, b }, .day = day, .log = log };
  g_autoptr (BlTextPair) pair = bl_text_pair_new (pipeline, &options->pipeline, scanner, &texts);
  g_autoptr (GArray) side_a = g_array_new (FALSE, FALSE, sizeof (BlTraceSentence));
  g_autoptr (GArray) side_b = g_array_new (FALSE, FALSE, sizeof (BlTraceSentence));
  add_all (side_a, pair->articles[BL_PAIR_A]);
  add_all (side_b, pair->articles[BL_PAIR_B]);
  const BlPairTrace trace = { .article_claims = pair->article_claims,
                              .comparisons = pair->comparisons,
                              .findings = pair->findings,
                              .log = log,
                              .sides = { side_a, side_b } };
  bl_outputs_problems (pipeline->problems, options->quiet);
  bl_outputs_problems (pair->problems, options->quiet);
  return print_trace (options, &trace);
}

/* The sentences of the corpus at a place. */
static GArray *
find_sentences (const BlPipeline *pipeline, const BlTextPlace *place)
{
  GArray *side = g_array_new (FALSE, FALSE, sizeof (BlTraceSentence));
  for (guint i = 0; i < bl_corpus_n_articles (pipeline->corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (pipeline->corpus, i);
      if (!bl_file_is_inside (article->file, place->file))
        continue;
      guint n = 0;
      const BlSentence *sentences = bl_document_sentences (article->document, &n);
      for (guint k = 0; k < n; k++)
        {
          const BlLocation at = bl_document_locate (article->document, sentences[k].span);
          const BlTraceSentence one = { .article = article->index, .sentence = k };
          if (bl_text_place_is_in (place, &at))
            g_array_append_val (side, one);
        }
    }
  return side;
}

static int
nothing_at (const BlTextPlace *place)
{
  if (place->column == 0)
    return bl_usage_error ("explain", "there is no sentence on line %u of %s", place->line, place->file);
  return bl_usage_error ("explain", "there is no sentence at %s:%u:%u", place->file, place->line, place->column);
}

static int
explain_places (const BlOptions *options, const BlTextPlace *a, const BlTextPlace *b, char **paths)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  char *files[] = { a->file, b->file, NULL };
  pipeline->log = bl_gate_log_new ();
  if (!bl_pipeline_extract (pipeline, paths[0] != NULL ? paths : files, &options->pipeline, &error))
    return bl_outputs_failure ("explain", pipeline->problems, error);
  g_autoptr (GArray) side_a = find_sentences (pipeline, a);
  g_autoptr (GArray) side_b = find_sentences (pipeline, b);
  if (side_a->len == 0 || side_b->len == 0)
    return nothing_at (side_a->len == 0 ? a : b);
  bl_pipeline_compare (pipeline, &options->pipeline);
  const BlPairTrace trace = { .article_claims = pipeline->article_claims,
                              .comparisons = pipeline->comparisons,
                              .findings = pipeline->findings,
                              .log = pipeline->log,
                              .sides = { side_a, side_b } };
  bl_outputs_problems (pipeline->problems, options->quiet);
  const int code = print_trace (options, &trace);
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : code;
}

/* FILE:LINE of a file that is there. */
static gboolean
is_place (BlTextPlace *place, const char *word)
{
  return bl_text_place_parse (place, word) && g_file_test (place->file, G_FILE_TEST_IS_REGULAR);
}

static int
explain_pair (const BlOptions *options, BlDate day)
{
  char **words = options->paths;
  if (words == NULL || g_strv_length (words) < 2)
    return bl_usage_error ("explain",
                           "--pair takes two places (FILE:LINE or FILE:LINE:COLUMN), or two texts in quotation marks");
  g_auto (BlTextPlace) a = { 0 };
  g_auto (BlTextPlace) b = { 0 };
  const gboolean a_is_place = is_place (&a, words[0]), b_is_place = is_place (&b, words[1]);
  if (a_is_place && b_is_place)
    return explain_places (options, &a, &b, words + 2);
  for (guint i = 0; i < 2; i++)
    if (strpbrk (words[i], " \t\n") == NULL && !(i == 0 ? a_is_place : b_is_place))
      return bl_usage_error ("explain", "“%s” is neither a place in a file (FILE:LINE) nor a text of several words", words[i]);
  if (a_is_place || b_is_place)
    return bl_usage_error ("explain", "--pair takes two places or two texts, not one of each");
  if (words[2] != NULL)
    return bl_usage_error ("explain", "two texts need no PATH, so “%s” is not looked at", words[2]);
  for (guint i = 0; i < 2; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      return bl_usage_error ("explain", "the text is not UTF-8");
  return explain_texts (options, words[0], words[1], day);
}

int
bl_verb_explain (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  gboolean pair = FALSE, list = FALSE;
  g_autofree char *date = NULL;
  const GOptionEntry own[] = {
    { "pair", 0, 0, G_OPTION_ARG_NONE, &pair, "Explain A and B: claims, gates and verdict", NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, "--pair: day of two texts, like 2022-03-30", "DAY" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, "The ids of all findings", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, "ID | --pair A B [PATH…] | --list" },
    { 0 },
  };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    g_ptr_array_add (ids, (gpointer) kind->id);
  g_ptr_array_add (ids, NULL);
  bl_option_list_words (argc, argv, (const char *const *) ids->pdata);
  if (!bl_options_parse (
          &options, argc, argv,
          "belie explain ID: what a finding means; an id or its group, name/garbled or name.\n"
          "belie explain --pair A B [PATH…]: what comparison makes of two places FILE:LINE[:COLUMN] of the corpus "
          "PATH (default: their two files), or of two texts in quotation marks, as of two sources on one day.",
          own))
    return BL_EXIT_USAGE;
  BlDate day = { 0 };
  if (date != NULL && (!pair || !bl_date_parse (date, &day)))
    return bl_usage_error ("explain", pair ? "--date takes a day like 2022-03-30, not “%s”" : "--date “%s” belongs to --pair",
                           date);
  if (list && (pair || options.paths != NULL))
    return bl_usage_error ("explain", "--list stands alone");
  if (list)
    return list_findings ();
  if (pair)
    return explain_pair (&options, day);
  if (options.paths == NULL || g_strv_length (options.paths) != 1)
    return bl_usage_error ("explain", "takes the id of one finding; `belie explain --list` names all");
  return explain_finding (options.paths[0]);
}
