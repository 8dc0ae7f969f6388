#include "tables.h"

/* "source object attribute value variant", a claim a line, in the order of ids. */
static char *
dump (const BlTruthTable *table)
{
  GString *out = g_string_new (NULL);
  for (guint32 c = 0; c < table->n_claims; c++)
    {
      const guint32 item = bl_truth_claim_item (table, c);
      g_string_append_printf (out, "%s %s %s %s %s\n", table->source_name[table->claim_source[c]], table->item_object[item],
                              table->attribute_name[table->item_attribute[item]],
                              bl_truth_value_text (table, table->claim_value[c]), table->variant[table->claim_variant[c]].raw);
    }
  return g_string_free (out, FALSE);
}

static void
assert_claims (const char *rows, BlTolerance tolerance, const char *claims)
{
  g_autoptr (BlTruthTable) table = table_of_rows (rows, tolerance);
  g_autofree char *text = dump (table);
  g_assert_cmpstr (text, ==, claims);
}

static void
test_ids_do_not_depend_on_order (void)
{
  assert_claims ("b o2 x 5\na o1 x 1\nb o1 x 2\na o1 x 1\n", (BlTolerance){ 0 }, "a o1 x 1 1\nb o1 x 2 2\nb o2 x 5 5\n");
  assert_claims ("a o1 x 1\nb o1 x 2\nb o2 x 5\n", (BlTolerance){ 0 }, "a o1 x 1 1\nb o1 x 2 2\nb o2 x 5 5\n");
}

static void
test_numbers_are_ordered_by_size (void)
{
  assert_claims ("a o x 10\nb o x 9\nc o x 1,000\nd o x 1000\n", (BlTolerance){ 0 },
                 "b o x 9 9\na o x 10 10\nc o x 1,000 1,000\nd o x 1,000 1,000\n");
}

static void
test_buckets_of_numbers (void)
{
  const BlTolerance three = { BL_TOLERANCE_ABSOLUTE, 3 }, percent = { BL_TOLERANCE_RELATIVE, 0.01 };
  /* 100 has most support and takes 97 … 103; 96 is left, though near 97. */
  assert_claims ("a o x 100\nb o x 100\nc o x 97\nd o x 103\ne o x 96\n", three,
                 "e o x 96 96\na o x 100 100\nb o x 100 100\nc o x 100 97\nd o x 100 103\n");
  assert_claims ("a o x 1000\nb o x 1000\nc o x 1010\nd o x 1011\n", percent,
                 "a o x 1000 1000\nb o x 1000 1000\nc o x 1000 1010\nd o x 1011 1011\n");
  /* A source that gives two figures of one bucket claims it once, with the better supported. */
  assert_claims ("a o x 100\nb o x 100\nb o x 101\n", three, "a o x 100 100\nb o x 100 100\n");
  /* What a tolerance of floating point numbers says holds at its edge. */
  assert_claims ("a o x 1.0\nb o x 1.0\nc o x 1.1\n", (BlTolerance){ BL_TOLERANCE_ABSOLUTE, 0.1 },
                 "a o x 1.0 1.0\nb o x 1.0 1.0\nc o x 1.0 1.1\n");
  /* Units are not mixed. */
  assert_claims ("a o x 5%\nb o x 5\nc o x 5.1\n", three, "b o x 5 5\nc o x 5 5.1\na o x 5% 5%\n");
}

static void
test_buckets_of_times (void)
{
  const BlTolerance ten = { BL_TOLERANCE_MINUTES, 10 };
  assert_claims ("a o x 23:55\nb o x 23:55\nc o x 0:03\nd o x 11:57 pm\ne o x 12:30 pm\n", ten,
                 "e o x 12:30 pm 12:30 pm\na o x 23:55 23:55\nb o x 23:55 23:55\nc o x 23:55 0:03\nd o x 23:55 11:57 pm\n");
  /* Nobody says am or pm: 7:45 is in the morning. */
  assert_claims ("a o x 7:45\nb o x 19:45\n", ten, "a o x 7:45 7:45\nb o x 19:45 19:45\n");
  /* Somebody does: it may be of either half. */
  assert_claims ("a o x 7:45\nb o x 7:45 pm\nc o x 7:45 pm\n", ten,
                 "a o x 7:45 pm 7:45\nb o x 7:45 pm 7:45 pm\nc o x 7:45 pm 7:45 pm\n");
  /* Minutes of a day, because minutes are asked for. */
  assert_claims ("a o x 1435\nb o x 1435\nc o x 2\n", ten, "a o x 1435 1435\nb o x 1435 1435\nc o x 1435 2\n");
  assert_claims ("a o x 1435\nb o x 1435\nc o x 2\n", (BlTolerance){ 0 }, "c o x 2 2\na o x 1435 1435\nb o x 1435 1435\n");
}

static void
test_words_and_sets (void)
{
  assert_claims ("a o x The Ark\nb o x the  ark\nc o x The Ark\nd o x Barn\n", (BlTolerance){ 0 },
                 "d o x Barn Barn\na o x The Ark The Ark\nb o x The Ark The Ark\nc o x The Ark The Ark\n");
  assert_claims ("a o x Zoe;Adam\nb o x adam;zoe\nc o x adam\n", (BlTolerance){ 0 },
                 "c o x adam adam\na o x Zoe;Adam Zoe;Adam\nb o x Zoe;Adam Zoe;Adam\n");
}

static BlTruthKind
kind_of (const char *rows)
{
  g_autoptr (BlTruthTable) table = table_of_rows (rows, (BlTolerance){ 0 });
  return table->attribute_kind[0];
}

static void
test_kinds (void)
{
  g_assert_cmpint (kind_of ("a o x 1\na p x 2\n"), ==, BL_TRUTH_NUMBER);
  g_assert_cmpint (kind_of ("a o x 1\na p x two\n"), ==, BL_TRUTH_TEXT);
  g_assert_cmpint (kind_of ("a o x 7:45\na p x 9:10 pm\n"), ==, BL_TRUTH_CLOCK);
  g_assert_cmpint (kind_of ("a o x b\na p x b;c\n"), ==, BL_TRUTH_SET);
  g_assert_cmpint (kind_of ("a o x 1\na p x 0\na q x 1\na r x 0\na s x 1\na t x 1\na u x 1\na v x 0\n"), ==, BL_TRUTH_LABEL);
}

/* Every index is the inverse of its other half. */
static void
assert_consistent (const BlTruthTable *table)
{
  guint seen = 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    for (guint32 k = table->source_claims[s]; k < table->source_claims[s + 1]; k++)
      {
        g_assert_cmpuint (table->claim_source[table->source_claim[k]], ==, s);
        g_assert_true (k == table->source_claims[s] || table->source_claim[k] > table->source_claim[k - 1]);
        seen++;
      }
  g_assert_cmpuint (seen, ==, table->n_claims);
  for (guint32 v = 0; v < table->n_values; v++)
    {
      g_assert_cmpuint (table->value_item[v], <, table->n_items);
      g_assert_cmpuint (table->value_variants[v], <, table->value_variants[v + 1]);
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        {
          g_assert_cmpuint (table->claim_value[c], ==, v);
          g_assert_cmpuint (table->claim_variant[c], >=, table->value_variants[v]);
          g_assert_cmpuint (table->claim_variant[c], <, table->value_variants[v + 1]);
        }
    }
  for (guint32 i = 0; i < table->n_items; i++)
    for (guint32 k = table->item_sources[i] + 1; k < table->item_sources[i + 1]; k++)
      g_assert_cmpuint (table->item_source[k - 1], <, table->item_source[k]);
}

static void
test_indices (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (rows, "s%u o%u %s %u\n", i * 7 % 13, i * 5 % 31, i % 3 == 0 ? "x" : "y", i * 11 % 17);
  g_autoptr (BlTruthTable) table = table_of_rows (rows->str, (BlTolerance){ BL_TOLERANCE_ABSOLUTE, 2 });
  assert_consistent (table);
  /* The sources of items, counted another way. */
  for (guint32 i = 0; i < table->n_items; i++)
    {
      g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
      const BlTruthRange claims = bl_truth_item_claims (table, i);
      for (guint32 c = claims.from; c < claims.to; c++)
        g_hash_table_add (sources, GUINT_TO_POINTER (table->claim_source[c] + 1));
      g_assert_cmpuint (g_hash_table_size (sources), ==, bl_truth_n (bl_truth_item_sources (table, i)));
    }

  g_autofree guint8 *keep = g_new0 (guint8, table->n_claims);
  for (guint c = 0; c < table->n_claims; c += 3)
    keep[c] = 1;
  g_autoptr (BlTruthTable) kept = bl_truth_table_keep (table, keep);
  assert_consistent (kept);
  g_assert_cmpuint (kept->n_claims, ==, (table->n_claims + 2) / 3);
  g_assert_cmpuint (kept->n_values, ==, table->n_values);

  g_autoptr (BlTruthTable) again = bl_truth_table_rebucket (kept, (BlTolerance){ 0 });
  assert_consistent (again);
  g_assert_cmpuint (again->n_items, ==, table->n_items);
  g_assert_cmpuint (again->n_sources, ==, table->n_sources);
  for (guint32 i = 0; i < table->n_items; i++)
    g_assert_cmpstr (again->item_object[i], ==, table->item_object[i]);
}

static void
test_members (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows ("a o x ann;bob\nb o x bob\nc p x cy\nc p y 12\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthTable) members = bl_truth_table_members (table);
  g_autofree char *text = dump (members);
  g_assert_cmpstr (text, ==, "a o x ann ann\na o x bob bob\nb o x bob bob\nc p x cy cy\nc p y 12 12\n");
  g_assert_cmpuint (members->n_items, ==, table->n_items);
}

static void
test_weights (void)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  bl_truth_builder_add (builder, &(BlTruthRow){ "a", "o", "x", "1", 0.25 });
  bl_truth_builder_add (builder, &(BlTruthRow){ "a", "o", "x", "1", 0.75 });
  bl_truth_builder_add (builder, &(BlTruthRow){ "b", "o", "x", "1", 0 });
  g_autoptr (BlTruthTable) table = bl_truth_builder_end (builder, (BlTolerance){ 0 });
  g_assert_cmpuint (table->n_claims, ==, 2);
  g_assert_cmpfloat (table->claim_weight[0], ==, 0.75f);
  g_assert_cmpfloat (table->claim_weight[1], ==, 1);
}

static void
test_tolerances (void)
{
  static const struct
  {
    const char *text;
    BlToleranceKind kind;
    double size;
  } cases[] = {
    { "3", BL_TOLERANCE_ABSOLUTE, 3 },     { "0.5", BL_TOLERANCE_ABSOLUTE, 0.5 }, { "0", BL_TOLERANCE_NONE, 0 },
    { "1%", BL_TOLERANCE_RELATIVE, 0.01 }, { "10min", BL_TOLERANCE_MINUTES, 10 }, { "10 min", BL_TOLERANCE_MINUTES, 10 },
    { "auto", BL_TOLERANCE_AUTO, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlTolerance tolerance;
      g_autoptr (GError) error = NULL;
      g_assert_true (bl_tolerance_parse (cases[i].text, &tolerance, &error));
      g_assert_cmpint (tolerance.kind, ==, cases[i].kind);
      g_assert_cmpfloat (tolerance.size, ==, cases[i].size);
    }
  static const char *const wrong[] = { "", "-1", "3 apples", "nan", "inf", "%", "min", "1%%", "1e999" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      BlTolerance tolerance;
      g_autoptr (GError) error = NULL;
      g_assert_false (bl_tolerance_parse (wrong[i], &tolerance, &error));
      g_assert_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
    }
}

static void
test_auto_tolerance (void)
{
  /* Of one magnitude: 1 % of the median, 5. */
  g_autoptr (BlTruthTable) near = table_of_rows ("a o x 400\na p x 500\na q x 600\n", (BlTolerance){ BL_TOLERANCE_AUTO, 0 });
  g_assert_cmpint (near->attribute_tolerance[0].kind, ==, BL_TOLERANCE_ABSOLUTE);
  g_assert_cmpfloat_with_epsilon (near->attribute_tolerance[0].size, 5, 1e-12);
  g_autoptr (BlTruthTable) far = table_of_rows ("a o x 4\na p x 500\na q x 60000\n", (BlTolerance){ BL_TOLERANCE_AUTO, 0 });
  g_assert_cmpint (far->attribute_tolerance[0].kind, ==, BL_TOLERANCE_RELATIVE);
  g_autoptr (BlTruthTable) words = table_of_rows ("a o x ann\nb o x bob\n", (BlTolerance){ BL_TOLERANCE_AUTO, 0 });
  g_assert_cmpint (words->attribute_tolerance[0].kind, ==, BL_TOLERANCE_NONE);
}

/* Of the values of one bucket that is printed whose sources are trusted most: here all alike, so the one that most give. */
static void
test_printed_variant (void)
{
  g_autoptr (BlTruthTable) table
      = table_of_rows ("a o x 100\nb o x 100\nc o x 101\nd o x 300\n", (BlTolerance){ BL_TOLERANCE_ABSOLUTE, 3 });
  g_autoptr (BlTruthResult) result = run_method ("vote", table, 0);
  g_assert_cmpstr (result->text[0], ==, "100");
  g_assert_cmpuint (bl_truth_n (bl_truth_value_claims (table, result->choice[0])), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/table/order", test_ids_do_not_depend_on_order);
  g_test_add_func ("/truth/table/numbers", test_numbers_are_ordered_by_size);
  g_test_add_func ("/truth/table/buckets-of-numbers", test_buckets_of_numbers);
  g_test_add_func ("/truth/table/buckets-of-times", test_buckets_of_times);
  g_test_add_func ("/truth/table/words-and-sets", test_words_and_sets);
  g_test_add_func ("/truth/table/kinds", test_kinds);
  g_test_add_func ("/truth/table/indices", test_indices);
  g_test_add_func ("/truth/table/members", test_members);
  g_test_add_func ("/truth/table/weights", test_weights);
  g_test_add_func ("/truth/table/tolerances", test_tolerances);
  g_test_add_func ("/truth/table/auto-tolerance", test_auto_tolerance);
  g_test_add_func ("/truth/table/printed-variant", test_printed_variant);
  return g_test_run ();
}
