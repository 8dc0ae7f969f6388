/* Private to src/rules: structs as bytes, written and read by one walk.
 *
 * A walk is given an archive that is written or one that is read. Each step either appends what it is given, or sets it from what was
 * appended then, so that the two cannot differ in form. A struct goes as it stands in memory, and after it what its pointers lead to,
 * which the walk names one by one: in an archive that is read they are set anew. Only the program that wrote an archive can read it, and no
 * two are the same byte for byte.
 *
 * Equal texts are written once: those that were interned are one pointer again. Texts and vectors without pointers are not copied when they are
 * read; they stay in the bytes, which must outlive what was read and are not written to. */
#pragma once

#include "base/base.h"

typedef struct
{
  /* written: NULL in an archive that is read */
  GByteArray *body;
  GByteArray *texts;
  GHashTable *places;  /* text → its place in texts, from 1 */
  GHashTable *numbers; /* vector that may be shared → its number, from 1 */

  /* read */
  const char *at, *end; /* of the body, aligned to 8 */
  const char *all_texts;
  gsize texts_length; /* the last is NUL */
  BlArena *arena;     /* of what is made */
  GPtrArray *shared;  /* vectors by number */
  gboolean broken;    /* there was less than is wanted: what was read is not to be used */
} BlArchive;

void bl_archive_init_written (BlArchive *archive);
void bl_archive_init_read (BlArchive *archive, BlArena *arena);
void bl_archive_clear (BlArchive *archive);

static inline gboolean
bl_archive_is_read (const BlArchive *archive)
{
  return archive->body == NULL;
}

/* size bytes at value. */
void bl_archive_bytes (BlArchive *archive, gpointer value, gsize size);

/* A number of elements that follow, each at least a byte. */
void bl_archive_count (BlArchive *archive, guint *n);

/* n elements of size bytes with pointers of their own: returns them as they stand, or newly made, with one of zeros behind them. */
gpointer bl_archive_structs (BlArchive *archive, gconstpointer structs, guint n, gsize size);

/* n elements of size bytes without pointers, aligned to 8; for sizes and contents that are const, too. */
gconstpointer bl_archive_vector (BlArchive *archive, gconstpointer vector, guint n, gsize size);

/* NULL stays NULL. */
const char *bl_archive_text (BlArchive *archive, const char *text);

/* n texts, or (NULL-terminated) as many as there are; several may share a vector. */
const char *const *bl_archive_words (BlArchive *archive, const char *const *words, guint n);
const char *const *bl_archive_texts (BlArchive *archive, const char *const *texts);
