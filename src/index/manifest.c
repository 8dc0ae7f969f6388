#include "index/manifest.h"

#include "index/bytes.h"
#include "index/identity.h"

#include <string.h>

/* A file that is read in this run, or was found unchanged. */
typedef struct
{
  char *path;
  char *shown; /* as problems name it */
  BlIdentity identity;
  gboolean fit;     /* to be remembered */
  GString *records; /* of n records; NULL: old */
  GString *problems;
  guint n_records, n_problems;
  const char *old; /* all that was kept of it, with its length */
  gsize old_length;
} File;

struct BlManifest
{
  BlHeads heads;        /* first: what callbacks get */
  GHashTable *kept;     /* path (owned) → BlBytes of what follows it (owned) */
  GHashTable *by_input; /* path → File, borrowed */
  GHashTable *by_shown; /* likewise */
  GPtrArray *files;     /* File, in the order they were asked for */
  gint64 now;           /* nanoseconds, before anything was read */
  guint n_kept;
};

static void
file_free (gpointer data)
{
  File *file = data;
  g_free (file->path);
  g_free (file->shown);
  if (file->records != NULL)
    g_string_free (file->records, TRUE);
  if (file->problems != NULL)
    g_string_free (file->problems, TRUE);
  g_free (file);
}

/* --- records ------------------------------------------------------------------------------------------------------- */

static void
add_record (GString *out, const BlRecord *record)
{
  const BlMetadata *metadata = &record->metadata;
  const char *const texts[] = { metadata->id,  metadata->key,    metadata->title,    metadata->source,
                                metadata->url, metadata->author, metadata->language, metadata->origin };
  const guint64 place[] = { record->place.start, record->place.end };
  const guint32 numbers[] = { (guint32) metadata->published.year,
                              (guint32) metadata->published.month,
                              (guint32) metadata->published.day,
                              (guint32) metadata->published.precision,
                              metadata->source_line,
                              metadata->source_column,
                              record->line };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    bl_bytes_add_string (out, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    bl_bytes_add_number (out, numbers[i]);
  g_string_append_len (out, (const char *) place, sizeof place);
  g_string_append_len (out, (const char *) record->content, sizeof record->content);
}

static BlRecord *
read_record (BlBytes *bytes, const BlInput *input)
{
  BlRecord *record = bl_record_new (input);
  BlMetadata *metadata = &record->metadata;
  char **const texts[] = { &metadata->id,  &metadata->key,    &metadata->title,    &metadata->source,
                           &metadata->url, &metadata->author, &metadata->language, &metadata->origin };
  guint64 place[2];
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = bl_bytes_string (bytes);
  metadata->published.year = (gint16) bl_bytes_number (bytes);
  metadata->published.month = (gint8) bl_bytes_number (bytes);
  metadata->published.day = (gint8) bl_bytes_number (bytes);
  metadata->published.precision = (gint8) bl_bytes_number (bytes);
  metadata->source_line = bl_bytes_number (bytes);
  metadata->source_column = bl_bytes_number (bytes);
  record->line = bl_bytes_number (bytes);
  bl_bytes_read (bytes, place, sizeof place);
  record->place = bl_span (place[0], place[1]);
  bl_bytes_read (bytes, record->content, sizeof record->content);
  return record;
}

static void
add_problem (GString *out, const BlProblem *problem)
{
  bl_bytes_add_number (out, (guint32) problem->level);
  bl_bytes_add_number (out, problem->line);
  bl_bytes_add_number (out, problem->column);
  bl_bytes_add_string (out, problem->what);
  bl_bytes_add_string (out, problem->excerpt);
}

static void
read_problem (BlBytes *bytes, const BlInput *input, BlProblems *problems)
{
  const guint32 level = bl_bytes_number (bytes), line = bl_bytes_number (bytes), column = bl_bytes_number (bytes);
  g_autofree char *what = bl_bytes_string (bytes), *excerpt = bl_bytes_string (bytes);
  const BlProblemPlace place = { .file = input->shown, .line = line, .column = column, .excerpt = excerpt };
  if (what != NULL)
    bl_problems_add_at (problems, level == BL_PROBLEM_PARTIAL ? BL_PROBLEM_PARTIAL : BL_PROBLEM_NOTE, &place, "%s", what);
}

/* --- what the corpus asks and tells -------------------------------------------------------------------------------- */

static File *
add_file (BlManifest *manifest, const BlInput *input)
{
  File *file = g_new0 (File, 1);
  file->path = g_strdup (input->file);
  file->shown = g_strdup (input->shown);
  g_ptr_array_add (manifest->files, file);
  g_hash_table_insert (manifest->by_input, file->path, file);
  g_hash_table_insert (manifest->by_shown, file->shown, file);
  return file;
}

static gboolean
find (BlHeads *heads, const BlInput *input, BlProblems *problems, void (*found) (BlRecord *, gpointer), gpointer data)
{
  BlManifest *manifest = (BlManifest *) heads;
  BlIdentity identity, old;
  if (input->bytes != NULL || input->is_draft || !bl_identity_of (input->file, &identity))
    return FALSE;
  File *file = add_file (manifest, input);
  file->identity = identity;
  file->fit = !bl_identity_is_racy (&identity, manifest->now);
  const BlBytes *kept = g_hash_table_lookup (manifest->kept, input->file);
  if (kept == NULL)
    return FALSE;
  BlBytes bytes = *kept;
  bl_bytes_read (&bytes, &old, sizeof old);
  if (memcmp (&old, &identity, sizeof old) != 0)
    return FALSE;
  const guint32 n_records = bl_bytes_number (&bytes), n_problems = bl_bytes_number (&bytes);
  for (guint32 i = 0; i < n_records && !bytes.broken; i++)
    found (read_record (&bytes, input), data);
  for (guint32 i = 0; i < n_problems && !bytes.broken; i++)
    read_problem (&bytes, input, problems);
  if (bytes.broken)
    return FALSE;
  file->old = kept->at;
  file->old_length = kept->left;
  return TRUE;
}

static void
keep (BlHeads *heads, const BlRecord *record)
{
  BlManifest *manifest = (BlManifest *) heads;
  File *file = g_hash_table_lookup (manifest->by_input, record->input->file);
  if (file == NULL)
    return;
  if (file->records == NULL)
    file->records = g_string_new (NULL);
  add_record (file->records, record);
  file->n_records++;
}

static void
keep_problem (BlHeads *heads, const BlProblem *problem)
{
  BlManifest *manifest = (BlManifest *) heads;
  File *file = problem->file != NULL ? g_hash_table_lookup (manifest->by_shown, problem->file) : NULL;
  if (file == NULL)
    return;
  if (file->problems == NULL)
    file->problems = g_string_new (NULL);
  add_problem (file->problems, problem);
  file->n_problems++;
}

/* --- the whole ----------------------------------------------------------------------------------------------------- */

static void
read_kept (BlManifest *manifest, const char *kept, gsize length)
{
  BlBytes bytes = { .at = kept, .left = length };
  while (bytes.left > 0)
    {
      char *path = bl_bytes_string (&bytes);
      const guint32 part = bl_bytes_number (&bytes);
      const char *at = bl_bytes_skip (&bytes, part);
      if (path == NULL || at == NULL)
        {
          g_free (path);
          g_hash_table_remove_all (manifest->kept);
          return;
        }
      BlBytes *entry = g_new (BlBytes, 1);
      *entry = (BlBytes){ .at = at, .left = part };
      g_hash_table_insert (manifest->kept, path, entry);
    }
  manifest->n_kept = g_hash_table_size (manifest->kept);
}

BlManifest *
bl_manifest_new (const char *kept, gsize length)
{
  BlManifest *manifest = g_new0 (BlManifest, 1);
  manifest->heads = (BlHeads){ .find = find, .keep = keep, .keep_problem = keep_problem };
  manifest->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  manifest->by_input = g_hash_table_new (g_str_hash, g_str_equal);
  manifest->by_shown = g_hash_table_new (g_str_hash, g_str_equal);
  manifest->files = g_ptr_array_new_with_free_func (file_free);
  manifest->now = bl_identity_now ();
  if (kept != NULL)
    read_kept (manifest, kept, length);
  return manifest;
}

void
bl_manifest_free (BlManifest *manifest)
{
  if (manifest == NULL)
    return;
  g_hash_table_unref (manifest->kept);
  g_hash_table_unref (manifest->by_input);
  g_hash_table_unref (manifest->by_shown);
  g_ptr_array_unref (manifest->files);
  g_free (manifest);
}

BlHeads *
bl_manifest_heads (BlManifest *manifest)
{
  return &manifest->heads;
}

static void
add_entry (GString *out, const File *file)
{
  const gsize problems = file->problems != NULL ? file->problems->len : 0;
  bl_bytes_add_string (out, file->path);
  if (file->old != NULL)
    {
      bl_bytes_add_number (out, (guint32) file->old_length);
      g_string_append_len (out, file->old, (gssize) file->old_length);
      return;
    }
  bl_bytes_add_number (out, (guint32) (sizeof file->identity + 2 * sizeof (guint32) + file->records->len + problems));
  g_string_append_len (out, (const char *) &file->identity, sizeof file->identity);
  bl_bytes_add_number (out, file->n_records);
  bl_bytes_add_number (out, file->n_problems);
  g_string_append_len (out, file->records->str, (gssize) file->records->len);
  if (problems > 0)
    g_string_append_len (out, file->problems->str, (gssize) problems);
}

/* A file without records is read again: it may be one that could not be opened. */
static gboolean
is_kept (const File *file)
{
  return file->old != NULL
         || (file->fit && file->records != NULL
             && file->records->len + (file->problems != NULL ? file->problems->len : 0) < G_MAXINT32);
}

GString *
bl_manifest_bytes (BlManifest *manifest)
{
  guint n_old = 0, n = 0;
  for (guint i = 0; i < manifest->files->len; i++)
    {
      const File *file = manifest->files->pdata[i];
      n_old += file->old != NULL;
      n += is_kept (file);
    }
  if (n == n_old && n_old == manifest->n_kept)
    return NULL;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < manifest->files->len; i++)
    if (is_kept (manifest->files->pdata[i]))
      add_entry (out, manifest->files->pdata[i]);
  return out;
}
