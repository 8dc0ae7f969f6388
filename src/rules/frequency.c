/* How frequent words and mentions are in news, for choosing what a sentence is asked for first. Rough on purpose: a wrong figure
 * costs time, never a match. Measured as the share of sentences, per thousand, over English-language news, where names, numbers, times
 * and most pronouns are mentions and no words. */
#include <string.h>

#include "mentions/mentions.h"
#include "rules/facts.h"

typedef struct
{
  char word[14];
  guint8 length;
  guint16 per_mille;
} Frequency;

/* By length, then by word: most comparisons of a search look at one number. */
/* clang-format off */
static const Frequency frequent[] = {
  { "a", 1, 381 }, { "i", 1, 67 }, { "s", 1, 205 }, { "an", 2, 84 }, { "as", 2, 103 }, { "at", 2, 108 }, { "be", 2, 76 },
  { "by", 2, 79 }, { "do", 2, 26 }, { "he", 2, 50 }, { "if", 2, 28 }, { "in", 2, 326 }, { "is", 2, 128 }, { "it", 2, 123 },
  { "my", 2, 13 }, { "no", 2, 28 }, { "of", 2, 351 }, { "on", 2, 183 }, { "or", 2, 33 }, { "so", 2, 22 }, { "to", 2, 393 },
  { "up", 2, 32 }, { "we", 2, 46 }, { "all", 3, 34 }, { "and", 3, 370 }, { "any", 3, 16 }, { "are", 3, 53 },
  { "but", 3, 72 }, { "can", 3, 20 }, { "day", 3, 14 }, { "did", 3, 26 }, { "end", 3, 12 }, { "for", 3, 169 },
  { "get", 3, 15 }, { "had", 3, 65 }, { "has", 3, 76 }, { "her", 3, 50 }, { "him", 3, 24 }, { "his", 3, 88 },
  { "how", 3, 13 }, { "its", 3, 24 }, { "law", 3, 14 }, { "man", 3, 13 }, { "new", 3, 37 }, { "not", 3, 112 },
  { "now", 3, 19 }, { "off", 3, 18 }, { "old", 3, 7 }, { "one", 3, 42 }, { "our", 3, 20 }, { "out", 3, 38 },
  { "own", 3, 10 }, { "put", 3, 9 }, { "say", 3, 16 }, { "she", 3, 20 }, { "the", 3, 660 }, { "top", 3, 9 },
  { "was", 3, 159 }, { "way", 3, 12 }, { "who", 3, 67 }, { "you", 3, 24 }, { "also", 4, 43 }, { "back", 4, 22 },
  { "been", 4, 50 }, { "both", 4, 13 }, { "case", 4, 10 }, { "come", 4, 10 }, { "deal", 4, 9 }, { "does", 4, 10 },
  { "down", 4, 17 }, { "even", 4, 14 }, { "fire", 4, 18 }, { "from", 4, 80 }, { "game", 4, 16 }, { "have", 4, 72 },
  { "into", 4, 28 }, { "just", 4, 24 }, { "know", 4, 12 }, { "last", 4, 26 }, { "left", 4, 10 }, { "like", 4, 17 },
  { "made", 4, 21 }, { "make", 4, 14 }, { "many", 4, 15 }, { "more", 4, 32 }, { "most", 4, 13 }, { "much", 4, 13 },
  { "news", 4, 18 }, { "next", 4, 14 }, { "only", 4, 17 }, { "over", 4, 30 }, { "said", 4, 176 }, { "same", 4, 10 },
  { "says", 4, 14 }, { "show", 4, 9 }, { "some", 4, 21 }, { "such", 4, 13 }, { "take", 4, 13 }, { "than", 4, 23 },
  { "that", 4, 209 }, { "them", 4, 19 }, { "then", 4, 16 }, { "they", 4, 48 }, { "this", 4, 65 }, { "time", 4, 31 },
  { "told", 4, 25 }, { "took", 4, 10 }, { "very", 4, 11 }, { "want", 4, 11 }, { "week", 4, 7 }, { "well", 4, 13 },
  { "were", 4, 55 }, { "what", 4, 25 }, { "when", 4, 38 }, { "will", 4, 51 }, { "with", 4, 130 }, { "work", 4, 12 },
  { "year", 4, 12 }, { "about", 5, 44 }, { "added", 5, 10 }, { "after", 5, 53 }, { "again", 5, 9 }, { "among", 5, 8 },
  { "asked", 5, 12 }, { "began", 5, 7 }, { "being", 5, 15 }, { "could", 5, 25 }, { "court", 5, 13 }, { "early", 5, 8 },
  { "every", 5, 8 }, { "first", 5, 33 }, { "found", 5, 13 }, { "going", 5, 14 }, { "group", 5, 11 }, { "house", 5, 30 },
  { "known", 5, 7 }, { "later", 5, 11 }, { "might", 5, 8 }, { "money", 5, 7 }, { "never", 5, 10 }, { "other", 5, 29 },
  { "party", 5, 19 }, { "place", 5, 9 }, { "point", 5, 7 }, { "power", 5, 8 }, { "right", 5, 11 }, { "since", 5, 13 },
  { "state", 5, 25 }, { "still", 5, 14 }, { "their", 5, 40 }, { "there", 5, 31 }, { "these", 5, 13 }, { "think", 5, 12 },
  { "those", 5, 15 }, { "under", 5, 13 }, { "until", 5, 9 }, { "where", 5, 17 }, { "which", 5, 38 }, { "while", 5, 21 },
  { "white", 5, 7 }, { "world", 5, 13 }, { "would", 5, 44 }, { "years", 5, 8 }, { "across", 6, 6 }, { "action", 6, 8 },
  { "around", 6, 10 }, { "attack", 6, 8 }, { "become", 6, 7 }, { "before", 6, 25 }, { "called", 6, 15 }, { "change", 6, 7 },
  { "during", 6, 16 }, { "forces", 6, 6 }, { "former", 6, 15 }, { "friday", 6, 19 }, { "nation", 6, 6 }, { "number", 6, 8 },
  { "office", 6, 17 }, { "others", 6, 7 }, { "people", 6, 38 }, { "police", 6, 29 }, { "public", 6, 13 },
  { "recent", 6, 6 }, { "report", 6, 12 }, { "season", 6, 14 }, { "second", 6, 15 }, { "senate", 6, 13 },
  { "should", 6, 13 }, { "states", 6, 8 }, { "though", 6, 8 }, { "troops", 6, 6 }, { "against", 7, 18 },
  { "already", 7, 8 }, { "another", 7, 13 }, { "because", 7, 16 }, { "between", 7, 12 }, { "country", 7, 13 },
  { "federal", 7, 15 }, { "foreign", 7, 8 }, { "general", 7, 7 }, { "history", 7, 6 }, { "however", 7, 9 },
  { "meeting", 7, 7 }, { "members", 7, 11 }, { "reports", 7, 6 }, { "several", 7, 10 }, { "support", 7, 12 },
  { "through", 7, 14 }, { "tuesday", 7, 16 }, { "whether", 7, 9 }, { "without", 7, 11 }, { "campaign", 8, 14 },
  { "decision", 8, 9 }, { "election", 8, 10 }, { "expected", 8, 8 }, { "military", 8, 9 }, { "minister", 8, 9 },
  { "national", 8, 14 }, { "official", 8, 9 }, { "possible", 8, 6 }, { "reported", 8, 9 }, { "security", 8, 18 },
  { "thursday", 8, 18 }, { "according", 9, 17 }, { "announced", 9, 9 }, { "confirmed", 9, 5 }, { "countries", 9, 7 },
  { "democrats", 9, 17 }, { "following", 9, 5 }, { "including", 9, 15 }, { "officials", 9, 14 }, { "political", 9, 11 },
  { "president", 9, 42 }, { "statement", 9, 16 }, { "wednesday", 9, 13 }, { "department", 10, 6 }, { "government", 10, 18 },
  { "republican", 10, 18 }, { "authorities", 11, 6 }, { "information", 11, 6 }, { "international", 13, 6 },
  { "administration", 14, 16 },
};
/* clang-format on */

static double
sign_frequency (char sign)
{
  switch (sign)
    {
    case '.':
      return 950;
    case ',':
      return 550;
    case '"':
    case '\'':
      return 300;
    case '-':
      return 250;
    case '?':
    case ':':
    case '$':
    case '(':
    case ')':
      return 50;
    default:
      return 10;
    }
}

double
bl_word_frequency (const char *word)
{
  gsize length = strlen (word);
  if (bl_literal_is_sign ((guchar) word[0]))
    return sign_frequency (word[0]);
  guint low = 0;
  guint high = G_N_ELEMENTS (frequent);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Frequency *entry = &frequent[middle];
      int order = length != entry->length ? (length < entry->length ? -1 : 1) : memcmp (word, entry->word, length);
      if (order == 0)
        return entry->per_mille;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return length <= 2 ? 8 : length <= 4 ? 5 : length <= 7 ? 3 : 2;
}

double
bl_type_frequency (guint type)
{
  switch (type)
    {
    case BL_MENTION_PERSON:
      return 450;
    case BL_MENTION_COUNTRY:
      return 450;
    case BL_MENTION_ORG:
    case BL_MENTION_OFFICE:
    case BL_MENTION_DATE:
      return 250;
    case BL_MENTION_PLACE:
    case BL_MENTION_QUANTITY:
      return 200;
    case BL_MENTION_MONEY:
    case BL_MENTION_PERCENT:
    case BL_MENTION_DURATION:
      return 50;
    default:
      return 10;
    }
}

/* --- pairs of neighbours ----------------------------------------------------------------------------------------- */
typedef struct
{
  guint8 left, right; /* BlCharClass */
  guint16 per_mille;
} PairFrequency;

/* Stand for classes that no character of ASCII has. */
enum
{
  EDGE = 1,
  MENTION = 2,
  AGAIN = 3,
};

/* bl_char_class() of one character of the class, as a constant. */
#define CLASS(c)                                                                                                               \
  ((c) == EDGE                ? BL_CHAR_EDGE                                                                                   \
   : (c) == MENTION           ? BL_CHAR_MENTION                                                                                \
   : (c) == AGAIN             ? BL_CHAR_AGAIN                                                                                  \
   : (c) == ' '               ? BL_CHAR_SPACE                                                                                  \
   : (c) == 'a'               ? BL_CHAR_SMALL                                                                                  \
   : (c) == 'A'               ? BL_CHAR_CAPITAL                                                                                \
   : (c) == '0'               ? BL_CHAR_DIGIT                                                                                  \
   : (c) >= '!' && (c) <= '/' ? BL_CHAR_SIGNS + (c) - '!'                                                                      \
                              : BL_CHAR_SIGNS + 15 + (c) - ':')
#define PAIR(left, right, per_mille)                                                                                           \
  {                                                                                                                            \
    CLASS (left), CLASS (right), per_mille                                                                                     \
  }

/* Of every 10,000 sentences, about so many have any one of the pairs that are not listed. */
#define RARE_PAIR 3

/* The most frequent first. */
/* clang-format off */
static const PairFrequency frequent_pairs[] = {
  PAIR ('a', ' ', 990), PAIR ('a', 'a', 990), PAIR (' ', 'a', 970), PAIR ('.', EDGE, 800), PAIR ('A', 'a', 740),
  PAIR (' ', MENTION, 730), PAIR ('a', '.', 730), PAIR (MENTION, ' ', 690), PAIR (',', ' ', 540), PAIR (EDGE, 'A', 540),
  PAIR ('a', ',', 460), PAIR (' ', 'A', 390), PAIR (EDGE, MENTION, 310), PAIR (MENTION, ',', 250), PAIR ('"', 'A', 160),
  PAIR (MENTION, '.', 160), PAIR ('"', ' ', 150), PAIR ('\'', 'a', 150), PAIR (EDGE, '"', 140), PAIR ('A', ' ', 120),
  PAIR (' ', '"', 120), PAIR (MENTION, '\'', 110), PAIR ('"', EDGE, 100), PAIR (',', '"', 100), PAIR ('-', 'a', 90),
  PAIR ('.', '"', 90), PAIR ('a', '-', 90), PAIR ('"', 'a', 70), PAIR ('a', '\'', 60), PAIR ('-', ' ', 50),
  PAIR ('A', 'A', 50), PAIR (' ', '-', 50), PAIR (' ', '0', 50), PAIR ('a', EDGE, 50), PAIR ('0', '0', 40),
  PAIR (':', ' ', 40), PAIR ('a', '"', 40), PAIR ('a', ':', 40), PAIR ('.', ' ', 30), PAIR ('0', ' ', 30),
  PAIR (' ', '(', 30), PAIR ('\'', ' ', 20), PAIR ('-', 'A', 20), PAIR (MENTION, EDGE, 20), PAIR (')', ' ', 18),
  PAIR ('a', 'A', 18), PAIR (' ', '\'', 17), PAIR ('A', '-', 16), PAIR ('"', MENTION, 15), PAIR (';', ' ', 15),
  PAIR (AGAIN, AGAIN, 15), PAIR ('(', 'A', 14), PAIR ('A', '.', 12), PAIR ('-', '-', 11), PAIR ('.', ',', 11),
  PAIR ('0', ':', 10), PAIR ('0', 'a', 10), PAIR (':', '0', 10), PAIR ('a', ')', 10), PAIR ('a', '?', 10),
  PAIR ('a', ';', 9), PAIR ('.', ')', 8), PAIR ('.', 'A', 8), PAIR ('.', 'a', 8), PAIR ('0', ',', 8),
  PAIR (MENTION, ':', 8), PAIR ('0', '-', 7), PAIR ('?', EDGE, 7), PAIR (MENTION, ';', 7), PAIR ('\'', 'A', 6),
  PAIR ('.', '.', 6), PAIR (MENTION, '-', 6), PAIR ('(', MENTION, 5), PAIR ('(', 'a', 5), PAIR (')', ',', 5),
  PAIR ('0', '.', 5), PAIR ('A', ',', 5), PAIR (MENTION, ')', 5), PAIR ('(', '0', 4), PAIR (')', EDGE, 4),
  PAIR ('-', '0', 4), PAIR ('-', MENTION, 4), PAIR ('?', '"', 4), PAIR ('A', EDGE, 4), PAIR (' ', '.', 4),
  PAIR ('a', '!', 4), PAIR ('0', ')', 3), PAIR (':', EDGE, 3), PAIR (MENTION, '"', 3),
};
/* clang-format on */

/* As if they came independently of each other: one of several is at least as frequent as each, and never certain. What nearly every
 * sentence has is not worth an exact figure. */
double
bl_pairs_frequency (const BlCharPairs *pairs)
{
  double without = 1;
  guint n_listed = 0;
  for (guint i = 0; i < G_N_ELEMENTS (frequent_pairs) && without > 0.05; i++)
    {
      const PairFrequency *entry = &frequent_pairs[i];
      if ((pairs->right[entry->left] & BL_CHAR_BIT (entry->right)) == 0)
        continue;
      without *= 1 - entry->per_mille / 1000.0;
      n_listed++;
    }
  if (without <= 0.05)
    return 1000 * (1 - without);
  guint n = 0;
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    n += (guint) __builtin_popcountll (pairs->right[i]);
  double rare = MIN ((n - n_listed) * RARE_PAIR / 10000.0, 0.1);
  return 1000 * (1 - without * (1 - rare));
}
