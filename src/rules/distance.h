/* Private to src/rules: how many words further on something stands, at least and at most.
 *
 * Words are counted by the spaces between them, as phrases ask for exactly those: "send troops" is one on, "cease-fire" is none, and so
 * is "salt" in quotation marks. Less than none is further back. */
#pragma once

#include <glib.h>

/* Or more; in least, -BL_FAR or less. */
#define BL_FAR 127

typedef struct
{
  gint8 least, most;
} BlDistance;

#define BL_ANYWHERE ((BlDistance){ .least = -BL_FAR, .most = BL_FAR })

static inline BlDistance
bl_distance (gint least, gint most)
{
  return (BlDistance){ .least = (gint8) CLAMP (least, -BL_FAR, BL_FAR - 1), .most = (gint8) CLAMP (most, 1 - BL_FAR, BL_FAR) };
}

/* One after the other. */
static inline BlDistance
bl_distance_add (BlDistance a, BlDistance b)
{
  return bl_distance (a.least == -BL_FAR || b.least == -BL_FAR ? -BL_FAR : a.least + b.least,
                      a.most == BL_FAR || b.most == BL_FAR ? BL_FAR : a.most + b.most);
}

/* One or the other. */
static inline BlDistance
bl_distance_either (BlDistance a, BlDistance b)
{
  return (BlDistance){ .least = MIN (a.least, b.least), .most = MAX (a.most, b.most) };
}

/* The way back. */
static inline BlDistance
bl_distance_back (BlDistance a)
{
  return bl_distance (-a.most, -a.least);
}

/* TRUE when b says no more than a does. */
static inline gboolean
bl_distance_implies (BlDistance a, BlDistance b)
{
  return a.least >= b.least && a.most <= b.most;
}
