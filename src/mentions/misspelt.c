/* Misspelt names: the holder of the office beside the name, when the spelling is near; then any person it is near to, when a second
 * signal (office, organisation, country, article) speaks for them. */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/likeness.h"
#include "mentions/resolve.h"

enum
{
  YEAR_DAYS = 366
};

/* Many holders, many chances. */
static BlBeside
seat_beside (guint n_holders)
{
  return n_holders <= 3 ? BL_BESIDE_SEAT : n_holders <= 10 ? BL_BESIDE_SEAT_OF_SEVERAL : BL_BESIDE_SEAT_OF_MANY;
}

/* The holder of the office beside the name. */
static gboolean
resolve_by_office (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->title_index == BL_NO_MENTION)
    return FALSE;
  g_autoptr (GPtrArray) terms = bl_title_terms (scan, bl_scan_draft (scan, name->title_index));
  const BlPerson *best = NULL;
  double most = 0;
  double second = 0;
  for (guint i = 0; i < terms->len; i++)
    {
      const BlPerson *person = ((const BlTerm *) terms->pdata[i])->person;
      double likely = 0;
      BlNameRelation relation = bl_name_compare (scan->kb, name->mention.person.surface, person, &likely);
      if (person == best || relation == BL_NAME_OTHER)
        continue;
      second = MAX (second, MIN (likely, most));
      if (likely > most)
        {
          best = person;
          most = likely;
        }
    }
  if (best == NULL || most < bl_likeness_needed (seat_beside (terms->len), bl_name_is_whole (name))
      || !bl_likeness_decides (most, second))
    return FALSE;
  bl_settle (scan, name, best, BL_HOW_CONTEXT, most);
  name->mention.person.signals = (guint8) (bl_name_signals (scan, name, best) | BL_SIGNAL_OFFICE);
  return TRUE;
}

/* The least that any of the signals asks for. */
static double
needed_probability (const BlScan *scan, const BlDraft *name, const BlPerson *person, guint signals)
{
  const gboolean is_whole = bl_name_is_whole (name);
  const gboolean acts = is_whole || name->name->ranked || name->name->speaks;
  double needed = bl_likeness_needed (BL_BESIDE_NOTHING, is_whole);
  if ((signals & BL_SIGNAL_COUNTRY) != 0 && acts)
    {
      const gboolean close = bl_name_country_beside (scan, name, person);
      needed = bl_likeness_needed (close ? BL_BESIDE_COUNTRY_CLOSE : BL_BESIDE_COUNTRY, is_whole);
    }
  if ((signals & BL_SIGNAL_ARTICLE) != 0)
    needed = MIN (needed, bl_likeness_needed (BL_BESIDE_ARTICLE, is_whole));
  if ((signals & BL_SIGNAL_ORG) != 0)
    {
      const gboolean is_small = bl_name_small_organisation (scan, name, person);
      needed = MIN (needed, bl_likeness_needed (is_small ? BL_BESIDE_SMALL_ORGANISATION : BL_BESIDE_ORGANISATION, is_whole));
    }
  if ((signals & BL_SIGNAL_OFFICE) != 0)
    needed = MIN (needed, bl_likeness_needed (BL_BESIDE_OFFICE, is_whole));
  return needed;
}

static gboolean
is_alive (const BlScan *scan, const BlPerson *person)
{
  if (!scan->day.known)
    return TRUE;
  if (person->born.precision != BL_DATE_UNKNOWN && bl_date_first_day (person->born) + 16 * YEAR_DAYS > scan->day.last)
    return FALSE;
  return person->died.precision == BL_DATE_UNKNOWN || bl_date_last_day (person->died) + YEAR_DAYS >= scan->day.first;
}

static guint
gather_near (BlResolver *resolver, const BlDraft *name, BlCandidate *candidates)
{
  const BlScan *scan = resolver->scan;
  BlSearch search;
  bl_searches_find (scan->finder->searches, name->mention.person.surface, &search);
  const BlNameCandidate *found = search.found;
  guint kept = 0;
  for (guint i = 0; i < search.n; i++)
    {
      if (found[i].relation != BL_NAME_NEAR || !is_alive (scan, found[i].person))
        continue;
      guint signals = bl_name_signals (scan, name, found[i].person);
      if (found[i].probability >= needed_probability (scan, name, found[i].person, signals))
        candidates[kept++]
            = (BlCandidate){ .person = found[i].person, .probability = found[i].probability, .signals = signals };
    }
  return kept;
}

static void
resolve_near (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (bl_name_is_plain_word (scan, name)
      || (!bl_name_is_whole (name) && bl_scan_token (scan, name->first)->word != NULL && !name->name->ranked))
    return;
  BlCandidate candidates[BL_SEARCH_CANDIDATES];
  guint n = gather_near (resolver, name, candidates);
  if (n == 0)
    return;
  const BlCandidate *best = &candidates[0];
  for (guint i = 1; i < n; i++)
    if (candidates[i].probability > best->probability)
      best = &candidates[i];
  for (guint i = 0; i < n; i++)
    if (&candidates[i] != best && !bl_likeness_decides (best->probability, candidates[i].probability))
      {
        const BlPerson *person = bl_candidates_only_with (candidates, n, BL_SIGNAL_OFFICE);
        if (person != best->person)
          {
            bl_settle_unknown (scan, name, TRUE);
            return;
          }
      }
  bl_settle (scan, name, best->person, BL_HOW_NEAR, best->probability);
  name->mention.person.signals = (guint8) best->signals;
  g_hash_table_insert (resolver->evident, (gpointer) name->name->key, name);
}

void
bl_resolve_misspelt (BlResolver *resolver, BlDraft *name)
{
  if (resolve_by_office (resolver, name))
    return;
  if (bl_name_is_evident (resolver->scan, name) || !bl_name_is_whole (name))
    resolve_near (resolver, name);
}
