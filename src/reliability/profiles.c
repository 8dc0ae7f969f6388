#include "reliability/estimate.h"

#include <string.h>

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlSourceProfile *const *) a)->source->id, (*(BlSourceProfile *const *) b)->source->id);
}

static void
profile_free (gpointer data)
{
  BlSourceProfile *profile = data;
  g_array_unref (profile->kinds);
  g_free (profile->estimated_remark);
  g_free (profile);
}

/* What was counted in k, of all articles. */
static void
settle_of_articles (BlSourceProfile *profile)
{
  BlProportion *const shares[] = { &profile->relayed,       &profile->copied,      &profile->with_date, &profile->with_byline,
                                   &profile->with_dateline, &profile->with_credit, &profile->with_link };
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    *shares[i] = bl_proportion (shares[i]->k, profile->n_articles);
}

static void
settle (BlSourceProfile *profile, const BlTally *tally)
{
  settle_of_articles (profile);
  profile->errors = bl_proportion (MIN (tally->with_error, profile->n_claims), profile->n_claims);
  profile->with_most = bl_proportion (tally->with_most, tally->with_most + tally->against_most);
  profile->corroborated = bl_proportion (tally->keyed_confirmed, tally->keyed);
  profile->figures = bl_proportion (tally->figures_confirmed, tally->figures);
  profile->own = bl_proportion (tally->own, profile->n_articles);
  profile->named = bl_proportion (tally->named, tally->attributed);
  profile->damaged = bl_proportion (tally->damaged, profile->n_articles);
  profile->inflated = bl_proportion (tally->inflated, profile->n_articles);
  profile->altered = bl_proportion (MIN (tally->altered, tally->quotations), tally->quotations);
  profile->too_few = profile->n_effective < BL_ENOUGH_CLAIMS;
}

GPtrArray *
bl_source_profiles (const BlProfileInput *input)
{
  const guint n = bl_corpus_n_sources (input->corpus);
  GPtrArray *profiles = g_ptr_array_new_with_free_func (profile_free);
  g_autofree BlTally *tallies = g_new0 (BlTally, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      BlSourceProfile *profile = g_new0 (BlSourceProfile, 1);
      profile->source = bl_corpus_source (input->corpus, i);
      profile->kinds = g_array_new (FALSE, FALSE, sizeof (BlProfileKind));
      tallies[profile->source->index].profile = profile;
      g_ptr_array_add (profiles, profile);
    }
  bl_tally_articles (input, tallies);
  bl_tally_findings (input, tallies);
  bl_tally_agreement (input, tallies);
  const BlFactInput sides
      = { .article_claims = input->article_claims, .comparisons = input->comparisons, .origins = input->origins };
  g_autoptr (GPtrArray) facts = bl_facts_find (&sides);
  bl_tally_quotations (input, facts, tallies);
  bl_estimate_sources (input, facts, tallies);
  for (guint i = 0; i < n; i++)
    settle (tallies[i].profile, &tallies[i]);
  g_ptr_array_sort (profiles, compare_profiles);
  return profiles;
}

const char *
bl_profile_unseen (void)
{
  return "What a program cannot see: ownership, intent, invention, omission.";
}
