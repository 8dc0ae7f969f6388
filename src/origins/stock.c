#include "origins/stock.h"

#include "origins/radix.h"

#include <string.h>

/* Articles of their own in which a run must stand. */
#define LEAST_OF_SOURCE 3
#define LEAST_OF_CORPUS 8

/* An article is its own when one run in so many is not repeated elsewhere. */
#define OWN_SHARE 3

/* Runs that are sorted together. */
#define SLICE (4u << 20)

/* Texts of the whole corpus from which the runs are taken that may stand in half of all. */
#define SAMPLE 32

/* The articles of one source, or of the corpus. */
typedef struct
{
  BlShingles *texts;
  const guint *members; /* text by member */
  guint n;
  guint least;      /* texts in which a run is repeated */
  guint least_own;  /* of these, texts of their own */
  guint *repeated;  /* by member: runs that are repeated */
  GArray *stock;    /* guint32, sorted: the outcome */
  GArray *suspects; /* guint64: repeated runs, each with its member; by run */
} Shelf;

static gboolean
is_own (const Shelf *shelf, guint member)
{
  const guint n = shelf->texts[shelf->members[member]].n;
  return (n - shelf->repeated[member]) * OWN_SHARE >= n && n > 0;
}

/* Adds the runs of rows, sorted by run, that stand in enough texts. */
static void
collect_repeated (Shelf *shelf, const GArray *rows)
{
  const guint64 *row = (const guint64 *) (gpointer) rows->data;
  for (guint i = 0, end; i < rows->len; i = end)
    {
      for (end = i + 1; end < rows->len && row[end] >> 32 == row[i] >> 32; end++)
        ;
      if (end - i < shelf->least)
        continue;
      g_array_append_vals (shelf->suspects, row + i, end - i);
      for (guint k = i; k < end; k++)
        shelf->repeated[row[k] & G_MAXUINT32]++;
    }
}

static void
decide (Shelf *shelf)
{
  const guint64 *row = (const guint64 *) (gpointer) shelf->suspects->data;
  for (guint i = 0, end; i < shelf->suspects->len; i = end)
    {
      guint n_own = 0;
      for (end = i; end < shelf->suspects->len && row[end] >> 32 == row[i] >> 32; end++)
        n_own += is_own (shelf, (guint) (row[end] & G_MAXUINT32));
      const guint32 run = (guint32) (row[i] >> 32);
      if (n_own >= shelf->least_own)
        g_array_append_val (shelf->stock, run);
    }
}

/* Appends the runs of a text that lie in [from, to]; *at is where the slice before ended. */
static void
append_runs (const BlShingles *text, guint member, guint *at, guint64 to, GArray *rows)
{
  for (; *at < text->n && text->runs[*at] <= to; (*at)++)
    {
      const guint64 row = (guint64) text->runs[*at] << 32 | member;
      g_array_append_val (rows, row);
    }
}

/* All runs of all members, a slice of their values at a time. */
static void
find_repeated (Shelf *shelf)
{
  guint64 n_runs = 0;
  for (guint i = 0; i < shelf->n; i++)
    n_runs += shelf->texts[shelf->members[i]].n;
  const guint64 n_slices = n_runs / SLICE + 1, width = (G_GUINT64_CONSTANT (1) << 32) / n_slices + 1;
  g_autofree guint *at = g_new0 (guint, shelf->n);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint64 slice = 0; slice < n_slices; slice++)
    {
      g_array_set_size (rows, 0);
      for (guint i = 0; i < shelf->n; i++)
        append_runs (&shelf->texts[shelf->members[i]], i, &at[i], (slice + 1) * width - 1, rows);
      bl_radix_sort ((guint64 *) (gpointer) rows->data, rows->len, 32, 64);
      collect_repeated (shelf, rows);
    }
}

static void
shelf_init (Shelf *shelf)
{
  shelf->repeated = g_new0 (guint, shelf->n);
  shelf->stock = g_array_new (FALSE, FALSE, sizeof (guint32));
  shelf->suspects = g_array_new (FALSE, FALSE, sizeof (guint64));
}

static void
shelf_clear (Shelf *shelf)
{
  g_free (shelf->repeated);
  g_array_unref (shelf->stock);
  g_array_unref (shelf->suspects);
}

/* --- sources ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  BlShingles *texts;
  guint *members; /* texts by source */
  guint *first;   /* by source: its members are [first, next first) */
} Sources;

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer data)
{
  const BlShingles *texts = data;
  const guint x = *(const guint *) a, y = *(const guint *) b;
  if (texts[x].text != texts[y].text)
    return texts[x].text < texts[y].text ? -1 : 1;
  return (x > y) - (x < y);
}

/* Moves one of each group of equal texts to the front: an article that stands twice in a corpus repeats nothing. Returns their number. */
static guint
keep_distinct (BlShingles *texts, guint *members, guint n)
{
  guint kept = 0;
  g_qsort_with_data (members, (gint) n, sizeof members[0], compare_texts, texts);
  for (guint i = 0; i < n; i++)
    if (i == 0 || texts[members[i]].text != texts[members[kept - 1]].text)
      {
        const guint member = members[i];
        members[i] = members[kept];
        members[kept++] = member;
      }
  return kept;
}

static void
clean_source (guint index, gpointer data)
{
  const Sources *sources = data;
  guint *members = sources->members + sources->first[index];
  const guint n = sources->first[index + 1] - sources->first[index];
  if (n < LEAST_OF_SOURCE)
    return;
  Shelf shelf = { .texts = sources->texts, .members = members, .least = LEAST_OF_SOURCE, .least_own = LEAST_OF_SOURCE };
  shelf.n = keep_distinct (sources->texts, members, n);
  shelf_init (&shelf);
  find_repeated (&shelf);
  decide (&shelf);
  for (guint i = 0; i < n && shelf.stock->len > 0; i++)
    bl_shingles_remove (&sources->texts[members[i]], shelf.stock);
  shelf_clear (&shelf);
}

/* --- the corpus ---------------------------------------------------------------------------------------------------- */

/* What stands in half of all texts stands in some of any few. */
static GArray *
sample_runs (const BlShingles *texts, const guint *members, guint n)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  const guint step = MAX (n / SAMPLE, 1);
  for (guint i = 0; i < n; i += step)
    for (guint k = 0; k < texts[members[i]].n; k++)
      {
        const guint64 row = (guint64) texts[members[i]].runs[k] << 32;
        g_array_append_val (rows, row);
      }
  bl_radix_sort ((guint64 *) (gpointer) rows->data, rows->len, 32, 64);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint wanted = (n + step - 1) / step / 4;
  for (guint i = 0, end; i < rows->len; i = end)
    {
      for (end = i + 1; end < rows->len && g_array_index (rows, guint64, end) == g_array_index (rows, guint64, i); end++)
        ;
      const guint32 run = (guint32) (g_array_index (rows, guint64, i) >> 32);
      if (end - i >= MAX (wanted, 2))
        g_array_append_val (runs, run);
    }
  return runs;
}

/* Rows of the runs that stand in both; by run, then member. */
static GArray *
rows_of (const Shelf *shelf, const GArray *runs)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < shelf->n; i++)
    {
      const BlShingles *text = &shelf->texts[shelf->members[i]];
      for (guint k = 0, r = 0; k < text->n && r < runs->len;)
        {
          const guint32 x = text->runs[k], y = g_array_index (runs, guint32, r);
          const guint64 row = (guint64) x << 32 | i;
          if (x == y)
            g_array_append_val (rows, row);
          k += x <= y;
          r += y <= x;
        }
    }
  bl_radix_sort ((guint64 *) (gpointer) rows->data, rows->len, 32, 64);
  return rows;
}

static void
clean_corpus (BlShingles *texts, guint n)
{
  g_autofree guint *members = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    members[i] = i;
  Shelf shelf = { .texts = texts, .members = members };
  shelf.n = keep_distinct (texts, members, n);
  shelf.least = MAX (LEAST_OF_CORPUS, (shelf.n + 1) / 2);
  shelf.least_own = shelf.least;
  if (shelf.n < LEAST_OF_CORPUS)
    return;
  g_autoptr (GArray) runs = sample_runs (texts, members, shelf.n);
  if (runs->len == 0)
    return;
  shelf_init (&shelf);
  g_autoptr (GArray) rows = rows_of (&shelf, runs);
  collect_repeated (&shelf, rows);
  decide (&shelf);
  for (guint i = 0; i < n && shelf.stock->len > 0; i++)
    bl_shingles_remove (&texts[i], shelf.stock);
  shelf_clear (&shelf);
}

void
bl_stock_remove (BlShingles *texts, guint n, const guint *sources, guint n_sources, guint jobs)
{
  g_autofree guint *first = g_new0 (guint, n_sources + 2);
  g_autofree guint *members = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (sources[i] < n_sources)
      first[sources[i] + 2]++;
  for (guint i = 2; i < n_sources + 2; i++)
    first[i] += first[i - 1];
  /* first[s + 1] is where the next member of s goes: in the end it is where those of s + 1 begin. */
  for (guint i = 0; i < n; i++)
    if (sources[i] < n_sources)
      members[first[sources[i] + 1]++] = i;
  Sources all = { .texts = texts, .members = members, .first = first };
  bl_parallel_for (n_sources, jobs, clean_source, &all);
  clean_corpus (texts, n);
}
