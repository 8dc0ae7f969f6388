/* gender/pronoun: he or she of a person whose gender the base knows. */
#include "names/names.h"

#include "judge/saying.h"

#include <string.h>

/* A sentence with "he" and "his" of one person is one question: the later pronoun joins the finding of the earlier one. */
static gboolean
join_sentence (const BlCompareState *state, const BlClaim *claim)
{
  for (guint i = state->found->len; i-- > 0;)
    {
      BlComparison *comparison = state->found->pdata[i];
      const BlClaim *other = comparison->claim;
      if (strcmp (comparison->id, "gender/pronoun") != 0 || other->at.article != claim->at.article
          || other->at.sentence_index != claim->at.sentence_index)
        return FALSE;
      if (((const BlPronounDetail *) other->detail)->person != ((const BlPronounDetail *) claim->detail)->person)
        continue;
      const BlEvidence also = bl_evidence_claim (BL_ROLE_AGREES, claim);
      bl_comparison_add_evidence (comparison, &also);
      return TRUE;
    }
  return FALSE;
}

void
bl_check_pronouns (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "has-gender");
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlPronounDetail *detail = claim->detail;
      const BlPerson *person = detail->person;
      if (person == NULL || (person->gender != 'm' && person->gender != 'f'))
        continue;
      if (claim->value.text[0] == person->gender)
        continue;
      /* Somebody else stands between: the pronoun may well be theirs. */
      if (detail->n_between > 0)
        {
          bl_compare_judged (state, claim, NULL, bl_stopped (BL_GATE_SUBJECT, "somebody else is named between"));
          continue;
        }
      if (join_sentence (state, claim))
        continue;
      g_autofree char *origin = NULL;
      const char *gender = person->gender == 'f' ? "woman" : "man";
      const BlEvidence known = bl_evidence_knowledge (person->name, gender, &person->reference, &origin);
      BlComparison *comparison = bl_comparison_new ("gender/pronoun", BL_RELATION_CONTRADICTION, claim, &known);
      comparison->confidence = detail->how <= BL_HOW_PART ? 0.8 : 0.7;
      bl_comparison_say (comparison, "pronoun", "%s", claim->at.text);
      bl_comparison_say (comparison, "person", "%s", person->name);
      bl_comparison_say (comparison, "gender", "%s", gender);
      bl_compare_add (state, comparison);
    }
}
