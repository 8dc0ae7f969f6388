/* tallies: the one pair of numbers that a sentence sets against each other, as a vote or a final result: "passed 217-212", "voted 9 to 6",
 * "beat Ljung 3-1". Sentences with two pairs (sets, legs, two votes) tell too much to say which is which. */
#include "claims/cues.h"
#include "readers/surroundings.h"

#include <string.h>

typedef struct
{
  BlSpan span;
  double first, second;
} Tally;

/* Up to three digits at *at, which moves behind them; -1 when there is none. */
static double
read_digits (const char *text, gsize *at, gsize end)
{
  double value = 0;
  const gsize start = *at;
  while (*at < end && g_ascii_isdigit (text[*at]))
    value = value * 10 + (text[(*at)++] - '0');
  return *at > start && *at - start <= 3 ? value : -1;
}

/* Behind a stroke or " to " at at; at itself when there is none. */
static gsize
behind_stroke (const char *text, gsize at, gsize end)
{
  static const char *const strokes[] = { "-", "\xe2\x80\x93", " to " };
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (at + strlen (strokes[i]) < end && strncmp (text + at, strokes[i], strlen (strokes[i])) == 0)
      return at + strlen (strokes[i]);
  return at;
}

/* "9 to 6 percent", "10-15 people", "7-8-9": what stands behind the numbers must not count or go on. */
static gboolean
ends_well (const BlSurroundingsReader *reader, const char *text, gsize at, gsize end)
{
  if (at >= end || strchr (".,;)!?\"", text[at]) != NULL)
    return at + 1 >= end || !g_ascii_isdigit (text[at + 1]);
  if (text[at] != ' ')
    return FALSE;
  if (at + 1 < end && g_ascii_isupper (text[at + 1]))
    return TRUE;
  const BlCues *cues = reader->extraction->context->cues;
  const char *word = bl_words_text (&reader->words, bl_words_end (&reader->words, at + 1));
  return bl_cues_is_stop_word (cues, word) || bl_figure_words_has (bl_cues_figure_words (cues), word, BL_FIGURE_VOTE)
         || bl_figure_words_has (bl_cues_figure_words (cues), word, BL_FIGURE_RESULT);
}

/* Pairs of numbers in the sentence; the last of them in *tally. */
static guint
find_tallies (const BlSurroundingsReader *reader, BlSpan sentence, Tally *tally)
{
  gsize length;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  guint n = 0;
  for (gsize at = sentence.start; at < sentence.end; at++)
    {
      if (!g_ascii_isdigit (text[at]) || (at > sentence.start && text[at - 1] != ' ' && text[at - 1] != '('))
        continue;
      gsize cursor = at;
      const double first = read_digits (text, &cursor, sentence.end);
      const gsize second_at = behind_stroke (text, cursor, sentence.end);
      if (second_at == cursor)
        continue;
      cursor = second_at;
      const double second = first >= 0 ? read_digits (text, &cursor, sentence.end) : -1;
      if (second < 0 || !ends_well (reader, text, cursor, sentence.end))
        continue;
      *tally = (Tally){ bl_span (at, cursor), first, second };
      n++;
      at = cursor;
    }
  return n;
}

/* Lists that words of the sentence are in, as bits; *voter: the nearest one before the numbers. */
static guint
lists_of (const BlSurroundingsReader *reader, BlSpan span, const char **voter)
{
  static const BlFigureWord lists[] = { BL_FIGURE_VOTE, BL_FIGURE_RESULT, BL_FIGURE_NO_RESULT };
  const BlFigureWords *lexicon = bl_cues_figure_words (reader->extraction->context->cues);
  guint found = 0;
  *voter = "";
  for (guint i = 0; i < bl_words_count (&reader->words); i++)
    {
      const BlWord *word = bl_words_get (&reader->words, i);
      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        if (bl_figure_words_has (lexicon, word->text, lists[k]))
          found |= 1u << lists[k];
      if (word->span.end <= span.start && bl_figure_words_has (lexicon, word->text, BL_FIGURE_VOTER))
        *voter = bl_arena_intern (reader->extraction->arena, word->text);
    }
  return found;
}

void
bl_read_tally (const BlSurroundingsReader *reader)
{
  guint n_sentences;
  BlExtraction *extraction = reader->extraction;
  const BlSentence *sentences = bl_document_sentences (extraction->article->document, &n_sentences);
  Tally tally;
  if (find_tallies (reader, sentences[reader->sentence.index].span, &tally) != 1)
    return;
  BlTallyDetail *detail = bl_arena_new0 (extraction->arena, BlTallyDetail);
  const guint lists = lists_of (reader, tally.span, &detail->voter);
  detail->vote = (lists & 1u << BL_FIGURE_VOTE) != 0;
  if (!detail->vote && ((lists & 1u << BL_FIGURE_RESULT) == 0 || (lists & 1u << BL_FIGURE_NO_RESULT) != 0))
    return;
  BlClaim *claim = bl_extraction_add (extraction, "tallies", "reader/tallies", tally.span);
  const char *kind = detail->vote ? "vote" : "result";
  const BlArgument key = { .name = "kind", .value = kind, .surface = kind };
  bl_claim_set_key (extraction, claim, &key, 1);
  BlQuantity *numbers = bl_arena_new0 (extraction->arena, BlQuantity);
  *numbers = (BlQuantity){ .low = MIN (tally.first, tally.second),
                           .high = MAX (tally.first, tally.second),
                           .unit = "",
                           .noun = "",
                           .kind = "",
                           .attribute = "",
                           .state = "" };
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, tally.span),
                            .surface = bl_extraction_text (extraction, tally.span),
                            .quantity = numbers };
  detail->around = bl_surroundings_at (reader, tally.span);
  claim->detail = detail;
}
