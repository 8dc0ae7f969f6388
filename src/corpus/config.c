#include "corpus/config.h"

#include <string.h>

#include "corpus/corpus.h"
#include "corpus/metadata.h"

G_DEFINE_QUARK (bl - corpus - error - quark, bl_corpus_error)

/* A message that lists more source ids than this is no help. */
#define SOURCES_LISTED 20

static const char *const config_keys[] = { "sources", "articles", "rules", "knowledge", "ignore", NULL };
static const char *const source_keys[] = { "name", "url", "kind", "aliases", NULL };
static const char *const article_keys[]
    = { "path", "id", "source", "title", "published", "language", "url", "author", "origin", NULL };

static void
source_free (gpointer data)
{
  BlConfigSource *source = data;
  g_free (source->id);
  g_free (source->name);
  g_free (source->url);
  g_free (source->kind);
  g_strfreev (source->aliases);
  g_free (source);
}

void
bl_config_article_free (gpointer data)
{
  BlConfigArticle *article = data;
  g_free (article->path);
  g_free (article->id);
  g_free (article->source);
  g_free (article->title);
  g_free (article->language);
  g_free (article->url);
  g_free (article->author);
  g_free (article->origin);
  g_free (article);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlConfigSource, source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlConfigArticle, bl_config_article_free)

void
bl_config_free (BlConfig *config)
{
  if (config == NULL)
    return;
  g_free (config->file);
  g_ptr_array_unref (config->sources);
  g_ptr_array_unref (config->articles);
  g_hash_table_unref (config->by_path);
  g_strfreev (config->rules);
  g_strfreev (config->knowledge);
  g_strfreev (config->ignore);
  g_free (config);
}

char *
bl_config_clean_path (const char *path, const char **why)
{
  if (path[0] == '/')
    {
      *why = "is absolute; paths are relative to the folder of corpus.json";
      return NULL;
    }
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  GString *clean = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0' || strcmp (*part, ".") == 0)
        continue;
      if (strcmp (*part, "..") == 0)
        {
          *why = "leads outside the corpus; articles lie in the folder of corpus.json or below it";
          g_string_free (clean, TRUE);
          return NULL;
        }
      if (clean->len > 0)
        g_string_append_c (clean, '/');
      g_string_append (clean, *part);
    }
  *why = "is empty; it names a file in the folder of corpus.json or below it";
  return g_string_free (clean, clean->len == 0);
}

const char *
bl_config_without_path (const char *message, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  gsize length = strlen (shown);
  gboolean named = strncmp (message, shown, length) == 0 && g_str_has_prefix (message + length, ": ");
  return named ? message + length + 2 : message;
}

static gboolean
read_source (const BlJson *json, const cJSON *object, BlConfig *config, GError **error)
{
  const char *name = object->string;
  const char *url = NULL;
  const char *kind = NULL;
  if (object->string[0] == '\0')
    return bl_json_fail (json, object, error, "a source needs an id that is not empty");
  if (!cJSON_IsObject (object))
    return bl_json_fail (json, object, error, "source “%s” must be an object like { \"name\": \"…\", \"url\": \"…\" }", name);
  if (!bl_json_check_keys (json, object, source_keys, error) || !bl_json_get_string (json, object, "name", &name, error)
      || !bl_json_get_string (json, object, "url", &url, error) || !bl_json_get_string (json, object, "kind", &kind, error))
    return FALSE;
  g_autofree const char **aliases = bl_json_get_strings (json, object, "aliases", error);
  if (aliases == NULL)
    return FALSE;

  BlConfigSource *source = g_new0 (BlConfigSource, 1);
  source->id = g_strdup (object->string);
  source->name = g_strdup (name);
  source->url = g_strdup (url);
  source->kind = g_strdup (kind);
  source->aliases = g_strdupv ((GStrv) aliases);
  g_ptr_array_add (config->sources, source);
  return TRUE;
}

/* Enters the source under a name, letters without case. The source that has the name already, or NULL. */
static const BlConfigSource *
enter_name (GHashTable *names, const char *name, BlConfigSource *source)
{
  g_autofree char *key = g_utf8_casefold (name, -1);
  const BlConfigSource *other = g_hash_table_lookup (names, key);
  if (other == NULL)
    g_hash_table_insert (names, g_steal_pointer (&key), source);
  return other != source ? other : NULL;
}

/* An alias may mean one source only. */
static gboolean
check_aliases (const BlJson *json, const cJSON *sources, const BlConfig *config, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < config->sources->len; i++)
    {
      BlConfigSource *source = config->sources->pdata[i];
      enter_name (names, source->id, source);
      enter_name (names, source->name, source);
    }
  for (guint i = 0; i < config->sources->len; i++)
    {
      BlConfigSource *source = config->sources->pdata[i];
      for (guint k = 0; source->aliases[k] != NULL; k++)
        {
          const BlConfigSource *other = enter_name (names, source->aliases[k], source);
          const cJSON *object = cJSON_GetArrayItem (sources, (int) i);
          if (other != NULL)
            return bl_json_fail (json, cJSON_GetObjectItemCaseSensitive (object, "aliases"), error,
                                 "“%s” means the source “%s” already; an alias belongs to one source", source->aliases[k],
                                 other->id);
        }
    }
  return TRUE;
}

static gboolean
read_sources (const BlJson *json, BlConfig *config, GError **error)
{
  const cJSON *sources = cJSON_GetObjectItemCaseSensitive (bl_json_root (json), "sources");
  if (sources == NULL)
    return TRUE;
  if (!cJSON_IsObject (sources))
    return bl_json_fail (json, sources, error, "“sources” must be an object of source ids");
  const cJSON *source = NULL;
  cJSON_ArrayForEach (source, sources)
  {
    if (!read_source (json, source, config, error))
      return FALSE;
  }
  return check_aliases (json, sources, config, error);
}

/* The members of an entry as they stand, or NULL and an error for a wrong form. */
static BlConfigArticle *
parse_article (const BlJson *json, const cJSON *object, const char **published, GError **error)
{
  if (!cJSON_IsObject (object))
    {
      bl_json_fail (json, object, error, "an article must be an object like { \"path\": \"a.txt\", \"source\": \"…\" }");
      return NULL;
    }
  const char *path = NULL;
  g_autoptr (BlConfigArticle) article = g_new0 (BlConfigArticle, 1);
  if (!bl_json_check_keys (json, object, article_keys, error)
      || (path = bl_json_need_string (json, object, "path", error)) == NULL
      || !bl_json_get_string (json, object, "published", published, error))
    return NULL;
  article->path = g_strdup (path);

  struct
  {
    const char *key;
    char **field;
  } const members[] = {
    { "id", &article->id },         { "source", &article->source },
    { "title", &article->title },   { "language", &article->language },
    { "url", &article->url },       { "author", &article->author },
    { "origin", &article->origin },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *value = NULL;
      if (!bl_json_get_string (json, object, members[i].key, &value, error))
        return NULL;
      bl_metadata_set (members[i].field, value);
    }
  bl_json_position (json, object, &article->line, &article->column);
  return g_steal_pointer (&article);
}

/* Where the member stands, for a problem; the object itself when there is no such member. */
static void
member_position (const BlJson *json, const cJSON *object, const char *key, guint *line, guint *column)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (object, key);
  bl_json_position (json, member != NULL ? member : object, line, column);
}

/* Looks at what the entry says; FALSE when it names nothing that may be read. */
static gboolean
check_article (const BlJson *json, const cJSON *object, BlConfigArticle *article, BlConfig *config, BlProblems *problems)
{
  guint line = 0;
  guint column = 0;
  const char *why = NULL;
  g_autofree char *clean = bl_config_clean_path (article->path, &why);
  member_position (json, object, "path", &line, &column);
  if (clean == NULL)
    {
      bl_problems_add (problems, BL_PROBLEM_PARTIAL, config->file, line, column, "path “%s” %s", article->path, why);
      return FALSE;
    }
  g_free (article->path);
  article->path = g_steal_pointer (&clean);

  const BlConfigArticle *first = g_hash_table_lookup (config->by_path, article->path);
  if (first != NULL)
    {
      bl_problems_add (problems, BL_PROBLEM_NOTE, config->file, line, column,
                       "“%s” is listed on line %u already; the first entry counts, remove this one", article->path,
                       first->line);
      return FALSE;
    }
  if (article->source != NULL && config->sources->len > 0)
    {
      const BlConfigSource *source = bl_config_find_source (config, article->source);
      if (source == NULL)
        {
          g_autofree char *message = bl_config_unknown_source (config, article->source);
          member_position (json, object, "source", &line, &column);
          bl_problems_add (problems, BL_PROBLEM_PARTIAL, config->file, line, column, "%s", message);
        }
    }
  return TRUE;
}

static gboolean
read_articles (const BlJson *json, BlConfig *config, BlProblems *problems, GError **error)
{
  const cJSON *articles = cJSON_GetObjectItemCaseSensitive (bl_json_root (json), "articles");
  if (articles == NULL)
    return TRUE;
  if (!cJSON_IsArray (articles))
    return bl_json_fail (json, articles, error, "“articles” must be an array of objects with a “path”");
  const cJSON *object = NULL;
  cJSON_ArrayForEach (object, articles)
  {
    const char *published = NULL;
    g_autoptr (BlConfigArticle) article = parse_article (json, object, &published, error);
    if (article == NULL)
      return FALSE;
    if (!check_article (json, object, article, config, problems))
      continue;
    if (published != NULL && !bl_metadata_read_date (published, &article->published))
      {
        guint line = 0;
        guint column = 0;
        member_position (json, object, "published", &line, &column);
        bl_problems_add (problems, BL_PROBLEM_NOTE, config->file, line, column,
                         "“%s” is not a date; write it as 2022-03-30, 2022-03 or 2022", published);
      }
    g_hash_table_insert (config->by_path, article->path, article);
    g_ptr_array_add (config->articles, g_steal_pointer (&article));
  }
  return TRUE;
}

/* Absolute paths of what stands under key, each of which must exist. NULL on error. */
static GStrv
read_folders (const BlJson *json, const char *key, const char *folder, GError **error)
{
  g_autofree const char **paths = bl_json_get_strings (json, bl_json_root (json), key, error);
  if (paths == NULL)
    return NULL;
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (bl_json_root (json), key);
  GPtrArray *absolute = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = g_canonicalize_filename (paths[i], folder);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          const cJSON *item = cJSON_IsArray (member) ? cJSON_GetArrayItem (member, (int) i) : member;
          bl_json_fail (json, item, error, "no such file or folder: “%s”; paths are relative to the folder of corpus.json",
                        paths[i]);
          g_ptr_array_unref (absolute);
          return NULL;
        }
      g_ptr_array_add (absolute, g_steal_pointer (&path));
    }
  g_ptr_array_add (absolute, NULL);
  return (GStrv) g_ptr_array_free (absolute, FALSE);
}

static gboolean
read_config (const BlJson *json, const char *folder, BlConfig *config, BlProblems *problems, GError **error)
{
  const cJSON *root = bl_json_root (json);
  if (!cJSON_IsObject (root))
    return bl_json_fail (json, root, error, "a corpus.json is an object with “sources” and “articles”");
  if (!bl_json_check_keys (json, root, config_keys, error) || !read_sources (json, config, error)
      || !read_articles (json, config, problems, error))
    return FALSE;

  g_autofree const char **ignore = bl_json_get_strings (json, root, "ignore", error);
  if (ignore == NULL)
    return FALSE;
  config->ignore = g_strdupv ((GStrv) ignore);
  config->rules = read_folders (json, "rules", folder, error);
  if (config->rules == NULL)
    return FALSE;
  config->knowledge = read_folders (json, "knowledge", folder, error);
  return config->knowledge != NULL;
}

BlConfig *
bl_config_load (const char *folder, const char *shown, BlProblems *problems, GError **error)
{
  g_autoptr (BlConfig) config = g_new0 (BlConfig, 1);
  config->file = g_strdup (shown);
  config->sources = g_ptr_array_new_with_free_func (source_free);
  config->articles = g_ptr_array_new_with_free_func (bl_config_article_free);
  config->by_path = g_hash_table_new (g_str_hash, g_str_equal);

  g_autofree char *path = g_build_filename (folder, "corpus.json", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) problem = NULL;
  g_autoptr (BlJson) json = NULL;
  text = bl_file_read (path, BL_LIMIT_JSON_BYTES, &length, &problem);
  if (text != NULL)
    json = bl_json_parse (text, length, shown, &problem);
  if (json == NULL || !read_config (json, folder, config, problems, &problem))
    {
      if (text == NULL)
        g_set_error (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_CONFIG, "%s: %s", shown,
                     bl_config_without_path (problem->message, path));
      else
        {
          BlProblemPlace place = { .file = shown };
          const char *what = bl_json_error_what (problem, &place);
          if (problems != NULL && what != NULL)
            bl_problems_add_at (problems, BL_PROBLEM_PARTIAL, &place, "%s", what);
          g_set_error_literal (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_CONFIG, problem->message);
        }
      return NULL;
    }
  return g_steal_pointer (&config);
}

static gboolean
is_called (const char *name, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  return strcmp (folded, wanted) == 0;
}

/* wanted is casefolded, host that of the same text or NULL. */
static gboolean
is_meant (const BlConfigSource *source, const char *wanted, const char *host)
{
  for (guint i = 0; source->aliases[i] != NULL; i++)
    if (is_called (source->aliases[i], wanted))
      return TRUE;
  g_autofree char *own_host = bl_metadata_host (source->url);
  return is_called (source->id, wanted) || is_called (source->name, wanted)
         || (host != NULL && g_strcmp0 (own_host, host) == 0);
}

const BlConfigSource *
bl_config_find_source (const BlConfig *config, const char *text)
{
  for (guint i = 0; i < config->sources->len; i++)
    {
      const BlConfigSource *source = config->sources->pdata[i];
      if (strcmp (source->id, text) == 0)
        return source;
    }
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *host = bl_metadata_host (text);
  for (guint i = 0; i < config->sources->len; i++)
    if (is_meant (config->sources->pdata[i], wanted, host))
      return config->sources->pdata[i];
  return NULL;
}

char *
bl_config_unknown_source (const BlConfig *config, const char *text)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < config->sources->len; i++)
    g_ptr_array_add (ids, ((const BlConfigSource *) config->sources->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  const char *nearest = bl_nearest_word (text, (const char *const *) ids->pdata);

  GString *message = g_string_new (NULL);
  g_string_append_printf (message, "source “%s” is not declared", text);
  if (nearest != NULL)
    g_string_append_printf (message, ", did you mean “%s”?", nearest);
  g_string_append (message, nearest != NULL ? " The sources are: " : "; the sources are: ");
  for (guint i = 0; i + 1 < ids->len && i < SOURCES_LISTED; i++)
    g_string_append_printf (message, "%s%s", i > 0 ? ", " : "", (const char *) ids->pdata[i]);
  if (ids->len - 1 > SOURCES_LISTED)
    g_string_append_printf (message, " and %u more", ids->len - 1 - SOURCES_LISTED);
  return g_string_free (message, FALSE);
}
