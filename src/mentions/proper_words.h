/* Capitalised words side by side: what an article's proper names are made of, whether or not anybody knows the name.
 *
 * "Capitol Police" in three articles and "Capitol Polike" in a fourth: no list has to know either. So each article keeps its
 * capitalised words that stand beside another one, and those that nothing knows ("odd" ones: no word of the lexicons, of the
 * base, or of the article in lower case); the comparison looks what others write in the same place (names/terms.c). */
#pragma once

#include "knowledge/knowledge.h"

enum
{
  BL_PROPER_FOLLOWS = 1 << 0,  /* only a space between it and the entry before */
  BL_PROPER_ODD = 1 << 1,      /* nothing knows the word; four letters at least */
  BL_PROPER_KNOWN = 1 << 2,    /* a word of the lexicons or the base */
  BL_PROPER_PERSON = 1 << 3,   /* stands in the name of a person */
  BL_PROPER_HEADLINE = 1 << 4, /* every word of the sentence is capitalised */
};

typedef struct
{
  const char *word; /* folded; lives as long as the mentions */
  guint32 start;    /* bytes of the document's text, without a possessive ending */
  guint16 length;
  guint16 flags; /* BL_PROPER_* */
} BlProperWord;

/* A word that would make a name or title of the base, were it spelled otherwise ("Saudi Arobya"), or any word with letters of another
 * alphabet that look like its own. */
typedef struct
{
  guint32 start, end;           /* bytes: the whole term as written */
  const char *term;             /* "Saudi Arabia" */
  const char *word;             /* the odd one, folded */
  const char *note;             /* how it is known */
  const BlReference *reference; /* the entry that has it, or NULL */
  const char *origin;           /* without one: the list */
  const char *alphabet;         /* "Cyrillic", "Greek": a letter of it stands among Latin ones; else NULL */
} BlDamagedTerm;

/* TRUE when odd may be right with some letters changed: both four letters or more, the same first letter, and either one
 * transliteration class, near sounds, or one letter's difference (two of seven). Never an inflection of it ("Cuban", "Senators"). */
gboolean bl_word_may_be_garbled (const BlKnowledge *kb, const char *odd, const char *right);
