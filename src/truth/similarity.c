#include "truth/similarity.h"

#include <math.h>
#include <string.h>

#define MINUTES_ALIKE 60.0

static double
number_similarity (const BlTruthReading *a, const BlTruthReading *b)
{
  if (isnan (a->number) || isnan (b->number) || strcmp (a->unit, b->unit) != 0)
    return 0;
  const double larger = MAX (fabs (a->number), fabs (b->number));
  return larger > 0 ? MAX (0, 1 - fabs (a->number - b->number) / larger) : 1;
}

/* Length of the member at the start of a set. */
static gsize
member_length (const char *set)
{
  return strcspn (set, ";");
}

static int
compare_members (const char *a, gsize na, const char *b, gsize nb)
{
  const int order = memcmp (a, b, MIN (na, nb));
  return order != 0 ? order : (na > nb) - (na < nb);
}

typedef struct
{
  guint a, b, both;
} Overlap;

/* Both sets are in the byte order of their members, so one walk over both counts. */
static Overlap
overlap (const char *a, const char *b)
{
  Overlap n = { 0 };
  while (*a != '\0' || *b != '\0')
    {
      const gsize na = member_length (a), nb = member_length (b);
      const int order = *a == '\0' ? 1 : *b == '\0' ? -1 : compare_members (a, na, b, nb);
      n.a += order <= 0;
      n.b += order >= 0;
      n.both += order == 0;
      if (order <= 0)
        a += na + (a[na] == ';');
      if (order >= 0)
        b += nb + (b[nb] == ';');
    }
  return n;
}

static const char *
as_set (const BlTruthReading *reading)
{
  return reading->members != NULL ? reading->members : reading->folded;
}

/* Pairs of neighbouring bytes of a text, sorted. Longer texts are judged by their beginning. */
#define COMPARED_BYTES 256

static int
compare_pairs (const void *a, const void *b)
{
  return *(const guint16 *) a - *(const guint16 *) b;
}

static guint
letter_pairs (const char *text, guint16 *pairs)
{
  const gsize length = MIN (strlen (text), COMPARED_BYTES);
  guint n = 0;
  for (gsize i = 0; i + 1 < length; i++)
    pairs[n++] = (guint16) ((guchar) text[i] << 8 | (guchar) text[i + 1]);
  qsort (pairs, n, sizeof *pairs, compare_pairs);
  return n;
}

/* Dice's coefficient of pairs of neighbouring bytes (Adamson and Boreham 1974). */
static double
text_similarity (const char *a, const char *b)
{
  guint16 of_a[COMPARED_BYTES], of_b[COMPARED_BYTES];
  const guint na = letter_pairs (a, of_a), nb = letter_pairs (b, of_b);
  guint both = 0;
  for (guint i = 0, k = 0; i < na && k < nb;)
    if (of_a[i] == of_b[k])
      {
        both++;
        i++;
        k++;
      }
    else if (of_a[i] < of_b[k])
      i++;
    else
      k++;
  return na + nb > 0 ? 2.0 * both / (na + nb) : 0;
}

double
bl_truth_similarity (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b)
{
  if (bl_truth_compare_values (kind, a, b) == 0)
    return 1;
  switch (kind)
    {
    case BL_TRUTH_NUMBER:
      return number_similarity (a, b);
    case BL_TRUTH_CLOCK:
      return isnan (a->minutes) || isnan (b->minutes) ? 0 : MAX (0, 1 - bl_truth_clock_distance (a, b) / MINUTES_ALIKE);
    case BL_TRUTH_SET:
      {
        const Overlap n = overlap (as_set (a), as_set (b));
        return (double) n.both / (n.a + n.b - n.both);
      }
    case BL_TRUTH_TEXT:
      return text_similarity (a->folded, b->folded);
    default:
      return 0;
    }
}

double
bl_truth_support (BlTruthKind kind, const BlTruthReading *a, const BlTruthReading *b)
{
  if (kind != BL_TRUTH_SET)
    return bl_truth_similarity (kind, a, b);
  const Overlap n = overlap (as_set (a), as_set (b));
  return n.a > 0 ? (double) n.both / n.a : 0;
}

/* --- the matrix --------------------------------------------------------------------------------------------------- */
typedef struct
{
  guint32 value, n_sources;
} Ranked;

static int
compare_ranked (const void *a, const void *b)
{
  const Ranked *x = a, *y = b;
  return x->n_sources != y->n_sources ? (x->n_sources < y->n_sources) - (x->n_sources > y->n_sources)
                                      : (x->value > y->value) - (x->value < y->value);
}

static int
compare_ids (const void *a, const void *b)
{
  const guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

/* The values of an item that are compared, ascending; how many. ids has room for BL_TRUTH_SIMILAR_VALUES. */
static guint
compared_values (const BlTruthTable *table, guint32 item, guint32 *ids)
{
  const BlTruthRange values = bl_truth_item_values (table, item);
  const guint32 n = bl_truth_n (values);
  const guint kept = MIN (n, BL_TRUTH_SIMILAR_VALUES);
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);
  for (guint32 i = 0; i < n; i++)
    ranked[i] = (Ranked){ values.from + i, bl_truth_n (bl_truth_value_claims (table, values.from + i)) };
  if (kept < n)
    qsort (ranked, n, sizeof *ranked, compare_ranked);
  for (guint i = 0; i < kept; i++)
    ids[i] = ranked[i].value;
  qsort (ids, kept, sizeof *ids, compare_ids);
  return kept;
}

typedef float Matrix[BL_TRUTH_SIMILAR_VALUES][BL_TRUTH_SIMILAR_VALUES];

/* Each pair once: the comparing is what costs. */
static void
compare_all (const BlTruthTable *table, BlTruthKind kind, const guint32 *ids, guint n, Matrix matrix)
{
  for (guint a = 0; a < n; a++)
    {
      matrix[a][a] = 0; /* a value is no neighbour of itself */
      for (guint b = 0; b < a; b++)
        matrix[a][b] = matrix[b][a] = (float) bl_truth_similarity (kind, &table->variant[table->value_variants[ids[a]]],
                                                                   &table->variant[table->value_variants[ids[b]]]);
    }
}

static void
add_item (const BlTruthTable *table, guint32 item, GArray *other, GArray *similarity, guint32 *start)
{
  guint32 ids[BL_TRUTH_SIMILAR_VALUES];
  Matrix matrix;
  const guint n = compared_values (table, item, ids);
  compare_all (table, bl_truth_item_kind (table, item), ids, n, matrix);
  guint at = 0;
  for (guint32 v = table->item_values[item]; v < table->item_values[item + 1]; v++)
    {
      start[v] = other->len;
      if (at == n || ids[at] != v)
        continue;
      for (guint k = 0; k < n; k++)
        if (matrix[at][k] > 0)
          {
            g_array_append_val (other, ids[k]);
            g_array_append_val (similarity, matrix[at][k]);
          }
      at++;
    }
}

BlTruthSimilarities *
bl_truth_similarities_new (const BlTruthTable *table)
{
  BlTruthSimilarities *similarities = g_new0 (BlTruthSimilarities, 1);
  similarities->start = g_new (guint32, table->n_values + 1);
  GArray *other = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *similarity = g_array_new (FALSE, FALSE, sizeof (float));
  for (guint32 i = 0; i < table->n_items; i++)
    add_item (table, i, other, similarity, similarities->start);
  similarities->start[table->n_values] = other->len;
  similarities->other = (guint32 *) (gpointer) g_array_free (other, FALSE);
  similarities->similarity = (float *) (gpointer) g_array_free (similarity, FALSE);
  return similarities;
}

void
bl_truth_similarities_free (BlTruthSimilarities *similarities)
{
  if (similarities == NULL)
    return;
  g_free (similarities->start);
  g_free (similarities->other);
  g_free (similarities->similarity);
  g_free (similarities);
}
