/* What the clause of a verb says of its event: who did it, to whom, which of several, planned, denied. */
#include "readers/day_reader.h"
#include "text/stem.h"

#include <string.h>

/* Words from a date to its subject behind a comma: "Founded in 1961, the company". */
#define SUBJECT_WORDS 14

/* --- words ---------------------------------------------------------------------------------------------------------- */

gboolean
bl_day_in_mention (const BlDayReader *day, guint word)
{
  guint first, n, n_all;
  const BlMentions *mentions = day->reader->extraction->mentions;
  const BlMention *all = bl_mentions_list (mentions, &n_all);
  bl_mentions_in_sentence (mentions, day->reader->sentence.index, &first, &n);
  const BlSpan span = bl_words_get (day->words, word)->span;
  for (guint i = first; i < first + n; i++)
    if (all[i].id != NULL && all[i].how != BL_HOW_PRONOUN && all[i].type != BL_MENTION_OFFICE && all[i].span.start < span.end
        && span.start < all[i].span.end)
      return TRUE;
  return FALSE;
}

gboolean
bl_day_is_capital (const BlDayReader *day, guint word)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  return word > 0 && g_ascii_isupper (text[bl_words_get (day->words, word)->span.start]);
}

gboolean
bl_day_is_past_form (const BlDayReader *day, guint word)
{
  const char *text = bl_words_text (day->words, word);
  return bl_day_is_of (day, word, BL_TIME_PAST_FORM) || (strlen (text) > 3 && g_str_has_suffix (text, "ed"));
}

/* --- its clause ----------------------------------------------------------------------------------------------------- */

static BlSpan
span_of (const BlDayReader *day, guint first, guint last)
{
  if (first >= last)
    return bl_span (0, 0);
  return bl_span (bl_words_get (day->words, first)->span.start, bl_words_get (day->words, last - 1)->span.end);
}

/* "When", "because"; and "as", unless a bare noun follows it: "as mayor of the town". */
gboolean
bl_day_opens_subordinate (const BlDayReader *day, guint word)
{
  if (!bl_day_is_of (day, word, BL_TIME_SUBORDINATOR))
    return FALSE;
  return !bl_day_is_of (day, word, BL_TIME_ROLE) || bl_day_is_capital (day, word + 1) || bl_day_in_mention (day, word + 1)
         || bl_day_is_of (day, word + 1, BL_TIME_ARTICLE) || bl_day_is_of (day, word + 1, BL_TIME_SUBJECT_PRONOUN);
}

/* Where the clause of a verb begins: behind a stop or a conjunction; a relative clause reaches back over what it is about. */
static guint
clause_left (const BlDayReader *day, guint verb)
{
  guint at = verb;
  while (at > 0 && (bl_day_breaks (day, at) & BL_BREAK_STRONG) == 0)
    {
      if (bl_day_opens_subordinate (day, at - 1) && !bl_day_is_of (day, at - 1, BL_TIME_RELATIVE))
        break;
      at--;
    }
  return at;
}

static guint
clause_right (const BlDayReader *day, guint verb)
{
  guint at = verb + 1;
  const guint n = bl_words_count (day->words);
  while (at < n && (bl_day_breaks (day, at) & ~BL_BREAK_QUOTE) == 0 && !bl_day_opens_subordinate (day, at)
         && (!bl_day_is_of (day, at, BL_TIME_COORDINATOR) || !bl_day_is_verb (day, at + 1)))
    at++;
  return at;
}

static gboolean
ends_with (const char *text, gsize length, const char *suffix)
{
  const gsize n = strlen (suffix);
  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* "Berg's brother", "the workers’ union": a noun follows the possessive. */
static gboolean
is_possessive (const BlDayReader *day, guint first, guint last)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  const BlSpan span = span_of (day, first, last);
  const char *raw = text + span.start;
  const gsize n = bl_span_length (span);
  for (gsize i = 1; i + 1 < n; i++)
    if (raw[i] == ' ' && g_ascii_isalpha (raw[i + 1])
        && (ends_with (raw, i, "'s") || ends_with (raw, i, "’s") || ends_with (raw, i, "s'") || ends_with (raw, i, "s’")))
      return TRUE;
  return FALSE;
}

/* "Founded in 1961, the company was sold": the subject stands behind the comma, up to the next verb. */
static void
find_subject_behind (const BlDayReader *day, guint *first, guint *last)
{
  const guint n = bl_words_count (day->words);
  guint at = day->last;
  while (at < n && at < day->last + SUBJECT_WORDS && (bl_day_breaks (day, at) & BL_BREAK_COMMA) == 0)
    at++;
  if (at >= n || (bl_day_breaks (day, at) & BL_BREAK_COMMA) == 0)
    return;
  *first = *last = at;
  while (*last < n && (*last == at || (bl_day_breaks (day, *last) & ~BL_BREAK_QUOTE) == 0) && !bl_day_is_verb (day, *last)
         && !bl_day_is_of (day, *last, BL_TIME_PAST_AUXILIARY) && !bl_day_is_of (day, *last, BL_TIME_PRESENT_AUXILIARY))
    ++*last;
}

/* What words of the clause say of the event: which of several, planned, denied. Those of the date itself do not count. */
static void
read_clause (const BlDayReader *day, BlDayEvent *event, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      if (i >= day->first && i < day->last)
        continue;
      if (bl_day_is_of (day, i, BL_TIME_ORDINAL) && event->ordinal[0] == '\0' && !bl_day_is_capital (day, i)
          && !bl_day_in_mention (day, i))
        event->ordinal = bl_arena_intern (day->reader->extraction->arena, bl_words_text (day->words, i));
      event->planned |= bl_day_is_of (day, i, BL_TIME_PLAN);
      event->negated |= bl_day_is_of (day, i, BL_TIME_NEGATION);
    }
}

/* Where what is told begins in a clause: behind "said", "told us that". */
static guint
told_from (const BlDayReader *day, guint left, guint verb)
{
  for (guint i = verb; i > left; i--)
    {
      const BlEventWord *event = bl_time_words_event (day->times, bl_words_text (day->words, i - 1));
      if (event != NULL && strcmp (event->name, "saying") == 0 && bl_day_is_verb (day, i - 1))
        return i;
    }
  return left;
}

static BlDayNature
nature_of (const BlDayReader *day, guint word, const BlDayEvent *event)
{
  if (bl_day_is_of (day, word, BL_TIME_SPEECH_ACT) || bl_day_is_of (day, word, BL_TIME_MEDIUM)
      || strcmp (event->name, "saying") == 0 || strcmp (event->name, "announcement") == 0)
    return BL_DAY_SAYING;
  return bl_day_is_of (day, word, BL_TIME_AFTERMATH) ? BL_DAY_AFTERMATH : BL_DAY_DEED;
}

/* Of the noun of a deed, the verb before it says what is told of: "protested against the sale", "praised the opening". */
static BlDayNature
nature_before (const BlDayReader *day, guint left, guint noun)
{
  for (guint i = noun; i > left; i--)
    if (bl_day_is_verb (day, i - 1))
      return bl_day_is_of (day, i - 1, BL_TIME_SPEECH_ACT)  ? BL_DAY_SAYING
             : bl_day_is_of (day, i - 1, BL_TIME_AFTERMATH) ? BL_DAY_AFTERMATH
                                                            : BL_DAY_DEED;
  return BL_DAY_DEED;
}

/* "Season 3": which of several, in figures. */
static void
read_number (const BlDayReader *day, BlDayEvent *event, guint first, guint last)
{
  for (guint i = first; i + 1 < last && event->ordinal[0] == '\0'; i++)
    {
      const char *ordinal = bl_day_is_of (day, i, BL_TIME_NUMBERED)
                                ? bl_time_words_ordinal (day->times, bl_words_text (day->words, i + 1))
                                : NULL;
      if (ordinal != NULL)
        event->ordinal = ordinal;
    }
}

/* "The quarter-final": what is joined to the noun says which of several. */
static const char *
joined_before (const BlDayReader *day, guint word)
{
  gsize length;
  const char *text = bl_document_text (day->reader->extraction->article->document, &length);
  if (word == 0)
    return "";
  const BlSpan span = bl_words_get (day->words, word)->span, before = bl_words_get (day->words, word - 1)->span;
  return span.start == before.end + 1 && text[before.end] == '-'
             ? bl_arena_intern (day->reader->extraction->arena, bl_words_text (day->words, word - 1))
             : "";
}

/* Will it, did it: by the verb. */
static void
read_tense (const BlDayReader *day, BlDayEvent *event, guint verb)
{
  event->future = verb > 0 && bl_day_is_of (day, verb - 1, BL_TIME_MODAL);
  event->future |= verb > 1 && bl_day_is_word (day, verb - 1, "be")
                   && (bl_day_is_of (day, verb - 2, BL_TIME_MODAL) || bl_day_is_word (day, verb - 2, "to"));
  /* "Is expected to rule", "plans to decide"; not "was expected to" */
  event->future |= verb > 1 && bl_day_is_word (day, verb - 1, "to") && bl_day_is_of (day, verb - 2, BL_TIME_PLAN)
                   && (verb < 3 || !bl_day_is_of (day, verb - 3, BL_TIME_PAST_AUXILIARY))
                   && (verb < 3 || !bl_day_is_of (day, verb - 3, BL_TIME_PERFECT)) && !bl_day_is_word (day, verb - 3, "been");
  event->past = !event->future && bl_day_is_past_form (day, verb);
}

const BlDayEvent *
bl_day_read_clause (const BlDayReader *day, guint word, guint verb)
{
  BlArena *arena = day->reader->extraction->arena;
  BlDayEvent *event = bl_arena_new0 (arena, BlDayEvent);
  const char *text = bl_words_text (day->words, word);
  const BlEventWord *known = bl_time_words_event (day->times, text);
  event->name = known != NULL ? bl_arena_intern (arena, known->name)
                              : bl_arena_intern (arena, bl_stemmer_stem (day->reader->stemmer, text, strlen (text)));
  event->known = known != NULL;
  event->akin = known != NULL ? known->akin : 0;
  event->once = known != NULL && known->once;
  event->again = known != NULL && known->again;
  event->nature = nature_of (day, word, event);
  const guint behind = MAX (word, verb) + 1, right = clause_right (day, behind - 1);
  guint left = clause_left (day, MIN (word, verb)), last = MIN (word, verb);
  if (left == last)
    find_subject_behind (day, &left, &last);
  if (word == verb && event->nature == BL_DAY_DEED && !bl_day_is_verb (day, word))
    event->nature = nature_before (day, left, word);
  event->subject = bl_surroundings_terms (day->reader, span_of (day, left, last));
  event->rest = bl_surroundings_terms (day->reader, span_of (day, behind, right));
  event->possessive = is_possessive (day, left, last);
  /* "Gave birth to twins": they are born. */
  if (known != NULL && word > verb && bl_day_is_of (day, word, BL_TIME_OF_OBJECT))
    {
      event->subject = event->rest;
      event->possessive = TRUE;
    }
  event->ordinal = bl_day_is_past_form (day, word) ? "" : joined_before (day, word);
  const guint told = told_from (day, left, last);
  read_clause (day, event, told, last);
  read_clause (day, event, behind, right);
  read_number (day, event, told, last);
  for (guint i = left; i < last; i++)
    {
      event->kin |= bl_day_is_of (day, i, BL_TIME_KIN);
      event->named |= bl_day_is_capital (day, i) || (i > 0 && bl_day_in_mention (day, i));
    }
  read_tense (day, event, verb);
  return event;
}
