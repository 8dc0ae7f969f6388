/* What several sections of the HTML report show alike: quotations, places, headings, tables. */
#pragma once

#include "report/html_writer.h"
#include "report/report.h"

/* Text of ours in which every day ("2025-08-21", "2025-08") stands on one line; and an element of it. */
void bl_html_prose (BlHtmlWriter *writer, const char *text);
void bl_html_prose_element (BlHtmlWriter *writer, const char *name, const char *css_class, const char *text);

/* "Relayed from Lumen Wire" of "relayed from Lumen Wire"; "5,115". Both owned by the caller. */
char *bl_html_capitalised (const char *text);
char *bl_html_number (guint64 n);

/* The remark on an entry of the base: "ru/foreign-minister 2004-03-09/" as "foreign minister (RU), since 2004-03-09", others as they are.
 * Owned by the caller. */
char *bl_html_term_words (const char *note);

/* "wrong finding": what was decided, as the buttons of a finding call it. Borrowed. */
const char *bl_html_decision_words (BlDecisionKind kind);

/* "" for one, "s" else. */
const char *bl_html_plural (guint n);

/* text cut to n characters, "…" behind a cut; white space joined. Owned by the caller. */
char *bl_html_shorten (const char *text, guint n);

/* What an article calls itself, cut to n characters: its headline, else how it begins. Owned by the caller. */
char *bl_html_headline (const BlArticle *article, guint n);

/* lang and dir of the element that is begun, which holds text of the article. */
void bl_html_language (BlHtmlWriter *writer, const BlArticle *article);

/* An element with an id, and with a heading that names it. */
void bl_html_begin_headed (BlHtmlWriter *writer, const char *element, const char *id, const char *heading);

/* <section id> with its heading; close with bl_html_end (writer, "section"). */
void bl_html_section (BlHtmlWriter *writer, const char *id, const char *heading);

/* <thead> with one row of column titles; titles is NULL-terminated. */
void bl_html_table_head (BlHtmlWriter *writer, const char *const *titles);

/* A table whose cells stand under each other on a phone, each behind the title of its column; heading: id of what names it. Rows and cells
 * are begun with these too: a browser forgets what is a table when it is no longer drawn as one. Close with bl_html_end_stack (writer). */
void bl_html_begin_stack (BlHtmlWriter *writer, const char *css_class, const char *heading, const char *const *titles);
void bl_html_begin_stack_row (BlHtmlWriter *writer);
void bl_html_begin_stack_cell (BlHtmlWriter *writer, const char *title);
void bl_html_end_stack (BlHtmlWriter *writer);

/* A <div> for a table that may be wider than a phone: it scrolls by itself, also by keys. label says what it holds. Close as "div". */
void bl_html_begin_wide (BlHtmlWriter *writer, const char *label);

/* The head of a table that stacks, with titles (NULL-terminated); and one title of a head that is written by hand, to be closed as "th". */
void bl_html_stack_head (BlHtmlWriter *writer, const char *const *titles);
void bl_html_begin_stack_title (BlHtmlWriter *writer);

/* The sentence around a place with its span marked, cut to about n characters around the span. */
void bl_html_excerpt (BlHtmlWriter *writer, const BlPlace *place, guint n);

/* "Toutiao, 2025-08-21": source and day of an article. */
void bl_html_source_and_day (BlHtmlWriter *writer, const BlArticle *article);

/* Source, day, article, line: as text, and as a paragraph. */
void bl_html_place (BlHtmlWriter *writer, const BlPlace *place);
void bl_html_place_line (BlHtmlWriter *writer, const BlPlace *place);

/* "the two speak of different times": how a gate decided, for the cards and for the list of pairs set aside. */
const char *bl_html_gate_phrase (BlGate gate);

/* <button type=button id> with its label; what it does is the script's. */
void bl_html_button (BlHtmlWriter *writer, const char *id, const char *label);

/* A table cell that holds a number. */
void bl_html_count_cell (BlHtmlWriter *writer, guint64 n);

/* "and 12 more figures that are not shown", when n of them are more than were shown. */
void bl_html_left_out (BlHtmlWriter *writer, guint n, guint shown, const char *what);
