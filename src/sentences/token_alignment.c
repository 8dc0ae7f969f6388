#include "sentences/token_alignment.h"

#include <string.h>

static GArray *
content_of (const BlSentenceTokens *tokens)
{
  GArray *content = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < tokens->tokens->len && content->len < BL_TOKEN_ALIGNMENT_TOKENS; i++)
    if (bl_sentence_tokens_get (tokens, i)->kind > BL_TOKEN_TITLE)
      g_array_append_val (content, i);
  return content;
}

gboolean
bl_tokens_are_equal (const BlToken *a, const BlToken *b, const BlWordKinds *kinds)
{
  if (strcmp (a->stem, b->stem) == 0)
    return TRUE;
  return kinds != NULL && a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD
         && bl_word_kinds_relate (kinds, a->text, b->text, NULL) == BL_KINDS_SAME;
}

/* Which of the tokens are words of some kind, so that the others are not asked about with each token of the other sentence. */
static guint8 *
of_kinds (const BlSentenceTokens *tokens, const GArray *content, const BlWordKinds *kinds)
{
  guint8 *known = g_malloc0 (content->len + 1);
  for (guint i = 0; kinds != NULL && i < content->len; i++)
    {
      const BlToken *token = bl_token_at (tokens, content, i);
      known[i] = token->kind == BL_TOKEN_WORD && bl_word_kinds_has (kinds, token->text);
    }
  return known;
}

static void
add_run (BlTokenAlignment *alignment, guint a_first, guint a_end, guint b_first, guint b_end)
{
  const BlTokenRun run = { .a_first = a_first, .a_end = a_end, .b_first = b_first, .b_end = b_end };
  if (a_first < a_end || b_first < b_end)
    g_array_append_val (alignment->runs, run);
}

/* lengths[i * width + j]: common tokens of a from i on and b from j on. */
static void
walk (BlTokenAlignment *alignment, const guint8 *lengths, const guint8 *equal)
{
  const guint n_a = alignment->content_a->len, n_b = alignment->content_b->len, width = n_b + 1;
  guint i = 0, j = 0, a_first = 0, b_first = 0;
  while (i < n_a && j < n_b)
    {
      if (equal[i * n_b + j] && lengths[i * width + j] == lengths[(i + 1) * width + j + 1] + 1)
        {
          add_run (alignment, a_first, i, b_first, j);
          a_first = ++i;
          b_first = ++j;
          alignment->equal++;
        }
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
  add_run (alignment, a_first, n_a, b_first, n_b);
}

BlTokenAlignment
bl_token_alignment (const BlSentenceTokens *a, const BlSentenceTokens *b, const BlWordKinds *kinds)
{
  BlTokenAlignment alignment
      = { .content_a = content_of (a), .content_b = content_of (b), .runs = g_array_new (FALSE, FALSE, sizeof (BlTokenRun)) };
  const guint n_a = alignment.content_a->len, n_b = alignment.content_b->len, width = n_b + 1;
  g_autofree guint8 *lengths = g_malloc0 ((gsize) (n_a + 1) * width);
  g_autofree guint8 *equal = g_malloc0 ((gsize) n_a * n_b + 1);
  g_autofree guint8 *known_a = of_kinds (a, alignment.content_a, kinds), *known_b = of_kinds (b, alignment.content_b, kinds);
  for (guint i = n_a; i-- > 0;)
    for (guint j = n_b; j-- > 0;)
      {
        const BlToken *x = bl_token_at (a, alignment.content_a, i), *y = bl_token_at (b, alignment.content_b, j);
        equal[i * n_b + j]
            = (known_a[i] && known_b[j] ? bl_tokens_are_equal (x, y, kinds) : strcmp (x->stem, y->stem) == 0) ? 1 : 0;
        const guint8 down = lengths[(i + 1) * width + j], right = lengths[i * width + j + 1];
        const guint8 both = equal[i * n_b + j] ? (guint8) (lengths[(i + 1) * width + j + 1] + 1) : 0;
        lengths[i * width + j] = MAX (both, MAX (down, right));
      }
  walk (&alignment, lengths, equal);
  return alignment;
}

void
bl_token_alignment_clear (BlTokenAlignment *alignment)
{
  g_array_unref (alignment->content_a);
  g_array_unref (alignment->content_b);
  g_array_unref (alignment->runs);
}
