/* Births of one person: number/conflict where an article tells of an age and another (or the same) of a birth that makes it impossible,
 * date/conflict where two births are told, and number/reference where the age is not that of the base.
 *
 * Whoever was born in 1975 is 48 or 49 in 2024; an age is of the article's day, give or take the day it was written. Namesakes are kept
 * apart as of ages (figures/ages.c): who is not known must share more than the name, and may not be a generation older. */
#include "figures/figures.h"

#include "base/lists.h"
#include "figures/ages.h"
#include "judge/saying.h"

#include <string.h>

/* The same where nothing but the name says that it is the person of the base. */
#define MAX_YEARS_KNOWN 5

/* Claims of one person beyond these are not held against each other. */
#define MAX_CLAIMS 64

/* Days between the day an article was written and the day that it bears. */
#define SLACK 3

/* Whole years from a birth to a day, at least and at most. */
static void
age_on (BlDateRange born, gint32 day, int *least, int *most)
{
  const BlDate first = bl_date_from_julian (born.first), last = bl_date_from_julian (born.last),
               now = bl_date_from_julian (day);
  *most = now.year - first.year - (now.month < first.month || (now.month == first.month && now.day < first.day));
  *least = now.year - last.year - (now.month < last.month || (now.month == last.month && now.day < last.day));
}

/* How far an age is from what a birth makes of it on the article's day; 0 when it fits. */
static int
years_off (const BlClaim *age, BlDateRange born)
{
  const BlDate published = age->at.article->published;
  int least, most, ignored;
  age_on (born, bl_date_first_day (published) - SLACK, &least, &ignored);
  age_on (born, bl_date_last_day (published) + SLACK, &ignored, &most);
  const int years = (int) age->value.quantity->low;
  return years < least ? least - years : years > most ? years - most : 0;
}

static gboolean
is_known (const BlClaim *claim)
{
  return g_str_has_prefix (claim->key[0].value, "person/");
}

static BlVerdict
judge_person (const BlCompareState *state, const BlClaim *a, const BlClaim *b, int years)
{
  if (years > BL_GENERATION_YEARS
      || (!is_known (a) && a->at.article != b->at.article && !state->input->one_event && !bl_ages_share_term (a, b)))
    return bl_stopped (BL_GATE_SUBJECT, "the two may be namesakes");
  if (!bl_same_quoting (a, b))
    return bl_stopped (BL_GATE_QUOTE, "one of the two stands inside a quotation");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one person who was not born then");
}

static void
say_birth (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  (void) other;
  bl_comparison_say (comparison, "list", "birth of %s", claim->key[0].surface);
}

static void
compare_age (BlCompareState *state, const BlClaim *age, const BlClaim *birth, GArray *conflicts)
{
  if (age->at.article->published.precision == BL_DATE_UNKNOWN)
    {
      bl_compare_not_checked (state, "ages against births in articles without a date");
      return;
    }
  const int off = years_off (age, birth->value.date);
  const BlConflict conflict = { .a = age, .b = birth, .id = "number/conflict", .confidence = 0.85, .say = bl_ages_say };
  bl_conflict_tell (state, &conflict,
                    off == 0 ? bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "whoever was born then has this age")
                             : judge_person (state, age, birth, off),
                    conflicts);
}

static void
compare_births (BlCompareState *state, const BlClaim *a, const BlClaim *b, GArray *conflicts)
{
  const BlDate x = bl_date_from_julian (a->value.date.first), y = bl_date_from_julian (b->value.date.first);
  const BlConflict conflict = { .a = a, .b = b, .id = "date/conflict", .confidence = 0.85, .say = say_birth };
  bl_conflict_tell (state, &conflict,
                    bl_date_range_disjoint (a->value.date, b->value.date)
                        ? judge_person (state, a, b, ABS (x.year - y.year))
                        : bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the births are the same"),
                    conflicts);
}

/* --- against the base ---------------------------------------------------------------------------------------------- */

/* The article gives the person an office: it is the one of the base, and no namesake. */
static gboolean
holds_office (const BlCompareState *state, const BlClaim *claim)
{
  const GPtrArray *claims = bl_article_claims_list (state->input->article_claims->pdata[claim->at.article->index]);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *other = claims->pdata[i];
      if (bl_is_predicate (other, "holds-office") && other->n_key > 0 && strcmp (other->key[0].value, claim->key[0].value) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
compare_known (BlCompareState *state, const BlClaim *age)
{
  const BlPerson *person
      = is_known (age) ? bl_knowledge_person (state->input->kb, age->key[0].value + strlen ("person/")) : NULL;
  const BlDate published = age->at.article->published;
  if (person == NULL || person->born.precision == BL_DATE_UNKNOWN || published.precision == BL_DATE_UNKNOWN
      || person->reference.low_confidence
      || (person->died.precision != BL_DATE_UNKNOWN && bl_date_last_day (person->died) < bl_date_first_day (published) - 31))
    return;
  const int off = years_off (age, bl_date_range (person->born));
  /* One year off may be the base's own doubt, or the day that the article is about. */
  if (off < 2 || off > (holds_office (state, age) ? BL_GENERATION_YEARS : MAX_YEARS_KNOWN)
      || (age->voice & (BL_VOICE_QUOTED | BL_VOICE_BOILERPLATE)) != 0)
    return;
  g_autofree char *born = bl_date_format (person->born), *origin = NULL;
  g_autofree char *text = g_strdup_printf ("%s, born %s", person->name, born);
  const BlEvidence known = bl_evidence_knowledge (text, person->reference.source, &person->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("number/reference", BL_RELATION_CONTRADICTION, age, &known);
  comparison->confidence = 0.8;
  bl_comparison_say (comparison, "claimed", "“%s”", age->at.text);
  bl_comparison_say (comparison, "reference", "%s was born on %s", person->name, born);
  bl_compare_add (state, comparison);
}

/* --- all of them --------------------------------------------------------------------------------------------------- */

static void
compare_person (BlCompareState *state, const GPtrArray *births, const GPtrArray *ages, GArray *conflicts)
{
  for (guint i = 0; i < MIN (births->len, MAX_CLAIMS); i++)
    {
      for (guint k = i + 1; k < MIN (births->len, MAX_CLAIMS); k++)
        compare_births (state, births->pdata[i], births->pdata[k], conflicts);
      for (guint k = 0; ages != NULL && k < MIN (ages->len, MAX_CLAIMS); k++)
        compare_age (state, ages->pdata[k], births->pdata[i], conflicts);
    }
}

void
bl_births_compare (BlCompareState *state, GArray *conflicts)
{
  g_autoptr (GPtrArray) births = bl_compare_claims_of (state, "is-born");
  g_autoptr (GPtrArray) ages = bl_compare_claims_of (state, "is-aged");
  g_autoptr (GHashTable) births_of = bl_lists_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ages_of = bl_lists_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) persons = g_ptr_array_new (); /* in order, whatever the table's is */
  state->check = "births";
  for (guint i = 0; i < ages->len; i++)
    {
      const BlClaim *age = ages->pdata[i];
      compare_known (state, age);
      bl_lists_add (ages_of, age->key[0].value, age);
    }
  for (guint i = 0; i < births->len; i++)
    {
      const BlClaim *birth = births->pdata[i];
      if (!g_hash_table_contains (births_of, birth->key[0].value))
        g_ptr_array_add (persons, (gpointer) birth->key[0].value);
      bl_lists_add (births_of, birth->key[0].value, birth);
    }
  for (guint i = 0; i < persons->len; i++)
    compare_person (state, g_hash_table_lookup (births_of, persons->pdata[i]), g_hash_table_lookup (ages_of, persons->pdata[i]),
                    conflicts);
}
