/* A sentence as a row of phrases: noun phrases, verb groups, and the words between them (shallow parsing, Abney 1991).
 *
 * A noun phrase runs from its determiner to its head ("the former minister 's two younger sons"), without what follows it; a verb group
 * from its first auxiliary to its main verb, with the words of denial inside or right before it ("has never been found"). */
#pragma once

#include "syntax/syntax.h"

typedef enum
{
  BL_PHRASE_NOUN,
  BL_PHRASE_VERB,
  BL_PHRASE_ADJECTIVE,   /* behind a verb: "is open"; also participles used so */
  BL_PHRASE_ADVERB,      /* one word */
  BL_PHRASE_PREPOSITION, /* also "to" before a noun */
  BL_PHRASE_SUBORDINATE, /* because, if, when: opens a clause */
  BL_PHRASE_THAT,        /* opens what is said or thought */
  BL_PHRASE_RELATIVE,    /* who, which, that */
  BL_PHRASE_CONJUNCTION,
  BL_PHRASE_THERE, /* of "there is" */
  BL_PHRASE_COMMA, /* also brackets, dashes, colons */
  BL_PHRASE_QUOTE,
  BL_PHRASE_STOP,
} BlPhraseKind;

typedef enum
{
  BL_VERB_FINITE,
  BL_VERB_INFINITIVE,
  BL_VERB_GERUND,
  BL_VERB_PARTICIPLE, /* passive, without its auxiliary */
} BlVerbForm;

typedef struct
{
  BlPhraseKind kind;
  guint first, last; /* words [first, last) */
  guint head;        /* of a noun phrase its noun, of a verb group the main verb */
  const char *lemma; /* of the head */
  gboolean negated;  /* "no", "nobody", "not guilty"; of a verb group "not", "never" */
  gboolean quoted;   /* inside quotation marks */
  /* of verb groups */
  BlVerbForm form;
  gboolean passive, progressive;
  const char *modal;    /* "will", "may", NULL; "will" also for "is going to" */
  const char *particle; /* "up" of "gave up", or NULL */
  gboolean past;
} BlPhrase;

typedef struct
{
  const BlSyntax *syntax;
  BlArena *arena;    /* of lemmas and texts, borrowed */
  GArray *words;     /* BlTaggedWord */
  GArray *phrases;   /* BlPhrase */
  gboolean question; /* ends with a question mark, or begins with an auxiliary */
} BlPhrases;

/* Reads a range of text, one sentence. syntax must be open. */
void bl_phrases_read (BlPhrases *phrases, const BlSyntax *syntax, const char *text, BlSpan sentence, BlArena *arena);
void bl_phrases_clear (BlPhrases *phrases);

static inline const BlTaggedWord *
bl_phrases_word (const BlPhrases *phrases, guint word)
{
  return &g_array_index (phrases->words, BlTaggedWord, word);
}

static inline BlPhrase *
bl_phrases_get (const BlPhrases *phrases, guint phrase)
{
  return &g_array_index (phrases->phrases, BlPhrase, phrase);
}

/* Past the end: a stop. */
BlPhraseKind bl_phrases_kind (const BlPhrases *phrases, guint phrase);
