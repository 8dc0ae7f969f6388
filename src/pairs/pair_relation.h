/* How two sides relate, as findings and comparisons say it. */
#pragma once

#include "pipeline/pipeline.h"

/* Whether two places stand on two sides. */
typedef gboolean (*BlAcross) (gconstpointer sides, const BlPlace *x, const BlPlace *y);

/* The finding has evidence on the other side. What agrees with it there is none, unless it is agreement that was found. */
gboolean bl_finding_is_across (const BlFinding *finding, BlAcross across, gconstpointer sides);

/* The strongest relation of a finding, or of two related claims, with one place on either side; else NONE. */
BlRelation bl_pair_relation (const BlFindings *findings, const BlComparisons *comparisons, BlAcross across,
                             gconstpointer sides);
