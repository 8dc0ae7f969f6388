/* Single names: somebody whom the article names in full, else the one person of that family name who is in office or has something
 * to do with what stands beside. */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/likeness.h"
#include "mentions/resolve.h"
#include "text/text.h"

enum
{
  RECENT_DAYS = 4 * 366 /* a surname alone still means somebody who left office that long ago */
};

static guint
prominence_of_name (const BlScan *scan, const BlDraft *name)
{
  const BlPerson *person = name->mention.person.known;
  return person == NULL ? 0 : bl_person_prominence (scan, person);
}

/* "Roy Moore" and "Roy S. Moore", "Joe" and "Joseph": two spellings of somebody unknown. */
static gboolean
may_be_one (const BlScan *scan, const BlDraft *a, const BlDraft *b)
{
  return a->mention.person.known == NULL && b->mention.person.known == NULL
         && bl_name_probability (scan->kb, a->mention.person.surface, b->mention.person.surface, NULL)
                >= BL_LIKENESS_MAY_BE_ONE;
}

/* Of the names in full that end so: the one; of several the most prominent, or the last before the single name. */
static BlDraft *
choose_whole (const BlScan *scan, const GPtrArray *names, const BlDraft *single, gboolean *several)
{
  BlDraft *chosen = NULL;
  guint best = 0;
  *several = FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      BlDraft *other = names->pdata[i];
      const BlPerson *person = other->mention.person.known;
      if (person != NULL && bl_name_contradicts_honorific (single, person))
        continue;
      if (chosen != NULL && chosen->mention.id != NULL && other->mention.id == NULL)
        continue; /* a run of capitals that may be no name */
      guint own = prominence_of_name (scan, other);
      if (chosen != NULL && chosen->mention.id == NULL && other->mention.id != NULL)
        {
          chosen = other;
          best = own;
          continue;
        }
      if (chosen != NULL && g_strcmp0 (other->mention.id, chosen->mention.id) != 0 && !may_be_one (scan, other, chosen))
        *several = own == best;
      if (chosen == NULL || own > best || (own == best && other->mention.span.start < single->mention.span.start))
        chosen = other;
      best = MAX (best, own);
    }
  return chosen;
}

/* An article on somebody's wife or son says his surname of him: of the family, the one who is in a higher office on that day. */
static const BlPerson *
greater_relative (const BlScan *scan, const BlDraft *name, const BlDraft *whole)
{
  if (whole->mention.person.known == NULL)
    return NULL;
  const GPtrArray *family = bl_knowledge_persons_by_family (scan->kb, name->name->key);
  BlCandidate candidates[BL_SEARCH_CANDIDATES];
  guint n = bl_candidates_gather (scan, name, family, candidates);
  const BlPerson *titled = bl_candidates_only_titled (scan, name, candidates, n);
  if (titled != NULL && titled != whole->mention.person.known)
    return titled;
  const BlPerson *person = n < 2 ? NULL : bl_candidates_most_prominent (scan, candidates, n);
  if (person == NULL || person == whole->mention.person.known)
    return NULL;
  return bl_person_prominence (scan, person) < 2 * MAX (prominence_of_name (scan, whole), 2) ? NULL : person;
}

static gboolean
resolve_by_article (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  const GPtrArray *names = g_hash_table_lookup (resolver->families, name->name->key);
  if (names == NULL)
    return FALSE;
  gboolean several;
  BlDraft *whole = choose_whole (scan, names, name, &several);
  if (whole == NULL)
    return FALSE;
  const BlPerson *greater = greater_relative (scan, name, whole);
  if (greater != NULL)
    {
      bl_settle (scan, name, greater, BL_HOW_PART, 1);
      if (bl_name_signals (scan, name, greater) & BL_SIGNAL_OFFICE)
        g_hash_table_add (scan->named_rightly, (gpointer) greater);
      name->mention.ambiguous = !g_hash_table_contains (scan->named_rightly, greater);
      return TRUE;
    }
  if (whole->mention.id == NULL && (name->name->ranked || name->name->speaks || name->name->described)
      && scan->title_case[whole->mention.sentence] == 0)
    bl_settle_unknown (scan, whole, FALSE); /* "Boutrous said" shows what "Theodore Boutrous" is */
  if (whole->mention.id == NULL)
    {
      name->name->settled = TRUE; /* of a run that may be no name: nobody of the base either */
      return TRUE;
    }
  bl_settle_part (scan, name, whole);
  if (several)
    name->mention.ambiguous = TRUE;
  return TRUE;
}

/* Persons whose family name this is, letter by letter or in another accepted transliteration. */
static guint
gather_family (const BlScan *scan, const BlDraft *name, BlCandidate *candidates, BlHow *how)
{
  *how = BL_HOW_PART;
  const GPtrArray *persons = bl_knowledge_persons_by_family (scan->kb, name->name->key);
  if (persons != NULL)
    return bl_candidates_gather (scan, name, persons, candidates);
  const GPtrArray *alias = bl_knowledge_persons_named (scan->kb, name->name->key);
  if (alias != NULL)
    {
      *how = BL_HOW_EXACT;
      return bl_candidates_gather (scan, name, alias, candidates);
    }
  *how = BL_HOW_VARIANT;
  g_autofree char *class = bl_name_class (name->name->key);
  persons = bl_knowledge_persons_by_family_class (scan->kb, class);
  guint n = 0;
  for (guint i = 0; persons != NULL && i < persons->len && n < BL_SEARCH_CANDIDATES; i++)
    {
      double likely;
      const BlPerson *person = persons->pdata[i];
      BlNameRelation relation = bl_name_compare (scan->kb, name->mention.person.surface, person, &likely);
      if (relation == BL_NAME_SAME || relation == BL_NAME_VARIANT)
        candidates[n++]
            = (BlCandidate){ .person = person, .probability = likely, .signals = bl_name_signals (scan, name, person) };
    }
  return n;
}

/* Is a bare surname enough? For who is in a known office, or held one of the first; for others something must speak. */
static gboolean
is_expected (const BlScan *scan, const BlDraft *name, const BlPerson *person, guint signals)
{
  if (bl_title_ever_fits (scan, name, person) || (signals & (BL_SIGNAL_OFFICE | BL_SIGNAL_ARTICLE)) != 0)
    return TRUE;
  guint own = bl_person_prominence (scan, person);
  gboolean recent = bl_person_in_office (scan, person, RECENT_DAYS);
  gboolean given = bl_knowledge_gender_of_given_name (scan->kb, name->name->key) != 0;
  if (given && !name->name->ranked)
    return FALSE; /* "Paul said" */
  if (own >= 4 && (recent || signals != 0))
    return TRUE;
  return recent && ((signals & BL_SIGNAL_ORG) != 0 || ((signals & BL_SIGNAL_COUNTRY) != 0 && own >= 2));
}

/* A surname that the article never completes: only for persons of the day, or with something that speaks for them. */
static void
resolve_by_base (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (bl_name_is_plain_word (scan, name) && !name->name->ranked)
    return;
  BlCandidate candidates[BL_SEARCH_CANDIDATES];
  BlHow how;
  guint n = gather_family (scan, name, candidates, &how);
  if (n == 0)
    return;
  const BlPerson *person = bl_candidates_choose (scan, name, candidates, n);
  if (person == NULL && how != BL_HOW_VARIANT)
    bl_settle_unknown (scan, name, TRUE);
  if (person == NULL)
    return;
  guint signals = bl_name_signals (scan, name, person);
  if (!is_expected (scan, name, person, signals))
    return;
  bl_settle (scan, name, person, how, 1);
  name->mention.person.signals = (guint8) signals;
}

/* "Sir Keir", "Hillary": a given name that one person of the article bears. */
static void
resolve_by_given (BlResolver *resolver, BlDraft *name)
{
  BlDraft *whole = g_hash_table_lookup (resolver->givens, name->name->key);
  if (whole != NULL && !bl_name_is_plain_word (resolver->scan, name)
      && (whole->mention.person.known == NULL || !bl_name_contradicts_honorific (name, whole->mention.person.known)))
    bl_settle_part (resolver->scan, name, whole);
}

void
bl_resolve_surname (BlResolver *resolver, BlDraft *name)
{
  if (!resolve_by_article (resolver, name))
    resolve_by_base (resolver, name);
  if (!name->name->settled)
    resolve_by_given (resolver, name);
}
