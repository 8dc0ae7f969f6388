/* What beside a name, but for titles and ranks, shows that it is one: an age, an apposition, a verb of speech. */
#include <stdlib.h>
#include <string.h>

#include "mentions/persons.h"

/* "Ann Lee, 45, said": the age, or 0. */
static guint
age_at (const BlScan *scan, guint at, guint end)
{
  const BlToken *token = bl_scan_token (scan, at);
  if ((token->shape & BL_TOKEN_NUMBER) == 0 || token->gap != (BL_GAP_COMMA | BL_GAP_SPACE) || strlen (token->folded) > 3)
    return 0;
  guint age = (guint) atoi (token->folded);
  return age >= 5 && age <= 115 && (at + 1 >= end || bl_token_is_break (bl_scan_token (scan, at + 1))) ? age : 0;
}

static gboolean
is_described (const BlScan *scan, const BlDraft *name, guint end)
{
  guint at = name->end;
  if (at >= end)
    return FALSE;
  name->name->age = age_at (scan, at, end);
  if (name->name->age != 0)
    return TRUE;
  guint gap = bl_scan_token (scan, at)->gap;
  if ((gap & (BL_GAP_COMMA | BL_GAP_OPEN)) == 0 || (gap & BL_GAP_STOP) != 0 || bl_name_is_list (scan, name))
    return FALSE;
  if (!bl_token_is_determiner (bl_scan_token (scan, at)))
    return FALSE;
  for (guint steps = 0; steps < 5 && at < end; at++, steps++)
    {
      if (steps > 0 && !bl_token_joins (bl_scan_token (scan, at)))
        return FALSE;
      if (bl_token_is (bl_scan_token (scan, at), BL_LEX_PERSON_NOUN))
        return TRUE;
    }
  return FALSE;
}

gboolean
bl_name_is_list (const BlScan *scan, const BlDraft *name)
{
  guint begin = bl_scan_first (scan, name->mention.sentence);
  return name->first > begin && (bl_scan_token (scan, name->first)->gap & BL_GAP_COMMA) != 0
         && bl_scan_at (scan, name->first - 1, BL_MENTION_COUNTRY) != NULL;
}

static gboolean
is_speaking (const BlScan *scan, const BlDraft *name, guint begin, guint end)
{
  if (name->end < end && (bl_scan_token (scan, name->end - 1)->shape & BL_TOKEN_POSSESSIVE) == 0)
    {
      const BlToken *next = bl_scan_token (scan, name->end);
      if (bl_token_follows (next) && bl_token_is (next, BL_LEX_SPEECH) && (next->shape & BL_TOKEN_UPPER) == 0)
        return TRUE;
    }
  if (name->first == begin)
    return FALSE;
  const BlToken *before = bl_scan_token (scan, name->first - 1);
  return bl_token_follows (bl_scan_token (scan, name->first)) && bl_token_is (before, BL_LEX_SPEECH)
         && ((before->gap & (BL_GAP_QUOTE | BL_GAP_COMMA)) != 0 || bl_token_equals (before, "said"));
}

void
bl_name_read_context (const BlScan *scan, BlDraft *name)
{
  const guint begin = bl_scan_first (scan, name->mention.sentence), end = bl_scan_end (scan, name->mention.sentence);
  name->name->speaks = is_speaking (scan, name, begin, end);
  name->name->described = is_described (scan, name, end);
}
