#include "claims/attribution.h"

#include "claims/clause.h"
#include "claims/speakers.h"

#include <string.h>

/* A statement without "that" has more words than "on Friday in Warsaw" before its first comma. */
#define STATEMENT_WORDS 6

/* Words before the colon of "Polish PM Donald Tusk: …". */
#define HEAD_WORDS 6

typedef struct
{
  BlExtraction *extraction;
  const BlReading *reading;
} Finder;

static const BlCueHit *
hit_at (const Finder *finder, guint index)
{
  return &g_array_index (finder->reading->hits, BlCueHit, index);
}

static gboolean
is_word (const Finder *finder, guint word, const char *text)
{
  return word < bl_reading_count (finder->reading) && strcmp (bl_reading_word (finder->reading, word)->text, text) == 0;
}

static gboolean
is_participle (const Finder *finder, const BlCueHit *hit)
{
  return g_str_has_suffix (bl_reading_word (finder->reading, hit->first)->text, "ing");
}

/* --- the speaker of one verb ---------------------------------------------------------------------------------------- */

/* "Was told by", "it was announced": not "says" or "saying". */
static gboolean
is_passive (const Finder *finder, const BlCueHit *hit)
{
  static const char *const forms[] = { "is", "are", "was", "were", "be", "been", "being", NULL };
  return hit->first > 0 && bl_words_is_one (&finder->reading->words, hit->first - 1, forms) && !is_participle (finder, hit);
}

static BlSpeaker
passive_speaker (const Finder *finder, const BlCueHit *hit)
{
  if (is_word (finder, hit->last, "by"))
    return bl_speaker_at (finder->extraction, finder->reading, hit->last + 1);
  const char *verb = bl_reading_word (finder->reading, hit->first)->text;
  return (BlSpeaker){ .id = bl_speaker_unnamed (finder->extraction, verb), .first = hit->first - 1, .last = hit->first };
}

/* Where a phrase ends and no verb of its own follows, as behind "…, said Lavrov on Friday". */
static gboolean
is_complete (const Finder *finder, const BlSpeaker *speaker)
{
  static const char *const goes_on[]
      = { "on",    "in",    "at",   "of",       "for", "to",  "from",      "after", "during", "as", "earlier",
          "later", "close", "with", "familiar", "who", "and", "following", "ahead", "last",   NULL };
  const BlReading *reading = finder->reading;
  if (speaker->last >= bl_reading_count (reading) || bl_reading_breaks (reading, speaker->last) != 0)
    return TRUE;
  const guint mention = bl_reading_mention (reading, speaker->last);
  if (mention != G_MAXUINT && bl_mentions_get (finder->extraction->mentions, mention)->type == BL_MENTION_DATE)
    return TRUE;
  return bl_words_is_one (&reading->words, speaker->last, goes_on);
}

static BlSpeaker
inverted_speaker (const Finder *finder, const BlCueHit *hit)
{
  static const char *const no_speakers[] = { "he", "she", "it", "they", "that", "on", "in", "at", NULL };
  /* Whom one tells stands behind the verb, not who tells: "…, Lavrov, told the BBC". */
  static const char *const with_object[] = { "told", "tells", "telling", "informed", "assured", "reminded", "accused", NULL };
  const BlSpeaker nobody = { 0 };
  if (bl_words_is_one (&finder->reading->words, hit->first, with_object))
    return nobody;
  const guint8 breaks = hit->first > 0 ? bl_reading_breaks (finder->reading, hit->first) : 0;
  if ((breaks & (BL_BREAK_COMMA | BL_BREAK_QUOTE)) == 0 || bl_words_is_one (&finder->reading->words, hit->last, no_speakers))
    return nobody;
  const BlSpeaker speaker = bl_speaker_at (finder->extraction, finder->reading, hit->last);
  return speaker.id != NULL && is_complete (finder, &speaker) ? speaker : nobody;
}

static BlSpeaker speaker_of (const Finder *finder, guint index);

/* "Met Scholz and said", "…, adding": whoever spoke before, or the subject of the sentence. */
static BlSpeaker
shared_speaker (const Finder *finder, guint index)
{
  for (guint i = index; i-- > 0;)
    if (hit_at (finder, i)->cue->kind == BL_CUE_SPEECH)
      {
        const BlSpeaker speaker = speaker_of (finder, i);
        if (speaker.id != NULL)
          return speaker;
      }
  return bl_speaker_first (finder->extraction, finder->reading, hit_at (finder, index)->first);
}

static BlSpeaker
speaker_of (const Finder *finder, guint index)
{
  static const char *const shares[] = { "and", "then", "but", "to", "as", "later", NULL };
  const BlCueHit *hit = hit_at (finder, index);
  if (hit->cue->kind == BL_CUE_SOURCE)
    return bl_speaker_at (finder->extraction, finder->reading, hit->last);
  if (is_passive (finder, hit))
    return passive_speaker (finder, hit);
  BlSpeaker speaker = inverted_speaker (finder, hit);
  if (speaker.id == NULL)
    speaker = bl_speaker_before (finder->extraction, finder->reading, hit->first);
  if (speaker.id == NULL
      && (is_participle (finder, hit) || (hit->first > 0 && bl_words_is_one (&finder->reading->words, hit->first - 1, shares))))
    speaker = shared_speaker (finder, index);
  return speaker;
}

/* --- before the statement ------------------------------------------------------------------------------------------- */

static gboolean
is_attribution (const BlCueHit *hit)
{
  return hit->cue->kind == BL_CUE_SPEECH || hit->cue->kind == BL_CUE_SOURCE;
}

/* The first comma in words (from, to], or G_MAXUINT. */
static guint
first_comma (const BlReading *reading, guint from, guint to)
{
  for (guint i = from + 1; i <= to; i++)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_COMMA) != 0)
      return i;
  return G_MAXUINT;
}

/* Words [from, to) begin a statement, and are not the time and place of speaking: "said on Friday, …". */
static gboolean
is_statement (const Finder *finder, guint from, guint to)
{
  static const char *const circumstances[] = { "on", "in", "at", "during", "after", "late", "early", "earlier", "last", NULL };
  if (to - from > STATEMENT_WORDS)
    return TRUE;
  for (guint i = from; i < to; i++)
    if (is_word (finder, i, "that"))
      return TRUE;
  return bl_reading_mention (finder->reading, from) == G_MAXUINT
         && !bl_words_is_one (&finder->reading->words, from, circumstances);
}

/* Whether the comma right behind a verb leads to its statement: "said, “we …", "As Tusk said, …". */
static gboolean
leads_over_comma (const Finder *finder, const BlCueHit *hit)
{
  const BlReading *reading = finder->reading;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_QUOTE) != 0 && hit->first > 0
      && bl_reading_breaks (reading, hit->first) == 0)
    return TRUE;
  for (guint i = hit->first; i > 0 && bl_reading_breaks (reading, i) == 0; i--)
    if (is_word (finder, i - 1, "as"))
      return TRUE;
  return FALSE;
}

static gboolean
governs_forward (const Finder *finder, const BlCueHit *hit, guint first)
{
  const BlReading *reading = finder->reading;
  if (bl_clause_changes (reading, hit->last - 1, first))
    return FALSE;
  if (hit->cue->kind == BL_CUE_SOURCE)
    return TRUE;
  static const char *const joins[] = { "and", "or", "nor", NULL };
  if (bl_words_is_one (&reading->words, hit->last, joins) || bl_reading_hit (reading, hit->last, BL_CUE_TERMINATOR) != NULL)
    return FALSE;
  if ((bl_reading_breaks (reading, hit->last) & BL_BREAK_COMMA) != 0)
    return leads_over_comma (finder, hit);
  const guint comma = first_comma (reading, hit->last, first);
  return comma == G_MAXUINT || bl_reading_has_break (reading, hit->last, first + 1, BL_BREAK_QUOTE)
         || is_statement (finder, hit->last, comma);
}

/* The last who speaks before the statement governs it. "Reports that …" are nobody's, unless somebody is before them. */
static const char *
find_before (const Finder *finder, guint first)
{
  const char *nameless = NULL;
  for (guint i = finder->reading->hits->len; i-- > 0;)
    {
      const BlCueHit *hit = hit_at (finder, i);
      if (!is_attribution (hit) || hit->last > first || !governs_forward (finder, hit, first))
        continue;
      const BlSpeaker speaker = speaker_of (finder, i);
      if (speaker.id != NULL)
        return speaker.id;
      if (nameless == NULL && is_word (finder, hit->last, "that"))
        nameless = bl_speaker_unnamed (finder->extraction, hit->cue->text);
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
segment_start (const Finder *finder, guint last, const BlCueHit *hit)
{
  static const char *const joins[] = { "and", "but", "while", "which", "who", "whose", "as", "after", "because", "when", NULL };
  for (guint i = hit->first; i >= last && i > 0; i--)
    if ((bl_reading_breaks (finder->reading, i) & (BL_BREAK_COMMA | BL_BREAK_QUOTE | BL_BREAK_LEAD)) != 0)
      return bl_words_is_one (&finder->reading->words, i, joins) ? G_MAXUINT : i;
  return G_MAXUINT;
}

static const char *
find_behind (const Finder *finder, guint last)
{
  const BlReading *reading = finder->reading;
  for (guint i = 0; i < reading->hits->len; i++)
    {
      const BlCueHit *hit = hit_at (finder, i);
      if (!is_attribution (hit) || hit->first < last)
        continue;
      if (is_parted (reading, last, hit->first))
        return NULL;
      if (hit->cue->kind == BL_CUE_SOURCE)
        return speaker_of (finder, i).id;
      const gboolean reduced = is_word (finder, hit->last, "by") && !is_passive (finder, hit); /* "a view repeated by …" */
      if (is_participle (finder, hit) || reduced || is_word (finder, hit->last, "that"))
        return NULL;
      const BlSpeaker speaker = segment_start (finder, last, hit) != G_MAXUINT ? speaker_of (finder, i) : (BlSpeaker){ 0 };
      return speaker.first >= last ? speaker.id : NULL;
    }
  return NULL;
}

/* --- headlines ------------------------------------------------------------------------------------------------------- */

static gboolean
is_colon (const Finder *finder, guint word)
{
  gsize length;
  const char *text = bl_document_text (finder->extraction->article->document, &length);
  const gsize end = bl_reading_word (finder->reading, word - 1)->span.end;
  return end < length && text[end] == ':';
}

/* "Tusk: Poland will not send …"; a dash behind a name is a dateline. */
static const char *
find_head (const Finder *finder, guint first)
{
  for (guint i = 1; i <= first && i <= HEAD_WORDS; i++)
    if ((bl_reading_breaks (finder->reading, i) & BL_BREAK_LEAD) != 0)
      return is_colon (finder, i) ? bl_speaker_alone (finder->extraction, finder->reading, 0, i).id : NULL;
  return NULL;
}

/* "Poland will not send …: Tusk". */
static const char *
find_tail (const Finder *finder, guint last)
{
  const guint n = bl_reading_count (finder->reading);
  for (guint i = MAX (last, 1); i < n; i++)
    if ((bl_reading_breaks (finder->reading, i) & BL_BREAK_LEAD) != 0)
      return bl_speaker_alone (finder->extraction, finder->reading, i, n).id;
  return NULL;
}

/* --- quotations over several sentences ------------------------------------------------------------------------------ */

static const char *
find_last (const Finder *finder)
{
  for (guint i = finder->reading->hits->len; i-- > 0;)
    if (hit_at (finder, i)->cue->kind == BL_CUE_SPEECH)
      {
        const BlSpeaker speaker = speaker_of (finder, i);
        if (speaker.id != NULL)
          return speaker.id;
      }
  return NULL;
}

/* The speaker of a quotation as another sentence names them: the one where it ends, where it begins, or the one before. */
static const char *
find_in_sentence (const Finder *finder, const BlQuote *quote, guint sentence)
{
  const BlExtraction *extraction = finder->extraction;
  const BlDocument *document = extraction->article->document;
  const guint here = finder->reading->sentence;
  BlReading other;
  bl_reading_init (&other);
  bl_reading_read (&other, extraction->context->cues, document, extraction->mentions, sentence);
  const Finder there = { .extraction = finder->extraction, .reading = &other };
  const char *found = NULL;
  if (bl_reading_count (&other) > 0 && sentence > here)
    found = find_behind (&there, MAX (bl_words_at (&other.words, quote->span.end), 1));
  else if (bl_reading_count (&other) > 0 && bl_document_sentence_at (document, quote->span.start) == sentence)
    found = find_before (&there, MIN (bl_words_at (&other.words, quote->span.start), bl_reading_count (&other) - 1));
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
find_around_quote (const Finder *finder, gsize offset)
{
  const BlDocument *document = finder->extraction->article->document;
  const guint here = finder->reading->sentence;
  const BlQuote *quote = bl_document_quote_at (document, offset);
  if (quote == NULL)
    return NULL;
  const guint first = bl_document_sentence_at (document, quote->span.start);
  const guint last = bl_document_sentence_at (document, quote->span.end - 1);
  const char *found = NULL;
  if (last != here)
    found = find_in_sentence (finder, quote, last);
  if (found == NULL && first != here)
    found = find_in_sentence (finder, quote, first);
  if (found == NULL && first == here && goes_on (document, quote, here))
    found = find_in_sentence (finder, quote, here - 1);
  return found;
}

/* --- all ------------------------------------------------------------------------------------------------------------ */

/* "Rwanda denied sending troops": the match itself names who speaks. */
static const char *
find_inside (const Finder *finder, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      const BlCueHit *denial = bl_reading_hit (finder->reading, i, BL_CUE_DENIAL);
      if (denial != NULL && bl_reading_hit (finder->reading, i, BL_CUE_SPEECH) != NULL)
        return bl_speaker_before (finder->extraction, finder->reading, denial->first).id;
    }
  return NULL;
}

const char *
bl_attribution_find (BlExtraction *extraction, const BlReading *reading, BlSpan span)
{
  const Finder finder = { .extraction = extraction, .reading = reading };
  const guint first = bl_words_at (&reading->words, span.start);
  const guint last = bl_words_end (&reading->words, span.end);
  const char *found = find_before (&finder, first);
  if (found == NULL)
    found = find_head (&finder, first);
  if (found == NULL)
    found = find_behind (&finder, last);
  if (found == NULL)
    found = find_tail (&finder, last);
  if (found == NULL)
    found = find_inside (&finder, first, last);
  return found != NULL ? found : find_around_quote (&finder, span.start);
}
