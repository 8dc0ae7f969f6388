#include "text/fold.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "text/chars.h"

/* NFC works on segments: a starter and what may combine with it. No script needs more than a few marks on a letter; the
 * stream-safe format of UAX 15 allows 30. Marks past the limit are damage (or an attack on quadratic reordering) and are
 * dropped. Counted in decomposed characters, so folding twice cuts at the same place. */
#define SEGMENT_LIMIT 32

typedef struct
{
  gunichar points[SEGMENT_LIMIT];
  gsize origins[SEGMENT_LIMIT];
  guint n;
  guint decomposed; /* characters of the canonical decomposition; 0 while there is only the starter */
} Segment;

typedef struct
{
  BlFolded *folded;
  gsize floor; /* text before this belongs to an earlier call and is not touched */
  const UNormalizer2 *nfc;
  Segment segment;
} Folder;

void
bl_folded_init (BlFolded *folded)
{
  folded->text = g_string_new (NULL);
  folded->origin = g_array_new (FALSE, FALSE, sizeof (gsize));
}

void
bl_folded_clear (BlFolded *folded)
{
  if (folded->text != NULL)
    g_string_free (folded->text, TRUE);
  if (folded->origin != NULL)
    g_array_unref (folded->origin);
  folded->text = NULL;
  folded->origin = NULL;
}

/* What a character becomes: itself, a plain character, or one of these. */
enum
{
  DROP = 0x110000,
  DOTS_2,
  DOTS_3,
};

/* The general punctuation block, where nearly all typography lives. */
static gunichar
map_punctuation (gunichar c)
{
  if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F)
    return ' ';
  if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060)
    return DROP;
  if (c <= 0x2015)
    return '-';
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
      return '"';
    case 0x2025:
      return DOTS_2;
    case 0x2026:
      return DOTS_3;
    default:
      return c;
    }
}

/* c is not ASCII. Every result is a fixed point, also after NFC: U+1FFD is here because NFC makes U+00B4 of it. */
static gunichar
map_character (gunichar c)
{
  if (c < 0x2000)
    switch (c)
      {
      case 0x85:
      case 0xA0:
      case 0x1680:
        return ' ';
      case 0xAD:
      case 0x34F:
      case 0x61C:
      case 0x180E:
        return DROP;
      case 0xAB:
      case 0xBB:
        return '"';
      case 0xB4:
      case 0x2BC:
      case 0x1FFD:
        return '\'';
      default:
        return c;
      }
  if (c < 0x2070)
    return map_punctuation (c);
  if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000)
    return 0xFFFD;
  if (c == 0x2212)
    return '-';
  if (c == 0x3000)
    return ' ';
  if ((c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF))
    return DROP;
  return c;
}

/* Room for n more bytes and their origins; returns where both are to be written. */
static char *
grow (BlFolded *folded, gsize n, gsize **origins)
{
  gsize at = folded->text->len;
  g_string_set_size (folded->text, at + n);
  g_array_set_size (folded->origin, (guint) (at + n));
  *origins = &g_array_index (folded->origin, gsize, at);
  return folded->text->str + at;
}

static void
put (BlFolded *folded, gunichar c, gsize origin)
{
  char bytes[6];
  gsize n = (gsize) g_unichar_to_utf8 (c, bytes);
  gsize *origins;
  memcpy (grow (folded, n, &origins), bytes, n);
  for (gsize i = 0; i < n; i++)
    origins[i] = origin;
}

static guint
decomposed_length (const UNormalizer2 *nfc, gunichar c)
{
  UChar units[32];
  UErrorCode code = U_ZERO_ERROR;
  int32_t n = unorm2_getDecomposition (nfc, (UChar32) c, units, G_N_ELEMENTS (units), &code);
  return n <= 0 || U_FAILURE (code) ? 1 : (guint) u_countChar32 (units, n);
}

/* Characters that NFC leaves alone when nothing that combines follows: Latin up to U+02FF, basic Cyrillic, punctuation, kanji. */
static gboolean
stands_alone (gunichar c)
{
  return c < 0x300 || (c >= 0x400 && c <= 0x482) || (c >= 0x2010 && c < 0x2100) || (c >= 0x4E00 && c <= 0x9FFF);
}

/* Writes the segment in NFC. Characters that stay as they are keep their own origins; when any changed, all come from where the
 * segment begins. */
static void
flush (Folder *folder)
{
  Segment *segment = &folder->segment;
  guint n = segment->n;
  segment->n = 0;
  if (n == 0)
    return;
  if (n == 1 && stands_alone (segment->points[0]))
    {
      put (folder->folded, segment->points[0], segment->origins[0]);
      return;
    }
  UChar source[2 * SEGMENT_LIMIT];
  UChar composed[4 * SEGMENT_LIMIT];
  int32_t length = 0;
  for (guint i = 0; i < n; i++)
    U16_APPEND_UNSAFE (source, length, segment->points[i]);
  UErrorCode code = U_ZERO_ERROR;
  int32_t result = unorm2_normalize (folder->nfc, source, length, composed, G_N_ELEMENTS (composed), &code);
  gboolean same = U_FAILURE (code) || (result == length && memcmp (source, composed, (gsize) length * sizeof *source) == 0);
  if (same)
    for (guint i = 0; i < n; i++)
      put (folder->folded, segment->points[i], segment->origins[i]);
  else
    for (int32_t i = 0; i < result;)
      {
        UChar32 c;
        U16_NEXT_UNSAFE (composed, i, c);
        put (folder->folded, (gunichar) c, segment->origins[0]);
      }
}

static void
begin_segment (Folder *folder, gunichar c, gsize origin)
{
  flush (folder);
  folder->segment.points[0] = c;
  folder->segment.origins[0] = origin;
  folder->segment.n = 1;
  folder->segment.decomposed = 0;
}

/* c combines with what stands before it, which may be an ASCII letter already written. */
static void
continue_segment (Folder *folder, gunichar c, gsize origin)
{
  Segment *segment = &folder->segment;
  GString *text = folder->folded->text;
  if (segment->n == 0 && text->len > folder->floor && (guchar) text->str[text->len - 1] < 0x80)
    {
      gsize at = text->len - 1;
      begin_segment (folder, (guchar) text->str[at], g_array_index (folder->folded->origin, gsize, at));
      g_string_truncate (text, at);
      g_array_set_size (folder->folded->origin, (guint) at);
    }
  if (segment->n == 0)
    {
      begin_segment (folder, c, origin);
      return;
    }
  if (segment->decomposed == 0)
    segment->decomposed = decomposed_length (folder->nfc, segment->points[0]);
  guint more = decomposed_length (folder->nfc, c);
  if (segment->decomposed + more > SEGMENT_LIMIT)
    return;
  segment->decomposed += more;
  segment->points[segment->n] = c;
  segment->origins[segment->n] = origin;
  segment->n++;
}

static void
put_space (Folder *folder, gsize origin)
{
  flush (folder);
  const GString *text = folder->folded->text;
  if (text->len == 0 || text->str[text->len - 1] != ' ')
    put (folder->folded, ' ', origin);
}

static void
fold_character (Folder *folder, gunichar c, gsize origin)
{
  gunichar mapped = map_character (c);
  switch (mapped)
    {
    case DROP:
      return;
    case ' ':
      put_space (folder, origin);
      return;
    case DOTS_2:
    case DOTS_3:
      flush (folder);
      for (gunichar i = mapped == DOTS_2 ? 1 : 0; i < 3; i++)
        put (folder->folded, '.', origin);
      return;
    default:
      if (mapped < 0x300 || unorm2_hasBoundaryBefore (folder->nfc, (UChar32) mapped))
        begin_segment (folder, mapped, origin);
      else
        continue_segment (folder, mapped, origin);
    }
}

/* Printable ASCII apart from the blank. */
static inline gboolean
is_copied (guchar c)
{
  return (guchar) (c - '!') <= '~' - '!';
}

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* TRUE when the eight bytes at text are printable ASCII without two blanks in a row. May say FALSE for some that are. */
static inline gboolean
is_plain_word (const char *text)
{
  guint64 word;
  memcpy (&word, text, sizeof word);
  guint64 blanks = word ^ (ONES * ' ');
  blanks = (blanks - ONES) & ~blanks & HIGHS;                             /* high bit where a blank stands */
  guint64 outside = (word | (word - ONES * ' ') | (word + ONES)) & HIGHS; /* over 0x7E, under 0x20 */
  return (outside | (blanks & (blanks << 8))) == 0;
}

/* Length of the ASCII run at text that is copied as it is: white space only as single blanks. */
static gsize
plain_run (const char *text, gsize length, gboolean after_space)
{
  gsize i = 0;
  while (i < length)
    {
      while (i + 8 <= length && !(after_space && text[i] == ' ') && is_plain_word (text + i))
        {
          after_space = text[i + 7] == ' ';
          i += 8;
        }
      gsize stop = MIN (i + 8, length);
      for (; i < stop; i++)
        {
          gboolean space = text[i] == ' ';
          if (space ? after_space : !is_copied ((guchar) text[i]))
            return i;
          after_space = space;
        }
    }
  return i;
}

/* One allocation for the usual case that folding does not make text longer. */
static void
reserve (BlFolded *folded, gsize n)
{
  gsize length = folded->text->len;
  g_string_set_size (folded->text, length + n);
  g_string_truncate (folded->text, length);
  g_array_set_size (folded->origin, (guint) (length + n + 1));
  g_array_set_size (folded->origin, (guint) length); /* and without the end of an earlier call */
}

void
bl_fold_typography (BlFolded *folded, const char *text, gsize length, gsize base)
{
  UErrorCode code = U_ZERO_ERROR;
  Folder folder = { .folded = folded, .floor = folded->text->len, .nfc = unorm2_getNFCInstance (&code) };
  reserve (folded, length);
  gsize i = 0;
  while (i < length)
    {
      gboolean after_space = folded->text->len > 0 && folded->text->str[folded->text->len - 1] == ' ';
      gsize run = plain_run (text + i, length - i, after_space);
      if (run > 0)
        {
          flush (&folder);
          gsize *origins;
          memcpy (grow (folded, run, &origins), text + i, run);
          for (gsize k = 0; k < run; k++)
            origins[k] = base + i + k;
          i += run;
        }
      for (; i < length && (guchar) text[i] < 0x80 && !is_copied ((guchar) text[i]); i++)
        if (bl_is_ascii_space (text[i]))
          put_space (&folder, base + i);
        else
          begin_segment (&folder, (guchar) text[i], base + i); /* a control character */
      while (i < length && (guchar) text[i] >= 0x80)
        {
          gsize size;
          gunichar c = bl_char_at (text, i, length, &size);
          fold_character (&folder, c, base + i);
          i += size;
        }
    }
  flush (&folder);
  gsize end = base + length;
  g_array_append_val (folded->origin, end);
}

BlSpan
bl_folded_origin (const BlFolded *folded, BlSpan span)
{
  const gsize *origin = (const gsize *) (void *) folded->origin->data;
  gsize start = origin[span.start];
  if (bl_span_is_empty (span))
    return bl_span (start, start);
  /* A character that grew, or the cut part of one, ends where the next one begins. */
  gsize last = origin[span.end - 1];
  gsize next = span.end;
  while (next < folded->text->len && origin[next] == last)
    next++;
  return bl_span (start, origin[next]);
}
