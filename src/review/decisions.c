#include "review/decisions.h"

#include "base/json_write.h"

#include <string.h>

static const char *const names[BL_N_DECISIONS + 1]
    = { "legacy", "fixed", "real", "accepted", "allowed", "attributed", "superseded", "false-positive", NULL };

const char *
bl_decision_name (BlDecisionKind kind)
{
  return names[kind];
}

gboolean
bl_decision_hides (BlDecisionKind kind)
{
  return kind != BL_DECISION_FIXED && kind != BL_DECISION_REAL;
}

void
bl_decision_free (BlDecision *decision)
{
  if (decision == NULL)
    return;
  g_free (decision->fingerprint);
  g_free (decision->id);
  g_free (decision->at);
  g_free (decision->evidence);
  g_free (decision->why);
  g_free (decision->who);
  g_free (decision->file);
  g_free (decision);
}

/* --- reading -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *path;
  GBytes *bytes;
  BlProblems *problems;
  GPtrArray *list;
  guint n_errors;
} File;

static void
complain (File *file, guint line, const char *what)
{
  bl_problems_add (file->problems, BL_PROBLEM_PARTIAL, file->path, line, 0, "%s", what);
  file->n_errors++;
}

/* "state" is the word of a baseline, "verdict" that of an editor; both mean a decision. */
static void
read_kind (BlReader *reader, const cJSON *line, const cJSON *state, const cJSON *verdict, BlDecision *decision)
{
  static const char *const states[] = { "legacy", "accepted", NULL };
  static const char *const verdicts[] = { "real", "false-positive", "superseded", "attributed", "fixed", NULL };
  if ((state == NULL) == (verdict == NULL))
    {
      bl_reader_fail (reader, line, "a decision has either a “state” (legacy, accepted) or a “verdict”");
      return;
    }
  const cJSON *item = state != NULL ? state : verdict;
  const char *const *known = state != NULL ? states : verdicts;
  const int word = bl_reader_word (reader, item, known);
  for (int kind = 0; word >= 0 && kind < BL_N_DECISIONS; kind++)
    if (strcmp (names[kind], known[word]) == 0)
      decision->kind = (BlDecisionKind) kind;
}

static void
read_until (BlReader *reader, const cJSON *item, BlDecision *decision)
{
  const char *until = bl_reader_text (reader, item);
  if (until != NULL && (!bl_date_parse (until, &decision->until) || decision->until.precision != BL_DATE_DAY))
    bl_reader_fail (reader, item, "“%s” is no day; write it as 2027-01-31", until);
}

static void
read_decision (BlReader *reader, const cJSON *line, BlDecision *decision)
{
  enum
  {
    FP,
    ID,
    AT,
    EVIDENCE,
    STATE,
    VERDICT,
    WHY,
    WHO,
    UNTIL,
    N_KEYS
  };
  static const char *const keys[N_KEYS + 1] = { "fp", "id", "at", "evidence", "state", "verdict", "why", "who", "until", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (reader, line, keys, fields))
    return;
  decision->fingerprint = g_strdup (bl_reader_need_text (reader, line, fields[FP], "fp"));
  decision->id = g_strdup (bl_reader_text (reader, fields[ID]));
  decision->at = g_strdup (bl_reader_text (reader, fields[AT]));
  decision->evidence = g_strdup (bl_reader_text (reader, fields[EVIDENCE]));
  decision->why = g_strdup (bl_reader_text (reader, fields[WHY]));
  decision->who = g_strdup (bl_reader_text (reader, fields[WHO]));
  read_until (reader, fields[UNTIL], decision);
  read_kind (reader, line, fields[STATE], fields[VERDICT], decision);
  if (reader->n_errors == 0 && decision->why == NULL && decision->kind > BL_DECISION_REAL)
    bl_reader_fail (reader, line, "“%s” needs a reason: \"why\": \"…\"", names[decision->kind]);
}

/* The first line says which format the file has. */
static void
read_header (BlReader *reader, const cJSON *line)
{
  static const char *const keys[] = { "format", NULL };
  const cJSON *format;
  if (bl_reader_fields (reader, line, keys, &format))
    bl_reader_check_format (reader, format);
}

static void
read_line (File *file, GBytes *slice, guint number, gboolean *headed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BlJson) json = bl_json_parse_slice (slice, file->path, number, 0, &error);
  if (json == NULL)
    {
      BlProblemPlace place = { .file = file->path, .line = number };
      const char *what = bl_json_error_what (error, &place);
      place.excerpt = bl_json_error_excerpt (error);
      bl_problems_add_at (file->problems, BL_PROBLEM_PARTIAL, &place, "%s", what != NULL ? what : error->message);
      file->n_errors++;
      return;
    }
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlReader reader
      = { .json = json, .arena = arena, .problems = file->problems, .domain = BL_JSON_ERROR, .code = BL_JSON_ERROR_SHAPE };
  const cJSON *line = bl_json_root (json)->child;
  if (line != NULL && !*headed)
    read_header (&reader, line);
  else if (line != NULL)
    {
      g_autoptr (BlDecision) decision = g_new0 (BlDecision, 1);
      read_decision (&reader, line, decision);
      decision->file = g_strdup (file->path);
      decision->line = number;
      if (reader.n_errors == 0)
        g_ptr_array_add (file->list, g_steal_pointer (&decision));
    }
  *headed = TRUE;
  file->n_errors += reader.n_errors;
  g_clear_error (&reader.first);
}

static gboolean
is_conflict_mark (const char *text, gsize length)
{
  return length >= 7
         && (memcmp (text, "<<<<<<<", 7) == 0 || memcmp (text, "=======", 7) == 0 || memcmp (text, ">>>>>>>", 7) == 0);
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static void
read_lines (File *file)
{
  gsize length;
  const char *text = g_bytes_get_data (file->bytes, &length);
  gboolean headed = FALSE;
  guint number = 0;
  for (gsize at = 0, end; at < length; at = end + 1)
    {
      const char *stop = memchr (text + at, '\n', length - at);
      end = stop != NULL ? (gsize) (stop - text) : length;
      number++;
      if (is_blank (text + at, end - at))
        continue;
      if (is_conflict_mark (text + at, end - at))
        {
          complain (file, number, "a merge left its marks; take them out, the lines of both sides may stay");
          continue;
        }
      /* A line is read as a list of one, whose bracket stands in column 0. */
      GString *list = g_string_new ("[");
      g_string_append_len (list, text + at, (gssize) (end - at));
      g_string_append_c (list, ']');
      g_autoptr (GBytes) slice = g_string_free_to_bytes (list);
      read_line (file, slice, number, &headed);
    }
  if (!headed)
    complain (file, 0, "the file is empty; its first line is {\"format\":1}");
}

GPtrArray *
bl_decisions_load (const char *path, BlProblems *problems, GError **error)
{
  gsize length = 0;
  char *text = bl_file_read (path, BL_LIMIT_JSON_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_decision_free);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  File file = { .path = path, .bytes = bytes, .problems = problems, .list = read };
  read_lines (&file);
  if (file.n_errors > 0)
    {
      g_set_error (error, BL_JSON_ERROR, BL_JSON_ERROR_SHAPE, "%s: %u line%s that cannot be used", path, file.n_errors,
                   file.n_errors == 1 ? "" : "s");
      return NULL;
    }
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_decision_free);
  bl_decisions_merge (list, read);
  return list;
}

/* --- putting together ----------------------------------------------------------------------------------------------- */

/* The weightier first; then the one that counts longer, then by words, so that nothing depends on the order of lines. */
static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const BlDecision *x = *(BlDecision *const *) a, *y = *(BlDecision *const *) b;
  int order = strcmp (x->fingerprint, y->fingerprint);
  if (order == 0)
    order = (int) y->kind - (int) x->kind;
  if (order == 0)
    {
      const gint32 last_x = x->until.precision == BL_DATE_UNKNOWN ? G_MAXINT32 : bl_date_last_day (x->until);
      const gint32 last_y = y->until.precision == BL_DATE_UNKNOWN ? G_MAXINT32 : bl_date_last_day (y->until);
      order = last_x == last_y ? 0 : last_x > last_y ? -1 : 1;
    }
  if (order == 0)
    order = g_strcmp0 (x->why, y->why);
  if (order == 0)
    order = g_strcmp0 (x->who, y->who);
  if (order == 0)
    order = g_strcmp0 (x->file, y->file);
  return order != 0 ? order : (int) x->line - (int) y->line;
}

void
bl_decisions_merge (GPtrArray *list, GPtrArray *more)
{
  while (more->len > 0)
    g_ptr_array_add (list, g_ptr_array_steal_index (more, more->len - 1));
  g_ptr_array_sort (list, compare_decisions);
  guint kept = 0;
  for (guint i = 0; i < list->len; i++)
    {
      BlDecision *decision = list->pdata[i];
      if (kept > 0 && strcmp (((BlDecision *) list->pdata[kept - 1])->fingerprint, decision->fingerprint) == 0)
        bl_decision_free (decision);
      else
        list->pdata[kept++] = decision;
    }
  list->len = kept;
}

static void
write_member (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, ",\"%s\":", name);
  bl_json_write_string (out, text);
}

GString *
bl_decisions_write (const GPtrArray *list)
{
  GString *out = g_string_new ("{\"format\":1}\n");
  for (guint i = 0; i < list->len; i++)
    {
      const BlDecision *decision = list->pdata[i];
      const gboolean state = decision->kind == BL_DECISION_LEGACY || decision->kind == BL_DECISION_ACCEPTED;
      g_autofree char *until = bl_date_format (decision->until);
      g_string_append (out, "{\"fp\":");
      bl_json_write_string (out, decision->fingerprint);
      write_member (out, "id", decision->id);
      write_member (out, "at", decision->at);
      write_member (out, "evidence", decision->evidence);
      write_member (out, state ? "state" : "verdict", names[decision->kind]);
      write_member (out, "why", decision->why);
      write_member (out, "who", decision->who);
      write_member (out, "until", until[0] != '\0' ? until : NULL);
      g_string_append (out, "}\n");
    }
  return out;
}
