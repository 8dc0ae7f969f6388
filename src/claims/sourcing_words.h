/* The words of rules/lexicon/sourcing.json: by which a text says where it has something from, and takes something back. */
#pragma once

#include "claims/words.h"

typedef enum
{
  BL_SOURCING_RELAY_BEFORE,
  BL_SOURCING_RELAY_BEHIND,
  BL_SOURCING_DESCRIPTOR,
  BL_SOURCING_LABEL,
  BL_SOURCING_FRAME,
  BL_SOURCING_WRONGLY,
  BL_SOURCING_RENAMED,
  BL_SOURCING_BE,
  BL_SOURCING_LIGHT,
  BL_N_SOURCING_LISTS,
} BlSourcingList;

/* Immutable. */
typedef struct BlSourcingWords BlSourcingWords;

/* Reads sourcing.json; without the file all lists are empty. */
BlSourcingWords *bl_sourcing_words_load (const char *lexicon_dir, GError **error);
void bl_sourcing_words_free (BlSourcingWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlSourcingWords, bl_sourcing_words_free)

/* Words of the longest phrase of the list that begins at a word; 0 for none. */
guint bl_sourcing_at (const BlSourcingWords *self, BlSourcingList list, const BlWords *words, guint index);

/* Words of the longest phrase of the list that ends right before a word; 0 for none. */
guint bl_sourcing_before (const BlSourcingWords *self, BlSourcingList list, const BlWords *words, guint index);

/* Whether a folded word is a phrase of the list. */
gboolean bl_sourcing_has (const BlSourcingWords *self, BlSourcingList list, const char *word);

/* TRUE when text may take something back: a fast look. */
gboolean bl_sourcing_may_correct (const BlSourcingWords *self, const char *text, gsize length);
