/* Inside report/: which findings a format lists that has no place for those that are set aside. */
#pragma once

#include "report/report.h"

/* Findings that are not set aside, in the order of the run. The caller's (g_ptr_array_unref). */
GPtrArray *bl_run_shown (const BlRun *run);

/* The worst first: errors, then the surest; what is equally grave keeps its order. */
void bl_sort_by_gravity (GPtrArray *findings);

/* length bytes of text, -1 for all, without control characters: an article may hold some, and a terminal must not obey them. Owned. */
char *bl_harmless_text (const char *text, gssize length);
