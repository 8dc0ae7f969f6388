/* What independent origins tell alike: agreement is a result too. */
#include "html/parts.h"
#include "html/sections.h"

/* Agreed statements that the table shows, best supported first. */
#define MAX_AGREED 200
/* Origins of one that are named. */
#define MAX_WITNESSES 8
/* Characters of a statement in the table. */
#define STATEMENT 280

static const char *const titles[] = { "Statement", "Articles", "Origins", "Told by", NULL };

/* The origins of a row, each once. */
static void
write_witnesses (BlHtmlWriter *writer, const BlRun *run, const BlCorroboration *row)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  bl_html_begin_stack_cell (writer, titles[3]);
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
write_count (BlHtmlWriter *writer, const char *title, guint n)
{
  bl_html_begin_stack_cell (writer, title);
  bl_html_textf (writer, "%u", n);
  bl_html_end (writer, "td");
}

static void
write_agreed_table (BlHtmlWriter *writer, const BlRun *run, const GArray *rows)
{
  bl_html_begin_stack (writer, "agreed", "agreed-h", titles);
  for (guint i = 0; i < MIN (rows->len, MAX_AGREED); i++)
    {
      const BlCorroboration *row = &g_array_index (rows, BlCorroboration, i);
      bl_html_begin_stack_row (writer);
      bl_html_begin_stack_cell (writer, NULL);
      bl_html_excerpt (writer, &row->claim->at, STATEMENT);
      bl_html_place_line (writer, &row->claim->at);
      bl_html_end (writer, "td");
      write_count (writer, titles[1], row->n_articles);
      write_count (writer, titles[2], row->n_origins);
      write_witnesses (writer, run, row);
      bl_html_end (writer, "tr");
    }
  bl_html_end_stack (writer);
  bl_html_left_out (writer, rows->len, MAX_AGREED, "statements");
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
