#include "claims/scope.h"

#include <string.h>

typedef struct
{
  const BlCues *cues;
  const BlScopeQuery *query;
  guint left, right; /* the clause is words [left, right) */
  guint n_negations;
  gboolean open;
  gboolean speech_before;
  BlScope scope;
} Reading;

static gboolean
ends_clause (const BlWord *word)
{
  return (word->breaks & (BL_BREAK_COMMA | BL_BREAK_STRONG)) != 0;
}

static gboolean
is_terminator (const Reading *reading, guint index)
{
  const BlCue *cue = bl_cues_match (reading->cues, reading->query->words, index);
  return cue != NULL && cue->kind == BL_CUE_TERMINATOR;
}

static void
find_clause (Reading *reading)
{
  const BlScopeQuery *query = reading->query;
  const guint n = query->words->words->len;
  guint left = query->first;
  while (left > 0 && !ends_clause (bl_words_get (query->words, left)) && !is_terminator (reading, left - 1))
    left--;
  guint right = query->last;
  while (right < n && !ends_clause (bl_words_get (query->words, right)) && !is_terminator (reading, right))
    right++;
  reading->left = left;
  reading->right = right;
}

static gboolean
is_plain_not (const BlCue *cue)
{
  return strcmp (cue->text, "not") == 0 || strcmp (cue->text, "never") == 0 || strcmp (cue->text, "no longer") == 0;
}

/* Whoever rejects: the last actor before the cue. TRUE when it is one the match is about. */
static gboolean
is_own_attitude (const BlScopeQuery *query, BlSpan cue)
{
  const BlSpan *actor = NULL;
  for (guint i = 0; i < query->n_actors; i++)
    if (query->actors[i].end <= cue.start)
      actor = &query->actors[i];
  for (guint i = 0; actor != NULL && i < query->n_subjects; i++)
    if (bl_span_overlaps (query->subjects[i], *actor))
      return TRUE;
  return FALSE;
}

/* "May" inside a sentence is the month. */
static gboolean
is_capitalised (const Reading *reading, const BlDocument *document, guint index)
{
  gsize length;
  const char *text = bl_document_text (document, &length);
  return index > 0 && g_ascii_isupper (text[bl_words_get (reading->query->words, index)->span.start]);
}

static void
weaken (Reading *reading, const BlCue *cue)
{
  /* "said it would send" is a promise told later; a bare "would" supposes. */
  if (strcmp (cue->text, "would") == 0 && reading->speech_before)
    return;
  BlCertainty *certainty = &reading->scope.certainty;
  if (certainty->cue == NULL || cue->low < certainty->low)
    *certainty = (BlCertainty){ .low = cue->low, .high = cue->high, .cue = cue->text };
}

static void
take_cue (Reading *reading, const BlDocument *document, const BlCue *cue, guint index)
{
  const BlScopeQuery *query = reading->query;
  const guint end = index + cue->n_words;
  const gboolean inside = index >= query->first && end <= query->last;
  const gboolean before = end <= query->first;
  const gboolean reaches = (cue->before && (inside || before)) || (cue->after && (inside || index >= query->last));
  if (!reaches)
    return;
  const BlSpan span = bl_span (bl_words_get (query->words, index)->span.start, bl_words_get (query->words, end - 1)->span.end);
  const gboolean own_words = inside && query->lexical_negative && !is_plain_not (cue);
  switch (cue->kind)
    {
    case BL_CUE_NEGATION:
      if (!own_words)
        reading->n_negations++;
      break;
    case BL_CUE_ATTITUDE:
      if (own_words)
        break;
      if (is_own_attitude (query, span))
        reading->n_negations++;
      else
        reading->scope.voice |= BL_VOICE_WISH;
      break;
    case BL_CUE_OPEN:
      reading->open = reading->open || !own_words;
      break;
    case BL_CUE_CERTAINTY:
      if (cue->n_words > 1 || !is_capitalised (reading, document, index))
        weaken (reading, cue);
      break;
    case BL_CUE_CONDITION:
      if (!inside)
        reading->scope.voice |= BL_VOICE_CONDITION;
      break;
    case BL_CUE_WISH:
      if (before)
        reading->scope.voice |= BL_VOICE_WISH;
      break;
    case BL_CUE_PSEUDO:
    case BL_CUE_TERMINATOR:
    case BL_CUE_SPEECH:
      break;
    }
}

static gboolean
is_question (const BlDocument *document, const BlWords *words)
{
  gsize length;
  const char *text = bl_document_text (document, &length);
  const gsize end = bl_words_get (words, words->words->len - 1)->span.end;
  for (gsize i = end; i < length && i < end + 4; i++)
    if (text[i] == '?')
      return TRUE;
    else if (g_ascii_isalnum (text[i]) || text[i] == '\n')
      break;
  return FALSE;
}

BlScope
bl_scope_read (const BlCues *cues, const BlDocument *document, const BlScopeQuery *query)
{
  Reading reading = { .cues = cues, .query = query };
  reading.scope.polarity = BL_POLARITY_POSITIVE;
  find_clause (&reading);
  for (guint i = 0; i < query->first; i++)
    {
      const BlCue *cue = bl_cues_match (cues, query->words, i);
      reading.speech_before = reading.speech_before || (cue != NULL && cue->kind == BL_CUE_SPEECH);
    }
  for (guint i = reading.left; i < reading.right;)
    {
      const BlCue *cue = bl_cues_match (cues, query->words, i);
      if (cue == NULL)
        {
          i++;
          continue;
        }
      take_cue (&reading, document, cue, i);
      i += cue->n_words;
    }

  /* "Did not rule out sending" denies a denial: nothing is settled. */
  if (reading.open || (reading.n_negations >= 2 && reading.n_negations % 2 == 0))
    reading.scope.polarity = BL_POLARITY_OPEN;
  else if (reading.n_negations % 2 == 1)
    reading.scope.polarity = BL_POLARITY_NEGATIVE;
  if (reading.scope.certainty.cue == NULL)
    reading.scope.certainty = (BlCertainty){ .low = 0.95, .high = 1 };
  if (query->words->words->len > 0 && is_question (document, query->words))
    reading.scope.voice |= BL_VOICE_QUESTION;
  return reading.scope;
}
