#include "importers/merge.h"

#include "importers/members.h"
#include "text/fold.h"

#include <string.h>

enum
{
  NEAR_DAYS = 200 /* two sources date one start differently: election, oath, gazette */
};

/* --- who ------------------------------------------------------------------------------------------------------------------ */

typedef enum
{
  BORN_OTHERWISE,
  BORN_PERHAPS, /* one of them is not known, or not to the day */
  BORN_SAME,
} Births;

static Births
compare_births (BlDate a, BlDate b)
{
  if (a.precision == BL_DATE_UNKNOWN || b.precision == BL_DATE_UNKNOWN)
    return BORN_PERHAPS;
  if (bl_date_range_disjoint (bl_date_range (a), bl_date_range (b)))
    return BORN_OTHERWISE;
  return a.precision == BL_DATE_DAY && b.precision == BL_DATE_DAY ? BORN_SAME : BORN_PERHAPS;
}

const BlPerson *
bl_merge_candidate (const BlKnowledge *kb, const char *const *names, BlDate born, gboolean *sure)
{
  const BlPerson *candidate = NULL;
  guint n = 0;
  *sure = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = bl_fold_letters (names[i], -1);
      const GPtrArray *persons = bl_knowledge_persons_named (kb, folded);
      for (guint j = 0; persons != NULL && j < persons->len; j++)
        {
          const BlPerson *person = g_ptr_array_index (persons, j);
          const Births births = compare_births (person->born, born);
          *sure = births == BORN_SAME;
          if (births == BORN_SAME)
            return person;
          if (births == BORN_PERHAPS && person != candidate && i == 0)
            {
              candidate = person;
              n++;
            }
        }
    }
  return n == 1 ? candidate : NULL;
}

/* --- terms ---------------------------------------------------------------------------------------------------------------- */

static gboolean
starts_near (const BlTerm *known, const BlImportTerm *term)
{
  if (known->from.precision == BL_DATE_UNKNOWN || term->from.precision == BL_DATE_UNKNOWN)
    return TRUE;
  return bl_date_first_day (term->from) <= bl_date_last_day (known->from) + NEAR_DAYS
         && bl_date_first_day (known->from) <= bl_date_last_day (term->from) + NEAR_DAYS;
}

/* The base has the office at that time. */
static gboolean
is_known (const BlTerm *known, const BlMergeTerm *merged)
{
  if (strcmp (known->office->id, merged->office->id) != 0)
    return FALSE;
  const BlImportTerm *term = merged->term;
  const gint32 first = term->from.precision != BL_DATE_UNKNOWN ? bl_date_first_day (term->from) : G_MININT32;
  const gint32 last = term->to.precision != BL_DATE_UNKNOWN ? bl_date_last_day (term->to) : G_MAXINT32;
  const gint32 known_last = known->open ? G_MAXINT32 : known->when.last;
  return starts_near (known, term) || (first <= known_last && known->when.first <= last);
}

static const BlTerm *
known_term (const BlPerson *person, const BlMergeTerm *merged)
{
  for (guint i = 0; i < person->n_terms; i++)
    if (is_known (person->terms[i], merged))
      return person->terms[i];
  return NULL;
}

/* The import knows the end of a term that is open in the base, and learned of it after the base was written. */
static const BlImportTerm *
ending_of (const BlTerm *known, const GArray *terms)
{
  for (guint i = 0; known->open && i < terms->len; i++)
    {
      const BlMergeTerm *merged = &g_array_index (terms, BlMergeTerm, i);
      if (!merged->term->doubtful && merged->term->to.precision != BL_DATE_UNKNOWN && is_known (known, merged)
          && starts_near (known, merged->term) && bl_date_first_day (merged->term->to) > known->known_until)
        return merged->term;
    }
  return NULL;
}

static gboolean
shares_office (const BlPerson *person, const GArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const BlTerm *known = known_term (person, &g_array_index (terms, BlMergeTerm, i));
      if (known != NULL && starts_near (known, g_array_index (terms, BlMergeTerm, i).term))
        return TRUE;
    }
  return FALSE;
}

/* Something that the base does not know, from a source that is not older: the open ends of the joint entry hold to its day. */
static gboolean
adds_something (const BlPerson *person, const GArray *terms, BlDate as_of)
{
  for (guint i = 0; i < person->n_terms; i++)
    if (person->terms[i]->open && person->terms[i]->known_until > bl_date_last_day (as_of))
      return FALSE;
  for (guint i = 0; i < terms->len; i++)
    {
      const BlMergeTerm *merged = &g_array_index (terms, BlMergeTerm, i);
      if (!merged->term->doubtful && known_term (person, merged) == NULL)
        return TRUE;
    }
  for (guint i = 0; i < person->n_terms; i++)
    if (ending_of (person->terms[i], terms) != NULL)
      return TRUE;
  return FALSE;
}

/* --- the joint entry ------------------------------------------------------------------------------------------------------- */

static void
write_term (GString *out, const char *office, BlDate from, BlDate to, gboolean acting)
{
  g_string_append (out, "{\"office\":");
  bl_json_write_string (out, office);
  bl_import_write_date (out, "from", from);
  bl_import_write_date (out, "to", to);
  if (acting)
    g_string_append (out, ",\"acting\":true");
}

static void
write_known_terms (GString *out, const BlPerson *person, const GArray *terms)
{
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *term = person->terms[i];
      const BlImportTerm *ending = ending_of (term, terms);
      g_string_append (out, i == 0 ? ",\"terms\":[" : ",");
      write_term (out, term->office->id, term->from, ending != NULL ? ending->to : term->to, term->acting);
      bl_import_write_member (out, "source", term->reference.source);
      g_string_append (out, term->reference.low_confidence ? ",\"confidence\":\"low\"}" : "}");
    }
}

static void
write_new_terms (GString *out, const BlPerson *person, const GArray *terms)
{
  guint n = person->n_terms;
  for (guint i = 0; i < terms->len; i++)
    {
      const BlMergeTerm *merged = &g_array_index (terms, BlMergeTerm, i);
      const BlImportTerm *term = merged->term;
      if (known_term (person, merged) != NULL)
        continue;
      g_string_append (out, n++ == 0 ? ",\"terms\":[" : ",");
      write_term (out, merged->office->id, term->from, term->to, term->acting);
      g_string_append (out, term->doubtful ? ",\"confidence\":\"low\"}" : "}");
    }
  if (n > 0)
    g_string_append_c (out, ']');
}

static void
write_entry (GString *out, const BlPerson *person, const char *id)
{
  g_string_append (out, "{\"id\":");
  bl_json_write_string (out, person->id);
  bl_import_write_member (out, "x-id", id);
  bl_import_write_member (out, "name", person->name);
  for (guint i = 0; person->aliases[i] != NULL; i++)
    {
      g_string_append (out, i == 0 ? ",\"aliases\":[" : ",");
      bl_json_write_string (out, person->aliases[i]);
    }
  if (person->aliases[0] != NULL)
    g_string_append_c (out, ']');
  bl_import_write_member (out, "native", person->native);
  bl_import_write_member (out, "family", person->family);
  bl_import_write_member (out, "gender", (const char[]){ person->gender, '\0' });
  bl_import_write_member (out, "country", person->country != NULL ? person->country->id : NULL);
  bl_import_write_date (out, "born", person->born);
  bl_import_write_date (out, "died", person->died);
}

BlMergeResult
bl_merge_write (GString *out, const BlImportPerson *person, const char *id, const GArray *terms, BlDate as_of)
{
  const BlPerson *known = person->known;
  if (known == NULL || (!person->surely_known && !shares_office (known, terms)))
    return BL_MERGE_OTHER;
  if (!adds_something (known, terms, as_of))
    return BL_MERGE_SAME;
  write_entry (out, known, id);
  write_known_terms (out, known, terms);
  write_new_terms (out, known, terms);
  g_string_append_c (out, '}');
  return BL_MERGE_JOINED;
}
