/* Loads many inputs on several threads. A file is one piece of work, and so is every line of a JSON Lines file. */
#pragma once

#include "corpus/loader.h"

/* Takes the record. */
typedef void (*BlRecordFunc) (BlRecord *record, gpointer data);

/* Calls found with every record that can be read, from the calling thread, in the order of inputs and lines. Only about a mebibyte
 * of lines is in memory at a time. jobs 0 means one thread a processor. */
void bl_load_all (const BlLoader *loader, const GPtrArray *inputs, guint jobs, BlRecordFunc found, gpointer data);
