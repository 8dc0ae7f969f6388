#include "findings/fingerprint.h"

#include "text/text.h"

#include <string.h>

static void
add_field (GString *out, const char *text)
{
  g_string_append (out, text != NULL ? text : "");
  g_string_append_c (out, '\x1f');
}

/* The words of a sentence: line breaks and blanks move when a paragraph is set anew. */
static void
add_words (GString *out, const char *sentence)
{
  gboolean space = FALSE;
  for (const char *p = sentence; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (!space)
        g_string_append_c (out, ' ');
      space = g_ascii_isspace (*p);
    }
  g_string_append_c (out, '\x1f');
}

static void
add_value (GString *out, const BlClaim *claim)
{
  g_autofree char *key = bl_claim_key_string (claim);
  add_field (out, key);
  add_field (out, claim->value.text);
  add_field (out, claim->polarity == BL_POLARITY_NEGATIVE ? "-" : claim->polarity == BL_POLARITY_OPEN ? "?" : "+");
}

/* One side, complete. */
static char *
side_of (const BlClaim *claim)
{
  GString *out = g_string_new (NULL);
  g_autofree char *sentence = bl_fold_letters (claim->at.sentence != NULL ? claim->at.sentence : "", -1);
  add_field (out, claim->at.article->source != NULL ? claim->at.article->source->id : "");
  add_field (out, claim->at.article->key);
  add_value (out, claim);
  add_words (out, sentence);
  return g_string_free (out, FALSE);
}

/* Which of two claims is asked about depends on what else is in the corpus and on what changed: the sides have no order here. */
static void
add_both (GString *out, const BlClaim *a, const BlClaim *b)
{
  g_autofree char *x = side_of (a);
  g_autofree char *y = side_of (b);
  const gboolean ordered = strcmp (x, y) <= 0;
  g_string_append (out, ordered ? x : y);
  g_string_append (out, ordered ? y : x);
}

/* A report rule has its title as the other side, which is wording. */
static gboolean
is_of_report (const BlComparison *comparison)
{
  return comparison->claim->rule != NULL && comparison->claim->rule->kind == BL_RULE_REPORT;
}

char *
bl_fingerprint_basis (const BlComparison *comparison)
{
  GString *out = g_string_new (NULL);
  add_field (out, comparison->id);
  /* The first piece of evidence is the other side; further witnesses come and go with the corpus. */
  const BlEvidence *other = &g_array_index (comparison->evidence, BlEvidence, 0);
  if (other->claim != NULL && !comparison->of_many)
    {
      add_both (out, comparison->claim, other->claim);
      return g_string_free (out, FALSE);
    }
  g_autofree char *side = side_of (comparison->claim);
  g_string_append (out, side);
  if (other->claim != NULL)
    add_value (out, other->claim);
  else
    add_field (out, is_of_report (comparison) ? NULL : other->text);
  return g_string_free (out, FALSE);
}

/* "number/v1:" and the hash of the basis. */
static char *
make (const char *id, const char *basis)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, basis, -1);
  return g_strdup_printf ("%.*s/v1:%.16s", (int) strcspn (id, "/"), id, hash);
}

char *
bl_fingerprint (const BlComparison *comparison, guint duplicate)
{
  g_autofree char *basis = bl_fingerprint_basis (comparison);
  g_autofree char *counted = g_strdup_printf ("%s%u", basis, duplicate);
  return make (comparison->id, counted);
}

char *
bl_fingerprint_of_remark (const char *id, const BlPlace *place)
{
  g_autoptr (GString) basis = g_string_new (NULL);
  add_field (basis, id);
  add_field (basis, place->article->key);
  add_words (basis, place->text);
  return make (id, basis->str);
}
