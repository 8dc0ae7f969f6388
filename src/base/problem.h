/* Problems of the input: one clear line each, and the line of the file where it helps, collected while the run goes on.
 *
 * Libraries never print. They add to a BlProblems that the caller owns; adding is thread-safe, and listing is in
 * a fixed order (file, line, column, text), so output does not depend on the number of threads. */
#pragma once

#include <glib.h>

typedef enum
{
  BL_PROBLEM_NOTE,    /* worth knowing; the exit code is not touched */
  BL_PROBLEM_PARTIAL, /* some input was not read or a limit was hit: exit 3 */
} BlProblemLevel;

/* Where something stands. Borrowed. */
typedef struct
{
  const char *file;    /* as the user wrote it, or NULL */
  guint line;          /* 1-based; 0 when the whole file is meant */
  guint column;        /* 1-based, in characters; 0 when the whole line is meant */
  const char *excerpt; /* the line with a mark under the place, of bl_excerpt(); or NULL */
} BlProblemPlace;

typedef struct
{
  BlProblemLevel level;
  char *file; /* as in BlProblemPlace */
  guint line;
  guint column;
  char *what;    /* "source “nyt” is not declared; the sources are: wire, herald" */
  char *excerpt; /* as in BlProblemPlace */
} BlProblem;

typedef struct BlProblems BlProblems;

BlProblems *bl_problems_new (void);
void bl_problems_free (BlProblems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlProblems, bl_problems_free)

void bl_problems_add (BlProblems *problems, BlProblemLevel level, const char *file, guint line, guint column,
                      const char *format, ...) G_GNUC_PRINTF (6, 7);

/* The same for a place that may have an excerpt: made where the text is at hand, as no file is read again to show a message. */
void bl_problems_add_at (BlProblems *problems, BlProblemLevel level, const BlProblemPlace *place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Sorted; an exact repetition is listed once. Borrowed: valid until the next add. */
const GPtrArray *bl_problems_list (BlProblems *problems);

gboolean bl_problems_any_partial (BlProblems *problems);

/* "FILE:LINE:COLUMN: what", parts that are unknown left out; harmless on a terminal. Owned by the caller. */
char *bl_problem_format (const BlProblem *problem);

/* The same, followed by the excerpt when there is one. No line break at the end. Owned by the caller. */
char *bl_problem_show (const BlProblem *problem);

/* What bl_problem_format() says of a problem at this place. Owned by the caller. */
char *bl_place_format (const BlProblemPlace *place, const char *what);
