/* Statements that are not made: conditions and questions. */
#include "claims/clause.h"
#include "claims/scope.h"

/* --- conditions ----------------------------------------------------------------------------------------------------- */

/* Words of an adverb between a condition and its clause: "If asked, in that case, …". */
#define ADVERB_WORDS 3

/* Further away no condition is looked for, so that a sentence of ten thousand words costs no more than a long one. */
#define NEAR_WORDS 120

/* Between the comma that ends the condition and the match stand insertions only: "…, Macron said, …"; in "guarantees, if given,
 * would bind the members, such as Italy" the match is no clause of its own. */
static gboolean
is_next_clause (const BlReading *reading, guint from, guint first)
{
  guint start = G_MAXUINT;
  for (guint i = from; i <= first; i++)
    {
      if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) == 0)
        continue;
      if (start != G_MAXUINT && i - start > ADVERB_WORDS && !bl_reading_has (reading, start, i, BL_CUE_SPEECH)
          && !bl_reading_has (reading, start, i, BL_CUE_CONDITION))
        return FALSE;
      start = i;
    }
  return start != G_MAXUINT;
}

/* "If a ceasefire holds, France will send …": the clause of the condition ends at a comma before the match. */
static gboolean
governs_from_before (const BlScopeQuery *query, const BlCueHit *hit)
{
  const BlReading *reading = query->reading;
  return bl_clause_begins (reading, hit->first) && is_next_clause (reading, hit->last, query->first)
         && !bl_clause_changes (reading, hit->last, query->first);
}

/* Another clause or verb begins between the words: "and Germany", "and may", ", which". */
static gboolean
has_clause_between (const BlReading *reading, guint from, guint to)
{
  static const char *const joins[] = { "and", "or", "but", NULL };
  for (guint i = from; i < to; i++)
    if (bl_reading_hit (reading, i, BL_CUE_TERMINATOR) != NULL
        || (bl_words_is_one (&reading->words, i, joins)
            && (i + 1 == to || bl_clause_is_subject (reading, i + 1)
                || bl_reading_hit (reading, i + 1, BL_CUE_CERTAINTY) != NULL)))
      return TRUE;
  return FALSE;
}

/* From the match to the condition stand at most insertions between commas, "…, Macron said, …"; any other comma and any other verb
 * of saying begins what the condition is about. */
static gboolean
is_same_clause (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) == 0)
        {
          if (bl_reading_hit (reading, i, BL_CUE_SPEECH) != NULL)
            return FALSE;
          continue;
        }
      const guint close = bl_reading_comma (reading, i + 1, to);
      if (close == G_MAXUINT || !bl_reading_has (reading, i, close, BL_CUE_SPEECH))
        return FALSE;
      i = close;
    }
  return TRUE;
}

/* "France will send …, if asked"; ", but only if". */
static gboolean
governs_from_behind (const BlScopeQuery *query, const BlCueHit *hit)
{
  const BlReading *reading = query->reading;
  return !bl_reading_has_break (reading, query->last, hit->first + 1, BL_BREAK_STRONG)
         && !has_clause_between (reading, query->last, hit->first) && is_same_clause (reading, query->last, hit->first);
}

/* "Should the talks fail, …", "…, provided Egypt helps": a verb where a clause begins. */
static gboolean
opens_condition (const BlScopeQuery *query, const BlCueHit *hit)
{
  static const char *const that[] = { "that", NULL };
  const BlReading *reading = query->reading;
  /* "Should" before a subject is turned round wherever it stands. */
  static const char *const turned[] = { "should", NULL };
  const gboolean opens = hit->first == 0 || bl_words_is_one (&reading->words, hit->first, turned)
                         || bl_reading_breaks (reading, hit->first) != 0
                         || bl_words_is_one (&reading->words, hit->first - 1, that);
  if (!opens || !bl_clause_is_subject (reading, hit->last))
    return FALSE;
  return hit->last <= query->first ? governs_from_before (query, hit)
                                   : hit->first >= query->last && governs_from_behind (query, hit);
}

static gboolean
is_near (const BlScopeQuery *query, const BlCueHit *hit)
{
  return hit->first < query->last + NEAR_WORDS && query->first < hit->last + NEAR_WORDS;
}

static gboolean
is_condition_of (const BlScopeQuery *query, BlClause clause, const BlCueHit *hit, BlPolarity polarity)
{
  const guint sides = hit->cue->sides;
  if (!is_near (query, hit))
    return FALSE;
  if ((sides & BL_SIDE_OPENING) != 0)
    return opens_condition (query, hit);
  if ((sides & BL_SIDE_NEGATED) != 0 && polarity != BL_POLARITY_NEGATIVE)
    return FALSE;
  if (hit->last <= query->first)
    return hit->first >= clause.left || governs_from_before (query, hit);
  return hit->first >= query->last && governs_from_behind (query, hit);
}

/* "Would only send troops as part of a force": what follows is the condition. */
static gboolean
is_restricted (const BlScopeQuery *query)
{
  static const char *const only[] = { "only", NULL }, *const modals[]
                                                      = { "will", "would", "can", "could", "may", "should", NULL };
  static const char *const under[] = { "as", "if", "when", "after", "once", "with", "under", "alongside", "within", NULL };
  const BlReading *reading = query->reading;
  for (guint i = query->first + 1; i < query->last; i++)
    if (bl_words_is_one (&reading->words, i, only) && bl_reading_hit (reading, i, BL_CUE_PSEUDO) == NULL
        && bl_words_is_one (&reading->words, i - 1, modals))
      {
        for (guint k = query->last; k < bl_reading_count (reading) && k < query->last + ADVERB_WORDS; k++)
          if (bl_reading_breaks (reading, k) != 0)
            return FALSE;
          else if (bl_words_is_one (&reading->words, k, under))
            return TRUE;
      }
  return FALSE;
}

guint
bl_scope_condition (const BlScopeQuery *query, BlPolarity polarity)
{
  const BlReading *reading = query->reading;
  const BlClause clause = bl_clause_around (reading, query->first, query->last);
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = &g_array_index (reading->hits, BlCueHit, i);
      if (hit->cue->kind == BL_CUE_CONDITION && is_condition_of (query, clause, hit, polarity))
        return BL_VOICE_CONDITION;
    }
  return is_restricted (query) ? BL_VOICE_CONDITION : 0;
}

/* --- questions ------------------------------------------------------------------------------------------------------ */

static gboolean
ends_sentence (const char *text, gsize length, gsize at)
{
  if (text[at] == '!' || text[at] == '\n' || text[at] == ';')
    return TRUE;
  return text[at] == '.' && (at + 1 >= length || !g_ascii_isalnum (text[at + 1]))
         && (at == 0 || !g_ascii_isupper (text[at - 1]));
}

/* The first mark behind the match that ends a sentence is one of question; in "…, but will it help?" it belongs to others. */
guint
bl_scope_question (const BlDocument *document, const BlScopeQuery *query)
{
  const BlReading *reading = query->reading;
  const guint n = bl_reading_count (reading);
  gsize length;
  const char *text = bl_document_text (document, &length);
  const gsize start = bl_reading_word (reading, query->last - 1)->span.end;
  const gsize end = MIN (bl_reading_word (reading, n - 1)->span.end + 4, length);
  for (gsize i = start; i < end; i++)
    {
      if (text[i] == '?')
        {
          const guint last = bl_words_at (&reading->words, i);
          return last < query->last || !bl_clause_changes (reading, query->last - 1, MIN (last, n) - 1) ? BL_VOICE_QUESTION : 0;
        }
      if (ends_sentence (text, length, i))
        return 0;
    }
  return 0;
}
