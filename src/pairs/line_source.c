#include "pairs/line_source.h"

#include "base/limits.h"

#include <errno.h>
#include <gio/gio.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum
{
  CHUNK = 64 * 1024,
  ENOUGH = 1024 * 1024 /* so much waits in memory to be answered at once */
};

struct BlLineSource
{
  int fd;
  GByteArray *bytes;
  gsize n_used;   /* of bytes, by lines that were handed out */
  gsize n_looked; /* of bytes, that hold no line end beyond n_used */
  guint number;   /* of the last line */
  gboolean skips; /* inside of a line that is too long */
  gboolean ended;
};

BlLineSource *
bl_line_source_new (int fd)
{
  BlLineSource *source = g_new0 (BlLineSource, 1);
  source->fd = fd;
  source->bytes = g_byte_array_new ();
  return source;
}

void
bl_line_source_free (BlLineSource *source)
{
  if (source == NULL)
    return;
  g_byte_array_unref (source->bytes);
  g_free (source);
}

/* Drops what was handed out. */
static void
compact (BlLineSource *source)
{
  if (source->n_used > 0)
    g_byte_array_remove_range (source->bytes, 0, (guint) source->n_used);
  source->n_looked -= source->n_used;
  source->n_used = 0;
}

static gboolean
read_chunk (BlLineSource *source, GError **error)
{
  const guint length = source->bytes->len;
  g_byte_array_set_size (source->bytes, length + CHUNK);
  ssize_t got;
  do
    got = read (source->fd, source->bytes->data + length, CHUNK);
  while (got < 0 && errno == EINTR);
  g_byte_array_set_size (source->bytes, length + (got > 0 ? (guint) got : 0));
  source->ended = got <= 0;
  if (got >= 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return FALSE;
}

static gboolean
has_more (const BlLineSource *source)
{
  struct pollfd wanted = { .fd = source->fd, .events = POLLIN };
  return !source->ended && poll (&wanted, 1, 0) == 1 && (wanted.revents & (POLLIN | POLLHUP)) != 0;
}

static gboolean
has_line (BlLineSource *source)
{
  const guint8 *bytes = source->bytes->data;
  const gsize left = source->bytes->len - source->n_looked;
  const gboolean found = left > 0 && memchr (bytes + source->n_looked, '\n', left) != NULL;
  if (!found)
    source->n_looked = source->bytes->len;
  return found;
}

/* A line without an end that is too long already: its bytes are not kept. */
static void
skip_rest (BlLineSource *source)
{
  if (!source->skips && source->bytes->len <= BL_LIMIT_JSONL_LINE_BYTES)
    return;
  source->skips = TRUE;
  g_byte_array_set_size (source->bytes, 0);
  source->n_used = source->n_looked = 0;
}

static void
add_line (BlLineSource *source, gsize end, GArray *lines)
{
  const gsize length = end - source->n_used;
  BlInputLine line = { .bytes = (const char *) source->bytes->data + source->n_used,
                       .length = length,
                       .number = ++source->number,
                       .too_long = source->skips || length > BL_LIMIT_JSONL_LINE_BYTES };
  if (line.too_long)
    line.length = 0;
  source->skips = FALSE;
  g_array_append_val (lines, line);
}

static void
cut_lines (BlLineSource *source, GArray *lines)
{
  const guint8 *bytes = source->bytes->data;
  const guint8 *end;
  gsize left;
  while ((left = source->bytes->len - source->n_used) > 0 && (end = memchr (bytes + source->n_used, '\n', left)) != NULL)
    {
      add_line (source, (gsize) (end - bytes), lines);
      source->n_used = (gsize) (end - bytes) + 1;
    }
  if (source->ended && (source->bytes->len > source->n_used || source->skips))
    {
      add_line (source, source->bytes->len, lines);
      source->n_used = source->bytes->len;
    }
  source->n_looked = source->bytes->len;
}

gboolean
bl_line_source_read (BlLineSource *source, GArray *lines, GError **error)
{
  g_array_set_size (lines, 0);
  compact (source);
  gboolean found = FALSE;
  while (!source->ended && (!found || (source->bytes->len < ENOUGH && has_more (source))))
    {
      if (!read_chunk (source, error))
        break;
      found = found || has_line (source);
      if (!found)
        skip_rest (source);
    }
  cut_lines (source, lines);
  return lines->len > 0;
}
