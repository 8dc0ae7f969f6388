/* The files of a corpus as they were found last: which articles are in each, so that what is unchanged need not be read.
 *
 * A file is known again by its path and by device, inode, size, time of modification and time of change to the nanosecond, as git does. The
 * clock of a file system ticks: what was changed within a tick of being read could be changed once more without a trace (git's "racy" files), so
 * such files are not remembered, and are read again next time. */
#pragma once

#include "corpus/heads.h"

typedef struct BlManifest BlManifest;

/* kept: what bl_manifest_bytes() gave before, or NULL; must live longer. Anything that is not whole counts as nothing. */
BlManifest *bl_manifest_new (const char *kept, gsize length);
void bl_manifest_free (BlManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlManifest, bl_manifest_free)

/* For BlCorpusOptions. Borrowed. */
BlHeads *bl_manifest_heads (BlManifest *manifest);

/* Once the corpus is loaded: what to keep, or NULL when that is what was kept before. Owned by the caller. */
GString *bl_manifest_bytes (BlManifest *manifest);
