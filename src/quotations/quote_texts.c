#include "quotations/quote_texts.h"

#include "quotations/quote_align.h"

#include <string.h>

/* A run of three words in more texts than this says nothing about any two of them. */
#define MAX_POSTINGS 48

/* Eight equal words around two others share at least two runs of three. */
#define MIN_SHARED 2

static void
text_free (gpointer data)
{
  BlQuoteText *text = data;
  g_ptr_array_unref (text->claims);
  g_free (text);
}

void
bl_quote_texts_clear (BlQuoteTexts *texts)
{
  g_clear_pointer (&texts->list, g_ptr_array_unref);
  g_clear_pointer (&texts->runs, g_hash_table_unref);
}

void
bl_quote_texts_init (BlQuoteTexts *texts, const GPtrArray *claims)
{
  *texts = (BlQuoteTexts){ .list = g_ptr_array_new_with_free_func (text_free),
                           .runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref) };
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      BlQuoteText *text = g_hash_table_lookup (known, claim->value.text);
      if (text == NULL)
        {
          text = g_new0 (BlQuoteText, 1);
          text->words = ((const BlQuoteDetail *) claim->detail)->words;
          text->n_words = ((const BlQuoteDetail *) claim->detail)->n_words;
          text->claims = g_ptr_array_new ();
          text->first = G_MAXINT32;
          text->last = G_MININT32;
          g_hash_table_insert (known, (gpointer) claim->value.text, text);
          g_ptr_array_add (texts->list, text);
        }
      g_ptr_array_add (text->claims, (gpointer) claim);
      text->first = MIN (text->first, claim->time.known ? claim->time.first : G_MININT32);
      text->last = MAX (text->last, claim->time.known ? claim->time.last : G_MAXINT32);
    }
}

guint32
bl_quote_run_hash (const BlQuoteWord *words)
{
  guint32 hash = 5381;
  gboolean content = FALSE;
  for (guint i = 0; i < 3; i++)
    {
      if ((words[i].flags & BL_QUOTE_WORD_GAP) != 0)
        return 0;
      content |= (words[i].flags & BL_QUOTE_WORD_FUNCTION) == 0;
      hash = hash * 0x01000193u ^ words[i].hash;
    }
  return content ? hash : 0;
}

/* Counts in shared (index + 1 → n) how many runs each earlier text has in common with this one, and adds its own. */
static void
look_up (BlQuoteTexts *texts, guint index, GHashTable *shared)
{
  const BlQuoteText *text = texts->list->pdata[index];
  for (guint w = 0; w + 3 <= MIN (text->n_words, BL_QUOTE_ALIGN_WORDS); w++)
    {
      const guint32 hash = bl_quote_run_hash (text->words + w);
      if (hash == 0)
        continue;
      GArray *postings = g_hash_table_lookup (texts->runs, GUINT_TO_POINTER (hash));
      if (postings == NULL)
        {
          postings = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (texts->runs, GUINT_TO_POINTER (hash), postings);
        }
      if (postings->len > 0 && g_array_index (postings, guint, postings->len - 1) == index)
        continue;
      for (guint i = 0; i < postings->len; i++)
        {
          const gpointer other = GUINT_TO_POINTER (g_array_index (postings, guint, i) + 1);
          g_hash_table_replace (shared, other, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (shared, other)) + 1));
        }
      if (postings->len < MAX_POSTINGS)
        g_array_append_val (postings, index);
      else
        texts->n_cut++;
    }
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;
  return x < y ? -1 : x > y;
}

GArray *
bl_quote_texts_candidates (BlQuoteTexts *texts, guint index)
{
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  look_up (texts, index, shared);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer other, n;
  g_hash_table_iter_init (&iter, shared);
  while (g_hash_table_iter_next (&iter, &other, &n))
    if (GPOINTER_TO_UINT (n) >= MIN_SHARED)
      {
        const guint earlier = GPOINTER_TO_UINT (other) - 1;
        g_array_append_val (found, earlier);
      }
  g_array_sort (found, compare_indices);
  return found;
}
