/* counts: every figure with what it counts and the words around it.
 *
 * No rule says what these figures are of: the open comparison (figures/figures.c) aligns their sentences by the words and
 * mentions around them. */
#include "claims/cues.h"
#include "readers/surroundings.h"

#include <string.h>

/* Words between noun and preposition ("12 soldiers were killed in"), and between subject and figure. */
#define N_PREDICATE 4
#define N_SUBJECT 8

/* Words back from a figure, "of" among them, to the year that it is of. */
#define MAX_YEAR_WORDS 4

/* The figure of a mention, "35 years" of "35 years ago" too; NULL when it has none. */
static const BlQuantity *
quantity_of (const BlMention *mention)
{
  return bl_mention_is_figure (mention) ? mention->quantity : mention->type == BL_MENTION_DATE ? mention->date.ago : NULL;
}

/* A figure that may be compared: neither an age nor a bare number, and more than "one". */
static gboolean
is_countable (const BlMention *mention)
{
  const BlQuantity *quantity = quantity_of (mention);
  if (quantity == NULL || strcmp (quantity->noun, "age") == 0 || (quantity->low == 1 && quantity->high == 1))
    return FALSE;
  return quantity->noun[0] != '\0' || quantity->unit[0] != '\0';
}

/* "for the first time in 17 years": read by reader/spans. */
static gboolean
is_span_back (const BlSurroundings *around)
{
  return around->before[0] != NULL && strcmp (around->before[0], "time") == 0 && around->before[1] != NULL
         && strcmp (around->before[1], "first") == 0;
}

/* "12 soldiers in Kabul", "12 soldiers were killed in Kabul", "30 of the passengers", "nine days before": what stands behind tells whose
 * figure it is. */
static void
read_complement (const BlSurroundingsReader *reader, BlCountDetail *detail, BlSpan figure)
{
  const BlFigureWords *lexicon = bl_cues_figure_words (reader->extraction->context->cues);
  const guint end = bl_words_end (&reader->words, figure.end);
  detail->preposition = "";
  for (guint at = end; at < bl_words_count (&reader->words) && at < end + N_PREDICATE; at++)
    {
      const BlWord *word = bl_words_get (&reader->words, at);
      if (word->breaks != 0)
        break;
      if (bl_figure_words_has (lexicon, word->text, BL_FIGURE_PREPOSITIONAL_VERB))
        detail->preposition = bl_arena_intern (reader->extraction->arena, word->text);
      if (!bl_figure_words_has (lexicon, word->text, BL_FIGURE_PREPOSITION))
        continue;
      if (detail->preposition[0] == '\0')
        detail->preposition = bl_arena_intern (reader->extraction->arena, word->text);
      detail->complement = bl_surroundings_at (reader, word->span).after;
      return;
    }
  detail->preposition = "";
}

/* The nearest word with a capital before the figure: whose it may be, named in the base or not. */
static void
read_subject (const BlSurroundingsReader *reader, BlCountDetail *detail, BlSpan figure)
{
  gsize length;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  detail->subject = "";
  for (guint at = bl_words_end (&reader->words, figure.start), steps = 0; at > 0 && steps < N_SUBJECT; at--, steps++)
    {
      const BlWord *word = bl_words_get (&reader->words, at - 1);
      if (!g_ascii_isupper (text[word->span.start]))
        continue;
      const char *const *before = bl_surroundings_at (reader, bl_span (word->span.end, word->span.end)).before;
      detail->subject = before[0] != NULL ? before[0] : "";
      return;
    }
}

static gboolean
any_of (const BlFigureWords *lexicon, const char *const *stems, BlFigureWord list)
{
  for (guint i = 0; stems[i] != NULL; i++)
    if (bl_figure_words_has_stem (lexicon, stems[i], list))
      return TRUE;
  return FALSE;
}

/* "a 2009 population of [1.5 million]": the year right before what is measured; 0 for none. */
static int
year_before (const BlSurroundingsReader *reader, BlSpan figure)
{
  const guint end = bl_words_end (&reader->words, figure.start);
  if (end == 0 || !bl_words_is (&reader->words, end - 1, "of"))
    return 0;
  for (guint at = end - 1; at > 0 && at + MAX_YEAR_WORDS > end && bl_words_get (&reader->words, at)->breaks == 0; at--)
    {
      const char *word = bl_words_text (&reader->words, at - 1);
      const gint64 year = strlen (word) == 4 ? g_ascii_strtoll (word, NULL, 10) : 0;
      if (year >= 1900 && year < 2100)
        return (int) year;
    }
  return 0;
}

/* What the words beside the figure make of it. */
static void
read_nature (const BlSurroundingsReader *reader, BlCountDetail *detail, BlSpan figure)
{
  const BlFigureWords *lexicon = bl_cues_figure_words (reader->extraction->context->cues);
  const BlSurroundings *around = &detail->around;
  detail->telling = bl_figure_words_has (lexicon, around->lead, BL_FIGURE_TELLING_LEAD);
  detail->sums = bl_figure_words_has_stem (lexicon, detail->quantity->attribute, BL_FIGURE_SUM_NOUN);
  detail->offset = bl_figure_words_has (lexicon, detail->preposition, BL_FIGURE_OFFSET) && strcmp (around->lead, "for") != 0;
  detail->running = bl_figure_words_has_stem (lexicon, detail->noun, BL_FIGURE_RUNNING);
  detail->year = (gint16) year_before (reader, figure);
  detail->part = any_of (lexicon, around->context, BL_FIGURE_PART);
  detail->toll = detail->quantity->state[0] != '\0' || any_of (lexicon, around->before, BL_FIGURE_TOLL)
                 || any_of (lexicon, around->after, BL_FIGURE_TOLL);
}

static void
add_count (const BlSurroundingsReader *reader, const BlMention *mention)
{
  BlExtraction *extraction = reader->extraction;
  const BlQuantity *quantity = quantity_of (mention);
  const BlSurroundings around = bl_surroundings_at (reader, mention->span);
  if (is_span_back (&around))
    return;
  BlSpan span = mention->span;
  /* "12 injured soldiers": the noun belongs to what is shown when it is near. */
  if (quantity->noun[0] != '\0' && quantity->noun_span.end > span.end && quantity->noun_span.end - span.end <= 40)
    span.end = quantity->noun_span.end;
  BlClaim *claim = bl_extraction_add (extraction, "counts", "reader/counts", span);
  const BlArgument key[] = { { .name = "noun", .value = quantity->noun, .surface = quantity->noun },
                             { .name = "unit", .value = quantity->unit, .surface = quantity->unit } };
  bl_claim_set_key (extraction, claim, key, G_N_ELEMENTS (key));
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, mention->span),
                            .surface = bl_extraction_text (extraction, mention->span),
                            .quantity = quantity };
  BlCountDetail *detail = bl_arena_new0 (extraction->arena, BlCountDetail);
  *detail = (BlCountDetail){ .quantity = quantity, .noun = quantity->noun, .around = around };
  static const char *const nothing[] = { NULL };
  if (mention->type == BL_MENTION_DATE)
    {
      detail->preposition = "ago";
      detail->complement = nothing;
    }
  else
    read_complement (reader, detail, span);
  read_subject (reader, detail, mention->span);
  read_nature (reader, detail, mention->span);
  claim->detail = detail;
}

void
bl_read_count (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (is_countable (mention))
    add_count (reader, mention);
}
