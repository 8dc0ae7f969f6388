/* A table with a line of titles: person, name, office, country, start, end, gender and whatever else. Between its fields are commas,
 * semicolons or tabs. Titles of other columns say nothing, and are passed. */
#include "importers/readers.h"

#include "base/csv.h"
#include "knowledge/csv_base.h"
#include "knowledge/knowledge.h"

#include <string.h>

/* Rows of one person are one person; texts live in the arena of the intake. */
typedef struct
{
  guint line; /* of the first row */
  BlPersonDraft draft;
} Row;

typedef struct
{
  BlIntake *intake;
  const BlImportForms *forms;
  BlCsv csv;
  int column[BL_N_COLUMNS]; /* -1: there is none */
  GPtrArray *rows;          /* Row */
  GHashTable *by_id;
} Table;

static void
row_free (gpointer data)
{
  Row *row = data;
  bl_person_draft_clear (&row->draft);
  g_free (row);
}

/* "" where there is none. */
static const char *
field (const Table *table, BlImportColumn column)
{
  const int index = table->column[column];
  return index >= 0 ? bl_csv_field (&table->csv, (guint) index) : "";
}

static const char *
keep (const Table *table, const char *text)
{
  return text[0] != '\0' ? bl_arena_strndup (table->intake->arena, text, strlen (text)) : NULL;
}

/* --- titles ------------------------------------------------------------------------------------------------------------------ */

static int
place_of (const GPtrArray *titles, const char *title)
{
  for (guint i = 0; i < titles->len; i++)
    if (strcmp (g_ptr_array_index (titles, i), title) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_taken (const Table *table, int place)
{
  for (guint i = 0; i < BL_N_COLUMNS; i++)
    if (table->column[i] == place)
      return TRUE;
  return FALSE;
}

/* Takes the column when the table has one of this title, and it is free. Beside “personLabel”, “person” is an id, and no name. */
static void
take_column (Table *table, BlImportColumn column, const char *title, const GPtrArray *titles)
{
  const gboolean is_text = column == BL_COLUMN_NAME || column == BL_COLUMN_OFFICE;
  g_autofree char *label = g_strconcat (title, "label", NULL);
  const int place = place_of (titles, title);
  if (place >= 0 && !is_taken (table, place) && !(is_text && place_of (titles, label) >= 0))
    table->column[column] = place;
}

/* The column's own title, else the first of its forms that the table has. */
static void
find_column (Table *table, BlImportColumn column, const GPtrArray *titles)
{
  const GPtrArray *forms = table->forms->columns[column];
  take_column (table, column, bl_import_column_names[column], titles);
  for (guint i = 0; i < forms->len && table->column[column] < 0; i++)
    take_column (table, column, g_ptr_array_index (forms, i), titles);
}

static gboolean
read_titles (Table *table, GError **error)
{
  static const BlImportColumn order[]
      = { BL_COLUMN_NAME,   BL_COLUMN_PERSON, BL_COLUMN_OFFICE, BL_COLUMN_OFFICE_ID, BL_COLUMN_COUNTRY,
          BL_COLUMN_START,  BL_COLUMN_END,    BL_COLUMN_GENDER, BL_COLUMN_ALIASES,   BL_COLUMN_NATIVE,
          BL_COLUMN_FAMILY, BL_COLUMN_BORN,   BL_COLUMN_DIED };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  const gboolean any = bl_csv_next (&table->csv);
  for (guint i = 0; any && i < bl_csv_n_fields (&table->csv); i++)
    g_ptr_array_add (titles, g_strstrip (g_utf8_strdown (bl_csv_field (&table->csv, i), -1)));
  for (guint i = 0; i < BL_N_COLUMNS; i++)
    table->column[i] = -1;
  if (place_of (titles, "canonical_id") >= 0 && place_of (titles, "prop") >= 0)
    {
      g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA,
                   "%s: statements of FollowTheMoney; import the entities instead (entities.ftm.json)", table->intake->file);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    find_column (table, order[i], titles);
  if (table->column[BL_COLUMN_NAME] >= 0)
    return TRUE;
  g_set_error (
      error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA,
      "%s:1: a table has a first line of titles, “name” among them; others are person, office, country, start, end, gender",
      table->intake->file);
  return FALSE;
}

/* What stands most often in the first line, outside of quotation marks. */
static char
delimiter_of (const char *text, gsize length)
{
  guint n[3] = { 0 };
  static const char delimiters[] = { ',', ';', '\t' };
  gboolean quoted = FALSE;
  for (gsize i = 0; i < length && text[i] != '\n'; i++)
    {
      quoted ^= text[i] == '"';
      for (guint j = 0; j < G_N_ELEMENTS (n); j++)
        n[j] += !quoted && text[i] == delimiters[j];
    }
  return n[1] > n[0] && n[1] >= n[2] ? ';' : n[2] > n[0] ? '\t' : ',';
}

/* --- rows --------------------------------------------------------------------------------------------------------------------- */

/* FALSE when there is a text that is no date: it is a fault. */
static gboolean
date_of (const Table *table, BlImportColumn column, BlDate *date)
{
  const char *text = field (table, column);
  *date = bl_import_date (text);
  if (text[0] == '\0' || date->precision != BL_DATE_UNKNOWN)
    return TRUE;
  bl_intake_fault (table->intake, BL_LEFT_UNREADABLE,
                   "“%.40s” is no date; write YYYY, YYYY-MM or YYYY-MM-DD; the record is left out", text);
  return FALSE;
}

/* An item's address is the item. */
static char *
person_id_of (const Table *table)
{
  const char *id = field (table, BL_COLUMN_PERSON);
  const char *slash = strrchr (id, '/');
  if (slash != NULL)
    id = slash + 1;
  return id[0] != '\0' ? g_strdup (id) : bl_kb_slug (field (table, BL_COLUMN_NAME));
}

/* Takes the id. */
static Row *
row_of (Table *table, char *id)
{
  Row *row = g_hash_table_lookup (table->by_id, id);
  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->line = table->csv.line;
      bl_person_draft_reset (&row->draft);
      row->draft.id = keep (table, id);
      g_ptr_array_add (table->rows, row);
      g_hash_table_insert (table->by_id, (gpointer) row->draft.id, row);
    }
  g_free (id);
  return row;
}

static void
add_name (const Table *table, Row *row, const char *name)
{
  GPtrArray *names = row->draft.names;
  if (name[0] != '\0' && names->len < BL_LIMIT_IMPORT_ALIASES
      && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) keep (table, name));
}

/* Facts of a person: the first that a row gives. */
static void
take_person (const Table *table, Row *row, BlDate born, BlDate died)
{
  BlPersonDraft *draft = &row->draft;
  add_name (table, row, field (table, BL_COLUMN_NAME));
  g_auto (GStrv) aliases = g_strsplit_set (field (table, BL_COLUMN_ALIASES), "|;", -1);
  for (guint i = 0; aliases[i] != NULL; i++)
    add_name (table, row, g_strstrip (aliases[i]));
  if (draft->native == NULL)
    draft->native = keep (table, field (table, BL_COLUMN_NATIVE));
  if (draft->families->len == 0 && field (table, BL_COLUMN_FAMILY)[0] != '\0')
    g_ptr_array_add (draft->families, (gpointer) keep (table, field (table, BL_COLUMN_FAMILY)));
  if (draft->gender == 0)
    draft->gender = bl_import_gender (field (table, BL_COLUMN_GENDER));
  if (draft->born.precision == BL_DATE_UNKNOWN)
    draft->born = born;
  if (draft->died.precision == BL_DATE_UNKNOWN)
    draft->died = died;
  if (field (table, BL_COLUMN_OFFICE)[0] == '\0' && draft->country == 0)
    draft->country = bl_intake_id (table->intake, field (table, BL_COLUMN_COUNTRY));
}

/* “gb/justice-secretary”: the words of the role, and whose it is. */
static void
add_term (Table *table, const Row *row, BlDate from, BlDate to)
{
  BlIntake *intake = table->intake;
  const char *office = field (table, BL_COLUMN_OFFICE);
  const char *country = field (table, BL_COLUMN_COUNTRY);
  if (office[0] == '\0')
    return;
  const char *slash = strchr (office, '/');
  const gboolean is_id
      = slash != NULL && slash > office && strspn (office, "abcdefghijklmnopqrstuvwxyz0123456789-/") == strlen (office);
  g_autofree char *jurisdiction = is_id ? g_strndup (office, (gsize) (slash - office)) : g_strdup (country);
  g_autofree char *label = is_id ? g_strdelimit (g_strdup (slash + 1), "-", ' ') : g_strdup (office);
  g_autofree char *key = g_strdup_printf ("%s|%s|%s", label, jurisdiction, field (table, BL_COLUMN_OFFICE_ID));
  const BlImportId id = bl_intake_id (intake, key);
  const BlImportId state = bl_intake_id (intake, jurisdiction);
  const BlImportId holder = bl_intake_id (intake, row->draft.id);
  BlImportPost *post = bl_intake_post (intake, id);
  if (post->labels == NULL)
    {
      bl_post_add_label (intake, post, label);
      bl_countries_add (post->countries, state);
    }
  bl_intake_term (intake, (BlImportTerm){ .holder = holder, .post = id, .from = from, .to = to });
}

static void
read_row (Table *table)
{
  BlIntake *intake = table->intake;
  intake->line = table->csv.line;
  if (table->csv.fault != NULL)
    {
      bl_intake_fault (intake, BL_LEFT_UNREADABLE, "%s; the record is left out", table->csv.fault);
      return;
    }
  BlDate from, to, born, died;
  if (!date_of (table, BL_COLUMN_START, &from) || !date_of (table, BL_COLUMN_END, &to)
      || !date_of (table, BL_COLUMN_BORN, &born) || !date_of (table, BL_COLUMN_DIED, &died))
    return;
  char *id = field (table, BL_COLUMN_NAME)[0] != '\0' ? person_id_of (table) : NULL;
  if (id == NULL)
    {
      bl_intake_fault (intake, BL_LEFT_NO_NAME, "the record has no name; it is left out");
      return;
    }
  Row *row = row_of (table, id);
  take_person (table, row, born, died);
  add_term (table, row, from, to);
}

gboolean
bl_table_read (BlIntake *intake, const BlImportForms *forms, const char *text, gsize length, GError **error)
{
  Table table = { .intake = intake, .forms = forms };
  bl_csv_init (&table.csv, text, length);
  table.csv.delimiter = delimiter_of (text, length);
  table.rows = g_ptr_array_new_with_free_func (row_free);
  table.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  const gboolean usable = read_titles (&table, error);
  while (usable && bl_csv_next (&table.csv))
    read_row (&table);
  for (guint i = 0; i < table.rows->len; i++)
    {
      const Row *row = g_ptr_array_index (table.rows, i);
      intake->line = row->line;
      bl_intake_person (intake, &row->draft, FALSE);
    }
  g_hash_table_unref (table.by_id);
  g_ptr_array_unref (table.rows);
  bl_csv_clear (&table.csv);
  return usable;
}
