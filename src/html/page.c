#include "html/page.h"

#include "html/galley.h"
#include "html/html.h"
#include "html/parts.h"
#include "html/sections.h"

/* Files of reports/page, in the order in which they stand in the page. */
static const char *const styles[] = {
  "page.css", "filter.css", "findings.css", "overview.css", "matrix.css", "sources.css", "galley.css",
};
static const char *const scripts[] = {
  "page.js", "filter.js", "groups.js", "saved.js", "keys.js", "verdicts.js", "picks.js", "start.js",
};

/* Behind the findings, in the order of the page; has is NULL where the section is always there. */
static const struct
{
  const char *id;
  const char *label;
  gboolean (*has) (const BlRun *run);
  void (*write) (BlHtmlWriter *writer, const BlRun *run);
} sections[] = {
  { "matrix", "Facts by origin", bl_html_has_matrix, bl_html_matrix },
  { "agreed", "Agreed facts", NULL, bl_html_agreed },
  { "disputes", "Disputed by speakers", bl_html_has_disputes, bl_html_disputes },
  { "single", "Told by one origin", bl_html_has_single, bl_html_single },
  { "moved", "Values over time", bl_html_has_series, bl_html_series },
  { "sources", "Sources", NULL, bl_html_sources },
  { "origins", "Origins", bl_html_has_origins, bl_html_origins },
  { "set-aside", "Set aside", bl_html_has_set_aside, bl_html_set_aside },
  { "not-checked", "Not checked", NULL, bl_html_not_checked },
  { "rules", "Rules", NULL, bl_html_rules },
  { "record", "Record", NULL, bl_html_record },
};

/* Those that are about a draft too. */
static const char *const of_drafts[] = { "disputes", "set-aside", "not-checked", "rules", "record", NULL };

static gboolean
is_of_drafts (const BlHtmlPage *page)
{
  return page->cards->galleys != NULL && page->cards->galleys->of_drafts;
}

static gboolean
has_section (const BlHtmlPage *page, gsize i)
{
  return page->part == NULL && (!is_of_drafts (page) || g_strv_contains (of_drafts, sections[i].id))
         && (sections[i].has == NULL || sections[i].has (page->cards->run));
}

static gboolean
has_galleys (const BlHtmlPage *page)
{
  return page->part == NULL && page->cards->galleys != NULL && page->cards->galleys->coverages != NULL;
}

static void
write_meta (BlHtmlWriter *writer, const char *name, const char *content)
{
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "name", name);
  bl_html_attribute (writer, "content", content);
  bl_html_end (writer, "meta");
}

static void
add_hashes (GString *policy, const char *const *files, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *hash = bl_html_asset_hash (files[i]);
      g_string_append_printf (policy, " '%s'", hash);
    }
}

static void
write_policy (BlHtmlWriter *writer)
{
  g_autoptr (GString) policy = g_string_new ("default-src 'none'; style-src");
  add_hashes (policy, styles, G_N_ELEMENTS (styles));
  g_string_append (policy, "; script-src");
  add_hashes (policy, scripts, G_N_ELEMENTS (scripts));
  g_string_append (policy, "; img-src data:; base-uri 'none'; form-action 'none'");
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "http-equiv", "Content-Security-Policy");
  bl_html_attribute (writer, "content", policy->str);
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
title_of (const BlHtmlPage *page)
{
  const guint n = page->cards->shown->len;
  g_autofree char *number = bl_html_number (n);
  g_autofree char *questions = g_strdup_printf ("%s question%s", n == 0 ? "No" : number, bl_html_plural (n));
  if (page->part != NULL)
    return g_strdup_printf ("%s on articles of %s", questions, page->part);
  if (is_of_drafts (page))
    {
      const GPtrArray *drafts = page->cards->galleys->coverages;
      g_autofree char *what = drafts->len == 1 ? g_strdup (((const BlCoverage *) drafts->pdata[0])->article->id)
                                               : g_strdup_printf ("%u drafts", drafts->len);
      return g_strdup_printf ("%s on %s", questions, what);
    }
  const guint n_articles = bl_corpus_n_articles (page->cards->run->corpus);
  g_autofree char *articles = bl_html_number (n_articles);
  return g_strdup_printf ("%s on %s article%s", questions, articles, bl_html_plural (n_articles));
}

static void
write_head (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  bl_html_begin (writer, "head");
  bl_html_begin (writer, "meta");
  bl_html_attribute (writer, "charset", "utf-8");
  bl_html_end (writer, "meta");
  write_policy (writer);
  write_meta (writer, "viewport", "width=device-width, initial-scale=1");
  write_meta (writer, "color-scheme", "light dark");
  write_meta (writer, "generator", "belie " BL_VERSION);
  g_autofree char *title = title_of (page);
  bl_html_begin (writer, "title");
  bl_html_textf (writer, "%s (belie)", title);
  bl_html_end (writer, "title");
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    write_asset (writer, "style", styles[i]);
  bl_html_end (writer, "head");
}

static void
write_count (BlHtmlWriter *writer, const char *before, guint n, const char *what)
{
  bl_html_begin (writer, "li");
  bl_html_text (writer, before);
  g_autofree char *number = bl_html_number (n);
  bl_html_element (writer, "b", NULL, number);
  bl_html_textf (writer, " %s%s", what, bl_html_plural (n));
  bl_html_end (writer, "li");
}

static void
write_counts (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  const BlRun *run = page->cards->run;
  guint n[3] = { 0 };
  for (guint i = 0; i < page->cards->shown->len; i++)
    n[((const BlFinding *) page->cards->shown->pdata[i])->severity]++;
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "counts");
  if (page->part == NULL)
    {
      write_count (writer, NULL, bl_corpus_n_articles (run->corpus), "article");
      write_count (writer, "at most ", bl_origins_n_clusters (run->origins), "origin");
      write_count (writer, NULL, bl_run_n_claims (run), "claim");
    }
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    write_count (writer, NULL, n[severity], bl_severity_name ((BlSeverity) severity));
  bl_html_end (writer, "ul");
}

static void
write_masthead (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  const char *root = page->cards->run->root;
  g_autofree char *title = title_of (page);
  bl_html_begin (writer, "header");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "kicker");
  bl_html_element (writer, "b", NULL, "belie");
  /* "." says nothing to a reader who was sent the file. */
  if (g_strcmp0 (root, ".") != 0)
    {
      bl_html_text (writer, " ");
      bl_html_element (writer, "bdi", NULL, root);
    }
  bl_html_end (writer, "p");
  bl_html_element (writer, "h1", NULL, title);
  bl_html_element (writer, "p", "deck", "Findings are questions for an editor, not verdicts.");
  write_counts (writer, page);
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
write_contents (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  static const char *const links[][2] = {
    [BL_SEVERITY_ERROR] = { "#errors", "Errors" },
    [BL_SEVERITY_WARNING] = { "#warnings", "Warnings" },
    [BL_SEVERITY_NOTE] = { "#notes", "Notes" },
  };
  const GPtrArray *shown = page->cards->shown;
  gboolean has[3] = { FALSE };
  for (guint i = 0; i < shown->len; i++)
    has[((const BlFinding *) shown->pdata[i])->severity] = TRUE;
  bl_html_begin (writer, "nav");
  bl_html_attribute (writer, "aria-label", "Sections");
  bl_html_begin (writer, "ul");
  if (page->part != NULL)
    write_link (writer, BL_HTML_INDEX, "The whole report");
  if (is_of_drafts (page))
    write_link (writer, "#galleys", "Galley");
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    if (has[severity])
      write_link (writer, links[severity][0], links[severity][1]);
  if (has_galleys (page) && !is_of_drafts (page))
    write_link (writer, "#galleys", "Galleys");
  if (bl_html_has_told (page->cards->galleys))
    write_link (writer, "#told", "Told alike elsewhere");
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (has_section (page, i))
      {
        g_autofree char *target = g_strconcat ("#", sections[i].id, NULL);
        write_link (writer, target, sections[i].label);
      }
  bl_html_end (writer, "ul");
  bl_html_end (writer, "nav");
}

static void
write_main (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  const BlRun *run = page->cards->run;
  bl_html_begin (writer, "main");
  if (is_of_drafts (page))
    bl_html_galleys (writer, page->cards);
  else if (page->part == NULL)
    bl_html_overview (writer, page->cards);
  bl_html_findings (writer, page->cards, page->as_lines);
  if (has_galleys (page) && !is_of_drafts (page))
    bl_html_galleys (writer, page->cards);
  if (bl_html_has_told (page->cards->galleys))
    bl_html_told (writer, page->cards->galleys);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (has_section (page, i))
      sections[i].write (writer, run);
  bl_html_end (writer, "main");
}

static void
write_body (BlHtmlWriter *writer, const BlHtmlPage *page)
{
  bl_html_begin (writer, "body");
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "class", "skip");
  bl_html_attribute (writer, "href", "#findings");
  bl_html_text (writer, "Skip to the findings");
  bl_html_end (writer, "a");
  write_masthead (writer, page);
  write_contents (writer, page);
  write_main (writer, page);
  bl_html_tools (writer);
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    write_asset (writer, "script", scripts[i]);
  bl_html_end (writer, "body");
}

void
bl_html_page (const BlHtmlPage *page, GString *out)
{
  BlHtmlWriter writer = bl_html_writer (out);
  writer.dense = page->cards->brief;
  bl_html_doctype (&writer);
  bl_html_begin (&writer, "html");
  bl_html_attribute (&writer, "lang", "en");
  /* What the verdicts that a browser keeps belong to. */
  bl_html_attribute (&writer, "data-corpus", page->cards->run->root);
  write_head (&writer, page);
  write_body (&writer, page);
  bl_html_end (&writer, "html");
  g_string_append_c (out, '\n');
}

void
bl_report_html (const BlRun *run, GString *out)
{
  g_auto (BlHtmlCards) cards;
  g_auto (BlHtmlGalleys) galleys;
  bl_html_cards_init (&cards, run);
  bl_html_galleys_init (&galleys, run);
  cards.galleys = &galleys;
  const BlHtmlPage page = { .cards = &cards };
  bl_html_page (&page, out);
}
