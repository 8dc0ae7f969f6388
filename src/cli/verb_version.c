/* belie version: what runs here, on what, and with which rules and knowledge. */
#include "cli/verbs.h"
#include "command/options.h"
#include "command/outputs.h"

#include <cjson/cJSON.h>
#include <cmark.h>
#include <libxml/xmlversion.h>
#include <pcre2.h>
#include <stdio.h>
#include <unicode/uvernum.h>

#define MAX_LIBRARIES 8

typedef struct
{
  const char *name;
  char *version;
} Library;

/* Of those that say their own version, that of the one that is loaded. Returns how many. */
static guint
find_libraries (Library *libraries)
{
  char pcre2[64] = "";
  pcre2_config (PCRE2_CONFIG_VERSION, pcre2);
  const Library found[] = {
    { "GLib", g_strdup_printf ("%u.%u.%u", glib_major_version, glib_minor_version, glib_micro_version) },
    { "PCRE2", g_strdup (pcre2) },
    { "cJSON", g_strdup (cJSON_Version ()) },
    { "ICU", g_strdup (U_ICU_VERSION) },
    { "libxml2", g_strdup (LIBXML_DOTTED_VERSION) },
    { "cmark", g_strdup (cmark_version_string ()) },
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (found) <= MAX_LIBRARIES);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    libraries[i] = found[i];
  return G_N_ELEMENTS (found);
}

static void
put_pair (GString *out, const char *name, const char *value)
{
  bl_json_write_string (out, name);
  g_string_append_c (out, ':');
  bl_json_write_string (out, value);
}

/* What ships: its folder, and hashes of rules and knowledge as they are loaded. */
static void
put_data (GString *out, const BlPipeline *pipeline)
{
  g_string_append (out, ",\"data\":{");
  put_pair (out, "folder", pipeline->data_dir);
  g_string_append_printf (out, "},\"rules\":{\"n\":%u,", bl_rule_set_n_rules (pipeline->rules));
  put_pair (out, "sha256", bl_rule_set_hash (pipeline->rules));
  g_string_append (out, "},\"knowledge\":{");
  put_pair (out, "sha256", bl_knowledge_hash (pipeline->kb));
  g_string_append_c (out, '}');
}

static int
print_json (const Library *libraries, guint n)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  const BlPipelineOptions options = { 0 };
  if (!bl_pipeline_load_rules (pipeline, &options, &error))
    return bl_outputs_failure ("version", pipeline->problems, error);
  g_autoptr (GString) out = g_string_new ("{\"version\":1,");
  put_pair (out, "belie", BL_VERSION);
  g_string_append (out, ",\"libraries\":{");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      put_pair (out, libraries[i].name, libraries[i].version);
    }
  g_string_append (out, "},\"prefilters\":[");
  const char *const *names = bl_prefilter_names ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bl_json_write_string (out, names[i]);
    }
  g_string_append_c (out, ']');
  put_data (out, pipeline);
  g_string_append (out, "}\n");
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

static int
print_text (const Library *libraries, guint n)
{
  printf ("belie %s\n", BL_VERSION);
  for (guint i = 0; i < n; i++)
    printf ("%s%s %s", i > 0 ? ", " : "", libraries[i].name, libraries[i].version);
  g_autofree char *prefilters = g_strjoinv (", ", (char **) bl_prefilter_names ());
  printf ("\nprefilters: %s\n", prefilters);
  return BL_EXIT_CLEAN;
}

int
bl_verb_version (int argc, char **argv)
{
  gboolean json = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, "One JSON object, also with hashes of the rules and the knowledge that ship",
      NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, &words, NULL, "" },
    { 0 },
  };
  if (!bl_options_parse_only (
          argc, argv,
          &(BlOptionTable){ .summary = "Prints the version of belie and of the libraries it runs with.", .own = entries }))
    return BL_EXIT_USAGE;
  if (words != NULL && words[0] != NULL)
    return bl_usage_error ("version", "takes no arguments, “%s” is one", words[0]);
  Library libraries[MAX_LIBRARIES];
  const guint n = find_libraries (libraries);
  const int code = json ? print_json (libraries, n) : print_text (libraries, n);
  for (guint i = 0; i < n; i++)
    g_free (libraries[i].version);
  return code;
}
