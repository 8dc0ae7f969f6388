#include "report/matrix.h"

#include "report/fact_words.h"

/* Articles further apart than this are not tied by a fact that both have: ages and offices stay the same for years. */
#define EVENT_DAYS 7

/* --- freeing ------------------------------------------------------------------------------------------------------- */

static void
cell_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static void
row_free (gpointer data)
{
  BlMatrixRow *row = data;
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
column_free (gpointer data)
{
  BlMatrixColumn *column = data;
  g_ptr_array_unref (column->sources);
  g_free (column);
}

static void
event_free (gpointer data)
{
  BlMatrixEvent *event = data;
  g_ptr_array_unref (event->columns);
  g_ptr_array_unref (event->rows);
  g_free (event);
}

void
bl_matrix_free (BlMatrix *matrix)
{
  if (matrix == NULL)
    return;
  g_ptr_array_unref (matrix->events);
  g_ptr_array_unref (matrix->facts);
  g_free (matrix);
}

/* --- events: articles tied by facts ---------------------------------------------------------------------------------- */

static const BlArticle *
article_of (const BlSharedFact *fact, guint i)
{
  return g_array_index (fact->entries, BlFactEntry, i).claim->at.article;
}

/* Undated ones stand behind the others. */
static int
compare_days (const BlArticle *a, const BlArticle *b)
{
  const gint32 x = bl_date_first_day (a->published), y = bl_date_first_day (b->published);
  if ((x == 0) != (y == 0))
    return x == 0 ? 1 : -1;
  if (x != y)
    return x < y ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  return compare_days (*(const BlArticle *const *) a, *(const BlArticle *const *) b);
}

static GPtrArray *
articles_by_day (const BlSharedFact *fact)
{
  GPtrArray *articles = g_ptr_array_new ();
  for (guint i = 0; i < fact->entries->len; i++)
    g_ptr_array_add (articles, (gpointer) article_of (fact, i));
  g_ptr_array_sort (articles, compare_articles);
  return articles;
}

static void
tie_articles (guint *parents, const BlSharedFact *fact)
{
  g_autoptr (GPtrArray) articles = articles_by_day (fact);
  for (guint i = 1; i < articles->len; i++)
    {
      const BlArticle *a = articles->pdata[i - 1], *b = articles->pdata[i];
      const gint32 x = bl_date_last_day (a->published), y = bl_date_first_day (b->published);
      if (x != 0 && y != 0 && y - x > EVENT_DAYS)
        continue;
      bl_sets_join (parents, a->index, b->index);
    }
}

static gboolean
is_in_focus (const BlRun *run, const BlSharedFact *fact)
{
  for (guint i = 0; run->focus != NULL && i < fact->entries->len; i++)
    if (run->focus[article_of (fact, i)->index])
      return TRUE;
  return run->focus == NULL;
}

/* --- one event ------------------------------------------------------------------------------------------------------- */

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  return bl_shared_fact_compare (*(const BlSharedFact *const *) a, *(const BlSharedFact *const *) b);
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const BlMatrixColumn *x = *(const BlMatrixColumn *const *) a, *y = *(const BlMatrixColumn *const *) b;
  if (x->n_facts != y->n_facts)
    return x->n_facts > y->n_facts ? -1 : 1;
  return (x->witness > y->witness) - (x->witness < y->witness);
}

static BlMatrixColumn *
column_of (GPtrArray *columns, GHashTable *index, const BlRun *run, guint witness)
{
  BlMatrixColumn *column = g_hash_table_lookup (index, GUINT_TO_POINTER (witness + 1));
  if (column == NULL)
    {
      column = g_new0 (BlMatrixColumn, 1);
      column->witness = witness;
      column->name = bl_origins_witness_name (run->origins, witness);
      column->sources = g_ptr_array_new ();
      g_ptr_array_add (columns, column);
      g_hash_table_insert (index, GUINT_TO_POINTER (witness + 1), column);
    }
  return column;
}

/* Who speaks in the event, of how many of its facts. */
static GPtrArray *
make_columns (const BlRun *run, const GPtrArray *facts)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
      for (guint k = 0; k < fact->entries->len; k++)
        {
          BlMatrixColumn *column = column_of (columns, index, run, g_array_index (fact->entries, BlFactEntry, k).witness);
          const BlSource *source = article_of (fact, k)->source;
          column->n_facts += g_hash_table_add (counted, column);
          if (source != NULL && !g_ptr_array_find (column->sources, source, NULL))
            g_ptr_array_add (column->sources, (gpointer) source);
        }
    }
  g_ptr_array_sort (columns, compare_columns);
  return columns;
}

static void
add_saying (BlMatrixRow *row, guint column, const BlFactEntry *entry)
{
  GArray *cell = row->cells->pdata[column];
  if (cell == NULL)
    row->cells->pdata[column] = cell = g_array_new (FALSE, FALSE, sizeof (BlMatrixSaying));
  for (guint i = 0; i < cell->len; i++)
    {
      BlMatrixSaying *saying = &g_array_index (cell, BlMatrixSaying, i);
      if (saying->value == entry->value)
        {
          saying->n_articles++;
          return;
        }
    }
  const BlMatrixSaying saying = { .value = entry->value, .claim = entry->claim, .n_articles = 1 };
  g_array_append_val (cell, saying);
}

static void
number_letters (BlMatrixRow *row)
{
  g_autofree guint *letters = g_new0 (guint, row->fact->n_values + 1); /* letter + 1 */
  guint n = 0;
  for (guint i = 0; i < row->cells->len; i++)
    {
      GArray *cell = row->cells->pdata[i];
      for (guint k = 0; cell != NULL && k < cell->len; k++)
        {
          BlMatrixSaying *saying = &g_array_index (cell, BlMatrixSaying, k);
          if (letters[saying->value] == 0)
            letters[saying->value] = ++n;
          saying->letter = letters[saying->value] - 1;
        }
    }
}

static BlMatrixRow *
make_row (const BlSharedFact *fact, const GPtrArray *columns)
{
  BlMatrixRow *row = g_new0 (BlMatrixRow, 1);
  row->fact = fact;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_set_size (row->cells, (gint) columns->len);
  for (guint i = 0; i < fact->entries->len; i++)
    {
      const BlFactEntry *entry = &g_array_index (fact->entries, BlFactEntry, i);
      for (guint k = 0; k < columns->len; k++)
        if (((const BlMatrixColumn *) columns->pdata[k])->witness == entry->witness)
          add_saying (row, k, entry);
    }
  number_letters (row);
  return row;
}

static void
take_days (BlMatrixEvent *event, const BlSharedFact *fact)
{
  for (guint i = 0; i < fact->entries->len; i++)
    {
      const BlArticle *article = article_of (fact, i);
      if (event->earliest == NULL || compare_days (article, event->earliest) < 0)
        event->earliest = article;
      if (bl_date_first_day (article->published) != 0 && (event->latest == NULL || compare_days (article, event->latest) > 0))
        event->latest = article;
    }
}

static BlMatrixEvent *
make_event (const BlRun *run, GPtrArray *facts)
{
  BlMatrixEvent *event = g_new0 (BlMatrixEvent, 1);
  g_ptr_array_sort (facts, compare_facts);
  event->n_facts = facts->len;
  event->columns = make_columns (run, facts);
  if (event->columns->len > BL_MATRIX_COLUMNS)
    {
      event->n_columns_out = event->columns->len - BL_MATRIX_COLUMNS;
      g_ptr_array_set_size (event->columns, BL_MATRIX_COLUMNS);
    }
  event->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      event->n_disputed += fact->n_values > 1;
      take_days (event, fact);
      if (i < BL_MATRIX_ROWS)
        g_ptr_array_add (event->rows, make_row (fact, event->columns));
    }
  return event;
}

/* --- the matrix ------------------------------------------------------------------------------------------------------ */

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const BlMatrixEvent *x = *(const BlMatrixEvent *const *) a, *y = *(const BlMatrixEvent *const *) b;
  if (x->n_disputed != y->n_disputed)
    return x->n_disputed > y->n_disputed ? -1 : 1;
  if (x->n_facts != y->n_facts)
    return x->n_facts > y->n_facts ? -1 : 1;
  return compare_days (x->earliest, y->earliest);
}

/* The facts of each event (GPtrArray of borrowed facts), by the root of its articles. */
static GHashTable *
group_facts (const BlRun *run, const GPtrArray *facts)
{
  const guint n = bl_corpus_n_articles (run->corpus);
  g_autofree guint *parents = bl_sets_new (n);
  for (guint i = 0; i < facts->len; i++)
    tie_articles (parents, facts->pdata[i]);
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < facts->len; i++)
    {
      if (!is_in_focus (run, facts->pdata[i]))
        continue;
      g_autoptr (GPtrArray) articles = articles_by_day (facts->pdata[i]);
      const guint root = bl_sets_root (parents, ((const BlArticle *) articles->pdata[0])->index);
      GPtrArray *group = g_hash_table_lookup (groups, GUINT_TO_POINTER (root));
      if (group == NULL)
        g_hash_table_insert (groups, GUINT_TO_POINTER (root), group = g_ptr_array_new ());
      g_ptr_array_add (group, facts->pdata[i]);
    }
  return groups;
}

BlMatrix *
bl_matrix_new (const BlRun *run)
{
  BlMatrix *matrix = g_new0 (BlMatrix, 1);
  matrix->facts = bl_run_facts (run);
  matrix->events = g_ptr_array_new_with_free_func (event_free);
  g_autoptr (GHashTable) groups = group_facts (run, matrix->facts);
  GHashTableIter iter;
  gpointer group;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (matrix->events, make_event (run, group));
  g_ptr_array_sort (matrix->events, compare_events);
  matrix->n_events = matrix->events->len;
  if (matrix->events->len > BL_MATRIX_EVENTS)
    g_ptr_array_set_size (matrix->events, BL_MATRIX_EVENTS);
  return matrix;
}
