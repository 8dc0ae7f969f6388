/* Statements of two aligned sentences that cannot both be true: one denies what the other says, or says its opposite, or exchanges who
 * did it and to whom. Every slot must fit before polarity is looked at: of plain denials in news nearly none is a contradiction. */
#include "sentences/sentences.h"
#include "sentences/statement_conflicts.h"

#include <string.h>

/* Sentences with less in common are not on one thing, unless it is known that both texts tell of one event. */
#define MIN_SHARED 3
#define MIN_OVERLAP 0.3
#define MIN_DICE 0.2

/* The sides of one pair while they are compared. */
typedef struct
{
  BlCompareState *state;
  const BlSentencePair *pair;
  BlStatedPair stated;
} Work;

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
  const char *modal_x = bl_stated_phrase (&work->stated.a, x->verb)->modal,
             *modal_y = bl_stated_phrase (&work->stated.b, y->verb)->modal;
  return g_strcmp0 (modal_x, modal_y) == 0;
}

/* A word of it stands in quotation marks of its own: what is meant by it is somebody else's. */
static gboolean
has_scare_quotes (const BlStated *stated, const BlStatement *statement)
{
  const guint slots[] = { statement->subject, statement->object, statement->complement };
  if ((statement->flags & BL_STATED_QUOTED) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i] != BL_NO_PHRASE && bl_stated_phrase (stated, slots[i])->quoted)
      return TRUE;
  return FALSE;
}

/* A named speaker says it, and not of himself. */
static gboolean
is_said_of_others (const BlStated *stated, const BlStatement *statement)
{
  if ((statement->flags & BL_STATED_REPORTED) == 0 || statement->speaker == BL_NO_PHRASE)
    return FALSE;
  const BlPhrase *speaker = bl_stated_phrase (stated, statement->speaker);
  return bl_phrases_word (bl_stated_phrases (stated), speaker->head)->tag == BL_TAG_NAME
         && (statement->subject == BL_NO_PHRASE
             || bl_fit_phrases (stated, statement->speaker, stated, statement->subject) == BL_FIT_NO);
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
      && y->speaker != BL_NO_PHRASE && bl_fit_phrases (&work->stated.a, x->speaker, &work->stated.b, y->speaker) == BL_FIT_NO)
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "two speakers");
  if (work->stated.one_event)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
  if (has_scare_quotes (&work->stated.a, x) || has_scare_quotes (&work->stated.b, y))
    return bl_stopped (BL_GATE_QUOTE, "a word of one stands in quotation marks");
  if (work->pair->a.article != work->pair->b.article && ((x->flags ^ y->flags) & BL_STATED_REPORTED) != 0
      && (is_said_of_others (&work->stated.a, x) || is_said_of_others (&work->stated.b, y)))
    return bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "one side is what a speaker says of others");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
}

/* --- kinds --------------------------------------------------------------------------------------------------------- */

/* What both say their subject is. Names of one word are shared by works, people and places: it must be known that both texts are about
 * one thing. */
static BlStatedConflict
compare_sorts (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  if (!pair->one_event || ((x->flags ^ y->flags) & BL_STATED_RELATIVE) != 0 || bl_stated_is_any (&pair->a, x->subject)
      || bl_stated_is_any (&pair->b, y->subject) || x->subject == BL_NO_PHRASE || y->subject == BL_NO_PHRASE)
    return BL_CONFLICT_NONE;
  const BlStatedConflict kind = bl_stated_other_nature (&pair->a, x, &pair->b, y)   ? BL_CONFLICT_NATURE
                                : bl_stated_other_nation (&pair->a, x, &pair->b, y) ? BL_CONFLICT_NATION
                                                                                    : BL_CONFLICT_NONE;
  return kind != BL_CONFLICT_NONE
                 && (bl_fit_subjects (&pair->a, x, &pair->b, y) == BL_FIT_YES
                     || bl_stated_one_topic (pair, &pair->a, x->subject, &pair->b, y->subject))
             ? kind
             : BL_CONFLICT_NONE;
}

static BlStatedConflict
kind_of (const BlStatedPair *pair, const BlStatement *x, const BlStatement *y)
{
  if (((x->flags | y->flags) & BL_STATED_PARTIAL) != 0 && x->negated != y->negated)
    return BL_CONFLICT_NONE;
  if (x->negated && !y->negated)
    return bl_stated_denied (pair, &pair->a, x, &pair->b, y) ? BL_CONFLICT_DENIED : BL_CONFLICT_NONE;
  if (y->negated && !x->negated)
    return bl_stated_denied (pair, &pair->b, y, &pair->a, x) ? BL_CONFLICT_DENIED : BL_CONFLICT_NONE;
  if (x->negated)
    return BL_CONFLICT_NONE;
  return bl_stated_opposite (pair, x, y)      ? BL_CONFLICT_OPPOSITE
         : bl_stated_exchanged (pair, x, y)   ? BL_CONFLICT_EXCHANGED
         : bl_stated_other_maker (pair, x, y) ? BL_CONFLICT_MAKER
                                              : compare_sorts (pair, x, y);
}

/* --- telling ------------------------------------------------------------------------------------------------------- */

/* The words of a statement, from its subject to its last slot. */
static BlSpan
span_of (const BlStated *stated, const BlStatement *statement)
{
  guint first = bl_stated_phrase (stated, statement->verb)->first, last = bl_stated_phrase (stated, statement->verb)->last;
  const guint slots[] = { statement->subject, statement->object, statement->complement };
  for (guint i = 0; i < G_N_ELEMENTS (slots) + statement->n_adjuncts; i++)
    {
      const guint slot = i < G_N_ELEMENTS (slots) ? slots[i] : statement->adjuncts[i - G_N_ELEMENTS (slots)].phrase;
      if (slot == BL_NO_PHRASE)
        continue;
      first = MIN (first, bl_stated_phrase (stated, slot)->first);
      last = MAX (last, bl_stated_phrase (stated, slot)->last);
    }
  const BlPhrases *phrases = bl_stated_phrases (stated);
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

static const char *
why_of (BlStatedConflict kind)
{
  return kind == BL_CONFLICT_COPIED     ? "the same sentence but for a word of denial"
         : kind == BL_CONFLICT_DENIED   ? "one denies what the other says of the same"
         : kind == BL_CONFLICT_NATURE   ? "the two say of one thing that it is of two sorts"
         : kind == BL_CONFLICT_NATION   ? "the two say of one thing that it is of two countries"
         : kind == BL_CONFLICT_MAKER    ? "the two name two who made or did one thing"
         : kind == BL_CONFLICT_OPPOSITE ? "the two say opposite things of the same"
                                        : "the two exchange who did it and to whom";
}

static void
tell (const Work *work, const BlStatement *x, const BlStatement *y, BlStatedConflict kind, GArray *conflicts)
{
  BlVerdict verdict
      = kind != BL_CONFLICT_COPIED ? judge_voice (work, x, y) : bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, NULL);
  if (verdict.gate == BL_GATE_NONE)
    verdict = bl_related (bl_pair_is_of_one_day (work->state, work->pair) ? BL_RELATION_CONTRADICTION : BL_RELATION_DIFFERS,
                          BL_GATE_NONE, why_of (kind));
  BlClaim *a = claim_of (work->state, &work->pair->a, &work->stated.a, x),
          *b = claim_of (work->state, &work->pair->b, &work->stated.b, y);
  bl_pair_tell (work->state, &(BlConflict){ .a = a, .b = b, .say = bl_sentences_say }, verdict, 0.8, conflicts);
}

/* The statement around a word, or the first. */
static const BlStatement *
statement_at (const BlStated *stated, guint word)
{
  const BlStatement *found = bl_statements_get (stated->statements, 0);
  for (guint i = 0; i < stated->statements->list->len; i++)
    {
      const BlStatement *statement = bl_statements_get (stated->statements, i);
      if (bl_stated_phrase (stated, statement->verb)->kind == BL_PHRASE_VERB
          && bl_stated_phrase (stated, statement->verb)->first <= word)
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
  const guint word_a = bl_stated_inserted_denial (&work->stated.a, &work->stated.b);
  const guint word_b = word_a == G_MAXUINT ? bl_stated_inserted_denial (&work->stated.b, &work->stated.a) : G_MAXUINT;
  if (word_a == G_MAXUINT && word_b == G_MAXUINT)
    return FALSE;
  const BlStated *denying = word_a != G_MAXUINT ? &work->stated.a : &work->stated.b,
                 *other = word_a != G_MAXUINT ? &work->stated.b : &work->stated.a;
  const BlStatement *denies = statement_at (denying, word_a != G_MAXUINT ? word_a : word_b);
  const BlStatement *says = counterpart (other, denies->lemma);
  tell (work, word_a != G_MAXUINT ? denies : says, word_a != G_MAXUINT ? says : denies, BL_CONFLICT_COPIED, conflicts);
  return TRUE;
}

static void
compare_statements (const Work *work, GArray *conflicts)
{
  if (compare_copies (work, conflicts))
    return;
  for (guint i = 0; i < work->stated.a.statements->list->len; i++)
    for (guint k = 0; k < work->stated.b.statements->list->len; k++)
      {
        const BlStatement *x = bl_statements_get (work->stated.a.statements, i),
                          *y = bl_statements_get (work->stated.b.statements, k);
        const BlStatedConflict kind = kind_of (&work->stated, x, y);
        if (kind == BL_CONFLICT_NONE)
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
  Work work = { .state = state, .pair = pair, .stated = { .one_event = state->input->one_event, .kb = state->input->kb } };
  bl_stated_read (state, pair, state->input->syntax, &work.stated.a, &work.stated.b);
  work.stated.dice = bl_stated_dice (&work.stated.a, &work.stated.b);
  if (work.stated.a.statements->list->len > 0 && work.stated.b.statements->list->len > 0)
    compare_statements (&work, conflicts);
}
