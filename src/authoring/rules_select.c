#include "authoring/rules_select.h"

#include "authoring/rules_verbs.h"
#include "command/command.h"

#include <string.h>

gboolean
bl_rules_is_path (const char *word)
{
  return g_str_has_suffix (word, ".json") || g_file_test (word, G_FILE_TEST_EXISTS);
}

gboolean
bl_rules_load_with (BlPipeline *pipeline, const BlPipelineOptions *options, char **words, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (guint i = 0; options->rules != NULL && options->rules[i] != NULL; i++)
    g_ptr_array_add (paths, options->rules[i]);
  for (guint i = 0; words[i] != NULL; i++)
    if (bl_rules_is_path (words[i]))
      g_ptr_array_add (paths, words[i]);
  g_ptr_array_add (paths, NULL);
  BlPipelineOptions more = *options;
  more.rules = (char **) paths->pdata;
  /* Who checks rules wants to know of every file that ships with them, also of those that are read when they are needed. */
  return bl_pipeline_load_rules (pipeline, &more, error) && bl_syntax_open (pipeline->syntax, error);
}

/* --- selecting ----------------------------------------------------------------------------------------------------- */

/* A rule knows the last folders of its file only. */
static gboolean
ends_with_path (const char *path, const char *end)
{
  const gsize length = strlen (path), length_end = strlen (end);
  return length >= length_end && strcmp (path + length - length_end, end) == 0
         && (length == length_end || path[length - length_end - 1] == G_DIR_SEPARATOR || end[0] == G_DIR_SEPARATOR);
}

static gboolean
is_in_folder (const char *folder, const char *file)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && ends_with_path (path, file);
}

static gboolean
means_rule (const char *word, const BlRule *rule)
{
  if (bl_rules_is_path (word))
    {
      g_autofree char *path = g_canonicalize_filename (word, NULL);
      return ends_with_path (path, rule->file) || is_in_folder (path, rule->file);
    }
  const gsize length = strlen (word);
  return strcmp (word, rule->id) == 0 || strcmp (word, rule->pack) == 0
         || (strncmp (word, rule->id, length) == 0 && rule->id[length] == '/');
}

gboolean
bl_rules_select (const char *verb, const BlPipeline *pipeline, char **words, GHashTable **selection)
{
  *selection = NULL;
  if (words[0] == NULL)
    return TRUE;
  g_autoptr (GHashTable) rules = g_hash_table_new (NULL, NULL);
  for (guint w = 0; words[w] != NULL; w++)
    {
      guint n = 0;
      for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
        {
          const BlRule *rule = bl_rule_set_rule (pipeline->rules, i);
          if (means_rule (words[w], rule) && ++n > 0)
            g_hash_table_add (rules, (gpointer) rule);
        }
      if (n == 0 && bl_rules_is_path (words[w]))
        bl_usage_error (verb, "there are no rules in “%s”", words[w]);
      if (n == 0 && (bl_rules_is_path (words[w]) || bl_rules_find (pipeline, words[w]) == NULL))
        return FALSE;
    }
  *selection = g_steal_pointer (&rules);
  return TRUE;
}

gboolean
bl_rules_selected (GHashTable *selection, const BlRule *rule)
{
  return selection == NULL || g_hash_table_contains (selection, rule);
}

/* --- one rule ------------------------------------------------------------------------------------------------------ */

/* "; did you mean “a”, “b” or “c”?": ids that have the word in them, else the nearest. Owned by the caller. */
static char *
hint_of (const GPtrArray *ids, const char *word)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  for (guint i = 0; i < ids->len && ids->pdata[i] != NULL && *word != '\0'; i++)
    if (strstr (ids->pdata[i], word) != NULL)
      g_ptr_array_add (near, ids->pdata[i]);
  const char *nearest = near->len == 0 ? bl_nearest_word (word, (const char *const *) ids->pdata) : NULL;
  if (nearest != NULL)
    g_ptr_array_add (near, (gpointer) nearest);
  if (near->len == 0)
    return g_strdup ("; `belie rules list` names all");
  if (near->len > 3)
    return g_strdup_printf ("; %u ids have that in them, “%s” is one; `belie rules list` names all", near->len,
                            (const char *) near->pdata[0]);
  g_autoptr (GString) hint = g_string_new ("; did you mean ");
  for (guint i = 0; i < near->len; i++)
    g_string_append_printf (hint, "%s“%s”", i == 0 ? "" : i + 1 < near->len ? ", " : " or ", (const char *) near->pdata[i]);
  g_string_append_c (hint, '?');
  return g_strdup (hint->str);
}

const BlRule *
bl_rules_find (const BlPipeline *pipeline, const char *id)
{
  const BlRule *rule = bl_rule_set_find (pipeline->rules, id);
  if (rule != NULL)
    return rule;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < bl_rule_set_n_rules (pipeline->rules); i++)
    {
      const BlRule *other = bl_rule_set_rule (pipeline->rules, i);
      if (g_strv_contains (other->renamed_from, id))
        {
          bl_usage_error ("rules", "there is no rule “%s” any more; it is “%s” now", id, other->id);
          return NULL;
        }
      g_ptr_array_add (ids, (gpointer) other->id);
    }
  g_ptr_array_add (ids, NULL);
  g_autofree char *hint = hint_of (ids, id);
  bl_usage_error ("rules", "there is no rule “%s”%s", id, hint);
  return NULL;
}
