/* Rows, cut into variants, buckets (values) and claims. Item by item, so that what is needed besides is as large as the largest item. */
#include "truth/bucket.h"
#include "truth/builder.h"

#include <math.h>
#include <string.h>

/* --- one item ----------------------------------------------------------------------------------------------------- */

/* A row of the item with what it says. */
typedef struct
{
  BlTruthReading reading;
  guint32 source;
  guint32 variant; /* of the item, in value order */
  float weight;
} Cell;

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer user)
{
  const Cell *x = a, *y = b;
  const BlTruthKind kind = (BlTruthKind) GPOINTER_TO_UINT (user);
  int order = bl_truth_compare_values (kind, &x->reading, &y->reading);
  order = order != 0 ? order : strcmp (x->reading.raw, y->reading.raw);
  order = order != 0 ? order : (x->source > y->source) - (x->source < y->source);
  return order != 0 ? order : (x->weight < y->weight) - (x->weight > y->weight);
}

/* The reading as its attribute takes it: where nobody says am or pm, the clock has 24 hours; where minutes are asked for, 720 is noon. */
static BlTruthReading
in_kind (BlTruthReading reading, BlTruthKind kind, gboolean halves)
{
  if (kind != BL_TRUTH_CLOCK)
    return reading;
  if (isnan (reading.minutes) && reading.number >= 0 && reading.number < 1440)
    reading.minutes = reading.number;
  reading.half_known = reading.half_known || !halves;
  return reading;
}

/* Columns under construction; grown by whole items. */
typedef struct
{
  BlTruthTable *table;
  const BlTruthIdRows *rows;
  GArray *variants;       /* BlTruthReading */
  GArray *value_variants; /* guint32 */
  GArray *value_claims;   /* guint32 */
  GArray *value_item;     /* guint32 */
  GArray *claims;         /* Claim */
  gboolean *halves;       /* by attribute: somebody says am or pm */
} Cut;

typedef struct
{
  guint32 value, variant, source;
  float weight;
} Claim;

/* The variants of one item: cells sorted, numbered, and for each the first cell and the number of distinct sources. */
typedef struct
{
  GArray *cells;    /* Cell */
  GArray *readings; /* BlTruthReading: the spelling most often found; of equals the first */
  GArray *support;  /* guint32 */
  guint32 *bucket;
} Item;

static void
item_clear (Item *item)
{
  g_array_unref (item->cells);
  g_array_unref (item->readings);
  g_array_unref (item->support);
  g_free (item->bucket);
}

/* Distinct sources among cells from … to−1, which are sorted by spelling and source. */
static guint32
count_sources (const Item *item, guint from, guint to, GHashTable *seen)
{
  g_hash_table_remove_all (seen);
  for (guint i = from; i < to; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (item->cells, Cell, i).source + 1));
  return g_hash_table_size (seen);
}

/* The spelling of most cells from … to−1, which stand together by spelling. */
static const BlTruthReading *
common_spelling (const Item *item, guint from, guint to)
{
  guint best = from, best_n = 0;
  for (guint i = from; i < to;)
    {
      const char *raw = g_array_index (item->cells, Cell, i).reading.raw;
      guint end = i;
      while (end < to && strcmp (g_array_index (item->cells, Cell, end).reading.raw, raw) == 0)
        end++;
      if (end - i > best_n)
        {
          best = i;
          best_n = end - i;
        }
      i = end;
    }
  return &g_array_index (item->cells, Cell, best).reading;
}

static void
number_variants (Item *item, BlTruthKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guint n = item->cells->len;
  for (guint from = 0; from < n;)
    {
      guint to = from;
      const Cell *first = &g_array_index (item->cells, Cell, from);
      for (; to < n; to++)
        {
          Cell *cell = &g_array_index (item->cells, Cell, to);
          if (bl_truth_compare_values (kind, &first->reading, &cell->reading) != 0)
            break;
          cell->variant = item->support->len;
        }
      const guint32 support = count_sources (item, from, to, seen);
      g_array_append_val (item->support, support);
      g_array_append_vals (item->readings, common_spelling (item, from, to), 1);
      from = to;
    }
}

/* --- from the item to the table ----------------------------------------------------------------------------------- */

/* A variant with its place: buckets in the order of their centres, in them by support and order. */
typedef struct
{
  guint32 centre, support, variant;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *x = a, *y = b;
  if (x->centre != y->centre)
    return (x->centre > y->centre) - (x->centre < y->centre);
  /* The centre has most support of its bucket and comes before its equals. */
  const gboolean centre = x->variant == x->centre, other = y->variant == y->centre;
  if (centre != other)
    return other - centre;
  return x->support != y->support ? (x->support < y->support) - (x->support > y->support)
                                  : (x->variant > y->variant) - (x->variant < y->variant);
}

static int
compare_claims (const void *a, const void *b)
{
  const Claim *x = a, *y = b;
  int order = (x->value > y->value) - (x->value < y->value);
  order = order != 0 ? order : (x->source > y->source) - (x->source < y->source);
  order = order != 0 ? order : (x->variant > y->variant) - (x->variant < y->variant);
  return order != 0 ? order : (x->weight < y->weight) - (x->weight > y->weight);
}

/* Writes variants and values; where[v] becomes the value and the variant in the table of variant v of the item. */
static void
add_values (Cut *cut, const Item *item, guint32 id, Claim *where)
{
  const guint32 n = item->support->len;
  g_autofree Place *places = g_new (Place, n + 1);
  for (guint32 v = 0; v < n; v++)
    places[v] = (Place){ item->bucket[v], g_array_index (item->support, guint32, v), v };
  qsort (places, n, sizeof *places, compare_places);
  for (guint32 i = 0; i < n; i++)
    {
      if (i == 0 || places[i].centre != places[i - 1].centre)
        {
          g_array_append_val (cut->value_item, id);
          g_array_append_val (cut->value_variants, cut->variants->len);
        }
      where[places[i].variant] = (Claim){ .value = cut->value_item->len - 1, .variant = cut->variants->len };
      g_array_append_val (cut->variants, g_array_index (item->readings, BlTruthReading, places[i].variant));
    }
}

static void
add_claims (Cut *cut, const Item *item, const Claim *where, guint32 first_value)
{
  const guint n = item->cells->len;
  g_autofree Claim *claims = g_new (Claim, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const Cell *cell = &g_array_index (item->cells, Cell, i);
      claims[i] = where[cell->variant];
      claims[i].source = cell->source;
      claims[i].weight = cell->weight;
    }
  qsort (claims, n, sizeof *claims, compare_claims);
  guint32 next = first_value;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && claims[i].value == claims[i - 1].value && claims[i].source == claims[i - 1].source)
        continue;
      for (; next <= claims[i].value; next++)
        g_array_append_val (cut->value_claims, cut->claims->len);
      g_array_append_val (cut->claims, claims[i]);
    }
}

static void
add_item (Cut *cut, guint32 id, guint32 from, guint32 to)
{
  const guint32 attribute = cut->table->item_attribute[id];
  const BlTruthKind kind = cut->table->attribute_kind[attribute];
  Item item = { .cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), to - from),
                .readings = g_array_new (FALSE, FALSE, sizeof (BlTruthReading)),
                .support = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  for (guint32 r = from; r < to; r++)
    {
      const BlTruthIdRow *row = &cut->rows->rows[r];
      if (row->value == BL_TRUTH_NO_VALUE)
        continue;
      const Cell cell = { .reading = in_kind (cut->rows->readings[row->value], kind, cut->halves[attribute]),
                          .source = row->source,
                          .weight = row->weight };
      g_array_append_val (item.cells, cell);
    }
  g_array_sort_with_data (item.cells, compare_cells, GUINT_TO_POINTER (kind));
  number_variants (&item, kind);
  item.bucket = g_new (guint32, item.support->len + 1);
  bl_truth_bucket (&(BlTruthBuckets){ .kind = kind,
                                      .tolerance = cut->table->attribute_tolerance[attribute],
                                      .variants = (const BlTruthReading *) (gpointer) item.readings->data,
                                      .support = (const guint32 *) (gpointer) item.support->data,
                                      .n = item.support->len },
                   item.bucket);
  g_autofree Claim *where = g_new (Claim, item.support->len + 1);
  const guint32 first_value = cut->value_item->len;
  cut->table->item_values[id] = first_value;
  add_values (cut, &item, id, where);
  add_claims (cut, &item, where, first_value);
  item_clear (&item);
}

/* Copies an array into the arena, with the end as one more entry when it is an index. */
static void *
settle (BlArena *arena, GArray *array, guint32 end)
{
  if (g_array_get_element_size (array) == sizeof end)
    g_array_append_val (array, end);
  const gsize size = (gsize) array->len * g_array_get_element_size (array);
  void *copy = bl_arena_alloc (arena, size + 1);
  if (size > 0)
    memcpy (copy, array->data, size);
  g_array_unref (array);
  return copy;
}

static void
settle_claims (BlTruthTable *table, GArray *claims)
{
  BlArena *arena = table->arena;
  const guint32 n = table->n_claims = claims->len;
  table->claim_value = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  table->claim_variant = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  table->claim_source = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  table->claim_weight = bl_arena_alloc (arena, (n + 1) * sizeof (float));
  for (guint32 c = 0; c < n; c++)
    {
      const Claim *claim = &g_array_index (claims, Claim, c);
      table->claim_value[c] = claim->value;
      table->claim_variant[c] = claim->variant;
      table->claim_source[c] = claim->source;
      table->claim_weight[c] = claim->weight;
    }
  g_array_unref (claims);
}

void
bl_truth_cut_columns (BlTruthTable *table, BlTruthIdRows *rows)
{
  g_autofree gboolean *halves = g_new0 (gboolean, table->n_attributes + 1);
  for (guint32 r = 0; r < rows->n; r++)
    if (rows->rows[r].value != BL_TRUTH_NO_VALUE)
      halves[rows->rows[r].attribute] |= rows->readings[rows->rows[r].value].half_stated;
  Cut cut = { .table = table,
              .rows = rows,
              .variants = g_array_new (FALSE, FALSE, sizeof (BlTruthReading)),
              .value_variants = g_array_new (FALSE, FALSE, sizeof (guint32)),
              .value_claims = g_array_new (FALSE, FALSE, sizeof (guint32)),
              .value_item = g_array_new (FALSE, FALSE, sizeof (guint32)),
              .claims = g_array_new (FALSE, FALSE, sizeof (Claim)),
              .halves = halves };
  table->item_values = bl_arena_alloc (table->arena, (table->n_items + 1) * sizeof (guint32));
  for (guint32 from = 0; from < rows->n;)
    {
      guint32 to = from;
      while (to < rows->n && rows->rows[to].item == rows->rows[from].item)
        to++;
      add_item (&cut, rows->rows[from].item, from, to);
      from = to;
    }
  table->n_values = cut.value_item->len;
  table->n_variants = cut.variants->len;
  table->item_values[table->n_items] = table->n_values;
  table->value_item = settle (table->arena, cut.value_item, G_MAXUINT32);
  table->value_variants = settle (table->arena, cut.value_variants, table->n_variants);
  table->value_claims = settle (table->arena, cut.value_claims, cut.claims->len);
  table->variant = settle (table->arena, cut.variants, 0);
  settle_claims (table, cut.claims);
  bl_truth_index_sources (table);
}
