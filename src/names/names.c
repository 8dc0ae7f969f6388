/* name/garbled: a spelling nobody bears, near one known person, with a second signal.
 *
 * The mention finder has done the resolving (exact, variant, part, by the office beside it, or near with a signal); here the
 * corpus gives the one signal that a single article cannot: other articles of the same days that name the candidate. */
#include "names/names.h"

#include "base/lists.h"
#include "judge/saying.h"
#include "names/corpus_names.h"

#include <string.h>

#include "mentions/likeness.h"

/* A state named near by says little: in the news of one country every name has it. Alone, or with nothing but other articles,
 * it must meet a much nearer spelling. */
#define WEAK_SIGNALS (BL_SIGNAL_CORPUS | BL_SIGNAL_COUNTRY)

typedef struct
{
  const BlClaim *claim;
  const BlNameDetail *detail;
  const BlPerson *person; /* who is meant */
  double likely;          /* how it is that they are */
} Spelling;

/* Person → accepted spellings of them, for the corpus signal and as evidence. */
static GHashTable *
index_accepted (const GPtrArray *claims)
{
  GHashTable *index = bl_lists_new (NULL, NULL);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlNameDetail *detail = claim->detail;
      if (detail->person == NULL || !bl_name_is_accepted (detail->how) || detail->ambiguous)
        continue;
      bl_lists_add (index, detail->person, claim);
    }
  return index;
}

/* Accepted spellings of the person in other articles (or the same one) of the same days, at most three. */
static GPtrArray *
corpus_witnesses (const Spelling *spelling, GHashTable *accepted)
{
  GPtrArray *witnesses = g_ptr_array_new ();
  const GPtrArray *list = g_hash_table_lookup (accepted, spelling->person);
  for (guint i = 0; list != NULL && i < list->len && witnesses->len < 3; i++)
    {
      const BlClaim *other = list->pdata[i];
      const gint64 apart = bl_date_range_days_apart (spelling->claim->time, other->time);
      if (other->at.article == spelling->claim->at.article || (apart >= 0 && apart <= BL_NAME_WINDOW_DAYS))
        g_ptr_array_add (witnesses, (gpointer) other);
    }
  return witnesses;
}

/* The term that the title beside the name names on that day, or the most recent one: what the evidence shows. */
static const BlTerm *
best_term (const BlCompareState *state, const Spelling *spelling)
{
  const BlPerson *person = spelling->person;
  const BlTitleMention *title = spelling->detail->title;
  const BlTerm *term = NULL;
  if (title != NULL && title->office != NULL
      && bl_knowledge_held (state->input->kb, person, title->office, spelling->claim->time, &term) == BL_HELD_NOW)
    return term;
  const BlTerm *best = NULL;
  for (guint i = 0; i < person->n_terms; i++)
    {
      const BlTerm *candidate = person->terms[i];
      const BlDateRange day = spelling->claim->time;
      if (day.known && bl_date_range_disjoint (candidate->when, day))
        continue;
      if (best == NULL || candidate->when.first >= best->when.first)
        best = candidate;
    }
  return best;
}

static const char *
signal_name (guint8 signals)
{
  if (signals & BL_SIGNAL_OFFICE)
    return "the title beside it";
  if (signals & BL_SIGNAL_ORG)
    return "the organisation named beside it";
  if (signals & BL_SIGNAL_COUNTRY)
    return "the state named near it";
  if (signals & BL_SIGNAL_ARTICLE)
    return "the rest of the article";
  return "other articles of these days";
}

static double
confidence_of (const Spelling *spelling, guint8 signals)
{
  const guint n = (guint) __builtin_popcount (signals);
  double confidence = 0.72 + 0.1 * spelling->likely + 0.08 * n;
  if (signals & BL_SIGNAL_OFFICE)
    confidence += 0.08;
  return MIN (confidence, 0.98);
}

static void
tell (BlCompareState *state, const Spelling *spelling, const GPtrArray *witnesses, guint8 signals)
{
  const BlPerson *person = spelling->person;
  const BlTerm *term = best_term (state, spelling);
  g_autofree char *note = term != NULL ? bl_term_note (term) : NULL;
  g_autofree char *origin = NULL;
  const BlEvidence known = bl_evidence_knowledge (person->name, note, &person->reference, &origin);
  BlComparison *comparison = bl_comparison_new ("name/garbled", BL_RELATION_CONTRADICTION, spelling->claim, &known);
  for (guint i = 0; i < witnesses->len; i++)
    {
      const BlEvidence witness = bl_evidence_claim (BL_ROLE_CONTRADICTS, witnesses->pdata[i]);
      bl_comparison_add_evidence (comparison, &witness);
    }
  comparison->confidence = confidence_of (spelling, signals);
  comparison->replace = g_strdup (person->name);
  bl_comparison_say (comparison, "spelled", "%s", spelling->claim->value.surface);
  bl_comparison_say (comparison, "person", "%s", person->name);
  if (term != NULL && (signals & BL_SIGNAL_OFFICE))
    {
      g_autofree char *office = bl_office_name (term->office);
      g_autofree char *day = bl_day_name (spelling->claim->at.article);
      bl_comparison_say (comparison, "office", "%s", office);
      bl_comparison_say (comparison, "date", "%s", day);
    }
  else
    bl_comparison_say (comparison, "signal", "%s", signal_name (signals));
  bl_compare_add (state, comparison);
}

static void
check_spelling (BlCompareState *state, Spelling *spelling, const BlCorpusNames *names, GHashTable *accepted)
{
  const BlNameDetail *detail = spelling->detail;
  guint8 signals = detail->signals;
  if (spelling->person == NULL && detail->how == BL_HOW_UNKNOWN)
    spelling->person = bl_corpus_names_explain (names, spelling->claim, &spelling->likely);
  if (spelling->person == NULL)
    return;
  if (detail->ambiguous)
    {
      bl_compare_not_checked (state, "spellings that fit several known persons equally well");
      return;
    }
  g_autoptr (GPtrArray) witnesses = corpus_witnesses (spelling, accepted);
  if (witnesses->len > 0)
    signals |= BL_SIGNAL_CORPUS;
  const gboolean is_whole = strchr (spelling->claim->value.surface, ' ') != NULL;
  const gboolean too_weak
      = (signals & (guint8) ~WEAK_SIGNALS) == 0 && spelling->likely < bl_likeness_needed (BL_BESIDE_LITTLE, is_whole);
  const gboolean by_corpus = detail->how == BL_HOW_UNKNOWN && witnesses->len > 0;
  if (!by_corpus && (signals == 0 || too_weak))
    bl_compare_judged (state, spelling->claim, NULL,
                       bl_stopped (BL_GATE_SUBJECT, "too little says that the known person is meant"));
  else
    tell (state, spelling, witnesses, signals);
}

void
bl_check_names (BlCompareState *state)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "is-named");
  g_autoptr (GHashTable) accepted = index_accepted (claims);
  g_autoptr (BlCorpusNames) names = bl_corpus_names_new (state->input->kb, claims);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlNameDetail *detail = claim->detail;
      Spelling spelling = { .claim = claim, .detail = detail, .person = detail->person, .likely = detail->score };
      if (!bl_name_is_accepted (detail->how) && detail->how != BL_HOW_PRONOUN)
        check_spelling (state, &spelling, names, accepted);
    }
}
