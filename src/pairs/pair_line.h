/* One line of `belie pairs`: two texts as JSON. */
#pragma once

#include "base/base.h"
#include "pairs/text_pair.h"

typedef struct
{
  char *id;                   /* as JSON: a string or a number, or "null" */
  char *texts[BL_PAIR_TEXTS]; /* NULL when the line is wrong */
  BlDate day;
  char *wrong;  /* what is wrong with the line, or what of it was read otherwise; or NULL */
  guint column; /* where, 1-based in characters; 0: the line */
} BlPairLine;

/* FALSE when the line is no pair: wrong says why. With TRUE, wrong says what could not be read as it stands. */
gboolean bl_pair_line_read (BlPairLine *pair, const char *line, gsize length);
void bl_pair_line_clear (BlPairLine *pair);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlPairLine, bl_pair_line_clear)
