/* What each block is. Passes over the pieces, most certain first: cues that name a line for what it is, then the headline, then
 * what is known by its place (deck, links, sub-headings). Whatever no pass claims stays a paragraph: news must not be lost to
 * boilerplate, so every rule here asks for a short block, and all but the exact cues for one that does not end as a sentence. */
#include <string.h>

#include "text/blocks.h"
#include "text/chars.h"
#include "text/fold.h"

#define HEADLINE_LIMIT 170
#define DECK_LIMIT 220
#define DECK_SENTENCE_LIMIT 160
#define SUBHEADING_LIMIT 120
#define CAPTION_LIMIT 220
#define CREDIT_LIMIT 300
#define DATE_LIMIT 90
#define CREDIT_LITERAL_LIMIT 80
#define LINK_LIMIT 220
#define DATE_LINES 6 /* dates further down head the parts of a chronicle */
#define TAG_LIMIT 420

typedef struct
{
  const BlTextLexicon *lexicon;
  const char *text;
  BlPiece *pieces;
  guint n;
} Kinds;

/* Words of a line in turn: letters, digits and what stands inside of words. FALSE at the end. */
static gboolean
next_word (const char *text, BlSpan *rest, BlSpan *word)
{
  gsize at = rest->start;
  while (at < rest->end && !g_ascii_isalnum (text[at]) && (guchar) text[at] < 0x80)
    at++;
  gsize start = at;
  while (at < rest->end && (g_ascii_isalnum (text[at]) || (guchar) text[at] >= 0x80 || text[at] == '\'' || text[at] == '-'))
    at++;
  *word = bl_span (start, at);
  rest->start = at;
  return at > start;
}

static guint
word_flags (const Kinds *kinds, BlSpan word)
{
  return bl_text_lexicon_word (kinds->lexicon, kinds->text + word.start, bl_span_length (word));
}

static guint
folded_word_flags (const Kinds *kinds, BlSpan word)
{
  char folded[32];
  gsize n = bl_span_length (word);
  if (n >= sizeof folded)
    return 0;
  for (gsize i = 0; i < n; i++)
    folded[i] = g_ascii_tolower (kinds->text[word.start + i]);
  return bl_text_lexicon_word (kinds->lexicon, folded, n);
}

static gboolean
begins_capital (const char *text, BlSpan word)
{
  return g_unichar_isupper (bl_char_at (text, word.start, word.end, NULL));
}

/* "By Ann Lee in Kyiv", "Reporting by Ann Lee; editing by Tom Ray.": begins with a word of credit lines, has a "by" before a name,
 * and consists of names and such words only. So "Research by the Times shows …" is none. */
static gboolean
is_credit_line (const Kinds *kinds, const BlPiece *piece)
{
  const char *text = kinds->text;
  if (piece->characters > CREDIT_LIMIT || piece->ending == BL_ENDING_QUESTION)
    return FALSE;
  BlSpan rest = piece->span;
  BlSpan word;
  gboolean first = TRUE;
  gboolean after_by = FALSE;
  gboolean credited = FALSE;
  while (next_word (text, &rest, &word))
    {
      gboolean credit = (folded_word_flags (kinds, word) & BL_WORD_CREDIT) != 0;
      gboolean name = begins_capital (text, word) && !(credit && first);
      if (!credit && !name && (first || (word_flags (kinds, word) & BL_WORD_PARTICLE) == 0))
        return FALSE;
      if (first && !credit)
        return FALSE;
      if (after_by && !name)
        return FALSE;
      credited = credited || after_by;
      after_by = bl_span_length (word) == 2 && g_ascii_strncasecmp (text + word.start, "by", 2) == 0;
      first = FALSE;
    }
  return credited;
}

/* "Wed 30 Mar 2022 10.04 BST", "Updated: 2022-03-30 10:04": digits, names of days and months, words for updating. Under the headline
 * two other capitalised words may stand there when all else says date: "AFP, Tuesday 2 Jul 2013". */
static gboolean
is_date_line (const Kinds *kinds, guint index)
{
  const BlPiece *piece = &kinds->pieces[index];
  if (index >= DATE_LINES || piece->characters > DATE_LIMIT || piece->ending == BL_ENDING_QUESTION || piece->marker > 0)
    return FALSE;
  BlSpan rest = piece->span;
  BlSpan word;
  gboolean any_digit = FALSE;
  gboolean year = FALSE;
  guint names = 0;
  guint others = 0;
  while (next_word (kinds->text, &rest, &word))
    {
      const char *start = kinds->text + word.start;
      if (bl_is_digit (start[0]))
        {
          any_digit = TRUE;
          year = year || (bl_span_length (word) == 4 && (strncmp (start, "19", 2) == 0 || strncmp (start, "20", 2) == 0));
        }
      else if ((folded_word_flags (kinds, word) & BL_WORD_DATE) != 0)
        names++;
      else if (!begins_capital (kinds->text, word))
        return FALSE;
      else
        others++;
    }
  if (others > 0 && (others > 2 || names < 1 || !year || index == 0))
    return FALSE;
  return any_digit && (names > 0 || piece->characters >= 8);
}

/* The title of a video ends in its run time, "… 1:04". "Talks begin at 10:30" does not. */
static gboolean
ends_in_run_time (const Kinds *kinds, const BlPiece *piece)
{
  const char *text = kinds->text;
  gsize at = piece->span.end;
  guint digits = 0;
  guint colons = 0;
  while (at > piece->span.start && at + 8 > piece->span.end && (bl_is_digit (text[at - 1]) || text[at - 1] == ':'))
    {
      at--;
      digits += bl_is_digit (text[at]);
      colons += text[at] == ':';
    }
  if (colons < 1 || colons > 2 || digits < 3 || text[piece->span.end - 3] != ':' || text[at] == ':' || at == piece->span.start
      || !bl_is_ascii_space (text[at - 1]))
    return FALSE;
  BlSpan before = bl_trim (text, bl_span (piece->span.start, at));
  gsize word = before.end;
  while (word > before.start && g_ascii_isalpha (text[word - 1]))
    word--;
  static const char *const times[] = { "at",     "until", "till",  "from", "to",      "by",        "before", "after",
                                       "around", "about", "since", "and",  "Updated", "Published", NULL };
  g_autofree char *last = g_strndup (text + word, before.end - word);
  return !bl_span_is_empty (before) && !g_strv_contains (times, last);
}

/* "Ukraine | Russia | NATO" */
static gboolean
is_tag_list (const Kinds *kinds, const BlPiece *piece)
{
  if (piece->characters > TAG_LIMIT || piece->ending == BL_ENDING_STOP)
    return FALSE;
  guint bars = 0;
  for (gsize i = piece->span.start + 1; i + 1 < piece->span.end; i++)
    bars += kinds->text[i] == '|' && bl_is_ascii_space (kinds->text[i - 1]) && bl_is_ascii_space (kinds->text[i + 1]);
  return bars >= 2;
}

static gboolean
is_address (const Kinds *kinds, const BlPiece *piece)
{
  const char *text = kinds->text + piece->span.start;
  gsize n = bl_span_length (piece->span);
  if (!(n > 7 && strncmp (text, "http://", 7) == 0) && !(n > 8 && strncmp (text, "https://", 8) == 0)
      && !(n > 4 && strncmp (text, "www.", 4) == 0))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (bl_is_ascii_space (text[i]))
      return FALSE;
  return TRUE;
}

/* Nothing to read: rules of dashes or stars, page numbers. */
static gboolean
is_ornament (const Kinds *kinds, const BlPiece *piece)
{
  if (piece->characters > 200)
    return FALSE;
  for (gsize i = piece->span.start; i < piece->span.end;)
    {
      gsize size;
      if (g_unichar_isalpha (bl_char_at (kinds->text, i, piece->span.end, &size)))
        return FALSE;
      i += size;
    }
  return TRUE;
}

static gboolean
may_be_told (const BlPiece *piece)
{
  return !piece->hinted || piece->kind == BL_BLOCK_PARAGRAPH || piece->kind == BL_BLOCK_LIST_ITEM
         || piece->kind == BL_BLOCK_SUBHEADING || piece->kind == BL_BLOCK_DECK;
}

/* "[1] … [2] …" in one paragraph */
static gboolean
counts_on (const Kinds *kinds, const BlPiece *piece)
{
  const char *text = kinds->text;
  if (piece->marker == 0 || text[piece->span.start] != '[')
    return FALSE;
  char next[16];
  g_snprintf (next, sizeof next, " [%u] ", (guint) g_ascii_strtoull (text + piece->span.start + 1, NULL, 10) + 1);
  return memmem (text + piece->span.start, bl_span_length (piece->span), next, strlen (next)) != NULL;
}

static void
name_by_cues (const Kinds *kinds, guint index)
{
  BlPiece *piece = &kinds->pieces[index];
  if (!may_be_told (piece))
    return;
  if (!piece->hinted && piece->marker > 0 && !counts_on (kinds, piece))
    piece->kind = BL_BLOCK_LIST_ITEM;
  if (piece->characters > BL_SHORT_LINE_LIMIT)
    return;
  BlSpan span = bl_span (piece->span.start + piece->marker, piece->span.end);
  const BlCue *cue = bl_text_lexicon_cue (kinds->lexicon, kinds->text + span.start, bl_span_length (span));
  if (cue != NULL && cue->kind == BL_BLOCK_BYLINE && cue->place == BL_CUE_LITERAL && piece->characters > CREDIT_LITERAL_LIMIT
      && piece->ending == BL_ENDING_STOP)
    cue = NULL; /* "Updated: The minister said on Sunday …" */
  if (cue != NULL)
    {
      piece->kind = cue->kind;
      piece->links_follow = cue->opens_links && cue->place == BL_CUE_WHOLE;
    }
  else if (is_date_line (kinds, index) || is_credit_line (kinds, piece))
    piece->kind = BL_BLOCK_BYLINE;
  else if (is_ornament (kinds, piece) || is_tag_list (kinds, piece) || is_address (kinds, piece))
    piece->kind = BL_BLOCK_BOILERPLATE;
  else if (piece->characters <= CAPTION_LIMIT && ends_in_run_time (kinds, piece))
    piece->kind = BL_BLOCK_CAPTION;
}

/* A line that names what follows rather than tells it. */
static gboolean
is_heading_like (const BlPiece *piece, gsize limit)
{
  return piece->kind == BL_BLOCK_PARAGRAPH && !piece->hinted && piece->characters <= limit
         && (piece->ending == BL_ENDING_OPEN || (piece->ending == BL_ENDING_QUESTION && 2 * piece->characters <= limit));
}

static gboolean
is_content (const BlPiece *piece)
{
  return piece->kind != BL_BLOCK_BOILERPLATE && piece->kind != BL_BLOCK_BYLINE && piece->kind != BL_BLOCK_CAPTION;
}

/* Next piece after i that is content, or n. */
static guint
next_content (const Kinds *kinds, guint i)
{
  do
    i++;
  while (i < kinds->n && !is_content (&kinds->pieces[i]));
  return i;
}

/* Index of the headline, or n when there is none. */
static guint
find_headline (const Kinds *kinds)
{
  guint found = kinds->n;
  for (guint i = 0; i < kinds->n; i++)
    if (kinds->pieces[i].hinted && kinds->pieces[i].kind == BL_BLOCK_HEADLINE)
      {
        if (found == kinds->n)
          found = i;
        else
          kinds->pieces[i].kind = BL_BLOCK_SUBHEADING;
      }
  if (found < kinds->n)
    return found;
  guint first = 0;
  while (first < kinds->n && !is_content (&kinds->pieces[first]))
    first++;
  if (first >= kinds->n || next_content (kinds, first) >= kinds->n)
    return kinds->n;
  BlPiece *piece = &kinds->pieces[first];
  gboolean plain = piece->kind == BL_BLOCK_PARAGRAPH && !piece->hinted && piece->characters <= HEADLINE_LIMIT;
  if (!plain || (piece->ending != BL_ENDING_OPEN && piece->ending != BL_ENDING_QUESTION))
    return kinds->n;
  piece->kind = BL_BLOCK_HEADLINE;
  return first;
}

/* Pages print the headline again above the body and in their link lists. Returns where it stands again for the last time within
 * the first blocks (the body begins there), or 0. */
static guint
drop_repeated_headline (const Kinds *kinds, guint headline)
{
  const BlPiece *first = &kinds->pieces[headline];
  gsize length = bl_span_length (first->span);
  g_autofree char *folded = bl_fold_letters (kinds->text + first->span.start, (gssize) length);
  guint again = 0;
  for (guint i = headline + 1; i < kinds->n && folded[0] != '\0'; i++)
    {
      BlPiece *piece = &kinds->pieces[i];
      gsize n = bl_span_length (piece->span);
      if (n > length + 8 || n + 8 < length || !may_be_told (piece))
        continue;
      g_autofree char *other = bl_fold_letters (kinds->text + piece->span.start, (gssize) n);
      if (strcmp (other, folded) != 0)
        continue;
      piece->kind = BL_BLOCK_BOILERPLATE;
      if (i <= headline + 8)
        again = i;
    }
  return again;
}

/* A teaser cut short ("Russia resists as…") right before its full text. */
static void
drop_cut_teasers (const Kinds *kinds, guint from)
{
  for (guint i = from; i + 1 < kinds->n && i < from + 8; i++)
    {
      BlPiece *piece = &kinds->pieces[i];
      const BlPiece *next = &kinds->pieces[i + 1];
      if (piece->hinted || piece->ending != BL_ENDING_ELLIPSIS || piece->characters > DECK_LIMIT)
        continue;
      gsize n = bl_span_length (piece->span);
      while (n > 0
             && (kinds->text[piece->span.start + n - 1] == '.' || (guchar) kinds->text[piece->span.start + n - 1] >= 0x80))
        n--;
      if (n >= 20 && n <= bl_span_length (next->span)
          && memcmp (kinds->text + piece->span.start, kinds->text + next->span.start, n) == 0)
        piece->kind = BL_BLOCK_BOILERPLATE;
    }
}

/* "WASHINGTON (AP) —", "(CNN) –": the body begins here. */
static gboolean
begins_with_dateline (const Kinds *kinds, const BlPiece *piece)
{
  gsize end = MIN (piece->span.end, piece->span.start + 60);
  const char *text = kinds->text;
  gsize at = piece->span.start;
  gboolean capitals = at + 1 < end && (text[at] == '(' || (g_ascii_isupper (text[at]) && g_ascii_isupper (text[at + 1])));
  for (; capitals && at + 4 < end; at++)
    if (memcmp (text + at, " — ", 5) == 0 || memcmp (text + at, " – ", 5) == 0 || memcmp (text + at, " - ", 3) == 0
        || memcmp (text + at, " -- ", 4) == 0)
      return TRUE;
  return FALSE;
}

/* The first sentence of a report says who said it, or on which day it happened. */
static gboolean
is_lead (const Kinds *kinds, const BlPiece *piece)
{
  BlSpan rest = piece->span;
  BlSpan word;
  while (next_word (kinds->text, &rest, &word))
    if ((word_flags (kinds, word) & (BL_WORD_REPORTING | BL_WORD_TIME)) != 0)
      return TRUE;
  return begins_with_dateline (kinds, piece);
}

static gboolean
has_inner_stop (const Kinds *kinds, const BlPiece *piece)
{
  for (gsize i = piece->span.start; i + 2 < piece->span.end; i++)
    {
      char c = kinds->text[i];
      if ((c == '.' || c == '?' || c == '!') && kinds->text[i + 1] == ' ' && i > 0 && g_ascii_islower (kinds->text[i - 1]))
        return TRUE;
    }
  return FALSE;
}

/* A sentence with its full stop is a standfirst only when something says so: a byline or a dateline after it, or a body of real
 * paragraphs next to which it is short and no lead. */
static gboolean
is_standfirst (const Kinds *kinds, guint i)
{
  const BlPiece *piece = &kinds->pieces[i];
  if (piece->characters > DECK_SENTENCE_LIMIT || piece->ending == BL_ENDING_COLON || has_inner_stop (kinds, piece)
      || i + 1 >= kinds->n)
    return FALSE;
  if (kinds->pieces[i + 1].kind == BL_BLOCK_BYLINE)
    return TRUE;
  guint next = next_content (kinds, i);
  if (next >= kinds->n || kinds->pieces[next].kind != BL_BLOCK_PARAGRAPH)
    return FALSE;
  if (begins_with_dateline (kinds, &kinds->pieces[next]))
    return TRUE;
  guint after = next_content (kinds, next);
  return kinds->pieces[next].characters >= 200 && kinds->pieces[next].characters >= 2 * piece->characters && after < kinds->n
         && kinds->pieces[after].characters >= 160 && !is_lead (kinds, piece);
}

/* Text whose sections each open with a short line has its first such line right under the headline. */
static gboolean
is_sectioned (const Kinds *kinds, guint first)
{
  guint headings = 0;
  guint paragraphs = 0;
  for (guint i = first + 1; i < kinds->n; i++)
    {
      const BlPiece *piece = &kinds->pieces[i];
      if (!is_content (piece))
        continue;
      if (is_heading_like (piece, SUBHEADING_LIMIT))
        headings++;
      else if (piece->kind == BL_BLOCK_PARAGRAPH && headings == 0 && ++paragraphs > 2)
        return FALSE;
    }
  return headings >= 2;
}

static void
find_deck (const Kinds *kinds, guint headline, guint again)
{
  guint lines = 0;
  for (guint i = next_content (kinds, headline); i < kinds->n && lines < 2; i = next_content (kinds, i))
    {
      BlPiece *piece = &kinds->pieces[i];
      if (piece->hinted || piece->kind != BL_BLOCK_PARAGRAPH || piece->characters > DECK_LIMIT
          || next_content (kinds, i) >= kinds->n)
        return;
      gboolean above_body = i < again;
      gboolean heading = is_heading_like (piece, DECK_LIMIT) || piece->ending == BL_ENDING_ELLIPSIS;
      if (!above_body && heading && lines == 0 && is_sectioned (kinds, i))
        return;
      if (!above_body && !heading && !is_standfirst (kinds, i))
        return;
      piece->kind = BL_BLOCK_DECK;
      lines++;
    }
}

/* What follows "Read also:" up to the next ordinary paragraph. A short line between marked links and that paragraph is its
 * heading. */
static void
drop_links (const Kinds *kinds, guint cue)
{
  gboolean marked = FALSE;
  for (guint i = cue + 1; i < kinds->n; i++)
    {
      BlPiece *piece = &kinds->pieces[i];
      gboolean item = piece->marker > 0 || (piece->hinted && piece->kind == BL_BLOCK_LIST_ITEM);
      if (piece->links_follow)
        return; /* that line drops its own */
      if (!is_content (piece))
        continue;
      if (piece->kind == BL_BLOCK_HEADLINE || piece->characters > LINK_LIMIT || (!item && piece->ending == BL_ENDING_STOP)
          || (piece->hinted && piece->kind != BL_BLOCK_LIST_ITEM) || has_inner_stop (kinds, piece))
        return;
      if (!item && marked && i + 1 < kinds->n)
        return;
      marked = marked || item;
      piece->kind = BL_BLOCK_BOILERPLATE;
    }
}

static void
find_subheadings (const Kinds *kinds, guint headline)
{
  for (guint i = headline < kinds->n ? headline + 1 : 0; i < kinds->n; i++)
    {
      BlPiece *piece = &kinds->pieces[i];
      if (!is_heading_like (piece, SUBHEADING_LIMIT))
        continue;
      guint next = next_content (kinds, i);
      if (next >= kinds->n)
        continue;
      BlSpan rest = piece->span;
      BlSpan word;
      if (next_word (kinds->text, &rest, &word) && g_unichar_islower (bl_char_at (kinds->text, word.start, word.end, NULL)))
        continue; /* the rest of a broken line */
      piece->kind = BL_BLOCK_SUBHEADING;
    }
}

void
bl_block_kinds_find (const BlTextLexicon *lexicon, const char *text, GArray *pieces)
{
  Kinds kinds = { lexicon, text, (BlPiece *) (void *) pieces->data, pieces->len };
  for (guint i = 0; i < kinds.n; i++)
    name_by_cues (&kinds, i);
  for (guint i = 0; i < kinds.n; i++)
    if (kinds.pieces[i].links_follow)
      drop_links (&kinds, i);
  guint headline = find_headline (&kinds);
  if (headline < kinds.n)
    {
      guint again = drop_repeated_headline (&kinds, headline);
      drop_cut_teasers (&kinds, headline + 1);
      find_deck (&kinds, headline, again);
    }
  find_subheadings (&kinds, headline);
}
