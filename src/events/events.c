#include "events/events.h"

#include "events/clusters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* An article is filed under its heaviest terms, and meets so many earlier ones under each: the nearest in days. */
#define N_HEAVIEST 24
#define MAX_MEETINGS 64

/* Of those it meets the likest under these terms are compared in full. */
#define MAX_COMPARED 64

/* One event: calibrated on news of two events of one kind (bench/across_events.py) and of one event by several outlets. */
#define MIN_LIKENESS 0.13  /* of two articles */
#define MEAN_LIKENESS 0.26 /* of two groups */
#define GROUP_RATIO 0.4    /* of what either group is within */
#define SAME_TEXT 0.9      /* copies of one text, whatever the groups */

/* Articles that have names share some of them: news written after one pattern has all else in common. */
#define MIN_NAMES 0.05
#define SOME_NAMES 0.2 /* length of the names' part of a vector */

/* The heaviest names of an article are those that its event is about. */
#define N_FOCUS 6

typedef struct
{
  guint32 term;
  float weight;
  gboolean name;
} Component;

/* An article as a vector of unit length. */
typedef struct
{
  Component *components; /* by term */
  guint n;
  guint filed[N_HEAVIEST];   /* places in Search.postings */
  float weights[N_HEAVIEST]; /* of the terms it is filed under */
  guint n_filed;
  Component focus[N_FOCUS]; /* names, the heaviest first */
  guint n_focus;
  double names; /* length of the part that is names, 0 to 1 */
} Vector;

typedef struct
{
  guint32 term;
  guint rank; /* of the article in order of days */
  guint slot; /* in Vector.filed */
} Posting;

/* An earlier article that one meets, and how alike they are under the terms they meet by. */
typedef struct
{
  guint rank;
  double score;
} Met;

typedef struct
{
  const BlCorpusTerms *corpus;
  const BlArticleEntry *articles;
  guint n;
  Vector *vectors;  /* by article */
  guint *order;     /* articles by day */
  GArray *postings; /* Posting, by term and rank */
  double *scores;   /* by rank; all 0 between two articles */
  GArray *met;      /* Met, of one article */
} Search;

/* --- vectors ------------------------------------------------------------------------------------------------------- */

/* Heaviest first; of equals the lower number, so that nothing depends on the order of sorting. */
static int
compare_weights (const void *a, const void *b)
{
  const Component *x = a, *y = b;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

static int
compare_postings (const void *a, const void *b)
{
  const Posting *x = a, *y = b;
  if (x->term != y->term)
    return x->term < y->term ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static void
file_article (Search *search, guint rank)
{
  Vector *vector = &search->vectors[search->order[rank]];
  g_autofree Component *sorted = g_memdup2 (vector->components, vector->n * sizeof (Component));
  if (vector->n > 1)
    qsort (sorted, vector->n, sizeof (Component), compare_weights);
  for (guint i = 0; i < vector->n && vector->n_focus < N_FOCUS; i++)
    if (sorted[i].name && bl_corpus_terms_n_articles (search->corpus, sorted[i].term) > 1)
      vector->focus[vector->n_focus++] = sorted[i];
  for (guint i = 0; i < vector->n && vector->n_filed < N_HEAVIEST; i++)
    {
      if (bl_corpus_terms_n_articles (search->corpus, sorted[i].term) < 2)
        continue;
      const Posting posting = { .term = sorted[i].term, .rank = rank, .slot = vector->n_filed };
      vector->weights[vector->n_filed++] = sorted[i].weight;
      g_array_append_val (search->postings, posting);
    }
}

static void
make_vector (const Search *search, guint article)
{
  Vector *vector = &search->vectors[article];
  const BlArticleEntry *entry = &search->articles[article];
  const BlArticleTerm *terms = bl_corpus_terms_article_terms (search->corpus, entry);
  double squares = 0, of_names = 0;
  vector->n = entry->n_terms;
  vector->components = g_new (Component, vector->n + 1);
  for (guint i = 0; i < vector->n; i++)
    {
      const double weight = bl_corpus_terms_article_weight (search->corpus, &terms[i]);
      vector->components[i] = (Component){ .term = terms[i].term, .weight = (float) weight, .name = terms[i].name };
      squares += weight * weight;
      of_names += terms[i].name ? weight * weight : 0;
    }
  const double length = MAX (sqrt (squares), 1e-9);
  vector->names = sqrt (of_names) / length;
  for (guint i = 0; i < vector->n; i++)
    vector->components[i].weight = (float) (vector->components[i].weight / length);
}

static void
file_articles (Search *search)
{
  for (guint rank = 0; rank < search->n; rank++)
    file_article (search, rank);
  if (search->postings->len > 1)
    qsort (search->postings->data, search->postings->len, sizeof (Posting), compare_postings);
  for (guint i = 0; i < search->postings->len; i++)
    {
      const Posting *posting = &g_array_index (search->postings, Posting, i);
      search->vectors[search->order[posting->rank]].filed[posting->slot] = i;
    }
}

/* --- meetings ------------------------------------------------------------------------------------------------------ */

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlArticleEntry *articles = data;
  const guint i = *(const guint *) a, k = *(const guint *) b;
  if (articles[i].day != articles[k].day)
    return articles[i].day < articles[k].day ? -1 : 1;
  return (i > k) - (i < k);
}

static gboolean
may_meet (const BlArticleEntry *a, const BlArticleEntry *b)
{
  return (a->day == 0) == (b->day == 0) && ABS (a->day - b->day) <= BL_EVENT_WINDOW_DAYS;
}

static int
compare_met (const void *a, const void *b)
{
  const Met *x = a, *y = b;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static void
meet_under (Search *search, guint rank, guint slot)
{
  const Vector *vector = &search->vectors[search->order[rank]];
  const BlArticleEntry *article = &search->articles[search->order[rank]];
  const Posting *postings = (const Posting *) (gpointer) search->postings->data;
  const guint at = vector->filed[slot];
  for (guint k = 1; k <= MIN (at, MAX_MEETINGS) && postings[at - k].term == postings[at].term; k++)
    {
      const guint other = postings[at - k].rank;
      const Vector *met = &search->vectors[search->order[other]];
      if (!may_meet (article, &search->articles[search->order[other]]))
        break;
      if (search->scores[other] == 0)
        g_array_append_val (search->met, ((const Met){ .rank = other }));
      search->scores[other] += (double) vector->weights[slot] * met->weights[postings[at - k].slot];
    }
}

/* Fills search->met: the likest first. */
static void
meet (Search *search, guint rank)
{
  g_array_set_size (search->met, 0);
  for (guint slot = 0; slot < search->vectors[search->order[rank]].n_filed; slot++)
    meet_under (search, rank, slot);
  for (guint i = 0; i < search->met->len; i++)
    {
      Met *met = &g_array_index (search->met, Met, i);
      met->score = search->scores[met->rank];
      search->scores[met->rank] = 0;
    }
  if (search->met->len > 1)
    qsort (search->met->data, search->met->len, sizeof (Met), compare_met);
}

/* --- likeness ------------------------------------------------------------------------------------------------------ */

static gboolean
has_term (const Vector *vector, guint32 term)
{
  guint low = 0, high = vector->n;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (vector->components[middle].term < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low < vector->n && vector->components[low].term == term;
}

/* Weight of the heaviest names that the other article has too, of all of them. */
static double
shared_focus (const Vector *vector, const Vector *other)
{
  double shared = 0, all = 0;
  for (guint i = 0; i < vector->n_focus; i++)
    {
      all += vector->focus[i].weight;
      shared += has_term (other, vector->focus[i].term) ? vector->focus[i].weight : 0;
    }
  return shared / MAX (all, 1e-9);
}

static BlEventTie
compare_articles (const Search *search, guint a, guint b)
{
  const Vector *x = &search->vectors[a], *y = &search->vectors[b];
  BlEventTie tie = { .a = MIN (a, b), .b = MAX (a, b) };
  double names = 0;
  for (guint i = 0, k = 0; i < x->n && k < y->n;)
    {
      const Component *c = &x->components[i], *d = &y->components[k];
      if (c->term == d->term)
        {
          tie.likeness += (double) c->weight * d->weight;
          names += c->name || d->name ? (double) c->weight * d->weight : 0;
        }
      i += c->term <= d->term;
      k += d->term <= c->term;
    }
  if (MIN (x->names, y->names) >= SOME_NAMES && names < MIN_NAMES * x->names * y->names)
    tie.likeness = 0;
  tie.likeness += MIN (shared_focus (x, y), shared_focus (y, x)) / 2;
  return tie;
}

static void
tie_article (Search *search, guint rank, GArray *ties)
{
  meet (search, rank);
  for (guint i = 0; i < MIN (search->met->len, MAX_COMPARED); i++)
    {
      const BlEventTie tie
          = compare_articles (search, search->order[rank], search->order[g_array_index (search->met, Met, i).rank]);
      if (tie.likeness >= MIN_LIKENESS)
        g_array_append_val (ties, tie);
    }
}

/* --- ties ---------------------------------------------------------------------------------------------------------- */

static int
compare_likeness (const void *a, const void *b)
{
  const BlEventTie *x = a, *y = b;
  if (x->same_event != y->same_event)
    return x->same_event ? -1 : 1;
  if (x->likeness != y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : (x->b > y->b) - (x->b < y->b);
}

static int
compare_places (const void *a, const void *b)
{
  const BlEventTie *x = a, *y = b;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : (x->b > y->b) - (x->b < y->b);
}

/* Keeps a tie when it is among the likest of either side. */
static void
keep_nearest (GArray *ties, guint n_articles, guint64 *n_cut)
{
  g_autofree guint *counts = g_new0 (guint, n_articles + 1);
  guint kept = 0;
  if (ties->len > 1)
    qsort (ties->data, ties->len, sizeof (BlEventTie), compare_likeness);
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie tie = g_array_index (ties, BlEventTie, i);
      if (counts[tie.a] >= BL_EVENT_NEAREST && counts[tie.b] >= BL_EVENT_NEAREST)
        {
          *n_cut += tie.same_event;
          continue;
        }
      counts[tie.a]++;
      counts[tie.b]++;
      g_array_index (ties, BlEventTie, kept++) = tie;
    }
  g_array_set_size (ties, kept);
  if (kept > 1)
    qsort (ties->data, kept, sizeof (BlEventTie), compare_places);
}

static void
group_articles (GArray *ties, guint n_articles)
{
  g_autoptr (GArray) edges = g_array_sized_new (FALSE, FALSE, sizeof (BlClusterEdge), ties->len + 1);
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie *tie = &g_array_index (ties, BlEventTie, i);
      const BlClusterEdge edge = { .a = tie->a, .b = tie->b, .likeness = tie->likeness };
      g_array_append_val (edges, edge);
    }
  g_autofree guint *groups = bl_clusters_find (edges, n_articles, MEAN_LIKENESS, GROUP_RATIO);
  for (guint i = 0; i < ties->len; i++)
    {
      BlEventTie *tie = &g_array_index (ties, BlEventTie, i);
      tie->same_event = groups[tie->a] == groups[tie->b] || tie->likeness >= SAME_TEXT;
    }
}

static void
tie_all (GArray *ties, guint n)
{
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      g_array_append_val (ties, ((const BlEventTie){ .a = a, .b = b, .same_event = TRUE, .likeness = 1 }));
}

GArray *
bl_events_find (const BlCorpusTerms *corpus, gboolean one_event, guint64 *n_cut)
{
  Search search = { .corpus = corpus };
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (BlEventTie));
  *n_cut = 0;
  search.articles = bl_corpus_terms_articles (corpus, &search.n);
  if (one_event)
    {
      tie_all (ties, search.n);
      return ties;
    }
  search.vectors = g_new0 (Vector, search.n + 1);
  search.order = g_new (guint, search.n + 1);
  search.scores = g_new0 (double, search.n + 1);
  search.postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  search.met = g_array_new (FALSE, FALSE, sizeof (Met));
  for (guint i = 0; i < search.n; i++)
    {
      search.order[i] = i;
      make_vector (&search, i);
    }
  g_qsort_with_data (search.order, (gint) search.n, sizeof (guint), compare_order, (gpointer) search.articles);
  file_articles (&search);
  for (guint rank = 0; rank < search.n; rank++)
    tie_article (&search, rank, ties);
  group_articles (ties, search.n);
  keep_nearest (ties, search.n, n_cut);
  for (guint i = 0; i < search.n; i++)
    g_free (search.vectors[i].components);
  g_free (search.vectors);
  g_free (search.order);
  g_free (search.scores);
  g_array_unref (search.postings);
  g_array_unref (search.met);
  return ties;
}
