/* What speakers dispute: two articles have the opposite of each other, and at least one of them gives it as somebody's word. It is no error
 * of either source, and so no finding; but whoever writes of it should know that it is disputed. */
#pragma once

#include "report/report.h"

/* BlRelated by place, those of the articles in question first of the two; of the same two origins on one thing only the first pair. The
 * caller's array. */
GArray *bl_disputes_new (const BlRun *run);
