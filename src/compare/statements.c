/* Statements of two aligned sentences that cannot both be true: one denies what the other says, or says its opposite, or exchanges who
 * did it and to whom. Every slot must fit before polarity is looked at: of plain denials in news nearly none is a contradiction. */
#include "compare/pairs.h"
#include "compare/statement_match.h"

#include <string.h>

/* Sentences with less in common are not on one thing, unless it is known that both texts tell of one event. */
#define MIN_SHARED 3
#define MIN_OVERLAP 0.3
#define MIN_DICE 0.2

/* What two sides do to each other is told with other words for each: only what is nearly the same sentence exchanges them. */
#define MIN_EXCHANGED 0.75

/* Opposite verbs are two events more often than one. */
#define MIN_OPPOSITE 0.5

/* The sides of one pair while they are compared. */
typedef struct
{
  BlCompareState *state;
  const BlSentencePair *pair;
  BlStated a, b;
  double dice; /* of content words */
} Work;

typedef enum
{
  KIND_NONE,
  KIND_DENIED,
  KIND_OPPOSITE,
  KIND_EXCHANGED,
  KIND_NATURE, /* two sorts of things */
  KIND_COPIED, /* the same sentence but for the denial */
} Kind;

static const BlPhrase *
phrase_of (const BlStated *stated, guint phrase)
{
  return bl_phrases_get (&stated->statements->phrases, phrase);
}

static const BlSyntax *
syntax_of (const Work *work)
{
  return work->a.statements->phrases.syntax;
}

/* --- gates --------------------------------------------------------------------------------------------------------- */

/* What the sentence does not vouch for, or where a denial may bear on something else. */
static gboolean
is_hypothetical (const BlStatement *statement)
{
  return (statement->flags & (BL_STATED_QUESTION | BL_STATED_CONDITION | BL_STATED_UNREAL)) != 0;
}

static gboolean
same_modality (const Work *work, const BlStatement *x, const BlStatement *y)
{
  const char *modal_x = phrase_of (&work->a, x->verb)->modal, *modal_y = phrase_of (&work->b, y->verb)->modal;
  return g_strcmp0 (modal_x, modal_y) == 0;
}

/* Gates that do not depend on the kind. */
static BlVerdict
judge_voice (const Work *work, const BlStatement *x, const BlStatement *y)
{
  if (is_hypothetical (x) || is_hypothetical (y))
    return bl_stopped (BL_GATE_MODALITY, "one is a question, a condition, a wish or a plan");
  if (!same_modality (work, x, y))
    return bl_stopped (BL_GATE_MODALITY, "one tells what will or can be, the other what is");
  if (((x->flags ^ y->flags) & BL_STATED_QUOTED) != 0)
    return bl_stopped (BL_GATE_QUOTE, "one stands inside a quotation");
  if ((x->flags & BL_STATED_REPORTED) != 0 && (y->flags & BL_STATED_REPORTED) != 0 && x->speaker != BL_NO_PHRASE
      && y->speaker != BL_NO_PHRASE && bl_fit_phrases (&work->a, x->speaker, &work->b, y->speaker) == BL_FIT_NO)
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "two speakers");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

/* --- slots --------------------------------------------------------------------------------------------------------- */

/* One phrase a slot, which both may lack; only one may where missing_ok. */
static BlFit
fit_slot (const Work *work, guint phrase_a, guint phrase_b, gboolean missing_ok)
{
  if (phrase_a == BL_NO_PHRASE || phrase_b == BL_NO_PHRASE)
    return phrase_a == phrase_b || missing_ok ? BL_FIT_YES : BL_FIT_NO;
  return bl_fit_phrases (&work->a, phrase_a, &work->b, phrase_b);
}

static const char *
predicate_of (const Work *work, const BlStatement *statement)
{
  /* Who became it was it. */
  if (strcmp (statement->lemma, "become") == 0 && statement->complement != BL_NO_PHRASE)
    return "be";
  return bl_syntax_same (syntax_of (work), statement->lemma);
}

/* --- denial -------------------------------------------------------------------------------------------------------- */

/* The subject has its own gate: a longer name is no more. */
static gboolean
is_in_subject (const BlStated *stated, const BlStatement *statement, const char *text)
{
  if (statement->subject == BL_NO_PHRASE)
    return FALSE;
  const BlPhrase *phrase = phrase_of (stated, statement->subject);
  for (guint i = phrase->first; i < phrase->last; i++)
    if (bl_phrases_word (&stated->statements->phrases, i)->tag == BL_TAG_NAME
        && strcmp (bl_phrases_word (&stated->statements->phrases, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* All that the denying sentence names stands in the other, wherever: "no man writing near a bike", "a man is sitting near a bike and is
 * writing". */
static gboolean
names_nothing_more (const BlStated *denying, const BlStatement *statement, const BlStated *stating)
{
  for (guint i = 0; i < denying->content->len; i++)
    if (!bl_stated_has (stating, denying->content->pdata[i]) && !is_in_subject (denying, statement, denying->content->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_word (const BlStated *stated, const char *text)
{
  const BlPhrases *phrases = &stated->statements->phrases;
  for (guint i = 0; i < phrases->words->len; i++)
    if (strcmp (bl_phrases_word (phrases, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* "Not all", "not because": a word that the other has not, and that may be what is denied. */
static gboolean
denies_part (const BlStated *a, const BlStatement *denying, const BlStated *b)
{
  const BlPhrases *phrases = &a->statements->phrases;
  const BlSyntax *syntax = phrases->syntax;
  const guint first = denying->subject != BL_NO_PHRASE ? MIN (denying->subject, denying->verb) : denying->verb;
  const guint behind = phrase_of (a, denying->verb)->last;
  const guint end = denying->end < phrases->phrases->len ? phrase_of (a, denying->end)->first : phrases->words->len;
  for (guint i = phrase_of (a, first)->first; i < phrases->words->len; i++)
    {
      const char *text = bl_phrases_word (phrases, i)->text;
      const gboolean part = i < end && bl_syntax_has (syntax, BL_WORDS_PARTIAL, text);
      if ((part || (i >= behind && bl_syntax_has (syntax, BL_WORDS_SCOPE, text))) && !has_word (b, text))
        return TRUE;
    }
  return FALSE;
}

/* "Not quickly": the adverb may be what is denied. */
static gboolean
has_manner (const BlStated *a, const BlStated *b)
{
  const BlPhrases *phrases = &a->statements->phrases;
  for (guint i = 0; i < phrases->words->len; i++)
    {
      const BlTaggedWord *word = bl_phrases_word (phrases, i);
      if (word->tag == BL_TAG_ADVERB && g_str_has_suffix (word->text, "ly") && !bl_stated_has (b, word->text))
        return TRUE;
    }
  return FALSE;
}

/* "No man singing and playing": one of the two may be what nobody does. */
static gboolean
is_joined (const BlStated *a, const BlStatement *denying)
{
  const BlStatements *statements = a->statements;
  for (guint i = 0; i < statements->list->len; i++)
    {
      const BlStatement *other = bl_statements_get (statements, i);
      if (other != denying && (denying->flags & other->flags & BL_STATED_EXISTS) != 0 && other->negated
          && strcmp (other->lemma, "be") != 0 && strcmp (denying->lemma, "be") != 0)
        return TRUE;
    }
  return FALSE;
}

/* What the denying one names more than the other may be what it denies. */
static gboolean
denies_more (const BlStated *a, const BlStatement *denying, const BlStated *b, const BlStatement *stating)
{
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (a, denying, b, stating);
  guint n = adjuncts.n_only_a + adjuncts.n_times_a + adjuncts.n_more;
  if (denying->object != BL_NO_PHRASE)
    n += stating->object == BL_NO_PHRASE ? 1 : bl_phrases_more (a, denying->object, b, stating->object);
  if (denying->complement != BL_NO_PHRASE)
    n += stating->complement == BL_NO_PHRASE ? 1 : bl_phrases_more (a, denying->complement, b, stating->complement);
  if (denying->subject != BL_NO_PHRASE && stating->subject != BL_NO_PHRASE)
    n += bl_phrases_more (a, denying->subject, b, stating->subject);
  /* "No doubt that …": what follows is part of it. */
  const BlPhraseKind behind = bl_phrases_kind (&a->statements->phrases, denying->end);
  n += behind == BL_PHRASE_THAT || behind == BL_PHRASE_VERB ? 1 : 0;
  n += denying->n_of_subject > stating->n_of_subject ? 1 : 0;
  return n > 0 || is_joined (a, denying) || has_manner (a, b);
}

/* A phrase, or one of those listed beside it. */
static gboolean
fits_member (const BlStated *a, guint phrase, const BlStated *b, const BlStatement *stating, guint slot)
{
  gboolean fits = bl_fit_phrases (a, phrase, b, slot) == BL_FIT_YES;
  for (guint i = 0; i < stating->n_adjuncts && !fits; i++)
    fits = bl_adjunct_is_listed (b, &stating->adjuncts[i])
           && bl_fit_phrases (a, phrase, b, stating->adjuncts[i].phrase) == BL_FIT_YES;
  return fits;
}

/* Who "did not", when the other says that somebody did; and the one "who did not" of a relative clause, which tells him from others. */
static gboolean
same_person (const BlStated *a, const BlStatement *denying, const BlStated *b, const BlStatement *stating)
{
  const BlSyntax *syntax = a->statements->phrases.syntax;
  if (((denying->flags ^ stating->flags) & BL_STATED_RELATIVE) != 0)
    return FALSE;
  if (denying->subject == BL_NO_PHRASE || stating->subject == BL_NO_PHRASE)
    return TRUE;
  return bl_syntax_has (syntax, BL_WORDS_ANYBODY, phrase_of (a, denying->subject)->lemma)
         || !bl_syntax_has (syntax, BL_WORDS_ANYBODY, phrase_of (b, stating->subject)->lemma);
}

/* The pronoun that opens one text is the name that opens the other, when both are known to be about one thing. */
static gboolean
is_one_topic (const Work *work, const BlStated *a, const BlStatement *x, const BlStated *b, const BlStatement *y)
{
  return work->state->input->one_event && bl_stated_same_topic (a, x, b, y);
}

/* The denying statement first. */
static gboolean
is_denied (const Work *work, const BlStated *a, const BlStatement *denying, const BlStated *b, const BlStatement *stating)
{
  if (strcmp (predicate_of (work, denying), predicate_of (work, stating)) != 0)
    return FALSE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (a, denying, b, stating);
  if (adjuncts.conflict || adjuncts.opposite || denies_part (a, denying, b) || !same_person (a, denying, b, stating))
    return FALSE;
  if (denies_more (a, denying, b, stating) && !names_nothing_more (a, denying, b))
    return FALSE;
  const BlFit subjects = bl_fit_subjects (a, denying, b, stating);
  if (subjects != BL_FIT_YES
      && !(subjects == BL_FIT_WEAK && (work->dice >= 0.5 || is_one_topic (work, a, denying, b, stating))))
    return FALSE;
  if (denying->object != BL_NO_PHRASE && stating->object != BL_NO_PHRASE
      && !fits_member (a, denying->object, b, stating, stating->object))
    return FALSE;
  if ((denying->complement == BL_NO_PHRASE) != (stating->complement == BL_NO_PHRASE))
    return FALSE;
  if (denying->complement != BL_NO_PHRASE && !fits_member (a, denying->complement, b, stating, stating->complement))
    return FALSE;
  /* "It is not" and "it is" alone say nothing. */
  const gboolean said = strcmp (denying->lemma, "be") != 0 || denying->complement != BL_NO_PHRASE || adjuncts.n_shared > 0
                        || (denying->flags & stating->flags & BL_STATED_EXISTS) != 0;
  return said && (denying->subject != BL_NO_PHRASE || denying->object != BL_NO_PHRASE);
}

/* --- opposites ----------------------------------------------------------------------------------------------------- */

/* "A man", "two boys", "some": another one may do the opposite. */
static gboolean
is_any (const BlStated *stated, guint phrase)
{
  static const char *const words[] = { "a", "an", "some", "another", "one", "many", "several", "any", "other", "few", NULL };
  if (phrase == BL_NO_PHRASE)
    return FALSE;
  const BlTaggedWord *first = bl_phrases_word (&stated->statements->phrases, phrase_of (stated, phrase)->first);
  return first->tag == BL_TAG_NUMBER || g_strv_contains (words, first->text)
         || bl_syntax_has (stated->statements->phrases.syntax, BL_WORDS_ANYBODY, phrase_of (stated, phrase)->lemma);
}

/* Who acts; of a passive without an agent, what is acted upon. */
static gboolean
is_about_any (const BlStated *stated, const BlStatement *statement)
{
  return is_any (stated, statement->subject != BL_NO_PHRASE ? statement->subject : statement->object);
}

static Kind
compare_equals (const Work *work, const BlStatement *x, const BlStatement *y)
{
  const BlSyntax *syntax = syntax_of (work);
  const char *lemma_x = predicate_of (work, x), *lemma_y = predicate_of (work, y);
  const gboolean same = strcmp (lemma_x, lemma_y) == 0;
  guint n_opposite = !same ? 1 : 0;
  if (!same && !bl_syntax_opposite (syntax, x->lemma, y->lemma) && !bl_syntax_opposite (syntax, lemma_x, lemma_y))
    return KIND_NONE;
  if (is_about_any (&work->a, x) || is_about_any (&work->b, y) || ((x->flags ^ y->flags) & BL_STATED_RELATIVE) != 0)
    return KIND_NONE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (&work->a, x, &work->b, y);
  if (adjuncts.conflict || (adjuncts.n_only_a > 0 && adjuncts.n_only_b > 0))
    return KIND_NONE;
  const BlFit fits[] = { bl_fit_subjects (&work->a, x, &work->b, y), fit_slot (work, x->object, y->object, FALSE),
                         fit_slot (work, x->complement, y->complement, FALSE) };
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      if (fits[i] == BL_FIT_NO || fits[i] == BL_FIT_WEAK)
        return KIND_NONE;
      n_opposite += fits[i] == BL_FIT_OPPOSITE ? 1 : 0;
    }
  n_opposite += adjuncts.opposite ? 1 : 0;
  if (fits[0] == BL_FIT_OPPOSITE || (x->subject == BL_NO_PHRASE && x->object == BL_NO_PHRASE))
    return KIND_NONE;
  /* What began also ended: opposite verbs need the same circumstances. */
  if (!same
      && (adjuncts.n_only_a + adjuncts.n_only_b + adjuncts.n_times_a + adjuncts.n_times_b > 0 || work->dice < MIN_OPPOSITE))
    return KIND_NONE;
  return n_opposite == 1 ? KIND_OPPOSITE : KIND_NONE;
}

/* --- who and whom -------------------------------------------------------------------------------------------------- */

/* Whom it is done to: the object, else what "to", "from" or "against" stands before. */
static guint
other_party (const BlStated *stated, const BlStatement *statement, gboolean *by_object)
{
  static const char *const words[] = { "to", "from", "against", NULL };
  *by_object = FALSE;
  for (guint i = 0; i < statement->n_adjuncts; i++)
    if (statement->adjuncts[i].preposition != G_MAXUINT
        && g_strv_contains (words, bl_phrases_word (&stated->statements->phrases, statement->adjuncts[i].preposition)->text))
      return statement->adjuncts[i].phrase;
  *by_object = TRUE;
  return statement->object;
}

static gboolean
is_exchanged (const Work *work, const BlStatement *x, const BlStatement *y)
{
  gboolean object_x, object_y;
  const guint other_x = other_party (&work->a, x, &object_x), other_y = other_party (&work->b, y, &object_y);
  if (x->subject == BL_NO_PHRASE || y->subject == BL_NO_PHRASE || other_x == BL_NO_PHRASE || other_y == BL_NO_PHRASE
      || object_x != object_y || strcmp (predicate_of (work, x), predicate_of (work, y)) != 0
      || !bl_syntax_has (syntax_of (work), BL_WORDS_CONTESTS, x->lemma) || work->dice < MIN_EXCHANGED)
    return FALSE;
  if (is_any (&work->a, x->subject) || is_any (&work->b, y->subject))
    return FALSE;
  const BlAdjunctFit adjuncts = bl_fit_adjuncts (&work->a, x, &work->b, y);
  if (object_x && (adjuncts.conflict || adjuncts.n_times_a + adjuncts.n_times_b > 0))
    return FALSE;
  return bl_fit_phrases (&work->a, x->subject, &work->b, other_y) == BL_FIT_YES
         && bl_fit_phrases (&work->a, other_x, &work->b, y->subject) == BL_FIT_YES
         && bl_fit_phrases (&work->a, x->subject, &work->b, y->subject) != BL_FIT_YES;
}

/* Names of one word are shared by works, people and places: it must be known that both texts are about one thing. */
static gboolean
is_other_nature (const Work *work, const BlStatement *x, const BlStatement *y)
{
  if (!work->state->input->one_event || ((x->flags ^ y->flags) & BL_STATED_RELATIVE) != 0 || is_any (&work->a, x->subject)
      || is_any (&work->b, y->subject) || x->subject == BL_NO_PHRASE || y->subject == BL_NO_PHRASE)
    return FALSE;
  return bl_stated_other_nature (&work->a, x, &work->b, y)
         && (bl_fit_subjects (&work->a, x, &work->b, y) == BL_FIT_YES || is_one_topic (work, &work->a, x, &work->b, y));
}

static Kind
kind_of (const Work *work, const BlStatement *x, const BlStatement *y)
{
  if (((x->flags | y->flags) & BL_STATED_PARTIAL) != 0 && x->negated != y->negated)
    return KIND_NONE;
  if (x->negated && !y->negated)
    return is_denied (work, &work->a, x, &work->b, y) ? KIND_DENIED : KIND_NONE;
  if (y->negated && !x->negated)
    return is_denied (work, &work->b, y, &work->a, x) ? KIND_DENIED : KIND_NONE;
  if (x->negated)
    return KIND_NONE;
  const Kind kind = compare_equals (work, x, y);
  if (kind != KIND_NONE)
    return kind;
  return is_exchanged (work, x, y) ? KIND_EXCHANGED : is_other_nature (work, x, y) ? KIND_NATURE : KIND_NONE;
}

/* --- telling ------------------------------------------------------------------------------------------------------- */

/* The words of a statement, from its subject to its last slot. */
static BlSpan
span_of (const BlStated *stated, const BlStatement *statement)
{
  guint first = phrase_of (stated, statement->verb)->first, last = phrase_of (stated, statement->verb)->last;
  const guint slots[] = { statement->subject, statement->object, statement->complement };
  for (guint i = 0; i < G_N_ELEMENTS (slots) + statement->n_adjuncts; i++)
    {
      const guint slot = i < G_N_ELEMENTS (slots) ? slots[i] : statement->adjuncts[i - G_N_ELEMENTS (slots)].phrase;
      if (slot == BL_NO_PHRASE)
        continue;
      first = MIN (first, phrase_of (stated, slot)->first);
      last = MAX (last, phrase_of (stated, slot)->last);
    }
  const BlPhrases *phrases = &stated->statements->phrases;
  return (BlSpan){ bl_phrases_word (phrases, first)->span.start, bl_phrases_word (phrases, last - 1)->span.end };
}

static BlClaim *
claim_of (BlCompareState *state, const BlPairSide *side, const BlStated *stated, const BlStatement *statement)
{
  BlClaim *claim = bl_compare_claim_at (state, bl_article_claims_article (side->article), span_of (stated, statement), "states",
                                        "reader/statements");
  claim->polarity = statement->negated ? BL_POLARITY_NEGATIVE : BL_POLARITY_POSITIVE;
  claim->voice
      = (side->sentence->head ? BL_VOICE_HEADLINE : 0u) | ((statement->flags & BL_STATED_QUOTED) != 0 ? BL_VOICE_QUOTED : 0u);
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT, .text = claim->at.text, .surface = claim->at.text };
  return claim;
}

static void
say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  bl_comparison_say (comparison, "says", "“%s”", claim->at.text);
  bl_comparison_say (comparison, "other-says", "“%s”", other->at.text);
}

static const char *
why_of (Kind kind)
{
  return kind == KIND_COPIED     ? "the same sentence but for a word of denial"
         : kind == KIND_DENIED   ? "one denies what the other says of the same"
         : kind == KIND_NATURE   ? "the two say of one thing that it is of two sorts"
         : kind == KIND_OPPOSITE ? "the two say opposite things of the same"
                                 : "the two exchange who did it and to whom";
}

static void
tell (const Work *work, const BlStatement *x, const BlStatement *y, Kind kind, GArray *conflicts)
{
  BlVerdict verdict
      = kind != KIND_COPIED ? judge_voice (work, x, y) : bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
  if (verdict.gate == BL_GATE_NONE)
    verdict = bl_related (bl_pair_is_of_one_day (work->state, work->pair) ? BL_RELATION_CONTRADICTION : BL_RELATION_DIFFERS,
                          BL_GATE_NONE, why_of (kind));
  BlClaim *a = claim_of (work->state, &work->pair->a, &work->a, x), *b = claim_of (work->state, &work->pair->b, &work->b, y);
  bl_pair_tell (work->state, &(BlConflict){ .a = a, .b = b, .say = say }, verdict, 0.8, conflicts);
}

/* A sentence that was read. It meets many others, and reading it costs more than comparing it. */
typedef struct
{
  BlStatements statements;
  BlStated stated;
} Read;

struct BlStatementsRead
{
  GHashTable *sentences; /* const BlClaimSentence * → Read */
  BlArena *arena;
};

/* So many sentences are kept, then all are forgotten: pairs come by article, so few are read twice. */
#define MAX_KEPT 8192

static void
read_free (gpointer data)
{
  Read *read = data;
  bl_stated_clear (&read->stated);
  bl_statements_clear (&read->statements);
  g_free (read);
}

void
bl_statements_read_free (BlStatementsRead *read)
{
  if (read == NULL)
    return;
  g_hash_table_unref (read->sentences);
  bl_arena_free (read->arena);
  g_free (read);
}

static BlStatementsRead *
reads_new (void)
{
  BlStatementsRead *reads = g_new0 (BlStatementsRead, 1);
  reads->sentences = g_hash_table_new_full (NULL, NULL, NULL, read_free);
  reads->arena = bl_arena_new ();
  return reads;
}

static const Read *
read_side (BlStatementsRead *reads, const BlPairSide *side, const BlSyntax *syntax)
{
  Read *read = g_hash_table_lookup (reads->sentences, side->sentence);
  if (read != NULL)
    return read;
  const BlDocument *document = bl_article_claims_article (side->article)->document;
  gsize length;
  guint n;
  const char *text = bl_document_text (document, &length);
  const BlSentence *sentences = bl_document_sentences (document, &n);
  read = g_new0 (Read, 1);
  bl_statements_read (&read->statements, syntax, text, sentences[side->sentence->index].span, reads->arena);
  bl_stated_init (&read->stated, &read->statements, bl_article_claims_mentions (side->article), side->sentence->index);
  g_hash_table_insert (reads->sentences, (gpointer) side->sentence, read);
  return read;
}

/* The statement around a word, or the first. */
static const BlStatement *
statement_at (const BlStated *stated, guint word)
{
  const BlStatement *found = bl_statements_get (stated->statements, 0);
  for (guint i = 0; i < stated->statements->list->len; i++)
    {
      const BlStatement *statement = bl_statements_get (stated->statements, i);
      if (phrase_of (stated, statement->verb)->first <= word)
        found = statement;
    }
  return found;
}

/* One of predicate's lemma, or the first. */
static const BlStatement *
counterpart (const BlStated *stated, const char *lemma)
{
  for (guint i = 0; i < stated->statements->list->len; i++)
    if (strcmp (bl_statements_get (stated->statements, i)->lemma, lemma) == 0)
      return bl_statements_get (stated->statements, i);
  return bl_statements_get (stated->statements, 0);
}

/* TRUE when one sentence is the other with a word of denial. */
static gboolean
compare_copies (const Work *work, GArray *conflicts)
{
  const guint word_a = bl_stated_inserted_denial (&work->a, &work->b);
  const guint word_b = word_a == G_MAXUINT ? bl_stated_inserted_denial (&work->b, &work->a) : G_MAXUINT;
  if (word_a == G_MAXUINT && word_b == G_MAXUINT)
    return FALSE;
  const BlStated *denying = word_a != G_MAXUINT ? &work->a : &work->b, *other = word_a != G_MAXUINT ? &work->b : &work->a;
  const BlStatement *denies = statement_at (denying, word_a != G_MAXUINT ? word_a : word_b);
  const BlStatement *says = counterpart (other, denies->lemma);
  tell (work, word_a != G_MAXUINT ? denies : says, word_a != G_MAXUINT ? says : denies, KIND_COPIED, conflicts);
  return TRUE;
}

static void
compare_statements (const Work *work, GArray *conflicts)
{
  if (compare_copies (work, conflicts))
    return;
  for (guint i = 0; i < work->a.statements->list->len; i++)
    for (guint k = 0; k < work->b.statements->list->len; k++)
      {
        const BlStatement *x = bl_statements_get (work->a.statements, i), *y = bl_statements_get (work->b.statements, k);
        const Kind kind = kind_of (work, x, y);
        if (kind == KIND_NONE)
          continue;
        tell (work, x, y, kind, conflicts);
        return;
      }
}

void
bl_statements_compare (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  if (state->input->syntax == NULL)
    return;
  if (!state->input->one_event && (pair->dice < MIN_DICE || pair->overlap < MIN_OVERLAP || pair->n_shared < MIN_SHARED))
    return;
  if (!bl_syntax_open (state->input->syntax, NULL))
    {
      bl_compare_not_checked (state, "pairs of sentences without the lexicon of statements");
      return;
    }
  if (state->statements != NULL && g_hash_table_size (state->statements->sentences) >= MAX_KEPT)
    g_clear_pointer (&state->statements, bl_statements_read_free);
  if (state->statements == NULL)
    state->statements = reads_new ();
  const Read *a = read_side (state->statements, &pair->a, state->input->syntax);
  const Read *b = read_side (state->statements, &pair->b, state->input->syntax);
  const Work work
      = { .state = state, .pair = pair, .a = a->stated, .b = b->stated, .dice = bl_stated_dice (&a->stated, &b->stated) };
  if (a->statements.list->len > 0 && b->statements.list->len > 0)
    compare_statements (&work, conflicts);
}
