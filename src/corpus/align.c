#include "corpus/align.h"

#include <string.h>

#include "corpus/front_matter.h"
#include "corpus/markup.h"

/* Characters that must agree before a place counts as the one to go on from: names repeat, twelve letters in a row hardly do
 * within the few bytes that markup leaves between. */
#define SURE 12

/* How many characters of the original are looked at for each of a run that has fewer than SURE. */
#define NEAR 32

/* A run that lost this many characters in a row is not in the original. */
#define GIVE_UP 64

/* One character of the original. */
typedef struct
{
  gunichar c; /* 0: a reference that is not known, it may mean anything */
  gsize start;
  gsize end;
} Unit;

BlAligner
bl_aligner (BlMarkup markup, const char *original, gsize length)
{
  return (BlAligner){ .original = original, .end = length, .budget = 16 * length + 65536, .markup = markup };
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/* libxml2 takes no notice of control characters. */
static gboolean
is_control (char c)
{
  return (guchar) c < ' ' && !is_space ((gunichar) c);
}

/* "&amp" without its semicolon is text for one parser and a reference for the next; what follows in the run says which. */
static gboolean
stands_literally (const char *text, const BlReference *reference, const char *run, const char *run_end)
{
  if (reference->finished && reference->c != 0)
    return FALSE;
  gsize length = MIN (reference->length, (gsize) (run_end - run));
  for (gsize i = 0; i < length; i++)
    if (run[i] != text[i])
      return FALSE;
  return length > 0;
}

/* "<!x>" and "<_x>" are markup for one parser and text for the next; here too the run says which. libxml2 drops the "<" of
 * one at the very start. */
static gboolean
is_literal_tag (const BlAligner *aligner, gsize at, const char *run, const char *run_end)
{
  const char *tag = aligner->original + at;
  if (at + 3 >= aligner->end || run_end - run < 3)
    return FALSE;
  if (run[0] == '!')
    return strncmp (run, tag + 1, 3) == 0;
  return strncmp (run, tag, 3) == 0 && (run[1] == '!' || run[1] == '_' || run[1] == ':');
}

/* The backslash of Markdown stands before punctuation, that of YAML before anything; in the address of an autolink it is one. */
static void
open_backslash (const BlAligner *aligner, const char *run, const char *run_end, Unit *unit)
{
  const char *next = aligner->original + unit->start + 1;
  if (unit->start + 1 >= aligner->end)
    return;
  if (aligner->markup == BL_MARKUP_MARKDOWN)
    {
      gboolean kept = run < run_end && *run == '\\' && *next != '\\';
      if (g_ascii_ispunct (*next) && !kept)
        *unit = (Unit){ (gunichar) (guchar) *next, unit->start, unit->start + 2 };
    }
  else if (aligner->markup == BL_MARKUP_QUOTED)
    {
      gunichar c = 0;
      gsize length = bl_front_matter_escape (next - 1, aligner->end - unit->start, &c);
      *unit = (Unit){ c, unit->start, unit->start + length };
    }
}

/* The character at or after at; FALSE at the end. run is what the parser says comes next. */
static gboolean
next_unit (const BlAligner *aligner, gsize at, const char *run, const char *run_end, Unit *unit)
{
  const char *text = aligner->original;
  if (aligner->markup == BL_MARKUP_HTML)
    for (gsize after = 0; at < aligner->end && (text[at] == '<' || is_control (text[at])); at = after)
      {
        after = is_control (text[at]) ? at + 1 : bl_markup_skip_tag (text, at, aligner->end, NULL);
        if (after != at && is_literal_tag (aligner, at, run, run_end))
          at += run[0] == '!' ? 1 : 0;
        else if (after != at)
          continue;
        break;
      }
  if (at >= aligner->end)
    return FALSE;

  unit->start = at;
  unit->c = g_utf8_get_char (text + at);
  unit->end = at + (gsize) (g_utf8_next_char (text + at) - (text + at));
  if (unit->c == '\\')
    open_backslash (aligner, run, run_end, unit);
  else if (unit->c == '&' && (aligner->markup == BL_MARKUP_HTML || aligner->markup == BL_MARKUP_MARKDOWN))
    {
      BlReference reference = bl_markup_reference (text, at, aligner->end);
      if (reference.length > 0 && !stands_literally (text + at, &reference, run, run_end))
        {
          unit->c = reference.c;
          unit->end = at + reference.length;
        }
    }
  return TRUE;
}

/* TRUE when the next characters of the run agree with the original from at on. Two references that are not known may be among
 * them; a row of these would agree with anything. */
static gboolean
agrees (BlAligner *aligner, gsize at, const char *run, const char *run_end)
{
  guint agreed = 0;
  guint unknown = 0;
  while (run < run_end && agreed < SURE)
    {
      gunichar c = g_utf8_get_char (run);
      if (is_space (c))
        {
          run = g_utf8_next_char (run);
          continue;
        }
      Unit unit;
      if (aligner->budget == 0 || !next_unit (aligner, at, run, run_end, &unit))
        return FALSE;
      aligner->budget--;
      at = unit.end;
      if (is_space (unit.c))
        continue;
      unknown += unit.c == 0 ? 1 : 0;
      if (unknown > 2 || (unit.c != c && unit.c != 0))
        return FALSE;
      run = g_utf8_next_char (run);
      agreed++;
    }
  return TRUE;
}

/* Characters of the run that are no white space, at most SURE. */
static guint
count_letters (const char *run, const char *run_end)
{
  guint count = 0;
  for (; run < run_end && count < SURE; run = g_utf8_next_char (run))
    count += is_space (g_utf8_get_char (run)) ? 0 : 1;
  return count;
}

/* Moves the cursor to where the run goes on. FALSE, and the cursor stays, when that is nowhere. A few letters are found
 * everywhere, so the fewer there are the nearer they must be: a full stop that is looked for far away would take the cursor past
 * all that is between. */
static gboolean
find_place (BlAligner *aligner, const char *run, const char *run_end)
{
  Unit unit;
  guint letters = count_letters (run, run_end);
  guint steps = letters < SURE ? NEAR * letters : G_MAXUINT;
  gsize at = aligner->cursor;
  for (; steps > 0 && aligner->budget > 0 && next_unit (aligner, at, run, run_end, &unit); at = unit.end, steps--)
    {
      aligner->budget--;
      if (!is_space (unit.c) && unit.c != 0 && agrees (aligner, unit.start, run, run_end))
        {
          aligner->cursor = unit.start;
          return TRUE;
        }
    }
  return FALSE;
}

/* White space of the run that the search jumped over: its last character if it stands right before, else no bytes at all. */
static void
add_jumped_space (const BlAligner *aligner, gsize at, BlTextBuilder *builder)
{
  gboolean before = at > 0 && is_space ((gunichar) (guchar) aligner->original[at - 1]);
  bl_text_builder_add_space (builder, at - (before ? 1 : 0), before ? 1 : 0);
}

/* Takes the unit at the cursor when it is the first character of the run; white space before it goes to the builder. */
static gboolean
take (BlAligner *aligner, const char *run, const char *run_end, BlTextBuilder *builder, gboolean keep)
{
  Unit unit;
  gboolean open = builder != NULL && bl_text_builder_is_open (builder);
  gunichar c = g_utf8_get_char (run);
  while (next_unit (aligner, aligner->cursor, run, run_end, &unit))
    {
      if (is_space (unit.c))
        {
          if (open)
            bl_text_builder_add_space (builder, unit.start, unit.end - unit.start);
        }
      else if (unit.c == c || (unit.c == 0 && agrees (aligner, unit.start, run, run_end)))
        {
          gsize length = (gsize) (g_utf8_next_char (run) - run);
          if (open && keep)
            bl_text_builder_add (builder, run, length, unit.start, unit.end - unit.start);
          aligner->cursor = unit.end;
          return TRUE;
        }
      else
        return FALSE;
      aligner->cursor = unit.end;
    }
  return FALSE;
}

/* White space that ends a run is white space between words, whatever comes next. What stands behind a tag can wait. */
static void
take_space (BlAligner *aligner, BlTextBuilder *builder)
{
  for (; aligner->cursor < aligner->end && is_space ((gunichar) (guchar) aligner->original[aligner->cursor]); aligner->cursor++)
    if (builder != NULL && bl_text_builder_is_open (builder))
      bl_text_builder_add_space (builder, aligner->cursor, 1);
}

/* Bytes from the cursor on that are the run's, up to white space and whatever may be markup: most words are taken whole. */
static gsize
plain_length (const BlAligner *aligner, const char *run, const char *run_end)
{
  const char *text = aligner->original + aligner->cursor;
  gsize most = MIN ((gsize) (run_end - run), aligner->end - aligner->cursor);
  gsize length = 0;
  while (length < most && text[length] == run[length] && (guchar) text[length] > ' ' && text[length] != '<'
         && text[length] != '&' && text[length] != '\\')
    length++;
  /* Characters that differ may begin with the same bytes. */
  while (length > 0 && length < most && ((guchar) text[length] & 0xC0) == 0x80)
    length--;
  return length;
}

void
bl_aligner_run (BlAligner *aligner, const char *run, gsize length, BlTextBuilder *builder, gboolean keep)
{
  const char *end = run + length;
  guint missed = 0;
  gboolean spaced = FALSE;
  while (run < end && missed < GIVE_UP)
    {
      gsize plain = plain_length (aligner, run, end);
      if (plain > 0)
        {
          if (keep && builder != NULL && bl_text_builder_is_open (builder))
            bl_text_builder_add (builder, run, plain, aligner->cursor, plain);
          aligner->cursor += plain;
          run += plain;
          missed = 0;
          spaced = FALSE;
          continue;
        }
      const char *next = g_utf8_next_char (run);
      gboolean space = is_space (g_utf8_get_char (run));
      gboolean found = space || take (aligner, run, end, builder, keep);
      if (!found && find_place (aligner, run, end))
        {
          if (spaced && builder != NULL && bl_text_builder_is_open (builder))
            add_jumped_space (aligner, aligner->cursor, builder);
          found = take (aligner, run, end, builder, keep);
        }
      spaced = space;
      if (found)
        missed = 0;
      else
        {
          missed++;
          aligner->lost += keep ? 1 : 0;
        }
      run = next;
    }
  if (spaced)
    take_space (aligner, builder);
  aligner->lost += keep && run < end ? (gsize) g_utf8_strlen (run, end - run) : 0;
}
