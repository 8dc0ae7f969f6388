/* How likely two spellings mean one person. */
#include <string.h>

#include "knowledge/name_model.h"
#include "knowledge/name_script.h"
#include "knowledge/names.h"
#include "knowledge/tables.h"

/* "Raab, Dominic" → "Dominic Raab"; NULL for a spelling without one comma, or with a generation or a peerage behind it. */
static char *
turn_round (const char *spelling)
{
  const char *comma = strchr (spelling, ',');
  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return NULL;
  g_autofree char *family = g_strndup (spelling, (gsize) (comma - spelling));
  g_autofree char *given = g_strstrip (g_strdup (comma + 1));
  static const char *const behind[]
      = { "Jr", "Sr", "II", "III", "IV", "Baron", "Baroness", "Lord", "Lady", "Earl", "Viscount", "Viscountess" };
  const gsize length = strcspn (given, " .");
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (length == strlen (behind[i]) && g_ascii_strncasecmp (given, behind[i], length) == 0)
      return NULL;
  if (g_ascii_isdigit (given[0])) /* 4th Baron */
    return NULL;
  return given[0] != '\0' && family[0] != '\0' ? g_strdup_printf ("%s %s", given, family) : NULL;
}

void
bl_name_query_read (BlNameQuery *query, const BlNameIndex *index, const char *spelling)
{
  g_autofree char *latin = bl_name_to_latin (spelling);
  const char *readable = latin != NULL ? latin : spelling;
  g_autofree char *turned = turn_round (readable);
  bl_name_query_init (query, index, turned != NULL ? turned : readable);
}

double
bl_name_probability (const BlKnowledge *kb, const char *a, const char *b, BlNameEvidence *evidence)
{
  const BlNameIndex *index = bl_name_index_get (kb);
  BlNameQuery left;
  BlNameQuery right;
  bl_name_query_read (&left, index, a);
  bl_name_query_read (&right, index, b);
  const BlNameToken *words[BL_NAME_TOKENS_MAX];
  for (guint j = 0; j < right.n; j++)
    words[j] = &right.tokens[j];
  BlNameAlignment alignment;
  bl_name_align (&alignment, &left, words, right.n, (guint16) (right.n > 0 ? 1u << (right.n - 1) : 0));
  const BlNameSummary summary = bl_name_sum_up (&alignment);
  const gboolean one_generation = left.generation == right.generation;
  const gboolean possible = bl_name_is_possible (&summary, left.n == 1 || right.n == 1);
  BlNameEvidence own;
  bl_name_evidence_of (&alignment, possible, one_generation, &own);
  if (evidence != NULL)
    *evidence = own;
  const gboolean equal
      = one_generation && left.n > 0 && right.n > 0 && bl_name_is_same (&left, &(BlNameForm){ .tokens = words, .n = right.n });
  bl_name_query_clear (&left);
  bl_name_query_clear (&right);
  if (equal)
    return 1;
  return kb->name_model.is_there ? bl_name_model_probability (&kb->name_model, &own) : bl_name_similarity (kb, a, b);
}
