/* --method auto: which method each kind of values goes to, and that a table of several kinds is the sum of its parts. */
#include "tables.h"

#include <math.h>

static void
assert_answers_as (const char *rows, const char *method)
{
  g_autoptr (BlTruthTable) table = table_of_rows (rows, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) chosen = run_method ("auto", table, 0), expected = run_method (method, table, 0);
  for (guint32 i = 0; i < table->n_items; i++)
    {
      g_assert_cmpstr (chosen->text[i], ==, expected->text[i]);
      g_assert_cmpfloat_with_epsilon (chosen->text_confidence[i], expected->text_confidence[i], 1e-12);
    }
}

/* Two hundred questions; three sources are nearly right, three say yes too often, three no. */
static char *
label_rows (void)
{
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < 200; i++)
    for (guint s = 0; s < 3; s++)
      {
        const gboolean yes = i % 2 == 0;
        g_string_append_printf (rows, "fair%u q%03u verdict %s\n", s, i, yes != ((i + s) % 11 == 0) ? "yes" : "no");
        g_string_append_printf (rows, "yea%u q%03u verdict %s\n", s, i, yes || (i / 2 + s) % 3 != 0 ? "yes" : "no");
        g_string_append_printf (rows, "nay%u q%03u verdict %s\n", s, i, yes && (i / 2 + s) % 7 < 2 ? "yes" : "no");
      }
  return g_string_free (rows, FALSE);
}

static char *
set_rows (void)
{
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (rows,
                            "a b%u authors ann%u;bob%u\nb b%u authors ann%u\nc b%u authors bob%u;ann%u\nd b%u authors eve%u\n",
                            i, i, i, i, i, i, i, i, i, i);
  return g_string_free (rows, FALSE);
}

/* Every source is off by a little of its own; nobody repeats another's figure. */
static char *
measured_rows (void)
{
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < 12; i++)
    for (guint s = 0; s < 5; s++)
      g_string_append_printf (rows, "%c town%u people %u\n", 'a' + (char) s, i,
                              10000 * (i + 1) + (i * 7 + s * 13) % 50 * (s + 1) + s);
  return g_string_free (rows, FALSE);
}

/* Five sources with slips of their own against the mirrors of one that errs in two fifths. */
static char *
mirror_rows (void)
{
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < 30; i++)
    {
      for (guint s = 0; s < 5; s++)
        g_string_append_printf (rows, "h%u m%02u name %s%02u%s\n", s, i, i % 5 == s ? "slip" : "true", i,
                                i % 5 == s ? "x" : "");
      for (guint s = 0; s < 7; s++)
        g_string_append_printf (rows, "m%u m%02u name %s%02u\n", s, i, i < 12 ? "wrong" : "true", i);
    }
  return g_string_free (rows, FALSE);
}

static void
test_family_of_labels (void)
{
  g_autofree char *rows = label_rows ();
  assert_answers_as (rows, "dawid-skene");
}

static void
test_few_labels_have_one_coin (void)
{
  /* Forty labellers who say two or three things each have no matrix of nine. */
  g_autoptr (GString) rows = g_string_new (NULL);
  static const char *const labels[] = { "true", "false", "mixed" };
  for (guint i = 0; i < 36; i++)
    for (guint k = 0; k < 3; k++)
      g_string_append_printf (rows, "s%02u q%02u verdict %s\n", (i * 7 + k * 13) % 40, i,
                              labels[(i + (i + k) % 4 / 3 * (1 + i % 2)) % 3]);
  assert_answers_as (rows->str, "one-coin");
}

static void
test_family_of_sets (void)
{
  g_autofree char *rows = set_rows ();
  assert_answers_as (rows, "ltm");
}

static void
test_family_of_measured_numbers (void)
{
  g_autofree char *rows = measured_rows ();
  assert_answers_as (rows, "crh");
}

static void
test_mirrors_ask_for_copy_detection (void)
{
  g_autofree char *rows = mirror_rows ();
  assert_answers_as (rows, "accucopy");
  g_autoptr (BlTruthTable) table = table_of_rows (rows, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("auto", table, 0);
  for (guint32 i = 0; i < table->n_items; i++)
    g_assert_true (g_str_has_prefix (result->text[i], "true"));
  g_assert_nonnull (result->copy_group);
}

/* Four attributes in one table are answered as each alone. */
static void
test_families_side_by_side (void)
{
  char *parts[] = { label_rows (), set_rows (), measured_rows (), mirror_rows () };
  g_autofree char *all = g_strconcat (parts[0], parts[1], parts[2], parts[3], NULL);
  g_autoptr (BlTruthTable) table = table_of_rows (all, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("auto", table, 0);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint32 i = 0; i < table->n_items; i++)
    g_hash_table_insert (answers, (gpointer) table->item_object[i], (gpointer) result->text[i]);
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      g_autoptr (BlTruthTable) part = table_of_rows (parts[p], (BlTolerance){ 0 });
      g_autoptr (BlTruthResult) alone = run_method ("auto", part, 0);
      for (guint32 i = 0; i < part->n_items; i++)
        g_assert_cmpstr (g_hash_table_lookup (answers, part->item_object[i]), ==, alone->text[i]);
      g_free (parts[p]);
    }
}

/* Independent sources of many accuracies, wrong in many ways: trust follows accuracy, and answers are no worse than by vote. */
static void
test_not_below_vote (void)
{
  guint right = 0, right_by_vote = 0; /* over all tables: in one, an answer more or less is chance */
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) rows = g_string_new (NULL);
      for (guint i = 0; i < 120; i++)
        for (guint s = 0; s < 9; s++)
          if (g_rand_double (rand) < 0.35 + 0.07 * s)
            g_string_append_printf (rows, "s%u o%03u k true%u\n", s, i, i);
          else
            g_string_append_printf (rows, "s%u o%03u k wrong%u-%d\n", s, i, i, g_rand_int_range (rand, 0, 4));
      g_autoptr (BlTruthTable) table = table_of_rows (rows->str, (BlTolerance){ 0 });
      g_autoptr (BlTruthResult) result = run_method ("auto", table, 0), vote = run_method ("vote", table, 0);
      for (guint32 i = 0; i < table->n_items; i++)
        {
          right += g_str_has_prefix (result->text[i], "true");
          right_by_vote += g_str_has_prefix (vote->text[i], "true");
        }
    }
  g_assert_cmpuint (right, >=, right_by_vote);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/auto/labels", test_family_of_labels);
  g_test_add_func ("/truth/auto/few-labels", test_few_labels_have_one_coin);
  g_test_add_func ("/truth/auto/sets", test_family_of_sets);
  g_test_add_func ("/truth/auto/measured", test_family_of_measured_numbers);
  g_test_add_func ("/truth/auto/mirrors", test_mirrors_ask_for_copy_detection);
  g_test_add_func ("/truth/auto/side-by-side", test_families_side_by_side);
  g_test_add_func ("/truth/auto/vote", test_not_below_vote);
  return g_test_run ();
}
