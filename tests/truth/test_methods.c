/* Each method against one round worked out by hand on one small table, and what it is known for. */
#include "tables.h"
#include "truth/numbers.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-5)

/* o1 is x by a and b, y by c; o2 is p by a, q by b. The values of the first item come first: x y p q. |V_a| = |V_b| = 2, |V_c| = 1. */
static const char small[] = "a o1 k x\nb o1 k x\nc o1 k y\na o2 k p\nb o2 k q\n";

enum
{
  A,
  B,
  C
};
enum
{
  X,
  Y,
  P,
  Q
};

static void
assert_result (const char *name, const double trust[3], const double belief[4])
{
  g_autoptr (BlTruthTable) table = table_of_rows (small, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method (name, table, 1);
  for (int s = A; s <= C; s++)
    assert_near (result->trust[s], trust[s]);
  for (int v = X; v <= Q; v++)
    assert_near (result->belief[v], belief[v]);
  g_assert_cmpstr (result->text[0], ==, "x");
  g_assert_false (result->tied[0]);
}

static void
test_vote (void)
{
  /* B: 2/3, 1/3, 1/2, 1/2. T(a) = T(b) = (2/3 + 1/2)/2, T(c) = 1/3. */
  assert_result ("vote", (double[]){ 7.0 / 12, 7.0 / 12, 1.0 / 3 }, (double[]){ 2.0 / 3, 1.0 / 3, 0.5, 0.5 });
  g_autoptr (BlTruthTable) table = table_of_rows (small, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("vote", table, 0);
  g_assert_true (result->tied[1]);
  g_assert_cmpstr (result->text[1], ==, "p"); /* of equals the least */
  assert_near (result->text_confidence[1], 0.5);
}

static void
test_sums (void)
{
  /* B = ½: T = 1, 1, ½ (over 1). B(x) = 2, B(y) = ½, B(p) = B(q) = 1, over 2. */
  assert_result ("sums", (double[]){ 1, 1, 0.5 }, (double[]){ 1, 0.25, 0.5, 0.5 });
}

static void
test_average_log (void)
{
  /* T(a) = T(b) = ln 2 · ½, T(c) = ln 1 · ½ = 0; over the greatest 1, 1, 0. B = 2, 0, 1, 1 over 2. */
  assert_result ("average-log", (double[]){ 1, 1, 0 }, (double[]){ 1, 0, 0.5, 0.5 });
}

static void
test_investment (void)
{
  /* B = 2/3, 1/3, ½, ½; stakes a ½, b ½, c 1; put into x 1, y 1, p ½, q ½.
   * T(a) = T(b) = ½ (2/3 + 1) = 5/6, T(c) = 1/3; over 5/6: 1, 1, 0.4. H = 1, 0.4, 0.5, 0.5; B = H^1.2. */
  assert_result ("investment", (double[]){ 1, 1, 0.4 }, (double[]){ 1, 0.333021, 0.435275, 0.435275 });
}

static void
test_pooled_investment (void)
{
  /* B = ½ each. T(a) = T(b) = ½ (½ + 1) = ¾, T(c) = ½; over ¾: 1, 1, 2/3. H = 1, 2/3, ½, ½.
   * (2/3)^1.4 = 0.566855: B(x) = 1/1.566855, B(y) = 2/3 · 0.566855/1.566855, B(p) = ½ · ½. */
  assert_result ("pooled-investment", (double[]){ 1, 1, 2.0 / 3 }, (double[]){ 0.638221, 0.241187, 0.25, 0.25 });
}

static void
test_truthfinder (void)
{
  /* τ = −ln 0.1 = 2.302585; σ = 4.605170, 2.302585, 2.302585, 2.302585; nothing is similar, so σ* = σ − ¼ of the others:
   * 4.029524, 1.151293, 1.726939, 1.726939. s = 0.770097, 0.585499, 0.626699, 0.626699; T(a) = (0.770097 + 0.626699)/2. */
  assert_result ("truthfinder", (double[]){ 0.698398, 0.698398, 0.585499 },
                 (double[]){ 4.029524, 1.151293, 1.726939, 1.726939 });
}

static void
test_truthfinder_similar_values (void)
{
  /* A vote is tied between “quay” and “west hall”; but the latter is like two other answers, and “quay” like none. */
  g_autoptr (BlTruthTable) table = table_of_rows (
      "a o k quay\nb o k quay\nc o k west hall\nd o k west hall\ne o k the west hall\nf o k west halls\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) vote = run_method ("vote", table, 0), result = run_method ("truthfinder", table, 0);
  g_assert_cmpstr (vote->text[0], ==, "quay");
  g_assert_cmpstr (result->text[0], ==, "west hall");
}

static void
test_two_estimates (void)
{
  /* E = 0.2: B = (1.6 + 0.2)/3, (0.8 + 0.4)/3, ½, ½ = 0.6, 0.4, 0.5, 0.5; stretched from 0.4 … 0.6: 1, 0, 0.75, 0.75.
   * E(a) = (0 + 0.25 for what it claims, 0 + 0.75 for y and q that it denies)/4 = 0.25 = E(b), E(c) = (1 + 1)/2 = 1; stretched 0, 0, 1. */
  assert_result ("2-estimates", (double[]){ 1, 1, 0 }, (double[]){ 1, 0, 0.75, 0.75 });
}

static void
test_three_estimates (void)
{
  /* E = 0.2, D = 0.4: B = (2·0.92 + 0.08)/3, (0.92 + 2·0.08)/3, ½, ½ = 0.64, 0.36, 0.5, 0.5; stretched 1, 0, 0.75, 0.75.
   * D(x) = (0 + 0 + 1/0.2)/3 = 5/3 = D(y), D(p) = D(q) = (0.25 + 0.75)/0.2/2 = 2.5; stretched ½, ½, 1, 1.
   * E(a) = (0 + 0.25 + 0 + 0.75)/4 = 0.25 = E(b), E(c) = (2 + 2)/2 = 2; stretched 0, 0, 1. */
  assert_result ("3-estimates", (double[]){ 1, 1, 0 }, (double[]){ 1, 0, 0.75, 0.75 });
}

static void
test_crh (void)
{
  /* Truths x and p: off by 0, 1, 1 of 2, 2, 1 claims, 0.4 on average. L = 0.4/3, 1.4/3, 1.4/2; w = −ln (L/0.7). */
  assert_result ("crh", (double[]){ 1.658228, 0.405465, 0 }, (double[]){ 2.063693, 0, 1.658228, 0.405465 });
}

static void
test_catd (void)
{
  /* The same losses, at least 0.01: 0.01, 1, 1. χ²(0.025, 2) = 0.05, χ²(0.025, 1) = 0.000982: w = 5, 0.05, 0.000982 over 5. */
  assert_result ("catd", (double[]){ 1, 0.01, 0.000196 }, (double[]){ 1.01, 0.000196, 1, 0.01 });
}

/* Figures on which nobody agrees: c is far off twice. */
static const char measured[] = "a n1 k 10\nb n1 k 11\nc n1 k 50\na n2 k 20\nb n2 k 21\nc n2 k 90\n";

static void
test_crh_median (void)
{
  /* Medians 11 and 21; σ = 18.625 and 32.765. Off: a 1/18.625 + 1/32.765 = 0.084212, b 0, c 39/18.625 + 69/32.765 = 4.199862; mean
   * 0.714012. L = 0.266075, 0.238004, 1.637958; w = 1.817406, 1.928897, 0. Half of the weight is reached with b. */
  g_autoptr (BlTruthTable) table = table_of_rows (measured, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("crh", table, 1);
  g_assert_cmpfloat_with_epsilon (result->trust[A], 1.817406, 1e-4);
  g_assert_cmpfloat_with_epsilon (result->trust[B], 1.928897, 1e-4);
  assert_near (result->trust[C], 0);
  g_assert_cmpstr (result->text[0], ==, "11");
  g_assert_cmpstr (result->text[1], ==, "21");
}

static void
test_crh_mean (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows (measured, (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("crh-mean", table, 0);
  const double *w = result->trust;
  assert_near (g_ascii_strtod (result->text[0], NULL), (10 * w[A] + 11 * w[B] + 50 * w[C]) / (w[A] + w[B] + w[C]));
  g_assert_cmpfloat (w[C], <, w[A]);
  g_assert_cmpstr (bl_truth_value_text (table, result->choice[0]), ==, "11"); /* nearest to the mean */
}

static void
test_crh_takes_agreeing_figures_for_words (void)
{
  /* All claims have company. By weighted votes d and e, who agree everywhere and once with another, win o1 and o2 as well; a median would
   * lie between the two camps there: 8 by weights of 1. */
  g_autoptr (BlTruthTable) table
      = table_of_rows ("a o1 k 8\nb o1 k 8\nc o1 k 9\nd o1 k 9\ne o1 k 9\nf o1 k 2\ng o1 k 2\nh o1 k 2\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthNumbers) measured_ones = bl_truth_numbers_new (table, BL_TRUTH_MEASURED);
  g_autoptr (BlTruthNumbers) all = bl_truth_numbers_new (table, BL_TRUTH_ALL_NUMBERS);
  g_assert_cmpuint (measured_ones->count[0], ==, 0);
  g_assert_cmpuint (all->count[0], ==, 8);
  g_autofree double *even = g_new (double, 8);
  for (int s = 0; s < 8; s++)
    even[s] = 1;
  const guint32 median = bl_truth_median_claim (table, all, 0, even);
  g_assert_cmpstr (bl_truth_value_text (table, table->claim_value[median]), ==, "8"); /* the answer of fewest */
  g_autoptr (BlTruthResult) result = run_method ("crh", table, 1);
  g_assert_cmpstr (result->text[0], ==, "2");
  g_assert_true (result->choice[0] == 0 && result->belief[0] >= result->belief[2]);
}

static void
test_gtm (void)
{
  /* n: 10, 12, 14: median 12, σ = √(8/3), z = −1.224745, 0, 1.224745; μ = 0 with precisions of 1.
   * 1/σ_s² = (22 + 1)/(20 + 1.5) for a and c, 23/20 for b. */
  g_autoptr (BlTruthTable) table = table_of_rows ("a n k 10\nb n k 12\nc n k 14\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("gtm", table, 1);
  assert_near (result->trust[A], 1.069767);
  assert_near (result->trust[B], 1.15);
  assert_near (result->trust[C], 1.069767);
  g_assert_cmpstr (result->text[0], ==, "12");
  g_assert_true (isfinite (result->log_likelihood));
}

static void
test_gtm_leaves_outliers_out (void)
{
  /* Distances to the median 12: 2, 1, 0, 1, 10^15; the median of them is 1, so the last is an outlier; a mean with it would be 2·10^14. */
  g_autoptr (BlTruthTable) table
      = table_of_rows ("a n k 10\nb n k 11\nc n k 12\nd n k 13\ne n k 1000000000000000\n", (BlTolerance){ 0 });
  g_autoptr (BlTruthResult) result = run_method ("gtm", table, 0);
  const double number = g_ascii_strtod (result->text[0], NULL);
  g_assert_cmpfloat (number, >, 10);
  g_assert_cmpfloat (number, <, 13);
}

static void
test_kinds_are_refused (void)
{
  g_autoptr (BlTruthTable) table = table_of_rows (small, (BlTolerance){ 0 });
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_truth_run (bl_truth_method_find ("gtm"), table, NULL, &error));
  g_assert_error (error, BL_TRUTH_ERROR, BL_TRUTH_ERROR_KIND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/methods/vote", test_vote);
  g_test_add_func ("/truth/methods/sums", test_sums);
  g_test_add_func ("/truth/methods/average-log", test_average_log);
  g_test_add_func ("/truth/methods/investment", test_investment);
  g_test_add_func ("/truth/methods/pooled-investment", test_pooled_investment);
  g_test_add_func ("/truth/methods/truthfinder", test_truthfinder);
  g_test_add_func ("/truth/methods/truthfinder/similar", test_truthfinder_similar_values);
  g_test_add_func ("/truth/methods/2-estimates", test_two_estimates);
  g_test_add_func ("/truth/methods/3-estimates", test_three_estimates);
  g_test_add_func ("/truth/methods/crh", test_crh);
  g_test_add_func ("/truth/methods/crh/median", test_crh_median);
  g_test_add_func ("/truth/methods/crh/mean", test_crh_mean);
  g_test_add_func ("/truth/methods/crh/agreeing", test_crh_takes_agreeing_figures_for_words);
  g_test_add_func ("/truth/methods/catd", test_catd);
  g_test_add_func ("/truth/methods/gtm", test_gtm);
  g_test_add_func ("/truth/methods/gtm/outliers", test_gtm_leaves_outliers_out);
  g_test_add_func ("/truth/methods/kinds", test_kinds_are_refused);
  return g_test_run ();
}
