/* Private to src/rules: which characters stand beside which.
 *
 * Many patterns of damage name no word: a small letter before a capital ("endBut"), a comma before a letter, two stops. What they do
 * need is a pair of neighbours of certain classes. A sentence is read once into the set of pairs it has; a pattern that needs one of
 * some pairs is asked only when the sets meet. Classes are few and coarse, so a set is a small table of bits:
 *
 *   the edge of the sentence, white space, small letter, capital, digit (ASCII each), every ASCII sign by itself, a mention
 *   (private use), another letter (or digit, or mark), anything else
 *
 * Both sides of a pair may be the edge: (edge, x) says that the sentence begins with x. One pair more, (again, again), says that a word
 * may stand twice, with one blank between: "the the". */
#pragma once

#include <glib.h>

#include "base/base.h"

typedef enum
{
  BL_CHAR_EDGE, /* before the first and after the last character */
  BL_CHAR_SPACE,
  BL_CHAR_SMALL,
  BL_CHAR_CAPITAL,
  BL_CHAR_DIGIT,
  BL_CHAR_MENTION,
  BL_CHAR_LETTER, /* not ASCII */
  BL_CHAR_OTHER,
  BL_CHAR_SIGNS,                      /* the 32 signs of ASCII from here, in their order */
  BL_CHAR_AGAIN = BL_CHAR_SIGNS + 32, /* of no character */
  BL_N_CHAR_CLASSES,
} BlCharClass;

/* Fewer than 64, so that the right neighbours of a class are the bits of one word. */
G_STATIC_ASSERT (BL_N_CHAR_CLASSES < 64);

#define BL_CHAR_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

typedef struct
{
  guint64 right[BL_N_CHAR_CLASSES]; /* bit b of element a: a character of class a stands directly before one of class b */
} BlCharPairs;

BlCharClass bl_char_class (gunichar c);

/* Sets pairs to those of text (valid UTF-8), edges included. One pass, no allocation. Words are the same when they differ in case only;
 * in a text with letters outside of ASCII, some of which are equal to others by rules of their own, one may always stand twice. */
void bl_char_pairs_read (const char *text, gsize length, BlCharPairs *pairs);

/* Appends pairs for people, rows with the same neighbours together: "[a⟨⟩][,;] [.][.]". */
void bl_char_pairs_append (const BlCharPairs *pairs, GString *out);

/* Adds every pair of a class of the bits left and one of the bits right. */
static inline void
bl_char_pairs_add (BlCharPairs *pairs, guint64 left, guint64 right)
{
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    if (left & BL_CHAR_BIT (i))
      pairs->right[i] |= right;
}

static inline gboolean
bl_char_pairs_meet (const BlCharPairs *a, const BlCharPairs *b)
{
  guint64 met = 0;
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    met |= a->right[i] & b->right[i];
  return met != 0;
}
