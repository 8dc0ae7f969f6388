#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/loader.h"

#define CHUNK (64 * 1024)

typedef struct
{
  const BlLoader *loader;
  const BlInput *input;
  BlLineFunc found;
  gpointer data;

  GByteArray *line; /* what is read of the current line */
  gsize offset;     /* where the current line begins */
  gsize skipped;    /* bytes of it that are thrown away because it is too long */
  guint number;
  gboolean any;
} Lines;

static gboolean
is_blank (const GByteArray *line)
{
  for (guint i = 0; i < line->len; i++)
    if (!g_ascii_isspace ((char) line->data[i]))
      return FALSE;
  return TRUE;
}

static void
end_line (Lines *lines)
{
  gsize length = lines->line->len;
  if (lines->skipped > 0)
    bl_problems_add (lines->loader->problems, BL_PROBLEM_PARTIAL, lines->input->shown, lines->number, 0,
                     "the line is too long and is skipped: at most %u MiB are read", BL_LIMIT_JSONL_LINE_BYTES / (1024 * 1024));
  else if (!is_blank (lines->line))
    {
      lines->any = TRUE;
      /* A copy of just its size: the line may stay in memory as long as its article. */
      BlLine line = { .bytes = g_malloc (length + 1), .length = length, .offset = lines->offset, .number = lines->number };
      memcpy (line.bytes, lines->line->data, length);
      line.bytes[length] = '\0';
      lines->found (&line, lines->data);
      g_free (line.bytes);
    }
  g_byte_array_set_size (lines->line, 0);
  lines->offset += length + lines->skipped + 1;
  lines->skipped = 0;
  lines->number++;
}

static void
add_bytes (Lines *lines, const char *bytes, gsize length)
{
  while (length > 0)
    {
      const char *end = memchr (bytes, '\n', length);
      gsize part = end != NULL ? (gsize) (end - bytes) : length;
      if (lines->skipped > 0 || lines->line->len + part > BL_LIMIT_JSONL_LINE_BYTES)
        lines->skipped += part;
      else
        g_byte_array_append (lines->line, (const guint8 *) bytes, (guint) part);
      if (end == NULL)
        return;
      end_line (lines);
      bytes += part + 1;
      length -= part + 1;
    }
}

/* bl_file_read would hold the whole file, and one of JSON Lines may be larger than memory likes; so here are its checks
 * again: no waiting for a FIFO, nothing but regular files. -1 and errno otherwise. */
static int
open_regular (const char *path)
{
  struct stat status;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0)
    return -1;
  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    return file;
  close (file);
  errno = EINVAL;
  return -1;
}

int
bl_open_lines (const BlInput *input)
{
  return input->bytes == NULL ? open_regular (input->file) : -1;
}

/* Bytes [start, start + length) of the file, or what there is of them. */
static gsize
read_part (int file, char *bytes, gsize length, gsize start)
{
  gsize filled = 0;
  while (filled < length)
    {
      const ssize_t got = pread (file, bytes + filled, length - filled, (off_t) (start + filled));
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      filled += (gsize) got;
    }
  return filled;
}

char *
bl_read_line (const BlInput *input, int file, BlSpan place)
{
  const gsize length = bl_span_length (place);
  g_autofree char *bytes = g_malloc (length + 1);
  bytes[length] = '\0';
  if (input->bytes != NULL)
    {
      gsize all = 0;
      const char *text = g_bytes_get_data (input->bytes, &all);
      if (place.end > all)
        return NULL;
      memcpy (bytes, text + place.start, length);
      return g_steal_pointer (&bytes);
    }
  const int own = file < 0 ? open_regular (input->file) : -1;
  const gsize filled = file >= 0 || own >= 0 ? read_part (file >= 0 ? file : own, bytes, length, place.start) : 0;
  if (own >= 0)
    close (own);
  return filled == length ? g_steal_pointer (&bytes) : NULL;
}

static void
read_all (Lines *lines, int file)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  for (;;)
    {
      ssize_t got = read (file, chunk, CHUNK);
      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        bl_problems_add (lines->loader->problems, BL_PROBLEM_PARTIAL, lines->input->shown, lines->number, 0,
                         "cannot be read on: %s", g_strerror (errno));
      if (got <= 0)
        break;
      add_bytes (lines, chunk, (gsize) got);
    }
}

static void
read_file (Lines *lines)
{
  int file = open_regular (lines->input->file);
  if (file < 0)
    {
      lines->any = TRUE; /* one complaint is enough */
      bl_problems_add (lines->loader->problems, BL_PROBLEM_PARTIAL, lines->input->shown, 0, 0, "cannot be read: %s",
                       g_strerror (errno));
      return;
    }
  read_all (lines, file);
  close (file);
}

void
bl_read_lines (const BlLoader *loader, const BlInput *input, BlLineFunc found, gpointer data)
{
  Lines lines = { .loader = loader, .input = input, .found = found, .data = data, .number = 1 };
  lines.line = g_byte_array_new ();
  if (input->bytes == NULL)
    read_file (&lines);
  else
    {
      gsize length = 0;
      const char *bytes = g_bytes_get_data (input->bytes, &length);
      add_bytes (&lines, bytes, length);
    }
  if (lines.line->len > 0 || lines.skipped > 0)
    end_line (&lines);
  if (!lines.any)
    bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0,
                     "the file is empty; one JSON object a line is wanted");
  g_byte_array_unref (lines.line);
}
