/* is-aged: how old somebody who is named is said to be: "Ann Lee, 45, said", "Ann Lee (45)", "Ann Lee, a 45-year-old teacher", "the
 * 45-year-old Ann Lee". figures/ages.c holds them against each other by the person, wherever they stand. */
#include "claims/cues.h"
#include "readers/surroundings.h"

#include <string.h>

/* Words between "45-year-old" and the name: "45-year-old former teacher Ann Lee". */
#define MAX_BETWEEN 3

#define MAX_AGE 120

static gboolean
is_age (const BlMention *mention)
{
  return mention->type == BL_MENTION_DURATION && strcmp (mention->quantity->noun, "age") == 0
         && strcmp (mention->quantity->unit, "year") == 0 && mention->quantity->low == mention->quantity->high
         && !mention->quantity->approximate;
}

/* "then" before it, "when" or "at the time" behind it: no age of the article's day. */
static gboolean
is_of_other_time (const BlSurroundingsReader *reader, BlSpan span)
{
  const BlFigureWords *lexicon = bl_cues_figure_words (reader->extraction->context->cues);
  const guint before = bl_words_end (&reader->words, span.start), behind = bl_words_end (&reader->words, span.end);
  return bl_figure_words_has (lexicon, bl_words_text (&reader->words, behind), BL_FIGURE_OTHER_TIME)
         || (before > 0 && bl_figure_words_has (lexicon, bl_words_text (&reader->words, before - 1), BL_FIGURE_OTHER_TIME));
}

static void
add_age (const BlSurroundingsReader *reader, const BlArgument *person, BlSpan span, double years)
{
  BlExtraction *extraction = reader->extraction;
  if (years < 1 || years > MAX_AGE || is_of_other_time (reader, span))
    return;
  BlClaim *claim = bl_extraction_add (extraction, "is-aged", "reader/ages", span);
  bl_claim_set_key (extraction, claim, person, 1);
  BlQuantity *age = bl_arena_new0 (extraction->arena, BlQuantity);
  *age = (BlQuantity){
    .low = years, .high = years, .grain = 0.5, .unit = "year", .noun = "age", .kind = "", .attribute = "", .state = ""
  };
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, span),
                            .surface = bl_extraction_text (extraction, span),
                            .quantity = age };
  BlSurroundings *around = bl_arena_new0 (extraction->arena, BlSurroundings);
  *around = bl_surroundings_at (reader, span);
  claim->detail = around;
}

/* Words between the comma behind a name and an age. */
static const char *const before_age[] = { "aged ", "who is ", "who is now ", "now ", NULL };

/* ", 45," and ", aged 45." and ", who is 45," and " (45)" right behind a name. */
static gboolean
read_digits_behind (const BlSurroundingsReader *reader, const BlMention *person)
{
  gsize length, at = person->span.end;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  const gboolean bracket = at + 2 < length && text[at] == ' ' && text[at + 1] == '(';
  if (!bracket && (at + 2 >= length || text[at] != ',' || text[at + 1] != ' '))
    return FALSE;
  at += 2;
  for (guint i = 0; before_age[i] != NULL; i++)
    if (at + strlen (before_age[i]) < length && g_str_has_prefix (text + at, before_age[i])
        && g_ascii_isdigit (text[at + strlen (before_age[i])]))
      {
        at += strlen (before_age[i]);
        break;
      }
  const gsize start = at;
  double years = 0;
  while (at < length && g_ascii_isdigit (text[at]) && at - start < 4)
    years = years * 10 + (text[at++] - '0');
  if (at == start || at >= length || at - start > 3 || (bracket ? text[at] != ')' : strchr (",.;:", text[at]) == NULL)
      || (at + 1 < length && g_ascii_isdigit (text[at + 1])))
    return FALSE;
  const BlArgument key = { .name = "person", .value = person->id, .surface = person->person.surface };
  add_age (reader, &key, bl_span (start, at), years);
  return TRUE;
}

/* Only small words stand between the two, and no more than a few; with a comma and an article where the name comes first. */
static gboolean
belongs (const BlSurroundingsReader *reader, const BlMention *person, const BlMention *age)
{
  gsize length;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  const gboolean behind = person->span.end <= age->span.start;
  const BlSpan gap = behind ? bl_span (person->span.end, age->span.start) : bl_span (age->span.end, person->span.start);
  if (behind)
    {
      g_autofree char *slice = g_strndup (text + gap.start, gap.end - gap.start);
      return strcmp (slice, ", a ") == 0 || strcmp (slice, ", an ") == 0 || strcmp (slice, ", the ") == 0
             || strcmp (slice, ", ") == 0;
    }
  guint n = 0;
  for (gsize i = gap.start; i < gap.end; i++)
    {
      if (!g_ascii_islower (text[i]) && text[i] != ' ' && text[i] != '-')
        return FALSE;
      n += text[i] == ' ';
    }
  return n >= 1 && n <= MAX_BETWEEN + 1;
}

static gboolean
is_over_person (const BlSurroundingsReader *reader, BlSpan span)
{
  guint first, n;
  bl_mentions_in_sentence (reader->extraction->mentions, reader->sentence.index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (reader->extraction->mentions, i);
      if (mention->span.start < span.end && span.start < mention->span.end)
        return TRUE;
    }
  return FALSE;
}

/* "61-year-old Sharon Diane Miller Smith": a name that no mention has, of two words and more, right behind the age. */
static void
read_unknown (const BlSurroundingsReader *reader, const BlMention *age)
{
  gsize length;
  const char *text = bl_document_text (reader->extraction->article->document, &length);
  const guint first = bl_words_end (&reader->words, age->span.end);
  g_autoptr (GString) id = g_string_new ("name/");
  guint at = first;
  for (; at < bl_words_count (&reader->words); at++)
    {
      const BlWord *word = bl_words_get (&reader->words, at);
      if (!g_ascii_isupper (text[word->span.start]) || (at > first && word->breaks != 0))
        break;
      g_string_append_printf (id, "%s%s", at > first ? " " : "", word->text);
    }
  if (at < first + 2)
    return;
  const BlSpan span
      = bl_span (bl_words_get (&reader->words, first)->span.start, bl_words_get (&reader->words, at - 1)->span.end);
  if (is_over_person (reader, span))
    return;
  const BlArgument key = { .name = "person",
                           .value = bl_arena_intern (reader->extraction->arena, id->str),
                           .surface = bl_extraction_text (reader->extraction, span) };
  add_age (reader, &key, age->span, age->quantity->low);
}

void
bl_read_age (const BlSurroundingsReader *reader, const BlMention *mention)
{
  if (is_age (mention))
    read_unknown (reader, mention);
  if (mention->type != BL_MENTION_PERSON || mention->id == NULL || mention->how == BL_HOW_PRONOUN || mention->ambiguous
      || mention->person.possessive || read_digits_behind (reader, mention))
    return;
  guint first, n;
  bl_mentions_in_sentence (reader->extraction->mentions, mention->sentence, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *age = bl_mentions_get (reader->extraction->mentions, i);
      if (is_age (age) && belongs (reader, mention, age))
        {
          const BlArgument key = { .name = "person", .value = mention->id, .surface = mention->person.surface };
          add_age (reader, &key, age->span, age->quantity->low);
          return;
        }
    }
}
