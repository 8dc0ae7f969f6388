/* What only the script uses: the buttons of a finding (a template, which it copies into each), the bar that gives verdicts to many and
 * exports them, the help sheet, the dialog from which a text is taken by hand when the clipboard is closed, and the one that names a filter. */
#include "html/parts.h"
#include "html/sections.h"

static void
begin_button (BlHtmlWriter *writer, const char *name, const char *value)
{
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "type", "button");
  bl_html_attribute (writer, name, value);
}

static void
begin_labelled (BlHtmlWriter *writer, const char *element, const char *id, const char *label)
{
  bl_html_begin (writer, element);
  bl_html_attribute (writer, "id", id);
  bl_html_attribute (writer, "aria-label", label);
}

/* --- the buttons of a finding ---------------------------------------------------------------------------------------- */

static void
write_verdicts (BlHtmlWriter *writer, const char *label)
{
  static const char *const verdicts[][3] = {
    { "1", "real", "real" },
    { "2", "false-positive", "wrong finding" },
    { "3", "superseded", "superseded" },
    { "4", "attributed", "attributed" },
    { "5", "fixed", "fixed" },
  };
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "chips");
  bl_html_attribute (writer, "role", "group");
  bl_html_attribute (writer, "aria-label", label);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      begin_button (writer, "data-verdict", verdicts[i][1]);
      bl_html_attribute (writer, "aria-pressed", "false");
      bl_html_begin (writer, "kbd");
      bl_html_attribute (writer, "aria-hidden", "true");
      bl_html_text (writer, verdicts[i][0]);
      bl_html_end (writer, "kbd");
      bl_html_textf (writer, " %s", verdicts[i][2]);
      bl_html_end (writer, "button");
    }
  bl_html_end (writer, "div");
}

static void
write_template (BlHtmlWriter *writer)
{
  bl_html_begin (writer, "template");
  bl_html_attribute (writer, "id", "tools");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "tools");
  write_verdicts (writer, "Verdict");
  begin_button (writer, "class", "copy-query");
  bl_html_text (writer, "Copy query");
  bl_html_end (writer, "button");
  bl_html_begin (writer, "label");
  bl_html_attribute (writer, "class", "reason");
  bl_html_attribute (writer, "hidden", "");
  bl_html_text (writer, "Reason ");
  bl_html_begin (writer, "input");
  bl_html_attribute (writer, "autocomplete", "off");
  bl_html_end (writer, "input");
  bl_html_end (writer, "label");
  bl_html_begin (writer, "label");
  bl_html_attribute (writer, "class", "pick");
  bl_html_begin (writer, "input");
  bl_html_attribute (writer, "type", "checkbox");
  bl_html_end (writer, "input");
  bl_html_text (writer, " Select");
  bl_html_end (writer, "label");
  bl_html_element (writer, "span", "kept", NULL);
  bl_html_end (writer, "div");
  bl_html_end (writer, "template");
}

/* --- the bar that exports -------------------------------------------------------------------------------------------- */

static void
write_input (BlHtmlWriter *writer, const char *label, const char *id, const char *autocomplete)
{
  bl_html_begin (writer, "label");
  bl_html_textf (writer, "%s ", label);
  bl_html_begin (writer, "input");
  bl_html_attribute (writer, "id", id);
  bl_html_attribute (writer, "autocomplete", autocomplete);
  bl_html_end (writer, "input");
  bl_html_end (writer, "label");
}

static void
begin_row (BlHtmlWriter *writer, const char *id)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "id", id);
  bl_html_attribute (writer, "class", "line");
  bl_html_attribute (writer, "hidden", "");
  bl_html_begin (writer, "output");
  bl_html_end (writer, "output");
}

/* What is selected, to be given one verdict. */
static void
write_picks (BlHtmlWriter *writer)
{
  begin_row (writer, "picks");
  write_verdicts (writer, "One verdict for all that is selected");
  write_input (writer, "Reason", "picks-why", "off");
  bl_html_button (writer, "pick-none", "Select none");
  bl_html_end (writer, "div");
}

/* What was decided here. */
static void
write_kept (BlHtmlWriter *writer)
{
  begin_row (writer, "kept");
  write_input (writer, "Your name", "who", "name");
  begin_button (writer, "id", "download");
  bl_html_text (writer, "Download ");
  bl_html_element (writer, "span", NULL, "belie-verdicts.jsonl");
  bl_html_end (writer, "button");
  bl_html_button (writer, "copy-verdicts", "Copy");
  bl_html_button (writer, "forget", "Forget the exported");
  bl_html_button (writer, "undo", "Undo");
  bl_html_end (writer, "div");
}

static void
write_export (BlHtmlWriter *writer)
{
  begin_labelled (writer, "aside", "export", "Verdicts");
  bl_html_attribute (writer, "hidden", "");
  write_picks (writer);
  write_kept (writer);
  bl_html_end (writer, "aside");
}

/* --- dialogs --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *term, *what;
} HelpLine;

static void
write_help_lines (BlHtmlWriter *writer, const char *heading, const HelpLine *lines, gsize n)
{
  bl_html_element (writer, "h3", NULL, heading);
  bl_html_begin (writer, "dl");
  for (gsize i = 0; i < n; i++)
    {
      bl_html_begin (writer, "dt");
      bl_html_element (writer, "kbd", NULL, lines[i].term);
      bl_html_end (writer, "dt");
      bl_html_prose_element (writer, "dd", NULL, lines[i].what);
    }
  bl_html_end (writer, "dl");
}

static void
end_dialog (BlHtmlWriter *writer)
{
  bl_html_begin (writer, "form");
  bl_html_attribute (writer, "method", "dialog");
  bl_html_element (writer, "button", NULL, "Close");
  bl_html_end (writer, "form");
  bl_html_end (writer, "dialog");
}

static void
write_help (BlHtmlWriter *writer)
{
  static const HelpLine keys[] = {
    { "j k", "next and previous finding" },
    { "Enter", "open and close what is folded in it" },
    { "Alt ↓ ↑", "through the places that it names" },
    { "1 … 5", "verdict: real, wrong finding, superseded, attributed, fixed; again takes it back" },
    { "x", "select the finding, or leave it out again; with findings selected 1 … 5 give one verdict to all of them" },
    { "X", "select all that the filter shows, or nothing; Esc selects nothing" },
    { "u", "undo the last verdict, on one finding or on many" },
    { "c", "copy the query for the writer" },
    { "e", "findings by event, or by severity again" },
    { "s", "save the filter under a name" },
    { "/", "go to the filter; Esc empties it, then leaves it" },
    { "?", "this sheet" },
  };
  static const HelpLine tokens[] = {
    { "s:error", "a severity: error, warning or note" },
    { "rule:name", "a kind of finding, or a group of kinds" },
    { "source:wire", "a source, by name or id, on either side" },
    { "article:003", "an article, by file, on either side" },
    { "event:1", "what differs on one event, as they are numbered at a glance" },
    { "is:new", "nobody has decided about it; known: somebody has; marked: you have here; open: you have not" },
    { "date:>=2025-08", "the day of the article: also >, <, <=, a month, a year, 2025-08-01..2025-08-03" },
    { "“two words”", "words that stand side by side" },
    { "-s:note", "without; works before every token and word" },
  };
  bl_html_begin_headed (writer, "dialog", "help", "Keys and filter");
  write_help_lines (writer, "Keys", keys, G_N_ELEMENTS (keys));
  bl_html_begin (writer, "p");
  bl_html_begin (writer, "label");
  bl_html_begin (writer, "input");
  bl_html_attribute (writer, "type", "checkbox");
  bl_html_attribute (writer, "id", "keys-off");
  bl_html_end (writer, "input");
  bl_html_text (writer, " Single letters and digits do nothing");
  bl_html_end (writer, "label");
  bl_html_end (writer, "p");
  write_help_lines (writer, "Filter", tokens, G_N_ELEMENTS (tokens));
  bl_html_element (
      writer, "p", "aside",
      "Tokens of one kind widen each other, tokens of different kinds narrow. The filter is kept in the address, so "
      "a link leads to what you see. Verdicts stay in this browser until they are exported; belie baseline apply takes the "
      "file.");
  end_dialog (writer);
}

static void
write_save (BlHtmlWriter *writer)
{
  bl_html_begin_headed (writer, "dialog", "save", "Save this filter");
  bl_html_begin (writer, "p");
  bl_html_begin (writer, "code");
  bl_html_end (writer, "code");
  bl_html_end (writer, "p");
  bl_html_begin (writer, "form");
  bl_html_attribute (writer, "method", "dialog");
  write_input (writer, "Name", "save-name", "off");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "line");
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "value", "save");
  bl_html_text (writer, "Save");
  bl_html_end (writer, "button");
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "formnovalidate", "");
  bl_html_text (writer, "Cancel");
  bl_html_end (writer, "button");
  bl_html_end (writer, "div");
  bl_html_end (writer, "form");
  bl_html_element (
      writer, "p", "aside",
      "It stays in this browser, for every report that is opened in it. A name that is taken gets the new filter.");
  bl_html_end (writer, "dialog");
}

static void
write_by_hand (BlHtmlWriter *writer)
{
  bl_html_begin_headed (writer, "dialog", "by-hand", "Copy by hand");
  bl_html_element (writer, "p", "aside", "The browser keeps its clipboard closed to this page. The text is selected.");
  bl_html_begin (writer, "textarea");
  bl_html_attribute (writer, "aria-labelledby", "by-hand-h");
  bl_html_attribute (writer, "readonly", "");
  bl_html_attribute (writer, "rows", "12");
  bl_html_end (writer, "textarea");
  end_dialog (writer);
}

void
bl_html_tools (BlHtmlWriter *writer)
{
  write_template (writer);
  write_export (writer);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "id", "spoken");
  bl_html_attribute (writer, "role", "status");
  bl_html_end (writer, "p");
  write_help (writer);
  write_by_hand (writer);
  write_save (writer);
}
