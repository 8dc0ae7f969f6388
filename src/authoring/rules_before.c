#include "authoring/rules_before.h"

#include "authoring/temp_folder.h"
#include "pipeline/git_tree.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const BlPipeline *now;
  const BlRulesBefore *asked;
  BlProblems *problems;
  BlTempFolder *folder;
  BlGitTree *tree;     /* NULL: asked->against is a folder or a file */
  const char *below;   /* where its files go; NULL: none are made */
  GPtrArray *made;     /* char *: paths that were built here */
  const char *shipped; /* packs/ of the shipped rules now */
  const char *packs;   /* packs/ before; NULL: there were none */
} Before;

static const char *
keep (Before *before, char *path)
{
  g_ptr_array_add (before->made, path);
  return path;
}

/* A rule is shown with the last two folders of its file: those of the original, not of the private folder. */
static void
set_below (Before *before, const char *original)
{
  g_autofree char *absolute = g_canonicalize_filename (original, NULL);
  g_autofree char *parent = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *parent_name = g_path_get_basename (parent);
  before->below = keep (before, g_build_filename (bl_temp_folder_path (before->folder), parent_name, name, NULL));
}

static gboolean
is_folder_in (const char *path, const char *name)
{
  g_autofree char *inside = g_build_filename (path, name, NULL);
  return g_file_test (inside, G_FILE_TEST_IS_DIR);
}

static gboolean
has_packs (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_str_has_suffix (path, ".json");
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".json"))
      return TRUE;
  return FALSE;
}

/* --- files as they were -------------------------------------------------------------------------------------------- */

static gboolean
link_to (const char *target, const char *link, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  g_autofree char *folder = g_path_get_dirname (link);
  if (g_file_test (link, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) == 0 && symlink (absolute, link) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: cannot be made", link);
  return FALSE;
}

/* Loaders look for lexicon/ beside a folder. */
static gboolean
bring_lexicon (Before *before, const char *path, const char *was, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *parent_was = g_path_get_dirname (was);
  g_autofree char *lexicon = g_build_filename (parent, "lexicon", NULL);
  g_autofree char *lexicon_was = g_build_filename (parent_was, "lexicon", NULL);
  if (!g_file_test (lexicon, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_autofree char *inside = before->asked->all_data ? bl_git_tree_inside (before->tree, lexicon) : NULL;
  guint n = 0;
  if (inside != NULL)
    return bl_git_tree_write (before->tree, inside, before->below, &n, error);
  return link_to (lexicon, lexicon_was, error);
}

/* Where path is as it was; path itself when it lies outside of the repository, NULL when the revision has nothing there. */
static gboolean
as_it_was (Before *before, const char *path, const char **was, GError **error)
{
  *was = path;
  g_autofree char *inside = before->tree != NULL ? bl_git_tree_inside (before->tree, path) : NULL;
  if (inside == NULL)
    return TRUE;
  guint n = 0;
  if (!bl_git_tree_write (before->tree, inside, before->below, &n, error))
    return FALSE;
  if (n == 0)
    {
      *was = NULL;
      bl_problems_add (before->problems, BL_PROBLEM_NOTE, path, 0, 0, "not in %s: compared with nothing",
                       before->asked->against);
      return TRUE;
    }
  *was = keep (before, g_build_filename (before->below, inside, NULL));
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) || bring_lexicon (before, path, *was, error);
}

/* --- which rules --------------------------------------------------------------------------------------------------- */

/* The rules that are in use, the nearest last. first_near is where the nearest begin. Borrowed. */
static GPtrArray *
paths_in_use (const Before *before, guint *first_near)
{
  const BlPipelineOptions *options = before->asked->options;
  const char *const *const lists[] = { bl_corpus_rules (before->now->corpus), (const char *const *) options->rules };
  GPtrArray *paths = g_ptr_array_new ();
  *first_near = 0;
  if (!options->no_default_rules)
    g_ptr_array_add (paths, (gpointer) before->shipped);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (lists[i] != NULL && lists[i][0] != NULL)
        *first_near = paths->len;
      for (guint k = 0; lists[i] != NULL && lists[i][k] != NULL; k++)
        g_ptr_array_add (paths, (gpointer) lists[i][k]);
    }
  return paths;
}

/* A tree is put together from its packs and the lexicons of now, unless all of it is wanted. */
static gboolean
take_tree (Before *before, GError **error)
{
  const char *against = before->asked->against;
  if (before->asked->all_data)
    {
      before->packs = keep (before, g_build_filename (against, "packs", NULL));
      if (is_folder_in (against, "lexicon") && is_folder_in (against, "knowledge"))
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "--all-data: “%s” has no folders lexicon/ and knowledge/", against);
      return FALSE;
    }
  set_below (before, against);
  g_autofree char *packs = g_build_filename (against, "packs", NULL);
  before->packs = keep (before, g_build_filename (before->below, "packs", NULL));
  g_autofree char *lexicon = g_build_filename (before->now->data_dir, "lexicon", NULL);
  g_autofree char *link = g_build_filename (before->below, "lexicon", NULL);
  return link_to (packs, before->packs, error) && link_to (lexicon, link, error);
}

/* The paths of the packs before. Borrowed strings. */
static GPtrArray *
paths_before (Before *before, GError **error)
{
  guint first_near = 0;
  const char *against = before->asked->against;
  g_autoptr (GPtrArray) now = paths_in_use (before, &first_near);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  before->packs = before->shipped;
  const gboolean is_tree = is_folder_in (against, "packs");
  const gboolean is_near = !is_tree && has_packs (against);
  if (is_tree && !take_tree (before, error))
    return NULL;
  if (is_near && before->asked->all_data)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "--all-data takes a revision, or a tree with packs/, lexicon/ and knowledge/");
      return NULL;
    }
  if (!is_tree && !is_near)
    {
      const char *near = now->len > 0 ? now->pdata[first_near] : before->shipped;
      before->tree = bl_git_tree_open (near, against, error);
      if (before->tree != NULL)
        set_below (before, bl_git_tree_top (before->tree));
      if (before->tree == NULL || !as_it_was (before, before->shipped, &before->packs, error))
        return NULL;
    }
  for (guint i = 0; i < now->len && !(is_near && i >= first_near); i++)
    {
      const char *was = before->packs;
      if (now->pdata[i] != before->shipped && !as_it_was (before, now->pdata[i], &was, error))
        return NULL;
      if (was != NULL)
        g_ptr_array_add (paths, (gpointer) was);
    }
  if (is_near)
    g_ptr_array_add (paths, (gpointer) against);
  g_ptr_array_add (paths, NULL);
  return g_steal_pointer (&paths);
}

/* --- loading ------------------------------------------------------------------------------------------------------- */

static const char *
data_dir_before (Before *before)
{
  return before->packs != NULL ? keep (before, g_path_get_dirname (before->packs)) : NULL;
}

static gboolean
load_packs (Before *before, BlPipeline *pipeline, GError **error)
{
  g_autoptr (GPtrArray) paths = paths_before (before, error);
  if (paths == NULL)
    return FALSE;
  pipeline->rules
      = bl_rule_set_load_with (data_dir_before (before), (const char *const *) paths->pdata, pipeline->problems, error);
  if (pipeline->rules == NULL)
    return FALSE;
  if (bl_findings_check_rules (pipeline->rules, pipeline->problems) == 0)
    return TRUE;
  g_set_error (error, BL_RULES_ERROR, BL_RULES_ERROR_SCHEMA, "rules that cannot be used");
  return FALSE;
}

/* The folders of knowledge before: the shipped, those of corpus.json, those of --kb. */
static GPtrArray *
knowledge_before (Before *before, GError **error)
{
  const char *const *const lists[]
      = { bl_corpus_knowledge (before->now->corpus), (const char *const *) before->asked->options->knowledge };
  const gboolean is_tree = before->tree == NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *was
      = keep (before, g_build_filename (is_tree ? before->asked->against : before->now->data_dir, "knowledge", NULL));
  if (!is_tree && !as_it_was (before, was, &was, error))
    return NULL;
  if (was != NULL)
    g_ptr_array_add (paths, (gpointer) was);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; lists[i] != NULL && lists[i][k] != NULL; k++)
      {
        if (!as_it_was (before, lists[i][k], &was, error))
          return NULL;
        if (was != NULL)
          g_ptr_array_add (paths, (gpointer) was);
      }
  g_ptr_array_add (paths, NULL);
  return g_steal_pointer (&paths);
}

static gboolean
load_data (Before *before, BlPipeline *pipeline, GError **error)
{
  g_autoptr (GPtrArray) knowledge = knowledge_before (before, error);
  if (knowledge == NULL)
    return FALSE;
  const char *data_dir = data_dir_before (before);
  pipeline->data_dir = g_strdup (data_dir != NULL ? data_dir : before->now->data_dir);
  g_autofree char *lexicon = g_build_filename (pipeline->data_dir, "lexicon", NULL);
  if (!bl_pipeline_load_text_lexicon (pipeline, error))
    return FALSE;
  pipeline->kb = bl_knowledge_load ((const char *const *) knowledge->pdata, pipeline->problems, error);
  pipeline->finder = pipeline->kb != NULL ? bl_mention_finder_new (pipeline->kb, lexicon, error) : NULL;
  pipeline->cues = pipeline->finder != NULL ? bl_cues_load (lexicon, error) : NULL;
  return pipeline->cues != NULL;
}

/* Texts are cut into sentences by a lexicon too, so the corpus is read again. */
static gboolean
load_corpus (BlPipeline *pipeline, const BlRulesBefore *asked, GError **error)
{
  g_autofree char *upward = asked->paths == NULL || asked->paths[0] == NULL ? bl_corpus_find_upward (".") : NULL;
  const char *const nearest[] = { upward != NULL ? upward : ".", NULL };
  const char *const *paths = asked->paths != NULL && asked->paths[0] != NULL ? (const char *const *) asked->paths : nearest;
  const BlCorpusOptions options
      = { .lexicon = pipeline->text_lexicon, .problems = pipeline->problems, .jobs = (guint) asked->options->jobs };
  pipeline->corpus = bl_corpus_load (paths, &options, error);
  return pipeline->corpus != NULL;
}

static void
replace_all (char **text, const char *old, const char *new)
{
  if (*text == NULL)
    return;
  g_auto (GStrv) parts = g_strsplit (*text, old, -1);
  g_free (*text);
  *text = g_strjoinv (new, parts);
}

/* Files of the private folder are called as git would: "HEAD~1:rules/packs/terms.json". */
static void
name_problems (const Before *before, BlPipeline *pipeline, GError **error)
{
  const char *against = before->asked->against;
  if (before->below == NULL)
    return;
  g_autofree char *folder = g_strconcat (before->below, "/", NULL);
  g_autofree char *revision = g_strconcat (against, before->tree != NULL ? ":" : "/", NULL);
  const GPtrArray *list = bl_problems_list (pipeline->problems);
  for (guint i = 0; i < list->len; i++)
    {
      BlProblem *problem = list->pdata[i];
      replace_all (&problem->file, folder, revision);
      replace_all (&problem->what, folder, revision);
    }
  if (error != NULL && *error != NULL)
    replace_all (&(*error)->message, folder, revision);
}

gboolean
bl_rules_before_load (BlPipeline *pipeline, const BlPipeline *now, const BlRulesBefore *asked, GError **error)
{
  g_autoptr (BlTempFolder) folder = bl_temp_folder_new (error);
  if (folder == NULL)
    return FALSE;
  g_autofree char *shipped = g_build_filename (now->data_dir, "packs", NULL);
  Before before = { .now = now,
                    .asked = asked,
                    .problems = pipeline->problems,
                    .folder = folder,
                    .made = g_ptr_array_new_with_free_func (g_free),
                    .shipped = shipped };
  pipeline->root = g_strdup (now->root);
  gboolean ok = load_packs (&before, pipeline, error);
  if (ok && asked->all_data)
    ok = load_data (&before, pipeline, error);
  name_problems (&before, pipeline, error);
  bl_git_tree_free (before.tree);
  g_ptr_array_unref (before.made);
  if (!ok || asked->all_data)
    return ok && load_corpus (pipeline, asked, error);
  pipeline->kb = now->kb;
  pipeline->finder = now->finder;
  pipeline->cues = now->cues;
  pipeline->corpus = now->corpus;
  return TRUE;
}

void
bl_rules_before_free (BlPipeline *before, const BlPipeline *now)
{
  if (before->kb == now->kb)
    before->kb = NULL;
  if (before->finder == now->finder)
    before->finder = NULL;
  if (before->cues == now->cues)
    before->cues = NULL;
  if (before->corpus == now->corpus)
    before->corpus = NULL;
  bl_pipeline_free (before);
}
