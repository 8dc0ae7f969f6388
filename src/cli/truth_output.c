#include "cli/truth_output.h"

#include "base/json_write.h"
#include "reliability/reliability.h"

#include <math.h>
#include <string.h>

/* Fewer claims say nothing of a source. */
#define TOO_FEW 30

/* Cells wider than this are cut in tables for eyes. */
#define CELL_WIDTH 44

/* --- rows of cells ------------------------------------------------------------------------------------------------- */

/* A cell is a text, or a number with its decimals (or %.6g when they are negative), or yes and no. */
typedef struct
{
  const char *name; /* of the column */
  enum
  {
    TEXT,
    NUMBER,
    COUNT,
    FLAG
  } type;
  const char *text; /* NULL: nothing to say */
  double number;    /* NaN: nothing to say */
} Cell;

/* All rows are written with the cells of one array, so that the three forms cannot say different things. */
typedef struct
{
  BlTruthFormat format;
  GString *out;
  GPtrArray *rows;  /* of a table for eyes: char ** by row */
  GArray *widths;   /* guint by column */
  gboolean started; /* the header of a CSV is out */
} Sheet;

static void
sheet_init (Sheet *sheet, BlTruthFormat format, GString *out)
{
  *sheet = (Sheet){ .format = format, .out = out };
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  sheet->widths = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
put_csv_text (GString *out, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
put_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.6g", number));
}

static void
put_csv (Sheet *sheet, const Cell *cells, guint n)
{
  for (guint i = 0; i < n && !sheet->started; i++)
    g_string_append_printf (sheet->out, "%s%s", i > 0 ? "," : "", cells[i].name);
  if (!sheet->started)
    g_string_append_c (sheet->out, '\n');
  sheet->started = TRUE;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (sheet->out, ',');
      if (cells[i].type == TEXT && cells[i].text != NULL)
        put_csv_text (sheet->out, cells[i].text);
      else if (cells[i].type == FLAG)
        g_string_append (sheet->out, cells[i].number > 0 ? "yes" : "no");
      else if (cells[i].type != TEXT && !isnan (cells[i].number))
        put_number (sheet->out, cells[i].number);
    }
  g_string_append_c (sheet->out, '\n');
}

static void
put_json (Sheet *sheet, const Cell *cells, guint n)
{
  bl_json_write_literal (sheet->out, "{\"version\":1");
  for (guint i = 0; i < n; i++)
    {
      if (cells[i].type == TEXT ? cells[i].text == NULL : isnan (cells[i].number))
        continue;
      g_string_append_printf (sheet->out, ",\"%s\":", cells[i].name);
      if (cells[i].type == TEXT)
        bl_json_write_string (sheet->out, cells[i].text);
      else if (cells[i].type == FLAG)
        g_string_append (sheet->out, cells[i].number > 0 ? "true" : "false");
      else
        bl_json_write_number (sheet->out, cells[i].number);
    }
  bl_json_write_literal (sheet->out, "}\n");
}

/* Control characters of the input do not reach a terminal. */
static char *
eye_text (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint width = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      if (++width > CELL_WIDTH)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_isprint (c) ? c : ' ');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
eye_cell (const Cell *cell)
{
  if (cell->type == TEXT)
    return eye_text (cell->text != NULL ? cell->text : "");
  if (cell->type == FLAG)
    return g_strdup (cell->number > 0 ? "yes" : "");
  if (isnan (cell->number))
    return g_strdup ("–");
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup (g_ascii_formatd (text, sizeof text, cell->type == COUNT ? "%.0f" : "%.3f", cell->number));
}

static void
keep_row (Sheet *sheet, char **row)
{
  for (guint i = 0; row[i] != NULL; i++)
    {
      if (sheet->widths->len <= i)
        g_array_set_size (sheet->widths, i + 1);
      guint *width = &g_array_index (sheet->widths, guint, i);
      *width = MAX (*width, (guint) g_utf8_strlen (row[i], -1));
    }
  g_ptr_array_add (sheet->rows, row);
}

static void
put_row (Sheet *sheet, const Cell *cells, guint n)
{
  if (sheet->format == BL_TRUTH_FORMAT_CSV)
    put_csv (sheet, cells, n);
  else if (sheet->format == BL_TRUTH_FORMAT_JSON)
    put_json (sheet, cells, n);
  else
    {
      if (sheet->rows->len == 0)
        {
          char **header = g_new0 (char *, n + 1);
          for (guint i = 0; i < n; i++)
            header[i] = g_strdup (cells[i].name);
          keep_row (sheet, header);
        }
      char **row = g_new0 (char *, n + 1);
      for (guint i = 0; i < n; i++)
        row[i] = eye_cell (&cells[i]);
      keep_row (sheet, row);
    }
}

static void
sheet_end (Sheet *sheet)
{
  for (guint r = 0; r < sheet->rows->len; r++)
    {
      const char *const *row = g_ptr_array_index (sheet->rows, r);
      const gsize start = sheet->out->len;
      for (guint i = 0; row[i] != NULL; i++)
        {
          const guint width = g_array_index (sheet->widths, guint, i);
          g_string_append (sheet->out, row[i]);
          for (guint pad = (guint) g_utf8_strlen (row[i], -1); pad < width + 2; pad++)
            g_string_append_c (sheet->out, ' ');
        }
      while (sheet->out->len > start && sheet->out->str[sheet->out->len - 1] == ' ')
        g_string_truncate (sheet->out, sheet->out->len - 1);
      g_string_append_c (sheet->out, '\n');
    }
  g_ptr_array_unref (sheet->rows);
  g_array_unref (sheet->widths);
}

/* --- items -------------------------------------------------------------------------------------------------------- */
static guint
count_ties (const BlTruthOutput *output)
{
  guint n = 0;
  for (guint32 i = 0; i < output->table->n_items; i++)
    n += output->result->tied[i] != 0;
  return n;
}

static void
put_item (const BlTruthOutput *output, Sheet *sheet, guint32 i)
{
  const BlTruthTable *table = output->table;
  const BlTruthResult *result = output->result;
  const BlTruthRange claims
      = result->choice[i] != G_MAXUINT32 ? bl_truth_value_claims (table, result->choice[i]) : (BlTruthRange){ 0 };
  const Cell cells[] = {
    { "object", TEXT, table->item_object[i], 0 },
    { "attribute", TEXT, table->attribute_name[table->item_attribute[i]], 0 },
    { "value", TEXT, result->text[i], 0 },
    { "confidence", NUMBER, NULL, result->text_confidence[i] },
    { "tied", FLAG, NULL, result->tied[i] },
    { "sources", COUNT, NULL, bl_truth_n (claims) },
    { "of", COUNT, NULL, bl_truth_n (bl_truth_item_sources (table, i)) },
    { "vote", TEXT, output->vote->text[i], 0 },
  };
  put_row (sheet, cells, G_N_ELEMENTS (cells));
}

static void
put_summary (const BlTruthOutput *output, GString *out)
{
  const BlTruthTable *table = output->table;
  const BlTruthResult *result = output->result;
  if (output->format == BL_TRUTH_FORMAT_JSON)
    {
      bl_json_write_literal (out, "{\"version\":1,\"summary\":{\"method\":");
      bl_json_write_string (out, output->method->name);
      if (result->remark != NULL)
        {
          bl_json_write_literal (out, ",\"remark\":");
          bl_json_write_string (out, result->remark);
        }
      g_string_append_printf (
          out, ",\"sources\":%u,\"items\":%u,\"values\":%u,\"claims\":%u,\"tied\":%u,\"rounds\":%u,\"converged\":%s",
          table->n_sources, table->n_items, table->n_values, table->n_claims, count_ties (output), result->iterations,
          result->converged ? "true" : "false");
      if (isfinite (result->log_likelihood))
        {
          bl_json_write_literal (out, ",\"log_likelihood\":");
          bl_json_write_number (out, result->log_likelihood);
        }
      bl_json_write_literal (out, "}}\n");
    }
  else if (output->format == BL_TRUTH_FORMAT_TABLE)
    {
      g_string_append_printf (out, "\n%u items, %u tied; %u claims of %u sources. Method %s, %u round%s%s%s%s.\n",
                              table->n_items, count_ties (output), table->n_claims, table->n_sources, output->method->name,
                              result->iterations, result->iterations == 1 ? "" : "s", result->converged ? "" : ", not settled",
                              result->remark != NULL ? "; " : "", result->remark != NULL ? result->remark : "");
    }
}

void
bl_truth_output_items (const BlTruthOutput *output, GString *out)
{
  Sheet sheet;
  sheet_init (&sheet, output->format, out);
  for (guint32 i = 0; i < output->table->n_items; i++)
    put_item (output, &sheet, i);
  sheet_end (&sheet);
  put_summary (output, out);
}

/* --- sources ------------------------------------------------------------------------------------------------------ */

/* Claims of the source that are what a result has chosen. Each item counts once. */
static guint
count_agreeing (const BlTruthTable *table, const BlTruthResult *result, guint32 source)
{
  const BlTruthRange claims = bl_truth_source_claims (table, source);
  guint n = 0;
  for (guint32 k = claims.from; k < claims.to; k++)
    {
      const guint32 claim = table->source_claim[k];
      n += result->choice[bl_truth_claim_item (table, claim)] == table->claim_value[claim];
    }
  return n;
}

void
bl_truth_output_sources (const BlTruthOutput *output, GString *out)
{
  const BlTruthTable *table = output->table;
  Sheet sheet;
  sheet_init (&sheet, output->format, out);
  for (guint32 s = 0; s < table->n_sources; s++)
    {
      const guint n = bl_truth_n (bl_truth_source_claims (table, s));
      const BlProportion agreeing = bl_proportion (count_agreeing (table, output->result, s), n);
      const Cell cells[] = {
        { "source", TEXT, table->source_name[s], 0 },
        { "trust", NUMBER, NULL, output->result->trust[s] },
        { "scale", TEXT, output->method->trust_scale, 0 },
        { "claims", COUNT, NULL, n },
        { "agree", COUNT, NULL, agreeing.k },
        { "low", NUMBER, NULL, agreeing.low },
        { "high", NUMBER, NULL, agreeing.high },
        { "agree_by_vote", COUNT, NULL, count_agreeing (table, output->vote, s) },
        { "too_few", FLAG, NULL, n < TOO_FEW },
      };
      put_row (&sheet, cells, G_N_ELEMENTS (cells));
    }
  sheet_end (&sheet);
  if (output->format == BL_TRUTH_FORMAT_TABLE)
    g_string_append_printf (
        out,
        "\nMethod %s. Agree: claims that are what the method chose, of all claims, with Wilson's interval at 95 %%; too few: "
        "below %u claims nothing can be said. Trust has the scale that is named; it is an estimate, no verdict.\n",
        output->method->name, TOO_FEW);
}

/* --- copies ------------------------------------------------------------------------------------------------------- */
void
bl_truth_output_copies (const BlTruthOutput *output, GString *out)
{
  const BlTruthTable *table = output->table;
  const BlTruthResult *result = output->result;
  Sheet sheet;
  sheet_init (&sheet, output->format, out);
  for (guint k = 0; k < result->copies->len; k++)
    {
      const BlTruthCopy *copy = &g_array_index (result->copies, BlTruthCopy, k);
      const guint32 group = result->copy_group != NULL ? result->copy_group[copy->a] : G_MAXUINT32;
      const Cell cells[] = {
        { "group", COUNT, NULL, group != G_MAXUINT32 && group == result->copy_group[copy->b] ? group + 1.0 : NAN },
        { "source", TEXT, table->source_name[copy->a], 0 },
        { "other", TEXT, table->source_name[copy->b], 0 },
        { "probability", NUMBER, NULL, copy->probability },
        { "source_from_other", NUMBER, NULL, copy->a_from_b },
        { "other_from_source", NUMBER, NULL, copy->probability - copy->a_from_b },
      };
      put_row (&sheet, cells, G_N_ELEMENTS (cells));
    }
  sheet_end (&sheet);
  if (output->format == BL_TRUTH_FORMAT_TABLE)
    g_string_append_printf (out, "%s%u pairs of sources that share more errors than chance allows. Method %s.\n",
                            result->copies->len > 0 ? "\n" : "", result->copies->len, output->method->name);
}

/* --- gold --------------------------------------------------------------------------------------------------------- */
BlTruthScore
bl_truth_score (const BlTruthTable *table, const BlTruthResult *result, const BlTruthGold *gold)
{
  BlTruthScore score = { 0 };
  for (guint32 i = 0; i < table->n_items; i++)
    {
      const char *truth = bl_truth_gold_value (gold, table->item_object[i], table->attribute_name[table->item_attribute[i]]);
      if (truth == NULL)
        continue;
      score.n++;
      score.right += result->text[i] != NULL && bl_truth_gold_agrees (table, i, result->text[i], truth);
    }
  return score;
}

void
bl_truth_output_score (const BlTruthOutput *output, const char *name, BlTruthScore score, gboolean with_header, GString *out)
{
  const BlProportion share = bl_proportion (score.right, score.n);
  if (output->format == BL_TRUTH_FORMAT_TABLE)
    {
      char accuracy[G_ASCII_DTOSTR_BUF_SIZE], low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append_printf (
          out, "%-18s %u of %u right: %s, between %s and %s\n", name, score.right, score.n,
          g_ascii_formatd (accuracy, sizeof accuracy, "%.3f", score.n > 0 ? (double) score.right / score.n : 0),
          g_ascii_formatd (low, sizeof low, "%.3f", share.low), g_ascii_formatd (high, sizeof high, "%.3f", share.high));
      return;
    }
  Sheet sheet;
  sheet_init (&sheet, output->format, out);
  sheet.started = !with_header;
  const Cell cells[] = {
    { "method", TEXT, name, 0 },        { "right", COUNT, NULL, score.right },
    { "n", COUNT, NULL, score.n },      { "accuracy", NUMBER, NULL, score.n > 0 ? (double) score.right / score.n : NAN },
    { "low", NUMBER, NULL, share.low }, { "high", NUMBER, NULL, share.high },
  };
  put_row (&sheet, cells, G_N_ELEMENTS (cells));
  sheet_end (&sheet);
}
