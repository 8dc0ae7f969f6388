/* belie init: what a repository of articles needs to be checked, written once; nothing that is there is touched. */
#include "authoring/rules_verbs.h"
#include "cli/assets.h"
#include "cli/verbs.h"
#include "command/options.h"
#include "command/outputs.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define FIRST_RULE "house/closes-port"

typedef struct
{
  const char *folder;
  guint n_made;
  GError *error;
} Init;

static gboolean
is_there (const char *path)
{
  GStatBuf status;
  return g_lstat (path, &status) == 0;
}

/* Writes FOLDER/NAME unless it is there. remark: what else to say when it is made; otherwise: what to do when it is there already; each may
 * be NULL. FALSE with the error of init set. */
static gboolean
write_once (Init *init, const char *name, const char *text, const char *remark, const char *otherwise)
{
  g_autofree char *path = g_build_filename (init->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  if (is_there (path))
    {
      printf ("kept  %s, as it is there already%s%s\n", name, otherwise != NULL ? ": " : "",
              otherwise != NULL ? otherwise : "");
      return TRUE;
    }
  if (g_mkdir_with_parents (parent, 0777) != 0)
    {
      g_set_error (&init->error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", parent, g_strerror (errno));
      return FALSE;
    }
  if (!bl_file_write (path, text, strlen (text), &init->error))
    return FALSE;
  printf ("made  %s%s%s\n", name, remark != NULL ? ": " : "", remark != NULL ? remark : "");
  init->n_made++;
  return TRUE;
}

/* corpus.json with the sources that the articles have without one. */
static gboolean
write_corpus (Init *init, const BlCorpus *corpus)
{
  const guint n = bl_corpus_n_sources (corpus), n_articles = bl_corpus_n_articles (corpus);
  g_autoptr (GString) out = g_string_new ("{\n");
  for (guint i = 0; i < n; i++)
    {
      const BlSource *source = bl_corpus_source (corpus, i);
      g_string_append (out, i == 0 ? "  \"sources\": {\n    " : ",\n    ");
      bl_json_write_string (out, source->id);
      g_string_append (out, ": { \"name\": ");
      bl_json_write_string (out, source->name);
      g_string_append (out, " }");
    }
  g_string_append (out, n > 0 ? "\n  },\n" : "");
  g_string_append (out, "  \"ignore\": [\"drafts/**\", \"*.bak\"]\n}\n");
  g_autofree char *remark
      = g_strdup_printf ("%u source%s of %u article%s", n, n == 1 ? "" : "s", n_articles, n_articles == 1 ? "" : "s");
  return write_once (init, "corpus.json", out->str, remark, NULL);
}

static BlCorpus *
read_corpus (BlPipeline *pipeline, const char *folder, GError **error)
{
  if (!bl_pipeline_load_text_lexicon (pipeline, error))
    return NULL;
  const char *const paths[] = { folder, NULL };
  const BlCorpusOptions options = { .lexicon = pipeline->text_lexicon, .problems = pipeline->problems, .places_only = TRUE };
  return bl_corpus_load (paths, &options, error);
}

static gboolean
write_all (Init *init, const BlCorpus *corpus)
{
  g_autofree char *settings = bl_cli_asset ("belie.json");
  g_autofree char *attributes = bl_cli_asset ("gitattributes");
  g_autofree char *workflow = bl_cli_asset ("workflow.yml");
  g_autoptr (GString) rule = bl_rules_first_pack (FIRST_RULE);
  return write_corpus (init, corpus) && write_once (init, BL_SETTINGS_NAME, settings, NULL, NULL)
         && write_once (init, BL_BASELINE_NAME, "{\"format\":1}\n",
                        "empty; `belie baseline create` takes in what is found today", NULL)
         && write_once (init, "rules/house.json", rule->str, "a first rule with its tests; `belie rules test` runs them", NULL)
         && write_once (init, ".gitattributes", attributes, NULL, "it wants the line “belie-baseline.jsonl merge=union”")
         && write_once (init, ".github/workflows/belie.yml", workflow, "checks every change on GitHub", NULL);
}

static int
init (const char *folder)
{
  Init state = { .folder = folder };
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  if (g_mkdir_with_parents (folder, 0777) != 0)
    return bl_usage_error ("init", "%s: %s", folder, g_strerror (errno));
  g_autoptr (BlCorpus) corpus = read_corpus (pipeline, folder, &state.error);
  if (corpus == NULL || !write_all (&state, corpus))
    {
      bl_outputs_failure ("init", pipeline->problems, state.error);
      g_clear_error (&state.error);
      return BL_EXIT_USAGE;
    }
  if (state.n_made > 0)
    puts ("now: `belie check`; if what it finds is old, `belie baseline create`; then commit all of it");
  return BL_EXIT_CLEAN;
}

int
bl_verb_init (int argc, char **argv)
{
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "[FOLDER]" },
    { 0 },
  };
  if (!bl_options_parse_only (argc, argv,
                              &(BlOptionTable){ .summary = "Makes a folder of articles ready to be checked on every change: "
                                                           "corpus.json with the sources that lie there and "
                                                           "what\n"
                                                           "to ignore, belie.json, an empty baseline, a first rule with its "
                                                           "tests, .gitattributes and a workflow for GitHub.\n"
                                                           "A file that is there is left alone, and that is said.",
                                                .own = entries }))
    return BL_EXIT_USAGE;
  if (paths != NULL && paths[0] != NULL && paths[1] != NULL)
    return bl_usage_error ("init", "one FOLDER, not %u", g_strv_length (paths));
  return init (paths != NULL && paths[0] != NULL ? paths[0] : ".");
}
