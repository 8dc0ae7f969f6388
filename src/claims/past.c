#include "claims/past.h"

#include "claims/clause.h"

#include <string.h>

/* A date this far before the article means that the sentence tells of earlier days. */
#define EARLIER_DAYS 60

/* "Will send", "plans to send", "to send": no earlier day changes that. */
static gboolean
is_to_come (const BlReading *reading, guint first, guint last)
{
  static const char *const words[] = { "will", "shall", "to", "may", "might", "must", "should", NULL };
  static const char *const infinitives[] = { "will", "shall", "may", "might", "must", "should", NULL };
  for (guint i = first; i < last; i++)
    {
      if (!bl_words_is_one (&reading->words, i, words))
        continue;
      if (bl_words_is_one (&reading->words, i, infinitives)
          || (i + 1 < last && bl_reading_mention (reading, i + 1) == G_MAXUINT && i == first + 1))
        return TRUE;
    }
  return FALSE;
}

/* The words between the breaks around a word. */
static BlClause
segment_of (const BlReading *reading, guint word)
{
  const guint8 breaks = BL_BREAK_COMMA | BL_BREAK_STRONG;
  BlClause segment = { .left = word, .right = word + 1 };
  while (segment.left > 0 && (bl_reading_breaks (reading, segment.left) & breaks) == 0)
    segment.left--;
  while (segment.right < bl_reading_count (reading) && (bl_reading_breaks (reading, segment.right) & breaks) == 0)
    segment.right++;
  return segment;
}

/* Whether a word lies in the clause of the match: in its segment with no other clause between, or in an adverb beside it. */
static gboolean
belongs (const BlReading *reading, guint word, guint first, guint last)
{
  static const char *const openers[] = { "in",   "on",    "during", "back", "at",    "early", "late", "last", "that", "between",
                                         "from", "until", "over",   "as",   "again", "by",    "a",    "an",   NULL };
  const BlClause segment = segment_of (reading, word);
  if (segment.right > first && segment.left < last)
    return word < first ? !bl_reading_has (reading, word + 1, first, BL_CUE_TERMINATOR)
                        : !bl_reading_has (reading, last, word, BL_CUE_TERMINATOR);
  if (segment.right < first || segment.left > last)
    return segment.left == 0 && bl_words_is_one (&reading->words, 0, openers)
           && !bl_clause_changes (reading, segment.left, first);
  return bl_words_is_one (&reading->words, segment.left, openers) || segment.left == word
         || bl_reading_mention (reading, segment.left) != G_MAXUINT;
}

static BlPast
read_dates (const BlExtraction *extraction, const BlReading *reading, guint first, guint last, BlDateRange today)
{
  static const char *const spans[] = { "since", "until", "till", NULL };
  guint from, n;
  bl_mentions_in_sentence (extraction->mentions, reading->sentence, &from, &n);
  for (guint i = from; i < from + n && today.known; i++)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (mention->type != BL_MENTION_DATE || !mention->date.range.known
          || mention->date.range.last + EARLIER_DAYS >= today.first)
        continue;
      const guint word = bl_words_at (&reading->words, mention->span.start);
      if (word > 0 && bl_words_is_one (&reading->words, word - 1, spans))
        continue;
      if (belongs (reading, word, first, last))
        return (BlPast){ .past = TRUE, .time = mention->date.range };
    }
  return (BlPast){ .past = FALSE };
}

BlPast
bl_past_read (const BlExtraction *extraction, const BlReading *reading, guint first, guint last, BlDateRange today)
{
  if (is_to_come (reading, first, last))
    return (BlPast){ .past = FALSE };
  BlPast past = read_dates (extraction, reading, first, last, today);
  for (guint i = 0; i < reading->hits->len && !past.past; i++)
    {
      const BlCueHit *hit = &g_array_index (reading->hits, BlCueHit, i);
      past.past = hit->cue->kind == BL_CUE_PAST && (hit->first >= last || hit->last <= first)
                  && belongs (reading, hit->first, first, last);
    }
  return past;
}
