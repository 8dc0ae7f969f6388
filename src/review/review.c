#include "review/review.h"

#include "review/allowances.h"

#include <string.h>

struct BlReview
{
  GPtrArray *allowances;
  GHashTable *decided; /* const BlFinding * → const BlDecision * */
  GPtrArray *stale;
  GPtrArray *expired;
};

static gboolean
is_over (const BlDecision *decision, gint32 today)
{
  return decision->until.precision != BL_DATE_UNKNOWN && bl_date_last_day (decision->until) < today;
}

/* Fingerprint → finding, of all that were found. */
static GHashTable *
index_findings (const BlFindings *findings)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *all = bl_findings_all (findings);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (index, ((BlFinding *) all->pdata[i])->fingerprint, all->pdata[i]);
  return index;
}

/* Ids of the articles in question (borrowed); NULL: all are. */
static GHashTable *
ids_in_question (const BlReviewInput *input)
{
  if (input->filter == NULL || input->filter->focus == NULL)
    return NULL;
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < bl_corpus_n_articles (input->corpus); i++)
    if (input->filter->focus[i])
      g_hash_table_add (ids, bl_corpus_article (input->corpus, i)->id);
  return ids;
}

/* Whether a finding that was decided about would have been found: of articles that are not in question only some are compared. */
static gboolean
would_be_found (const BlReviewInput *input, const BlDecision *decision, GHashTable *ids)
{
  return ids == NULL || !bl_corpus_has_found (input->corpus, decision->at) || g_hash_table_contains (ids, decision->at)
         || (decision->evidence != NULL && g_hash_table_contains (ids, decision->evidence));
}

static void
hold_against_decisions (BlReview *review, const BlReviewInput *input, const BlFindings *findings)
{
  g_autoptr (GHashTable) index = index_findings (findings);
  GHashTable *ids = ids_in_question (input);
  for (guint i = 0; input->decisions != NULL && i < input->decisions->len; i++)
    {
      BlDecision *decision = input->decisions->pdata[i];
      BlFinding *finding = g_hash_table_lookup (index, decision->fingerprint);
      if (finding == NULL)
        {
          if (input->whole && decision->kind != BL_DECISION_FIXED && would_be_found (input, decision, ids))
            g_ptr_array_add (review->stale, decision);
        }
      else if (is_over (decision, input->today))
        g_ptr_array_add (review->expired, decision);
      else
        g_hash_table_insert (review->decided, finding, decision);
    }
  g_clear_pointer (&ids, g_hash_table_unref);
}

static void
complain (const BlAllowance *allowance, const BlReviewInput *input, BlFindings *findings, const char *id, const char *what)
{
  const BlLocation at = allowance->remark->location;
  g_autofree char *text = g_strdup_printf ("belie: %s", allowance->remark->text);
  bl_findings_add_remark (findings, id, &(BlPlace){ .article = allowance->article, .location = at, .text = text }, what,
                          input->filter);
}

static void
hold_against_allowance (BlReview *review, const BlReviewInput *input, BlFindings *findings, const BlAllowance *allowance)
{
  if (allowance->wrong != NULL)
    {
      complain (allowance, input, findings, "allow/malformed", allowance->wrong);
      return;
    }
  const gboolean over = is_over (allowance->decision, input->today);
  guint n = 0;
  const GPtrArray *all = bl_findings_all (findings);
  for (guint i = 0; i < all->len; i++)
    if (bl_allowance_covers (allowance, all->pdata[i]))
      {
        n++;
        if (!over)
          g_hash_table_insert (review->decided, all->pdata[i], allowance->decision);
      }
  if (n > 0 && over)
    {
      g_autofree char *day = bl_date_format (allowance->decision->until);
      g_autofree char *what = g_strdup_printf ("this comment counted until %s; look at the finding again", day);
      complain (allowance, input, findings, "allow/expired", what);
    }
  else if (n == 0 && input->whole)
    complain (allowance, input, findings, "allow/unused", "no such finding is left; take the comment out");
}

BlReview *
bl_review_new (const BlReviewInput *input, BlFindings *findings)
{
  BlReview *review = g_new0 (BlReview, 1);
  review->decided = g_hash_table_new (NULL, NULL);
  review->stale = g_ptr_array_new ();
  review->expired = g_ptr_array_new ();
  review->allowances = bl_allowances_read (input->corpus);
  hold_against_decisions (review, input, findings);
  for (guint i = 0; i < review->allowances->len; i++)
    hold_against_allowance (review, input, findings, review->allowances->pdata[i]);
  return review;
}

void
bl_review_free (BlReview *review)
{
  if (review == NULL)
    return;
  g_hash_table_unref (review->decided);
  g_ptr_array_unref (review->stale);
  g_ptr_array_unref (review->expired);
  g_ptr_array_unref (review->allowances);
  g_free (review);
}

const BlDecision *
bl_review_of (const BlReview *review, const BlFinding *finding)
{
  return review != NULL ? g_hash_table_lookup (review->decided, finding) : NULL;
}

gboolean
bl_review_hides (const BlReview *review, const BlFinding *finding)
{
  const BlDecision *decision = bl_review_of (review, finding);
  return decision != NULL && bl_decision_hides (decision->kind);
}

guint
bl_review_n_shown (const BlReview *review, const BlFindings *findings, BlSeverity severity)
{
  const GPtrArray *list = bl_findings_list (findings);
  guint n = 0;
  for (guint i = 0; i < list->len; i++)
    n += ((const BlFinding *) list->pdata[i])->severity == severity && !bl_review_hides (review, list->pdata[i]);
  return n;
}

guint
bl_review_n_decided (const BlReview *review, const BlFindings *findings, BlDecisionKind kind)
{
  const GPtrArray *list = bl_findings_list (findings);
  guint n = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const BlDecision *decision = bl_review_of (review, list->pdata[i]);
      n += decision != NULL && decision->kind == kind;
    }
  return n;
}

static const GPtrArray *
nothing (void)
{
  static const GPtrArray none = { 0 };
  return &none;
}

const GPtrArray *
bl_review_stale (const BlReview *review)
{
  return review != NULL ? review->stale : nothing ();
}

const GPtrArray *
bl_review_expired (const BlReview *review)
{
  return review != NULL ? review->expired : nothing ();
}

BlDecision *
bl_decision_on (const BlFinding *finding, BlDecisionKind kind)
{
  BlDecision *decision = g_new0 (BlDecision, 1);
  decision->kind = kind;
  decision->fingerprint = g_strdup (finding->fingerprint);
  decision->id = g_strdup (finding->id);
  decision->at = g_strdup (finding->at->article->id);
  if (finding->evidence->len > 0)
    {
      const BlFindingEvidence *first = &g_array_index (finding->evidence, BlFindingEvidence, 0);
      decision->evidence = g_strdup (first->place != NULL ? first->place->article->id : first->origin);
    }
  return decision;
}
