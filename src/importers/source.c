#include "importers/source.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  HEAD_BYTES = 64 * 1024,
  STEP_BYTES = 256 * 1024
};

/* buffer[start … filled) is read and not yet handed out. */
struct BlImportSource
{
  char *name;
  GInputStream *stream;
  char *buffer;
  gsize room;
  gsize start;
  gsize filled;
  guint line;
  gboolean ended;
  GError *failure; /* why it ended too early; told behind what could be read */
  gboolean begun;  /* the byte order mark was looked for */
};

/* The stream, or what a decompressor makes of it when its first two bytes are those of gzip. */
static GInputStream *
unpacked (GInputStream *raw, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (raw, STEP_BYTES);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, NULL, error) < 0)
    return NULL;
  gsize length = 0;
  const guchar *bytes = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length < 2 || bytes[0] != 0x1F || bytes[1] != 0x8B)
    return g_steal_pointer (&buffered);
  g_autoptr (GConverter) gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return g_converter_input_stream_new (buffered, gunzip);
}

BlImportSource *
bl_import_source_open (const char *path, GError **error)
{
  g_autoptr (GInputStream) raw = NULL;
  if (strcmp (path, "-") == 0)
    raw = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      const int file = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
      struct stat status;
      if (file >= 0 && fstat (file, &status) == 0 && !S_ISDIR (status.st_mode))
        raw = g_unix_input_stream_new (file, TRUE);
      else
        {
          const int code = file < 0 ? errno : EISDIR;
          g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code), "%s", g_strerror (code));
          if (file >= 0)
            close (file);
        }
    }
  g_autoptr (GInputStream) stream = raw != NULL ? unpacked (raw, error) : NULL;
  if (stream == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  BlImportSource *source = g_new0 (BlImportSource, 1);
  *source = (BlImportSource){ .name = g_strdup (strcmp (path, "-") == 0 ? "standard input" : path),
                              .stream = g_steal_pointer (&stream),
                              .room = STEP_BYTES,
                              .buffer = g_malloc (STEP_BYTES + 1) };
  source->buffer[0] = '\0';
  return source;
}

void
bl_import_source_free (BlImportSource *source)
{
  g_object_unref (source->stream);
  g_clear_error (&source->failure);
  g_free (source->buffer);
  g_free (source->name);
  g_free (source);
}

const char *
bl_import_source_name (const BlImportSource *source)
{
  return source->name;
}

guint
bl_import_source_line_number (const BlImportSource *source)
{
  return source->line;
}

/* Makes room behind what is filled: moves it to the front, and grows the buffer when that is not enough. */
static void
make_room (BlImportSource *source)
{
  if (source->start > 0)
    {
      memmove (source->buffer, source->buffer + source->start, source->filled - source->start);
      source->filled -= source->start;
      source->start = 0;
    }
  if (source->room - source->filled < STEP_BYTES / 2)
    {
      source->room *= 2;
      source->buffer = g_realloc (source->buffer, source->room + 1);
    }
}

static void
read_more (BlImportSource *source)
{
  make_room (source);
  const gssize n = g_input_stream_read (source->stream, source->buffer + source->filled, source->room - source->filled, NULL,
                                        &source->failure);
  if (n < 0)
    g_prefix_error (&source->failure, "%s: ", source->name);
  source->ended = n <= 0;
  source->filled += (gsize) MAX (n, 0);
  source->buffer[source->filled] = '\0';
}

/* FALSE when the stream has failed: hands over why. */
static gboolean
is_sound (BlImportSource *source, GError **error)
{
  if (source->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&source->failure));
  return FALSE;
}

const char *
bl_import_source_head (BlImportSource *source, gsize *length, GError **error)
{
  while (!source->ended && source->filled - source->start < HEAD_BYTES)
    read_more (source);
  if (source->filled == 0 && !is_sound (source, error))
    return NULL;
  if (!source->begun && g_str_has_prefix (source->buffer + source->start, "\xEF\xBB\xBF"))
    source->start += 3;
  source->begun = TRUE;
  *length = MIN (source->filled - source->start, HEAD_BYTES);
  return source->buffer + source->start;
}

/* Passes what is left of a line that is too long. */
static BlLineState
pass_line (BlImportSource *source)
{
  while (TRUE)
    {
      const char *end = memchr (source->buffer + source->start, '\n', source->filled - source->start);
      if (end != NULL)
        {
          source->start = (gsize) (end - source->buffer) + 1;
          return BL_LINE_TOO_LONG;
        }
      source->start = source->filled;
      if (source->ended)
        return BL_LINE_TOO_LONG;
      read_more (source);
    }
}

BlLineState
bl_import_source_line (BlImportSource *source, char **line, gsize *length, GError **error)
{
  gsize looked_at = 0;
  char *end = NULL;
  while (end == NULL)
    {
      const gsize there = source->filled - source->start;
      if (there > looked_at)
        end = memchr (source->buffer + source->start + looked_at, '\n', there - looked_at);
      if (end != NULL || source->ended)
        break;
      looked_at = there;
      if (there > BL_LIMIT_JSONL_LINE_BYTES)
        {
          source->line++;
          return pass_line (source);
        }
      read_more (source);
    }
  if (end == NULL && source->start == source->filled)
    return is_sound (source, error) ? BL_LINE_END : BL_LINE_FAILED;
  source->line++;
  *line = source->buffer + source->start;
  if (end == NULL)
    end = source->buffer + source->filled;
  source->start = MIN ((gsize) (end - source->buffer) + 1, source->filled);
  if (end > *line && end[-1] == '\r')
    end--;
  *end = '\0';
  *length = (gsize) (end - *line);
  return BL_LINE_READ;
}

char *
bl_import_source_rest (BlImportSource *source, gsize *length, GError **error)
{
  while (!source->ended && source->filled - source->start <= BL_LIMIT_IMPORT_DOCUMENT_BYTES)
    read_more (source);
  if (!is_sound (source, error))
    return NULL;
  *length = source->filled - source->start;
  if (*length > BL_LIMIT_IMPORT_DOCUMENT_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   "%s: larger than %u MiB; a file of this form is read whole: cut it in parts", source->name,
                   BL_LIMIT_IMPORT_DOCUMENT_BYTES >> 20);
      return NULL;
    }
  memmove (source->buffer, source->buffer + source->start, *length);
  source->buffer[*length] = '\0';
  source->start = source->filled = 0;
  char *rest = source->buffer;
  source->room = STEP_BYTES;
  source->buffer = g_malloc0 (STEP_BYTES + 1);
  return rest;
}
