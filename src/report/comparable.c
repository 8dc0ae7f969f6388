#include "report/comparable.h"

#include "readers/readers.h"

#include <string.h>

gboolean
bl_is_not_asserted (const BlClaim *claim)
{
  return (claim->voice & (BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_WISH)) != 0;
}

static const char *
reason_of_voice (const BlClaim *claim)
{
  if ((claim->voice & BL_VOICE_QUESTION) != 0)
    return "it is asked, not said";
  if ((claim->voice & BL_VOICE_CONDITION) != 0)
    return "it stands under a condition";
  if ((claim->voice & BL_VOICE_WISH) != 0)
    return "it is wished or demanded, not said";
  if (claim->polarity == BL_POLARITY_OPEN)
    return "the text leaves it open";
  return claim->certainty->low < 0.5 && claim->rule != NULL ? "it is hedged" : NULL;
}

static gboolean
is_read (const BlArticleClaims *of_article, guint sentence)
{
  guint n;
  const BlClaimSentence *sentences = bl_article_claims_sentences (of_article, &n);
  guint low = 0, high = n;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (sentences[middle].index < sentence)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && sentences[low].index == sentence;
}

static const char *
reason_of_count (const BlClaim *claim)
{
  const BlCountDetail *detail = claim->detail;
  return detail->noun[0] == '\0' && detail->quantity->unit[0] == '\0' ? "nothing says what the number counts" : NULL;
}

static const char *
reason_of_day (const BlClaim *claim)
{
  const BlDayDetail *detail = claim->detail;
  if (detail->names)
    return "it names an event and does not date it";
  if (detail->any)
    return "it is no day of a known week";
  if (detail->yearless || !claim->value.date.known)
    return claim->at.article->published.precision == BL_DATE_UNKNOWN ? "the day of the article is not known"
                                                                     : "the year is not known";
  return detail->event == NULL ? "nothing says what happened then" : NULL;
}

static const char *
reason_of_office (const BlClaim *claim)
{
  const char *person = claim->key[0].value;
  const BlTitleDetail *detail = claim->detail;
  if (detail->how == BL_HOW_CONTEXT || detail->how == BL_HOW_NEAR)
    return "nobody of this very name is known";
  if (!g_str_has_prefix (person, "person/") && strchr (person, ' ') == NULL)
    return "the name is not given in full";
  return claim->at.article->published.precision == BL_DATE_UNKNOWN ? "the day of the article is not known" : NULL;
}

const char *
bl_not_comparable (const BlClaim *claim, const BlArticleClaims *of_article)
{
  static const struct
  {
    const char *predicate;
    const char *(*reason) (const BlClaim *);
    gboolean by_sentence; /* compared when sentences are aligned */
  } kinds[] = {
    { "counts", reason_of_count, TRUE },
    { "happens-on", reason_of_day, TRUE },
    { "holds-office", reason_of_office, FALSE },
    { "is-aged", NULL, FALSE },
    { "tallies", NULL, TRUE },
    { "bears", NULL, TRUE },
  };
  const char *reason = reason_of_voice (claim);
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && reason == NULL; i++)
    if (strcmp (claim->predicate, kinds[i].predicate) == 0)
      {
        if (kinds[i].by_sentence && !is_read (of_article, claim->at.sentence_index))
          return "its sentence is a caption, a byline, or too long to be read";
        reason = kinds[i].reason != NULL ? kinds[i].reason (claim) : NULL;
      }
  return reason;
}
