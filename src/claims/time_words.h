/* Words of rules/lexicon/times.json: by which a text tells when something happens. */
#pragma once

#include "base/base.h"

/* In the order of the names in time_words.c. */
typedef enum
{
  BL_TIME_PAST_FORM,
  BL_TIME_MODAL,
  BL_TIME_PERFECT,
  BL_TIME_PAST_AUXILIARY,
  BL_TIME_PRESENT_AUXILIARY,
  BL_TIME_BE,
  BL_TIME_DONE_BEFORE_TO,
  BL_TIME_NO_INFINITIVE,
  BL_TIME_TELLING_OF_DONE,
  BL_TIME_REASON,
  BL_TIME_SOME,
  BL_TIME_ARTICLE,
  BL_TIME_BEHIND,
  BL_TIME_AHEAD,
  BL_TIME_RECENT,
  BL_TIME_WITHIN,
  BL_TIME_BEFORE_SEASON,
  BL_TIME_PART_LIGHT,
  BL_TIME_FINAL,
  BL_TIME_WHOLE,
  BL_TIME_SPAN_OPEN,
  BL_TIME_SPAN_JOIN,
  BL_TIME_BOUND_BEFORE,
  BL_TIME_BOUND_UNTIL,
  BL_TIME_BOUND_SINCE,
  BL_TIME_BOUND_AFTER,
  BL_TIME_BOUND_PLAIN,
  BL_TIME_HOUR,
  BL_TIME_SUBORDINATOR,
  BL_TIME_COORDINATOR,
  BL_TIME_RELATIVE,
  BL_TIME_KIN,
  BL_TIME_ORDINAL,
  BL_TIME_PLAN,
  BL_TIME_NEGATION,
  BL_TIME_NO_NOUN,
  BL_TIME_LIGHT,
  BL_TIME_ATTEMPT,
  BL_TIME_OF_OBJECT,
  BL_TIME_SPEECH_ACT,
  BL_TIME_AFTERMATH,
  BL_TIME_NUMBERED,
  BL_TIME_MORNING,
  BL_TIME_EVENING,
  BL_TIME_ROLE,
  BL_TIME_SUBJECT_PRONOUN,
  BL_TIME_MEDIUM,
  BL_TIME_ANY,
  BL_N_TIME_WORDS,
} BlTimeWord;

/* Part of a year, month or week. */
typedef enum
{
  BL_PART_WHOLE,
  BL_PART_EARLY,
  BL_PART_MIDDLE,
  BL_PART_LATE,
  BL_PART_SO_FAR, /* "earlier this year" */
  BL_PART_REST,   /* "later this year" */
  BL_PART_FIRST_HALF,
  BL_PART_SECOND_HALF,
  BL_PART_QUARTER_1, /* to 4 */
  BL_PART_QUARTER_2,
  BL_PART_QUARTER_3,
  BL_PART_QUARTER_4,
} BlDatePart;

/* What happens: "release" for "released". */
typedef struct
{
  const char *name;
  gboolean once;  /* to one thing it happens once */
  gboolean again; /* it comes again and again */
  guint32 akin;   /* a bit for each list of "akin" that has it: two words of one list can tell of one event */
} BlEventWord;

/* Immutable. */
typedef struct BlTimeWords BlTimeWords;

/* Reads times.json of a folder; where the folder has none, no word is of any list. */
BlTimeWords *bl_time_words_load (const char *lexicon_dir, GError **error);
void bl_time_words_free (BlTimeWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTimeWords, bl_time_words_free)

/* Whether a word, in small letters, is of a list. */
gboolean bl_time_words_has (const BlTimeWords *words, const char *text, BlTimeWord list);

/* The part that a word names, else BL_PART_WHOLE; halves and quarters have more than one word. */
BlDatePart bl_time_words_part (const BlTimeWords *words, const char *text);

/* The first month of a season, 0 for none. */
int bl_time_words_season (const BlTimeWords *words, const char *text);

/* "Two" 2, "a" 1; 0 for no number. */
int bl_time_words_number (const BlTimeWords *words, const char *text);

/* "Third" for "3" and "three", where something is numbered; NULL for none. */
const char *bl_time_words_ordinal (const BlTimeWords *words, const char *text);

/* The event of a word, or NULL. */
const BlEventWord *bl_time_words_event (const BlTimeWords *words, const char *text);
