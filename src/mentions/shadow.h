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

/* The shadow of one sentence. What bl_shadows_get() fills in is a view, valid until the shadows are built anew or freed. */
typedef struct
{
  const char *text; /* valid UTF-8, NUL-terminated */
  gsize length;
  guint sentence;
  guint types;             /* bit set of the mention types that occur, 1 << BlMentionType */
  const guint32 *origin;   /* document offset of each byte of text, and where the sentence ends: length + 1 */
  const guint32 *mentions; /* index into BlMentions of each code point index */
  guint n_mentions;
  struct BlShadows *own; /* what bl_shadow_build() built into; NULL in a view */
} BlShadow;

/* Shadows of one sentence at a time. */
void bl_shadow_init (BlShadow *shadow);
void bl_shadow_clear (BlShadow *shadow);

/* Replaces the shadow's content by that of one sentence; buffers are kept, so one shadow serves a whole article.
 * FALSE when the sentence is past BL_LIMIT_SENTENCE_BYTES or BL_LIMIT_MENTIONS_PER_SENTENCE. */
gboolean bl_shadow_build (BlShadow *shadow, const BlDocument *document, const BlMentions *mentions, guint sentence);

/* Document span of a byte range of the shadow's text. */
BlSpan bl_shadow_origin (const BlShadow *shadow, BlSpan span);

/* The mention a code point of this shadow stands for (index into BlMentions), or G_MAXUINT. */
guint bl_shadow_mention (const BlShadow *shadow, gunichar code_point);

/* --- all sentences of an article ------------------------------------------------------------------------------------
 * In one buffer, so that it can be searched in one go: shadow, NUL, shadow, NUL … No shadow holds a NUL, as loaders repair those. */
typedef struct BlShadows BlShadows;

BlShadows *bl_shadows_new (void);
void bl_shadows_free (BlShadows *shadows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlShadows, bl_shadows_free)

/* Replaces the content by the shadows of all sentences; buffers are kept. article and mentions are borrowed until then. Offsets are
 * of 32 bits: an article is at most BL_LIMIT_ARTICLE_BYTES. */
void bl_shadows_build (BlShadows *shadows, const BlArticle *article, const BlMentions *mentions);

const BlArticle *bl_shadows_article (const BlShadows *shadows);
const BlMentions *bl_shadows_mentions (const BlShadows *shadows);

/* The buffer; *length without the NUL behind the last shadow. */
const char *bl_shadows_text (const BlShadows *shadows, gsize *length);

/* Sentences of the article. */
guint bl_shadows_n_sentences (const BlShadows *shadows);

/* The bytes of the buffer that are the shadow of a sentence; empty for one that was left out. */
BlSpan bl_shadows_span (const BlShadows *shadows, guint sentence);

/* The shadow of a sentence. FALSE when it is past a limit (see bl_shadow_build) and was left out. */
gboolean bl_shadows_get (const BlShadows *shadows, guint sentence, BlShadow *shadow);
