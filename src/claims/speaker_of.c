#include "claims/speaker_of.h"

#include "claims/attribution.h"
#include "claims/extraction.h"

#include <string.h>

const char *
bl_claim_find_speaker (const BlCues *cues, const BlArticleClaims *claims, const BlClaim *claim, BlArena *arena)
{
  const BlDocument *document = claim->at.article->document;
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  if (claim->speaker != NULL || claim->at.sentence_index >= n)
    return claim->speaker;
  const BlClaimContext context = { .cues = cues };
  BlExtraction extraction
      = { .context = &context, .article = claim->at.article, .mentions = bl_article_claims_mentions (claims), .arena = arena };
  BlReading reading;
  bl_reading_init (&reading);
  bl_reading_read (&reading, cues, document, extraction.mentions, claim->at.sentence_index);
  const gsize start = sentences[claim->at.sentence_index].span.start;
  const BlSpan span = bl_span (start + claim->at.in_sentence.start, start + claim->at.in_sentence.end);
  const guint first = bl_words_at (&reading.words, span.start);
  const gboolean has_words = first < bl_reading_count (&reading) && bl_words_end (&reading.words, span.end) > first;
  const char *speaker = has_words ? bl_attribution_find (&extraction, &reading, span) : NULL;
  bl_reading_clear (&reading);
  return speaker;
}

gboolean
bl_speaker_is_distinct (const BlCues *cues, const char *speaker)
{
  static const char unnamed[] = "unnamed/";
  return !g_str_has_prefix (speaker, unnamed) || bl_cues_is_party (cues, speaker + strlen (unnamed));
}
