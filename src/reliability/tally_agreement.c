/* What other origins say of what a source says: keyed claims of rules, and figures and days. */
#include "reliability/tally.h"

#include <string.h>

static gboolean
is_keyed (const BlClaim *claim)
{
  return claim->rule != NULL && claim->rule->kind == BL_RULE_CLAIM;
}

/* Each claim of a row, once: rows hold one claim an article. */
static void
add_row (const BlCorroboration *row, gboolean confirmed, BlTally *tallies)
{
  for (guint i = 0; i < row->claims->len; i++)
    {
      const BlClaim *claim = row->claims->pdata[i];
      BlTally *tally = bl_tally_of (tallies, claim->at.article);
      if (tally == NULL)
        continue;
      if (is_keyed (claim))
        {
          tally->keyed++;
          tally->keyed_confirmed += confirmed;
        }
      else if (confirmed)
        {
          tally->figures++;
          tally->figures_confirmed++;
        }
    }
}

static gboolean
is_figure_conflict (const BlFinding *finding)
{
  return (strcmp (finding->id, "number/conflict") == 0 || strcmp (finding->id, "date/conflict") == 0)
         && finding->there.n_articles > 0;
}

/* A figure that others have otherwise; when somebody also has it alike it was counted with its row. */
static void
add_figure_conflict (const BlFinding *finding, BlTally *tallies)
{
  BlTally *tally = bl_tally_of (tallies, finding->at->article);
  if (tally != NULL && finding->here.n_origins == 1)
    tally->figures++;
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      const gboolean against = evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS;
      if (!against || evidence->place == NULL || finding->there.n_origins != 1)
        continue;
      BlTally *other = bl_tally_of (tallies, evidence->place->article);
      if (other != NULL && other != tally)
        other->figures++;
    }
}

void
bl_tally_agreement (const BlProfileInput *input, BlTally *tallies)
{
  const GArray *rows = bl_comparisons_corroborated (input->comparisons);
  for (guint i = 0; i < rows->len; i++)
    add_row (&g_array_index (rows, BlCorroboration, i), TRUE, tallies);
  const GArray *single = bl_comparisons_single (input->comparisons);
  for (guint i = 0; i < single->len; i++)
    add_row (&g_array_index (single, BlCorroboration, i), FALSE, tallies);
  const GPtrArray *findings = bl_findings_list (input->findings);
  for (guint i = 0; i < findings->len; i++)
    if (is_figure_conflict (findings->pdata[i]))
      add_figure_conflict (findings->pdata[i], tallies);
}
