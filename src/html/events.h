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
