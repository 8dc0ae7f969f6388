/* Whom may a spelling mean? One search, two orders. */
#include <string.h>

#include "knowledge/name_model.h"
#include "knowledge/names.h"
#include "knowledge/tables.h"

typedef enum
{
  BY_RELATION, /* then by score */
  BY_PROBABILITY,
} Order;

/* A candidate and the way of writing the person that is nearest. */
typedef struct
{
  BlNameCandidate candidate;
  const BlNameForm *form;
} Hit;

typedef struct
{
  const BlKnowledge *kb;
  BlNameQuery query;
  Order order;
  guint n;
  guint max;
  Hit hits[BL_NAME_FOUND_MAX]; /* best first */
} Search;

/* How likely the query means the form's person; the alignment is bl_name_judge()'s. */
static double
weigh (const Search *search, const BlNameForm *form, const BlNameAlignment *alignment, BlNameEvidence *evidence)
{
  const BlNameQuery *query = &search->query;
  bl_name_evidence_of (alignment, TRUE, query->generation == form->generation || form->is_family, evidence);
  return bl_name_model_probability (&search->kb->name_model, evidence);
}

/* Fills hit for one form; evidence may be NULL. FALSE for another person's name. */
static gboolean
judge (Search *search, const BlNameForm *form, Hit *hit, BlNameEvidence *evidence)
{
  BlNameAlignment alignment;
  BlNameCandidate *candidate = &hit->candidate;
  hit->form = form;
  candidate->person = form->person;
  candidate->relation = bl_name_judge (&search->query, form, &alignment, &candidate->score);
  candidate->probability = candidate->score;
  const gboolean is_weighed
      = candidate->relation != BL_NAME_SAME && candidate->relation != BL_NAME_OTHER && search->kb->name_model.is_there;
  if (is_weighed && (search->order == BY_PROBABILITY || evidence != NULL))
    {
      BlNameEvidence own;
      candidate->probability = weigh (search, form, &alignment, evidence != NULL ? evidence : &own);
    }
  return candidate->relation != BL_NAME_OTHER;
}

static gboolean
is_better (const Search *search, const BlNameCandidate *a, const BlNameCandidate *b)
{
  if (search->order == BY_PROBABILITY)
    return a->probability > b->probability;
  return bl_name_is_better (a->relation, a->score, b->relation, b->score);
}

/* Of equal ones the first comer stays first. */
static void
enter (Search *search, const Hit *hit)
{
  guint at = search->n;
  while (at > 0 && is_better (search, &hit->candidate, &search->hits[at - 1].candidate))
    at--;
  if (at == search->max)
    return;
  if (search->n < search->max)
    search->n++;
  memmove (&search->hits[at + 1], &search->hits[at], (search->n - at - 1) * sizeof *hit);
  search->hits[at] = *hit;
}

/* Enters the best of the forms from *at on that are of one person, and moves *at behind them. */
static void
visit_person (Search *search, const GPtrArray *forms, guint *at)
{
  const BlPerson *person = ((const BlNameForm *) forms->pdata[*at])->person;
  Hit best;
  gboolean any = FALSE;
  for (; *at < forms->len && ((const BlNameForm *) forms->pdata[*at])->person == person; ++*at)
    {
      Hit hit;
      if (!judge (search, forms->pdata[*at], &hit, NULL) || (any && !is_better (search, &hit.candidate, &best.candidate)))
        continue;
      best = hit;
      any = TRUE;
    }
  if (any)
    enter (search, &best);
}

static guint
run (Search *search, BlNameCandidate *found)
{
  const BlNameIndex *index = bl_name_index_get (search->kb);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  bl_name_index_candidates (index, &search->query, forms);
  for (guint i = 0; i < forms->len;)
    visit_person (search, forms, &i);
  for (guint i = 0; i < search->n; i++)
    {
      BlNameEvidence evidence;
      if (search->order == BY_RELATION) /* the others know already */
        judge (search, search->hits[i].form, &search->hits[i], &evidence);
      found[i] = search->hits[i].candidate;
    }
  bl_name_query_clear (&search->query);
  return search->n;
}

static void
init (Search *search, const BlKnowledge *kb, Order order, guint max)
{
  search->kb = kb;
  search->order = order;
  search->n = 0;
  search->max = MIN (max, BL_NAME_FOUND_MAX);
}

guint
bl_name_search (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max)
{
  Search search;
  init (&search, kb, BY_RELATION, max);
  bl_name_query_init (&search.query, bl_name_index_get (kb), spelling);
  return run (&search, found);
}

guint
bl_name_rank (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max)
{
  Search search;
  init (&search, kb, BY_PROBABILITY, max);
  bl_name_query_read (&search.query, bl_name_index_get (kb), spelling);
  return run (&search, found);
}

void
bl_name_evidence (const BlKnowledge *kb, const char *spelling, const BlPerson *person, BlNameEvidence *evidence)
{
  const BlNameIndex *index = bl_name_index_get (kb);
  Search search;
  init (&search, kb, BY_PROBABILITY, 1);
  bl_name_query_read (&search.query, index, spelling);
  memset (evidence, 0, sizeof *evidence);
  guint n = 0;
  const BlNameForm *forms = bl_name_index_forms (index, person, &n);
  double most = -1;
  for (guint i = 0; i < n; i++)
    {
      Hit hit;
      BlNameEvidence own = { { 0 } };
      if (!judge (&search, &forms[i], &hit, &own) || hit.candidate.probability <= most)
        continue;
      most = hit.candidate.probability;
      *evidence = own;
    }
  bl_name_query_clear (&search.query);
}
