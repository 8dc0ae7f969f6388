/* The terms of a corpus's sentences by number, and how rare each is. */
#pragma once

#include "base/small.h"
#include "events/term_counts.h"

/* A sentence of the corpus as alignment takes it; everything is borrowed. */
typedef struct
{
  const char *const *terms; /* stems and ids (with a '/'): sorted, distinct, NULL-terminated */
  const char *const *names; /* those of them that name somebody or something; NULL-terminated, or NULL for none */
  guint article;            /* sentences of one article stand side by side, articles in rising order */
  gint32 day;               /* Julian day of the article; 0: unknown */
  gboolean head;            /* headline or deck */
} BlAlignable;

/* The terms of one sentence: sorted numbers. */
typedef struct
{
  const guint32 *terms;
  guint n;
  double weight; /* of all of them, see bl_corpus_terms_weight() */
} BlTermList;

/* What an article is about: its terms by number, each once. */
typedef struct
{
  guint32 term;
  guint16 n_sentences; /* of the article that have it */
  bool name;           /* one of them has it as a name */
} BlArticleTerm;

typedef struct
{
  guint article; /* as in BlAlignable */
  gint32 day;
  guint first, n;            /* sentences [first, first + n) */
  guint first_term, n_terms; /* of bl_corpus_terms_article_terms() */
} BlArticleEntry;

typedef struct BlCorpusTerms BlCorpusTerms;

/* sentences: BlAlignable, which must live longer. counts: of a wider corpus, of which these sentences are a part, so that terms weigh what
 * they weigh there; NULL: the sentences are all there is. */
BlCorpusTerms *bl_corpus_terms_new (const GArray *sentences, const BlTermCounts *counts);

/* A term of an article, packed: its hash, then the sentences that have it, then whether it is a name and whether that of a state. */
guint64 bl_packed_term (guint64 hash, guint n_sentences, gboolean name, gboolean state);
static inline guint64
bl_packed_term_hash (guint64 packed)
{
  return packed >> 16;
}
static inline guint
bl_packed_term_n_sentences (guint64 packed)
{
  return (guint) (packed >> 2) & 0x3fff;
}

/* An article as its terms alone. */
typedef struct
{
  guint article;
  gint32 day;
  const guint64 *terms; /* packed */
  guint n_terms;
} BlPackedArticle;

/* The same of articles without their sentences, in rising order: enough for bl_events_find(). */
BlCorpusTerms *bl_corpus_terms_of_articles (const BlPackedArticle *articles, guint n, const BlTermCounts *counts);
void bl_corpus_terms_free (BlCorpusTerms *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCorpusTerms, bl_corpus_terms_free)

guint bl_corpus_terms_n_terms (const BlCorpusTerms *corpus);
const BlAlignable *bl_corpus_terms_sentence (const BlCorpusTerms *corpus, guint sentence);
const BlTermList *bl_corpus_terms_of (const BlCorpusTerms *corpus, guint sentence);

/* The articles that have sentences, in rising order, and the terms of one, in order of number. */
const BlArticleEntry *bl_corpus_terms_articles (const BlCorpusTerms *corpus, guint *n);
const BlArticleTerm *bl_corpus_terms_article_terms (const BlCorpusTerms *corpus, const BlArticleEntry *article);

/* Inverse document frequency (Spärck Jones 1972) over sentences: log (1 + N / n). A corpus of a few sentences says little of what is
 * rare in news, so N and n count some further sentences that are not there. */
double bl_corpus_terms_weight (const BlCorpusTerms *corpus, guint32 term);

/* The same over articles; names weigh more, and the names of states less than other names, since most of the news names some. */
double bl_corpus_terms_article_weight (const BlCorpusTerms *corpus, const BlArticleTerm *term);

/* Articles with the term. */
guint bl_corpus_terms_n_articles (const BlCorpusTerms *corpus, guint32 term);
