#include "mentions/searches.h"

enum
{
  MAX_REMEMBERED = 100000 /* spellings, about 25 MB; later ones are computed each time */
};

struct BlSearches
{
  const BlKnowledge *kb;
  GMutex lock;
  GHashTable *answers; /* spelling → BlSearch; entries are never changed or removed */
};

BlSearches *
bl_searches_new (const BlKnowledge *kb)
{
  BlSearches *searches = g_new0 (BlSearches, 1);
  searches->kb = kb;
  g_mutex_init (&searches->lock);
  searches->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return searches;
}

void
bl_searches_free (BlSearches *searches)
{
  if (searches == NULL)
    return;
  g_hash_table_unref (searches->answers);
  g_mutex_clear (&searches->lock);
  g_free (searches);
}

static gboolean
recall (BlSearches *searches, const char *spelling, BlSearch *answer)
{
  g_mutex_lock (&searches->lock);
  const BlSearch *known = g_hash_table_lookup (searches->answers, spelling);
  if (known != NULL)
    *answer = *known;
  g_mutex_unlock (&searches->lock);
  return known != NULL;
}

static void
remember (BlSearches *searches, const char *spelling, const BlSearch *answer)
{
  g_mutex_lock (&searches->lock);
  if (g_hash_table_size (searches->answers) < MAX_REMEMBERED && !g_hash_table_contains (searches->answers, spelling))
    g_hash_table_insert (searches->answers, g_strdup (spelling), g_memdup2 (answer, sizeof *answer));
  g_mutex_unlock (&searches->lock);
}

void
bl_searches_find (BlSearches *searches, const char *spelling, BlSearch *answer)
{
  if (recall (searches, spelling, answer))
    return;
  answer->n = bl_name_search (searches->kb, spelling, answer->found, BL_SEARCH_CANDIDATES);
  remember (searches, spelling, answer);
}
