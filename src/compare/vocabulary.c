#include "compare/vocabulary.h"

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

struct BlVocabulary
{
  const GArray *sentences;
  GHashTable *numbers; /* term (borrowed) → number + 1 */
  GArray *terms;       /* Term */
  GArray *all;         /* guint32, of all sentences */
  BlTermList *lists;   /* by sentence */
  double *weights;     /* by term */
  GArray *articles;    /* BlArticleEntry */
  GArray *of_articles; /* BlArticleTerm */
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
term_at (const BlVocabulary *vocabulary, guint32 number)
{
  return &g_array_index (vocabulary->terms, Term, number);
}

static guint32
number_of (BlVocabulary *vocabulary, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->numbers, text));
  if (number == 0)
    {
      const Term term = { .state = g_str_has_prefix (text, "country/") };
      g_array_append_val (vocabulary->terms, term);
      number = vocabulary->terms->len;
      g_hash_table_insert (vocabulary->numbers, (gpointer) text, GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* Adds a term of a sentence to those of its article, which is the last one. */
static void
add_to_article (BlVocabulary *vocabulary, guint32 number, gboolean name)
{
  Term *term = term_at (vocabulary, number);
  if (term->last != vocabulary->articles->len)
    {
      const BlArticleTerm added = { .term = number };
      term->last = vocabulary->articles->len;
      term->place = vocabulary->of_articles->len;
      term->n_articles++;
      g_array_append_val (vocabulary->of_articles, added);
    }
  BlArticleTerm *entry = &g_array_index (vocabulary->of_articles, BlArticleTerm, term->place);
  if (entry->n_sentences < G_MAXUINT16)
    entry->n_sentences++;
  entry->name = entry->name || name;
}

/* Terms and names are sorted alike, so that one pass tells which are names. */
static guint
add_sentence (BlVocabulary *vocabulary, const BlAlignable *sentence)
{
  const char *const *name = sentence->names;
  guint n = 0;
  for (const char *const *at = sentence->terms; *at != NULL; at++, n++)
    {
      while (name != NULL && *name != NULL && strcmp (*name, *at) < 0)
        name++;
      const guint32 number = number_of (vocabulary, *at);
      term_at (vocabulary, number)->n_sentences++;
      g_array_append_val (vocabulary->all, number);
      add_to_article (vocabulary, number, name != NULL && *name != NULL && strcmp (*name, *at) == 0);
    }
  return n;
}

static void
end_article (BlVocabulary *vocabulary)
{
  if (vocabulary->articles->len == 0)
    return;
  BlArticleEntry *entry = &g_array_index (vocabulary->articles, BlArticleEntry, vocabulary->articles->len - 1);
  entry->n_terms = vocabulary->of_articles->len - entry->first_term;
  if (entry->n_terms > 0)
    qsort (&g_array_index (vocabulary->of_articles, BlArticleTerm, entry->first_term), entry->n_terms, sizeof (BlArticleTerm),
           compare_article_terms);
}

static void
begin_article (BlVocabulary *vocabulary, const BlAlignable *sentence, guint first)
{
  end_article (vocabulary);
  const BlArticleEntry entry
      = { .article = sentence->article, .day = sentence->day, .first = first, .first_term = vocabulary->of_articles->len };
  g_array_append_val (vocabulary->articles, entry);
}

static void
read_sentences (BlVocabulary *vocabulary)
{
  const GArray *sentences = vocabulary->sentences;
  for (guint i = 0; i < sentences->len; i++)
    {
      const BlAlignable *sentence = &g_array_index (sentences, BlAlignable, i);
      if (i == 0 || g_array_index (sentences, BlAlignable, i - 1).article != sentence->article)
        begin_article (vocabulary, sentence, i);
      g_array_index (vocabulary->articles, BlArticleEntry, vocabulary->articles->len - 1).n++;
      vocabulary->lists[i].n = add_sentence (vocabulary, sentence);
    }
  end_article (vocabulary);
}

static void
weigh (BlVocabulary *vocabulary)
{
  const double n = vocabulary->sentences->len + UNSEEN_SENTENCES;
  vocabulary->weights = g_new (double, vocabulary->terms->len + 1);
  for (guint i = 0; i < vocabulary->terms->len; i++)
    vocabulary->weights[i] = log (1 + n / (term_at (vocabulary, i)->n_sentences + UNSEEN_WITH_TERM));
  guint32 *at = (guint32 *) (gpointer) vocabulary->all->data;
  for (guint i = 0; i < vocabulary->sentences->len; at += vocabulary->lists[i++].n)
    {
      BlTermList *list = &vocabulary->lists[i];
      list->terms = at;
      if (list->n > 0)
        qsort (at, list->n, sizeof (guint32), compare_numbers);
      for (guint k = 0; k < list->n; k++)
        list->weight += vocabulary->weights[at[k]];
    }
}

BlVocabulary *
bl_vocabulary_new (const GArray *sentences)
{
  BlVocabulary *vocabulary = g_new0 (BlVocabulary, 1);
  vocabulary->sentences = sentences;
  vocabulary->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  vocabulary->all = g_array_new (FALSE, FALSE, sizeof (guint32));
  vocabulary->lists = g_new0 (BlTermList, sentences->len + 1);
  vocabulary->articles = g_array_new (FALSE, FALSE, sizeof (BlArticleEntry));
  vocabulary->of_articles = g_array_new (FALSE, FALSE, sizeof (BlArticleTerm));
  read_sentences (vocabulary);
  weigh (vocabulary);
  return vocabulary;
}

void
bl_vocabulary_free (BlVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_hash_table_unref (vocabulary->numbers);
  g_array_unref (vocabulary->terms);
  g_array_unref (vocabulary->all);
  g_free (vocabulary->lists);
  g_free (vocabulary->weights);
  g_array_unref (vocabulary->articles);
  g_array_unref (vocabulary->of_articles);
  g_free (vocabulary);
}

guint
bl_vocabulary_n_terms (const BlVocabulary *vocabulary)
{
  return vocabulary->terms->len;
}

const BlAlignable *
bl_vocabulary_sentence (const BlVocabulary *vocabulary, guint sentence)
{
  return &g_array_index (vocabulary->sentences, BlAlignable, sentence);
}

const BlTermList *
bl_vocabulary_terms (const BlVocabulary *vocabulary, guint sentence)
{
  return &vocabulary->lists[sentence];
}

const BlArticleEntry *
bl_vocabulary_articles (const BlVocabulary *vocabulary, guint *n)
{
  *n = vocabulary->articles->len;
  return (const BlArticleEntry *) (gpointer) vocabulary->articles->data;
}

const BlArticleTerm *
bl_vocabulary_article_terms (const BlVocabulary *vocabulary, const BlArticleEntry *article)
{
  return &g_array_index (vocabulary->of_articles, BlArticleTerm, article->first_term);
}

double
bl_vocabulary_weight (const BlVocabulary *vocabulary, guint32 term)
{
  return vocabulary->weights[term];
}

double
bl_vocabulary_article_weight (const BlVocabulary *vocabulary, const BlArticleTerm *entry)
{
  const Term *term = term_at (vocabulary, entry->term);
  const double rarity = log ((vocabulary->articles->len + UNSEEN_ARTICLES) / (term->n_articles + 1.0))
                        * (1 + log ((double) entry->n_sentences));
  return MAX (rarity, 0) * (!entry->name || term->state ? 1 : 2);
}

guint
bl_vocabulary_n_articles (const BlVocabulary *vocabulary, guint32 term)
{
  return term_at (vocabulary, term)->n_articles;
}
