#include "judge/comparison.h"

#include <string.h>

const char *
bl_relation_name (BlRelation relation)
{
  static const char *const names[] = { "contradiction", "differs", "variant", "superseded", "disputed", "agrees", "none" };
  return names[relation];
}

BlRelation
bl_relation_stronger (BlRelation a, BlRelation b)
{
  static const guint8 strength[]
      = { [BL_RELATION_CONTRADICTION] = 6, [BL_RELATION_DIFFERS] = 5, [BL_RELATION_DISPUTED] = 4, [BL_RELATION_SUPERSEDED] = 3,
          [BL_RELATION_VARIANT] = 2,       [BL_RELATION_AGREES] = 1,  [BL_RELATION_NONE] = 0 };
  return strength[a] >= strength[b] ? a : b;
}

const char *
bl_gate_name (BlGate gate)
{
  static const char *const names[BL_N_GATES] = { "none", "subject", "predicate", "unit",  "slot",   "interval",
                                                 "time", "speaker", "modality",  "quote", "origin", "shown" };
  return names[gate];
}

const char *
bl_evidence_role_name (BlEvidenceRole role)
{
  static const char *const names[] = { "knowledge", "contradicts", "differs", "agrees", "origin" };
  return names[role];
}

/* Knowledge texts are often made for this one comparison, so all three strings are copied and freed with it. */
static void
evidence_clear (gpointer data)
{
  BlEvidence *evidence = data;
  g_free ((char *) evidence->text);
  g_free ((char *) evidence->note);
  g_free ((char *) evidence->origin);
}

BlComparison *
bl_comparison_new (const char *id, BlRelation relation, const BlClaim *claim, const BlEvidence *first)
{
  g_return_val_if_fail (claim != NULL && first != NULL, NULL);
  BlComparison *comparison = g_new0 (BlComparison, 1);
  comparison->id = id;
  comparison->relation = relation;
  comparison->claim = claim;
  comparison->confidence = 0.8;
  comparison->words = g_ptr_array_new_with_free_func (g_free);
  comparison->evidence = g_array_new (FALSE, TRUE, sizeof (BlEvidence));
  g_array_set_clear_func (comparison->evidence, evidence_clear);
  bl_comparison_add_evidence (comparison, first);
  return comparison;
}

void
bl_comparison_add_evidence (BlComparison *comparison, const BlEvidence *evidence)
{
  g_return_if_fail (evidence->claim != NULL || evidence->text != NULL);
  const BlEvidence copy = { .role = evidence->role,
                            .claim = evidence->claim,
                            .text = g_strdup (evidence->text),
                            .note = g_strdup (evidence->note),
                            .origin = g_strdup (evidence->origin) };
  g_array_append_val (comparison->evidence, copy);
}

void
bl_comparison_say (BlComparison *comparison, const char *name, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_ptr_array_add (comparison->words, g_strdup (name));
  g_ptr_array_add (comparison->words, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

const char *
bl_comparison_word (const BlComparison *comparison, const char *name)
{
  for (guint i = 0; i + 1 < comparison->words->len; i += 2)
    if (strcmp (comparison->words->pdata[i], name) == 0)
      return comparison->words->pdata[i + 1];
  return NULL;
}

gboolean
bl_comparison_shows (const BlComparison *comparison, const BlClaim *claim)
{
  if (comparison->claim == claim)
    return TRUE;
  for (guint i = 0; i < comparison->evidence->len; i++)
    if (g_array_index (comparison->evidence, BlEvidence, i).claim == claim)
      return TRUE;
  return FALSE;
}

void
bl_comparison_free (BlComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_array_unref (comparison->evidence);
  g_ptr_array_unref (comparison->words);
  g_free (comparison->replace);
  g_free (comparison);
}
