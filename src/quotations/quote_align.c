#include "quotations/quote_align.h"

#include <string.h>

#define EQUAL 2
#define REPLACED (-1)
#define LEFT_OUT (-1)

typedef enum
{
  STEP_START,
  STEP_EQUAL,
  STEP_REPLACE,
  STEP_A,     /* a word of a alone */
  STEP_B,     /* a word of b alone */
  STEP_GAP_A, /* the same beside a gap */
  STEP_GAP_B,
} Step;

typedef struct
{
  const BlQuoteWord *a, *b;
  guint n_a, n_b;
  guint8 *steps; /* (n_a + 1) rows of n_b + 1 Steps */
  int best;
  guint end_a, end_b; /* of the best alignment */
} Table;

static gboolean
is_gap (const BlQuoteWord *word)
{
  return (word->flags & BL_QUOTE_WORD_GAP) != 0;
}

static gboolean
same (const BlQuoteWord *a, const BlQuoteWord *b)
{
  return a->hash == b->hash && strcmp (a->text, b->text) == 0;
}

static Step
best_step (const Table *table, guint i, guint j, const int *above, const int *row, int *score)
{
  const BlQuoteWord *a = &table->a[i - 1], *b = &table->b[j - 1];
  if (is_gap (a) || is_gap (b))
    {
      /* A gap also begins anew: what stands before it may be anything. */
      *score = MAX (MAX (above[j], row[j - 1]), 0);
      return *score == above[j] ? STEP_GAP_A : *score == row[j - 1] ? STEP_GAP_B : STEP_START;
    }
  const gboolean equal = same (a, b);
  *score = above[j - 1] + (equal ? EQUAL : REPLACED);
  Step step = equal ? STEP_EQUAL : STEP_REPLACE;
  if (above[j] + LEFT_OUT > *score)
    {
      *score = above[j] + LEFT_OUT;
      step = STEP_A;
    }
  if (row[j - 1] + LEFT_OUT > *score)
    {
      *score = row[j - 1] + LEFT_OUT;
      step = STEP_B;
    }
  return step;
}

/* An alignment may end where one of the two ends or is cut. */
static gboolean
may_end (const Table *table, guint i, guint j)
{
  return i == table->n_a || j == table->n_b || is_gap (&table->a[i]) || is_gap (&table->b[j]);
}

static void
fill (Table *table)
{
  const gsize width = (gsize) table->n_b + 1;
  g_autofree int *rows = g_new0 (int, 2 * width);
  int *above = rows, *row = rows + width;
  for (guint i = 1; i <= table->n_a; i++)
    {
      row[0] = 0;
      for (guint j = 1; j <= table->n_b; j++)
        {
          table->steps[i * width + j] = (guint8) best_step (table, i, j, above, row, &row[j]);
          /* Of equals the longest: a last word that differs is a difference, not a place to stop. */
          if (row[j] >= table->best && may_end (table, i, j))
            {
              table->best = row[j];
              table->end_a = i;
              table->end_b = j;
            }
        }
      int *other = above;
      above = row;
      row = other;
    }
}

/* The steps of the best alignment, last first. *i and *j are left where it begins. */
static GByteArray *
trace (const Table *table, guint *i, guint *j)
{
  GByteArray *path = g_byte_array_new ();
  *i = table->end_a;
  *j = table->end_b;
  while (*i > 0 && *j > 0)
    {
      const guint8 step = table->steps[(gsize) *i * (table->n_b + 1) + *j];
      if (step == STEP_START)
        break;
      g_byte_array_append (path, &step, 1);
      *i -= step == STEP_EQUAL || step == STEP_REPLACE || step == STEP_A || step == STEP_GAP_A;
      *j -= step == STEP_EQUAL || step == STEP_REPLACE || step == STEP_B || step == STEP_GAP_B;
    }
  return path;
}

static BlQuoteRun *
last_run (BlQuoteAlignment *alignment)
{
  return alignment->runs->len > 0 ? &g_array_index (alignment->runs, BlQuoteRun, alignment->runs->len - 1) : NULL;
}

/* Walks the path from its beginning and collects the runs. */
static void
collect (BlQuoteAlignment *alignment, const GByteArray *path, guint i, guint j)
{
  guint equal = 0, stretch = 0;
  gboolean in_run = FALSE, after_gap = TRUE;
  for (guint k = path->len; k-- > 0;)
    {
      const Step step = path->data[k];
      if (step == STEP_EQUAL)
        {
          in_run = FALSE;
          equal++;
          stretch++;
          alignment->equal++;
          alignment->longest = MAX (alignment->longest, stretch);
          if (last_run (alignment) != NULL && !after_gap)
            last_run (alignment)->equal_behind = equal;
        }
      else if (step == STEP_GAP_A || step == STEP_GAP_B)
        {
          in_run = FALSE;
          after_gap = TRUE;
          equal = stretch = 0;
        }
      else if (!in_run)
        {
          const BlQuoteRun run = { .a_first = i, .a_end = i, .b_first = j, .b_end = j, .equal_before = equal };
          g_array_append_val (alignment->runs, run);
          in_run = TRUE;
          after_gap = FALSE;
          equal = 0;
        }
      i += step == STEP_EQUAL || step == STEP_REPLACE || step == STEP_A || step == STEP_GAP_A;
      j += step == STEP_EQUAL || step == STEP_REPLACE || step == STEP_B || step == STEP_GAP_B;
      if (in_run)
        {
          last_run (alignment)->a_end = i;
          last_run (alignment)->b_end = j;
        }
    }
}

void
bl_quote_align (const BlQuoteWord *a, guint n_a, const BlQuoteWord *b, guint n_b, BlQuoteAlignment *alignment)
{
  *alignment = (BlQuoteAlignment){ .runs = g_array_new (FALSE, FALSE, sizeof (BlQuoteRun)) };
  Table table = { .a = a, .b = b, .n_a = MIN (n_a, BL_QUOTE_ALIGN_WORDS), .n_b = MIN (n_b, BL_QUOTE_ALIGN_WORDS), .best = 0 };
  g_autofree guint8 *steps = g_malloc0 (((gsize) table.n_a + 1) * ((gsize) table.n_b + 1));
  table.steps = steps;
  fill (&table);
  guint i, j;
  g_autoptr (GByteArray) path = trace (&table, &i, &j);
  alignment->a_first = i;
  alignment->a_end = table.end_a;
  collect (alignment, path, i, j);
  BlQuoteRun *last = last_run (alignment);
  if (last != NULL)
    last->ends_both = last->a_end == n_a && last->b_end == n_b;
  if (last != NULL && g_array_index (alignment->runs, BlQuoteRun, 0).a_first == 0)
    g_array_index (alignment->runs, BlQuoteRun, 0).begins_both = g_array_index (alignment->runs, BlQuoteRun, 0).b_first == 0;
  alignment->whole = i == 0 && j == 0 && table.end_a == n_a && table.end_b == n_b;
}

void
bl_quote_alignment_clear (BlQuoteAlignment *alignment)
{
  g_clear_pointer (&alignment->runs, g_array_unref);
}
