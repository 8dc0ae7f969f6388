/* How much of one text stands in another, for who has two texts and no corpus. */
#pragma once

#include "claims/cues.h"

typedef struct
{
  double words; /* content words of the one with fewer that the other has too, 0 to 1: a rewritten copy keeps most of them */
  double runs;  /* the same of runs of five words: words that were taken over as they stood */
} BlReuse;

/* Content words are those that are no stop words of the cues. Two texts on one subject share half of them and hardly any run; where the
 * share of words is the higher one, who wrote one had the other before him (Clough and Stevenson 2011, Developing a corpus of plagiarised
 * short answers: containment separates copies from independent texts). */
BlReuse bl_reuse_measure (const BlCues *cues, const BlDocument *a, const BlDocument *b);
