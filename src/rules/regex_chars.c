#include "rules/regex_chars.h"

#include <string.h>

#define BIT BL_CHAR_BIT

enum
{
  SMALL = BIT (BL_CHAR_SMALL),
  CAPITAL = BIT (BL_CHAR_CAPITAL),
  DIGIT = BIT (BL_CHAR_DIGIT),
  SPACE = BIT (BL_CHAR_SPACE),
  MENTION = BIT (BL_CHAR_MENTION),
  WIDE = BIT (BL_CHAR_LETTER) | BIT (BL_CHAR_OTHER), /* letters, digits and marks of any Unicode version */
};

BlCharSet
bl_char_set_not (BlCharSet set)
{
  return (BlCharSet){ .any = BL_CHARS_ANY & ~set.full, .full = BL_CHARS_ANY & ~set.any };
}

BlCharSet
bl_char_set_word (void)
{
  const guint64 ascii = SMALL | CAPITAL | DIGIT | BIT (bl_char_class ('_'));
  return (BlCharSet){ .any = ascii | WIDE, .full = ascii };
}

/* "k" is the Kelvin sign too, and "s" the long s; which other letters are equal to one outside of ASCII is not asked. */
BlCharSet
bl_char_set_of (gunichar c, gboolean caseless)
{
  guint64 class = BIT (bl_char_class (c));
  if (caseless && c < 0x80 && g_ascii_isalpha ((char) c))
    return (BlCharSet){ .any = SMALL | CAPITAL | BIT (BL_CHAR_LETTER) };
  gboolean has_case = (class & BIT (BL_CHAR_LETTER)) != 0 || g_unichar_toupper (c) != c || g_unichar_tolower (c) != c;
  if (caseless && (class & WIDE) != 0 && c >= 0x80 && (has_case || g_unichar_ismark (c)))
    return (BlCharSet){ .any = SMALL | CAPITAL | WIDE };
  return (BlCharSet){ .any = class, .full = class >= BIT (BL_CHAR_SIGNS) ? class : 0 };
}

/* --- escapes ----------------------------------------------------------------------------------------------------- */
static BlEscape
character (gunichar c)
{
  return (BlEscape){ .kind = c != 0 ? BL_ESCAPE_CHARACTER : BL_ESCAPE_UNKNOWN, .c = c };
}

static BlEscape
set_of (guint64 any, guint64 full, gboolean negated)
{
  const BlCharSet set = { .any = any, .full = full };
  return (BlEscape){ .kind = BL_ESCAPE_SET, .set = negated ? bl_char_set_not (set) : set };
}

/* "x41" or "x{1F600}"; at points to the x. */
static BlEscape
read_hex (const char **at)
{
  const char *first = *at + 1;
  gboolean braced = *first == '{';
  first += braced;
  const char *digit = first;
  gunichar c = 0;
  while (g_ascii_isxdigit (*digit) && digit - first < (braced ? 6 : 2))
    c = c * 16 + (gunichar) g_ascii_xdigit_value (*digit++);
  if ((braced && *digit != '}') || !g_unichar_validate (c))
    return character (0);
  *at = digit + braced;
  return character (c);
}

/* "pL" or "p{Lu}"; at points to the p. Of names that are not known here it may be anything. */
static BlEscape
read_property (const char **at, gboolean caseless)
{
  gboolean negated = **at == 'P';
  const char *name = *at + 1;
  gsize length = 1;
  if (*name == '{')
    {
      name++;
      length = strcspn (name, "}");
    }
  if (name[0] == '\0' || name[length] == '\0')
    return character (0);
  *at = name + length + (name[-1] == '{');
  g_autofree char *property = g_strndup (name, length);
  static const struct
  {
    const char *name;
    guint64 any;
  } known[] = {
    { "Co", MENTION },     { "L", SMALL | CAPITAL | WIDE }, { "Lu", CAPITAL | WIDE }, { "Ll", SMALL | WIDE },
    { "N", DIGIT | WIDE }, { "Nd", DIGIT | WIDE },          { "Z", SPACE | WIDE },    { "Zs", SPACE | WIDE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (known) && !negated; i++)
    if (strcmp (property, known[i].name) == 0)
      {
        guint64 any = known[i].any;
        if (caseless && (any & (SMALL | CAPITAL)) != 0)
          any |= SMALL | CAPITAL;
        return set_of (any, 0, FALSE);
      }
  return set_of (BL_CHARS_ANY, 0, FALSE);
}

BlEscape
bl_escape_read (const char **at, gboolean caseless)
{
  const char *next = *at + 1;
  BlEscape escape = character (0);
  const BlCharSet word = bl_char_set_word ();
  const char kind = *next;
  if (kind == 'x')
    escape = read_hex (&next);
  else if (kind == 'p' || kind == 'P')
    escape = read_property (&next, caseless);
  else if (kind == '\0' || (g_ascii_isalnum (kind) && strchr ("wWdDsShHvVtnrfae", kind) == NULL))
    return escape;
  else
    {
      next = g_utf8_next_char (next);
      switch (kind)
        {
        case 'w':
        case 'W':
          escape = set_of (word.any, word.full, kind == 'W');
          break;
        case 'd':
        case 'D':
          escape = set_of (DIGIT | WIDE, DIGIT, kind == 'D');
          break;
        case 's':
        case 'S':
          escape = set_of (SPACE | WIDE, SPACE, kind == 'S');
          break;
        case 'h':
        case 'H':
        case 'v':
        case 'V':
          escape = set_of (SPACE | WIDE, 0, kind == 'H' || kind == 'V');
          break;
        case 't':
        case 'n':
        case 'r':
        case 'f':
          escape = character (kind == 't' ? '\t' : kind == 'n' ? '\n' : kind == 'r' ? '\r' : '\f');
          break;
        case 'a':
        case 'e':
          escape = character (kind == 'a' ? '\a' : 0x1B);
          break;
        default:
          escape = character (g_utf8_get_char (*at + 1));
        }
    }
  if (escape.kind != BL_ESCAPE_UNKNOWN)
    *at = next;
  return escape;
}

/* --- classes ----------------------------------------------------------------------------------------------------- */
typedef struct
{
  const char *at;
  gboolean caseless;
  gboolean ascii[0x80];
  BlCharSet more; /* beside ascii */
} Class;

static void
add_range (Class *class, gunichar first, gunichar last)
{
  for (gunichar c = first; c <= last && c < 0x80; c++)
    class->ascii[c] = TRUE;
  if (last < 0x80)
    return;
  /* A range has hardly the ends of one class only. */
  guint64 wide = first == last ? bl_char_set_of (first, class->caseless).any : WIDE | SPACE;
  if (first != last && last >= 0xE000)
    wide |= MENTION;
  if (first != last && class->caseless)
    wide |= SMALL | CAPITAL;
  class->more.any |= wide;
}

/* One character, or a set; FALSE when it is neither. */
static gboolean
read_item (Class *class, BlEscape *item)
{
  if (*class->at == '[' && class->at[1] != '\0' && strchr (":.=", class->at[1]) != NULL)
    return FALSE;
  if (*class->at == '\\' && class->at[1] == 'b')
    {
      *item = character ('\b');
      class->at += 2;
      return TRUE;
    }
  if (*class->at == '\\')
    {
      *item = bl_escape_read (&class->at, class->caseless);
      return item->kind != BL_ESCAPE_UNKNOWN;
    }
  *item = character (g_utf8_get_char (class->at));
  class->at = g_utf8_next_char (class->at);
  return TRUE;
}

/* An item, or two with "-" between them. */
static gboolean
read_range (Class *class)
{
  BlEscape first;
  if (!read_item (class, &first))
    return FALSE;
  if (first.kind == BL_ESCAPE_SET)
    {
      class->more.any |= first.set.any;
      class->more.full |= first.set.full;
      return TRUE;
    }
  BlEscape last = first;
  if (class->at[0] == '-' && class->at[1] != ']')
    {
      class->at++;
      if (*class->at == '\0' || !read_item (class, &last) || last.kind == BL_ESCAPE_SET)
        return FALSE;
    }
  add_range (class, first.c, last.c);
  return first.c <= last.c;
}

static BlCharSet
settle (Class *class, gboolean negated)
{
  BlCharSet set = class->more;
  guint64 missing = 0;
  for (gunichar c = 1; c < 0x80; c++)
    {
      gboolean is_in = class->ascii[c];
      if (class->caseless && g_ascii_isalpha ((char) c))
        is_in = is_in || class->ascii[c ^ 0x20];
      if (is_in)
        set.any |= bl_char_set_of (c, class->caseless).any;
      else
        missing |= BIT (bl_char_class (c));
    }
  /* Classes that lie within ASCII. */
  set.full |= (BIT (BL_CHAR_AGAIN) - BIT (BL_CHAR_SIGNS) + SMALL + CAPITAL + DIGIT) & ~missing;
  return negated ? bl_char_set_not (set) : set;
}

gboolean
bl_char_set_read (const char **at, gboolean caseless, BlCharSet *set)
{
  Class class = { .at = *at + 1, .caseless = caseless };
  gboolean negated = *class.at == '^';
  class.at += negated;
  for (gboolean first = TRUE; first || *class.at != ']'; first = FALSE)
    if (*class.at == '\0' || !read_range (&class))
      return FALSE;
  *at = class.at + 1;
  *set = settle (&class, negated);
  return TRUE;
}
