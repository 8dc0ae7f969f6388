/* What a finding could not come from. */
#include "html/parts.h"
#include "html/sections.h"

/* A list of problems longer than this is folded. */
#define OPEN_PROBLEMS 12

static void
write_problem (BlHtmlWriter *writer, const BlProblem *problem)
{
  bl_html_begin (writer, "li");
  bl_html_element (writer, "b", NULL, problem->level == BL_PROBLEM_PARTIAL ? "not read" : "note");
  bl_html_text (writer, " ");
  if (problem->file != NULL)
    {
      bl_html_element (writer, "bdi", "file", problem->file);
      if (problem->line > 0)
        bl_html_textf (writer, ", line %u", problem->line);
      bl_html_text (writer, ": ");
    }
  bl_html_text (writer, problem->what);
  bl_html_end (writer, "li");
}

static void
write_problems (BlHtmlWriter *writer, BlProblems *problems)
{
  const GPtrArray *list = bl_problems_list (problems);
  if (list->len == 0)
    return;
  const gboolean fold = list->len > OPEN_PROBLEMS;
  if (fold)
    {
      bl_html_begin (writer, "details");
      bl_html_begin (writer, "summary");
      bl_html_textf (writer, "%u problems of the input", list->len);
      bl_html_end (writer, "summary");
    }
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "plain");
  for (guint i = 0; i < list->len; i++)
    write_problem (writer, list->pdata[i]);
  bl_html_end (writer, "ul");
  if (fold)
    bl_html_end (writer, "details");
}

/* "Titles whose holder on that day is not known: 1" is right for any number. */
static void
write_counted (BlHtmlWriter *writer, const char *what, guint64 n)
{
  g_autofree char *number = bl_html_number (n);
  bl_html_begin (writer, "li");
  bl_html_textf (writer, "%s: ", what);
  bl_html_element (writer, "b", NULL, number);
  bl_html_end (writer, "li");
}

static void
write_set_aside (BlHtmlWriter *writer, const BlRun *run)
{
  const guint64 *gates = bl_comparisons_gates (run->comparisons);
  guint64 sum = 0;
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    sum += gates[gate];
  if (sum == 0)
    return;
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  g_autofree char *number = bl_html_number (sum);
  bl_html_textf (writer, "%s pair%s of claims compared, and not held to disagree", number, sum == 1 ? "" : "s");
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "plain");
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    if (gates[gate] > 0)
      {
        g_autofree char *reason = bl_html_capitalised (bl_html_gate_phrase ((BlGate) gate));
        write_counted (writer, reason, gates[gate]);
      }
  bl_html_end (writer, "ul");
  bl_html_end (writer, "details");
}

guint
bl_html_n_undated (const BlRun *run)
{
  /* Where a check says so, it says so of the same articles. */
  const GPtrArray *list = bl_comparisons_not_checked (run->comparisons);
  for (guint i = 0; i < list->len; i++)
    if (g_str_has_prefix (((const BlNotChecked *) list->pdata[i])->what, "articles without a date"))
      return 0;
  guint n = 0;
  for (guint i = 0; i < bl_corpus_n_articles (run->corpus); i++)
    n += bl_corpus_article (run->corpus, i)->published.precision == BL_DATE_UNKNOWN;
  return n;
}

void
bl_html_not_checked (BlHtmlWriter *writer, const BlRun *run)
{
  const GPtrArray *not_checked = bl_comparisons_not_checked (run->comparisons);
  const guint undated = bl_html_n_undated (run);
  bl_html_section (writer, "not-checked", "Not checked");
  bl_html_element (writer, "p", "aside",
                   "What a finding could not come from. Images, video and what lies behind a link are never read; a statement "
                   "that no rule and no reader knows is never compared.");
  if (undated + not_checked->len > 0)
    {
      bl_html_begin (writer, "ul");
      bl_html_attribute (writer, "class", "plain");
      if (undated > 0)
        write_counted (writer, "Articles without a date", undated);
      for (guint i = 0; i < not_checked->len; i++)
        {
          const BlNotChecked *entry = not_checked->pdata[i];
          g_autofree char *what = bl_html_capitalised (entry->what);
          write_counted (writer, what, entry->n);
        }
      bl_html_end (writer, "ul");
    }
  write_problems (writer, run->problems);
  write_set_aside (writer, run);
  bl_html_end (writer, "section");
}
