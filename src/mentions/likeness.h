/* How likely must it be that a spelling means a person, for what stands beside it? All limits are here.
 *
 * A probability is bl_name_probability()'s or a candidate's of bl_name_search(). */
#pragma once

#include <glib.h>

/* What speaks for the person, the strongest of it last. */
typedef enum
{
  BL_BESIDE_NOTHING,
  BL_BESIDE_COUNTRY,       /* their state is named in the article */
  BL_BESIDE_LITTLE,        /* a state or other articles, and nothing else */
  BL_BESIDE_ORGANISATION,  /* a large one of theirs: a party, a parliament */
  BL_BESIDE_COUNTRY_CLOSE, /* their state is named beside the name */
  BL_BESIDE_OFFICE,        /* one that they hold or held */
  BL_BESIDE_ARTICLE,       /* the article names them rightly elsewhere */
  BL_BESIDE_SMALL_ORGANISATION,
  BL_BESIDE_SEAT_OF_MANY, /* an office as its holder on that day: of more than ten */
  BL_BESIDE_SEAT_OF_SEVERAL,
  BL_BESIDE_SEAT, /* of three at most */
  BL_N_BESIDE
} BlBeside;

/* The least probability; more than 1 for never. is_whole: given and family name. */
double bl_likeness_needed (BlBeside beside, gboolean is_whole);

/* TRUE when the likelier of two persons is so much likelier that the other is not meant. */
gboolean bl_likeness_decides (double probability, double other);

/* Two names of whom nobody knows anything may be two forms of one: "Roy Moore" and "Roy S. Moore" have 0.43, "John Kelly" and "John Kerry"
 * 0.06, "Bill Clinton" and "Hillary Clinton" 0.01. */
#define BL_LIKENESS_MAY_BE_ONE 0.05
