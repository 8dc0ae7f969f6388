/* The portable backend: an open table of word hashes, half empty. Two words of one hash are one; that costs a needless question. */
#include "rules/prefilter.h"

typedef struct
{
  guint32 hash;
  guint32 word; /* number + 1; 0: empty */
} Slot;

typedef struct
{
  guint32 mask;
  guint32 signs[0x80]; /* numbers + 1 of the signs */
  Slot slots[];
} Table;

#define HASH_START 2166136261u
#define HASH_PRIME 16777619u

/* FNV-1a by character; the multiplication leaves the low bits weak, so they get the high ones. */
static inline guint32
finish (guint32 hash)
{
  return hash ^ hash >> 15;
}

static guint32
hash_of (const char *word)
{
  guint32 hash = HASH_START;
  for (; *word != '\0'; word = g_utf8_next_char (word))
    hash = (hash ^ bl_literal_fold (g_utf8_get_char (word))) * HASH_PRIME;
  return finish (hash);
}

static gpointer
build (const char *const *words, guint n)
{
  guint32 size = 16;
  while (size < 2 * n)
    size *= 2;
  Table *table = g_malloc0 (sizeof (Table) + size * sizeof (Slot));
  table->mask = size - 1;
  for (guint32 i = 0; i < n; i++)
    {
      if (bl_literal_is_sign ((guchar) words[i][0]))
        {
          table->signs[(guchar) words[i][0]] = i + 1;
          continue;
        }
      guint32 hash = hash_of (words[i]);
      guint32 at = hash & table->mask;
      while (table->slots[at].word != 0)
        at = (at + 1) & table->mask;
      table->slots[at] = (Slot){ .hash = hash, .word = i + 1 };
    }
  return table;
}

/* All words of this hash: words that collide are distinct entries. */
static inline void
look_up (const Table *table, guint32 hash, BlWordsSeen *seen)
{
  for (guint32 at = hash & table->mask; table->slots[at].word != 0; at = (at + 1) & table->mask)
    if (table->slots[at].hash == hash)
      bl_words_seen_add (seen, table->slots[at].word - 1);
}

static void
find (gconstpointer backend, const char *text, gsize length, BlWordsSeen *seen)
{
  const Table *table = backend;
  const char *end = text + length;
  guint32 hash = HASH_START;
  gboolean inside = FALSE;
  while (text < end)
    {
      gunichar c = (guchar) *text;
      if (c < 0x80)
        text++;
      else
        {
          c = g_utf8_get_char (text);
          text = g_utf8_next_char (text);
        }
      if (bl_literal_is_word (c))
        {
          hash = (hash ^ bl_literal_fold (c)) * HASH_PRIME;
          inside = TRUE;
          continue;
        }
      if (inside)
        {
          look_up (table, finish (hash), seen);
          hash = HASH_START;
          inside = FALSE;
        }
      if (c < 0x80 && table->signs[c] != 0)
        bl_words_seen_add (seen, table->signs[c] - 1);
    }
  if (inside)
    look_up (table, finish (hash), seen);
}

const BlPrefilterClass bl_prefilter_hash = { .name = "hash", .build = build, .free = g_free, .find = find };
