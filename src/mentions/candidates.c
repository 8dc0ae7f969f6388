/* Several persons may be meant by a name: who cannot be, and who is the likeliest. */
#include "mentions/candidates.h"

#include <string.h>

#include "text/text.h"

enum
{
  YEAR_DAYS = 366
};

/* --- who cannot be meant --------------------------------------------------------------------------------------------- */

/* Not in any office yet on the article's day: a surname alone means somebody else. */
static gboolean
comes_later (const BlScan *scan, const BlPerson *person)
{
  if (!scan->day.known || person->n_terms == 0)
    return FALSE;
  for (guint i = 0; i < person->n_terms; i++)
    if ((gint64) person->terms[i]->when.first - 2 * YEAR_DAYS <= scan->day.last)
      return FALSE;
  return TRUE;
}

/* Somewhere in the article the surname stands behind another given name than this person's: "Tara Reid" in the headline. */
static gboolean
is_led_by_other (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  const char *before = g_hash_table_lookup (scan->led, bl_scan_token (scan, name->end - 1)->folded);
  if (before == NULL)
    return FALSE;
  g_autofree char *own = bl_fold_letters (person->name, -1);
  const char *at = strstr (own, before);
  gsize length = strlen (before);
  return at == NULL || (at != own && at[-1] != ' ') || (at[length] != ' ' && at[length] != '\0');
}

gboolean
bl_name_contradicts_honorific (const BlDraft *name, const BlPerson *person)
{
  return name->honorific != 0 && (person->gender == 'm' || person->gender == 'f') && person->gender != name->honorific;
}

/* "Reid, 33, said" is not a senator of 70. */
static gboolean
contradicts_age (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  if (name->name->age == 0 || person->born.precision == BL_DATE_UNKNOWN || !scan->day.known)
    return FALSE;
  int age = bl_date_from_julian (scan->day.first).year - person->born.year;
  return ABS (age - (int) name->name->age) > 2;
}

/* A surname cannot mean this person here. */
gboolean
bl_name_is_impossible (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  return bl_name_contradicts_honorific (name, person) || contradicts_age (scan, name, person) || comes_later (scan, person)
         || is_led_by_other (scan, name, person);
}

/* --- who is likelier ------------------------------------------------------------------------------------------------- */

gboolean
bl_person_in_office (const BlScan *scan, const BlPerson *person, gint32 slack)
{
  for (guint i = 0; i < person->n_terms && scan->day.known; i++)
    if ((gint64) person->terms[i]->when.first - slack <= scan->day.last
        && (gint64) person->terms[i]->when.last + slack >= scan->day.first)
      return TRUE;
  return FALSE;
}

const BlPerson *
bl_candidates_only_with (const BlCandidate *candidates, guint n, guint signals)
{
  const BlPerson *found = NULL;
  for (guint i = 0; i < n; i++)
    if ((candidates[i].signals & signals) != 0)
      {
        if (found != NULL)
          return NULL;
        found = candidates[i].person;
      }
  return found;
}

gboolean
bl_title_ever_fits (const BlScan *scan, const BlDraft *name, const BlPerson *person)
{
  for (guint i = 0; i < person->n_terms && name->title_index != BL_NO_MENTION; i++)
    if (bl_title_fits_term (bl_scan_draft (scan, name->title_index), person->terms[i]))
      return TRUE;
  return FALSE;
}

/* The one of them who ever held what the title beside the name says: "President Clinton". */
const BlPerson *
bl_candidates_only_titled (const BlScan *scan, const BlDraft *name, const BlCandidate *candidates, guint n)
{
  const BlPerson *found = NULL;
  for (guint i = 0; i < n; i++)
    if (bl_title_ever_fits (scan, name, candidates[i].person))
      {
        if (found != NULL)
          return NULL;
        found = candidates[i].person;
      }
  return found;
}

/* How well known an office makes its holder: whom a bare "Trump" or "Bush" means. */
static guint
prominence_of (const BlTerm *term)
{
  static const char *const first[]
      = { "president", "prime-minister",    "chancellor",           "monarch",           "supreme-leader",
          "pope",      "secretary-general", "commission-president", "council-president", "general-secretary" };
  static const char *const second[] = { "vice-president",
                                        "foreign-minister",
                                        "secretary-of-state",
                                        "defence-minister",
                                        "secretary-of-defense",
                                        "deputy-prime-minister",
                                        "finance-minister",
                                        "treasury-secretary",
                                        "high-representative",
                                        "speaker",
                                        "fed-chair",
                                        "commander-in-chief",
                                        "opposition-leader",
                                        "central-bank-governor",
                                        "interior-minister" };
  const char *role = term->office->role->id;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (strcmp (role, first[i]) == 0)
      return 4;
  for (guint i = 0; i < G_N_ELEMENTS (second); i++)
    if (strcmp (role, second[i]) == 0)
      return 3;
  if (strcmp (role, "first-lady") == 0 || strcmp (role, "second-lady") == 0)
    return 0;
  return term->office->seats == 1 ? 2 : 1;
}

/* Of the day's offices; past ones count for half, as long as nobody is in office. */
guint
bl_person_prominence (const BlScan *scan, const BlPerson *person)
{
  guint best = 0;
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      if (scan->day.known && (gint64) term->when.first - 90 > scan->day.last)
        continue;
      gboolean now = scan->day.known && (gint64) term->when.last + 7 >= scan->day.first;
      best = MAX (best, prominence_of (term) * (now ? 2u : 1u));
    }
  return best;
}

const BlPerson *
bl_candidates_most_prominent (const BlScan *scan, const BlCandidate *candidates, guint n)
{
  const BlPerson *found = NULL;
  guint best = 0;
  for (guint i = 0; i < n; i++)
    {
      guint own = bl_person_prominence (scan, candidates[i].person);
      if (own == best)
        found = NULL;
      if (own > best)
        {
          best = own;
          found = candidates[i].person;
        }
    }
  return found;
}

/* Several persons bear the name: the title, the organisation, the state beside it decide, or who is in office. */
const BlPerson *
bl_candidates_choose (const BlScan *scan, const BlDraft *name, const BlCandidate *candidates, guint n)
{
  static const guint order[] = { BL_SIGNAL_OFFICE, BL_SIGNAL_ARTICLE, BL_SIGNAL_ORG, BL_SIGNAL_COUNTRY };
  if (n == 1)
    return candidates[0].person;
  if (n == 0)
    return NULL;
  const BlPerson *titled = bl_candidates_only_titled (scan, name, candidates, n);
  if (titled != NULL && (bl_candidates_only_with (candidates, n, BL_SIGNAL_OFFICE) == NULL))
    return titled;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const BlPerson *person = bl_candidates_only_with (candidates, n, order[i]);
      if (person != NULL)
        return person;
    }
  return bl_candidates_most_prominent (scan, candidates, n);
}

guint
bl_candidates_gather (const BlScan *scan, const BlDraft *name, const GPtrArray *persons, BlCandidate *candidates)
{
  guint n = 0;
  for (guint i = 0; persons != NULL && i < persons->len && n < BL_SEARCH_CANDIDATES; i++)
    {
      const BlPerson *person = persons->pdata[i];
      if (!bl_name_is_whole (name) && bl_name_is_impossible (scan, name, person))
        continue;
      candidates[n++] = (BlCandidate){ .person = person, .probability = 1, .signals = bl_name_signals (scan, name, person) };
    }
  return n;
}
