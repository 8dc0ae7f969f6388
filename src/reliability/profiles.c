#include "reliability/reliability.h"

#include <string.h>

/* Below this many claims a profile says nothing yet. */
#define ENOUGH_CLAIMS 30

typedef struct
{
  guint with_error, comparable, corroborated, own, attributed, named;
} Tally;

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlSourceProfile *const *) a)->source->id, (*(BlSourceProfile *const *) b)->source->id);
}

static gboolean
has_claim (const BlArticleClaims *claims, const char *predicate)
{
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((const BlClaim *) list->pdata[i])->predicate, predicate) == 0)
      return TRUE;
  return FALSE;
}

/* The articles that took from an earlier one. */
static GHashTable *
index_takers (const BlOrigins *origins)
{
  GHashTable *takers = g_hash_table_new (NULL, NULL);
  const GArray *edges = bl_origins_edges (origins);
  for (guint i = 0; i < edges->len; i++)
    g_hash_table_add (takers, GUINT_TO_POINTER (g_array_index (edges, BlOriginEdge, i).from));
  return takers;
}

/* An article is its source's own when nobody else is credited and no earlier text was copied. */
static gboolean
is_own (const BlProfileInput *input, GHashTable *takers, const BlArticle *article)
{
  return bl_origins_credit (input->origins, article) == NULL
         && !g_hash_table_contains (takers, GUINT_TO_POINTER (article->index));
}

static void
add_article (const BlArticleClaims *claims, BlSourceProfile *profile, Tally *tally)
{
  const BlArticle *article = bl_article_claims_article (claims);
  const GPtrArray *list = bl_article_claims_list (claims);
  profile->n_articles++;
  profile->n_with_date += article->published.precision != BL_DATE_UNKNOWN;
  profile->n_with_byline += article->author != NULL;
  profile->n_with_credit += has_claim (claims, "credits") || article->origin != NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const BlClaim *claim = list->pdata[i];
      /* What a report rule noted is not a claim of the article. */
      if (strcmp (claim->predicate, "reports") == 0 || strcmp (claim->predicate, "credits") == 0)
        continue;
      profile->n_claims++;
      if (claim->speaker != NULL)
        {
          tally->attributed++;
          tally->named += !g_str_has_prefix (claim->speaker, "unnamed/");
        }
    }
}

static void
add_findings (const BlProfileInput *input, GHashTable *by_source, Tally *tallies)
{
  const GPtrArray *findings = bl_findings_list (input->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      BlSourceProfile *profile = g_hash_table_lookup (by_source, finding->at->article->source);
      if (profile == NULL)
        continue;
      profile->n_findings[finding->severity]++;
      if (finding->severity == BL_SEVERITY_ERROR)
        tallies[profile->source->index].with_error++;
    }
}

/* Keyed claims whose group another origin speaks in: alike (corroborated) or not. */
static void
add_corroboration (const BlProfileInput *input, Tally *tallies)
{
  const GArray *rows = bl_comparisons_corroborated (input->comparisons);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const BlClaim *claim = g_array_index (rows, BlCorroboration, i).claim;
      g_autofree char *key = bl_claim_key_string (claim);
      g_hash_table_add (keys, g_strdup_printf ("%s%d", key, claim->polarity));
    }
  for (guint a = 0; a < input->article_claims->len; a++)
    {
      const BlArticle *article = bl_article_claims_article (input->article_claims->pdata[a]);
      const GPtrArray *list = bl_article_claims_list (input->article_claims->pdata[a]);
      for (guint i = 0; i < list->len; i++)
        {
          const BlClaim *claim = list->pdata[i];
          if (claim->rule == NULL || claim->rule->kind != BL_RULE_CLAIM || article->source == NULL)
            continue;
          g_autofree char *key = bl_claim_key_string (claim);
          g_autofree char *full = g_strdup_printf ("%s%d", key, claim->polarity);
          tallies[article->source->index].comparable++;
          tallies[article->source->index].corroborated += g_hash_table_contains (keys, full);
        }
    }
}

GPtrArray *
bl_source_profiles (const BlProfileInput *input)
{
  const guint n = bl_corpus_n_sources (input->corpus);
  GPtrArray *profiles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_source = g_hash_table_new (NULL, NULL);
  g_autofree Tally *tallies = g_new0 (Tally, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      BlSourceProfile *profile = g_new0 (BlSourceProfile, 1);
      profile->source = bl_corpus_source (input->corpus, i);
      g_hash_table_insert (by_source, (gpointer) profile->source, profile);
      g_ptr_array_add (profiles, profile);
    }
  g_autoptr (GHashTable) takers = index_takers (input->origins);
  for (guint i = 0; i < input->article_claims->len; i++)
    {
      const BlArticle *article = bl_article_claims_article (input->article_claims->pdata[i]);
      BlSourceProfile *profile = g_hash_table_lookup (by_source, article->source);
      if (profile != NULL)
        {
          Tally *tally = &tallies[article->source->index];
          tally->own += is_own (input, takers, article);
          add_article (input->article_claims->pdata[i], profile, tally);
        }
    }
  add_findings (input, by_source, tallies);
  add_corroboration (input, tallies);
  for (guint i = 0; i < profiles->len; i++)
    {
      BlSourceProfile *profile = profiles->pdata[i];
      const Tally *tally = &tallies[profile->source->index];
      profile->errors = bl_proportion (MIN (tally->with_error, profile->n_claims), profile->n_claims);
      profile->corroborated = bl_proportion (tally->corroborated, tally->comparable);
      profile->own = bl_proportion (tally->own, profile->n_articles);
      profile->named = bl_proportion (tally->named, tally->attributed);
      profile->too_few = profile->n_claims < ENOUGH_CLAIMS;
    }
  g_ptr_array_sort (profiles, compare_profiles);
  return profiles;
}
