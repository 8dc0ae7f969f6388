/* Titles: a role's label with what belongs to it on both sides.
 *
 *   [modifier | epithet]* [state | organisation]['s] [modifier | epithet]* ROLE [-elect] [of|for|to [the] state | organisation]
 *
 * "former NATO deputy secretary-general", "Britain's deputy prime minister", "the country's chief negotiator", "president of
 * France", "U.S. special envoy to Ukraine". Which seat it is comes later (offices.c), who holds it too (links.c). */
#include <string.h>

#include "mentions/title_reading.h"

static gboolean
is_weak (const BlScan *scan, guint first, guint end)
{
  const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, first, end, BL_LEX_WEAK_ROLE);
  return phrase != NULL && first + phrase->n == end;
}

/* "will head the delegation", "to chair the meeting", "who leads": a verb. */
static gboolean
is_verb (const BlTitleReading *title)
{
  if (title->first == title->begin || title->last - title->first > 1
      || (bl_scan_token (title->scan, title->first)->shape & BL_TOKEN_UPPER) != 0)
    return FALSE; /* "a letter to Governor Lee" */
  return bl_token_is (bl_scan_token (title->scan, title->first - 1), BL_LEX_VERB_LEAD);
}

static void
add_title (BlTitleReading *title)
{
  BlScan *scan = title->scan;
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_OFFICE, title->sentence, title->first, title->last);
  draft->title = bl_arena_new0 (scan->arena, BlTitleDraft);
  *draft->title = title->title;
  draft->mention.title = (BlTitleMention){ .role = title->title.readings[0].role,
                                           .country = title->country,
                                           .organisation = title->organisation,
                                           .modifiers = (guint16) title->modifiers,
                                           .holder = G_MAXUINT,
                                           .counted = title->counted,
                                           .indefinite = title->indefinite };
}

/* "French president of the Senate": behind the state of one label, "French president", a longer one begins; or, as in "Belarusian
 * senate president", one that leaves nothing out. */
static gboolean
has_longer_inside (const BlTitleReading *title)
{
  const BlDraft *state = bl_scan_at (title->scan, title->first, BL_MENTION_COUNTRY);
  if (state == NULL || state->end >= title->last
      || !bl_word_begins (bl_scan_token (title->scan, state->end)->word, BL_LEX_ROLE))
    return FALSE;
  BlTitleReading inner = { .scan = title->scan, .sentence = title->sentence, .begin = title->begin, .end = title->end };
  return bl_title_match_role (&inner, state->end)
         && (inner.last > title->last || (title->reduced && !inner.reduced && inner.last == title->last));
}

/* "Norwegian Labour Party leader" is not the leader of the other Labour Party. */
static gboolean
is_of_another_body (const BlTitleReading *title)
{
  const BlOffice *office = title->title.readings[0].office;
  const BlDraft *body = bl_scan_at (title->scan, title->first, BL_MENTION_ORG);
  return office != NULL && office->organisation != NULL && body != NULL && body->first < title->first
         && body->mention.organisation != office->organisation;
}

static guint
find_at (BlScan *scan, guint sentence, guint begin, guint at, guint end)
{
  BlTitleReading title = { .scan = scan, .sentence = sentence, .begin = begin, .end = end };
  if (!bl_title_match_role (&title, at) && !bl_title_match_plural (&title, at) && !bl_title_match_short (&title, at))
    return at + 1;
  title.title.weak = is_weak (scan, title.first, title.last);
  if (title.title.weak && is_verb (&title))
    return at + 1;
  if (has_longer_inside (&title) || is_of_another_body (&title))
    return at + 1;
  guint role_end = title.last;
  bl_title_take_office_jurisdiction (&title);
  bl_title_read_sides (&title);
  add_title (&title);
  return MAX (role_end, title.last);
}

void
bl_find_titles (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      guint begin = bl_scan_first (scan, sentence);
      guint end = bl_scan_end (scan, sentence);
      for (guint at = begin; at < end;)
        {
          const BlToken *token = bl_scan_token (scan, at);
          gboolean person
              = token->mention != BL_NO_MENTION
                && (bl_scan_at (scan, at, BL_MENTION_PERSON) != NULL || bl_scan_at (scan, at, BL_MENTION_DATE) != NULL);
          if ((!bl_word_begins (token->word, BL_LEX_ROLE) && !bl_token_is (token, BL_LEX_SHORT_WORD)
               && !bl_title_begins_plural (scan, at))
              || person)
            at++;
          else
            at = find_at (scan, sentence, begin, at, end);
        }
    }
}