/* From paths to a rule set: find the packs, read their fragments, then their rules, sort, index. */
#include <string.h>

#include "rules/set.h"

/* --- files ------------------------------------------------------------------------------------------------------- */
typedef struct
{
  BlRuleReader *reader;
  GHashTable *seen; /* canonical paths */
} Loader;

/* The last two folders and the name: "rules/packs/security.json", wherever the program is installed. */
static const char *
shorten (const char *path)
{
  guint slashes = 0;
  for (const char *at = path + strlen (path); at > path; at--)
    if (at[-1] == G_DIR_SEPARATOR && ++slashes == 3)
      return at;
  return path;
}

/* NULL, with a complaint, when it is no JSON; and without one when it was read before. */
static BlJson *
read_json (Loader *loader, const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  if (!g_hash_table_add (loader->seen, g_steal_pointer (&canonical)))
    return NULL;
  gsize length = 0;
  GError *error = NULL;
  char *text = bl_file_read (path, BL_LIMIT_JSON_BYTES, &length, &error);
  BlJson *json = text != NULL ? bl_json_parse (text, length, path, &error) : NULL;
  if (text != NULL)
    g_ptr_array_add (loader->reader->set->bytes, g_bytes_new_take (text, length));
  if (json == NULL)
    bl_rules_take_error (loader->reader, path, error);
  return json;
}

static BlRuleFile *
add_file (Loader *loader, BlJson *json, const char *path, guint layer)
{
  BlRuleFile *file = g_new0 (BlRuleFile, 1);
  file->json = json;
  file->path = g_strdup (path);
  file->shown = shorten (file->path);
  file->layer = layer;
  file->fragments = g_ptr_array_new ();
  file->scope.own = g_hash_table_new (g_str_hash, g_str_equal);
  file->scope.shared = g_ptr_array_new ();
  g_ptr_array_add (loader->reader->set->files, file);
  loader->reader->file = file;
  return file;
}

static void
read_pack (Loader *loader, const char *path, guint layer)
{
  BlJson *json = read_json (loader, path);
  if (json == NULL)
    return;
  add_file (loader, json, path, layer);
  bl_rules_read_pack (loader->reader);
}

/* The file stays in the list of files, as a pack without name or rules: its strings are in use. */
static void
read_inflections (Loader *loader, const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  BlJson *json = read_json (loader, path);
  GError *error = NULL;
  if (json == NULL)
    return;
  add_file (loader, json, path, 0);
  if (!bl_inflections_read (loader->reader->set->inflections, json, &error))
    bl_rules_take_error (loader->reader, path, error);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_folder (Loader *loader, const char *folder, guint layer)
{
  GError *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  if (dir == NULL)
    {
      bl_rules_take_error (loader->reader, folder, error);
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
  g_autofree char *lexicon = g_build_filename (parent, "lexicon", "inflections.json", NULL);
  read_inflections (loader, lexicon);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      read_pack (loader, path, layer);
    }
}

static void
read_files (Loader *loader, const char *data_dir, const char *const *paths)
{
  guint layer = 0;
  if (data_dir != NULL)
    {
      g_autofree char *lexicon = g_build_filename (data_dir, "lexicon", "inflections.json", NULL);
      g_autofree char *common = g_build_filename (data_dir, "packs", "common.json", NULL);
      read_inflections (loader, lexicon);
      if (g_file_test (common, G_FILE_TEST_IS_REGULAR))
        read_pack (loader, common, layer);
      layer++;
    }
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++, layer++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      read_pack (loader, paths[i], layer);
    else
      read_folder (loader, paths[i], layer);
}

/* --- fragments --------------------------------------------------------------------------------------------------- */
/* A pack sees what is common to its own layer and those before, so a user's pack does not change what ships. */
static void
share_fragments (BlRuleSet *set)
{
  for (guint i = 0; i < set->files->len; i++)
    for (guint j = 0; j < set->files->len; j++)
      {
        BlRuleFile *file = g_ptr_array_index (set->files, i);
        const BlRuleFile *other = g_ptr_array_index (set->files, j);
        if (i != j && other->layer <= file->layer && g_strcmp0 (other->pack, "common") == 0)
          g_ptr_array_add (file->scope.shared, other->scope.own);
      }
}

static void
settle_fragments (BlRuleReader *reader)
{
  for (guint i = 0; i < reader->file->fragments->len && !reader->tangled; i++)
    {
      BlFragment *fragment = g_ptr_array_index (reader->file->fragments, i);
      const char *cycle = NULL;
      if (bl_fragment_settle (fragment, reader->set->arena, &cycle))
        continue;
      bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, fragment->item,
                     "fragments that use themselves, or are nested more than %d deep: %s", BL_LIMIT_FRAGMENT_DEPTH, cycle);
      reader->tangled = TRUE;
    }
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
static gint
compare_rules (gconstpointer a, gconstpointer b)
{
  const BlRuleEntry *first = *(const BlRuleEntry *const *) a;
  const BlRuleEntry *second = *(const BlRuleEntry *const *) b;
  gint order = strcmp (first->public.id, second->public.id);
  return order != 0 ? order : (gint) second->file->layer - (gint) first->file->layer; /* the nearest first */
}

static void
sort_rules (BlRuleReader *reader, GPtrArray *rules)
{
  g_ptr_array_sort (rules, compare_rules);
  const BlRuleEntry *last = NULL;
  for (guint i = 0; i < rules->len; i++)
    {
      BlRuleEntry *rule = g_ptr_array_index (rules, i);
      gboolean repeated = last != NULL && strcmp (last->public.id, rule->public.id) == 0;
      if (repeated && last->file->layer == rule->file->layer)
        {
          reader->file = (BlRuleFile *) rule->file;
          bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, rule->item, "there is another rule “%s”: %s:%u", rule->public.id,
                         last->file->path, last->public.line);
        }
      if (!repeated)
        {
          g_ptr_array_add (reader->set->rules, rule);
          last = rule;
        }
    }
}

/* Tests of rules that were replaced go too. */
static void
sort_tests (BlRuleSet *set)
{
  g_autoptr (GArray) tests = g_steal_pointer (&set->tests);
  g_autoptr (GHashTable) by_rule = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < tests->len; i++)
    {
      BlRuleTest test = g_array_index (tests, BlRuleTest, i);
      GArray *list = g_hash_table_lookup (by_rule, test.rule);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (BlRuleTest));
          g_hash_table_insert (by_rule, (gpointer) test.rule, list);
        }
      g_array_append_val (list, test);
    }
  set->tests = g_array_new (FALSE, FALSE, sizeof (BlRuleTest));
  for (guint i = 0; i < set->rules->len; i++)
    {
      const GArray *list = g_hash_table_lookup (by_rule, g_ptr_array_index (set->rules, i));
      if (list != NULL && list->len > 0)
        g_array_append_vals (set->tests, list->data, list->len);
    }
}

typedef void (*ReadPart) (BlRuleReader *reader);

static void
for_each_file (BlRuleReader *reader, ReadPart read_part)
{
  for (guint i = 0; i < reader->set->files->len; i++)
    {
      reader->file = g_ptr_array_index (reader->set->files, i);
      read_part (reader);
    }
}

BlRuleSet *
bl_rule_set_load_with (const char *data_dir, const char *const *paths, BlProblems *problems, GError **error)
{
  g_autoptr (BlRuleSet) set = bl_rule_set_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BlRuleReader reader = { .set = set, .problems = problems };
  Loader loader = { .reader = &reader, .seen = seen };
  read_files (&loader, data_dir, paths);

  share_fragments (set);
  for_each_file (&reader, bl_rules_read_fragments);
  for_each_file (&reader, settle_fragments);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  for (guint i = 0; i < set->files->len && !reader.tangled; i++)
    {
      reader.file = g_ptr_array_index (set->files, i);
      bl_rules_read_rules (&reader, rules);
    }
  sort_rules (&reader, rules);
  if (reader.first != NULL)
    {
      g_propagate_error (error, reader.first);
      return NULL;
    }
  sort_tests (set);
  bl_rule_set_index (set);
  return g_steal_pointer (&set);
}

BlRuleSet *
bl_rule_set_load (const char *const *paths, BlProblems *problems, GError **error)
{
  return bl_rule_set_load_with (NULL, paths, problems, error);
}
