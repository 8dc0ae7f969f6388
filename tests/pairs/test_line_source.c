/* Lines of a pipe: each as soon as it is there, whole whatever the pieces it comes in, and none too long. */
#include "pairs/line_source.h"

#include "base/limits.h"

#include <string.h>
#include <unistd.h>

typedef struct
{
  int ends[2]; /* of the pipe */
  BlLineSource *source;
  GArray *lines;
} Pipe;

static void
set_up (Pipe *p, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (pipe (p->ends), ==, 0);
  p->source = bl_line_source_new (p->ends[0]);
  p->lines = g_array_new (FALSE, FALSE, sizeof (BlInputLine));
}

static void
tear_down (Pipe *p, gconstpointer data G_GNUC_UNUSED)
{
  g_array_unref (p->lines);
  bl_line_source_free (p->source);
  close (p->ends[0]);
  if (p->ends[1] >= 0)
    close (p->ends[1]);
}

static void
put (const Pipe *p, const char *text)
{
  g_assert_cmpint (write (p->ends[1], text, strlen (text)), ==, (gssize) strlen (text));
}

static void
end (Pipe *p)
{
  close (p->ends[1]);
  p->ends[1] = -1;
}

/* The next lines that can be had, "1:a|2:b"; "" at the end. Owned by the caller. */
static char *
next (Pipe *p)
{
  g_autoptr (GError) error = NULL;
  GString *said = g_string_new (NULL);
  const gboolean more = bl_line_source_read (p->source, p->lines, &error);
  g_assert_no_error (error);
  g_assert_cmpint (more, ==, p->lines->len > 0);
  for (guint i = 0; i < p->lines->len; i++)
    {
      const BlInputLine *line = &g_array_index (p->lines, BlInputLine, i);
      g_string_append_printf (said, "%s%u:%.*s", i > 0 ? "|" : "", line->number, (int) line->length, line->bytes);
      if (line->too_long)
        g_string_append (said, "(too long)");
    }
  return g_string_free (said, FALSE);
}

#define assert_next(p, wanted)                                                                                                 \
  do                                                                                                                           \
    {                                                                                                                          \
      g_autofree char *said = next (p);                                                                                        \
      g_assert_cmpstr (said, ==, wanted);                                                                                      \
    }                                                                                                                          \
  while (0)

/* A filter answers before the next line has to come: nothing here may wait for the end. */
static void
test_at_once (Pipe *p, gconstpointer data G_GNUC_UNUSED)
{
  put (p, "one\n");
  assert_next (p, "1:one");
  put (p, "two\n\nfour\nfi");
  assert_next (p, "2:two|3:|4:four");
  put (p, "ve\n");
  assert_next (p, "5:five");
  put (p, "six");
  end (p);
  assert_next (p, "6:six"); /* the last needs no end */
  assert_next (p, "");
}

static void
test_nothing (Pipe *p, gconstpointer data G_GNUC_UNUSED)
{
  end (p);
  assert_next (p, "");
}

/* More than a pipe holds, so from a second thread. */
static gpointer
put_long_line (gpointer data)
{
  Pipe *p = data;
  static char part[64 * 1024];
  memset (part, 'x', sizeof part);
  for (gsize n = 0; n <= BL_LIMIT_JSONL_LINE_BYTES; n += sizeof part)
    g_assert_cmpint (write (p->ends[1], part, sizeof part), ==, sizeof part);
  put (p, "\nshort\n");
  end (p);
  return NULL;
}

static void
test_too_long (Pipe *p, gconstpointer data G_GNUC_UNUSED)
{
  GThread *thread = g_thread_new ("writer", put_long_line, p);
  g_autoptr (GString) all = g_string_new (NULL);
  for (;;)
    {
      g_autofree char *said = next (p);
      if (*said == '\0')
        break;
      g_string_append_printf (all, "%s%s", all->len > 0 ? "|" : "", said);
    }
  g_thread_join (thread);
  g_assert_cmpstr (all->str, ==, "1:(too long)|2:short");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/line-source/at-once", Pipe, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/line-source/nothing", Pipe, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/line-source/too-long", Pipe, NULL, set_up, test_too_long, tear_down);
  return g_test_run ();
}
