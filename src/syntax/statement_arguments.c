/* What stands behind the verb of a statement. */
#include "syntax/statement_parser.h"

/* The noun phrase is the subject of a verb that follows. */
static gboolean
is_next_subject (const BlStatementParser *parser, guint phrase)
{
  guint next = phrase + 1;
  while (bl_parser_kind_at (parser, next) == BL_PHRASE_ADVERB)
    next++;
  return bl_parser_is_finite (parser, next);
}

static void
take_noun (const BlStatementParser *parser, BlStatement *statement, guint phrase, const char *lemma)
{
  if (bl_parser_is_time (parser, phrase) && !bl_parser_is_copula (lemma))
    bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, phrase);
  else if ((statement->flags & BL_STATED_EXISTS) != 0 && statement->subject == BL_NO_PHRASE)
    statement->subject = phrase;
  else if (bl_parser_is_copula (lemma) && !statement->passive)
    statement->complement = statement->complement == BL_NO_PHRASE ? phrase : statement->complement;
  else if (statement->object == BL_NO_PHRASE)
    statement->object = phrase;
  else
    {
      bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, statement->object);
      statement->object = phrase;
    }
}

/* "Far from", "close to", "out of": the first word says it. */
static gboolean
is_compound_preposition (const BlStatementParser *parser, guint phrase)
{
  static const char *const words[] = { "far", "close", "next", "away", "out", "outside", "inside", "ahead", "instead", NULL };
  return bl_parser_kind_at (parser, phrase + 1) == BL_PHRASE_PREPOSITION
         && bl_parser_kind_at (parser, phrase + 2) == BL_PHRASE_NOUN
         && g_strv_contains (words, bl_parser_opener_of (parser, phrase));
}

/* A comma inside "a singer, musician and actor". */
static gboolean
continues_list (const BlStatementParser *parser, guint comma)
{
  if (bl_parser_kind_at (parser, comma - 1) != BL_PHRASE_NOUN)
    return FALSE;
  for (guint i = comma; bl_parser_kind_at (parser, i) == BL_PHRASE_COMMA && bl_parser_kind_at (parser, i + 1) == BL_PHRASE_NOUN;
       i += 2)
    {
      const guint next = i + 2;
      if (bl_parser_kind_at (parser, next) == BL_PHRASE_CONJUNCTION && bl_parser_kind_at (parser, next + 1) == BL_PHRASE_NOUN)
        return !is_next_subject (parser, next + 1);
      if (bl_parser_kind_at (parser, next) == BL_PHRASE_COMMA && bl_parser_kind_at (parser, next + 1) == BL_PHRASE_CONJUNCTION
          && bl_parser_kind_at (parser, next + 2) == BL_PHRASE_NOUN)
        return !is_next_subject (parser, next + 2);
    }
  return FALSE;
}

guint
bl_statement_read_arguments (const BlStatementParser *parser, BlStatement *statement)
{
  const BlPhrase *verb = bl_parser_phrase_at (parser, statement->verb);
  guint preposition = G_MAXUINT, q = statement->verb + 1;
  for (; q < parser->n; q++)
    {
      const BlPhraseKind kind = bl_parser_kind_at (parser, q);
      if ((kind == BL_PHRASE_ADVERB || kind == BL_PHRASE_ADJECTIVE) && is_compound_preposition (parser, q))
        {
          preposition = bl_parser_phrase_at (parser, q)->first;
          q++;
          continue;
        }
      if (kind == BL_PHRASE_ADVERB || kind == BL_PHRASE_QUOTE)
        continue;
      if (kind == BL_PHRASE_PREPOSITION)
        {
          preposition = bl_parser_phrase_at (parser, q)->first;
          continue;
        }
      if (kind == BL_PHRASE_ADJECTIVE)
        {
          if (statement->complement == BL_NO_PHRASE && preposition == G_MAXUINT && statement->object == BL_NO_PHRASE)
            statement->complement = q;
          continue;
        }
      if (kind == BL_PHRASE_CONJUNCTION && bl_parser_kind_at (parser, q + 1) == BL_PHRASE_NOUN
          && !is_next_subject (parser, q + 1) && bl_parser_kind_at (parser, q - 1) == BL_PHRASE_NOUN)
        {
          bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, bl_parser_phrase_at (parser, q)->first, q + 1);
          q++;
          continue;
        }
      if (kind == BL_PHRASE_COMMA && continues_list (parser, q))
        {
          bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, bl_parser_phrase_at (parser, q)->first, q + 1);
          q++;
          continue;
        }
      if (kind == BL_PHRASE_NOUN && q == statement->verb + 1 && is_next_subject (parser, q) && bl_parser_is_copula (verb->lemma)
          && !statement->passive)
        {
          statement->complement = q++; /* "is a film released in May": the verb is a participle */
          break;
        }
      if (kind != BL_PHRASE_NOUN || (preposition == G_MAXUINT && is_next_subject (parser, q)))
        break;
      if (preposition != G_MAXUINT)
        bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, preposition, q);
      else
        take_noun (parser, statement, q, verb->lemma);
      preposition = G_MAXUINT;
    }
  return q;
}

void
bl_statement_turn_passive (const BlStatementParser *parser, BlStatement *statement)
{
  if (!bl_parser_phrase_at (parser, statement->verb)->passive)
    return;
  statement->passive = TRUE;
  const guint patient = statement->subject;
  statement->subject = BL_NO_PHRASE;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (statement->adjuncts[i].preposition != G_MAXUINT
        && strcmp (bl_parser_word_text (parser, statement->adjuncts[i].preposition), "by") == 0
        && !bl_parser_is_time (parser, statement->adjuncts[i].phrase))
      {
        statement->subject = statement->adjuncts[i].phrase;
        statement->n_adjuncts--;
        memmove (&statement->adjuncts[i], &statement->adjuncts[i + 1], (statement->n_adjuncts - i) * sizeof (BlAdjunct));
        break;
      }
  if (statement->object != BL_NO_PHRASE)
    bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, statement->object);
  statement->object = patient;
}
