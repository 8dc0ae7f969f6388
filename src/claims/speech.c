#include "claims/speech.h"

#include <string.h>

/* Words between "quoted" and "saying": "quoted by the Interfax news agency as saying". */
#define QUOTED_WORDS 9

static const BlCueHit *
hit_at (const BlSpeech *speech, guint index)
{
  return &g_array_index (speech->reading->hits, BlCueHit, index);
}

gboolean
bl_speech_is_participle (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const having[] = { "having", NULL };
  return g_str_has_suffix (bl_reading_word (speech->reading, hit->first)->text, "ing")
         || (hit->first > 0 && bl_words_is_one (&speech->reading->words, hit->first - 1, having));
}

gboolean
bl_speech_is_passive (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const forms[] = { "is", "are", "was", "were", "be", "been", "being", NULL };
  return hit->first > 0 && bl_words_is_one (&speech->reading->words, hit->first - 1, forms)
         && !bl_speech_is_participle (speech, hit);
}

guint
bl_speech_quoted_as (const BlReading *reading, guint verb)
{
  static const char *const as[] = { "as", NULL }, *const quoted[] = { "quoted", "cited", "reported", NULL };
  if (verb == 0 || !bl_words_is_one (&reading->words, verb - 1, as))
    return G_MAXUINT;
  for (guint i = verb - 1; i > 0 && verb - i < QUOTED_WORDS; i--)
    if (bl_words_is_one (&reading->words, i - 1, quoted))
      return i - 1;
  return G_MAXUINT;
}

static BlSpeaker
passive_speaker (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const by[] = { "by", NULL };
  if (bl_words_is_one (&speech->reading->words, hit->last, by))
    return bl_speaker_at (speech->extraction, speech->reading, hit->last + 1);
  const char *verb = bl_reading_word (speech->reading, hit->first)->text;
  return (BlSpeaker){ .id = bl_speaker_unnamed (speech->extraction, verb), .first = hit->first - 1, .last = hit->first };
}

/* Where a phrase ends and no verb of its own follows, as behind "…, said Lavrov on Friday". */
static gboolean
is_complete (const BlSpeech *speech, const BlSpeaker *speaker)
{
  static const char *const goes_on[]
      = { "on",    "in",    "at",   "of",       "for", "to",  "from",      "after", "during", "as", "earlier",
          "later", "close", "with", "familiar", "who", "and", "following", "ahead", "last",   NULL };
  const BlReading *reading = speech->reading;
  if (speaker->last >= bl_reading_count (reading) || bl_reading_breaks (reading, speaker->last) != 0)
    return TRUE;
  const guint mention = bl_reading_mention (reading, speaker->last);
  if (mention != G_MAXUINT && bl_mentions_get (speech->extraction->mentions, mention)->type == BL_MENTION_DATE)
    return TRUE;
  return bl_words_is_one (&reading->words, speaker->last, goes_on);
}

static BlSpeaker
inverted_speaker (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const no_speakers[] = { "he", "she", "it", "they", "that", "on", "in", "at", NULL };
  /* Whom one tells stands behind the verb, not who tells: "…, Lavrov, told the BBC". */
  static const char *const with_object[] = { "told", "tells", "telling", "informed", "assured", "reminded", "accused", NULL };
  const BlSpeaker nobody = { 0 };
  if (bl_words_is_one (&speech->reading->words, hit->first, with_object))
    return nobody;
  const guint8 breaks = hit->first > 0 ? bl_reading_breaks (speech->reading, hit->first) : 0;
  if ((breaks & (BL_BREAK_COMMA | BL_BREAK_QUOTE)) == 0 || bl_words_is_one (&speech->reading->words, hit->last, no_speakers))
    return nobody;
  const BlSpeaker speaker = bl_speaker_at (speech->extraction, speech->reading, hit->last);
  return speaker.id != NULL && is_complete (speech, &speaker) ? speaker : nobody;
}

/* "A report saying", "a statement warning": the noun speaks; any other participle has the subject of its sentence. */
static gboolean
follows_document (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const documents[]
      = { "statement", "report",  "reports",   "letter",   "letters",   "memo",    "message", "messages",
          "email",     "emails",  "note",      "post",     "story",     "article", "tweet",   "document",
          "documents", "release", "editorial", "official", "officials", NULL };
  return hit->first > 0 && bl_reading_breaks (speech->reading, hit->first) == 0
         && bl_words_is_one (&speech->reading->words, hit->first - 1, documents);
}

/* The speaker whom the verb has to itself. */
static BlSpeaker
own_speaker (const BlSpeech *speech, const BlCueHit *hit, gboolean behind)
{
  if (bl_speech_is_passive (speech, hit))
    return passive_speaker (speech, hit);
  if (bl_speech_is_participle (speech, hit) && !follows_document (speech, hit))
    return (BlSpeaker){ 0 };
  BlSpeaker speaker = { 0 };
  if (behind)
    speaker = inverted_speaker (speech, hit);
  if (speaker.id == NULL)
    speaker = bl_speaker_before (speech->extraction, speech->reading, hit->first);
  if (speaker.id == NULL && !behind)
    speaker = inverted_speaker (speech, hit);
  return speaker;
}

/* "A claim Peskov dismissed, saying …": who dismisses it goes on speaking. */
static gboolean
is_answer (const BlSpeech *speech, const BlCueHit *hit, const BlCueHit *participle)
{
  return (hit->cue->kind == BL_CUE_DENIAL || hit->cue->kind == BL_CUE_ATTITUDE) && hit->last == participle->first
         && (bl_reading_breaks (speech->reading, participle->first) & BL_BREAK_COMMA) != 0;
}

/* "Met Scholz and said", "…, adding": whoever spoke before, or the subject of the sentence. */
static BlSpeaker
shared_speaker (const BlSpeech *speech, guint index)
{
  for (guint i = index; i-- > 0;)
    {
      const BlCueHit *hit = hit_at (speech, i);
      if (hit->cue->kind != BL_CUE_SPEECH && !is_answer (speech, hit, hit_at (speech, index)))
        continue;
      const BlSpeaker speaker = own_speaker (speech, hit, FALSE);
      if (speaker.id != NULL)
        return speaker;
    }
  return bl_speaker_first (speech->extraction, speech->reading, hit_at (speech, index)->first);
}

/* "Lavrov accuses the West, says Russia …": a headline's second verb behind its only comma. */
static gboolean
is_elliptic (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const says[] = { "says", "warns", "claims", "adds", "tells", "insists", "vows", NULL };
  return hit->first > 1 && bl_reading_breaks (speech->reading, hit->first) == BL_BREAK_COMMA
         && bl_words_is_one (&speech->reading->words, hit->first, says)
         && bl_reading_comma (speech->reading, 1, hit->first - 1) == G_MAXUINT;
}

/* "Went on to say", "was at pains to stress"; any other "to say" says nothing yet. */
static gboolean
goes_on_to (const BlSpeech *speech, const BlCueHit *hit)
{
  static const char *const on[]
      = { "on", "pains", "quick", "keen", "eager", "careful", "sought", "rushed", "hastened", "continued", NULL };
  static const char *const to[] = { "to", NULL };
  return hit->first > 1 && bl_words_is_one (&speech->reading->words, hit->first - 1, to)
         && bl_words_is_one (&speech->reading->words, hit->first - 2, on);
}

BlSpeaker
bl_speech_speaker (const BlSpeech *speech, guint index, gboolean behind)
{
  static const char *const shares[] = { "and", "then", "but", "as", "later", NULL };
  const BlCueHit *hit = hit_at (speech, index);
  if (hit->cue->kind == BL_CUE_SOURCE)
    return bl_speaker_at (speech->extraction, speech->reading, hit->last);
  const guint quoted = bl_speech_quoted_as (speech->reading, hit->first);
  if (quoted != G_MAXUINT)
    return bl_speaker_before (speech->extraction, speech->reading, quoted);
  if (!behind && is_elliptic (speech, hit))
    return shared_speaker (speech, index);
  const BlSpeaker speaker = own_speaker (speech, hit, behind);
  const gboolean shared = bl_speech_is_participle (speech, hit) || goes_on_to (speech, hit)
                          || (hit->first > 0 && bl_words_is_one (&speech->reading->words, hit->first - 1, shares));
  return speaker.id == NULL && shared ? shared_speaker (speech, index) : speaker;
}
