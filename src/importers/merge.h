/* Private to src/importers: persons whom the base has already.
 *
 * Two entries for one person make every mention of the name doubtful, and title checks say nothing of doubtful names. So who is surely in
 * the base (the same name or alias, and the same day of birth or an office in common) keeps the entry there: when the import adds a term, or
 * ends one that was open, the result has the entry of the base under its id, with all terms of both, and the id of the source as “x-id”.
 * Terms of the base win where both have the office at that time. */
#pragma once

#include "importers/resolve.h"

/* Who of the base may be the person, by name and birth; *sure when the day of birth says so. NULL for nobody, or for two. names: NULL-terminated,
 * the one that is shown first. */
const BlPerson *bl_merge_candidate (const BlKnowledge *kb, const char *const *names, BlDate born, gboolean *sure);

/* Terms of one person that are not left out, and their offices. */
typedef struct
{
  const BlImportTerm *term;
  const BlImportOffice *office;
} BlMergeTerm;

typedef enum
{
  BL_MERGE_OTHER,  /* somebody else of that name */
  BL_MERGE_SAME,   /* the same, and the import adds nothing or is older than what the base knows: the base is left as it is */
  BL_MERGE_JOINED, /* out got the joint entry */
} BlMergeResult;

/* terms: BlMergeTerm. id: of the source. */
BlMergeResult bl_merge_write (GString *out, const BlImportPerson *person, const char *id, const GArray *terms, BlDate as_of);
