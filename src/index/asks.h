/* Inside index/: what the articles in question have that others may have too, as a table in which the keys of a row are looked up. */
#pragma once

#include "index/neighbourhood.h"

typedef struct
{
  BlIndexKey key;
  const char *text;
  guint article;
} BlAsk;

typedef struct
{
  GArray *keys;   /* BlAsk, by kind and hash */
  GArray *places; /* BlIndexPlace, by hash */
  GArray *runs;   /* guint32 */
  guint64 *sieve; /* bits by hash: most keys of most rows are in no table */
} BlAsks;

void bl_asks_init (BlAsks *asks);
void bl_asks_clear (BlAsks *asks);

/* A key of a row; all of it. */
void bl_asks_add (BlAsks *asks, const BlIndexRow *row, guint article, const BlIndexKey *key);
void bl_asks_add_row (BlAsks *asks, const BlIndexRow *row, guint article);

/* To be called between the last add and the first find. */
void bl_asks_sort (BlAsks *asks);

/* The asks of this kind and hash; *n of them. */
const BlAsk *bl_asks_find (const BlAsks *asks, guint kind, guint32 hash, guint *n);

/* Whether one of the asked runs stands in the row, and a second one. */
gboolean bl_asks_share_runs (const BlAsks *asks, const BlIndexRow *row);

/* A place of the articles in question where a word of these letters may be meant. */
gboolean bl_asks_has_place (const BlAsks *asks, guint32 hash, guint32 letters);

/* Two words of these letters may be one, garbled: far fewer rule each other out than bl_word_may_be_garbled() does. */
gboolean bl_letters_are_near (guint32 a, guint32 b);
