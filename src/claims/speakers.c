#include "claims/speakers.h"

#include <string.h>

/* Words of an apposition between a speaker and the verb. */
#define APPOSITION_WORDS 16

/* Words of a noun phrase behind a verb: "said a senior official at the Ministry …". */
#define PHRASE_WORDS 9

/* Words between a noun and the preposition of its complement: "spokesman for the armed forces". */
#define COMPLEMENT_WORDS 4

const char *
bl_speaker_unnamed (BlExtraction *extraction, const char *word)
{
  g_autofree char *id = g_strconcat (BL_UNNAMED, word, NULL);
  return bl_arena_intern (extraction->arena, id);
}

gboolean
bl_speaker_is_unnamed (const BlCues *cues, const char *id, BlWordClass class)
{
  return g_str_has_prefix (id, BL_UNNAMED) && bl_cues_is_of (cues, id + strlen (BL_UNNAMED), class);
}

static const BlMention *
mention_at (const BlExtraction *extraction, const BlReading *reading, guint word)
{
  const guint index = bl_reading_mention (reading, word);
  return index != G_MAXUINT ? bl_mentions_get (extraction->mentions, index) : NULL;
}

static guint
mention_first (const BlReading *reading, guint word)
{
  while (word > 0 && bl_reading_mention (reading, word - 1) == bl_reading_mention (reading, word))
    word--;
  return word;
}

static gboolean
is_date (const BlMention *mention)
{
  return mention != NULL && mention->type == BL_MENTION_DATE;
}

/* The id that a mention speaks under. A demonym alone ("the French") does too; a place does not. */
static const char *
id_of (const BlExtraction *extraction, const BlMention *mention)
{
  if (mention == NULL)
    return NULL;
  switch (mention->type)
    {
    case BL_MENTION_PERSON:
    case BL_MENTION_ORG:
    case BL_MENTION_COUNTRY:
      return mention->id;
    case BL_MENTION_OFFICE:
      if (mention->title.holder != G_MAXUINT)
        return bl_mentions_get (extraction->mentions, mention->title.holder)->id;
      return mention->title.indefinite ? NULL : mention->id;
    default:
      return NULL;
    }
}

static gboolean
is_noun (const BlReading *reading, guint word)
{
  return word < bl_reading_count (reading) && strlen (bl_reading_word (reading, word)->text) >= 3
         && !bl_reading_is_of (reading, word, BL_WORDS_NO_SPEAKER) && !bl_reading_is_of (reading, word, BL_WORDS_PREPOSITION)
         && !bl_reading_is_of (reading, word, BL_WORDS_ARTICLE) && bl_reading_hit (reading, word, BL_CUE_TERMINATOR) == NULL;
}

/* --- before the verb ------------------------------------------------------------------------------------------------ */

/* What may stand between a preposition and its noun; another name begins another phrase: "In Warsaw Donald Tusk said". */
static gboolean
is_modifier (const BlExtraction *extraction, const BlReading *reading, guint word)
{
  const BlMention *mention = mention_at (extraction, reading, word);
  if (mention == NULL)
    return is_noun (reading, word);
  return mention->type == BL_MENTION_OFFICE
         || (mention->type == BL_MENTION_COUNTRY && mention->country.surface == BL_SURFACE_DEMONYM);
}

/* The preposition that a phrase ending at word depends on, over articles and adjectives: "for the armed forces"; G_MAXUINT for none. */
static guint
preposition_before (const BlExtraction *extraction, const BlReading *reading, guint first)
{
  for (guint i = first, n = 0; i > 0 && n <= COMPLEMENT_WORDS; i--, n++)
    {
      if (bl_reading_breaks (reading, i) != 0)
        return G_MAXUINT;
      if (bl_reading_is_of (reading, i - 1, BL_WORDS_PREPOSITION))
        return i - 1;
      if (!bl_reading_is_of (reading, i - 1, BL_WORDS_ARTICLE) && !bl_reading_is_of (reading, i - 1, BL_WORDS_FORM_OF_ADDRESS)
          && !is_modifier (extraction, reading, i - 1))
        return G_MAXUINT;
    }
  return G_MAXUINT;
}

static BlSpeaker resolve (BlExtraction *extraction, const BlReading *reading, guint end, guint depth);

/* "Ministry", with the state it belongs to a few words before it, or any other noun. */
static const char *
noun_id (BlExtraction *extraction, const BlReading *reading, guint noun, guint *first)
{
  *first = noun;
  if (bl_reading_is_of (reading, noun, BL_WORDS_BODY))
    for (guint i = noun, n = 0; i > 0 && n < 3 && bl_reading_breaks (reading, i) == 0; i--, n++)
      {
        const BlMention *state = mention_at (extraction, reading, i - 1);
        if (state != NULL && state->type != BL_MENTION_COUNTRY && state->type != BL_MENTION_OFFICE)
          break;
        if (state != NULL && state->type == BL_MENTION_COUNTRY)
          {
            *first = mention_first (reading, i - 1);
            return state->id;
          }
      }
  return bl_speaker_unnamed (extraction, bl_reading_word (reading, noun)->text);
}

/* The head of "spokesman for X", "sources close to X", "Tusk in Warsaw": what stands before the preposition; X itself when nothing
 * does. */
static BlSpeaker
resolve_head (BlExtraction *extraction, const BlReading *reading, guint preposition, guint depth)
{
  const BlSpeaker nobody = { 0 };
  if (preposition == 0 || bl_reading_breaks (reading, preposition) != 0)
    return nobody;
  const guint end = bl_reading_is_of (reading, preposition - 1, BL_WORDS_CLOSE_TO) ? preposition - 1 : preposition;
  return resolve (extraction, reading, end, depth + 1);
}

static BlSpeaker
resolve_mention (BlExtraction *extraction, const BlReading *reading, guint word, guint depth)
{
  const BlMention *mention = mention_at (extraction, reading, word);
  const guint first = mention_first (reading, word);
  const guint preposition = preposition_before (extraction, reading, first);
  const BlSpeaker self = { .id = id_of (extraction, mention), .first = first, .last = word + 1 };
  if (preposition == G_MAXUINT || depth >= 3)
    return self;
  /* "At the summit Macron said": nothing before the preposition; but in "in Warsaw said" Warsaw is only the place. */
  const BlSpeaker head = resolve_head (extraction, reading, preposition, depth);
  return head.id == NULL && mention->type == BL_MENTION_PERSON ? self : head;
}

/* The noun phrase of words [?, end). */
static BlSpeaker
resolve (BlExtraction *extraction, const BlReading *reading, guint end, guint depth)
{
  const BlSpeaker nobody = { 0 };
  if (end == 0)
    return nobody;
  const guint word = end - 1;
  if (bl_reading_is_of (reading, word, BL_WORDS_PRONOUN))
    {
      const BlMention *known = mention_at (extraction, reading, word);
      const char *id = known != NULL && known->id != NULL
                           ? known->id
                           : bl_speaker_unnamed (extraction, bl_reading_word (reading, word)->text);
      return (BlSpeaker){ .id = id, .first = word, .last = end };
    }
  const BlMention *mention = mention_at (extraction, reading, word);
  if (is_date (mention))
    return nobody;
  if (mention != NULL && (mention->type != BL_MENTION_OFFICE || id_of (extraction, mention) != NULL))
    return resolve_mention (extraction, reading, word, depth);
  if (!is_noun (reading, word))
    return nobody;
  const guint preposition = preposition_before (extraction, reading, word);
  if (preposition != G_MAXUINT && depth < 3)
    {
      const BlSpeaker head = resolve_head (extraction, reading, preposition, depth);
      if (head.id != NULL)
        return head;
    }
  guint first;
  const char *id = noun_id (extraction, reading, word, &first);
  return (BlSpeaker){ .id = id, .first = first, .last = end };
}

/* Over auxiliaries, adverbs and dates, back to where the subject ends: "officials have repeatedly said". */
static guint
skip_auxiliaries (const BlExtraction *extraction, const BlReading *reading, guint verb)
{
  guint end = verb;
  while (end > 0
         && (bl_reading_is_of (reading, end - 1, BL_WORDS_AUXILIARY) || is_date (mention_at (extraction, reading, end - 1))
             || g_str_has_suffix (bl_reading_word (reading, end - 1)->text, "ly")))
    end--;
  return end;
}

/* "Tusk, its prime minister, said", "officials, speaking in private, said": the phrase before the comma that opens the
 * apposition. */
static BlSpeaker
over_apposition (BlExtraction *extraction, const BlReading *reading, guint end)
{
  /* "A spokesman, Brad Hill, said": the name is the apposition. */
  const BlMention *name = mention_at (extraction, reading, end - 1);
  const guint start = mention_first (reading, end - 1);
  if (name != NULL && name->type == BL_MENTION_PERSON && (bl_reading_breaks (reading, start) & BL_BREAK_COMMA) != 0)
    return (BlSpeaker){ .id = name->id, .first = start, .last = end };
  for (guint i = end - 1; i > 0 && end - i <= APPOSITION_WORDS; i--)
    {
      const guint8 breaks = bl_reading_breaks (reading, i);
      if ((breaks & (BL_BREAK_STRONG | BL_BREAK_QUOTE)) != 0)
        break;
      if ((breaks & BL_BREAK_COMMA) != 0)
        return resolve (extraction, reading, i, 0);
    }
  return (BlSpeaker){ 0 };
}

BlSpeaker
bl_speaker_before (BlExtraction *extraction, const BlReading *reading, guint verb)
{
  const BlSpeaker nobody = { 0 };
  guint end = skip_auxiliaries (extraction, reading, verb);
  if (end > 0 && (bl_reading_breaks (reading, end) & BL_BREAK_CLOSE) != 0)
    while (end > 1 && (bl_reading_breaks (reading, end) & BL_BREAK_OPEN) == 0)
      end--;
  else if (end > 0 && bl_reading_has_break (reading, end, verb + 1, BL_BREAK_CLOSE | BL_BREAK_OPEN))
    return nobody;
  if (end == 0 || bl_reading_has_break (reading, end, verb + 1, BL_BREAK_STRONG | BL_BREAK_QUOTE))
    return nobody;
  if (bl_reading_is_of (reading, end - 1, BL_WORDS_SPEAKER_RELATIVE))
    return resolve (extraction, reading, end - 1, 0);
  const guint comma = (bl_reading_breaks (reading, verb) & BL_BREAK_COMMA) != 0 ? verb : end;
  if ((bl_reading_breaks (reading, comma) & BL_BREAK_COMMA) != 0)
    {
      const BlSpeaker speaker = over_apposition (extraction, reading, comma);
      if (speaker.id != NULL || comma == verb)
        return speaker;
    }
  return resolve (extraction, reading, end, 0);
}

/* --- behind the verb ------------------------------------------------------------------------------------------------ */

/* A person in the phrase is its head, whatever office or body stands before: "Kremlin spokesman Dmitry Peskov". */
BlSpeaker
bl_speaker_at (BlExtraction *extraction, const BlReading *reading, guint word)
{
  BlSpeaker found = { .first = word };
  guint noun = G_MAXUINT, i = word;
  for (; i < bl_reading_count (reading) && i < word + PHRASE_WORDS; i++)
    {
      if ((i > word && bl_reading_breaks (reading, i) != 0) || bl_reading_is_of (reading, i, BL_WORDS_PREPOSITION)
          || bl_reading_is_of (reading, i, BL_WORDS_NO_SPEAKER) || bl_reading_is_of (reading, i, BL_WORDS_SPEAKER_ENDS))
        break;
      const BlMention *mention = mention_at (extraction, reading, i);
      if (is_date (mention))
        break;
      const char *id = id_of (extraction, mention);
      if (id == NULL && !is_noun (reading, i))
        continue;
      found.id = id;
      noun = id == NULL ? i : G_MAXUINT;
      found.last = i + 1;
      if (mention != NULL && mention->type == BL_MENTION_PERSON
          && bl_reading_mention (reading, i + 1) != bl_reading_mention (reading, i))
        return found;
    }
  guint first;
  if (noun == G_MAXUINT)
    return found;
  /* "The panel's top Democrat, Dianne Feinstein". */
  const BlMention *name = mention_at (extraction, reading, i);
  const gboolean named = name != NULL && name->type == BL_MENTION_PERSON && bl_reading_breaks (reading, i) == BL_BREAK_COMMA;
  found.id = named ? name->id : noun_id (extraction, reading, noun, &first);
  return found;
}

BlSpeaker
bl_speaker_alone (BlExtraction *extraction, const BlReading *reading, guint from, guint to)
{
  const BlSpeaker nobody = { 0 };
  if (from >= to)
    return nobody;
  for (guint i = from; i < to; i++)
    if (id_of (extraction, mention_at (extraction, reading, i)) == NULL)
      return nobody;
  return (BlSpeaker){ .id = id_of (extraction, mention_at (extraction, reading, to - 1)), .first = from, .last = to };
}

/* Before a mention or pronoun that ends at word: no preposition. */
static gboolean
is_governed (const BlReading *reading, guint first)
{
  return first > 0 && bl_reading_is_of (reading, first - 1, BL_WORDS_PREPOSITION);
}

BlSpeaker
bl_speaker_first (BlExtraction *extraction, const BlReading *reading, guint before)
{
  for (guint i = 0; i < before; i++)
    {
      if (bl_reading_is_of (reading, i, BL_WORDS_PRONOUN) && !is_governed (reading, i))
        return resolve (extraction, reading, i + 1, 0);
      const BlMention *mention = mention_at (extraction, reading, i);
      const char *id = is_date (mention) ? NULL : id_of (extraction, mention);
      if (id == NULL || is_governed (reading, mention_first (reading, i)))
        continue;
      const gboolean adjective = mention->type == BL_MENTION_COUNTRY && mention->country.surface == BL_SURFACE_DEMONYM;
      if (!adjective)
        return (BlSpeaker){ .id = id, .first = i, .last = i + 1 };
    }
  return (BlSpeaker){ 0 };
}
