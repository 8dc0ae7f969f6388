/* What holds for every method on any table: the order of rows, names, copies of a source, agreement, and tables of next to nothing. */
#include "tables.h"

#include <math.h>

#define N_SOURCES 12
#define N_ITEMS 40
#define N_VALUES 4

/* Source s is right with a chance of (s+6)/(N_SOURCES+6); answers to an item are numbers or words. */
typedef struct
{
  guint source, item, value;
} Row;

typedef enum
{
  NUMBERS,
  WORDS
} Form;

typedef struct
{
  GArray *rows;                 /* Row */
  const guint *order_of_values; /* renames them; NULL: as they are */
  const guint *names;           /* renames sources; NULL: as they are */
  Form form;
} Plan;

static GArray *
draw_rows (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < N_ITEMS; i++)
    for (guint s = 0; s < N_SOURCES; s++)
      {
        if (g_rand_double (rand) < 0.3)
          continue;
        const gboolean right = g_rand_double (rand) < (s + 6.0) / (N_SOURCES + 6);
        const Row row = { s, i, right ? 0 : 1 + (guint) g_rand_int_range (rand, 0, N_VALUES - 1) };
        g_array_append_val (rows, row);
      }
  return rows;
}

static BlTruthTable *
build (const Plan *plan)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  for (guint r = 0; r < plan->rows->len; r++)
    {
      const Row *row = &g_array_index (plan->rows, Row, r);
      const guint name = plan->names != NULL ? plan->names[row->source] : row->source;
      const guint value = plan->order_of_values != NULL ? plan->order_of_values[row->value] : row->value;
      g_autofree char *source = g_strdup_printf ("s%02u", name);
      g_autofree char *object = g_strdup_printf ("o%02u", row->item);
      const guint number = value * 37 + row->item * 101;
      g_autofree char *text = plan->form == NUMBERS ? g_strdup_printf ("%u", number) : g_strdup_printf ("w%u x", number);
      bl_truth_builder_add (builder, &(BlTruthRow){ .source = source, .object = object, .attribute = "k", .value = text });
    }
  return bl_truth_builder_end (builder, (BlTolerance){ 0 });
}

static void
shuffle (GArray *rows, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint i = rows->len - 1; i > 0; i--)
    {
      const guint k = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      const Row row = g_array_index (rows, Row, i);
      g_array_index (rows, Row, i) = g_array_index (rows, Row, k);
      g_array_index (rows, Row, k) = row;
    }
}

typedef void (*Check) (const BlTruthMethod *method, Form form);

/* Each method that takes such values. */
static void
for_all (Check check)
{
  for (Form form = NUMBERS; form <= WORDS; form++)
    for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
      if (((*method)->takes & (form == NUMBERS ? BL_TRUTH_NUMBER : BL_TRUTH_TEXT)) != 0)
        check (*method, form);
}

static void
assert_same_bits (const double *a, const double *b, guint n)
{
  g_assert_cmpmem (a, (int) (n * sizeof *a), b, (int) (n * sizeof *b));
}

static BlTruthResult *
run (const BlTruthMethod *method, const BlTruthTable *table)
{
  g_autoptr (GError) error = NULL;
  BlTruthResult *result = bl_truth_run (method, table, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
check_order (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = draw_rows (7);
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  shuffle (rows, 8);
  g_autoptr (BlTruthTable) other = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthResult) a = run (method, table), b = run (method, other);
  assert_same_bits (a->trust, b->trust, table->n_sources);
  assert_same_bits (a->belief, b->belief, table->n_values);
  for (guint i = 0; i < table->n_items; i++)
    g_assert_cmpstr (a->text[i], ==, b->text[i]);
}

static void
test_order_of_rows (void)
{
  for_all (check_order);
}

/* Sums are then taken in another order, so the last bits may differ. */
static void
check_source_names (const BlTruthMethod *method, Form form)
{
  static const guint names[N_SOURCES] = { 7, 3, 11, 0, 5, 1, 10, 2, 9, 4, 8, 6 };
  g_autoptr (GArray) rows = draw_rows (9);
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthTable) other = build (&(Plan){ .rows = rows, .form = form, .names = names });
  g_autoptr (BlTruthResult) a = run (method, table), b = run (method, other);
  for (guint s = 0; s < N_SOURCES; s++)
    g_assert_cmpfloat_with_epsilon (a->trust[s], b->trust[names[s]], 1e-6 * MAX (1, fabs (a->trust[s])));
  for (guint i = 0; i < table->n_items; i++)
    {
      g_assert_cmpint (a->tied[i], ==, b->tied[i]);
      g_assert_cmpuint (a->choice[i], ==, b->choice[i]);
    }
}

static void
test_names_of_sources (void)
{
  for_all (check_source_names);
}

/* Which value it was before it was renamed. */
static guint
value_of (const BlTruthResult *result, guint item, const guint *names)
{
  const guint value = ((guint) g_ascii_strtoull (result->text[item] + 1, NULL, 10) - item * 101) / 37;
  return names != NULL ? names[value] : value;
}

/* A table on which a vote has no ties: they go by name, and with methods that start from the vote all that follows from them. */
static GArray *
draw_untied_rows (void)
{
  for (guint32 seed = 100; seed < 1100; seed++)
    {
      g_autoptr (GArray) rows = draw_rows (seed);
      g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = WORDS });
      g_autoptr (BlTruthResult) vote = run (bl_truth_method_find ("vote"), table);
      guint n = 0;
      for (guint i = 0; i < table->n_items; i++)
        n += vote->tied[i] != 0;
      if (n == 0)
        return g_steal_pointer (&rows);
    }
  g_assert_not_reached ();
}

/* Which of two words is called which decides nothing but ties. */
static void
test_names_of_values (void)
{
  static const guint names[N_VALUES] = { 3, 2, 1, 0 }; /* its own inverse */
  g_autoptr (GArray) rows = draw_untied_rows ();
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = WORDS });
  g_autoptr (BlTruthTable) other = build (&(Plan){ .rows = rows, .form = WORDS, .order_of_values = names });
  for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
    if (((*method)->takes & BL_TRUTH_TEXT) != 0)
      {
        g_autoptr (BlTruthResult) a = run (*method, table), b = run (*method, other);
        for (guint i = 0; i < table->n_items; i++)
          if (!a->tied[i])
            g_assert_cmpuint (value_of (a, i, NULL), ==, value_of (b, i, names));
      }
}

static void
check_twins (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = draw_rows (11);
  const guint n = rows->len;
  for (guint r = 0; r < n; r++)
    {
      Row row = g_array_index (rows, Row, r);
      if (row.source == 5)
        {
          row.source = N_SOURCES;
          g_array_append_val (rows, row);
        }
    }
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthResult) result = run (method, table);
  g_assert_cmpfloat_with_epsilon (result->trust[5], result->trust[N_SOURCES], 1e-9 * MAX (1, fabs (result->trust[5])));
}

static void
test_twins_are_trusted_alike (void)
{
  for_all (check_twins);
}

/* Rows that are there twice, and sources that repeat themselves, change nothing. */
static void
check_repeats (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = draw_rows (12);
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  const guint n = rows->len;
  for (guint r = 0; r < n; r++)
    {
      const Row row = g_array_index (rows, Row, r);
      g_array_append_val (rows, row);
    }
  g_autoptr (BlTruthTable) twice = build (&(Plan){ .rows = rows, .form = form });
  g_assert_cmpuint (table->n_claims, ==, twice->n_claims);
  g_autoptr (BlTruthResult) a = run (method, table), b = run (method, twice);
  assert_same_bits (a->trust, b->trust, table->n_sources);
}

static void
test_repeated_rows (void)
{
  for_all (check_repeats);
}

static void
check_unanimous (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint s = 0; s < N_SOURCES; s++)
    for (guint i = 0; i < N_ITEMS; i++)
      {
        const Row row = { s, i, 0 };
        g_array_append_val (rows, row);
      }
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthResult) result = run (method, table);
  for (guint s = 0; s < N_SOURCES; s++)
    {
      g_assert_cmpfloat_with_epsilon (result->trust[s], result->trust[0], 1e-9 * MAX (1, fabs (result->trust[0])));
      g_assert_cmpfloat (result->trust[s], >, 0.5);
    }
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_assert_false (result->tied[i]);
      g_assert_cmpuint (result->choice[i], ==, table->item_values[i]);
      g_assert_cmpfloat (result->text_confidence[i], >, 0.5);
    }
}

static void
test_unanimous (void)
{
  for_all (check_unanimous);
}

static void
assert_sound (const BlTruthTable *table, const BlTruthResult *result)
{
  for (guint s = 0; s < table->n_sources; s++)
    g_assert_true (isfinite (result->trust[s]));
  for (guint v = 0; v < table->n_values; v++)
    {
      g_assert_true (isfinite (result->belief[v]));
      g_assert_cmpfloat (result->confidence[v], >=, 0);
      g_assert_cmpfloat (result->confidence[v], <=, 1 + 1e-9);
    }
  for (guint i = 0; i < table->n_items; i++)
    if (result->choice[i] != G_MAXUINT32)
      {
        g_assert_cmpuint (table->value_item[result->choice[i]], ==, i);
        g_assert_nonnull (result->text[i]);
      }
}

static void
check_next_to_nothing (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (BlTruthTable) empty = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthResult) nothing = run (method, empty);
  assert_sound (empty, nothing);
  const Row row = { 0, 0, 0 };
  g_array_append_val (rows, row);
  g_autoptr (BlTruthTable) single = build (&(Plan){ .rows = rows, .form = form });
  g_autoptr (BlTruthResult) one = run (method, single);
  assert_sound (single, one);
  g_assert_cmpuint (one->choice[0], ==, 0);
  g_assert_false (one->tied[0]);
}

static void
test_next_to_nothing (void)
{
  for_all (check_next_to_nothing);
}

/* Values, items and a source without claims, as predictions that hold claims out make them. */
static void
check_held_out (const BlTruthMethod *method, Form form)
{
  g_autoptr (GArray) rows = draw_rows (13);
  g_autoptr (BlTruthTable) table = build (&(Plan){ .rows = rows, .form = form });
  g_autofree guint8 *keep = g_new0 (guint8, table->n_claims);
  for (guint c = 0; c < table->n_claims; c++)
    keep[c] = table->claim_source[c] != 3 && bl_truth_claim_item (table, c) != 5 && c % 4 != 0;
  g_autoptr (BlTruthTable) kept = bl_truth_table_keep (table, keep);
  g_autoptr (BlTruthResult) result = run (method, kept);
  assert_sound (kept, result);
  g_assert_cmpuint (result->choice[5], ==, G_MAXUINT32);
  for (guint i = 0; i < kept->n_items; i++)
    if (result->choice[i] != G_MAXUINT32)
      g_assert_cmpuint (bl_truth_n (bl_truth_value_claims (kept, result->choice[i])), >, 0);
}

static void
test_held_out_claims (void)
{
  for_all (check_held_out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/properties/order", test_order_of_rows);
  g_test_add_func ("/truth/properties/names-of-sources", test_names_of_sources);
  g_test_add_func ("/truth/properties/names-of-values", test_names_of_values);
  g_test_add_func ("/truth/properties/twins", test_twins_are_trusted_alike);
  g_test_add_func ("/truth/properties/repeats", test_repeated_rows);
  g_test_add_func ("/truth/properties/unanimous", test_unanimous);
  g_test_add_func ("/truth/properties/next-to-nothing", test_next_to_nothing);
  g_test_add_func ("/truth/properties/held-out", test_held_out_claims);
  return g_test_run ();
}
