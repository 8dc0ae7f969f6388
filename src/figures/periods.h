/* Inside figures/: whether two sentences name times that exclude each other. */
#pragma once

#include "events/sentence_pairs.h"

/* Days, or years, that the sentences name besides exclude each other. loose: months too, of texts whose own days are not known. */
gboolean bl_periods_exclude (const BlSentencePair *pair, gboolean loose);
