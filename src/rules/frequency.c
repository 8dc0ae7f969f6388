/* How frequent words and mentions are in news, for choosing what a sentence is asked for first. Rough on purpose: a wrong figure
 * costs time, never a match. Measured as the share of sentences, per thousand, over English-language news. */
#include <stdlib.h>
#include <string.h>

#include "mentions/mentions.h"
#include "rules/facts.h"

typedef struct
{
  const char *word;
  double per_mille;
} Frequency;

/* By word, for bsearch. */
/* clang-format off */
static const Frequency frequent[] = {
  { "a", 381 }, { "about", 44 }, { "according", 17 }, { "administration", 16 }, { "after", 53 }, { "against", 18 },
  { "all", 34 }, { "also", 43 }, { "an", 84 }, { "and", 370 }, { "another", 13 }, { "any", 16 }, { "are", 53 },
  { "as", 103 }, { "at", 108 }, { "back", 22 }, { "be", 76 }, { "because", 16 }, { "been", 50 }, { "before", 25 },
  { "being", 15 }, { "but", 72 }, { "by", 79 }, { "called", 15 }, { "campaign", 14 }, { "can", 20 }, { "could", 25 },
  { "country", 13 }, { "court", 13 }, { "day", 14 }, { "democrats", 17 }, { "did", 26 }, { "do", 26 }, { "down", 17 },
  { "during", 16 }, { "even", 14 }, { "federal", 15 }, { "fire", 18 }, { "first", 33 }, { "for", 169 },
  { "former", 15 }, { "found", 13 }, { "friday", 19 }, { "from", 80 }, { "game", 16 }, { "get", 15 }, { "going", 14 },
  { "government", 18 }, { "had", 65 }, { "has", 76 }, { "have", 72 }, { "he", 143 }, { "her", 50 }, { "him", 24 },
  { "his", 88 }, { "house", 30 }, { "how", 13 }, { "i", 67 }, { "if", 28 }, { "in", 326 }, { "including", 15 },
  { "into", 28 }, { "is", 128 }, { "it", 123 }, { "its", 24 }, { "just", 24 }, { "last", 26 }, { "law", 14 },
  { "like", 17 }, { "made", 21 }, { "make", 14 }, { "man", 13 }, { "many", 15 }, { "million", 13 }, { "more", 32 },
  { "most", 13 }, { "mr", 58 }, { "my", 13 }, { "national", 14 }, { "new", 37 }, { "news", 18 }, { "next", 14 },
  { "no", 28 }, { "not", 112 }, { "now", 19 }, { "of", 351 }, { "off", 18 }, { "office", 17 }, { "old", 15 },
  { "on", 183 }, { "one", 42 }, { "only", 17 }, { "or", 33 }, { "other", 29 }, { "our", 20 }, { "out", 38 },
  { "over", 30 }, { "party", 19 }, { "people", 38 }, { "police", 29 }, { "president", 42 }, { "republican", 18 },
  { "s", 205 }, { "said", 176 }, { "say", 16 }, { "season", 14 }, { "second", 15 }, { "security", 18 },
  { "senate", 13 }, { "she", 50 }, { "should", 13 }, { "since", 13 }, { "so", 22 }, { "some", 21 }, { "state", 25 },
  { "statement", 16 }, { "take", 13 }, { "than", 23 }, { "that", 209 }, { "the", 660 }, { "their", 40 },
  { "them", 19 }, { "then", 16 }, { "there", 31 }, { "they", 48 }, { "this", 65 }, { "three", 25 }, { "through", 14 },
  { "thursday", 18 }, { "time", 31 }, { "to", 393 }, { "told", 25 }, { "tuesday", 16 }, { "two", 40 }, { "up", 32 },
  { "was", 159 }, { "we", 46 }, { "wednesday", 13 }, { "week", 16 }, { "well", 13 }, { "were", 55 }, { "what", 25 },
  { "when", 38 }, { "where", 17 }, { "which", 38 }, { "while", 21 }, { "white", 14 }, { "who", 67 }, { "will", 51 },
  { "with", 130 }, { "would", 44 }, { "year", 34 }, { "years", 18 }, { "you", 24 },
};
/* clang-format on */

static int
compare (const void *word, const void *entry)
{
  return strcmp (word, ((const Frequency *) entry)->word);
}

double
bl_word_frequency (const char *word)
{
  const Frequency *found = bsearch (word, frequent, G_N_ELEMENTS (frequent), sizeof *frequent, compare);
  if (found != NULL)
    return found->per_mille;
  gsize length = strlen (word);
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
