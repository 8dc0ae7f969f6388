#include "origins/shingles.h"

#include <string.h>

#define N_WORDS 5

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x < y ? -1 : x > y;
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo): well spread on short words and the same everywhere. */
static guint64
hash_word (const char *word, gsize length)
{
  guint64 hash = 0xcbf29ce484222325u;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 0x100000001b3u;
  return hash;
}

static void
add_block (GArray *out, const char *text, BlSpan span)
{
  g_autofree char *folded = bl_fold_letters (text + span.start, (gssize) bl_span_length (span));
  guint64 window[N_WORDS] = { 0 };
  guint n = 0;
  for (const char *p = folded; *p != '\0';)
    {
      const gsize length = strcspn (p, " ");
      memmove (window, window + 1, sizeof window - sizeof window[0]);
      window[N_WORDS - 1] = hash_word (p, length);
      if (++n >= N_WORDS)
        {
          guint64 hash = 0;
          for (guint i = 0; i < N_WORDS; i++)
            hash = hash * 0x9e3779b97f4a7c15u + window[i];
          g_array_append_val (out, hash);
        }
      p += length;
      p += *p == ' ';
    }
}

GArray *
bl_shingles_new (const BlDocument *document)
{
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  gsize length;
  const char *text = bl_document_text (document, &length);
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n);
  for (guint i = 0; i < n; i++)
    if (blocks[i].kind != BL_BLOCK_BOILERPLATE && blocks[i].kind != BL_BLOCK_CAPTION && blocks[i].kind != BL_BLOCK_BYLINE)
      add_block (hashes, text, blocks[i].span);
  g_array_sort (hashes, compare_hashes);
  guint kept = 0;
  for (guint i = 0; i < hashes->len; i++)
    {
      const guint64 hash = g_array_index (hashes, guint64, i);
      if (kept == 0 || g_array_index (hashes, guint64, kept - 1) != hash)
        g_array_index (hashes, guint64, kept++) = hash;
    }
  g_array_set_size (hashes, kept);
  return hashes;
}

double
bl_shingles_containment (const GArray *a, const GArray *b)
{
  if (a->len == 0 || b->len == 0)
    return 0;
  guint shared = 0;
  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      const guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, k);
      shared += x == y;
      i += x <= y;
      k += y <= x;
    }
  return (double) shared / MIN (a->len, b->len);
}
