/* Days of two articles of one day's news. "Was appointed on Monday" and "was re-elected on Wednesday" tell of one event with different
 * verbs: the doer, the weekday of both and how much the sentences share say so. Two events of one week look much the same, but the
 * articles name both of their days; a wrong day stands alone. */
#include "compare/day_pairs.h"

#include <string.h>

/* Chosen on news of three outlets each: articles one day apart still tell the same; with less in common days of two events met. */
#define MAX_APART 1
#define MIN_OVERLAP 0.3
#define MIN_SHARED 4

/* One term names what another names: the same, or a name and a part of it ("name/anna berg" and "berg"). */
static gboolean
terms_meet (const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  const char *id = strchr (a, '/') != NULL ? a : b, *word = id == a ? b : a;
  if (strchr (id, '/') == NULL)
    return FALSE;
  if (strchr (word, '/') != NULL)
    {
      const char *x = strrchr (id, ' '), *y = strrchr (word, ' ');
      return x != NULL && y != NULL && strcmp (x, y) == 0;
    }
  const char *found = strstr (id, word);
  return found != NULL && found > id && strchr ("/ -", found[-1]) != NULL;
}

gboolean
bl_terms_have (const char *const *terms, const char *term)
{
  for (guint i = 0; terms[i] != NULL; i++)
    if (terms_meet (terms[i], term))
      return TRUE;
  return FALSE;
}

/* --- the pair --------------------------------------------------------------------------------------------------------- */

static gboolean
are_of_one_day (const BlSentencePair *pair)
{
  const BlDate a = bl_article_claims_article (pair->a.article)->published,
               b = bl_article_claims_article (pair->b.article)->published;
  return a.precision == BL_DATE_DAY && b.precision == BL_DATE_DAY
         && ABS (bl_date_first_day (a) - bl_date_first_day (b)) <= MAX_APART;
}

/* A name stands among both. */
static gboolean
share_name (const char *const *a, const char *const *b)
{
  for (guint i = 0; a[i] != NULL; i++)
    if (strchr (a[i], '/') != NULL && bl_terms_have (b, a[i]))
      return TRUE;
  return FALSE;
}

/* One did it, or the one's doer is what the other's was done to: "the House passed the bill", "the bill passed the House". */
static gboolean
share_doer (const BlDayEvent *x, const BlDayEvent *y)
{
  if (share_name (x->subject, y->subject))
    return TRUE;
  const gboolean x_in_y = share_name (x->subject, y->rest), y_in_x = share_name (y->subject, x->rest);
  return (x_in_y && y_in_x) || (x->subject[0] == NULL && y_in_x) || (y->subject[0] == NULL && x_in_y);
}

gboolean
bl_day_is_of_saying (const BlDayEvent *event)
{
  return strcmp (event->name, "saying") == 0;
}

/* Another sentence of the article names this weekday. */
static gboolean
names_weekday (const BlPairSide *side, const BlDayDetail *day)
{
  const GPtrArray *claims = bl_article_claims_list (side->article);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (bl_is_predicate (claim, "happens-on") && claim->at.sentence_index != side->sentence->index
          && bl_days_same_weekday (day, claim->detail))
        return TRUE;
    }
  return FALSE;
}

gboolean
bl_days_of_news (const BlSentencePair *pair, const BlDayDetail *x, const BlDayDetail *y)
{
  if (!are_of_one_day (pair) || !bl_day_is_weekday_only (x) || !bl_day_is_weekday_only (y) || x->event == NULL
      || y->event == NULL)
    return FALSE;
  if (pair->overlap < MIN_OVERLAP || pair->n_shared < MIN_SHARED || !share_doer (x->event, y->event))
    return FALSE;
  if (x->event->future != y->event->future || bl_day_is_of_saying (x->event) != bl_day_is_of_saying (y->event))
    return FALSE;
  return !names_weekday (&pair->b, x) || !names_weekday (&pair->a, y);
}
