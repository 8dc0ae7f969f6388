/* Inside figures/: what the checks of sums (sums.c, sums_apart.c) ask of one sentence and its figures. */
#pragma once

#include "claims/cues.h"
#include "judge/judge.h"

/* Percent that a share of rounded figures may be off beside its own last place: 0.5 of "13 percent" and as much again. */
#define BL_SUMS_PERCENT_SLACK 1.0

typedef struct
{
  BlCompareState *state;
  const BlArticle *article;
  const BlMentions *mentions;
  const char *text;
  BlSpan sentence;
  guint first, n; /* mentions of the sentence */
} BlSums;

/* The i-th mention of the sentence, or NULL. */
const BlMention *bl_sums_at (const BlSums *sums, guint i);

/* Said exactly: one value, neither bound nor "about". NULL is not. */
gboolean bl_sums_is_exact (const BlMention *mention, BlMentionType type);

/* The same of a whole number with a noun. */
gboolean bl_sums_is_count (const BlMention *mention);

/* The end of a figure, with its noun. */
gsize bl_sums_end_of (const BlMention *mention);

/* Whether nothing but one of the texts, in lower case, stands between two mentions, behind the noun of the first. */
gboolean bl_sums_between_is (const BlSums *sums, const BlMention *a, const BlMention *b, const char *const *texts);

/* The next n bytes behind an offset, in lower case, without blanks around. Owned by the caller. */
char *bl_sums_behind (const BlSums *sums, gsize from, gsize n);

/* Whether a word in small letters is of a list of figures.json. */
gboolean bl_sums_is_word (const BlSums *sums, const char *word, BlFigureWord list);

/* Adds a number/arithmetic about the span; takes computation. */
void bl_sums_tell (const BlSums *sums, BlSpan span, const BlQuantity *quantity, char *computation);

/* The same where a percentage is not that from one figure to the other, what their last places leave open considered. */
void bl_sums_tell_percent (const BlSums *sums, BlSpan span, const BlQuantity *percent, const BlQuantity *from,
                           const BlQuantity *to);

/* Sums that a sentence begins and perhaps the next one ends. next: the one behind it, or NULL. */
void bl_sums_check_apart (const BlSums *here, const BlSums *next);
