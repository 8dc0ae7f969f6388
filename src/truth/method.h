/* One estimator of truth discovery, what it is asked and what it answers. Each stands in a file of its own, with its source.
 *
 * How to write one (vote.c is the shortest):
 *
 *   static void run (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result) { … }
 *   const BlTruthMethod bl_truth_vote = { .name = "vote", …, .run = run };
 *
 * declared in methods.h and named in the list of methods.c. run() gets a result whose arrays are there: belief is all 0, trust is options->start_trust or the
 * method's own .first_trust for every source, confidence is all NaN. It fills
 *
 *   belief      for every value, any scale, higher is likelier; within one item only. It decides: the item's value with the highest belief
 *               is chosen, beliefs nearer to each other than BL_TRUTH_TIE (relative) are a tie, which is flagged and goes to the lowest id.
 *   trust       for every source, higher is better, on the scale that .trust_scale names.
 *   confidence  optional: chance that the value is true, 0 … 1, for every value. What stays NaN becomes the value's share of the item's
 *               beliefs (.belief_is_share: beliefs are ≥ 0 and comparable as shares), and else the share of claims.
 *   iterations, converged, log_likelihood (natural; stays NaN when the method has none)
 *   text, text_confidence  optional, for items whose answer is no single claimed value (a mean, a set put together of members): what to
 *               print, in result->arena, and the chance that it is true. choice and tied still follow the beliefs.
 *   copies      optional, for methods that look for copying
 *
 * Determinism: no randomness but of a GRand seeded with options->seed, sums in the order of ids, no threads, no locale. Relabelling
 * sources or values may then change the last bits of sums, which BL_TRUTH_TIE is there to swallow.
 *
 * Cost: a round of a cheap method is one walk over the claims of each item and one over those of each source. Within an item nothing may
 * be quadratic in its claims; in its values only by bl_truth_similarities_new(), which has a bound. */
#pragma once

#include "truth/table.h"

/* Beliefs of one item closer than this, relative to the larger, are tied. */
#define BL_TRUTH_TIE 1e-9

typedef struct
{
  guint max_iterations;      /* 0: the method's own */
  guint32 seed;              /* of methods that draw; the same seed gives the same result */
  const double *start_trust; /* n_sources values on the method's scale, or NULL: the method's own. For several starts */

  /* n_values chances, or NULL: of methods that begin with the beliefs (EM: the first E-step is taken) */
  const double *start_belief;
} BlTruthOptions;

/* One source seems to take from another. */
typedef struct
{
  guint32 a, b;       /* a < b */
  double probability; /* that the two are not independent */
  double a_from_b;    /* that a copies b; b copies a with probability − a_from_b */
} BlTruthCopy;

typedef struct BlTruthMethod BlTruthMethod;

typedef struct
{
  const BlTruthMethod *method; /* that found it */
  double *trust;               /* n_sources */
  double *belief;              /* n_values */
  double *confidence;          /* n_values */
  guint iterations;
  gboolean converged;
  double log_likelihood; /* of the claims, given the estimates; comparable between starts of one method only. NaN: none */

  guint32 *choice;         /* n_items: the value chosen; G_MAXUINT32 when the item has no claim */
  gboolean *tied;          /* n_items: another value was as good */
  const char **text;       /* n_items: what to print; set by the method (in arena), or by bl_truth_run() from the choice */
  double *text_confidence; /* n_items: of text; NaN: confidence of the choice */
  const char *remark;      /* what the reader should know of how it was found ("chose crh of 9 methods"), in arena; or NULL */
  GArray *copies;          /* BlTruthCopy, by a and b: pairs that are likelier copied than not; or NULL: not looked for */
  guint32 *copy_group;     /* n_sources, g_new(): its group of copiers, numbered from 0; G_MAXUINT32: none. NULL as copies */
  BlArena *arena;          /* of texts that methods make */
} BlTruthResult;

void bl_truth_result_free (BlTruthResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthResult, bl_truth_result_free)

struct BlTruthMethod
{
  const char *name;    /* as on the command line: lower-case letters, digits, '-' */
  const char *summary; /* one line for the help, no full stop */
  const char *paper;   /* authors and year */
  guint takes; /* BlTruthKinds it is made for; items of others get beliefs by the same formulas or by vote, as it sees fit */
  const char *trust_scale; /* "accuracy" (0 … 1, chance that a claim of it is true), "weight" (≥ 0, no unit), "share" … */
  double first_trust;
  gboolean belief_is_share;
  void (*run) (const BlTruthTable *table, const BlTruthOptions *options, BlTruthResult *result);
};

#define BL_TRUTH_ERROR (bl_truth_error_quark ())
GQuark bl_truth_error_quark (void);

typedef enum
{
  BL_TRUTH_ERROR_KIND,  /* the table holds nothing that the method takes */
  BL_TRUTH_ERROR_TABLE, /* no table: the header is missing, nothing is in it */
} BlTruthError;

/* All methods, NULL-terminated, in the order of the help. And one by its name, or NULL. */
const BlTruthMethod *const *bl_truth_methods (void);
const BlTruthMethod *bl_truth_method_find (const char *name);

/* Runs it and chooses. options may be NULL. NULL with BL_TRUTH_ERROR_KIND when no item is of a kind that the method takes. The caller's.
 * The result borrows strings of table. */
BlTruthResult *bl_truth_run (const BlTruthMethod *method, const BlTruthTable *table, const BlTruthOptions *options,
                             GError **error);

/* --- what methods share ------------------------------------------------------------------------------------------- */
/* options->max_iterations, or otherwise. */
guint bl_truth_rounds (const BlTruthOptions *options, guint otherwise);

/* Divides by the greatest, so that it becomes 1; leaves zeros alone. */
void bl_truth_scale_to_max (double *values, gsize n);

/* Trusts that change by less in a round have settled. */
#define BL_TRUTH_SETTLED 1e-6

void bl_truth_copy (double *to, const double *from, gsize n);

/* The greatest |a − b|. */
double bl_truth_distance (const double *a, const double *b, gsize n);

/* belief[v] = |S_v| / |S_i|, the share of the item's sources; 0 for values without claims. The usual start. */
void bl_truth_vote_shares (const BlTruthTable *table, double *belief);

/* The value that would be chosen by these beliefs: the highest, of ties the lowest id; G_MAXUINT32 when the item has no claim. */
guint32 bl_truth_best_value (const BlTruthTable *table, const double *belief, guint32 item);

/* ln Σ exp(values[from … to−1]); −∞ for an empty range. */
double bl_truth_log_sum_exp (const double *values, BlTruthRange range);
