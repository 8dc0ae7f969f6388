#include "origins/marks.h"

#include "readers/readers.h"

#include <math.h>
#include <string.h>

/* Articles that may have a quotation, or an error, for it to say something. */
#define RARE 8

#define LEAST_WORDS 6
#define LEAST_FIGURES 4

/* Figures of an article that are looked at: the order of the first says enough. */
#define MAX_FIGURES 64

/* Days between two articles with one error. */
#define ERROR_DAYS 7

struct BlMarks
{
  const GPtrArray *article_claims;
  GPtrArray *quotations; /* by article: GHashTable of folded texts, or NULL for none */
  GHashTable *counts;    /* folded text (of the tables above) → articles */
};

static const BlArticle *
article_of (const GPtrArray *article_claims, guint index)
{
  return bl_article_claims_article (article_claims->pdata[index]);
}

static guint
count_words (const char *folded)
{
  guint n = folded[0] != '\0';
  for (; *folded != '\0'; folded++)
    n += *folded == ' ';
  return n;
}

/* The quotations of an article that are long enough, owned; NULL for none. */
static GHashTable *
read_quotations (const BlDocument *document)
{
  guint n;
  const BlQuote *quotes = bl_document_quotes (document, &n);
  const char *text = bl_document_text (document, NULL);
  GHashTable *table = NULL;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = bl_fold_letters (text + quotes[i].inner.start, (gssize) bl_span_length (quotes[i].inner));
      if (count_words (folded) < LEAST_WORDS)
        continue;
      if (table == NULL)
        table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_add (table, g_steal_pointer (&folded));
    }
  return table;
}

static void
unref_table (gpointer table)
{
  if (table != NULL)
    g_hash_table_unref (table);
}

BlMarks *
bl_marks_new (const GPtrArray *article_claims)
{
  BlMarks *marks = g_new0 (BlMarks, 1);
  marks->article_claims = article_claims;
  marks->quotations = g_ptr_array_new_with_free_func (unref_table);
  marks->counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < article_claims->len; i++)
    {
      GHashTable *table = read_quotations (article_of (article_claims, i)->document);
      g_ptr_array_add (marks->quotations, table);
      if (table == NULL)
        continue;
      GHashTableIter iter;
      gpointer text;
      g_hash_table_iter_init (&iter, table);
      while (g_hash_table_iter_next (&iter, &text, NULL))
        {
          const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (marks->counts, text));
          g_hash_table_insert (marks->counts, text, GUINT_TO_POINTER (n + 1));
        }
    }
  return marks;
}

void
bl_marks_free (BlMarks *marks)
{
  if (marks == NULL)
    return;
  g_hash_table_unref (marks->counts);
  g_ptr_array_unref (marks->quotations);
  g_free (marks);
}

static guint
count_quotations (const BlMarks *marks, guint a, guint b)
{
  GHashTable *x = marks->quotations->pdata[a], *y = marks->quotations->pdata[b];
  guint n = 0;
  if (x == NULL || y == NULL)
    return 0;
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    n += g_hash_table_contains (y, text) && GPOINTER_TO_UINT (g_hash_table_lookup (marks->counts, text)) <= RARE;
  return n;
}

/* The figures of an article in their order, each once, without the small ones that stand everywhere. */
static guint
read_figures (const BlMarks *marks, guint article, const BlQuantity **figures)
{
  const GPtrArray *claims = bl_article_claims_list (marks->article_claims->pdata[article]);
  guint n = 0;
  for (guint i = 0; i < claims->len && n < MAX_FIGURES; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      if (strcmp (claim->predicate, "counts") != 0 || (claim->voice & BL_VOICE_BOILERPLATE) != 0)
        continue;
      const BlQuantity *figure = claim->value.quantity;
      gboolean known = figure->low < 10 && figure->low == floor (figure->low);
      for (guint k = 0; k < n && !known; k++)
        known = figures[k]->low == figure->low && strcmp (figures[k]->unit, figure->unit) == 0;
      if (!known)
        figures[n++] = figure;
    }
  return n;
}

/* The longest common subsequence: how many figures both have in one order. */
static guint
count_figures (const BlMarks *marks, guint a, guint b)
{
  const BlQuantity *x[MAX_FIGURES], *y[MAX_FIGURES];
  const guint n = read_figures (marks, a, x), m = read_figures (marks, b, y);
  guint best[MAX_FIGURES + 1] = { 0 };
  for (guint i = 0; i < n; i++)
    for (guint k = 0, corner = 0; k < m; k++)
      {
        const guint above = best[k + 1];
        const gboolean equal = x[i]->low == y[k]->low && strcmp (x[i]->unit, y[k]->unit) == 0;
        best[k + 1] = equal ? corner + 1 : MAX (above, best[k]);
        corner = above;
      }
  return best[m];
}

static const char *
plural (guint n)
{
  return n == 1 ? "" : "s";
}

char *
bl_marks_shared (const BlMarks *marks, guint a, guint b)
{
  const guint quotations = count_quotations (marks, a, b), figures = count_figures (marks, a, b);
  if (figures >= LEAST_FIGURES && quotations > 0)
    return g_strdup_printf ("%u rare quotation%s and %u figures in one order", quotations, plural (quotations), figures);
  if (figures >= LEAST_FIGURES)
    return g_strdup_printf ("%u figures in one order", figures);
  if (quotations > 0)
    return g_strdup_printf ("%u rare quotation%s", quotations, plural (quotations));
  return NULL;
}

/* --- errors -------------------------------------------------------------------------------------------------------- */

/* What is wrong, for comparing; NULL when nothing is, as far as the claim alone tells. Owned by the caller. */
static char *
error_of (const BlClaim *claim)
{
  if ((claim->voice & BL_VOICE_BOILERPLATE) != 0)
    return NULL;
  if (strcmp (claim->predicate, "is-named") == 0)
    {
      const BlNameDetail *detail = claim->detail;
      if ((detail->how != BL_HOW_CONTEXT && detail->how != BL_HOW_NEAR) || detail->ambiguous || detail->person == NULL)
        return NULL;
      g_autofree char *spelled = bl_fold_letters (claim->value.surface, -1);
      return g_strdup_printf ("name %s %s", detail->person->id, spelled);
    }
  if (strcmp (claim->predicate, "on-weekday") == 0)
    {
      BlDate date;
      if (!bl_date_parse (claim->key[0].value, &date)
          || strcmp (bl_weekday_name (bl_julian_weekday (bl_date_first_day (date))), claim->value.text) == 0)
        return NULL;
      return g_strdup_printf ("weekday %s %s", claim->key[0].value, claim->value.text);
    }
  if (strcmp (claim->predicate, "spans-years") == 0)
    {
      const BlSpanDetail *detail = claim->detail;
      if (detail->until_year == 0 || detail->since.written.precision == BL_DATE_UNKNOWN)
        return NULL;
      const double off = detail->years - (detail->until_year - detail->since.written.year);
      return fabs (off) < 2 ? NULL : g_strdup_printf ("span %g %d", detail->years, detail->since.written.year);
    }
  return NULL;
}

typedef struct
{
  guint article;
  const char *text;
} Maker;

static gboolean
is_of_one_week (const BlArticle *a, const BlArticle *b)
{
  const gint32 x = bl_date_first_day (a->published), y = bl_date_first_day (b->published);
  return x == 0 || y == 0 || ABS (x - y) <= ERROR_DAYS;
}

static void
pair_makers (const GPtrArray *article_claims, const GArray *makers, GArray *out)
{
  for (guint i = 0; i < makers->len && makers->len <= RARE; i++)
    for (guint k = i + 1; k < makers->len; k++)
      {
        const Maker *a = &g_array_index (makers, Maker, i), *b = &g_array_index (makers, Maker, k);
        const BlArticle *x = article_of (article_claims, a->article), *y = article_of (article_claims, b->article);
        const BlSharedError shared = { .a = a->article, .b = b->article, .text = b->text };
        if (x->source != y->source && is_of_one_week (x, y))
          g_array_append_val (out, shared);
      }
}

static int
compare_shared (gconstpointer a, gconstpointer b)
{
  const BlSharedError *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  return strcmp (x->text, y->text);
}

GArray *
bl_marks_errors (const GPtrArray *article_claims)
{
  g_autoptr (GHashTable) errors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < article_claims->len; i++)
    {
      const GPtrArray *claims = bl_article_claims_list (article_claims->pdata[i]);
      for (guint k = 0; k < claims->len; k++)
        {
          const BlClaim *claim = claims->pdata[k];
          g_autofree char *error = error_of (claim);
          if (error == NULL)
            continue;
          const Maker maker = { .article = i, .text = claim->at.text };
          GArray *makers = g_hash_table_lookup (errors, error);
          if (makers == NULL)
            {
              makers = g_array_new (FALSE, FALSE, sizeof (Maker));
              g_hash_table_insert (errors, g_steal_pointer (&error), makers);
            }
          if (makers->len == 0 || g_array_index (makers, Maker, makers->len - 1).article != i)
            g_array_append_val (makers, maker);
        }
    }
  GArray *out = g_array_new (FALSE, FALSE, sizeof (BlSharedError));
  GHashTableIter iter;
  gpointer makers;
  g_hash_table_iter_init (&iter, errors);
  while (g_hash_table_iter_next (&iter, NULL, &makers))
    pair_makers (article_claims, makers, out);
  g_array_sort (out, compare_shared);
  return out;
}
