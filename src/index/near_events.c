#include "index/near_events.h"

#include "events/events.h"

#include <stdlib.h>

/* Events are grouped by the articles of so many days around: those that may be tied to an article in question, those that may be tied to them,
 * and those that may be tied to these and so draw them into another event. */
#define DAYS_AROUND (3 * BL_EVENT_WINDOW_DAYS)

struct BlDaySet
{
  GArray *days; /* gint32, sorted */
  gint32 around;
  gboolean unknown;
};

static int
compare_days (const void *a, const void *b)
{
  const gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;
  return (x > y) - (x < y);
}

BlDaySet *
bl_day_set_new (const BlNeighbourhoodInput *input, guint days)
{
  BlDaySet *set = g_new0 (BlDaySet, 1);
  set->days = g_array_new (FALSE, FALSE, sizeof (gint32));
  set->around = (gint32) days;
  for (guint i = 0; i < input->n; i++)
    if (input->focus[i])
      {
        const gint32 day = input->rows[i].head->day;
        set->unknown = set->unknown || day == 0;
        if (day != 0)
          g_array_append_val (set->days, day);
      }
  if (set->days->len > 1)
    qsort (set->days->data, set->days->len, sizeof (gint32), compare_days);
  return set;
}

void
bl_day_set_free (BlDaySet *set)
{
  if (set == NULL)
    return;
  g_array_unref (set->days);
  g_free (set);
}

gboolean
bl_day_set_has (const BlDaySet *set, gint32 day)
{
  if (day == 0)
    return set->unknown;
  guint low = 0, high = set->days->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (g_array_index (set->days, gint32, middle) < day - set->around)
        low = middle + 1;
      else
        high = middle;
    }
  return low < set->days->len && g_array_index (set->days, gint32, low) <= day + set->around;
}

static GArray *
collect_near (const BlNeighbourhoodInput *input)
{
  g_autoptr (BlDaySet) near = bl_day_set_new (input, DAYS_AROUND);
  GArray *articles = g_array_new (FALSE, FALSE, sizeof (BlPackedArticle));
  for (guint i = 0; i < input->n; i++)
    {
      const BlIndexHead *head = input->rows[i].head;
      const BlPackedArticle article
          = { .article = i, .day = head->day, .terms = input->rows[i].terms, .n_terms = head->n_terms };
      if (head->n_sentences > 0 && bl_day_set_has (near, head->day))
        g_array_append_val (articles, article);
    }
  return articles;
}

/* Only terms of near articles are weighed. */
static BlTermCounts *
count_terms (const BlNeighbourhoodInput *input, const GArray *near)
{
  BlTermCounts *counts = bl_term_counts_new ();
  for (guint i = 0; i < near->len; i++)
    {
      const BlPackedArticle *article = &g_array_index (near, BlPackedArticle, i);
      for (guint k = 0; k < article->n_terms; k++)
        bl_term_counts_expect (counts, bl_packed_term_hash (article->terms[k]));
    }
  for (guint i = 0; i < input->n; i++)
    {
      const BlIndexRow *row = &input->rows[i];
      if (row->head->n_sentences == 0)
        continue;
      bl_term_counts_add_article (counts, row->head->n_sentences);
      for (guint k = 0; k < row->head->n_terms; k++)
        bl_term_counts_add (counts, bl_packed_term_hash (row->terms[k]), bl_packed_term_n_sentences (row->terms[k]));
    }
  return counts;
}

/* Marks the other end of each tie that has one end in from; those of neighbouring events too, or not. */
static void
mark_tied (const GArray *ties, const gboolean *from, gboolean neighbours, gboolean *marked)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie *tie = &g_array_index (ties, BlEventTie, i);
      if (!tie->same_event && !neighbours)
        continue;
      marked[tie->a] = marked[tie->a] || from[tie->b];
      marked[tie->b] = marked[tie->b] || from[tie->a];
    }
}

void
bl_near_events_find (const BlNeighbourhoodInput *input, BlNeighbourhood *neighbourhood)
{
  g_autoptr (GArray) near = collect_near (input);
  neighbourhood->counts = count_terms (input, near);
  const BlPackedArticle *articles = (const BlPackedArticle *) (gpointer) near->data;
  g_autoptr (BlCorpusTerms) terms = bl_corpus_terms_of_articles (articles, near->len, neighbourhood->counts);
  guint64 n_cut;
  neighbourhood->ties = bl_events_find (terms, FALSE, &n_cut);
  for (guint i = 0; i < neighbourhood->ties->len; i++)
    {
      BlEventTie *tie = &g_array_index (neighbourhood->ties, BlEventTie, i);
      tie->a = articles[tie->a].article;
      tie->b = articles[tie->b].article;
    }
  g_autofree gboolean *first = g_new0 (gboolean, MAX (input->n, 1));
  mark_tied (neighbourhood->ties, input->focus, TRUE, first);
  mark_tied (neighbourhood->ties, first, FALSE, neighbourhood->wanted);
  for (guint i = 0; i < input->n; i++)
    neighbourhood->wanted[i] = neighbourhood->wanted[i] || first[i] || input->focus[i];
}
