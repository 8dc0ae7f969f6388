/* Which findings are about one event. Private to the room. */
#pragma once

#include "report/report.h"

/* Articles that disagree with each other, directly or through others. */
typedef struct
{
  GPtrArray *findings; /* BlFinding *, in the order in which they came */
  GPtrArray *articles; /* const BlArticle *, by index */
} BlHtmlEvent;

/* The events in which articles of a run differ, those with most findings first. findings: BlFinding * to be grouped; those that
 * compare no two articles belong to none. An owned array of owned BlHtmlEvent. */
GPtrArray *bl_html_events (const BlRun *run, const GPtrArray *findings);

/* "2025-08-20" or "2025-08-20 to 2025-08-21"; "" when no day is known. Owned by the caller. */
char *bl_html_event_days (const BlHtmlEvent *event);
