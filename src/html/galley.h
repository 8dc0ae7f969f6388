/* Galleys: an article set as a proof, every checkable span underlined by what became of it, notes beside it in reading order. Private to
 * the room. */
#pragma once

#include "html/card.h"
#include "report/coverage.h"

typedef struct BlHtmlGalleys
{
  const BlRun *run;
  GPtrArray *coverages; /* BlCoverage of the articles that are shown, by article; owned; NULL: none */
  GHashTable *places;   /* const BlFinding * → id of the first span that it touches; owned */
  guint n_left_out;     /* articles with findings that are not shown */
  gboolean of_drafts;   /* the run is about drafts: these, and no others */
} BlHtmlGalleys;

/* The drafts of the run; without any the articles that errors and warnings ask about, the gravest when they are too many. */
void bl_html_galleys_init (BlHtmlGalleys *galleys, const BlRun *run);
void bl_html_galleys_clear (BlHtmlGalleys *galleys);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlHtmlGalleys, bl_html_galleys_clear)

/* "g2-14" and the like: of the span, of its note, of its row among what is told alike. Owned by the caller. */
char *bl_html_galley_id (guint galley, guint span, const char *suffix);

/* The section of all galleys; a draft is open, other articles are folded. */
void bl_html_galleys (BlHtmlWriter *writer, const BlHtmlCards *cards);

/* What drafts say that other origins say alike, both in their words. Nothing when nothing is. */
gboolean bl_html_has_told (const BlHtmlGalleys *galleys);
void bl_html_told (BlHtmlWriter *writer, const BlHtmlGalleys *galleys);

/* "in the galley": from a card to the place that it asks about; nothing when no galley shows it. */
void bl_html_galley_link (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding);

/* "is-query", "is-agrees", "is-single", "is-apart", "is-decided": the class of a state. A literal. */
const char *bl_html_cover_class (BlCover state);

/* The text of one galley, verbatim and whole, with its notes; number is that of the galley in the page. */
void bl_html_galley_text (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlCoverage *coverage, guint number);

/* Notes on the spans [first, end) of a galley; nothing when none has one. */
void bl_html_galley_notes (BlHtmlWriter *writer, const BlHtmlCards *cards, guint number, guint first, guint end);

/* What stands behind a span and before its note: "?3" is the third query of the galley, "=2" agrees with two origins, "=0" with none,
 * "–" cannot be compared, "×" is set aside. */
void bl_html_cover_mark (const BlCoverage *coverage, guint span, char mark[16]);
