/* Expressions of time as days of the calendar: "on Wednesday", "by the end of next week", "since 2014", "within weeks".
 *
 * The dates themselves are mentions (mentions/dates.c); here the words around them say which part of the span is meant and whether it
 * is open: parts ("early", "the end of"), bounds ("by", "since"), and spans that count from the article's day ("within weeks"). */
#pragma once

#include "claims/extraction.h"
#include "claims/reading.h"

typedef struct
{
  guint first, last; /* words [first, last), with the preposition */
  guint core;        /* the word where the date itself begins */
  BlDateRange days;  /* an open end is G_MININT32 or G_MAXINT32 */
} BlTimePhrase;

typedef struct
{
  const BlExtraction *extraction;
  const BlReading *reading;
  BlDateRange today; /* the article's day */
  BlTense tense;     /* of the clause: on which side of the article's day a weekday or month without a year lies */
} BlTimeContext;

/* Reads the expression whose date begins at a word. FALSE where none does, where its days are not known, and where it only names
 * something ("the 2015 deal", "last year's summit", "the coup of 2021"). */
gboolean bl_time_phrase_at (const BlTimeContext *context, guint word, BlTimePhrase *phrase);
