/* A thread has a desk: a state of comparison of its own, to which its checks write, with what it remembers of sentences. Pairs are dealt out
 * by the articles that hang together, so that what one desk has read of an event's sentences need not be read at another. Of each pair is
 * written down where on which desk the outcome begins and ends, and at the end the outcomes are gathered in the order of the pairs. */
#include "sentences/pair_checks.h"

#include "base/parallel.h"
#include "events/alignment.h"
#include "figures/figures.h"
#include "sentences/inside.h"
#include "sentences/sentences.h"

#include <stdlib.h>
#include <string.h>

/* A desk takes so many pairs at once, and more to the end of an event, but not more than MOST_PAIRS. */
#define LEAST_PAIRS 128
#define MOST_PAIRS 1024

/* --- one pair ------------------------------------------------------------------------------------------------------ */

/* What a check asks of a pair before it looks. The gates of figures need no more than the noun; the others see what is aligned also where
 * texts are known to tell of one event. */
static const struct
{
  const char *name;
  BlPairCheck run;
  guint n_shared;
  double overlap;
  gboolean any;
  gboolean (*inside) (BlCompareState *state,
                      const BlSentencePair *pair); /* two sentences of one body that it looks at; NULL: none */
} checks[] = { { "figures", bl_figures_compare, 1, 0, TRUE, bl_inside_repeats },
               { "bearings", bl_bearings_compare, 1, 0, TRUE, NULL },
               { "spans of years", bl_spans_compare, 2, 0, TRUE, NULL },
               { "tallies", bl_tallies_compare, 2, 0, TRUE, NULL },
               { "days", bl_days_compare, 1, 0, FALSE, bl_inside_repeats },
               { "order of events", bl_order_compare, 2, 0.25, TRUE, NULL },
               { "statements", bl_statements_compare, 1, 0, FALSE, bl_inside_restates },
               { "altered words", bl_altered_compare, 3, 0.25, FALSE, NULL } };

/* The sentences share enough for a check whose gates do not ask for a noun. */
static gboolean
is_aligned (const BlSentencePair *pair)
{
  static const BlAlignLeast least[] = { { 1, 0.12 }, { 2, 0.25 }, { 3, 0.15 } };
  for (guint i = 0; i < G_N_ELEMENTS (least); i++)
    if (pair->n_shared >= least[i].n_shared && pair->overlap >= least[i].overlap)
      return TRUE;
  return FALSE;
}

static void
check_pair (BlCompareState *state, const BlSentencePair *pair, GArray *conflicts)
{
  const guint from = conflicts->len;
  const BlInside inside = bl_inside_kind (pair);
  for (guint k = 0; k < G_N_ELEMENTS (checks); k++)
    {
      state->check = checks[k].name;
      if (pair->n_shared >= checks[k].n_shared && pair->overlap >= checks[k].overlap && (checks[k].any || is_aligned (pair))
          && (inside != BL_INSIDE_BODY || (checks[k].inside != NULL && checks[k].inside (state, pair))))
        checks[k].run (state, pair, conflicts);
    }
  if (inside != BL_INSIDE_NOT)
    bl_inside_settle (state, pair, conflicts, from);
}

/* --- desks --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  BlCompareInput input; /* with a log of its own, if there is one */
  BlCompareState state;
  GArray *conflicts; /* BlConflict */
  GArray *outcomes;  /* Outcome, of pairs of which something came */
} Desk;

/* How much a desk holds. */
typedef struct
{
  guint conflicts, related, moved, entries;
} Extent;

typedef struct
{
  guint pair, desk;
  Extent from, to;
} Outcome;

typedef struct
{
  const BlPairs *pairs;
  const guint *order;  /* of pairs */
  const guint *limits; /* of shares: where in order each ends */
  guint n_shares;
  gint next; /* share */
  Desk *desks;
} Work;

static void
desk_init (Desk *desk, const BlCompareState *state)
{
  *desk = (Desk){ .input = *state->input,
                  .conflicts = g_array_new (FALSE, FALSE, sizeof (BlConflict)),
                  .outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome)) };
  if (desk->input.log != NULL)
    desk->input.log = bl_gate_log_new ();
  desk->state = (BlCompareState){ .input = &desk->input,
                                  .not_checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                                  .related = g_array_new (FALSE, FALSE, sizeof (BlRelated)),
                                  .moved = g_array_new (FALSE, FALSE, sizeof (BlRelated)),
                                  .arena = bl_arena_new (),
                                  .stemmer = bl_stemmer_new_sharing (state->input->stems) };
}

/* The claims that its checks made live on in state, and what it found to agree: that is put in order later. */
static void
desk_clear (Desk *desk, BlCompareState *state)
{
  const GArray *agreed = desk->state.agreed;
  if (agreed != NULL && state->agreed == NULL)
    state->agreed = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  if (agreed != NULL)
    g_array_append_vals (state->agreed, agreed->data, agreed->len);
  g_ptr_array_add (state->arenas, desk->state.arena);
  g_hash_table_unref (desk->state.not_checked);
  g_array_unref (desk->state.related);
  g_array_unref (desk->state.moved);
  g_clear_pointer (&desk->state.agreed, g_array_unref);
  g_array_unref (desk->conflicts);
  g_array_unref (desk->outcomes);
  bl_stemmer_free (desk->state.stemmer);
  bl_statements_read_free (desk->state.statements);
  bl_tokens_kept_free (desk->state.tokens);
  if (desk->input.log != NULL)
    bl_gate_log_free (desk->input.log);
}

static Extent
extent_of (const Desk *desk)
{
  return (Extent){ .conflicts = desk->conflicts->len,
                   .related = desk->state.related->len,
                   .moved = desk->state.moved->len,
                   .entries = desk->input.log != NULL ? bl_gate_log_entries (desk->input.log)->len : 0 };
}

static void
work_at_desk (guint index, gpointer data)
{
  Work *work = data;
  Desk *desk = &work->desks[index];
  for (;;)
    {
      const guint share = (guint) g_atomic_int_add (&work->next, 1);
      if (share >= work->n_shares)
        return;
      for (guint i = share > 0 ? work->limits[share - 1] : 0; i < work->limits[share]; i++)
        {
          const BlSentencePair pair = bl_pairs_get (work->pairs, work->order[i]);
          Outcome outcome = { .pair = work->order[i], .desk = index, .from = extent_of (desk) };
          check_pair (&desk->state, &pair, desk->conflicts);
          outcome.to = extent_of (desk);
          if (memcmp (&outcome.from, &outcome.to, sizeof (Extent)) != 0)
            g_array_append_val (desk->outcomes, outcome);
        }
    }
}

/* --- the order of work --------------------------------------------------------------------------------------------- */

typedef struct
{
  guint group, pair;
} Dealt;

static int
compare_dealt (const void *a, const void *b)
{
  const Dealt *x = a, *y = b;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->pair > y->pair) - (x->pair < y->pair);
}

static guint
article_index (const BlPairSide *side)
{
  return bl_article_claims_article (side->article)->index;
}

/* Pairs by the first article of those that hang together by pairs. The caller's array. */
static Dealt *
deal (const BlPairs *pairs, guint n_articles)
{
  const guint n = bl_pairs_count (pairs);
  g_autofree guint *parents = bl_sets_new (n_articles);
  Dealt *dealt = g_new (Dealt, n);
  for (guint i = 0; i < n; i++)
    {
      const BlSentencePair pair = bl_pairs_get (pairs, i);
      dealt[i] = (Dealt){ .group = article_index (&pair.a), .pair = i };
      bl_sets_join (parents, dealt[i].group, article_index (&pair.b));
    }
  for (guint i = 0; i < n; i++)
    dealt[i].group = bl_sets_root (parents, dealt[i].group);
  qsort (dealt, n, sizeof (Dealt), compare_dealt);
  return dealt;
}

/* Fills the order of pairs and where the shares of work end in it; the number of shares. */
static guint
share_out (const BlPairs *pairs, guint n_articles, guint *order, guint *limits)
{
  const guint n_pairs = bl_pairs_count (pairs);
  g_autofree Dealt *dealt = deal (pairs, n_articles);
  guint n_shares = 0, first = 0;
  for (guint i = 0; i < n_pairs; i++)
    {
      order[i] = dealt[i].pair;
      const guint n = i + 1 - first;
      const gboolean ends = i + 1 == n_pairs || dealt[i + 1].group != dealt[i].group;
      if (i + 1 < n_pairs && n < MOST_PAIRS && (n < LEAST_PAIRS || !ends))
        continue;
      limits[n_shares++] = i + 1;
      first = i + 1;
    }
  return n_shares;
}

/* --- gathering ----------------------------------------------------------------------------------------------------- */

static void
append_range (GArray *to, const GArray *from, guint first, guint end)
{
  if (end > first)
    g_array_append_vals (to, from->data + (gsize) first * g_array_get_element_size ((GArray *) from), end - first);
}

static void
gather_pair (BlCompareState *state, const Desk *desk, const Outcome *outcome, GArray *conflicts)
{
  append_range (conflicts, desk->conflicts, outcome->from.conflicts, outcome->to.conflicts);
  append_range (state->related, desk->state.related, outcome->from.related, outcome->to.related);
  if (outcome->to.moved > outcome->from.moved && state->moved == NULL)
    state->moved = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  append_range (state->moved, desk->state.moved, outcome->from.moved, outcome->to.moved);
  for (guint i = outcome->from.entries; i < outcome->to.entries; i++)
    bl_gate_log_add (state->input->log, &g_array_index (bl_gate_log_entries (desk->input.log), BlGateEntry, i));
}

static void
gather_counts (BlCompareState *state, const Desk *desk)
{
  for (guint i = 0; i < BL_N_GATES; i++)
    state->gates[i] += desk->state.gates[i];
  GHashTableIter iter;
  gpointer reason, n;
  g_hash_table_iter_init (&iter, desk->state.not_checked);
  while (g_hash_table_iter_next (&iter, &reason, &n))
    bl_compare_not_checked_times (state, reason, GPOINTER_TO_UINT (n));
}

static int
compare_outcomes (gconstpointer a, gconstpointer b)
{
  const Outcome *x = a, *y = b;
  return (x->pair > y->pair) - (x->pair < y->pair);
}

/* In the order of the pairs, whoever looked at them. */
static void
gather_outcomes (BlCompareState *state, const Desk *desks, guint n_desks, GArray *conflicts)
{
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));
  for (guint i = 0; i < n_desks; i++)
    if (desks[i].outcomes->len > 0)
      g_array_append_vals (outcomes, desks[i].outcomes->data, desks[i].outcomes->len);
  g_array_sort (outcomes, compare_outcomes);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const Outcome *outcome = &g_array_index (outcomes, Outcome, i);
      gather_pair (state, &desks[outcome->desk], outcome, conflicts);
    }
}

GArray *
bl_pairs_check (BlCompareState *state, const BlPairs *pairs)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (BlConflict));
  const guint n_pairs = bl_pairs_count (pairs);
  if (n_pairs <= LEAST_PAIRS)
    {
      for (guint i = 0; i < n_pairs; i++)
        {
          const BlSentencePair pair = bl_pairs_get (pairs, i);
          check_pair (state, &pair, conflicts);
        }
      return conflicts;
    }
  g_autofree guint *order = g_new (guint, n_pairs), *limits = g_new (guint, n_pairs);
  Work work = { .pairs = pairs, .order = order, .limits = limits };
  work.n_shares = share_out (pairs, state->input->article_claims->len, order, limits);
  const guint n_desks = CLAMP (state->input->jobs, 1, work.n_shares);
  g_autofree Desk *desks = g_new (Desk, n_desks);
  work.desks = desks;
  for (guint i = 0; i < n_desks; i++)
    desk_init (&desks[i], state);
  bl_parallel_for (n_desks, n_desks, work_at_desk, &work);
  gather_outcomes (state, desks, n_desks, conflicts);
  for (guint i = 0; i < n_desks; i++)
    {
      gather_counts (state, &desks[i]);
      desk_clear (&desks[i], state);
    }
  return conflicts;
}
