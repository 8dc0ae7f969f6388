/* Private to src/importers: which office a label of another base means.
 *
 * “Prime Minister of Ukraine” is ua/prime-minister, “member of the Verkhovna Rada” ua/mp, “Minister for Foreign Affairs and Trade” beside
 * Hungary hu/foreign-minister. Tried in this order, each on the words as they are and without what says nothing (“federal”, “45th”):
 *
 *   1. the label is one of an office that the base describes;
 *   2. the state behind “of” or before the rest goes, and the rest is a label of that state's office, of a role, a portfolio of
 *      rules/lexicon/import.json behind “minister of”, or the membership of a parliament;
 *   3. the rest is such a label, and the source names the state.
 *
 * A state in the label counts only if the source names none or the same: an ambassador to Ukraine is not Ukraine's. A label is never
 * shortened until it fits: “Prime Minister of Abkhazia” is no prime minister of Georgia. What is not known becomes a role of these words. */
#pragma once

#include "importers/forms.h"
#include "knowledge/knowledge.h"

typedef struct
{
  const char *jurisdiction; /* id of a state or organisation of the base; NULL: unknown */
  char *role;               /* id; owned */
  gboolean known;           /* the base describes the role */
  gboolean acting;          /* the label says so */
} BlOfficeMatch;

void bl_office_match_clear (BlOfficeMatch *match);

typedef struct
{
  const BlKnowledge *kb;
  const BlImportForms *forms;
} BlOfficeLabels;

/* jurisdictions: ids of the states (or organisations) that the source names, NULL-terminated. The role of the result is NULL when the
 * label has no letter. */
BlOfficeMatch bl_office_match (const BlOfficeLabels *labels, const char *label, const char *const *jurisdictions);

/* The id of the state or organisation by a code (“UA”, “gb-sct”), a name or a demonym; NULL when the base has none. Borrowed from the
 * base. */
const char *bl_office_jurisdiction (const BlOfficeLabels *labels, const char *text);
