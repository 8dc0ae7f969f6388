#include "settings/settings.h"

#include "findings/findings.h"

#include <math.h>
#include <string.h>

static const char *const known[]
    = { "extends",   "rules",    "default-rules",    "knowledge", "only", "skip",  "min-severity", "min-confidence",
        "fail-on",   "baseline", "baseline-lenient", "verdicts",  "jobs", "cache", "cache-dir",    "findings",
        "overrides", NULL };
static const char *const override_keys[] = { "paths", "findings", NULL };
static const char *const entry_keys[] = { "severity", "min-confidence", NULL };

/* What a finding may be set to, and what a run may fail on. */
static const char *const words[] = { "off", "on", "note", "warning", "error", NULL };
static const char *const severities[] = { "note", "warning", "error", NULL };
static const char *const failures[] = { "error", "warning", "note", "never", NULL };

static const struct
{
  const char *name;
  BlSettingKind kind;
  const char *const *words;
} settings_table[BL_N_SETTINGS] = {
  [BL_SETTING_RULES] = { "rules", BL_SETTING_FILES, NULL },
  [BL_SETTING_DEFAULT_RULES] = { "default-rules", BL_SETTING_FLAG, NULL },
  [BL_SETTING_KNOWLEDGE] = { "knowledge", BL_SETTING_FILES, NULL },
  [BL_SETTING_ONLY] = { "only", BL_SETTING_IDS, NULL },
  [BL_SETTING_SKIP] = { "skip", BL_SETTING_IDS, NULL },
  [BL_SETTING_MIN_SEVERITY] = { "min-severity", BL_SETTING_WORD, severities },
  [BL_SETTING_MIN_CONFIDENCE] = { "min-confidence", BL_SETTING_PORTION, NULL },
  [BL_SETTING_FAIL_ON] = { "fail-on", BL_SETTING_WORD, failures },
  [BL_SETTING_BASELINE] = { "baseline", BL_SETTING_FILE, NULL },
  [BL_SETTING_BASELINE_LENIENT] = { "baseline-lenient", BL_SETTING_FLAG, NULL },
  [BL_SETTING_VERDICTS] = { "verdicts", BL_SETTING_FILE, NULL },
  [BL_SETTING_JOBS] = { "jobs", BL_SETTING_COUNT, NULL },
  [BL_SETTING_CACHE] = { "cache", BL_SETTING_FLAG, NULL },
  [BL_SETTING_CACHE_DIR] = { "cache-dir", BL_SETTING_FILE, NULL },
};

const char *
bl_setting_name (BlSetting setting)
{
  return settings_table[setting].name;
}

BlSettingKind
bl_setting_kind (BlSetting setting)
{
  return settings_table[setting].kind;
}

static void
value_clear (BlSettingValue *value)
{
  g_free (value->word);
  g_strfreev (value->list);
  g_free (value->file);
  memset (value, 0, sizeof *value);
}

void
bl_settings_free (BlSettings *settings)
{
  if (settings == NULL)
    return;
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    value_clear (&settings->values[i]);
  bl_policy_free (settings->policy);
  g_ptr_array_unref (settings->files);
  g_free (settings);
}

/* --- finding ------------------------------------------------------------------------------------------------------ */

char *
bl_settings_find_upward (const char *path)
{
  g_autofree char *folder = g_canonicalize_filename (path, NULL);
  for (;;)
    {
      g_autofree char *file = g_build_filename (folder, BL_SETTINGS_NAME, NULL);
      if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
        return bl_file_take_near (g_steal_pointer (&file));
      char *parent = g_path_get_dirname (folder);
      const gboolean last = strcmp (parent, folder) == 0;
      g_free (folder);
      folder = parent;
      if (last)
        return NULL;
    }
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

typedef struct
{
  BlSettings *settings;
  GPtrArray *open; /* absolute paths of the files that are being read, outermost first */
  guint n_blocks;
} Reader;

/* One file of it. */
typedef struct
{
  Reader *reader;
  BlJson *json;
  const char *shown;
  char *folder;       /* absolute */
  char *shown_folder; /* "" for the working directory */
} File;

static gboolean read_file (Reader *reader, const char *path, GError **error);

/* A path of the file as the program may open it. Owned by the caller. */
static char *
resolve (const File *file, const char *path)
{
  if (g_path_is_absolute (path) || *file->shown_folder == '\0')
    return g_strdup (path);
  return g_build_filename (file->shown_folder, path, NULL);
}

static gboolean
wrong_word (const File *file, const cJSON *item, const char *const *allowed, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) allowed);
  if (!cJSON_IsString (item))
    return bl_json_fail (file->json, item, error, "must be one of the words %s", list);
  const char *near = bl_nearest_word (item->valuestring, allowed);
  return bl_json_fail (file->json, item, error, "is one of %s, not “%s”%s%s%s", list, item->valuestring,
                       near != NULL ? "; did you mean “" : "", near != NULL ? near : "", near != NULL ? "”?" : "");
}

/* An id of the catalogue or a group of them. */
static gboolean
check_finding (const File *file, const cJSON *item, const char *id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const BlFindingKind *kind;
  const gsize length = strlen (id);
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    {
      if (strncmp (kind->id, id, length) == 0 && (kind->id[length] == '\0' || kind->id[length] == '/'))
        return TRUE;
      g_ptr_array_add (ids, (gpointer) kind->id);
    }
  g_ptr_array_add (ids, NULL);
  g_autofree char *what = bl_unknown_word ("finding", id, (const char *const *) ids->pdata);
  return bl_json_fail (file->json, item, error, "%s", what);
}

static gboolean
read_list (const File *file, BlSetting setting, const cJSON *item, BlSettingValue *value, GError **error)
{
  g_autofree const char **texts = bl_json_get_strings (file->json, bl_json_root (file->json), item->string, error);
  if (texts == NULL)
    return FALSE;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const cJSON *at = cJSON_IsArray (item) ? cJSON_GetArrayItem (item, (int) i) : item;
      if (*texts[i] == '\0')
        return bl_json_fail (file->json, at, error, "is empty");
      if (settings_table[setting].kind == BL_SETTING_IDS && !check_finding (file, at, texts[i], error))
        return FALSE;
      g_autofree char *text = settings_table[setting].kind == BL_SETTING_FILES ? resolve (file, texts[i]) : g_strdup (texts[i]);
      g_strv_builder_add (builder, text);
    }
  value->list = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_number (const File *file, BlSetting setting, const cJSON *item, BlSettingValue *value, GError **error)
{
  const gboolean count = settings_table[setting].kind == BL_SETTING_COUNT;
  const double most = count ? 10000 : 1;
  value->number = item->valuedouble;
  if (!cJSON_IsNumber (item) || value->number < 0 || value->number > most || (count && floor (value->number) != value->number))
    return bl_json_fail (file->json, item, error, count ? "must be a whole number from 0" : "must be a number from 0 to 1");
  return TRUE;
}

static gboolean
read_text (const File *file, BlSetting setting, const cJSON *item, BlSettingValue *value, GError **error)
{
  const char *const *allowed = settings_table[setting].words;
  if (allowed != NULL && (!cJSON_IsString (item) || !g_strv_contains (allowed, item->valuestring)))
    return wrong_word (file, item, allowed, error);
  if (!cJSON_IsString (item) || *item->valuestring == '\0')
    return bl_json_fail (file->json, item, error, "must be a path");
  value->word = allowed != NULL ? g_strdup (item->valuestring) : resolve (file, item->valuestring);
  return TRUE;
}

static gboolean
read_value (const File *file, BlSetting setting, const cJSON *item, BlSettingValue *value, GError **error)
{
  value->is_set = TRUE;
  value->file = g_strdup (file->shown);
  bl_json_position (file->json, item, &value->line, &value->column);
  switch (settings_table[setting].kind)
    {
    case BL_SETTING_FLAG:
      return bl_json_get_bool (file->json, bl_json_root (file->json), item->string, &value->flag, error);
    case BL_SETTING_COUNT:
    case BL_SETTING_PORTION:
      return read_number (file, setting, item, value, error);
    case BL_SETTING_FILES:
    case BL_SETTING_IDS:
      return read_list (file, setting, item, value, error);
    case BL_SETTING_WORD:
    case BL_SETTING_FILE:
      return read_text (file, setting, item, value, error);
    }
  return FALSE;
}

/* "off", "warning": what a finding is set to. */
static gboolean
read_state (const File *file, const cJSON *item, BlPolicyEntry *entry, GError **error)
{
  if (!cJSON_IsString (item) || !g_strv_contains (words, item->valuestring))
    return wrong_word (file, item, words, error);
  entry->state = strcmp (item->valuestring, "off") == 0  ? BL_POLICY_OFF
                 : strcmp (item->valuestring, "on") == 0 ? BL_POLICY_ON
                                                         : BL_POLICY_SEVERITY;
  if (entry->state == BL_POLICY_SEVERITY)
    bl_severity_parse (item->valuestring, &entry->severity);
  return TRUE;
}

/* "off", or { "severity": "warning", "min-confidence": 0.8 }. */
static gboolean
read_entry (const File *file, const cJSON *item, BlPolicyEntry *entry, GError **error)
{
  if (cJSON_IsString (item))
    return read_state (file, item, entry, error);
  if (!cJSON_IsObject (item))
    return bl_json_fail (file->json, item, error,
                         "must be a word (off, on, note, warning, error) or { \"severity\": …, \"min-confidence\": … }");
  if (!bl_json_check_keys (file->json, item, entry_keys, error))
    return FALSE;
  const cJSON *severity = cJSON_GetObjectItemCaseSensitive (item, "severity");
  if (severity != NULL && !read_state (file, severity, entry, error))
    return FALSE;
  const cJSON *confidence = cJSON_GetObjectItemCaseSensitive (item, "min-confidence");
  if (confidence == NULL)
    return TRUE;
  if (!cJSON_IsNumber (confidence) || confidence->valuedouble < 0 || confidence->valuedouble > 1)
    return bl_json_fail (file->json, confidence, error, "must be a number from 0 to 1");
  entry->min_confidence = confidence->valuedouble;
  return TRUE;
}

/* The entries of "findings" as one block; paths: where they hold, or NULL. */
static gboolean
read_findings (const File *file, const cJSON *object, const char *const *paths, GError **error)
{
  const guint block = file->reader->n_blocks++;
  if (!cJSON_IsObject (object))
    return bl_json_fail (file->json, object, error, "must be an object like { \"number/conflict\": \"warning\" }");
  const cJSON *item;
  cJSON_ArrayForEach (item, object)
  {
    BlPolicyEntry *entry = bl_policy_entry_new (item->string, block);
    bl_policy_take (file->reader->settings->policy, entry);
    entry->file = g_strdup (file->shown);
    bl_json_position (file->json, item, &entry->line, &entry->column);
    entry->paths = g_strdupv ((char **) paths);
    entry->folder = g_strdup (file->folder);
    if (!read_entry (file, item, entry, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_override (const File *file, const cJSON *item, GError **error)
{
  if (!cJSON_IsObject (item))
    return bl_json_fail (file->json, item, error,
                         "must be an object like { \"paths\": [\"archive/**\"], \"findings\": { … } }");
  if (!bl_json_check_keys (file->json, item, override_keys, error))
    return FALSE;
  g_autofree const char **paths = bl_json_get_strings (file->json, item, "paths", error);
  if (paths == NULL)
    return FALSE;
  if (paths[0] == NULL)
    return bl_json_fail (file->json, item, error, "an override needs “paths”: patterns like \"archive/**\"");
  const cJSON *findings = bl_json_need_object (file->json, item, "findings", error);
  return findings != NULL && read_findings (file, findings, paths, error);
}

static gboolean
read_overrides (const File *file, const cJSON *list, GError **error)
{
  if (!cJSON_IsArray (list))
    return bl_json_fail (file->json, list, error, "must be a list");
  const cJSON *item;
  cJSON_ArrayForEach (item, list)
  {
    if (!read_override (file, item, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_extends (const File *file, const cJSON *item, GError **error)
{
  g_autofree const char **paths = bl_json_get_strings (file->json, bl_json_root (file->json), "extends", error);
  if (paths == NULL)
    return FALSE;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      const cJSON *at = cJSON_IsArray (item) ? cJSON_GetArrayItem (item, (int) i) : item;
      g_autofree char *path = resolve (file, paths[i]);
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);
      if (g_ptr_array_find_with_equal_func (file->reader->open, absolute, g_str_equal, NULL))
        return bl_json_fail (file->json, at, error, "“%s” extends this file in turn", paths[i]);
      if (!g_file_test (absolute, G_FILE_TEST_IS_REGULAR))
        return bl_json_fail (file->json, at, error, "there is no file “%s” to extend", path);
      if (!read_file (file->reader, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_root (const File *file, GError **error)
{
  const cJSON *root = bl_json_root (file->json);
  if (!cJSON_IsObject (root))
    return bl_json_fail (file->json, root, error, "must be an object like { \"fail-on\": \"warning\" }");
  if (!bl_json_check_keys (file->json, root, known, error))
    return FALSE;
  const cJSON *extends = cJSON_GetObjectItemCaseSensitive (root, "extends");
  if (extends != NULL && !read_extends (file, extends, error))
    return FALSE;
  for (guint i = 0; i < BL_N_SETTINGS; i++)
    {
      const cJSON *item = cJSON_GetObjectItemCaseSensitive (root, settings_table[i].name);
      BlSettingValue *value = &file->reader->settings->values[i];
      if (item == NULL)
        continue;
      value_clear (value);
      if (!read_value (file, (BlSetting) i, item, value, error))
        return FALSE;
    }
  const cJSON *findings = cJSON_GetObjectItemCaseSensitive (root, "findings");
  const cJSON *overrides = cJSON_GetObjectItemCaseSensitive (root, "overrides");
  return (findings == NULL || read_findings (file, findings, NULL, error))
         && (overrides == NULL || read_overrides (file, overrides, error));
}

static gboolean
read_file (Reader *reader, const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return FALSE;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *shown_folder = g_path_get_dirname (path);
  if (strcmp (shown_folder, ".") == 0)
    *shown_folder = '\0';
  const File file = { .reader = reader, .json = json, .shown = path, .folder = folder, .shown_folder = shown_folder };
  g_ptr_array_add (reader->open, absolute);
  const gboolean ok = read_root (&file, error);
  g_ptr_array_set_size (reader->open, (gint) reader->open->len - 1);
  g_ptr_array_add (reader->settings->files, g_strdup (path));
  return ok;
}

BlSettings *
bl_settings_load (const char *path, GError **error)
{
  g_autoptr (BlSettings) settings = g_new0 (BlSettings, 1);
  settings->policy = bl_policy_new ();
  settings->files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { .settings = settings, .open = open };
  return read_file (&reader, path, error) ? g_steal_pointer (&settings) : NULL;
}
