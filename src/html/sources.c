/* Source profiles: how sources behave in this corpus, as counts with intervals. A table holds the measures that are looked at first, one
 * source a row; behind it each source has all its panels, folded. The drawings repeat what is written beside them. */
#include "html/parts.h"
#include "html/sections.h"

#include <math.h>
#include <string.h>

/* The drawing of an interval, in its own units. */
#define DRAWING_WIDTH 200
#define DRAWING_HEIGHT 12

/* Sources that have all their panels shown. */
#define MAX_PANELS 200

/* Panels of the table, by their names in bl_profile_panels(). */
static const char *const in_table[] = { "errors", "with_most", "corroborated", "figures", "own", "named" };

static const BlProfilePanel *
panel_named (const char *name)
{
  const BlProfilePanel *panel = bl_profile_panels ();
  while (panel->name != NULL && strcmp (panel->name, name) != 0)
    panel++;
  return panel;
}

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
  write_rect (writer, bl_proportion_too_few (p) ? "range few" : "range", p.low, p.high, 6);
  write_rect (writer, "tick", CLAMP (share - 0.005, 0, 0.99), CLAMP (share + 0.005, 0.01, 1), DRAWING_HEIGHT);
  bl_html_end (writer, "svg");
}

static void
begin_cell (BlHtmlWriter *writer, const char *label)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "role", "cell");
  g_autofree char *title = bl_html_capitalised (label);
  bl_html_attribute (writer, "data-label", title);
}

static void
write_quiet (BlHtmlWriter *writer, BlProportion p)
{
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "quiet");
  bl_html_textf (writer, "%.0f to %.0f %%", p.low * 100, p.high * 100);
  bl_html_end (writer, "span");
  if (bl_proportion_too_few (p))
    {
      bl_html_text (writer, " ");
      bl_html_element (writer, "span", "few", "too few to say");
    }
}

static void
write_proportion (BlHtmlWriter *writer, const BlProfilePanel *panel, const BlSourceProfile *profile)
{
  const BlProportion p = bl_profile_panel_of (profile, panel);
  begin_cell (writer, panel->label);
  if (p.n == 0)
    bl_html_element (writer, "span", "quiet", "none to count");
  else
    {
      bl_html_begin (writer, "span");
      bl_html_textf (writer, "%u of %u", p.k, p.n);
      bl_html_end (writer, "span");
      bl_html_text (writer, " ");
      write_interval (writer, p);
      write_quiet (writer, p);
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
  bl_html_element (writer, "bdi", NULL, source->name);
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
  for (guint i = 0; i < G_N_ELEMENTS (in_table); i++)
    write_proportion (writer, panel_named (in_table[i]), profile);
  bl_html_end (writer, "tr");
}

static void
write_head (BlHtmlWriter *writer)
{
  const char *titles[G_N_ELEMENTS (in_table) + 3] = { "Source", "Questions raised" };
  char *labels[G_N_ELEMENTS (in_table)];
  for (guint i = 0; i < G_N_ELEMENTS (in_table); i++)
    titles[i + 2] = labels[i] = bl_html_capitalised (panel_named (in_table[i])->label);
  bl_html_stack_head (writer, titles);
  for (guint i = 0; i < G_N_ELEMENTS (in_table); i++)
    g_free (labels[i]);
}

/* --- all panels of one source ------------------------------------------------------------------------------------- */

static void
write_row_head (BlHtmlWriter *writer, const char *label)
{
  g_autofree char *title = bl_html_capitalised (label);
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "row");
  bl_html_text (writer, title);
  bl_html_end (writer, "th");
}

/* Label, k of n, drawing, interval. */
static void
write_panel_row (BlHtmlWriter *writer, const char *label, BlProportion p)
{
  bl_html_begin (writer, "tr");
  write_row_head (writer, label);
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "class", "n");
  if (p.n > 0)
    bl_html_textf (writer, "%u of %u", p.k, p.n);
  else
    bl_html_element (writer, "span", "quiet", "none to count");
  bl_html_end (writer, "td");
  bl_html_begin (writer, "td");
  if (p.n > 0)
    {
      write_interval (writer, p);
      write_quiet (writer, p);
    }
  bl_html_end (writer, "td");
  bl_html_end (writer, "tr");
}

/* A number without an interval. */
static void
write_count_row (BlHtmlWriter *writer, const char *label, guint n, const char *remark)
{
  bl_html_begin (writer, "tr");
  write_row_head (writer, label);
  bl_html_count_cell (writer, n);
  bl_html_begin (writer, "td");
  if (remark != NULL)
    bl_html_element (writer, "span", "quiet", remark);
  bl_html_end (writer, "td");
  bl_html_end (writer, "tr");
}

static void
write_group_head (BlHtmlWriter *writer, const char *group)
{
  bl_html_begin (writer, "tbody");
  bl_html_begin (writer, "tr");
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "class", "group");
  bl_html_attribute (writer, "colspan", "3");
  bl_html_attribute (writer, "scope", "rowgroup");
  bl_html_text (writer, group);
  bl_html_end (writer, "th");
  bl_html_end (writer, "tr");
}

static void
write_kinds (BlHtmlWriter *writer, const BlSourceProfile *profile)
{
  for (guint i = 0; i < profile->kinds->len; i++)
    {
      const BlProfileKind *kind = &g_array_index (profile->kinds, BlProfileKind, i);
      const BlProportion p = bl_profile_kind_rate (profile, kind);
      const BlFindingKind *known = bl_finding_kind (kind->id);
      g_autofree char *label
          = g_strdup_printf ("%s, %s", known != NULL ? known->title : kind->id, bl_severity_name (kind->severity));
      g_autofree char *rate = profile->too_few ? g_strdup ("too few claims to say")
                                               : g_strdup_printf ("in 1,000 claims %.1f, between %.1f and %.1f",
                                                                  1000.0 * p.k / MAX (p.n, 1), p.low * 1000, p.high * 1000);
      write_count_row (writer, label, kind->n, rate);
    }
}

/* What stands above or below the panels of a group without being one. */
static void
write_counts (BlHtmlWriter *writer, const BlSourceProfile *profile, const char *group)
{
  if (strcmp (group, "Questions") == 0)
    write_kinds (writer, profile);
  else if (strcmp (group, "Against others") == 0)
    {
      write_count_row (writer, "conflicts with other sources", profile->n_conflicts, NULL);
      if (profile->estimated_by == NULL)
        return;
      g_autofree char *label = g_strdup_printf ("shared facts told as is probably true (truth discovery, method %s%s%s)",
                                                profile->estimated_by, profile->estimated_remark != NULL ? ", which " : "",
                                                profile->estimated_remark != NULL ? profile->estimated_remark : "");
      write_panel_row (writer, label, profile->estimated);
      write_panel_row (writer, "the same by vote", profile->estimated_by_vote);
    }
  else if (strcmp (group, "Sourcing") == 0)
    write_count_row (writer, "corrections of its own", profile->n_corrections, "candour: never counted against a source");
  else if (strcmp (group, "Care") == 0)
    write_count_row (writer, "told again what was taken back", profile->n_retracted, NULL);
}

static void
write_panels (BlHtmlWriter *writer, const BlSourceProfile *profile)
{
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "panels");
  bl_html_begin (writer, "summary");
  bl_html_text (writer, "Everything counted for ");
  bl_html_element (writer, "bdi", NULL, profile->source->name);
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "count");
  bl_html_textf (writer, "%u claim%s", profile->n_claims, bl_html_plural (profile->n_claims));
  if (profile->n_effective != profile->n_claims)
    bl_html_textf (writer, ", %u when one text that several articles print counts once", profile->n_effective);
  bl_html_end (writer, "span");
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "table");
  const char *group = "";
  for (const BlProfilePanel *panel = bl_profile_panels (); panel->name != NULL; panel++)
    {
      if (strcmp (panel->group, group) != 0)
        {
          if (group[0] != '\0')
            bl_html_end (writer, "tbody");
          group = panel->group;
          write_group_head (writer, group);
          write_counts (writer, profile, group);
        }
      write_panel_row (writer, panel->label, bl_profile_panel_of (profile, panel));
    }
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "details");
}

void
bl_html_sources (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_section (writer, "sources", "Sources");
  bl_html_element (
      writer, "p", "aside",
      "How each source behaves in this corpus: counts, and the interval in which the true share lies in 95 of 100 "
      "cases (Wilson). There is no ranking, below 30 counted there is too little to say anything, and a correction of "
      "one's own is never counted against a source.");
  bl_html_element (writer, "p", "aside", bl_profile_unseen ());
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
  for (guint i = 0; i < MIN (run->profiles->len, MAX_PANELS); i++)
    write_panels (writer, run->profiles->pdata[i]);
  bl_html_left_out (writer, run->profiles->len, MAX_PANELS, "sources with everything that was counted");
  bl_html_end (writer, "section");
}
