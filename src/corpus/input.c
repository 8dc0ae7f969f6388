#include "corpus/input.h"

#include <string.h>

BlFormat
bl_format_of (const char *name)
{
  static const struct
  {
    const char *suffix;
    BlFormat format;
  } suffixes[] = {
    { ".txt", BL_FORMAT_TEXT },          { ".text", BL_FORMAT_TEXT },   { ".md", BL_FORMAT_MARKDOWN },
    { ".markdown", BL_FORMAT_MARKDOWN }, { ".html", BL_FORMAT_HTML },   { ".htm", BL_FORMAT_HTML },
    { ".xhtml", BL_FORMAT_HTML },        { ".jsonl", BL_FORMAT_JSONL }, { ".ndjson", BL_FORMAT_JSONL },
  };
  gsize length = strlen (name);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize suffix = strlen (suffixes[i].suffix);
      if (length > suffix && g_ascii_strcasecmp (name + length - suffix, suffixes[i].suffix) == 0)
        return suffixes[i].format;
    }
  return BL_FORMAT_UNKNOWN;
}

BlInput *
bl_input_new (const char *path, const char *file, const char *shown, const BlConfigArticle *entry)
{
  BlInput *input = g_new0 (BlInput, 1);
  input->path = g_filename_display_name (path);
  input->file = g_strdup (file);
  input->shown = g_filename_display_name (shown);
  input->format = bl_format_of (path);
  input->entry = entry;
  return input;
}

void
bl_input_free (BlInput *input)
{
  if (input == NULL)
    return;
  g_free (input->path);
  g_free (input->file);
  g_free (input->shown);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input);
}
