/* A spelling as people type it. */
#include <string.h>

#include "knowledge/name_blocks.h"
#include "knowledge/name_script.h"
#include "knowledge/names.h"
#include "text/fold.h"

/* "Raab, Dominic" → "Dominic Raab"; NULL for a spelling without one comma, or with a generation or a peerage behind it. */
static char *
turn_round (const BlGivenNames *names, const char *spelling)
{
  const char *comma = strchr (spelling, ',');
  if (comma == NULL || strchr (comma + 1, ',') != NULL)
    return NULL;
  g_autofree char *family = g_strndup (spelling, (gsize) (comma - spelling));
  g_autofree char *given = g_strstrip (g_strdup (comma + 1));
  g_autofree char *first = g_strndup (given, strcspn (given, " ."));
  g_autofree char *folded = bl_fold_letters (first, -1);
  if ((bl_given_names_word (names, folded) & BL_NAME_PEERAGE) != 0)
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
  g_autofree char *turned = turn_round (index->given_names, readable);
  bl_name_query_init (query, index, turned != NULL ? turned : readable);
}
