/* belie claims: what the articles assert, one JSON line a claim. */
#include "cli/verbs.h"
#include "command/outputs.h"
#include "pipeline/claim_stream.h"

static int
claims (const BlOptions *options)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_open (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("claims", pipeline->problems, error);
  const gboolean written = bl_claim_stream_run (pipeline, bl_pipeline_jobs (&options->pipeline), bl_print);
  bl_outputs_problems (pipeline->problems, options->quiet);
  if (!written)
    return BL_EXIT_PARTIAL;
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_claims (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  if (!bl_options_parse (&options, argc, argv,
                         "Prints the claims of articles as JSON Lines, in the order of articles and places.\n"
                         "PATH is a folder, a corpus.json or an article; by default the nearest corpus.json upward.",
                         NULL))
    return BL_EXIT_USAGE;
  return claims (&options);
}
