/* The gate of speakers for the open comparison: two speakers who disagree are a dispute that the articles report, and no fault of
 * theirs. The union counts 9,000 on strike, the employers 2,500. */
#include "sentences/sentences.h"

#include "claims/speaker_of.h"

#include <string.h>

static const char *
speaker_of (BlCompareState *state, const BlClaim *claim)
{
  const BlArticleClaims *claims = state->input->article_claims->pdata[claim->at.article->index];
  const char *speaker = bl_claim_find_speaker (state->input->cues, claims, claim, state->arena);
  return speaker != NULL && bl_speaker_is_distinct (state->input->cues, speaker) ? speaker : NULL;
}

/* The day on which somebody said so is told by the article, not by the speaker. */
static gboolean
is_day_of_saying (const BlClaim *claim)
{
  const BlDayDetail *day = bl_is_predicate (claim, "happens-on") ? claim->detail : NULL;
  return day != NULL && day->event != NULL && day->event->nature == BL_DAY_SAYING;
}

static gboolean
is_disputed (BlCompareState *state, const BlConflict *conflict)
{
  if (state->input->cues == NULL || is_day_of_saying (conflict->a) || is_day_of_saying (conflict->b))
    return FALSE;
  const char *a = speaker_of (state, conflict->a);
  const char *b = a != NULL ? speaker_of (state, conflict->b) : NULL;
  return b != NULL && strcmp (a, b) != 0;
}

void
bl_conflicts_drop_disputed (BlCompareState *state, GArray *conflicts)
{
  guint n = 0;
  state->check = "speakers";
  for (guint i = 0; i < conflicts->len; i++)
    {
      const BlConflict conflict = g_array_index (conflicts, BlConflict, i);
      if (is_disputed (state, &conflict))
        bl_compare_judged (state, conflict.a, conflict.b,
                           bl_related (BL_RELATION_DISPUTED, BL_GATE_SPEAKER, "two speakers say so, and they disagree"));
      else
        g_array_index (conflicts, BlConflict, n++) = conflict;
    }
  g_array_set_size (conflicts, n);
}
