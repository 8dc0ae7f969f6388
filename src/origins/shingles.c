#include "origins/shingles.h"

#include "origins/radix.h"

#include <string.h>

#define N_WORDS 5

/* FNV-1a, 64 bits (Fowler, Noll, Vo): well spread on short words and the same everywhere. */
#define HASH_START 0xcbf29ce484222325u
#define HASH_TIMES 0x100000001b3u

/* Odd and irrational: the golden ratio of 64 bits (Knuth). */
#define MIX 0x9e3779b97f4a7c15u

/* The state of reading one text. */
typedef struct
{
  GArray *rows; /* guint64: a run's hash in the upper half */
  guint64 text;
  guint n_words;
  guint64 window[N_WORDS];
  guint n_window; /* words of this block */
} Reader;

static void
end_word (Reader *reader, guint64 hash)
{
  reader->n_words++;
  reader->text = (reader->text ^ hash) * MIX;
  reader->text ^= reader->text >> 29;
  memmove (reader->window, reader->window + 1, sizeof reader->window - sizeof reader->window[0]);
  reader->window[N_WORDS - 1] = hash;
  if (++reader->n_window < N_WORDS)
    return;
  guint64 run = 0;
  for (guint i = 0; i < N_WORDS; i++)
    run = run * MIX + reader->window[i];
  run = (run ^ (run >> 32)) * MIX;
  run &= ~(guint64) G_MAXUINT32;
  g_array_append_val (reader->rows, run);
}

/* Words of text that bl_fold_letters() has been over. */
static void
read_folded (Reader *reader, const char *folded)
{
  for (const char *p = folded; *p != '\0';)
    {
      guint64 hash = HASH_START;
      for (; *p != '\0' && *p != ' '; p++)
        hash = (hash ^ (guchar) *p) * HASH_TIMES;
      end_word (reader, hash);
      p += *p == ' ';
    }
}

/* What a byte of ASCII is to a word: 0 ends it, 1 is left out, else the letter or digit in small. */
static guchar
plain_letter (guchar c)
{
  if (c >= 'A' && c <= 'Z')
    return (guchar) (c + 32);
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
    return c;
  return c == '\'' || c == '`' ? 1 : 0;
}

/* The marks of print that news is full of: "’" and "‘" are left out, dashes and double quotes end a word. Their length, or 0 for anything
 * else. */
static gsize
mark_of_print (const guchar *p, const guchar *end, gboolean *ends)
{
  if (end - p < 3 || p[0] != 0xE2 || p[1] != 0x80)
    return 0;
  *ends = !(p[2] == 0x98 || p[2] == 0x99);
  const gboolean known = (p[2] >= 0x90 && p[2] <= 0x99) || p[2] == 0x9C || p[2] == 0x9D || p[2] == 0xA6;
  return known ? 3 : 0;
}

/* FALSE, with the reader as it was, when there are letters that only bl_fold_letters() knows. */
static gboolean
read_plain (Reader *reader, const guchar *p, const guchar *end)
{
  const Reader before = *reader;
  const guint n_rows = reader->rows->len;
  guint64 hash = HASH_START;
  gboolean inside = FALSE;
  while (p < end)
    {
      const guchar letter = *p < 0x80 ? plain_letter (*p) : 0;
      gboolean ends = letter == 0;
      gsize length = 1;
      if (*p >= 0x80)
        length = mark_of_print (p, end, &ends);
      if (length == 0)
        {
          *reader = before;
          g_array_set_size (reader->rows, n_rows);
          return FALSE;
        }
      if (letter > 1)
        {
          hash = (hash ^ letter) * HASH_TIMES;
          inside = TRUE;
        }
      else if (ends && inside)
        {
          end_word (reader, hash);
          hash = HASH_START;
          inside = FALSE;
        }
      p += length;
    }
  if (inside)
    end_word (reader, hash);
  return TRUE;
}

static void
read_block (Reader *reader, const char *text, gsize length)
{
  reader->n_window = 0;
  if (read_plain (reader, (const guchar *) text, (const guchar *) text + length))
    return;
  g_autofree char *folded = bl_fold_letters (text, (gssize) length);
  read_folded (reader, folded);
}

static Reader
reader_new (gsize length)
{
  return (Reader){ .rows = g_array_sized_new (FALSE, FALSE, sizeof (guint64), (guint) (length / 6)), .text = HASH_START };
}

static BlShingles
finish (Reader *reader)
{
  BlShingles shingles = { .text = reader->text, .n_words = reader->n_words };
  guint64 *rows = (guint64 *) (gpointer) reader->rows->data;
  const guint n = reader->rows->len;
  bl_radix_sort (rows, n, 32, 64);
  for (guint i = 0; i < n; i++)
    if (i == 0 || rows[i] != rows[i - 1])
      rows[shingles.n++] = rows[i];
  shingles.runs = g_new (guint32, MAX (shingles.n, 1));
  for (guint i = 0; i < shingles.n; i++)
    shingles.runs[i] = (guint32) (rows[i] >> 32);
  g_array_unref (reader->rows);
  return shingles;
}

BlShingles
bl_shingles_of_document (const BlDocument *document)
{
  gsize length;
  const char *text = bl_document_text (document, &length);
  Reader reader = reader_new (length);
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n);
  for (guint i = 0; i < n; i++)
    if (blocks[i].kind != BL_BLOCK_BOILERPLATE && blocks[i].kind != BL_BLOCK_CAPTION && blocks[i].kind != BL_BLOCK_BYLINE)
      read_block (&reader, text + blocks[i].span.start, bl_span_length (blocks[i].span));
  return finish (&reader);
}

BlShingles
bl_shingles_of_text (const char *text, gsize length)
{
  Reader reader = reader_new (length);
  read_block (&reader, text, length);
  return finish (&reader);
}

void
bl_shingles_clear (BlShingles *shingles)
{
  g_clear_pointer (&shingles->runs, g_free);
  shingles->n = 0;
}

guint
bl_shingles_shared (const BlShingles *a, const BlShingles *b)
{
  guint shared = 0;
  for (guint i = 0, k = 0; i < a->n && k < b->n;)
    {
      const guint32 x = a->runs[i], y = b->runs[k];
      shared += x == y;
      i += x <= y;
      k += y <= x;
    }
  return shared;
}

double
bl_shingles_containment (const BlShingles *a, const BlShingles *b)
{
  return a->n == 0 || b->n == 0 ? 0 : (double) bl_shingles_shared (a, b) / MIN (a->n, b->n);
}

void
bl_shingles_remove (BlShingles *shingles, const GArray *runs)
{
  guint kept = 0;
  for (guint i = 0, k = 0; i < shingles->n; i++)
    {
      while (k < runs->len && g_array_index (runs, guint32, k) < shingles->runs[i])
        k++;
      if (k == runs->len || g_array_index (runs, guint32, k) != shingles->runs[i])
        shingles->runs[kept++] = shingles->runs[i];
    }
  shingles->n = kept;
}
