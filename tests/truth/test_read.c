/* Tables as files: what is read, what is complained of and where, and bytes of every kind. */
#include "tables.h"

#include <glib/gstdio.h>

/* The claims as "source/object/attribute/value;…", or the error; then the problems, a line each. */
static char *
read_text (const char *text, gsize length)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  BlTruthBuilder *builder = bl_truth_read ("t.csv", text, length, problems, &error);
  if (builder == NULL)
    g_string_append (out, error->message);
  else
    {
      g_autoptr (BlTruthTable) table = bl_truth_builder_end (builder, (BlTolerance){ 0 });
      for (guint32 c = 0; c < table->n_claims; c++)
        {
          const guint32 item = bl_truth_claim_item (table, c);
          g_string_append_printf (out, "%s/%s/%s/%s;", table->source_name[table->claim_source[c]], table->item_object[item],
                                  table->attribute_name[table->item_attribute[item]],
                                  table->variant[table->claim_variant[c]].raw);
        }
    }
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (list->pdata[i]);
      g_string_append_printf (out, "\n%s", line);
    }
  return g_string_free (out, FALSE);
}

#define H "source,object,attribute,value\n"

static void
test_reading (void)
{
  static const struct
  {
    const char *text, *read;
  } cases[] = {
    { H "a,o,x,1\n", "a/o/x/1;" },
    { "\xEF\xBB\xBF" H "a,o,x,1", "a/o/x/1;" },
    { "value,Source, OBJECT ,attribute,url\n1,a,o,x,http://e\n", "a/o/x/1;" },
    { H " a ,\"o, p\",x,\"say \"\"no\"\"\"\r\n", "a/o, p/x/say \"no\";" },
    { H "a,o,,1\n", "a/o//1;" }, /* things with one attribute need no name for it */
    { H "a,o,x,1\nb,o,x\nc,o,x,3\n", "a/o/x/1;c/o/x/3;\nt.csv:3:6: 3 fields where the header has 4; the row is left out" },
    { H "a,o,x,1,2\nb,o,x,2\n", "b/o/x/2;\nt.csv:2:9: 5 fields where the header has 4: a field with a comma stands in double "
                                "quotes; the row is left out" },
    { H ",o,x,1\nb,,x,2\nc,o,x,3\n",
      "c/o/x/3;\nt.csv:2:1: the source is empty; the row is left out\nt.csv:3:3: the object is empty; the row is left out" },
    { H "a,o,x,\nb,o,x, \nc,o,x,3\n", "c/o/x/3;\nt.csv: 2 rows without a value claim nothing" },
    { H "a,o,x,\"1\nb,o,x,2\n", "b/o/x/2;\nt.csv:2:1: a quotation mark is opened and never closed; the row is left out" },
    { H "a,o,x,\"1\"1\nb,o,x,2\n",
      "b/o/x/2;\nt.csv:2:1: text follows the closing quotation mark of a field; the row is left out" },
    { "source,object,attribute,value,confidence\na,o,x,1,0.5\nb,o,x,2,\nc,o,x,3,2\n",
      "a/o/x/1;b/o/x/2;\nt.csv:4:9: the confidence is no number above 0 and up to 1; the row is left out" },
    { "", "t.csv:1:1: the table is empty: a header with source,object,attribute,value is wanted, then a claim a line" },
    { "a,o,x,1\n",
      "t.csv:1:1: the header has no column “source”: it must name source, object, attribute and value, in any order" },
    { "source,object,value\na,o,1\n",
      "t.csv:1:1: the header has no column “attribute”: it must name source, object, attribute and value, in any order" },
    { H, "t.csv:1:1: no row below the header claims anything" },
    { H "a,o,x,1\n\xFF,o,x,2\nc,o,x,3\n",
      "a/o/x/1;c/o/x/3;\nt.csv:3:1: not UTF-8: the table must be written as UTF-8, the row is left out" },
    { H "ä,o,x,\x01\nc,o,x,3\n", "c/o/x/3;\nt.csv:2:7: a control character: a row is of text, the row is left out" },
    { H "ä\n",
      "t.csv:1:1: no row below the header claims anything\nt.csv:2:2: 1 field where the header has 4; the row is left out" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_text (cases[i].text, strlen (cases[i].text));
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_nul (void)
{
  static const char text[] = H "a,o,x,1\nb,o,x,2\0zzz,\nc,o,x,3\n";
  g_autofree char *read = read_text (text, sizeof text - 1);
  g_assert_cmpstr (read, ==, "a/o/x/1;c/o/x/3;\nt.csv:3:8: a NUL character: a row is of text, the row is left out");
  static const char header[] = "sour\0ce,object,attribute,value\na,o,x,1\n";
  g_autofree char *none = read_text (header, sizeof header - 1);
  g_assert_true (strstr (none, "t.csv:1:5: a NUL character") != NULL);
}

/* Rows beyond those that are told are counted. */
static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new (H "a,o,x,1\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "broken\n");
  g_autofree char *read = read_text (text->str, text->len);
  g_auto (GStrv) lines = g_strsplit (read, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + BL_TRUTH_SHOWN_PROBLEMS + 1);
  g_assert_true (strstr (read, "t.csv: 950 more rows are left out") != NULL);
}

static void
test_huge_fields (void)
{
  g_autofree char *huge = g_strnfill (3000000, 'z');
  g_autoptr (GString) text = g_string_new (H);
  g_string_append_printf (text, "a,%s,x,%s\nb,%s,x,1\n", huge, huge, huge);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  BlTruthBuilder *builder = bl_truth_read ("t.csv", text->str, text->len, problems, NULL);
  g_autoptr (BlTruthTable) table = bl_truth_builder_end (builder, (BlTolerance){ 0 });
  g_assert_cmpuint (table->n_items, ==, 1);
  g_assert_cmpuint (table->n_claims, ==, 2);
  g_assert_cmpuint (strlen (table->item_object[0]), ==, 3000000);
  g_autoptr (BlTruthResult) result = run_method ("truthfinder", table, 0);
  g_assert_true (result->choice[0] != G_MAXUINT32);
}

/* One item with very many answers is not quadratic in them: this would not end. */
static void
test_many_values_of_one_item (void)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *source = g_strdup_printf ("s%u", i), *value = g_strdup_printf ("%u", i * 7919 % 1000003);
      bl_truth_builder_add (builder, &(BlTruthRow){ .source = source, .object = "o", .attribute = "x", .value = value });
    }
  g_autoptr (BlTruthTable) table = bl_truth_builder_end (builder, (BlTolerance){ BL_TOLERANCE_ABSOLUTE, 2 });
  g_assert_cmpuint (table->n_claims, ==, 100000);
  for (const BlTruthMethod *const *method = bl_truth_methods (); *method != NULL; method++)
    {
      g_autoptr (BlTruthResult) result = bl_truth_run (*method, table, NULL, NULL);
      g_assert_true (result == NULL || result->choice[0] != G_MAXUINT32);
    }
}

/* Any bytes at all: no crash, and what was read is a table. */
static void
test_random_bytes (void)
{
  static const char alphabet[] = ",,,\n\n\"\"abxyz01:;. %\r\t\xC3\xA4\xFF";
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (GString) text = g_string_new (H);
      const gint32 length = g_rand_int_range (rand, 0, 200);
      for (gint32 i = 0; i < length; i++)
        g_string_append_c (text, alphabet[g_rand_int_range (rand, 0, sizeof alphabet)]); /* the NUL too */
      g_autofree char *read = read_text (text->str, text->len);
      g_assert_true (g_utf8_validate (read, -1, NULL));
    }
}

static void
test_gold (void)
{
  g_autofree char *folder = g_dir_make_tmp ("belie-truth-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gold.csv", NULL);
  g_assert_true (g_file_set_contents (path, "attribute,object,value\nx,o,100\nx,p,7\nx,o,101\n", -1, NULL));
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlTruthGold) gold = bl_truth_gold_read_file (path, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bl_truth_gold_value (gold, "o", "x"), ==, "101"); /* the last counts */
  g_assert_null (bl_truth_gold_value (gold, "q", "x"));
  g_autoptr (BlTruthTable) table = table_of_rows ("a o x 99\nb p x 7\n", (BlTolerance){ BL_TOLERANCE_ABSOLUTE, 2 });
  g_assert_true (bl_truth_gold_agrees (table, 0, "99", "101"));
  g_assert_true (bl_truth_gold_agrees (table, 0, "101.0", "101"));
  g_assert_false (bl_truth_gold_agrees (table, 0, "98", "101"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_null (bl_truth_gold_read_file (path, problems, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/read/rows", test_reading);
  g_test_add_func ("/truth/read/nul", test_nul);
  g_test_add_func ("/truth/read/many-problems", test_many_problems);
  g_test_add_func ("/truth/read/huge-fields", test_huge_fields);
  g_test_add_func ("/truth/read/many-values", test_many_values_of_one_item);
  g_test_add_func ("/truth/read/random-bytes", test_random_bytes);
  g_test_add_func ("/truth/read/gold", test_gold);
  return g_test_run ();
}
