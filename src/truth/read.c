#include "truth/read.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/word.h"
#include "truth/bucket.h"
#include "truth/method.h"

#include <math.h>
#include <string.h>

/* What stands for a byte that cannot be read: a control character, so the row is left out, and its problem has been told already. */
#define UNREADABLE '\x1a'

/* The columns, in the order in which messages name them. */
enum
{
  SOURCE,
  OBJECT,
  ATTRIBUTE,
  VALUE,
  N_NEEDED,
  CONFIDENCE = N_NEEDED,
  N_COLUMNS
};

static const char *const column_names[] = { "source", "object", "attribute", "value", "confidence", NULL };

typedef struct
{
  const char *name;
  const char *text; /* cleaned */
  gsize length;
  BlCsv csv;
  const char *record;  /* where the last record begins */
  guint at[N_COLUMNS]; /* field of each column; G_MAXUINT when there is none */
  guint n_fields;      /* of the header */
  guint n_problems;    /* told */
  guint n_untold;
  guint n_silent; /* rows without a value */
  BlProblems *problems;
} Reader;

/* --- places ------------------------------------------------------------------------------------------------------- */
typedef struct
{
  guint line, column;
} Place;

/* Place of position at, counted from a place before it. */
static Place
advance (Place place, const char *from, const char *to)
{
  for (; from < to; from++)
    if (*from == '\n')
      place = (Place){ place.line + 1, 1 };
    else
      place.column += ((guchar) *from & 0xc0) != 0x80; /* bytes that continue a character are none */
  return place;
}

static const char *
field_start (const Reader *reader, guint field)
{
  const char *end = reader->text + reader->length;
  gboolean quoted = FALSE;
  for (const char *at = reader->record; at < end; at++)
    {
      if (field == 0)
        return at;
      if (*at == '"')
        quoted = !quoted;
      else if (*at == reader->csv.delimiter && !quoted)
        field--;
      else if (*at == '\n' && !quoted)
        return at;
    }
  return end;
}

static void
tell (Reader *reader, Place place, const char *what)
{
  if (reader->n_problems++ < BL_TRUTH_SHOWN_PROBLEMS)
    bl_problems_add (reader->problems, BL_PROBLEM_PARTIAL, reader->name, place.line, place.column, "%s", what);
  else
    reader->n_untold++;
}

static void
tell_field (Reader *reader, guint field, const char *what)
{
  tell (reader, advance ((Place){ reader->csv.line, 1 }, reader->record, field_start (reader, field)), what);
}

/* --- bytes -------------------------------------------------------------------------------------------------------- */
static gboolean
is_control (char c)
{
  return (guchar) c < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

/* The first byte from at on that may not be in a table; end when there is none. */
static const char *
next_unreadable (const char *at, const char *end)
{
  const char *invalid; /* the end when all is valid; NUL is not */
  g_utf8_validate_len (at, (gsize) (end - at), &invalid);
  for (const char *c = at; c < invalid; c++)
    if (is_control (*c))
      return c;
  return invalid;
}

/* Tells of each line with unreadable bytes, and marks them; a copy when there are any. The bytes up to the next line end are marked
 * together: one complaint a line, and a file of another kind is read once. */
static char *
clean (Reader *reader)
{
  const char *end = reader->text + reader->length;
  const char *bad = next_unreadable (reader->text, end);
  if (bad == end)
    return NULL;
  char *copy = g_memdup2 (reader->text, reader->length + 1);
  Place place = { 1, 1 };
  const char *told = reader->text;
  while (bad < end)
    {
      place = advance (place, told, bad);
      tell (reader, place,
            *bad == '\0'        ? "a NUL character: a row is of text, the row is left out"
            : is_control (*bad) ? "a control character: a row is of text, the row is left out"
                                : "not UTF-8: the table must be written as UTF-8, the row is left out");
      const char *line_end = memchr (bad, '\n', (gsize) (end - bad));
      line_end = line_end != NULL ? line_end : end;
      memset (copy + (bad - reader->text), UNREADABLE, (gsize) (line_end - bad));
      told = bad;
      bad = next_unreadable (line_end, end);
    }
  return copy;
}

/* --- the header --------------------------------------------------------------------------------------------------- */
static gboolean
header_error (const Reader *reader, const char *what, GError **error)
{
  const BlProblemPlace place = { .file = reader->name, .line = reader->csv.line, .column = 1 };
  g_autofree char *message = bl_place_format (&place, what);
  g_set_error_literal (error, BL_TRUTH_ERROR, BL_TRUTH_ERROR_TABLE, message);
  return FALSE;
}

static void
find_columns (Reader *reader)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    reader->at[i] = G_MAXUINT;
  reader->n_fields = bl_csv_n_fields (&reader->csv);
  for (guint f = 0; f < reader->n_fields; f++)
    {
      g_autofree char *name = g_strstrip (g_strdup (bl_csv_field (&reader->csv, f)));
      for (guint i = 0; i < N_COLUMNS; i++)
        if (g_ascii_strcasecmp (name, column_names[i]) == 0 && reader->at[i] == G_MAXUINT)
          reader->at[i] = f;
    }
}

static gboolean
next_record (Reader *reader)
{
  while (reader->csv.at < reader->csv.end && (*reader->csv.at == '\n' || *reader->csv.at == '\r'))
    {
      reader->csv.next_line += *reader->csv.at == '\n';
      reader->csv.at++;
    }
  reader->record = reader->csv.at;
  return bl_csv_next (&reader->csv);
}

/* The columns from first to VALUE must be there. */
static gboolean
read_header (Reader *reader, guint first, GError **error)
{
  reader->csv.line = 1;
  if (!next_record (reader))
    return header_error (
        reader, "the table is empty: a header with source,object,attribute,value is wanted, then a claim a line", error);
  find_columns (reader);
  for (guint i = first; i < N_NEEDED; i++)
    if (reader->at[i] == G_MAXUINT)
      {
        g_autofree char *what
            = g_strdup_printf ("the header has no column “%s”: it must name %s, in any order", column_names[i],
                               first == SOURCE ? "source, object, attribute and value" : "object, attribute and value");
        return header_error (reader, what, error);
      }
  return TRUE;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */
static const char *
column (const Reader *reader, guint index)
{
  return reader->at[index] != G_MAXUINT ? bl_csv_field (&reader->csv, reader->at[index]) : "";
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/* A row is its fields as one text when the count is right, so one look finds what clean() has marked. */
static gboolean
is_marked (const Reader *reader)
{
  return memchr (reader->csv.text->str, UNREADABLE, reader->csv.text->len) != NULL;
}

/* TRUE when the record is a row that says something; complains otherwise. */
static gboolean
check_row (Reader *reader, guint first)
{
  if (is_marked (reader))
    return FALSE;
  const guint n = bl_csv_n_fields (&reader->csv);
  if (reader->csv.fault != NULL)
    {
      g_autofree char *what = g_strdup_printf ("%s; the row is left out", reader->csv.fault);
      tell_field (reader, 0, what);
      return FALSE;
    }
  if (n != reader->n_fields)
    {
      g_autofree char *what
          = g_strdup_printf ("%u field%s where the header has %u%s; the row is left out", n, n == 1 ? "" : "s",
                             reader->n_fields, n > reader->n_fields ? ": a field with a comma stands in double quotes" : "");
      tell_field (reader, MIN (n, reader->n_fields), what);
      return FALSE;
    }
  for (guint i = first; i < VALUE; i++)
    if (is_blank (column (reader, i)) && i != ATTRIBUTE) /* things with one attribute need no name for it */
      {
        g_autofree char *what = g_strdup_printf ("the %s is empty; the row is left out", column_names[i]);
        tell_field (reader, reader->at[i], what);
        return FALSE;
      }
  reader->n_silent += is_blank (column (reader, VALUE));
  return !is_blank (column (reader, VALUE));
}

/* 1 when the column is absent or empty; −1, with a complaint, when it is no chance. */
static double
read_confidence (Reader *reader)
{
  const char *text = column (reader, CONFIDENCE);
  if (is_blank (text))
    return 1;
  char *end;
  const double confidence = g_ascii_strtod (text, &end);
  if (is_blank (end) && confidence > 0 && confidence <= 1)
    return confidence;
  tell_field (reader, reader->at[CONFIDENCE], "the confidence is no number above 0 and up to 1; the row is left out");
  return -1;
}

static void
reader_end (Reader *reader)
{
  if (reader->n_untold > 0)
    bl_problems_add (reader->problems, BL_PROBLEM_PARTIAL, reader->name, 0, 0, "%u more rows are left out", reader->n_untold);
  if (reader->n_silent > 0)
    bl_problems_add (reader->problems, BL_PROBLEM_NOTE, reader->name, 0, 0, "%u row%s without a value claim%s nothing",
                     reader->n_silent, reader->n_silent == 1 ? "" : "s", reader->n_silent == 1 ? "s" : "");
  bl_csv_clear (&reader->csv);
}

/* The text of a name: white space at its ends is no part of it. Points into the record. */
static char *
bare (const Reader *reader, guint index)
{
  return g_strstrip ((char *) g_ptr_array_index (reader->csv.fields, reader->at[index]));
}

static void
read_rows (Reader *reader, BlTruthBuilder *builder)
{
  while (next_record (reader))
    {
      const double confidence = check_row (reader, SOURCE) ? read_confidence (reader) : -1;
      if (confidence > 0)
        bl_truth_builder_add (builder, &(BlTruthRow){ .source = bare (reader, SOURCE),
                                                      .object = bare (reader, OBJECT),
                                                      .attribute = bare (reader, ATTRIBUTE),
                                                      .value = bare (reader, VALUE),
                                                      .weight = confidence });
    }
}

BlTruthBuilder *
bl_truth_read (const char *name, const char *text, gsize length, BlProblems *problems, GError **error)
{
  Reader reader = { .name = name, .text = text, .length = length, .problems = problems };
  g_autofree char *cleaned = clean (&reader);
  reader.text = cleaned != NULL ? cleaned : text;
  bl_csv_init (&reader.csv, reader.text, length);
  BlTruthBuilder *builder = NULL;
  if (read_header (&reader, SOURCE, error))
    {
      builder = bl_truth_builder_new ();
      read_rows (&reader, builder);
      if (bl_truth_builder_n_rows (builder) == 0)
        {
          reader.csv.line = 1;
          header_error (&reader, "no row below the header claims anything", error);
          g_clear_pointer (&builder, bl_truth_builder_free);
        }
    }
  reader_end (&reader);
  return builder;
}

BlTruthBuilder *
bl_truth_read_file (const char *path, BlProblems *problems, GError **error)
{
  gsize length;
  g_autofree char *text = bl_file_read (path, BL_LIMIT_TABLE_BYTES, &length, error);
  return text != NULL ? bl_truth_read (path, text, length, problems, error) : NULL;
}

/* --- gold --------------------------------------------------------------------------------------------------------- */
struct BlTruthGold
{
  BlArena *arena;
  GHashTable *values; /* interned "object\x1fattribute" → value */
};

static const char *
gold_key (BlArena *arena, const char *object, const char *attribute)
{
  g_autofree char *key = g_strconcat (object, "\x1f", attribute, NULL);
  return bl_arena_intern (arena, key);
}

BlTruthGold *
bl_truth_gold_read_file (const char *path, BlProblems *problems, GError **error)
{
  gsize length;
  g_autofree char *text = bl_file_read (path, BL_LIMIT_TABLE_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  Reader reader = { .name = path, .text = text, .length = length, .problems = problems };
  g_autofree char *cleaned = clean (&reader);
  reader.text = cleaned != NULL ? cleaned : text;
  bl_csv_init (&reader.csv, reader.text, length);
  BlTruthGold *gold = NULL;
  if (read_header (&reader, OBJECT, error))
    {
      gold = g_new0 (BlTruthGold, 1);
      gold->arena = bl_arena_new ();
      gold->values = g_hash_table_new (g_str_hash, g_str_equal);
      while (next_record (&reader))
        if (check_row (&reader, OBJECT))
          g_hash_table_insert (gold->values,
                               (gpointer) gold_key (gold->arena, bare (&reader, OBJECT), bare (&reader, ATTRIBUTE)),
                               (gpointer) bl_arena_intern (gold->arena, bare (&reader, VALUE)));
    }
  reader_end (&reader);
  return gold;
}

void
bl_truth_gold_free (BlTruthGold *gold)
{
  if (gold == NULL)
    return;
  g_hash_table_unref (gold->values);
  bl_arena_free (gold->arena);
  g_free (gold);
}

const char *
bl_truth_gold_value (const BlTruthGold *gold, const char *object, const char *attribute)
{
  g_autofree char *key = g_strconcat (object, "\x1f", attribute, NULL);
  return g_hash_table_lookup (gold->values, key);
}

gboolean
bl_truth_gold_agrees (const BlTruthTable *table, guint32 item, const char *answer, const char *truth)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  const guint32 attribute = table->item_attribute[item];
  BlTruthReading a = bl_truth_read_value (arena, answer), b = bl_truth_read_value (arena, truth);
  if (table->attribute_kind[attribute] == BL_TRUTH_CLOCK)
    {
      a.minutes = isnan (a.minutes) ? a.number : a.minutes;
      b.minutes = isnan (b.minutes) ? b.number : b.minutes;
    }
  return bl_truth_same (table->attribute_kind[attribute], table->attribute_tolerance[attribute], &a, &b);
}
