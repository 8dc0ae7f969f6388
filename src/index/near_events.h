/* Inside index/: which articles tell of one event with those in question. */
#pragma once

#include "index/neighbourhood.h"

/* The first day on which an article near (within these days) to one in question may be, and so on: a set of days. */
typedef struct BlDaySet BlDaySet;
BlDaySet *bl_day_set_new (const BlNeighbourhoodInput *input, guint days);
void bl_day_set_free (BlDaySet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlDaySet, bl_day_set_free)
gboolean bl_day_set_has (const BlDaySet *set, gint32 day); /* 0, the unknown day, is near itself */

/* Fills counts and ties (of all articles of the weeks around), and marks in wanted who is tied to the articles in question, and who to those. */
void bl_near_events_find (const BlNeighbourhoodInput *input, BlNeighbourhood *neighbourhood);
