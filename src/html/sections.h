/* The parts of the editors' report, in the order in which the page has them. Private to the room; each writes one section
 * through the writer and leaves it as nested as it found it. */
#pragma once

#include "html/card.h"
#include "report/html_writer.h"
#include "report/report.h"

/* Style sheet and script, as they stand in the page. Borrowed. */
const char *bl_html_asset (const char *file, gsize *length);
/* "sha256-…" of an asset, for the Content-Security-Policy. Owned by the caller. */
char *bl_html_asset_hash (const char *file);

/* What is new, what differs, what moved: the first screen. */
void bl_html_overview (BlHtmlWriter *writer, const BlHtmlCards *cards);

/* The filter bar: hidden until the script shows it, without it the page is whole. Nothing when there is nothing to filter. */
void bl_html_filter (BlHtmlWriter *writer, const BlHtmlCards *cards);

/* What the script puts into the page: buttons of a finding, the bar that exports verdicts, the dialogs. */
void bl_html_tools (BlHtmlWriter *writer);

/* The filter, errors and warnings as cards, notes folded by kind; as_lines: a line each, which leads to where the card is. */
void bl_html_findings (BlHtmlWriter *writer, const BlHtmlCards *cards, gboolean as_lines);

/* Facts on which several origins speak, by event; none when there is none. */
gboolean bl_html_has_matrix (const BlRun *run);
void bl_html_matrix (BlHtmlWriter *writer, const BlRun *run);
void bl_html_agreed (BlHtmlWriter *writer, const BlRun *run);

/* What one origin tells alone; none when there is nothing of it. */
gboolean bl_html_has_single (const BlRun *run);
void bl_html_single (BlHtmlWriter *writer, const BlRun *run);

/* What speakers dispute; none when nothing is. */
gboolean bl_html_has_disputes (const BlRun *run);
void bl_html_disputes (BlHtmlWriter *writer, const BlRun *run);

/* Figures that moved; none when none did. */
gboolean bl_html_has_series (const BlRun *run);
void bl_html_series (BlHtmlWriter *writer, const BlRun *run);
void bl_html_sources (BlHtmlWriter *writer, const BlRun *run);
/* None when no article is linked to another. */
gboolean bl_html_has_origins (const BlRun *run);
void bl_html_origins (BlHtmlWriter *writer, const BlRun *run);
void bl_html_not_checked (BlHtmlWriter *writer, const BlRun *run);
/* Articles without a date that no check has told of. */
guint bl_html_n_undated (const BlRun *run);
/* Findings that were decided about, and stale decisions; nothing when there are none. */
gboolean bl_html_has_set_aside (const BlRun *run);
void bl_html_set_aside (BlHtmlWriter *writer, const BlRun *run);
void bl_html_rules (BlHtmlWriter *writer, const BlRun *run);
void bl_html_record (BlHtmlWriter *writer, const BlRun *run);
