/* What one cell of a table of claims says: a number, a time of day, a set, or words; and how near two of them are.
 *
 * A cell is read without knowing its column, so it may be several of these at once ("1200" is words too); bl_truth_table_new() decides a
 * kind for each attribute. Readings are immutable; their strings live in the arena they were read into. */
#pragma once

#include "base/arena.h"

/* What an attribute is made of. The values are bits, so that a method can say which it takes. */
typedef enum
{
  BL_TRUTH_TEXT = 1 << 0,   /* names, words: the same when equal after folding */
  BL_TRUTH_NUMBER = 1 << 1, /* comparable by difference */
  BL_TRUTH_CLOCK = 1 << 2,  /* minutes of a day, perhaps with a date: 23:55 is near 0:05 */
  BL_TRUTH_SET = 1 << 3,    /* members joined by ';', in any order */
  BL_TRUTH_LABEL = 1 << 4,  /* one small list of words or numbers shared by all items: yes and no, verdicts, classes */
} BlTruthKind;

#define BL_TRUTH_ANY_KIND (BL_TRUTH_TEXT | BL_TRUTH_NUMBER | BL_TRUTH_CLOCK | BL_TRUTH_SET | BL_TRUTH_LABEL)

/* "text", "number", … of one kind. Static. */
const char *bl_truth_kind_name (BlTruthKind kind);

typedef struct
{
  const char *raw; /* the cell as it was given, white space at its ends cut off; interned */
  const char
      *folded; /* for comparing words: compatibility forms, letter case, accents, punctuation and runs of white space undone */
  const char *members;  /* of a set: folded members in byte order, each once, joined by ';'. NULL when the cell has no ';' */
  double number;        /* NaN when it is none */
  const char *unit;     /* of the number: "%", "$", or "" */
  double minutes;       /* of a time of day, 0 ≤ minutes < 1440; NaN when it is none */
  gint32 day;           /* Julian day of a date before the time; 0 when none is given */
  gboolean half_stated; /* the time says am or pm */
  gboolean half_known;  /* FALSE: the time may be of either half of the day ("7:45") */
} BlTruthReading;

/* Reads a cell of valid UTF-8. The unit and the members live in arena. */
BlTruthReading bl_truth_read_value (BlArena *arena, const char *text);

/* Minutes between two times, over midnight if that is nearer; over noon too when one of them has no am or pm; with the days between when
 * both have a date. */
double bl_truth_clock_distance (const BlTruthReading *a, const BlTruthReading *b);

/* The order of values of one attribute, in which ties are broken: numbers and times before words, by unit and size; words by the bytes of their
 * folded form. 0 means the same value. */
int bl_truth_compare_values (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b);
