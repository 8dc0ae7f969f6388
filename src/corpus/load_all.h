/* Loads many inputs on a pool of threads. A file is one task, and so is every line of a JSON Lines file. */
#pragma once

#include "corpus/loader.h"

/* Records in no particular order, owned. jobs 0 means one thread a processor. */
GPtrArray *bl_load_all (const BlLoader *loader, const GPtrArray *inputs, guint jobs);
