/* Several persons may be meant by a name: who cannot be, and who is the likeliest. Private to src/mentions. */
#pragma once

#include "mentions/persons.h"

typedef struct
{
  const BlPerson *person;
  double probability;
  guint signals; /* BL_SIGNAL_* */
} BlCandidate;

/* A surname cannot mean this person here: another form of address, age or given name stands beside it, or they came later. */
gboolean bl_name_is_impossible (const BlScan *scan, const BlDraft *name, const BlPerson *person);

/* "Mrs. Clinton" is not Bill. */
gboolean bl_name_contradicts_honorific (const BlDraft *name, const BlPerson *person);

/* In any office on the article's day, or at most slack days from it. */
gboolean bl_person_in_office (const BlScan *scan, const BlPerson *person, gint32 slack);

/* Did the person ever hold what the title beside the name says? */
gboolean bl_title_ever_fits (const BlScan *scan, const BlDraft *name, const BlPerson *person);

/* How well known their offices make them: 0 to 4, and twice that for the offices of the day. Whom a bare "Trump" means. */
guint bl_person_prominence (const BlScan *scan, const BlPerson *person);

/* Those of persons whom the name can mean, at most BL_SEARCH_CANDIDATES, with their signals. persons may be NULL. */
guint bl_candidates_gather (const BlScan *scan, const BlDraft *name, const GPtrArray *persons, BlCandidate *candidates);

/* The one that is meant: by the title, the organisation, the state beside the name, or by prominence. NULL when nothing
 * decides. */
const BlPerson *bl_candidates_choose (const BlScan *scan, const BlDraft *name, const BlCandidate *candidates, guint n);

/* The only one with any of these signals; who ever held the title beside the name; who is most prominent. NULL when there is
 * none or more than one. */
const BlPerson *bl_candidates_only_with (const BlCandidate *candidates, guint n, guint signals);
const BlPerson *bl_candidates_only_titled (const BlScan *scan, const BlDraft *name, const BlCandidate *candidates, guint n);
const BlPerson *bl_candidates_most_prominent (const BlScan *scan, const BlCandidate *candidates, guint n);
