/* The catalogue of findings as a table: id, default severity, what it is, why an editor would ask, and its wording.
 *
 * Wording: {word} is what the comparison said under that name (bl_comparison_say); [ … ] is left out when a word inside it was
 * not said. A comparison that says "message" itself (report rules do) is taken at its word. */
#pragma once

#include "findings/findings.h"

typedef struct
{
  BlFindingKind kind;
  const char *wording;
} BlFindingEntry;

const BlFindingEntry *bl_finding_entry (const char *id);

/* The message of a comparison, asked from the side of its claim; with other, a claim of its evidence that disagrees with that, from there.
 * Owned by the caller. */
char *bl_finding_word (const BlFindingEntry *entry, const BlComparison *comparison, const BlClaim *other);
