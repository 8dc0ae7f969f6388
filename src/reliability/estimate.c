#include "reliability/estimate.h"

#include "truth/truth.h"

/* Which value of each fact is probably true; G_MAXUINT where the method cannot say. The caller's array, of facts->len.
 *
 * Values go in as words of their own: which of them are the same was decided by comparison, and what is 41 in one fact has nothing to do
 * with 41 in another. */
static guint *
choose (const BlTruthMethod *method, const BlTruthTable *table, const GPtrArray *facts, char **remark)
{
  guint *chosen = g_new (guint, facts->len + 1);
  for (guint i = 0; i < facts->len; i++)
    chosen[i] = G_MAXUINT;
  g_autoptr (BlTruthResult) result = bl_truth_run (method, table, NULL, NULL);
  if (result == NULL)
    return chosen;
  if (remark != NULL && result->remark != NULL)
    *remark = g_strdup (result->remark);
  for (guint32 item = 0; item < table->n_items; item++)
    if (result->choice[item] != G_MAXUINT32 && !result->tied[item])
      {
        const char *text = bl_truth_value_text (table, result->choice[item]);
        const guint64 fact = g_ascii_strtoull (table->item_object[item], NULL, 10);
        const char *value = strchr (text, ' ');
        if (fact < facts->len && value != NULL)
          chosen[fact] = (guint) g_ascii_strtoull (value, NULL, 10);
      }
  return chosen;
}

static BlTruthTable *
make_table (const GPtrArray *facts)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      for (guint k = 0; !bl_shared_fact_is_quotation (fact) && k < fact->entries->len; k++)
        {
          const BlFactEntry *entry = &g_array_index (fact->entries, BlFactEntry, k);
          char source[24], object[24], value[48];
          g_snprintf (source, sizeof source, "%u", entry->witness);
          g_snprintf (object, sizeof object, "%u", i);
          g_snprintf (value, sizeof value, "fact%u: %u", i, entry->value);
          const BlTruthRow row = { .source = source, .object = object, .attribute = "says", .value = value };
          bl_truth_builder_add (builder, &row);
        }
    }
  return bl_truth_builder_end (builder, (BlTolerance){ .kind = BL_TOLERANCE_NONE });
}

typedef struct
{
  guint right, of;
} Score;

/* A source is judged once a fact: by the chosen value when it prints that, though it may print another too. */
static Score *
score_sources (const BlProfileInput *input, const GPtrArray *facts, const guint *chosen)
{
  const guint n = bl_corpus_n_sources (input->corpus);
  Score *scores = g_new0 (Score, n + 1);
  g_autofree guint *judged = g_new0 (guint, n + 1); /* fact + 1 */
  g_autofree guint *right = g_new0 (guint, n + 1);
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      for (guint k = 0; chosen[i] != G_MAXUINT && k < fact->entries->len; k++)
        {
          const BlFactEntry *entry = &g_array_index (fact->entries, BlFactEntry, k);
          if (entry->claim->at.article->source == NULL)
            continue;
          const guint source = entry->claim->at.article->source->index;
          scores[source].of += judged[source] != i + 1;
          judged[source] = i + 1;
          if (entry->value == chosen[i] && right[source] != i + 1)
            {
              scores[source].right++;
              right[source] = i + 1;
            }
        }
    }
  return scores;
}

void
bl_estimate_sources (const BlProfileInput *input, const GPtrArray *facts, BlTally *tallies)
{
  if (facts->len < BL_ENOUGH_CLAIMS)
    return;
  g_autoptr (BlTruthTable) table = make_table (facts);
  g_autofree char *remark = NULL;
  const BlTruthMethod *method = bl_truth_method_find ("auto");
  g_autofree guint *chosen = choose (method, table, facts, &remark);
  g_autofree guint *voted = choose (bl_truth_method_find ("vote"), table, facts, NULL);
  g_autofree Score *by_method = score_sources (input, facts, chosen);
  g_autofree Score *by_vote = score_sources (input, facts, voted);
  for (guint i = 0; i < bl_corpus_n_sources (input->corpus); i++)
    {
      BlSourceProfile *profile = tallies[i].profile;
      if (by_method[i].of < BL_ENOUGH_CLAIMS)
        continue;
      profile->estimated_by = method->name;
      profile->estimated_remark = g_strdup (remark);
      profile->estimated = bl_proportion (by_method[i].right, by_method[i].of);
      profile->estimated_by_vote = bl_proportion (by_vote[i].right, by_vote[i].of);
    }
}
