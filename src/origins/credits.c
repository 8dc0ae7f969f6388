#include "origins/credits.h"

#include "readers/readers.h"

#include <string.h>

struct BlCreditIndex
{
  GHashTable *lists; /* key (owned) → GPtrArray of const BlArticle * */
};

BlCredit
bl_credit_of (const BlArticleClaims *claims)
{
  const BlArticle *article = bl_article_claims_article (claims);
  const GPtrArray *list = bl_article_claims_list (claims);
  BlCredit credit = { .name = article->origin, .whole = article->origin != NULL };
  for (guint i = 0; i < list->len && !credit.whole; i++)
    {
      const BlClaim *claim = list->pdata[i];
      if (strcmp (claim->predicate, "credits") != 0)
        continue;
      const BlCreditDetail *detail = claim->detail;
      if (detail->whole || credit.name == NULL)
        credit = (BlCredit){ .name = claim->value.surface, .evidence = claim->at.text, .whole = detail->whole };
    }
  return credit;
}

static const char *
skip_prefix (const char *text, const char *prefix)
{
  return g_str_has_prefix (text, prefix) ? text + strlen (prefix) : text;
}

/* "https://www.example.org/a/b" keeps its path; a name loses what is no letter. */
char *
bl_credit_key (const char *name)
{
  const char *address = strstr (name, "://");
  if (address != NULL)
    {
      g_autofree char *small = g_ascii_strdown (skip_prefix (address + 3, "www."), -1);
      gsize length = strcspn (small, "?#");
      while (length > 0 && small[length - 1] == '/')
        length--;
      return g_strndup (small, length);
    }
  g_autofree char *small = g_ascii_strdown (name, -1);
  const char *bare = skip_prefix (skip_prefix (small, "the "), "www.");
  g_autofree char *folded = bl_fold_letters (bare, -1);
  return folded[0] != '\0' ? g_steal_pointer (&folded) : g_strdup (bare);
}

static void
enter (BlCreditIndex *index, const char *name, const BlArticle *article)
{
  if (name == NULL || name[0] == '\0')
    return;
  g_autofree char *key = bl_credit_key (name);
  GPtrArray *list = g_hash_table_lookup (index->lists, key);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index->lists, g_steal_pointer (&key), list);
    }
  if (list->len == 0 || list->pdata[list->len - 1] != article)
    g_ptr_array_add (list, (gpointer) article);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const BlArticle *x = *(const BlArticle *const *) a, *y = *(const BlArticle *const *) b;
  const gint32 day_x = bl_date_first_day (x->published), day_y = bl_date_first_day (y->published);
  if (day_x != day_y)
    return day_x < day_y ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

BlCreditIndex *
bl_credit_index_new (const GPtrArray *article_claims)
{
  BlCreditIndex *index = g_new0 (BlCreditIndex, 1);
  index->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < article_claims->len; i++)
    {
      const BlArticle *article = bl_article_claims_article (article_claims->pdata[i]);
      enter (index, article->url, article);
      if (article->source == NULL)
        continue;
      enter (index, article->source->name, article);
      enter (index, article->source->id, article);
      enter (index, article->source->url, article);
      for (guint k = 0; article->source->aliases != NULL && article->source->aliases[k] != NULL; k++)
        enter (index, article->source->aliases[k], article);
    }
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init (&iter, index->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_days);
  return index;
}

void
bl_credit_index_free (BlCreditIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->lists);
  g_free (index);
}

const GPtrArray *
bl_credit_index_find (const BlCreditIndex *index, const char *name)
{
  g_autofree char *key = bl_credit_key (name);
  const GPtrArray *list = g_hash_table_lookup (index->lists, key);
  const gsize host = strcspn (key, "/");
  if (list != NULL || strstr (name, "://") == NULL || key[host] == '\0')
    return list;
  /* An address of no article of the corpus still names its site. */
  g_autofree char *site = g_strndup (key, host);
  return g_hash_table_lookup (index->lists, site);
}

guint
bl_credit_first (const GPtrArray *articles, gint64 day)
{
  guint low = 0, high = articles->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (bl_date_first_day (((const BlArticle *) articles->pdata[middle])->published) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
count_named (const BlArticleClaims *claims, GHashTable *names)
{
  guint n_sentences, n = 0;
  const BlClaimSentence *sentences = bl_article_claims_sentences (claims, &n_sentences);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_sentences; i++)
    for (const char *const *name = sentences[i].names; *name != NULL; name++)
      n += g_hash_table_contains (names, *name) && g_hash_table_add (seen, (gpointer) *name);
  return n;
}

const BlArticle *
bl_credit_choose (const BlArticleClaims *from, const GPtrArray *articles)
{
  if (articles->len <= 1)
    return articles->len == 0 ? NULL : bl_article_claims_article (articles->pdata[0]);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_sentences, most = 0;
  const BlClaimSentence *sentences = bl_article_claims_sentences (from, &n_sentences);
  for (guint i = 0; i < n_sentences; i++)
    for (const char *const *name = sentences[i].names; *name != NULL; name++)
      g_hash_table_add (names, (gpointer) *name);
  const BlArticle *best = NULL;
  for (guint i = 0; i < articles->len; i++)
    {
      const guint n = count_named (articles->pdata[i], names);
      if (n > most)
        {
          most = n;
          best = bl_article_claims_article (articles->pdata[i]);
        }
    }
  return best;
}
