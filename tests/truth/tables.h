/* What the tests of this folder share: tables from text and from a seed. */
#pragma once

#include "truth/truth.h"

#include <string.h>

/* Rows "source object attribute value" separated by spaces, a row a line; the caller's. */
static inline BlTruthTable *
table_of_rows (const char *text, BlTolerance tolerance)
{
  BlTruthBuilder *builder = bl_truth_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, " ", 4);
      if (g_strv_length (cells) < 4)
        continue;
      bl_truth_builder_add (builder,
                            &(BlTruthRow){ .source = cells[0], .object = cells[1], .attribute = cells[2], .value = cells[3] });
    }
  return bl_truth_builder_end (builder, tolerance);
}

static inline BlTruthResult *
run_method (const char *name, const BlTruthTable *table, guint rounds)
{
  const BlTruthMethod *method = bl_truth_method_find (name);
  g_assert_nonnull (method);
  g_autoptr (GError) error = NULL;
  BlTruthResult *result = bl_truth_run (method, table, &(BlTruthOptions){ .max_iterations = rounds }, &error);
  g_assert_no_error (error);
  return result;
}
