/* The shadow of a sentence: what rule patterns read.
 *
 * Typography is folded (text/fold.h), contractions are opened ("won't" → "will not"), and every resolved mention is ONE private-use
 * code point: U+F0000 + type * 4096 + index, where index counts the mentions of this sentence. So a typed slot is one
 * character class, captures are resolved already, and no article can forge a mention (folding turns its own private-use
 * characters into U+FFFD). An offset map leads back to the document.
 *
 *   "Poland won't send 500 troops to Kyiv."  →  "⟨country 0⟩ will not send ⟨quantity 1⟩ troops to ⟨country 2⟩."
 *
 * Left as words: possessive pronouns, titles when their holder is named beside them ("Chancellor Merz" is one ⟨person⟩, the
 * title is inside), and quotations (their words matter; a second shadow with ⟨quote⟩ is not needed so far). */
#pragma once

#include "mentions/mentions.h"

#define BL_SHADOW_BASE 0xF0000u
#define BL_SHADOW_TYPE_BITS 12

static inline gunichar
bl_shadow_code (BlMentionType type, guint index)
{
  return BL_SHADOW_BASE + ((gunichar) type << BL_SHADOW_TYPE_BITS) + index;
}

typedef struct
{
  char *text; /* valid UTF-8, NUL-terminated */
  gsize length;
  guint sentence;
  guint types;      /* bit set of the mention types that occur, 1 << BlMentionType */
  GArray *origin;   /* gsize per byte plus one: document offset */
  GArray *mentions; /* guint per code point index: index into BlMentions */
} BlShadow;

void bl_shadow_init (BlShadow *shadow);
void bl_shadow_clear (BlShadow *shadow);

/* Replaces the shadow's content by that of one sentence; buffers are kept, so one shadow serves a whole article.
 * FALSE when the sentence is past BL_LIMIT_SENTENCE_BYTES or BL_LIMIT_MENTIONS_PER_SENTENCE. */
gboolean bl_shadow_build (BlShadow *shadow, const BlDocument *document, const BlMentions *mentions, guint sentence);

/* Document span of a byte range of the shadow's text. */
BlSpan bl_shadow_origin (const BlShadow *shadow, BlSpan span);

/* The mention a code point of this shadow stands for (index into BlMentions), or G_MAXUINT. */
guint bl_shadow_mention (const BlShadow *shadow, gunichar code_point);
