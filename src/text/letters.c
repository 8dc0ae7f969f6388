/* bl_fold_letters: names and words as they are compared, without case, marks and punctuation. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "text/chars.h"
#include "text/fold.h"

typedef struct
{
  GString *out;
  const UNormalizer2 *nfc;
  const UNormalizer2 *nfkc;
  gboolean gap; /* a separator was seen since the last letter */
} Letters;

/* Letters without a decomposition whose usual plain spelling is known. */
static const struct
{
  gunichar letter; /* lower case */
  const char *plain;
} openings[] = {
  { 0xDF, "ss" }, { 0xE6, "ae" }, { 0xF0, "d" },  { 0xF8, "o" },  { 0xFE, "th" },  { 0x111, "d" }, { 0x127, "h" },
  { 0x131, "i" }, { 0x138, "k" }, { 0x142, "l" }, { 0x14B, "n" }, { 0x153, "oe" }, { 0x167, "t" }, { 0x180, "b" },
  { 0x19A, "l" }, { 0x1E5, "g" }, { 0x259, "a" }, { 0x268, "i" }, { 0x17F, "s" },
};

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2BF) || (c >= 0x2018 && c <= 0x201B) || c == 0x2032
         || c == 0x2035;
}

/* Nothing at all: it neither separates words nor spells anything. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xAD || u_hasBinaryProperty ((UChar32) c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static void
put_letter (Letters *letters, gunichar c)
{
  if (letters->gap && letters->out->len > 0)
    g_string_append_c (letters->out, ' ');
  letters->gap = FALSE;
  g_string_append_unichar (letters->out, c);
}

static void
put_plain (Letters *letters, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (openings[i].letter == c)
      {
        for (const char *p = openings[i].plain; *p != '\0'; p++)
          put_letter (letters, (guchar) *p);
        return;
      }
  put_letter (letters, c);
}

/* Scripts whose marks are ornament to a reader of English: their letters lose them. Elsewhere a mark is part of the letter
 * (й is not и) and stays, composed. */
static gboolean
drops_marks (gunichar letter)
{
  if (letter < 0x80)
    return TRUE;
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript ((UChar32) letter, &code);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

static void
put_mark (Letters *letters, gunichar mark)
{
  GString *out = letters->out;
  if (letters->gap || out->len == 0)
    return;
  gsize at = bl_char_before (out->str, out->len, 0);
  gunichar letter = bl_char_at (out->str, at, out->len, NULL);
  if (drops_marks (letter))
    return;
  UChar32 pair = unorm2_composePair (letters->nfc, (UChar32) letter, (UChar32) mark);
  if (pair >= 0)
    {
      g_string_truncate (out, at);
      g_string_append_unichar (out, (gunichar) pair);
    }
  else if (unorm2_getCombiningClass (letters->nfc, (UChar32) mark) < 200)
    g_string_append_unichar (out, mark); /* a vowel sign; the stress accents are 200 and up */
}

static void
put_decomposed (Letters *letters, gunichar c)
{
  if (is_apostrophe (c) || is_invisible (c))
    return;
  if (u_hasBinaryProperty ((UChar32) c, UCHAR_ALPHABETIC) && (U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) == 0)
    put_plain (letters, (gunichar) u_tolower ((UChar32) c));
  else if ((U_GET_GC_MASK ((UChar32) c) & U_GC_M_MASK) != 0)
    put_mark (letters, c);
  else if (u_charDigitValue ((UChar32) c) >= 0)
    put_letter (letters, (gunichar) ('0' + u_charDigitValue ((UChar32) c)));
  else
    letters->gap = TRUE;
}

static void
put_character (Letters *letters, gunichar c)
{
  UChar units[32];
  UErrorCode code = U_ZERO_ERROR;
  int32_t n = -1;
  if (!is_apostrophe (c))
    n = unorm2_getDecomposition (letters->nfkc, (UChar32) c, units, G_N_ELEMENTS (units), &code);
  if (n < 0 || U_FAILURE (code))
    {
      put_decomposed (letters, c);
      return;
    }
  for (int32_t i = 0; i < n;)
    {
      UChar32 part;
      U16_NEXT (units, i, n, part);
      put_decomposed (letters, (gunichar) part);
    }
}

/* The part of a text before its first letter that is not ASCII; returns where that is. out has room for all of it. */
static gsize
fold_ascii (const char *text, gsize end, char *out, gsize *length, gboolean *gap)
{
  gsize i = 0, n = 0;
  for (; i < end && (guchar) text[i] < 0x80; i++)
    if (g_ascii_isalnum (text[i]))
      {
        if (*gap && n > 0)
          out[n++] = ' ';
        *gap = FALSE;
        out[n++] = (char) (text[i] | (text[i] >= 'A' && text[i] <= 'Z' ? 0x20 : 0));
      }
    else
      *gap = *gap || !is_apostrophe ((guchar) text[i]);
  *length = n;
  return i;
}

char *
bl_fold_letters (const char *text, gssize length)
{
  const gsize end = length < 0 ? strlen (text) : (gsize) length;
  char *out = g_malloc (end + 1);
  gboolean gap = FALSE;
  gsize done = 0;
  gsize i = fold_ascii (text, end, out, &done, &gap);
  out[done] = '\0';
  if (i == end)
    return out;

  UErrorCode code = U_ZERO_ERROR;
  Letters letters = { .out = g_string_sized_new (end + 8), .gap = gap };
  letters.nfc = unorm2_getNFCInstance (&code);
  letters.nfkc = unorm2_getNFKCInstance (&code);
  g_string_append_len (letters.out, out, (gssize) done);
  g_free (out);
  for (gsize size = 1; i < end; i += size)
    {
      const guchar c = (guchar) text[i];
      size = 1;
      if (g_ascii_isalnum (c))
        put_letter (&letters, (guchar) g_ascii_tolower ((char) c));
      else if (c < 0x80)
        letters.gap = letters.gap || !is_apostrophe (c);
      else
        put_character (&letters, bl_char_at (text, i, end, &size));
    }
  return g_string_free (letters.out, FALSE);
}
