/* Private to src/text: what the readers of kinds.json and opposites.json fill. */
#pragma once

#include "base/reader.h"
#include "base/string_map.h"
#include "text/inflect.h"
#include "text/word_kinds.h"

/* Longest phrase of the files; a longer one needs no look-up. */
#define BL_KINDS_LONGEST 63

/* One entry of one kind. */
typedef struct BlKindEntry
{
  guint kind;        /* index into names */
  guint alternative; /* of the kind */
  gboolean sure;
  gboolean capital;
  gboolean alone;           /* the words by themselves exclude one another */
  gboolean opposite;        /* of opposites.json */
  struct BlKindEntry *next; /* of the same word, in another kind */
} BlKindEntry;

struct BlWordKinds
{
  BlArena *arena;                   /* of entries and their words */
  BlStringMap entries;              /* word → BlKindEntry, the first one read */
  GPtrArray *names;                 /* const char *, by kind */
  gsize stemmed;                    /* for g_once_init_enter: what follows is made when it is first asked for */
  GHashTable *stems;                /* of all words of all entries that are alone, in the arena */
  GHashTable *alike;                /* kind and alternative → GPtrArray of stems, in the arena */
  const BlInflections *inflections; /* while opposites are read */
};

/* A kind begins: its index. */
guint bl_word_kinds_begin (BlWordKinds *kinds, const char *name);

/* One word or phrase of the kind; what it must not be is told of item. */
void bl_word_kinds_add (BlWordKinds *kinds, BlReader *reader, const cJSON *item, const char *text, BlKindEntry entry);

/* All of opposites.json. kinds->inflections must be there. */
void bl_opposites_read (BlWordKinds *kinds, BlReader *reader);
