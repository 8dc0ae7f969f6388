/* is-born: when somebody who is named was born: "Ann Lee, born in 1975", "Ann Lee (born 3 May 1975)", "Ann Lee was born in Graz in 1975",
 * "Born in 1975, Ann Lee", "She was born in 1975". figures/births.c holds it against ages and against other births. */
#include "readers/surroundings.h"

#include <string.h>

/* Words between "born" and the date: "in Graz, Austria, in". */
#define MAX_PLACE 5

/* Words between the name and "born" that leave it the name's. */
static gboolean
links_name (const BlWords *words, guint first, guint born)
{
  static const char *const links[] = { "who", "was", "is", "had", "been", NULL };
  if (born < first || born - first > 2)
    return FALSE;
  for (guint i = first; i < born; i++)
    if (!bl_words_is_one (words, i, links) || (bl_words_get (words, i)->breaks & BL_BREAK_STRONG) != 0)
      return FALSE;
  return TRUE;
}

/* The word "born" whose date this is; G_MAXUINT for none, and where a bound stands before it: "born before 1975". */
static guint
find_born (const BlSurroundingsReader *reader, guint date)
{
  static const char *const leads[] = { "born", "in", "on", NULL };
  if (date == 0 || !bl_words_is_one (&reader->words, date - 1, leads))
    return G_MAXUINT;
  for (guint i = date; i > 0 && date - i <= MAX_PLACE; i--)
    {
      if (bl_words_is (&reader->words, i - 1, "born"))
        return i - 1;
      if ((bl_words_get (&reader->words, i - 1)->breaks & (BL_BREAK_STRONG | BL_BREAK_QUOTE | BL_BREAK_OPEN)) != 0)
        break;
    }
  return G_MAXUINT;
}

static gboolean
is_somebody (const BlMention *mention)
{
  return mention->type == BL_MENTION_PERSON && mention->id != NULL && !mention->ambiguous && !mention->person.possessive;
}

/* Whose birth it is: the name right before "born", a pronoun that begins the sentence, or the name behind "Born in 1975,". */
static const BlMention *
find_person (const BlSurroundingsReader *reader, guint born, const BlMention *date)
{
  guint first, n;
  bl_mentions_in_sentence (reader->extraction->mentions, reader->sentence.index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (reader->extraction->mentions, i);
      if (!is_somebody (mention))
        continue;
      const guint begin = bl_words_at (&reader->words, mention->span.start),
                  end = bl_words_end (&reader->words, mention->span.end);
      if (end <= born && (mention->how != BL_HOW_PRONOUN || begin == 0) && links_name (&reader->words, end, born))
        return mention;
      if (born == 0 && mention->how != BL_HOW_PRONOUN && begin == bl_words_end (&reader->words, date->span.end)
          && (bl_words_get (&reader->words, begin)->breaks & BL_BREAK_COMMA) != 0)
        return mention;
    }
  return NULL;
}

void
bl_read_birth (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (mention->type != BL_MENTION_DATE || mention->date.relative || mention->date.written.year == 0
      || mention->date.written.precision == BL_DATE_UNKNOWN)
    return;
  const guint born = find_born (reader, bl_words_at (&reader->words, mention->span.start));
  const BlMention *person = born != G_MAXUINT ? find_person (reader, born, mention) : NULL;
  if (person == NULL)
    return;
  BlExtraction *extraction = reader->extraction;
  const BlSpan span = bl_span (bl_words_get (&reader->words, born)->span.start, mention->span.end);
  BlClaim *claim = bl_extraction_add (extraction, "is-born", "reader/births", span);
  const BlArgument key = { .name = "person", .value = person->id, .surface = person->person.surface };
  bl_claim_set_key (extraction, claim, &key, 1);
  g_autofree char *date = bl_date_format (mention->date.written);
  claim->value = (BlValue){ .kind = BL_VALUE_DATE,
                            .text = bl_arena_intern (extraction->arena, date),
                            .surface = bl_extraction_text (extraction, mention->span),
                            .date = bl_date_range (mention->date.written) };
  BlSurroundings *around = bl_arena_new0 (extraction->arena, BlSurroundings);
  *around = bl_surroundings_at (reader, span);
  claim->detail = around;
}
