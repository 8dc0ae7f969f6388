/* What stands behind the findings: agreed facts, what was not checked, the rules that ran, the record of the run. */
#include "report/html.h"
#include "report/html_parts.h"

#include <string.h>

/* Agreed statements that the table shows, best supported first. */
#define MAX_AGREED 200
/* Origins of one that are named. */
#define MAX_WITNESSES 8
/* Characters of a statement in the table. */
#define STATEMENT 280
/* A list of problems longer than this is folded. */
#define OPEN_PROBLEMS 12

static void
write_count_cell (BlHtmlWriter *writer, guint64 n)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "class", "n");
  bl_html_textf (writer, "%" G_GUINT64_FORMAT, n);
  bl_html_end (writer, "td");
}

static void
write_left_out (BlHtmlWriter *writer, guint n, guint shown, const char *what)
{
  if (n <= shown)
    return;
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer, "and %u more %s that are not shown", n - shown, what);
  bl_html_end (writer, "p");
}

/* --- agreed facts ------------------------------------------------------------------------------------------------- */

/* The origins of a row, each once. */
static void
write_witnesses (BlHtmlWriter *writer, const BlRun *run, const BlCorroboration *row)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  bl_html_begin (writer, "td");
  for (guint i = 0; i < row->claims->len; i++)
    {
      const guint witness = bl_origins_witness (run->origins, ((const BlClaim *) row->claims->pdata[i])->at.article);
      if (!g_hash_table_add (told, GUINT_TO_POINTER (witness)))
        continue;
      if (g_hash_table_size (told) > MAX_WITNESSES)
        {
          bl_html_text (writer, ", …");
          break;
        }
      bl_html_text (writer, g_hash_table_size (told) > 1 ? ", " : "");
      bl_html_element (writer, "bdi", NULL, bl_origins_witness_name (run->origins, witness));
    }
  bl_html_end (writer, "td");
}

static void
write_agreed_table (BlHtmlWriter *writer, const BlRun *run, const GArray *rows)
{
  static const char *const titles[] = { "Statement", "Articles", "Origins", "Told by", NULL };
  bl_html_begin (writer, "table");
  bl_html_attribute (writer, "class", "agreed");
  bl_html_attribute (writer, "aria-labelledby", "agreed-h");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < MIN (rows->len, MAX_AGREED); i++)
    {
      const BlCorroboration *row = &g_array_index (rows, BlCorroboration, i);
      bl_html_begin (writer, "tr");
      bl_html_begin (writer, "td");
      bl_html_excerpt (writer, &row->claim->at, STATEMENT);
      bl_html_place_line (writer, &row->claim->at);
      bl_html_end (writer, "td");
      write_count_cell (writer, row->n_articles);
      write_count_cell (writer, row->n_origins);
      write_witnesses (writer, run, row);
      bl_html_end (writer, "tr");
    }
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  write_left_out (writer, rows->len, MAX_AGREED, "statements");
}

void
bl_html_agreed (BlHtmlWriter *writer, const BlRun *run)
{
  const GArray *found = bl_comparisons_corroborated (run->comparisons);
  const GArray *single = bl_comparisons_single (run->comparisons);
  bl_html_section (writer, "agreed", "Agreed facts");
  if (found->len == 0)
    {
      bl_html_element (writer, "p", "aside", "No statement is made alike by two origins.");
      bl_html_end (writer, "section");
      return;
    }
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer,
                 "Statements that at least two independent origins make alike, each in the words of one of them. %u more "
                 "statement%s come%s from one origin only, however many articles repeat %s.",
                 single->len, bl_html_plural (single->len), single->len == 1 ? "s" : "", single->len == 1 ? "it" : "them");
  bl_html_end (writer, "p");
  g_autoptr (GArray) rows = bl_agreed_by_support (run);
  write_agreed_table (writer, run, rows);
  bl_html_end (writer, "section");
}

/* --- not checked -------------------------------------------------------------------------------------------------- */

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
  bl_html_textf (writer, "%" G_GUINT64_FORMAT " pairs of claims compared and set aside", sum);
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "plain");
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    if (gates[gate] > 0)
      {
        bl_html_begin (writer, "li");
        bl_html_begin (writer, "b");
        bl_html_textf (writer, "%" G_GUINT64_FORMAT, gates[gate]);
        bl_html_end (writer, "b");
        bl_html_textf (writer, " %s", bl_html_gate_phrase ((BlGate) gate));
        bl_html_end (writer, "li");
      }
  bl_html_end (writer, "ul");
  bl_html_end (writer, "details");
}

static guint
n_undated (const BlCorpus *corpus)
{
  guint n = 0;
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    n += bl_corpus_article (corpus, i)->published.precision == BL_DATE_UNKNOWN;
  return n;
}

static void
write_counted (BlHtmlWriter *writer, guint n, const char *what)
{
  bl_html_begin (writer, "li");
  bl_html_begin (writer, "b");
  bl_html_textf (writer, "%u", n);
  bl_html_end (writer, "b");
  bl_html_textf (writer, " %s", what);
  bl_html_end (writer, "li");
}

void
bl_html_not_checked (BlHtmlWriter *writer, const BlRun *run)
{
  const GPtrArray *not_checked = bl_comparisons_not_checked (run->comparisons);
  const guint undated = n_undated (run->corpus);
  bl_html_section (writer, "not-checked", "Not checked");
  bl_html_element (writer, "p", "aside",
                   "What a finding could not come from. Images, video and what lies behind a link are never read; a statement "
                   "that no rule and no reader knows is never compared.");
  if (undated + not_checked->len > 0)
    {
      bl_html_begin (writer, "ul");
      bl_html_attribute (writer, "class", "plain");
      if (undated > 0)
        write_counted (writer, undated, undated == 1 ? "article without a date" : "articles without a date");
      for (guint i = 0; i < not_checked->len; i++)
        {
          const BlNotChecked *entry = not_checked->pdata[i];
          write_counted (writer, entry->n, entry->what);
        }
      bl_html_end (writer, "ul");
    }
  write_problems (writer, run->problems);
  write_set_aside (writer, run);
  bl_html_end (writer, "section");
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

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
  write_count_cell (writer, uses != NULL ? uses->claims : 0);
  write_count_cell (writer, uses != NULL ? uses->findings : 0);
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

/* --- record ------------------------------------------------------------------------------------------------------- */

static void
write_entry (BlHtmlWriter *writer, const char *term, const char *element, const char *text)
{
  bl_html_element (writer, "dt", NULL, term);
  bl_html_begin (writer, "dd");
  bl_html_element (writer, element, NULL, text);
  bl_html_end (writer, "dd");
}

void
bl_html_record (BlHtmlWriter *writer, const BlRun *run)
{
  bl_html_section (writer, "record", "Record");
  bl_html_begin (writer, "dl");
  bl_html_attribute (writer, "class", "record");
  write_entry (writer, "Program", "span", "belie " BL_VERSION);
  if (g_strcmp0 (run->root, ".") != 0)
    write_entry (writer, "Corpus", "bdi", run->root);
  if (run->when >= 0)
    {
      g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (run->when);
      g_autofree char *text = when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M UTC") : NULL;
      if (text != NULL)
        write_entry (writer, "Made", "span", text);
    }
  write_entry (writer, "Rules, SHA-256", "code", bl_rule_set_hash (run->rules));
  write_entry (writer, "Knowledge, SHA-256", "code", bl_knowledge_hash (run->kb));
  bl_html_end (writer, "dl");
  bl_html_element (writer, "p", "aside", "The same articles, rules and knowledge give the same report, byte for byte.");
  bl_html_end (writer, "section");
}
