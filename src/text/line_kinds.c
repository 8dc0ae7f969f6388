/* What a block is by its own words, wherever it stands: cue lines, credits, dates, captions, tags. */
#include <string.h>

#include "text/blocks.h"
#include "text/chars.h"

#define CAPTION_LIMIT 220
#define CREDIT_LIMIT 300
#define DATE_LIMIT 90
#define CREDIT_LITERAL_LIMIT 80
#define DATE_LINES 6 /* dates further down head the parts of a chronicle */
#define TAG_LIMIT 420

typedef struct
{
  const BlTextLexicon *lexicon;
  const char *text;
  const BlPiece *piece;
  guint index; /* among the blocks */
} Line;

gboolean
bl_next_word (const char *text, BlSpan *rest, BlSpan *word)
{
  gsize at = rest->start;
  while (at < rest->end && !g_ascii_isalnum (text[at]) && (guchar) text[at] < 0x80)
    at++;
  gsize start = at;
  while (at < rest->end && (g_ascii_isalnum (text[at]) || (guchar) text[at] >= 0x80 || text[at] == '\'' || text[at] == '-'))
    at++;
  *word = bl_span (start, at);
  rest->start = (guint32) at;
  return at > start;
}

static guint
word_flags (const Line *line, BlSpan word)
{
  return bl_text_lexicon_word (line->lexicon, line->text + word.start, bl_span_length (word));
}

static guint
folded_word_flags (const Line *line, BlSpan word)
{
  char folded[32];
  gsize n = bl_span_length (word);
  if (n >= sizeof folded)
    return 0;
  for (gsize i = 0; i < n; i++)
    folded[i] = g_ascii_tolower (line->text[word.start + i]);
  return bl_text_lexicon_word (line->lexicon, folded, n);
}

static gboolean
begins_capital (const char *text, BlSpan word)
{
  return g_unichar_isupper (bl_char_at (text, word.start, word.end, NULL));
}

/* "By Ann Lee in Kyiv", "Reporting by Ann Lee; editing by Tom Ray.": begins with a word of credit lines, has a "by" before a name,
 * and consists of names and such words only. So "Research by the Times shows …" is none. */
static gboolean
is_credit_line (const Line *line)
{
  const BlPiece *piece = line->piece;
  const char *text = line->text;
  if (piece->characters > CREDIT_LIMIT || piece->ending == BL_ENDING_QUESTION)
    return FALSE;
  BlSpan rest = piece->span;
  BlSpan word;
  gboolean first = TRUE;
  gboolean after_by = FALSE;
  gboolean credited = FALSE;
  while (bl_next_word (text, &rest, &word))
    {
      gboolean credit = (folded_word_flags (line, word) & BL_WORD_CREDIT) != 0;
      gboolean name = begins_capital (text, word) && !(credit && first);
      if (!credit && !name && (first || (word_flags (line, word) & BL_WORD_PARTICLE) == 0))
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
is_date_line (const Line *line)
{
  const BlPiece *piece = line->piece;
  if (line->index >= DATE_LINES || piece->characters > DATE_LIMIT || piece->ending == BL_ENDING_QUESTION || piece->marker > 0)
    return FALSE;
  BlSpan rest = piece->span;
  BlSpan word;
  gboolean any_digit = FALSE;
  gboolean year = FALSE;
  guint names = 0;
  guint others = 0;
  while (bl_next_word (line->text, &rest, &word))
    {
      const char *start = line->text + word.start;
      if (bl_is_digit (start[0]))
        {
          any_digit = TRUE;
          year = year || (bl_span_length (word) == 4 && (strncmp (start, "19", 2) == 0 || strncmp (start, "20", 2) == 0));
        }
      else if ((folded_word_flags (line, word) & BL_WORD_DATE) != 0)
        names++;
      else if (!begins_capital (line->text, word))
        return FALSE;
      else
        others++;
    }
  if (others > 0 && (others > 2 || names < 1 || !year || line->index == 0))
    return FALSE;
  return any_digit && (names > 0 || piece->characters >= 8);
}

/* The title of a video ends in its run time, "… 1:04". "Talks begin at 10:30" does not. */
static gboolean
ends_in_run_time (const Line *line)
{
  const BlPiece *piece = line->piece;
  const char *text = line->text;
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
is_tag_list (const Line *line)
{
  const BlPiece *piece = line->piece;
  if (piece->characters > TAG_LIMIT || piece->ending == BL_ENDING_STOP)
    return FALSE;
  guint bars = 0;
  for (gsize i = piece->span.start + 1; i + 1 < piece->span.end; i++)
    bars += line->text[i] == '|' && bl_is_ascii_space (line->text[i - 1]) && bl_is_ascii_space (line->text[i + 1]);
  return bars >= 2;
}

static gboolean
is_address (const Line *line)
{
  const BlPiece *piece = line->piece;
  const char *text = line->text + piece->span.start;
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
is_ornament (const Line *line)
{
  const BlPiece *piece = line->piece;
  if (piece->characters > 200)
    return FALSE;
  for (gsize i = piece->span.start; i < piece->span.end;)
    {
      gsize size;
      if (g_unichar_isalpha (bl_char_at (line->text, i, piece->span.end, &size)))
        return FALSE;
      i += size;
    }
  return TRUE;
}

/* "[1] … [2] …" in one paragraph */
static gboolean
counts_on (const Line *line)
{
  const BlPiece *piece = line->piece;
  const char *text = line->text;
  if (piece->marker == 0 || text[piece->span.start] != '[')
    return FALSE;
  char next[16];
  g_snprintf (next, sizeof next, " [%u] ", (guint) g_ascii_strtoull (text + piece->span.start + 1, NULL, 10) + 1);
  return memmem (text + piece->span.start, bl_span_length (piece->span), next, strlen (next)) != NULL;
}

void
bl_line_kind_find (const BlTextLexicon *lexicon, const char *text, BlPiece *piece, guint index)
{
  const Line of_piece = { lexicon, text, piece, index };
  const Line *line = &of_piece;
  if (!bl_piece_is_open (piece))
    return;
  if (!piece->hinted && piece->marker > 0 && !counts_on (line))
    piece->kind = BL_BLOCK_LIST_ITEM;
  if (piece->characters > BL_SHORT_LINE_LIMIT)
    return;
  BlSpan span = bl_span (piece->span.start + piece->marker, piece->span.end);
  const BlCue *cue = bl_text_lexicon_cue (line->lexicon, line->text + span.start, bl_span_length (span));
  if (cue != NULL && cue->kind == BL_BLOCK_BYLINE && cue->place == BL_CUE_LITERAL && piece->characters > CREDIT_LITERAL_LIMIT
      && piece->ending == BL_ENDING_STOP)
    cue = NULL; /* "Updated: The minister said on Sunday …" */
  if (cue != NULL)
    {
      piece->kind = cue->kind;
      piece->links_follow = cue->opens_links && cue->place == BL_CUE_WHOLE;
    }
  else if (is_date_line (line) || is_credit_line (line))
    piece->kind = BL_BLOCK_BYLINE;
  else if (is_ornament (line) || is_tag_list (line) || is_address (line))
    piece->kind = BL_BLOCK_BOILERPLATE;
  else if (piece->characters <= CAPTION_LIMIT && ends_in_run_time (line))
    piece->kind = BL_BLOCK_CAPTION;
}
