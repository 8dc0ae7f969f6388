/* Inside names/: which offices one person does not hold at the same time, by the base's terms and by "excludes" of the roles. */
#pragma once

#include "judge/judge.h"

/* A sure term of the person that leaves no room for the title: its role excludes the title's and it goes on well before and behind
 * the days, or both are offices of states, the states differ and the term is not long before or after. NULL when there is none.
 * Borrowed. */
const BlTerm *bl_career_term_against (const BlPerson *person, const BlTitleMention *title, BlDateRange when);

/* TRUE when the role is the other, or its id has the words of the other's: a foreign minister is a minister, a vice president is called
 * president too, and nobody should be accused over that. */
gboolean bl_role_has_words_of (const BlRole *role, const BlRole *other);

/* TRUE when the person held the role, or one that has it in its name, in whatever jurisdiction. */
gboolean bl_career_has_role (const BlPerson *person, const BlRole *role);

/* TRUE when the person held that role in the state of the title, or in any where the title names none. */
gboolean bl_career_has_title (const BlPerson *person, const BlTitleMention *title);
