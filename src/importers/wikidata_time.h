/* Private to src/importers: times of Wikidata. */
#pragma once

#include "base/base.h"

/* "+2012-05-07T00:00:00Z" with its precision (11 day, 10 month, 9 year; coarser ones, and years before 1000, are unknown) and calendar
 * (an entity's address; that of the Julian ends in Q1985786, and its days are moved to the Gregorian). A month or day of 00 lowers the
 * precision. Form: https://www.wikidata.org/wiki/Special:MyLanguage/Help:Dates and doc.wikimedia.org/Wikibase, “JSON”, “time”. */
BlDate bl_wikidata_time (const char *time, gint64 precision, const char *calendar);
