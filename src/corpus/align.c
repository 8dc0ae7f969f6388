#include "corpus/align.h"

#include "corpus/markup.h"

/* Characters that must agree before a place counts as the one to go on from: names repeat, twelve letters in a row hardly do
 * within the few bytes that markup leaves between. */
#define SURE 12

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

/* The character at or after at; FALSE at the end. run is what the parser says comes next. */
static gboolean
next_unit (const BlAligner *aligner, gsize at, const char *run, const char *run_end, Unit *unit)
{
  const char *text = aligner->original;
  if (aligner->markup == BL_MARKUP_HTML)
    for (gsize after = 0; at < aligner->end && text[at] == '<'; at = after)
      {
        after = bl_markup_skip_tag (text, at, aligner->end, NULL);
        if (after == at)
          break;
      }
  if (at >= aligner->end)
    return FALSE;

  unit->start = at;
  unit->c = g_utf8_get_char (text + at);
  unit->end = at + (gsize) (g_utf8_next_char (text + at) - (text + at));
  if (unit->c == '&' && aligner->markup != BL_MARKUP_MARKDOWN_LITERAL)
    {
      BlReference reference = bl_markup_reference (text, at, aligner->end);
      if (reference.length > 0 && !stands_literally (text + at, &reference, run, run_end))
        {
          unit->c = reference.c;
          unit->end = at + reference.length;
        }
    }
  else if (unit->c == '\\' && aligner->markup == BL_MARKUP_MARKDOWN && at + 1 < aligner->end && g_ascii_ispunct (text[at + 1]))
    {
      unit->c = (gunichar) (guchar) text[at + 1];
      unit->end = at + 2;
    }
  return TRUE;
}

/* TRUE when the next characters of the run agree with the original from at on. */
static gboolean
agrees (BlAligner *aligner, gsize at, const char *run, const char *run_end)
{
  guint agreed = 0;
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
      if (unit.c != c && unit.c != 0)
        return FALSE;
      run = g_utf8_next_char (run);
      agreed++;
    }
  return TRUE;
}

/* Moves the cursor to where the run goes on. FALSE, and the cursor stays, when that is nowhere. */
static gboolean
find_place (BlAligner *aligner, const char *run, const char *run_end)
{
  Unit unit;
  for (gsize at = aligner->cursor; aligner->budget > 0 && next_unit (aligner, at, run, run_end, &unit); at = unit.end)
    {
      aligner->budget--;
      if (!is_space (unit.c) && agrees (aligner, unit.start, run, run_end))
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

/* White space that ends a run is white space between words, whatever comes next. */
static void
take_space (BlAligner *aligner, const char *run_end, BlTextBuilder *builder)
{
  Unit unit;
  while (next_unit (aligner, aligner->cursor, run_end, run_end, &unit) && is_space (unit.c))
    {
      if (builder != NULL && bl_text_builder_is_open (builder))
        bl_text_builder_add_space (builder, unit.start, unit.end - unit.start);
      aligner->cursor = unit.end;
    }
}

void
bl_aligner_run (BlAligner *aligner, const char *run, gsize length, BlTextBuilder *builder, gboolean keep)
{
  const char *end = run + length;
  guint missed = 0;
  gboolean spaced = FALSE;
  while (run < end && missed < GIVE_UP)
    {
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
          aligner->lost++;
        }
      run = next;
    }
  if (spaced)
    take_space (aligner, end, builder);
  aligner->lost += run < end ? (gsize) g_utf8_strlen (run, end - run) : 0;
}
