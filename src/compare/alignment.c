#include "compare/alignment.h"

#include <math.h>
#include <string.h>

/* A sentence is filed under the pairs of this many terms: 36 keys. */
#define N_RARE 9

/* Sentences under one pair of terms that one sentence meets. */
#define MAX_MEETINGS 16

/* What shares less is no alignment. */
#define MIN_SHARED 3
#define MIN_OVERLAP 0.3

typedef struct
{
  guint *terms; /* of one sentence, by number */
  guint n;
  double weight;
} Terms;

typedef struct
{
  const GArray *sentences;
  GHashTable *numbers; /* term (borrowed) → number + 1 */
  GArray *counts;      /* guint, sentences with the term */
  Terms *terms;
  guint *order; /* sentences by day, article, index */
} Alignment;

typedef struct
{
  guint64 key;  /* two term numbers */
  guint32 rank; /* in order */
} Posting;

static const BlAlignable *
sentence_at (const Alignment *alignment, guint index)
{
  return &g_array_index (alignment->sentences, BlAlignable, index);
}

static int
compare_numbers (const void *a, const void *b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const Alignment *alignment = data;
  const guint i = *(const guint *) a, k = *(const guint *) b;
  const BlAlignable *x = sentence_at (alignment, i), *y = sentence_at (alignment, k);
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  return (i > k) - (i < k);
}

static int
compare_postings (const void *a, const void *b)
{
  const Posting *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->rank > y->rank) - (x->rank < y->rank);
}

static int
compare_pairs (const void *a, const void *b)
{
  const guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

/* --- terms --------------------------------------------------------------------------------------------------------- */

static guint
term_number (Alignment *alignment, const char *term)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (alignment->numbers, term));
  if (number == 0)
    {
      const guint none = 0;
      g_array_append_val (alignment->counts, none);
      number = alignment->counts->len;
      g_hash_table_insert (alignment->numbers, (gpointer) term, GUINT_TO_POINTER (number));
    }
  g_array_index (alignment->counts, guint, number - 1)++;
  return number - 1;
}

static double
term_weight (const Alignment *alignment, guint term)
{
  return log (1 + (double) alignment->sentences->len / g_array_index (alignment->counts, guint, term));
}

static void
number_terms (Alignment *alignment)
{
  const guint n = alignment->sentences->len;
  for (guint i = 0; i < n; i++)
    {
      const char *const *list = sentence_at (alignment, i)->terms;
      Terms *terms = &alignment->terms[i];
      terms->n = g_strv_length ((char **) list);
      terms->terms = g_new (guint, terms->n);
      for (guint k = 0; k < terms->n; k++)
        terms->terms[k] = term_number (alignment, list[k]);
      qsort (terms->terms, terms->n, sizeof (guint), compare_numbers);
    }
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < alignment->terms[i].n; k++)
      alignment->terms[i].weight += term_weight (alignment, alignment->terms[i].terms[k]);
}

/* The rarest terms that another sentence has too. */
static guint
rarest (const Alignment *alignment, const Terms *terms, guint rare[N_RARE])
{
  guint n = 0;
  for (guint k = 0; k < terms->n; k++)
    {
      const guint term = terms->terms[k], count = g_array_index (alignment->counts, guint, term);
      if (count < 2)
        continue;
      guint at = n;
      while (at > 0 && g_array_index (alignment->counts, guint, rare[at - 1]) > count)
        at--;
      if (at >= N_RARE)
        continue;
      n = MIN (n + 1, N_RARE);
      memmove (&rare[at + 1], &rare[at], (n - at - 1) * sizeof (guint));
      rare[at] = term;
    }
  return n;
}

/* --- meetings ------------------------------------------------------------------------------------------------------ */

static GArray *
file_sentences (const Alignment *alignment)
{
  GArray *postings = g_array_new (FALSE, TRUE, sizeof (Posting));
  for (guint rank = 0; rank < alignment->sentences->len; rank++)
    {
      guint rare[N_RARE];
      const guint n = rarest (alignment, &alignment->terms[alignment->order[rank]], rare);
      for (guint i = 0; i < n; i++)
        for (guint k = i + 1; k < n; k++)
          {
            const guint low = MIN (rare[i], rare[k]), high = MAX (rare[i], rare[k]);
            const Posting posting = { .key = ((guint64) low << 32) | high, .rank = rank };
            g_array_append_val (postings, posting);
          }
    }
  if (postings->len > 0)
    qsort (postings->data, postings->len, sizeof (Posting), compare_postings);
  return postings;
}

static gboolean
may_meet (const BlAlignable *a, const BlAlignable *b)
{
  if (a->article == b->article)
    return a->head != b->head;
  if ((a->day == 0) != (b->day == 0))
    return FALSE;
  return ABS (a->day - b->day) <= BL_ALIGN_WINDOW_DAYS;
}

/* Distinct pairs of sentences that are filed near each other, as (a << 32 | b), sorted. */
static GArray *
meet (const Alignment *alignment, const GArray *postings, guint64 *n_cut)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint begin = 0;
  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = &g_array_index (postings, Posting, i);
      if (g_array_index (postings, Posting, begin).key != posting->key)
        begin = i;
      if (i - begin > MAX_MEETINGS)
        ++*n_cut;
      for (guint k = i - MIN (i - begin, MAX_MEETINGS); k < i; k++)
        {
          const guint x = alignment->order[g_array_index (postings, Posting, k).rank], y = alignment->order[posting->rank];
          const guint64 pair = ((guint64) MIN (x, y) << 32) | MAX (x, y);
          if (may_meet (sentence_at (alignment, x), sentence_at (alignment, y)))
            g_array_append_val (pairs, pair);
        }
    }
  if (pairs->len > 0)
    qsort (pairs->data, pairs->len, sizeof (guint64), compare_pairs);
  return pairs;
}

/* --- similarity ---------------------------------------------------------------------------------------------------- */

static BlAligned
measure (const Alignment *alignment, guint a, guint b)
{
  const Terms *x = &alignment->terms[a], *y = &alignment->terms[b];
  BlAligned aligned = { .a = a, .b = b };
  double shared = 0;
  for (guint i = 0, k = 0; i < x->n && k < y->n;)
    if (x->terms[i] < y->terms[k])
      i++;
    else if (x->terms[i] > y->terms[k])
      k++;
    else
      {
        shared += term_weight (alignment, x->terms[i]);
        aligned.n_shared++;
        i++;
        k++;
      }
  aligned.overlap = shared / MAX (MIN (x->weight, y->weight), 1e-9);
  aligned.dice = 2 * shared / MAX (x->weight + y->weight, 1e-9);
  return aligned;
}

GArray *
bl_align (const GArray *sentences, guint64 *n_cut)
{
  const guint n = sentences->len;
  Alignment alignment = { .sentences = sentences,
                          .numbers = g_hash_table_new (g_str_hash, g_str_equal),
                          .counts = g_array_new (FALSE, FALSE, sizeof (guint)),
                          .terms = g_new0 (Terms, n),
                          .order = g_new (guint, n) };
  *n_cut = 0;
  for (guint i = 0; i < n; i++)
    alignment.order[i] = i;
  g_qsort_with_data (alignment.order, (gint) n, sizeof (guint), compare_order, &alignment);
  number_terms (&alignment);
  g_autoptr (GArray) postings = file_sentences (&alignment);
  g_autoptr (GArray) pairs = meet (&alignment, postings, n_cut);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BlAligned));
  guint64 last = G_MAXUINT64;
  for (guint i = 0; i < pairs->len; i++)
    {
      const guint64 pair = g_array_index (pairs, guint64, i);
      if (pair == last)
        continue;
      last = pair;
      const BlAligned aligned = measure (&alignment, (guint) (pair >> 32), (guint) (pair & G_MAXUINT32));
      if (aligned.n_shared >= MIN_SHARED && aligned.overlap >= MIN_OVERLAP)
        g_array_append_val (found, aligned);
    }
  for (guint i = 0; i < n; i++)
    g_free (alignment.terms[i].terms);
  g_free (alignment.terms);
  g_free (alignment.order);
  g_hash_table_unref (alignment.numbers);
  g_array_unref (alignment.counts);
  return found;
}
