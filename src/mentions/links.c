/* Which title is said of which name; name_context.c has what else beside a name shows that it is one.
 *
 *   before     "Foreign Minister Sergei Lavrov", "The deputy chairman of the council, Medvedev, said"
 *   behind     "Keith Kellogg, the U.S. special envoy to Ukraine, dismissed", "Ann Lee, a former judge"
 *   by a verb  "Macron is the president of France"
 * A title behind a comma belongs to the name before it only when its phrase is closed again: in "Unlike Macron, the German
 * chancellor said no" it is not. */
#include <string.h>

#include "mentions/persons.h"

static BlDraft *
name_starting_at (const BlScan *scan, guint at, guint end)
{
  BlDraft *draft = at < end ? bl_scan_at (scan, at, BL_MENTION_PERSON) : NULL;
  return draft != NULL && draft->first == at ? draft : NULL;
}

static BlDraft *
name_ending_at (const BlScan *scan, guint begin, guint at)
{
  BlDraft *draft = at > begin ? bl_scan_at (scan, at - 1, BL_MENTION_PERSON) : NULL;
  return draft != NULL && draft->end == at ? draft : NULL;
}

static guint
draft_index (const BlScan *scan, const BlDraft *draft)
{
  const BlToken *token = bl_scan_token (scan, draft->first);
  return draft->mention.type == BL_MENTION_OFFICE ? token->title : token->mention;
}

static void
link_holder (BlScan *scan, BlDraft *title, BlDraft *name)
{
  title->title->linked = TRUE;
  title->mention.title.holder = draft_index (scan, name);
  if (name->title_index == BL_NO_MENTION)
    name->title_index = draft_index (scan, title);
  name->name->ranked = TRUE;
}

/* --- ranks and forms of address ------------------------------------------------------------------------------------ */

/* Moves *first over "Mr.", "Lt. Gen.", "retired" before a name. */
static void
read_ranks (const BlScan *scan, guint begin, BlDraft *name)
{
  guint first = name->first;
  while (first > begin && bl_token_joins (bl_scan_token (scan, first)))
    {
      const BlPhrase *phrase = bl_tokens_phrase_before (&scan->tokens, begin, first - 1, BL_LEX_HONORIFIC);
      if (phrase != NULL && phrase->code[0] != '\0')
        name->honorific = phrase->code[0];
      if (phrase == NULL)
        phrase = bl_tokens_phrase_before (&scan->tokens, begin, first - 1, BL_LEX_RANK);
      const BlToken *word = bl_scan_token (scan, first - 1);
      if (phrase != NULL && ((word->shape & (BL_TOKEN_UPPER | BL_TOKEN_DOTTED)) == 0 || word->mention != BL_NO_MENTION))
        phrase = NULL;
      if (phrase == NULL && name->name->ranked)
        phrase = bl_tokens_phrase_before (&scan->tokens, begin, first - 1, BL_LEX_MODIFIER);
      if (phrase == NULL || bl_scan_token (scan, first - 1)->title != BL_NO_MENTION)
        break;
      first -= phrase->n;
      name->name->ranked = TRUE;
    }
  name->outer_start = bl_scan_token (scan, first)->start;
}

/* The first token after the title that is neither rank nor form of address. */
static guint
skip_ranks (const BlScan *scan, guint at, guint end)
{
  while (at < end && bl_token_joins (bl_scan_token (scan, at)))
    {
      const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, at, end, BL_LEX_RANK);
      if (phrase == NULL)
        phrase = bl_tokens_phrase (&scan->tokens, at, end, BL_LEX_HONORIFIC);
      if (phrase == NULL)
        break;
      at += phrase->n;
    }
  return at;
}

/* --- titles before names ------------------------------------------------------------------------------------------- */

/* The state in "of France", "of the United States" at token at; NULL for none. */
static const BlDraft *
state_behind (const BlScan *scan, guint at, guint end)
{
  if (at + 1 >= end || !bl_token_equals (bl_scan_token (scan, at), "of") || !bl_token_follows (bl_scan_token (scan, at))
      || !bl_token_follows (bl_scan_token (scan, at + 1)))
    return NULL;
  at++;
  if (bl_token_equals (bl_scan_token (scan, at), "the") && at + 1 < end)
    at++;
  const BlDraft *state = bl_scan_at (scan, at, BL_MENTION_COUNTRY);
  return state != NULL && state->mention.country.surface != BL_SURFACE_DEMONYM ? state : NULL;
}

/* "President Macron of France". */
static void
take_state_behind (const BlScan *scan, BlDraft *title, BlDraft *name, guint end)
{
  const BlDraft *state = title->title->beside ? NULL : state_behind (scan, name->end, end);
  if (state == NULL)
    return;
  title->mention.title.country = state->mention.country.country;
  title->title->beside = TRUE;
  name->outer_end = (guint32) state->mention.span.end;
}

/* The same title once more, for another holder. Its words stay those of the first. */
static void
link_one_more (BlScan *scan, const BlDraft *title, gboolean own_state, BlDraft *name, guint end)
{
  BlDraft *more = bl_arena_new0 (scan->arena, BlDraft);
  *more = *title;
  more->title = bl_arena_new0 (scan->arena, BlTitleDraft);
  *more->title = *title->title;
  if (!own_state)
    {
      more->mention.title.country = NULL;
      more->mention.title.organisation = NULL;
      more->title->beside = FALSE;
    }
  more->mention.title.holder = draft_index (scan, name);
  if (name->title_index == BL_NO_MENTION)
    name->title_index = scan->drafts->len;
  name->name->ranked = TRUE;
  g_ptr_array_add (scan->drafts, more);
  take_state_behind (scan, more, name, end);
}

/* "Presidents Paredes of Peru, Stone and Kos": the names behind the first, up to the one behind "and". own_state: a state stands
 * before the title, and so is that of all. */
static void
link_later_names (BlScan *scan, const BlDraft *title, const BlDraft *name, gboolean own_state, guint end)
{
  for (gboolean last = FALSE; !last;)
    {
      const BlDraft *state = state_behind (scan, name->end, end);
      guint at = state != NULL ? state->end : name->end;
      if (at >= end || (bl_scan_token (scan, at - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
        return;
      const guint gap = bl_scan_token (scan, at)->gap;
      last = bl_token_equals (bl_scan_token (scan, at), "and");
      if (gap != (BL_GAP_COMMA | BL_GAP_SPACE) && !(last && gap == BL_GAP_SPACE))
        return;
      BlDraft *next = name_starting_at (scan, at + last, end);
      if (next == NULL || (last && !bl_token_follows (bl_scan_token (scan, at + 1))))
        return;
      link_one_more (scan, title, own_state, next, end);
      name = next;
    }
}

/* "Italian deputy prime minister and foreign minister": the second is of the same state. */
static void
share_jurisdiction (const BlDraft *from, BlDraft *to)
{
  if (!from->title->beside || to->title->beside || from->title->other_body)
    return;
  to->mention.title.country = from->mention.title.country;
  to->mention.title.organisation = from->mention.title.organisation;
  to->title->beside = TRUE;
}

/* A capital shows a title before a name, but not where the sentence begins: there one must stand inside the title. */
static gboolean
is_written_large (const BlScan *scan, const BlDraft *title)
{
  const guint first = title->title->role_first, begin = bl_scan_first (scan, title->mention.sentence);
  for (guint at = first; at < title->title->role_end; at++)
    if (at != begin && (bl_scan_token (scan, at)->shape & BL_TOKEN_UPPER) != 0)
      return TRUE;
  return title->first != first && (bl_scan_token (scan, first)->shape & BL_TOKEN_UPPER) != 0;
}

static gboolean
exclude_each_other (const BlDraft *a, const BlDraft *b)
{
  for (guint i = 0; i < a->title->n_readings; i++)
    for (guint j = 0; j < b->title->n_readings; j++)
      if (!bl_role_excludes (a->title->readings[i].role, b->title->readings[j].role))
        return FALSE;
  return TRUE;
}

/* "Deputy Prime Minister and Foreign Minister NAME": both are said of the name when both are capitalised, only the first, at most,
 * has a state beside it, and one person may hold both. "Ukraine's president and Foreign Minister NAME", "President and Speaker
 * NAME" are two persons. */
static void
link_pair_before (BlScan *scan, BlDraft *title, BlDraft *name, guint begin)
{
  guint at = title->first;
  if (at < begin + 2 || !bl_token_follows (bl_scan_token (scan, at)) || !bl_token_equals (bl_scan_token (scan, at - 1), "and")
      || !bl_token_follows (bl_scan_token (scan, at - 1)))
    return;
  BlDraft *other = bl_scan_title_at (scan, at - 2);
  if (other == NULL || other->end != at - 1 || other->title->linked || other->title->definite || title->title->beside
      || other->title->other_body || !is_written_large (scan, other) || !is_written_large (scan, title)
      || (bl_scan_token (scan, at - 2)->shape & BL_TOKEN_POSSESSIVE) != 0 || exclude_each_other (other, title))
    return;
  share_jurisdiction (other, title);
  link_holder (scan, other, name);
  name->outer_start = (guint32) other->mention.span.start;
}

static gboolean
link_behind (BlScan *scan, BlDraft *title, guint begin, guint end)
{
  if ((bl_scan_token (scan, title->end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  guint at = skip_ranks (scan, title->end, end);
  BlDraft *name = name_starting_at (scan, at, end);
  if (name == NULL || !bl_token_follows (bl_scan_token (scan, at)))
    return FALSE;
  const gboolean own_state = title->title->beside;
  link_holder (scan, title, name);
  name->outer_start = (guint32) title->mention.span.start;
  take_state_behind (scan, title, name, end);
  if (title->title->plural)
    link_later_names (scan, title, name, own_state, end);
  link_pair_before (scan, title, name, begin);
  return TRUE;
}

/* "The deputy chairman of the council, Medvedev, said": the name stands between commas. */
static gboolean
link_enclosed (BlScan *scan, BlDraft *title, guint end)
{
  if (!title->title->definite || title->end >= end || bl_scan_token (scan, title->end)->gap != (BL_GAP_COMMA | BL_GAP_SPACE))
    return FALSE;
  BlDraft *name = name_starting_at (scan, title->end, end);
  if (name == NULL || name->name->ranked || (name->end < end && !bl_token_is_break (bl_scan_token (scan, name->end))))
    return FALSE;
  if (name->end < end)
    {
      static const char *const lists[] = { "and", "or", "as", NULL };
      if (bl_token_among (bl_scan_token (scan, name->end), lists) || name_starting_at (scan, name->end, end) != NULL)
        return FALSE;
    }
  link_holder (scan, title, name);
  return TRUE;
}

/* --- titles behind names ------------------------------------------------------------------------------------------- */

/* Is the phrase that starts with the title closed by a break, with nothing but a chain of "of the …" in between? */
static gboolean
is_closed (const BlScan *scan, guint at, guint end)
{
  static const char *const chain[]
      = { "of", "for", "to", "in", "on", "at", "from", "the", "and", "a", "an", "under", "since", "until", "with", NULL };
  static const char *const relative[] = { "who", "whose", "whom", NULL };
  guint loose = 0;
  for (guint steps = 0; steps < 14; at++, steps++)
    {
      if (at >= end)
        return TRUE;
      const BlToken *token = bl_scan_token (scan, at);
      if (bl_token_is_break (token) || bl_token_among (token, relative))
        return TRUE;
      if ((token->gap & BL_GAP_QUOTE) != 0)
        return FALSE;
      if (bl_token_among (token, chain) || token->mention != BL_NO_MENTION || token->title != BL_NO_MENTION
          || (token->shape & (BL_TOKEN_UPPER | BL_TOKEN_NUMBER)) != 0)
        {
          loose = 1;
          continue;
        }
      if (loose == 0 || loose > 2 || bl_token_is (token, BL_LEX_FUNCTION) || bl_token_is (token, BL_LEX_SPEECH))
        return FALSE;
      loose++;
    }
  return FALSE;
}

/* Moves at before "currently", "also", "then". */
static guint
before_adverbs (const BlScan *scan, guint begin, guint at)
{
  while (at > begin && bl_token_follows (bl_scan_token (scan, at)))
    {
      const BlPhrase *phrase = bl_tokens_phrase_before (&scan->tokens, begin, at - 1, BL_LEX_LINKING);
      if (phrase == NULL || strcmp (phrase->code, "adverb") != 0)
        phrase = bl_tokens_phrase_before (&scan->tokens, begin, at - 1, BL_LEX_MODIFIER);
      if (phrase == NULL || (phrase->kind == BL_LEX_MODIFIER && strcmp (phrase->code, "then") != 0))
        break;
      at -= phrase->n;
    }
  return at;
}

/* Moves at before "since 2019". */
static guint
before_since (const BlScan *scan, guint begin, guint at)
{
  if (at < begin + 2 || !bl_token_follows (bl_scan_token (scan, at)))
    return at;
  const BlDraft *date = bl_scan_at (scan, at - 1, BL_MENTION_DATE);
  if (date == NULL || date->first == begin || !bl_token_equals (bl_scan_token (scan, date->first - 1), "since"))
    return at;
  return date->first - 1;
}

/* Tokens between a name and its title: a break, then at most a determiner and "since 2019". Returns the end of the name, or 0. */
static guint
end_of_name_before (const BlScan *scan, guint begin, const BlDraft *title)
{
  guint at = title->first;
  while (at > begin && bl_token_follows (bl_scan_token (scan, at)) && bl_scan_title_at (scan, at - 1) != NULL
         && (bl_scan_token (scan, at - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    at = bl_scan_title_at (scan, at - 1)->first; /* "Gibbs, the president's former press secretary" */
  if (at > begin && !bl_token_is_break (bl_scan_token (scan, at)) && (bl_scan_token (scan, at)->gap & BL_GAP_OPEN) == 0)
    {
      if (bl_token_is_determiner (bl_scan_token (scan, at - 1)))
        at--;
      at = before_since (scan, begin, before_adverbs (scan, begin, at));
    }
  guint gap = bl_scan_token (scan, at)->gap;
  if (at == begin || (gap & (BL_GAP_COMMA | BL_GAP_OPEN | BL_GAP_DASH)) == 0
      || (gap & (BL_GAP_STOP | BL_GAP_QUOTE | BL_GAP_COLON)) != 0)
    return 0;
  return at;
}

/* "unlike Merz, the French president": a contrast. */
static gboolean
is_contrast (const BlScan *scan, guint begin, const BlDraft *name)
{
  static const char *const words[] = { "unlike", "besides", "without", "despite", "not", "and", NULL };
  guint at = name->first;
  while (
      at > begin
      && (bl_scan_token (scan, at - 1)->title != BL_NO_MENTION || bl_token_is (bl_scan_token (scan, at - 1), BL_LEX_HONORIFIC)))
    at--;
  return at > begin && bl_token_follows (bl_scan_token (scan, at)) && bl_token_among (bl_scan_token (scan, at - 1), words)
         && !bl_token_equals (bl_scan_token (scan, at - 1), "and");
}

/* A list, "Putin, the Ukrainian president, and Trump": what follows the break is "and" and another name or title. */
static gboolean
goes_on_as_list (const BlScan *scan, const BlDraft *title, guint end)
{
  guint at = title->end;
  if (at + 1 >= end || bl_scan_token (scan, at)->gap != (BL_GAP_COMMA | BL_GAP_SPACE)
      || !bl_token_equals (bl_scan_token (scan, at), "and"))
    return FALSE;
  at++;
  if (bl_token_is_determiner (bl_scan_token (scan, at)) && at + 1 < end)
    at++;
  return bl_scan_at (scan, at, BL_MENTION_PERSON) != NULL || bl_scan_title_at (scan, at) != NULL
         || bl_scan_at (scan, at, BL_MENTION_COUNTRY) != NULL;
}

/* "NAME, former judge, chair of the committee, said": behind a title that is said of the name already. */
static BlDraft *
holder_of_title_before (const BlScan *scan, guint begin, guint at)
{
  if (at == begin)
    return NULL;
  guint before = at - 1;
  if (bl_token_equals (bl_scan_token (scan, before), "and") && before > begin)
    before--;
  else if (!bl_token_is_break (bl_scan_token (scan, at)))
    return NULL; /* "an aide to the prime minister" */
  BlDraft *other = bl_scan_title_at (scan, before);
  if (other == NULL || other->end != before + 1 || !other->title->linked)
    return NULL;
  BlDraft *name = bl_scan_draft (scan, other->mention.title.holder);
  return name->end <= other->first ? name : NULL;
}

static gboolean
link_apposition (BlScan *scan, BlDraft *title, guint begin, guint end)
{
  if ((bl_scan_token (scan, title->end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  guint at = end_of_name_before (scan, begin, title);
  BlDraft *name = at == 0 ? NULL : name_ending_at (scan, begin, at);
  if (name == NULL)
    {
      guint first = title->first;
      if (first > begin && bl_token_is_determiner (bl_scan_token (scan, first - 1)))
        first--;
      name = holder_of_title_before (scan, begin, first);
      if (name == NULL || !is_closed (scan, title->end, end))
        return FALSE;
      if (bl_token_equals (bl_scan_token (scan, first - 1), "and"))
        share_jurisdiction (bl_scan_title_at (scan, first - 2), title);
      link_holder (scan, title, name);
      return TRUE;
    }
  if ((bl_scan_token (scan, name->end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0 || is_contrast (scan, begin, name))
    return FALSE;
  gboolean bare = at == title->first && !title->title->beside && (bl_scan_token (scan, at)->shape & BL_TOKEN_UPPER) != 0;
  if (!is_closed (scan, title->end, end) && !bare)
    return FALSE;
  if (goes_on_as_list (scan, title, end))
    return FALSE;
  const BlPhrase *then = bl_tokens_phrase (&scan->tokens, at, title->first, BL_LEX_MODIFIER);
  if (then != NULL && strcmp (then->code, "then") == 0)
    title->mention.title.modifiers |= BL_TITLE_THEN; /* "Brandt, then the German chancellor" */
  link_holder (scan, title, name);
  return TRUE;
}

static const struct
{
  const char *code;
  BlTenureVerb verb;
} tenure_verbs[] = {
  { "now", BL_TENURE_NONE },    { "held", BL_TENURE_HELD },   { "started", BL_TENURE_STARTED },
  { "named", BL_TENURE_NAMED }, { "ended", BL_TENURE_ENDED },
};

/* The verb before token at, which is moved before it and its adverbs; FALSE when there is none that links. */
static gboolean
take_verb (const BlScan *scan, guint begin, guint *at, BlTenureVerb *verb)
{
  const BlPhrase *phrase = bl_tokens_phrase_before (&scan->tokens, begin, *at - 1, BL_LEX_LINKING);
  for (guint i = 0; phrase != NULL && i < G_N_ELEMENTS (tenure_verbs); i++)
    if (strcmp (phrase->code, tenure_verbs[i].code) == 0)
      {
        *at = before_adverbs (scan, begin, *at - phrase->n);
        *verb = tenure_verbs[i].verb;
        return TRUE;
      }
  return FALSE;
}

/* "May succeeded Cameron as prime minister": at is behind "as". */
static gboolean
take_succession (const BlScan *scan, guint begin, guint *at)
{
  if (*at < begin + 3 || !bl_token_equals (bl_scan_token (scan, *at - 1), "as"))
    return FALSE;
  const BlDraft *predecessor = name_ending_at (scan, begin, *at - 1);
  if (predecessor == NULL || predecessor->first < begin + 2)
    return FALSE;
  const BlPhrase *phrase = bl_tokens_phrase_before (&scan->tokens, begin, predecessor->first - 1, BL_LEX_LINKING);
  if (phrase == NULL || strcmp (phrase->code, "over") != 0)
    return FALSE;
  *at = predecessor->first - 1;
  return TRUE;
}

/* "Macron is the president of France", "Lee, who also serves as a judge, …". */
static gboolean
link_by_verb (BlScan *scan, BlDraft *title, guint begin)
{
  guint at = title->first;
  if (at > begin && bl_token_follows (bl_scan_token (scan, at)) && bl_token_is_determiner (bl_scan_token (scan, at - 1)))
    at--;
  at = before_adverbs (scan, begin, at);
  if (at < begin + 2 || !bl_token_follows (bl_scan_token (scan, at)))
    return FALSE;
  BlTenureVerb verb = BL_TENURE_STARTED;
  if (!take_succession (scan, begin, &at) && !take_verb (scan, begin, &at, &verb))
    return FALSE;
  if (at > begin + 1 && bl_token_equals (bl_scan_token (scan, at - 1), "who"))
    at--;
  BlDraft *name = name_ending_at (scan, begin, at);
  if (name == NULL || (bl_scan_token (scan, name->end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  link_holder (scan, title, name);
  title->mention.title.verb = verb;
  if (verb != BL_TENURE_NONE)
    title->mention.title.modifiers |= BL_TITLE_THEN;
  return TRUE;
}

/* --- all of it ----------------------------------------------------------------------------------------------------- */

/* "As German chancellor, Brandt said no": of whichever day. */
static gboolean
link_as (BlScan *scan, BlDraft *title, guint begin, guint end)
{
  guint at = title->first;
  if (at > begin && bl_token_follows (bl_scan_token (scan, at)) && bl_token_is_determiner (bl_scan_token (scan, at - 1)))
    at--;
  if (at == begin || !bl_token_equals (bl_scan_token (scan, at - 1), "as") || title->end >= end
      || (at - 1 > begin && !bl_token_is_break (bl_scan_token (scan, at - 1)))
      || bl_scan_token (scan, title->end)->gap != (BL_GAP_COMMA | BL_GAP_SPACE))
    return FALSE;
  BlDraft *name = name_starting_at (scan, title->end, end);
  if (name == NULL || (bl_scan_token (scan, name->end - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  link_holder (scan, title, name);
  title->mention.title.modifiers |= BL_TITLE_THEN;
  return TRUE;
}

/* "Presidents Paredes and Stone": a plural has several names behind it. */
static gboolean
has_several (const BlScan *scan, const BlDraft *title, guint end)
{
  const BlDraft *name = name_starting_at (scan, title->end, end);
  if (name == NULL)
    return FALSE;
  for (guint at = name->end; at < MIN (end, name->end + 5); at++)
    if (bl_scan_at (scan, at, BL_MENTION_PERSON) != NULL)
      return TRUE;
  return FALSE;
}

static void
link_title (BlScan *scan, BlDraft *title)
{
  guint begin = bl_scan_first (scan, title->mention.sentence);
  guint end = bl_scan_end (scan, title->mention.sentence);
  if (title->title->plural && !has_several (scan, title, end))
    {
      bl_scan_drop (scan, title);
      return;
    }
  if (!link_behind (scan, title, begin, end) && !link_enclosed (scan, title, end) && !link_apposition (scan, title, begin, end))
    if (!link_by_verb (scan, title, begin))
      link_as (scan, title, begin, end);
  const BlTitleDraft *own = title->title;
  if (own->linked)
    bl_title_read_tenure (scan, title, bl_scan_draft (scan, title->mention.title.holder));
  if (own->weak && !own->linked && (!own->beside || own->other_body))
    bl_scan_drop (scan, title);
}

void
bl_link_titles (BlScan *scan)
{
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (draft->dropped || draft->name == NULL)
        continue;
      read_ranks (scan, bl_scan_first (scan, draft->mention.sentence), draft);
      bl_name_read_context (scan, draft);
    }
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (!draft->dropped && draft->title != NULL && !draft->title->linked)
        link_title (scan, draft);
    }
}
