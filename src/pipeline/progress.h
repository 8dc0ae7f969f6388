/* How far a long run is, on standard error: on a terminal a bar in one line that goes when the run ends, elsewhere a line a stage. */
#pragma once

#include <glib.h>

typedef struct BlProgress BlProgress;

/* Begins to show it; on a terminal, unless at_once, only when the run takes longer than half a second. */
BlProgress *bl_progress_new (gboolean at_once);

/* Ends it and takes the bar away: before anything else is printed. NULL is fine here and below. */
void bl_progress_free (BlProgress *progress);

/* A stage begins, "reading", of total steps; 0: nobody knows. what must be a literal. From one thread. */
void bl_progress_stage (BlProgress *progress, const char *what, guint total);

/* A step is done. From any thread. */
void bl_progress_step (BlProgress *progress);
