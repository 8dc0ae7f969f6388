/* What several origins tell alike, in the order in which reports show it. */
#include "report/report.h"

static int
compare_support (gconstpointer a, gconstpointer b)
{
  const BlCorroboration *x = a, *y = b;
  if (x->n_origins != y->n_origins)
    return x->n_origins > y->n_origins ? -1 : 1;
  if (x->n_articles != y->n_articles)
    return x->n_articles > y->n_articles ? -1 : 1;
  const BlPlace *here = &x->claim->at, *there = &y->claim->at;
  if (here->article != there->article)
    return here->article->index < there->article->index ? -1 : 1;
  return (here->location.offset > there->location.offset) - (here->location.offset < there->location.offset);
}

GArray *
bl_agreed_by_support (const BlRun *run)
{
  const GArray *found = bl_comparisons_corroborated (run->comparisons);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (BlCorroboration), found->len);
  g_array_append_vals (rows, found->data, found->len);
  g_array_sort (rows, compare_support);
  return rows;
}
