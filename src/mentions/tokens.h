/* Words of an article's sentences, each read once: where it stands, how it is folded, what it may be, what stands before it.
 *
 * A hyphen separates words ("vice-president" is two, with BL_GAP_HYPHEN between). Dots inside abbreviations belong to the word
 * ("U.S." folds to "us"), a possessive ending does not. Numbers are words of their own; so are currency signs, "%" and "#".
 * Private to src/mentions. */
#pragma once

#include "corpus/corpus.h"
#include "mentions/vocabulary.h"

/* What stands between a word and the one before it (bit set); 0: they touch. */
enum
{
  BL_GAP_SPACE = 1 << 0,
  BL_GAP_HYPHEN = 1 << 1,
  BL_GAP_COMMA = 1 << 2,
  BL_GAP_DASH = 1 << 3,
  BL_GAP_OPEN = 1 << 4, /* ( [ { */
  BL_GAP_CLOSE = 1 << 5,
  BL_GAP_QUOTE = 1 << 6,
  BL_GAP_STOP = 1 << 7,  /* . ! ? … */
  BL_GAP_COLON = 1 << 8, /* : ; */
  BL_GAP_SLASH = 1 << 9,
  BL_GAP_BRACKET = 1 << 10, /* [ or ], beside OPEN or CLOSE */
  BL_GAP_OTHER = 1 << 11,
  BL_GAP_EDGE = 1 << 12, /* start of the sentence */
};

enum
{
  BL_TOKEN_UPPER = 1 << 0,          /* begins with a capital */
  BL_TOKEN_ALL_UPPER = 1 << 1,      /* two or more letters, all capitals */
  BL_TOKEN_NUMBER = 1 << 2,         /* digits with . and , */
  BL_TOKEN_SYMBOL = 1 << 3,         /* $ € £ ¥ % # № */
  BL_TOKEN_POSSESSIVE = 1 << 4,     /* 's or s' follows */
  BL_TOKEN_INITIAL = 1 << 5,        /* a single capital, or capitals with dots: "J.", "J.D." */
  BL_TOKEN_DOTTED = 1 << 6,         /* its span ends with a dot */
  BL_TOKEN_DIGITS = 1 << 7,         /* letters and digits: G7 */
  BL_TOKEN_LETTERS_OPENED = 1 << 8, /* with a letter that is not ASCII */
};

#define BL_NO_MENTION G_MAXUINT32

typedef struct
{
  guint32 start; /* bytes of the document's text; without the possessive ending */
  guint32 end;
  guint32 tail;       /* end with the possessive ending */
  guint16 gap;        /* BL_GAP_* before it */
  guint16 shape;      /* BL_TOKEN_* */
  const char *folded; /* as bl_fold_letters() folds a word, dots dropped; equal texts are equal pointers */
  const BlWord *word; /* of the lexicon, or NULL */
  guint32 id;         /* of the folded word: below BlTokens.n_ids, the same for equal texts */
  guint32 marks;      /* BL_MARK_* of the word; numbers and symbols may begin dates and quantities too */
  guint32 mention;    /* the draft mention it is part of (persons, states, dates …), or BL_NO_MENTION */
  guint32 title;      /* the draft title it is part of, or BL_NO_MENTION */
} BlToken;

typedef struct
{
  BlToken *list;
  guint n;
  guint room;
  guint32 *first; /* n_sentences + 1: tokens of sentence i are [first[i], first[i + 1]) */
  guint n_sentences;
  BlVocabulary others; /* words that the lexicon does not have */
  guint n_ids;
  guint n_skipped; /* sentences past BL_LIMIT_SENTENCE_BYTES: they have no tokens */
} BlTokens;

/* Reads all sentences but those of boilerplate. Folded words that the lexicon does not have go to the arena. */
void bl_tokens_read (BlTokens *tokens, const BlLexicon *lexicon, const BlDocument *document, BlArena *arena);
void bl_tokens_clear (BlTokens *tokens);

/* The longest phrase of a kind that starts at token at and ends before end; its words may have spaces or hyphens between
 * them. NULL for none. */
const BlPhrase *bl_tokens_phrase (const BlTokens *tokens, guint at, guint end, BlLexKind kind);

/* The same, ending at token at, which is inside it; it begins at or after begin. */
const BlPhrase *bl_tokens_phrase_before (const BlTokens *tokens, guint begin, guint at, BlLexKind kind);

static inline gboolean
bl_token_is (const BlToken *token, BlLexKind kind)
{
  return bl_word_is (token->word, kind);
}

/* Only white space before it. */
static inline gboolean
bl_token_follows (const BlToken *token)
{
  return token->gap == BL_GAP_SPACE;
}

/* White space or a hyphen before it. */
static inline gboolean
bl_token_joins (const BlToken *token)
{
  return token->gap == BL_GAP_SPACE || token->gap == BL_GAP_HYPHEN;
}

/* A comma, stop, bracket or dash before it, and no hyphen or quotation. */
static inline gboolean
bl_token_is_break (const BlToken *token)
{
  return (token->gap & (BL_GAP_COMMA | BL_GAP_STOP | BL_GAP_CLOSE | BL_GAP_DASH | BL_GAP_COLON | BL_GAP_EDGE)) != 0;
}

/* "the", "a", "his"; neither "no" nor "this". */
gboolean bl_token_is_determiner (const BlToken *token);
