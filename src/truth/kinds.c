/* What each attribute of a table is made of, and what tolerance that asks for. */
#include "truth/bucket.h"
#include "truth/builder.h"

#include <math.h>

/* An attribute is of numbers (times) when so much of its rows are. */
#define MOSTLY 0.9

/* And of sets when so much of them have several members: one stray ';' does not make authors of a headline. */
#define SOMETIMES 0.02

/* A list of labels is shared by all items: at most so many, and each item has its answer from it, so there are many more items. */
#define MOST_LABELS 12
#define ITEMS_A_LABEL 4

/* What decides on the kind of one attribute. */
typedef struct
{
  gsize rows, numbers, times, sets, whole_minutes;
  guint32 items, last_item;
  guint32 labels[MOST_LABELS + 1]; /* distinct value ids */
  guint n_labels;
} Census;

static void
count_label (Census *census, guint32 value)
{
  for (guint i = 0; i < census->n_labels; i++)
    if (census->labels[i] == value)
      return;
  if (census->n_labels <= MOST_LABELS)
    census->labels[census->n_labels++] = value;
}

static gboolean
is_whole_minutes (double number)
{
  return number >= 0 && number < 1440 && number == floor (number);
}

static void
count_row (Census *census, const BlTruthIdRow *row, const BlTruthReading *reading)
{
  census->rows++;
  census->numbers += !isnan (reading->number);
  census->times += !isnan (reading->minutes);
  census->sets += reading->members != NULL;
  census->whole_minutes += is_whole_minutes (reading->number); /* NaN compares false */
  census->items += census->items == 0 || census->last_item != row->item;
  census->last_item = row->item;
  count_label (census, row->value);
}

static BlTruthKind
decide_kind (const Census *census, gboolean plain_minutes)
{
  const double rows = (double) census->rows;
  if ((double) census->sets > SOMETIMES * rows)
    return BL_TRUTH_SET;
  if ((double) (census->times + (plain_minutes ? census->whole_minutes : 0)) >= MOSTLY * rows)
    return BL_TRUTH_CLOCK;
  if (census->n_labels > 1 && census->n_labels <= MOST_LABELS && census->items >= ITEMS_A_LABEL * census->n_labels)
    return BL_TRUTH_LABEL;
  return (double) census->numbers >= MOSTLY * rows ? BL_TRUTH_NUMBER : BL_TRUTH_TEXT;
}

/* The numbers of all rows side by side by attribute: those of attribute a begin at start[a]. */
static double *
numbers_by_attribute (const BlTruthIdRows *rows, const Census *census, guint32 n_attributes, gsize *start)
{
  start[0] = 0;
  for (guint32 a = 0; a < n_attributes; a++)
    start[a + 1] = start[a] + census[a].numbers;
  double *numbers = g_new (double, start[n_attributes] + 1);
  g_autofree gsize *at = g_new (gsize, n_attributes + 1);
  for (guint32 a = 0; a < n_attributes; a++)
    at[a] = start[a];
  for (guint32 r = 0; r < rows->n; r++)
    {
      const guint32 value = rows->rows[r].value;
      const double number = value != BL_TRUTH_NO_VALUE ? rows->readings[value].number : NAN;
      if (!isnan (number))
        numbers[at[rows->rows[r].attribute]++] = number;
    }
  return numbers;
}

/* What was asked for where it fits the kind; percentages of a time and minutes of a plain number have no meaning. */
static BlTolerance
decide_tolerance (BlTruthKind kind, BlTolerance asked, double *numbers, gsize n)
{
  if (asked.kind == BL_TOLERANCE_AUTO)
    return bl_truth_auto_tolerance (kind, numbers, n);
  if (kind == BL_TRUTH_NUMBER && (asked.kind == BL_TOLERANCE_ABSOLUTE || asked.kind == BL_TOLERANCE_RELATIVE))
    return asked;
  if (kind == BL_TRUTH_CLOCK && (asked.kind == BL_TOLERANCE_ABSOLUTE || asked.kind == BL_TOLERANCE_MINUTES))
    return (BlTolerance){ BL_TOLERANCE_MINUTES, asked.size };
  return (BlTolerance){ BL_TOLERANCE_NONE, 0 };
}

void
bl_truth_decide_kinds (BlTruthTable *table, const BlTruthIdRows *rows, BlTolerance tolerance)
{
  const guint32 n = table->n_attributes;
  g_autofree Census *census = g_new0 (Census, n + 1);
  for (guint32 r = 0; r < rows->n; r++)
    if (rows->rows[r].value != BL_TRUTH_NO_VALUE)
      count_row (&census[rows->rows[r].attribute], &rows->rows[r], &rows->readings[rows->rows[r].value]);

  table->attribute_kind = bl_arena_alloc (table->arena, (n + 1) * sizeof *table->attribute_kind);
  table->attribute_tolerance = bl_arena_alloc (table->arena, (n + 1) * sizeof *table->attribute_tolerance);
  g_autofree gsize *start = g_new (gsize, n + 1);
  g_autofree double *numbers = numbers_by_attribute (rows, census, n, start);
  for (guint32 a = 0; a < n; a++)
    {
      table->attribute_kind[a] = decide_kind (&census[a], tolerance.kind == BL_TOLERANCE_MINUTES);
      table->attribute_tolerance[a]
          = decide_tolerance (table->attribute_kind[a], tolerance, numbers + start[a], start[a + 1] - start[a]);
    }
}
