#include "claims/statements.h"

#include <string.h>

typedef struct
{
  BlStatements *out;
  const BlSyntax *syntax;
  guint n; /* phrases */
} Parser;

static const BlPhrase *
phrase_at (const Parser *parser, guint i)
{
  return bl_phrases_get (&parser->out->phrases, i);
}

static BlPhraseKind
kind_at (const Parser *parser, guint i)
{
  return bl_phrases_kind (&parser->out->phrases, i);
}

static const char *
word_text (const Parser *parser, guint word)
{
  return bl_phrases_word (&parser->out->phrases, word)->text;
}

/* First word of a phrase. */
static const char *
opener_of (const Parser *parser, guint phrase)
{
  return phrase < parser->n ? word_text (parser, phrase_at (parser, phrase)->first) : "";
}

static gboolean
in_list (const Parser *parser, BlWordList list, const char *word)
{
  return bl_syntax_has (parser->syntax, list, word);
}

static gboolean
is_finite (const Parser *parser, guint i)
{
  return kind_at (parser, i) == BL_PHRASE_VERB && phrase_at (parser, i)->form == BL_VERB_FINITE;
}

/* The statement of a verb phrase, or NULL. */
static BlStatement *
statement_of (const Parser *parser, guint phrase)
{
  for (guint i = parser->out->list->len; i > 0; i--)
    {
      BlStatement *statement = &g_array_index (parser->out->list, BlStatement, i - 1);
      if (statement->verb == phrase)
        return statement;
    }
  return NULL;
}

static guint
last_statement (const Parser *parser)
{
  return parser->out->list->len > 0 ? parser->out->list->len - 1 : G_MAXUINT;
}

static const BlStatement *
governor_of (const Parser *parser, const BlStatement *statement)
{
  return statement->governor != G_MAXUINT ? bl_statements_get (parser->out, statement->governor) : NULL;
}

/* --- subjects ------------------------------------------------------------------------------------------------------ */

static void
share_subject (const Parser *parser, BlStatement *statement, const BlStatement *with)
{
  (void) parser;
  statement->subject = with->subject;
  memcpy (statement->of_subject, with->of_subject, sizeof with->of_subject);
  statement->n_of_subject = with->n_of_subject;
}

static void
add_adjunct (BlAdjunct *list, guint *n, guint preposition, guint phrase)
{
  if (*n < BL_MOST_ADJUNCTS)
    list[(*n)++] = (BlAdjunct){ .preposition = preposition, .phrase = phrase };
}

/* What stands between the subject's noun and its verb. */
static void
read_of_subject (const Parser *parser, BlStatement *statement, guint verb)
{
  for (guint i = statement->subject + 1; i + 1 < verb; i++)
    {
      if (kind_at (parser, i) == BL_PHRASE_PREPOSITION && kind_at (parser, i + 1) == BL_PHRASE_NOUN)
        add_adjunct (statement->of_subject, &statement->n_of_subject, phrase_at (parser, i)->first, i + 1);
      else if (kind_at (parser, i) == BL_PHRASE_COMMA || kind_at (parser, i) == BL_PHRASE_RELATIVE)
        break;
    }
}

static guint
antecedent (const Parser *parser, guint relative)
{
  for (guint i = relative; i > 0 && relative - i < 3; i--)
    if (kind_at (parser, i - 1) == BL_PHRASE_NOUN)
      return i - 1;
    else if (kind_at (parser, i - 1) != BL_PHRASE_COMMA && kind_at (parser, i - 1) != BL_PHRASE_PREPOSITION)
      break;
  return BL_NO_PHRASE;
}

/* Where the relative clause of a verb opens, or G_MAXUINT. */
static guint
relative_before (const Parser *parser, guint verb)
{
  const BlStatement *statement = statement_of (parser, verb);
  if (statement == NULL || (statement->flags & BL_STATED_RELATIVE) == 0)
    return G_MAXUINT;
  for (guint i = verb; i > 0; i--)
    if (kind_at (parser, i - 1) == BL_PHRASE_RELATIVE)
      return i - 1;
  return G_MAXUINT;
}

/* An aside between commas that ends before at: its first comma; G_MAXUINT when it has none. */
static guint
aside_start (const Parser *parser, guint at)
{
  for (guint i = at; i > 0; i--)
    if (kind_at (parser, i - 1) == BL_PHRASE_COMMA)
      return i - 1;
    else if (kind_at (parser, i - 1) == BL_PHRASE_STOP)
      break;
  return G_MAXUINT;
}

static gboolean
has_tag (const Parser *parser, guint phrase, BlTag tag)
{
  return bl_phrases_word (&parser->out->phrases, phrase_at (parser, phrase)->first)->tag == tag;
}

static gboolean
is_closing (const Parser *parser, guint phrase)
{
  return has_tag (parser, phrase, BL_TAG_CLOSE);
}

/* The bracket that opens before a closing one, or the closing one itself. */
static guint
bracket_start (const Parser *parser, guint closing)
{
  for (guint i = closing; i > 0; i--)
    if (has_tag (parser, i - 1, BL_TAG_OPEN))
      return i - 1;
  return closing;
}

static void
take_subject (const Parser *parser, BlStatement *statement, guint phrase)
{
  statement->subject = phrase;
  /* "X and Y were": the first, with the other beside it. */
  if (phrase >= 2 && kind_at (parser, phrase - 1) == BL_PHRASE_CONJUNCTION && kind_at (parser, phrase - 2) == BL_PHRASE_NOUN
      && (phrase == 2 || kind_at (parser, phrase - 3) != BL_PHRASE_VERB))
    {
      statement->subject = phrase - 2;
      add_adjunct (statement->of_subject, &statement->n_of_subject, phrase_at (parser, phrase - 1)->first, phrase);
    }
  read_of_subject (parser, statement, statement->verb);
}

/* The subject of a finite verb, which stands left of it. */
static void
find_subject (const Parser *parser, BlStatement *statement)
{
  guint p = statement->verb;
  while (p > 0)
    {
      p--;
      switch (kind_at (parser, p))
        {
        case BL_PHRASE_NOUN:
          if (p > 0 && kind_at (parser, p - 1) == BL_PHRASE_PREPOSITION)
            p--;
          else if (p > 0 && kind_at (parser, p - 1) == BL_PHRASE_VERB && !is_finite (parser, p - 1))
            p--;
          else if (p > 0 && is_finite (parser, p - 1) && relative_before (parser, p - 1) != G_MAXUINT)
            p = relative_before (parser, p - 1);
          else
            {
              take_subject (parser, statement, p);
              return;
            }
          break;
        case BL_PHRASE_VERB:
          if (is_finite (parser, p) && relative_before (parser, p) != G_MAXUINT)
            p = relative_before (parser, p);
          else if (is_finite (parser, p))
            return;
          break;
        case BL_PHRASE_RELATIVE:
          statement->flags |= BL_STATED_RELATIVE;
          statement->subject = antecedent (parser, p);
          return;
        case BL_PHRASE_CONJUNCTION:
          if (p + 1 == statement->verb || kind_at (parser, p + 1) == BL_PHRASE_ADVERB)
            {
              const BlStatement *before
                  = parser->out->list->len > 0 ? bl_statements_get (parser->out, last_statement (parser)) : NULL;
              while (before != NULL && !is_finite (parser, before->verb))
                before = before > (const BlStatement *) (void *) parser->out->list->data ? before - 1 : NULL;
              if (before != NULL)
                {
                  share_subject (parser, statement, before);
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

/* --- verbs without a subject of their own -------------------------------------------------------------------------- */

static void
depend (const Parser *parser, BlStatement *statement)
{
  const guint governor = last_statement (parser);
  if (governor == G_MAXUINT)
    return;
  statement->governor = governor;
  const BlStatement *with = bl_statements_get (parser->out, governor);
  if (with->object != BL_NO_PHRASE && with->object > with->verb && with->object < statement->verb && !with->passive)
    statement->subject = with->object;
  else
    share_subject (parser, statement, with);
}

/* "Unable to appear", "has yet to appear". */
static gboolean
is_unable (const Parser *parser, guint verb)
{
  static const char *const words[] = { "unable", "yet", NULL };
  return verb > 1 && (kind_at (parser, verb - 1) == BL_PHRASE_ADJECTIVE || kind_at (parser, verb - 1) == BL_PHRASE_ADVERB)
         && g_strv_contains (words, phrase_at (parser, verb - 1)->lemma) && !phrase_at (parser, verb - 2)->negated;
}

static void
read_infinitive (const Parser *parser, BlStatement *statement)
{
  depend (parser, statement);
  const BlStatement *governor = governor_of (parser, statement);
  if (is_unable (parser, statement->verb))
    {
      statement->negated = TRUE;
      return;
    }
  const BlPhrase *verb = governor != NULL ? phrase_at (parser, governor->verb) : NULL;
  const gboolean beside = governor != NULL && governor->verb + 1 == statement->verb;
  if (beside && in_list (parser, BL_WORDS_FAILING, verb->lemma))
    {
      statement->negated = !statement->negated && !verb->negated;
      statement->flags |= governor->flags;
      if (verb->negated)
        statement->flags |= BL_STATED_PARTIAL;
    }
  else if (beside && strcmp (verb->lemma, "manage") == 0 && !verb->negated)
    statement->flags |= governor->flags;
  else
    statement->flags |= BL_STATED_UNREAL;
}

/* "A man playing", "the men arrested", "without asking", ", leaving two dead", "and rubbing". */
static void
read_participle (const Parser *parser, BlStatement *statement)
{
  guint before = statement->verb;
  while (before > 0 && (kind_at (parser, before - 1) == BL_PHRASE_ADVERB || kind_at (parser, before - 1) == BL_PHRASE_QUOTE))
    before--;
  const BlPhraseKind kind = before > 0 ? kind_at (parser, before - 1) : BL_PHRASE_STOP;
  if (kind == BL_PHRASE_NOUN)
    {
      statement->subject = before - 1;
      const BlStatement *last = parser->out->list->len > 0 ? bl_statements_get (parser->out, last_statement (parser)) : NULL;
      if (last != NULL && (last->flags & BL_STATED_EXISTS) != 0)
        {
          statement->flags |= last->flags;
          /* "No boat in the harbour carrying": of the boat. */
          if (last->subject != BL_NO_PHRASE && before > 1 && kind_at (parser, before - 2) == BL_PHRASE_PREPOSITION)
            share_subject (parser, statement, last);
        }
      else
        statement->flags |= BL_STATED_RELATIVE;
      return;
    }
  if (kind == BL_PHRASE_CONJUNCTION && parser->out->list->len > 0)
    {
      const BlStatement *last = bl_statements_get (parser->out, last_statement (parser));
      share_subject (parser, statement, last);
      statement->flags |= last->flags;
      statement->negated = statement->negated || phrase_at (parser, last->verb)->negated;
      return;
    }
  depend (parser, statement);
  statement->flags |= BL_STATED_SUBORDINATE;
  if (kind == BL_PHRASE_PREPOSITION && strcmp (opener_of (parser, before - 1), "without") == 0)
    statement->negated = TRUE;
  else if (kind != BL_PHRASE_COMMA)
    statement->flags |= BL_STATED_UNREAL;
}

/* --- what stands behind the verb ----------------------------------------------------------------------------------- */

static gboolean
is_copula (const char *lemma)
{
  static const char *const verbs[] = { "be", "become", "remain", "stay", "seem", NULL };
  return g_strv_contains (verbs, lemma);
}

static gboolean
is_time (const Parser *parser, guint phrase)
{
  g_autofree char *small = g_ascii_strdown (phrase_at (parser, phrase)->lemma, -1);
  return in_list (parser, BL_WORDS_TIMES, small);
}

/* The noun phrase is the subject of a verb that follows. */
static gboolean
is_next_subject (const Parser *parser, guint phrase)
{
  guint next = phrase + 1;
  while (kind_at (parser, next) == BL_PHRASE_ADVERB)
    next++;
  return is_finite (parser, next);
}

static void
take_noun (const Parser *parser, BlStatement *statement, guint phrase, const char *lemma)
{
  if (is_time (parser, phrase) && !is_copula (lemma))
    add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, phrase);
  else if ((statement->flags & BL_STATED_EXISTS) != 0 && statement->subject == BL_NO_PHRASE)
    statement->subject = phrase;
  else if (is_copula (lemma) && !statement->passive)
    statement->complement = statement->complement == BL_NO_PHRASE ? phrase : statement->complement;
  else if (statement->object == BL_NO_PHRASE)
    statement->object = phrase;
  else
    {
      add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, statement->object);
      statement->object = phrase;
    }
}

/* "Far from", "close to", "out of": the first word says it. */
static gboolean
is_compound_preposition (const Parser *parser, guint phrase)
{
  static const char *const words[] = { "far", "close", "next", "away", "out", "outside", "inside", "ahead", "instead", NULL };
  return kind_at (parser, phrase + 1) == BL_PHRASE_PREPOSITION && kind_at (parser, phrase + 2) == BL_PHRASE_NOUN
         && g_strv_contains (words, opener_of (parser, phrase));
}

/* A comma inside "a singer, musician and actor". */
static gboolean
continues_list (const Parser *parser, guint comma)
{
  if (kind_at (parser, comma - 1) != BL_PHRASE_NOUN)
    return FALSE;
  for (guint i = comma; kind_at (parser, i) == BL_PHRASE_COMMA && kind_at (parser, i + 1) == BL_PHRASE_NOUN; i += 2)
    {
      const guint next = i + 2;
      if (kind_at (parser, next) == BL_PHRASE_CONJUNCTION && kind_at (parser, next + 1) == BL_PHRASE_NOUN)
        return !is_next_subject (parser, next + 1);
      if (kind_at (parser, next) == BL_PHRASE_COMMA && kind_at (parser, next + 1) == BL_PHRASE_CONJUNCTION
          && kind_at (parser, next + 2) == BL_PHRASE_NOUN)
        return !is_next_subject (parser, next + 2);
    }
  return FALSE;
}

/* Reads arguments; the first phrase that is none. */
static guint
read_arguments (const Parser *parser, BlStatement *statement)
{
  const BlPhrase *verb = phrase_at (parser, statement->verb);
  guint preposition = G_MAXUINT, q = statement->verb + 1;
  for (; q < parser->n; q++)
    {
      const BlPhraseKind kind = kind_at (parser, q);
      if ((kind == BL_PHRASE_ADVERB || kind == BL_PHRASE_ADJECTIVE) && is_compound_preposition (parser, q))
        {
          preposition = phrase_at (parser, q)->first;
          q++;
          continue;
        }
      if (kind == BL_PHRASE_ADVERB || kind == BL_PHRASE_QUOTE)
        continue;
      if (kind == BL_PHRASE_PREPOSITION)
        {
          preposition = phrase_at (parser, q)->first;
          continue;
        }
      if (kind == BL_PHRASE_ADJECTIVE)
        {
          if (statement->complement == BL_NO_PHRASE && preposition == G_MAXUINT && statement->object == BL_NO_PHRASE)
            statement->complement = q;
          continue;
        }
      if (kind == BL_PHRASE_CONJUNCTION && kind_at (parser, q + 1) == BL_PHRASE_NOUN && !is_next_subject (parser, q + 1)
          && kind_at (parser, q - 1) == BL_PHRASE_NOUN)
        {
          add_adjunct (statement->adjuncts, &statement->n_adjuncts, phrase_at (parser, q)->first, q + 1);
          q++;
          continue;
        }
      if (kind == BL_PHRASE_COMMA && continues_list (parser, q))
        {
          add_adjunct (statement->adjuncts, &statement->n_adjuncts, phrase_at (parser, q)->first, q + 1);
          q++;
          continue;
        }
      if (kind == BL_PHRASE_NOUN && q == statement->verb + 1 && is_next_subject (parser, q) && is_copula (verb->lemma)
          && !statement->passive)
        {
          statement->complement = q++; /* "is a film released in May": the verb is a participle */
          break;
        }
      if (kind != BL_PHRASE_NOUN || (preposition == G_MAXUINT && is_next_subject (parser, q)))
        break;
      if (preposition != G_MAXUINT)
        add_adjunct (statement->adjuncts, &statement->n_adjuncts, preposition, q);
      else
        take_noun (parser, statement, q, verb->lemma);
      preposition = G_MAXUINT;
    }
  return q;
}

/* "Was bought by X": X buys. */
static void
turn_passive (const Parser *parser, BlStatement *statement)
{
  if (!phrase_at (parser, statement->verb)->passive)
    return;
  statement->passive = TRUE;
  const guint patient = statement->subject;
  statement->subject = BL_NO_PHRASE;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (statement->adjuncts[i].preposition != G_MAXUINT
        && strcmp (word_text (parser, statement->adjuncts[i].preposition), "by") == 0
        && !is_time (parser, statement->adjuncts[i].phrase))
      {
        statement->subject = statement->adjuncts[i].phrase;
        statement->n_adjuncts--;
        memmove (&statement->adjuncts[i], &statement->adjuncts[i + 1], (statement->n_adjuncts - i) * sizeof (BlAdjunct));
        break;
      }
  if (statement->object != BL_NO_PHRASE)
    add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, statement->object);
  statement->object = patient;
}

/* --- what the sentence makes of it ---------------------------------------------------------------------------------- */

static void
count_denials (const Parser *parser, BlStatement *statement)
{
  const BlPhrase *verb = phrase_at (parser, statement->verb);
  guint n = (verb->negated ? 1u : 0u) + (statement->negated ? 1u : 0u);
  const guint slots[] = { statement->subject, statement->object, statement->complement };
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i] != BL_NO_PHRASE && phrase_at (parser, slots[i])->negated)
      n++;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (phrase_at (parser, statement->adjuncts[i].phrase)->negated)
      statement->flags |= BL_STATED_PARTIAL;
  if (n > 1)
    statement->flags |= BL_STATED_PARTIAL;
  statement->negated = n % 2 == 1;
}

static gboolean
is_weak_modal (const char *modal)
{
  static const char *const weak[] = { "may", "might", "could", "would", "should", "must", "shall", "ought", NULL };
  return modal != NULL && g_strv_contains (weak, modal);
}

/* What opens the clause of a finite verb: "if", "that", a verb of saying before its subject. */
static void
read_opener (const Parser *parser, BlStatement *statement)
{
  guint first
      = statement->subject != BL_NO_PHRASE && statement->subject < statement->verb ? statement->subject : statement->verb;
  while (first > 0 && (kind_at (parser, first - 1) == BL_PHRASE_ADVERB || kind_at (parser, first - 1) == BL_PHRASE_QUOTE))
    first--;
  if (first == 0)
    return;
  const BlPhraseKind kind = kind_at (parser, first - 1);
  const char *opener = opener_of (parser, first - 1);
  if (kind == BL_PHRASE_SUBORDINATE)
    statement->flags
        |= in_list (parser, BL_WORDS_CONDITIONS, opener) ? BL_STATED_CONDITION | BL_STATED_SUBORDINATE : BL_STATED_SUBORDINATE;
  if (kind != BL_PHRASE_THAT && !is_finite (parser, first - 1))
    return;
  guint governor = last_statement (parser);
  if (governor == G_MAXUINT)
    return;
  const BlStatement *with = bl_statements_get (parser->out, governor);
  const BlPhrase *verb = phrase_at (parser, with->verb);
  statement->governor = governor;
  statement->flags |= BL_STATED_REPORTED | (with->flags & (BL_STATED_UNREAL | BL_STATED_CONDITION));
  statement->speaker = with->subject;
  if (!in_list (parser, BL_WORDS_SAYING, verb->lemma) || verb->negated || in_list (parser, BL_WORDS_DENYING, verb->lemma))
    statement->flags |= BL_STATED_UNREAL;
}

static void
read_flags (const Parser *parser, BlStatement *statement)
{
  const BlPhrase *verb = phrase_at (parser, statement->verb);
  if (verb->form == BL_VERB_FINITE)
    read_opener (parser, statement);
  if (parser->out->phrases.question)
    statement->flags |= BL_STATED_QUESTION;
  if (parser->out->conditional)
    statement->flags |= BL_STATED_CONDITION;
  if (verb->quoted)
    statement->flags |= BL_STATED_QUOTED;
  if (is_weak_modal (verb->modal))
    statement->flags |= BL_STATED_UNREAL;
}

/* "In 2013, the bank was robbed": what stands before the subject. */
static void
read_fronted (const Parser *parser, BlStatement *statement)
{
  if (statement->subject == BL_NO_PHRASE || statement->subject > statement->verb || statement->subject < 2
      || kind_at (parser, statement->subject - 1) != BL_PHRASE_COMMA)
    return;
  guint p = statement->subject - 1;
  if (kind_at (parser, p - 1) != BL_PHRASE_NOUN)
    return;
  if (p >= 2 && kind_at (parser, p - 2) == BL_PHRASE_PREPOSITION)
    add_adjunct (statement->adjuncts, &statement->n_adjuncts, phrase_at (parser, p - 2)->first, p - 1);
  else if (p == 1 && is_time (parser, p - 1))
    add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, p - 1);
}

static void
read_verb (Parser *parser, guint phrase)
{
  const BlPhrase *verb = phrase_at (parser, phrase);
  BlStatement statement = { .verb = phrase,
                            .subject = BL_NO_PHRASE,
                            .object = BL_NO_PHRASE,
                            .complement = BL_NO_PHRASE,
                            .speaker = BL_NO_PHRASE,
                            .governor = G_MAXUINT };
  statement.lemma = verb->particle != NULL
                        ? bl_arena_intern (parser->out->phrases.arena,
                                           bl_arena_printf (parser->out->phrases.arena, "%s %s", verb->lemma, verb->particle))
                        : verb->lemma;
  switch (verb->form)
    {
    case BL_VERB_FINITE:
      find_subject (parser, &statement);
      break;
    case BL_VERB_INFINITIVE:
      read_infinitive (parser, &statement);
      break;
    case BL_VERB_GERUND:
    case BL_VERB_PARTICIPLE:
      read_participle (parser, &statement);
      break;
    }
  read_flags (parser, &statement);
  read_fronted (parser, &statement);
  statement.end = read_arguments (parser, &statement);
  turn_passive (parser, &statement);
  count_denials (parser, &statement);
  g_array_append_val (parser->out->list, statement);
}

static gboolean
has_condition (const Parser *parser)
{
  for (guint i = 0; i < parser->out->phrases.words->len; i++)
    if (in_list (parser, BL_WORDS_CONDITIONS, word_text (parser, i)))
      return TRUE;
  return FALSE;
}

void
bl_statements_read (BlStatements *statements, const BlSyntax *syntax, const char *text, BlSpan sentence, BlArena *arena)
{
  *statements = (BlStatements){ .list = g_array_new (FALSE, FALSE, sizeof (BlStatement)) };
  bl_phrases_read (&statements->phrases, syntax, text, sentence, arena);
  Parser parser = { .out = statements, .syntax = syntax, .n = statements->phrases.phrases->len };
  statements->conditional = has_condition (&parser);
  for (guint i = 0; i < parser.n; i++)
    if (kind_at (&parser, i) == BL_PHRASE_VERB)
      read_verb (&parser, i);
}

void
bl_statements_clear (BlStatements *statements)
{
  g_clear_pointer (&statements->list, g_array_unref);
  bl_phrases_clear (&statements->phrases);
}

/* --- in words ------------------------------------------------------------------------------------------------------ */

static void
append_slot (GString *out, const BlStatements *statements, const char *name, guint phrase)
{
  if (phrase != BL_NO_PHRASE)
    g_string_append_printf (out, " %s:%s", name, bl_phrases_get (&statements->phrases, phrase)->lemma);
}

static void
append_adjuncts (GString *out, const BlStatements *statements, const BlAdjunct *adjuncts, guint n)
{
  for (guint i = 0; i < n; i++)
    append_slot (out, statements,
                 adjuncts[i].preposition == G_MAXUINT ? "-"
                                                      : bl_phrases_word (&statements->phrases, adjuncts[i].preposition)->text,
                 adjuncts[i].phrase);
}

char *
bl_statement_to_string (const BlStatements *statements, const BlStatement *statement)
{
  static const char *const names[]
      = { "question", "condition", "unreal", "quoted", "reported", "relative", "subordinate", "partial", "exists" };
  GString *out = g_string_new (statement->negated ? "not(" : "(");
  g_string_append (out, statement->lemma);
  append_slot (out, statements, "s", statement->subject);
  append_adjuncts (out, statements, statement->of_subject, statement->n_of_subject);
  append_slot (out, statements, "o", statement->object);
  append_slot (out, statements, "c", statement->complement);
  g_string_append (out, statement->n_adjuncts > 0 ? " |" : "");
  append_adjuncts (out, statements, statement->adjuncts, statement->n_adjuncts);
  g_string_append_c (out, ')');
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((statement->flags & 1u << i) != 0)
      g_string_append_printf (out, " %s", names[i]);
  return g_string_free (out, FALSE);
}
