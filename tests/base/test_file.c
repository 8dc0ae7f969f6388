/* Reading with a bound, writing in one step, and what lies inside what. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#include <stdlib.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("belie-file-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name = NULL; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_tree (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static char *
inside (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = inside (fixture, "é.bin");
  static const char bytes[] = "one\0two\xFF\r\n";
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_assert_true (bl_file_write (path, bytes, sizeof bytes, &error));
  g_autofree char *back = bl_file_read (path, sizeof bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, sizeof bytes);
  g_assert_true (memcmp (back, bytes, sizeof bytes) == 0);
  g_assert_cmpint (back[length], ==, '\0');

  g_assert_true (bl_file_write (path, "", 0, &error));
  g_autofree char *empty = bl_file_read (path, 0, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpstr (empty, ==, "");
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = inside (fixture, "large.txt");
  g_autofree char *text = g_strnfill (70000, 'x');
  g_assert_true (bl_file_write (path, text, 70000, NULL));
  gsize length = 0;
  g_autofree char *all = bl_file_read (path, 70000, &length, NULL);
  g_assert_cmpuint (length, ==, 70000);
  g_assert_cmpstr (all, ==, text);
  g_autofree char *unbounded = bl_file_read (path, G_MAXSIZE, NULL, NULL);
  g_assert_cmpstr (unbounded, ==, text);

  g_autoptr (GError) error = NULL;
  g_assert_null (bl_file_read (path, 69999, &length, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, path));
}

/* Its size is said to be 0, so the bound must hold while reading. */
static void
test_unknown_size (Fixture *fixture, gconstpointer data)
{
  (void) fixture;
  (void) data;
  const char *path = "/proc/self/maps";
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /proc here");
      return;
    }
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bl_file_read (path, 8u << 20, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_null (bl_file_read (path, 100, &length, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_file_read (fixture->folder, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  /* Nobody writes to it; reading must not wait for that. */
  g_autofree char *fifo = inside (fixture, "fifo");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (bl_file_read (fifo, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);

  g_autofree char *absent = inside (fixture, "absent.txt");
  g_assert_null (bl_file_read (absent, 100, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, absent));
}

static void
test_write_failure (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = inside (fixture, "absent/report.json");
  g_autoptr (GError) error = NULL;
  g_assert_false (bl_file_write (path, "x", 1, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
}

/* Nothing but the file itself is left beside it. */
static void
test_write_replaces (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *path = inside (fixture, "report.json");
  g_assert_true (bl_file_write (path, "old and longer", 14, NULL));
  g_assert_true (bl_file_write (path, "new", 3, NULL));
  g_autofree char *text = bl_file_read (path, 100, NULL, NULL);
  g_assert_cmpstr (text, ==, "new");
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "report.json");
  g_assert_null (g_dir_read_name (folder));
}

static gpointer
read_fifo (gpointer path)
{
  const int fifo = open (path, O_RDONLY);
  GString *said = g_string_new (NULL);
  char part[16];
  for (gssize n; (n = read (fifo, part, sizeof part)) > 0;)
    g_string_append_len (said, part, n);
  close (fifo);
  return g_string_free (said, FALSE);
}

/* A pipe, also behind a link, is written to and stays one. */
static void
test_write_stream (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *fifo = inside (fixture, "fifo");
  g_autofree char *link = inside (fixture, "link");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink (fifo, link), ==, 0);
  const char *const paths[] = { fifo, link };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      GThread *reader = g_thread_new ("reader", read_fifo, fifo);
      g_assert_true (bl_file_write (paths[i], "a finding, and another", 22, NULL));
      g_autofree char *said = g_thread_join (reader);
      g_assert_cmpstr (said, ==, "a finding, and another");
      struct stat status;
      g_assert_cmpint (lstat (paths[i], &status), ==, 0);
      g_assert_true (i == 0 ? S_ISFIFO (status.st_mode) : S_ISLNK (status.st_mode));
    }
}

static void
test_inside (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_autofree char *news = inside (fixture, "news");
  g_autofree char *newsroom = inside (fixture, "newsroom");
  g_autofree char *deep = inside (fixture, "news/2022/03");
  g_autofree char *link = inside (fixture, "news/out");
  g_autofree char *climbing = inside (fixture, "news/2022/../../newsroom");
  g_autofree char *absent = inside (fixture, "news/absent");
  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (newsroom, 0700), ==, 0);
  g_assert_cmpint (symlink (newsroom, link), ==, 0);
  g_assert_true (bl_file_is_inside (deep, news));
  g_assert_true (bl_file_is_inside (news, news));
  g_assert_true (bl_file_is_inside (news, "/"));
  g_assert_false (bl_file_is_inside (news, deep));
  g_assert_false (bl_file_is_inside (newsroom, news));
  g_assert_false (bl_file_is_inside (climbing, news));
  g_assert_false (bl_file_is_inside (link, news));
  g_assert_false (bl_file_is_inside (absent, news));
  g_assert_false (bl_file_is_inside (news, absent));
}

static void
assert_near (const char *path, const char *wanted)
{
  g_autofree char *near = bl_file_take_near (g_strdup (path));
  g_assert_cmpstr (near, ==, wanted);
}

static void
test_near (void)
{
  g_autofree char *before = g_get_current_dir ();
  g_assert_cmpint (g_chdir ("/usr/bin"), ==, 0);
  char *here = realpath (".", NULL);
  g_assert_cmpint (g_chdir (before), ==, 0);
  if (strcmp (here, "/usr/bin") != 0)
    {
      free (here);
      g_test_skip ("/usr/bin is somewhere else");
      return;
    }
  free (here);
  g_assert_cmpint (g_chdir ("/usr/bin"), ==, 0);
  assert_near ("/usr/bin/corpus.json", "corpus.json");
  assert_near ("/usr/bin/a/b.txt", "a/b.txt");
  assert_near ("/usr/corpus.json", "../corpus.json");
  assert_near ("/corpus.json", "../../corpus.json");
  assert_near ("/usr/binary/corpus.json", "/usr/binary/corpus.json");
  assert_near ("/usr/share/corpus.json", "/usr/share/corpus.json");
  assert_near ("/us/corpus.json", "/us/corpus.json");
  g_assert_cmpint (g_chdir ("/"), ==, 0);
  assert_near ("/corpus.json", "corpus.json");
  assert_near ("/usr/corpus.json", "usr/corpus.json");
  g_assert_cmpint (g_chdir (before), ==, 0);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/file/round-trip", test_round_trip);
  add ("/file/limit", test_limit);
  add ("/file/unknown-size", test_unknown_size);
  add ("/file/not-a-file", test_not_a_file);
  add ("/file/write/failure", test_write_failure);
  add ("/file/write/replaces", test_write_replaces);
  add ("/file/write/stream", test_write_stream);
  add ("/file/inside", test_inside);
  g_test_add_func ("/file/near", test_near);
  return g_test_run ();
}
