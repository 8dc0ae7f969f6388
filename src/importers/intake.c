#include "importers/intake.h"

#include "importers/members.h"
#include "importers/merge.h"
#include "importers/names.h"
#include "knowledge/knowledge.h"

#include <errno.h>
#include <string.h>

BlIntake *
bl_intake_new (const BlKnowledge *kb, BlProblems *problems, GError **error)
{
  FILE *spool = tmpfile ();
  if (spool == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "no temporary file: %s", g_strerror (errno));
      return NULL;
    }
  BlIntake *intake = g_new0 (BlIntake, 1);
  *intake = (BlIntake){ .kb = kb,
                        .arena = bl_arena_new (),
                        .ids = g_array_new (FALSE, TRUE, sizeof (BlImportName)),
                        .persons = g_array_new (FALSE, TRUE, sizeof (BlImportPerson)),
                        .posts = g_array_new (FALSE, TRUE, sizeof (BlImportPost)),
                        .items = g_array_new (FALSE, TRUE, sizeof (BlImportItem)),
                        .terms = g_array_new (FALSE, TRUE, sizeof (BlImportTerm)),
                        .record = g_string_new (NULL),
                        .names = bl_person_names_new (),
                        .spool = spool,
                        .problems = problems };
  g_array_set_size (intake->ids, 1);
  return intake;
}

void
bl_intake_free (BlIntake *intake)
{
  if (intake == NULL)
    return;
  bl_string_map_clear (&intake->by_text);
  g_array_unref (intake->ids);
  g_array_unref (intake->persons);
  g_array_unref (intake->posts);
  g_array_unref (intake->items);
  g_array_unref (intake->terms);
  g_string_free (intake->record, TRUE);
  bl_person_names_free (intake->names);
  bl_arena_free (intake->arena);
  fclose (intake->spool);
  g_clear_error (&intake->error);
  g_free (intake);
}

BlImportId
bl_intake_id (BlIntake *intake, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return 0;
  const gsize length = strlen (text);
  const gpointer known = bl_string_map_get (&intake->by_text, text, length);
  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  BlImportName name = { .text = bl_arena_strndup (intake->arena, text, length) };
  const BlImportId id = intake->ids->len;
  *bl_string_map_insert (&intake->by_text, name.text, length) = GUINT_TO_POINTER (id);
  g_array_append_val (intake->ids, name);
  return id;
}

/* --- faults ----------------------------------------------------------------------------------------------------------- */

void
bl_intake_left (BlIntake *intake, BlImportLeft why)
{
  intake->left[why]++;
}

void
bl_intake_fault (BlIntake *intake, BlImportLeft why, const char *format, ...)
{
  intake->left[why]++;
  if (intake->problems == NULL || intake->n_named == BL_LIMIT_IMPORT_PROBLEMS)
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_problems_add (intake->problems, BL_PROBLEM_PARTIAL, intake->file, intake->line, 0, "%s", what);
  if (++intake->n_named == BL_LIMIT_IMPORT_PROBLEMS)
    bl_problems_add (intake->problems, BL_PROBLEM_PARTIAL, intake->file, 0, 0,
                     "more than %d records are faulty; the others are only counted", BL_LIMIT_IMPORT_PROBLEMS);
}

/* --- persons ----------------------------------------------------------------------------------------------------------- */

void
bl_person_draft_reset (BlPersonDraft *draft)
{
  GPtrArray *names = draft->names != NULL ? draft->names : g_ptr_array_new ();
  GPtrArray *families = draft->families != NULL ? draft->families : g_ptr_array_new ();
  g_ptr_array_set_size (names, 0);
  g_ptr_array_set_size (families, 0);
  *draft = (BlPersonDraft){ .names = names, .families = families };
}

void
bl_person_draft_clear (BlPersonDraft *draft)
{
  if (draft->names != NULL)
    {
      g_ptr_array_unref (draft->names);
      g_ptr_array_unref (draft->families);
    }
  *draft = (BlPersonDraft){ 0 };
}

/* Ids of knowledge files are letters and digits with single “-” between. One that is so stays; of another, what fits and a hash of all. */
static void
write_id (GString *out, const char *id)
{
  GString *fit = g_string_new (NULL);
  gboolean gap = FALSE;
  gboolean same = TRUE;
  for (const char *at = id; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      {
        if (gap && fit->len > 0)
          g_string_append_c (fit, '-');
        gap = FALSE;
        g_string_append_c (fit, *at);
      }
    else
      {
        same = same && *at == '-' && !gap && fit->len > 0;
        gap = TRUE;
      }
  if (!same || gap || fit->len == 0)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
      g_string_append_printf (fit, "%s%.8s", fit->len > 0 ? "-" : "", hash);
    }
  bl_json_write_string (out, fit->str);
  g_string_free (fit, TRUE);
}

/* The name that is shown, a NUL, and the members of the entry without its closing bracket. */
static void
write_record (GString *out, const BlPersonDraft *draft, const BlPersonNames *names)
{
  g_string_truncate (out, 0);
  g_string_append (out, names->shown);
  g_string_append_c (out, '\0');
  g_string_append (out, "{\"id\":");
  write_id (out, draft->id);
  bl_import_write_member (out, "name", names->shown);
  for (guint i = 0; i < names->aliases->len; i++)
    {
      g_string_append (out, i == 0 ? ",\"aliases\":[" : ",");
      bl_json_write_string (out, g_ptr_array_index (names->aliases, i));
    }
  if (names->aliases->len > 0)
    g_string_append_c (out, ']');
  bl_import_write_member (out, "native", names->native);
  bl_import_write_member (out, "family", names->family);
  if (draft->gender != 0)
    bl_import_write_member (out, "gender", (const char[]){ draft->gender, '\0' });
  bl_import_write_date (out, "born", draft->born);
  bl_import_write_date (out, "died", draft->died);
}

static void
spool_record (BlIntake *intake)
{
  const GString *record = intake->record;
  if (intake->error == NULL && fwrite (record->str, 1, record->len, intake->spool) != record->len)
    g_set_error (&intake->error, G_FILE_ERROR, g_file_error_from_errno (errno), "a temporary file: %s", g_strerror (errno));
}

static void
find_known (const BlIntake *intake, const BlPersonDraft *draft, BlImportPerson *person)
{
  const BlPersonNames *names = intake->names;
  const char *all[BL_LIMIT_IMPORT_ALIASES + 2];
  guint n = 0;
  all[n++] = names->shown;
  for (guint i = 0; i < names->aliases->len && draft->born.precision == BL_DATE_DAY; i++)
    all[n++] = g_ptr_array_index (names->aliases, i);
  all[n] = NULL;
  gboolean sure = FALSE;
  person->known = bl_merge_candidate (intake->kb, all, draft->born, &sure);
  person->surely_known = sure;
}

gboolean
bl_intake_person (BlIntake *intake, const BlPersonDraft *draft, gboolean may_repeat)
{
  const BlImportId id = bl_intake_id (intake, draft->id);
  if (id == 0)
    {
      bl_intake_fault (intake, BL_LEFT_UNREADABLE, "a person without an id; it is left out");
      return FALSE;
    }
  if (bl_intake_name (intake, id)->person != 0)
    {
      if (!may_repeat)
        bl_intake_fault (intake, BL_LEFT_TWICE, "the id “%.80s” was there before; the first person of it is kept", draft->id);
      return FALSE;
    }
  BlPersonNames *names = intake->names;
  bl_person_names_choose (names, draft);
  if (names->shown == NULL)
    {
      bl_intake_fault (intake, BL_LEFT_NO_NAME, "“%.80s” has no name; the person is left out", draft->id);
      return FALSE;
    }
  write_record (intake->record, draft, names);
  spool_record (intake);
  BlImportPerson person = { .id = id,
                            .country = draft->country,
                            .family = names->family == NULL ? draft->family : 0,
                            .length = (guint32) intake->record->len };
  find_known (intake, draft, &person);
  g_array_append_val (intake->persons, person);
  bl_intake_name (intake, id)->person = intake->persons->len;
  return TRUE;
}

/* --- offices and terms -------------------------------------------------------------------------------------------------- */

BlImportPost *
bl_intake_post (BlIntake *intake, BlImportId id)
{
  if (bl_intake_name (intake, id)->post == 0)
    {
      const BlImportPost post = { .id = id };
      g_array_append_val (intake->posts, post);
      bl_intake_name (intake, id)->post = intake->posts->len;
    }
  return &g_array_index (intake->posts, BlImportPost, bl_intake_name (intake, id)->post - 1);
}

BlImportItem *
bl_intake_item (BlIntake *intake, BlImportId id)
{
  if (bl_intake_name (intake, id)->item == 0)
    {
      const BlImportItem item = { 0 };
      g_array_append_val (intake->items, item);
      bl_intake_name (intake, id)->item = intake->items->len;
    }
  return &g_array_index (intake->items, BlImportItem, bl_intake_name (intake, id)->item - 1);
}

void
bl_post_add_label (BlIntake *intake, BlImportPost *post, const char *label)
{
  if (label == NULL || label[0] == '\0' || strlen (label) > BL_LIMIT_IMPORT_NAME_BYTES || strchr (label, '\n') != NULL)
    return;
  const gsize room = 4 * BL_LIMIT_IMPORT_NAME_BYTES; /* four or more labels */
  if (post->labels == NULL)
    post->labels = bl_arena_strndup (intake->arena, label, strlen (label));
  else if (strlen (post->labels) + strlen (label) < room)
    post->labels = bl_arena_printf (intake->arena, "%s\n%s", post->labels, label);
}

void
bl_countries_add (BlImportId *countries, BlImportId country)
{
  for (guint i = 0; i < BL_POST_COUNTRIES && country != 0; i++)
    if (countries[i] == 0 || countries[i] == country)
      {
        countries[i] = country;
        return;
      }
}

void
bl_intake_term (BlIntake *intake, BlImportTerm term)
{
  const gboolean turned = term.from.precision != BL_DATE_UNKNOWN && term.to.precision != BL_DATE_UNKNOWN
                          && bl_date_last_day (term.to) < bl_date_first_day (term.from);
  if (turned)
    bl_intake_fault (intake, BL_LEFT_DATES, "a term ends before it starts; it is left out");
  else if (term.holder == 0)
    bl_intake_fault (intake, BL_LEFT_NO_HOLDER, "an office without a holder; it is left out");
  else if (term.post == 0)
    bl_intake_fault (intake, BL_LEFT_NO_POST, "a holder without an office; it is left out");
  else
    g_array_append_val (intake->terms, term);
}

void
bl_intake_seen (BlIntake *intake, const char *date)
{
  const BlDate seen = bl_import_date (date);
  if (seen.precision == BL_DATE_DAY && bl_date_first_day (seen) > bl_date_first_day (intake->seen))
    intake->seen = seen;
}

BlDate
bl_import_date (const char *text)
{
  BlDate date = { 0 };
  if (text != NULL && bl_date_parse (text, &date) && date.year >= 1000 && date.year <= 2200)
    return date;
  return (BlDate){ 0 };
}

char
bl_import_gender (const char *text)
{
  if (text == NULL || text[0] == '\0')
    return 0;
  if (g_ascii_strcasecmp (text, "m") == 0 || g_ascii_strcasecmp (text, "male") == 0)
    return 'm';
  if (g_ascii_strcasecmp (text, "f") == 0 || g_ascii_strcasecmp (text, "female") == 0)
    return 'f';
  return 'x';
}
