/* Who a statement is about. */
#include "syntax/statement_parser.h"

/* What stands between the subject's noun and its verb. */
static void
read_of_subject (const BlStatementParser *parser, BlStatement *statement, guint verb)
{
  for (guint i = statement->subject + 1; i + 1 < verb; i++)
    {
      if (bl_parser_kind_at (parser, i) == BL_PHRASE_PREPOSITION && bl_parser_kind_at (parser, i + 1) == BL_PHRASE_NOUN)
        bl_parser_add_adjunct (statement->of_subject, &statement->n_of_subject, bl_parser_phrase_at (parser, i)->first, i + 1);
      else if (bl_parser_kind_at (parser, i) == BL_PHRASE_COMMA || bl_parser_kind_at (parser, i) == BL_PHRASE_RELATIVE)
        break;
    }
}

static gboolean
is_name (const BlStatementParser *parser, guint phrase)
{
  return bl_parser_kind_at (parser, phrase) == BL_PHRASE_NOUN
         && bl_phrases_word (&parser->out->phrases, bl_parser_phrase_at (parser, phrase)->head)->tag == BL_TAG_NAME;
}

static guint
antecedent (const BlStatementParser *parser, guint relative)
{
  for (guint i = relative; i > 0 && relative - i < 3; i--)
    if (bl_parser_kind_at (parser, i - 1) == BL_PHRASE_NOUN)
      return i - 1;
    else if (bl_parser_kind_at (parser, i - 1) != BL_PHRASE_COMMA && bl_parser_kind_at (parser, i - 1) != BL_PHRASE_PREPOSITION)
      break;
  return BL_NO_PHRASE;
}

/* Where the relative clause of a verb opens, or G_MAXUINT. */
static guint
relative_before (const BlStatementParser *parser, guint verb)
{
  const BlStatement *statement = bl_parser_statement_of (parser, verb);
  if (statement == NULL || (statement->flags & BL_STATED_RELATIVE) == 0)
    return G_MAXUINT;
  for (guint i = verb; i > 0; i--)
    if (bl_parser_kind_at (parser, i - 1) == BL_PHRASE_RELATIVE)
      return i - 1;
  return G_MAXUINT;
}

/* An aside between commas that ends before at: its first comma; G_MAXUINT when it has none. */
static guint
aside_start (const BlStatementParser *parser, guint at)
{
  for (guint i = at; i > 0; i--)
    if (bl_parser_kind_at (parser, i - 1) == BL_PHRASE_COMMA)
      return i - 1;
    else if (bl_parser_kind_at (parser, i - 1) == BL_PHRASE_STOP)
      break;
  return G_MAXUINT;
}

static gboolean
has_tag (const BlStatementParser *parser, guint phrase, BlTag tag)
{
  return bl_phrases_word (&parser->out->phrases, bl_parser_phrase_at (parser, phrase)->first)->tag == tag;
}

static gboolean
is_closing (const BlStatementParser *parser, guint phrase)
{
  return has_tag (parser, phrase, BL_TAG_CLOSE);
}

/* The bracket that opens before a closing one, or the closing one itself. */
static guint
bracket_start (const BlStatementParser *parser, guint closing)
{
  guint depth = 1;
  for (guint i = closing; i > 0; i--)
    {
      depth += is_closing (parser, i - 1) ? 1 : 0;
      depth -= has_tag (parser, i - 1, BL_TAG_OPEN) ? 1 : 0;
      if (depth == 0)
        return i - 1;
    }
  return closing;
}

/* "Harwick, Ohio is a town": the second name tells which Harwick. */
static gboolean
tells_where (const BlStatementParser *parser, guint phrase)
{
  return phrase == 2 && bl_parser_kind_at (parser, 1) == BL_PHRASE_COMMA && strcmp (bl_parser_opener_of (parser, 1), ",") == 0
         && is_name (parser, 0) && is_name (parser, 2);
}

static void
take_subject (const BlStatementParser *parser, BlStatement *statement, guint phrase)
{
  statement->subject = tells_where (parser, phrase) ? 0 : phrase;
  /* "X and Y were": the first, with the other beside it. */
  if (phrase >= 2 && bl_parser_kind_at (parser, phrase - 1) == BL_PHRASE_CONJUNCTION
      && bl_parser_kind_at (parser, phrase - 2) == BL_PHRASE_NOUN
      && (phrase == 2 || bl_parser_kind_at (parser, phrase - 3) != BL_PHRASE_VERB))
    {
      statement->subject = phrase - 2;
      bl_parser_add_adjunct (statement->of_subject, &statement->n_of_subject, bl_parser_phrase_at (parser, phrase - 1)->first,
                             phrase);
    }
  read_of_subject (parser, statement, statement->verb);
}

/* Of whom a relative clause speaks. What it says of the one that is meant is a statement of its own: "is a band that has split", "Holt,
 * who resigned,"; else it tells some from others: "the men who resigned". */
static void
take_antecedent (const BlStatementParser *parser, BlStatement *statement, guint relative)
{
  const guint last = bl_parser_last_statement (parser);
  const BlStatement *with = last != G_MAXUINT ? bl_statements_get (parser->out, last) : NULL;
  statement->subject = antecedent (parser, relative);
  if (statement->subject == BL_NO_PHRASE)
    statement->flags |= BL_STATED_RELATIVE;
  else if (with != NULL && with->complement == statement->subject && with->subject != BL_NO_PHRASE && !with->negated)
    {
      bl_parser_share_subject (statement, with);
      statement->flags |= with->flags;
    }
  else if (bl_parser_kind_at (parser, relative - 1) != BL_PHRASE_COMMA || !is_name (parser, statement->subject))
    statement->flags |= BL_STATED_RELATIVE;
}

void
bl_statement_find_subject (const BlStatementParser *parser, BlStatement *statement)
{
  guint p = statement->verb;
  while (p > 0)
    {
      p--;
      switch (bl_parser_kind_at (parser, p))
        {
        case BL_PHRASE_NOUN:
          if (p > 0 && bl_parser_kind_at (parser, p - 1) == BL_PHRASE_PREPOSITION)
            p--;
          else if (p > 0 && bl_parser_kind_at (parser, p - 1) == BL_PHRASE_VERB && !bl_parser_is_finite (parser, p - 1))
            p--;
          else if (p > 0 && bl_parser_is_finite (parser, p - 1) && relative_before (parser, p - 1) != G_MAXUINT)
            p = relative_before (parser, p - 1);
          else
            {
              take_subject (parser, statement, p);
              return;
            }
          break;
        case BL_PHRASE_VERB:
          if (bl_parser_is_finite (parser, p) && relative_before (parser, p) != G_MAXUINT)
            p = relative_before (parser, p);
          else if (bl_parser_is_finite (parser, p))
            return;
          break;
        case BL_PHRASE_RELATIVE:
          take_antecedent (parser, statement, p);
          return;
        case BL_PHRASE_CONJUNCTION:
          if (p + 1 == statement->verb || bl_parser_kind_at (parser, p + 1) == BL_PHRASE_ADVERB)
            {
              const BlStatement *before
                  = parser->out->list->len > 0 ? bl_statements_get (parser->out, bl_parser_last_statement (parser)) : NULL;
              while (before != NULL && !bl_parser_is_finite (parser, before->verb))
                before = before > (const BlStatement *) (void *) parser->out->list->data ? before - 1 : NULL;
              if (before != NULL)
                {
                  bl_parser_share_subject (statement, before);
                  /* "Was released in May and was a success": what was released. */
                  if (before->passive && before->object != BL_NO_PHRASE && before->object < before->verb)
                    statement->subject = before->object;
                  statement->flags |= before->flags & (BL_STATED_RELATIVE | BL_STATED_EXISTS);
                }
            }
          return;
        case BL_PHRASE_THERE:
          statement->flags |= BL_STATED_EXISTS;
          return;
        case BL_PHRASE_COMMA:
          if (is_closing (parser, p))
            {
              p = bracket_start (parser, p);
              break;
            }
          {
            const guint start = p + 1 == statement->verb ? aside_start (parser, p) : G_MAXUINT;
            if (start == G_MAXUINT && p + 1 != statement->verb)
              return;
            if (start != G_MAXUINT)
              p = start;
            break;
          }
        case BL_PHRASE_SUBORDINATE:
        case BL_PHRASE_THAT:
        case BL_PHRASE_STOP:
          return;
        case BL_PHRASE_ADJECTIVE:
        case BL_PHRASE_ADVERB:
        case BL_PHRASE_PREPOSITION:
        case BL_PHRASE_QUOTE:
          break;
        }
    }
}
