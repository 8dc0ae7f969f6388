/* One finding as an editor reads it: as a card, as a note in a list, or as one line. Private to the room. */
#pragma once

#include "report/html_writer.h"
#include "report/report.h"

struct BlHtmlGalleys;

/* What a card needs to know of the rest of the run. */
typedef struct
{
  const BlRun *run;
  GPtrArray *shown;    /* BlFinding * that are not set aside, in the order of the run; owned */
  GPtrArray *events;   /* BlHtmlEvent * in which articles differ; owned */
  GHashTable *event;   /* BlFinding * → number of its event, from 1; owned */
  GHashTable *told_in; /* const BlArticle * → number of the event that it tells of, from 1; owned */
  GHashTable *told;    /* what a finding asks about → GPtrArray of BlFinding * that ask about the same; owned */
  GHashTable *places;  /* BlFinding * → name of the file that has its card; NULL: all are in one file. Borrowed */
  const char *file;    /* the one that is written, when there are several */
  gboolean brief;      /* there are so many cards that each must be short */
  const struct BlHtmlGalleys *galleys; /* articles that are shown whole; NULL: none. Borrowed */
} BlHtmlCards;

void bl_html_cards_init (BlHtmlCards *cards, const BlRun *run);
void bl_html_cards_clear (BlHtmlCards *cards);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlHtmlCards, bl_html_cards_clear)

/* "new" when nobody has decided about the finding, "known" else. */
const char *bl_html_finding_state (const BlHtmlCards *cards, const BlFinding *finding);

/* Other findings that ask about the same, the finding itself among them; or NULL. Borrowed. */
const GPtrArray *bl_html_told_alike (const BlHtmlCards *cards, const BlFinding *finding);

/* An <a> that leads to the card of the finding, wherever it is; close it with bl_html_end (writer, "a"). */
void bl_html_begin_link_to (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding);

/* What an editor may ask the writer: what was noticed, and one question. Owned by the caller. */
char *bl_html_question (const BlFinding *finding);

void bl_html_card (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding);
void bl_html_note (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding);

/* An <li>: severity, message with a link, file and line. With identity it is what stands for the finding in this file: it has its id
 * and what the filter goes by. */
void bl_html_line (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, gboolean identity);

/* Whether lines with identity are found by the words of their cards too: not where there are so many that the index would not stay small. */
gboolean bl_html_index_has_words (const BlHtmlCards *cards);

/* What stands folded under a card: values, computation, explanations that were tried, what would settle it, where else, what was
 * decided. */
void bl_html_working (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding);
