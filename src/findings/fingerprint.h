/* What a finding is called from run to run. */
#pragma once

#include "compare/compare.h"

/* "name/v1:" and 16 hex digits: a SHA-256 over id, source, article id, the normalised key and value of both sides and the normalised
 * sentence, never over lines, columns, paths or wording. duplicate counts equal ones inside an article from 0. Owned by
 * the caller. */
char *bl_fingerprint (const BlComparison *comparison, guint duplicate);

/* The same without the duplicate index, for telling duplicates apart. Owned by the caller. */
char *bl_fingerprint_basis (const BlComparison *comparison);

/* The same of a remark on a comment to belie: its id, its article and its words. */
char *bl_fingerprint_of_remark (const char *id, const BlPlace *place);
