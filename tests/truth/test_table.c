#include "truth/truth.h"

static BlTruthTable *
table_of (const char *text, BlTolerance tolerance)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  BlTruthBuilder *builder = bl_truth_read ("t.csv", text, strlen (text), problems, &error);
  g_assert_no_error (error);
  return bl_truth_builder_end (builder, tolerance);
}

/* Columns as "source object attribute value variant", a claim a line, in the order of ids. */
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
test_ids_do_not_depend_on_order (void)
{
  g_autoptr (BlTruthTable) a = table_of ("source,object,attribute,value\nb,o2,x,5\na,o1,x,1\nb,o1,x,2\na,o1,x,1\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthTable) b = table_of ("value,attribute,source,object\n2,x,b,o1\n1,x,a,o1\n5,x,b,o2\n", (BlTolerance){ 0 });
  g_autofree char *dump_a = dump (a), *dump_b = dump (b);
  g_assert_cmpstr (dump_a, ==, "a o1 x 1 1\nb o1 x 2 2\nb o2 x 5 5\n");
  g_assert_cmpstr (dump_a, ==, dump_b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/table/order", test_ids_do_not_depend_on_order);
  return g_test_run ();
}
