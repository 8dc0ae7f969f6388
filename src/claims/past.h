/* Whether a statement tells of earlier days: "in 2014", "a decade ago". */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

typedef struct
{
  gboolean past;
  BlDateRange time; /* known when a date says when */
} BlPast;

/* Reads the clause of words [first, last). today: the article's day, may be unknown. A date in a clause of its own ("Russia, which
 * annexed Crimea in 2014, will send …"), one that only opens a span ("since 2014"), and a statement about what is to come are left
 * aside. */
BlPast bl_past_read (const BlExtraction *extraction, const BlReading *reading, guint first, guint last, BlDateRange today);
