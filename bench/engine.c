/* belie_bench: options, and which rows to print. */
#include "bench/bench.h"

#include <locale.h>

/* What --smoke asks: every row once, over the demonstration. */
static void
set_smoke (BlBenchOptions *options)
{
  options->seconds = 0;
  options->limit = 0.002;
  options->texts = TRUE;
  options->by_pattern = TRUE;
  if (options->corpus == NULL)
    options->corpus = g_strsplit (BL_SOURCE_DIR "/corpus", "\n", -1);
}

static gboolean
parse (int argc, char **argv, BlBenchOptions *options, GError **error)
{
  gboolean smoke = FALSE;
  const GOptionEntry entries[] = {
    { "texts", 't', 0, G_OPTION_ARG_NONE, &options->texts, "also the stages that need no rules", NULL },
    { "rules", 'r', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->rules, "packs instead of those that ship", "PATH" },
    { "name", 'n', 0, G_OPTION_ARG_STRING, &options->name, "what the rows call the rules", "NAME" },
    { "backend", 'b', 0, G_OPTION_ARG_STRING, &options->backend, "only this prefilter", "NAME" },
    { "patterns", 'p', 0, G_OPTION_ARG_NONE, &options->by_pattern, "also PCRE2 without a prefilter", NULL },
    { "write", 'w', 0, G_OPTION_ARG_FILENAME, &options->write, "write sentences.txt and patterns.txt", "FOLDER" },
    { "seconds", 's', 0, G_OPTION_ARG_DOUBLE, &options->seconds, "processor time a row (default: 1)", "S" },
    { "limit", 'l', 0, G_OPTION_ARG_DOUBLE, &options->limit, "megabytes for --patterns (default: 1)", "MB" },
    { "counts", 'c', 0, G_OPTION_ARG_NONE, &options->counts, "only what is the same in every run", NULL },
    { "near", 0, 0, G_OPTION_ARG_INT, &options->near, "near duplicates among N synthetic articles, and nothing else", "N" },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs, "threads for --near (default: 2)", "N" },
    { "smoke", 0, 0, G_OPTION_ARG_NONE, &smoke, "every row once", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->corpus, NULL, "ARTICLES…" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (smoke)
    set_smoke (options);
  if (options->name == NULL)
    options->name = g_strdup (options->rules != NULL ? "given" : "shipped");
  if (options->corpus == NULL && options->near <= 0)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "no articles given");
  return options->corpus != NULL || options->near > 0;
}

static gboolean
run (const BlBenchOptions *options, GError **error)
{
  if (options->near > 0)
    {
      bl_bench_near_run ((guint) options->near, (guint) MAX (options->jobs, 1));
      return TRUE;
    }
  BlBenchTexts texts = { 0 };
  gboolean fine = bl_bench_texts_load (&texts, options->corpus, error);
  if (fine)
    {
      printf ("{\"row\": \"articles\", \"articles\": %u, \"sentences\": %" G_GUINT64_FORMAT ", \"bytes\": %" G_GUINT64_FORMAT
              "}\n",
              bl_corpus_n_articles (texts.corpus), texts.n_sentences, texts.n_bytes);
      if (options->texts && !options->counts)
        bl_bench_texts_run (&texts, options);
      fine = bl_bench_rules_run (&texts, options, error);
    }
  bl_bench_texts_clear (&texts);
  return fine;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  BlBenchOptions options = { .seconds = 1, .limit = 1, .jobs = 2 };
  g_autoptr (GError) error = NULL;
  const gboolean fine = parse (argc, argv, &options, &error) && run (&options, &error);
  if (!fine)
    fprintf (stderr, "belie_bench: %s\n", error->message);
  g_strfreev (options.corpus);
  g_strfreev (options.rules);
  g_free (options.name);
  g_free (options.backend);
  g_free (options.write);
  return fine ? 0 : 1;
}
