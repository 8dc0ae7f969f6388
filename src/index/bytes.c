#include "index/bytes.h"

#include <string.h>

#define NO_STRING G_MAXUINT32

const char *
bl_bytes_skip (BlBytes *bytes, gsize length)
{
  if (bytes->broken || length > bytes->left)
    {
      bytes->broken = TRUE;
      return NULL;
    }
  const char *at = bytes->at;
  bytes->at += length;
  bytes->left -= length;
  return at;
}

void
bl_bytes_read (BlBytes *bytes, void *into, gsize length)
{
  const char *at = bl_bytes_skip (bytes, length);
  if (at != NULL)
    memcpy (into, at, length);
  else
    memset (into, 0, length);
}

guint32
bl_bytes_number (BlBytes *bytes)
{
  guint32 number;
  bl_bytes_read (bytes, &number, sizeof number);
  return number;
}

char *
bl_bytes_string (BlBytes *bytes)
{
  const guint32 length = bl_bytes_number (bytes);
  if (bytes->broken || length == NO_STRING)
    return NULL;
  const char *at = bl_bytes_skip (bytes, length);
  return at != NULL ? g_strndup (at, length) : NULL;
}

void
bl_bytes_add_number (GString *out, guint32 number)
{
  g_string_append_len (out, (const char *) &number, sizeof number);
}

void
bl_bytes_add_string (GString *out, const char *text)
{
  bl_bytes_add_number (out, text != NULL ? (guint32) strlen (text) : NO_STRING);
  if (text != NULL)
    g_string_append (out, text);
}

/* Eight bytes a step; the multiplier is that of splitmix64 (Steele, Lea and Flood 2014). */
guint64
bl_bytes_sum (const void *bytes, gsize length, guint64 start)
{
  const char *at = bytes;
  guint64 sum = start ^ (guint64) length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (; length > 0;)
    {
      guint64 word = 0;
      const gsize part = MIN (length, sizeof word);
      memcpy (&word, at, part);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      sum ^= sum >> 31;
      at += part;
      length -= part;
    }
  return sum;
}
