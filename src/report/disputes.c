#include "report/disputes.h"

#include <string.h>

static gboolean
is_in_question (const BlRun *run, const BlClaim *claim)
{
  return run->focus == NULL || run->focus[claim->at.article->index];
}

static int
compare_places (const BlPlace *here, const BlPlace *there)
{
  if (here->article != there->article)
    return here->article->index < there->article->index ? -1 : 1;
  return (here->location.offset > there->location.offset) - (here->location.offset < there->location.offset);
}

static int
compare_disputes (gconstpointer x, gconstpointer y)
{
  const BlRelated *p = x, *q = y;
  const int first = compare_places (&p->a->at, &q->a->at);
  return first != 0 ? first : compare_places (&p->b->at, &q->b->at);
}

/* The thing and the two origins that dispute it. Owned by the caller. */
static char *
key_of (const BlRun *run, const BlRelated *dispute)
{
  const guint here = bl_origins_witness (run->origins, dispute->a->at.article),
              there = bl_origins_witness (run->origins, dispute->b->at.article);
  GString *key = g_string_new (dispute->a->maker);
  for (guint i = 0; i < dispute->a->n_key; i++)
    g_string_append_printf (key, "\x1f%s", dispute->a->key[i].value);
  g_string_append_printf (key, "\x1f%u\x1f%u", MIN (here, there), MAX (here, there));
  return g_string_free (key, FALSE);
}

static BlRelated
in_order (const BlRun *run, const BlRelated *dispute)
{
  BlRelated ordered = *dispute;
  const gboolean a = is_in_question (run, dispute->a), b = is_in_question (run, dispute->b);
  if (a != b ? b : compare_places (&dispute->a->at, &dispute->b->at) > 0)
    {
      ordered.a = dispute->b;
      ordered.b = dispute->a;
    }
  return ordered;
}

GArray *
bl_disputes_new (const BlRun *run)
{
  const GArray *related = bl_comparisons_related (run->comparisons);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  for (guint i = 0; i < related->len; i++)
    {
      const BlRelated *dispute = &g_array_index (related, BlRelated, i);
      if (dispute->relation != BL_RELATION_DISPUTED || (!is_in_question (run, dispute->a) && !is_in_question (run, dispute->b)))
        continue;
      const BlRelated ordered = in_order (run, dispute);
      g_array_append_val (all, ordered);
    }
  g_array_sort (all, compare_disputes);
  GArray *disputes = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const BlRelated *dispute = &g_array_index (all, BlRelated, i);
      if (g_hash_table_add (told, key_of (run, dispute)))
        g_array_append_vals (disputes, dispute, 1);
    }
  return disputes;
}
