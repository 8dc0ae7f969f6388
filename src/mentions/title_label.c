/* The label of a role or an office: the words of a title that the base knows. */
#include <string.h>

#include "mentions/nouns.h"
#include "mentions/title_reading.h"
#include "mentions/vocabulary.h"
#include "mentions/windows.h"

enum
{
  MAX_PLURAL = 3 /* first words of a label of which one may be in the plural: "Foreign Ministers" */
};

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
can_be_reduced (const BlTitleReading *title, guint at, gboolean inner_too)
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
match_reduced (BlTitleReading *title, guint at, guint longer_than, guint end, gboolean inner_too)
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
gboolean
bl_title_match_role (BlTitleReading *title, guint at)
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
gboolean
bl_title_match_plural (BlTitleReading *title, guint at)
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
gboolean
bl_title_begins_plural (const BlScan *scan, guint at)
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
void
bl_title_take_office_jurisdiction (BlTitleReading *title)
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

/* "Sec. of State", "Dep. PM": words of a label that are cut short. */
gboolean
bl_title_match_short (BlTitleReading *title, guint at)
{
  BlScan *scan = title->scan;
  BlWindow window;
  bl_window_fill (&window, scan, at, title->end);
  for (guint i = 0; i < window.n; i++)
    {
      const BlToken *token = bl_scan_token (scan, window.tokens[i]);
      const BlPhrase *whole = (token->shape & BL_TOKEN_UPPER) != 0 ? bl_word_phrase (token->word, BL_LEX_SHORT_WORD) : NULL;
      if (whole != NULL)
        window.words[i] = window.bare[i] = whole->code;
    }
  BlSurface found[4];
  guint n_found;
  const guint n = bl_window_match (&window, scan->kb, window.n, found, &n_found);
  if (n < 2 || keep_readings (&title->title, bl_scan_token (scan, at), n, found, n_found) == 0)
    return FALSE; /* "Gen." and "Pres." alone are ranks and labels of their own */
  title->title.role_first = title->first = at;
  title->title.role_end = title->last = window.tokens[n - 1] + 1;
  return TRUE;
}
