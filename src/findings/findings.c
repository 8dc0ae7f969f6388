#include "findings/findings.h"

#include "findings/fingerprint.h"
#include "findings/kinds.h"

#include <math.h>
#include <string.h>

struct BlFindings
{
  GPtrArray *list; /* BlFinding * */
  guint counts[3]; /* by BlSeverity */
};

static void
finding_free (gpointer data)
{
  BlFinding *finding = data;
  g_free (finding->fingerprint);
  g_free (finding->message);
  g_free (finding->replace);
  g_array_unref (finding->evidence);
  g_free (finding);
}

const char *
bl_severity_name (BlSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };
  return names[severity];
}

gboolean
bl_severity_parse (const char *text, BlSeverity *severity)
{
  for (int i = BL_SEVERITY_NOTE; i <= BL_SEVERITY_ERROR; i++)
    if (strcmp (text, bl_severity_name ((BlSeverity) i)) == 0)
      {
        *severity = (BlSeverity) i;
        return TRUE;
      }
  return FALSE;
}

/* A relation weaker than a contradiction is never an error, an experimental rule never more than a note; else the rule
 * says, else the catalogue. */
static BlSeverity
severity_of (const BlComparison *comparison, const BlFindingKind *kind)
{
  const BlRule *rule = comparison->claim->rule;
  if (rule != NULL && rule->status == BL_STATUS_EXPERIMENTAL)
    return BL_SEVERITY_NOTE;
  if (comparison->relation >= BL_RELATION_VARIANT)
    return BL_SEVERITY_NOTE;
  /* Against another claim the rule says how grave it is; against the base the catalogue does. */
  const gboolean of_rule
      = rule != NULL && (rule->kind == BL_RULE_REPORT || g_array_index (comparison->evidence, BlEvidence, 0).claim != NULL);
  BlSeverity severity = of_rule ? rule->severity : kind->severity;
  if (rule != NULL && rule->kind == BL_RULE_REPORT)
    return severity;
  if (of_rule && kind->severity == BL_SEVERITY_WARNING)
    severity = MIN (severity, kind->severity);
  if (comparison->relation == BL_RELATION_DIFFERS)
    severity = MIN (severity, BL_SEVERITY_WARNING);
  return severity;
}

static void
take_evidence (BlFinding *finding, const GArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      if (finding->evidence->len == BL_LIMIT_EVIDENCE)
        {
          finding->evidence_left_out = evidence->len - i;
          break;
        }
      const BlEvidence *from = &g_array_index (evidence, BlEvidence, i);
      const BlFindingEvidence to = { .role = from->role,
                                     .place = from->claim != NULL ? &from->claim->at : NULL,
                                     .text = from->claim != NULL ? from->claim->at.text : from->text,
                                     .note = from->note,
                                     .origin = from->origin };
      g_array_append_val (finding->evidence, to);
    }
}

static BlFinding *
finding_new (const BlComparison *comparison, guint duplicate)
{
  const BlFindingEntry *entry = bl_finding_entry (comparison->id);
  g_return_val_if_fail (entry != NULL, NULL);
  const BlRule *rule = comparison->claim->rule;
  BlFinding *finding = g_new0 (BlFinding, 1);
  finding->id = entry->kind.id;
  finding->fingerprint = bl_fingerprint (comparison, duplicate);
  finding->severity = severity_of (comparison, &entry->kind);
  finding->confidence = round (CLAMP (comparison->confidence, 0, 1) * 100) / 100;
  finding->relation = comparison->relation;
  finding->decided_by = comparison->decided_by;
  finding->message = bl_finding_word (entry, comparison);
  finding->replace = g_strdup (comparison->replace);
  finding->why = rule != NULL && rule->why != NULL ? rule->why : entry->kind.why;
  finding->at = &comparison->claim->at;
  finding->claim = comparison->claim;
  finding->evidence = g_array_new (FALSE, FALSE, sizeof (BlFindingEvidence));
  take_evidence (finding, comparison->evidence);
  return finding;
}

/* "name" and "name/garbled" both name name/garbled. */
static gboolean
id_in (const char *id, const char *const *list)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      const gsize length = strlen (list[i]);
      if (strncmp (id, list[i], length) == 0 && (id[length] == '\0' || id[length] == '/'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (const BlFinding *finding, const BlFindingFilter *filter)
{
  if (filter == NULL)
    return TRUE;
  return (filter->only == NULL || id_in (finding->id, filter->only)) && !id_in (finding->id, filter->skip)
         && finding->severity >= filter->min_severity && finding->confidence >= filter->min_confidence;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const BlFinding *x = *(BlFinding *const *) a, *y = *(BlFinding *const *) b;
  const int article = strcmp (x->at->article->id, y->at->article->id);
  if (article != 0)
    return article;
  if (x->at->location.offset != y->at->location.offset)
    return x->at->location.offset < y->at->location.offset ? -1 : 1;
  const int id = strcmp (x->id, y->id);
  return id != 0 ? id : strcmp (x->fingerprint, y->fingerprint);
}

BlFindings *
bl_findings_new (const BlComparisons *comparisons, const BlFindingFilter *filter)
{
  BlFindings *findings = g_new0 (BlFindings, 1);
  findings->list = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  const GPtrArray *list = bl_comparisons_list (comparisons);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      char *basis = bl_fingerprint_basis (comparison);
      const guint duplicate = GPOINTER_TO_UINT (g_hash_table_lookup (seen, basis));
      g_hash_table_replace (seen, basis, GUINT_TO_POINTER (duplicate + 1));
      BlFinding *finding = finding_new (comparison, duplicate);
      if (!is_wanted (finding, filter))
        {
          finding_free (finding);
          continue;
        }
      findings->counts[finding->severity]++;
      g_ptr_array_add (findings->list, finding);
    }
  g_ptr_array_sort (findings->list, compare_findings);
  return findings;
}

void
bl_findings_free (BlFindings *findings)
{
  if (findings == NULL)
    return;
  g_ptr_array_unref (findings->list);
  g_free (findings);
}

const GPtrArray *
bl_findings_list (const BlFindings *findings)
{
  return findings->list;
}

guint
bl_findings_count (const BlFindings *findings, BlSeverity severity)
{
  return findings->counts[severity];
}
