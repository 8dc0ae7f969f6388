/* Ages of one person: number/conflict. Held against each other by the person's id, wherever they stand, since an age is said in passing.
 *
 * Namesakes have other ages too: whoever the base does not know must share more than the name, or be named in two reports of one event, and
 * may not be a generation older. A birthday may lie between two days, so one year counts only where the day is known to be one. */
#include "figures/figures.h"

#include "base/lists.h"
#include "events/events.h"
#include "figures/ages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Articles further apart than this may speak of two ages. */
#define MAX_DAYS 31

/* Ages of one person beyond these are not held against each other. */
#define MAX_AGES 64

gboolean
bl_ages_share_term (const BlClaim *a, const BlClaim *b)
{
  const BlSurroundings *x = a->detail, *y = b->detail;
  for (guint i = 0; x->context[i] != NULL; i++)
    if (strchr (x->context[i], '/') == NULL && strstr (a->key[0].value, x->context[i]) == NULL
        && g_strv_contains (y->context, x->context[i]))
      return TRUE;
  return FALSE;
}

void
bl_ages_say (BlComparison *comparison, const BlClaim *claim, const BlClaim *other)
{
  (void) other;
  bl_comparison_say (comparison, "list", "age of %s", claim->key[0].surface);
}

static int
compare_ties (const void *a, const void *b)
{
  const BlEventTie *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

/* Two reports of one event, who name one person in it. */
static gboolean
is_one_event (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  const guint x = a->at.article->index, y = b->at.article->index;
  const BlEventTie tie = { .a = MIN (x, y), .b = MAX (x, y) };
  return state->ties->len > 0 && bsearch (&tie, state->ties->data, state->ties->len, sizeof tie, compare_ties) != NULL;
}

/* A day of a month is named: the sentence may tell of another day than its article's. */
static gboolean
names_day (const BlCompareState *state, const BlClaim *claim)
{
  guint first, n;
  const BlMentions *mentions = bl_article_claims_mentions (state->input->article_claims->pdata[claim->at.article->index]);
  bl_mentions_in_sentence (mentions, claim->at.sentence_index, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (mentions, i);
      if (mention->type == BL_MENTION_DATE && mention->date.written.month != 0)
        return TRUE;
    }
  return FALSE;
}

static BlVerdict
judge (const BlCompareState *state, const BlClaim *a, const BlClaim *b)
{
  const gint32 x = bl_date_first_day (a->at.article->published), y = bl_date_first_day (b->at.article->published);
  const gboolean one_day = a->at.article == b->at.article || state->input->one_event || (x != 0 && x == y);
  const double years = fabs (a->value.quantity->low - b->value.quantity->low);
  if (years == 0)
    return bl_related (BL_RELATION_AGREES, BL_GATE_INTERVAL, "the ages are the same");
  if (!one_day && (x == 0 || y == 0 || ABS (x - y) > MAX_DAYS))
    return bl_stopped (BL_GATE_TIME, "the articles are too far apart");
  if (years > BL_GENERATION_YEARS
      || (!g_str_has_prefix (a->key[0].value, "person/") && a->at.article != b->at.article && !is_one_event (state, a, b)
          && !bl_ages_share_term (a, b)))
    return bl_stopped (BL_GATE_SUBJECT, "the two may be namesakes");
  if (years <= 1 && (!one_day || names_day (state, a) || names_day (state, b)))
    return bl_related (BL_RELATION_SUPERSEDED, BL_GATE_TIME, "a birthday may lie between");
  if (!bl_same_quoting (a, b))
    return bl_stopped (BL_GATE_QUOTE, "one age stands inside a quotation");
  return bl_related (BL_RELATION_CONTRADICTION, BL_GATE_NONE, "one person of two ages");
}

static void
compare_all (BlCompareState *state, const GPtrArray *list, GArray *conflicts)
{
  for (guint i = 0; i < MIN (list->len, MAX_AGES); i++)
    for (guint k = i + 1; k < MIN (list->len, MAX_AGES); k++)
      {
        const BlConflict conflict
            = { .a = list->pdata[i], .b = list->pdata[k], .id = "number/conflict", .confidence = 0.85, .say = bl_ages_say };
        bl_conflict_tell (state, &conflict, judge (state, conflict.a, conflict.b), conflicts);
      }
}

void
bl_ages_compare (BlCompareState *state, GArray *conflicts)
{
  g_autoptr (GPtrArray) claims = bl_compare_claims_of (state, "is-aged");
  g_autoptr (GHashTable) by_person = bl_lists_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) persons = g_ptr_array_new (); /* in order, whatever the table's is */
  state->check = "ages";
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (!g_hash_table_contains (by_person, claim->key[0].value))
        g_ptr_array_add (persons, (gpointer) claim->key[0].value);
      bl_lists_add (by_person, claim->key[0].value, claim);
    }
  for (guint i = 0; i < persons->len; i++)
    compare_all (state, g_hash_table_lookup (by_person, persons->pdata[i]), conflicts);
}
