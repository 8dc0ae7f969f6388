/* How many articles and sentences of a corpus have a term, when most of the corpus is not loaded. */
#pragma once

#include <glib.h>

/* A term as 48 bits: two of a million terms are alike by chance once in 600 corpora, and then weigh as one. Never 0. */
guint64 bl_term_hash (const char *term);

typedef struct BlTermCounts BlTermCounts;

BlTermCounts *bl_term_counts_new (void);
void bl_term_counts_free (BlTermCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTermCounts, bl_term_counts_free)

/* One more article, of so many sentences. */
void bl_term_counts_add_article (BlTermCounts *counts, guint n_sentences);

/* The term will be asked about. What nobody asks about is not counted: most terms of a corpus stand in none of the articles in question. */
void bl_term_counts_expect (BlTermCounts *counts, guint64 hash);

/* One more article that has the term, in so many of its sentences; nothing for a term that is not expected. */
void bl_term_counts_add (BlTermCounts *counts, guint64 hash, guint n_sentences);

guint bl_term_counts_n_articles (const BlTermCounts *counts);
guint bl_term_counts_n_sentences (const BlTermCounts *counts);

/* Of the term of this hash; both 0 when no article has it. */
void bl_term_counts_of (const BlTermCounts *counts, guint64 hash, guint *n_articles, guint *n_sentences);
