#include "claims/past.h"

#include "claims/clause.h"

#include <string.h>

/* A date this far before the article means that the sentence tells of earlier days. */
#define EARLIER_DAYS 60

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

gboolean
bl_past_read (const BlReading *reading, guint first, guint last, const BlEventTime *event, BlDateRange today)
{
  if (event->tense == BL_TENSE_FUTURE)
    return FALSE;
  if (event->text != NULL && today.known && event->days.last != G_MAXINT32 && event->days.last + EARLIER_DAYS < today.first)
    return TRUE;
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = &g_array_index (reading->hits, BlCueHit, i);
      if (hit->cue->kind == BL_CUE_PAST && (hit->first >= last || hit->last <= first)
          && belongs (reading, hit->first, first, last))
        return TRUE;
    }
  return FALSE;
}
