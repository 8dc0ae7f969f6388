#include "truth/table.h"

#include "truth/builder.h"

#include <string.h>

void
bl_truth_table_free (BlTruthTable *table)
{
  if (table == NULL)
    return;
  bl_arena_free (table->arena);
  g_free (table);
}

/* The claims of each source: a counting sort, so they stay in the order of their ids. */
static void
index_claims (BlTruthTable *table)
{
  const guint32 n = table->n_sources;
  table->source_claims = bl_arena_alloc (table->arena, (n + 1) * sizeof (guint32));
  table->source_claim = bl_arena_alloc (table->arena, (table->n_claims + 1) * sizeof (guint32));
  for (guint32 c = 0; c < table->n_claims; c++)
    table->source_claims[table->claim_source[c] + 1]++;
  for (guint32 s = 0; s < n; s++)
    table->source_claims[s + 1] += table->source_claims[s];
  g_autofree guint32 *at = g_new (guint32, n + 1);
  memcpy (at, table->source_claims, (n + 1) * sizeof *at);
  for (guint32 c = 0; c < table->n_claims; c++)
    table->source_claim[at[table->claim_source[c]]++] = c;
}

/* The distinct sources of each item, in order: two counting sorts by way of the claims of each source. */
static void
index_items (BlTruthTable *table)
{
  const guint32 n = table->n_items;
  table->item_sources = bl_arena_alloc (table->arena, (n + 1) * sizeof (guint32));
  guint32 *sources = bl_arena_alloc (table->arena, (table->n_claims + 1) * sizeof (guint32));
  g_autofree guint32 *at = g_new0 (guint32, n + 1);
  for (int filling = 0; filling < 2; filling++)
    {
      for (guint32 s = 0; s < table->n_sources; s++)
        for (guint32 k = table->source_claims[s], last = G_MAXUINT32; k < table->source_claims[s + 1]; k++)
          {
            const guint32 item = bl_truth_claim_item (table, table->source_claim[k]);
            if (item != last && filling)
              sources[at[item]++] = s;
            else if (item != last)
              table->item_sources[item + 1]++;
            last = item;
          }
      for (guint32 i = 0; i < n && !filling; i++)
        {
          at[i] = table->item_sources[i];
          table->item_sources[i + 1] += table->item_sources[i];
        }
    }
  table->item_source = sources;
}

void
bl_truth_index_sources (BlTruthTable *table)
{
  index_claims (table);
  index_items (table);
}

BlTruthTable *
bl_truth_table_keep (const BlTruthTable *table, const guint8 *keep)
{
  BlTruthTable *kept = g_new (BlTruthTable, 1);
  *kept = *table;
  BlArena *arena = kept->arena = bl_arena_new ();
  guint32 n = 0;
  for (guint32 c = 0; c < table->n_claims; c++)
    n += keep[c] != 0;
  kept->claim_value = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  kept->claim_variant = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  kept->claim_source = bl_arena_alloc (arena, (n + 1) * sizeof (guint32));
  kept->claim_weight = bl_arena_alloc (arena, (n + 1) * sizeof (float));
  kept->value_claims = bl_arena_alloc (arena, (table->n_values + 1) * sizeof (guint32));
  kept->n_claims = 0;
  for (guint32 v = 0; v < table->n_values; v++)
    {
      kept->value_claims[v] = kept->n_claims;
      for (guint32 c = table->value_claims[v]; c < table->value_claims[v + 1]; c++)
        if (keep[c] != 0)
          {
            const guint32 k = kept->n_claims++;
            kept->claim_value[k] = v;
            kept->claim_variant[k] = table->claim_variant[c];
            kept->claim_source[k] = table->claim_source[c];
            kept->claim_weight[k] = table->claim_weight[c];
          }
    }
  kept->value_claims[table->n_values] = kept->n_claims;
  bl_truth_index_sources (kept);
  return kept;
}

static void
add_members (BlTruthBuilder *builder, BlTruthRow row, const BlTruthReading *reading)
{
  g_auto (GStrv) members = g_strsplit (reading->members != NULL ? reading->members : reading->folded, ";", -1);
  for (char **member = members; *member != NULL; member++)
    {
      row.value = *member;
      bl_truth_builder_add (builder, &row);
    }
}

/* All sources and items keep their ids, also those without claims: a row without a value names them. */
static void
name_all (BlTruthBuilder *builder, const BlTruthTable *table)
{
  const guint32 named = MAX (table->n_items, table->n_sources);
  for (guint32 k = 0; k < named && table->n_items > 0 && table->n_sources > 0; k++)
    {
      const guint32 item = MIN (k, table->n_items - 1);
      bl_truth_builder_add (builder, &(BlTruthRow){ .source = table->source_name[MIN (k, table->n_sources - 1)],
                                                    .object = table->item_object[item],
                                                    .attribute = table->attribute_name[table->item_attribute[item]] });
    }
}

static BlTruthRow
row_of (const BlTruthTable *table, guint32 claim, const char *value)
{
  const guint32 item = bl_truth_claim_item (table, claim);
  return (BlTruthRow){ .source = table->source_name[table->claim_source[claim]],
                       .object = table->item_object[item],
                       .attribute = table->attribute_name[table->item_attribute[item]],
                       .value = value,
                       .weight = table->claim_weight[claim] };
}

/* Other values get no tolerance, as each stands for its bucket already. */
BlTruthTable *
bl_truth_table_members (const BlTruthTable *table)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  name_all (builder, table);
  for (guint32 c = 0; c < table->n_claims; c++)
    {
      const BlTruthRow row = row_of (table, c, bl_truth_value_text (table, table->claim_value[c]));
      if (bl_truth_item_kind (table, bl_truth_claim_item (table, c)) == BL_TRUTH_SET)
        add_members (builder, row, &table->variant[table->claim_variant[c]]);
      else
        bl_truth_builder_add (builder, &row);
    }
  return bl_truth_builder_end (builder, (BlTolerance){ 0 });
}

BlTruthTable *
bl_truth_table_rebucket (const BlTruthTable *table, BlTolerance tolerance)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  name_all (builder, table);
  for (guint32 c = 0; c < table->n_claims; c++)
    {
      const BlTruthRow row = row_of (table, c, table->variant[table->claim_variant[c]].raw);
      bl_truth_builder_add (builder, &row);
    }
  return bl_truth_builder_end (builder, tolerance);
}
