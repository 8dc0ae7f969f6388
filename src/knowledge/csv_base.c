#include "knowledge/csv_base.h"

#include "base/csv.h"
#include "knowledge/reader.h"
#include "text/fold.h"

#include <string.h>

enum
{
  PERSON,
  NAME,
  OFFICE,
  COUNTRY,
  START,
  END,
  GENDER,
  ALIASES,
  NATIVE,
  BORN,
  DIED,
  N_COLUMNS
};

static const char *const column_names[]
    = { "person", "name", "office", "country", "start", "end", "gender", "aliases", "native", "born", "died", NULL };

typedef struct
{
  guint line;
  char *id;
  char *name;
  GPtrArray *aliases;     /* owned strings */
  char *facts[N_COLUMNS]; /* COUNTRY, GENDER, NATIVE, BORN, DIED: the first that a row gives */
  GString *terms;         /* JSON, with commas between */
} Row;

typedef struct
{
  const char *name; /* of the file */
  BlProblems *problems;
  BlCsv csv;
  int column[N_COLUMNS]; /* where each stands; -1: nowhere */
  BlDate last_date;      /* the latest of all terms: what came later, the table cannot know */
  GPtrArray *persons;    /* Row, in order of their lines */
  GHashTable *by_id;
} Table;

static void
row_free (gpointer data)
{
  Row *row = data;
  g_free (row->id);
  g_free (row->name);
  g_ptr_array_unref (row->aliases);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->facts[i]);
  g_string_free (row->terms, TRUE);
  g_free (row);
}

char *
bl_kb_slug (const char *text)
{
  char *slug = bl_fold_letters (text, -1);
  char *out = slug;
  for (const char *in = slug; *in != '\0'; in++)
    if (g_ascii_isalnum (*in))
      *out++ = *in;
    else if (*in == ' ' && out > slug && out[-1] != '-')
      *out++ = '-';
  while (out > slug && out[-1] == '-')
    out--;
  *out = '\0';
  if (slug[0] == '\0')
    g_clear_pointer (&slug, g_free);
  return slug;
}

static void G_GNUC_PRINTF (2, 3) complain (const Table *table, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (table->problems != NULL)
    bl_problems_add (table->problems, BL_PROBLEM_PARTIAL, table->name, table->csv.line, 0, "%s", what);
}

static const char *
field (const Table *table, guint column)
{
  return table->column[column] >= 0 ? bl_csv_field (&table->csv, (guint) table->column[column]) : "";
}

/* --- the header ---------------------------------------------------------------------------------------------------- */

static gboolean
read_header (Table *table, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    table->column[i] = -1;
  g_autofree char *columns = g_strjoinv (", ", (char **) column_names);
  const gboolean any = bl_csv_next (&table->csv);
  for (guint i = 0; any && i < bl_csv_n_fields (&table->csv); i++)
    {
      g_autofree char *title = g_ascii_strdown (bl_csv_field (&table->csv, i), -1);
      g_strstrip (title);
      guint known = 0;
      while (known < N_COLUMNS && strcmp (column_names[known], title) != 0)
        known++;
      if (known < N_COLUMNS && table->column[known] < 0)
        table->column[known] = (int) i;
      else if (!g_str_has_prefix (title, "x-"))
        {
          g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA, "%s:1: column %u, “%s”, %s; the columns are: %s",
                       table->name, i + 1, title, known < N_COLUMNS ? "stands twice" : "is not known", columns);
          return FALSE;
        }
    }
  if (table->column[NAME] >= 0)
    return TRUE;
  g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA,
               "%s:1: the first line must name the columns, “name” among them; the columns are: %s", table->name, columns);
  return FALSE;
}

/* --- records -------------------------------------------------------------------------------------------------------- */

/* FALSE with a complaint when a field is no date; the empty one is. */
static gboolean
is_date (const Table *table, guint column)
{
  BlDate date;
  const char *text = field (table, column);
  if (text[0] == '\0' || bl_date_parse (text, &date))
    return TRUE;
  complain (table, "“%s” is “%s”; write YYYY, YYYY-MM or YYYY-MM-DD; the record is left out", column_names[column], text);
  return FALSE;
}

static char *
date_of (const char *text)
{
  BlDate date;
  return text[0] != '\0' && bl_date_parse (text, &date) ? bl_date_format (date) : NULL;
}

static void
take_date (Table *table, BlDate date)
{
  if (bl_date_last_day (date) > bl_date_last_day (table->last_date))
    table->last_date = date;
}

/* FALSE with a complaint when the end is before the start. */
static gboolean
is_span (Table *table)
{
  BlDate start = { 0 };
  BlDate end = { 0 };
  const gboolean both = bl_date_parse (field (table, START), &start) & bl_date_parse (field (table, END), &end);
  if (!both || bl_date_first_day (start) <= bl_date_last_day (end))
    {
      take_date (table, start);
      take_date (table, end);
      return TRUE;
    }
  complain (table, "the end, %s, is before the start, %s; the record is left out", field (table, END), field (table, START));
  return FALSE;
}

static char *
gender_of (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  if (g_str_equal (folded, "m") || g_str_equal (folded, "male"))
    return g_strdup ("m");
  if (g_str_equal (folded, "f") || g_str_equal (folded, "female"))
    return g_strdup ("f");
  return folded[0] != '\0' ? g_strdup ("x") : NULL;
}

/* "GB" → "gb"; NULL for what is no ISO 3166-1 alpha-2 code. */
static char *
country_of (const Table *table)
{
  const char *text = field (table, COUNTRY);
  if (text[0] == '\0')
    return NULL;
  if (strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]))
    return g_ascii_strdown (text, -1);
  complain (table, "country “%s” is no code of ISO 3166-1 such as “gb”; it is left out", text);
  return NULL;
}

/* "gb/chancellor" as it is; words beside a country as that country's office. */
static char *
office_of (const Table *table, const char *country)
{
  const char *text = field (table, OFFICE);
  const char *slash = strrchr (text, '/');
  if (slash != NULL && slash > text && bl_kb_is_id (slash + 1))
    return g_strdup (text);
  g_autofree char *slug = bl_kb_slug (text);
  if (slug != NULL && country != NULL)
    return g_strdup_printf ("%s/%s", country, slug);
  complain (table, "office “%s” has no country beside it and is not written JURISDICTION/ROLE; the office is left out", text);
  return NULL;
}

static void
add_member (GString *out, const char *key, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, ",\"%s\":", key);
  bl_json_write_string (out, value);
}

static void
add_term (const Table *table, Row *row)
{
  if (field (table, OFFICE)[0] == '\0')
    return;
  g_autofree char *country = country_of (table);
  g_autofree char *office = office_of (table, country);
  if (office == NULL)
    return;
  g_autofree char *from = date_of (field (table, START));
  g_autofree char *to = date_of (field (table, END));
  if (from == NULL && to == NULL)
    {
      complain (table, "office “%s” has neither start nor end; the office is left out", field (table, OFFICE));
      return;
    }
  g_string_append (row->terms, row->terms->len > 0 ? ",{\"office\":" : "{\"office\":");
  bl_json_write_string (row->terms, office);
  add_member (row->terms, "from", from);
  add_member (row->terms, "to", to);
  g_string_append_c (row->terms, '}');
}

static void
add_alias (Row *row, const char *alias)
{
  if (alias[0] == '\0' || strcmp (alias, row->name) == 0
      || g_ptr_array_find_with_equal_func (row->aliases, alias, g_str_equal, NULL))
    return;
  g_ptr_array_add (row->aliases, g_strdup (alias));
}

/* The key of the person a record is about. */
static char *
person_of (const Table *table)
{
  const char *text = field (table, PERSON);
  return bl_kb_is_person_id (text) ? g_strdup (text) : bl_kb_slug (text[0] != '\0' ? text : field (table, NAME));
}

static Row *
row_of (Table *table, char *id)
{
  Row *row = g_hash_table_lookup (table->by_id, id);
  if (row != NULL)
    {
      g_free (id);
      return row;
    }
  row = g_new0 (Row, 1);
  *row = (Row){ .line = table->csv.line,
                .id = id,
                .name = g_strdup (field (table, NAME)),
                .aliases = g_ptr_array_new_with_free_func (g_free),
                .terms = g_string_new (NULL) };
  g_ptr_array_add (table->persons, row);
  g_hash_table_insert (table->by_id, row->id, row);
  return row;
}

static void
take_fact (Row *row, guint column, char *value)
{
  if (row->facts[column] == NULL)
    row->facts[column] = value;
  else
    g_free (value);
}

static void
read_record (Table *table)
{
  if (table->csv.fault != NULL)
    {
      complain (table, "%s; the record is left out", table->csv.fault);
      return;
    }
  char *id = field (table, NAME)[0] != '\0' ? person_of (table) : NULL;
  if (id == NULL)
    {
      complain (table, "the record has no name; it is left out");
      return;
    }
  if (!is_date (table, START) || !is_date (table, END) || !is_date (table, BORN) || !is_date (table, DIED) || !is_span (table))
    {
      g_free (id);
      return;
    }
  Row *row = row_of (table, id);
  add_alias (row, field (table, NAME));
  g_auto (GStrv) aliases = g_strsplit (field (table, ALIASES), "|", -1);
  for (guint i = 0; aliases[i] != NULL; i++)
    add_alias (row, g_strstrip (aliases[i]));
  if (field (table, OFFICE)[0] == '\0')
    take_fact (row, COUNTRY, country_of (table));
  take_fact (row, GENDER, gender_of (field (table, GENDER)));
  take_fact (row, NATIVE, field (table, NATIVE)[0] != '\0' ? g_strdup (field (table, NATIVE)) : NULL);
  take_fact (row, BORN, date_of (field (table, BORN)));
  take_fact (row, DIED, date_of (field (table, DIED)));
  add_term (table, row);
}

/* --- the result ------------------------------------------------------------------------------------------------------ */

static void
write_person (const Row *row, GString *out)
{
  g_string_append (out, "{\"id\":");
  bl_json_write_string (out, row->id);
  add_member (out, "name", row->name);
  static const guint told[] = { COUNTRY, GENDER, NATIVE, BORN, DIED };
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    add_member (out, column_names[told[i]], row->facts[told[i]]);
  for (guint i = 0; i < row->aliases->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"aliases\":[" : ",");
      bl_json_write_string (out, g_ptr_array_index (row->aliases, i));
    }
  if (row->aliases->len > 0)
    g_string_append_c (out, ']');
  if (row->terms->len > 0)
    g_string_append_printf (out, ",\"terms\":[%s]", row->terms->str);
  g_string_append_c (out, '}');
}

static char *
write_base (const Table *table)
{
  GString *out = g_string_new ("{\"format\":1,\"source\":");
  g_autofree char *file = g_path_get_basename (table->name);
  bl_json_write_string (out, file);
  g_autofree char *as_of = bl_date_format (table->last_date);
  if (as_of[0] != '\0')
    add_member (out, "as_of", as_of);
  g_string_append (out, ",\"persons\":[");
  guint line = 1;
  for (guint i = 0; i < table->persons->len; i++)
    {
      const Row *row = g_ptr_array_index (table->persons, i);
      if (i > 0)
        g_string_append_c (out, ',');
      for (; line < row->line; line++)
        g_string_append_c (out, '\n');
      write_person (row, out);
    }
  g_string_append (out, "]}\n");
  return g_string_free (out, FALSE);
}

char *
bl_kb_csv_to_json (const char *text, gsize length, const char *name, BlProblems *problems, GError **error)
{
  const char *bad = NULL;
  if (!g_utf8_validate (text, (gssize) length, &bad))
    {
      g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA, "%s: byte %" G_GSIZE_FORMAT " is not UTF-8", name,
                   (gsize) (bad - text) + 1);
      return NULL;
    }
  Table table = { .name = name, .problems = problems };
  bl_csv_init (&table.csv, text, length);
  table.persons = g_ptr_array_new_with_free_func (row_free);
  table.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  char *json = NULL;
  if (read_header (&table, error))
    {
      while (bl_csv_next (&table.csv))
        read_record (&table);
      json = write_base (&table);
    }
  g_hash_table_unref (table.by_id);
  g_ptr_array_unref (table.persons);
  bl_csv_clear (&table.csv);
  return json;
}
