/* The editors' report: one file that opens from anywhere, needs no network, and is whole without its script. */
#include "report/html.h"
#include "report/html_parts.h"

static void
write_meta (BlHtmlWriter *writer, const char *name, const char *content)
{
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "name", name);
  bl_html_attribute (writer, "content", content);
  bl_html_end (writer, "meta");
}

static void
write_policy (BlHtmlWriter *writer)
{
  g_autofree char *style = bl_html_asset_hash ("report.css");
  g_autofree char *script = bl_html_asset_hash ("report.js");
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "http-equiv", "Content-Security-Policy");
  bl_html_attributef (writer, "content",
                      "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
                      style, script);
  bl_html_end (writer, "meta");
}

static void
write_asset (BlHtmlWriter *writer, const char *element, const char *file)
{
  gsize length = 0;
  const char *text = bl_html_asset (file, &length);
  bl_html_begin (writer, element);
  bl_html_text_len (writer, text, (gssize) length);
  bl_html_end (writer, element);
}

/* "12 questions on 5 articles". Owned by the caller. */
static char *
title_of (const BlRun *run)
{
  const guint n = bl_findings_list (run->findings)->len - bl_run_n_set_aside (run),
              articles = bl_corpus_n_articles (run->corpus);
  if (n == 0)
    return g_strdup_printf ("No questions on %u article%s", articles, bl_html_plural (articles));
  return g_strdup_printf ("%u question%s on %u article%s", n, bl_html_plural (n), articles, bl_html_plural (articles));
}

static void
write_head (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_begin (writer, "head");
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "charset", "utf-8");
  bl_html_end (writer, "meta");
  write_policy (writer);
  write_meta (writer, "viewport", "width=device-width, initial-scale=1");
  write_meta (writer, "color-scheme", "light dark");
  write_meta (writer, "generator", "belie " BL_VERSION);
  g_autofree char *title = title_of (run);
  bl_html_begin (writer, "title");
  bl_html_textf (writer, "%s (belie)", title);
  bl_html_end (writer, "title");
  write_asset (writer, "style", "report.css");
  bl_html_end (writer, "head");
}

static void
write_count (BlHtmlWriter *writer, const char *before, guint n, const char *what)
{
  bl_html_begin (writer, "li");
  bl_html_text (writer, before);
  bl_html_begin (writer, "b");
  bl_html_textf (writer, "%u", n);
  bl_html_end (writer, "b");
  bl_html_textf (writer, " %s%s", what, bl_html_plural (n));
  bl_html_end (writer, "li");
}

static void
write_masthead (BlHtmlWriter *writer, const BlRun *run)
{
  g_autofree char *title = title_of (run);
  bl_html_begin (writer, "header");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "kicker");
  bl_html_element (writer, "b", NULL, "belie");
  /* "." says nothing to a reader who was sent the file. */
  if (g_strcmp0 (run->root, ".") != 0)
    {
      bl_html_text (writer, " ");
      bl_html_element (writer, "bdi", NULL, run->root);
    }
  bl_html_end (writer, "p");
  bl_html_element (writer, "h1", NULL, title);
  bl_html_element (writer, "p", "deck", "Findings are questions for an editor, not verdicts.");
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "counts");
  write_count (writer, NULL, bl_corpus_n_articles (run->corpus), "article");
  write_count (writer, "at most ", bl_origins_n_clusters (run->origins), "origin");
  write_count (writer, NULL, bl_run_n_claims (run), "claim");
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    write_count (writer, NULL, bl_review_n_shown (run->review, run->findings, (BlSeverity) severity),
                 bl_severity_name ((BlSeverity) severity));
  bl_html_end (writer, "ul");
  bl_html_end (writer, "header");
}

static void
write_link (BlHtmlWriter *writer, const char *target, const char *label)
{
  bl_html_begin (writer, "li");
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "href", target);
  bl_html_text (writer, label);
  bl_html_end (writer, "a");
  bl_html_end (writer, "li");
}

static void
write_contents (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_begin (writer, "nav");
  bl_html_attribute (writer, "aria-label", "Sections");
  bl_html_begin (writer, "ul");
  if (bl_review_n_shown (run->review, run->findings, BL_SEVERITY_ERROR) > 0)
    write_link (writer, "#errors", "Errors");
  if (bl_review_n_shown (run->review, run->findings, BL_SEVERITY_WARNING) > 0)
    write_link (writer, "#warnings", "Warnings");
  if (bl_review_n_shown (run->review, run->findings, BL_SEVERITY_NOTE) > 0)
    write_link (writer, "#notes", "Notes");
  write_link (writer, "#agreed", "Agreed facts");
  if (bl_comparisons_series (run->comparisons)->len > 0)
    write_link (writer, "#moved", "Figures that moved");
  write_link (writer, "#sources", "Sources");
  if (bl_origins_edges (run->origins)->len > 0)
    write_link (writer, "#origins", "Origins");
  if (bl_html_has_set_aside (run))
    write_link (writer, "#set-aside", "Set aside");
  write_link (writer, "#not-checked", "Not checked");
  write_link (writer, "#rules", "Rules");
  write_link (writer, "#record", "Record");
  bl_html_end (writer, "ul");
  bl_html_end (writer, "nav");
}

static void
write_body (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_begin (writer, "body");
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "class", "skip");
  bl_html_attribute (writer, "href", "#findings");
  bl_html_text (writer, "Skip to the findings");
  bl_html_end (writer, "a");
  write_masthead (writer, run);
  write_contents (writer, run);
  bl_html_begin (writer, "main");
  bl_html_findings (writer, run);
  bl_html_agreed (writer, run);
  bl_html_series (writer, run);
  bl_html_sources (writer, run);
  bl_html_origins (writer, run);
  bl_html_set_aside (writer, run);
  bl_html_not_checked (writer, run);
  bl_html_rules (writer, run);
  bl_html_record (writer, run);
  bl_html_end (writer, "main");
  bl_html_help (writer);
  write_asset (writer, "script", "report.js");
  bl_html_end (writer, "body");
}

void
bl_report_html (const BlRun *run, GString *out)
{
  BlHtmlWriter writer = bl_html_writer (out);
  bl_html_doctype (&writer);
  bl_html_begin (&writer, "html");
  bl_html_attribute (&writer, "lang", "en");
  write_head (&writer, run);
  write_body (&writer, run);
  bl_html_end (&writer, "html");
  g_string_append_c (out, '\n');
}
