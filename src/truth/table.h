/* The table of claims that every estimator of truth discovery reads: who says what of what, in columns.
 *
 * Levels, from coarse to fine, each contiguous inside the one above, all ids from 0:
 *
 *   item     an object and one attribute of it, "AA-1007" × "departs": the question
 *   value    one answer: all that counts as the same within the tolerance (a bucket)
 *   variant  one spelling or figure inside a bucket: "7:45", "7:46"
 *   claim    one source giving that answer; a source claims a value at most once, but may claim several values of an item
 *
 * Ids do not depend on the order of the input: sources are in the byte order of their names, items of object and then attribute, values
 * in the order of bl_truth_compare_values() (which breaks ties), claims by value and then source. A method that adds up in the order of
 * ids therefore gives the same bits for any order of the input rows, and needs no further care.
 *
 * bl_truth_table_keep() gives tables in which some values, items or sources have no claims. A method must bear that: a value with no
 * claim has belief 0, an item with none has no choice, a source with none keeps the method's starting trust.
 *
 * Immutable, and shared by threads, once made. Memory: about 60 bytes a claim and 100 a value. */
#pragma once

#include "truth/value.h"

/* How far two values may be apart and still be the same. */
typedef enum
{
  BL_TOLERANCE_NONE = 0, /* equal only (after folding; 7:45 pm is 19:45, 1,000 is 1000) */
  BL_TOLERANCE_ABSOLUTE, /* numbers: at most size apart; times: at most size minutes apart */
  BL_TOLERANCE_RELATIVE, /* numbers: at most size × the dominant value apart */
  BL_TOLERANCE_MINUTES,  /* times: at most size minutes apart. Whole numbers from 0 to 1439 are then times too */
  BL_TOLERANCE_AUTO,     /* by attribute, as bl_truth_auto_tolerance() says. Never in a table */
} BlToleranceKind;

typedef struct
{
  BlToleranceKind kind;
  double size;
} BlTolerance;

/* Reads "3", "1%", "10min", "auto", "0" (which is none). FALSE with a G_OPTION_ERROR_BAD_VALUE that says what would be right. */
gboolean bl_tolerance_parse (const char *text, BlTolerance *tolerance, GError **error);

/* A half-open range of ids. */
typedef struct
{
  guint32 from, to;
} BlTruthRange;

typedef struct
{
  BlArena *arena; /* owns all below */

  guint32 n_sources;
  const char **source_name;

  guint32 n_attributes;
  const char **attribute_name;
  BlTruthKind *attribute_kind;      /* one bit */
  BlTolerance *attribute_tolerance; /* what was used */

  guint32 n_items;
  const char **item_object;
  guint32 *item_attribute;
  guint32 *item_values; /* n_items + 1: where the values of an item begin */

  guint32 n_values;
  guint32 *value_item;
  guint32 *value_variants; /* n_values + 1: its variants; the first is the one that most sources give (of equals, the least) */
  guint32 *value_claims;   /* n_values + 1: its claims */

  guint32 n_variants;
  BlTruthReading *variant; /* raw is the spelling most often found; in a CLOCK attribute plain minutes are times too */

  guint32 n_claims;
  guint32 *claim_value;
  guint32 *claim_variant;
  guint32 *claim_source;
  float *claim_weight; /* how sure the reader is that the source says so, 0 < w ≤ 1; 1 unless the input says otherwise */

  guint32 *source_claims; /* n_sources + 1: where the claims of a source begin in source_claim */
  guint32 *source_claim;  /* n_claims claim ids, by source and then id: the other way round */

  guint32 *item_sources; /* n_items + 1: where the sources of an item begin in item_source */
  guint32 *item_source;  /* the distinct sources that claim anything of an item, in order */
} BlTruthTable;

void bl_truth_table_free (BlTruthTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthTable, bl_truth_table_free)

/* --- walking ------------------------------------------------------------------------------------------------------ */
static inline BlTruthRange
bl_truth_item_values (const BlTruthTable *table, guint32 item)
{
  return (BlTruthRange){ table->item_values[item], table->item_values[item + 1] };
}

static inline BlTruthRange
bl_truth_value_claims (const BlTruthTable *table, guint32 value)
{
  return (BlTruthRange){ table->value_claims[value], table->value_claims[value + 1] };
}

/* All claims of an item: those of its values stand side by side. */
static inline BlTruthRange
bl_truth_item_claims (const BlTruthTable *table, guint32 item)
{
  return (BlTruthRange){ table->value_claims[table->item_values[item]], table->value_claims[table->item_values[item + 1]] };
}

/* Indices into table->source_claim, not claim ids. */
static inline BlTruthRange
bl_truth_source_claims (const BlTruthTable *table, guint32 source)
{
  return (BlTruthRange){ table->source_claims[source], table->source_claims[source + 1] };
}

/* Indices into table->item_source. */
static inline BlTruthRange
bl_truth_item_sources (const BlTruthTable *table, guint32 item)
{
  return (BlTruthRange){ table->item_sources[item], table->item_sources[item + 1] };
}

/* |S_v|, |V_s|, |S_i|, |O_i|: how many. */
static inline guint32
bl_truth_n (BlTruthRange range)
{
  return range.to - range.from;
}

static inline guint32
bl_truth_claim_item (const BlTruthTable *table, guint32 claim)
{
  return table->value_item[table->claim_value[claim]];
}

static inline BlTruthKind
bl_truth_item_kind (const BlTruthTable *table, guint32 item)
{
  return table->attribute_kind[table->item_attribute[item]];
}

/* The text that stands for a value: its dominant variant. Borrowed. */
static inline const char *
bl_truth_value_text (const BlTruthTable *table, guint32 value)
{
  return table->variant[table->value_variants[value]].raw;
}

/* The number that a claim gives, or the minutes of its time; NaN when it gives words. The figure of the source itself, not of the bucket. */
static inline double
bl_truth_claim_number (const BlTruthTable *table, guint32 claim)
{
  const BlTruthReading *variant = &table->variant[table->claim_variant[claim]];
  return bl_truth_item_kind (table, bl_truth_claim_item (table, claim)) == BL_TRUTH_CLOCK ? variant->minutes : variant->number;
}

/* --- making ------------------------------------------------------------------------------------------------------- */
/* Collects claims in any order. */
typedef struct BlTruthBuilder BlTruthBuilder;

BlTruthBuilder *bl_truth_builder_new (void);
void bl_truth_builder_free (BlTruthBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTruthBuilder, bl_truth_builder_free)

typedef struct
{
  const char *source, *object, *attribute; /* valid UTF-8; copied */
  const char *value;                       /* the same; NULL only makes the source and the item known, without a claim */
  double weight;                           /* as claim_weight; 0 counts as 1 */
} BlTruthRow;

void bl_truth_builder_add (BlTruthBuilder *builder, const BlTruthRow *row);
guint bl_truth_builder_n_rows (const BlTruthBuilder *builder);

/* Takes the builder. Repeated claims count once. O(n log n). */
BlTruthTable *bl_truth_builder_end (BlTruthBuilder *builder, BlTolerance tolerance);

/* The same table with only the claims c for which keep[c] is not 0; all ids but those of claims stay as they are (claims are numbered
 * anew in the same order). For predictions that hold claims out, and for methods that look at one attribute. Shares the
 * strings: table must outlive it. */
BlTruthTable *bl_truth_table_keep (const BlTruthTable *table, const guint8 *keep);

/* The same claims in other buckets, for methods that want near figures together when nobody has said how near. Ids of sources, items and
 * attributes are those of table, ids of values and claims are not. Has strings of its own. Where table has buckets itself, a source that
 * claims several figures of one bucket is left with one of them. */
BlTruthTable *bl_truth_table_rebucket (const BlTruthTable *table, BlTolerance tolerance);

/* A table of the members of sets, for methods of several truths: in SET attributes each (folded) member is a value of its own, and a source
 * claims all members of the sets it claims. In other attributes the values stay, in their order. Ids of sources, items and attributes are
 * those of table; ids of values are not. Has strings of its own. */
BlTruthTable *bl_truth_table_members (const BlTruthTable *table);
