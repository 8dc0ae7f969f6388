#include "report/shown.h"

GPtrArray *
bl_run_shown (const BlRun *run)
{
  const GPtrArray *list = bl_findings_list (run->findings);
  GPtrArray *shown = g_ptr_array_sized_new (list->len);
  for (guint i = 0; i < list->len; i++)
    if (!bl_review_hides (run->review, list->pdata[i]))
      g_ptr_array_add (shown, list->pdata[i]);
  return shown;
}

static int
compare_worst (gconstpointer a, gconstpointer b)
{
  const BlFinding *x = *(BlFinding *const *) a, *y = *(BlFinding *const *) b;
  if (x->severity != y->severity)
    return (int) y->severity - (int) x->severity;
  return x->confidence > y->confidence ? -1 : x->confidence < y->confidence ? 1 : 0;
}

void
bl_sort_by_gravity (GPtrArray *findings)
{
  g_ptr_array_sort (findings, compare_worst); /* which is stable */
}
