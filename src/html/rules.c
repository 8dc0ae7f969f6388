/* The rules and readers that ran, with what each gave. */
#include "html/parts.h"
#include "html/sections.h"

#include <string.h>

typedef struct
{
  guint claims, findings;
} Uses;

static Uses *
uses_of (GHashTable *uses, const char *maker)
{
  Uses *entry = g_hash_table_lookup (uses, maker);
  if (entry == NULL)
    {
      entry = g_new0 (Uses, 1);
      g_hash_table_insert (uses, (gpointer) maker, entry);
    }
  return entry;
}

/* Claims and findings by maker: rule id, or "reader/NAME". */
static GHashTable *
count_uses (const BlRun *run)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < run->article_claims->len; i++)
    {
      const GPtrArray *claims = bl_article_claims_list (run->article_claims->pdata[i]);
      for (guint k = 0; k < claims->len; k++)
        uses_of (uses, ((const BlClaim *) claims->pdata[k])->maker)->claims++;
    }
  const GPtrArray *findings = bl_findings_list (run->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (finding->claim != NULL)
        uses_of (uses, finding->claim->maker)->findings++;
    }
  return uses;
}

/* A line of the table. */
typedef struct
{
  const char *id, *title, *status;
  Uses uses;
} Row;

/* What asked most stands first, then what read most; by name where both are alike. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  if (x->uses.findings != y->uses.findings)
    return x->uses.findings > y->uses.findings ? -1 : 1;
  if (x->uses.claims != y->uses.claims)
    return x->uses.claims > y->uses.claims ? -1 : 1;
  return strcmp (x->id, y->id);
}

static gboolean
is_used (const Row *row)
{
  return row->uses.claims + row->uses.findings > 0;
}

/* What a built-in reader reads, for who does not know it by its name. A literal. */
static const char *
reader_title (const char *maker)
{
  static const char *const titles[][2] = {
    { "reader/ages", "How old somebody is" },
    { "reader/bearings", "Which way a place lies" },
    { "reader/births", "When somebody was born" },
    { "reader/corrections", "Corrections" },
    { "reader/counts", "Figures with what they count" },
    { "reader/credits", "Who a report is credited to" },
    { "reader/days", "Days of events" },
    { "reader/names", "Names of persons" },
    { "reader/order", "What came before what" },
    { "reader/pronouns", "Pronouns for persons" },
    { "reader/quotes", "Quotations and their speakers" },
    { "reader/spans", "Spans of years" },
    { "reader/statements", "What one sentence denies of another" },
    { "reader/sums", "Figures that add up" },
    { "reader/tallies", "Votes and results" },
    { "reader/titles", "Who holds which office" },
    { "reader/weekdays", "Weekdays with their dates" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (maker, titles[i][0]) == 0)
      return titles[i][1];
  return "built-in reader";
}

/* All rules, and the built-in readers that found something. Row; owned. */
static GArray *
rows_of (const BlRun *run)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GHashTable) uses = count_uses (run);
  for (guint i = 0; i < bl_rule_set_n_rules (run->rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (run->rules, i);
      const Uses *found = g_hash_table_lookup (uses, rule->id);
      const Row row = { rule->id, rule->title, rule->status == BL_STATUS_STABLE ? "stable" : "experimental",
                        found != NULL ? *found : (Uses){ 0 } };
      g_array_append_val (rows, row);
    }
  GHashTableIter iter;
  gpointer name, found;
  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &name, &found))
    if (g_str_has_prefix (name, "reader/"))
      {
        const Row row = { name, reader_title (name), "stable", *(const Uses *) found };
        g_array_append_val (rows, row);
      }
  g_array_sort (rows, compare_rows);
  return rows;
}

static void
write_row (BlHtmlWriter *writer, const Row *row)
{
  bl_html_begin (writer, "tr");
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "row");
  bl_html_element (writer, "code", NULL, row->id);
  bl_html_end (writer, "th");
  bl_html_element (writer, "td", NULL, row->title);
  bl_html_element (writer, "td", NULL, row->status);
  bl_html_count_cell (writer, row->uses.claims);
  bl_html_count_cell (writer, row->uses.findings);
  bl_html_end (writer, "tr");
}

/* Those that read something, or those that read nothing, folded. */
static void
write_rows (BlHtmlWriter *writer, const GArray *rows, gboolean used, const char *label)
{
  static const char *const titles[] = { "Rule", "What it reads", "Status", "Claims", "Findings", NULL };
  guint n = 0;
  for (guint i = 0; i < rows->len; i++)
    n += is_used (&g_array_index (rows, Row, i)) == used;
  if (n == 0)
    return;
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "%u that %s", n, label);
  bl_html_end (writer, "summary");
  g_autofree char *what = g_strdup_printf ("Rules that %s", label);
  bl_html_begin_wide (writer, what);
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < rows->len; i++)
    if (is_used (&g_array_index (rows, Row, i)) == used)
      write_row (writer, &g_array_index (rows, Row, i));
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "div");
  bl_html_end (writer, "details");
}

void
bl_html_rules (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GArray) rows = rows_of (run);
  bl_html_section (writer, "rules", "Rules that ran");
  bl_html_element (
      writer, "p", "aside",
      "Rules and built-in readers take claims out of sentences; an experimental rule never raises more than a note. "
      "What stands on no line here was not looked for.");
  write_rows (writer, rows, TRUE, "found something to read");
  write_rows (writer, rows, FALSE, "found nothing");
  bl_html_end (writer, "section");
}
