/* FILE:LINE or FILE:LINE:COLUMN, as findings print places and people type them. */
#pragma once

#include "text/text.h"

typedef struct
{
  char *file;
  guint line;
  guint column; /* 0: the whole line is meant */
} BlTextPlace;

/* FALSE when the text does not end in a line number from 1; then place->file is all of it. Whether there is such a file is not asked. */
gboolean bl_text_place_parse (BlTextPlace *place, const char *text);
void bl_text_place_clear (BlTextPlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BlTextPlace, bl_text_place_clear)

/* The place lies in what stands there; file names are not looked at. */
gboolean bl_text_place_is_in (const BlTextPlace *place, const BlLocation *at);
