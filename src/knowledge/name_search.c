/* Whom may a spelling mean? One search, two orders. */
#include <string.h>

#include "knowledge/name_model.h"
#include "knowledge/names.h"
#include "knowledge/tables.h"

typedef enum
{
  BY_RELATION, /* then by probability */
  BY_PROBABILITY,
} Order;

typedef struct
{
  BlNameCandidate candidate;
  guint32 person; /* its place in the base */
} Hit;

typedef struct
{
  const BlKnowledge *kb;
  const BlNameIndex *index;
  BlNameQuery query;
  Order order;
  guint n;
  guint max;
  Hit hits[BL_NAME_FOUND_MAX]; /* best first */
} Search;

/* Fills the candidate for one form, but for the person, and what speaks for it. FALSE for another person's name. */
static gboolean
judge (Search *search, guint32 form, BlNameCandidate *candidate, BlNameEvidence *evidence)
{
  BlNameFormView view;
  bl_name_index_view (search->index, form, &view);
  memset (evidence, 0, sizeof *evidence);
  candidate->relation = bl_name_weigh (search->kb, &search->query, &view.form, evidence, &candidate->probability);
  return candidate->relation != BL_NAME_OTHER;
}

/* Of equal ones the person who was loaded first. */
static gboolean
is_better (const Search *search, const Hit *a, const Hit *b)
{
  const BlNameCandidate *left = &a->candidate;
  const BlNameCandidate *right = &b->candidate;
  if (search->order == BY_RELATION && left->relation != right->relation)
    return left->relation < right->relation;
  if (left->probability != right->probability)
    return left->probability > right->probability;
  return a->person < b->person;
}

/* FALSE when max others are better. */
static gboolean
enter (Search *search, const Hit *hit)
{
  Hit *hits = search->hits;
  guint last = search->n;
  for (guint i = 0; i < search->n; i++)
    if (hits[i].person == hit->person)
      last = i;
  if (last == search->max)
    last--;
  if ((last < search->n && !is_better (search, hit, &hits[last])) || search->max == 0)
    return FALSE;
  search->n = MAX (search->n, last + 1);
  guint at = last;
  for (; at > 0 && is_better (search, hit, &hits[at - 1]); at--)
    hits[at] = hits[at - 1];
  hits[at] = *hit;
  return TRUE;
}

/* Enters the persons whom the form may mean. They are equal and ascend: of those refused at most max stood in the list already, by a better
 * form; behind one more, all others are refused too. */
static void
visit_form (Search *search, guint32 form)
{
  Hit hit;
  BlNameEvidence evidence;
  if (!judge (search, form, &hit.candidate, &evidence))
    return;
  guint n = 0;
  guint refused = 0;
  const guint32 *persons = bl_name_index_persons (search->index, form, &n);
  for (guint i = 0; i < n && refused <= search->max; i++)
    {
      hit.person = persons[i];
      refused += !enter (search, &hit);
    }
}

static guint
run (Search *search, BlNameCandidate *found)
{
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (guint32));
  bl_name_index_candidates (search->index, &search->query, forms);
  for (guint i = 0; i < forms->len; i++)
    visit_form (search, g_array_index (forms, guint32, i));
  for (guint i = 0; i < search->n; i++)
    {
      found[i] = search->hits[i].candidate;
      found[i].person = g_ptr_array_index (search->kb->persons.all, search->hits[i].person);
    }
  bl_name_query_clear (&search->query);
  return search->n;
}

static void
init (Search *search, const BlKnowledge *kb, Order order, guint max)
{
  search->kb = kb;
  search->index = bl_name_index_get (kb);
  search->order = order;
  search->n = 0;
  search->max = MIN (max, BL_NAME_FOUND_MAX);
}

guint
bl_name_search (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max)
{
  Search search;
  init (&search, kb, BY_RELATION, max);
  bl_name_query_init (&search.query, search.index, spelling);
  return run (&search, found);
}

guint
bl_name_rank (const BlKnowledge *kb, const char *spelling, BlNameCandidate *found, guint max)
{
  Search search;
  init (&search, kb, BY_PROBABILITY, max);
  bl_name_query_read (&search.query, search.index, spelling);
  return run (&search, found);
}

/* The nearest of the ways to write one person. */
static void
judge_person (Search *search, const BlPerson *person, BlNameCandidate *best, BlNameEvidence *evidence)
{
  guint n = 0;
  const guint32 *forms = bl_name_index_forms (search->index, person, &n);
  *best = (BlNameCandidate){ .person = person, .relation = BL_NAME_OTHER };
  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; i < n; i++)
    {
      Hit hit = { .candidate.person = person };
      BlNameEvidence own;
      if (!judge (search, forms[i], &hit.candidate, &own)
          || (best->relation != BL_NAME_OTHER && !is_better (search, &hit, &(Hit){ .candidate = *best })))
        continue;
      *best = hit.candidate;
      *evidence = own;
    }
  bl_name_query_clear (&search->query);
}

BlNameRelation
bl_name_compare (const BlKnowledge *kb, const char *spelling, const BlPerson *person, double *probability)
{
  Search search;
  BlNameCandidate best;
  BlNameEvidence evidence;
  init (&search, kb, BY_RELATION, 1);
  bl_name_query_init (&search.query, search.index, spelling);
  judge_person (&search, person, &best, &evidence);
  if (probability != NULL)
    *probability = best.probability;
  return best.relation;
}

void
bl_name_evidence (const BlKnowledge *kb, const char *spelling, const BlPerson *person, BlNameEvidence *evidence)
{
  Search search;
  BlNameCandidate best;
  init (&search, kb, BY_PROBABILITY, 1);
  bl_name_query_read (&search.query, search.index, spelling);
  judge_person (&search, person, &best, evidence);
}
