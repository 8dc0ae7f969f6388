/* Figures that fill one slot of an event in two reports of it: number/conflict. "Turnout was 63.4 percent." and "Just over half of the
 * voters went to the polls; turnout, at 53.5 percent, was the lowest since 1998." have hardly a word in common, and are of one thing.
 *
 * Which articles report one event is known from all of their words (events/events.h), what a figure is of from its unit and the words beside
 * it (rules/lexicon/slots.json). What else may be meant is kept out by asking only where an article fills the slot with one value, the other
 * article never has that value, and the sentences name somebody or something together. */
#include "claims/cues.h"
#include "events/events.h"
#include "figures/figures.h"
#include "figures/slot.h"

#include <string.h>

/* Later reports may tell of a recount, a second trial, another storm. */
#define MAX_DAYS 3

/* A sentence of so few terms names nobody: "Turnout was 63.4 percent." */
#define FEW_TERMS 3

typedef struct
{
  const BlClaim *claim; /* NULL: nobody fills the slot, or several values do */
  gboolean several;
} Filler;

typedef struct
{
  BlCompareState *state;
  const BlEventSlots *slots;
  GHashTable *fillers; /* by article + 1: GHashTable of slot → Filler; made when asked for */
} Work;

static const BlQuantity *
quantity_of (const BlClaim *claim)
{
  return bl_count_detail (claim)->quantity;
}

/* "from 58 percent", "another two years"; not "sentenced to two years", "a fine of 12 million". */
static gboolean
is_led_off (const BlCountDetail *detail)
{
  return detail->telling && strcmp (detail->around.lead, "to") != 0 && strcmp (detail->around.lead, "of") != 0;
}

/* A plain figure of the event itself, said as a fact. */
static gboolean
is_settled (const BlClaim *claim)
{
  const BlCountDetail *detail = bl_count_detail (claim);
  return !is_led_off (detail) && !detail->offset && !detail->toll && !detail->running && !detail->part && detail->year == 0
         && !detail->around.conditional && !bl_quantity_is_bound (detail->quantity) && !detail->quantity->approximate
         && claim->polarity == BL_POLARITY_POSITIVE;
}

static const char *
slot_of (const Work *work, const BlCountDetail *detail)
{
  return bl_event_slot_of (work->slots, detail->quantity, detail->around.before, detail->around.after);
}

static GHashTable *
find_fillers (const Work *work, guint article)
{
  GHashTable *fillers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const GPtrArray *claims = bl_article_claims_list (work->state->input->article_claims->pdata[article]);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const char *slot = bl_is_predicate (claim, "counts") ? slot_of (work, bl_count_detail (claim)) : NULL;
      if (slot == NULL || !is_settled (claim))
        continue;
      Filler *filler = g_hash_table_lookup (fillers, slot);
      if (filler == NULL)
        {
          filler = g_new0 (Filler, 1);
          filler->claim = claim;
          g_hash_table_insert (fillers, (gpointer) slot, filler);
        }
      else if (bl_quantities_fit (quantity_of (filler->claim), quantity_of (claim)) != BL_FIT_AGREES)
        filler->several = TRUE;
    }
  return fillers;
}

static GHashTable *
fillers_of (Work *work, guint article)
{
  GHashTable *fillers = g_hash_table_lookup (work->fillers, GUINT_TO_POINTER (article + 1));
  if (fillers == NULL)
    {
      fillers = find_fillers (work, article);
      g_hash_table_insert (work->fillers, GUINT_TO_POINTER (article + 1), fillers);
    }
  return fillers;
}

/* The article has the figure of the claim, of whatever. */
static gboolean
has_value (const BlArticleClaims *article, const BlClaim *claim)
{
  const GPtrArray *claims = bl_article_claims_list (article);
  for (guint i = 0; i < claims->len; i++)
    if (bl_is_predicate (claims->pdata[i], "counts")
        && bl_quantities_comparable (quantity_of (claims->pdata[i]), quantity_of (claim))
        && bl_quantities_fit (quantity_of (claims->pdata[i]), quantity_of (claim)) == BL_FIT_AGREES)
      return TRUE;
  return FALSE;
}

/* The sentences share a term beside the words of the slot, or one says nothing but the figure. */
static gboolean
is_of_one (const Work *work, const char *slot, const char *const *a, const char *const *b)
{
  if (g_strv_length ((char **) a) <= FEW_TERMS || g_strv_length ((char **) b) <= FEW_TERMS)
    return TRUE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!bl_event_slot_has (work->slots, slot, a[i]) && g_strv_contains (b, a[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_person (const char *term)
{
  return g_str_has_prefix (term, "person/") || g_str_has_prefix (term, "name/");
}

/* Who is named last before the figure; NULL: nobody near. */
static const char *
person_before (const BlCountDetail *detail)
{
  for (guint i = 0; detail->around.before[i] != NULL; i++)
    if (is_person (detail->around.before[i]))
      return detail->around.before[i];
  return NULL;
}

/* Two of one trial: another person stands before each figure, or the sentences name persons, none of them together. */
static gboolean
names_others (const BlCountDetail *x, const BlCountDetail *y)
{
  const char *const *a = x->around.context, *const *b = y->around.context;
  const char *const before_a = person_before (x), *const before_b = person_before (y);
  guint n_a = 0, n_b = 0, n_both = 0;
  for (guint i = 0; a[i] != NULL; i++)
    {
      n_a += is_person (a[i]);
      n_both += is_person (a[i]) && g_strv_contains (b, a[i]);
    }
  for (guint i = 0; b[i] != NULL; i++)
    n_b += is_person (b[i]);
  if (before_a != NULL && before_b != NULL && strcmp (before_a, before_b) != 0)
    return TRUE;
  return n_a > 0 && n_b > 0 && n_both == 0;
}

static BlVerdict
judge (const Work *work, const char *slot, const BlClaim *a, const BlClaim *b)
{
  const GPtrArray *articles = work->state->input->article_claims;
  const BlCountDetail *x = bl_count_detail (a), *y = bl_count_detail (b);
  const gint32 day_a = bl_date_first_day (a->at.article->published), day_b = bl_date_first_day (b->at.article->published);
  if (!bl_quantities_comparable (x->quantity, y->quantity))
    return bl_stopped (BL_GATE_UNIT, "the units cannot be compared");
  if (bl_quantities_fit (x->quantity, y->quantity) != BL_FIT_DISJOINT)
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the values share something");
  if (!work->state->input->one_event && (day_a == 0 || day_b == 0 || ABS (day_a - day_b) > MAX_DAYS))
    return bl_stopped (BL_GATE_TIME, "the reports are too far apart");
  if (names_others (x, y) || !is_of_one (work, slot, x->around.context, y->around.context))
    return bl_stopped (BL_GATE_SUBJECT, "the sentences name nothing together");
  if ((x->quantity->scopes & ~y->quantity->all_scopes) != 0 || (y->quantity->scopes & ~x->quantity->all_scopes) != 0)
    return bl_stopped (BL_GATE_SUBJECT, "one figure is narrowed by a word that the other sentence does not have");
  if (has_value (articles->pdata[a->at.article->index], b) || has_value (articles->pdata[b->at.article->index], a))
    return bl_stopped (BL_GATE_SLOT, "the other text has the same figure in another place");
  if (work->state->input->one_event)
    return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE,
                       "two reports of one event, with different figures for what it has one of");
  /* That they are of one event was found out, not known: a question, which stops no gate. */
  return bl_related (BL_RELATION_DIFFERS, BL_GATE_NONE, "reports of one event, with different figures for what it has one of");
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
compare_articles (Work *work, guint a, guint b, GArray *conflicts)
{
  GHashTable *of_a = fillers_of (work, a), *of_b = fillers_of (work, b);
  g_autoptr (GPtrArray) shared = g_ptr_array_new (); /* slots, in order, whatever the table's is */
  GHashTableIter iter;
  gpointer slot, value;
  g_hash_table_iter_init (&iter, of_a);
  while (g_hash_table_iter_next (&iter, &slot, &value))
    {
      const Filler *other = g_hash_table_lookup (of_b, slot);
      if (other != NULL && !other->several && !((const Filler *) value)->several)
        g_ptr_array_add (shared, slot);
    }
  g_ptr_array_sort (shared, compare_slots);
  for (guint i = 0; i < shared->len; i++)
    {
      const Filler *x = g_hash_table_lookup (of_a, shared->pdata[i]), *y = g_hash_table_lookup (of_b, shared->pdata[i]);
      const BlVerdict verdict = judge (work, shared->pdata[i], x->claim, y->claim);
      const BlConflict conflict = { .a = x->claim,
                                    .b = y->claim,
                                    .id = "number/conflict",
                                    .what = shared->pdata[i],
                                    .confidence = verdict.relation == BL_RELATION_CONTRADICTION ? 0.8 : 0.65 };
      bl_conflict_tell (work->state, &conflict, verdict, conflicts);
    }
}

void
bl_event_slots_compare (BlCompareState *state, GArray *conflicts)
{
  if (state->input->cues == NULL)
    return;
  Work work = { .state = state, .slots = bl_cues_event_slots (state->input->cues) };
  work.fillers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  state->check = "slots of events";
  for (guint i = 0; i < state->ties->len; i++)
    {
      const BlEventTie *tie = &g_array_index (state->ties, BlEventTie, i);
      compare_articles (&work, tie->a, tie->b, conflicts);
    }
  g_hash_table_unref (work.fillers);
}
