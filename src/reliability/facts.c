/* Two unions of claims: those that say the same are a value, and values that were held against each other are a fact. */
#include "reliability/facts.h"

#include "reliability/quote_ties.h"

#include <string.h>

/* Findings of two claims that are no two answers to one question. */
static const char *const no_facts[] = { "claim/retracted", "claim/certainty", "headline/unsupported", "headline/contradicted" };

typedef struct
{
  GHashTable *index; /* claim → its number + 1 */
  GPtrArray *claims;
  GArray *value, *fact; /* parents of two forests, guint */
} Ties;

static void
ties_clear (Ties *ties)
{
  g_hash_table_unref (ties->index);
  g_ptr_array_unref (ties->claims);
  g_array_unref (ties->value);
  g_array_unref (ties->fact);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ties, ties_clear)

int
bl_fact_compare_places (const BlClaim *a, const BlClaim *b)
{
  if (a->at.article != b->at.article)
    return a->at.article->index < b->at.article->index ? -1 : 1;
  if (a->at.location.offset != b->at.location.offset)
    return a->at.location.offset < b->at.location.offset ? -1 : 1;
  return strcmp (a->predicate, b->predicate);
}

static guint
number_of (Ties *ties, const BlClaim *claim)
{
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (ties->index, claim));
  if (known > 0)
    return known - 1;
  const guint number = ties->claims->len;
  g_ptr_array_add (ties->claims, (gpointer) claim);
  g_array_append_val (ties->value, number);
  g_array_append_val (ties->fact, number);
  g_hash_table_insert (ties->index, (gpointer) claim, GUINT_TO_POINTER (number + 1));
  return number;
}

static guint
find_root (GArray *forest, guint node)
{
  return bl_sets_root ((guint *) (gpointer) forest->data, node);
}

static void
join (GArray *forest, guint a, guint b)
{
  bl_sets_join ((guint *) (gpointer) forest->data, a, b);
}

/* --- ties ---------------------------------------------------------------------------------------------------------- */

static void
tie_rows (Ties *ties, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *claims = g_array_index (rows, BlCorroboration, i).claims;
      const guint first = number_of (ties, claims->pdata[0]);
      for (guint k = 1; k < claims->len; k++)
        {
          const guint other = number_of (ties, claims->pdata[k]);
          join (ties->value, first, other);
          join (ties->fact, first, other);
        }
    }
}

static gboolean
is_of_fact (const BlComparison *comparison)
{
  if (comparison->relation != BL_RELATION_CONTRADICTION && comparison->relation != BL_RELATION_DIFFERS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no_facts); i++)
    if (strcmp (comparison->id, no_facts[i]) == 0)
      return FALSE;
  return TRUE;
}

static void
tie_comparison (Ties *ties, const BlComparison *comparison)
{
  gboolean crosses = FALSE;
  for (guint i = 0; i < comparison->evidence->len && !crosses; i++)
    {
      const BlEvidence *evidence = &g_array_index (comparison->evidence, BlEvidence, i);
      crosses = evidence->claim != NULL && evidence->claim->at.article != comparison->claim->at.article
                && (evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS);
    }
  if (!crosses)
    return;
  const guint claim = number_of (ties, comparison->claim);
  for (guint i = 0; i < comparison->evidence->len; i++)
    {
      const BlEvidence *evidence = &g_array_index (comparison->evidence, BlEvidence, i);
      if (evidence->claim == NULL || evidence->role == BL_ROLE_ORIGIN || evidence->role == BL_ROLE_KNOWLEDGE)
        continue;
      const guint other = number_of (ties, evidence->claim);
      join (ties->fact, claim, other);
      if (evidence->role == BL_ROLE_AGREES)
        join (ties->value, claim, other);
    }
}

/* Of quotations of one utterance those that were told to be altered have other words. */
static void
tie_quotations (Ties *ties, const BlFactInput *input)
{
  if (input->article_claims == NULL)
    return;
  g_autoptr (GHashTable) altered = g_hash_table_new (NULL, NULL);
  const GPtrArray *list = bl_comparisons_list (input->comparisons);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      if (strcmp (comparison->id, "quote/altered") != 0)
        continue;
      g_hash_table_add (altered, (gpointer) comparison->claim);
      for (guint k = 0; k < comparison->evidence->len; k++)
        g_hash_table_add (altered, (gpointer) g_array_index (comparison->evidence, BlEvidence, k).claim);
    }
  g_autoptr (GArray) pairs = bl_quote_ties_find (input->article_claims);
  for (guint i = 0; i < pairs->len; i++)
    {
      const BlQuoteTie *pair = &g_array_index (pairs, BlQuoteTie, i);
      const guint a = number_of (ties, pair->a), b = number_of (ties, pair->b);
      join (ties->fact, a, b);
      if (!g_hash_table_contains (altered, pair->a) && !g_hash_table_contains (altered, pair->b))
        join (ties->value, a, b);
    }
}

/* --- values -------------------------------------------------------------------------------------------------------- */

/* The same in writing: of those that comparison had no reason to hold against each other. */
static gboolean
reads_the_same (const BlClaim *a, const BlClaim *b)
{
  if (strcmp (a->predicate, b->predicate) != 0 || a->value.kind != b->value.kind || a->polarity != b->polarity)
    return FALSE;
  /* Of two holders of one office the holder is what differs. */
  if (a->value.kind == BL_VALUE_ENTITY && a->n_key > 0 && b->n_key > 0 && strcmp (a->key[0].value, b->key[0].value) != 0)
    return FALSE;
  if (a->value.kind == BL_VALUE_QUANTITY)
    return a->value.quantity->low == b->value.quantity->low && a->value.quantity->high == b->value.quantity->high
           && a->value.quantity->open == b->value.quantity->open;
  if (a->value.kind == BL_VALUE_DATE && a->value.date.known && b->value.date.known)
    return a->value.date.first == b->value.date.first && a->value.date.last == b->value.date.last;
  return g_strcmp0 (a->value.text, b->value.text) == 0;
}

/* Each member is held against one of each value: O(members × values). */
static void
join_equal_values (Ties *ties, const GArray *members)
{
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < members->len; i++)
    {
      const guint a = g_array_index (members, guint, i);
      guint k = 0;
      for (; k < firsts->len; k++)
        {
          const guint b = g_array_index (firsts, guint, k);
          if (find_root (ties->value, a) == find_root (ties->value, b)
              || reads_the_same (ties->claims->pdata[a], ties->claims->pdata[b]))
            {
              join (ties->value, a, b);
              break;
            }
        }
      if (k == firsts->len)
        g_array_append_val (firsts, a);
    }
}

/* --- facts --------------------------------------------------------------------------------------------------------- */

static void
fact_free (gpointer data)
{
  BlSharedFact *fact = data;
  g_array_unref (fact->entries);
  g_free (fact);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return bl_fact_compare_places (((const BlFactEntry *) a)->claim, ((const BlFactEntry *) b)->claim);
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const BlSharedFact *x = *(const BlSharedFact *const *) a, *y = *(const BlSharedFact *const *) b;
  return compare_entries (x->entries->data, y->entries->data);
}

static gboolean
has_entry (const GArray *entries, const BlFactEntry *entry)
{
  for (guint i = entries->len; i-- > 0;)
    {
      const BlFactEntry *other = &g_array_index (entries, BlFactEntry, i);
      if (other->claim->at.article != entry->claim->at.article)
        return FALSE; /* they are by article */
      if (other->value == entry->value)
        return TRUE;
    }
  return FALSE;
}

/* Numbers values and witnesses, and keeps the first claim of each article and value. */
static BlSharedFact *
fact_new (Ties *ties, const GArray *members, const BlOrigins *origins)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (BlFactEntry), members->len);
  for (guint i = 0; i < members->len; i++)
    {
      const guint member = g_array_index (members, guint, i);
      const BlClaim *claim = ties->claims->pdata[member];
      const BlFactEntry entry = { .claim = claim,
                                  .value = find_root (ties->value, member),
                                  .witness = bl_origins_witness (origins, claim->at.article) };
      g_array_append_val (all, entry);
    }
  g_array_sort (all, compare_entries);
  BlSharedFact *fact = g_new0 (BlSharedFact, 1);
  fact->entries = g_array_new (FALSE, FALSE, sizeof (BlFactEntry));
  g_autoptr (GHashTable) values = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) witnesses = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      BlFactEntry *entry = &g_array_index (all, BlFactEntry, i);
      gpointer number;
      if (!g_hash_table_lookup_extended (values, GUINT_TO_POINTER (entry->value), NULL, &number))
        {
          number = GUINT_TO_POINTER (fact->n_values++);
          g_hash_table_insert (values, GUINT_TO_POINTER (entry->value), number);
        }
      entry->value = GPOINTER_TO_UINT (number);
      g_hash_table_add (witnesses, GUINT_TO_POINTER (entry->witness));
      if (!has_entry (fact->entries, entry))
        g_array_append_val (fact->entries, *entry);
    }
  fact->n_witnesses = g_hash_table_size (witnesses);
  return fact;
}

static void
members_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/* The members of each fact (GArray of guint) at the place of its root, NULL elsewhere. */
static GPtrArray *
group_members (Ties *ties)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (members_free);
  g_ptr_array_set_size (groups, (gint) ties->claims->len);
  for (guint i = 0; i < ties->claims->len; i++)
    {
      const guint root = find_root (ties->fact, i);
      if (groups->pdata[root] == NULL)
        groups->pdata[root] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (groups->pdata[root], i);
    }
  return groups;
}

GPtrArray *
bl_facts_find (const BlFactInput *input)
{
  g_auto (Ties) ties = { .index = g_hash_table_new (NULL, NULL),
                         .claims = g_ptr_array_new (),
                         .value = g_array_new (FALSE, FALSE, sizeof (guint)),
                         .fact = g_array_new (FALSE, FALSE, sizeof (guint)) };
  tie_rows (&ties, bl_comparisons_corroborated (input->comparisons));
  tie_rows (&ties, bl_comparisons_single (input->comparisons));
  const GPtrArray *list = bl_comparisons_list (input->comparisons);
  for (guint i = 0; i < list->len; i++)
    if (is_of_fact (list->pdata[i]))
      tie_comparison (&ties, list->pdata[i]);
  tie_quotations (&ties, input);

  g_autoptr (GPtrArray) groups = group_members (&ties);
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  for (guint i = 0; i < groups->len; i++)
    {
      GArray *members = groups->pdata[i];
      if (members == NULL || members->len < 2)
        continue;
      join_equal_values (&ties, members);
      BlSharedFact *fact = fact_new (&ties, members, input->origins);
      if (fact->n_witnesses > 1)
        g_ptr_array_add (facts, fact);
      else
        fact_free (fact);
    }
  g_ptr_array_sort (facts, compare_facts);
  return facts;
}

gboolean
bl_shared_fact_is_quotation (const BlSharedFact *fact)
{
  return strcmp (g_array_index (fact->entries, BlFactEntry, 0).claim->predicate, "says") == 0;
}

int
bl_shared_fact_compare (const BlSharedFact *a, const BlSharedFact *b)
{
  if ((a->n_values > 1) != (b->n_values > 1))
    return a->n_values > 1 ? -1 : 1;
  if (bl_shared_fact_is_quotation (a) != bl_shared_fact_is_quotation (b))
    return bl_shared_fact_is_quotation (a) ? 1 : -1;
  if (a->n_witnesses != b->n_witnesses)
    return a->n_witnesses > b->n_witnesses ? -1 : 1;
  return compare_entries (a->entries->data, b->entries->data);
}
