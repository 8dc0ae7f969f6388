/* One sentence as lower-case words with their places: what cue phrases are searched in. */
#pragma once

#include <string.h>

#include "text/text.h"

typedef struct
{
  const char *text; /* folded to lower-case letters; "won't" is two words, "will" and "not" */
  BlSpan span;      /* document bytes */
  guint8 breaks;    /* BL_BREAK_* between the word before and this one */
} BlWord;

enum
{
  BL_BREAK_COMMA = 1 << 0,
  BL_BREAK_STRONG = 1 << 1, /* ; : . ! ? or a dash */
  BL_BREAK_QUOTE = 1 << 2,
  BL_BREAK_LEAD = 1 << 3,  /* the strong one is a colon or a dash: what follows may belong to what leads to it ("Tusk: …") */
  BL_BREAK_OPEN = 1 << 4,  /* a bracket opens */
  BL_BREAK_CLOSE = 1 << 5, /* a bracket closes */
};

typedef struct
{
  GArray *words; /* BlWord */
  GStringChunk *texts;
} BlWords;

void bl_words_init (BlWords *words);
void bl_words_clear (BlWords *words);

/* Replaces the words by those of one span of the document. */
void bl_words_read (BlWords *words, const BlDocument *document, BlSpan span);

static inline const BlWord *
bl_words_get (const BlWords *words, guint index)
{
  return &g_array_index (words->words, BlWord, index);
}

static inline guint
bl_words_count (const BlWords *words)
{
  return words->words->len;
}

/* Its text; "" past the end. */
static inline const char *
bl_words_text (const BlWords *words, guint index)
{
  return index < words->words->len ? bl_words_get (words, index)->text : "";
}

/* Whether the word is text; FALSE past the end. */
static inline gboolean
bl_words_is (const BlWords *words, guint index, const char *text)
{
  return strcmp (bl_words_text (words, index), text) == 0;
}

/* Whether the word is one of a NULL-terminated list; FALSE past the end. */
gboolean bl_words_is_one (const BlWords *words, guint index, const char *const *list);

/* First word that ends behind the offset; the number of words when there is none. */
guint bl_words_at (const BlWords *words, gsize offset);

/* One past the last word that begins before the offset. */
guint bl_words_end (const BlWords *words, gsize offset);
