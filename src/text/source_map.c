#include "text/source_map.h"

/* One stretch of text. Equal lengths: a copy, byte n of one is byte n of the other. Of texts below 4 GiB, as lines.h has them: an
 * escape before each paragraph makes two pieces a paragraph. */
typedef struct
{
  guint32 text_start;
  guint32 text_length;
  guint32 original_start;
  guint32 original_length;
} Piece;

struct BlSourceMap
{
  GArray *pieces; /* Piece, in order of text_start, without overlap */
};

BlSourceMap *
bl_source_map_new (void)
{
  BlSourceMap *map = g_new0 (BlSourceMap, 1);
  map->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  return map;
}

void
bl_source_map_free (BlSourceMap *map)
{
  if (map == NULL)
    return;
  g_array_unref (map->pieces);
  g_free (map);
}

static gboolean
is_copy (const Piece *piece)
{
  return piece->text_length == piece->original_length;
}

void
bl_source_map_add (BlSourceMap *map, gsize text_start, gsize text_length, gsize original_start, gsize original_length)
{
  if (text_length == 0)
    return;
  const Piece piece = { (guint32) text_start, (guint32) text_length, (guint32) original_start, (guint32) original_length };
  if (map->pieces->len > 0)
    {
      Piece *last = &g_array_index (map->pieces, Piece, map->pieces->len - 1);
      g_return_if_fail (text_start >= last->text_start + last->text_length);
      if (is_copy (last) && is_copy (&piece) && text_start == last->text_start + last->text_length
          && original_start == last->original_start + last->original_length)
        {
          last->text_length += piece.text_length;
          last->original_length += piece.original_length;
          return;
        }
    }
  g_array_append_val (map->pieces, piece);
}

/* Number of pieces that begin at or before the offset. */
static guint
pieces_up_to (const BlSourceMap *map, gsize offset)
{
  guint low = 0;
  guint high = map->pieces->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (map->pieces, Piece, middle).text_start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The original place of the character at offset. Text that no piece covers (a line break that the loader put in) counts as
 * the start of the piece after it. */
static gsize
original_start (const BlSourceMap *map, gsize offset)
{
  guint n = pieces_up_to (map, offset);
  if (n > 0)
    {
      const Piece *piece = &g_array_index (map->pieces, Piece, n - 1);
      gsize inside = offset - piece->text_start;
      if (inside < piece->text_length)
        return piece->original_start + (is_copy (piece) ? inside : 0);
      if (n == map->pieces->len)
        return piece->original_start + piece->original_length;
    }
  return g_array_index (map->pieces, Piece, n).original_start;
}

/* Where the character before offset ends in the original; uncovered text counts as the end of the piece before it. */
static gsize
original_end (const BlSourceMap *map, gsize offset)
{
  guint n = pieces_up_to (map, offset - 1);
  if (n == 0)
    return g_array_index (map->pieces, Piece, 0).original_start;
  const Piece *piece = &g_array_index (map->pieces, Piece, n - 1);
  gsize inside = offset - piece->text_start;
  if (is_copy (piece) && inside < piece->text_length)
    return piece->original_start + inside;
  return piece->original_start + piece->original_length;
}

BlSpan
bl_source_map_original (const BlSourceMap *map, BlSpan span)
{
  if (map == NULL)
    return span;
  if (map->pieces->len == 0)
    return bl_span (0, 0);
  gsize start = original_start (map, span.start);
  if (bl_span_is_empty (span))
    return bl_span (start, start);
  gsize end = original_end (map, span.end);
  return bl_span (start, MAX (start, end));
}
