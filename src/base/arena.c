#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* An article's claims take a few chunks; an ordinary one fits in the first. */
enum
{
  CHUNK_BYTES = 32 * 1024
};

typedef struct Chunk Chunk;

struct Chunk
{
  Chunk *next;
  alignas (max_align_t) char data[];
};

/* Key of the intern table: length and not NUL ends the text, so a slice can be looked up before it is copied. */
typedef struct
{
  const char *text;
  gsize length;
} Interned;

struct BlArena
{
  Chunk *chunks; /* the first one is being filled, unless it is an oversized one of its own */
  char *free;    /* [free, end) is the unused, still zeroed rest of the chunk being filled */
  char *end;
  GHashTable *interned; /* set of Interned, all in the arena; NULL until something is interned */
};

BlArena *
bl_arena_new (void)
{
  return g_new0 (BlArena, 1);
}

void
bl_arena_free (BlArena *arena)
{
  if (arena == NULL)
    return;
  g_clear_pointer (&arena->interned, g_hash_table_unref);
  for (Chunk *chunk = arena->chunks, *next = NULL; chunk != NULL; chunk = next)
    {
      next = chunk->next;
      g_free (chunk);
    }
  g_free (arena);
}

static char *
add_chunk (BlArena *arena, gsize size)
{
  if (size > G_MAXSIZE - sizeof (Chunk))
    g_error ("arena: %" G_GSIZE_FORMAT " bytes overflow a size", size);
  Chunk *chunk = g_malloc0 (sizeof (Chunk) + size);
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  return chunk->data;
}

/* Strings need no alignment; packing them tight saves about a third of an article's arena. */
static char *
take (BlArena *arena, gsize size, gsize alignment)
{
  gsize padding = -(guintptr) arena->free & (alignment - 1);
  gsize room = (gsize) (arena->end - arena->free);
  if (arena->free != NULL && padding <= room && size <= room - padding)
    {
      char *memory = arena->free + padding;
      arena->free = memory + size;
      return memory;
    }

  /* A large block gets a chunk of its own, and the one being filled goes on being filled: at most a quarter of a
   * chunk is ever wasted. */
  if (size > CHUNK_BYTES / 4)
    return add_chunk (arena, size);

  char *memory = add_chunk (arena, CHUNK_BYTES);
  arena->free = memory + size;
  arena->end = memory + CHUNK_BYTES;
  return memory;
}

void *
bl_arena_alloc (BlArena *arena, gsize size)
{
  return take (arena, size, alignof (max_align_t));
}

char *
bl_arena_strndup (BlArena *arena, const char *text, gsize length)
{
  char *copy = take (arena, length + 1, 1);
  if (length > 0)
    memcpy (copy, text, length);
  return copy;
}

char *
bl_arena_printf (BlArena *arena, const char *format, ...)
{
  char small[256];
  va_list arguments;
  va_start (arguments, format);
  int length = g_vsnprintf (small, sizeof small, format, arguments);
  va_end (arguments);
  if (length < 0)
    return bl_arena_strndup (arena, "", 0);
  if ((gsize) length < sizeof small)
    return bl_arena_strndup (arena, small, (gsize) length);

  char *text = take (arena, (gsize) length + 1, 1);
  va_start (arguments, format);
  g_vsnprintf (text, (gulong) length + 1, format, arguments);
  va_end (arguments);
  return text;
}

/* FNV-1a: names and ids are short, and differ most at their ends. */
static guint
interned_hash (gconstpointer key)
{
  const Interned *interned = key;
  guint32 hash = 2166136261u;
  for (gsize i = 0; i < interned->length; i++)
    hash = (hash ^ (guint8) interned->text[i]) * 16777619u;
  return hash;
}

static gboolean
interned_equal (gconstpointer a, gconstpointer b)
{
  const Interned *left = a;
  const Interned *right = b;
  return left->length == right->length && memcmp (left->text, right->text, left->length) == 0;
}

const char *
bl_arena_intern (BlArena *arena, const char *text)
{
  return text == NULL ? NULL : bl_arena_intern_len (arena, text, strlen (text));
}

const char *
bl_arena_intern_len (BlArena *arena, const char *text, gsize length)
{
  if (text == NULL)
    return NULL;
  if (arena->interned == NULL)
    arena->interned = g_hash_table_new (interned_hash, interned_equal);

  Interned wanted = { .text = text, .length = length };
  const Interned *found = g_hash_table_lookup (arena->interned, &wanted);
  if (found != NULL)
    return found->text;

  Interned *added = bl_arena_new0 (arena, Interned);
  added->text = bl_arena_strndup (arena, text, length);
  added->length = length;
  g_hash_table_add (arena->interned, added);
  return added->text;
}
