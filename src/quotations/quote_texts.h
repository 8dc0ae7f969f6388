/* The distinct texts of all quotations, and which of them may be one quotation.
 *
 * An inverted index of runs of three words holds each run for a bounded number of texts, so finding candidates is linear in the
 * words of the quotations. */
#pragma once

#include "claims/claims.h"
#include "claims/quote_words.h"
#include "readers/readers.h"

typedef struct
{
  const BlQuoteWord *words; /* of its first claim */
  guint n_words;
  GPtrArray *claims;  /* const BlClaim *, in corpus order */
  guint n_against;    /* other texts that contradict it; the caller counts */
  gint32 first, last; /* days of its claims, as wide as they go where one is unknown */
} BlQuoteText;

typedef struct
{
  GPtrArray *list;  /* BlQuoteText *, by first appearance */
  GHashTable *runs; /* hash of three words → GArray of guint, indices of texts */
  guint n_cut;      /* places in the index that were left out */
} BlQuoteTexts;

/* claims: const BlClaim * of the predicate "says", in corpus order; they must live longer. */
void bl_quote_texts_init (BlQuoteTexts *texts, const GPtrArray *claims);
void bl_quote_texts_clear (BlQuoteTexts *texts);

/* The earlier texts that share enough with this one, in order, and enters it in the index: to be asked once for each text, in
 * order. The caller's array of guint. */
GArray *bl_quote_texts_candidates (BlQuoteTexts *texts, guint index);

/* The hash of three words, under which a quotation is looked up; 0 where a gap lies between them or none of them is a content word. */
guint32 bl_quote_run_hash (const BlQuoteWord *words);

static inline BlQuoteText *
bl_quote_texts_get (const BlQuoteTexts *texts, guint index)
{
  return texts->list->pdata[index];
}
