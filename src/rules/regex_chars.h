/* Private to src/rules: what single characters of a regex may be, as classes of rules/char_pairs.h.
 *
 * A class is coarse, so a set of characters is held from both sides: the classes that any of its characters has, and those of which
 * it has every character. What is not in a set is then bounded too: "[^a-z]" is anything but a small letter, "[^a]" is anything.
 * Unicode knows more letters with each version, so of classes outside of ASCII a set never has every character. */
#pragma once

#include "rules/char_pairs.h"

typedef struct
{
  guint64 any;  /* classes, 1 << BlCharClass, that at least one character may have */
  guint64 full; /* classes of which every character is in the set */
} BlCharSet;

#define BL_CHARS_ALL (BL_CHAR_BIT (BL_CHAR_AGAIN) - 1) /* the edge too */
#define BL_CHARS_ANY (BL_CHARS_ALL & ~BL_CHAR_BIT (BL_CHAR_EDGE))

/* One character as written; caseless: or any that PCRE2 holds equal. */
BlCharSet bl_char_set_of (gunichar c, gboolean caseless);

/* Of what follows a backslash. */
typedef enum
{
  BL_ESCAPE_UNKNOWN,
  BL_ESCAPE_CHARACTER, /* stands for one */
  BL_ESCAPE_SET,       /* \w, \p{Lu}, … */
} BlEscapeKind;

typedef struct
{
  BlEscapeKind kind;
  gunichar c;
  BlCharSet set;
} BlEscape;

/* Reads the escape whose backslash stands at *at; moves behind it unless it is unknown here (\b, \K, references, …). */
BlEscape bl_escape_read (const char **at, gboolean caseless);

/* Reads "[…]" at *at and moves behind it. FALSE when it is not understood. */
gboolean bl_char_set_read (const char **at, gboolean caseless, BlCharSet *set);

/* What \w may be, and what it may not. */
BlCharSet bl_char_set_word (void);
BlCharSet bl_char_set_not (BlCharSet set);
