/* Which form a file has, and its records to the reader of that form. */
#include "importers/importer.h"

#include "base/json_scan.h"
#include "importers/names.h"
#include "importers/readers.h"
#include "importers/write.h"

#include <string.h>

const char *const bl_import_form_names[] = { "auto", "ftm", "wikidata", "popolo", "csv", NULL };

struct BlImport
{
  const BlKnowledge *kb;
  BlProblems *problems;
  BlImportForms *forms;
  BlIntake *intake;
  GString *sources; /* names of the files, with commas between */
  GArray *starts;   /* of the scanner */
};

BlImport *
bl_import_new (const BlKnowledge *kb, const char *lexicon, BlProblems *problems, GError **error)
{
  g_autoptr (BlImportForms) forms = bl_import_forms_load (lexicon, error);
  g_autoptr (BlIntake) intake = forms != NULL ? bl_intake_new (kb, problems, error) : NULL;
  if (intake == NULL)
    return NULL;
  BlImport *import = g_new0 (BlImport, 1);
  *import = (BlImport){ .kb = kb,
                        .problems = problems,
                        .forms = g_steal_pointer (&forms),
                        .intake = g_steal_pointer (&intake),
                        .sources = g_string_new (NULL),
                        .starts = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  return import;
}

void
bl_import_free (BlImport *import)
{
  if (import == NULL)
    return;
  bl_import_forms_free (import->forms);
  bl_intake_free (import->intake);
  g_string_free (import->sources, TRUE);
  g_array_unref (import->starts);
  g_free (import);
}

/* --- which form ----------------------------------------------------------------------------------------------------------------- */

/* Keys of the first object of the text, as far as the head goes: of it, or of the first element of a list. */
static char **
keys_of (const char *head)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  guint depth = 0;
  guint wanted = 1;
  const char *string = NULL;
  for (const char *at = head; *at != '\0'; at++)
    if (string != NULL)
      {
        if (*at == '\\' && at[1] != '\0')
          at++;
        else if (*at == '"')
          {
            const char *next = at + 1 + strspn (at + 1, " \t\r\n");
            g_autofree char *key = g_strndup (string, (gsize) (at - string));
            if (depth == wanted && *next == ':')
              g_strv_builder_add (keys, key);
            string = NULL;
          }
      }
    else if (*at == '"')
      string = at + 1;
    else if (*at == '{' || *at == '[')
      {
        if (depth == 0 && *at == '[')
          wanted = 2;
        depth++;
      }
    else if ((*at == '}' || *at == ']') && (depth == 0 || --depth < wanted))
      break;
  return g_strv_builder_end (keys);
}

static gboolean
has (char **keys, const char *key)
{
  return g_strv_contains ((const char *const *) keys, key);
}

static gboolean
is_json (const char *head)
{
  const char first = head[strspn (head, " \t\r\n")];
  return first == '{' || first == '[';
}

static gboolean
find_form (const char *name, const char *head, BlImportForm *form, GError **error)
{
  g_auto (GStrv) keys = is_json (head) ? keys_of (head) : NULL;
  if (keys == NULL)
    *form = BL_IMPORT_CSV;
  else if (has (keys, "prop") || has (keys, "canonical_id"))
    {
      g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA,
                   "%s: statements of FollowTheMoney; import the entities instead (entities.ftm.json)", name);
      return FALSE;
    }
  else if (has (keys, "schema"))
    *form = BL_IMPORT_FTM;
  else if (has (keys, "persons") || has (keys, "memberships") || has (keys, "organizations") || has (keys, "areas"))
    *form = BL_IMPORT_POPOLO;
  else if (has (keys, "entities") || has (keys, "claims") || has (keys, "labels"))
    *form = BL_IMPORT_WIKIDATA;
  else
    {
      g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA,
                   "%s: not recognised; say which form it has: --from=ftm, wikidata, popolo or csv", name);
      return FALSE;
    }
  return TRUE;
}

/* TRUE when the first value ends with its line: the others stand in lines of their own. A list that opens and goes on in the next line is
 * one of lines too. */
static gboolean
has_lines (const char *head, gsize length)
{
  const char *start = head + strspn (head, " \t\r\n");
  if (*start == '[')
    {
      const char *next = start + 1 + strspn (start + 1, " \t\r");
      return *next == '\n' || *next == '\0';
    }
  guint depth = 0;
  gboolean quoted = FALSE;
  for (const char *at = start; *at != '\0'; at++)
    if (quoted)
      {
        if (*at == '\\' && at[1] != '\0')
          at++;
        else
          quoted = *at != '"';
      }
    else if (*at == '\n')
      return depth == 0;
    else if (*at == '"')
      quoted = TRUE;
    else if (*at == '{' || *at == '[')
      depth++;
    else if ((*at == '}' || *at == ']') && depth > 0)
      depth--;
  return length >= 64 * 1024 || depth == 0; /* a line longer than the head */
}

/* --- records ----------------------------------------------------------------------------------------------------------------------- */

/* TRUE when text is one JSON value; a fault otherwise. */
static gboolean
check_record (BlImport *import, char *text, gsize length)
{
  BlJsonFault fault = { 0 };
  g_array_set_size (import->starts, 0);
  if (bl_json_scan (text, length, import->starts, &fault))
    return TRUE;
  for (const char *at = text; at < text + fault.offset; at++)
    import->intake->line += *at == '\n';
  bl_intake_fault (import->intake, BL_LEFT_UNREADABLE, "%s; the record is left out", fault.what);
  g_free (fault.what);
  return FALSE;
}

typedef void (*ReadRecord) (gpointer reader, BlCursor *cursor);

typedef struct
{
  BlImport *import;
  BlImportSource *source;
  ReadRecord read;
  gpointer reader;
} Records;

static void
read_record (const Records *records, char *line, gsize length)
{
  while (length > 0 && (line[length - 1] == ',' || g_ascii_isspace (line[length - 1])))
    line[--length] = '\0'; /* a dump is a list with a line an entity */
  while (g_ascii_isspace (*line))
    {
      line++;
      length--;
    }
  if (length == 0 || strcmp (line, "[") == 0 || strcmp (line, "]") == 0 || !check_record (records->import, line, length))
    return;
  BlCursor cursor = { line };
  records->read (records->reader, &cursor);
}

static gboolean
read_lines (const Records *records, GError **error)
{
  BlIntake *intake = records->import->intake;
  while (TRUE)
    {
      char *line = NULL;
      gsize length = 0;
      g_autoptr (GError) broken = NULL;
      const BlLineState state = bl_import_source_line (records->source, &line, &length, &broken);
      intake->line = bl_import_source_line_number (records->source);
      if (state == BL_LINE_END)
        return TRUE;
      if (state == BL_LINE_TOO_LONG)
        bl_intake_fault (intake, BL_LEFT_UNREADABLE, "a line of more than %u MiB; it is left out",
                         BL_LIMIT_JSONL_LINE_BYTES >> 20);
      else if (state == BL_LINE_READ)
        read_record (records, line, length);
      else if (intake->line == 0)
        {
          g_propagate_error (error, g_steal_pointer (&broken));
          return FALSE;
        }
      else
        { /* what was read is kept */
          bl_intake_fault (intake, BL_LEFT_UNREADABLE, "the rest cannot be read: %s", broken->message);
          return TRUE;
        }
    }
}

/* A list of records, or one. */
static gboolean
read_document (const Records *records, GError **error)
{
  gsize length = 0;
  g_autofree char *text = bl_import_source_rest (records->source, &length, error);
  if (text == NULL)
    return FALSE;
  records->import->intake->line = 1;
  if (!check_record (records->import, text, length))
    return TRUE;
  BlCursor cursor = { text };
  if (bl_cursor_kind (&cursor) != '[')
    {
      records->read (records->reader, &cursor);
      return TRUE;
    }
  bl_cursor_enter (&cursor, '[');
  while (bl_cursor_element (&cursor))
    {
      BlCursor element = cursor;
      bl_cursor_skip (&cursor);
      records->read (records->reader, &element);
    }
  return TRUE;
}

static gboolean
read_records (const Records *records, gboolean lines, GError **error)
{
  return lines ? read_lines (records, error) : read_document (records, error);
}

static void
read_ftm (gpointer reader, BlCursor *cursor)
{
  bl_ftm_read (reader, cursor);
}

static void
read_wikidata (gpointer reader, BlCursor *cursor)
{
  bl_wikidata_read (reader, cursor);
}

static void
read_popolo (gpointer reader, BlCursor *cursor)
{
  bl_popolo_read (reader, cursor->at);
}

static gboolean
read_table (BlImport *import, BlImportSource *source, GError **error)
{
  gsize length = 0;
  g_autofree char *text = bl_import_source_rest (source, &length, error);
  const char *bad = NULL;
  if (text != NULL && !g_utf8_validate (text, (gssize) length, &bad))
    {
      g_set_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA, "%s: byte %" G_GSIZE_FORMAT " is not UTF-8",
                   import->intake->file, (gsize) (bad - text) + 1);
      return FALSE;
    }
  return text != NULL && bl_table_read (import->intake, import->forms, text, length, error);
}

static gboolean
read_form (BlImport *import, BlImportSource *source, BlImportForm form, gboolean lines, GError **error)
{
  Records records = { .import = import, .source = source };
  gboolean read = FALSE;
  if (form == BL_IMPORT_CSV)
    return read_table (import, source, error);
  if (form == BL_IMPORT_FTM)
    {
      BlFtmReader *reader = bl_ftm_reader_new (import->intake);
      records.read = read_ftm;
      records.reader = reader;
      read = read_records (&records, lines, error);
      bl_ftm_reader_free (reader);
    }
  else if (form == BL_IMPORT_WIKIDATA)
    {
      BlWikidataReader *reader = bl_wikidata_reader_new (import->intake, import->forms);
      records.read = read_wikidata;
      records.reader = reader;
      read = read_records (&records, lines, error);
      bl_wikidata_reader_free (reader);
    }
  else
    {
      records.read = read_popolo;
      records.reader = import->intake;
      read = read_document (&records, error);
    }
  return read;
}

gboolean
bl_import_read (BlImport *import, const char *path, const BlImportOptions *options, GError **error)
{
  g_autoptr (BlImportSource) source = bl_import_source_open (path, error);
  gsize length = 0;
  const char *head = source != NULL ? bl_import_source_head (source, &length, error) : NULL;
  if (head == NULL)
    return FALSE;
  const char *name = bl_import_source_name (source);
  BlImportForm form = options->form;
  if (form == BL_IMPORT_ANY && !find_form (name, head, &form, error))
    return FALSE;
  g_autofree char *base = g_path_get_basename (name);
  g_string_append_printf (import->sources, "%s%s", import->sources->len > 0 ? ", " : "", base);
  import->intake->file = bl_arena_intern (import->intake->arena, name);
  import->intake->line = 0;
  return read_form (import, source, form, has_lines (head, length), error);
}

/* --- the result --------------------------------------------------------------------------------------------------------------------- */

/* To which day open ends hold: as asked for, as the source says, or the latest day of all terms. */
static BlDate
as_of (const BlIntake *intake, const BlImportOptions *options)
{
  if (options->as_of.precision != BL_DATE_UNKNOWN)
    return options->as_of;
  BlDate latest = intake->seen;
  for (guint i = 0; i < intake->terms->len && intake->seen.precision == BL_DATE_UNKNOWN; i++)
    {
      const BlImportTerm *term = &g_array_index (intake->terms, BlImportTerm, i);
      const BlDate dates[] = { term->from, term->to };
      for (guint j = 0; j < G_N_ELEMENTS (dates); j++)
        if (bl_date_last_day (dates[j]) > bl_date_last_day (latest))
          latest = dates[j];
    }
  return latest;
}

gboolean
bl_import_write (BlImport *import, GOutputStream *out, const BlImportOptions *options, BlImportCounts *counts, GError **error)
{
  *counts = (BlImportCounts){ 0 };
  import->intake->line = 0;
  if (import->intake->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&import->intake->error));
      return FALSE;
    }
  const BlOfficeLabels labels = { import->kb, import->forms };
  g_autoptr (BlResolution) resolution = bl_resolve (import->intake, labels, options->country);
  const BlImportHead head = { .source = import->sources->str, .as_of = as_of (import->intake, options) };
  return bl_import_write_base (resolution, &head, out, counts, error);
}

char *
bl_import_left_out (const BlImport *import)
{
  static const char *const words[BL_N_LEFT] = {
    [BL_LEFT_UNREADABLE] = "records that cannot be read",
    [BL_LEFT_NO_NAME] = "persons without a name",
    [BL_LEFT_TWICE] = "persons whose id was there before",
    [BL_LEFT_NO_HOLDER] = "terms whose holder is not in the files",
    [BL_LEFT_NO_POST] = "terms whose office is not in the files",
    [BL_LEFT_NO_STATE] = "terms in an office of no known state or organisation",
    [BL_LEFT_DATES] = "terms with impossible dates",
    [BL_LEFT_PARTY] = "memberships of parties",
    [BL_LEFT_KNOWN] = "persons of whom belie knows as much already",
    [BL_LEFT_OTHER] = "records about something else",
  };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < BL_N_LEFT; i++)
    if (import->intake->left[i] > 0)
      g_string_append_printf (text, "%s: %" G_GUINT64_FORMAT "\n", words[i], import->intake->left[i]);
  return g_string_free (text, FALSE);
}
