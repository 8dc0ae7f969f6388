/* Parts of speech of English words: a transformation-based tagger (Brill 1992, 1995).
 *
 * Each word first has the commonest tag of the lexicon, or what its form suggests; contextual rules then change tags in their order,
 * each once over the sentence: "a verb behind a determiner is a noun". A rule never gives a word of the lexicon a tag that it has not
 * there. Tags are those of the Penn Treebank (Marcus et al. 1993), since verb groups need its forms of verbs; proper nouns have one tag
 * for both numbers. Lexicon and rules: rules/lexicon/tags.json.
 *
 * Meant for single sentences when syntax is wanted of them, not for whole corpora. */
#pragma once

#include "base/base.h"

typedef enum
{
  BL_TAG_NONE,
  BL_TAG_NOUN,         /* NN */
  BL_TAG_NOUNS,        /* NNS: plural */
  BL_TAG_NAME,         /* NNP, NNPS */
  BL_TAG_ADJECTIVE,    /* JJ */
  BL_TAG_COMPARATIVE,  /* JJR */
  BL_TAG_SUPERLATIVE,  /* JJS */
  BL_TAG_ADVERB,       /* RB: also "not" */
  BL_TAG_ADVERB_MORE,  /* RBR */
  BL_TAG_ADVERB_MOST,  /* RBS */
  BL_TAG_VERB,         /* VB: plain form */
  BL_TAG_VERB_PRESENT, /* VBP: present, not third person singular */
  BL_TAG_VERB_THIRD,   /* VBZ */
  BL_TAG_VERB_PAST,    /* VBD */
  BL_TAG_PARTICIPLE,   /* VBN */
  BL_TAG_GERUND,       /* VBG */
  BL_TAG_MODAL,        /* MD */
  BL_TAG_DETERMINER,   /* DT */
  BL_TAG_PREDETERMINER,
  BL_TAG_WH_DETERMINER, /* WDT: "which", "that" of a relative clause */
  BL_TAG_PRONOUN,
  BL_TAG_POSSESSIVE_PRONOUN,
  BL_TAG_WH_PRONOUN,
  BL_TAG_WH_POSSESSIVE,
  BL_TAG_WH_ADVERB,
  BL_TAG_PREPOSITION, /* IN: also subordinating conjunctions */
  BL_TAG_TO,
  BL_TAG_PARTICLE, /* RP: "up" of "give up" */
  BL_TAG_CONJUNCTION,
  BL_TAG_NUMBER,
  BL_TAG_THERE,      /* EX: existential */
  BL_TAG_POSSESSIVE, /* POS: "'s" */
  BL_TAG_INTERJECTION,
  BL_TAG_STOP,  /* . ! ? */
  BL_TAG_COMMA, /* , */
  BL_TAG_COLON, /* : ; and dashes */
  BL_TAG_OPEN,  /* brackets */
  BL_TAG_CLOSE,
  BL_TAG_QUOTE_OPEN,
  BL_TAG_QUOTE_CLOSE,
  BL_TAG_SYMBOL, /* $ # % and other signs */
  BL_N_TAGS,
} BlTag;

enum
{
  BL_SHAPE_CAPITAL = 1 << 0,
  BL_SHAPE_CAPITALS = 1 << 1, /* two or more letters, none of them small */
  BL_SHAPE_NUMBER = 1 << 2,   /* begins with a digit */
  BL_SHAPE_SPACED = 1 << 3,   /* white space before it */
  BL_SHAPE_FIRST = 1 << 4,    /* begins the sentence */
  BL_SHAPE_KNOWN = 1 << 5,    /* in the lexicon */
  BL_SHAPE_WORD = 1 << 6,     /* letters or digits, no punctuation */
};

typedef struct
{
  BlSpan span;      /* of the text */
  const char *text; /* in small letters, ' for every apostrophe; "n't" and "'s" are words of their own */
  guint64 may;      /* bit set of tags that the lexicon gives it; all when it is unknown */
  guint8 tag;       /* BlTag */
  guint8 shape;     /* BL_SHAPE_* */
} BlTaggedWord;

typedef struct BlTagger BlTagger; /* immutable, shared by threads */

BlTagger *bl_tagger_load (const char *path, GError **error);
void bl_tagger_free (BlTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTagger, bl_tagger_free)

/* Appends the words and signs of one sentence, a range of valid UTF-8, to words (of BlTaggedWord) with their tags. Their texts live in
 * arena. Linear in the sentence. */
void bl_tagger_read (const BlTagger *tagger, const char *text, BlSpan sentence, BlArena *arena, GArray *words);

/* The bit set of tags that the lexicon gives a word in small letters; 0 when it is unknown. */
guint64 bl_tagger_look_up (const BlTagger *tagger, const char *word, gsize length);

/* "NN" of the treebank. */
const char *bl_tag_name (BlTag tag);

static inline guint64
bl_tag_bit (BlTag tag)
{
  return (guint64) 1 << tag;
}

static inline gboolean
bl_tag_in (BlTag tag, guint64 set)
{
  return (bl_tag_bit (tag) & set) != 0;
}
