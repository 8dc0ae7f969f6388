/* The index: of each article of a corpus a row of some kilobytes that says with which others it may be compared.
 *
 * A run that asks about few articles (a draft, a change) reads all rows, picks the neighbourhood of the few (index/neighbourhood.h), and reads
 * and compares only that. The comparison itself knows nothing of rows: what it decides is decided on the articles.
 *
 * A row is one block of bytes that is kept and read as it is: a head, then arrays of fixed-size entries in the order below, the widest first. Its
 * form is that of this machine and program; whoever keeps rows keeps BL_INDEX_FORMAT and the order of bytes in the key. */
#pragma once

#include "claims/claims.h"

/* Changes with what stands in a row, or with how it is made. */
#define BL_INDEX_FORMAT 1

/* What two articles may have in common, beside terms. The first column: what is hashed. */
typedef enum
{
  BL_KEY_SUBJECT = 1, /* predicate and first slot of a rule's claim; number: days for which it lasts, 0 for ever */
  BL_KEY_NAME,        /* a word of a person's name, or the title beside it; text: the name, folded */
  BL_KEY_PERSON,      /* who is meant by a spelling */
  BL_KEY_SPELLING,    /* given name and first letter of the surname; text: the surname, folded */
  BL_KEY_FULL_NAME,   /* a person that is named in full, or holds an office that is named */
  BL_KEY_SEAT,        /* state and title of one seat; number: of who has it */
  BL_KEY_CAREER,      /* a person with a title; text: the title */
  BL_KEY_AGE,         /* a person with an age; number: the age */
  BL_KEY_PLACE,       /* beside what an odd word stands (bl_neighbour_key()); text: the word */
  BL_KEY_WRITER,      /* an odd word */
  BL_KEY_CORRECTION,  /* nothing: all corrections are of one key; text: the wrong words */
} BlKeyKind;

enum
{
  BL_KEY_ODD = 1 << 0, /* asks: a spelling that is not accepted, a word that nothing knows, a title before a lone surname */
};

typedef struct
{
  guint32 hash;
  guint8 kind;
  guint8 flags;
  guint16 number;
  gint32 first, last; /* days of the claim; first > last: unknown */
  guint32 text;       /* place in the texts of the row; 0: none */
} BlIndexKey;

/* A word in its place beside another: BL_KEY_PLACE of words that are known. */
typedef struct
{
  guint32 hash;
  guint32 letters; /* which letters a-z the word has, and its length above them */
} BlIndexPlace;

typedef struct
{
  gint32 day;         /* first day of publication; 0: unknown */
  gint32 first, last; /* all days it may be; first > last: unknown */
  guint32 n_claims;
  guint32 n_sentences; /* that are aligned */
  guint32 n_terms, n_keys, n_places, n_runs, n_words, n_values, n_text;
} BlIndexHead;

typedef struct
{
  const BlIndexHead *head;
  const guint64 *terms;       /* bl_packed_term() */
  const BlIndexKey *keys;     /* by kind and hash */
  const BlIndexPlace *places; /* by hash */
  const guint32 *runs;        /* of three words in quotations; sorted, distinct */
  const guint32 *words;       /* capitalised words that are not known; sorted, distinct */
  const guint32 *values;      /* figures and days; sorted, distinct */
  const char *text;           /* NUL-terminated pieces */
} BlIndexRow;

/* The row of an article. kb: as its claims were made with. Owned by the caller. */
GBytes *bl_index_row_new (const BlKnowledge *kb, const BlArticleClaims *claims);

/* Points row into bytes, which must be aligned for guint64 and live longer. FALSE when they are no row. */
gboolean bl_index_row_open (BlIndexRow *row, const void *bytes, gsize length);

/* "": none. */
static inline const char *
bl_index_row_text (const BlIndexRow *row, const BlIndexKey *key)
{
  return row->text + key->text;
}

guint32 bl_index_hash (const char *text);

/* Of a word: see BlIndexPlace. */
guint32 bl_index_letters (const char *word);

/* Of a figure, or of both ends of a day: see BlIndexRow.values. */
guint32 bl_index_value (double low, double high);
