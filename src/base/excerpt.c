#include "base/excerpt.h"

#include <string.h>

enum
{
  TAB = 4,     /* cells */
  MOST = 96,   /* cells of a line that are shown */
  BEFORE = 40, /* of them before the place, when the line is longer */
  NUMBER = 4   /* digits that the gutter has room for */
};

/* A character as it is shown. */
typedef struct
{
  char text[8];
  guint cells; /* 0 for a mark that combines with the letter before it */
} Glyph;

static gboolean
is_harmless (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT: /* among them the marks that turn the direction of writing */
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return TRUE;
    }
}

static Glyph
glyph_of (const char *at, gsize left, gsize *taken)
{
  const gunichar c = g_utf8_get_char_validated (at, (gssize) left);
  const gboolean valid = c < 0x110000;
  Glyph glyph = { .cells = 1 };
  gunichar shown = 0xFFFD;
  *taken = valid ? (gsize) g_utf8_skip[(guchar) *at] : 1;
  if (valid && c == '\t')
    {
      memset (glyph.text, ' ', TAB);
      glyph.cells = TAB;
      return glyph;
    }
  if (valid && c < 0x20)
    shown = 0x2400 + c; /* pictures of control characters */
  else if (valid && c == 0x7F)
    shown = 0x2421;
  else if (valid && is_harmless (c))
    {
      shown = c;
      glyph.cells = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  g_unichar_to_utf8 (shown, glyph.text);
  return glyph;
}

char *
bl_harmless (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *end = text + strlen (text);
  for (gsize taken = 0; text < end; text += taken)
    if (*text == '\n' || ((guchar) *text >= 0x20 && (guchar) *text < 0x7F))
      {
        g_string_append_c (out, *text);
        taken = 1;
      }
    else
      g_string_append (out, glyph_of (text, (gsize) (end - text), &taken).text);
  return g_string_free (out, FALSE);
}

static GArray *
read_line (const char *text, gsize length, gsize start)
{
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  const char *at = text + MIN (start, length);
  const char *end = memchr (at, '\n', (gsize) (text + length - at));
  end = end != NULL ? end : text + length;
  if (end > at && end[-1] == '\r')
    end--;
  for (gsize taken = 0; at < end; at += taken)
    {
      const Glyph glyph = glyph_of (at, (gsize) (end - at), &taken);
      g_array_append_val (glyphs, glyph);
    }
  return glyphs;
}

static guint
count_cells (const GArray *glyphs, guint first, guint end)
{
  guint cells = 0;
  for (guint i = first; i < end && i < glyphs->len; i++)
    cells += g_array_index (glyphs, Glyph, i).cells;
  return cells;
}

/* The characters [*first, *end) that fit, with the place among them. */
static void
choose (const GArray *glyphs, guint place, guint *first, guint *end)
{
  *first = 0;
  *end = glyphs->len;
  if (count_cells (glyphs, 0, glyphs->len) <= MOST)
    return;
  guint cells = 0;
  *first = MIN (place, glyphs->len);
  while (*first > 0 && cells < BEFORE)
    cells += g_array_index (glyphs, Glyph, --*first).cells;
  *end = MIN (place, glyphs->len);
  while (*end < glyphs->len && cells < MOST)
    cells += g_array_index (glyphs, Glyph, (*end)++).cells;
  while (*first > 0 && cells < MOST) /* a place near the end leaves room before it */
    cells += g_array_index (glyphs, Glyph, --*first).cells;
}

char *
bl_excerpt (const char *text, gsize length, gsize start, guint line, guint column, guint width)
{
  g_autoptr (GArray) glyphs = read_line (text, length, start);
  const guint place = column > 0 ? column - 1 : 0;
  guint first, end;
  choose (glyphs, place, &first, &end);
  const gboolean cut = first > 0;

  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%*u | %s", NUMBER, line, cut ? "…" : "");
  const guint gutter = (guint) g_utf8_strlen (out->str, -1) - 2 - cut;
  for (guint i = first; i < end; i++)
    g_string_append (out, g_array_index (glyphs, Glyph, i).text);
  if (end < glyphs->len)
    g_string_append (out, "…");
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  const guint before = count_cells (glyphs, first, place) + cut;
  const guint under = count_cells (glyphs, place, MIN (end, place + MAX (width, 1)));
  g_string_append_printf (out, "\n%*s| %*s^", (int) gutter, "", (int) before, "");
  for (guint i = 1; i < under; i++)
    g_string_append_c (out, '~');
  return g_string_free (out, FALSE);
}
