#include "events/alignment.h"

#include "base/parallel.h"

#include <stdlib.h>

/* A thread of its own is worth its while for so many articles. */
#define ARTICLES_PER_WORKER 32

enum
{
  N_LEAST = 3
};

static const BlAlignLeast of_events[N_LEAST] = { { 2, 0.5 }, { 3, 0.3 }, { 5, 0.22 } };
static const BlAlignLeast of_one_event[N_LEAST] = { { 1, 0 } }; /* a claim may share no more than the noun of its figure */

/* Sentences of neighbouring events: told with nearly the same words. */
#define NEIGHBOURS_SHARED 4
#define NEIGHBOURS_DICE 0.7

/* Sentences of one body: the one repeats nearly all of the other. */
#define INSIDE_SHARED 4
#define INSIDE_OVERLAP 0.9

/* The cost grows with the square of an article that repeats itself: of longer ones only the headline is held against the body. */
#define INSIDE_SENTENCES 200

/* A sentence of the indexed article under one of its terms. */
typedef struct
{
  guint sentence; /* in the article */
  guint next;     /* another one with the term, + 1; 0: none */
} Posting;

typedef struct
{
  const BlCorpusTerms *corpus;
  const BlAlignLeast *least; /* N_LEAST, any of them will do */
  guint *first;              /* by term: index into postings, + 1; 0: not in the indexed article */
  GArray *postings;          /* Posting, of the indexed article */
  double *shared; /* weight and number of terms that its sentences share with the one held against them: 0 between two */
  guint *n_shared;
  GArray *touched; /* guint: sentences where they are not 0 */
  GArray *found;   /* BlAligned */
} Alignment;

static int
compare_aligned (const void *a, const void *b)
{
  const BlAligned *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void
index_article (Alignment *alignment, const BlArticleEntry *article)
{
  g_array_set_size (alignment->postings, 0);
  for (guint i = 0; i < article->n; i++)
    {
      const BlTermList *list = bl_corpus_terms_of (alignment->corpus, article->first + i);
      for (guint k = 0; k < list->n; k++)
        {
          const Posting posting = { .sentence = i, .next = alignment->first[list->terms[k]] };
          g_array_append_val (alignment->postings, posting);
          alignment->first[list->terms[k]] = alignment->postings->len;
        }
    }
}

static void
forget_article (Alignment *alignment, const BlArticleEntry *article)
{
  for (guint i = 0; i < article->n; i++)
    {
      const BlTermList *list = bl_corpus_terms_of (alignment->corpus, article->first + i);
      for (guint k = 0; k < list->n; k++)
        alignment->first[list->terms[k]] = 0;
    }
}

static gboolean
is_enough (const BlAlignLeast *least, const BlAligned *aligned, gboolean same_event)
{
  if (!same_event)
    return aligned->n_shared >= NEIGHBOURS_SHARED && aligned->dice >= NEIGHBOURS_DICE;
  for (guint i = 0; i < N_LEAST; i++)
    if (aligned->n_shared >= least[i].n_shared && aligned->overlap >= least[i].overlap)
      return TRUE;
  return FALSE;
}

static BlAligned
measure (const Alignment *alignment, guint a, guint b, guint relative)
{
  const double x = bl_corpus_terms_of (alignment->corpus, a)->weight;
  const double y = bl_corpus_terms_of (alignment->corpus, b)->weight;
  const double shared = alignment->shared[relative];
  return (BlAligned){ .a = MIN (a, b),
                      .b = MAX (a, b),
                      .n_shared = alignment->n_shared[relative],
                      .overlap = shared / MAX (MIN (x, y), 1e-9),
                      .dice = 2 * shared / MAX (x + y, 1e-9) };
}

/* Inside one article: a headline against all of the body, and a sentence of the body against an earlier one it nearly repeats, so that each
 * pair comes once. */
static gboolean
is_enough_inside (const Alignment *alignment, const BlAligned *aligned, guint sentence)
{
  const guint other = aligned->a == sentence ? aligned->b : aligned->a;
  if (bl_corpus_terms_sentence (alignment->corpus, other)->head)
    return FALSE;
  if (bl_corpus_terms_sentence (alignment->corpus, sentence)->head)
    return is_enough (alignment->least, aligned, TRUE);
  return other < sentence && aligned->n_shared >= INSIDE_SHARED && aligned->overlap >= INSIDE_OVERLAP;
}

/* Holds one sentence against those of the indexed article; tie is NULL where it is one of them. */
static void
align_sentence (Alignment *alignment, const BlArticleEntry *article, guint sentence, const BlEventTie *tie)
{
  const BlTermList *list = bl_corpus_terms_of (alignment->corpus, sentence);
  for (guint k = 0; k < list->n; k++)
    {
      const double weight = bl_corpus_terms_weight (alignment->corpus, list->terms[k]);
      for (guint at = alignment->first[list->terms[k]]; at != 0;)
        {
          const Posting *posting = &g_array_index (alignment->postings, Posting, at - 1);
          if (alignment->n_shared[posting->sentence]++ == 0)
            g_array_append_val (alignment->touched, posting->sentence);
          alignment->shared[posting->sentence] += weight;
          at = posting->next;
        }
    }
  for (guint i = 0; i < alignment->touched->len; i++)
    {
      const guint relative = g_array_index (alignment->touched, guint, i), other = article->first + relative;
      BlAligned aligned = measure (alignment, other, sentence, relative);
      if (tie != NULL ? is_enough (alignment->least, &aligned, tie->same_event)
                      : is_enough_inside (alignment, &aligned, sentence))
        g_array_append_val (alignment->found, aligned);
      alignment->shared[relative] = 0;
      alignment->n_shared[relative] = 0;
    }
  g_array_set_size (alignment->touched, 0);
}

static void
align_article (Alignment *alignment, const BlArticleEntry *articles, guint index, const GArray *ties, guint tie_index)
{
  const BlArticleEntry *article = &articles[index];
  index_article (alignment, article);
  for (guint i = 0; i < article->n; i++)
    if (article->n <= INSIDE_SENTENCES || bl_corpus_terms_sentence (alignment->corpus, article->first + i)->head)
      align_sentence (alignment, article, article->first + i, NULL);
  for (; tie_index < ties->len && g_array_index (ties, BlEventTie, tie_index).a == index; tie_index++)
    {
      const BlEventTie *tie = &g_array_index (ties, BlEventTie, tie_index);
      const BlArticleEntry *other = &articles[tie->b];
      for (guint i = 0; i < other->n; i++)
        align_sentence (alignment, article, other->first + i, tie);
    }
  forget_article (alignment, article);
}

/* --- all articles -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const BlCorpusTerms *corpus;
  const GArray *ties;
  const BlAlignLeast *least;
  guint *first_ties; /* by article: the first tie that is its or a later one's */
  GArray **found;    /* BlAligned, by worker */
  gint next;         /* article */
} Work;

static void
align_at_worker (guint worker, gpointer data)
{
  Work *work = data;
  guint n, most = 0;
  const BlArticleEntry *articles = bl_corpus_terms_articles (work->corpus, &n);
  for (guint i = 0; i < n; i++)
    most = MAX (most, articles[i].n);
  Alignment alignment = { .corpus = work->corpus,
                          .least = work->least,
                          .first = g_new0 (guint, bl_corpus_terms_n_terms (work->corpus) + 1),
                          .postings = g_array_new (FALSE, FALSE, sizeof (Posting)),
                          .shared = g_new0 (double, most + 1),
                          .n_shared = g_new0 (guint, most + 1),
                          .touched = g_array_new (FALSE, FALSE, sizeof (guint)),
                          .found = work->found[worker] };
  for (;;)
    {
      const guint article = (guint) g_atomic_int_add (&work->next, 1);
      if (article >= n)
        break;
      align_article (&alignment, articles, article, work->ties, work->first_ties[article]);
    }
  g_free (alignment.first);
  g_free (alignment.shared);
  g_free (alignment.n_shared);
  g_array_unref (alignment.postings);
  g_array_unref (alignment.touched);
}

/* Workers find pairs in any order; sorted, they are the same for any number of workers. */
static GArray *
gather (GArray **found, guint n)
{
  GArray *all = g_steal_pointer (&found[0]);
  for (guint i = 1; i < n; i++)
    {
      g_array_append_vals (all, found[i]->data, found[i]->len);
      g_array_unref (found[i]);
    }
  if (all->len > 1)
    qsort (all->data, all->len, sizeof (BlAligned), compare_aligned);
  return all;
}

GArray *
bl_align (const BlCorpusTerms *corpus, const GArray *ties, gboolean one_event, guint jobs)
{
  guint n;
  bl_corpus_terms_articles (corpus, &n);
  const guint n_workers = CLAMP (n / ARTICLES_PER_WORKER, 1, MAX (jobs, 1));
  g_autofree GArray **found = g_new (GArray *, n_workers);
  g_autofree guint *first_ties = g_new (guint, n + 1);
  for (guint i = 0; i < n_workers; i++)
    found[i] = g_array_new (FALSE, FALSE, sizeof (BlAligned));
  for (guint i = 0, tie = 0; i < n; i++)
    {
      while (tie < ties->len && g_array_index (ties, BlEventTie, tie).a < i)
        tie++;
      first_ties[i] = tie;
    }
  Work work = {
    .corpus = corpus, .ties = ties, .least = one_event ? of_one_event : of_events, .first_ties = first_ties, .found = found
  };
  bl_parallel_for (n_workers, n_workers, align_at_worker, &work);
  return gather (found, n_workers);
}
