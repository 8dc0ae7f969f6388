#include "findings/findings.h"

#include "findings/fingerprint.h"
#include "findings/kinds.h"

#include <math.h>
#include <string.h>

struct BlFindings
{
  GPtrArray *all;  /* BlFinding *, owned */
  GPtrArray *list; /* those that are wanted */
  BlArena *arena;  /* of places of remarks */
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

/* How a piece of evidence stands to the claim that is asked about: when that is one of the other side, who was with it is against it. */
static BlEvidenceRole
role_from (const BlEvidence *evidence, const BlEvidence *asked)
{
  if (asked == NULL || evidence->claim == NULL)
    return evidence->role;
  return evidence->role == asked->role ? BL_ROLE_AGREES : evidence->role == BL_ROLE_AGREES ? asked->role : evidence->role;
}

/* asked: the piece of evidence whose claim is asked about in place of the comparison's; or NULL. */
static void
take_evidence (BlFinding *finding, const BlComparison *comparison, const BlEvidence *asked)
{
  const GArray *evidence = comparison->evidence;
  if (asked != NULL)
    {
      const BlFindingEvidence first = {
        .role = asked->role, .place = &comparison->claim->at, .claim = comparison->claim, .text = comparison->claim->at.text
      };
      g_array_append_val (finding->evidence, first);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      if (finding->evidence->len == BL_LIMIT_EVIDENCE)
        {
          finding->evidence_left_out = evidence->len - i;
          if (asked != NULL && asked >= &g_array_index (evidence, BlEvidence, i))
            finding->evidence_left_out--;
          break;
        }
      const BlEvidence *from = &g_array_index (evidence, BlEvidence, i);
      if (from == asked)
        continue;
      const BlFindingEvidence to = { .role = role_from (from, asked),
                                     .place = from->claim != NULL ? &from->claim->at : NULL,
                                     .claim = from->claim,
                                     .text = from->claim != NULL ? from->claim->at.text : from->text,
                                     .note = from->note,
                                     .origin = from->origin };
      g_array_append_val (finding->evidence, to);
    }
}

static gboolean
in_focus (const BlClaim *claim, const gboolean *focus)
{
  return claim != NULL && focus[claim->at.article->index];
}

/* The disagreeing side that lies in the focus when the claim itself does not; NULL: the claim is asked about, or nothing is in it. */
static const BlEvidence *
choose_asked (const BlComparison *comparison, const gboolean *focus)
{
  if (focus == NULL || in_focus (comparison->claim, focus))
    return NULL;
  for (guint i = 0; i < comparison->evidence->len; i++)
    {
      const BlEvidence *evidence = &g_array_index (comparison->evidence, BlEvidence, i);
      if ((evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS) && in_focus (evidence->claim, focus))
        return evidence;
    }
  return NULL;
}

static BlFinding *
finding_new (const BlComparison *comparison, guint duplicate, const gboolean *focus)
{
  const BlEvidence *asked = choose_asked (comparison, focus);
  const BlClaim *claim = asked != NULL ? asked->claim : comparison->claim;
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
  finding->message = bl_finding_word (entry, comparison, asked != NULL ? claim : NULL);
  finding->replace = asked == NULL ? g_strdup (comparison->replace) : NULL;
  finding->why = rule != NULL && rule->why != NULL ? rule->why : entry->kind.why;
  finding->at = &claim->at;
  finding->claim = claim;
  finding->here = asked != NULL ? comparison->there : comparison->here;
  finding->there = asked != NULL ? comparison->here : comparison->there;
  finding->evidence = g_array_new (FALSE, FALSE, sizeof (BlFindingEvidence));
  take_evidence (finding, comparison, asked);
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

/* Lets the policy speak of a finding that is made; FALSE: it is left out. rule may be NULL. */
static gboolean
obey_policy (BlFinding *finding, const BlRule *rule, const BlFindingFilter *filter)
{
  if (filter == NULL)
    return TRUE;
  const BlPolicyWord word = bl_policy_ask (filter->policy, finding->id, rule, finding->at->article->file);
  if (word.state == BL_POLICY_SEVERITY)
    finding->severity = word.severity;
  const gboolean asked_for = filter->asked_for != NULL && g_strv_contains (filter->asked_for, finding->id);
  return (word.state != BL_POLICY_OFF || asked_for)
         && finding->confidence >= (word.min_confidence >= 0 ? word.min_confidence : filter->min_confidence);
}

static gboolean
is_wanted (const BlFinding *finding, const BlFindingFilter *filter)
{
  if (filter == NULL)
    return TRUE;
  if (filter->focus != NULL && !filter->focus[finding->at->article->index])
    return FALSE;
  return (filter->only == NULL || id_in (finding->id, filter->only)) && !id_in (finding->id, filter->skip)
         && finding->severity >= filter->min_severity;
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
  findings->all = g_ptr_array_new_with_free_func (finding_free);
  findings->list = g_ptr_array_new ();
  findings->arena = bl_arena_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  const GPtrArray *list = bl_comparisons_list (comparisons);
  for (guint i = 0; i < list->len; i++)
    {
      const BlComparison *comparison = list->pdata[i];
      char *basis = bl_fingerprint_basis (comparison);
      const guint duplicate = GPOINTER_TO_UINT (g_hash_table_lookup (seen, basis));
      g_hash_table_replace (seen, basis, GUINT_TO_POINTER (duplicate + 1));
      BlFinding *finding = finding_new (comparison, duplicate, filter != NULL ? filter->focus : NULL);
      g_ptr_array_add (findings->all, finding);
      if (!obey_policy (finding, comparison->claim->rule, filter) || !is_wanted (finding, filter))
        continue;
      findings->counts[finding->severity]++;
      g_ptr_array_add (findings->list, finding);
    }
  g_ptr_array_sort (findings->list, compare_findings);
  g_ptr_array_sort (findings->all, compare_findings);
  return findings;
}

void
bl_findings_add_remark (BlFindings *findings, const char *id, const BlPlace *place, const char *message,
                        const BlFindingFilter *filter)
{
  const BlFindingEntry *entry = bl_finding_entry (id);
  g_return_if_fail (entry != NULL);
  BlPlace *at = bl_arena_new0 (findings->arena, BlPlace);
  *at = *place;
  at->text = bl_arena_intern (findings->arena, place->text);
  BlFinding *finding = g_new0 (BlFinding, 1);
  finding->id = entry->kind.id;
  finding->fingerprint = bl_fingerprint_of_remark (id, at);
  finding->severity = entry->kind.severity;
  finding->confidence = 1;
  finding->relation = BL_RELATION_NONE;
  finding->message = g_strdup (message);
  finding->why = entry->kind.why;
  finding->at = at;
  finding->evidence = g_array_new (FALSE, FALSE, sizeof (BlFindingEvidence));
  g_ptr_array_add (findings->all, finding);
  g_ptr_array_sort (findings->all, compare_findings);
  if (!obey_policy (finding, NULL, filter) || !is_wanted (finding, filter))
    return;
  findings->counts[finding->severity]++;
  g_ptr_array_add (findings->list, finding);
  g_ptr_array_sort (findings->list, compare_findings);
}

void
bl_findings_free (BlFindings *findings)
{
  if (findings == NULL)
    return;
  g_ptr_array_unref (findings->list);
  g_ptr_array_unref (findings->all);
  bl_arena_free (findings->arena);
  g_free (findings);
}

const GPtrArray *
bl_findings_list (const BlFindings *findings)
{
  return findings->list;
}

const GPtrArray *
bl_findings_all (const BlFindings *findings)
{
  return findings->all;
}

guint
bl_findings_count (const BlFindings *findings, BlSeverity severity)
{
  return findings->counts[severity];
}

static char *
name_side (BlSupport side)
{
  if (side.n_articles == 1)
    return g_strdup ("1 article");
  return g_strdup_printf ("%u articles, at most %u origin%s", side.n_articles, side.n_origins, side.n_origins == 1 ? "" : "s");
}

char *
bl_finding_support (const BlFinding *finding)
{
  if (finding->here.n_articles <= 1 && finding->there.n_articles <= 1)
    return NULL;
  g_autofree char *here = name_side (finding->here);
  if (finding->there.n_articles == 0)
    return g_strdup_printf ("so in %s", here);
  g_autofree char *there = name_side (finding->there);
  return g_strdup_printf ("so in %s; otherwise in %s", here, there);
}
