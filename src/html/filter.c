/* The filter bar. Its chips are tokens with the number of findings each leaves; the script keeps both up to date. */
#include "html/events.h"
#include "html/parts.h"
#include "html/sections.h"

#include <stdlib.h>
#include <string.h>

/* Sources that have a chip, those with most findings first; others are found by their token. */
#define MAX_SOURCES 24
/* Characters of the headline of an event. */
#define HEADLINE 110

static void
write_chip (BlHtmlWriter *writer, const char *token, const char *label, guint n)
{
  if (n == 0)
    return;
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "type", "button");
  bl_html_attribute (writer, "class", "chip");
  bl_html_attribute (writer, "data-token", token);
  bl_html_attribute (writer, "aria-pressed", "false");
  bl_html_element (writer, "bdi", NULL, label);
  bl_html_text (writer, " ");
  g_autofree char *number = bl_html_number (n);
  bl_html_element (writer, "span", NULL, number);
  bl_html_end (writer, "button");
}

static void
begin_group (BlHtmlWriter *writer, const char *label)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "chips");
  bl_html_attribute (writer, "role", "group");
  bl_html_attribute (writer, "aria-label", label);
}

static guint
count_of (GHashTable *counts, gconstpointer key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "name" of "name/garbled", each with its number of findings, by name. */
static void
write_group_chips (BlHtmlWriter *writer, const GPtrArray *findings)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *id = ((const BlFinding *) findings->pdata[i])->id;
      char *group = g_strndup (id, strcspn (id, "/"));
      const guint n = count_of (counts, group);
      g_hash_table_replace (counts, group, GUINT_TO_POINTER (n + 1));
    }
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (counts, &n);
  qsort (names, n, sizeof names[0], compare_names);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *token = g_strdup_printf ("rule:%s", (char *) names[i]);
      write_chip (writer, token, names[i], count_of (counts, names[i]));
    }
}

/* --- sources -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const BlSource *source;
  guint n;
} SourceCount;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const SourceCount *x = a, *y = b;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->source->id, y->source->id);
}

/* All sources of the corpus by their index, with the findings that ask about an article of each. SourceCount; owned. */
static GArray *
count_sources (const BlHtmlCards *cards)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (SourceCount));
  const BlCorpus *corpus = cards->run->corpus;
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      const BlSource *source = bl_corpus_article (corpus, i)->source;
      if (source == NULL)
        continue;
      if (source->index >= counts->len)
        g_array_set_size (counts, source->index + 1);
      g_array_index (counts, SourceCount, source->index).source = source;
    }
  for (guint i = 0; i < cards->shown->len; i++)
    {
      const BlSource *source = ((const BlFinding *) cards->shown->pdata[i])->at->article->source;
      if (source != NULL)
        g_array_index (counts, SourceCount, source->index).n++;
    }
  return counts;
}

static void
write_source_chips (BlHtmlWriter *writer, const GArray *counts)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (SourceCount));
  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, SourceCount, i).n > 0)
      g_array_append_val (sorted, g_array_index (counts, SourceCount, i));
  g_array_sort (sorted, compare_counts);
  for (guint i = 0; i < MIN (sorted->len, MAX_SOURCES); i++)
    {
      const SourceCount *count = &g_array_index (sorted, SourceCount, i);
      g_autofree char *token = g_strdup_printf ("source:\"%s\"", count->source->id);
      write_chip (writer, token, count->source->name, count->n);
    }
}

/* Ids and names by number: the cards name their sources by it, and the field offers them. */
static void
write_source_names (BlHtmlWriter *writer, const GArray *counts)
{
  bl_html_begin (writer, "datalist");
  bl_html_attribute (writer, "id", "source-names");
  for (guint i = 0; i < counts->len; i++)
    {
      const BlSource *source = g_array_index (counts, SourceCount, i).source;
      bl_html_begin (writer, "option");
      bl_html_attribute (writer, "value", source != NULL ? source->id : NULL);
      bl_html_attribute (writer, "label", source != NULL ? source->name : NULL);
      bl_html_end (writer, "option");
    }
  bl_html_end (writer, "datalist");
}

/* --- the bar -------------------------------------------------------------------------------------------------------- */

static void
write_field (BlHtmlWriter *writer)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "line");
  bl_html_begin (writer, "label");
  bl_html_attribute (writer, "for", "q");
  bl_html_text (writer, "Filter");
  bl_html_end (writer, "label");
  bl_html_begin (writer, "input");
  bl_html_attribute (writer, "id", "q");
  bl_html_attribute (writer, "type", "search");
  bl_html_attribute (writer, "autocomplete", "off");
  bl_html_attribute (writer, "spellcheck", "false");
  bl_html_attribute (writer, "placeholder", "words, s:error, is:new, date:>2025-08");
  bl_html_end (writer, "input");
  bl_html_begin (writer, "output");
  bl_html_attribute (writer, "for", "q");
  bl_html_end (writer, "output");
  bl_html_button (writer, "save-filter", "Save");
  bl_html_button (writer, "sheet", "Copy query sheet");
  bl_html_button (writer, "keys", "Keys");
  bl_html_end (writer, "div");
}

/* Which order the findings stand in; only where there are events to order them by. */
static void
write_order (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  static const char *const orders[][2] = { { "severity", "by severity" }, { "event", "by event" } };
  if (cards->events->len == 0)
    return;
  begin_group (writer, "Order");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      bl_html_begin (writer, "button");
      bl_html_attribute (writer, "type", "button");
      bl_html_attribute (writer, "data-order", orders[i][0]);
      bl_html_attribute (writer, "aria-pressed", i == 0 ? "true" : "false");
      bl_html_text (writer, orders[i][1]);
      bl_html_end (writer, "button");
    }
  bl_html_end (writer, "div");
}

/* What the headings of an order by event say. */
static void
write_event_names (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  bl_html_begin (writer, "datalist");
  bl_html_attribute (writer, "id", "event-names");
  for (guint i = 0; i < cards->events->len; i++)
    {
      const BlHtmlEvent *event = cards->events->pdata[i];
      const guint n = event->articles->len, n_origins = bl_origins_count (cards->run->origins, event->articles);
      g_autofree char *headline = bl_html_headline (event->articles->pdata[0], HEADLINE);
      g_autofree char *days = bl_html_event_days (event);
      bl_html_begin (writer, "option");
      bl_html_attributef (writer, "value", "%u", i + 1);
      bl_html_attribute (writer, "label", headline);
      bl_html_textf (writer, "%u article%s of %u origin%s%s%s", n, bl_html_plural (n), n_origins, bl_html_plural (n_origins),
                     days[0] != '\0' ? ", " : "", days);
      bl_html_end (writer, "option");
    }
  bl_html_end (writer, "datalist");
}

static void
write_first_chips (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  guint n[3] = { 0 }, fresh = 0;
  for (guint i = 0; i < cards->shown->len; i++)
    {
      const BlFinding *finding = cards->shown->pdata[i];
      n[finding->severity]++;
      fresh += bl_review_of (cards->run->review, finding) == NULL;
    }
  begin_group (writer, "Severity");
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    {
      const char *name = bl_severity_name ((BlSeverity) severity);
      g_autofree char *token = g_strdup_printf ("s:%s", name);
      write_chip (writer, token, name, n[severity]);
    }
  bl_html_end (writer, "div");
  begin_group (writer, "State");
  write_chip (writer, "is:new", "new", fresh);
  write_chip (writer, "is:known", "known", cards->shown->len - fresh);
  write_chip (writer, "is:open", "without a verdict", cards->shown->len);
  bl_html_end (writer, "div");
}

void
bl_html_filter (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  if (cards->shown->len == 0)
    return;
  g_autoptr (GArray) counts = count_sources (cards);
  bl_html_begin (writer, "form");
  bl_html_attribute (writer, "id", "filter");
  bl_html_attribute (writer, "role", "search");
  bl_html_attribute (writer, "aria-label", "Findings");
  bl_html_attribute (writer, "hidden", "");
  write_field (writer);
  write_first_chips (writer, cards);
  write_order (writer, cards);
  bl_html_button (writer, "pick-shown", "Select all");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "id", "saved");
  bl_html_attribute (writer, "class", "chips");
  bl_html_attribute (writer, "role", "group");
  bl_html_attribute (writer, "aria-label", "Saved filters");
  bl_html_attribute (writer, "hidden", "");
  bl_html_end (writer, "div");
  bl_html_begin (writer, "details");
  bl_html_element (writer, "summary", NULL, "Kinds and sources");
  begin_group (writer, "Kind of finding");
  write_group_chips (writer, cards->shown);
  bl_html_end (writer, "div");
  begin_group (writer, "Source");
  write_source_chips (writer, counts);
  bl_html_end (writer, "div");
  bl_html_end (writer, "details");
  write_source_names (writer, counts);
  write_event_names (writer, cards);
  bl_html_end (writer, "form");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "id", "none");
  bl_html_attribute (writer, "class", "aside");
  bl_html_attribute (writer, "hidden", "");
  bl_html_text (writer, "No finding is left by this filter. ");
  bl_html_button (writer, NULL, "Empty it");
  bl_html_end (writer, "p");
}
