/* Byte ranges. Spans are half-open, [start, end), counted in bytes. */
#pragma once

#include <glib.h>

typedef struct
{
  gsize start;
  gsize end;
} BlSpan;

static inline BlSpan
bl_span (gsize start, gsize end)
{
  return (BlSpan){ .start = start, .end = end };
}

static inline gsize
bl_span_length (BlSpan span)
{
  return span.end - span.start;
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
