#include "claims/clause.h"

#include <string.h>

/* Words of an insertion between commas: "officials in Warsaw said on Monday". */
#define INSERT_WORDS 7
#define SHORT_INSERT_WORDS 2

/* Words from a verb of denying to what is denied: "dismissed as pure fantasy the notion". */
#define REJECTED_WORDS 8

/* Words of an adverb before the clause: "In all likelihood, …". */
#define ADVERB_WORDS 4

static const char *const coordinators[] = { "and", "or", "so", "then", NULL };
static const char *const complementizers[] = { "that", "to", "whether", "if", "for", NULL };
static const char *const prepositions[] = { "in", "at", "of",     "from", "to",      "for",  "with",    "near",
                                            "on", "by", "inside", "into", "against", "over", "between", NULL };
static const char *const determiners[] = { "the", "a",    "an",      "some",       "any", "its", "their", "his",  "her",
                                           "our", "more", "further", "additional", "new", "now", "also",  "both", NULL };
static const char *const pronouns[] = { "he", "she", "it", "they", "we", "i", "you", "there", "who", NULL };

gboolean
bl_clause_is_subject (const BlReading *reading, guint word)
{
  return bl_reading_mention (reading, word) != G_MAXUINT || bl_words_is_one (&reading->words, word, pronouns)
         || bl_words_is_one (&reading->words, word, determiners);
}

/* --- to the left --------------------------------------------------------------------------------------------------- */

/* Words [from, to) are nothing but what may stand before a subject. */
static gboolean
are_light (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (!bl_words_is_one (&reading->words, i, determiners) && bl_reading_hit (reading, i, BL_CUE_NEGATION) == NULL
        && bl_reading_hit (reading, i, BL_CUE_CERTAINTY) == NULL)
      return FALSE;
  return TRUE;
}

/* "It or Croatia", "Spain and Portugal": the co-ordinator joins two subjects. */
static gboolean
joins_names (const BlReading *reading, guint coordinator, guint first)
{
  if (coordinator == 0 || coordinator + 1 != first)
    return FALSE;
  guint start = coordinator - 1;
  if (bl_words_is_one (&reading->words, start, pronouns))
    return TRUE;
  const guint mention = bl_reading_mention (reading, start);
  if (mention == G_MAXUINT)
    return FALSE;
  while (start > 0 && bl_reading_mention (reading, start - 1) == mention)
    start--;
  return start == 0 || !bl_words_is_one (&reading->words, start - 1, prepositions);
}

/* A cue that is nothing but a verb of saying; "denied" and "believes" say more. */
static gboolean
is_mere_speech (const BlReading *reading, guint word)
{
  const BlCueHit *hit = bl_reading_hit (reading, word, BL_CUE_SPEECH);
  return hit != NULL && hit->cue->next == NULL
         && hit == &g_array_index (reading->hits, BlCueHit, g_array_index (reading->hit_at, guint, word));
}

/* What somebody says, as a noun. */
static const char *const statements[]
    = { "claim",       "claims",     "report",      "reports",    "rumour",      "rumours",    "rumor",
        "rumors",      "allegation", "allegations", "accusation", "accusations", "suggestion", "suggestions",
        "speculation", "notion",     "idea",        "assertion",  "assertions",  "talk",       "charge",
        "charges",     "story",      "stories",     "statement",  "statements",  NULL };

static gboolean
is_denial (const BlReading *reading, guint word)
{
  return bl_reading_hit (reading, word, BL_CUE_DENIAL) != NULL || bl_reading_hit (reading, word, BL_CUE_ATTITUDE) != NULL;
}

gboolean
bl_clause_is_rejected (const BlReading *reading, guint word)
{
  if (!bl_words_is_one (&reading->words, word, statements))
    return FALSE;
  for (guint i = word; i > 0 && word - i < REJECTED_WORDS && (bl_reading_breaks (reading, i) & BL_BREAK_STRONG) == 0; i--)
    if (is_denial (reading, i - 1))
      return TRUE;
  return FALSE;
}

gboolean
bl_clause_rejects (const BlReading *reading, const BlCueHit *hit, guint first)
{
  static const char *const that[] = { "that", NULL };
  for (guint i = hit->first; i < first && i < hit->last + REJECTED_WORDS; i++)
    if (bl_words_is_one (&reading->words, i, statements))
      for (guint k = i + 1; k < first && k < i + REJECTED_WORDS; k++)
        if (bl_words_is_one (&reading->words, k, that))
          return TRUE;
  return FALSE;
}

static gboolean
stops_before (const BlReading *reading, guint word, guint first)
{
  if (bl_reading_hit (reading, word, BL_CUE_TERMINATOR) != NULL
      || (is_mere_speech (reading, word) && !bl_clause_is_rejected (reading, word)))
    return TRUE;
  return bl_words_is_one (&reading->words, word, coordinators) && are_light (reading, word + 1, first)
         && !joins_names (reading, word, first);
}

/* Words [from, to) are cues only: "most likely", "no doubt". */
static gboolean
are_cues (const BlReading *reading, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (bl_reading_hit (reading, i, BL_CUE_CERTAINTY) == NULL && bl_reading_hit (reading, i, BL_CUE_PSEUDO) == NULL
        && bl_reading_hit (reading, i, BL_CUE_NEGATION) == NULL)
      return FALSE;
  return TRUE;
}

/* The word behind a comma: where the clause goes on to the left of an insertion or of an adverb; the word itself when it does not. */
static guint
step_over (const BlReading *reading, guint word)
{
  guint start = word;
  while (start > 0 && bl_reading_breaks (reading, --start) == 0 && word - start < INSERT_WORDS)
    ;
  if (start == 0)
    return word - start <= ADVERB_WORDS && are_cues (reading, start, word) ? 0 : word;
  if ((bl_reading_breaks (reading, start) & BL_BREAK_COMMA) == 0)
    return word;
  const gboolean insert = bl_reading_has (reading, start, word, BL_CUE_SPEECH) || word - start <= SHORT_INSERT_WORDS
                          || bl_words_is_one (&reading->words, word, complementizers);
  return insert ? start : word;
}

/* The word behind a bracket that opened before word; word when none did. */
static guint
bracket_start (const BlReading *reading, guint word)
{
  for (guint i = word; i-- > 0;)
    if ((bl_reading_breaks (reading, i) & BL_BREAK_OPEN) != 0)
      return i;
  return word;
}

static guint
find_left (const BlReading *reading, guint first)
{
  guint left = first;
  while (left > 0)
    {
      guint8 breaks = bl_reading_breaks (reading, left);
      if ((breaks & BL_BREAK_CLOSE) != 0 && (breaks & BL_BREAK_STRONG) == 0)
        {
          left = bracket_start (reading, left);
          breaks &= BL_BREAK_COMMA;
        }
      if ((breaks & (BL_BREAK_STRONG | BL_BREAK_OPEN)) != 0 || left == 0)
        break;
      if ((breaks & BL_BREAK_COMMA) != 0)
        {
          const guint start = step_over (reading, left);
          if (start == left)
            break;
          left = start;
          continue;
        }
      /* "Whether" and "if" begin the clause and belong to it. */
      const BlCueHit *opener = bl_reading_hit (reading, left - 1, BL_CUE_OPEN);
      if (opener == NULL)
        opener = bl_reading_hit (reading, left - 1, BL_CUE_CONDITION);
      if (opener != NULL)
        return opener->first;
      if (stops_before (reading, left - 1, first))
        break;
      left--;
    }
  return left;
}

/* --- to the right -------------------------------------------------------------------------------------------------- */

static guint
find_right (const BlReading *reading, guint last)
{
  static const char *const joins[] = { "and", "or", NULL };
  guint right = last;
  for (; right < bl_reading_count (reading); right++)
    {
      if ((bl_reading_breaks (reading, right) & BL_BREAK_OPEN) != 0)
        {
          while (right < bl_reading_count (reading) && (bl_reading_breaks (reading, right) & BL_BREAK_CLOSE) == 0)
            right++;
          if (right == bl_reading_count (reading))
            break;
        }
      else if ((bl_reading_breaks (reading, right) & BL_BREAK_CLOSE) != 0)
        break;
      if ((bl_reading_breaks (reading, right) & (BL_BREAK_COMMA | BL_BREAK_STRONG)) != 0)
        break;
      if (bl_reading_hit (reading, right, BL_CUE_TERMINATOR) != NULL || is_mere_speech (reading, right))
        break;
      if (bl_words_is_one (&reading->words, right, joins) && bl_clause_is_subject (reading, right + 1))
        break;
    }
  return right;
}

/* --- clauses -------------------------------------------------------------------------------------------------------- */

BlClause
bl_clause_around (const BlReading *reading, guint first, guint last)
{
  return (BlClause){ .left = find_left (reading, first), .right = find_right (reading, last) };
}

gboolean
bl_clause_begins (const BlReading *reading, guint word)
{
  static const char *const openers[] = { "that", "and", "but", "or", "then", "so", NULL };
  return word == 0 || bl_reading_breaks (reading, word) != 0 || bl_words_is_one (&reading->words, word - 1, openers)
         || bl_reading_hit (reading, word - 1, BL_CUE_SPEECH) != NULL;
}

gboolean
bl_clause_changes (const BlReading *reading, guint from, guint to)
{
  static const char *const turns[] = { "but", "while", "whereas", "although", "though", "however", "yet", NULL };
  for (guint i = from + 1; i <= to && i < bl_reading_count (reading); i++)
    {
      const guint8 breaks = bl_reading_breaks (reading, i);
      if ((breaks & BL_BREAK_STRONG) != 0 && (breaks & BL_BREAK_LEAD) == 0)
        return TRUE;
      if ((breaks & BL_BREAK_COMMA) != 0 && bl_words_is_one (&reading->words, i, turns))
        return TRUE;
    }
  return FALSE;
}
