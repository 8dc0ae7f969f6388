/* Private to src/rules: phrases as small trees.
 *
 *   phrase    ["!" | "?"] ["^"] sequence ["$"]
 *   sequence  element { element }            a space between two elements is white space in the text, none is none
 *   element   word | "~" word | "..." [number] | "[" choice "]" | "(" choice ")" | "{" slot "}"
 *   choice    sequence { "|" sequence }
 *   slot      what                           not captured
 *           | name ":" what { "|" what }
 *   what      a type of mention, "thing", "quote", or a fragment
 *
 * A comma and the other signs that end a clause touch the word before them: a space before them in a phrase is none in the text. Only an
 * optional element and a gap may match nothing, so every sequence has at least one other element. Trees live in an
 * arena and are immutable. */
#pragma once

#include "base/base.h"
#include "rules/fragments.h"
#include "rules/word_forms.h"

typedef enum
{
  BL_NODE_SEQUENCE,
  BL_NODE_ALTERNATIVES,
  BL_NODE_OPTIONAL, /* one child */
  BL_NODE_WORD,
  BL_NODE_FORMS, /* any of several words */
  BL_NODE_GAP,
  BL_NODE_SLOT,
} BlNodeKind;

typedef struct
{
  const char *name; /* NULL: not captured */
  guint types;      /* 1 << BlMentionType */
  gboolean thing;   /* one to five words */
  gboolean quote;   /* words in quotation marks */
  const BlFragment *const *fragments;
  guint n_fragments;
} BlSlot;

/* Packs have tens of thousands of these, so they are small. */
typedef struct BlNode BlNode;
struct BlNode
{
  guint8 kind;      /* BlNodeKind */
  guint8 spaced;    /* white space between it and the element before it */
  guint16 words;    /* GAP: at most so many */
  guint column;     /* where it begins in the phrase, in characters from 0 */
  guint n_children; /* 0 for kinds without */
  union
  {
    const BlNode *const *children;
    const char *text;         /* WORD: folded as shadows are */
    const char *const *forms; /* FORMS: NULL-terminated */
    const BlSlot *slot;       /* SLOT */
  };
};

typedef struct
{
  const BlNode *root; /* a SEQUENCE */
  gboolean negate;
  gboolean open; /* it says that it is not settled */
  gboolean at_start;
  gboolean at_end;
  const char *const *slots; /* names of what is captured, by first appearance, NULL-terminated */
  guint n_slots;
} BlPhraseTree;

/* What is wrong, and where: column counts the characters of the string before it, width those that are meant (0 stands for 1). */
typedef struct
{
  guint column;
  guint width;
  char *what; /* owned */
} BlPhraseFault;

typedef struct
{
  BlArena *arena; /* of trees */
  BlArena *texts; /* of words and names; NULL: arena */
  const BlFragmentScope *scope;
  BlWordForms *forms;
  gboolean inside; /* a fragment's phrase or an "unless": no captures, no "!" or "?"; in a fragment no "^", "$" either */
  gboolean is_fragment;
  gboolean again; /* it was read before: uses of fragments are not counted */
} BlPhraseContext;

static inline BlArena *
bl_phrase_texts (const BlPhraseContext *context)
{
  return context->texts != NULL ? context->texts : context->arena;
}

/* A longer phrase is written wrongly; deeper brackets too. */
#define BL_PHRASE_BYTES 4096
#define BL_PHRASE_DEPTH 24

gboolean bl_phrase_parse (const BlPhraseContext *context, const char *text, BlPhraseTree *tree, BlPhraseFault *fault);

/* The slot between "{" and "}", for regexes too. column is where content begins in the string. */
gboolean bl_slot_parse (const BlPhraseContext *context, const char *content, gsize length, guint column, BlSlot *slot,
                        BlPhraseFault *fault);

/* TRUE for what begins with a sign that touches the word before it, whichever of its alternatives stands there; *mixed when only some
 * do. */
gboolean bl_node_touches (const BlNode *node, gboolean *mixed);

/* TRUE for what may match nothing: an optional element or a gap. */
static inline gboolean
bl_node_is_nullable (const BlNode *node)
{
  return node->kind == BL_NODE_OPTIONAL || node->kind == BL_NODE_GAP;
}

/* Index of the first child of a sequence that must be there. */
guint bl_node_pivot (const BlNode *sequence);

/* --- phrase_lex.c ------------------------------------------------------------------------------------------------ */
typedef enum
{
  BL_MARK_END_OF_PHRASE,
  BL_MARK_WORD,
  BL_MARK_INFLECTED, /* ~word */
  BL_MARK_GAP,
  BL_MARK_SLOT, /* text is what stands between the braces */
  BL_MARK_OPEN, /* ( */
  BL_MARK_CLOSE,
  BL_MARK_BAR,
  BL_MARK_OPTION_OPEN, /* [ */
  BL_MARK_OPTION_CLOSE,
  BL_MARK_START,     /* ^ */
  BL_MARK_END,       /* $ */
  BL_MARK_NEGATE,    /* ! */
  BL_MARK_UNDECIDED, /* ? */
} BlPhraseMarkKind;

typedef struct
{
  BlPhraseMarkKind kind;
  const char *text; /* WORD, INFLECTED: among the texts; SLOT: in the arena */
  guint number;     /* GAP */
  guint column;
  gboolean spaced; /* white space before it */
} BlPhraseMark;

/* Appends the marks of text (valid UTF-8) to marks, BL_MARK_END_OF_PHRASE last. FALSE with *fault set. */
gboolean bl_phrase_lex (const BlPhraseContext *context, const char *text, GArray *marks, BlPhraseFault *fault);
