/* The same sentence but for a word of denial: the words align one by one, and between two that stand side by side in one sentence the
 * other has "not". Whether it is asked, wished or quoted makes no difference then. */
#include "sentences/statement_match.h"

#include <string.h>

enum
{
  LEAST_WORDS = 6,
  MOST_WORDS = 80,
};

/* Share of the longer sentence that has to align. */
#define LEAST_ALIGNED 0.75

typedef struct
{
  const char *texts[MOST_WORDS];
  guint words[MOST_WORDS]; /* index in the sentence */
  guint n;
} Row;

static void
read_row (const BlStated *stated, Row *row)
{
  const BlPhrases *phrases = bl_stated_phrases (stated);
  row->n = 0;
  for (guint i = 0; i < phrases->words->len && row->n < MOST_WORDS; i++)
    {
      const BlTaggedWord *word = bl_phrases_word (phrases, i);
      if ((word->shape & BL_SHAPE_WORD) == 0)
        continue;
      row->texts[row->n] = word->text;
      row->words[row->n++] = i;
    }
}

/* Longest common subsequence (Wagner and Fischer 1974): where in b each word of a stands, or G_MAXUINT. The number of pairs. */
static guint
align (const Row *a, const Row *b, guint where[MOST_WORDS])
{
  guint8 length[MOST_WORDS + 1][MOST_WORDS + 1];
  memset (length, 0, sizeof length);
  for (guint i = a->n; i > 0; i--)
    for (guint k = b->n; k > 0; k--)
      length[i - 1][k - 1] = strcmp (a->texts[i - 1], b->texts[k - 1]) == 0 ? (guint8) (length[i][k] + 1)
                                                                            : MAX (length[i][k - 1], length[i - 1][k]);
  guint k = 0;
  for (guint i = 0; i < a->n; i++)
    {
      where[i] = G_MAXUINT;
      while (k < b->n && length[i][k] == length[i][k + 1] && strcmp (a->texts[i], b->texts[k]) != 0)
        k++;
      if (k < b->n && strcmp (a->texts[i], b->texts[k]) == 0 && length[i][k] == length[i + 1][k + 1] + 1)
        where[i] = k++;
    }
  return length[0][0];
}

/* What did not align and says something. A word that limits or conditions counts for many. */
static guint
count_left (const BlSyntax *syntax, const Row *row, const gboolean aligned[MOST_WORDS])
{
  guint n = 0;
  for (guint i = 0; i < row->n; i++)
    {
      const char *text = row->texts[i];
      if (aligned[i] || bl_syntax_has (syntax, BL_WORDS_NEGATORS, text))
        continue;
      if (bl_syntax_has (syntax, BL_WORDS_SCOPE, text) || bl_syntax_has (syntax, BL_WORDS_PARTIAL, text))
        n += MOST_WORDS;
      else
        n += bl_syntax_has (syntax, BL_WORDS_LIGHT, text) ? 0 : 1;
    }
  return n;
}

/* One side may say a little more, not each something else: "the younger brother", "the elder brother". */
static gboolean
leaves_little (const BlSyntax *syntax, const Row *denying, const Row *other, const guint where[MOST_WORDS])
{
  gboolean aligned_a[MOST_WORDS] = { FALSE }, aligned_b[MOST_WORDS] = { FALSE };
  for (guint i = 0; i < denying->n; i++)
    if (where[i] != G_MAXUINT)
      aligned_a[i] = aligned_b[where[i]] = TRUE;
  const guint left_a = count_left (syntax, denying, aligned_a), left_b = count_left (syntax, other, aligned_b);
  return left_a <= 1 && (left_a == 0 || left_b == 0);
}

guint
bl_stated_inserted_denial (const BlStated *denying, const BlStated *other)
{
  const BlSyntax *syntax = bl_stated_syntax (denying);
  Row a, b;
  guint where[MOST_WORDS];
  if (denying->n_denials != other->n_denials + 1)
    return G_MAXUINT;
  read_row (denying, &a);
  read_row (other, &b);
  if (a.n < LEAST_WORDS || b.n < LEAST_WORDS || a.n == MOST_WORDS || b.n == MOST_WORDS
      || align (&a, &b, where) < LEAST_ALIGNED * MAX (a.n, b.n) || !leaves_little (syntax, &a, &b, where))
    return G_MAXUINT;
  for (guint i = 1; i + 1 < a.n; i++)
    if (bl_syntax_has (syntax, BL_WORDS_NEGATORS, a.texts[i]) && where[i] == G_MAXUINT && where[i - 1] != G_MAXUINT
        && where[i + 1] == where[i - 1] + 1)
      return a.words[i];
  return G_MAXUINT;
}
