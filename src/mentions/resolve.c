#include "mentions/resolve.h"

#include <string.h>

#include "knowledge/names.h"
#include "text/text.h"

gboolean
bl_name_is_evident (const BlScan *scan, const BlDraft *name)
{
  if (name->name->ranked)
    return TRUE;
  if (!bl_name_is_whole (name))
    return name->name->described; /* firms and peoples speak too: "Doctors said" */
  if (name->name->speaks || name->name->described)
    return TRUE;
  for (guint at = name->first + 1; at + 1 < name->end; at++)
    if ((bl_scan_token (scan, at)->shape & BL_TOKEN_INITIAL) != 0 && (bl_scan_token (scan, at)->shape & BL_TOKEN_DOTTED) != 0)
      return TRUE; /* "Regina M. Benjamin" */
  const BlToken *first = bl_scan_token (scan, name->first);
  const BlToken *second = bl_scan_token (scan, name->first + 1);
  return ((first->shape & BL_TOKEN_INITIAL) != 0 && bl_token_follows (second)
          && ((first->shape & BL_TOKEN_DOTTED) != 0 || first->end - first->start > 1))
         || (!bl_token_is (first, BL_LEX_COMMON) && bl_name_is_known_token (scan->kb, first->folded));
}

gboolean
bl_name_is_plain_word (const BlScan *scan, const BlDraft *name)
{
  const BlToken *token = bl_scan_token (scan, name->first);
  if (bl_name_is_whole (name))
    return FALSE;
  if (bl_token_is (token, BL_LEX_COMMON))
    return !name->name->speaks; /* "Rice said" */
  return bl_scan_writes_small (scan, token);
}

/* --- setting the result ---------------------------------------------------------------------------------------------- */

void
bl_settle (BlScan *scan, BlDraft *name, const BlPerson *person, BlHow how, double score)
{
  name->mention.how = how;
  name->mention.score = score;
  name->mention.person.known = person;
  name->mention.person.gender = person->gender;
  name->mention.id = bl_scan_id (scan, "person", person->id);
  name->name->settled = TRUE;
}

void
bl_settle_unknown (BlScan *scan, BlDraft *name, gboolean ambiguous)
{
  g_autofree char *folded = bl_fold_letters (name->mention.person.surface, -1);
  name->mention.how = BL_HOW_UNKNOWN;
  name->mention.ambiguous = ambiguous;
  name->mention.id = bl_scan_id (scan, "name", folded);
  name->mention.person.gender = name->honorific;
  if (bl_name_is_whole (name) && name->honorific == 0)
    name->likely_gender = bl_knowledge_gender_of_given_name (scan->kb, bl_scan_token (scan, name->first)->folded);
  name->name->settled = TRUE;
}

void
bl_settle_part (BlScan *scan, BlDraft *name, const BlDraft *whole)
{
  name->mention.how = BL_HOW_PART;
  name->mention.id = whole->mention.id;
  name->mention.score = whole->mention.score;
  name->mention.ambiguous = whole->mention.ambiguous;
  name->mention.person.known = whole->mention.person.known;
  name->mention.person.gender = whole->mention.person.gender;
  name->mention.person.antecedent = bl_scan_token (scan, whole->first)->mention;
  name->likely_gender = whole->likely_gender;
  name->name->settled = TRUE;
}
