#include "command/outputs.h"

#include "command/command.h"
#include "html/html.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

typedef void (*WriteFunc) (const BlRun *run, GString *out);

static const struct
{
  const char *name;
  WriteFunc write; /* NULL: text, which has options */
} formats[] = {
  { "text", NULL },
  { "json", bl_report_json },
  { "sarif", bl_report_sarif },
  { "html", bl_report_html },
  { "short", bl_report_short },
  { "junit", bl_report_junit },
  { "checkstyle", bl_report_checkstyle },
  { "gitlab", bl_report_gitlab },
  { "github", bl_report_github },
  { "github-summary", bl_report_github_summary },
  { "rdjsonl", bl_report_rdjsonl },
  { "w3c", bl_report_web_annotation },
};

static int
format_index (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return (int) i;
  return -1;
}

/* "sarif=out.sarif" → index of the format; *file points into text. */
static int
parse_output (const char *text, const char **file)
{
  const char *equals = strchr (text, '=');
  if (equals == NULL || equals[1] == '\0')
    return -1;
  g_autofree char *name = g_strndup (text, (gsize) (equals - text));
  *file = equals + 1;
  return format_index (name);
}

gboolean
bl_outputs_check (const BlOptions *options, const char *verb)
{
  if (options->format != NULL && format_index (options->format) < 0)
    {
      bl_usage_error (verb, "--format is " BL_FORMATS ", not “%s”", options->format);
      return FALSE;
    }
  for (guint i = 0; options->outputs != NULL && options->outputs[i] != NULL; i++)
    {
      const char *file;
      if (parse_output (options->outputs[i], &file) < 0)
        {
          bl_usage_error (verb, "--output takes FORMAT=FILE with " BL_FORMATS ", not “%s”", options->outputs[i]);
          return FALSE;
        }
    }
  BlSeverity severity;
  gboolean never;
  if (!bl_options_fail_on (options, &severity, &never))
    {
      bl_usage_error (verb, "--fail-on is error, warning, note or never, not “%s”", options->fail_on);
      return FALSE;
    }
  return TRUE;
}

static guint
terminal_width (int fd)
{
  struct winsize size;
  if (isatty (fd) == 1 && ioctl (fd, TIOCGWINSZ, &size) == 0)
    return size.ws_col;
  return 0;
}

static GString *
render (const BlOptions *options, const BlRun *run, int format, int fd)
{
  GString *out = g_string_new (NULL);
  if (formats[format].write != NULL)
    {
      formats[format].write (run, out);
      return out;
    }
  const BlTextOptions text = { .colour = fd >= 0 && bl_options_colour (options, fd),
                               .links = fd >= 0 && bl_options_hyperlink (options, fd),
                               .verbose = options->verbose,
                               .quiet = options->quiet,
                               .width = fd >= 0 ? terminal_width (fd) : 0 };
  bl_report_text (run, &text, out);
  return out;
}

gboolean
bl_outputs_write (const BlOptions *options, const char *verb, const BlRun *run)
{
  gboolean ok = TRUE;
  for (guint i = 0; options->outputs != NULL && options->outputs[i] != NULL; i++)
    {
      const char *file = NULL;
      const int format = parse_output (options->outputs[i], &file);
      g_autoptr (GError) error = NULL;
      GString *out = render (options, run, format, -1);
      if (!bl_file_write (file, out->str, out->len, &error))
        {
          fprintf (stderr, "belie %s: %s\n", verb, error->message);
          ok = FALSE;
        }
      g_string_free (out, TRUE);
    }
  GString *out = render (options, run, options->format != NULL ? format_index (options->format) : 0, STDOUT_FILENO);
  ok = bl_print (out->str, out->len) && ok;
  g_string_free (out, TRUE);
  return ok;
}

/* A thousand articles without a date are one thing to say. */
enum
{
  SAME_NOTES = 3
};

/* How often each note says the same of another place. */
static GHashTable *
count_notes (const GPtrArray *list)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, problem->what));
      if (problem->level == BL_PROBLEM_NOTE)
        g_hash_table_insert (counts, problem->what, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

void
bl_outputs_problems (BlProblems *problems, gboolean quiet)
{
  const GPtrArray *list = bl_problems_list (problems);
  g_autoptr (GHashTable) left = count_notes (list);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      const gboolean note = problem->level == BL_PROBLEM_NOTE;
      if (quiet && note)
        continue;
      const guint all = note ? GPOINTER_TO_UINT (g_hash_table_lookup (left, problem->what)) : 1;
      const guint n = note ? GPOINTER_TO_UINT (g_hash_table_lookup (shown, problem->what)) : 0;
      g_hash_table_insert (shown, problem->what, GUINT_TO_POINTER (n + 1));
      if (n < SAME_NOTES || all <= SAME_NOTES + 1)
        {
          g_autofree char *text = bl_problem_show (problem);
          fprintf (stderr, "%s\n", text);
        }
      else if (n == SAME_NOTES)
        fprintf (stderr, "the same of %u more places: %s\n", all - SAME_NOTES, problem->what);
    }
}

int
bl_outputs_failure (const char *verb, BlProblems *problems, const GError *error)
{
  gboolean said = FALSE;
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      g_autofree char *line = bl_problem_format (problem);
      const gboolean is_error = strcmp (line, error->message) == 0;
      said = said || is_error;
      if (problem->level == BL_PROBLEM_NOTE && !is_error)
        continue;
      g_autofree char *shown = bl_problem_show (problem);
      fprintf (stderr, "%s\n", shown);
    }
  if (said)
    return BL_EXIT_USAGE;
  const char *excerpt = bl_json_error_excerpt (error);
  return bl_usage_error (verb, "%s%s%s", error->message, excerpt != NULL ? "\n" : "", excerpt != NULL ? excerpt : "");
}

/* An exception that matches nothing, or whose time is over. */
static gboolean
is_stale (const BlRun *run)
{
  if (bl_review_stale (run->review)->len > 0 || bl_review_expired (run->review)->len > 0)
    return TRUE;
  const GPtrArray *list = bl_findings_list (run->findings);
  for (guint i = 0; i < list->len; i++)
    if (g_str_has_prefix (((const BlFinding *) list->pdata[i])->id, "allow/"))
      return TRUE;
  return FALSE;
}

int
bl_outputs_exit_code (const BlOptions *options, const BlRun *run)
{
  if (bl_problems_any_partial (run->problems))
    return BL_EXIT_PARTIAL;
  BlSeverity severity = BL_SEVERITY_ERROR;
  gboolean never = FALSE;
  bl_options_fail_on (options, &severity, &never);
  if (never)
    return BL_EXIT_CLEAN;
  for (int level = (int) severity; level <= BL_SEVERITY_ERROR; level++)
    if (bl_review_n_shown (run->review, run->findings, (BlSeverity) level) > 0)
      return BL_EXIT_FINDINGS;
  return !options->baseline_lenient && is_stale (run) ? BL_EXIT_STALE : BL_EXIT_CLEAN;
}
