/* Private to src/rules: a regex as a rough tree, for what must stand in every match of it. */
#pragma once

#include "rules/phrase.h"
#include "rules/regex_chars.h"

typedef enum
{
  BL_OUTLINE_SEQUENCE,
  BL_OUTLINE_ALTERNATIVES,
  BL_OUTLINE_OPTIONAL, /* one child: once or not at all */
  BL_OUTLINE_REPEATED, /* one child: once or more often */
  BL_OUTLINE_AHEAD,    /* one child: what stands behind this place, no part of the match */
  BL_OUTLINE_BEHIND,   /* one child: what stands before it */
  BL_OUTLINE_LITERAL,  /* a text */
  BL_OUTLINE_SET,      /* one character of several */
  BL_OUTLINE_PLACE,    /* between two characters */
  BL_OUTLINE_SLOT,
  BL_OUTLINE_REFERENCE, /* what the group of this name has matched */
  BL_OUTLINE_UNKNOWN,   /* anything, or nothing */
} BlOutlineKind;

typedef struct BlOutline BlOutline;
struct BlOutline
{
  guint8 kind;      /* BlOutlineKind */
  gboolean flag;    /* LITERAL: caseless. REPEATED: at least twice. PLACE: no word goes on across it */
  guint n_children; /* 0 for kinds without */
  const char *name; /* ALTERNATIVES: of the group; REFERENCE. NULL: none, or not the only one of its name */
  union
  {
    const BlOutline *const *children;
    const char *text; /* as written */
    BlCharSet set;
    const BlCharPairs *place; /* what may stand before and behind it */
    const BlSlot *slot;
  };
};

/* Of a regex as its author wrote it, with its "%{slot}", under (?x). NULL when the reader gives up: then nothing is known. */
const BlOutline *bl_regex_outline (const BlPhraseContext *context, const char *source, gboolean cased);
