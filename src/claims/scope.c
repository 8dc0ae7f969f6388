#include "claims/scope.h"

#include "claims/clause.h"

#include <string.h>

/* "No" may stand this many light words before what it denies: "no more French troops". */
#define BESIDE_WORDS 2

/* Between a denial and the verb of saying that it denies: "no official in Kyiv has publicly said". */
#define UNSAID_WORDS 6

typedef struct
{
  const BlScopeQuery *query;
  BlClause clause;
  gboolean negated;        /* by a word of denial */
  guint n_denials;         /* by verbs that deny */
  gboolean open, prospect; /* not settled; not settled unless denied */
  gboolean rejected;       /* what somebody says is denied: what else is said against it denies no second time */
  gboolean own_attitude;   /* the phrase's own word is one of rejecting: who does not reject has not accepted */
  BlScope scope;
} Reading;

/* --- where a cue stands --------------------------------------------------------------------------------------------- */

/* "France did not join but will send": what stands before the turn bears on another verb. */
static gboolean
is_cut_off_inside (const Reading *reading, const BlCueHit *hit)
{
  const BlReading *words = reading->query->reading;
  static const char *const joins[] = { "and", "but", NULL };
  for (guint i = hit->last; i < reading->query->last; i++)
    if (bl_words_is_one (&words->words, i, joins)
        && (bl_reading_hit (words, i + 1, BL_CUE_CERTAINTY) != NULL || bl_reading_hit (words, i + 1, BL_CUE_NEGATION) != NULL))
      return TRUE;
  return FALSE;
}

/* "Japan, which has no army, will send": an aside between commas has words of its own. */
static gboolean
is_in_aside (const Reading *reading, const BlCueHit *hit)
{
  const BlReading *words = reading->query->reading;
  guint start = hit->first;
  while (start > reading->query->first && bl_reading_breaks (words, start) == 0)
    start--;
  /* "Putin, it seems, will meet him": the aside is the cue. */
  if (start == hit->first && hit->last < reading->query->last && bl_reading_breaks (words, hit->last) != 0)
    return FALSE;
  return start > reading->query->first && bl_reading_has_break (words, hit->last, reading->query->last, BL_BREAK_COMMA)
         && (bl_reading_hit (words, start, BL_CUE_TERMINATOR) != NULL || bl_clause_is_subject (words, start));
}

static gboolean
is_inside (const Reading *reading, const BlCueHit *hit)
{
  return hit->first >= reading->query->first && hit->first < reading->query->last;
}

static gboolean
is_beside (const Reading *reading, const BlCueHit *hit)
{
  const BlReading *words = reading->query->reading;
  if (hit->last > reading->query->first)
    return hit->first < reading->query->first; /* "with | no deployment": it reaches into the match */
  if (reading->query->first - hit->last > BESIDE_WORDS)
    return FALSE;
  return !bl_reading_has_break (words, hit->last, reading->query->first + 1, BL_BREAK_COMMA | BL_BREAK_STRONG)
         && !bl_reading_has (words, hit->last, reading->query->first, BL_CUE_SPEECH);
}

static gboolean
reaches (const Reading *reading, const BlCueHit *hit)
{
  const guint sides = hit->cue->sides;
  if (is_inside (reading, hit))
    return (sides & BL_SIDE_INSIDE) != 0 && !is_cut_off_inside (reading, hit) && !is_in_aside (reading, hit);
  if (hit->first >= reading->query->last)
    return (sides & BL_SIDE_AFTER) != 0 && hit->first < reading->clause.right;
  if (hit->first < reading->clause.left)
    return FALSE;
  return (sides & BL_SIDE_BEFORE) != 0 || ((sides & BL_SIDE_BESIDE) != 0 && is_beside (reading, hit));
}

/* --- what it does --------------------------------------------------------------------------------------------------- */

static gboolean
is_same_actor (const BlScopeActor *a, const BlScopeActor *b)
{
  return bl_span_overlaps (a->span, b->span) || (a->id != NULL && g_strcmp0 (a->id, b->id) == 0);
}

/* Whoever rejects: the last actor before the cue. TRUE when it is one the match is about. */
static gboolean
is_own_attitude (const BlScopeQuery *query, const BlCueHit *hit)
{
  const gsize start = bl_reading_word (query->reading, hit->first)->span.start;
  const BlScopeActor *actor = NULL;
  for (guint i = 0; i < query->n_actors; i++)
    if (query->actors[i].span.end <= start)
      actor = &query->actors[i];
  for (guint i = 0; actor != NULL && i < query->n_subjects; i++)
    if (is_same_actor (&query->subjects[i], actor))
      return TRUE;
  return FALSE;
}

static void
weaken (Reading *reading, const BlCue *cue)
{
  /* "Said it would send" is a promise told later; a bare "would" supposes. */
  if (strcmp (cue->text, "would") == 0 && reading->query->reported)
    return;
  BlCertainty *certainty = &reading->scope.certainty;
  if (certainty->cue == NULL || cue->low < certainty->low || (cue->low <= certainty->low && cue->high < certainty->high))
    *certainty = (BlCertainty){ .low = cue->low, .high = cue->high, .cue = cue->text, .word = cue->word };
}

static void
take_attitude (Reading *reading, const BlCueHit *hit)
{
  const gboolean rejects = bl_clause_rejects (reading->query->reading, hit, reading->query->first);
  reading->rejected = reading->rejected || rejects;
  if (is_inside (reading, hit) || is_own_attitude (reading->query, hit) || rejects)
    reading->n_denials++;
  else
    reading->scope.voice |= BL_VOICE_WISH;
}

static void
take_cue (Reading *reading, const BlCueHit *hit)
{
  const gboolean own_words = is_inside (reading, hit) && reading->query->lexical_negative;
  switch (hit->cue->kind)
    {
    case BL_CUE_NEGATION:
      reading->negated = TRUE;
      break;
    case BL_CUE_DENIAL:
      reading->n_denials += own_words || (reading->rejected && hit->first >= reading->query->last) ? 0 : 1;
      break;
    case BL_CUE_ATTITUDE:
      if (own_words)
        reading->own_attitude = TRUE;
      else
        take_attitude (reading, hit);
      break;
    case BL_CUE_OPEN:
      reading->open = reading->open || !own_words;
      break;
    case BL_CUE_PROSPECT:
      reading->prospect = reading->prospect || !own_words;
      break;
    case BL_CUE_CERTAINTY:
      weaken (reading, hit->cue);
      break;
    case BL_CUE_WISH:
      reading->scope.voice |= BL_VOICE_WISH;
      break;
    case BL_CUE_CONDITION:
    case BL_CUE_PAST:
    case BL_CUE_PSEUDO:
    case BL_CUE_TERMINATOR:
    case BL_CUE_SPEECH:
    case BL_CUE_SOURCE:
      break;
    }
}

/* Who does not say that it is so leaves it open: "has not said", "nobody would confirm", "no official has said". */
static gboolean
is_left_unsaid (const Reading *reading)
{
  static const char *const subjects[] = { "nobody", "no one", "neither", "none of", "no", NULL };
  static const char *const between[]
      = { "yet",  "be",   "been",    "have",    "has",    "had",        "would",    "will", "could",
          "can",  "may",  "did",     "does",    "do",     "want",       "wants",    "to",   "wanted",
          "ever", "even", "himself", "herself", "itself", "explicitly", "publicly", NULL };
  const BlReading *words = reading->query->reading;
  const BlCueHit *verb = reading->clause.left > 0 ? bl_reading_hit (words, reading->clause.left - 1, BL_CUE_SPEECH) : NULL;
  gboolean adjacent = TRUE;
  for (guint i = verb != NULL ? verb->first : 0; i > 0 && verb->first - i < UNSAID_WORDS; i--)
    {
      if (bl_reading_breaks (words, i) != 0 || bl_reading_hit (words, i - 1, BL_CUE_TERMINATOR) != NULL)
        return FALSE;
      const BlCueHit *negation = bl_reading_hit (words, i - 1, BL_CUE_NEGATION);
      if (negation != NULL && (adjacent || g_strv_contains (subjects, negation->cue->text)))
        return TRUE;
      adjacent = adjacent
                 && (bl_words_is_one (&words->words, i - 1, between)
                     || g_str_has_suffix (bl_reading_word (words, i - 1)->text, "ly"));
    }
  return FALSE;
}

/* "Told Japan to send": an order, not a report. */
static gboolean
is_order (const Reading *reading)
{
  static const char *const tells[] = { "told", "tells", "telling", "tell", NULL };
  static const char *const to[] = { "to", NULL };
  const BlReading *words = reading->query->reading;
  guint next = reading->query->first;
  if (next == 0 || !bl_words_is_one (&words->words, next - 1, tells))
    return FALSE;
  const guint subject = bl_reading_mention (words, next);
  while (subject != G_MAXUINT && bl_reading_mention (words, next) == subject)
    next++;
  return bl_words_is_one (&words->words, next, to);
}

static BlPolarity
polarity_of (const Reading *reading)
{
  const guint n = reading->n_denials + (reading->negated ? 1 : 0);
  if (reading->open || (n > 0 && n % 2 == 0) || (n > 0 && reading->own_attitude))
    return BL_POLARITY_OPEN;
  if (n > 0)
    return BL_POLARITY_NEGATIVE;
  return reading->prospect ? BL_POLARITY_OPEN : BL_POLARITY_POSITIVE;
}

BlScope
bl_scope_read (const BlDocument *document, const BlScopeQuery *query)
{
  Reading reading = { .query = query, .clause = bl_clause_around (query->reading, query->first, query->last) };
  const GArray *hits = query->reading->hits;
  for (guint i = 0; i < hits->len; i++)
    {
      const BlCueHit *hit = &g_array_index (hits, BlCueHit, i);
      if (reaches (&reading, hit))
        take_cue (&reading, hit);
    }
  reading.open = reading.open || is_left_unsaid (&reading);
  BlScope *scope = &reading.scope;
  scope->polarity = polarity_of (&reading);
  if (scope->certainty.cue == NULL)
    scope->certainty = bl_certainty_plain;
  if (is_order (&reading))
    scope->voice |= BL_VOICE_WISH;
  scope->voice |= bl_scope_condition (query, scope->polarity) | bl_scope_question (document, query);
  return *scope;
}
