/* When what a clause tells of happens: its tense and its expressions of time. */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

/* The event time of words [first, last), a match whose clause they stand in. today: the article's day, may be unknown.
 *
 * An expression counts for the clause it belongs to: in "Macron said on Monday that France, which left in 2022, would send troops by
 * June" only the last one tells when France sends. Where several do, the nearest counts. */
BlEventTime bl_event_time_read (BlExtraction *extraction, const BlReading *reading, guint first, guint last, BlDateRange today);
