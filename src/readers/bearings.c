/* bears: which way from a place a distance is measured: "40 kilometres (25 miles) north-west of the town of Norvik". Compared by
 * figures/bearings.c. */
#include "claims/cues.h"
#include "readers/surroundings.h"

#include <math.h>
#include <string.h>

/* Words between the distance and its direction: a second distance in brackets. */
#define MAX_BRACKET 4

/* Words between "of" and the name of the place. */
#define MAX_PLACE 4

static const BlFigureWords *
lexicon_of (const BlSurroundingsReader *reader)
{
  return bl_cues_figure_words (reader->extraction->context->cues);
}

/* The direction at word *at, of two words too: "north-west", "north-northeast" is half way between. Moves *at behind it; -1 for none. */
static double
read_direction (const BlSurroundingsReader *reader, guint *at)
{
  const double first = bl_figure_words_bearing (lexicon_of (reader), bl_words_text (&reader->words, *at));
  if (first < 0)
    return -1;
  const double second = bl_figure_words_bearing (lexicon_of (reader), bl_words_text (&reader->words, *at + 1));
  *at += second < 0 ? 1 : 2;
  if (second < 0)
    return first;
  const double x = first * G_PI / 180, y = second * G_PI / 180;
  const double degrees = atan2 (sin (x) + sin (y), cos (x) + cos (y)) * 180 / G_PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/* The capitalised word behind "of", with what may stand between; G_MAXUINT for none. */
static guint
find_place (const BlSurroundingsReader *reader, guint at)
{
  gsize length;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  for (guint i = at; i < bl_words_count (&reader->words) && i < at + MAX_PLACE; i++)
    {
      const BlWord *word = bl_words_get (&reader->words, i);
      if (word->breaks != 0)
        return G_MAXUINT;
      if (g_ascii_isupper (text[word->span.start]) || (guchar) text[word->span.start] >= 0x80)
        return i;
      if (!bl_figure_words_has (lexicon_of (reader), word->text, BL_FIGURE_PLACE_HEAD))
        return G_MAXUINT;
    }
  return G_MAXUINT;
}

/* "(25 miles)": the word behind a short bracket, when no comma stands there. */
static guint
behind_bracket (const BlSurroundingsReader *reader, guint from)
{
  for (guint at = from + 1; at < bl_words_count (&reader->words) && at <= from + MAX_BRACKET; at++)
    if (bl_words_get (&reader->words, at)->breaks == BL_BREAK_CLOSE)
      return at;
  return from;
}

static gboolean
is_length (const BlQuantity *quantity)
{
  return quantity->measure != NULL && strcmp (quantity->measure->dimension, "length") == 0;
}

void
bl_read_bearing (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (mention->type != BL_MENTION_QUANTITY || !is_length (mention->quantity))
    return;
  BlExtraction *extraction = reader->extraction;
  guint at = bl_words_end (&reader->words, MAX (mention->span.end, mention->quantity->noun_span.end));
  if ((bl_words_count (&reader->words) > at ? bl_words_get (&reader->words, at)->breaks : 0) == BL_BREAK_OPEN)
    at = behind_bracket (reader, at);
  const double degrees = read_direction (reader, &at);
  if (degrees < 0 || !bl_words_is (&reader->words, at, "of"))
    return;
  const guint place = find_place (reader, at + 1);
  if (place == G_MAXUINT)
    return;
  const BlWord *name = bl_words_get (&reader->words, place);
  const BlSpan span = bl_span (mention->span.start, bl_words_get (&reader->words, at - 1)->span.end);
  BlClaim *claim = bl_extraction_add (extraction, "bears", "reader/bearings", bl_span (mention->span.start, name->span.end));
  const BlArgument key = { .name = "place",
                           .value = bl_arena_intern (extraction->arena, name->text),
                           .surface = bl_extraction_text (extraction, name->span) };
  bl_claim_set_key (extraction, claim, &key, 1);
  BlQuantity *direction = bl_arena_new0 (extraction->arena, BlQuantity);
  *direction
      = (BlQuantity){ .low = degrees, .high = degrees, .unit = "degree", .noun = "", .kind = "", .attribute = "", .state = "" };
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, span),
                            .surface = bl_extraction_text (extraction, span),
                            .quantity = direction };
  BlBearingDetail *detail = bl_arena_new0 (extraction->arena, BlBearingDetail);
  *detail = (BlBearingDetail){ .distance = mention->quantity, .around = bl_surroundings_at (reader, mention->span) };
  claim->detail = detail;
}
