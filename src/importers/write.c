#include "importers/write.h"

#include "importers/members.h"
#include "importers/merge.h"
#include "importers/names.h"
#include "text/fold.h"

#include <errno.h>
#include <string.h>

enum
{
  FLUSH_BYTES = 256 * 1024
};

typedef struct
{
  BlResolution *resolution;
  const BlImportHead *head;
  GOutputStream *out;
  GString *text;
  GString *record;
  BlImportCounts *counts;
  GArray *own; /* BlMergeTerm: terms of the person that is being written */
  guint next_term;
} Writer;

static gboolean
flush (Writer *writer, gsize above, GError **error)
{
  if (writer->text->len <= above)
    return TRUE;
  const gboolean written = g_output_stream_write_all (writer->out, writer->text->str, writer->text->len, NULL, NULL, error);
  g_string_truncate (writer->text, 0);
  return written;
}

/* --- terms ---------------------------------------------------------------------------------------------------------------- */

/* In the shipped base, somebody of another name took the only seat later. */
static gboolean
is_succeeded (const Writer *writer, const BlImportTerm *term, const BlImportOffice *office, const char *folded)
{
  const BlKnowledge *kb = writer->resolution->labels.kb;
  const BlOffice *known = office->seats == 1 ? bl_knowledge_office (kb, office->id) : NULL;
  if (known == NULL)
    return FALSE;
  const BlDateRange after = { .first = bl_date_last_day (term->from) + 1, .last = G_MAXINT32, .known = TRUE };
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (kb, known, after);
  const GPtrArray *same = bl_knowledge_persons_named (kb, folded);
  for (guint i = 0; i < terms->len; i++)
    {
      const BlTerm *other = g_ptr_array_index (terms, i);
      if (other->when.first >= after.first && !(same != NULL && g_ptr_array_find ((GPtrArray *) same, other->person, NULL)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_after_the_data (const Writer *writer, const BlImportTerm *term)
{
  const BlDate as_of = writer->head->as_of;
  return term->to.precision == BL_DATE_UNKNOWN && as_of.precision != BL_DATE_UNKNOWN && term->from.precision != BL_DATE_UNKNOWN
         && bl_date_first_day (term->from) > bl_date_last_day (as_of);
}

static gboolean
is_repetition (const Writer *writer, const BlMergeTerm *term)
{
  for (guint i = 0; i < writer->own->len; i++)
    {
      const BlMergeTerm *other = &g_array_index (writer->own, BlMergeTerm, i);
      if (other->office == term->office && memcmp (&other->term->from, &term->term->from, sizeof term->term->from) == 0
          && memcmp (&other->term->to, &term->term->to, sizeof term->term->to) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Terms are sorted by person; those of this one begin at next_term. What cannot be is left out, what may be over is doubted. */
static void
gather_terms (Writer *writer, guint person, const char *name)
{
  const GArray *terms = writer->resolution->intake->terms;
  g_autofree char *folded = NULL;
  g_array_set_size (writer->own, 0);
  for (; writer->next_term < terms->len; writer->next_term++)
    {
      BlImportTerm *term = &g_array_index (terms, BlImportTerm, writer->next_term);
      if (term->person != person)
        break;
      const guint32 office = g_array_index (writer->resolution->term_offices, guint32, writer->next_term);
      if (office == 0)
        continue;
      const BlMergeTerm merged = { term, &g_array_index (writer->resolution->offices, BlImportOffice, office - 1) };
      if (is_repetition (writer, &merged))
        continue;
      if (is_after_the_data (writer, term))
        {
          bl_intake_left (writer->resolution->intake, BL_LEFT_DATES);
          continue;
        }
      if (folded == NULL)
        folded = bl_fold_letters (name, -1);
      if (term->to.precision == BL_DATE_UNKNOWN && term->end != BL_END_CURRENT
          && is_succeeded (writer, term, merged.office, folded))
        term->doubtful = TRUE;
      g_array_append_val (writer->own, merged);
    }
}

static void
write_terms (Writer *writer)
{
  GString *out = writer->text;
  for (guint i = 0; i < writer->own->len; i++)
    {
      const BlMergeTerm *merged = &g_array_index (writer->own, BlMergeTerm, i);
      g_string_append (out, i == 0 ? ",\"terms\":[{\"office\":" : ",{\"office\":");
      bl_json_write_string (out, merged->office->id);
      bl_import_write_date (out, "from", merged->term->from);
      bl_import_write_date (out, "to", merged->term->to);
      if (merged->term->acting)
        g_string_append (out, ",\"acting\":true");
      if (merged->term->doubtful)
        g_string_append (out, ",\"confidence\":\"low\"");
      g_string_append_c (out, '}');
    }
  if (writer->own->len > 0)
    g_string_append_c (out, ']');
}

/* --- persons -------------------------------------------------------------------------------------------------------------- */

static gboolean
read_record (Writer *writer, guint32 length, GError **error)
{
  g_string_set_size (writer->record, length);
  if (fread (writer->record->str, 1, length, writer->resolution->intake->spool) == length)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, "a temporary file could not be read back");
  return FALSE;
}

static const char *
label_of (const BlIntake *intake, BlImportId id)
{
  const guint32 item = id != 0 ? bl_intake_name (intake, id)->item : 0;
  return item != 0 ? g_array_index (intake->items, BlImportItem, item - 1).label : NULL;
}

static void
write_own (Writer *writer, const BlImportPerson *person)
{
  const char *name = writer->record->str;
  g_string_append (writer->text, name + strlen (name) + 1);
  const char *country = bl_resolve_state (writer->resolution, person->country);
  if (country != NULL && bl_knowledge_country (writer->resolution->labels.kb, country) != NULL)
    bl_import_write_member (writer->text, "country", country);
  const char *family = label_of (writer->resolution->intake, person->family);
  if (family != NULL && bl_is_family_within (family, name))
    bl_import_write_member (writer->text, "family", family);
  write_terms (writer);
  g_string_append_c (writer->text, '}');
}

static gboolean
write_person (Writer *writer, guint index, GError **error)
{
  const BlIntake *intake = writer->resolution->intake;
  const BlImportPerson *person = &g_array_index (intake->persons, BlImportPerson, index);
  if (!read_record (writer, person->length, error))
    return FALSE;
  const char *name = writer->record->str;
  gather_terms (writer, index, name);
  const gsize before = writer->text->len;
  g_string_append (writer->text, writer->counts->persons > 0 ? ",\n" : "\n");
  switch (bl_merge_write (writer->text, person, bl_intake_name (intake, person->id)->text, writer->own, writer->head->as_of))
    {
    case BL_MERGE_OTHER:
      write_own (writer, person);
      break;
    case BL_MERGE_JOINED:
      writer->counts->joined++;
      break;
    case BL_MERGE_SAME:
      g_string_truncate (writer->text, before);
      bl_intake_left (writer->resolution->intake, BL_LEFT_KNOWN);
      return TRUE;
    }
  writer->counts->persons++;
  writer->counts->terms += writer->own->len;
  for (guint i = 0; i < writer->own->len; i++)
    writer->counts->doubtful += g_array_index (writer->own, BlMergeTerm, i).term->doubtful;
  return flush (writer, FLUSH_BYTES, error);
}

static gboolean
write_persons (Writer *writer, GError **error)
{
  BlIntake *intake = writer->resolution->intake;
  if (fflush (intake->spool) != 0 || fseeko (intake->spool, 0, SEEK_SET) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "a temporary file: %s", g_strerror (errno));
      return FALSE;
    }
  g_string_append (writer->text, ",\n\"persons\":[");
  for (guint i = 0; i < intake->persons->len; i++)
    if (!write_person (writer, i, error))
      return FALSE;
  g_string_append (writer->text, "\n]}\n");
  return flush (writer, 0, error);
}

/* --- the rest ------------------------------------------------------------------------------------------------------------- */

static void
write_roles (Writer *writer)
{
  const GPtrArray *roles = writer->resolution->roles;
  for (guint i = 0; i < roles->len; i++)
    {
      g_string_append (writer->text, i == 0 ? ",\n\"roles\":[\n{\"id\":" : ",\n{\"id\":");
      bl_json_write_string (writer->text, g_ptr_array_index (roles, i));
      const char *label = g_ptr_array_index (writer->resolution->role_labels, i);
      if (label != NULL)
        {
          g_string_append (writer->text, ",\"labels\":[");
          bl_json_write_string (writer->text, label);
          g_string_append_c (writer->text, ']');
        }
      g_string_append_c (writer->text, '}');
    }
  if (roles->len > 0)
    g_string_append (writer->text, "\n]");
}

gboolean
bl_import_write_base (BlResolution *resolution, const BlImportHead *head, GOutputStream *out, BlImportCounts *counts,
                      GError **error)
{
  Writer writer = { .resolution = resolution,
                    .head = head,
                    .out = out,
                    .text = g_string_sized_new (2 * FLUSH_BYTES),
                    .record = g_string_new (NULL),
                    .own = g_array_new (FALSE, FALSE, sizeof (BlMergeTerm)),
                    .counts = counts };
  g_string_append (writer.text, "{\"format\":1,\"source\":");
  bl_json_write_string (writer.text, head->source);
  bl_import_write_date (writer.text, "as_of", head->as_of);
  write_roles (&writer);
  const gboolean written = write_persons (&writer, error);
  counts->offices = resolution->offices->len;
  counts->mapped = resolution->n_mapped;
  counts->by_id = resolution->n_by_id;
  counts->roles = resolution->roles->len;
  bl_date_write (head->as_of, counts->as_of);
  g_string_free (writer.text, TRUE);
  g_string_free (writer.record, TRUE);
  g_array_unref (writer.own);
  return written;
}
