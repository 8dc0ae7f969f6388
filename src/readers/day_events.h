/* Inside readers/: what a sentence says of one of its dates: bound, part and event. */
#pragma once

#include "readers/surroundings.h"

/* Fills bound, days, names and event of a detail whose date is set; the date stands in the sentence that was read last. */
void bl_day_read (const BlSurroundingsReader *reader, const BlMention *mention, BlDayDetail *detail);
