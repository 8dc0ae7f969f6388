#include "authoring/temp_folder.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* A handler can reach nothing else: the last interrupt that came, 0 for none. */
static volatile sig_atomic_t interrupted;

static const int interrupts[] = { SIGINT, SIGTERM, SIGHUP };

struct BlTempFolder
{
  char *path;
  struct sigaction before[G_N_ELEMENTS (interrupts)];
};

static void
remember (int number)
{
  interrupted = number;
}

/* What was ignored (nohup) stays ignored. A child that is started gets its own handling back, so Ctrl-C still ends a git that hangs. */
static void
hold_interrupts (BlTempFolder *folder)
{
  interrupted = 0;
  for (guint i = 0; i < G_N_ELEMENTS (interrupts); i++)
    {
      struct sigaction action;
      memset (&action, 0, sizeof action);
      action.sa_handler = remember;
      action.sa_flags = SA_RESTART;
      sigaction (interrupts[i], NULL, &folder->before[i]);
      if (folder->before[i].sa_handler != SIG_IGN)
        sigaction (interrupts[i], &action, NULL);
    }
}

static void
release_interrupts (const BlTempFolder *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (interrupts); i++)
    sigaction (interrupts[i], &folder->before[i], NULL);
  if (interrupted != 0)
    raise (interrupted);
}

BlTempFolder *
bl_temp_folder_new (GError **error)
{
  BlTempFolder *folder = g_new0 (BlTempFolder, 1);
  hold_interrupts (folder);
  folder->path = g_dir_make_tmp ("belie-rules-XXXXXX", error);
  if (folder->path != NULL)
    return folder;
  release_interrupts (folder);
  g_free (folder);
  return NULL;
}

static void
remove_all (const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
        {
          g_autofree char *inside = g_build_filename (path, name, NULL);
          remove_all (inside);
        }
    }
  g_remove (path);
}

void
bl_temp_folder_free (BlTempFolder *folder)
{
  if (folder == NULL)
    return;
  remove_all (folder->path);
  release_interrupts (folder);
  g_free (folder->path);
  g_free (folder);
}

const char *
bl_temp_folder_path (const BlTempFolder *folder)
{
  return folder->path;
}
