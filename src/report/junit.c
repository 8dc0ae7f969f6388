/* JUnit XML, as CI servers read it: a suite an article, a failed case a finding that is shown, one passed case for an article without any. */
#include "report/html_writer.h"
#include "report/shown.h"

static void
write_case (BlHtmlWriter *writer, const BlFinding *finding)
{
  bl_html_begin (writer, "testcase");
  bl_html_attribute (writer, "classname", finding->at->article->id);
  bl_html_attributef (writer, "name", "%s at %u:%u", finding->id, finding->at->location.line, finding->at->location.column);
  bl_html_attribute (writer, "file", finding->at->article->file);
  bl_html_attributef (writer, "line", "%u", finding->at->location.line);
  bl_html_begin (writer, "failure");
  bl_html_attribute (writer, "type", bl_severity_name (finding->severity));
  bl_html_attribute (writer, "message", finding->message);
  g_autoptr (GString) text = g_string_new (NULL);
  const BlTextOptions options = { 0 };
  bl_report_text_finding (finding, &options, text);
  bl_html_text (writer, text->str);
  bl_html_end (writer, "failure");
  bl_html_end (writer, "testcase");
  bl_html_text (writer, "\n");
}

/* The findings [first, end) are of the article. */
static void
write_suite (BlHtmlWriter *writer, const BlArticle *article, const GPtrArray *shown, guint first, guint end)
{
  bl_html_begin (writer, "testsuite");
  bl_html_attribute (writer, "name", article->id);
  bl_html_attributef (writer, "tests", "%u", MAX (1, end - first));
  bl_html_attributef (writer, "failures", "%u", end - first);
  bl_html_attribute (writer, "errors", "0");
  bl_html_text (writer, "\n");
  for (guint i = first; i < end; i++)
    write_case (writer, shown->pdata[i]);
  if (first == end)
    {
      bl_html_begin (writer, "testcase");
      bl_html_attribute (writer, "classname", article->id);
      bl_html_attribute (writer, "name", "nothing to ask");
      bl_html_end (writer, "testcase");
      bl_html_text (writer, "\n");
    }
  bl_html_end (writer, "testsuite");
  bl_html_text (writer, "\n");
}

/* What was not read is an error of the run, not of an article. */
static guint
count_partial (const BlRun *run)
{
  const GPtrArray *problems = bl_problems_list (run->problems);
  guint n = 0;
  for (guint i = 0; i < problems->len; i++)
    n += ((const BlProblem *) problems->pdata[i])->level == BL_PROBLEM_PARTIAL;
  return n;
}

static void
write_unread (BlHtmlWriter *writer, const BlRun *run, guint n)
{
  const GPtrArray *problems = bl_problems_list (run->problems);
  bl_html_begin (writer, "testsuite");
  bl_html_attribute (writer, "name", "not read");
  bl_html_attributef (writer, "tests", "%u", n);
  bl_html_attribute (writer, "failures", "0");
  bl_html_attributef (writer, "errors", "%u", n);
  for (guint i = 0; i < problems->len; i++)
    {
      const BlProblem *problem = problems->pdata[i];
      if (problem->level != BL_PROBLEM_PARTIAL)
        continue;
      g_autofree char *line = bl_problem_format (problem);
      bl_html_begin (writer, "testcase");
      bl_html_attribute (writer, "name", problem->file != NULL ? problem->file : "input");
      bl_html_begin (writer, "error");
      bl_html_attribute (writer, "message", line);
      bl_html_end (writer, "error");
      bl_html_end (writer, "testcase");
    }
  bl_html_end (writer, "testsuite");
  bl_html_text (writer, "\n");
}

void
bl_report_junit (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  const guint n_unread = count_partial (run);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_begin (&writer, "testsuites");
  bl_html_attribute (&writer, "name", "belie");
  bl_html_attributef (&writer, "failures", "%u", shown->len);
  bl_html_attributef (&writer, "errors", "%u", n_unread);
  bl_html_text (&writer, "\n");
  guint first = 0;
  for (guint i = 0; i < bl_corpus_n_articles (run->corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (run->corpus, i);
      guint end = first;
      while (end < shown->len && ((const BlFinding *) shown->pdata[end])->at->article == article)
        end++;
      if (run->focus == NULL || run->focus[i] || end > first)
        write_suite (&writer, article, shown, first, end);
      first = end;
    }
  if (n_unread > 0)
    write_unread (&writer, run, n_unread);
  bl_html_end (&writer, "testsuites");
  g_string_append_c (out, '\n');
}
