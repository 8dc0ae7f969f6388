/* Two quotations laid side by side, word by word.
 *
 * Either may be cut at both ends, and in the middle where it says so ("…", "[he]"): outside of those places the words of one must
 * stand in the other. So the alignment runs from the beginning of one of the two to an end of one of the two, and what differs in
 * between are runs of words with equal words before and behind. Global alignment with free ends (Needleman-Wunsch, overlap form):
 * equal +2, replaced -1, left out -1, beside a gap 0. Time and memory: product of the lengths, at most BL_QUOTE_ALIGN_WORDS²
 * bytes. */
#pragma once

#include "claims/quote_words.h"

/* A longer quotation is compared as far as this. */
#define BL_QUOTE_ALIGN_WORDS 400

/* Words [a_first, a_end) of the one stand where [b_first, b_end) of the other do; one of the two may be empty. */
typedef struct
{
  guint a_first, a_end, b_first, b_end;
  guint equal_before; /* equal words directly before; those behind the last run count for the next one too */
  guint equal_behind;
  gboolean begins_both; /* nothing stands before it in either quotation */
  gboolean ends_both;   /* nothing behind it */
} BlQuoteRun;

typedef struct
{
  GArray *runs;         /* BlQuoteRun, in order */
  guint equal;          /* equal words */
  guint longest;        /* equal words between two gaps, at most */
  gboolean whole;       /* all words of both are aligned */
  guint a_first, a_end; /* aligned words of a */
} BlQuoteAlignment;

void bl_quote_align (const BlQuoteWord *a, guint n_a, const BlQuoteWord *b, guint n_b, BlQuoteAlignment *alignment);
void bl_quote_alignment_clear (BlQuoteAlignment *alignment);
