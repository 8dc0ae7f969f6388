/* Files become tables: find them, read and parse them, read their entries, link, index. */
#include <string.h>

#include "knowledge/name_index.h"
#include "knowledge/reader.h"

/* One file that is to be read. */
typedef struct
{
  char *path;
  guint layer;
  gboolean is_lexicon;
  GBytes *bytes; /* NULL when it could not be read */
  BlJson *json;  /* parsed; NULL with error set when it is no JSON */
  GError *error;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;
  g_free (input->path);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_clear_pointer (&input->json, bl_json_free);
  g_clear_error (&input->error);
  g_free (input);
}

static void
add_input (GPtrArray *inputs, char *path, guint layer, gboolean is_lexicon)
{
  Input *input = g_new0 (Input, 1);
  *input = (Input){ .path = path, .layer = layer, .is_lexicon = is_lexicon };
  g_ptr_array_add (inputs, input);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files of a folder by name, and given-names.json of the lexicon beside it. */
static void
find_in_folder (BlKbReader *reader, GPtrArray *inputs, const char *folder, guint layer)
{
  GError *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  if (dir == NULL)
    {
      bl_kb_take_error (reader, folder, error, BL_KNOWLEDGE_ERROR_SCHEMA);
      return;
    }
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".json") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  g_autofree char *inside = g_build_filename (folder, "x", NULL); /* whether folder ends with a slash or not */
  g_autofree char *bare = g_path_get_dirname (inside);
  g_autofree char *parent = g_path_get_dirname (bare);
  char *lexicon = g_build_filename (parent, "lexicon", "given-names.json", NULL);
  if (g_file_test (lexicon, G_FILE_TEST_IS_REGULAR))
    add_input (inputs, lexicon, layer, TRUE);
  else
    g_free (lexicon);
  for (guint i = 0; i < names->len; i++)
    add_input (inputs, g_build_filename (folder, g_ptr_array_index (names, i), NULL), layer, FALSE);
}

static GPtrArray *
find_inputs (BlKbReader *reader, const char *const *paths)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func (input_free);
  for (guint layer = 0; paths[layer] != NULL; layer++)
    if (g_file_test (paths[layer], G_FILE_TEST_IS_REGULAR))
      add_input (inputs, g_strdup (paths[layer]), layer, FALSE);
    else
      find_in_folder (reader, inputs, paths[layer], layer);
  return inputs;
}

static void
read_bytes (BlKbReader *reader, Input *input)
{
  gsize length = 0;
  GError *error = NULL;
  char *text = bl_file_read (input->path, BL_LIMIT_JSON_BYTES, &length, &error);
  if (text == NULL)
    bl_kb_take_error (reader, input->path, error, BL_KNOWLEDGE_ERROR_SCHEMA);
  else
    input->bytes = g_bytes_new_take (text, length);
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

/* The last two folders and the name: "rules/knowledge/persons-uk.json", wherever the program is installed. */
static const char *
shorten (const char *path)
{
  guint slashes = 0;
  for (const char *at = path + strlen (path); at > path; at--)
    if (at[-1] == G_DIR_SEPARATOR && ++slashes == 3)
      return at;
  return path;
}

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
  bl_kb_check_format (reader, root, fields[FORMAT]);
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

static void
read_file (BlKbReader *reader, Input *input)
{
  BlJson *json = g_steal_pointer (&input->json);
  if (json == NULL)
    {
      bl_kb_take_error (reader, input->path, g_steal_pointer (&input->error), BL_KNOWLEDGE_ERROR_SCHEMA);
      return;
    }

  BlKbFile *file = g_new0 (BlKbFile, 1);
  *file = (BlKbFile){ .json = json, .path = g_strdup (input->path), .layer = input->layer };
  file->shown = shorten (file->path);
  g_ptr_array_add (reader->kb->files, file);
  reader->file = file;
  if (input->is_lexicon)
    bl_kb_read_given_names (reader, bl_json_root (json));
  else
    read_knowledge (reader, file, bl_json_root (json));
}

/* Parsing is most of the work of loading, and the files do not depend on each other. */
static void
parse_input (guint index, gpointer inputs)
{
  Input *input = g_ptr_array_index ((GPtrArray *) inputs, index);
  gsize length = 0;
  const char *text = input->bytes != NULL ? g_bytes_get_data (input->bytes, &length) : NULL;
  if (text != NULL)
    input->json = bl_json_parse (text, length, input->path, &input->error);
}

BlKnowledge *
bl_knowledge_load (const char *const *paths, BlProblems *problems, GError **error)
{
  g_autoptr (BlKnowledge) kb = bl_kb_new ();
  BlKbReader reader = { .kb = kb, .problems = problems };
  g_autoptr (GPtrArray) inputs = find_inputs (&reader, paths);
  for (guint i = 0; i < inputs->len; i++)
    read_bytes (&reader, g_ptr_array_index (inputs, i));
  bl_parallel_for (inputs->len, g_get_num_processors (), parse_input, inputs);
  for (guint i = 0; i < inputs->len; i++)
    {
      Input *input = g_ptr_array_index (inputs, i);
      if (input->bytes == NULL)
        continue;
      g_ptr_array_add (kb->bytes, g_bytes_ref (input->bytes));
      read_file (&reader, input);
    }
  bl_kb_link (&reader);
  if (reader.first != NULL)
    {
      g_propagate_error (error, reader.first);
      return NULL;
    }
  bl_name_index_start (kb);
  bl_kb_index_persons (kb);
  bl_kb_index_surfaces (kb);
  return g_steal_pointer (&kb);
}
