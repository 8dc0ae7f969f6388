/* Private to the prefilter: places of a sentence as bits, one for each word as rules/distance.h counts them. */
#pragma once

#include "rules/distance.h"

/* Longer sentences are not looked at so closely. */
#define BL_MAX_PLACES 128

__extension__ typedef unsigned __int128 BlPlaces;

/* Every place from one of these up to so many behind it. */
static inline BlPlaces
bl_places_smear_up (BlPlaces places, guint by)
{
  for (guint done = 0; done < by;)
    {
      const guint more = MIN (done + 1, by - done);
      places |= places << more;
      done += more;
    }
  return places;
}

static inline BlPlaces
bl_places_smear_down (BlPlaces places, guint by)
{
  for (guint done = 0; done < by;)
    {
      const guint more = MIN (done + 1, by - done);
      places |= places >> more;
      done += more;
    }
  return places;
}

/* Every place at this distance from one of these. */
static inline BlPlaces
bl_places_at (BlPlaces places, BlDistance distance)
{
  if (distance.least >= 0)
    return bl_places_smear_up (places << distance.least, (guint) (distance.most - distance.least));
  if (distance.most <= 0)
    return bl_places_smear_down (places >> -distance.most, (guint) (distance.most - distance.least));
  return bl_places_smear_up (places, (guint) distance.most) | bl_places_smear_down (places, (guint) -distance.least);
}
