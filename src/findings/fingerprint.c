#include "findings/fingerprint.h"

#include "text/text.h"

#include <string.h>

static void
add_field (GString *out, const char *text)
{
  g_string_append (out, text != NULL ? text : "");
  g_string_append_c (out, '\x1f');
}

static void
add_claim (GString *out, const BlClaim *claim)
{
  g_autofree char *key = bl_claim_key_string (claim);
  g_autofree char *sentence = bl_fold_letters (claim->at.sentence != NULL ? claim->at.sentence : "", -1);
  add_field (out, claim->at.article->source != NULL ? claim->at.article->source->id : "");
  add_field (out, claim->at.article->id);
  add_field (out, key);
  add_field (out, claim->value.text);
  add_field (out, claim->polarity == BL_POLARITY_NEGATIVE ? "-" : claim->polarity == BL_POLARITY_OPEN ? "?" : "+");
  add_field (out, sentence);
}

char *
bl_fingerprint_basis (const BlComparison *comparison)
{
  GString *out = g_string_new (NULL);
  add_field (out, comparison->id);
  add_claim (out, comparison->claim);
  /* The first piece of evidence is the other side; further witnesses come and go with the corpus. */
  const BlEvidence *other = &g_array_index (comparison->evidence, BlEvidence, 0);
  if (other->claim != NULL)
    add_claim (out, other->claim);
  else
    add_field (out, other->text);
  return g_string_free (out, FALSE);
}

char *
bl_fingerprint (const BlComparison *comparison, guint duplicate)
{
  g_autofree char *basis = bl_fingerprint_basis (comparison);
  g_autofree char *counted = g_strdup_printf ("%s%u", basis, duplicate);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, counted, -1);
  const int group = (int) strcspn (comparison->id, "/");
  return g_strdup_printf ("%.*s/v1:%.16s", group, comparison->id, hash);
}
