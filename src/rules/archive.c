#include "rules/archive.h"

#include <string.h>

/* --- both ways ---------------------------------------------------------------------------------------------------- */

void
bl_archive_init_written (BlArchive *archive)
{
  *archive = (BlArchive){ .body = g_byte_array_new (),
                          .texts = g_byte_array_new (),
                          .places = g_hash_table_new (g_str_hash, g_str_equal),
                          .numbers = g_hash_table_new (NULL, NULL) };
}

void
bl_archive_init_read (BlArchive *archive, BlArena *arena)
{
  *archive = (BlArchive){ .arena = arena, .shared = g_ptr_array_new () };
}

void
bl_archive_clear (BlArchive *archive)
{
  g_clear_pointer (&archive->body, g_byte_array_unref);
  g_clear_pointer (&archive->texts, g_byte_array_unref);
  g_clear_pointer (&archive->places, g_hash_table_unref);
  g_clear_pointer (&archive->numbers, g_hash_table_unref);
  g_clear_pointer (&archive->shared, g_ptr_array_unref);
}

/* The next size bytes; NULL when there are not so many. */
static const char *
take (BlArchive *archive, gsize size)
{
  if (size > (gsize) (archive->end - archive->at))
    {
      archive->broken = TRUE;
      return NULL;
    }
  const char *taken = archive->at;
  archive->at += size;
  return taken;
}

void
bl_archive_bytes (BlArchive *archive, gpointer value, gsize size)
{
  if (!bl_archive_is_read (archive))
    {
      g_byte_array_append (archive->body, value, (guint) size);
      return;
    }
  const char *taken = take (archive, size);
  if (taken != NULL)
    memcpy (value, taken, size);
  else
    memset (value, 0, size);
}

void
bl_archive_count (BlArchive *archive, guint *n)
{
  bl_archive_bytes (archive, n, sizeof *n);
  if (bl_archive_is_read (archive) && *n > (gsize) (archive->end - archive->at))
    {
      archive->broken = TRUE;
      *n = 0;
    }
}

gpointer
bl_archive_structs (BlArchive *archive, gconstpointer structs, guint n, gsize size)
{
  gpointer given = bl_archive_is_read (archive) ? bl_arena_alloc (archive->arena, (n + 1) * size) : (gpointer) structs;
  if (n > 0)
    bl_archive_bytes (archive, given, n * size);
  return given;
}

gconstpointer
bl_archive_vector (BlArchive *archive, gconstpointer vector, guint n, gsize size)
{
  static const guint8 zeros[8] = { 0 };
  const gsize padding = -(n * size) & 7;
  if (!bl_archive_is_read (archive))
    {
      const gsize before = -(gsize) archive->body->len & 7;
      g_byte_array_append (archive->body, zeros, (guint) before);
      if (n > 0)
        g_byte_array_append (archive->body, vector, (guint) (n * size));
      g_byte_array_append (archive->body, zeros, (guint) padding);
      return vector;
    }
  take (archive, -(guintptr) archive->at & 7);
  return take (archive, n * size + padding);
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

static guint32
place_of (BlArchive *archive, const char *text)
{
  if (text == NULL)
    return 0;
  guint32 place = GPOINTER_TO_UINT (g_hash_table_lookup (archive->places, text));
  if (place == 0)
    {
      place = archive->texts->len + 1;
      g_byte_array_append (archive->texts, (const guint8 *) text, (guint) strlen (text) + 1);
      g_hash_table_insert (archive->places, (gpointer) text, GUINT_TO_POINTER (place));
    }
  return place;
}

const char *
bl_archive_text (BlArchive *archive, const char *text)
{
  guint32 place = bl_archive_is_read (archive) ? 0 : place_of (archive, text);
  bl_archive_bytes (archive, &place, sizeof place);
  if (!bl_archive_is_read (archive))
    return text;
  archive->broken = archive->broken || place > archive->texts_length;
  return place > 0 && !archive->broken ? archive->all_texts + place - 1 : NULL;
}

static const char *const *
read_words (BlArchive *archive, guint n)
{
  const char **words = bl_arena_alloc (archive->arena, (n + 1) * sizeof *words);
  for (guint i = 0; i < n; i++)
    words[i] = bl_archive_text (archive, NULL);
  return words;
}

/* The number of a vector that was met before; 0: it follows, as the next. */
const char *const *
bl_archive_words (BlArchive *archive, const char *const *words, guint n)
{
  guint32 number = 0;
  if (bl_archive_is_read (archive))
    {
      bl_archive_bytes (archive, &number, sizeof number);
      if (number > archive->shared->len)
        archive->broken = TRUE;
      else if (number > 0)
        return g_ptr_array_index (archive->shared, number - 1);
      words = read_words (archive, archive->broken ? 0 : n);
      g_ptr_array_add (archive->shared, (gpointer) words);
      return words;
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (archive->numbers, words));
  bl_archive_bytes (archive, &number, sizeof number);
  if (number > 0)
    return words;
  g_hash_table_insert (archive->numbers, (gpointer) words, GUINT_TO_POINTER (g_hash_table_size (archive->numbers) + 1));
  for (guint i = 0; i < n; i++)
    bl_archive_text (archive, words[i]);
  return words;
}

const char *const *
bl_archive_texts (BlArchive *archive, const char *const *texts)
{
  guint n = 0; /* with what ends them; 0: there is no vector */
  if (!bl_archive_is_read (archive) && texts != NULL)
    n = g_strv_length ((char **) texts) + 1;
  bl_archive_bytes (archive, &n, sizeof n);
  return n > 0 ? bl_archive_words (archive, texts, n - 1) : NULL;
}
