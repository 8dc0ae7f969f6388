#include "compare/compare.h"

#include "base/lists.h"
#include "compare/own_checks.h"
#include "figures/figures.h"
#include "judge/agreement.h"
#include "judge/series.h"
#include "names/names.h"
#include "quotations/quotations.h"
#include "sentences/sentences.h"

#include <string.h>

struct BlComparisons
{
  BlCompareState state; /* input is cleared once done */
  GPtrArray *not_checked;
  GPtrArray *series; /* BlSeries * */
};

static void
not_checked_free (gpointer data)
{
  BlNotChecked *not_checked = data;
  g_free (not_checked->what);
  g_free (not_checked);
}

static int
compare_not_checked (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlNotChecked *const *) a)->what, (*(BlNotChecked *const *) b)->what);
}

/* The order of findings must not depend on the order of checks inside a hash table: by article, place, id. */
static int
compare_comparisons (gconstpointer a, gconstpointer b)
{
  const BlComparison *x = *(BlComparison *const *) a, *y = *(BlComparison *const *) b;
  const int article = strcmp (x->claim->at.article->id, y->claim->at.article->id);
  if (article != 0)
    return article;
  const gsize ox = x->claim->at.location.offset, oy = y->claim->at.location.offset;
  if (ox != oy)
    return ox < oy ? -1 : 1;
  return strcmp (x->id, y->id);
}

static GPtrArray *
list_not_checked (GHashTable *counts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (not_checked_free);
  GHashTableIter iter;
  gpointer reason, n;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &reason, &n))
    {
      BlNotChecked *not_checked = g_new0 (BlNotChecked, 1);
      not_checked->what = g_strdup (reason);
      not_checked->n = GPOINTER_TO_UINT (n);
      g_ptr_array_add (list, not_checked);
    }
  g_ptr_array_sort (list, compare_not_checked);
  return list;
}

BlComparisons *
bl_compare (const BlCompareInput *input)
{
  static const struct
  {
    const char *name;
    void (*run) (BlCompareState *);
  } checks[] = {
    { "names", bl_check_names },           { "spellings", bl_check_spellings },
    { "spellings", bl_check_variants },    { "terms", bl_check_terms },
    { "titles", bl_check_titles },         { "seats", bl_check_seats },
    { "careers", bl_check_careers },       { "pronouns", bl_check_pronouns },
    { "arithmetic", bl_check_arithmetic }, { "sums", bl_check_sums },
    { "references", bl_check_references }, { "claims of rules", bl_check_groups },
    { "quotations", bl_check_quotes },     { "open", bl_check_open },
    { "retracted", bl_check_retracted },   { "reports", bl_check_reports },
    { "sources", bl_check_sources },       { "agreements", bl_check_agreements },
  };
  BlComparisons *comparisons = g_new0 (BlComparisons, 1);
  BlCompareState *state = &comparisons->state;
  state->input = input;
  state->found = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_comparison_free);
  state->not_checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->corroborated = g_array_new (FALSE, FALSE, sizeof (BlCorroboration));
  state->single = g_array_new (FALSE, FALSE, sizeof (BlCorroboration));
  g_array_set_clear_func (state->corroborated, bl_corroboration_clear);
  g_array_set_clear_func (state->single, bl_corroboration_clear);
  state->related = g_array_new (FALSE, FALSE, sizeof (BlRelated));
  state->arena = bl_arena_new ();
  state->arenas = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_arena_free);
  state->stemmer = bl_stemmer_new_sharing (input->stems);
  state->answered = g_hash_table_new (NULL, NULL);
  state->told = bl_lists_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      state->check = checks[i].name;
      checks[i].run (state);
    }
  g_clear_pointer (&state->answered, g_hash_table_unref);
  g_clear_pointer (&state->told, g_hash_table_unref);
  g_clear_pointer (&state->stemmer, bl_stemmer_free);
  state->input = NULL;
  g_ptr_array_sort (state->found, compare_comparisons);
  comparisons->not_checked = list_not_checked (state->not_checked);
  comparisons->series = state->moved != NULL ? bl_series_new (state->moved) : g_ptr_array_new ();
  g_clear_pointer (&state->moved, g_array_unref);
  return comparisons;
}

void
bl_comparisons_free (BlComparisons *comparisons)
{
  if (comparisons == NULL)
    return;
  g_ptr_array_unref (comparisons->state.found);
  g_hash_table_unref (comparisons->state.not_checked);
  g_array_unref (comparisons->state.corroborated);
  g_array_unref (comparisons->state.single);
  g_array_unref (comparisons->state.related);
  g_clear_pointer (&comparisons->state.agreed, g_array_unref);
  bl_arena_free (comparisons->state.arena);
  g_ptr_array_unref (comparisons->state.arenas);
  g_ptr_array_unref (comparisons->not_checked);
  g_ptr_array_unref (comparisons->series);
  g_free (comparisons);
}

const GPtrArray *
bl_comparisons_list (const BlComparisons *comparisons)
{
  return comparisons->state.found;
}

const guint64 *
bl_comparisons_gates (const BlComparisons *comparisons)
{
  return comparisons->state.gates;
}

const GPtrArray *
bl_comparisons_not_checked (const BlComparisons *comparisons)
{
  return comparisons->not_checked;
}

const GArray *
bl_comparisons_corroborated (const BlComparisons *comparisons)
{
  return comparisons->state.corroborated;
}

const GArray *
bl_comparisons_single (const BlComparisons *comparisons)
{
  return comparisons->state.single;
}

const GArray *
bl_comparisons_same (const BlComparisons *comparisons)
{
  return comparisons->state.agreed;
}

const GPtrArray *
bl_comparisons_series (const BlComparisons *comparisons)
{
  return comparisons->series;
}

const GArray *
bl_comparisons_related (const BlComparisons *comparisons)
{
  return comparisons->state.related;
}
