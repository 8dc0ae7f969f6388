#include "events/corpus_terms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sentences that a corpus is thought to have beside its own, and how many of them have a term of it: without them, what two of two
 * sentences share would count for less than what one has alone. */
#define UNSEEN_SENTENCES 200
#define UNSEEN_WITH_TERM 1

/* The same for articles. */
#define UNSEEN_ARTICLES 20

typedef struct
{
  guint n_sentences;
  guint n_articles;
  gboolean state; /* "country/…" */
  guint last;     /* article that had it last, + 1 */
  guint place;    /* of it in the terms of that article */
} Term;

struct BlCorpusTerms
{
  const GArray *sentences;
  GHashTable *numbers;           /* term (borrowed) → number + 1 */
  GArray *terms;                 /* Term */
  GArray *all;                   /* guint32, of all sentences */
  BlTermList *lists;             /* by sentence */
  double *weights;               /* by term */
  GArray *articles;              /* BlArticleEntry */
  GArray *of_articles;           /* BlArticleTerm */
  guint n_sentences, n_articles; /* of the wider corpus, or of this one */
};

static int
compare_numbers (const void *a, const void *b)
{
  const guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

static int
compare_article_terms (const void *a, const void *b)
{
  const BlArticleTerm *x = a, *y = b;
  return (x->term > y->term) - (x->term < y->term);
}

static Term *
term_at (const BlCorpusTerms *corpus, guint32 number)
{
  return &g_array_index (corpus->terms, Term, number);
}

static guint32
number_of (BlCorpusTerms *corpus, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (corpus->numbers, text));
  if (number == 0)
    {
      const Term term = { .state = g_str_has_prefix (text, "country/") };
      g_array_append_val (corpus->terms, term);
      number = corpus->terms->len;
      g_hash_table_insert (corpus->numbers, (gpointer) text, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* Adds a term of a sentence to those of its article, which is the last one. */
static void
add_to_article (BlCorpusTerms *corpus, guint32 number, gboolean name)
{
  Term *term = term_at (corpus, number);
  if (term->last != corpus->articles->len)
    {
      const BlArticleTerm added = { .term = number };
      term->last = corpus->articles->len;
      term->place = corpus->of_articles->len;
      term->n_articles++;
      g_array_append_val (corpus->of_articles, added);
    }
  BlArticleTerm *entry = &g_array_index (corpus->of_articles, BlArticleTerm, term->place);
  if (entry->n_sentences < G_MAXUINT16)
    entry->n_sentences++;
  entry->name = entry->name || name;
}

/* Terms and names are sorted alike, so that one pass tells which are names. */
static guint
add_sentence (BlCorpusTerms *corpus, const BlAlignable *sentence)
{
  const char *const *name = sentence->names;
  guint n = 0;
  for (const char *const *at = sentence->terms; *at != NULL; at++, n++)
    {
      while (name != NULL && *name != NULL && strcmp (*name, *at) < 0)
        name++;
      const guint32 number = number_of (corpus, *at);
      term_at (corpus, number)->n_sentences++;
      g_array_append_val (corpus->all, number);
      add_to_article (corpus, number, name != NULL && *name != NULL && strcmp (*name, *at) == 0);
    }
  return n;
}

static void
end_article (BlCorpusTerms *corpus)
{
  if (corpus->articles->len == 0)
    return;
  BlArticleEntry *entry = &g_array_index (corpus->articles, BlArticleEntry, corpus->articles->len - 1);
  entry->n_terms = corpus->of_articles->len - entry->first_term;
  if (entry->n_terms > 0)
    qsort (&g_array_index (corpus->of_articles, BlArticleTerm, entry->first_term), entry->n_terms, sizeof (BlArticleTerm),
           compare_article_terms);
}

static void
begin_article (BlCorpusTerms *corpus, const BlAlignable *sentence, guint first)
{
  end_article (corpus);
  const BlArticleEntry entry
      = { .article = sentence->article, .day = sentence->day, .first = first, .first_term = corpus->of_articles->len };
  g_array_append_val (corpus->articles, entry);
}

static void
read_sentences (BlCorpusTerms *corpus)
{
  const GArray *sentences = corpus->sentences;
  for (guint i = 0; i < sentences->len; i++)
    {
      const BlAlignable *sentence = &g_array_index (sentences, BlAlignable, i);
      if (i == 0 || g_array_index (sentences, BlAlignable, i - 1).article != sentence->article)
        begin_article (corpus, sentence, i);
      g_array_index (corpus->articles, BlArticleEntry, corpus->articles->len - 1).n++;
      corpus->lists[i].n = add_sentence (corpus, sentence);
    }
  end_article (corpus);
}

static void
weigh (BlCorpusTerms *corpus)
{
  const double n = corpus->n_sentences + UNSEEN_SENTENCES;
  corpus->weights = g_new (double, corpus->terms->len + 1);
  for (guint i = 0; i < corpus->terms->len; i++)
    corpus->weights[i] = log (1 + n / (term_at (corpus, i)->n_sentences + UNSEEN_WITH_TERM));
  guint32 *at = (guint32 *) (gpointer) corpus->all->data;
  for (guint i = 0; i < corpus->sentences->len; at += corpus->lists[i++].n)
    {
      BlTermList *list = &corpus->lists[i];
      list->terms = at;
      if (list->n > 0)
        qsort (at, list->n, sizeof (guint32), compare_numbers);
      for (guint k = 0; k < list->n; k++)
        list->weight += corpus->weights[at[k]];
    }
}

static void
take_counts (BlCorpusTerms *corpus, const BlTermCounts *counts)
{
  GHashTableIter iter;
  gpointer text, number;
  corpus->n_sentences = bl_term_counts_n_sentences (counts);
  corpus->n_articles = bl_term_counts_n_articles (counts);
  g_hash_table_iter_init (&iter, corpus->numbers);
  while (g_hash_table_iter_next (&iter, &text, &number))
    {
      Term *term = term_at (corpus, GPOINTER_TO_UINT (number) - 1);
      bl_term_counts_of (counts, bl_term_hash (text), &term->n_articles, &term->n_sentences);
    }
}

static BlCorpusTerms *
corpus_terms_new (void)
{
  BlCorpusTerms *corpus = g_new0 (BlCorpusTerms, 1);
  corpus->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  corpus->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  corpus->all = g_array_new (FALSE, FALSE, sizeof (guint32));
  corpus->articles = g_array_new (FALSE, FALSE, sizeof (BlArticleEntry));
  corpus->of_articles = g_array_new (FALSE, FALSE, sizeof (BlArticleTerm));
  return corpus;
}

BlCorpusTerms *
bl_corpus_terms_new (const GArray *sentences, const BlTermCounts *counts)
{
  BlCorpusTerms *corpus = corpus_terms_new ();
  corpus->sentences = sentences;
  corpus->lists = g_new0 (BlTermList, sentences->len + 1);
  read_sentences (corpus);
  corpus->n_sentences = sentences->len;
  corpus->n_articles = corpus->articles->len;
  if (counts != NULL)
    take_counts (corpus, counts);
  weigh (corpus);
  return corpus;
}

guint64
bl_packed_term (guint64 hash, guint n_sentences, gboolean name, gboolean state)
{
  return hash << 16 | (guint64) MIN (n_sentences, 0x3fff) << 2 | (name ? 2 : 0) | (state ? 1 : 0);
}

static guint32
number_of_packed (BlCorpusTerms *corpus, GHashTable *numbers, guint64 packed, const BlTermCounts *counts)
{
  const gint64 hash = (gint64) bl_packed_term_hash (packed);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &hash));
  if (number == 0)
    {
      Term term = { .state = (packed & 1) != 0 };
      bl_term_counts_of (counts, (guint64) hash, &term.n_articles, &term.n_sentences);
      g_array_append_val (corpus->terms, term);
      number = corpus->terms->len;
      g_hash_table_insert (numbers, g_memdup2 (&hash, sizeof hash), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

BlCorpusTerms *
bl_corpus_terms_of_articles (const BlPackedArticle *articles, guint n, const BlTermCounts *counts)
{
  BlCorpusTerms *corpus = corpus_terms_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  corpus->n_sentences = bl_term_counts_n_sentences (counts);
  corpus->n_articles = bl_term_counts_n_articles (counts);
  for (guint i = 0; i < n; i++)
    {
      const BlArticleEntry entry
          = { .article = articles[i].article, .day = articles[i].day, .first_term = corpus->of_articles->len };
      g_array_append_val (corpus->articles, entry);
      for (guint k = 0; k < articles[i].n_terms; k++)
        {
          const guint64 packed = articles[i].terms[k];
          const BlArticleTerm term = { .term = number_of_packed (corpus, numbers, packed, counts),
                                       .n_sentences = (guint16) bl_packed_term_n_sentences (packed),
                                       .name = (packed & 2) != 0 };
          g_array_append_val (corpus->of_articles, term);
        }
      end_article (corpus);
    }
  return corpus;
}

void
bl_corpus_terms_free (BlCorpusTerms *corpus)
{
  if (corpus == NULL)
    return;
  g_hash_table_unref (corpus->numbers);
  g_array_unref (corpus->terms);
  g_array_unref (corpus->all);
  g_free (corpus->lists);
  g_free (corpus->weights);
  g_array_unref (corpus->articles);
  g_array_unref (corpus->of_articles);
  g_free (corpus);
}

guint
bl_corpus_terms_n_terms (const BlCorpusTerms *corpus)
{
  return corpus->terms->len;
}

const BlAlignable *
bl_corpus_terms_sentence (const BlCorpusTerms *corpus, guint sentence)
{
  return &g_array_index (corpus->sentences, BlAlignable, sentence);
}

const BlTermList *
bl_corpus_terms_of (const BlCorpusTerms *corpus, guint sentence)
{
  return &corpus->lists[sentence];
}

const BlArticleEntry *
bl_corpus_terms_articles (const BlCorpusTerms *corpus, guint *n)
{
  *n = corpus->articles->len;
  return (const BlArticleEntry *) (gpointer) corpus->articles->data;
}

const BlArticleTerm *
bl_corpus_terms_article_terms (const BlCorpusTerms *corpus, const BlArticleEntry *article)
{
  return &g_array_index (corpus->of_articles, BlArticleTerm, article->first_term);
}

double
bl_corpus_terms_weight (const BlCorpusTerms *corpus, guint32 term)
{
  return corpus->weights[term];
}

double
bl_corpus_terms_article_weight (const BlCorpusTerms *corpus, const BlArticleTerm *entry)
{
  const Term *term = term_at (corpus, entry->term);
  const double rarity
      = log ((corpus->n_articles + UNSEEN_ARTICLES) / (term->n_articles + 1.0)) * (1 + log ((double) entry->n_sentences));
  return MAX (rarity, 0) * (!entry->name || term->state ? 1 : 2);
}

guint
bl_corpus_terms_n_articles (const BlCorpusTerms *corpus, guint32 term)
{
  return term_at (corpus, term)->n_articles;
}
