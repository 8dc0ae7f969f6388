/* Private to the reading of statements: the sentence while it is read, and what its parts share. */
#pragma once

#include "syntax/statements.h"

#include <string.h>

typedef struct
{
  BlStatements *out;
  const BlSyntax *syntax;
  guint n; /* phrases */
} BlStatementParser;

static inline const BlPhrase *
bl_parser_phrase_at (const BlStatementParser *parser, guint i)
{
  return bl_phrases_get (&parser->out->phrases, i);
}

static inline BlPhraseKind
bl_parser_kind_at (const BlStatementParser *parser, guint i)
{
  return bl_phrases_kind (&parser->out->phrases, i);
}

static inline const char *
bl_parser_word_text (const BlStatementParser *parser, guint word)
{
  return bl_phrases_word (&parser->out->phrases, word)->text;
}

/* First word of a phrase. */
static inline const char *
bl_parser_opener_of (const BlStatementParser *parser, guint phrase)
{
  return phrase < parser->n ? bl_parser_word_text (parser, bl_parser_phrase_at (parser, phrase)->first) : "";
}

static inline gboolean
bl_parser_in_list (const BlStatementParser *parser, BlWordList list, const char *word)
{
  return bl_syntax_has (parser->syntax, list, word);
}

static inline gboolean
bl_parser_is_finite (const BlStatementParser *parser, guint i)
{
  return bl_parser_kind_at (parser, i) == BL_PHRASE_VERB && bl_parser_phrase_at (parser, i)->form == BL_VERB_FINITE;
}

/* The statement of a verb phrase, or NULL. */
static inline BlStatement *
bl_parser_statement_of (const BlStatementParser *parser, guint phrase)
{
  for (guint i = parser->out->list->len; i > 0; i--)
    {
      BlStatement *statement = &g_array_index (parser->out->list, BlStatement, i - 1);
      if (statement->verb == phrase)
        return statement;
    }
  return NULL;
}

static inline guint
bl_parser_last_statement (const BlStatementParser *parser)
{
  return parser->out->list->len > 0 ? parser->out->list->len - 1 : G_MAXUINT;
}

static inline const BlStatement *
bl_parser_governor_of (const BlStatementParser *parser, const BlStatement *statement)
{
  return statement->governor != G_MAXUINT ? bl_statements_get (parser->out, statement->governor) : NULL;
}

static inline void
bl_parser_share_subject (BlStatement *statement, const BlStatement *with)
{
  statement->subject = with->subject;
  memcpy (statement->of_subject, with->of_subject, sizeof with->of_subject);
  statement->n_of_subject = with->n_of_subject;
}

static inline void
bl_parser_add_adjunct (BlAdjunct *list, guint *n, guint preposition, guint phrase)
{
  if (*n < BL_MOST_ADJUNCTS)
    list[(*n)++] = (BlAdjunct){ .preposition = preposition, .phrase = phrase };
}

static inline gboolean
bl_parser_is_time (const BlStatementParser *parser, guint phrase)
{
  g_autofree char *small = g_ascii_strdown (bl_parser_phrase_at (parser, phrase)->lemma, -1);
  return bl_parser_in_list (parser, BL_WORDS_TIMES, small);
}

static inline gboolean
bl_parser_is_copula (const char *lemma)
{
  static const char *const verbs[] = { "be", "become", "remain", "stay", "seem", NULL };
  return g_strv_contains (verbs, lemma);
}

/* The subject of a finite verb, which stands left of it; flags of its clause. */
void bl_statement_find_subject (const BlStatementParser *parser, BlStatement *statement);

/* Reads arguments behind the verb; the first phrase that is none. */
guint bl_statement_read_arguments (const BlStatementParser *parser, BlStatement *statement);

/* "Was bought by X": X buys. */
void bl_statement_turn_passive (const BlStatementParser *parser, BlStatement *statement);
