#include "corpus/discover.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "corpus/corpus.h"
#include "corpus/glob.h"
#include "corpus/roots.h"

#define HINTED_NAMES 100

typedef struct
{
  const BlCorpusFolder *root;
  BlProblems *problems;
  GPtrArray *inputs;   /* of BlInput */
  GHashTable *files;   /* real paths of the inputs */
  GHashTable *folders; /* "device:inode" of folders already walked: links cannot make a circle */
  GQueue waiting;      /* relative paths of folders still to walk, owned */
  GPtrArray *links;    /* relative paths of symbolic links that stay inside, looked at last */
  guint visited;
} Walk;

char *
bl_shown_path (const char *shown, const char *path)
{
  if (path[0] == '\0')
    return g_strdup (shown);
  if (shown[0] == '\0' || strcmp (shown, ".") == 0 || strcmp (shown, "./") == 0)
    return g_strdup (path);
  return g_build_filename (shown, path, NULL);
}

const BlConfigArticle *
bl_config_entry (const BlConfig *config, const char *path)
{
  return config != NULL ? g_hash_table_lookup (config->by_path, path) : NULL;
}

static void
complain (Walk *walk, const char *path, const char *format, const char *detail)
{
  g_autofree char *shown = bl_shown_path (walk->root->shown, path);
  g_autofree char *name = g_filename_display_name (shown);
  g_autofree char *message = g_strdup_printf ("%s%s", format, detail);
  bl_problems_add (walk->problems, BL_PROBLEM_PARTIAL, name, 0, 0, "%s", message);
}

/* Adds a file unless its real path is there already. */
static void
add_file (Walk *walk, const char *path, const char *real)
{
  if (!g_hash_table_add (walk->files, g_strdup (real)))
    return;
  g_autofree char *shown = bl_shown_path (walk->root->shown, path);
  g_ptr_array_add (walk->inputs, bl_input_new (path, real, shown, bl_config_entry (walk->root->config, path)));
}

static gboolean
is_build_folder (const char *name)
{
  static const char *const names[] = { "build", "node_modules", "__pycache__", "venv", "CMakeFiles", NULL };
  return g_strv_contains (names, name) || g_str_has_prefix (name, "build-") || g_str_has_prefix (name, "cmake-build-");
}

/* Files that lie beside articles in a repository, and what belie itself keeps there. */
static gboolean
is_companion (const char *name)
{
  static const char *const stems[] = { "readme",    "license", "licence", "copying",         "contributing",
                                       "changelog", "authors", "notice",  "code_of_conduct", NULL };
  if (g_str_has_prefix (name, "belie-"))
    return TRUE;
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));
  return g_strv_contains (stems, stem);
}

/* Decisions under a name that the user chose: they begin with a line that no article has. */
static gboolean
is_decisions (const char *name, const char *full)
{
  static const char first_line[] = "{\"format\":1}";
  char begin[sizeof first_line] = "";
  if (!g_str_has_suffix (name, ".jsonl"))
    return FALSE;
  FILE *file = fopen (full, "re");
  if (file == NULL)
    return FALSE;
  const gsize n = fread (begin, 1, sizeof first_line - 1, file);
  fclose (file);
  return n == sizeof first_line - 1 && memcmp (begin, first_line, n) == 0;
}

static gboolean
is_ignored (const Walk *walk, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  return walk->root->config != NULL && bl_glob_any_covers ((const char *const *) walk->root->config->ignore, shown);
}

/* A link is kept for later when it stays inside; one that does not is named, if it would have been read at all. */
static void
visit_link (Walk *walk, const char *path, const char *full)
{
  gboolean wanted = bl_format_of (path) != BL_FORMAT_UNKNOWN;
  g_autofree char *real = bl_root_resolve_path (full);
  if (real == NULL)
    {
      if (wanted)
        complain (walk, path, "the symbolic link leads nowhere: ", g_strerror (errno));
      return;
    }
  gboolean folder = g_file_test (real, G_FILE_TEST_IS_DIR);
  if (!folder && !wanted)
    return;
  if (!bl_file_is_inside (real, walk->root->folder))
    {
      g_autofree char *target = g_filename_display_name (real);
      complain (walk, path,
                "the symbolic link leads outside the corpus and is not followed; copy what it means into the corpus: ", target);
      return;
    }
  g_ptr_array_add (walk->links, g_strdup (path));
}

static void
visit_file (Walk *walk, const char *path, const char *full, const struct stat *status)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;
  if (strcmp (name, "corpus.json") == 0 && slash != NULL)
    {
      g_autofree char *shown = bl_shown_path (walk->root->shown, path);
      g_autofree char *display = g_filename_display_name (shown);
      bl_problems_add (walk->problems, BL_PROBLEM_NOTE, display, 0, 0,
                       "not used: only the corpus.json of the folder that is given counts");
    }
  if (bl_format_of (name) == BL_FORMAT_UNKNOWN || is_companion (name))
    return;
  if (!S_ISREG (status->st_mode))
    complain (walk, path, "not a regular file", "");
  else if (!is_decisions (name, full))
    add_file (walk, path, full);
}

static void
visit (Walk *walk, const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;
  if (name[0] == '.' || is_ignored (walk, path))
    return;
  struct stat status;
  g_autofree char *full = g_build_filename (walk->root->folder, path, NULL);
  if (g_lstat (full, &status) != 0)
    {
      complain (walk, path, "cannot be looked at: ", g_strerror (errno));
      return;
    }
  if (S_ISLNK (status.st_mode))
    visit_link (walk, path, full);
  else if (!S_ISDIR (status.st_mode))
    visit_file (walk, path, full, &status);
  else if (!is_build_folder (name))
    g_queue_push_tail (&walk->waiting, g_strdup (path));
}

/* FALSE when this folder was walked before. */
static gboolean
enter (Walk *walk, const char *full)
{
  struct stat status;
  if (stat (full, &status) != 0)
    return FALSE;
  return g_hash_table_add (walk->folders, g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                                                           (guint64) status.st_ino));
}

static void
walk_folder (Walk *walk, const char *path)
{
  g_autofree char *full = g_build_filename (walk->root->folder, path, NULL);
  if (!enter (walk, full))
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (full, 0, &error);
  if (dir == NULL)
    {
      complain (walk, path, "the folder cannot be read: ", error->message);
      return;
    }
  const char *name = NULL;
  while ((name = g_dir_read_name (dir)) != NULL && walk->visited <= BL_LIMIT_DISCOVERED_FILES)
    {
      g_autofree char *child = path[0] != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
      walk->visited++;
      visit (walk, child);
    }
}

static void
walk_waiting (Walk *walk)
{
  while (!g_queue_is_empty (&walk->waiting) && walk->visited <= BL_LIMIT_DISCOVERED_FILES)
    {
      g_autofree char *path = g_queue_pop_head (&walk->waiting);
      walk_folder (walk, path);
    }
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Links come after all that has a name of its own, in a fixed order; those found behind links come after them in turn. */
static void
follow_links (Walk *walk)
{
  while (walk->links->len > 0)
    {
      g_autoptr (GPtrArray) links = g_steal_pointer (&walk->links);
      walk->links = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_sort (links, compare_strings);
      for (guint i = 0; i < links->len; i++)
        {
          const char *path = links->pdata[i];
          g_autofree char *full = g_build_filename (walk->root->folder, path, NULL);
          g_autofree char *real = bl_root_resolve_path (full);
          if (real == NULL)
            continue;
          if (!g_file_test (real, G_FILE_TEST_IS_DIR))
            add_file (walk, path, real);
          else
            g_queue_push_tail (&walk->waiting, g_strdup (path));
          walk_waiting (walk);
        }
    }
}

/* The listed articles: TRUE when the file is there and lies inside. */
static gboolean
add_listed (Walk *walk, const BlConfigArticle *entry)
{
  const char *config = walk->root->config->file;
  g_autofree char *full = g_build_filename (walk->root->folder, entry->path, NULL);
  g_autofree char *real = bl_root_resolve_path (full);
  if (real == NULL)
    return FALSE;
  if (!bl_file_is_inside (real, walk->root->folder))
    bl_problems_add (walk->problems, BL_PROBLEM_PARTIAL, config, entry->line, entry->column,
                     "“%s” is a link that leads outside the corpus and is not followed; copy the file into the corpus",
                     entry->path);
  else if (g_file_test (real, G_FILE_TEST_IS_DIR))
    bl_problems_add (walk->problems, BL_PROBLEM_PARTIAL, config, entry->line, entry->column,
                     "“%s” is a folder; list the files in it", entry->path);
  else if (bl_format_of (entry->path) == BL_FORMAT_UNKNOWN)
    bl_problems_add (walk->problems, BL_PROBLEM_PARTIAL, config, entry->line, entry->column,
                     "“%s” is of no known kind; " BL_FORMAT_NAMES, entry->path);
  else
    add_file (walk, entry->path, real);
  return TRUE;
}

static void
report_missing (Walk *walk, GPtrArray *missing)
{
  /* Each hint compares the name with every input, so a list that is all wrong goes without. */
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < walk->inputs->len && missing->len < HINTED_NAMES; i++)
    g_ptr_array_add (names, ((BlInput *) walk->inputs->pdata[i])->path);
  g_ptr_array_add (names, NULL);
  for (guint i = 0; i < missing->len; i++)
    {
      const BlConfigArticle *entry = missing->pdata[i];
      const char *nearest = bl_nearest_word (entry->path, (const char *const *) names->pdata);
      g_autofree char *hint
          = nearest != NULL ? g_strdup_printf ("did you mean “%s”?", nearest) : g_strdup ("add the file or remove the entry");
      bl_problems_add (walk->problems, BL_PROBLEM_PARTIAL, walk->root->config->file, entry->line, entry->column,
                       "“%s” is listed but not there; %s", entry->path, hint);
    }
}

static int
compare_inputs (gconstpointer a, gconstpointer b)
{
  const BlInput *left = *(BlInput *const *) a;
  const BlInput *right = *(BlInput *const *) b;
  return strcmp (left->path, right->path);
}

GPtrArray *
bl_discover (const BlCorpusFolder *folder, BlProblems *problems, GError **error)
{
  Walk walk = { .root = folder, .problems = problems, .waiting = G_QUEUE_INIT };
  walk.inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_input_free);
  walk.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.links = g_ptr_array_new_with_free_func (g_free);

  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  for (guint i = 0; folder->config != NULL && i < folder->config->articles->len; i++)
    if (!add_listed (&walk, folder->config->articles->pdata[i]))
      g_ptr_array_add (missing, folder->config->articles->pdata[i]);
  walk_folder (&walk, "");
  walk_waiting (&walk);
  follow_links (&walk);
  report_missing (&walk, missing);
  g_ptr_array_sort (walk.inputs, compare_inputs);

  gboolean too_many = walk.visited > BL_LIMIT_DISCOVERED_FILES;
  if (too_many)
    {
      g_autofree char *shown = g_filename_display_name (folder->shown);
      g_set_error (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_PATH,
                   "“%s” holds more than %u files; give the folder of the corpus or list what to leave out under “ignore” in "
                   "its corpus.json",
                   shown, BL_LIMIT_DISCOVERED_FILES);
      g_clear_pointer (&walk.inputs, g_ptr_array_unref);
    }
  g_queue_clear_full (&walk.waiting, g_free);
  g_ptr_array_unref (walk.links);
  g_hash_table_unref (walk.files);
  g_hash_table_unref (walk.folders);
  return walk.inputs;
}
