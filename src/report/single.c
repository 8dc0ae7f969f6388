#include "report/single.h"

#include "report/fact_words.h"

#include "reliability/facts.h"

#include <string.h>

enum
{
  KIND_RULE,
  KIND_FIGURE,
  KIND_QUOTE,
  KIND_DAY,
  KIND_NONE,
};

static guint
kind_of (const BlClaim *claim)
{
  static const char *const figures[] = { "counts", "is-aged", "tallies", "bears" };
  if (claim->rule != NULL && claim->rule->kind == BL_RULE_CLAIM)
    return claim->polarity == BL_POLARITY_OPEN ? KIND_NONE : KIND_RULE;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (strcmp (claim->predicate, figures[i]) == 0)
      return KIND_FIGURE;
  if (strcmp (claim->predicate, "says") == 0)
    return KIND_QUOTE;
  if (strcmp (claim->predicate, "happens-on") == 0)
    {
      const BlDayDetail *detail = claim->detail;
      return detail != NULL && detail->event != NULL && !detail->any ? KIND_DAY : KIND_NONE;
    }
  return KIND_NONE;
}

static gboolean
is_asserted (const BlClaim *claim)
{
  return (claim->voice & (BL_VOICE_BOILERPLATE | BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_WISH)) == 0;
}

/* What a claim says, for knowing it again in another article of the same origin. Owned by the caller. */
static char *
key_of (const BlRun *run, const BlClaim *claim)
{
  const BlArticle *article = claim->at.article;
  GString *key = g_string_new (NULL);
  g_string_printf (key, "%u\x1f%u\x1f%s\x1f%d", bl_origins_witness (run->origins, article),
                   bl_origins_cluster (run->origins, article), claim->predicate, claim->polarity);
  for (guint i = 0; i < claim->n_key; i++)
    g_string_append_printf (key, "\x1f%s", claim->key[i].value);
  g_string_append_printf (key, "\x1f%s", claim->value.text != NULL ? claim->value.text : "");
  return g_string_free (key, FALSE);
}

static void
single_free (gpointer data)
{
  BlSingle *single = data;
  g_ptr_array_unref (single->articles);
  g_free (single);
}

/* --- what others have too -------------------------------------------------------------------------------------------- */

typedef struct
{
  const BlRun *run;
  GHashTable *shared;  /* keys of claims of which another origin speaks, owned */
  guint8 *in_company;  /* by article: another origin speaks of one of its facts */
  GHashTable *singles; /* key → BlSingle; both owned */
} Search;

static void
note_facts (Search *search)
{
  g_autoptr (GPtrArray) facts = bl_run_facts (search->run);
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      for (guint k = 0; k < fact->entries->len; k++)
        {
          const BlClaim *claim = g_array_index (fact->entries, BlFactEntry, k).claim;
          g_hash_table_add (search->shared, key_of (search->run, claim));
          search->in_company[claim->at.article->index] = TRUE;
        }
    }
}

/* --- the list -------------------------------------------------------------------------------------------------------- */

static void
note_claim (Search *search, const BlClaim *claim)
{
  const guint kind = kind_of (claim);
  if (kind == KIND_NONE || !is_asserted (claim))
    return;
  g_autofree char *key = key_of (search->run, claim);
  if (g_hash_table_contains (search->shared, key))
    return;
  BlSingle *single = g_hash_table_lookup (search->singles, key);
  if (single == NULL)
    {
      const guint witness = bl_origins_witness (search->run->origins, claim->at.article);
      single = g_new0 (BlSingle, 1);
      single->claim = claim;
      single->kind = kind;
      single->articles = g_ptr_array_new ();
      single->origin = bl_origins_witness_name (search->run->origins, witness);
      g_hash_table_insert (search->singles, g_steal_pointer (&key), single);
    }
  single->headline |= (claim->voice & BL_VOICE_HEADLINE) != 0;
  const guint n = single->articles->len;
  if (n == 0 || single->articles->pdata[n - 1] != claim->at.article)
    g_ptr_array_add (single->articles, (gpointer) claim->at.article);
}

static gboolean
is_worth_listing (const Search *search, const BlSingle *single)
{
  if (single->kind == KIND_RULE || single->articles->len > 1)
    return TRUE;
  return search->in_company[single->claim->at.article->index];
}

static gboolean
is_in_focus (const BlRun *run, const BlSingle *single)
{
  for (guint i = 0; run->focus != NULL && i < single->articles->len; i++)
    if (run->focus[((const BlArticle *) single->articles->pdata[i])->index])
      return TRUE;
  return run->focus == NULL;
}

static int
compare_singles (gconstpointer a, gconstpointer b)
{
  const BlSingle *x = *(const BlSingle *const *) a, *y = *(const BlSingle *const *) b;
  if (x->articles->len != y->articles->len)
    return x->articles->len > y->articles->len ? -1 : 1;
  if (x->headline != y->headline)
    return x->headline ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return bl_fact_compare_places (x->claim, y->claim);
}

GPtrArray *
bl_single_origin (const BlRun *run)
{
  g_autoptr (GHashTable) shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) singles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *in_company = g_new0 (guint8, bl_corpus_n_articles (run->corpus) + 1);
  Search search = { .run = run, .shared = shared, .singles = singles, .in_company = in_company };
  note_facts (&search);
  for (guint i = 0; i < run->article_claims->len; i++)
    {
      const GPtrArray *list = bl_article_claims_list (run->article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        note_claim (&search, list->pdata[k]);
    }
  GPtrArray *found = g_ptr_array_new_with_free_func (single_free);
  GHashTableIter iter;
  gpointer single;
  g_hash_table_iter_init (&iter, singles);
  while (g_hash_table_iter_next (&iter, NULL, &single))
    if (is_worth_listing (&search, single) && is_in_focus (run, single))
      g_ptr_array_add (found, single);
    else
      single_free (single);
  g_ptr_array_sort (found, compare_singles);
  return found;
}
