/* What articles show of themselves: where they come from, whom they name, what they take back. */
#include "readers/readers.h"
#include "reliability/tally.h"

#include <string.h>

/* Bytes in which a dateline stands. */
#define DATELINE 80

/* What an article took from an earlier one: nothing, its text, or what it credits. */
enum
{
  TAKEN_TEXT = 1 << 0,
  TAKEN_CREDIT = 1 << 1,
};

static guint8 *
read_taken (const BlProfileInput *input)
{
  guint8 *taken = g_new0 (guint8, input->article_claims->len + 1);
  const GArray *edges = bl_origins_edges (input->origins);
  for (guint i = 0; i < edges->len; i++)
    {
      const BlOriginEdge *edge = &g_array_index (edges, BlOriginEdge, i);
      if (edge->kind <= BL_EDGE_DERIVED)
        taken[edge->from] |= TAKEN_TEXT;
      else if (edge->kind == BL_EDGE_CREDIT)
        taken[edge->from] |= TAKEN_CREDIT;
    }
  for (guint i = 0; i < input->article_claims->len; i++)
    if (bl_origins_is_relayed (input->origins, bl_article_claims_article (input->article_claims->pdata[i])))
      taken[i] |= TAKEN_CREDIT;
  return taken;
}

/* "LUMEN, May 20 (Reuters) -", "WARSAW – ": the body begins with capitals, and a dash follows soon. */
static gboolean
has_dateline (const BlDocument *document)
{
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n);
  const char *text = bl_document_text (document, NULL);
  guint first = 0;
  while (first < n && blocks[first].kind != BL_BLOCK_PARAGRAPH)
    first++;
  if (first == n)
    return FALSE;
  const gsize length = MIN (bl_span_length (blocks[first].span), DATELINE);
  g_autofree char *head = g_strndup (text + blocks[first].span.start, length);
  gsize capitals = 0;
  while (g_ascii_isupper (head[capitals]))
    capitals++;
  if (capitals < 3)
    return head[0] == '(' && strchr (head, ')') != NULL && strpbrk (head, "-\xE2") != NULL;
  return strstr (head, " - ") != NULL || strstr (head, " \xE2\x80\x93") != NULL || strstr (head, " \xE2\x80\x94") != NULL
         || strstr (head, ") -") != NULL;
}

static void
add_claim (const BlClaim *claim, BlTally *tally)
{
  if (strcmp (claim->predicate, "corrects") == 0)
    {
      tally->profile->n_corrections++;
      return;
    }
  /* What a report rule noted is not a claim of the article. */
  if (strcmp (claim->predicate, "reports") == 0 || strcmp (claim->predicate, "credits") == 0)
    return;
  tally->profile->n_claims++;
  if (claim->speaker != NULL)
    {
      tally->attributed++;
      tally->named += !g_str_has_prefix (claim->speaker, "unnamed/");
    }
}

static gboolean
has_credit (const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((const BlClaim *) list->pdata[i])->predicate, "credits") == 0)
      return TRUE;
  return FALSE;
}

static void
add_article (const BlArticleClaims *claims, guint8 taken, BlTally *tally)
{
  const BlArticle *article = bl_article_claims_article (claims);
  const GPtrArray *list = bl_article_claims_list (claims);
  BlSourceProfile *profile = tally->profile;
  profile->n_articles++;
  profile->with_date.k += article->published.precision != BL_DATE_UNKNOWN;
  profile->with_byline.k += article->author != NULL;
  profile->with_dateline.k += has_dateline (article->document);
  profile->with_credit.k += article->origin != NULL || has_credit (list);
  profile->with_link.k += strstr (bl_document_text (article->document, NULL), "://") != NULL;
  profile->relayed.k += (taken & TAKEN_CREDIT) != 0;
  profile->copied.k += (taken & TAKEN_TEXT) != 0;
  tally->own += taken == 0;
  for (guint i = 0; i < list->len; i++)
    add_claim (list->pdata[i], tally);
}

/* Of the articles of one source and one text the one with most claims counts. */
static void
add_effective (GHashTable *most, const BlProfileInput *input, const BlArticle *article, guint n_claims)
{
  const gint64 key = ((gint64) article->source->index << 32) | bl_origins_cluster (input->origins, article);
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (most, &key));
  if (n_claims > before)
    g_hash_table_replace (most, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n_claims));
}

static void
add_effective_claims (GHashTable *most, BlTally *tallies)
{
  GHashTableIter iter;
  gpointer key, n;
  g_hash_table_iter_init (&iter, most);
  while (g_hash_table_iter_next (&iter, &key, &n))
    tallies[*(const gint64 *) key >> 32].profile->n_effective += GPOINTER_TO_UINT (n);
}

void
bl_tally_articles (const BlProfileInput *input, BlTally *tallies)
{
  g_autofree guint8 *taken = read_taken (input);
  g_autoptr (GHashTable) most = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < input->article_claims->len; i++)
    {
      const BlArticle *article = bl_article_claims_article (input->article_claims->pdata[i]);
      BlTally *tally = bl_tally_of (tallies, article);
      if (tally == NULL)
        continue;
      const guint before = tally->profile->n_claims;
      add_article (input->article_claims->pdata[i], taken[i], tally);
      add_effective (most, input, article, tally->profile->n_claims - before);
    }
  add_effective_claims (most, tallies);
}
