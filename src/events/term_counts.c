#include "events/term_counts.h"

/* Slots at first; a power of two. */
#define FIRST_SLOTS 4096

typedef struct
{
  guint64 hash; /* 0: free */
  guint32 n_articles, n_sentences;
} Slot;

struct BlTermCounts
{
  Slot *slots; /* open addressing, at most half full */
  gsize mask;
  gsize n_terms; /* expected */
  guint n_articles, n_sentences;
};

/* Fowler, Noll and Vo's hash (FNV-1a), its high bits stirred in. */
guint64
bl_term_hash (const char *term)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (; *term != '\0'; term++)
    hash = (hash ^ (guchar) *term) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 29;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash >>= 16;
  return hash != 0 ? hash : 1;
}

BlTermCounts *
bl_term_counts_new (void)
{
  BlTermCounts *counts = g_new0 (BlTermCounts, 1);
  counts->slots = g_new0 (Slot, FIRST_SLOTS);
  counts->mask = FIRST_SLOTS - 1;
  return counts;
}

void
bl_term_counts_free (BlTermCounts *counts)
{
  if (counts == NULL)
    return;
  g_free (counts->slots);
  g_free (counts);
}

/* The slot of the hash, or the free one where it belongs. */
static Slot *
find_slot (Slot *slots, gsize mask, guint64 hash)
{
  gsize at = (gsize) hash & mask;
  while (slots[at].hash != 0 && slots[at].hash != hash)
    at = (at + 1) & mask;
  return &slots[at];
}

static void
grow (BlTermCounts *counts)
{
  const gsize mask = counts->mask * 2 + 1;
  Slot *slots = g_new0 (Slot, mask + 1);
  for (gsize i = 0; i <= counts->mask; i++)
    if (counts->slots[i].hash != 0)
      *find_slot (slots, mask, counts->slots[i].hash) = counts->slots[i];
  g_free (counts->slots);
  counts->slots = slots;
  counts->mask = mask;
}

void
bl_term_counts_add_article (BlTermCounts *counts, guint n_sentences)
{
  counts->n_articles++;
  counts->n_sentences += n_sentences;
}

void
bl_term_counts_expect (BlTermCounts *counts, guint64 hash)
{
  Slot *slot = find_slot (counts->slots, counts->mask, hash);
  if (slot->hash != 0)
    return;
  slot->hash = hash;
  counts->n_terms++;
  if (counts->n_terms * 2 > counts->mask)
    grow (counts);
}

void
bl_term_counts_add (BlTermCounts *counts, guint64 hash, guint n_sentences)
{
  Slot *slot = find_slot (counts->slots, counts->mask, hash);
  if (slot->hash == 0)
    return;
  slot->n_articles++;
  slot->n_sentences += n_sentences;
}

guint
bl_term_counts_n_articles (const BlTermCounts *counts)
{
  return counts->n_articles;
}

guint
bl_term_counts_n_sentences (const BlTermCounts *counts)
{
  return counts->n_sentences;
}

void
bl_term_counts_of (const BlTermCounts *counts, guint64 hash, guint *n_articles, guint *n_sentences)
{
  const Slot *slot = find_slot (counts->slots, counts->mask, hash);
  *n_articles = slot->n_articles;
  *n_sentences = slot->n_sentences;
}
