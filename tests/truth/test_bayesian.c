/* ACCU, AccuSim, POPACCU, ACCUCOPY, LTM and Dawid-Skene on cases small enough to work out by hand, and their properties. */
#include "truth/copying.h"

#include "tables.h"

#include <math.h>

#define NEAR 1e-6
#define ONE_ITEM "a o x u\nb o x u\nc o x w\n"

/* Value ids of ONE_ITEM: "u" before "w". */
enum
{
  U,
  W
};

static guint32
find_source (const BlTruthTable *table, const char *name)
{
  for (guint32 s = 0; s < table->n_sources; s++)
    if (strcmp (table->source_name[s], name) == 0)
      return s;
  g_assert_not_reached ();
}

static const char *
answer (const BlTruthTable *table, const BlTruthResult *result, const char *object)
{
  for (guint32 i = 0; i < table->n_items; i++)
    if (strcmp (table->item_object[i], object) == 0)
      return result->text[i];
  g_assert_not_reached ();
}

static void
test_accu_by_hand (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows (ONE_ITEM, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("accu", table, 1);
  /* A = 0.8, n = 10: a vote weighs ln (10 · 0.8 / 0.2) = ln 40. e^C is 40² = 1600 for u, 40 for w; 10 + 1 − 2 = 9 answers nobody gave. */
  g_assert_cmpfloat_with_epsilon (result->belief[U], 1600.0 / 1649, NEAR);
  g_assert_cmpfloat_with_epsilon (result->belief[W], 40.0 / 1649, NEAR);
  g_assert_cmpfloat_with_epsilon (result->trust[find_source (table, "a")], 1600.0 / 1649, NEAR);
  g_assert_cmpfloat_with_epsilon (result->trust[find_source (table, "c")], 40.0 / 1649, NEAR);
}

static void
test_accusim_by_hand (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows ("a o x 9\nb o x 10\nc o x 10\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("accusim", table, 1);
  /* sim (9, 10) = 1 − 1/10. C(9) = ln 40, C(10) = 2 ln 40; with ρ = ½: C*(9) = (1 + 0.45 · 2) ln 40, C*(10) = (2 + 0.45) ln 40. */
  const double nine = pow (40, 1.9), ten = pow (40, 2.45);
  g_assert_cmpfloat_with_epsilon (result->belief[0], nine / (nine + ten + 9), NEAR);
  g_assert_cmpfloat_with_epsilon (result->belief[1], ten / (nine + ten + 9), NEAR);
}

static void
test_popaccu_by_hand (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows (ONE_ITEM "d o x z\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("popaccu", table, 1);
  /* A / (1 − A) = 4. Were u true, the two others would be wrong, half of them with w and half with z: 4² · ½ · ½ = 4. Were w true, two of
   * three would be wrong with u and one with z: 4 · (2/3)² · 1/3 = 16/27. The same for z. */
  g_assert_cmpfloat_with_epsilon (result->belief[0], 4 / (4 + 32.0 / 27), NEAR);
  g_assert_cmpfloat_with_epsilon (result->belief[1], 16.0 / 27 / (4 + 32.0 / 27), NEAR);
}

/* Three honest sources, and two that err alike on the first two of five questions. */
#define PAIR_OF_COPIERS                                                                                                        \
  "a 1 x t\na 2 x t\na 3 x t\na 4 x t\na 5 x t\n"                                                                              \
  "b 1 x t\nb 2 x t\nb 3 x t\nb 4 x t\nb 5 x t\n"                                                                              \
  "c 1 x t\nc 2 x t\nc 3 x t\nc 4 x t\nc 5 x t\n"                                                                              \
  "p 1 x w\np 2 x w\np 3 x t\np 4 x t\np 5 x t\n"                                                                              \
  "q 1 x w\nq 2 x w\nq 3 x t\nq 4 x t\nq 5 x t\n"

static const BlTruthPair *
find_pair (const BlTruthPairs *pairs, guint32 a, guint32 b)
{
  for (guint32 p = 0; p < pairs->n_pairs; p++)
    if (pairs->pairs[p].a == a && pairs->pairs[p].b == b)
      return &pairs->pairs[p];
  g_assert_not_reached ();
}

static void
test_copying_by_hand (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows (PAIR_OF_COPIERS, (BlTolerance){ 0 });
  g_autoptr (BlTruthPairs) pairs = bl_truth_pairs_new (table);
  const BlTruthPair *pair = find_pair (pairs, find_source (table, "p"), find_source (table, "q"));
  g_assert_cmpuint (pair->n_common, ==, 5);
  g_assert_cmpuint (pair->n_different, ==, 0);
  g_autofree double *belief = g_new (double, table->n_values);
  g_autofree double *accuracy = g_new (double, table->n_sources);
  for (guint32 v = 0; v < table->n_values; v++)
    belief[v] = strcmp (bl_truth_value_text (table, v), "t") == 0;
  for (guint32 s = 0; s < table->n_sources; s++)
    accuracy[s] = 0.8;
  bl_truth_pairs_judge (pairs, belief, accuracy);
  /* Pt = 0.64, Pf = 0.04/100. Independent: 0.8 · 0.64³ · 0.0004². Either way of copying: 0.1 · (0.8·0.8 + 0.64·0.2)³ ·
   * (0.2·0.8 + 0.0004·0.2)² = 0.1 · 0.768³ · 0.16008². */
  const double independent = 0.8 * pow (0.64, 3) * pow (0.0004, 2), copied = 0.1 * pow (0.768, 3) * pow (0.16008, 2);
  g_assert_cmpfloat_with_epsilon (pair->probability, 2 * copied / (2 * copied + independent), NEAR);
  g_assert_cmpfloat_with_epsilon (pair->a_from_b, copied / (2 * copied + independent), NEAR);

  for (guint32 p = 0; p < pairs->n_pairs; p++) /* what else is shared is true, and little evidence; none here */
    {
      g_assert_cmpfloat (pairs->pairs[p].probability, <, &pairs->pairs[p] == pair ? 1 : 0.5);
      pairs->pairs[p].probability *= &pairs->pairs[p] == pair;
    }
  g_autofree double *independence = g_new (double, table->n_claims);
  bl_truth_pairs_discount (pairs, table, independence);
  const double keep = 1 - 0.8 * pair->probability; /* p is in the pair first, q is discounted */
  for (guint32 c = 0; c < table->n_claims; c++)
    g_assert_cmpfloat_with_epsilon (independence[c], table->claim_source[c] == find_source (table, "q") ? keep : 1, NEAR);
}

/* Thirty questions; five sources that answer t but for six slips each, all different; and n copies of one that answers w to twelve. */
#define N_QUESTIONS 30
#define N_HONEST 5

static BlTruthTable *
table_with_copies (guint n_copies)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      for (guint s = 0; s < N_HONEST; s++)
        if (i % N_HONEST == s)
          g_string_append_printf (rows, "honest%u q%02u x slip%u\n", s, i, s);
        else
          g_string_append_printf (rows, "honest%u q%02u x t\n", s, i);
      for (guint s = 0; s < n_copies; s++)
        g_string_append_printf (rows, "copy%u q%02u x %s\n", s, i, i < 12 ? "w" : "t");
    }
  return table_of_rows (rows->str, (BlTolerance){ 0 });
}

static guint
count_answers (const BlTruthTable *table, const BlTruthResult *result, const char *text)
{
  guint n = 0;
  for (guint32 i = 0; i < table->n_items; i++)
    n += strcmp (result->text[i], text) == 0;
  return n;
}

static void
test_copies_count_once (void)
{
  for (guint n = 2; n <= 8; n++)
    {
      g_autoptr (BlTruthTable) table = table_with_copies (n);
      g_autoptr (BlTruthResult) vote = run_method ("vote", table, 0), result = run_method ("accucopy", table, 0);
      g_assert_cmpuint (count_answers (table, vote, "w"), ==, n > 4 ? 12 : 0); /* against the four that do not slip */
      g_assert_cmpuint (count_answers (table, result, "t"), ==, N_QUESTIONS);
    }
}

static void
test_groups_of_copies (void)
{
  g_autoptr (BlTruthTable) table = table_with_copies (4);
  g_autoptr (BlTruthResult) result = run_method ("accucopy", table, 0);
  g_assert_cmpuint (result->copies->len, ==, 6); /* each two of four */
  for (guint32 s = 0; s < table->n_sources; s++)
    g_assert_cmpuint (result->copy_group[s], ==, g_str_has_prefix (table->source_name[s], "copy") ? 0 : G_MAXUINT32);
}

static void
test_starts_are_deterministic (void)
{
  g_autoptr (BlTruthTable) table = table_with_copies (5);
  g_autoptr (BlTruthResult) one = run_method ("accucopy", table, 0), two = run_method ("accucopy", table, 0);
  const int bytes = (int) (table->n_values * sizeof (double));
  g_assert_cmpmem (one->belief, bytes, two->belief, bytes);
  g_assert_cmpfloat (one->log_likelihood, ==, two->log_likelihood);
  g_assert_true (isfinite (one->log_likelihood));
}

static void
test_ltm_by_hand (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows ("a o x p;q\nb o x p\nc o x p;q\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("ltm", table, 1);
  /* At first P(p) = 1, P(q) = 2/3, so of two facts 5/3 are true and 1/3 false. */
  const double sensitivity_a = (5.0 / 3 + 50) / (5.0 / 3 + 100), false_a = (1.0 / 3 + 10) / (1.0 / 3 + 1010);
  const double sensitivity_b = 51 / (5.0 / 3 + 100), false_b = 10 / (1.0 / 3 + 1010);
  const double odds_q
      = pow (sensitivity_a / false_a, 2) * (1 - sensitivity_b) / (1 - false_b); /* a and c say it, b denies it */
  const double odds_p = pow (sensitivity_a / false_a, 2) * sensitivity_b / false_b;
  const double p = odds_p / (1 + odds_p), q = odds_q / (1 + odds_q);
  g_assert_cmpstr (result->text[0], ==, "p;q");
  g_assert_cmpfloat_with_epsilon (result->text_confidence[0], p * q, NEAR);
  g_assert_cmpfloat_with_epsilon (result->trust[find_source (table, "b")], p, NEAR);
  g_assert_cmpfloat_with_epsilon (result->trust[find_source (table, "a")], (p + q) / 2, NEAR);
}

/* An answer that no source gives whole: each of two leaves another member out. */
static void
test_ltm_joins_what_no_source_has_whole (void)
{
  g_autoptr (BlTruthTable) table
      = table_of_rows ("a o x p;q\nb o x q;r\nc o x p;r\nd o x p;q\ne o x q;r\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("ltm", table, 0);
  g_assert_cmpstr (result->text[0], ==, "p;q;r");
}

static void
test_dawid_skene_by_hand (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (rows, "a q%u x %s\nb q%u x %s\n", i, i < 4 ? "no" : "yes", i, i < 4 ? "no" : "yes");
  g_autoptr (BlTruthTable) table = table_of_rows (rows->str, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("dawid-skene", table, 1);
  /* π = ½; two imagined claims a row: θ[no][no] = (4 + 1.6)/6 and θ[yes][no] = 0.4/6 for both, P(no) = 5.6² / (5.6² + 0.4²). */
  g_assert_cmpfloat_with_epsilon (result->belief[table->item_values[0]], 5.6 * 5.6 / (5.6 * 5.6 + 0.4 * 0.4), 1e-9);
}

static void
test_dawid_skene_reads_the_contrarian (void)
{
  /* z says the contrary of what a and b say of eight questions; of the ninth it alone speaks, with one who knows nothing. */
  g_autoptr (GString) rows = g_string_new ("z q9 x no\n");
  for (guint i = 0; i < 8; i++)
    {
      const char *truth = i % 2 == 0 ? "no" : "yes", *contrary = i % 2 == 0 ? "yes" : "no";
      g_string_append_printf (rows, "a q%u x %s\nb q%u x %s\nz q%u x %s\n", i, truth, i, truth, i, contrary);
    }
  g_string_append (rows, "n q9 x yes\n");
  g_autoptr (BlTruthTable) table = table_of_rows (rows->str, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("dawid-skene", table, 0);
  g_assert_cmpstr (answer (table, result, "q9"), ==, "yes");
}

/* Eight questions on which z contradicts all others; of the ninth only z speaks, and one who says nothing else. */
static void
test_glad_reads_the_contrarian (void)
{
  g_autoptr (GString) rows = g_string_new ("z q9 x no\nn q9 x yes\n");
  for (guint i = 0; i < 8; i++)
    for (const char *source = "abcz"; *source != '\0'; source++)
      g_string_append_printf (rows, "%c q%u x %s\n", *source, i, (i % 2 == 0) != (*source == 'z') ? "no" : "yes");
  g_autoptr (BlTruthTable) table = table_of_rows (rows->str, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("glad", table, 0);
  g_assert_cmpstr (answer (table, result, "q9"), ==, "yes");
  g_assert_cmpfloat (result->trust[find_source (table, "z")], <, 0.5);
  g_assert_cmpfloat (result->trust[find_source (table, "a")], >, 0.5);
}

static BlTruthTable *
table_of_claims (const BlTruthRow *rows, guint n)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  for (guint r = 0; r < n; r++)
    bl_truth_builder_add (builder, &rows[r]);
  return bl_truth_builder_end (builder, (BlTolerance){ 0 });
}

static void
test_kbt_by_hand (void)
{
  const BlTruthRow rows[] = { { "a", "o", "x", "u", 0.5 }, { "b", "o", "x", "u", 1 }, { "c", "o", "x", "w", 1 } };
  g_autoptr (BlTruthTable) table = table_of_claims (rows, G_N_ELEMENTS (rows));
  g_autoptr (BlTruthResult) result = run_method ("kbt", table, 1);
  /* ACCU's ln 40 a claim, that of a half: e^C is 40^1.5 for u and 40 for w. All three have few claims and share one accuracy:
   * (1.5 P(u) + P(w)) / 2.5. */
  const double u = pow (40, 1.5) / (pow (40, 1.5) + 40 + 9), w = 40 / (pow (40, 1.5) + 40 + 9);
  g_assert_cmpfloat_with_epsilon (result->belief[U], u, NEAR);
  for (guint32 s = 0; s < 3; s++)
    g_assert_cmpfloat_with_epsilon (result->trust[s], (1.5 * u + w) / 2.5, NEAR);
}

/* Source a is right wherever it was read for sure; what was read doubtfully of it and contradicts all others is held against the reading. */
static void
test_kbt_blames_the_reading (void)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (BlTruthRow));
  static const char *const objects[] = { "1", "2", "3", "4", "5", "6", "7", "8" };
  static const char *const sources[] = { "a", "b", "c" };
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
      {
        const gboolean misread = s == 0 && i >= 6;
        const BlTruthRow row = { sources[s], objects[i], "x", misread ? "w" : "t", misread ? 0.6 : 1 };
        g_array_append_val (rows, row);
      }
  g_autoptr (BlTruthTable) table = table_of_claims ((const BlTruthRow *) (gpointer) rows->data, rows->len);
  g_autoptr (BlTruthResult) kbt = run_method ("kbt", table, 0), accu = run_method ("accu", table, 0);
  g_assert_cmpfloat (accu->trust[0], <, 0.87); /* 1.2 of 7.2 are wrong: 0.83 */
  g_assert_cmpfloat (kbt->trust[0], >, 0.95);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/accu/by-hand", test_accu_by_hand);
  g_test_add_func ("/truth/accusim/by-hand", test_accusim_by_hand);
  g_test_add_func ("/truth/popaccu/by-hand", test_popaccu_by_hand);
  g_test_add_func ("/truth/copying/by-hand", test_copying_by_hand);
  g_test_add_func ("/truth/accucopy/once", test_copies_count_once);
  g_test_add_func ("/truth/accucopy/groups", test_groups_of_copies);
  g_test_add_func ("/truth/accucopy/deterministic", test_starts_are_deterministic);
  g_test_add_func ("/truth/ltm/by-hand", test_ltm_by_hand);
  g_test_add_func ("/truth/ltm/joins", test_ltm_joins_what_no_source_has_whole);
  g_test_add_func ("/truth/dawid-skene/by-hand", test_dawid_skene_by_hand);
  g_test_add_func ("/truth/dawid-skene/contrarian", test_dawid_skene_reads_the_contrarian);
  g_test_add_func ("/truth/glad/contrarian", test_glad_reads_the_contrarian);
  g_test_add_func ("/truth/kbt/by-hand", test_kbt_by_hand);
  g_test_add_func ("/truth/kbt/reading", test_kbt_blames_the_reading);
  return g_test_run ();
}
