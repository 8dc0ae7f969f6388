/* belie claims: what the articles assert, one JSON line a claim. */
#include "cli/cli.h"
#include "cli/outputs.h"

static int
claims (const BlOptions *options)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_extract (pipeline, options->paths, &options->pipeline, &error))
    return bl_outputs_failure ("claims", pipeline->problems, error);
  bl_outputs_problems (pipeline->problems, options->quiet);

  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < pipeline->article_claims->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (pipeline->article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        {
          bl_claim_write_json (list->pdata[k], out);
          g_string_append_c (out, '\n');
        }
      if (!bl_print (out->str, out->len))
        return BL_EXIT_PARTIAL;
      g_string_truncate (out, 0);
    }
  return bl_problems_any_partial (pipeline->problems) ? BL_EXIT_PARTIAL : BL_EXIT_CLEAN;
}

int
bl_verb_claims (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  if (!bl_options_parse (&options, argc, argv,
                         "Prints the claims of articles as JSON Lines, in the order of articles and places.", NULL))
    return BL_EXIT_USAGE;
  return claims (&options);
}
