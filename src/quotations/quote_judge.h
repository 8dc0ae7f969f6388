/* What a difference between two aligned quotations means. */
#pragma once

#include "knowledge/knowledge.h"
#include "quotations/quote_align.h"
#include "text/text.h"
#include "text/word_kinds.h"

typedef enum
{
  BL_ALTERED_NOT,      /* the same words */
  BL_ALTERED_SLIGHTLY, /* spelling, function words, a word left out: how outlets print one recording */
  BL_ALTERED_WORD,     /* another content word */
  BL_ALTERED_NUMBER,
  BL_ALTERED_NEGATION,
  BL_ALTERED_NAME,
  BL_ALTERED_OPPOSITE, /* "success", "failure" */
  BL_ALTERED_OTHER,    /* too much differs to call it one quotation */
} BlAltered;

typedef struct
{
  BlAltered worst;
  BlQuoteRun run; /* the first run of the worst kind; undefined for NOT */
} BlQuoteVerdict;

/* What words are compared with. */
typedef struct
{
  BlStemmer *stemmer;
  const BlKnowledge *kb;    /* whose edit costs say what is one name in two spellings */
  const BlWordKinds *kinds; /* whose opposites are told; may be NULL */
} BlQuoteJudge;

/* Judges the alignment of a and b. one_speaker: one person is said to have said both within days, so that fewer equal words will do. */
BlQuoteVerdict bl_quote_judge (const BlQuoteWord *a, const BlQuoteWord *b, const BlQuoteAlignment *alignment,
                               gboolean one_speaker, const BlQuoteJudge *judge);
