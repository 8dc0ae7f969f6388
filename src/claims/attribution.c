#include "claims/attribution.h"

#include "claims/speaker_search.h"

#include <string.h>

/* --- headlines ------------------------------------------------------------------------------------------------------- */

static gboolean
is_colon (const BlSpeech *speech, guint word)
{
  gsize length;
  const char *text = bl_document_text (speech->extraction->article->document, &length);
  const gsize end = bl_reading_word (speech->reading, word - 1)->span.end;
  return end < length && text[end] == ':';
}

/* "Tusk: Poland will not send …"; a dash behind a name is a dateline. */
static const char *
find_head (const BlSpeech *speech, guint first)
{
  for (guint i = 1; i <= first && i <= BL_HEAD_WORDS; i++)
    if ((bl_reading_breaks (speech->reading, i) & BL_BREAK_LEAD) != 0)
      return is_colon (speech, i) ? bl_speaker_alone (speech->extraction, speech->reading, 0, i).id : NULL;
  return NULL;
}

/* "Tusk could not have been clearer: Poland …". */
static const char *
find_clear (const BlSpeech *speech, guint first)
{
  for (guint i = first; i > 0 && first - i < BL_HEAD_WORDS; i--)
    if ((bl_reading_breaks (speech->reading, i) & BL_BREAK_LEAD) != 0)
      return is_colon (speech, i) && bl_reading_is_of (speech->reading, i - 1, BL_WORDS_MANNER)
                 ? bl_speaker_first (speech->extraction, speech->reading, i).id
                 : NULL;
  return NULL;
}

/* "In Macron's telling, …". */
static const char *
find_view (const BlSpeech *speech, guint first)
{
  const BlReading *reading = speech->reading;
  const guint comma = bl_reading_comma (reading, 1, first);
  if (comma == G_MAXUINT || comma > BL_HEAD_WORDS || !bl_reading_is (speech->reading, 0, "in")
      || !bl_reading_is_of (reading, comma - 1, BL_WORDS_VIEW) || comma < 3)
    return NULL;
  return bl_speaker_alone (speech->extraction, reading, comma - 2, comma - 1).id;
}

/* "Poland will not send …: Tusk". */
static const char *
find_tail (const BlSpeech *speech, guint last)
{
  const guint n = bl_reading_count (speech->reading);
  for (guint i = MAX (last, 1); i < n; i++)
    if ((bl_reading_breaks (speech->reading, i) & BL_BREAK_LEAD) != 0)
      return bl_speaker_alone (speech->extraction, speech->reading, i, n).id;
  return NULL;
}

/* --- quotations over several sentences ------------------------------------------------------------------------------ */

static const char *
find_last (const BlSpeech *speech)
{
  for (guint i = speech->reading->hits->len; i-- > 0;)
    if (bl_speech_hit (speech, i)->cue->kind == BL_CUE_SPEECH)
      {
        const BlSpeaker speaker = bl_speech_speaker (speech, i, FALSE);
        if (speaker.id != NULL)
          return speaker.id;
      }
  return NULL;
}

/* The speaker of a quotation as another sentence names them: the one where it ends, where it begins, or the one before. */
static const char *
find_in_sentence (const BlSpeech *speech, const BlQuote *quote, guint sentence)
{
  const BlExtraction *extraction = speech->extraction;
  const BlDocument *document = extraction->article->document;
  const guint here = speech->reading->sentence;
  BlReading other;
  bl_reading_init (&other);
  bl_reading_read (&other, extraction->context->cues, document, extraction->mentions, sentence);
  const BlSpeech there = { .extraction = speech->extraction, .reading = &other };
  const char *found = NULL;
  if (bl_reading_count (&other) > 0 && sentence > here)
    found = bl_found_behind (&there, MAX (bl_words_at (&other.words, quote->span.end), 1)).id;
  else if (bl_reading_count (&other) > 0 && bl_document_sentence_at (document, quote->span.start) == sentence)
    found = bl_found_before (&there, MIN (bl_words_at (&other.words, quote->span.start), bl_reading_count (&other) - 1)).id;
  else if (bl_reading_count (&other) > 0)
    found = find_last (&there);
  bl_reading_clear (&other);
  return found;
}

/* A sentence that begins with a quotation goes on with the one before it in the paragraph. */
static gboolean
goes_on (const BlDocument *document, const BlQuote *quote, guint sentence)
{
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  return sentence > 0 && sentence < n && sentences[sentence].block == sentences[sentence - 1].block
         && quote->span.start <= sentences[sentence].span.start;
}

static const char *
find_around_quote (const BlSpeech *speech, gsize offset)
{
  const BlDocument *document = speech->extraction->article->document;
  const guint here = speech->reading->sentence;
  const BlQuote *quote = bl_document_quote_at (document, offset);
  if (quote == NULL)
    return NULL;
  const guint first = bl_document_sentence_at (document, quote->span.start);
  const guint last = bl_document_sentence_at (document, quote->span.end - 1);
  const char *found = NULL;
  if (last != here)
    found = find_in_sentence (speech, quote, last);
  if (found == NULL && first != here)
    found = find_in_sentence (speech, quote, first);
  if (found == NULL && first == here && goes_on (document, quote, here))
    found = find_in_sentence (speech, quote, here - 1);
  return found;
}

/* --- all ------------------------------------------------------------------------------------------------------------ */

/* "Luxembourg, Xavier Bettel told Le Monde, will not send": an insertion of the match. */
static gboolean
is_inserted (const BlReading *reading, guint verb, guint first, guint last)
{
  guint start = verb, end = verb + 1;
  while (start > first && bl_reading_breaks (reading, start) == 0)
    start--;
  while (end < last && bl_reading_breaks (reading, end) == 0)
    end++;
  return start > first && end < last && (bl_reading_breaks (reading, start) & BL_BREAK_COMMA) != 0
         && (bl_reading_breaks (reading, end) & BL_BREAK_COMMA) != 0
         && bl_reading_hit (reading, start, BL_CUE_TERMINATOR) == NULL;
}

/* What a quoted person believes or says of others is part of the quotation: "“This, I think, is …,” Macron said". */
static gboolean
is_quoted (const BlSpeech *speech, const BlCueHit *hit)
{
  const gsize at = bl_reading_word (speech->reading, hit->first)->span.start;
  return bl_document_quote_at (speech->extraction->article->document, at) != NULL;
}

/* "Russia, he said, would never withdraw". */
static BlSpeaker
find_inserted (const BlSpeech *speech, guint first, guint last)
{
  for (guint i = 0; i < speech->reading->hits->len; i++)
    {
      const BlCueHit *hit = bl_speech_hit (speech, i);
      if (hit->first < first || hit->first >= last || !bl_speech_is_attribution (hit) || is_quoted (speech, hit)
          || !is_inserted (speech->reading, hit->first, first, last))
        continue;
      const BlSpeaker speaker = bl_speech_speaker (speech, i, hit->cue->kind == BL_CUE_SPEECH);
      return (BlSpeaker){ .id = speaker.id, .first = first, .last = last };
    }
  return (BlSpeaker){ 0 };
}

/* "Rwanda denied sending troops": the match itself names who speaks. */
static const char *
find_inside (const BlSpeech *speech, guint first, guint last)
{
  const BlReading *reading = speech->reading;
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = bl_speech_hit (speech, i);
      if (hit->first < first || hit->first >= last)
        continue;
      if (hit->cue->kind == BL_CUE_DENIAL && bl_reading_hit (reading, hit->first, BL_CUE_SPEECH) != NULL)
        return bl_speaker_before (speech->extraction, reading, hit->first).id;
    }
  return NULL;
}

/* "Was quoted by Tass as saying": Tass reports. */
static const char *
find_quoting (const BlSpeech *speech, const BlSpeaker *inner)
{
  const guint verb = bl_speech_quoted_as (speech->reading, inner->last - 1);
  if (verb == G_MAXUINT || !bl_reading_is (speech->reading, verb + 1, "by"))
    return NULL;
  return bl_speaker_at (speech->extraction, speech->reading, verb + 2).id;
}

/* "After Macron had said …, Scholz insisted": what is behind says something else. */
static gboolean
is_subordinate (const BlReading *reading, guint word)
{
  while (word > 0 && bl_reading_breaks (reading, word) == 0)
    word--;
  return bl_reading_is_of (reading, word, BL_WORDS_SUBORDINATOR);
}

/* The next speaker outwards: before the words of the inner one, or behind the statement. */
static const char *
find_reporter (const BlSpeech *speech, const BlSpeaker *inner, gboolean before, guint last)
{
  const char *quoting = before ? find_quoting (speech, inner) : NULL;
  if (quoting != NULL)
    return quoting;
  BlSpeaker outer = before ? bl_found_before (speech, inner->first) : bl_found_behind (speech, inner->last);
  if (outer.id == NULL && before && !is_subordinate (speech->reading, inner->first))
    outer = bl_found_behind (speech, last);
  return outer.id;
}

/* Whom the words of a speaker cite: "Interfax reported, citing a source", "the Post, quoting officials, said". It must be somebody, not
 * "citing a lack of funds"; and a person who cites others speaks for themselves. */
static const char *
find_cited (const BlSpeech *speech, const BlSpeaker *found)
{
  const gboolean person = g_str_has_prefix (found->id, "person/") || g_str_has_prefix (found->id, "name/");
  for (guint i = 0; !person && i < speech->reading->hits->len; i++)
    {
      const BlCueHit *hit = bl_speech_hit (speech, i);
      if (!bl_speech_is_citation (hit) || hit->first < found->first)
        continue;
      const char *id = bl_speaker_at (speech->extraction, speech->reading, hit->last).id;
      if (id != NULL
          && (!g_str_has_prefix (id, BL_UNNAMED) || bl_speaker_is_unnamed (speech->reading->cues, id, BL_WORDS_CITED)))
        return id;
    }
  return NULL;
}

static BlAttribution
read_around (const BlSpeech *speech, guint first, guint last, gboolean with_reporter)
{
  BlSpeaker found = find_inserted (speech, first, last);
  if (found.id == NULL)
    found = bl_found_before (speech, first);
  const gboolean before = found.id != NULL;
  BlAttribution attribution = { .speaker = found.id };
  if (!before)
    attribution.speaker = find_head (speech, first);
  if (attribution.speaker == NULL)
    attribution.speaker = find_clear (speech, first);
  if (attribution.speaker == NULL)
    attribution.speaker = find_view (speech, first);
  if (attribution.speaker == NULL)
    {
      found = bl_found_behind (speech, last);
      attribution.speaker = found.id;
    }
  if (found.id == NULL)
    return attribution;
  const char *cited = find_cited (speech, &found);
  if (cited != NULL)
    return (BlAttribution){ .speaker = cited, .reporter = found.id };
  if (with_reporter)
    attribution.reporter = find_reporter (speech, &found, before, last);
  if (g_strcmp0 (attribution.reporter, attribution.speaker) == 0)
    attribution.reporter = NULL;
  return attribution;
}

static BlAttribution
read_attribution (BlExtraction *extraction, const BlReading *reading, BlSpan span, gboolean with_reporter)
{
  const BlSpeech speech = { .extraction = extraction, .reading = reading };
  const guint first = bl_words_at (&reading->words, span.start);
  const guint last = bl_words_end (&reading->words, span.end);
  if (first >= bl_reading_count (reading) || last <= first)
    return (BlAttribution){ 0 };
  BlAttribution attribution = read_around (&speech, first, last, with_reporter);
  if (attribution.speaker == NULL)
    attribution.speaker = find_tail (&speech, last);
  if (attribution.speaker == NULL)
    attribution.speaker = find_inside (&speech, first, last);
  if (attribution.speaker == NULL)
    attribution.speaker = find_around_quote (&speech, span.start);
  return attribution;
}

BlAttribution
bl_attribution_read (BlExtraction *extraction, const BlReading *reading, BlSpan span)
{
  return read_attribution (extraction, reading, span, TRUE);
}

const char *
bl_attribution_find (BlExtraction *extraction, const BlReading *reading, BlSpan span)
{
  return read_attribution (extraction, reading, span, FALSE).speaker;
}
