/* Private to the name index: its blocks.
 *
 * A block is an array of plain structs or numbers. Nothing in it is a pointer: a token, a form, a person is its number (of a person:
 * the place in the table of persons), a list is its first place in another block and ends where the next begins. So the blocks can be
 * written to a file one behind the other, each at a multiple of 16 bytes, and read where they are mapped. For 100,000 persons with
 * one name each they take about 15 MB. */
#pragma once

#include "knowledge/name_index.h"
#include "knowledge/name_many.h"
#include "knowledge/name_skeletons.h"
#include "knowledge/near_tokens.h"

enum
{
  BL_NAME_JOINED_MAX = 128 /* bytes of the words of a name without spaces, NUL included; longer ones are not found so */
};

/* In order of skeletons: tokens of one stand together. One more at the end, where the last one's lists end. */
typedef struct
{
  guint32 text;          /* in letters; its class stands behind its NUL */
  guint32 sounds;        /* in long_sounds, of a class longer than a head */
  guint32 first_posting; /* forms that it alone or a family name is, then whole names */
  guint32 first_whole;
  guint32 given; /* in given, + 1; 0: no given name */
  float weight;
  guint8 length;
  guint8 kind; /* BlTokenKind */
  guint8 kinds;
  guint8 unused;
} BlIndexToken;

/* A form that contains a token. Most have two words: these are decided without looking at the form. */
typedef struct
{
  guint32 form;
  guint32 other; /* of two different words: the token beside, + 1; else 0 */
} BlNamePosting;

enum
{
  BL_FORM_IS_FAMILY = 1,
  BL_FORM_HAS_NATIVE = 2
};

/* One more at the end. */
typedef struct
{
  guint32 first_token;  /* in form_tokens */
  guint32 first_person; /* in form_persons */
  guint16 family;
  guint8 generation;
  guint8 flags;
} BlIndexForm;

/* Of tables of numbers + 1 (0: free), open addressing, at most half full; as many slots as a power of two. */
typedef guint32 BlNameSlot;

typedef enum
{
  BL_BLOCK_TOKENS,        /* BlIndexToken */
  BL_BLOCK_HEADS,         /* BlNameHead (name_many.h), beside tokens */
  BL_BLOCK_LETTERS,       /* char */
  BL_BLOCK_LONG_SOUNDS,   /* guint8 */
  BL_BLOCK_GIVEN,         /* BlGivenGroups */
  BL_BLOCK_POSTINGS,      /* BlNamePosting */
  BL_BLOCK_FORMS,         /* BlIndexForm */
  BL_BLOCK_FORM_TOKENS,   /* guint32 */
  BL_BLOCK_FORM_PERSONS,  /* guint32 */
  BL_BLOCK_PERSONS,       /* guint32: the first in person_forms; one more at the end */
  BL_BLOCK_PERSON_FORMS,  /* guint32 */
  BL_BLOCK_TEXT_SLOTS,    /* BlNameSlot: tokens by text */
  BL_BLOCK_CLASS_SLOTS,   /* BlNameSlot: a token of each class */
  BL_BLOCK_JOINED_SLOTS,  /* BlNameSlot: forms of several words by their letters; equal ones all */
  BL_BLOCK_SKELETONS,     /* BlSkeletonRange */
  BL_BLOCK_KEYS,          /* BlSkeletonSlot */
  BL_BLOCK_KEY_SKELETONS, /* guint32 */
  BL_N_NAME_BLOCKS
} BlNameBlockKind;

typedef struct
{
  const void *items;
  guint32 n;
  guint32 size; /* of an item */
} BlNameBlock;

struct BlNameIndex
{
  BlNameBlock blocks[BL_N_NAME_BLOCKS];
  gboolean owns_blocks; /* else they are mapped */

  const BlIndexToken *tokens;
  const BlNameHead *heads;
  const char *letters;
  const guint8 *long_sounds;
  const BlGivenGroups *given;
  const BlNamePosting *postings;
  const BlIndexForm *forms;
  const guint32 *form_tokens;
  const guint32 *form_persons;
  const guint32 *persons;
  const guint32 *person_forms;
  const BlNameSlot *text_slots;
  const BlNameSlot *class_slots;
  const BlNameSlot *joined_slots;
  BlSkeletonTable skeletons;
  guint32 n_tokens;
  guint32 n_forms;
  guint32 n_persons;

  const BlGivenNames *given_names;         /* of the base */
  const BlNameCosts *costs;                /* of the base */
  guint8 group_of_sound[BL_NAME_N_SOUNDS]; /* in skeletons; 0: none */
  BlNearMemory *near;                      /* what was asked for; the one thing here that changes */
};

/* An index without blocks. */
BlNameIndex *bl_name_index_new (const BlKnowledge *kb);

/* Once all blocks are there: sets the pointers above. */
void bl_name_index_bind (BlNameIndex *index);

/* The blocks, BL_N_NAME_BLOCKS of them, in a fixed order: borrowed from the index. */
const BlNameBlock *bl_name_index_blocks (const BlNameIndex *index);

/* An index on blocks that outlive it, as bl_name_index_blocks() gave them; NULL when a size does not fit. What they hold is believed. */
BlNameIndex *bl_name_index_of_blocks (const BlKnowledge *kb, const BlNameBlock *blocks);

static inline const char *
bl_index_token_text (const BlNameIndex *index, guint32 token)
{
  return index->letters + index->tokens[token].text;
}

static inline const char *
bl_index_token_class (const BlNameIndex *index, guint32 token)
{
  return bl_index_token_text (index, token) + index->tokens[token].length + 1;
}

static inline guint
bl_index_form_length (const BlNameIndex *index, guint32 form)
{
  return index->forms[form + 1].first_token - index->forms[form].first_token;
}

/* Inverse document frequency of a class that so many persons bear; one that nobody bears weighs most. */
float bl_name_rarity (guint32 n_persons, guint32 bearers);

void bl_name_index_token (const BlNameIndex *index, guint32 number, BlNameToken *token);

/* Fills what a word says by itself; number, given and weight stay. name_class and sounds have room for BL_NAME_CLASS_MAX, and go on
 * belonging to the caller. */
void bl_name_token_set (const BlGivenNames *names, BlNameToken *token, const char *word, char *name_class, guint8 *sounds);

/* "de", "la", "rua" → "delarua"; NULL when that needs more than room. */
const char *bl_name_join (const char *const *words, guint n, char *out, gsize room);
