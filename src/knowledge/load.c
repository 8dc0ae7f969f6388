/* Files become tables: find them, read and parse them, read their entries, link, index. */
#include <glib/gstdio.h>
#include <string.h>

#include "knowledge/csv_base.h"
#include "knowledge/image.h"
#include "knowledge/name_index.h"
#include "knowledge/reader.h"
#include "knowledge/slices.h"

/* How names are compared; beside the folder of a base. */
#define GIVEN_NAMES "given-names.json"
#define NAME_MODEL "name-model.json"
#define NAME_COSTS "name-costs.json"

typedef void (*ReadEntry) (BlKbReader *reader, const cJSON *item);

enum
{
  LARGE_BYTES = 4 * 1024 * 1024 /* a larger file is read slice by slice */
};

enum
{
  FORMAT,
  AS_OF,
  SOURCE,
  FIRST_LIST, /* lists[] */
  N_LISTS = 7,
  N_KEYS = FIRST_LIST + N_LISTS
};
static const char *const keys[]
    = { "format", "as_of", "source", "countries", "organisations", "roles", "offices", "persons", "treaties", "facts", NULL };
static const ReadEntry lists[N_LISTS] = { bl_kb_read_country, bl_kb_read_organisation, bl_kb_read_role, bl_kb_read_office,
                                          bl_kb_read_person,  bl_kb_read_treaty,       bl_kb_read_fact };

static void
read_list (BlKbReader *reader, const cJSON *list, ReadEntry read_entry)
{
  if (bl_kb_array (reader, list) == 0)
    return;
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    read_entry (reader, item);
}

static void
read_knowledge (BlKbReader *reader, BlKbFile *file)
{
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, bl_json_root (file->json), keys, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  file->known_until = bl_date_last_day (bl_kb_date (reader, fields[AS_OF]));
  file->source = bl_kb_text (reader, fields[SOURCE]);
  for (guint i = 0; i < N_LISTS; i++)
    read_list (reader, fields[FIRST_LIST + i], lists[i]);
}

static gboolean
is_table (const char *path)
{
  return g_str_has_suffix (path, ".csv");
}

/* Takes json. */
static BlKbFile *
add_file (BlKbReader *reader, BlKbFile like, BlJson *json)
{
  BlKbFile *file = bl_arena_new0 (reader->kb->arena, BlKbFile);
  *file = like;
  file->json = json;
  g_ptr_array_add (reader->kb->files, file);
  reader->file = file;
  return file;
}

/* The elements of a list that the file around them, frame, is without. */
static void
read_slice (BlKbReader *reader, const BlKbFile *frame, const BlKbSlice *slice)
{
  GError *error = NULL;
  BlJson *json = bl_json_parse_slice (slice->bytes, frame->path, slice->line, slice->column, &error);
  if (json == NULL)
    {
      bl_reader_take_error (&reader->base, frame->path, error);
      return;
    }
  const BlKbFile *file = add_file (reader, *frame, json);
  for (guint i = 0; i < N_LISTS; i++)
    if (strcmp (slice->list, keys[FIRST_LIST + i]) == 0)
      read_list (reader, bl_json_root (file->json), lists[i]);
  bl_json_fold (file->json);
}

/* FALSE: it must be read whole. */
static gboolean
read_large (BlKbReader *reader, BlKbFile like, GBytes *bytes)
{
  g_autoptr (GString) frame = g_string_new (NULL);
  g_autoptr (GArray) slices = bl_kb_slices_new ();
  BlJson *json = bl_kb_slice (bytes, frame, slices) ? bl_json_parse (frame->str, frame->len, like.path, NULL) : NULL;
  if (json == NULL)
    return FALSE;
  BlKbFile *file = add_file (reader, like, json);
  read_knowledge (reader, file);
  for (guint i = 0; i < slices->len; i++)
    read_slice (reader, file, &g_array_index (slices, BlKbSlice, i));
  return TRUE;
}

static void
read_file (BlKbReader *reader, BlJsonFile *input)
{
  g_autoptr (GBytes) bytes = g_steal_pointer (&input->bytes);
  BlArena *arena = reader->kb->arena;
  BlKbFile like = { .layer = input->layer, .is_table = is_table (input->path) };
  like.path = bl_arena_strndup (arena, input->path, strlen (input->path));
  like.shown = bl_path_shorten (like.path);
  const gboolean is_ahead = input->error == NULL && input->json == NULL;
  if (is_ahead && g_bytes_get_size (bytes) > LARGE_BYTES && read_large (reader, like, bytes))
    return;
  if (is_ahead)
    input->json = bl_json_parse_bytes (bytes, input->path, &input->error);
  if (input->json == NULL)
    {
      bl_reader_take_error (&reader->base, input->path, g_steal_pointer (&input->error));
      return;
    }

  BlKbFile *file = add_file (reader, like, g_steal_pointer (&input->json));
  if (input->beside && g_str_has_suffix (input->path, NAME_MODEL))
    bl_kb_read_name_model (reader, bl_json_root (file->json));
  else if (input->beside && g_str_has_suffix (input->path, NAME_COSTS))
    bl_kb_read_name_costs (reader, bl_json_root (file->json));
  else if (input->beside)
    bl_kb_read_given_names (reader, bl_json_root (file->json));
  else
    read_knowledge (reader, file);
}

/* Tables become the JSON of knowledge files; the files after them are read as ever. */
static void
convert_table (BlJsonFile *input, GBytes **table, BlProblems *problems)
{
  gsize length = 0;
  char *text = bl_file_read (input->path, BL_LIMIT_KNOWLEDGE_BYTES, &length, &input->error);
  if (text == NULL)
    return;
  *table = g_bytes_new_take (text, length);
  char *json = bl_kb_csv_to_json (text, length, input->path, problems, &input->error);
  if (json != NULL)
    input->bytes = g_bytes_new_take (json, strlen (json));
}

static gboolean
is_larger (const char *path, gsize size)
{
  GStatBuf status;
  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) && (guint64) status.st_size > size;
}

/* What bl_json_files_read() is not to read: it would make a tree of all of it. */
static void
read_ahead (BlJsonFile *input, GBytes **source, BlProblems *problems)
{
  gsize length = 0;
  if (input->error != NULL)
    return;
  if (is_table (input->path))
    convert_table (input, source, problems);
  else if (!input->beside && is_larger (input->path, LARGE_BYTES))
    {
      char *text = bl_file_read (input->path, BL_LIMIT_KNOWLEDGE_BYTES, &length, &input->error);
      input->bytes = text != NULL ? g_bytes_new_take (text, length) : NULL;
    }
}

/* Reads, parses and understands the files; they stay in kb->bytes for the hash. */
static void
read_inputs (BlKbReader *reader, GPtrArray *inputs)
{
  GPtrArray *sources = reader->kb->bytes;
  g_ptr_array_set_size (sources, (gint) inputs->len);
  for (guint i = 0; i < inputs->len; i++)
    read_ahead (g_ptr_array_index (inputs, i), (GBytes **) &g_ptr_array_index (sources, i), reader->base.problems);
  bl_json_files_read (inputs);
  for (guint i = 0; i < inputs->len; i++)
    {
      BlJsonFile *input = g_ptr_array_index (inputs, i);
      if (g_ptr_array_index (sources, i) == NULL && input->bytes != NULL)
        g_ptr_array_index (sources, i) = g_bytes_ref (input->bytes);
      read_file (reader, input);
    }
}

static void
add_path (GPtrArray *inputs, const char *path, guint layer)
{
  static const char *const lexicons[] = { GIVEN_NAMES, NAME_MODEL, NAME_COSTS, NULL };
  g_autofree char *name = g_path_get_basename (path);
  if (!g_strv_contains (lexicons, name) || !bl_json_files_add_one (inputs, path, layer, TRUE))
    {
      bl_json_files_add (inputs, path, layer, lexicons);
      bl_json_files_add_tables (inputs, path, layer);
    }
}

/* keep: in an arena that can be kept as an image. */
static BlKnowledge *
build (GPtrArray *inputs, const char *keep, BlProblems *problems, GError **error)
{
  g_autoptr (BlKnowledge) kb = bl_kb_new (keep != NULL ? bl_kb_image_arena (keep) : bl_arena_new ());
  BlKbReader reader = { .kb = kb };
  reader.base = (BlReader){
    .arena = kb->arena, .copies = TRUE, .problems = problems, .domain = BL_KNOWLEDGE_ERROR, .code = BL_KNOWLEDGE_ERROR_SCHEMA
  };
  read_inputs (&reader, inputs);
  bl_kb_link (&reader);
  if (!bl_reader_end (&reader.base, error))
    return NULL;
  bl_kb_freeze_tables (kb);
  if (keep != NULL)
    {
      /* An image has the hash in it, and the sources of a large base may be as large as all that follows. */
      bl_knowledge_hash (kb);
      g_clear_pointer (&kb->bytes, g_ptr_array_unref);
    }
  bl_name_index_start (kb);
  bl_kb_index_persons (kb);
  bl_kb_index_surfaces (kb);
  bl_kb_index_name_words (kb);
  bl_kb_index_first_words (kb);
  bl_kb_freeze_indexes (kb);
  return g_steal_pointer (&kb);
}

BlKnowledge *
bl_knowledge_open (const char *const *paths, const char *cache, BlProblems *problems, char **remark, GError **error)
{
  g_autofree char *unused = NULL;
  remark = remark != NULL ? remark : &unused;
  g_autoptr (GPtrArray) inputs = bl_json_files_new ();
  for (guint layer = 0; paths[layer] != NULL; layer++)
    add_path (inputs, paths[layer], layer);
  g_autofree char *key = cache != NULL ? bl_kb_image_key (inputs, remark) : NULL;
  BlKnowledge *kb = key != NULL ? bl_kb_image_map (cache, key, problems, remark) : NULL;
  if (kb != NULL)
    return kb;

  g_autoptr (BlProblems) said = bl_problems_new ();
  kb = build (inputs, key, said, error);
  if (kb != NULL && key != NULL)
    bl_kb_image_save (kb, cache, key, said, remark);
  const GPtrArray *list = bl_problems_list (said);
  for (guint i = 0; problems != NULL && i < list->len; i++)
    bl_kb_repeat_problem (g_ptr_array_index (list, i), problems);
  return kb;
}

BlKnowledge *
bl_knowledge_load (const char *const *paths, BlProblems *problems, GError **error)
{
  return bl_knowledge_open (paths, NULL, problems, NULL, error);
}

/* SHA-256 in software takes as long as all the rest of loading, and few runs ask for it. */
const char *
bl_knowledge_hash (const BlKnowledge *kb)
{
  BlKnowledge *writable = (BlKnowledge *) kb;
  if (g_once_init_enter (&writable->hashed))
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      for (guint i = 0; i < kb->bytes->len; i++)
        {
          gsize length = 0;
          const guchar *bytes = g_bytes_get_data (g_ptr_array_index (kb->bytes, i), &length);
          g_checksum_update (checksum, bytes, (gssize) length);
        }
      writable->hash = g_strdup (g_checksum_get_string (checksum));
      g_once_init_leave (&writable->hashed, 1);
    }
  return kb->hash;
}
