/* What dates.c, years.c and relative_dates.c share. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

/* The sentence whose dates are read. */
typedef struct
{
  BlScan *scan;
  guint sentence;
  guint begin, end; /* tokens */
  gboolean future;  /* the sentence speaks of what is to come */
} BlDates;

static inline const BlToken *
bl_dates_token (const BlDates *dates, guint at)
{
  return at < dates->end ? bl_scan_token (dates->scan, at) : NULL;
}

static inline gboolean
bl_dates_is_free (const BlDates *dates, guint at)
{
  return bl_scan_token (dates->scan, at)->mention == BL_NO_MENTION;
}

static inline BlDraft *
bl_dates_add (const BlDates *dates, guint first, guint end, BlDate written)
{
  BlDraft *draft = bl_scan_add (dates->scan, BL_MENTION_DATE, dates->sentence, first, end);
  draft->mention.date.written = written;
  return draft;
}

static inline void
bl_dates_set_range (BlDraft *draft, gint32 first, gint32 last, gboolean relative)
{
  draft->mention.date.range = (BlDateRange){ .first = first, .last = last, .known = TRUE };
  draft->mention.date.relative = relative;
}

/* Four digits that may be a year, 1500 to 2099. */
gboolean bl_dates_read_year (const BlDates *dates, guint at, int *year);

/* Each reads what starts at a token, and returns the token behind it, or at when there is nothing. */
guint bl_dates_find_relative_day (const BlDates *dates, guint at); /* yesterday */
guint bl_dates_find_period (const BlDates *dates, guint at);       /* this week */
guint bl_dates_find_span (const BlDates *dates, guint at);         /* the next two weeks */
guint bl_dates_find_ago (const BlDates *dates, guint at);          /* two weeks ago */
guint bl_dates_find_year (const BlDates *dates, guint at);         /* in 1994, the 1990s, the 14th century */
