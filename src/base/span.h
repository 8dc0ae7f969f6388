/* Byte ranges of a text. Spans are half-open, [start, end), counted in bytes. A text has less than 4 GiB: 8 MiB for an article
 * (BL_LIMIT_ARTICLE_BYTES). There are many more of them than of anything else, so they are small. */
#pragma once

#include <glib.h>

typedef struct
{
  guint32 start;
  guint32 end;
} BlSpan;

static inline BlSpan
bl_span (gsize start, gsize end)
{
  return (BlSpan){ .start = (guint32) start, .end = (guint32) end };
}

static inline gsize
bl_span_length (BlSpan span)
{
  return span.end - span.start;
}

/* The part of it that lies in a text of that length. */
static inline BlSpan
bl_span_within (BlSpan span, gsize length)
{
  const gsize end = MIN (span.end, length);
  return bl_span (MIN (span.start, end), end);
}

static inline gboolean
bl_span_is_empty (BlSpan span)
{
  return span.end <= span.start;
}

static inline gboolean
bl_span_contains (BlSpan outer, BlSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
bl_span_overlaps (BlSpan a, BlSpan b)
{
  return a.start < b.end && b.start < a.end;
}
