/* From rows in any order to the columns of BlTruthTable: names get ids in byte order, cells are read once each, attributes get a kind and a
 * tolerance, and then the rows, sorted by item and value, are cut into variants, buckets and claims. */
#include "truth/builder.h"

#include <math.h>
#include <string.h>

/* --- names -------------------------------------------------------------------------------------------------------- */

/* Distinct interned strings, numbered as they come. */
typedef struct
{
  GHashTable *ids; /* pointer of the string → id + 1 */
  GPtrArray *names;
} Names;

static void
names_init (Names *names)
{
  names->ids = g_hash_table_new (NULL, NULL);
  names->names = g_ptr_array_new ();
}

static void
names_clear (Names *names)
{
  g_hash_table_unref (names->ids);
  g_ptr_array_unref (names->names);
}

static guint32
names_id (Names *names, const char *interned)
{
  guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (names->ids, interned));
  if (id == 0)
    {
      g_ptr_array_add (names->names, (gpointer) interned);
      id = names->names->len;
      g_hash_table_insert (names->ids, (gpointer) interned, GUINT_TO_POINTER (id));
    }
  return id - 1;
}

typedef struct
{
  const char *name;
  guint32 id;
} Named;

static int
compare_named (const void *a, const void *b)
{
  return strcmp (((const Named *) a)->name, ((const Named *) b)->name);
}

/* rank[id] is the place of the name in byte order; the names in that order, in arena. The caller's. */
static guint32 *
names_rank (const Names *names, BlArena *arena, const char ***sorted)
{
  const guint n = names->names->len;
  g_autofree Named *order = g_new (Named, n + 1);
  for (guint32 i = 0; i < n; i++)
    order[i] = (Named){ g_ptr_array_index (names->names, i), i };
  qsort (order, n, sizeof *order, compare_named);
  guint32 *rank = g_new (guint32, n);
  *sorted = bl_arena_alloc (arena, (n + 1) * sizeof **sorted);
  for (guint32 i = 0; i < n; i++)
    {
      rank[order[i].id] = i;
      (*sorted)[i] = order[i].name;
    }
  return rank;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */
struct BlTruthBuilder
{
  BlArena *arena;
  Names sources, objects, attributes, values;
  GArray *rows; /* BlTruthIdRow */
};

BlTruthBuilder *
bl_truth_builder_new (void)
{
  BlTruthBuilder *builder = g_new0 (BlTruthBuilder, 1);
  builder->arena = bl_arena_new ();
  names_init (&builder->sources);
  names_init (&builder->objects);
  names_init (&builder->attributes);
  names_init (&builder->values);
  builder->rows = g_array_new (FALSE, FALSE, sizeof (BlTruthIdRow));
  return builder;
}

void
bl_truth_builder_free (BlTruthBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->arena, bl_arena_free);
  names_clear (&builder->sources);
  names_clear (&builder->objects);
  names_clear (&builder->attributes);
  names_clear (&builder->values);
  g_array_unref (builder->rows);
  g_free (builder);
}

void
bl_truth_builder_add (BlTruthBuilder *builder, const BlTruthRow *row)
{
  BlArena *arena = builder->arena;
  const BlTruthIdRow ids
      = { .source = names_id (&builder->sources, bl_arena_intern (arena, row->source)),
          .object = names_id (&builder->objects, bl_arena_intern (arena, row->object)),
          .attribute = names_id (&builder->attributes, bl_arena_intern (arena, row->attribute)),
          .value = row->value != NULL ? names_id (&builder->values, bl_arena_intern (arena, row->value)) : BL_TRUTH_NO_VALUE,
          .weight = (float) (row->weight > 0 ? row->weight : 1) };
  g_array_append_val (builder->rows, ids);
}

guint
bl_truth_builder_n_rows (const BlTruthBuilder *builder)
{
  return builder->rows->len;
}

/* --- the end of collecting ---------------------------------------------------------------------------------------- */
static int
compare_item (gconstpointer a, gconstpointer b)
{
  const BlTruthIdRow *x = a, *y = b;
  return x->object != y->object ? (x->object > y->object) - (x->object < y->object)
                                : (x->attribute > y->attribute) - (x->attribute < y->attribute);
}

/* Gives items their ids: rows, already with ranks for names, are sorted by object and attribute. */
static void
number_items (BlTruthTable *table, BlTruthIdRows *rows, const char **objects)
{
  if (rows->n > 0)
    qsort (rows->rows, rows->n, sizeof *rows->rows, compare_item);
  for (guint32 r = 0; r < rows->n; r++)
    {
      table->n_items += r == 0 || compare_item (&rows->rows[r - 1], &rows->rows[r]) != 0;
      rows->rows[r].item = table->n_items - 1;
    }
  table->item_object = bl_arena_alloc (table->arena, (table->n_items + 1) * sizeof *table->item_object);
  table->item_attribute = bl_arena_alloc (table->arena, (table->n_items + 1) * sizeof *table->item_attribute);
  for (guint32 r = 0; r < rows->n; r++)
    {
      table->item_object[rows->rows[r].item] = objects[rows->rows[r].object];
      table->item_attribute[rows->rows[r].item] = rows->rows[r].attribute;
    }
}

static BlTruthReading *
read_values (const BlTruthBuilder *builder)
{
  const GPtrArray *values = builder->values.names;
  BlTruthReading *readings = g_new (BlTruthReading, values->len);
  for (guint i = 0; i < values->len; i++)
    readings[i] = bl_truth_read_value (builder->arena, g_ptr_array_index (values, i));
  return readings;
}

BlTruthTable *
bl_truth_builder_end (BlTruthBuilder *builder, BlTolerance tolerance)
{
  BlTruthTable *table = g_new0 (BlTruthTable, 1);
  table->arena = builder->arena;
  g_autofree BlTruthReading *readings = read_values (builder);
  BlTruthIdRows rows
      = { .rows = (BlTruthIdRow *) (gpointer) builder->rows->data, .n = builder->rows->len, .readings = readings };

  const char **objects;
  g_autofree guint32 *source_rank = names_rank (&builder->sources, table->arena, &table->source_name);
  g_autofree guint32 *object_rank = names_rank (&builder->objects, table->arena, &objects);
  g_autofree guint32 *attribute_rank = names_rank (&builder->attributes, table->arena, &table->attribute_name);
  table->n_sources = builder->sources.names->len;
  table->n_attributes = builder->attributes.names->len;
  for (guint32 r = 0; r < rows.n; r++)
    {
      rows.rows[r].source = source_rank[rows.rows[r].source];
      rows.rows[r].object = object_rank[rows.rows[r].object];
      rows.rows[r].attribute = attribute_rank[rows.rows[r].attribute];
    }
  number_items (table, &rows, objects);
  bl_truth_decide_kinds (table, &rows, tolerance);
  bl_truth_cut_columns (table, &rows);

  builder->arena = NULL; /* the table's now */
  bl_truth_builder_free (builder);
  bl_arena_seal (table->arena);
  return table;
}
