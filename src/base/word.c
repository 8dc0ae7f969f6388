#include "base/word.h"

#include <string.h>

/* Keys, verbs and rule ids are shorter; a longer word has no near neighbour worth naming. */
enum
{
  LONGEST = 64
};

typedef struct
{
  gunichar letters[LONGEST];
  guint length;
} Word;

/* FALSE when text is too long. Bytes that are not UTF-8 count as letters: words come from command lines too. */
static gboolean
spell (const char *text, Word *word)
{
  word->length = 0;
  while (*text != '\0')
    {
      if (word->length == LONGEST)
        return FALSE;
      if ((guchar) *text < 0x80)
        {
          word->letters[word->length++] = (guchar) g_ascii_tolower (*text++);
          continue;
        }
      gunichar letter = g_utf8_get_char_validated (text, -1);
      gboolean valid = letter < 0x110000;
      word->letters[word->length++] = valid ? g_unichar_tolower (letter) : (guchar) *text;
      text += valid ? g_utf8_skip[(guchar) *text] : 1;
    }
  return TRUE;
}

/* Optimal string alignment: insertion, deletion, substitution and the swap of two neighbours each cost 1.
 * Three rows are enough, because a swap looks two rows back. O(|a|·|b|), at most 4096 steps. */
static guint
distance (const Word *a, const Word *b)
{
  guint rows[3][LONGEST + 1];
  for (guint j = 0; j <= b->length; j++)
    rows[0][j] = j;
  for (guint i = 1; i <= a->length; i++)
    {
      const guint *above = rows[(i - 1) % 3];
      guint *row = rows[i % 3];
      row[0] = i;
      for (guint j = 1; j <= b->length; j++)
        {
          guint differs = a->letters[i - 1] != b->letters[j - 1];
          guint cost = above[j - 1] + differs;
          cost = MIN (cost, MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] && a->letters[i - 2] == b->letters[j - 1])
            cost = MIN (cost, rows[(i - 2) % 3][j - 2] + 1);
          row[j] = cost;
        }
    }
  return rows[a->length % 3][b->length];
}

/* Letters that begin or end both words change nothing; what is left of two near words is short. */
static void
trim (Word *a, Word *b)
{
  guint same = 0;
  while (a->length > 0 && b->length > 0 && a->letters[a->length - 1] == b->letters[b->length - 1])
    a->length--, b->length--;
  while (same < a->length && same < b->length && a->letters[same] == b->letters[same])
    same++;
  a->length -= same;
  b->length -= same;
  memmove (a->letters, a->letters + same, a->length * sizeof *a->letters);
  memmove (b->letters, b->letters + same, b->length * sizeof *b->letters);
}

guint
bl_word_distance (const char *a, const char *b)
{
  Word left;
  Word right;
  if (!spell (a, &left) || !spell (b, &right))
    return G_MAXUINT;
  trim (&left, &right);
  return distance (&left, &right);
}

const char *
bl_nearest_word (const char *word, const char *const *candidates)
{
  Word wanted;
  if (word == NULL || candidates == NULL || !spell (word, &wanted))
    return NULL;

  /* Rounded so that a slip in a word of two letters is forgiven and one in a single letter is not. */
  guint limit = (wanted.length + 1) / 3;
  const char *nearest = NULL;
  for (; *candidates != NULL; candidates++)
    {
      Word candidate;
      if (!spell (*candidates, &candidate))
        continue;
      guint gap = MAX (wanted.length, candidate.length) - MIN (wanted.length, candidate.length);
      if (gap > limit)
        continue;
      guint apart = distance (&wanted, &candidate);
      if (apart > limit || (nearest != NULL && apart == limit))
        continue;
      nearest = *candidates;
      limit = apart;
      if (apart == 0)
        break;
    }
  return nearest;
}

char *
bl_unknown_word (const char *kind, const char *word, const char *const *known)
{
  const char *nearest = bl_nearest_word (word, known);
  if (nearest != NULL)
    return g_strdup_printf ("unknown %s “%s”; did you mean “%s”?", kind, word, nearest);
  g_autofree char *all = g_strjoinv (", ", (char **) known);
  return g_strdup_printf ("unknown %s “%s”; there are: %s", kind, word, all);
}

char *
bl_unknown_key (const char *key, const char *const *known)
{
  char *what = bl_unknown_word ("key", key, known);
  if (bl_nearest_word (key, known) != NULL)
    return what;
  g_autofree char *start = what;
  return g_strconcat (start, "; or is the program older than the file?", NULL);
}
