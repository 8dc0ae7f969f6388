#include "compare/retracted.h"

#include <string.h>

/* What has been taken back is looked for so many days. */
#define WINDOW 366

/* Bytes of a first word by which phrases are looked up; longer ones share a bucket. */
#define WORD_BYTES 63

/* Not before it was taken back, and not much later; the article itself too, outside of the correction. */
static gboolean
is_later_use (const BlTakenBack *correction, const BlArticle *article)
{
  const BlArticle *from = correction->claim->at.article;
  const gint32 a = bl_date_first_day (from->published), b = bl_date_first_day (article->published);
  return article == from || a == 0 || b == 0 || (b >= a && b - a <= WINDOW);
}

static gboolean
is_counted (const BlQuantity *figure)
{
  return figure->noun[0] != '\0' && strcmp (figure->unit, "%") != 0;
}

static gboolean
is_figure (const BlTakenBack *correction, const BlClaim *claim)
{
  const BlQuantity *wrong = correction->detail->wrong_figure;
  if (wrong == NULL || strcmp (claim->predicate, "counts") != 0)
    return FALSE;
  const BlQuantity *figure = claim->value.quantity;
  /* "14, not 41": what is counted stands elsewhere in the correction, what is measured would have its unit. */
  const gboolean unit
      = strcmp (figure->unit, wrong->unit) == 0 || (wrong->unit[0] == '\0' && figure->measure == NULL && is_counted (figure));
  const gboolean noun = figure->noun[0] == '\0' || g_hash_table_contains (correction->context, figure->noun);
  return unit && noun && !figure->open && figure->low == wrong->low && figure->high == wrong->high;
}

static gboolean
is_day (const BlTakenBack *correction, const BlClaim *claim)
{
  const BlDateMention *wrong = correction->detail->wrong_date;
  return wrong != NULL && wrong->range.known && strcmp (claim->predicate, "happens-on") == 0 && claim->value.date.known
         && claim->value.date.first == wrong->range.first && claim->value.date.last == wrong->range.last;
}

gboolean
bl_taken_back_is_value (const BlTakenBack *correction, const BlClaim *claim)
{
  return is_figure (correction, claim) || is_day (correction, claim);
}

const char *
bl_retold_find_words (const char *text, gsize length, const char *words)
{
  const gsize n = strlen (words);
  for (const char *at = text; (at = memmem (at, length - (gsize) (at - text), words, n)) != NULL; at++)
    {
      const char before = at > text ? at[-1] : ' ', after = at + n < text + length ? at[n] : ' ';
      if (!g_ascii_isalnum (before) && !g_ascii_isalnum (after))
        return at;
    }
  return NULL;
}

/* --- the index ----------------------------------------------------------------------------------------------------- */

/* Corrections (their numbers) by what was wrong; keys are texts. */
typedef struct
{
  GHashTable *values; /* "n 41 41", "d 737000 737001" → GArray of guint */
  GHashTable *words;  /* first word of what was wrong → the same */
} Index;

static char *
value_key (char kind, double low, double high)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE], last[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup_printf ("%c %s %s", kind, g_ascii_dtostr (first, sizeof first, low),
                          g_ascii_dtostr (last, sizeof last, high));
}

static char *
key_of_days (BlDateRange days)
{
  return value_key ('d', days.first, days.last);
}

/* Takes key. */
static void
add (GHashTable *index, char *key, guint correction)
{
  GArray *list = g_hash_table_lookup (index, key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index, key, list);
    }
  else
    g_free (key);
  g_array_append_val (list, correction);
}

/* The word at the start of text into word: letters and digits, or the one byte that is neither. Returns its length. */
static gsize
first_word (const char *text, gsize length, char word[WORD_BYTES + 1])
{
  gsize n = 0;
  while (n < length && g_ascii_isalnum (text[n]))
    n++;
  const gsize kept = MIN (MAX (n, 1), WORD_BYTES);
  memcpy (word, text, kept);
  word[kept] = '\0';
  return MAX (n, 1);
}

static Index
index_corrections (const GPtrArray *corrections)
{
  const Index index = { .values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
                        .words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref) };
  for (guint i = 0; i < corrections->len; i++)
    {
      const BlCorrectionDetail *detail = ((const BlTakenBack *) corrections->pdata[i])->detail;
      if (detail->wrong_figure != NULL)
        add (index.values, value_key ('n', detail->wrong_figure->low, detail->wrong_figure->high), i);
      if (detail->wrong_date != NULL && detail->wrong_date->range.known)
        add (index.values, key_of_days (detail->wrong_date->range), i);
      if (detail->wrong_figure == NULL && detail->wrong_date == NULL && detail->wrong[0] != '\0')
        {
          char word[WORD_BYTES + 1];
          first_word (detail->wrong, strlen (detail->wrong), word);
          add (index.words, g_strdup (word), i);
        }
    }
  return index;
}

static void
index_clear (Index *index)
{
  g_hash_table_unref (index->values);
  g_hash_table_unref (index->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

/* --- the corpus, once ---------------------------------------------------------------------------------------------- */

static void
add_pair (GArray *pairs, guint correction, guint article)
{
  const BlRetold pair = { .correction = correction, .article = article };
  g_array_append_val (pairs, pair);
}

static void
look_at_claim (const Index *index, const GPtrArray *corrections, const BlClaim *claim, GArray *pairs)
{
  g_autofree char *key = NULL;
  if (strcmp (claim->predicate, "counts") == 0)
    key = value_key ('n', claim->value.quantity->low, claim->value.quantity->high);
  else if (strcmp (claim->predicate, "happens-on") == 0 && claim->value.date.known)
    key = key_of_days (claim->value.date);
  const GArray *list = key != NULL ? g_hash_table_lookup (index->values, key) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const guint number = g_array_index (list, guint, i);
      const BlTakenBack *correction = corrections->pdata[number];
      if (is_later_use (correction, claim->at.article) && bl_taken_back_is_value (correction, claim))
        add_pair (pairs, number, claim->at.article->index);
    }
}

static void
look_at_words (const Index *index, const GPtrArray *corrections, const BlArticle *article, GArray *pairs)
{
  gsize length;
  const char *text = bl_document_text (article->document, &length);
  for (gsize at = 0; at < length;)
    {
      char word[WORD_BYTES + 1];
      const gsize n = first_word (text + at, length - at, word);
      const GArray *list = g_hash_table_lookup (index->words, word);
      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          const guint number = g_array_index (list, guint, i);
          const BlTakenBack *correction = corrections->pdata[number];
          const gsize wrong = strlen (correction->detail->wrong);
          if (wrong <= length - at && memcmp (text + at, correction->detail->wrong, wrong) == 0
              && is_later_use (correction, article))
            add_pair (pairs, number, article->index);
        }
      at += n;
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const BlRetold *x = a, *y = b;
  if (x->correction != y->correction)
    return x->correction < y->correction ? -1 : 1;
  return (x->article > y->article) - (x->article < y->article);
}

GArray *
bl_retold_find (const BlCompareState *state, const GPtrArray *corrections)
{
  g_auto (Index) index = index_corrections (corrections);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BlRetold));
  const GPtrArray *articles = state->input->article_claims;
  for (guint a = 0; a < articles->len; a++)
    {
      const GPtrArray *list = bl_article_claims_list (articles->pdata[a]);
      for (guint i = 0; g_hash_table_size (index.values) > 0 && i < list->len; i++)
        look_at_claim (&index, corrections, list->pdata[i], all);
      if (g_hash_table_size (index.words) > 0)
        look_at_words (&index, corrections, bl_article_claims_article (articles->pdata[a]), all);
    }
  g_array_sort (all, compare_pairs);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (BlRetold));
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || compare_pairs (&g_array_index (all, BlRetold, i - 1), &g_array_index (all, BlRetold, i)) != 0)
      g_array_append_val (pairs, g_array_index (all, BlRetold, i));
  return pairs;
}
