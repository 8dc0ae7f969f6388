/* corrects: what an outlet takes back. "Correction: the bridge opened in 1932, not 1923." "An earlier version of this article misspelled the
 * minister's name as Robb. It is Raab."
 *
 * "It is X, not Y" is said of many things ("it is a marathon, not a sprint"), so it is read only where a label or a phrase says that a
 * text takes something back, and in the sentences behind that, up to the end of the block. What was wrong is a figure or a date when a
 * figure or a date stands there, else up to MAX_PHRASE words; a correction that says neither is kept without a pair: it is candour all the
 * same. */
#include "claims/cues.h"
#include "readers/makers.h"
#include "readers/readers.h"

#include <string.h>

/* Sentences of one correction. */
#define MAX_SENTENCES 4

/* Words of a wrong value. */
#define MAX_PHRASE 6

typedef struct
{
  BlExtraction *extraction;
  const BlSourcingWords *sourcing;
  const BlDocument *document;
  const char *text;
  const BlSentence *sentences;
  const BlBlock *blocks;
  guint n_blocks;
  BlWords words; /* of the correction that is read */
  BlSpan around;
  guint first, end; /* its sentences */
} Reader;

/* A stretch of words [first, end), and what it is when it is a figure or a date. */
typedef struct
{
  guint first, end;
  const BlMention *mention; /* of a quantity or a date in it, or NULL */
} Value;

static BlSpan
span_of (const Reader *reader, const Value *value)
{
  return bl_span (bl_words_get (&reader->words, value->first)->span.start,
                  bl_words_get (&reader->words, value->end - 1)->span.end);
}

static gboolean
is_measure (const BlMention *mention)
{
  return bl_mention_is_figure (mention) || mention->type == BL_MENTION_DATE;
}

/* The mentions of the correction: the first, and the one behind the last. */
static void
find_mentions (const Reader *reader, guint *first, guint *end)
{
  guint last, n;
  bl_mentions_in_sentence (reader->extraction->mentions, reader->first, first, &n);
  bl_mentions_in_sentence (reader->extraction->mentions, reader->end - 1, &last, &n);
  *end = last + n;
}

/* The figure or date of the correction that lies within; NULL when there is none, or more than one. like: of its kind; NULL: of either. */
static const BlMention *
only_measure (const Reader *reader, BlSpan within, const BlMention *like)
{
  const BlMention *found = NULL;
  guint first, end;
  find_mentions (reader, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const BlMention *mention = bl_mentions_get (reader->extraction->mentions, i);
      if (!is_measure (mention) || mention->span.start < within.start || mention->span.end > within.end
          || (like != NULL && mention->type != like->type))
        continue;
      if (found != NULL)
        return NULL;
      found = mention;
    }
  return found;
}

/* The last figure or date like another before a place. */
static const BlMention *
measure_before (const Reader *reader, gsize place, const BlMention *like)
{
  const BlMention *found = NULL;
  guint first, end;
  find_mentions (reader, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const BlMention *mention = bl_mentions_get (reader->extraction->mentions, i);
      if (mention->type == like->type && mention->span.end <= place && mention->span.end > reader->around.start)
        found = mention;
    }
  return found;
}

static gboolean
is_capital (const Reader *reader, guint word)
{
  const gunichar c = g_utf8_get_char (reader->text + bl_words_get (&reader->words, word)->span.start);
  return g_unichar_isupper (c);
}

/* The figure or date that the word is of, wherever it began: "15" of "$15.7 million". */
static const BlMention *
measure_at (const Reader *reader, guint word)
{
  const BlSpan span = bl_words_get (&reader->words, word)->span;
  for (guint sentence = reader->first; sentence < reader->end; sentence++)
    {
      guint first, n;
      bl_mentions_in_sentence (reader->extraction->mentions, sentence, &first, &n);
      for (guint i = first; i < first + n; i++)
        {
          const BlMention *mention = bl_mentions_get (reader->extraction->mentions, i);
          if (is_measure (mention) && mention->span.start <= span.start && mention->span.end >= span.end)
            return mention;
        }
    }
  return NULL;
}

/* Words from first up to a comma, a stop or a mark; what begins with a figure or a date is that one. FALSE for none, or too many. */
static gboolean
take_phrase (const Reader *reader, guint first, Value *value)
{
  const guint n = bl_words_count (&reader->words);
  guint end = first;
  while (end < n && (end == first || bl_words_get (&reader->words, end)->breaks == 0))
    end++;
  *value = (Value){ .first = first, .end = end };
  if (first >= n || end == first)
    return FALSE;
  value->mention = measure_at (reader, first);
  if (value->mention != NULL)
    {
      while (value->end < n && bl_words_get (&reader->words, value->end)->span.end <= value->mention->span.end)
        value->end++;
      return TRUE;
    }
  value->mention = only_measure (reader, span_of (reader, value), NULL);
  return value->mention != NULL || end - first <= MAX_PHRASE;
}

/* The value right before a word that corresponds to a wrong one: capitalised words, or as many as that has. */
static gboolean
take_before (const Reader *reader, guint end, const Value *wrong, Value *right)
{
  *right = (Value){ .first = end, .end = end };
  if (wrong->mention != NULL)
    {
      const gsize place = bl_words_get (&reader->words, end - 1)->span.end;
      right->mention = measure_before (reader, place + 1, wrong->mention);
      return right->mention != NULL;
    }
  const gboolean name = is_capital (reader, wrong->first);
  const guint longest = wrong->end - wrong->first;
  while (right->first > 0 && (name ? is_capital (reader, right->first - 1) : end - right->first < longest)
         && (right->first == end || bl_words_get (&reader->words, right->first)->breaks == 0))
    right->first--;
  return right->first < end;
}

/* --- claims -------------------------------------------------------------------------------------------------------- */

static const char *
written (const Reader *reader, const Value *value)
{
  return bl_extraction_text (reader->extraction, value->mention != NULL ? value->mention->span : span_of (reader, value));
}

static BlSpan
place_of (const Reader *reader, const Value *value)
{
  return value->mention != NULL ? value->mention->span : span_of (reader, value);
}

static const BlQuantity *
figure_of (const Value *value)
{
  return value->mention != NULL && bl_mention_is_figure (value->mention) ? value->mention->quantity : NULL;
}

static const BlDateMention *
date_of (const Value *value)
{
  return value->mention != NULL && value->mention->type == BL_MENTION_DATE ? &value->mention->date : NULL;
}

/* wrong is NULL for a correction that does not say what was wrong. */
static void
add_claim (const Reader *reader, const Value *wrong, const Value *right)
{
  BlExtraction *extraction = reader->extraction;
  const BlSpan place = wrong != NULL ? place_of (reader, wrong) : reader->sentences[reader->first].span;
  BlClaim *claim = bl_extraction_add (extraction, "corrects", "reader/corrections", place);
  BlCorrectionDetail *detail = bl_arena_new0 (extraction->arena, BlCorrectionDetail);
  detail->around = reader->around;
  if (wrong != NULL)
    {
      detail->wrong = written (reader, wrong);
      detail->wrong_figure = figure_of (wrong);
      detail->wrong_date = date_of (wrong);
    }
  if (right != NULL)
    {
      detail->right = written (reader, right);
      detail->right_figure = figure_of (right);
      detail->right_date = date_of (right);
    }
  claim->detail = detail;
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = "", .surface = detail->right };
  if (right != NULL)
    claim->value.text = bl_extraction_folded (extraction, place_of (reader, right));
}

/* --- patterns ------------------------------------------------------------------------------------------------------ */

/* Words that part "X" from "Y" at a word: ", not", "and not", "rather than"; 0 for none. */
static guint
parting_words (const Reader *reader, guint i)
{
  const BlWords *words = &reader->words;
  if ((bl_words_is (words, i, "rather") && bl_words_is (words, i + 1, "than"))
      || (bl_words_is (words, i, "instead") && bl_words_is (words, i + 1, "of"))
      || (bl_words_is (words, i, "and") && bl_words_is (words, i + 1, "not")))
    return 2;
  const guint8 breaks = bl_words_get (words, i)->breaks;
  const guint8 allowed = BL_BREAK_COMMA | BL_BREAK_QUOTE | BL_BREAK_LEAD | BL_BREAK_STRONG;
  return bl_words_is (words, i, "not") && breaks != 0 && (breaks & ~allowed) == 0 ? 1 : 0;
}

/* "X, not Y", "X rather than Y", "X and not Y". */
static gboolean
read_not (const Reader *reader)
{
  const guint n = bl_words_count (&reader->words);
  for (guint i = 1; i + 1 < n; i++)
    {
      const guint parting = parting_words (reader, i);
      Value wrong, right;
      if (parting == 0 || !take_phrase (reader, i + parting, &wrong) || !take_before (reader, i, &wrong, &right))
        continue;
      add_claim (reader, &wrong, &right);
      return TRUE;
    }
  return FALSE;
}

/* "corrects the toll to 14 from 41": two figures, or two dates. */
static gboolean
read_from (const Reader *reader)
{
  const guint n = bl_words_count (&reader->words);
  Value wrong = { 0 }, right = { 0 };
  for (guint i = 0; i + 1 < n; i++)
    {
      const gboolean from = bl_words_is (&reader->words, i, "from");
      const BlMention *mention = from || bl_words_is (&reader->words, i, "to") ? measure_at (reader, i + 1) : NULL;
      if (mention != NULL)
        *(from ? &wrong : &right) = (Value){ .first = i + 1, .end = i + 2, .mention = mention };
      if (wrong.mention == NULL || right.mention == NULL || wrong.mention->type != right.mention->type)
        continue;
      add_claim (reader, &wrong, &right);
      return TRUE;
    }
  return FALSE;
}

/* What stands behind the next "is" or "was" from a word on. */
static gboolean
find_right (const Reader *reader, guint from, const Value *wrong, Value *right)
{
  const guint n = bl_words_count (&reader->words);
  if (from >= n)
    return FALSE;
  if (wrong->mention != NULL)
    {
      const BlSpan rest = bl_span (bl_words_get (&reader->words, from)->span.start, reader->around.end);
      *right = (Value){ .first = from, .end = from + 1, .mention = only_measure (reader, rest, wrong->mention) };
      return right->mention != NULL;
    }
  for (guint i = from; i + 1 < n; i++)
    if (bl_sourcing_has (reader->sourcing, BL_SOURCING_BE, bl_words_text (&reader->words, i)))
      return take_phrase (reader, i + 1, right) && right->mention == NULL;
  return FALSE;
}

static guint
behind_sentence (const Reader *reader, guint word)
{
  const guint n = bl_words_count (&reader->words);
  guint end = word + 1;
  while (end < n && (bl_words_get (&reader->words, end)->breaks & BL_BREAK_STRONG) == 0)
    end++;
  return end;
}

/* "misspelled the minister's name as Robb. It is Raab." */
static gboolean
read_as (const Reader *reader)
{
  const guint n = bl_words_count (&reader->words);
  for (guint i = 0; i + 2 < n; i++)
    {
      if (!bl_sourcing_has (reader->sourcing, BL_SOURCING_RENAMED, bl_words_text (&reader->words, i)))
        continue;
      const guint end = behind_sentence (reader, i);
      for (guint k = i + 1; k + 1 < end; k++)
        {
          Value wrong, right;
          if (!bl_words_is (&reader->words, k, "as") || !take_phrase (reader, k + 1, &wrong))
            continue;
          const gboolean known = find_right (reader, wrong.end, &wrong, &right);
          add_claim (reader, &wrong, known ? &right : NULL);
          return TRUE;
        }
    }
  return FALSE;
}

/* "incorrectly said that 12 people had died. The fire killed 10." One figure, or one date, in each sentence. */
static gboolean
read_wrongly (const Reader *reader)
{
  const guint n = bl_words_count (&reader->words);
  for (guint i = 0; i + 1 < n; i++)
    {
      const guint length = bl_sourcing_at (reader->sourcing, BL_SOURCING_WRONGLY, &reader->words, i);
      if (length == 0 || i + length >= n)
        continue;
      const guint end = behind_sentence (reader, i + length - 1);
      const Value all = { .first = i + length, .end = end };
      if (all.first >= end)
        continue;
      Value wrong = { .first = all.first, .end = end, .mention = only_measure (reader, span_of (reader, &all), NULL) }, right;
      if (wrong.mention == NULL || !find_right (reader, end, &wrong, &right))
        return FALSE;
      add_claim (reader, &wrong, &right);
      return TRUE;
    }
  return FALSE;
}

/* --- frames -------------------------------------------------------------------------------------------------------- */

/* A block's first words are a label, and a colon or a dash or nothing follows. */
static gboolean
has_label (const Reader *reader)
{
  const guint length = bl_sourcing_at (reader->sourcing, BL_SOURCING_LABEL, &reader->words, 0);
  if (length == 0)
    return FALSE;
  const guint n = bl_words_count (&reader->words);
  if (length == n || (bl_words_get (&reader->words, length)->breaks & (BL_BREAK_STRONG | BL_BREAK_LEAD)) != 0)
    return TRUE;
  /* "Correction (May 3): …" */
  guint behind = length;
  if ((bl_words_get (&reader->words, behind)->breaks & BL_BREAK_OPEN) == 0)
    return FALSE;
  for (behind++; behind < n && (bl_words_get (&reader->words, behind)->breaks & BL_BREAK_CLOSE) == 0;)
    behind++;
  return behind < n && (bl_words_get (&reader->words, behind)->breaks & (BL_BREAK_STRONG | BL_BREAK_LEAD)) != 0;
}

static gboolean
has_frame (const Reader *reader)
{
  const guint n = bl_words_count (&reader->words);
  for (guint i = 0; i < n; i++)
    if (bl_sourcing_at (reader->sourcing, BL_SOURCING_FRAME, &reader->words, i) > 0)
      return TRUE;
  return FALSE;
}

/* The words are those of several sentences, between which a stop may look like that of a short form. */
static void
mark_sentences (Reader *reader)
{
  guint sentence = reader->first;
  for (guint i = 0; i < bl_words_count (&reader->words); i++)
    {
      BlWord *word = &g_array_index (reader->words.words, BlWord, i);
      while (sentence + 1 < reader->end && word->span.start >= reader->sentences[sentence + 1].span.start)
        {
          sentence++;
          word->breaks |= BL_BREAK_STRONG;
        }
    }
}

/* A correction from a sentence on. Returns the sentence behind it. */
static guint
read_correction (Reader *reader, guint sentence)
{
  const BlBlock *block = &reader->blocks[reader->sentences[sentence].block];
  reader->first = sentence;
  reader->end = MIN (block->first_sentence + block->n_sentences, sentence + MAX_SENTENCES);
  reader->around = bl_span (reader->sentences[sentence].span.start, reader->sentences[reader->end - 1].span.end);
  bl_words_read (&reader->words, reader->document, reader->around);
  mark_sentences (reader);
  if (!read_not (reader) && !read_as (reader) && !read_wrongly (reader) && !read_from (reader))
    add_claim (reader, NULL, NULL);
  return reader->end;
}

static void
read_block (Reader *reader, guint index, gboolean *labelled)
{
  const BlBlock *block = &reader->blocks[index];
  const guint end = block->first_sentence + block->n_sentences;
  gboolean label = *labelled;
  *labelled = FALSE;
  for (guint i = block->first_sentence; i < end;)
    {
      bl_words_read (&reader->words, reader->document, reader->sentences[i].span);
      const gboolean begins = i == block->first_sentence && has_label (reader);
      const guint length = bl_sourcing_at (reader->sourcing, BL_SOURCING_LABEL, &reader->words, 0);
      if (begins && length == bl_words_count (&reader->words))
        {
          /* "Correction" alone: what follows in this block, or in the next one. */
          label = TRUE;
          *labelled = ++i == end;
        }
      else
        i = begins || label || has_frame (reader) ? read_correction (reader, i) : i + 1;
    }
}

void
bl_read_corrections (BlExtraction *extraction)
{
  const BlDocument *document = extraction->article->document;
  gsize length;
  guint n_sentences;
  Reader reader = { .extraction = extraction,
                    .sourcing = bl_cues_sourcing_words (extraction->context->cues),
                    .document = document,
                    .text = bl_document_text (document, &length),
                    .sentences = bl_document_sentences (document, &n_sentences) };
  if (!bl_sourcing_may_correct (reader.sourcing, reader.text, length))
    return;
  reader.blocks = bl_document_blocks (document, &reader.n_blocks);
  bl_words_init (&reader.words);
  gboolean labelled = FALSE;
  for (guint i = 0; i < reader.n_blocks; i++)
    read_block (&reader, i, &labelled);
  bl_words_clear (&reader.words);
}
