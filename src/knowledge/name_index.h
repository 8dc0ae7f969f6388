/* Private to src/knowledge: all names of persons as tokens, and which names have tokens that sound like those of a spelling.
 *
 * Every distinct folded token stands once in the vocabulary, with its transliteration class and its weight (IDF over persons); every
 * distinct way of writing (a form) once, with the persons whom it may mean. Tokens are found by their consonant skeleton and by the
 * skeleton with one consonant left out, on both sides: so one wrong, missing or added consonant and any vowels still meet. The
 * skeleton finds candidates and never decides.
 *
 * Built by a thread of its own while the program goes on, as only names that are not known need it; immutable then, but for a memory
 * of what was asked. It is a list of blocks (name_blocks.h), arrays of plain structs in which numbers stand for pointers: they can
 * be written to a file as they are, and mapped back: bl_name_index_blocks(), bl_name_index_of_blocks(). */
#pragma once

#include "knowledge/given_names.h"
#include "knowledge/name_distance.h"
#include "knowledge/name_fold.h"
#include "knowledge/names.h"

enum
{
  BL_NAME_TOKENS_MAX = 10 /* words of one name; what comes after is left out */
};

typedef enum
{
  BL_TOKEN_WORD,
  BL_TOKEN_INITIAL,
  BL_TOKEN_PARTICLE, /* al, de, von: comes and goes */
} BlTokenKind;

enum
{
  BL_NAME_NO_NUMBER = G_MAXUINT32
};

typedef struct
{
  const char *text; /* folded */
  const char *name_class;
  BlNameSounds sounds; /* of the class, as many as it has letters */
  guint32 number;      /* in the vocabulary; BL_NAME_NO_NUMBER: a query's */
  guint8 length;
  guint8 kind;  /* BlTokenKind */
  guint8 kinds; /* BL_NAME_PARTICLE … (given_names.h) */
  float weight;
  const BlGivenGroups *given; /* NULL: no given name */
} BlNameToken;

typedef enum
{
  BL_GENERATION_NONE,
  BL_GENERATION_JUNIOR,
  BL_GENERATION_SENIOR,
} BlGeneration;

/* One way to write a person's name, or that of several. */
typedef struct
{
  const BlNameToken *const *tokens;
  guint8 n;
  guint8 generation;   /* BlGeneration */
  guint16 family;      /* bit i: tokens[i] belongs to the family name */
  gboolean is_family;  /* the family name alone */
  gboolean has_native; /* it is a name in Latin letters of persons who write themselves otherwise */
} BlNameForm;

/* A form of the index, spread out to be compared. */
typedef struct
{
  BlNameForm form; /* its tokens are those here: not to be copied */
  const BlNameToken *pointers[BL_NAME_TOKENS_MAX];
  BlNameToken tokens[BL_NAME_TOKENS_MAX];
} BlNameFormView;

/* How alike a word of a query and a token of the vocabulary are. */
typedef struct
{
  guint32 token; /* + 1; 0: free */
  guint32 word;
  double alike;
} BlNameAlike;

enum
{
  BL_NAME_ALIKE_SLOTS = 256 /* a query meets about a hundred tokens, most of them in several forms */
};

/* A spelling that is looked up: tokens of its own, not in the vocabulary. */
typedef struct
{
  const BlNameCosts *costs; /* of the base */
  BlNameToken tokens[BL_NAME_TOKENS_MAX];
  char classes[BL_NAME_TOKENS_MAX][BL_NAME_CLASS_MAX];
  guint8 sounds[BL_NAME_TOKENS_MAX][BL_NAME_CLASS_MAX];
  guint8 least[BL_NAME_TOKENS_MAX][BL_NAME_N_SOUNDS];
  BlNameAlike alike[BL_NAME_ALIKE_SLOTS]; /* what was compared; a newer pair takes the slot of an older */
  guint8 n;
  guint8 n_particles;
  guint8 generation;
  char *folded; /* tokens point into it */
} BlNameQuery;

typedef struct BlNameIndex BlNameIndex;

/* Starts a thread that builds it from the finished base, unless one has been mapped. */
void bl_name_index_start (BlKnowledge *kb);

/* Waits for it. NULL for a base that did not load. */
const BlNameIndex *bl_name_index_get (const BlKnowledge *kb);
void bl_name_index_free (BlNameIndex *index);

/* name_index_build.c: what the thread does. Owned by the caller. */
BlNameIndex *bl_name_index_build (const BlKnowledge *kb);

void bl_name_query_init (BlNameQuery *query, const BlNameIndex *index, const char *spelling);

/* The same for a spelling as people type it: "Family, Given", other scripts (name_rank.c). */
void bl_name_query_read (BlNameQuery *query, const BlNameIndex *index, const char *spelling);
void bl_name_query_clear (BlNameQuery *query);

/* bl_name_sounds_similarity() of a word of the query and a token, at least BL_NAME_LEAST_ALIKE or 0; worked out once. */
double bl_name_query_alike (BlNameQuery *query, guint word, const BlNameToken *token);

/* What that is for a token of the vocabulary, when somebody knows. */
void bl_name_query_remember (BlNameQuery *query, guint word, guint32 token, double alike);

/* The numbers of the forms of one person: borrowed. */
const guint32 *bl_name_index_forms (const BlNameIndex *index, const BlPerson *person, guint *n);

/* The places in the base of the persons whom a form may mean, ascending: borrowed. */
const guint32 *bl_name_index_persons (const BlNameIndex *index, guint32 form, guint *n);
void bl_name_index_view (const BlNameIndex *index, guint32 form, BlNameFormView *view);

/* Adds to found (of guint32) the forms that may be near the query, in order, each once. name_candidates.c says which. */
void bl_name_index_candidates (const BlNameIndex *index, BlNameQuery *query, GArray *found);

gboolean bl_name_index_has_token (const BlNameIndex *index, const char *folded_token);
