/* The filter bar and the dialog of keys. Both are hidden: the script shows them, without it the page is whole. */
#include "html/parts.h"
#include "html/sections.h"
#include "report/shown.h"

#include <stdlib.h>
#include <string.h>

static void
write_chip (BlHtmlWriter *writer, const char *token, const char *label, guint n)
{
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "type", "button");
  bl_html_attribute (writer, "data-token", token);
  bl_html_attribute (writer, "aria-pressed", "false");
  bl_html_text (writer, label);
  bl_html_text (writer, " ");
  bl_html_begin (writer, "span");
  bl_html_textf (writer, "%u", n);
  bl_html_end (writer, "span");
  bl_html_end (writer, "button");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "name" of "name/garbled", each with its number of findings, by name. */
static void
write_group_chips (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = bl_run_shown (run);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *id = ((const BlFinding *) findings->pdata[i])->id;
      char *group = g_strndup (id, strcspn (id, "/"));
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, group));
      g_hash_table_replace (counts, group, GUINT_TO_POINTER (n + 1));
    }
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (counts, &n);
  qsort (names, n, sizeof names[0], compare_names);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *token = g_strdup_printf ("rule:%s", (char *) names[i]);
      write_chip (writer, token, names[i], GPOINTER_TO_UINT (g_hash_table_lookup (counts, names[i])));
    }
}

static void
begin_group (BlHtmlWriter *writer, const char *label)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "chips");
  bl_html_attribute (writer, "role", "group");
  bl_html_attribute (writer, "aria-label", label);
}

void
bl_html_filter (BlHtmlWriter *writer, const BlRun *run)
{
  if (bl_findings_list (run->findings)->len == bl_run_n_set_aside (run))
    return;
  bl_html_begin (writer, "form");
  bl_html_attribute (writer, "id", "filter");
  bl_html_attribute (writer, "role", "search");
  bl_html_attribute (writer, "aria-label", "Findings");
  bl_html_attribute (writer, "hidden", "");
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
  bl_html_attribute (writer, "placeholder", "words, s:error, rule:name, source:…");
  bl_html_end (writer, "input");
  bl_html_begin (writer, "output");
  bl_html_attribute (writer, "for", "q");
  bl_html_end (writer, "output");
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "type", "button");
  bl_html_attribute (writer, "id", "keys");
  bl_html_text (writer, "Keys");
  bl_html_end (writer, "button");
  bl_html_end (writer, "div");

  begin_group (writer, "Severity");
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    {
      const char *name = bl_severity_name ((BlSeverity) severity);
      g_autofree char *token = g_strdup_printf ("s:%s", name);
      const guint n = bl_review_n_shown (run->review, run->findings, (BlSeverity) severity);
      if (n > 0)
        write_chip (writer, token, name, n);
    }
  bl_html_end (writer, "div");
  begin_group (writer, "Kind of finding");
  write_group_chips (writer, run);
  bl_html_end (writer, "div");
  bl_html_end (writer, "form");
}

void
bl_html_help (BlHtmlWriter *writer)
{
  static const char *const lines[][2] = {
    { "j, k", "next and previous finding" },
    { "/", "go to the filter" },
    { "Esc", "empty the filter, then leave it" },
    { "?", "this list" },
    { "s:error", "a severity: error, warning or note" },
    { "rule:name", "a kind of finding, or a group of kinds" },
    { "source:wire", "a source, by name or id, on either side" },
    { "article:003", "an article, by file, on either side" },
    { "“two words”", "words that stand side by side, in straight or curly quotation marks" },
    { "-s:note", "without; works before every token and word" },
  };
  bl_html_begin (writer, "dialog");
  bl_html_attribute (writer, "id", "help");
  bl_html_attribute (writer, "aria-labelledby", "help-h");
  bl_html_begin (writer, "h2");
  bl_html_attribute (writer, "id", "help-h");
  bl_html_text (writer, "Keys and filter");
  bl_html_end (writer, "h2");
  bl_html_begin (writer, "dl");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      bl_html_begin (writer, "dt");
      bl_html_element (writer, "kbd", NULL, lines[i][0]);
      bl_html_end (writer, "dt");
      bl_html_element (writer, "dd", NULL, lines[i][1]);
    }
  bl_html_end (writer, "dl");
  bl_html_element (
      writer, "p", "aside",
      "Tokens of one kind widen each other, tokens of different kinds narrow. The filter is kept in the address, so "
      "a link leads to what you see.");
  bl_html_begin (writer, "form");
  bl_html_attribute (writer, "method", "dialog");
  bl_html_element (writer, "button", NULL, "Close");
  bl_html_end (writer, "form");
  bl_html_end (writer, "dialog");
}
