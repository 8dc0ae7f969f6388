/* What was asked of a source: by kind, and in conflicts who else stands on which side. */
#include "reliability/tally.h"

#include <string.h>

/* --- kinds --------------------------------------------------------------------------------------------------------- */

static void
count_kind (GArray *kinds, const BlFinding *finding)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      BlProfileKind *kind = &g_array_index (kinds, BlProfileKind, i);
      if (kind->severity == finding->severity && strcmp (kind->id, finding->id) == 0)
        {
          kind->n++;
          return;
        }
    }
  const BlProfileKind kind = { .id = finding->id, .severity = finding->severity, .n = 1 };
  g_array_append_val (kinds, kind);
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const BlProfileKind *x = a, *y = b;
  const int id = strcmp (x->id, y->id);
  return id != 0 ? id : (int) y->severity - (int) x->severity;
}

/* TRUE the first time an article is met with one of some kinds of findings. */
static gboolean
is_first (GHashTable *seen, const BlFinding *finding)
{
  return g_hash_table_add (seen, (gpointer) finding->at->article);
}

static gboolean
is_inflation (const char *id)
{
  return strcmp (id, "claim/certainty") == 0 || strcmp (id, "headline/unsupported") == 0;
}

static gboolean
is_other_source (const BlFinding *finding, const BlFindingEvidence *evidence)
{
  return evidence->place != NULL && evidence->place->article->source != finding->at->article->source;
}

/* TRUE when another source says otherwise. */
static gboolean
is_conflict (const BlFinding *finding)
{
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (bl_evidence_role_is_against (evidence->role) && is_other_source (finding, evidence))
        return TRUE;
    }
  return FALSE;
}

/* What was met already: articles, and claims with an error. */
typedef struct
{
  GHashTable *damaged, *inflated, *wrong;
} Seen;

static void
add_finding (const BlFinding *finding, BlTally *tally, const Seen *seen)
{
  tally->profile->n_findings[finding->severity]++;
  count_kind (tally->profile->kinds, finding);
  if (finding->severity == BL_SEVERITY_ERROR && !is_conflict (finding) && finding->claim != NULL)
    tally->with_error += g_hash_table_add (seen->wrong, (gpointer) finding->claim);
  tally->damaged += strcmp (finding->id, "text/damage") == 0 && is_first (seen->damaged, finding);
  tally->inflated += is_inflation (finding->id) && is_first (seen->inflated, finding);
  tally->profile->n_retracted += strcmp (finding->id, "claim/retracted") == 0;
}

/* --- conflicts ----------------------------------------------------------------------------------------------------- */

/* One side of a conflict as a finding shows it. */
typedef struct
{
  const BlPlace *first; /* of its places the first in the corpus */
  guint n_origins;
} Side;

static void
take_place (Side *side, const BlPlace *place)
{
  if (side->first == NULL || place->article->index < side->first->article->index
      || (place->article == side->first->article && place->location.offset < side->first->location.offset))
    side->first = place;
}

/* FALSE when nobody else stands against the source. */
static gboolean
read_sides (const BlFinding *finding, Side *here, Side *there)
{
  *here = (Side){ .first = finding->at, .n_origins = finding->here.n_origins };
  *there = (Side){ .n_origins = finding->there.n_origins };
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->place != NULL && (bl_evidence_role_is_against (evidence->role) || evidence->role == BL_ROLE_AGREES))
        take_place (bl_evidence_role_is_against (evidence->role) ? there : here, evidence->place);
    }
  return is_conflict (finding) && there->first != NULL;
}

/* Every pair of articles that disagrees is told: what has the same two sides is one conflict, and counts once for each source. */
static void
take_side (BlTally *tally, GHashTable *seen, const Side *own, const Side *other)
{
  if (tally == NULL)
    return;
  const gboolean swap = own->first->article->index > other->first->article->index;
  const BlPlace *x = swap ? other->first : own->first, *y = swap ? own->first : other->first;
  g_autofree char *name = g_strdup_printf ("%u %u %" G_GSIZE_FORMAT " %u %" G_GSIZE_FORMAT, tally->profile->source->index,
                                           x->article->index, x->location.offset, y->article->index, y->location.offset);
  if (!g_hash_table_add (seen, g_steal_pointer (&name)))
    return;
  tally->profile->n_conflicts++;
  tally->with_most += own->n_origins > other->n_origins;
  tally->against_most += own->n_origins < other->n_origins;
}

static void
add_conflict (const BlFinding *finding, BlTally *tallies, GHashTable *seen)
{
  Side here, there;
  if (!read_sides (finding, &here, &there))
    return;
  take_side (bl_tally_of (tallies, finding->at->article), seen, &here, &there);
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      BlTally *tally = evidence->place != NULL ? bl_tally_of (tallies, evidence->place->article) : NULL;
      if (evidence->role == BL_ROLE_AGREES)
        take_side (tally, seen, &here, &there);
      else if (bl_evidence_role_is_against (evidence->role))
        take_side (tally, seen, &there, &here);
    }
}

void
bl_tally_findings (const BlProfileInput *input, BlTally *tallies)
{
  const GPtrArray *findings = bl_findings_list (input->findings);
  g_autoptr (GHashTable) damaged = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) inflated = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) wrong = g_hash_table_new (NULL, NULL);
  const Seen seen = { .damaged = damaged, .inflated = inflated, .wrong = wrong };
  g_autoptr (GHashTable) conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      BlTally *tally = bl_tally_of (tallies, finding->at->article);
      if (tally != NULL)
        add_finding (finding, tally, &seen);
      if (finding->relation == BL_RELATION_CONTRADICTION || finding->relation == BL_RELATION_DIFFERS)
        add_conflict (finding, tallies, conflicts);
    }
  for (guint i = 0; i < bl_corpus_n_sources (input->corpus); i++)
    g_array_sort (tallies[i].profile->kinds, compare_kinds);
}
