#include <string.h>

#include "corpus/loader.h"
#include "corpus/remarks.h"

/* What a file is shows in its first bytes. */
#define BINARY_HEAD 8192

BlRecord *
bl_record_new (const BlInput *input)
{
  BlRecord *record = g_new0 (BlRecord, 1);
  record->input = input;
  return record;
}

void
bl_record_free (BlRecord *record)
{
  if (record == NULL)
    return;
  bl_metadata_clear (&record->metadata);
  bl_document_free (record->document);
  g_clear_pointer (&record->remarks, g_ptr_array_unref);
  g_free (record);
}

/* As bl_document_locate counts: lines end with \n, \r\n or a lone \r, a byte order mark is in no column. */
void
bl_load_position (const char *bytes, gsize offset, guint *line, guint *column)
{
  gsize start = offset >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  *line = 1;
  for (gsize i = start; i < offset; i++)
    if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
      {
        start = i + 1;
        (*line)++;
      }
  *column = 1;
  for (gsize i = start; i < offset; i++)
    if (((guchar) bytes[i] & 0xC0) != 0x80)
      (*column)++;
}

void
bl_load_complain (const BlLoader *loader, const BlInput *input, const char *bytes, gsize offset, const char *what)
{
  guint line = 0;
  guint column = 0;
  bl_load_position (bytes, offset, &line, &column);
  bl_problems_add (loader->problems, BL_PROBLEM_NOTE, input->shown, line, column, "%s", what);
}

void
bl_load_note_lost (const BlLoader *loader, const BlInput *input, gsize characters)
{
  if (characters > 0)
    bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0,
                     "%" G_GSIZE_FORMAT " characters are left out: the markup is too broken to say where they stand",
                     characters);
}

BlSourceMap *
bl_load_repair (const BlLoader *loader, const BlInput *input, char **bytes, gsize *length, guint line)
{
  if (bl_utf8_is_valid (*bytes, *length))
    return NULL;

  /* The offset of the first place is one of the old bytes, which the repair gives up. */
  g_autofree char *old = g_memdup2 (*bytes, *length);
  BlSourceMap *map = NULL;
  gsize first = 0;
  guint count = bl_utf8_repair_mapped (bytes, length, &first, &map);
  guint at = 0;
  guint column = 0;
  bl_load_position (old, first, &at, &column);
  g_autofree char *more = count > 1 ? g_strdup_printf (", as are %u more", count - 1) : g_strdup ("");
  bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, line - 1 + at, column,
                   "byte 0x%02X is not UTF-8%s; read as U+FFFD, save the file as UTF-8", (guchar) old[first], more);
  return map;
}

/* TRUE for a byte order mark of an encoding that is not UTF-8: repaired, such a file would be noise. */
static gboolean
is_wide (const char *bytes, gsize length)
{
  return length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
}

/* A picture, a program, an archive that was given a suffix of text: every tenth of its first bytes is a control character that no text
 * has. */
static gboolean
is_binary (const char *bytes, gsize length)
{
  const gsize head = MIN (length, BINARY_HEAD);
  gsize n = 0;
  for (gsize i = 0; i < head; i++)
    n += (guchar) bytes[i] < 0x20 && (bytes[i] == '\0' || strchr ("\t\n\v\f\r\033", bytes[i]) == NULL);
  return n * 10 >= head && n > 1;
}

static gboolean
is_blank (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (bytes[i]))
      return FALSE;
  return TRUE;
}

/* Takes bytes, which are valid UTF-8. */
static BlRecord *
load_format (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  switch (input->format)
    {
    case BL_FORMAT_MARKDOWN:
      return bl_load_markdown (loader, input, bytes, length);
    case BL_FORMAT_HTML:
      return bl_load_html (loader, input, bytes, length);
    case BL_FORMAT_TEXT:
    case BL_FORMAT_UNKNOWN: /* no suffix, but named by the user: plain text */
      return bl_load_text (loader, input, bytes, length);
    case BL_FORMAT_JSONL:
      break;
    }
  g_free (bytes);
  g_return_val_if_reached (NULL);
}

BlRecord *
bl_load_bytes (const BlLoader *loader, const BlInput *input, char *bytes, gsize length)
{
  g_autofree char *owned = bytes;
  if (is_wide (owned, length))
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 1, 1, "the file is UTF-16; save it as UTF-8");
      return NULL;
    }
  if (is_binary (owned, length))
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0,
                       "the file is no text: every tenth byte or more is a control character");
      return NULL;
    }
  if (is_blank (owned, length))
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0, "the file is empty; an article has text");
      return NULL;
    }
  guint8 content[BL_CONTENT_BYTES] = { 0 };
  if (loader->with_content)
    bl_content_hash (owned, length, content);
  const BlSpan place = bl_span (0, length);
  BlSourceMap *repairs = bl_load_repair (loader, input, &owned, &length, 1);
  g_autoptr (GPtrArray) remarks = bl_remarks_find (input->format, owned, length);
  BlRecord *record = load_format (loader, input, g_steal_pointer (&owned), length);
  if (record != NULL)
    {
      record->remarks = g_steal_pointer (&remarks);
      record->place = place;
      memcpy (record->content, content, sizeof content);
      bl_document_set_repairs (record->document, repairs);
    }
  else
    bl_source_map_free (repairs);
  return record;
}

void
bl_content_hash (const char *bytes, gsize length, guint8 *hash)
{
  guint8 digest[32];
  gsize n = sizeof digest;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (sum, (const guchar *) bytes, (gssize) length);
  g_checksum_get_digest (sum, digest, &n);
  memcpy (hash, digest, BL_CONTENT_BYTES);
}

/* A copy that is NUL-terminated, whatever bytes are in it. */
static char *
copy_bytes (const char *bytes, gsize length)
{
  char *copy = g_malloc (length + 1);
  if (length > 0)
    memcpy (copy, bytes, length);
  copy[length] = '\0';
  return copy;
}

BlRecord *
bl_load_file (const BlLoader *loader, const BlInput *input)
{
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  if (input->bytes != NULL)
    {
      const char *text = g_bytes_get_data (input->bytes, &length);
      return bl_load_bytes (loader, input, copy_bytes (text, length), length);
    }
  char *bytes = bl_file_read (input->file, BL_LIMIT_ARTICLE_BYTES, &length, &error);
  if (bytes == NULL)
    {
      bl_problems_add (loader->problems, BL_PROBLEM_PARTIAL, input->shown, 0, 0, "%s",
                       bl_config_without_path (error->message, input->file));
      return NULL;
    }
  return bl_load_bytes (loader, input, bytes, length);
}
