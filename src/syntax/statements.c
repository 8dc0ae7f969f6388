#include "syntax/statement_parser.h"

/* --- verbs without a subject of their own -------------------------------------------------------------------------- */

static void
depend (const BlStatementParser *parser, BlStatement *statement)
{
  const guint governor = bl_parser_last_statement (parser);
  if (governor == G_MAXUINT)
    return;
  statement->governor = governor;
  const BlStatement *with = bl_statements_get (parser->out, governor);
  if (with->object != BL_NO_PHRASE && with->object > with->verb && with->object < statement->verb && !with->passive)
    statement->subject = with->object;
  else
    bl_parser_share_subject (statement, with);
}

/* "Unable to appear", "has yet to appear", "incapable of appearing": the word at phrase at. */
static gboolean
is_unable (const BlStatementParser *parser, guint at)
{
  return bl_parser_in_list (parser, BL_WORDS_UNABLE, bl_parser_phrase_at (parser, at)->lemma);
}

/* The statement is what its governor's subject is unable to do, or fails to do. */
static void
deny_by_governor (BlStatement *statement, const BlStatement *governor, gboolean denied)
{
  statement->negated = !statement->negated && !denied;
  statement->flags |= governor->flags;
  if (denied)
    statement->flags |= BL_STATED_PARTIAL;
}

static void
read_infinitive (const BlStatementParser *parser, BlStatement *statement)
{
  depend (parser, statement);
  const BlStatement *governor = bl_parser_governor_of (parser, statement);
  const BlPhrase *verb = governor != NULL ? bl_parser_phrase_at (parser, governor->verb) : NULL;
  const gboolean beside = governor != NULL && governor->verb + 1 == statement->verb;
  if (governor != NULL && statement->verb > 1 && is_unable (parser, statement->verb - 1))
    deny_by_governor (statement, governor, verb->negated);
  else if (beside && bl_parser_in_list (parser, BL_WORDS_FAILING, verb->lemma))
    deny_by_governor (statement, governor, verb->negated);
  else if (beside && strcmp (verb->lemma, "manage") == 0)
    {
      statement->flags |= governor->flags;
      statement->negated = verb->negated;
    }
  else
    statement->flags |= BL_STATED_UNREAL;
}

/* The last statement when it says by a copula what its subject is, with the noun phrase at the end; or NULL. */
static const BlStatement *
says_what_it_is (const BlStatementParser *parser, guint noun)
{
  const guint last = bl_parser_last_statement (parser);
  const BlStatement *with = last != G_MAXUINT ? bl_statements_get (parser->out, last) : NULL;
  return with != NULL && with->complement == noun && with->subject != BL_NO_PHRASE && !with->negated ? with : NULL;
}

/* "And directed by": beside another participle, of the same thing. */
static void
join_participle (BlStatement *statement, const BlStatement *last, gboolean denied)
{
  bl_parser_share_subject (statement, last);
  if (last->passive)
    {
      statement->subject = last->object;
      statement->n_of_subject = 0;
    }
  statement->flags |= last->flags;
  statement->negated = statement->negated || denied;
}

/* "A man playing", "the men arrested", "without asking", ", leaving two dead", "and rubbing". */
static void
read_participle (const BlStatementParser *parser, BlStatement *statement)
{
  guint before = statement->verb;
  while (before > 0
         && (bl_parser_kind_at (parser, before - 1) == BL_PHRASE_ADVERB
             || bl_parser_kind_at (parser, before - 1) == BL_PHRASE_QUOTE))
    before--;
  const BlPhraseKind kind = before > 0 ? bl_parser_kind_at (parser, before - 1) : BL_PHRASE_STOP;
  if (kind == BL_PHRASE_NOUN)
    {
      statement->subject = before - 1;
      const BlStatement *last
          = parser->out->list->len > 0 ? bl_statements_get (parser->out, bl_parser_last_statement (parser)) : NULL;
      if (last != NULL && (last->flags & BL_STATED_EXISTS) != 0)
        {
          statement->flags |= last->flags;
          /* "No boat in the harbour carrying": of the boat. */
          if (last->subject != BL_NO_PHRASE && before > 1 && bl_parser_kind_at (parser, before - 2) == BL_PHRASE_PREPOSITION)
            bl_parser_share_subject (statement, last);
        }
      else if (says_what_it_is (parser, before - 1) != NULL)
        {
          /* "Is a film directed by": said of the film that is meant. */
          bl_parser_share_subject (statement, last);
          statement->flags |= last->flags;
        }
      else
        statement->flags |= BL_STATED_RELATIVE;
      return;
    }
  if (kind == BL_PHRASE_CONJUNCTION && parser->out->list->len > 0)
    {
      const BlStatement *last = bl_statements_get (parser->out, bl_parser_last_statement (parser));
      join_participle (statement, last, bl_parser_phrase_at (parser, last->verb)->negated);
      return;
    }
  depend (parser, statement);
  const BlStatement *governor = bl_parser_governor_of (parser, statement);
  if (kind == BL_PHRASE_PREPOSITION && before > 1 && governor != NULL && is_unable (parser, before - 2))
    {
      deny_by_governor (statement, governor, bl_parser_phrase_at (parser, governor->verb)->negated);
      return;
    }
  statement->flags |= BL_STATED_SUBORDINATE;
  if (kind == BL_PHRASE_PREPOSITION && strcmp (bl_parser_opener_of (parser, before - 1), "without") == 0)
    statement->negated = TRUE;
  else if (kind != BL_PHRASE_COMMA)
    statement->flags |= BL_STATED_UNREAL;
}

/* --- what the sentence makes of it ---------------------------------------------------------------------------------- */

static void
count_denials (const BlStatementParser *parser, BlStatement *statement)
{
  const BlPhrase *verb = bl_parser_phrase_at (parser, statement->verb);
  guint n = (verb->negated ? 1u : 0u) + (statement->negated ? 1u : 0u);
  const guint slots[] = { statement->subject, statement->object, statement->complement };
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i] != BL_NO_PHRASE && bl_parser_phrase_at (parser, slots[i])->negated)
      n++;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (bl_parser_phrase_at (parser, statement->adjuncts[i].phrase)->negated)
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
read_opener (const BlStatementParser *parser, BlStatement *statement)
{
  guint first
      = statement->subject != BL_NO_PHRASE && statement->subject < statement->verb ? statement->subject : statement->verb;
  while (first > 0
         && (bl_parser_kind_at (parser, first - 1) == BL_PHRASE_ADVERB
             || bl_parser_kind_at (parser, first - 1) == BL_PHRASE_QUOTE))
    first--;
  for (guint i = first; i < statement->verb; i++)
    if (bl_parser_kind_at (parser, i) == BL_PHRASE_RELATIVE)
      return;
  if (first == 0)
    return;
  const BlPhraseKind kind = bl_parser_kind_at (parser, first - 1);
  const char *opener = bl_parser_opener_of (parser, first - 1);
  if (kind == BL_PHRASE_SUBORDINATE)
    statement->flags |= bl_parser_in_list (parser, BL_WORDS_CONDITIONS, opener) ? BL_STATED_CONDITION | BL_STATED_SUBORDINATE
                                                                                : BL_STATED_SUBORDINATE;
  if (kind != BL_PHRASE_THAT && !bl_parser_is_finite (parser, first - 1))
    return;
  guint governor = bl_parser_last_statement (parser);
  if (governor == G_MAXUINT)
    return;
  const BlStatement *with = bl_statements_get (parser->out, governor);
  const BlPhrase *verb = bl_parser_phrase_at (parser, with->verb);
  statement->governor = governor;
  statement->flags |= BL_STATED_REPORTED | (with->flags & (BL_STATED_UNREAL | BL_STATED_CONDITION));
  statement->speaker = with->subject;
  if (!bl_parser_in_list (parser, BL_WORDS_SAYING, verb->lemma) || verb->negated
      || bl_parser_in_list (parser, BL_WORDS_DENYING, verb->lemma))
    statement->flags |= BL_STATED_UNREAL;
}

static void
read_flags (const BlStatementParser *parser, BlStatement *statement)
{
  const BlPhrase *verb = bl_parser_phrase_at (parser, statement->verb);
  if (verb->kind == BL_PHRASE_VERB && verb->form == BL_VERB_FINITE)
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
read_fronted (const BlStatementParser *parser, BlStatement *statement)
{
  if (statement->subject == BL_NO_PHRASE || statement->subject > statement->verb || statement->subject < 2
      || bl_parser_kind_at (parser, statement->subject - 1) != BL_PHRASE_COMMA)
    return;
  guint p = statement->subject - 1;
  if (bl_parser_kind_at (parser, p - 1) != BL_PHRASE_NOUN)
    return;
  if (p >= 2 && bl_parser_kind_at (parser, p - 2) == BL_PHRASE_PREPOSITION)
    bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, bl_parser_phrase_at (parser, p - 2)->first, p - 1);
  else if (p == 1 && bl_parser_is_time (parser, p - 1))
    bl_parser_add_adjunct (statement->adjuncts, &statement->n_adjuncts, G_MAXUINT, p - 1);
}

/* "Is a film directed by", "written and directed by": a past form that can have no subject of its own is a participle. */
static gboolean
is_reduced (const BlStatementParser *parser, guint phrase)
{
  const BlPhrase *verb = bl_parser_phrase_at (parser, phrase);
  const guint last = bl_parser_last_statement (parser);
  if (verb->form != BL_VERB_FINITE || !verb->past || verb->last - verb->first != 1 || phrase < 2 || last == G_MAXUINT
      || bl_parser_in_list (parser, BL_WORDS_SAYING, verb->lemma))
    return FALSE;
  const BlStatement *before = bl_statements_get (parser->out, last);
  if (bl_parser_kind_at (parser, phrase - 1) == BL_PHRASE_CONJUNCTION)
    return before->verb == phrase - 2 && before->passive
           && bl_parser_phrase_at (parser, before->verb)->form == BL_VERB_PARTICIPLE;
  return before->complement == phrase - 1 && before->complement > before->verb && bl_parser_is_copula (before->lemma);
}

/* "Has played for Lund but declined to": beside a perfect, a participle is one too. */
static gboolean
is_perfect (const BlStatementParser *parser, guint phrase)
{
  static const char *const auxiliaries[] = { "has", "have", "had", "'ve", NULL };
  const guint last = bl_parser_last_statement (parser);
  if (bl_parser_phrase_at (parser, phrase)->form != BL_VERB_PARTICIPLE || phrase < 2 || last == G_MAXUINT
      || bl_parser_kind_at (parser, phrase - 1) != BL_PHRASE_CONJUNCTION)
    return FALSE;
  const guint verb = bl_statements_get (parser->out, last)->verb;
  return bl_parser_is_finite (parser, verb) && !bl_parser_phrase_at (parser, verb)->passive
         && g_strv_contains (auxiliaries, bl_parser_opener_of (parser, verb));
}

/* "Written and directed by X": both by X. */
static void
share_agent (const BlStatementParser *parser, const BlStatement *statement)
{
  const guint last = bl_parser_last_statement (parser);
  if (!statement->passive || statement->subject == BL_NO_PHRASE || last == G_MAXUINT)
    return;
  BlStatement *before = &g_array_index (parser->out->list, BlStatement, last);
  if (before->passive && before->subject == BL_NO_PHRASE && before->object == statement->object
      && before->verb + 2 == statement->verb)
    before->subject = statement->subject;
}

static void
read_verb (BlStatementParser *parser, guint phrase)
{
  if (is_perfect (parser, phrase))
    {
      BlPhrase *perfect = bl_phrases_get (&parser->out->phrases, phrase);
      perfect->form = BL_VERB_FINITE;
      perfect->passive = FALSE;
    }
  if (is_reduced (parser, phrase))
    {
      BlPhrase *reduced = bl_phrases_get (&parser->out->phrases, phrase);
      reduced->form = BL_VERB_PARTICIPLE;
      reduced->passive = TRUE;
    }
  const BlPhrase *verb = bl_parser_phrase_at (parser, phrase);
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
      bl_statement_find_subject (parser, &statement);
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
  statement.end = bl_statement_read_arguments (parser, &statement);
  bl_statement_turn_passive (parser, &statement);
  share_agent (parser, &statement);
  count_denials (parser, &statement);
  g_array_append_val (parser->out->list, statement);
}

/* "X, a surgeon," and "X, a ship of the line,": what the aside says X is. The comma stands for its verb. */
static gboolean
is_apposition (const BlStatementParser *parser, guint comma)
{
  static const char *const articles[] = { "a", "an", NULL };
  if (comma == 0 || bl_parser_kind_at (parser, comma - 1) != BL_PHRASE_NOUN
      || bl_parser_kind_at (parser, comma + 1) != BL_PHRASE_NOUN
      || !g_strv_contains (articles, bl_parser_opener_of (parser, comma + 1)))
    return FALSE;
  const BlPhrases *phrases = &parser->out->phrases;
  if (bl_phrases_word (phrases, bl_parser_phrase_at (parser, comma - 1)->head)->tag != BL_TAG_NAME
      || bl_phrases_word (phrases, bl_parser_phrase_at (parser, comma + 1)->head)->tag == BL_TAG_NAME
      || (comma > 1 && bl_parser_kind_at (parser, comma - 2) != BL_PHRASE_STOP))
    return FALSE;
  guint end = comma + 2;
  while (bl_parser_kind_at (parser, end) == BL_PHRASE_PREPOSITION && bl_parser_kind_at (parser, end + 1) == BL_PHRASE_NOUN)
    end += 2;
  return bl_parser_kind_at (parser, end) == BL_PHRASE_COMMA && bl_parser_kind_at (parser, end + 1) == BL_PHRASE_VERB;
}

static void
read_apposition (BlStatementParser *parser, guint comma)
{
  BlStatement statement = { .verb = comma,
                            .lemma = "be",
                            .subject = comma - 1,
                            .object = BL_NO_PHRASE,
                            .complement = comma + 1,
                            .speaker = BL_NO_PHRASE,
                            .governor = G_MAXUINT,
                            .end = comma + 2 };
  for (guint i = comma + 2; bl_parser_kind_at (parser, i) == BL_PHRASE_PREPOSITION; i += 2)
    {
      bl_parser_add_adjunct (statement.adjuncts, &statement.n_adjuncts, bl_parser_phrase_at (parser, i)->first, i + 1);
      statement.end = i + 2;
    }
  read_flags (parser, &statement);
  count_denials (parser, &statement);
  g_array_append_val (parser->out->list, statement);
}

static gboolean
has_condition (const BlStatementParser *parser)
{
  for (guint i = 0; i < parser->out->phrases.words->len; i++)
    if (bl_parser_in_list (parser, BL_WORDS_CONDITIONS, bl_parser_word_text (parser, i)))
      return TRUE;
  return FALSE;
}

/* "The bridge is safe, the minister said on Monday.": the last statement tells who says those before it. */
static void
read_closing_speaker (const BlStatementParser *parser)
{
  const GArray *list = parser->out->list;
  guint last = G_MAXUINT;
  for (guint i = 0; i < list->len; i++)
    if (bl_parser_phrase_at (parser, bl_statements_get (parser->out, i)->verb)->kind == BL_PHRASE_VERB)
      last = i;
  if (last == G_MAXUINT || last == 0)
    return;
  const BlStatement *saying = bl_statements_get (parser->out, last);
  const BlPhrase *verb = bl_parser_phrase_at (parser, saying->verb);
  if (saying->subject == BL_NO_PHRASE || saying->subject == 0 || verb->negated || saying->object != BL_NO_PHRASE
      || saying->governor != G_MAXUINT || !bl_parser_in_list (parser, BL_WORDS_SAYING, verb->lemma))
    return;
  const BlPhraseKind before = bl_parser_kind_at (parser, saying->subject - 1);
  if (before != BL_PHRASE_COMMA && before != BL_PHRASE_QUOTE)
    return;
  for (guint i = 0; i < last; i++)
    {
      BlStatement *said = &g_array_index (list, BlStatement, i);
      if ((said->flags & BL_STATED_REPORTED) != 0 || said->verb > saying->subject)
        continue;
      said->flags |= BL_STATED_REPORTED;
      said->speaker = saying->subject;
    }
}

void
bl_statements_read (BlStatements *statements, const BlSyntax *syntax, const char *text, BlSpan sentence, BlArena *arena)
{
  *statements = (BlStatements){ .list = g_array_new (FALSE, FALSE, sizeof (BlStatement)) };
  bl_phrases_read (&statements->phrases, syntax, text, sentence, arena);
  BlStatementParser parser = { .out = statements, .syntax = syntax, .n = statements->phrases.phrases->len };
  statements->conditional = has_condition (&parser);
  for (guint i = 0; i < parser.n; i++)
    if (bl_parser_kind_at (&parser, i) == BL_PHRASE_VERB)
      read_verb (&parser, i);
  for (guint i = 0; i < parser.n; i++)
    if (bl_parser_kind_at (&parser, i) == BL_PHRASE_COMMA && is_apposition (&parser, i))
      read_apposition (&parser, i);
  read_closing_speaker (&parser);
}

void
bl_statements_clear (BlStatements *statements)
{
  g_clear_pointer (&statements->list, g_array_unref);
  bl_phrases_clear (&statements->phrases);
}
