/* Options that several verbs share, read by GOption. */
#pragma once

#include "command/option_list.h"
#include "pipeline/pipeline.h"
#include "settings/settings.h"

typedef struct
{
  BlPipelineOptions pipeline;
  char **paths;
  char *format;
  char **outputs; /* --output FORMAT=FILE */
  char *fail_on;
  gboolean reuse; /* --reuse of `belie pairs` */
  char *min_severity;
  char *colour;
  char *hyperlink;
  char *progress;
  gboolean baseline_lenient; /* a stale baseline is no failure */
  gboolean quiet;
  gboolean verbose;
  char *config; /* --config */
  gboolean no_config;
  gboolean show_config;
  guint first_path;             /* which of paths leads to the belie.json; a verb may set it before the words are read */
  BlSettings *settings;         /* of belie.json; NULL: there is none */
  gboolean said[BL_N_SETTINGS]; /* by the command line: what belie.json says of it does not count */
} BlOptions;

/* The zero value is "nothing asked for". */
void bl_options_clear (BlOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlOptions, bl_options_clear)

/* Parses argv (argv[0] is the verb), and takes from belie.json what it leaves unsaid. own may add entries of the verb, or be NULL. On FALSE
 * a usage error has been printed. */
gboolean bl_options_parse (BlOptions *options, int argc, char **argv, const char *summary, const GOptionEntry *own);

/* The same for a verb that takes none of the options that others share: those of the table are all it has. argv is left as it was. */
gboolean bl_options_parse_only (int argc, char **argv, const BlOptionTable *table);

/* --fail-on as a severity; *never for "never". FALSE on a wrong word. */
gboolean bl_options_fail_on (const BlOptions *options, BlSeverity *severity, gboolean *never);

/* Colour for this stream: --color, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
gboolean bl_options_colour (const BlOptions *options, int fd);

/* Whether to show on standard error how far a run is: --progress, by itself on a terminal and not with --quiet. */
gboolean bl_options_progress (const BlOptions *options);

/* Hyperlinks (OSC 8) for this stream: --hyperlink, then FORCE_HYPERLINK, then whether it is a terminal that is known to take them. */
gboolean bl_options_hyperlink (const BlOptions *options, int fd);
