/* The words of rules/lexicon/figures.json: what stands beside a figure and says what it is of. Loaded with the cues, immutable, shared by
 * all threads. */
#pragma once

#include "base/json.h"

typedef enum
{
  BL_FIGURE_TELLING_LEAD,       /* right before a figure: "another", "from" */
  BL_FIGURE_PREPOSITION,        /* behind a figure: whose it is follows */
  BL_FIGURE_PREPOSITIONAL_VERB, /* whose preposition is no such one: "based on" */
  BL_FIGURE_OFFSET,             /* with a span of time: how far off, not how long */
  BL_FIGURE_TOLL,               /* beside what grows while an event is counted; asked for stems */
  BL_FIGURE_RUNNING,            /* counted things that only grow more: "reviews"; asked for stems */
  BL_FIGURE_SUM_NOUN,           /* "a total of": adds nothing to the noun behind */
  BL_FIGURE_PART,               /* of a whole that has figures of its own: "season"; asked for stems */
  BL_FIGURE_CHANGE,             /* before a percentage that is a change: "rose" */
  BL_FIGURE_RISE,               /* behind one: "increase" */
  BL_FIGURE_FALL,
  BL_FIGURE_OTHER_TIME, /* behind an age: of another day */
  BL_FIGURE_PLACE_HEAD, /* between a direction and its place: "the town of" */
  BL_FIGURE_VOTE,       /* "voted 9 to 6" */
  BL_FIGURE_RESULT,     /* "won 3-1" */
  BL_FIGURE_NO_RESULT,  /* "led 2-1" */
  BL_FIGURE_VOTER,      /* "senate" */
  BL_FIGURE_SPAN_HEDGE, /* "in nearly 17 years" */
  BL_FIGURE_LAST_TIME,  /* beside the date of the time before: "last" */
  BL_FIGURE_REST,       /* "the other 20": what a part leaves of the whole */
  BL_FIGURE_MEMBER,     /* "the dead were …": all who were counted before */
  BL_N_FIGURE_WORDS
} BlFigureWord;

typedef struct BlFigureWords BlFigureWords;

/* Reads figures.json of a folder; every list is empty when it has none. NULL with an error that names the place. */
BlFigureWords *bl_figure_words_load (const char *lexicon_dir, GError **error);
void bl_figure_words_free (BlFigureWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFigureWords, bl_figure_words_free)

/* Whether a folded word is in a list. */
gboolean bl_figure_words_has (const BlFigureWords *self, const char *word, BlFigureWord list);

/* Whether a stem is that of a word of the list. */
gboolean bl_figure_words_has_stem (const BlFigureWords *self, const char *stem, BlFigureWord list);

/* The direction that a folded word names, in degrees from north by east, [0, 360); -1 for none. */
double bl_figure_words_bearing (const BlFigureWords *self, const char *word);
