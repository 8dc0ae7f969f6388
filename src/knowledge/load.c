/* Files become tables: find them, read and parse them, read their entries, link, index. */
#include <string.h>

#include "knowledge/csv_base.h"
#include "knowledge/name_index.h"
#include "knowledge/reader.h"

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

/* How names are compared; beside the folder of a base. */
#define GIVEN_NAMES "given-names.json"
#define NAME_MODEL "name-model.json"
#define NAME_COSTS "name-costs.json"

typedef void (*ReadEntry) (BlKbReader *reader, const cJSON *item);

static void
read_list (BlKbReader *reader, const cJSON *list, ReadEntry read_entry)
{
  if (bl_kb_array (reader, list) == 0)
    return;
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    read_entry (reader, item);
}

static void
read_knowledge (BlKbReader *reader, BlKbFile *file, const cJSON *root)
{
  enum
  {
    FORMAT,
    AS_OF,
    SOURCE,
    COUNTRIES,
    ORGANISATIONS,
    ROLES,
    OFFICES,
    PERSONS,
    TREATIES,
    FACTS,
    N_KEYS
  };
  static const char *const known[]
      = { "format", "as_of", "source", "countries", "organisations", "roles", "offices", "persons", "treaties", "facts", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_kb_fields (reader, root, known, fields))
    return;
  bl_kb_check_format (reader, fields[FORMAT]);
  file->known_until = bl_date_last_day (bl_kb_date (reader, fields[AS_OF]));
  file->source = bl_kb_text (reader, fields[SOURCE]);
  read_list (reader, fields[COUNTRIES], bl_kb_read_country);
  read_list (reader, fields[ORGANISATIONS], bl_kb_read_organisation);
  read_list (reader, fields[ROLES], bl_kb_read_role);
  read_list (reader, fields[OFFICES], bl_kb_read_office);
  read_list (reader, fields[PERSONS], bl_kb_read_person);
  read_list (reader, fields[TREATIES], bl_kb_read_treaty);
  read_list (reader, fields[FACTS], bl_kb_read_fact);
}

static gboolean
is_table (const char *path)
{
  return g_str_has_suffix (path, ".csv");
}

static void
read_file (BlKbReader *reader, BlJsonFile *input)
{
  if (input->bytes != NULL)
    g_ptr_array_add (reader->kb->bytes, g_bytes_ref (input->bytes));
  BlJson *json = g_steal_pointer (&input->json);
  if (json == NULL)
    {
      bl_reader_take_error (&reader->base, input->path, g_steal_pointer (&input->error));
      return;
    }

  BlKbFile *file = g_new0 (BlKbFile, 1);
  *file = (BlKbFile){ .json = json, .path = g_strdup (input->path), .layer = input->layer, .is_table = is_table (input->path) };
  file->shown = bl_path_shorten (file->path);
  g_ptr_array_add (reader->kb->files, file);
  reader->file = file;
  if (input->beside && g_str_has_suffix (input->path, NAME_MODEL))
    bl_kb_read_name_model (reader, bl_json_root (json));
  else if (input->beside && g_str_has_suffix (input->path, NAME_COSTS))
    bl_kb_read_name_costs (reader, bl_json_root (json));
  else if (input->beside)
    bl_kb_read_given_names (reader, bl_json_root (json));
  else
    read_knowledge (reader, file, bl_json_root (json));
}

/* Tables become the JSON of knowledge files; the files after them are read as ever. */
static void
read_table (BlJsonFile *input, BlProblems *problems)
{
  gsize length = 0;
  char *text = bl_file_read (input->path, BL_LIMIT_JSON_BYTES, &length, &input->error);
  if (text == NULL)
    return;
  input->bytes = g_bytes_new_take (text, length);
  g_autofree char *json = bl_kb_csv_to_json (text, length, input->path, problems, &input->error);
  if (json != NULL)
    input->json = bl_json_parse (json, strlen (json), input->path, &input->error);
}

static void
add_path (GPtrArray *inputs, const char *path, guint layer)
{
  static const char *const lexicons[] = { GIVEN_NAMES, NAME_MODEL, NAME_COSTS, NULL };
  g_autofree char *name = g_path_get_basename (path);
  if (!g_strv_contains (lexicons, name) || !bl_json_files_add_one (inputs, path, layer, TRUE))
    bl_json_files_add (inputs, path, layer, lexicons);
}

BlKnowledge *
bl_knowledge_load (const char *const *paths, BlProblems *problems, GError **error)
{
  g_autoptr (BlKnowledge) kb = bl_kb_new ();
  BlKbReader reader = { .kb = kb };
  reader.base
      = (BlReader){ .arena = kb->arena, .problems = problems, .domain = BL_KNOWLEDGE_ERROR, .code = BL_KNOWLEDGE_ERROR_SCHEMA };
  g_autoptr (GPtrArray) inputs = bl_json_files_new ();
  for (guint layer = 0; paths[layer] != NULL; layer++)
    add_path (inputs, paths[layer], layer);
  for (guint i = 0; i < inputs->len; i++)
    {
      BlJsonFile *input = g_ptr_array_index (inputs, i);
      if (input->error == NULL && is_table (input->path))
        read_table (input, problems);
    }
  bl_json_files_read (inputs);
  for (guint i = 0; i < inputs->len; i++)
    read_file (&reader, g_ptr_array_index (inputs, i));
  bl_kb_link (&reader);
  if (!bl_reader_end (&reader.base, error))
    return NULL;
  bl_name_index_start (kb);
  bl_kb_index_persons (kb);
  bl_kb_index_surfaces (kb);
  return g_steal_pointer (&kb);
}
