/* Private to the name index: one word of a query, ready to be compared with many tokens of the vocabulary. */
#pragma once

#include "knowledge/name_blocks.h"

typedef struct
{
  const BlNameToken *word;
  const BlNameCosts *costs;
  gint16 budgets[BL_NAME_CLASS_MAX]; /* the largest distance at which a token of so many sounds is near; -1: none */
  gint16 limits[BL_NAME_CLASS_MAX];  /* what the sounds of such a token may cost at the least: less, when the word has more */
  BlNameMany many;
  gboolean has_many;
} BlNameLook;

void bl_name_look_init (BlNameLook *look, const BlNameIndex *index, const BlNameToken *word);

/* How alike the word and a token of the vocabulary are: bl_name_sounds_similarity(), at least BL_NAME_LEAST_ALIKE or 0. */
double bl_name_look_at (const BlNameLook *look, const BlNameIndex *index, guint32 token);

/* The tokens near the word that the skeletons lead to, in order; the caller's. */
BlNearTokens *bl_name_look_find (const BlNameLook *look, const BlNameIndex *index);
