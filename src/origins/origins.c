/* Articles that share text are found by an inverted index of their 5-grams: a 5-gram in more than MAX_POSTING articles is a
 * stock phrase and is skipped, so cost stays near linear; every candidate pair is then measured exactly. */
#include "origins/origins.h"

#include "origins/shingles.h"

#include <stdlib.h>
#include <string.h>

#define COPY 0.5
#define DERIVED 0.2
#define MAX_POSTING 64

/* Who credits an outlet relays what it wrote up to so many days before. */
#define CREDIT_DAYS 2

/* A pair becomes a candidate when it shares this many of the sampled 5-grams. */
#define SAMPLE 8 /* one hash in eight */
#define MIN_SHARED 2

struct BlOrigins
{
  guint n_articles;
  guint *parent;  /* union-find by article index; the root is the smallest index */
  guint *cluster; /* article → cluster number */
  guint n_clusters;
  char **credits; /* article → credited origin, or NULL */
  GArray *edges;  /* BlOriginEdge; evidence owned */
};

static void
edge_clear (gpointer data)
{
  g_free ((char *) ((BlOriginEdge *) data)->evidence);
}

static guint
find_root (const BlOrigins *origins, guint index)
{
  while (origins->parent[index] != index)
    {
      origins->parent[index] = origins->parent[origins->parent[index]];
      index = origins->parent[index];
    }
  return index;
}

static void
join (BlOrigins *origins, guint a, guint b)
{
  const guint x = find_root (origins, a), y = find_root (origins, b);
  origins->parent[MAX (x, y)] = MIN (x, y);
}

static const BlArticle *
article_of (const GPtrArray *article_claims, guint index)
{
  return bl_article_claims_article (article_claims->pdata[index]);
}

/* --- candidates ---------------------------------------------------------------------------------------------------- */

static int
compare_pairs (const void *a, const void *b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
  return x < y ? -1 : x > y;
}

/* Sampled 5-gram (borrowed) → articles that have it, in order: at most MAX_POSTING, and one more for those that are skipped. */
static GHashTable *
index_shingles (const GPtrArray *shingles)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint a = 0; a < shingles->len; a++)
    {
      const GArray *hashes = shingles->pdata[a];
      for (guint i = 0; i < hashes->len; i++)
        {
          guint64 *hash = &g_array_index (hashes, guint64, i);
          if (*hash % SAMPLE != 0)
            continue;
          GArray *posting = g_hash_table_lookup (index, hash);
          if (posting == NULL)
            {
              posting = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, hash, posting);
            }
          if (posting->len <= MAX_POSTING)
            g_array_append_val (posting, a);
        }
    }
  return index;
}

/* Counts what an article shares with each earlier one; those with anything are listed in touched. */
static void
count_shared (GHashTable *index, const GArray *hashes, guint article, guint *counts, GArray *touched)
{
  for (guint i = 0; i < hashes->len; i++)
    {
      const guint64 *hash = &g_array_index (hashes, guint64, i);
      const GArray *posting = *hash % SAMPLE == 0 ? g_hash_table_lookup (index, hash) : NULL;
      if (posting == NULL || posting->len > MAX_POSTING)
        continue;
      for (guint k = 0; k < posting->len && g_array_index (posting, guint, k) < article; k++)
        {
          const guint other = g_array_index (posting, guint, k);
          if (counts[other]++ == 0)
            g_array_append_val (touched, other);
        }
    }
}

/* Pairs of articles, low index << 32 | high index, that share enough sampled 5-grams; sorted. */
static GArray *
candidate_pairs (const GPtrArray *shingles)
{
  g_autoptr (GHashTable) index = index_shingles (shingles);
  g_autofree guint *counts = g_new0 (guint, shingles->len + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *out = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint a = 0; a < shingles->len; a++)
    {
      count_shared (index, shingles->pdata[a], a, counts, touched);
      for (guint i = 0; i < touched->len; i++)
        {
          const guint other = g_array_index (touched, guint, i);
          const gint64 pair = ((gint64) other << 32) | a;
          if (counts[other] >= MIN_SHARED)
            g_array_append_val (out, pair);
          counts[other] = 0;
        }
      g_array_set_size (touched, 0);
    }
  if (out->len > 1)
    qsort (out->data, out->len, sizeof (gint64), compare_pairs);
  return out;
}

/* --- edges --------------------------------------------------------------------------------------------------------- */

/* The later of two articles took from the earlier one; without dates the later in the corpus. */
static gboolean
is_later (const BlArticle *a, const BlArticle *b)
{
  const gint32 day_a = bl_date_first_day (a->published), day_b = bl_date_first_day (b->published);
  return day_a != day_b ? day_a > day_b : a->index > b->index;
}

static void
add_text_edge (BlOrigins *origins, const BlArticle *a, const BlArticle *b, double containment)
{
  const BlArticle *from = is_later (a, b) ? a : b;
  const BlArticle *to = from == a ? b : a;
  const BlEdgeKind kind = containment >= 0.999 ? BL_EDGE_SAME_TEXT : containment >= COPY ? BL_EDGE_COPY : BL_EDGE_DERIVED;
  const BlOriginEdge edge = { .kind = kind,
                              .from = from->index,
                              .to = to->index,
                              .containment = containment,
                              .evidence = g_strdup_printf ("%.0f %% of the shorter text's five-word runs", containment * 100) };
  g_array_append_val (origins->edges, edge);
  if (kind != BL_EDGE_DERIVED)
    join (origins, a->index, b->index);
}

/* The first outlet that an article credits, in its text or its metadata. */
static void
read_credits (BlOrigins *origins, const GPtrArray *article_claims)
{
  for (guint i = 0; i < article_claims->len; i++)
    {
      const BlArticle *article = bl_article_claims_article (article_claims->pdata[i]);
      const GPtrArray *claims = bl_article_claims_list (article_claims->pdata[i]);
      origins->credits[i] = g_strdup (article->origin);
      for (guint k = 0; k < claims->len && origins->credits[i] == NULL; k++)
        {
          const BlClaim *claim = claims->pdata[k];
          if (strcmp (claim->predicate, "credits") == 0)
            origins->credits[i] = g_strdup (claim->value.surface);
        }
    }
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

/* Articles by the name of their source, in small letters (owned), each list in order of days. */
static GHashTable *
index_sources (const GPtrArray *article_claims)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < article_claims->len; i++)
    {
      const BlArticle *article = article_of (article_claims, i);
      if (article->source == NULL)
        continue;
      g_autofree char *name = g_ascii_strdown (article->source->name, -1);
      GPtrArray *list = g_hash_table_lookup (sources, name);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (sources, g_steal_pointer (&name), list);
        }
      g_ptr_array_add (list, (gpointer) article);
    }
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init (&iter, sources);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_days);
  return sources;
}

/* First article of the list that is not before the day. */
static guint
find_day (const GPtrArray *list, gint64 day)
{
  guint low = 0, high = list->len;
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      if (bl_date_first_day (((const BlArticle *) list->pdata[middle])->published) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* "according to Herald" beside an article of the Herald itself on the same day or the two days before. */
static void
add_credit_edges (BlOrigins *origins, const GPtrArray *article_claims)
{
  g_autoptr (GHashTable) sources = index_sources (article_claims);
  for (guint i = 0; i < origins->n_articles; i++)
    {
      const BlArticle *from = article_of (article_claims, i);
      const gint64 day = bl_date_first_day (from->published);
      g_autofree char *name = origins->credits[i] != NULL ? g_ascii_strdown (origins->credits[i], -1) : NULL;
      const GPtrArray *list = name != NULL ? g_hash_table_lookup (sources, name) : NULL;
      for (guint k = list != NULL ? find_day (list, day - CREDIT_DAYS) : 0; list != NULL && k < list->len; k++)
        {
          const BlArticle *to = list->pdata[k];
          if (bl_date_first_day (to->published) > day)
            break;
          if (to == from || to->source == from->source)
            continue;
          const BlOriginEdge edge = {
            .kind = BL_EDGE_CREDIT, .from = i, .to = to->index, .evidence = g_strdup_printf ("credits %s", origins->credits[i])
          };
          g_array_append_val (origins->edges, edge);
          join (origins, i, to->index);
        }
    }
}

static void
number_clusters (BlOrigins *origins)
{
  for (guint i = 0; i < origins->n_articles; i++)
    {
      const guint root = find_root (origins, i);
      origins->cluster[i] = root == i ? origins->n_clusters++ : origins->cluster[root];
    }
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const BlOriginEdge *x = a, *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

BlOrigins *
bl_origins_find (const GPtrArray *article_claims)
{
  BlOrigins *origins = g_new0 (BlOrigins, 1);
  origins->n_articles = article_claims->len;
  origins->parent = g_new0 (guint, origins->n_articles);
  origins->cluster = g_new0 (guint, origins->n_articles);
  origins->credits = g_new0 (char *, origins->n_articles + 1);
  origins->edges = g_array_new (FALSE, TRUE, sizeof (BlOriginEdge));
  g_array_set_clear_func (origins->edges, edge_clear);
  g_autoptr (GPtrArray) shingles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < origins->n_articles; i++)
    {
      origins->parent[i] = i;
      g_ptr_array_add (shingles, bl_shingles_new (article_of (article_claims, i)->document));
    }
  g_autoptr (GArray) pairs = candidate_pairs (shingles);
  for (guint i = 0; i < pairs->len; i++)
    {
      const gint64 pair = g_array_index (pairs, gint64, i);
      const guint a = (guint) (pair >> 32), b = (guint) (pair & 0xffffffff);
      const double containment = bl_shingles_containment (shingles->pdata[a], shingles->pdata[b]);
      if (containment >= DERIVED)
        add_text_edge (origins, article_of (article_claims, a), article_of (article_claims, b), containment);
    }
  read_credits (origins, article_claims);
  add_credit_edges (origins, article_claims);
  number_clusters (origins);
  g_array_sort (origins->edges, compare_edges);
  return origins;
}

void
bl_origins_free (BlOrigins *origins)
{
  if (origins == NULL)
    return;
  g_free (origins->parent);
  g_free (origins->cluster);
  for (guint i = 0; i < origins->n_articles; i++)
    g_free (origins->credits[i]);
  g_free (origins->credits);
  g_array_unref (origins->edges);
  g_free (origins);
}

guint
bl_origins_cluster (const BlOrigins *origins, const BlArticle *article)
{
  return origins->cluster[article->index];
}

guint
bl_origins_n_clusters (const BlOrigins *origins)
{
  return origins->n_clusters;
}

const char *
bl_origins_credit (const BlOrigins *origins, const BlArticle *article)
{
  return origins->credits[article->index];
}

const GArray *
bl_origins_edges (const BlOrigins *origins)
{
  return origins->edges;
}

/* An outlet is no second witness of itself: articles of one source count once, whatever their texts. */
guint
bl_origins_count (const BlOrigins *origins, const GPtrArray *articles)
{
  g_autoptr (GHashTable) clusters = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;
  for (guint i = 0; i < articles->len; i++)
    {
      const BlArticle *article = g_ptr_array_index (articles, i);
      const gboolean new_cluster = g_hash_table_add (clusters, GUINT_TO_POINTER (bl_origins_cluster (origins, article)));
      const gboolean new_source = article->source == NULL || g_hash_table_add (sources, article->source->id);
      n += new_cluster && new_source;
    }
  return n;
}
