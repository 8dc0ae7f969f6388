#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Sets the error "PATH: why" for errno. */
static void
set_system_error (GError **error, const char *path, int number)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (number), "%s: %s", shown, g_strerror (number));
}

static void
set_too_large (GError **error, const char *path, gsize limit)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *most = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "%s: too large: at most %s are read", shown, most);
}

/* Opens without waiting: a FIFO or a terminal given as an article must not hang the run. */
static int
open_regular (const char *path, gsize limit, gsize *size, GError **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat status;
  if (file < 0 || fstat (file, &status) < 0)
    {
      set_system_error (error, path, errno);
      if (file >= 0)
        close (file);
      return -1;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_autofree char *shown = g_filename_display_name (path);
      gboolean folder = S_ISDIR (status.st_mode);
      g_set_error (error, G_IO_ERROR, folder ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE, "%s: %s", shown,
                   folder ? "a folder, not a file" : "not a regular file");
      close (file);
      return -1;
    }
  if (status.st_size < 0 || (guint64) status.st_size > limit)
    {
      set_too_large (error, path, limit);
      close (file);
      return -1;
    }
  *size = (gsize) status.st_size;
  return file;
}

/* Fills up to room bytes; stops early only at the end of the file. -1 and errno on failure. */
static gssize
read_fully (int file, char *data, gsize room)
{
  gsize filled = 0;
  while (filled < room)
    {
      ssize_t got = read (file, data + filled, room - filled);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;
      filled += (gsize) got;
    }
  return (gssize) filled;
}

char *
bl_file_read (const char *path, gsize limit, gsize *length, GError **error)
{
  gsize size = 0;
  int file = open_regular (path, limit, &size, error);
  if (file < 0)
    return NULL;

  /* The size is a hint: the file may grow while it is read, and /proc says 0. The loop ends when a read leaves room. */
  gsize room = size + 1;
  gsize filled = 0;
  g_autofree char *data = g_malloc (room + 1);
  for (;;)
    {
      gssize got = read_fully (file, data + filled, room - filled);
      if (got < 0)
        {
          set_system_error (error, path, errno);
          close (file);
          return NULL;
        }
      filled += (gsize) got;
      if (filled > limit)
        {
          set_too_large (error, path, limit);
          close (file);
          return NULL;
        }
      if (filled < room)
        break;
      room += MIN (room + 4096, limit - room + 1);
      data = g_realloc (data, room + 1);
    }
  close (file);
  data[filled] = '\0';
  if (length != NULL)
    *length = filled;
  return g_steal_pointer (&data);
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The descriptor for what no other file may take the place of; -1: it is none of that, or cannot be opened, with errno, else 0. */
static int
open_stream (const char *path)
{
  struct stat status, link, own;
  errno = 0;
  if (stat (path, &status) < 0 || S_ISDIR (status.st_mode))
    {
      errno = 0;
      return -1;
    }
  if (!S_ISREG (status.st_mode))
    return open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  /* /dev/stdout is a link, and may lead to a file: going on where its writing stands keeps what is there. */
  if (lstat (path, &link) == 0 && S_ISLNK (link.st_mode))
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++)
      if (fstat (fd, &own) == 0 && is_same_file (&own, &status))
        return fcntl (fd, F_DUPFD_CLOEXEC, 0);
  errno = 0;
  return -1;
}

static gboolean
write_stream (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      const ssize_t written = write (fd, data, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

gboolean
bl_file_write (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  if (length > G_MAXSSIZE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "%s: too large to write", shown);
      return FALSE;
    }
  const int stream = open_stream (path);
  if (stream >= 0 || errno != 0)
    {
      const gboolean written = stream >= 0 && write_stream (stream, data, length);
      if (!written)
        set_system_error (error, path, errno);
      if (stream >= 0)
        close (stream);
      return written;
    }
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  if (g_file_set_contents_full (path, data, (gssize) length, flags, 0666, error))
    return TRUE;
  g_prefix_error (error, "%s: ", shown);
  return FALSE;
}

gboolean
bl_file_is_inside (const char *path, const char *folder)
{
  /* realpath allocates with malloc, so free and not g_free. */
  char *inner = realpath (path, NULL);
  char *outer = realpath (folder, NULL);
  gboolean inside = FALSE;
  if (inner != NULL && outer != NULL)
    {
      gsize length = strlen (outer);
      /* "/news" holds "/news/a" and not "/newsroom"; only "/" ends in a slash. */
      gboolean root = length > 0 && outer[length - 1] == '/';
      inside = strncmp (inner, outer, length) == 0 && (root || inner[length] == '\0' || inner[length] == '/');
    }
  free (inner);
  free (outer);
  return inside;
}

/* The rest of path behind folder and a slash, or NULL when it does not lie in it. Borrowed. */
static const char *
below (const char *path, const char *folder)
{
  const gsize length = strlen (folder);
  if (strncmp (path, folder, length) != 0)
    return NULL;
  if (length > 0 && folder[length - 1] == '/')
    return path + length;
  return path[length] == '/' ? path + length + 1 : NULL;
}

char *
bl_file_take_near (char *path)
{
  char *here = realpath (".", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *inside = here != NULL ? below (path, here) : NULL;
  const char *above = here != NULL && inside == NULL ? below (here, folder) : NULL;
  GString *near = g_string_new (inside);
  if (above != NULL)
    {
      g_autofree char *name = g_path_get_basename (path);
      for (const char *at = above; at != NULL; at = strchr (at, '/') != NULL ? strchr (at, '/') + 1 : NULL)
        g_string_append (near, "../");
      g_string_append (near, name);
    }
  free (here);
  if (near->len == 0)
    {
      g_string_free (near, TRUE);
      return path;
    }
  g_free (path);
  return g_string_free (near, FALSE);
}
