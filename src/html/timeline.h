/* A drawing of values over days: reports as marks, one shape a source, days along the bottom. What it shows stands in a table beside it. */
#pragma once

#include "report/html_writer.h"
#include "report/report.h"

/* Shapes of sources; those beyond share the last. */
#define BL_TIMELINE_SHAPES 4

typedef struct
{
  gint32 day;       /* Julian; known */
  double value;     /* of a figure; of a lane its number from 0 */
  const char *text; /* "41": borrowed */
  const BlSource *source;
} BlTimelinePoint;

typedef struct
{
  const GArray *points;     /* BlTimelinePoint, by day */
  const char *label;        /* what it shows, for who cannot see it */
  const char *const *lanes; /* words of each value, NULL-terminated: one line a value. NULL: figures, drawn to scale */
} BlTimeline;

/* <figure> with the drawing, and the sources by shape under it. Nothing when there are no points. */
void bl_html_timeline (BlHtmlWriter *writer, const BlTimeline *timeline);
