/* Figures that moved: pairs become series, in the order of days, whatever the order of the pairs. */
#include "judge/series.h"

enum
{
  N_CLAIMS = 6
};

typedef struct
{
  BlArticle articles[N_CLAIMS];
  BlClaim claims[N_CLAIMS];
  GArray *pairs;
} Reports;

/* Claim i is of day i + 1, but of an article that stands the other way round in the corpus. */
static void
reports_init (Reports *reports)
{
  *reports = (Reports){ .pairs = g_array_new (FALSE, FALSE, sizeof (BlRelated)) };
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autofree char *day = g_strdup_printf ("2024-03-%02u", i + 1);
      g_assert_true (bl_date_parse (day, &reports->articles[i].published));
      reports->articles[i].index = N_CLAIMS - 1 - i;
      reports->claims[i].at.article = &reports->articles[i];
    }
}

static void
add_pair (Reports *reports, guint a, guint b)
{
  const BlRelated pair = { .relation = BL_RELATION_SUPERSEDED, .a = &reports->claims[a], .b = &reports->claims[b] };
  g_array_append_val (reports->pairs, pair);
}

/* The series as "012 45": claims by number. Owned by the caller. */
static char *
series_of (Reports *reports)
{
  g_autoptr (GPtrArray) all = bl_series_new (reports->pairs);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const BlSeries *series = all->pdata[i];
      if (i > 0)
        g_string_append_c (out, ' ');
      for (guint k = 0; k < series->claims->len; k++)
        g_string_append_printf (out, "%u", (guint) ((const BlClaim *) series->claims->pdata[k] - reports->claims));
    }
  g_array_unref (reports->pairs);
  return g_string_free (out, FALSE);
}

static void
test_none (void)
{
  Reports reports;
  reports_init (&reports);
  g_autofree char *series = series_of (&reports);
  g_assert_cmpstr (series, ==, "");
}

static void
test_order (void)
{
  Reports reports;
  reports_init (&reports);
  add_pair (&reports, 5, 4);
  add_pair (&reports, 2, 1);
  add_pair (&reports, 0, 2);
  add_pair (&reports, 1, 0); /* again */
  g_autofree char *series = series_of (&reports);
  g_assert_cmpstr (series, ==, "012 45");
}

static void
test_joined (void)
{
  Reports reports;
  reports_init (&reports);
  add_pair (&reports, 0, 3);
  add_pair (&reports, 1, 4);
  add_pair (&reports, 4, 3);
  g_autofree char *series = series_of (&reports);
  g_assert_cmpstr (series, ==, "0134");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judge/series/none", test_none);
  g_test_add_func ("/judge/series/order", test_order);
  g_test_add_func ("/judge/series/joined", test_joined);
  return g_test_run ();
}
