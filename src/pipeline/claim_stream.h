/* The claims of a corpus as JSON Lines, written while they are found: memory holds a few shares of articles, not the corpus. */
#pragma once

#include "pipeline/pipeline.h"

/* Writes length bytes of whole lines. FALSE ends the run. */
typedef gboolean (*BlWriteFunc) (const char *text, gsize length);

/* Extracts the claims of a pipeline from bl_pipeline_open() on jobs threads, this one included, and writes them in the order of
 * articles and places, so that the bytes do not depend on jobs. FALSE when writing failed. */
gboolean bl_claim_stream_run (const BlPipeline *pipeline, guint jobs, BlWriteFunc write);
