#include "pairs/pair_relation.h"

gboolean
bl_finding_is_across (const BlFinding *finding, BlAcross across, gconstpointer sides)
{
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->place != NULL && across (sides, finding->at, evidence->place)
          && (evidence->role != BL_ROLE_AGREES || finding->relation == BL_RELATION_AGREES))
        return TRUE;
    }
  return FALSE;
}

BlRelation
bl_pair_relation (const BlFindings *findings, const BlComparisons *comparisons, BlAcross across, gconstpointer sides)
{
  BlRelation relation = BL_RELATION_NONE;
  const GPtrArray *list = bl_findings_list (findings);
  for (guint i = 0; i < list->len; i++)
    if (bl_finding_is_across (list->pdata[i], across, sides))
      relation = bl_relation_stronger (relation, ((const BlFinding *) list->pdata[i])->relation);
  const GArray *related = bl_comparisons_related (comparisons);
  for (guint i = 0; i < related->len; i++)
    {
      const BlRelated *one = &g_array_index (related, BlRelated, i);
      if (across (sides, &one->a->at, &one->b->at))
        relation = bl_relation_stronger (relation, one->relation);
    }
  return relation;
}
