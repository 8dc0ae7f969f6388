#include "origins/origins.h"

#include "origins/clusters.h"
#include "origins/credits.h"
#include "origins/marks.h"
#include "origins/near_texts.h"
#include "origins/stock.h"

#include <string.h>

#define COPY 0.5

/* Who credits an outlet relays what it wrote up to so many days before. */
#define CREDIT_DAYS 2
#define MAX_CREDITED 64 /* articles of it that are looked at */

/* A shared error joins two articles that have this much text in common; two errors need none. */
#define ERROR_CONTAINMENT 0.05
#define ENOUGH_ERRORS 2

struct BlOrigins
{
  guint n_articles;
  BlCredit *credits; /* by article */
  GArray *edges;     /* BlOriginEdge; evidence owned */
  BlOriginGroups *groups;
};

static void
edge_clear (gpointer data)
{
  g_free ((char *) ((BlOriginEdge *) data)->evidence);
}

static const BlArticle *
article_of (const GPtrArray *article_claims, guint index)
{
  return bl_article_claims_article (article_claims->pdata[index]);
}

const char *
bl_edge_kind_name (BlEdgeKind kind)
{
  static const char *const names[] = { "same-text", "copy", "derived", "credit", "shared-error", "relay", "shared-text" };
  return names[kind];
}

/* The later of two articles took from the earlier one; without dates the later in the corpus. */
static gboolean
is_later (const BlArticle *a, const BlArticle *b)
{
  const gint32 day_a = bl_date_first_day (a->published), day_b = bl_date_first_day (b->published);
  return day_a != day_b ? day_a > day_b : a->index > b->index;
}

/* Takes evidence. */
static void
add_edge (BlOrigins *origins, BlEdgeKind kind, const BlArticle *from, const BlArticle *to, char *evidence)
{
  const BlOriginEdge edge = { .kind = kind, .from = from->index, .to = to->index, .evidence = evidence };
  g_array_append_val (origins->edges, edge);
}

static void
add_later_edge (BlOrigins *origins, BlEdgeKind kind, const BlArticle *a, const BlArticle *b, char *evidence)
{
  const gboolean later = is_later (a, b);
  add_edge (origins, kind, later ? a : b, later ? b : a, evidence);
}

/* --- texts --------------------------------------------------------------------------------------------------------- */

/* The texts of a corpus without what a site prints everywhere, in an order that is that of days and texts, not of names. */
typedef struct
{
  const GPtrArray *article_claims;
  guint n;
  guint *order; /* place → article */
  guint *place; /* article → place */
  BlShingles *texts;
} Texts;

static void
read_text (guint place, gpointer data)
{
  Texts *texts = data;
  texts->texts[place] = bl_shingles_of_document (article_of (texts->article_claims, place)->document);
}

static int
compare_articles (gconstpointer a, gconstpointer b, gpointer data)
{
  const Texts *texts = data;
  const guint x = *(const guint *) a, y = *(const guint *) b;
  const gint32 day_x = bl_date_first_day (article_of (texts->article_claims, x)->published);
  const gint32 day_y = bl_date_first_day (article_of (texts->article_claims, y)->published);
  if (day_x != day_y)
    return day_x < day_y ? -1 : 1;
  if (texts->texts[x].text != texts->texts[y].text)
    return texts->texts[x].text < texts->texts[y].text ? -1 : 1;
  return (x > y) - (x < y);
}

static void
order_texts (Texts *texts)
{
  for (guint i = 0; i < texts->n; i++)
    texts->order[i] = i;
  g_qsort_with_data (texts->order, (gint) texts->n, sizeof texts->order[0], compare_articles, texts);
  g_autofree BlShingles *ordered = g_new (BlShingles, MAX (texts->n, 1));
  for (guint i = 0; i < texts->n; i++)
    {
      ordered[i] = texts->texts[texts->order[i]];
      texts->place[texts->order[i]] = i;
    }
  memcpy (texts->texts, ordered, texts->n * sizeof ordered[0]);
}

static void
texts_init (Texts *texts, const GPtrArray *article_claims, guint jobs)
{
  const guint n = article_claims->len;
  *texts = (Texts){ .article_claims = article_claims, .n = n };
  texts->order = g_new (guint, MAX (n, 1));
  texts->place = g_new (guint, MAX (n, 1));
  texts->texts = g_new0 (BlShingles, MAX (n, 1));
  bl_parallel_for (n, jobs, read_text, texts);
  order_texts (texts);
  g_autofree guint *sources = g_new (guint, MAX (n, 1));
  guint n_sources = 0;
  for (guint i = 0; i < n; i++)
    {
      const BlSource *source = article_of (article_claims, texts->order[i])->source;
      sources[i] = source != NULL ? source->index : G_MAXUINT;
      n_sources = MAX (n_sources, source != NULL ? source->index + 1 : 0);
    }
  bl_stock_remove (texts->texts, n, sources, n_sources, jobs);
}

static void
texts_clear (Texts *texts)
{
  for (guint i = 0; i < texts->n; i++)
    bl_shingles_clear (&texts->texts[i]);
  g_free (texts->texts);
  g_free (texts->order);
  g_free (texts->place);
}

static double
containment_of (const Texts *texts, guint a, guint b)
{
  return bl_shingles_containment (&texts->texts[texts->place[a]], &texts->texts[texts->place[b]]);
}

/* What a pair that shares text is, and the words for it. marks is made when it is first needed. */
static BlEdgeKind
judge_texts (const Texts *texts, const BlNearTexts *near, BlMarks **marks, char **evidence)
{
  g_autofree char *shared = NULL;
  if (near->same)
    {
      *evidence = g_strdup ("the same words in the same order");
      return BL_EDGE_SAME_TEXT;
    }
  if (near->containment < COPY)
    {
      if (*marks == NULL)
        *marks = bl_marks_new (texts->article_claims);
      shared = bl_marks_shared (*marks, texts->order[near->a], texts->order[near->b]);
    }
  *evidence = g_strdup_printf ("%.0f %% of the shorter text's five-word runs%s%s", near->containment * 100,
                               shared != NULL ? ", " : "", shared != NULL ? shared : "");
  return near->containment >= COPY ? BL_EDGE_COPY : shared != NULL ? BL_EDGE_DERIVED : BL_EDGE_SHARED_TEXT;
}

static void
add_text_edges (BlOrigins *origins, const Texts *texts, guint jobs)
{
  g_autoptr (GArray) pairs = bl_near_texts (texts->texts, texts->n, jobs);
  g_autoptr (BlMarks) marks = NULL;
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlNearTexts *near = &g_array_index (pairs, BlNearTexts, i);
      const BlArticle *a = article_of (texts->article_claims, texts->order[near->a]);
      const BlArticle *b = article_of (texts->article_claims, texts->order[near->b]);
      char *evidence;
      const BlEdgeKind kind = judge_texts (texts, near, &marks, &evidence);
      add_later_edge (origins, kind, a, b, evidence);
      g_array_index (origins->edges, BlOriginEdge, origins->edges->len - 1).containment = near->containment;
      if (kind != BL_EDGE_SHARED_TEXT)
        bl_origin_groups_join (origins->groups, a->index, b->index);
    }
}

static void
add_error_edges (BlOrigins *origins, const Texts *texts)
{
  g_autoptr (GArray) errors = bl_marks_errors (texts->article_claims);
  for (guint i = 0, end; i < errors->len; i = end)
    {
      const BlSharedError *error = &g_array_index (errors, BlSharedError, i);
      for (end = i + 1; end < errors->len && g_array_index (errors, BlSharedError, end).a == error->a
                        && g_array_index (errors, BlSharedError, end).b == error->b;
           end++)
        ;
      const guint n = end - i;
      char *evidence = n == 1 ? g_strdup_printf ("both have “%s”", error->text)
                              : g_strdup_printf ("both have “%s” and %u more errors", error->text, n - 1);
      add_later_edge (origins, BL_EDGE_SHARED_ERROR, article_of (texts->article_claims, error->a),
                      article_of (texts->article_claims, error->b), evidence);
      if (n >= ENOUGH_ERRORS || containment_of (texts, error->a, error->b) >= ERROR_CONTAINMENT)
        bl_origin_groups_join (origins->groups, error->a, error->b);
    }
}

/* --- credits ------------------------------------------------------------------------------------------------------- */

/* Of the articles of whom an article credits, of the same day or the two days before, the one that tells of the same. */
static const BlArticle *
find_credited (const GPtrArray *article_claims, const BlArticle *from, const GPtrArray *targets)
{
  const gint64 day = bl_date_first_day (from->published);
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  for (guint k = bl_credit_first (targets, day - CREDIT_DAYS); k < targets->len && near->len < MAX_CREDITED; k++)
    {
      const BlArticle *to = targets->pdata[k];
      if (bl_date_first_day (to->published) > day)
        break;
      if (to != from && to->source != from->source)
        g_ptr_array_add (near, article_claims->pdata[to->index]);
    }
  return bl_credit_choose (article_claims->pdata[from->index], near);
}

static void
add_credit_edge (BlOrigins *origins, const BlArticle *from, const BlArticle *to)
{
  const BlCredit *credit = &origins->credits[from->index];
  char *evidence = credit->evidence != NULL ? g_strdup_printf ("“%s” credits %s", credit->evidence, credit->name)
                                            : g_strdup_printf ("credits %s", credit->name);
  add_edge (origins, credit->whole ? BL_EDGE_CREDIT : BL_EDGE_RELAY, from, to, evidence);
  if (credit->whole)
    bl_origin_groups_credit (origins->groups, from->index, to->index);
}

static void
add_credit_edges (BlOrigins *origins, const GPtrArray *article_claims)
{
  g_autoptr (BlCreditIndex) index = bl_credit_index_new (article_claims);
  for (guint i = 0; i < origins->n_articles; i++)
    {
      const char *name = origins->credits[i].name;
      const GPtrArray *targets = name != NULL ? bl_credit_index_find (index, name) : NULL;
      const BlArticle *from = article_of (article_claims, i);
      const BlArticle *to = targets != NULL ? find_credited (article_claims, from, targets) : NULL;
      if (to != NULL)
        add_credit_edge (origins, from, to);
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
bl_origins_find_on (const GPtrArray *article_claims, guint jobs)
{
  BlOrigins *origins = g_new0 (BlOrigins, 1);
  origins->n_articles = article_claims->len;
  origins->credits = g_new0 (BlCredit, origins->n_articles + 1);
  origins->edges = g_array_new (FALSE, TRUE, sizeof (BlOriginEdge));
  origins->groups = bl_origin_groups_new (article_claims);
  g_array_set_clear_func (origins->edges, edge_clear);
  for (guint i = 0; i < origins->n_articles; i++)
    {
      origins->credits[i] = bl_credit_of (article_claims->pdata[i]);
      if (origins->credits[i].whole)
        bl_origin_groups_name (origins->groups, i, origins->credits[i].name);
    }
  Texts texts;
  texts_init (&texts, article_claims, jobs);
  add_text_edges (origins, &texts, jobs);
  add_error_edges (origins, &texts);
  texts_clear (&texts);
  add_credit_edges (origins, article_claims);
  bl_origin_groups_settle (origins->groups);
  g_array_sort (origins->edges, compare_edges);
  return origins;
}

BlOrigins *
bl_origins_find (const GPtrArray *article_claims)
{
  return bl_origins_find_on (article_claims, 1);
}

void
bl_origins_free (BlOrigins *origins)
{
  if (origins == NULL)
    return;
  bl_origin_groups_free (origins->groups);
  g_free (origins->credits);
  g_array_unref (origins->edges);
  g_free (origins);
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

guint
bl_origins_cluster (const BlOrigins *origins, const BlArticle *article)
{
  return bl_origin_groups_of (origins->groups, article->index);
}

guint
bl_origins_n_clusters (const BlOrigins *origins)
{
  return bl_origin_groups_count (origins->groups);
}

const BlOriginCluster *
bl_origins_cluster_at (const BlOrigins *origins, guint cluster)
{
  return bl_origin_groups_at (origins->groups, cluster);
}

const char *
bl_origins_credit (const BlOrigins *origins, const BlArticle *article)
{
  return origins->credits[article->index].name;
}

gboolean
bl_origins_is_relayed (const BlOrigins *origins, const BlArticle *article)
{
  return origins->credits[article->index].whole;
}

const GArray *
bl_origins_edges (const BlOrigins *origins)
{
  return origins->edges;
}

guint
bl_origins_witness (const BlOrigins *origins, const BlArticle *article)
{
  return bl_origin_groups_witness (origins->groups, bl_origins_cluster (origins, article));
}

const char *
bl_origins_witness_name (const BlOrigins *origins, guint witness)
{
  return bl_origin_groups_witness_name (origins->groups, witness);
}

guint
bl_origins_count (const BlOrigins *origins, const GPtrArray *articles)
{
  g_autoptr (GHashTable) witnesses = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (witnesses, GUINT_TO_POINTER (bl_origins_witness (origins, g_ptr_array_index (articles, i))));
  return g_hash_table_size (witnesses);
}
