/* Inside readers/: a date in the words of its sentence. */
#pragma once

#include "claims/cues.h"
#include "readers/surroundings.h"

typedef struct
{
  const BlSurroundingsReader *reader;
  const BlWords *words;
  const BlTimeWords *times;
  guint first, last; /* words of the date with what stands before it: bound, part, preposition */
  guint core;        /* its own first word */
} BlDayReader;

static inline gboolean
bl_day_is_of (const BlDayReader *day, guint word, BlTimeWord list)
{
  return word < bl_words_count (day->words) && bl_time_words_has (day->times, bl_words_text (day->words, word), list);
}

static inline gboolean
bl_day_is_word (const BlDayReader *day, guint word, const char *text)
{
  return bl_words_is (day->words, word, text);
}

static inline guint8
bl_day_breaks (const BlDayReader *day, guint word)
{
  return bl_words_get (day->words, word)->breaks;
}

/* Bound, days and names of a detail, from the words before the date; day->first moves to where they begin (day_bounds.c). */
void bl_day_read_bounds (BlDayReader *day, const BlMention *mention, BlDayDetail *detail);

/* What happened then, or NULL (day_events.c). */
const BlDayEvent *bl_day_find_event (const BlDayReader *day, const BlMention *mention);

/* What the clause of a verb says of its event, which word names: the verb itself, or the noun that it carries (day_clause.c). */
const BlDayEvent *bl_day_read_clause (const BlDayReader *day, guint word, guint verb);

/* A word of an event as a verb: "opened", "will open", "opens" (day_events.c). */
gboolean bl_day_is_verb (const BlDayReader *day, guint word);

/* A capital letter where no sentence begins; part of a name (day_clause.c). */
gboolean bl_day_is_capital (const BlDayReader *day, guint word);
gboolean bl_day_in_mention (const BlDayReader *day, guint word);

/* "Sent", "opened" (day_clause.c). */
gboolean bl_day_is_past_form (const BlDayReader *day, guint word);

/* A word that opens a clause of its own: "because", "which" (day_clause.c). */
gboolean bl_day_opens_subordinate (const BlDayReader *day, guint word);
