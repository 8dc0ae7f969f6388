/* The fact matrix: what each origin says of each fact on which several speak (reliability/facts.h), grouped by event.
 *
 * Rows are facts, columns are origins with their copies folded under them. Two articles are of one event here when they speak of one fact
 * within a week; a fact is shown with the event of its earliest article. Everything is bounded, and what is left out is counted. */
#pragma once

#include "reliability/facts.h"
#include "report/report.h"

#define BL_MATRIX_EVENTS 30
#define BL_MATRIX_ROWS 40    /* of one event */
#define BL_MATRIX_COLUMNS 12 /* of one event */

/* One value as one origin has it. */
typedef struct
{
  guint value;          /* of the fact */
  guint letter;         /* 0 … : equal for equal values, in the order of columns, so that a row reads A, B, C */
  const BlClaim *claim; /* the first one */
  guint n_articles;     /* of this origin, that have it */
} BlMatrixSaying;

typedef struct
{
  const BlSharedFact *fact;
  GPtrArray *cells; /* GArray of BlMatrixSaying for each column; NULL: it says nothing */
} BlMatrixRow;

typedef struct
{
  guint witness;
  const char *name;
  GPtrArray *sources; /* const BlSource *: who prints it, in the order of articles, each once; borrowed */
  guint n_facts;
} BlMatrixColumn;

typedef struct
{
  const BlArticle *earliest;
  GPtrArray *columns;      /* BlMatrixColumn *, who speaks of most facts first */
  GPtrArray *rows;         /* BlMatrixRow *, as bl_shared_fact_compare() orders them */
  guint n_facts;           /* also those left out */
  guint n_disputed;        /* with more than one value */
  guint n_columns_out;     /* origins that have no column */
  const BlArticle *latest; /* by day */
} BlMatrixEvent;

typedef struct
{
  GPtrArray *facts;  /* BlSharedFact * */
  GPtrArray *events; /* BlMatrixEvent *, those with most disputed facts first, at most BL_MATRIX_EVENTS */
  guint n_events;    /* also those left out */
} BlMatrix;

/* With run->focus only facts that an article in question speaks of. Never NULL; without facts it has no events. */
BlMatrix *bl_matrix_new (const BlRun *run);
void bl_matrix_free (BlMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlMatrix, bl_matrix_free)
