/* The first screen: what is new, where articles disagree, what moved, who is asked, what was not looked at. Short lists that lead on. */
#include "html/events.h"
#include "html/parts.h"
#include "html/sections.h"
#include "report/shown.h"

#include <stdlib.h>
#include <string.h>

/* New findings that have a line: what a night editor reads between two editions. */
#define MAX_NEW 10
/* Lines of the other lists. */
#define MAX_LINES 5
/* Characters of a headline. */
#define HEADLINE 90
/* Values of a series. */
#define MAX_VALUES 6

static void
begin_block (BlHtmlWriter *writer, const char *css_class, const char *heading, guint n)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", css_class);
  bl_html_begin (writer, "h3");
  bl_html_text (writer, heading);
  bl_html_text (writer, " ");
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "count");
  bl_html_textf (writer, "%u", n);
  bl_html_end (writer, "span");
  bl_html_end (writer, "h3");
}

/* A link to a section. filter: what the script narrows the findings to in its place; or NULL. */
static void
begin_link (BlHtmlWriter *writer, const char *target, const char *filter)
{
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "href", target);
  bl_html_attribute (writer, "data-filter", filter);
}

static void
write_more (BlHtmlWriter *writer, guint n, guint shown, const char *target, const char *filter)
{
  if (n <= shown)
    return;
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "more");
  begin_link (writer, target, filter);
  bl_html_textf (writer, "and %u more", n - shown);
  bl_html_end (writer, "a");
  bl_html_end (writer, "p");
}

/* --- new ------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
new_findings (const BlHtmlCards *cards)
{
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < cards->shown->len; i++)
    if (bl_review_of (cards->run->review, cards->shown->pdata[i]) == NULL)
      g_ptr_array_add (list, cards->shown->pdata[i]);
  bl_sort_by_gravity (list);
  return list;
}

static void
write_new (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  g_autoptr (GPtrArray) list = new_findings (cards);
  const guint known = cards->shown->len - list->len, aside = bl_run_n_set_aside (cards->run);
  begin_block (writer, "fresh", "New", list->len);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "quiet");
  if (cards->shown->len + aside == 0)
    bl_html_text (writer, "The checks that ran found nothing to ask. That says nothing of what was not checked.");
  else if (known + aside == 0)
    bl_html_text (writer, "No decision is on record, so every finding is new.");
  else
    bl_html_textf (writer, "Nobody has decided about %s. %u known, %u set aside.", list->len == 1 ? "it" : "these", known,
                   aside);
  bl_html_end (writer, "p");
  if (list->len > 0)
    {
      bl_html_begin (writer, "ol");
      bl_html_attribute (writer, "class", "lines");
      for (guint i = 0; i < MIN (list->len, MAX_NEW); i++)
        bl_html_line (writer, cards, list->pdata[i], FALSE);
      bl_html_end (writer, "ol");
    }
  write_more (writer, list->len, MAX_NEW, "#findings", "is:new");
  bl_html_end (writer, "div");
}

/* --- events --------------------------------------------------------------------------------------------------------- */

static void
write_event (BlHtmlWriter *writer, const BlHtmlCards *cards, guint index)
{
  const BlHtmlEvent *event = cards->events->pdata[index];
  g_autofree char *title = bl_html_headline (event->articles->pdata[0], HEADLINE);
  g_autofree char *days = bl_html_event_days (event);
  bl_html_begin (writer, "li");
  bl_html_begin_link_to (writer, cards, event->findings->pdata[0]);
  bl_html_attributef (writer, "data-filter", "event:%u", index + 1);
  bl_html_element (writer, "bdi", NULL, title);
  bl_html_end (writer, "a");
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "place");
  bl_html_textf (writer, " %u conflict%s in %u articles%s", event->findings->len, bl_html_plural (event->findings->len),
                 event->articles->len, days[0] != '\0' ? ", " : "");
  bl_html_prose (writer, days);
  bl_html_end (writer, "span");
  bl_html_end (writer, "li");
}

static void
write_events (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  const GPtrArray *events = cards->events;
  begin_block (writer, "events", "Events told differently", events->len);
  bl_html_begin (writer, "ul");
  for (guint i = 0; i < MIN (events->len, MAX_LINES); i++)
    write_event (writer, cards, i);
  if (events->len == 0)
    bl_html_element (writer, "li", "quiet", "No two articles were found to disagree.");
  bl_html_end (writer, "ul");
  write_more (writer, events->len, MAX_LINES, "#findings", NULL);
  bl_html_end (writer, "div");
}

/* --- facts revised -------------------------------------------------------------------------------------------------- */

/* "12 → 19 → … → 24". */
static void
write_values (BlHtmlWriter *writer, const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (i > 0)
        bl_html_text (writer, " → ");
      if (claims->len > MAX_VALUES && i == MAX_VALUES - 1)
        {
          bl_html_text (writer, "… → ");
          claim = claims->pdata[claims->len - 1];
          i = claims->len;
        }
      bl_html_element (writer, "bdi", NULL, claim->value.surface);
    }
}

static void
write_revised (BlHtmlWriter *writer, const BlRun *run)
{
  const GPtrArray *series = bl_comparisons_series (run->comparisons);
  begin_block (writer, "revised", "Facts revised", series->len);
  bl_html_begin (writer, "ul");
  for (guint i = 0; i < MIN (series->len, MAX_LINES); i++)
    {
      const BlSeries *one = series->pdata[i];
      const BlClaim *first = one->claims->pdata[0];
      g_autofree char *title = bl_html_headline (first->at.article, HEADLINE);
      bl_html_begin (writer, "li");
      begin_link (writer, "#moved", NULL);
      write_values (writer, one->claims);
      bl_html_end (writer, "a");
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "place");
      bl_html_text (writer, " ");
      bl_html_element (writer, "bdi", NULL, title);
      bl_html_end (writer, "span");
      bl_html_end (writer, "li");
    }
  if (series->len == 0)
    bl_html_element (writer, "li", "quiet", "No figure moved from report to report.");
  bl_html_end (writer, "ul");
  write_more (writer, series->len, MAX_LINES, "#moved", NULL);
  bl_html_end (writer, "div");
}

/* --- sources -------------------------------------------------------------------------------------------------------- */

static guint
n_grave (const BlSourceProfile *profile)
{
  return profile->n_findings[BL_SEVERITY_ERROR] + profile->n_findings[BL_SEVERITY_WARNING];
}

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
  const BlSourceProfile *x = *(BlSourceProfile *const *) a, *y = *(BlSourceProfile *const *) b;
  if (n_grave (x) != n_grave (y))
    return n_grave (x) > n_grave (y) ? -1 : 1;
  return strcmp (x->source->id, y->source->id);
}

static void
write_sources (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  for (guint i = 0; i < run->profiles->len; i++)
    if (((const BlSourceProfile *) run->profiles->pdata[i])->source != NULL)
      g_ptr_array_add (profiles, run->profiles->pdata[i]);
  g_ptr_array_sort (profiles, compare_profiles);
  begin_block (writer, "asked", "Sources", profiles->len);
  bl_html_begin (writer, "ul");
  for (guint i = 0; i < MIN (profiles->len, MAX_LINES); i++)
    {
      const BlSourceProfile *profile = profiles->pdata[i];
      g_autofree char *filter = g_strdup_printf ("source:\"%s\"", profile->source->id);
      bl_html_begin (writer, "li");
      begin_link (writer, "#sources", filter);
      bl_html_element (writer, "bdi", NULL, profile->source->name);
      bl_html_end (writer, "a");
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "place");
      bl_html_textf (writer, " %u question%s on %u article%s", n_grave (profile), bl_html_plural (n_grave (profile)),
                     profile->n_articles, bl_html_plural (profile->n_articles));
      bl_html_end (writer, "span");
      bl_html_end (writer, "li");
    }
  bl_html_end (writer, "ul");
  write_more (writer, profiles->len, MAX_LINES, "#sources", NULL);
  bl_html_end (writer, "div");
}

/* --- not checked ---------------------------------------------------------------------------------------------------- */

static guint
n_unread (BlProblems *problems)
{
  const GPtrArray *list = bl_problems_list (problems);
  guint n = 0;
  for (guint i = 0; i < list->len; i++)
    n += ((const BlProblem *) list->pdata[i])->level == BL_PROBLEM_PARTIAL;
  return n;
}

static void
write_gap (BlHtmlWriter *writer, const char *what, guint n)
{
  if (n == 0)
    return;
  /* "titles whose holder is not known: 1" is right for any number. */
  bl_html_begin (writer, "li");
  begin_link (writer, "#not-checked", NULL);
  g_autofree char *words = bl_html_capitalised (what), *number = bl_html_number (n);
  bl_html_textf (writer, "%s: %s", words, number);
  bl_html_end (writer, "a");
  bl_html_end (writer, "li");
}

static void
write_gaps (BlHtmlWriter *writer, const BlRun *run)
{
  const GPtrArray *list = bl_comparisons_not_checked (run->comparisons);
  const guint undated = bl_html_n_undated (run), unread = n_unread (run->problems);
  begin_block (writer, "gaps", "Not checked", list->len + (undated > 0) + (unread > 0));
  bl_html_begin (writer, "ul");
  write_gap (writer, "inputs that could not be read", unread);
  write_gap (writer, "articles without a date", undated);
  for (guint i = 0; i < MIN (list->len, MAX_LINES); i++)
    {
      const BlNotChecked *entry = list->pdata[i];
      write_gap (writer, entry->what, entry->n);
    }
  bl_html_element (writer, "li", "quiet", "Images, video, and what no rule reads.");
  bl_html_end (writer, "ul");
  write_more (writer, list->len, MAX_LINES, "#not-checked", NULL);
  bl_html_end (writer, "div");
}

void
bl_html_overview (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  bl_html_section (writer, "overview", "At a glance");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "glance");
  write_new (writer, cards);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "rest");
  write_events (writer, cards);
  write_revised (writer, cards->run);
  write_sources (writer, cards->run);
  write_gaps (writer, cards->run);
  bl_html_end (writer, "div");
  bl_html_end (writer, "div");
  bl_html_end (writer, "section");
}
