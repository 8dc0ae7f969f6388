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

static void
write_rule_row (BlHtmlWriter *writer, const char *id, const char *title, const char *status, const Uses *uses)
{
  bl_html_begin (writer, "tr");
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "row");
  bl_html_element (writer, "code", NULL, id);
  bl_html_end (writer, "th");
  bl_html_element (writer, "td", NULL, title);
  bl_html_element (writer, "td", NULL, status);
  bl_html_count_cell (writer, uses != NULL ? uses->claims : 0);
  bl_html_count_cell (writer, uses != NULL ? uses->findings : 0);
  bl_html_end (writer, "tr");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The built-in readers that found something, by name. */
static void
write_reader_rows (BlHtmlWriter *writer, GHashTable *uses)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, "reader/"))
      g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    write_rule_row (writer, names->pdata[i], "built-in reader", "stable", g_hash_table_lookup (uses, names->pdata[i]));
}

void
bl_html_rules (BlHtmlWriter *writer, const BlRun *run)
{
  static const char *const titles[] = { "Rule", "What it reads", "Status", "Claims", "Findings", NULL };
  const guint n = bl_rule_set_n_rules (run->rules);
  g_autoptr (GHashTable) uses = count_uses (run);
  bl_html_section (writer, "rules", "Rules that ran");
  bl_html_element (writer, "p", "aside",
                   "Rules read claims out of sentences; an experimental rule never raises more than a note. What stands on no "
                   "line of this table was not looked for.");
  bl_html_begin (writer, "details");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "%u rule%s and the built-in readers", n, bl_html_plural (n));
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "wide");
  bl_html_attribute (writer, "role", "region");
  bl_html_attribute (writer, "aria-label", "Table of rules");
  bl_html_attribute (writer, "tabindex", "0");
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < n; i++)
    {
      const BlRule *rule = bl_rule_set_rule (run->rules, i);
      write_rule_row (writer, rule->id, rule->title, rule->status == BL_STATUS_STABLE ? "stable" : "experimental",
                      g_hash_table_lookup (uses, rule->id));
    }
  write_reader_rows (writer, uses);
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "div");
  bl_html_end (writer, "details");
  bl_html_end (writer, "section");
}
