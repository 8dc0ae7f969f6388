/* Corroboration: claims of rules are grouped in groups.c; figures and days that agree were noted pair by pair, and here those that are tied
 * by such pairs become one row. Then each conflict is told how many stand on either side. */
#include "judge/agreement.h"

#include "base/lists.h"

#include <math.h>
#include <string.h>

void
bl_corroboration_clear (gpointer row)
{
  g_ptr_array_unref (((BlCorroboration *) row)->claims);
}

/* --- pairs --------------------------------------------------------------------------------------------------------- */

/* "More than 100" does not say what "512" says, though both can be so. */
static gboolean
is_same_figure (const BlQuantity *a, const BlQuantity *b)
{
  if (a->open != b->open || isinf (a->high) != isinf (b->high) || (a->open && a->low != b->low))
    return FALSE;
  return a->low <= b->high && b->low <= a->high ? fabs (a->low - b->low) <= MAX (a->grain, b->grain) : FALSE;
}

gboolean
bl_agreement_is_same (const BlClaim *a, const BlClaim *b)
{
  if (a->value.kind != b->value.kind || a->polarity != b->polarity)
    return FALSE;
  if (a->value.kind == BL_VALUE_QUANTITY)
    return is_same_figure (a->value.quantity, b->value.quantity);
  if (a->value.kind == BL_VALUE_DATE)
    return a->value.date.known && a->value.date.first == b->value.date.first && a->value.date.last == b->value.date.last;
  return g_strcmp0 (a->value.text, b->value.text) == 0;
}

static gboolean
is_figure_or_day (const BlClaim *claim)
{
  return claim->value.kind == BL_VALUE_QUANTITY || claim->value.kind == BL_VALUE_DATE;
}

void
bl_agreement_note (BlCompareState *state, const BlClaim *a, const BlClaim *b, BlVerdict verdict)
{
  if (b == NULL || (verdict.relation != BL_RELATION_AGREES && verdict.relation != BL_RELATION_VARIANT)
      || a->at.article == b->at.article || !is_figure_or_day (a) || !bl_agreement_is_same (a, b))
    return;
  const BlRelated agreed = { .relation = verdict.relation, .gate = verdict.gate, .a = a, .b = b };
  if (state->agreed == NULL)
    state->agreed = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  g_array_append_val (state->agreed, agreed);
}

/* --- rows ---------------------------------------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const BlClaim *x = *(const BlClaim *const *) a, *y = *(const BlClaim *const *) b;
  if (x->at.article != y->at.article)
    return x->at.article->index < y->at.article->index ? -1 : 1;
  if (x->at.location.offset != y->at.location.offset)
    return x->at.location.offset < y->at.location.offset ? -1 : 1;
  return strcmp (x->predicate, y->predicate);
}

void
bl_agreement_add (BlCompareState *state, GPtrArray *claims)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (articles, (gpointer) ((const BlClaim *) claims->pdata[i])->at.article);
  const BlCorroboration row = { .claim = claims->pdata[0],
                                .claims = claims,
                                .n_articles = claims->len,
                                .n_origins = bl_origins_count (state->input->origins, articles) };
  g_array_append_val (row.n_origins > 1 ? state->corroborated : state->single, row);
}

/* Sets of claims (union-find by claim). */
static const BlClaim *
find_root (GHashTable *parents, const BlClaim *claim)
{
  const BlClaim *parent;
  while ((parent = g_hash_table_lookup (parents, claim)) != NULL && parent != claim)
    claim = parent;
  return claim;
}

static void
join (GHashTable *parents, const BlClaim *a, const BlClaim *b)
{
  const BlClaim *x = find_root (parents, a), *y = find_root (parents, b);
  if (g_hash_table_lookup (parents, x) == NULL)
    g_hash_table_insert (parents, (gpointer) x, (gpointer) x);
  if (g_hash_table_lookup (parents, y) == NULL)
    g_hash_table_insert (parents, (gpointer) y, (gpointer) y);
  if (x == y)
    return;
  const gboolean first = compare_places (&x, &y) < 0;
  g_hash_table_insert (parents, (gpointer) (first ? y : x), (gpointer) (first ? x : y));
}

/* Keeps the first claim of each article; the claims are in order. */
static void
keep_one_an_article (GPtrArray *claims)
{
  guint kept = 0;
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (kept == 0 || ((const BlClaim *) claims->pdata[kept - 1])->at.article != claim->at.article)
        claims->pdata[kept++] = (gpointer) claim;
    }
  g_ptr_array_set_size (claims, (gint) kept);
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const GPtrArray *x = *(GPtrArray *const *) a, *y = *(GPtrArray *const *) b;
  return compare_places (&x->pdata[0], &y->pdata[0]);
}

static void
add_pairs (BlCompareState *state)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  for (guint i = 0; state->agreed != NULL && i < state->agreed->len; i++)
    {
      const BlRelated *agreed = &g_array_index (state->agreed, BlRelated, i);
      join (parents, agreed->a, agreed->b);
    }
  g_autoptr (GHashTable) lists = bl_lists_new (NULL, NULL);
  GHashTableIter iter;
  gpointer claim, list;
  g_hash_table_iter_init (&iter, parents);
  while (g_hash_table_iter_next (&iter, &claim, NULL))
    bl_lists_add (lists, find_root (parents, claim), claim);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      g_ptr_array_sort (list, compare_places);
      keep_one_an_article (list);
      g_ptr_array_add (rows, g_ptr_array_ref (list));
    }
  g_ptr_array_sort (rows, compare_lists);
  for (guint i = 0; i < rows->len; i++)
    bl_agreement_add (state, rows->pdata[i]);
}

/* --- sides --------------------------------------------------------------------------------------------------------- */

/* Claim → GPtrArray of the claims that say the same, borrowed. */
static GHashTable *
index_rows (const BlCompareState *state)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);
  const GArray *const both[] = { state->corroborated, state->single };
  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < both[k]->len; i++)
      {
        GPtrArray *claims = g_array_index (both[k], BlCorroboration, i).claims;
        for (guint c = 0; claims->len > 1 && c < claims->len; c++)
          g_hash_table_insert (index, claims->pdata[c], claims);
      }
  return index;
}

static gboolean
is_shown (const BlComparison *comparison, const BlArticle *article)
{
  if (comparison->claim->at.article == article)
    return TRUE;
  for (guint i = 0; i < comparison->evidence->len; i++)
    {
      const BlClaim *claim = g_array_index (comparison->evidence, BlEvidence, i).claim;
      if (claim != NULL && claim->at.article == article)
        return TRUE;
    }
  return FALSE;
}

/* Who says the same as one of the claims of a conflict is shown beside it, once an article, as long as there is room. */
static void
add_witnesses (BlComparison *comparison, const GPtrArray *claims, BlEvidenceRole role)
{
  for (guint i = 0; claims != NULL && i < claims->len && comparison->evidence->len < BL_LIMIT_EVIDENCE; i++)
    {
      const BlClaim *other = claims->pdata[i];
      const BlEvidence evidence = bl_evidence_claim (role, other);
      if (!is_shown (comparison, other->at.article))
        bl_comparison_add_evidence (comparison, &evidence);
    }
}

/* The articles of one side. */
typedef struct
{
  GPtrArray *articles;
  GHashTable *seen;
  GHashTable *others; /* articles that are shown on the other side: what else they say is no witness of this one */
} Witnesses;

static void
add_article (const Witnesses *witnesses, const BlArticle *article)
{
  if (g_hash_table_add (witnesses->seen, (gpointer) article))
    g_ptr_array_add (witnesses->articles, (gpointer) article);
}

/* The article of a claim and those of all that say the same. */
static void
add_articles (const Witnesses *witnesses, const BlClaim *claim, const GPtrArray *claims)
{
  add_article (witnesses, claim->at.article);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      const BlArticle *article = ((const BlClaim *) claims->pdata[i])->at.article;
      if (!g_hash_table_contains (witnesses->others, article))
        add_article (witnesses, article);
    }
}

static BlSupport
count_side (const BlCompareState *state, const BlComparison *comparison, GHashTable *rows, gboolean here)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  const Witnesses witnesses = { .articles = articles, .seen = seen, .others = others };
  if (!here)
    g_hash_table_add (others, (gpointer) comparison->claim->at.article);
  for (guint i = 0; here && i < comparison->evidence->len; i++)
    {
      const BlEvidence *evidence = &g_array_index (comparison->evidence, BlEvidence, i);
      if (evidence->claim != NULL && bl_evidence_role_is_against (evidence->role))
        g_hash_table_add (others, (gpointer) evidence->claim->at.article);
    }
  if (here)
    add_articles (&witnesses, comparison->claim, g_hash_table_lookup (rows, comparison->claim));
  for (guint i = 0; i < comparison->evidence->len; i++)
    {
      const BlEvidence *evidence = &g_array_index (comparison->evidence, BlEvidence, i);
      if (evidence->claim != NULL && (here ? evidence->role == BL_ROLE_AGREES : bl_evidence_role_is_against (evidence->role)))
        add_articles (&witnesses, evidence->claim, g_hash_table_lookup (rows, evidence->claim));
    }
  return (BlSupport){ .n_articles = articles->len, .n_origins = bl_origins_count (state->input->origins, articles) };
}

static void
tell_sides (const BlCompareState *state, BlComparison *comparison, GHashTable *rows)
{
  comparison->here = count_side (state, comparison, rows, TRUE);
  comparison->there = count_side (state, comparison, rows, FALSE);
  const guint n = comparison->evidence->len;
  for (guint i = 0; i < n; i++)
    {
      const BlEvidence evidence = g_array_index (comparison->evidence, BlEvidence, i);
      if (evidence.claim != NULL)
        add_witnesses (comparison, g_hash_table_lookup (rows, evidence.claim), evidence.role);
    }
  add_witnesses (comparison, g_hash_table_lookup (rows, comparison->claim), BL_ROLE_AGREES);
}

void
bl_check_agreements (BlCompareState *state)
{
  add_pairs (state);
  g_autoptr (GHashTable) rows = index_rows (state);
  for (guint i = 0; i < state->found->len; i++)
    {
      BlComparison *comparison = state->found->pdata[i];
      if (comparison->relation == BL_RELATION_CONTRADICTION || comparison->relation == BL_RELATION_DIFFERS)
        tell_sides (state, comparison, rows);
    }
}
