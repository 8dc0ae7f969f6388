#include "base/kept.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum
{
  STALE_SECONDS = 60 * 60, /* a temporary file that old is of a run that was killed */
};

/* --- trust -------------------------------------------------------------------------------------------------------- */

gboolean
bl_kept_is_ours (const struct stat *status)
{
  return status->st_uid == geteuid () && (status->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

int
bl_kept_open_folder (const char *path, char **remark)
{
  struct stat status;
  const int folder = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0)
    {
      *remark = g_strdup_printf ("%s: %s; nothing compiled is read or kept", path, g_strerror (errno));
      return -1;
    }
  if (fstat (folder, &status) == 0 && bl_kept_is_ours (&status))
    return folder;
  *remark = g_strdup_printf ("%s: others may write there, or it is another user's; nothing compiled is read or kept", path);
  close (folder);
  return -1;
}

/* --- what is known again ------------------------------------------------------------------------------------------ */

void
bl_kept_add_identity (GString *key, const struct stat *status)
{
  g_string_append_printf (key,
                          "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          ".%09ld %" G_GINT64_FORMAT ".%09ld\n",
                          (guint64) status->st_dev, (guint64) status->st_ino, (gint64) status->st_size,
                          (gint64) status->st_mtim.tv_sec, status->st_mtim.tv_nsec, (gint64) status->st_ctim.tv_sec,
                          status->st_ctim.tv_nsec);
}

gboolean
bl_kept_add_program (GString *key)
{
  struct stat status;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  if (program == NULL || stat (program, &status) != 0)
    return FALSE;
  bl_kept_add_identity (key, &status);
  return TRUE;
}

/* --- sums --------------------------------------------------------------------------------------------------------- */

/* Each step is a bijection of the lane for a given word, and of the word for a given lane, so two texts that differ in one word never have
 * the same sum. Damage is what it finds, not malice. */
static guint64
add_word (guint64 lane, const void *word, guint64 odd)
{
  guint64 value;
  memcpy (&value, word, sizeof value);
  value = (value ^ lane) * odd;
  return value << 29 | value >> 35;
}

/* Four lanes, as a multiplication takes four steps to end. */
guint64
bl_kept_sum (const void *bytes, gsize length)
{
  static const guint64 odd[4] = { 0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0x165667B19E3779F9u, 0xFF51AFD7ED558CCDu };
  guint64 lanes[4] = { length, 1, 2, 3 };
  const char *at = bytes;
  gsize i = 0;
  for (; i + 32 <= length; i += 32)
    {
      lanes[0] = add_word (lanes[0], at + i, odd[0]);
      lanes[1] = add_word (lanes[1], at + i + 8, odd[1]);
      lanes[2] = add_word (lanes[2], at + i + 16, odd[2]);
      lanes[3] = add_word (lanes[3], at + i + 24, odd[3]);
    }
  for (; i + 8 <= length; i += 8)
    lanes[0] = add_word (lanes[0], at + i, odd[0]);
  for (guint lane = 1; lane < 4; lane++)
    lanes[0] = add_word (lanes[0], &lanes[lane], odd[lane]);
  return lanes[0];
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static gboolean
write_all (int file, const char *bytes, gsize length)
{
  while (length > 0)
    {
      const gssize written = write (file, bytes, length);
      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

int
bl_kept_write (int folder, const char *name, const void *bytes, gsize length)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%d.new", name, (int) getpid ());
  unlinkat (folder, temporary, 0);
  const int file = openat (folder, temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0)
    return -1;
  if (write_all (file, bytes, length) && fsync (file) == 0 && renameat (folder, temporary, folder, name) == 0)
    return file;
  const int number = errno;
  unlinkat (folder, temporary, 0);
  close (file);
  errno = number;
  return -1;
}

/* --- old files ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  gint64 time;
  guint64 size;
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->name);
}

static gint
newest_first (gconstpointer a, gconstpointer b)
{
  const Kept *left = a;
  const Kept *right = b;
  return left->time != right->time ? (left->time < right->time ? 1 : -1) : strcmp (left->name, right->name);
}

/* With the file beside it, where there is one. */
static void
remove_kept (int folder, const char *name)
{
  g_autofree char *sum = g_strdup_printf ("%s.sum", name);
  unlinkat (folder, name, 0);
  unlinkat (folder, sum, 0);
}

/* A run that has such a file mapped keeps its pages. */
void
bl_kept_tidy (int folder, const char *path, const char *newest, const BlKeptFiles *files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (list, kept_clear);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      struct stat status;
      if (fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        continue;
      const Kept kept
          = { .time = strcmp (name, newest) == 0 ? G_MAXINT64 : status.st_mtim.tv_sec, .size = (guint64) status.st_size };
      if (g_str_has_suffix (name, files->ending))
        {
          g_array_append_val (list, kept);
          g_array_index (list, Kept, list->len - 1).name = g_strdup (name);
        }
      else if (g_str_has_suffix (name, ".new") && now - kept.time > STALE_SECONDS)
        unlinkat (folder, name, 0);
    }
  g_array_sort (list, newest_first);
  guint64 sum = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const Kept *kept = &g_array_index (list, Kept, i);
      sum += kept->size;
      if (i > 0 && (i >= files->n || sum > files->max_bytes))
        remove_kept (folder, kept->name);
    }
}
