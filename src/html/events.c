/* Two articles that a finding holds against each other tell of one event; so do those that are joined through a third (connected
 * components by union and find). Only disagreement joins: what merely agrees may be a common fact of two events. */
#include "html/events.h"

#include <string.h>

/* The other article that the finding holds against its own; NULL: none. */
static const BlArticle *
opponent (const BlFinding *finding, guint i)
{
  const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
  const gboolean against = evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS;
  return against && evidence->place != NULL && evidence->place->article != finding->at->article ? evidence->place->article
                                                                                                : NULL;
}

static gboolean
join (guint *parents, const BlFinding *finding)
{
  gboolean any = FALSE;
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlArticle *other = opponent (finding, i);
      if (other == NULL)
        continue;
      any = TRUE;
      bl_sets_join (parents, finding->at->article->index, other->index);
    }
  return any;
}

static void
event_free (gpointer data)
{
  BlHtmlEvent *event = data;
  g_ptr_array_unref (event->findings);
  g_ptr_array_unref (event->articles);
  g_free (event);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const BlHtmlEvent *x = *(BlHtmlEvent *const *) a, *y = *(BlHtmlEvent *const *) b;
  if (x->findings->len != y->findings->len)
    return x->findings->len > y->findings->len ? -1 : 1;
  const guint first = ((const BlArticle *) x->articles->pdata[0])->index,
              other = ((const BlArticle *) y->articles->pdata[0])->index;
  return (first > other) - (first < other);
}

static BlHtmlEvent *
event_of (GPtrArray *events, GHashTable *by_root, guint root)
{
  BlHtmlEvent *event = g_hash_table_lookup (by_root, GUINT_TO_POINTER (root));
  if (event != NULL)
    return event;
  event = g_new0 (BlHtmlEvent, 1);
  event->findings = g_ptr_array_new ();
  event->articles = g_ptr_array_new ();
  g_ptr_array_add (events, event);
  g_hash_table_insert (by_root, GUINT_TO_POINTER (root), event);
  return event;
}

GPtrArray *
bl_html_events (const BlRun *run, const GPtrArray *findings)
{
  const guint n = bl_corpus_n_articles (run->corpus);
  g_autofree guint *parents = bl_sets_new (n);
  GPtrArray *events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  for (guint i = 0; i < findings->len; i++)
    if (join (parents, findings->pdata[i]))
      g_ptr_array_add (joined, findings->pdata[i]);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < joined->len; i++)
    {
      BlFinding *finding = joined->pdata[i];
      g_ptr_array_add (event_of (events, by_root, bl_sets_root (parents, finding->at->article->index))->findings, finding);
    }
  for (guint i = 0; i < n; i++)
    {
      BlHtmlEvent *event = g_hash_table_lookup (by_root, GUINT_TO_POINTER (bl_sets_root (parents, i)));
      if (event != NULL)
        g_ptr_array_add (event->articles, (gpointer) bl_corpus_article (run->corpus, i));
    }
  g_ptr_array_sort (events, compare_events);
  return events;
}

char *
bl_html_event_days (const BlHtmlEvent *event)
{
  const GPtrArray *articles = event->articles;
  BlDate first = { 0 }, last = { 0 };
  for (guint i = 0; i < articles->len; i++)
    {
      const BlDate day = ((const BlArticle *) articles->pdata[i])->published;
      if (day.precision == BL_DATE_UNKNOWN)
        continue;
      if (first.precision == BL_DATE_UNKNOWN || bl_date_first_day (day) < bl_date_first_day (first))
        first = day;
      if (last.precision == BL_DATE_UNKNOWN || bl_date_last_day (day) > bl_date_last_day (last))
        last = day;
    }
  g_autofree char *from = bl_date_format (first), *to = bl_date_format (last);
  return strcmp (from, to) == 0 ? g_steal_pointer (&from) : g_strdup_printf ("%s to %s", from, to);
}
