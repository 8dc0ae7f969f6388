#include "base/arena.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

/* A chunk is as large as a quarter of all before it, within these bounds: a short article's arena wastes little, and a large one has few
 * chunks. The sizes leave room for malloc's own header, so that a chunk of a power of two does not spill over. */
enum
{
  MIN_CHUNK_BYTES = 1024 - 64,
  MAX_CHUNK_BYTES = 64 * 1024 - 64,
  REGION_STEP = 1024 * 1024, /* a region becomes memory by so much, and by more as it grows; a multiple of every page size */
};

typedef struct Chunk Chunk;

struct Chunk
{
  Chunk *next;
  alignas (max_align_t) char data[];
};

/* An entry of the intern table: length and not NUL ends the text, so a slice can be looked up before it is copied. */
typedef struct
{
  const char *text; /* in the arena; NULL: a free place */
  guint32 hash;
  guint32 length;
} Interned;

struct BlArena
{
  Chunk *chunks; /* the first one is being filled, unless it is an oversized one of its own */
  char *free;    /* [free, end) is the unused, still zeroed rest of the chunk being filled */
  char *end;
  gsize size; /* bytes of all chunks */

  /* Of bl_arena_new_at(): [region, region_end) is reserved, up to end it is memory. NULL in an ordinary arena. */
  char *region;
  char *region_end;

  /* Open addressing with linear probing; at most half full. NULL until something is interned. */
  Interned *interned;
  guint n_places; /* a power of two, or 0 */
  guint n_interned;
};

BlArena *
bl_arena_new (void)
{
  return g_new0 (BlArena, 1);
}

BlArena *
bl_arena_new_at (gpointer address, gsize limit)
{
  BlArena *arena = bl_arena_new ();
  limit -= limit % REGION_STEP;
  for (; limit >= REGION_STEP; limit = limit / 2 / REGION_STEP * REGION_STEP)
    {
      char *region = mmap (address, limit, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
      if (region == MAP_FAILED)
        continue;
      arena->region = arena->free = arena->end = region;
      arena->region_end = region + limit;
      break;
    }
  return arena;
}

gpointer
bl_arena_region (const BlArena *arena, gsize *length)
{
  if (arena->region == NULL || arena->chunks != NULL)
    return NULL;
  *length = (gsize) (arena->free - arena->region);
  return arena->region;
}

/* Makes the next bytes of the region memory. FALSE when it is full. */
static gboolean
extend_region (BlArena *arena, gsize size)
{
  if (arena->region == NULL || arena->chunks != NULL || size > (gsize) (arena->region_end - arena->end))
    return FALSE;
  const gsize used = (gsize) (arena->end - arena->region);
  gsize step = MAX (size, used / 8) + REGION_STEP;
  step = MIN (step - step % REGION_STEP, (gsize) (arena->region_end - arena->end));
  if (mprotect (arena->end, step, PROT_READ | PROT_WRITE) != 0)
    return FALSE;
  arena->end += step;
  return TRUE;
}

void
bl_arena_free (BlArena *arena)
{
  if (arena == NULL)
    return;
  if (arena->region != NULL)
    munmap (arena->region, (gsize) (arena->region_end - arena->region));
  g_free (arena->interned);
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
  arena->size += size;
  return chunk->data;
}

/* Strings need no alignment; packing them tight saves about a third of an article's arena. */
static char *
take (BlArena *arena, gsize size, gsize alignment)
{
  gsize padding = -(guintptr) arena->free & (alignment - 1);
  gsize room = (gsize) (arena->end - arena->free);
  if (padding + size > room && size < G_MAXSIZE / 2 && extend_region (arena, padding + size))
    room = (gsize) (arena->end - arena->free);
  if (arena->free != NULL && padding <= room && size <= room - padding)
    {
      char *memory = arena->free + padding;
      arena->free = memory + size;
      return memory;
    }

  /* A large block gets a chunk of its own, and the one being filled goes on being filled: at most a quarter of a
   * chunk is ever wasted. */
  const gsize chunk = CLAMP (arena->size / 4, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);
  if (size > chunk / 4)
    return add_chunk (arena, size);

  char *memory = add_chunk (arena, chunk);
  arena->free = memory + size;
  arena->end = memory + chunk;
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

/* Eight bytes a step, multiplied and folded (the finish of MurmurHash3): sentences are interned beside names and ids. */
static guint32
hash_text (const char *text, gsize length)
{
  guint64 hash = length;
  for (; length >= 8; text += 8, length -= 8)
    {
      guint64 word;
      memcpy (&word, text, 8);
      hash = (hash ^ word) * 0xff51afd7ed558ccdu;
      hash ^= hash >> 32;
    }
  guint64 rest = 0;
  memcpy (&rest, text, length);
  hash = (hash ^ rest) * 0xff51afd7ed558ccdu;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53u;
  return (guint32) (hash >> 32);
}

/* The place of the text, or the free one where it belongs. */
static Interned *
find_place (const BlArena *arena, const char *text, gsize length, guint32 hash)
{
  for (guint at = hash & (arena->n_places - 1);; at = (at + 1) & (arena->n_places - 1))
    {
      Interned *place = &arena->interned[at];
      if (place->text == NULL || (place->hash == hash && place->length == length && memcmp (place->text, text, length) == 0))
        return place;
    }
}

static void
grow_table (BlArena *arena)
{
  Interned *old = arena->interned;
  const guint n_old = arena->n_places;
  arena->n_places = MAX (64, 2 * n_old);
  arena->interned = g_new0 (Interned, arena->n_places);
  for (guint i = 0; i < n_old; i++)
    if (old[i].text != NULL)
      {
        guint at = old[i].hash & (arena->n_places - 1);
        while (arena->interned[at].text != NULL)
          at = (at + 1) & (arena->n_places - 1);
        arena->interned[at] = old[i];
      }
  g_free (old);
}

void
bl_arena_seal (BlArena *arena)
{
  g_clear_pointer (&arena->interned, g_free);
  arena->n_places = 0;
  arena->n_interned = 0;
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
  if (length > G_MAXUINT32)
    return bl_arena_strndup (arena, text, length);
  if (2 * arena->n_interned >= arena->n_places)
    grow_table (arena);

  const guint32 hash = hash_text (text, length);
  Interned *place = find_place (arena, text, length, hash);
  if (place->text == NULL)
    {
      *place = (Interned){ .text = bl_arena_strndup (arena, text, length), .hash = hash, .length = (guint32) length };
      arena->n_interned++;
    }
  return place->text;
}
