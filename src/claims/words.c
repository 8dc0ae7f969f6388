#include "claims/words.h"

#include <string.h>

void
bl_words_init (BlWords *words)
{
  words->words = g_array_new (FALSE, FALSE, sizeof (BlWord));
  words->texts = g_string_chunk_new (1024);
}

void
bl_words_clear (BlWords *words)
{
  g_array_unref (words->words);
  g_string_chunk_free (words->texts);
}

static gboolean
is_word_char (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static guint8
break_of (gunichar c)
{
  switch (c)
    {
    case ',':
      return BL_BREAK_COMMA;
    case ':':
    case 0x2013:
    case 0x2014:
      return BL_BREAK_STRONG | BL_BREAK_LEAD;
    case ';':
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return BL_BREAK_STRONG;
    case '(':
    case '[':
      return BL_BREAK_OPEN;
    case ')':
    case ']':
      return BL_BREAK_CLOSE;
    case '"':
    case 0x201C:
    case 0x201D:
      return BL_BREAK_QUOTE;
    default:
      return 0;
    }
}

static void
add_length (BlWords *words, const char *text, gsize length, BlSpan span, guint8 breaks)
{
  const BlWord word
      = { .text = g_string_chunk_insert_len (words->texts, text, (gssize) length), .span = span, .breaks = breaks };
  g_array_append_val (words->words, word);
}

static void
add (BlWords *words, const char *text, BlSpan span, guint8 breaks)
{
  add_length (words, text, strlen (text), span, breaks);
}

/* Letters and figures of ASCII only, as nearly all words are: folding makes them small and does no more. */
static gboolean
add_plain (BlWords *words, const char *start, gsize length, gsize base, guint8 breaks)
{
  char small[64];
  if (length > sizeof small)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (start[i]))
        return FALSE;
      small[i] = g_ascii_tolower (start[i]);
    }
  add_length (words, small, length, bl_span (base, base + length), breaks);
  return TRUE;
}

/* "won't" → will not, "can't" → can not, "isn't" → is not; anything else is one word, a possessive 's dropped. */
static void
add_token (BlWords *words, const char *start, const char *end, gsize base, guint8 breaks)
{
  if (add_plain (words, start, (gsize) (end - start), base, breaks))
    return;
  g_autofree char *raw = g_utf8_strdown (start, end - start);
  const BlSpan span = bl_span (base, base + (gsize) (end - start));
  char *apostrophe = strstr (raw, "\xE2\x80\x99");
  if (apostrophe == NULL)
    apostrophe = strchr (raw, '\'');
  const gsize mark = apostrophe != NULL && *apostrophe == '\'' ? 1 : 3;
  if (apostrophe != NULL && apostrophe > raw && apostrophe[-1] == 'n' && strcmp (apostrophe + mark, "t") == 0)
    {
      apostrophe[-1] = '\0';
      const char *verb = strcmp (raw, "wo") == 0    ? "will"
                         : strcmp (raw, "ca") == 0  ? "can"
                         : strcmp (raw, "sha") == 0 ? "shall"
                                                    : raw;
      add (words, verb, span, breaks);
      add (words, "not", span, 0);
      return;
    }
  if (apostrophe != NULL && (strcmp (apostrophe + mark, "s") == 0 || apostrophe[mark] == '\0'))
    *apostrophe = '\0';
  char *kept = raw; /* "u.s" is one word, "us" */
  for (const char *p = raw; *p != '\0'; p++)
    if (*p != '.')
      *kept++ = *p;
  *kept = '\0';
  g_autofree char *folded = bl_fold_letters (raw, -1);
  if (folded[0] != '\0')
    add (words, folded, span, breaks);
}

void
bl_words_read (BlWords *words, const BlDocument *document, BlSpan span)
{
  g_array_set_size (words->words, 0);
  g_string_chunk_clear (words->texts);
  gsize length;
  const char *text = bl_document_text (document, &length);
  const char *p = text + span.start, *limit = text + span.end;
  guint8 breaks = 0;
  while (p < limit)
    {
      const gunichar c = g_utf8_get_char (p);
      if (!is_word_char (c))
        {
          /* A stop before a blank did not end the sentence, so it ends a short form: "Mr. Li". */
          const gboolean short_form = c == '.' && p + 1 < limit && (p[1] == ' ' || p[1] == '\n');
          if (!short_form)
            breaks |= break_of (c);
          /* A spaced or doubled hyphen is a dash. */
          if (c == '-' && p > text + span.start && p + 1 < limit && (p[1] == '-' || (p[-1] == ' ' && p[1] == ' ')))
            breaks |= BL_BREAK_STRONG | BL_BREAK_LEAD;
          p = g_utf8_next_char (p);
          continue;
        }
      const char *start = p;
      while (p < limit)
        {
          if (g_ascii_isalnum (*p))
            {
              p++;
              continue;
            }
          const gunichar d = g_utf8_get_char (p);
          const char *next = g_utf8_next_char (p);
          const gboolean joins = (is_apostrophe (d) || d == '.') && next < limit && is_word_char (g_utf8_get_char (next));
          /* "U.S." and "don't" are one word; "end.Several" is not: a full stop joins only single letters. */
          const gboolean single = d != '.' || (p - start == 1 || (p - start >= 3 && p[-2] == '.'));
          if (!is_word_char (d) && !(joins && single))
            break;
          p = next;
        }
      /* The last stop of "U.S." ends the short form, not the clause. */
      const char *stop = memchr (start, '.', (gsize) (p - start));
      add_token (words, start, p, (gsize) (start - text), breaks);
      breaks = 0;
      if (stop != NULL && p < limit && *p == '.')
        p++;
    }
}

gboolean
bl_words_is_one (const BlWords *words, guint index, const char *const *list)
{
  return index < words->words->len && g_strv_contains (list, bl_words_get (words, index)->text);
}

guint
bl_words_at (const BlWords *words, gsize offset)
{
  guint low = 0, high = words->words->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (bl_words_get (words, middle)->span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
bl_words_end (const BlWords *words, gsize offset)
{
  const guint index = bl_words_at (words, offset);
  return index < words->words->len && bl_words_get (words, index)->span.start < offset ? index + 1 : index;
}
