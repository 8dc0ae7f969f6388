/* belie version: what runs here, and on what. */
#include "cli/cli.h"
#include "rules/rules.h"

#include <cjson/cJSON.h>
#include <cmark.h>
#include <libxml/xmlversion.h>
#include <pcre2.h>
#include <stdio.h>
#include <unicode/uvernum.h>

int
bl_verb_version (int argc, char **argv)
{
  if (argc > 1)
    return bl_usage_error ("version", "takes no arguments, “%s” is one", argv[1]);
  char pcre2[64] = "";
  pcre2_config (PCRE2_CONFIG_VERSION, pcre2);
  printf ("belie %s\n", BL_VERSION);
  printf ("GLib %u.%u.%u, PCRE2 %s, cJSON %s, ICU %s, libxml2 %s, cmark %s\n", glib_major_version, glib_minor_version,
          glib_micro_version, pcre2, cJSON_Version (), U_ICU_VERSION, LIBXML_DOTTED_VERSION, cmark_version_string ());
  g_autofree char *prefilters = g_strjoinv (", ", (char **) bl_prefilter_names ());
  printf ("prefilters: %s\n", prefilters);
  return BL_EXIT_CLEAN;
}
