#include "claims/attribution.h"

#include "claims/clause.h"
#include "claims/speech.h"

#include <string.h>

/* A statement without "that" has more words than "on Friday in Warsaw" before its first comma. */
#define STATEMENT_WORDS 6

/* Further away no verb of saying is looked for, so that a sentence of ten thousand words costs no more than a long one. */
#define NEAR_WORDS 200

/* Words before the colon of "Polish PM Donald Tusk: …". */
#define HEAD_WORDS 6

/* Words behind the subject of a second clause in which its tense shows. */
#define VERB_WORDS 8

#define UNNAMED "unnamed/"

/* Who speaks, and the words that say so. */
typedef struct
{
  const char *id; /* NULL: nobody */
  guint first;    /* where the words begin */
  guint last;     /* one past them */
} Found;

static const BlCueHit *
hit_at (const BlSpeech *speech, guint index)
{
  return &g_array_index (speech->reading->hits, BlCueHit, index);
}

/* --- before the statement ------------------------------------------------------------------------------------------- */

/* "Citing officials" stands beside a verb of saying and says whose words they are. */
static gboolean
is_citation (const BlCueHit *hit)
{
  return hit->cue->kind == BL_CUE_SOURCE && (strcmp (hit->cue->text, "citing") == 0 || strcmp (hit->cue->text, "quoting") == 0);
}

static gboolean
is_attribution (const BlCueHit *hit)
{
  return hit->cue->kind == BL_CUE_SPEECH || (hit->cue->kind == BL_CUE_SOURCE && !is_citation (hit));
}

/* ", said Merz, …": an insertion between commas speaks for what is on both sides, unless a conjunction follows. */
static gboolean
is_insertion (const BlReading *reading, guint verb, guint comma)
{
  if (bl_reading_is_of (reading, comma, BL_WORDS_INSERTION_ENDS))
    return FALSE;
  for (guint i = verb; i > 0 && verb - i < HEAD_WORDS; i--)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0)
      return bl_reading_breaks (reading, verb) != 0 || i == verb;
  return FALSE;
}

/* Words [from, to) begin a statement, and are not the time and place of speaking: "said on Friday, …". */
static gboolean
is_statement (const BlSpeech *speech, guint from, guint to)
{
  if (to - from > STATEMENT_WORDS)
    return TRUE;
  for (guint i = from; i < to; i++)
    if (bl_reading_is (speech->reading, i, "that"))
      return TRUE;
  return bl_reading_mention (speech->reading, from) == G_MAXUINT
         && !bl_reading_is_of (speech->reading, from, BL_WORDS_CIRCUMSTANCE);
}

/* Whether the comma right behind a verb leads to its statement: "said, “we …", "As Tusk said, …". */
static gboolean
leads_over_comma (const BlSpeech *speech, const BlCueHit *hit)
{
  const BlReading *reading = speech->reading;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_QUOTE) != 0 && hit->first > 0
      && bl_reading_breaks (reading, hit->first) == 0)
    return TRUE;
  for (guint i = hit->first; i > 0 && bl_reading_breaks (reading, i) == 0; i--)
    if (bl_reading_is (speech->reading, i - 1, "as"))
      return TRUE;
  return FALSE;
}

/* The word where a second clause with a subject of its own begins: ", and Belgium has agreed". G_MAXUINT for none. */
static guint
second_clause (const BlReading *reading, guint from, guint first)
{
  for (guint i = first; i > from; i--)
    if (i < bl_reading_count (reading) && (bl_reading_breaks (reading, i - 1) & BL_BREAK_COMMA) != 0
        && bl_reading_is (reading, i - 1, "and") && i - 1 > from && bl_clause_is_subject (reading, i))
      return i - 1;
  return G_MAXUINT;
}

static gboolean
has_one (const BlReading *reading, guint from, guint to, BlWordClass class)
{
  for (guint i = from; i < to; i++)
    if (bl_reading_is_of (reading, i, class))
      return TRUE;
  return FALSE;
}

/* "Luxembourg promised that it would pay, and Belgium has agreed to send": a promise is about oneself, and what is told in other words
 * than those of reported speech stands alone. */
static gboolean
is_alone (const BlReading *reading, const BlCueHit *hit, guint first)
{
  const guint second = second_clause (reading, hit->last, first);
  if (second == G_MAXUINT || bl_reading_has_break (reading, hit->last, first + 1, BL_BREAK_QUOTE))
    return FALSE;
  if (bl_reading_is_of (reading, hit->first, BL_WORDS_PROMISE))
    return TRUE;
  const guint limit = MIN (first + VERB_WORDS, bl_reading_count (reading));
  return has_one (reading, hit->last, second, BL_WORDS_REPORTED) && has_one (reading, second, limit, BL_WORDS_DIRECT)
         && !has_one (reading, second, limit, BL_WORDS_REPORTED);
}

/* "One option, officials say, is that France …": an insertion with its subject, and no comma between it and the statement. */
static gboolean
is_parenthesis (const BlReading *reading, const BlCueHit *hit, guint first)
{
  guint start = hit->first;
  while (start > 0 && hit->first - start < HEAD_WORDS && bl_reading_breaks (reading, start) == 0)
    start--;
  return start > 0 && start < hit->first && hit->last < first && bl_reading_breaks (reading, start) == BL_BREAK_COMMA
         && bl_reading_breaks (reading, hit->last) == BL_BREAK_COMMA
         && !bl_reading_is_of (reading, start, BL_WORDS_PARENTHESIS_ENDS)
         && !bl_reading_is_of (reading, hit->last, BL_WORDS_PARENTHESIS_ENDS)
         && bl_reading_comma (reading, hit->last + 1, first) == G_MAXUINT;
}

static gboolean
governs_forward (const BlSpeech *speech, const BlCueHit *hit, guint first)
{
  const BlReading *reading = speech->reading;
  if (bl_clause_changes (reading, hit->last - 1, first))
    return FALSE;
  if (hit->cue->kind == BL_CUE_SOURCE)
    return TRUE;
  if (is_alone (reading, hit, first))
    return FALSE;
  if (bl_reading_is_of (reading, hit->last, BL_WORDS_CLAUSE_JOIN))
    return FALSE;
  /* "Said on Friday, after a vote, that" */
  for (guint i = hit->last; i < first; i++)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0 && bl_reading_is (speech->reading, i, "that"))
      return TRUE;
  if (is_parenthesis (reading, hit, first))
    return TRUE;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_COMMA) != 0)
    return leads_over_comma (speech, hit);
  const guint comma = bl_reading_comma (reading, hit->last + 1, first);
  return comma == G_MAXUINT || bl_reading_has_break (reading, hit->last, first + 1, BL_BREAK_QUOTE)
         || is_statement (speech, hit->last, comma) || is_insertion (reading, hit->first, comma);
}

/* "unnamed/officials" is of somebody without a name, whose word is of a class. */
static gboolean
is_unnamed (const BlCues *cues, const char *id, BlWordClass class)
{
  return g_str_has_prefix (id, UNNAMED) && bl_cues_is_of (cues, id + strlen (UNNAMED), class);
}

/* "I believe that …" inside a quotation: whose it is stands elsewhere. */
static gboolean
is_first_person (const BlCues *cues, const char *id)
{
  return is_unnamed (cues, id, BL_WORDS_FIRST_PERSON);
}

/* "Dismissed reports that": whose reports they are does not count, who dismisses them does. */
static gboolean
is_rejection (const BlReading *reading, const BlCueHit *hit, guint first)
{
  return (hit->cue->kind == BL_CUE_DENIAL || hit->cue->kind == BL_CUE_ATTITUDE) && hit->last <= first
         && !bl_clause_changes (reading, hit->last - 1, first) && bl_clause_rejects (reading, hit, first);
}

/* The last who speaks before the statement governs it. "Reports that …" are nobody's, unless somebody is before them. */
static Found
find_before (const BlSpeech *speech, guint first)
{
  Found nameless = { 0 };
  for (guint i = speech->reading->hits->len; i-- > 0;)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if (hit->last + NEAR_WORDS < first)
        break;
      const gboolean rejection = is_rejection (speech->reading, hit, first);
      if (!rejection && (!is_attribution (hit) || hit->last > first || !governs_forward (speech, hit, first)))
        continue;
      const gboolean noun = !rejection && bl_reading_is_of (speech->reading, hit->first, BL_WORDS_REPORT);
      if (noun && bl_clause_is_rejected (speech->reading, hit->first))
        continue;
      const BlSpeaker speaker = rejection ? bl_speaker_before (speech->extraction, speech->reading, hit->first)
                                          : bl_speech_speaker (speech, i, FALSE);
      if (speaker.id != NULL && !is_first_person (speech->reading->cues, speaker.id))
        return (Found){ .id = speaker.id, .first = MIN (speaker.first, hit->first), .last = hit->last };
      if (nameless.id == NULL && noun && bl_reading_is (speech->reading, hit->last, "that"))
        nameless
            = (Found){ .id = bl_speaker_unnamed (speech->extraction, hit->cue->text), .first = hit->first, .last = hit->last };
    }
  return nameless;
}

/* --- behind the statement ------------------------------------------------------------------------------------------- */

/* A stop or a turn between the statement and what is behind it; the mark that ends a quotation is none. */
static gboolean
is_parted (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    {
      const guint8 breaks = bl_reading_breaks (reading, i);
      const gboolean turn = (breaks & BL_BREAK_COMMA) != 0 && bl_clause_changes (reading, i - 1, i);
      if (turn || ((breaks & BL_BREAK_STRONG) != 0 && (breaks & (BL_BREAK_LEAD | BL_BREAK_QUOTE)) == 0))
        return TRUE;
    }
  return FALSE;
}

/* The word where the segment "…, Donald Tusk said" begins; G_MAXUINT when no comma or quotation mark opens it. */
static guint
segment_start (const BlSpeech *speech, guint last, const BlCueHit *hit)
{
  for (guint i = hit->first; i >= last && i > 0; i--)
    if ((bl_reading_breaks (speech->reading, i) & (BL_BREAK_COMMA | BL_BREAK_QUOTE | BL_BREAK_LEAD)) != 0)
      return bl_reading_is_of (speech->reading, i, BL_WORDS_SEGMENT_OPENER) ? G_MAXUINT : i;
  return G_MAXUINT;
}

/* "…, since Orban, the prime minister, announced it", "… that two candidates said they would": a clause of its own. */
static gboolean
is_other_clause (const BlSpeech *speech, guint start, const BlSpeaker *speaker, const BlCueHit *hit)
{
  const BlReading *reading = speech->reading;
  for (guint i = start; i < speaker->first; i++)
    if (bl_reading_is_of (reading, i, BL_WORDS_RELATIVE))
      return TRUE;
  /* Behind a mark the word before belongs to the statement: "“… cannot do that,” Ryan said". */
  if (speaker->first > start && bl_reading_is_of (reading, speaker->first - 1, BL_WORDS_RELATIVE))
    return TRUE;
  return speaker->first < hit->first && bl_reading_is_of (reading, hit->last, BL_WORDS_SUBJECT)
         && bl_reading_breaks (reading, hit->last) == 0;
}

/* "“Why not?” asked Macron" */
static gboolean
is_asking (const BlSpeech *speech, const BlCueHit *hit)
{
  return bl_reading_is_of (speech->reading, hit->first, BL_WORDS_ASKING)
         && (bl_reading_breaks (speech->reading, hit->first) & BL_BREAK_QUOTE) != 0;
}

static Found
find_behind (const BlSpeech *speech, guint last)
{
  const BlReading *reading = speech->reading;
  const Found nobody = { 0 };
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if ((!is_attribution (hit) && !is_asking (speech, hit)) || hit->first < last)
        continue;
      if (hit->first > last + NEAR_WORDS || is_parted (reading, last, hit->first))
        return nobody;
      if (hit->cue->kind == BL_CUE_SOURCE)
        {
          const BlSpeaker source = bl_speech_speaker (speech, i, TRUE);
          return (Found){ .id = source.id, .first = hit->first, .last = source.last };
        }
      const gboolean reduced = bl_reading_is (speech->reading, hit->last, "by")
                               && !bl_speech_is_passive (speech, hit); /* "a view repeated by …" */
      if (bl_speech_is_participle (speech, hit) || reduced || bl_reading_is (speech->reading, hit->last, "that"))
        return nobody;
      const BlSpeaker speaker
          = segment_start (speech, last, hit) != G_MAXUINT ? bl_speech_speaker (speech, i, TRUE) : (BlSpeaker){ 0 };
      if (speaker.id != NULL && is_other_clause (speech, segment_start (speech, last, hit), &speaker, hit))
        return nobody;
      return speaker.first >= last
                 ? (Found){ .id = speaker.id, .first = MIN (speaker.first, hit->first), .last = MAX (speaker.last, hit->last) }
                 : nobody;
    }
  return nobody;
}

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
  for (guint i = 1; i <= first && i <= HEAD_WORDS; i++)
    if ((bl_reading_breaks (speech->reading, i) & BL_BREAK_LEAD) != 0)
      return is_colon (speech, i) ? bl_speaker_alone (speech->extraction, speech->reading, 0, i).id : NULL;
  return NULL;
}

/* "Tusk could not have been clearer: Poland …". */
static const char *
find_clear (const BlSpeech *speech, guint first)
{
  for (guint i = first; i > 0 && first - i < HEAD_WORDS; i--)
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
  if (comma == G_MAXUINT || comma > HEAD_WORDS || !bl_reading_is (speech->reading, 0, "in")
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
    if (hit_at (speech, i)->cue->kind == BL_CUE_SPEECH)
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
    found = find_behind (&there, MAX (bl_words_at (&other.words, quote->span.end), 1)).id;
  else if (bl_reading_count (&other) > 0 && bl_document_sentence_at (document, quote->span.start) == sentence)
    found = find_before (&there, MIN (bl_words_at (&other.words, quote->span.start), bl_reading_count (&other) - 1)).id;
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
static Found
find_inserted (const BlSpeech *speech, guint first, guint last)
{
  for (guint i = 0; i < speech->reading->hits->len; i++)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if (hit->first < first || hit->first >= last || !is_attribution (hit) || is_quoted (speech, hit)
          || !is_inserted (speech->reading, hit->first, first, last))
        continue;
      const BlSpeaker speaker = bl_speech_speaker (speech, i, hit->cue->kind == BL_CUE_SPEECH);
      return (Found){ .id = speaker.id, .first = first, .last = last };
    }
  return (Found){ 0 };
}

/* "Rwanda denied sending troops": the match itself names who speaks. */
static const char *
find_inside (const BlSpeech *speech, guint first, guint last)
{
  const BlReading *reading = speech->reading;
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if (hit->first < first || hit->first >= last)
        continue;
      if (hit->cue->kind == BL_CUE_DENIAL && bl_reading_hit (reading, hit->first, BL_CUE_SPEECH) != NULL)
        return bl_speaker_before (speech->extraction, reading, hit->first).id;
    }
  return NULL;
}

/* "Was quoted by Tass as saying": Tass reports. */
static const char *
find_quoting (const BlSpeech *speech, const Found *inner)
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
find_reporter (const BlSpeech *speech, const Found *inner, gboolean before, guint last)
{
  const char *quoting = before ? find_quoting (speech, inner) : NULL;
  if (quoting != NULL)
    return quoting;
  Found outer = before ? find_before (speech, inner->first) : find_behind (speech, inner->last);
  if (outer.id == NULL && before && !is_subordinate (speech->reading, inner->first))
    outer = find_behind (speech, last);
  return outer.id;
}

/* Whom the words of a speaker cite: "Interfax reported, citing a source", "the Post, quoting officials, said". It must be somebody, not
 * "citing a lack of funds"; and a person who cites others speaks for themselves. */
static const char *
find_cited (const BlSpeech *speech, const Found *found)
{
  const gboolean person = g_str_has_prefix (found->id, "person/") || g_str_has_prefix (found->id, "name/");
  for (guint i = 0; !person && i < speech->reading->hits->len; i++)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if (!is_citation (hit) || hit->first < found->first)
        continue;
      const char *id = bl_speaker_at (speech->extraction, speech->reading, hit->last).id;
      if (id != NULL && (!g_str_has_prefix (id, UNNAMED) || is_unnamed (speech->reading->cues, id, BL_WORDS_CITED)))
        return id;
    }
  return NULL;
}

static BlAttribution
read_around (const BlSpeech *speech, guint first, guint last, gboolean with_reporter)
{
  Found found = find_inserted (speech, first, last);
  if (found.id == NULL)
    found = find_before (speech, first);
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
      found = find_behind (speech, last);
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
