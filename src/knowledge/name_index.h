/* Private to src/knowledge: all names of persons as tokens, and which tokens sound like a given one.
 *
 * Every distinct folded token stands once in the vocabulary, with its transliteration class and its weight (IDF over persons).
 * Tokens are found by their consonant skeleton and by the skeleton with one consonant left out, on both sides: so one wrong,
 * missing or added consonant and any vowels still meet. The skeleton finds candidates and never decides.
 * Built by a thread of its own while the program goes on, as only names that are not known need it; immutable then. About 20
 * bytes a key, 6 keys a token. */
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

typedef struct
{
  const char *text; /* folded */
  const char *name_class;
  BlNameSounds sounds; /* of the class, as many as it has letters */
  guint8 length;
  guint8 kind; /* BlTokenKind */
  float weight;
  const BlGivenGroups *given; /* NULL: no given name */
  gpointer class_count;       /* of the vocabulary, while it is built */
  guint n_forms;              /* forms that contain it: forms[first_form …] of the index */
  guint first_form;
} BlNameToken;

typedef enum
{
  BL_GENERATION_NONE,
  BL_GENERATION_JUNIOR,
  BL_GENERATION_SENIOR,
} BlGeneration;

/* One way to write a person's name. */
typedef struct
{
  const BlPerson *person;
  const BlNameToken *const *tokens;
  guint8 n;
  guint8 generation;   /* BlGeneration */
  guint16 family;      /* bit i: tokens[i] belongs to the family name */
  gboolean is_family;  /* the family name alone */
  guint32 joined_next; /* index + 1 of another form with the same letters; 0: none */
} BlNameForm;

/* How alike a word of a query and a token of the vocabulary are. */
typedef struct
{
  const BlNameToken *token; /* NULL: free */
  guint word;
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

/* Starts a thread that builds it from the finished base. */
void bl_name_index_start (BlKnowledge *kb);

/* Waits for it. NULL for a base that did not load. */
const BlNameIndex *bl_name_index_get (const BlKnowledge *kb);
void bl_name_index_free (BlNameIndex *index);

void bl_name_query_init (BlNameQuery *query, const BlNameIndex *index, const char *spelling);

/* The same for a spelling as people type it: "Family, Given", other scripts (name_rank.c). */
void bl_name_query_read (BlNameQuery *query, const BlNameIndex *index, const char *spelling);
void bl_name_query_clear (BlNameQuery *query);

/* bl_name_sounds_similarity() of a word of the query and a token, at least BL_NAME_LEAST_ALIKE or 0; worked out once. */
double bl_name_query_alike (BlNameQuery *query, guint word, const BlNameToken *token);

/* The forms of one person: borrowed. */
const BlNameForm *bl_name_index_forms (const BlNameIndex *index, const BlPerson *person, guint *n);

/* Adds to found (of const BlNameForm *) the forms that have tokens near the query's; each once, those of one person together. */
void bl_name_index_candidates (const BlNameIndex *index, BlNameQuery *query, GPtrArray *found);

gboolean bl_name_index_has_token (const BlNameIndex *index, const char *folded_token);
