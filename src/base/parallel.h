/* Independent pieces of work on several threads. */
#pragma once

#include <glib.h>

/* Does piece index. Called from any thread, once for each index. */
typedef void (*BlParallelFunc) (guint index, gpointer data);

/* Calls work for 0 … n-1 on at most jobs threads, this one included, and returns when all are done. The order is any. */
void bl_parallel_for (guint n, guint jobs, BlParallelFunc work, gpointer data);
