#include "names/neighbours.h"

#include "text/text.h"

#include <string.h>

enum
{
  MAX_PLACES = 4096 /* of one key; a neighbour that more words have is too common to say anything */
};

/* One place of a word that somebody asked about. Each odd word looks at all places of its key, most of them of other years: the days stand
 * here so that it need not look further. */
typedef struct
{
  guint article;
  guint at;
  gint32 first, last; /* days of the article */
} Place;

struct BlNeighbours
{
  const BlCompareInput *input;
  GArray *odd;         /* BlOddWord */
  GHashTable *asked;   /* "<capitol p", ">obama p" → GArray of Place */
  GHashTable *writers; /* odd word → GPtrArray of const BlArticle *, each once */
  GHashTable *counted; /* odd word (borrowed) → origins that write it, once it was asked */
};

static const BlProperWord *
words_of (const BlNeighbours *neighbours, guint article, guint *n)
{
  const BlArticleClaims *claims = neighbours->input->article_claims->pdata[article];
  return bl_mentions_proper_words (bl_article_claims_mentions (claims), n);
}

static const BlArticle *
article_at (const BlNeighbours *neighbours, guint article)
{
  return bl_article_claims_article (neighbours->input->article_claims->pdata[article]);
}

/* The word beside, on one side (-1, 1); NULL for none. */
static const BlProperWord *
beside (const BlProperWord *words, guint n, guint at, int side)
{
  if (side < 0)
    return (words[at].flags & BL_PROPER_FOLLOWS) != 0 ? &words[at - 1] : NULL;
  return at + 1 < n && (words[at + 1].flags & BL_PROPER_FOLLOWS) != 0 ? &words[at + 1] : NULL;
}

gboolean
bl_neighbour_key (const BlProperWord *words, guint n, guint at, int side, char key[BL_NEIGHBOUR_KEY_BYTES])
{
  const BlProperWord *other = beside (words, n, at, side);
  if (other == NULL)
    return FALSE;
  const gsize length = strlen (other->word);
  if (length < 2 || length + 4 > BL_NEIGHBOUR_KEY_BYTES)
    return FALSE;
  key[0] = side < 0 ? '<' : '>';
  memcpy (key + 1, other->word, length);
  key[length + 1] = ' ';
  key[length + 2] = words[at].word[0];
  key[length + 3] = '\0';
  return TRUE;
}

static void
ask (BlNeighbours *neighbours, const BlProperWord *words, guint n, guint at)
{
  char key[BL_NEIGHBOUR_KEY_BYTES];
  for (int side = -1; side <= 1; side += 2)
    if (bl_neighbour_key (words, n, at, side, key) && !g_hash_table_contains (neighbours->asked, key))
      g_hash_table_insert (neighbours->asked, g_strdup (key), g_array_new (FALSE, FALSE, sizeof (Place)));
}

static void
ask_article (BlNeighbours *neighbours, guint article)
{
  guint n;
  const BlProperWord *words = words_of (neighbours, article, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint at = 0; at < n; at++)
    {
      if ((words[at].flags & BL_PROPER_ODD) == 0 || (beside (words, n, at, -1) == NULL && beside (words, n, at, 1) == NULL))
        continue;
      ask (neighbours, words, n, at);
      const BlOddWord odd = { .article = article_at (neighbours, article), .words = words, .n_words = n, .at = at };
      if (g_hash_table_add (seen, (gpointer) words[at].word))
        g_array_append_val (neighbours->odd, odd);
      if (!g_hash_table_contains (neighbours->writers, words[at].word))
        g_hash_table_insert (neighbours->writers, (gpointer) words[at].word, g_ptr_array_new ());
    }
}

static void
answer_article (BlNeighbours *neighbours, guint article)
{
  guint n;
  const BlProperWord *words = words_of (neighbours, article, &n);
  const BlArticle *own = article_at (neighbours, article);
  const BlDateRange days = bl_date_range (own->published);
  char key[BL_NEIGHBOUR_KEY_BYTES];
  for (guint at = 0; at < n; at++)
    {
      GPtrArray *writers
          = (words[at].flags & BL_PROPER_KNOWN) != 0 ? NULL : g_hash_table_lookup (neighbours->writers, words[at].word);
      if (writers != NULL && (writers->len == 0 || writers->pdata[writers->len - 1] != own))
        g_ptr_array_add (writers, (gpointer) own);
      for (int side = -1; side <= 1; side += 2)
        {
          GArray *places = bl_neighbour_key (words, n, at, side, key) ? g_hash_table_lookup (neighbours->asked, key) : NULL;
          const Place place = { .article = article,
                                .at = at,
                                .first = days.known ? days.first : G_MININT32,
                                .last = days.known ? days.last : G_MAXINT32 };
          if (places != NULL && places->len < MAX_PLACES)
            g_array_append_val (places, place);
        }
    }
}

BlNeighbours *
bl_neighbours_new (const BlCompareInput *input)
{
  BlNeighbours *neighbours = g_new0 (BlNeighbours, 1);
  neighbours->input = input;
  neighbours->odd = g_array_new (FALSE, FALSE, sizeof (BlOddWord));
  neighbours->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  neighbours->writers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  neighbours->counted = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < input->article_claims->len; i++)
    ask_article (neighbours, i);
  for (guint i = 0; i < input->article_claims->len; i++)
    answer_article (neighbours, i);
  return neighbours;
}

void
bl_neighbours_free (BlNeighbours *neighbours)
{
  if (neighbours == NULL)
    return;
  g_array_unref (neighbours->odd);
  g_hash_table_unref (neighbours->asked);
  g_hash_table_unref (neighbours->writers);
  g_hash_table_unref (neighbours->counted);
  g_free (neighbours);
}

const GArray *
bl_neighbours_odd_words (const BlNeighbours *neighbours)
{
  return neighbours->odd;
}

guint
bl_neighbours_n_origins (const BlNeighbours *neighbours, const char *word)
{
  gpointer known;
  if (g_hash_table_lookup_extended (neighbours->counted, word, NULL, &known))
    return GPOINTER_TO_UINT (known);
  const GPtrArray *writers = g_hash_table_lookup (neighbours->writers, word);
  const guint n = writers == NULL || writers->len == 0 ? 0 : bl_origins_count (neighbours->input->origins, writers);
  g_hash_table_insert (neighbours->counted, (gpointer) word, GUINT_TO_POINTER (n));
  return n;
}

guint
bl_neighbours_n_articles (const BlNeighbours *neighbours, const char *word)
{
  const GPtrArray *writers = g_hash_table_lookup (neighbours->writers, word);
  return writers == NULL ? 0 : writers->len;
}

/* --- rivals ------------------------------------------------------------------------------------------------------- */

/* Unknown days are near all others: the names in common decide. */
static gboolean
is_near_in_time (BlDateRange days, const Place *place)
{
  return !days.known
         || ((gint64) place->first - days.last <= BL_NEIGHBOUR_WINDOW_DAYS
             && (gint64) days.first - place->last <= BL_NEIGHBOUR_WINDOW_DAYS);
}

typedef struct
{
  BlRival rival;
  GPtrArray *writers; /* const BlArticle *, others than the odd word's own */
} Found;

static void
found_free (gpointer data)
{
  g_ptr_array_unref (((Found *) data)->writers);
  g_free (data);
}

static Found *
get_found (GPtrArray *list, const char *word)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((Found *) list->pdata[i])->rival.word, word) == 0)
      return list->pdata[i];
  Found *found = g_new0 (Found, 1);
  found->rival.word = word;
  found->writers = g_ptr_array_new ();
  g_ptr_array_add (list, found);
  return found;
}

static void
take_place (const BlNeighbours *neighbours, const BlOddWord *odd, const Place *place, int side, GPtrArray *list)
{
  guint n;
  const BlProperWord *words = words_of (neighbours, place->article, &n);
  const BlProperWord *word = &words[place->at];
  const BlArticle *article = article_at (neighbours, place->article);
  Found *found = get_found (list, word->word);
  BlRival *rival = &found->rival;
  const gboolean same = article == odd->article;
  if (rival->words == NULL || (rival->article == odd->article && !same))
    {
      rival->article = article;
      rival->words = words;
      rival->at = place->at;
      rival->side = side;
    }
  rival->same_article |= same;
  rival->known |= (word->flags & BL_PROPER_KNOWN) != 0;
  rival->odd |= (word->flags & BL_PROPER_ODD) != 0;
  rival->person |= (word->flags & BL_PROPER_PERSON) != 0;
  if (!same)
    g_ptr_array_add (found->writers, (gpointer) article);
}

static int
compare_rivals (gconstpointer a, gconstpointer b)
{
  const BlRival *x = a, *y = b;
  if (x->n_origins != y->n_origins)
    return x->n_origins > y->n_origins ? -1 : 1;
  return strcmp (x->word, y->word);
}

void
bl_neighbours_rivals (const BlNeighbours *neighbours, const BlOddWord *odd, GArray *rivals)
{
  const char *word = odd->words[odd->at].word;
  const BlDateRange days = bl_date_range (odd->article->published);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (GHashTable) judged = g_hash_table_new (g_str_hash, g_str_equal);
  char key[BL_NEIGHBOUR_KEY_BYTES];
  for (guint at = odd->at; at < odd->n_words; at++)
    for (int side = -1; side <= 1 && odd->words[at].word == word; side += 2)
      {
        const GArray *places
            = bl_neighbour_key (odd->words, odd->n_words, at, side, key) ? g_hash_table_lookup (neighbours->asked, key) : NULL;
        for (guint i = 0; places != NULL && places->len < MAX_PLACES && i < places->len; i++)
          {
            const Place *place = &g_array_index (places, Place, i);
            if (!is_near_in_time (days, place))
              continue;
            guint n;
            const char *other = words_of (neighbours, place->article, &n)[place->at].word;
            gpointer verdict;
            if (!g_hash_table_lookup_extended (judged, other, NULL, &verdict))
              {
                verdict = GINT_TO_POINTER (bl_word_may_be_garbled (neighbours->input->kb, word, other));
                g_hash_table_insert (judged, (gpointer) other, verdict);
              }
            if (verdict != NULL)
              take_place (neighbours, odd, place, side, list);
          }
      }
  for (guint i = 0; i < list->len; i++)
    {
      Found *found = list->pdata[i];
      for (guint k = 0; k < found->writers->len; k++)
        found->rival.n_articles += k == 0 || found->writers->pdata[k] != found->writers->pdata[k - 1];
      if (found->writers->len > 0)
        found->rival.n_origins = bl_origins_count (neighbours->input->origins, found->writers);
      g_array_append_val (rivals, found->rival);
    }
  g_array_sort (rivals, compare_rivals);
}

/* --- context ------------------------------------------------------------------------------------------------------- */

static GHashTable *
pairs_of (const BlNeighbours *neighbours, const BlArticle *article)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const BlProperWord *words = words_of (neighbours, article->index, &n);
  for (guint at = 1; at < n; at++)
    if ((words[at].flags & BL_PROPER_FOLLOWS) != 0)
      g_hash_table_add (pairs, g_strconcat (words[at - 1].word, " ", words[at].word, NULL));
  return pairs;
}

guint
bl_neighbours_common (const BlNeighbours *neighbours, const BlArticle *a, const BlArticle *b)
{
  g_autoptr (GHashTable) left = pairs_of (neighbours, a), right = pairs_of (neighbours, b);
  GHashTableIter iter;
  gpointer pair;
  guint n = 0;
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    n += g_hash_table_contains (right, pair);
  return n;
}
