/* Titles: a role's label with what belongs to it on both sides.
 *
 *   [modifier | epithet]* [state | organisation]['s] [modifier | epithet]* ROLE [-elect] [of|for|to [the] state | organisation]
 *
 * "former NATO deputy secretary-general", "Britain's deputy prime minister", "the country's chief negotiator", "president of
 * France", "U.S. special envoy to Ukraine". Which seat it is comes later (offices.c), who holds it too (links.c). */
#include <string.h>

#include "mentions/nouns.h"
#include "mentions/scan.h"
#include "mentions/vocabulary.h"
#include "mentions/windows.h"

enum
{
  MAX_BACK = 150, /* words to look back over for "the country" */
  MAX_PLURAL = 3  /* first words of a label of which one may be in the plural: "Foreign Ministers" */
};

typedef struct
{
  BlScan *scan;
  guint sentence;
  guint begin, end; /* tokens of the sentence that this title may use */
  BlTitleDraft title;
  guint first, last; /* tokens [first, last) of the title */
  const BlCountry *country;
  const BlOrganisation *organisation;
  guint modifiers;
  gboolean indefinite;
  gboolean reduced; /* its label was found by leaving out an adjective */
} Title;

static const struct
{
  const char *code;
  guint bit;
} modifiers[] = {
  { "former", BL_TITLE_FORMER },     { "then", BL_TITLE_THEN },         { "acting", BL_TITLE_ACTING },
  { "elect", BL_TITLE_ELECT },       { "deputy", BL_TITLE_DEPUTY },     { "retired", BL_TITLE_RETIRED },
  { "outgoing", BL_TITLE_OUTGOING }, { "would-be", BL_TITLE_WOULD_BE },
};

static guint
modifier_bit (const BlPhrase *phrase)
{
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strcmp (modifiers[i].code, phrase->code) == 0)
      return modifiers[i].bit;
  return 0;
}

/* --- the role ----------------------------------------------------------------------------------------------------- */

static gboolean
has_lower (const char *written)
{
  for (; *written != '\0'; written++)
    if (g_ascii_islower (*written))
      return TRUE;
  return FALSE;
}

/* "PM" is no "pm", "Rep." no "rep". */
static gboolean
case_fits (const BlToken *token, guint n, const char *written)
{
  if (n > 1)
    return TRUE;
  if (!has_lower (written))
    return (token->shape & BL_TOKEN_ALL_UPPER) != 0;
  return written[strlen (written) - 1] != '.' || (token->shape & BL_TOKEN_UPPER) != 0;
}

static guint
keep_readings (BlTitleDraft *title, const BlToken *token, guint n, const BlSurface *found, guint n_found)
{
  title->n_readings = 0;
  for (guint i = 0; i < n_found && title->n_readings < BL_MAX_READINGS; i++)
    {
      BlReading *reading = &title->readings[title->n_readings];
      if (!case_fits (token, n, found[i].written))
        continue;
      if (found[i].kind == BL_SURFACE_ROLE)
        *reading = (BlReading){ .role = found[i].entity };
      else if (found[i].kind == BL_SURFACE_OFFICE)
        *reading = (BlReading){ .role = ((const BlOffice *) found[i].entity)->role, .office = found[i].entity };
      else
        continue;
      title->n_readings++;
    }
  return title->n_readings;
}

/* Is there a state or an adjective in the words behind a label's first one that bl_window_fill_reduced() would leave out? */
static gboolean
can_be_reduced (const Title *title, guint at, gboolean inner_too)
{
  const BlScan *scan = title->scan;
  const guint end = MIN (title->end, at + BL_WINDOW_WORDS);
  for (guint i = at + 1; i < end && bl_token_joins (bl_scan_token (scan, i)); i++)
    if (bl_scan_at (scan, i, BL_MENTION_COUNTRY) != NULL
        || (inner_too && bl_word_begins (bl_scan_token (scan, i)->word, BL_LEX_INNER)))
      return TRUE;
  return FALSE;
}

/* A longer label when a state or an adjective inside it is left out. Returns its end, or 0. */
static guint
match_reduced (Title *title, guint at, guint longer_than, guint end, gboolean inner_too)
{
  if (!can_be_reduced (title, at, inner_too))
    return 0;
  BlScan *scan = title->scan;
  BlWindow window;
  BlSurface found[4];
  guint n_found;
  gboolean skipped;
  guint32 state = bl_window_fill_reduced (&window, scan, at, title->end, inner_too, &skipped);
  guint n = skipped ? bl_window_match (&window, scan->kb, window.n, found, &n_found) : 0;
  if (n <= longer_than || window.tokens[n - 1] + 1 <= end)
    return 0;
  BlTitleDraft kept = title->title;
  if (keep_readings (&title->title, bl_scan_token (scan, at), n, found, n_found) == 0)
    {
      title->title = kept;
      return 0;
    }
  end = window.tokens[n - 1] + 1;
  if (state != BL_NO_MENTION && bl_scan_draft (scan, state)->first < end)
    {
      title->country = bl_scan_draft (scan, state)->mention.country.country;
      title->title.beside = TRUE;
    }
  return end;
}

/* "leader of the Conservative Party of Canada": how many of a label's n words stand before an organisation whose name goes on behind
 * the label; n when there is none. */
static guint
words_before_longer_body (const BlScan *scan, const BlWindow *window, guint n)
{
  const guint last = window->tokens[n - 1];
  const BlDraft *body = bl_scan_at (scan, last, BL_MENTION_ORG);
  if (body == NULL || body->end <= last + 1 || body->first <= window->tokens[0])
    return n;
  while (n > 0 && window->tokens[n - 1] >= body->first)
    n--;
  return n;
}

/* Fills in the longest role or office that starts at token at; FALSE when there is none. */
static gboolean
match_role (Title *title, guint at)
{
  BlScan *scan = title->scan;
  BlWindow window;
  BlSurface found[4];
  guint n_found;
  bl_window_fill (&window, scan, at, title->end);
  guint n = bl_window_match (&window, scan->kb, window.n, found, &n_found);
  const guint before_body = n == 0 ? 0 : words_before_longer_body (scan, &window, n);
  if (before_body < n)
    n = bl_window_match (&window, scan->kb, before_body, found, &n_found);
  if (n > 0 && keep_readings (&title->title, bl_scan_token (scan, at), n, found, n_found) == 0)
    n = 0;
  guint end = n == 0 ? 0 : window.tokens[n - 1] + 1;
  guint reduced = match_reduced (title, at, n, end, FALSE);
  if (reduced == 0)
    {
      reduced = match_reduced (title, at, n, end, TRUE);
      title->reduced = reduced != 0;
    }
  end = MAX (end, reduced);
  if (end == 0)
    return FALSE;
  title->title.role_first = title->first = at;
  title->title.role_end = title->last = end;
  return TRUE;
}

/* The word without the s of its plural, in buffer; FALSE when it does not look like one. */
static gboolean
singular (const BlToken *token, char *buffer, gsize size)
{
  gsize length = strlen (token->folded);
  if (!bl_noun_is_plural (token) || length < 4 || length >= size || (token->shape & BL_TOKEN_UPPER) == 0)
    return FALSE;
  if (length > 4 && strcmp (token->folded + length - 3, "ies") == 0)
    g_snprintf (buffer, size, "%.*sy", (int) length - 3, token->folded);
  else
    g_snprintf (buffer, size, "%.*s", (int) length - 1, token->folded);
  return TRUE;
}

/* "Foreign Ministers", "Secretaries of State", "Reps.". */
static gboolean
match_plural (Title *title, guint at)
{
  BlScan *scan = title->scan;
  BlWindow window;
  bl_window_fill (&window, scan, at, title->end);
  for (guint i = 0; i < MIN (window.n, MAX_PLURAL); i++)
    {
      BlSurface found[4];
      guint n_found;
      if (bl_scan_token (scan, window.tokens[i])->mention != BL_NO_MENTION
          || !singular (bl_scan_token (scan, window.tokens[i]), window.joined[i], sizeof window.joined[i]))
        continue;
      window.words[i] = window.bare[i] = window.joined[i];
      guint n = bl_window_match (&window, scan->kb, window.n, found, &n_found);
      if (n <= i || keep_readings (&title->title, bl_scan_token (scan, at), n, found, n_found) == 0)
        return FALSE;
      title->title.role_first = title->first = at;
      title->title.role_end = title->last = window.tokens[n - 1] + 1;
      title->title.plural = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* May a title in the plural begin here, before the first of several names? */
static gboolean
begins_plural (const BlScan *scan, guint at)
{
  char word[BL_WINDOW_BYTES];
  const BlToken *token = bl_scan_token (scan, at);
  if (token->mention != BL_NO_MENTION || !singular (token, word, sizeof word))
    return FALSE;
  const gsize length = strlen (word);
  const BlLexicon *lexicon = scan->finder->lexicon;
  return bl_word_begins (bl_lexicon_word (lexicon, word, length, bl_vocabulary_hash (word, length)), BL_LEX_ROLE);
}

/* An office's label names its jurisdiction when a state, place or organisation stands in it: "U.S. defense secretary", "mayor of
 * Kyiv". "Home secretary" does not: other states may have one. */
static void
take_office_jurisdiction (Title *title)
{
  const BlDraft *state = bl_scan_at (title->scan, title->first, BL_MENTION_COUNTRY);
  if (state != NULL && state->end < title->last && !title->title.beside && title->title.readings[0].office == NULL)
    {
      title->country = state->mention.country.country; /* "U.S. representative" is a role's label */
      title->title.beside = TRUE;
    }
  const BlOffice *office = title->title.readings[0].office;
  if (office == NULL || title->title.n_readings != 1 || title->title.beside)
    return;
  gboolean named = FALSE;
  for (guint at = title->first; at < title->last; at++)
    named |= bl_scan_token (title->scan, at)->mention != BL_NO_MENTION;
  if (!named)
    return;
  title->country = office->country;
  title->organisation = office->organisation;
  title->title.beside = TRUE;
}

static gboolean
is_weak (const BlScan *scan, guint first, guint end)
{
  const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, first, end, BL_LEX_WEAK_ROLE);
  return phrase != NULL && first + phrase->n == end;
}

/* --- to the left -------------------------------------------------------------------------------------------------- */

/* "the country's chief negotiator": the state that the sentence, or the one before, named last. */
static const BlCountry *
last_country (const BlScan *scan, guint sentence, guint before)
{
  guint begin = bl_scan_first (scan, sentence == 0 ? 0 : sentence - 1);
  begin = MAX (begin, before > MAX_BACK ? before - MAX_BACK : 0);
  for (guint at = before; at > begin; at--)
    {
      const BlDraft *draft = bl_scan_at (scan, at - 1, BL_MENTION_COUNTRY);
      if (draft != NULL)
        return draft->mention.country.country;
    }
  return NULL;
}

static gboolean
take_jurisdiction (Title *title, guint at)
{
  BlScan *scan = title->scan;
  const BlDraft *draft = bl_scan_at (scan, at, BL_MENTION_COUNTRY);
  if (draft == NULL)
    draft = bl_scan_at (scan, at, BL_MENTION_ORG);
  if (draft == NULL)
    draft = bl_scan_at (scan, at, BL_MENTION_PLACE);
  if (draft == NULL || draft->end != at + 1)
    return FALSE;
  if (!title->title.beside)
    {
      if (draft->mention.type == BL_MENTION_COUNTRY)
        title->country = draft->mention.country.country;
      else if (draft->mention.type == BL_MENTION_ORG)
        title->organisation = draft->mention.organisation;
      title->title.beside = TRUE; /* of a place: some other office than the state's */
      title->title.other_body = title->title.of_place = draft->mention.type == BL_MENTION_PLACE;
    }
  title->first = draft->first;
  return TRUE;
}

static gboolean
take_the_country (Title *title, guint at)
{
  static const char *const states[] = { "country", "nation", "kingdom", "republic", "state", NULL };
  BlScan *scan = title->scan;
  const BlToken *token = bl_scan_token (scan, at);
  if ((token->shape & BL_TOKEN_POSSESSIVE) == 0 || token->mention != BL_NO_MENTION || !bl_token_among (token, states))
    return FALSE;
  if (!title->title.beside)
    {
      title->country = last_country (scan, title->sentence, at);
      title->title.beside = title->country != NULL;
      title->title.other_body = title->country == NULL;
    }
  title->first = at;
  return TRUE;
}

static gboolean
take_modifier (Title *title, guint at)
{
  const BlTokens *tokens = &title->scan->tokens;
  const BlPhrase *phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_MODIFIER);
  if (phrase != NULL)
    {
      title->modifiers |= modifier_bit (phrase);
      title->first = at + 1 - phrase->n;
      return TRUE;
    }
  phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_EPITHET);
  if (phrase == NULL)
    phrase = bl_tokens_phrase_before (tokens, title->begin, at, BL_LEX_RANK);
  if (phrase != NULL)
    title->first = at + 1 - phrase->n;
  return phrase != NULL;
}

static void
read_determiner (Title *title, guint at)
{
  static const char *const definite[] = { "the", "his", "her", "its", "their", "our", "my", "this", "that", NULL };
  static const char *const indefinite[] = { "a", "an", "another", "one", "any", "every", "each", "no", "some", NULL };
  const BlToken *token = bl_scan_token (title->scan, at);
  if (bl_token_among (token, definite))
    title->title.definite = TRUE;
  else if (bl_token_among (token, indefinite))
    title->indefinite = TRUE;
  else if (!bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_SPEECH) && token->mention == BL_NO_MENTION
           && token->title == BL_NO_MENTION && !title->title.beside
           && bl_tokens_phrase_before (&title->scan->tokens, title->begin, at, BL_LEX_LINKING) == NULL
           && bl_token_joins (bl_scan_token (title->scan, at + 1)) && (token->shape & BL_TOKEN_NUMBER) == 0)
    title->title.other_body = (token->gap & BL_GAP_EDGE) == 0; /* "the club president", "Acme chairman" */
}

static void
extend_left (Title *title)
{
  while (title->first > title->begin)
    {
      guint at = title->first - 1;
      const BlToken *token = bl_scan_token (title->scan, at);
      if (!bl_token_joins (bl_scan_token (title->scan, title->first)))
        return;
      if (token->title != BL_NO_MENTION)
        {
          title->title.definite |= (token->shape & BL_TOKEN_POSSESSIVE) != 0; /* "the prime minister's spokesman" */
          return;
        }
      if (take_modifier (title, at) || take_the_country (title, at))
        continue;
      if (take_jurisdiction (title, at))
        {
          if ((token->shape & BL_TOKEN_POSSESSIVE) != 0)
            title->title.definite = TRUE;
          continue;
        }
      read_determiner (title, at);
      return;
    }
}

/* --- to the right ------------------------------------------------------------------------------------------------- */

static gboolean
is_body_word (const BlScan *scan, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  return token->mention == BL_NO_MENTION && bl_token_joins (token) && (token->shape & BL_TOKEN_NUMBER) == 0
         && !bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_SPEECH);
}

static gboolean
is_large (const BlScan *scan, guint at)
{
  return (bl_scan_token (scan, at)->shape & BL_TOKEN_UPPER) != 0 && !bl_token_is (bl_scan_token (scan, at), BL_LEX_FUNCTION);
}

/* "the Conservative Party of Norway", when the Conservative Party of the base is Britain's. */
static gboolean
is_anothers_body (const BlScan *scan, const BlDraft *body, guint end)
{
  if (body->mention.type != BL_MENTION_ORG || body->end + 1 >= end || !bl_token_equals (bl_scan_token (scan, body->end), "of"))
    return FALSE;
  const BlDraft *state = bl_scan_at (scan, body->end + 1, BL_MENTION_COUNTRY);
  return state != NULL && state->mention.country.country != body->mention.organisation->country;
}

/* "of France", "of the United States", "of the Russian chess federation", "of the club"; at is the word after "of". */
static void
take_of (Title *title, guint at)
{
  static const char *const states[] = { "country", "nation", "kingdom", "republic", "state", NULL };
  BlScan *scan = title->scan;
  gboolean article = at < title->end && bl_token_equals (bl_scan_token (scan, at), "the");
  guint word = at + article;
  if (word >= title->end || !bl_token_joins (bl_scan_token (scan, word)))
    return;
  BlDraft *draft = bl_scan_at (scan, word, BL_MENTION_COUNTRY);
  if (draft == NULL)
    draft = bl_scan_at (scan, word, BL_MENTION_ORG);
  gboolean whole = draft != NULL
                   && (draft->end >= title->end || !is_body_word (scan, draft->end)
                       || bl_scan_token (scan, draft->end)->gap != BL_GAP_SPACE
                       || !(bl_scan_token (scan, draft->end - 1)->shape & BL_TOKEN_POSSESSIVE));
  if (draft != NULL && draft->mention.type == BL_MENTION_COUNTRY && draft->mention.country.surface == BL_SURFACE_DEMONYM)
    whole = FALSE;
  if (draft != NULL && is_anothers_body (scan, draft, title->end))
    title->title.other_body = TRUE;
  else if (whole && !title->title.beside)
    {
      if (draft->mention.type == BL_MENTION_COUNTRY)
        title->country = draft->mention.country.country;
      else
        title->organisation = draft->mention.organisation;
      title->title.beside = TRUE;
    }
  else if (!whole && draft == NULL && article && bl_token_among (bl_scan_token (scan, word), states) && !title->title.beside)
    {
      title->country = last_country (scan, title->sentence, word);
      title->title.beside = title->country != NULL;
    }
  else if (whole && draft->mention.type == BL_MENTION_COUNTRY && title->title.readings[0].office != NULL
           && title->country != draft->mention.country.country)
    title->title.other_body = TRUE; /* "leader of the Conservative Party of Norway": the label is another state's */
  else if (!whole && (!title->title.beside || (draft == NULL && is_large (scan, word))))
    title->title.other_body = TRUE; /* also of "the French president of the Chess Federation" */
  if (whole)
    title->last = draft->end;
}

/* "ambassador to Russia", "envoy for Ukraine": where to, not whose. */
static void
take_target (Title *title, guint at)
{
  BlScan *scan = title->scan;
  guint word = at + (at < title->end && bl_token_equals (bl_scan_token (scan, at), "the"));
  if (word >= title->end || !bl_token_joins (bl_scan_token (scan, word)))
    return;
  guint32 index = bl_scan_token (scan, word)->mention;
  if (index == BL_NO_MENTION)
    return;
  const BlDraft *draft = bl_scan_draft (scan, index);
  if (draft->mention.type == BL_MENTION_COUNTRY && draft->mention.country.surface == BL_SURFACE_DEMONYM
      && draft->end < title->end && is_body_word (scan, draft->end))
    return; /* "an aide to the Polish prime minister" */
  if (draft->mention.type == BL_MENTION_COUNTRY || draft->mention.type == BL_MENTION_ORG
      || draft->mention.type == BL_MENTION_PLACE)
    title->last = draft->end;
}

static void
extend_right (Title *title)
{
  BlScan *scan = title->scan;
  if (title->last < title->end && bl_token_joins (bl_scan_token (scan, title->last)))
    {
      const BlPhrase *phrase = bl_tokens_phrase (&scan->tokens, title->last, title->end, BL_LEX_MODIFIER);
      if (phrase != NULL && modifier_bit (phrase) == BL_TITLE_ELECT)
        {
          title->modifiers |= BL_TITLE_ELECT;
          title->last += phrase->n;
        }
    }
  if (title->last + 1 >= title->end || (bl_scan_token (scan, title->last - 1)->shape & BL_TOKEN_POSSESSIVE) != 0)
    return;
  const BlToken *next = bl_scan_token (scan, title->last);
  if (!bl_token_follows (next))
    return;
  if (bl_token_equals (next, "of"))
    take_of (title, title->last + 1);
  else if (bl_token_equals (next, "to") || bl_token_equals (next, "for"))
    take_target (title, title->last + 1);
}

/* "a candidate for president", "running for mayor", "presidential hopeful"; "under President Duval". */
static void
read_would_be (Title *title)
{
  const BlTokens *tokens = &title->scan->tokens;
  guint at = title->first;
  while (at > title->begin && bl_token_equals (bl_scan_token (title->scan, at - 1), "the"))
    at--;
  const BlPhrase *phrase = at > title->begin ? bl_tokens_phrase_before (tokens, title->begin, at - 1, BL_LEX_WOULD_BE) : NULL;
  if (phrase != NULL && strcmp (phrase->code, "before") == 0)
    title->modifiers |= BL_TITLE_WOULD_BE;
  phrase = at > title->begin ? bl_tokens_phrase_before (tokens, title->begin, at - 1, BL_LEX_LINKING) : NULL;
  if (phrase != NULL && strcmp (phrase->code, "time") == 0)
    title->modifiers |= BL_TITLE_THEN;
  phrase = bl_tokens_phrase (tokens, title->last, title->end, BL_LEX_WOULD_BE);
  if (phrase != NULL && strcmp (phrase->code, "after") == 0 && bl_token_joins (bl_scan_token (title->scan, title->last)))
    title->modifiers |= BL_TITLE_WOULD_BE;
}

/* "will head the delegation", "to chair the meeting", "who leads": a verb. */
static gboolean
is_verb (const Title *title)
{
  static const char *const before[] = { "to",    "will", "would", "can",  "could", "may", "might", "must", "should",
                                        "shall", "not",  "we",    "they", "i",     "you", "who",   "that", NULL };
  if (title->first == title->begin || title->last - title->first > 1)
    return FALSE;
  return bl_token_among (bl_scan_token (title->scan, title->first - 1), before);
}

static void
add_title (Title *title)
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
                                           .indefinite = title->indefinite };
}

/* "French president of the Senate": behind the state of one label, "French president", a longer one begins; or, as in "Belarusian
 * senate president", one that leaves nothing out. */
static gboolean
has_longer_inside (const Title *title)
{
  const BlDraft *state = bl_scan_at (title->scan, title->first, BL_MENTION_COUNTRY);
  if (state == NULL || state->end >= title->last
      || !bl_word_begins (bl_scan_token (title->scan, state->end)->word, BL_LEX_ROLE))
    return FALSE;
  Title inner = { .scan = title->scan, .sentence = title->sentence, .begin = title->begin, .end = title->end };
  return match_role (&inner, state->end)
         && (inner.last > title->last || (title->reduced && !inner.reduced && inner.last == title->last));
}

/* "Norwegian Labour Party leader" is not the leader of the other Labour Party. */
static gboolean
is_of_another_body (const Title *title)
{
  const BlOffice *office = title->title.readings[0].office;
  const BlDraft *body = bl_scan_at (title->scan, title->first, BL_MENTION_ORG);
  return office != NULL && office->organisation != NULL && body != NULL && body->first < title->first
         && body->mention.organisation != office->organisation;
}

static guint
find_at (BlScan *scan, guint sentence, guint begin, guint at, guint end)
{
  Title title = { .scan = scan, .sentence = sentence, .begin = begin, .end = end };
  if (!match_role (&title, at) && !match_plural (&title, at))
    return at + 1;
  title.title.weak = is_weak (scan, title.first, title.last);
  if (title.title.weak && is_verb (&title))
    return at + 1;
  if (has_longer_inside (&title) || is_of_another_body (&title))
    return at + 1;
  guint role_end = title.last;
  take_office_jurisdiction (&title);
  extend_left (&title);
  extend_right (&title);
  read_would_be (&title);
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
          if ((!bl_word_begins (token->word, BL_LEX_ROLE) && !begins_plural (scan, at)) || person)
            at++;
          else
            at = find_at (scan, sentence, begin, at, end);
        }
    }
}
