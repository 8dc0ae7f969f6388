/* One title while it is read: title_label.c finds its label, title_sides.c what stands on both sides. Private to src/mentions. */
#pragma once

#include "mentions/scan.h"

typedef struct
{
  BlScan *scan;
  guint sentence;
  guint begin, end; /* tokens of the sentence that this title may use */
  BlTitleDraft title;
  guint first, last; /* tokens [first, last) of the title */
  const BlCountry *country;
  const BlOrganisation *organisation;
  guint modifiers;
  gboolean indefinite;
  gboolean counted;
  gboolean reduced; /* its label was found by leaving out an adjective */
} BlTitleReading;
/* Fills in the longest role or office that starts at token at; FALSE when there is none. */
gboolean bl_title_match_role (BlTitleReading *title, guint at);

/* The same in the plural: "Foreign Ministers", "Secretaries of State", "Reps.". */
gboolean bl_title_match_plural (BlTitleReading *title, guint at);

/* The same with words cut short: "Sec. of State", "Dep. PM". */
gboolean bl_title_match_short (BlTitleReading *title, guint at);

/* May a title in the plural begin here, before the first of several names? */
gboolean bl_title_begins_plural (const BlScan *scan, guint at);

/* The jurisdiction that the label itself names: "U.S. defense secretary". */
void bl_title_take_office_jurisdiction (BlTitleReading *title);

/* Extends a title whose label is known to both sides. */
void bl_title_read_sides (BlTitleReading *title);
