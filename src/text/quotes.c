/* Quotations, block by block.
 *
 * A mark is of one of four families ("“”„‟, ‘’‚', «», ‹›) and is an opening, a closing mark, or neither (an apostrophe, an inch), by
 * its shape and by what stands beside it. Marks pair within a family, the innermost open one first. What is still open at the end
 * of the block: double marks run to the end, or to where the next mark of the family opens, and are reported as not closed (the
 * paragraph goes on in the next one, or the mark is stray); single ones are dropped as apostrophes unless the next block opens with
 * the same mark. So nothing leaves its block. */
#include "text/quotes.h"

#include <string.h>

#include "text/chars.h"

typedef enum
{
  FAMILY_DOUBLE,
  FAMILY_SINGLE,
  FAMILY_ANGLE,
  FAMILY_SMALL_ANGLE,
} Family;

typedef enum
{
  ROLE_NONE,
  ROLE_OPEN,
  ROLE_CLOSE,
} Role;

typedef struct
{
  gunichar point;
  gsize start;
  gsize end;
  Family family;
  gunichar before; /* 0 at the edges of the block */
  gunichar after;
} Mark;

typedef struct
{
  const char *text;
  BlSpan block;
  gboolean next_block_single; /* the next block begins with a single opening mark */
  guint first;                /* index of the block's first quotation */
  guint open[BL_QUOTE_DEPTH]; /* indices of open quotations */
  Family families[BL_QUOTE_DEPTH];
  gunichar points[BL_QUOTE_DEPTH];
  guint depth;
  GArray *quotes;
  GArray *parents;
  GArray *families_found; /* guint8 for each quotation of the block */
} Finder;

static gboolean
is_word (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c);
}

/* Nothing readable on that side. */
static gboolean
is_gap (gunichar c)
{
  return c == 0 || bl_is_blank (c);
}

static gboolean
opens_before (gunichar c)
{
  return is_gap (c) || c == '(' || c == '[' || c == '{' || c == '-' || c == '/' || c == '=' || c == '>' || c == 0x2013
         || c == 0x2014 || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB || c == '"' || c == '\'' || c == 0xBF
         || c == 0xA1;
}

/* Index into the stack of the innermost open quotation of the family, or -1. */
static gint
find_open (const Finder *finder, Family family)
{
  for (guint i = finder->depth; i > 0; i--)
    if (finder->families[i - 1] == family)
      return (gint) i - 1;
  return -1;
}

/* The possessive of "the workers’ rights" looks like a closing mark. It is none when the quotation still finds its end near by. */
static gboolean
is_possessive (const Finder *finder, const Mark *mark)
{
  if ((mark->before != 's' && mark->before != 'S' && mark->before != 'z' && mark->before != 'x') || mark->after != ' ')
    return FALSE;
  gsize limit = MIN (finder->block.end, mark->end + 300);
  if (!g_unichar_isalpha (bl_char_at (finder->text, mark->end + 1, limit, NULL)))
    return FALSE;
  for (gsize i = mark->end; i < limit; i++)
    {
      gsize size;
      gunichar c = bl_char_at (finder->text, i, finder->block.end, &size);
      if (c == 0x2018 || c == 0x201C || c == 0x201D || c == '"')
        return FALSE;
      gunichar after = bl_char_at (finder->text, i + size, finder->block.end, NULL);
      gunichar before = i > 0 ? (guchar) finder->text[i - 1] : 0;
      if (c == mark->point && !is_word (after))
        return before != 's'; /* else as doubtful as this one */
      if (c == '\'' && before == ' ')
        return FALSE;
      i += size - 1;
    }
  return FALSE;
}

/* ’em, ’tis, ’90s: an apostrophe where an opening mark would stand. */
static gboolean
is_elision (const Finder *finder, const Mark *mark)
{
  static const char *const words[] = { "em", "tis", "twas", "til", "till", "cause", "n", "bout", "round", "cuz", NULL };
  gsize end = mark->end;
  while (end < finder->block.end && end - mark->end < 8 && g_ascii_isalnum (finder->text[end]))
    end++;
  if (bl_is_digit (finder->text[mark->end]) && end - mark->end == 3 && finder->text[end - 1] == 's')
    return TRUE;
  char word[9] = "";
  memcpy (word, finder->text + mark->end, MIN (end - mark->end, 8));
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static Role
role_of_single (const Finder *finder, const Mark *mark)
{
  gboolean open = find_open (finder, FAMILY_SINGLE) >= 0;
  if (is_word (mark->before) && is_word (mark->after))
    return ROLE_NONE; /* don't */
  if (mark->point == 0x201A || mark->point == 0x201B)
    return ROLE_OPEN;
  gboolean at_start = opens_before (mark->before) && !is_gap (mark->after);
  if (mark->point == 0x2018)
    {
      gboolean german = open && finder->points[find_open (finder, FAMILY_SINGLE)] == 0x201A;
      if (german || (open && !opens_before (mark->before)))
        return ROLE_CLOSE;
      return is_gap (mark->after) || is_elision (finder, mark) ? ROLE_NONE : ROLE_OPEN;
    }
  if (at_start && mark->point == '\'' && (is_word (mark->after) || mark->after == '"' || mark->after == '$')
      && !is_elision (finder, mark))
    return open && mark->before == '\'' ? ROLE_NONE : ROLE_OPEN;
  if (!open || is_word (mark->after) || is_gap (mark->before))
    return ROLE_NONE;
  return is_possessive (finder, mark) ? ROLE_NONE : ROLE_CLOSE;
}

static Role
role_of_double (const Finder *finder, const Mark *mark)
{
  gint open = find_open (finder, FAMILY_DOUBLE);
  gboolean may_open = opens_before (mark->before) && !is_gap (mark->after);
  gboolean may_close = !is_gap (mark->before) && !is_word (mark->after);
  switch (mark->point)
    {
    case 0x201E:
    case 0x201F:
      return ROLE_OPEN;
    case 0x201C:
      if (open >= 0 && (finder->points[open] == 0x201E || mark->after == 0 || !may_open))
        return may_open && is_word (mark->after) && finder->points[open] != 0x201E ? ROLE_OPEN : ROLE_CLOSE;
      return mark->after == 0 ? ROLE_NONE : ROLE_OPEN;
    case 0x201D:
      if (open >= 0)
        return ROLE_CLOSE;
      return may_open && is_gap (mark->before) && is_word (mark->after) ? ROLE_OPEN : ROLE_NONE;
    default: /* straight */
      if (open < 0)
        {
          if (may_open)
            return ROLE_OPEN;
          /* 5'10" and stray marks */
          return is_gap (mark->after) || (mark->before < 0x80 && bl_is_digit ((char) mark->before)) ? ROLE_NONE : ROLE_OPEN;
        }
      return may_open && !may_close && !(is_gap (mark->before) && is_gap (mark->after)) && mark->before != '-' ? ROLE_OPEN
                                                                                                               : ROLE_CLOSE;
    }
}

static Role
role_of_angle (const Finder *finder, const Mark *mark)
{
  gint open = find_open (finder, mark->family);
  if (open < 0)
    return is_gap (mark->after) && is_gap (mark->before) && (mark->point == 0xBB || mark->point == 0x203A) ? ROLE_NONE
                                                                                                           : ROLE_OPEN;
  return finder->points[open] == mark->point && !is_word (mark->before) ? ROLE_OPEN : ROLE_CLOSE;
}

static Role
role_of (const Finder *finder, const Mark *mark)
{
  switch (mark->family)
    {
    case FAMILY_DOUBLE:
      return role_of_double (finder, mark);
    case FAMILY_SINGLE:
      return role_of_single (finder, mark);
    default:
      return role_of_angle (finder, mark);
    }
}

static void
open_quote (Finder *finder, const Mark *mark)
{
  if (finder->depth == BL_QUOTE_DEPTH)
    return;
  BlQuote quote = { .span = bl_span (mark->start, finder->block.end),
                    .inner = bl_span (mark->end, finder->block.end),
                    .depth = (guint8) finder->depth };
  guint parent = finder->depth > 0 ? finder->open[finder->depth - 1] : G_MAXUINT;
  guint8 family = (guint8) mark->family;
  finder->open[finder->depth] = finder->quotes->len;
  finder->families[finder->depth] = mark->family;
  finder->points[finder->depth] = mark->point;
  finder->depth++;
  g_array_append_val (finder->quotes, quote);
  g_array_append_val (finder->parents, parent);
  g_array_append_val (finder->families_found, family);
}

static void
drop_quote (Finder *finder, guint index)
{
  g_array_index (finder->quotes, BlQuote, index).span.end = 0; /* taken out at the end of the block */
}

static void
close_quote (Finder *finder, const Mark *mark)
{
  gint level = find_open (finder, mark->family);
  if (level < 0)
    return;
  /* What was opened inside and never closed: a stray mark or an apostrophe. */
  for (guint i = finder->depth; i > (guint) level + 1; i--)
    drop_quote (finder, finder->open[i - 1]);
  BlQuote *quote = &g_array_index (finder->quotes, BlQuote, finder->open[level]);
  quote->inner.end = (guint32) mark->start;
  quote->span.end = (guint32) mark->end;
  quote->closed = TRUE;
  finder->depth = (guint) level;
}

/* Start of the first quotation of the same family opened right inside of the one at index, or the end of the block. */
static gsize
end_of_unclosed (const Finder *finder, guint index)
{
  guint8 family = g_array_index (finder->families_found, guint8, index - finder->first);
  for (guint i = index + 1; i < finder->quotes->len; i++)
    {
      const BlQuote *inside = &g_array_index (finder->quotes, BlQuote, i);
      if (inside->span.end != 0 && g_array_index (finder->parents, guint, i) == index
          && g_array_index (finder->families_found, guint8, i - finder->first) == family)
        return inside->span.start;
    }
  return finder->block.end;
}

static void
finish_open (Finder *finder)
{
  for (guint i = 0; i < finder->depth; i++)
    {
      guint index = finder->open[i];
      BlQuote *quote = &g_array_index (finder->quotes, BlQuote, index);
      if (finder->families[i] == FAMILY_SINGLE && !(finder->next_block_single && quote->span.start == finder->block.start))
        {
          drop_quote (finder, index);
          continue;
        }
      gsize end = end_of_unclosed (finder, index);
      BlSpan inner = bl_trim (finder->text, bl_span (quote->inner.start, end));
      quote->inner.end = MAX (inner.end, quote->inner.start);
      quote->span.end = quote->inner.end;
      if (quote->inner.end == quote->inner.start)
        drop_quote (finder, index);
    }
  finder->depth = 0;
}

/* Takes dropped quotations out of the block's part and sets depths and parents anew. */
static void
settle (Finder *finder)
{
  guint kept = finder->first;
  guint stack[BL_QUOTE_DEPTH + 1];
  guint depth = 0;
  for (guint i = finder->first; i < finder->quotes->len; i++)
    {
      BlQuote quote = g_array_index (finder->quotes, BlQuote, i);
      if (quote.span.end == 0)
        continue;
      while (depth > 0 && g_array_index (finder->quotes, BlQuote, stack[depth - 1]).span.end <= quote.span.start)
        depth--;
      quote.depth = (guint8) depth;
      g_array_index (finder->quotes, BlQuote, kept) = quote;
      g_array_index (finder->parents, guint, kept) = depth > 0 ? stack[depth - 1] : G_MAXUINT;
      stack[depth++] = kept++;
    }
  g_array_set_size (finder->quotes, kept);
  g_array_set_size (finder->parents, kept);
  g_array_set_size (finder->families_found, 0);
}

static gboolean
read_mark (const Finder *finder, gsize at, Mark *mark)
{
  gsize size;
  gunichar c = bl_char_at (finder->text, at, finder->block.end, &size);
  switch (c)
    {
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      mark->family = FAMILY_DOUBLE;
      break;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      mark->family = FAMILY_SINGLE;
      break;
    case 0xAB:
    case 0xBB:
      mark->family = FAMILY_ANGLE;
      break;
    case 0x2039:
    case 0x203A:
      mark->family = FAMILY_SMALL_ANGLE;
      break;
    case '`':
      if (at + 1 >= finder->block.end || finder->text[at + 1] != '`')
        return FALSE;
      c = 0x201C;
      size = 2;
      mark->family = FAMILY_DOUBLE;
      break;
    default:
      return FALSE;
    }
  /* '' closes what `` opened */
  if (c == '\'' && at + 1 < finder->block.end && finder->text[at + 1] == '\'' && find_open (finder, FAMILY_DOUBLE) >= 0)
    {
      c = 0x201D;
      size = 2;
      mark->family = FAMILY_DOUBLE;
    }
  mark->point = c;
  mark->start = at;
  mark->end = at + size;
  mark->before = 0;
  if (at > finder->block.start)
    mark->before = bl_char_at (finder->text, bl_char_before (finder->text, at, finder->block.start), at, NULL);
  mark->after = bl_char_at (finder->text, mark->end, finder->block.end, NULL);
  return TRUE;
}

/* First bytes of marks. */
static const guint8 may_be_mark[256] = { ['"'] = 1, ['\''] = 1, ['`'] = 1, [0xC2] = 1, [0xE2] = 1 };

static void
read_block (Finder *finder)
{
  finder->first = finder->quotes->len;
  gsize at = finder->block.start;
  while (at < finder->block.end)
    {
      Mark mark;
      while (at < finder->block.end && !may_be_mark[(guchar) finder->text[at]])
        at++;
      if (at == finder->block.end)
        break;
      if (!read_mark (finder, at, &mark))
        {
          at++;
          continue;
        }
      Role role = role_of (finder, &mark);
      if (role == ROLE_OPEN)
        open_quote (finder, &mark);
      else if (role == ROLE_CLOSE)
        close_quote (finder, &mark);
      at = mark.end;
    }
  finish_open (finder);
  settle (finder);
}

void
bl_quotes_find (const char *text, const BlBlock *blocks, guint n_blocks, GArray *quotes, GArray *parents)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (guint8));
  Finder finder = { .text = text, .quotes = quotes, .parents = parents, .families_found = families };
  for (guint i = 0; i < n_blocks; i++)
    {
      finder.block = blocks[i].span;
      gunichar next = i + 1 < n_blocks ? bl_char_at (text, blocks[i + 1].span.start, blocks[i + 1].span.end, NULL) : 0;
      finder.next_block_single = next == 0x2018 || next == '\'';
      read_block (&finder);
    }
}
