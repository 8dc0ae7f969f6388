/* belie pairs: two texts a line, compared as two sources of one event. A line is answered before the next one has to come; where many
 * wait, they are compared side by side. */
#include "cli/verbs.h"
#include "command/outputs.h"
#include "origins/reuse.h"
#include "pairs/line_source.h"
#include "pairs/pair_line.h"
#include "pairs/text_pair.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What one line came to. */
typedef struct
{
  GString *out;     /* its answer, with the line end; empty for a blank line */
  GString *remarks; /* for standard error */
  gboolean is_partial;
  gboolean fails; /* there is a finding at or above --fail-on */
} Answer;

typedef struct
{
  const BlOptions *options;
  BlPipeline *pipeline;
  const char *name; /* of the input, in messages */
  BlSeverity fail_on;
  gboolean never_fails;
  GPtrArray *scanners; /* BlScanner by worker */
  GArray *lines;       /* BlInputLine */
  GArray *answers;     /* Answer, by line */
  gint next;           /* line to be answered */
  gboolean is_partial;
  gboolean fails;
} Run;

/* --- one line ------------------------------------------------------------------------------------------------------ */

/* Left out when there are none. */
static void
write_related (const GArray *related, GString *out)
{
  for (guint i = 0; i < related->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"related\":[" : ",");
      bl_report_json_related (&g_array_index (related, BlRelated, i), out);
    }
  if (related->len > 0)
    g_string_append_c (out, ']');
}

static void
write_share (const char *name, double share, GString *out)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf (out, "%s%s", name, g_ascii_formatd (text, sizeof text, "%.4f", share));
}

/* How much of the shorter text stands in the other one. */
static void
write_reuse (const Run *run, const BlTextPair *pair, GString *out)
{
  if (!run->options->reuse)
    return;
  const BlReuse reuse
      = bl_reuse_measure (run->pipeline->cues, pair->articles[BL_PAIR_A]->document, pair->articles[BL_PAIR_B]->document);
  write_share (",\"reuse\":{\"words\":", reuse.words, out);
  write_share (",\"runs\":", reuse.runs, out);
  g_string_append_c (out, '}');
}

static void
write_pair (const Run *run, const BlPairLine *line, const BlTextPair *pair, GString *out)
{
  bl_json_write_literal (out, "{\"id\":");
  g_string_append (out, line->id);
  bl_json_write_literal (out, ",\"relation\":");
  bl_json_write_string (out, bl_relation_name (bl_text_pair_relation (pair)));
  bl_json_write_literal (out, ",\"findings\":[");
  const GPtrArray *findings = bl_findings_list (pair->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bl_report_json_finding (findings->pdata[i], NULL, out);
    }
  g_string_append_c (out, ']');
  write_related (bl_comparisons_related (pair->comparisons), out);
  write_reuse (run, pair, out);
  bl_json_write_literal (out, "}\n");
}

static void
write_wrong (const char *id, const char *wrong, GString *out)
{
  bl_json_write_literal (out, "{\"id\":");
  g_string_append (out, id);
  bl_json_write_literal (out, ",\"error\":");
  bl_json_write_string (out, wrong);
  bl_json_write_literal (out, "}\n");
}

static void
remark (const Run *run, Answer *answer, guint number, guint column, const char *what)
{
  const BlProblemPlace place = { .file = run->name, .line = number, .column = column };
  g_autofree char *text = bl_place_format (&place, what);
  g_string_append_printf (answer->remarks, "%s\n", text);
}

static void
take_problems (const Run *run, Answer *answer, guint number, BlProblems *problems)
{
  const GPtrArray *list = bl_problems_list (problems);
  answer->is_partial |= bl_problems_any_partial (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *what = bl_problem_format (list->pdata[i]);
      remark (run, answer, number, 0, what);
    }
}

static gboolean
is_failure (const Run *run, const BlFindings *findings)
{
  for (int level = (int) run->fail_on; !run->never_fails && level <= BL_SEVERITY_ERROR; level++)
    if (bl_findings_count (findings, (BlSeverity) level) > 0)
      return TRUE;
  return FALSE;
}

static void
answer_pair (const Run *run, BlScanner *scanner, const BlInputLine *input, Answer *answer)
{
  g_auto (BlPairLine) line;
  const gboolean read = bl_pair_line_read (&line, input->bytes, input->length);
  if (line.wrong != NULL)
    {
      remark (run, answer, input->number, line.column, line.wrong);
      answer->is_partial = TRUE;
    }
  if (!read)
    {
      write_wrong (line.id, line.wrong, answer->out);
      return;
    }
  const BlPairTexts texts = { .texts = { line.texts[BL_PAIR_A], line.texts[BL_PAIR_B] }, .day = line.day };
  g_autoptr (BlTextPair) pair = bl_text_pair_new (run->pipeline, &run->options->pipeline, scanner, &texts);
  write_pair (run, &line, pair, answer->out);
  take_problems (run, answer, input->number, pair->problems);
  answer->fails = is_failure (run, pair->findings);
}

static gboolean
is_blank (const BlInputLine *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isspace (line->bytes[i]))
      return FALSE;
  return TRUE;
}

static void
answer_line (const Run *run, BlScanner *scanner, const BlInputLine *line, Answer *answer)
{
  if (line->too_long)
    {
      g_autofree char *wrong
          = g_strdup_printf ("the line is too long: at most %u MiB are read", BL_LIMIT_JSONL_LINE_BYTES / (1024 * 1024));
      remark (run, answer, line->number, 0, wrong);
      write_wrong ("null", wrong, answer->out);
      answer->is_partial = TRUE;
    }
  else if (!is_blank (line))
    answer_pair (run, scanner, line, answer);
}

/* --- all lines ----------------------------------------------------------------------------------------------------- */

static void
work (guint worker, gpointer data)
{
  Run *run = data;
  BlScanner *scanner = run->scanners->pdata[worker];
  for (;;)
    {
      const guint i = (guint) g_atomic_int_add (&run->next, 1);
      if (i >= run->lines->len)
        return;
      Answer *answer = &g_array_index (run->answers, Answer, i);
      answer->out = g_string_new (NULL);
      answer->remarks = g_string_new (NULL);
      answer_line (run, scanner, &g_array_index (run->lines, BlInputLine, i), answer);
    }
}

/* Writes what was answered, in order. */
static gboolean
hand_out (Run *run)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < run->answers->len; i++)
    {
      Answer *answer = &g_array_index (run->answers, Answer, i);
      run->is_partial |= answer->is_partial;
      run->fails |= answer->fails;
      fputs (answer->remarks->str, stderr);
      g_string_append_len (all, answer->out->str, (gssize) answer->out->len);
      g_string_free (answer->out, TRUE);
      g_string_free (answer->remarks, TRUE);
    }
  const gboolean written = bl_print (all->str, all->len);
  g_string_free (all, TRUE);
  return written;
}

static gboolean
answer_lines (Run *run)
{
  const guint n_workers = MIN (run->scanners->len, run->lines->len);
  g_array_set_size (run->answers, 0);
  g_array_set_size (run->answers, run->lines->len);
  run->next = 0;
  bl_parallel_for (n_workers, n_workers, work, run);
  return hand_out (run);
}

static int
answer_all (Run *run, int fd)
{
  g_autoptr (BlLineSource) source = bl_line_source_new (fd);
  g_autoptr (GError) error = NULL;
  while (bl_line_source_read (source, run->lines, &error))
    if (!answer_lines (run))
      return BL_EXIT_PARTIAL;
  if (error != NULL)
    {
      fprintf (stderr, "%s: %s\n", run->name, error->message);
      return BL_EXIT_PARTIAL;
    }
  if (run->is_partial)
    return BL_EXIT_PARTIAL;
  return run->fails ? BL_EXIT_FINDINGS : BL_EXIT_CLEAN;
}

static int
pairs (const BlOptions *options, const char *name, int fd)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_text_lexicon (pipeline, &error) || !bl_pipeline_load_rules (pipeline, &options->pipeline, &error))
    return bl_outputs_failure ("pairs", pipeline->problems, error);
  bl_outputs_problems (pipeline->problems, options->quiet);
  g_autoptr (GPtrArray) scanners = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_scanner_free);
  for (guint i = 0; i < bl_pipeline_jobs (&options->pipeline); i++)
    g_ptr_array_add (scanners, bl_scanner_new (pipeline->rules));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (BlInputLine));
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (Answer));
  Run run
      = { .options = options, .pipeline = pipeline, .name = name, .scanners = scanners, .lines = lines, .answers = answers };
  bl_options_fail_on (options, &run.fail_on, &run.never_fails);
  return answer_all (&run, fd);
}

int
bl_verb_pairs (int argc, char **argv)
{
  g_auto (BlOptions) options = { 0 };
  const GOptionEntry own[] = {
    { "reuse", 0, 0, G_OPTION_ARG_NONE, &options.reuse, "Also say how much of one text stands in the other", NULL },
    { "fail-on", 0, 0, G_OPTION_ARG_STRING, &options.fail_on,
      "error, warning, note or never: from where on the exit code is 1 (default: error)", "LEVEL" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.paths, NULL, "[FILE]" },
    { 0 },
  };
  if (!bl_options_parse (
          &options, argc, argv,
          "Compares two texts a line, as two sources tell of one event on one day.\n"
          "PATH is a file of JSON Lines {\"id\": 1, \"a\": \"…\", \"b\": \"…\"}, or - for standard input (the default); a "
          "“date” is that of both.\nEach line is answered by {\"id\", \"relation\", \"findings\"}, in the same order.",
          own)
      || !bl_outputs_check (&options, "pairs"))
    return BL_EXIT_USAGE;
  const char *path = options.paths != NULL && options.paths[0] != NULL ? options.paths[0] : "-";
  if (options.paths != NULL && options.paths[0] != NULL && options.paths[1] != NULL)
    return bl_usage_error ("pairs", "one FILE, or - for standard input, not %u", g_strv_length (options.paths));
  if (options.paths == NULL && !options.quiet)
    bl_say_waiting ("pairs", "a pair of texts a line, {\"a\": \"…\", \"b\": \"…\"},");
  if (strcmp (path, "-") == 0)
    return pairs (&options, "standard input", STDIN_FILENO);
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  g_autofree char *shown = g_filename_display_name (path);
  if (fd < 0 || g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      const int code = bl_usage_error ("pairs", "%s: %s", shown, g_strerror (fd < 0 ? errno : EISDIR));
      if (fd >= 0)
        close (fd);
      return code;
    }
  const int code = pairs (&options, shown, fd);
  close (fd);
  return code;
}
