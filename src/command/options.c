#include "command/options.h"

#include "command/command.h"
#include "command/option_list.h"
#include "command/use_settings.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
bl_options_clear (BlOptions *options)
{
  g_strfreev (options->pipeline.rules);
  g_strfreev (options->pipeline.knowledge);
  g_free (options->pipeline.prefilter);
  g_free (options->pipeline.cache_dir);
  g_free ((char *) options->pipeline.changes.since);
  g_free ((char *) options->pipeline.changes.files_from);
  g_free (options->pipeline.against);
  g_free (options->pipeline.baseline);
  g_free (options->pipeline.verdicts);
  g_strfreev (options->pipeline.only);
  g_strfreev (options->pipeline.skip);
  g_strfreev (options->paths);
  g_strfreev (options->outputs);
  g_free (options->format);
  g_free (options->fail_on);
  g_free (options->min_severity);
  g_free (options->colour);
  g_free (options->progress);
  g_free (options->hyperlink);
  g_free (options->config);
  bl_settings_free (options->settings);
  memset (options, 0, sizeof *options);
}

/* "--only a,b --only c" → a, b, c. */
static void
split_commas (char ***list)
{
  if (*list == NULL)
    return;
  g_auto (GStrv) old = *list;
  g_autofree char *joined = g_strjoinv (",", old);
  *list = *joined != '\0' ? g_strsplit (joined, ",", -1)
                          : g_strdupv ((char *[]){ joined, NULL }); /* "" is an id too, a wrong one */
}

/* An id, or its group, must exist: a typing error must not silently select nothing. */
static gboolean
ids_are_known (const char *verb, const char *option, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      gboolean known = FALSE;
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      const BlFindingKind *kind;
      for (guint k = 0; !known && (kind = bl_finding_kind_at (k)) != NULL; k++)
        {
          const gsize length = strlen (ids[i]);
          known = strncmp (kind->id, ids[i], length) == 0 && (kind->id[length] == '\0' || kind->id[length] == '/');
          g_ptr_array_add (names, (gpointer) kind->id);
        }
      if (known)
        continue;
      g_ptr_array_add (names, NULL);
      const char *near = bl_nearest_word (ids[i], (const char *const *) names->pdata);
      g_autofree char *hint
          = near != NULL ? g_strdup_printf ("did you mean “%s”?", near) : g_strdup ("`belie explain --list` names all");
      bl_usage_error (verb, "%s: there is no finding “%s”; %s", option, ids[i], hint);
      return FALSE;
    }
  return TRUE;
}

/* "auto", or one that is compiled in. */
static gboolean
prefilter_is_known (const char *verb, const char *wanted)
{
  if (wanted == NULL || strcmp (wanted, "auto") == 0 || g_strv_contains (bl_prefilter_names (), wanted))
    return TRUE;
  g_autofree char *names = g_strjoinv (", ", (char **) bl_prefilter_names ());
  bl_usage_error (verb, "--prefilter is auto or one that this program was built with (%s), not “%s”", names, wanted);
  return FALSE;
}

/* auto, always or never. */
static gboolean
is_when (const char *verb, const char *option, const char *word)
{
  if (word == NULL || g_strv_contains ((const char *const[]){ "auto", "always", "never", NULL }, word))
    return TRUE;
  bl_usage_error (verb, "%s is auto, always or never, not “%s”", option, word);
  return FALSE;
}

static gboolean
check_words (const BlOptions *options, const char *verb)
{
  if (!is_when (verb, "--color", options->colour) || !is_when (verb, "--hyperlink", options->hyperlink)
      || !is_when (verb, "--progress", options->progress))
    return FALSE;
  if (options->pipeline.jobs < 0)
    {
      bl_usage_error (verb, "--jobs takes a number from 1, or 0 for one a core");
      return FALSE;
    }
  if (options->pipeline.min_confidence < 0 || options->pipeline.min_confidence > 1)
    {
      bl_usage_error (verb, "--min-confidence takes a number from 0 to 1");
      return FALSE;
    }
  return prefilter_is_known (verb, options->pipeline.prefilter) && ids_are_known (verb, "--only", options->pipeline.only)
         && ids_are_known (verb, "--skip", options->pipeline.skip);
}

/* "; did you mean “--format”?" for the first of words (words[0] is the verb) that is no option, or where to look. Owned by the caller. */
static char *
hint_for (char **words, const BlOptionTable *table)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const GOptionEntry *const tables[] = { table->own, table->common };
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const GOptionEntry *entry = tables[t]; entry != NULL && entry->long_name != NULL; entry++)
      if ((entry->flags & G_OPTION_FLAG_HIDDEN) == 0 && entry->long_name[0] != '\0')
        g_ptr_array_add (names, (gpointer) entry->long_name);
  const gsize n = names->len;
  g_ptr_array_add (names, NULL);

  /* The parser stops at the first option it does not know, and does not say which word that was. */
  for (guint i = 1; words[i] != NULL && strcmp (words[i], "--") != 0; i++)
    {
      if (!g_str_has_prefix (words[i], "--"))
        continue;
      g_autofree char *name = g_strndup (words[i] + 2, strcspn (words[i] + 2, "="));
      gboolean known = FALSE;
      for (gsize k = 0; !known && k < n; k++)
        known = strcmp (names->pdata[k], name) == 0;
      const char *near = known ? NULL : bl_nearest_word (name, (const char *const *) names->pdata);
      if (near != NULL)
        return g_strdup_printf ("; did you mean “--%s”?", near);
    }
  return g_strdup_printf ("; see `belie %s --help`", words[0]);
}

/* FALSE: a usage error was printed, or the list of options that was asked for. */
static gboolean
parse_words (int argc, char **argv, const BlOptionTable *table)
{
  if (bl_option_list_print (argc, argv, table))
    return FALSE;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_summary (context, table->summary);
  g_option_context_set_description (context, table->description);
  if (table->own != NULL)
    g_option_context_add_main_entries (context, table->own, NULL);
  if (table->common != NULL)
    g_option_context_add_main_entries (context, table->common, NULL);
  g_autofree char *program = g_strdup_printf ("belie %s", argv[0]);
  g_set_prgname (program);

  /* GOption shuffles and frees nothing of argv; a copy keeps ours as it was. */
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  g_autoptr (GError) error = NULL;
  if (g_option_context_parse_strv (context, &words, &error))
    return TRUE;
  const gboolean unknown = g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
  g_autofree char *hint = unknown ? hint_for (argv, table) : g_strdup ("");
  bl_usage_error (argv[0], "%s%s", error->message, hint);
  return FALSE;
}

gboolean
bl_options_parse_only (int argc, char **argv, const BlOptionTable *table)
{
  return parse_words (argc, argv, table);
}

gboolean
bl_options_parse (BlOptions *options, int argc, char **argv, const char *summary, const GOptionEntry *own)
{
  const GOptionEntry common[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->pipeline.rules,
      "More rule packs: a folder or file, any number of times", "DIR" },
    { "no-default-rules", 0, 0, G_OPTION_ARG_NONE, &options->pipeline.no_default_rules, "Leave the shipped packs out", NULL },
    { "default-rules", 0, G_OPTION_FLAG_HIDDEN | G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &options->pipeline.no_default_rules,
      "The shipped packs, whatever belie.json says", NULL },
    { "kb", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->pipeline.knowledge,
      "More knowledge: a folder or file; the last named wins", "DIR" },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pipeline.only,
      "Only these findings: name/garbled or name, with commas", "ID" },
    { "skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pipeline.skip, "Not these findings", "ID" },
    { "min-severity", 0, 0, G_OPTION_ARG_STRING, &options->min_severity, "note, warning or error (default: note)", "LEVEL" },
    { "min-confidence", 0, 0, G_OPTION_ARG_DOUBLE, &options->pipeline.min_confidence, "0 to 1 (default: 0)", "P" },
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &options->config,
      "What holds for options that are not given (default: the nearest belie.json upward from PATH)", "FILE" },
    { "no-config", 0, 0, G_OPTION_ARG_NONE, &options->no_config, "Read no belie.json", NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "Only the closing count", NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose, "Also rules, gates and full notes", NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &options->colour, "auto, always or never", "WHEN" },
    { "hyperlink", 0, 0, G_OPTION_ARG_STRING, &options->hyperlink,
      "auto, always or never: places as links to their files (auto: on terminals that can)", "WHEN" },
    { "progress", 0, 0, G_OPTION_ARG_STRING, &options->progress,
      "auto, always or never: how far a run is, on standard error (auto: on a terminal)", "WHEN" },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &options->pipeline.jobs,
      "Threads (default: one a core); the output does not depend on it", "N" },
    { "cache-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->pipeline.cache_dir,
      "What is kept between runs (default: $XDG_CACHE_HOME/belie)", "DIR" },
    { "no-cache", 0, 0, G_OPTION_ARG_NONE, &options->pipeline.no_cache,
      "Read nothing from the cache and keep nothing: knowledge is read from its sources", NULL },
    { "cache", 0, G_OPTION_FLAG_HIDDEN | G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &options->pipeline.no_cache,
      "The cache, whatever belie.json says", NULL },
    { "prefilter", 0, 0, G_OPTION_ARG_STRING, &options->pipeline.prefilter,
      "auto, hash or vectorscan: how words of rules are found; the output does not depend on it", "NAME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, "[PATH…]" },
    { 0 },
  };
  const char *verb = argv[0];
  bl_settings_prepare (options);
  if (!parse_words (argc, argv, &(BlOptionTable){ .summary = summary, .own = own, .common = common }))
    return FALSE;
  split_commas (&options->pipeline.only);
  split_commas (&options->pipeline.skip);
  if (!bl_settings_use (options))
    return FALSE;
  options->pipeline.cache_remarks = options->verbose;
  options->pipeline.progress_at_once = g_strcmp0 (options->progress, "always") == 0;
  options->pipeline.only_is_asked = options->said[BL_SETTING_ONLY];
  if (options->min_severity != NULL && !bl_severity_parse (options->min_severity, &options->pipeline.min_severity))
    {
      bl_usage_error (verb, "--min-severity is note, warning or error, not “%s”", options->min_severity);
      return FALSE;
    }
  return check_words (options, verb);
}

gboolean
bl_options_fail_on (const BlOptions *options, BlSeverity *severity, gboolean *never)
{
  *never = g_strcmp0 (options->fail_on, "never") == 0;
  *severity = BL_SEVERITY_ERROR;
  if (options->fail_on == NULL || *never)
    return TRUE;
  return bl_severity_parse (options->fail_on, severity);
}

gboolean
bl_options_colour (const BlOptions *options, int fd)
{
  if (g_strcmp0 (options->colour, "always") == 0)
    return TRUE;
  if (g_strcmp0 (options->colour, "never") == 0)
    return FALSE;
  const char *no_colour = g_getenv ("NO_COLOR");
  if (no_colour != NULL && *no_colour != '\0')
    return FALSE;
  const char *force = g_getenv ("FORCE_COLOR");
  if (force != NULL && *force != '\0')
    return TRUE;
  return isatty (fd) == 1 && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

gboolean
bl_options_progress (const BlOptions *options)
{
  if (options->progress != NULL && strcmp (options->progress, "auto") != 0)
    return strcmp (options->progress, "always") == 0;
  return !options->quiet && isatty (STDERR_FILENO) == 1 && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/* Terminals that say who they are and are known to take OSC 8; others might show it as garbage. */
static gboolean
terminal_takes_hyperlinks (void)
{
  static const char *const programs[] = { "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", NULL };
  static const char *const terms[] = { "xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "wezterm", NULL };
  static const char *const variables[] = { "WT_SESSION", "KONSOLE_VERSION", "DOMTERM", NULL };
  const char *program = g_getenv ("TERM_PROGRAM"), *term = g_getenv ("TERM"), *vte = g_getenv ("VTE_VERSION");
  if (term == NULL || strcmp (term, "dumb") == 0 || g_getenv ("CI") != NULL)
    return FALSE;
  for (guint i = 0; variables[i] != NULL; i++)
    if (g_getenv (variables[i]) != NULL)
      return TRUE;
  return g_strv_contains (terms, term) || (program != NULL && g_strv_contains (programs, program))
         || (vte != NULL && g_ascii_strtoull (vte, NULL, 10) >= 5000);
}

gboolean
bl_options_hyperlink (const BlOptions *options, int fd)
{
  if (options->hyperlink != NULL && strcmp (options->hyperlink, "auto") != 0)
    return strcmp (options->hyperlink, "always") == 0;
  const char *force = g_getenv ("FORCE_HYPERLINK");
  if (force != NULL && *force != '\0')
    return strcmp (force, "0") != 0;
  return isatty (fd) == 1 && terminal_takes_hyperlinks ();
}
