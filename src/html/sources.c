/* Source profiles and the copy graph: how sources behave in this corpus, as counts with intervals. */
#include "html/parts.h"
#include "html/sections.h"

#include <math.h>
#include <string.h>

/* The drawing of an interval, in its own units. */
#define DRAWING_WIDTH 200
#define DRAWING_HEIGHT 12

typedef struct
{
  const char *title;
  gsize offset; /* of the BlProportion in the profile */
} Measure;

static const Measure measures[] = {
  { "Claims with an error", G_STRUCT_OFFSET (BlSourceProfile, errors) },
  { "Conflicts in which most origins stand with it", G_STRUCT_OFFSET (BlSourceProfile, with_most) },
  { "Comparable claims that others confirm", G_STRUCT_OFFSET (BlSourceProfile, corroborated) },
  { "Comparable figures that others confirm", G_STRUCT_OFFSET (BlSourceProfile, figures) },
  { "Articles of its own", G_STRUCT_OFFSET (BlSourceProfile, own) },
  { "Statements with a named speaker", G_STRUCT_OFFSET (BlSourceProfile, named) },
};

static void
write_rect (BlHtmlWriter *writer, const char *css_class, double from, double to, guint height)
{
  const int x = (int) round (from * DRAWING_WIDTH), end = (int) round (to * DRAWING_WIDTH);
  bl_html_begin (writer, "rect");
  bl_html_attribute (writer, "class", css_class);
  bl_html_attributef (writer, "x", "%d", x);
  bl_html_attributef (writer, "y", "%u", (DRAWING_HEIGHT - height) / 2);
  bl_html_attributef (writer, "width", "%d", MAX (end - x, 2));
  bl_html_attributef (writer, "height", "%u", height);
  bl_html_end (writer, "rect");
}

/* A rule from 0 to 100 %, a bar for the interval, a tick for k of n. The numbers beside it say the same. */
static void
write_interval (BlHtmlWriter *writer, BlProportion p)
{
  const double share = (double) p.k / p.n;
  bl_html_begin (writer, "svg");
  bl_html_attributef (writer, "viewBox", "0 0 %d %d", DRAWING_WIDTH, DRAWING_HEIGHT);
  bl_html_attribute (writer, "aria-hidden", "true");
  write_rect (writer, "axis", 0, 1, 2);
  write_rect (writer, "range", p.low, p.high, 6);
  write_rect (writer, "tick", CLAMP (share - 0.005, 0, 0.99), CLAMP (share + 0.005, 0.01, 1), DRAWING_HEIGHT);
  bl_html_end (writer, "svg");
}

static void
begin_cell (BlHtmlWriter *writer, const char *label)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "role", "cell");
  bl_html_attribute (writer, "data-label", label);
}

static void
write_proportion (BlHtmlWriter *writer, const Measure *measure, const BlSourceProfile *profile)
{
  const BlProportion p = *(const BlProportion *) ((const char *) profile + measure->offset);
  begin_cell (writer, measure->title);
  if (p.n == 0)
    bl_html_element (writer, "span", "quiet", "none to count");
  else
    {
      bl_html_begin (writer, "span");
      bl_html_textf (writer, "%u of %u", p.k, p.n);
      bl_html_end (writer, "span");
      if (!profile->too_few)
        {
          bl_html_text (writer, " ");
          write_interval (writer, p);
          bl_html_begin (writer, "span");
          bl_html_attribute (writer, "class", "quiet");
          bl_html_textf (writer, "%.0f to %.0f %%", p.low * 100, p.high * 100);
          bl_html_end (writer, "span");
        }
    }
  bl_html_end (writer, "td");
}

/* Only what a browser opens as a page: an address from the corpus may be anything. */
static void
write_source_name (BlHtmlWriter *writer, const BlSource *source)
{
  const gboolean is_page
      = source->url != NULL
        && (g_ascii_strncasecmp (source->url, "https://", 8) == 0 || g_ascii_strncasecmp (source->url, "http://", 7) == 0);
  if (is_page)
    {
      bl_html_begin (writer, "a");
      bl_html_attribute (writer, "href", source->url);
      bl_html_attribute (writer, "rel", "noreferrer");
    }
  /* The filter knows a source by its id too. */
  bl_html_begin (writer, "bdi");
  bl_html_attribute (writer, "data-source", source->id);
  bl_html_text (writer, source->name);
  bl_html_end (writer, "bdi");
  if (is_page)
    bl_html_end (writer, "a");
}

static void
write_profile (BlHtmlWriter *writer, const BlSourceProfile *profile)
{
  bl_html_begin (writer, "tr");
  bl_html_attribute (writer, "role", "row");
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "row");
  bl_html_attribute (writer, "role", "rowheader");
  write_source_name (writer, profile->source);
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "quiet");
  bl_html_textf (writer, "%s, %u article%s, %u claim%s", profile->source->kind, profile->n_articles,
                 bl_html_plural (profile->n_articles), profile->n_claims, bl_html_plural (profile->n_claims));
  bl_html_end (writer, "span");
  if (profile->n_corrections > 0)
    {
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "quiet");
      bl_html_textf (writer, "%u correction%s of its own", profile->n_corrections, bl_html_plural (profile->n_corrections));
      bl_html_end (writer, "span");
    }
  if (profile->too_few)
    bl_html_element (writer, "span", "few", "too few to say");
  bl_html_end (writer, "th");

  begin_cell (writer, "Questions raised");
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    {
      const guint n = profile->n_findings[severity];
      bl_html_begin (writer, "span");
      bl_html_textf (writer, "%u %s%s", n, bl_severity_name ((BlSeverity) severity), bl_html_plural (n));
      bl_html_end (writer, "span");
      bl_html_text (writer, " ");
    }
  bl_html_end (writer, "td");
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    write_proportion (writer, &measures[i], profile);
  bl_html_end (writer, "tr");
}

static void
write_head (BlHtmlWriter *writer)
{
  const char *titles[G_N_ELEMENTS (measures) + 2] = { "Source", "Questions raised" };
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    titles[i + 2] = measures[i].title;
  bl_html_begin (writer, "thead");
  bl_html_attribute (writer, "role", "rowgroup");
  bl_html_begin (writer, "tr");
  bl_html_attribute (writer, "role", "row");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      bl_html_begin (writer, "th");
      bl_html_attribute (writer, "scope", "col");
      bl_html_attribute (writer, "role", "columnheader");
      bl_html_text (writer, titles[i]);
      bl_html_end (writer, "th");
    }
  bl_html_end (writer, "tr");
  bl_html_end (writer, "thead");
}

void
bl_html_sources (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_section (writer, "sources", "Sources");
  bl_html_element (
      writer, "p", "aside",
      "How each source behaves in this corpus: counts, and the interval in which the true share lies in 95 of 100 "
      "cases (Wilson). There is no ranking, below 30 claims there is too little to say anything, and a correction of "
      "one's own is never counted against a source. What a program cannot see: ownership, intent, invention, omission.");
  bl_html_begin (writer, "table");
  bl_html_attribute (writer, "class", "profiles");
  bl_html_attribute (writer, "role", "table");
  bl_html_attribute (writer, "aria-labelledby", "sources-h");
  write_head (writer);
  bl_html_begin (writer, "tbody");
  bl_html_attribute (writer, "role", "rowgroup");
  for (guint i = 0; i < run->profiles->len; i++)
    write_profile (writer, run->profiles->pdata[i]);
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "section");
}
