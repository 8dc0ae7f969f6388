/* What each block is. Passes over the pieces, most certain first: what a line is by itself (line_kinds.c), then the headline, then
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
#define LINK_LIMIT 220
typedef struct
{
  const BlTextLexicon *lexicon;
  const char *text;
  BlPiece *pieces;
  guint n;
} Kinds;

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

/* "WORLD", "Opinion": the section that the page stands in, over a headline of several words. */
static gboolean
is_kicker (const Kinds *kinds, guint i, guint next)
{
  const BlPiece *piece = &kinds->pieces[i];
  BlSpan rest = piece->span;
  BlSpan word;
  guint words = 0;
  gboolean shouted = TRUE;
  for (; bl_next_word (kinds->text, &rest, &word); words++)
    for (gsize at = word.start; at < word.end; at++)
      shouted = shouted && !g_ascii_islower (kinds->text[at]);
  if (words > 2 || (words == 2 && !shouted) || !is_heading_like (piece, HEADLINE_LIMIT) || piece->ending != BL_ENDING_OPEN)
    return FALSE;
  rest = kinds->pieces[next].span;
  for (words = 0; words < 4 && bl_next_word (kinds->text, &rest, &word);)
    words++;
  return words == 4 && is_heading_like (&kinds->pieces[next], HEADLINE_LIMIT) && next_content (kinds, next) < kinds->n;
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
  guint second = first < kinds->n ? next_content (kinds, first) : kinds->n;
  if (second >= kinds->n)
    return kinds->n;
  if (is_kicker (kinds, first, second))
    {
      kinds->pieces[first].kind = BL_BLOCK_BOILERPLATE;
      first = second;
    }
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
      if (n > length + 8 || n + 8 < length || !bl_piece_is_open (piece))
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
  while (bl_next_word (kinds->text, &rest, &word))
    if ((bl_text_lexicon_word (kinds->lexicon, kinds->text + word.start, bl_span_length (word))
         & (BL_WORD_REPORTING | BL_WORD_TIME))
        != 0)
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
      else if (piece->kind == BL_BLOCK_PARAGRAPH && headings == 0 && ++paragraphs > 1)
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
      if (bl_next_word (kinds->text, &rest, &word) && g_unichar_islower (bl_char_at (kinds->text, word.start, word.end, NULL)))
        continue; /* the rest of a broken line */
      piece->kind = BL_BLOCK_SUBHEADING;
    }
}

void
bl_block_kinds_find (const BlTextLexicon *lexicon, const char *text, GArray *pieces)
{
  Kinds kinds = { lexicon, text, (BlPiece *) (void *) pieces->data, pieces->len };
  for (guint i = 0; i < kinds.n; i++)
    bl_line_kind_find (lexicon, text, &kinds.pieces[i], i);
  gboolean content = FALSE; /* links over the article are its menu, and the headline comes next */
  for (guint i = 0; i < kinds.n; i++)
    {
      content = content || is_content (&kinds.pieces[i]);
      if (content && kinds.pieces[i].links_follow)
        drop_links (&kinds, i);
    }
  guint headline = find_headline (&kinds);
  if (headline < kinds.n)
    {
      guint again = drop_repeated_headline (&kinds, headline);
      drop_cut_teasers (&kinds, headline + 1);
      find_deck (&kinds, headline, again);
    }
  find_subheadings (&kinds, headline);
}
