/* Quotation fidelity: a quotation is comparable when another origin has it too, or when it is known to be altered, be it in a copy. */
#include "reliability/facts.h"
#include "reliability/tally.h"

#include <string.h>

/* Counts a quotation of a source once; *altered: also as an altered one. */
static void
add (GHashTable *seen, const BlClaim *claim, BlTally *tallies, gboolean altered)
{
  BlTally *tally = bl_tally_of (tallies, claim->at.article);
  if (tally == NULL || !g_hash_table_add (seen, (gpointer) claim))
    return;
  tally->quotations++;
  tally->altered += altered;
}

void
bl_tally_quotations (const BlProfileInput *input, const GPtrArray *facts, BlTally *tallies)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const GPtrArray *findings = bl_findings_list (input->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (strcmp (finding->id, "quote/altered") == 0 && finding->claim != NULL)
        add (seen, finding->claim, tallies, TRUE);
    }
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      for (guint k = 0; k < fact->entries->len; k++)
        {
          const BlClaim *claim = g_array_index (fact->entries, BlFactEntry, k).claim;
          if (strcmp (claim->predicate, "says") == 0)
            add (seen, claim, tallies, FALSE);
        }
    }
}
