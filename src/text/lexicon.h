/* The cue lists of rules/lexicon/text.json as the block and sentence cutters ask for them. Inside of src/text only. */
#pragma once

#include "text/document.h"

/* What a full stop after a short form may mean. */
typedef enum
{
  BL_SHORT_NONE,
  BL_SHORT_TITLE,      /* "Mr", "Gen", "vs": never ends a sentence */
  BL_SHORT_NUMBER,     /* "No", "Art": an abbreviation only before a number */
  BL_SHORT_OPEN,       /* "U.S", "Inc", "Jan": ends a sentence when the next word can only begin one */
  BL_SHORT_PLACE,      /* "Calif": the same, but behind a comma any capitalised word before a small one may begin a sentence */
  BL_SHORT_PLACE_WORD, /* "Miss", "Ill": a place only behind a comma, a bracket or a hyphen */
  BL_SHORT_TIME,       /* "p.m": ends a sentence unless a day or a zone follows */
} BlShortForm;

/* What is known of a word, spelled as in running text. */
typedef enum
{
  BL_WORD_OPENER = 1 << 0,      /* "The", "But": capitalised only where a sentence begins */
  BL_WORD_OPENER_NOUN = 1 << 1, /* "Police", "Officials": the same when a small letter follows */
  BL_WORD_TIME = 1 << 2,        /* "Monday", "EST": goes on after "p.m." */
  BL_WORD_REPORTING = 1 << 3,   /* "asked", "said" */
  BL_WORD_PARTICLE = 1 << 4,    /* "von", "al": small letters that may begin a name */
  BL_WORD_DOMAIN = 1 << 5,      /* "Com": after a full stop without space it is an address */
  BL_WORD_SHOUTED = 1 << 6,     /* "Yahoo" of "Yahoo!" */
  BL_WORD_CREDIT = 1 << 7,      /* "reporting", "by", "in": beside names in credit lines; small letters */
  BL_WORD_DATE = 1 << 8,        /* "march", "gmt", "updated": what date lines consist of; small letters */
} BlWordFlags;

/* Where in a block a cue must stand. */
typedef enum
{
  BL_CUE_WHOLE,   /* the block is the cue; folded letters */
  BL_CUE_START,   /* folded letters */
  BL_CUE_END,     /* folded letters */
  BL_CUE_LITERAL, /* the block begins with these bytes */
} BlCuePlace;

typedef struct
{
  char *text;
  gsize length;
  BlCuePlace place;
  BlBlockKind kind;
  gboolean opens_links; /* the list items and short lines after it are links */
} BlCue;

/* A longer block is a paragraph whatever it begins or ends with. */
#define BL_CUE_LONGEST_BLOCK 420

/* All of these take a NULL lexicon as one without entries. Lengths in bytes. */
BlShortForm bl_text_lexicon_short_form (const BlTextLexicon *lexicon, const char *token, gsize length);
guint bl_text_lexicon_word (const BlTextLexicon *lexicon, const char *word, gsize length);
const BlCue *bl_text_lexicon_cue (const BlTextLexicon *lexicon, const char *text, gsize length);
