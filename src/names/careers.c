/* title/conflict for a person: two titles in articles of the same days that one person does not hold together. */
#include "names/names.h"

#include "base/lists.h"
#include "judge/saying.h"
#include "names/careers.h"

#include <string.h>

enum
{
  SETTLED_DAYS = 45, /* around a hand-over two offices of one person are in print */
  ABROAD_DAYS = 366, /* nobody goes from an office of one state to that of another in less, or the base would say so */
  WINDOW_DAYS = 14   /* between articles that may be about one event */
};

/* --- by the base -------------------------------------------------------------------------------------------------- */

static gboolean
is_sure (const BlTerm *term)
{
  return !term->reference.low_confidence && !term->acting && term->from.precision != BL_DATE_UNKNOWN;
}

static gboolean
is_settled_in (const BlTerm *term, BlDateRange when)
{
  const gint64 last = term->open ? term->when.last : (gint64) term->when.last - SETTLED_DAYS;
  return (gint64) term->when.first + SETTLED_DAYS < when.first && when.last < last;
}

static gboolean
is_near (const BlTerm *term, BlDateRange when)
{
  return (gint64) term->when.first - ABROAD_DAYS < when.first && when.last < (gint64) term->when.last + ABROAD_DAYS;
}

static gboolean
is_of_one_state (const BlRole *role)
{
  return bl_role_excludes (role, role);
}

/* The title names a state, and the term is of another. */
static gboolean
is_elsewhere (const BlTerm *term, const BlTitleMention *title)
{
  return title->country != NULL && !title->jurisdiction_inferred && title->organisation == NULL && term->office->country != NULL
         && term->office->organisation == NULL && term->office->country != title->country;
}

static gboolean
is_against (const BlTerm *term, const BlTitleMention *title, BlDateRange when)
{
  const BlRole *role = term->office->role;
  if (is_elsewhere (term, title))
    return is_of_one_state (role) && is_of_one_state (title->role) && is_near (term, when);
  return role != title->role && bl_role_excludes (role, title->role) && is_settled_in (term, when);
}

const BlTerm *
bl_career_term_against (const BlPerson *person, const BlTitleMention *title, BlDateRange when)
{
  const BlTerm *best = NULL;
  for (guint i = 0; i < person->n_terms && when.known; i++)
    {
      const BlTerm *term = person->terms[i];
      if (is_sure (term) && is_against (term, title, when)
          && (best == NULL || (best->office->seats != 1 && term->office->seats == 1)))
        best = term;
    }
  return best;
}

/* Are the words of one id among those of another, whole and in a row? "minister" is in "foreign-minister", "king" not in "banking". */
static gboolean
has_words (const char *id, const char *words)
{
  const gsize length = strlen (words);
  for (const char *at = strstr (id, words); at != NULL; at = strstr (at + 1, words))
    if ((at == id || at[-1] == '-') && (at[length] == '\0' || at[length] == '-'))
      return TRUE;
  return FALSE;
}

gboolean
bl_role_has_words_of (const BlRole *role, const BlRole *other)
{
  return role == other || has_words (role->id, other->id);
}

/* The office's own id may say more than its role: "us/vice-president", "us/secret-service-director". */
static gboolean
office_has_words_of (const BlOffice *office, const BlRole *role)
{
  const char *name = strchr (office->id, '/');
  return bl_role_has_words_of (office->role, role) || (name != NULL && has_words (name + 1, role->id));
}

gboolean
bl_career_has_role (const BlPerson *person, const BlRole *role)
{
  for (guint i = 0; i < person->n_terms; i++)
    if (office_has_words_of (person->terms[i]->office, role))
      return TRUE;
  return FALSE;
}

gboolean
bl_career_has_title (const BlPerson *person, const BlTitleMention *title)
{
  if (title->country == NULL || title->jurisdiction_inferred)
    return bl_career_has_role (person, title->role);
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlOffice *office = person->terms[i]->office;
      if (office->country == title->country && office_has_words_of (office, title->role))
        return TRUE;
    }
  return FALSE;
}

/* --- between articles --------------------------------------------------------------------------------------------- */

/* "Sen. Jane Doe": a title with the name in full, that says no more than that the office is held. */
static gboolean
is_plain (const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const BlTitleMention *title = detail->title;
  const guint silent = BL_VOICE_PAST | BL_VOICE_CONDITION | BL_VOICE_WISH | BL_VOICE_QUESTION;
  return title->modifiers == 0 && !title->indefinite && (claim->voice & silent) == 0 && detail->how != BL_HOW_NEAR
         && strchr (claim->key[0].surface, ' ') != NULL && strstr (claim->at.text, " and ") == NULL && !title->other_body
         && (title->role->excludes[0] != NULL || title->role->courtesy);
}

static gboolean
is_conflict (BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  const BlTitleMention *x = ((const BlTitleDetail *) a->detail)->title, *y = ((const BlTitleDetail *) b->detail)->title;
  if (x->role == y->role || !bl_role_excludes (x->role, y->role))
    return FALSE;
  const gint64 apart = bl_date_range_days_apart (a->time, b->time);
  if (a->at.article != b->at.article && (apart < 0 || apart > WINDOW_DAYS))
    {
      bl_compare_judged (state, a, b, bl_stopped (BL_GATE_TIME, "the articles are too far apart, or of unknown days"));
      return FALSE;
    }
  /* A former office of somebody the base knows may still stand before the name. */
  const BlPerson *person = ((const BlTitleDetail *) a->detail)->person;
  return person == NULL || !bl_career_has_title (person, x) || !bl_career_has_title (person, y);
}

static void
tell (BlCompareState *state, const BlClaim *claim, const BlClaim *other)
{
  const BlEvidence there = bl_evidence_claim (BL_ROLE_CONTRADICTS, other);
  BlComparison *comparison = bl_comparison_new ("title/conflict", BL_RELATION_CONTRADICTION, claim, &there);
  comparison->confidence = 0.8;
  g_autofree char *where = bl_where_name (claim, other);
  bl_comparison_say (comparison, "name", "%s", claim->key[0].surface);
  bl_comparison_say (comparison, "role", "%s", ((const BlTitleDetail *) claim->detail)->title->role->labels[0]);
  bl_comparison_say (comparison, "other-role", "%s", ((const BlTitleDetail *) other->detail)->title->role->labels[0]);
  bl_comparison_say (comparison, "where", "%s", where);
  bl_compare_add (state, comparison);
}

/* Compares a claim with the earlier ones of its person; tells of each article and pair of roles once. */
static void
compare_with_earlier (BlCompareState *state, GHashTable *told, const GPtrArray *earlier, const BlClaim *claim)
{
  const BlRole *role = ((const BlTitleDetail *) claim->detail)->title->role;
  for (guint i = 0; i < earlier->len; i++)
    {
      const BlClaim *other = earlier->pdata[i];
      /* where title/wrong was told, the base has said which office is the right one */
      if (!is_conflict (state, claim, other) || bl_compare_has_told (state, claim, "title/wrong")
          || bl_compare_has_told (state, other, "title/wrong"))
        continue;
      char *key = g_strdup_printf ("%s %s %s", claim->key[0].value, claim->at.article->id, role->id);
      if (g_hash_table_add (told, key))
        tell (state, claim, other);
      return;
    }
}

void
bl_check_careers (BlCompareState *state)
{
  g_autoptr (GPtrArray) all = bl_compare_claims_of (state, "holds-office");
  g_autoptr (GHashTable) persons = bl_lists_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const BlClaim *claim = all->pdata[i];
      if (!is_plain (claim))
        continue;
      const GPtrArray *earlier = g_hash_table_lookup (persons, claim->key[0].value);
      if (earlier != NULL)
        compare_with_earlier (state, told, earlier, claim);
      bl_lists_add (persons, claim->key[0].value, claim);
    }
}
