/* The record of the run: what it takes to run it again. */
#include "html/parts.h"
#include "html/sections.h"

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
