/* Inside names/: the dates of a term that a sentence gives, against the terms of the base. */
#pragma once

#include "judge/judge.h"

/* "Obama was president from 2005 to 2013": compares the dates of the title, whose office and holder are known, with the holder's
 * terms, and adds title/outdated or title/wrong where they cannot be right. TRUE when it told something. Dates count as right up to
 * some months off: elections, oaths and hand-overs are told of as beginning and end. */
gboolean bl_check_tenure (BlCompareState *state, const BlClaim *claim, const BlTitleMention *title);
