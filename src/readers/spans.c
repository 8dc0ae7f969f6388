/* spans-years: how long ago something was last so: "for the first time in 17 years", "the first strike for twelve years", with the date that
 * the span counts from, in the same sentence or one beside it; and "for the first time since 1996", whose span is what that makes of it.
 * Without such a date the span stands for another article's. */
#include "claims/cues.h"
#include "readers/surroundings.h"

#include <string.h>

/* Words between "first" and "in 17 years" or "since 1996": "the first strike at the plant in …". */
#define MAX_BETWEEN 5

static gboolean
is_of (const BlSurroundingsReader *reader, guint word, BlFigureWord list)
{
  return bl_figure_words_has (bl_cues_figure_words (reader->extraction->context->cues), bl_words_text (&reader->words, word),
                              list);
}

/* The word "first" not far before a word, in the same clause; G_MAXUINT for none. */
static guint
find_first (const BlSurroundingsReader *reader, guint behind)
{
  for (guint i = behind; i > 0 && behind - i <= MAX_BETWEEN; i--)
    {
      if (bl_words_is (&reader->words, i - 1, "first"))
        return i > 1 && bl_words_is (&reader->words, i - 2, "at") ? G_MAXUINT : i - 1;
      if (bl_words_get (&reader->words, i - 1)->breaks != 0)
        break;
    }
  return G_MAXUINT;
}

/* A word of the sentence says that the date in it is that of the time before: "had last won it in 1996". */
static gboolean
tells_last_time (const BlExtraction *extraction, guint sentence)
{
  guint n;
  const BlSentence *sentences = bl_document_sentences (extraction->article->document, &n);
  BlWords words;
  gboolean found = FALSE;
  bl_words_init (&words);
  bl_words_read (&words, extraction->article->document, sentences[sentence].span);
  const BlFigureWords *lexicon = bl_cues_figure_words (extraction->context->cues);
  for (guint i = 0; i < bl_words_count (&words) && !found; i++)
    found = bl_figure_words_has (lexicon, bl_words_text (&words, i), BL_FIGURE_LAST_TIME);
  bl_words_clear (&words);
  return found;
}

static gboolean
is_earlier_date (const BlMention *mention, int until_year)
{
  return mention->type == BL_MENTION_DATE && !mention->date.relative && mention->date.written.precision != BL_DATE_UNKNOWN
         && mention->date.written.year != 0 && mention->date.written.year < until_year;
}

/* Adds the earlier dates of a sentence to found; FALSE when they are of two years. */
static gboolean
collect (const BlExtraction *extraction, guint sentence, int until_year, const BlMention **found)
{
  guint first, n;
  bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (!is_earlier_date (mention, until_year))
        continue;
      if (*found != NULL && (*found)->date.written.year != mention->date.written.year)
        return FALSE;
      *found = mention;
    }
  return TRUE;
}

/* The one earlier date that the span may count from; NULL when there is none or more than one. Of "the first time" any date of the
 * sentence or the one before will do; else, and of the sentence behind, only one that is said to be of the last time. */
static const BlMention *
anchor (const BlExtraction *extraction, guint sentence, int until_year, gboolean plain)
{
  guint n;
  bl_document_sentences (extraction->article->document, &n);
  const BlMention *found = NULL;
  for (guint back = 0; back <= 1 && sentence >= back; back++)
    if ((plain || tells_last_time (extraction, sentence - back)) && !collect (extraction, sentence - back, until_year, &found))
      return NULL;
  if (found == NULL && sentence + 1 < n && tells_last_time (extraction, sentence + 1)
      && !collect (extraction, sentence + 1, until_year, &found))
    return NULL;
  return found;
}

static void
add_span (const BlSurroundingsReader *reader, BlSpan span, const BlMention *mention, const BlQuantity *quantity,
          const BlSpanDetail *detail)
{
  BlExtraction *extraction = reader->extraction;
  BlClaim *claim = bl_extraction_add (extraction, "spans-years", "reader/spans", span);
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, mention->span),
                            .surface = bl_extraction_text (extraction, span),
                            .quantity = quantity };
  BlSpanDetail *copy = bl_arena_new0 (extraction->arena, BlSpanDetail);
  *copy = *detail;
  copy->around = bl_surroundings_at (reader, span);
  claim->detail = copy;
}

/* "First time in 17 years". */
static void
read_duration (const BlSurroundingsReader *reader, const BlMention *mention)
{
  const BlQuantity *quantity = mention->quantity;
  if (strcmp (quantity->unit, "year") != 0 || strcmp (quantity->noun, "age") == 0 || quantity->approximate
      || quantity->low != quantity->high)
    return;
  guint at = bl_words_at (&reader->words, mention->span.start);
  while (at > 0 && is_of (reader, at - 1, BL_FIGURE_SPAN_HEDGE))
    at--;
  if (at < 2 || !(bl_words_is (&reader->words, at - 1, "in") || bl_words_is (&reader->words, at - 1, "for")))
    return;
  const guint first = find_first (reader, at - 1);
  if (first == G_MAXUINT)
    return;
  const int year = reader->extraction->article->published.year;
  const gboolean plain = first + 2 == at - 1 && bl_words_is (&reader->words, first + 1, "time");
  const BlMention *since = anchor (reader->extraction, mention->sentence, year != 0 ? year : G_MAXINT16, plain);
  BlSpanDetail detail = { .years = quantity->low, .until_year = year };
  if (since != NULL)
    detail.since = since->date;
  add_span (reader, bl_span (bl_words_get (&reader->words, first)->span.start, mention->span.end), mention, quantity, &detail);
}

/* "First time since 1996". */
static void
read_since (const BlSurroundingsReader *reader, const BlMention *mention)
{
  const int year = reader->extraction->article->published.year;
  const guint at = bl_words_at (&reader->words, mention->span.start);
  if (year == 0 || !is_earlier_date (mention, year) || at < 2 || !bl_words_is (&reader->words, at - 1, "since"))
    return;
  const guint first = find_first (reader, at - 1);
  if (first == G_MAXUINT)
    return;
  const double years = year - mention->date.written.year;
  const BlQuantity quantity
      = { .low = years, .high = years, .grain = 0.5, .unit = "year", .noun = "", .kind = "", .attribute = "", .state = "" };
  const BlSpanDetail detail = { .years = years, .since = mention->date, .until_year = year, .dated = TRUE };
  add_span (reader, bl_span (bl_words_get (&reader->words, first)->span.start, mention->span.end), mention, &quantity, &detail);
}

void
bl_read_span (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (mention->type == BL_MENTION_DURATION)
    read_duration (reader, mention);
  else if (mention->type == BL_MENTION_DATE)
    read_since (reader, mention);
}
