#include "claims/attribution.h"

#include <string.h>

/* Words between a speaker and the verb: "Lavrov, however, stated"; with an apposition between commas more. */
#define NEAR_WORDS 3
#define APPOSITION_WORDS 14

static gboolean
can_speak (const BlMention *mention)
{
  return mention->type == BL_MENTION_PERSON || mention->type == BL_MENTION_ORG
         || (mention->type == BL_MENTION_COUNTRY && mention->country.surface != BL_SURFACE_DEMONYM)
         || (mention->type == BL_MENTION_OFFICE && mention->title.holder == G_MAXUINT);
}

/* The speaker that stands before the verb at word index; NULL when none is near. */
static const BlMention *
speaker_before (const BlExtraction *extraction, const BlWords *words, guint sentence, guint verb)
{
  guint first, n;
  bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
  const gsize verb_start = bl_words_get (words, verb)->span.start;
  for (guint i = first + n; i-- > first;)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (mention->span.end > verb_start || !can_speak (mention) || mention->id == NULL)
        continue;
      const guint end = bl_words_at (words, mention->span.end);
      const guint gap = verb - MIN (verb, end);
      if (gap <= NEAR_WORDS)
        return mention;
      const gboolean apposition = gap <= APPOSITION_WORDS && (bl_words_get (words, end)->breaks & BL_BREAK_COMMA) != 0
                                  && (bl_words_get (words, verb)->breaks & BL_BREAK_COMMA) != 0;
      return apposition ? mention : NULL;
    }
  return NULL;
}

/* "…, said Kate Bedingfield". */
static const BlMention *
speaker_after (const BlExtraction *extraction, const BlWords *words, guint sentence, guint verb)
{
  guint first, n;
  bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
  const gsize verb_end = bl_words_get (words, verb)->span.end;
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (extraction->mentions, i);
      if (mention->span.start < verb_end || !can_speak (mention) || mention->id == NULL)
        continue;
      return bl_words_at (words, mention->span.start) - verb <= NEAR_WORDS + 1 ? mention : NULL;
    }
  return NULL;
}

/* "officials said", "a spokesman told": the noun before the verb stands for somebody without a name. */
static const char *
unnamed_before (BlExtraction *extraction, const BlWords *words, guint verb)
{
  static const char *const nouns[]
      = { "official",  "officials", "source",  "sources",  "spokesman", "spokeswoman", "spokesperson",
          "diplomat",  "diplomats", "analyst", "analysts", "expert",    "experts",     "minister",
          "ministers", "aide",      "aides",   "people",   "critics",   "lawmakers",   NULL };
  for (guint back = 1; back <= 3 && back <= verb; back++)
    {
      const char *word = bl_words_get (words, verb - back)->text;
      if (g_strv_contains (nouns, word))
        {
          g_autofree char *id = g_strdup_printf ("unnamed/%s", word);
          return bl_arena_intern (extraction->arena, id);
        }
    }
  return NULL;
}

static gboolean
is_according_to (const BlWords *words, guint index)
{
  return index + 1 < words->words->len && strcmp (bl_words_get (words, index)->text, "according") == 0
         && strcmp (bl_words_get (words, index + 1)->text, "to") == 0;
}

const char *
bl_attribution_find (BlExtraction *extraction, const BlWords *words, guint sentence, BlSpan span)
{
  const guint n = words->words->len;
  const guint match = bl_words_at (words, span.start);
  const char *found = NULL;
  for (guint i = 0; i < n; i++)
    {
      const gsize at = bl_words_get (words, i)->span.start;
      if (at >= span.start && at < span.end)
        continue;
      if (is_according_to (words, i))
        {
          const BlMention *speaker = speaker_after (extraction, words, sentence, i + 1);
          if (speaker != NULL)
            return speaker->id;
          return bl_arena_intern (extraction->arena, "unnamed/according-to");
        }
      const BlCue *cue = bl_cues_match (extraction->context->cues, words, i);
      if (cue == NULL || cue->kind != BL_CUE_SPEECH)
        continue;
      const BlMention *speaker = speaker_before (extraction, words, sentence, i);
      if (i < match)
        {
          /* The last verb of saying before the statement governs it. */
          if (speaker != NULL)
            found = speaker->id;
          else
            {
              const char *unnamed = unnamed_before (extraction, words, i);
              found = unnamed != NULL ? unnamed : found;
            }
          continue;
        }
      /* Behind the statement: "…, Lavrov said", "…, said Lavrov"; the speaker must stand behind it too. */
      if (found != NULL)
        break;
      if (speaker != NULL && speaker->span.start >= span.end)
        return speaker->id;
      const BlMention *inverted = speaker_after (extraction, words, sentence, i);
      if (inverted != NULL && (bl_words_get (words, i)->breaks & (BL_BREAK_COMMA | BL_BREAK_QUOTE)) != 0)
        return inverted->id;
      return unnamed_before (extraction, words, i);
    }
  return found;
}
