/* Private to the name index: one word of a query, ready to be compared with many tokens of the vocabulary. */
#pragma once

#include "knowledge/name_blocks.h"

/* What a token costs at the least is the sum over its sounds, see bl_name_least_costs(): a first look at it. */
typedef struct
{
  const BlNameToken *word;
  const BlNameCosts *costs;
  guint8 least[BL_NAME_N_SOUNDS];
  gint16 budgets[BL_NAME_CLASS_MAX]; /* the largest distance at which a token of so many sounds is near; -1: none */
  BlNameMany many;
  gboolean has_many;
} BlNameLook;

void bl_name_look_init (BlNameLook *look, const BlNameIndex *index, const BlNameToken *word);

/* Told of the tokens that are near: at is the place in the list that was given. */
typedef void (*BlNameNearVisit) (guint at, double alike, gpointer user_data);

/* Compares the word with n tokens. */
void bl_name_look_at (const BlNameLook *look, const BlNameIndex *index, const guint32 *tokens, guint n, BlNameNearVisit visit,
                      gpointer user_data);

/* The tokens near the word that the skeletons lead to, in order; the caller's. */
BlNearTokens *bl_name_look_find (const BlNameLook *look, const BlNameIndex *index);
