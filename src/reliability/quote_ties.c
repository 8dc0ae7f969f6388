#include "reliability/quote_ties.h"

#include "readers/readers.h"

#include <string.h>

#define RUN 6
#define CONTENT 2
#define LEAST_WHOLE 4
#define DAYS 14

static gboolean
may_be_one_utterance (const BlClaim *a, const BlClaim *b)
{
  if (a->at.article == b->at.article)
    return FALSE;
  const gint32 x = bl_date_first_day (a->at.article->published), y = bl_date_first_day (b->at.article->published);
  if (x != 0 && y != 0 && ABS (x - y) > DAYS)
    return FALSE;
  const gboolean known = a->speaker != NULL && b->speaker != NULL && g_str_has_prefix (a->speaker, "person/")
                         && g_str_has_prefix (b->speaker, "person/");
  return !known || strcmp (a->speaker, b->speaker) == 0;
}

/* The words [from, to) that are no gaps, with blanks between; NULL when too few of them say something. Owned by the caller. */
static char *
run_of (const BlQuoteDetail *detail, guint from, guint to)
{
  guint content = 0;
  GString *run = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    {
      const BlQuoteWord *word = &detail->words[i];
      content += (word->flags & (BL_QUOTE_WORD_GAP | BL_QUOTE_WORD_FUNCTION)) == 0;
      g_string_append_printf (run, "%s%s", i > from ? " " : "", word->text);
    }
  return g_string_free (run, content < CONTENT);
}

/* Ties the claim to the last one with the same words, and is the last one from now on. Takes run. */
static void
tie (GHashTable *last, char *run, const BlClaim *claim, GArray *ties)
{
  const BlClaim *before = g_hash_table_lookup (last, run);
  if (before != NULL && may_be_one_utterance (before, claim))
    {
      const BlQuoteTie found = { .a = before, .b = claim };
      g_array_append_val (ties, found);
    }
  g_hash_table_replace (last, run, (gpointer) claim);
}

static gboolean
has_gap (const BlQuoteDetail *detail, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if ((detail->words[i].flags & BL_QUOTE_WORD_GAP) != 0)
      return TRUE;
  return FALSE;
}

static void
look_at (GHashTable *last, const BlClaim *claim, GArray *ties)
{
  const BlQuoteDetail *detail = claim->detail;
  if (detail->n_words >= LEAST_WHOLE && detail->n_words < RUN)
    {
      char *whole = run_of (detail, 0, detail->n_words);
      if (whole != NULL)
        tie (last, whole, claim, ties);
    }
  for (guint i = 0; i + RUN <= detail->n_words; i++)
    {
      char *run = has_gap (detail, i, i + RUN) ? NULL : run_of (detail, i, i + RUN);
      if (run != NULL)
        tie (last, run, claim, ties);
    }
}

GArray *
bl_quote_ties_find (const GPtrArray *article_claims)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (BlQuoteTie));
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < article_claims->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        {
          const BlClaim *claim = list->pdata[k];
          if (strcmp (claim->predicate, "says") == 0 && claim->detail != NULL && (claim->voice & BL_VOICE_BOILERPLATE) == 0)
            look_at (last, claim, ties);
        }
    }
  return ties;
}
