/* Whether a statement tells of earlier days: "in 2014", "decades ago". */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

/* Reads the clause of words [first, last), whose event time is known. today: the article's day, may be unknown. A date in a clause of
 * its own ("Russia, which annexed Crimea in 2014, will send …"), one that only opens a span ("since 2014"), and a statement about what
 * is to come are left aside. */
gboolean bl_past_read (const BlReading *reading, guint first, guint last, const BlEventTime *event, BlDateRange today);
