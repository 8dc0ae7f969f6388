#include "origins/clusters.h"

#include "origins/credits.h"

struct BlOriginGroups
{
  const GPtrArray *article_claims;
  guint n;
  guint *parents;     /* sets of articles, see base/sets.h */
  guint *group;       /* article → group */
  const char **names; /* article → whom it credits, or NULL */
  guint8 *credited;   /* article: another one credits it */
  GArray *clusters;   /* BlOriginCluster */
  guint *witness;     /* group → witness */
  GPtrArray *witness_names;
};

static const BlArticle *
article_of (const BlOriginGroups *groups, guint index)
{
  return bl_article_claims_article (groups->article_claims->pdata[index]);
}

BlOriginGroups *
bl_origin_groups_new (const GPtrArray *article_claims)
{
  BlOriginGroups *groups = g_new0 (BlOriginGroups, 1);
  groups->article_claims = article_claims;
  groups->n = article_claims->len;
  groups->parents = bl_sets_new (groups->n);
  groups->group = g_new0 (guint, groups->n + 1);
  groups->names = g_new0 (const char *, groups->n + 1);
  groups->credited = g_new0 (guint8, groups->n + 1);
  groups->witness = g_new0 (guint, groups->n + 1);
  groups->clusters = g_array_new (FALSE, TRUE, sizeof (BlOriginCluster));
  groups->witness_names = g_ptr_array_new ();
  return groups;
}

void
bl_origin_groups_free (BlOriginGroups *groups)
{
  if (groups == NULL)
    return;
  g_free (groups->parents);
  g_free (groups->group);
  g_free (groups->names);
  g_free (groups->credited);
  g_free (groups->witness);
  g_array_unref (groups->clusters);
  g_ptr_array_unref (groups->witness_names);
  g_free (groups);
}

void
bl_origin_groups_join (BlOriginGroups *groups, guint a, guint b)
{
  bl_sets_join (groups->parents, a, b);
}

void
bl_origin_groups_credit (BlOriginGroups *groups, guint from, guint to)
{
  bl_origin_groups_join (groups, from, to);
  groups->credited[to] = TRUE;
}

void
bl_origin_groups_name (BlOriginGroups *groups, guint article, const char *name)
{
  groups->names[article] = name;
}

/* --- origins ------------------------------------------------------------------------------------------------------- */

/* By day, unknown days last; then by id. */
static gboolean
is_earlier (const BlArticle *a, const BlArticle *b)
{
  const gint32 day_a = bl_date_first_day (a->published), day_b = bl_date_first_day (b->published);
  if (day_a != day_b)
    return day_b == 0 || (day_a != 0 && day_a < day_b);
  return g_strcmp0 (a->id, b->id) < 0;
}

static void
take_article (BlOriginGroups *groups, guint index, const BlArticle **credit)
{
  const guint group = groups->group[index];
  BlOriginCluster *cluster = &g_array_index (groups->clusters, BlOriginCluster, group);
  const BlArticle *article = article_of (groups, index);
  cluster->n_articles++;
  if (cluster->earliest == NULL || is_earlier (article, cluster->earliest))
    cluster->earliest = article;
  const char *source = groups->credited[index] && article->source != NULL ? article->source->name : NULL;
  const char *name = groups->names[index] != NULL ? groups->names[index] : source;
  if (name != NULL && (credit[group] == NULL || is_earlier (article, credit[group])))
    {
      credit[group] = article;
      cluster->origin = name;
    }
}

/* key of an alias → the source that has it. Sources that wrote none of the articles count too: two of them may be credited by its names. */
static GHashTable *
find_aliases (const BlOriginGroups *groups)
{
  GHashTable *aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *sources = NULL;
  for (guint i = 0; sources == NULL && i < groups->n; i++)
    if (article_of (groups, i)->source != NULL)
      sources = article_of (groups, i)->source->siblings;
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const BlSource *source = sources->pdata[i];
      for (guint k = 0; source->aliases != NULL && source->aliases[k] != NULL; k++)
        g_hash_table_insert (aliases, bl_credit_key (source->aliases[k]), (gpointer) source);
    }
  return aliases;
}

/* Groups of one origin, or of one source where nobody is credited, have one witness. */
static void
find_witnesses (BlOriginGroups *groups)
{
  g_autoptr (GHashTable) aliases = find_aliases (groups);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < groups->clusters->len; i++)
    {
      const BlOriginCluster *cluster = &g_array_index (groups->clusters, BlOriginCluster, i);
      const BlSource *source = cluster->earliest->source;
      const char *name = cluster->origin != NULL ? cluster->origin : source != NULL ? source->name : NULL;
      g_autofree char *key = name != NULL ? bl_credit_key (name) : NULL;
      const BlSource *meant = key != NULL ? g_hash_table_lookup (aliases, key) : NULL;
      if (meant != NULL)
        {
          name = meant->name;
          g_free (key);
          key = bl_credit_key (name);
        }
      gpointer number;
      if (key != NULL && g_hash_table_lookup_extended (known, key, NULL, &number))
        {
          groups->witness[i] = GPOINTER_TO_UINT (number);
          continue;
        }
      groups->witness[i] = groups->witness_names->len;
      if (key != NULL)
        g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (groups->witness[i]));
      g_ptr_array_add (groups->witness_names, (gpointer) (name != NULL ? name : "unknown origin"));
    }
}

void
bl_origin_groups_settle (BlOriginGroups *groups)
{
  guint n = 0;
  for (guint i = 0; i < groups->n; i++)
    {
      const guint root = bl_sets_root (groups->parents, i);
      groups->group[i] = root == i ? n++ : groups->group[root];
    }
  g_array_set_size (groups->clusters, n);
  g_autofree const BlArticle **credit = g_new0 (const BlArticle *, n + 1);
  for (guint i = 0; i < groups->n; i++)
    take_article (groups, i, credit);
  find_witnesses (groups);
}

guint
bl_origin_groups_of (const BlOriginGroups *groups, guint article)
{
  return groups->group[article];
}

guint
bl_origin_groups_count (const BlOriginGroups *groups)
{
  return groups->clusters->len;
}

const BlOriginCluster *
bl_origin_groups_at (const BlOriginGroups *groups, guint group)
{
  return &g_array_index (groups->clusters, BlOriginCluster, group);
}

guint
bl_origin_groups_witness (const BlOriginGroups *groups, guint group)
{
  return groups->witness[group];
}

const char *
bl_origin_groups_witness_name (const BlOriginGroups *groups, guint witness)
{
  return groups->witness_names->pdata[witness];
}
