/* Private to src/knowledge: what stands behind a BlKnowledge.
 *
 * Ownership: entries, their strings and vectors, and folded names live in the arena. While a base is loaded its tables and maps grow on the
 * heap; bl_kb_freeze_…() moves them into the arena too, where nothing changes any more: so the arena of a frozen base is all of it, and can
 * be kept as an image (image.h). JSON trees are needed only until ids are linked. Public structs are the first members of the
 * private ones, so a pointer to one is a pointer to the other. */
#pragma once

#include "base/string_map.h"
#include "knowledge/given_names.h"
#include "knowledge/knowledge.h"
#include "knowledge/name_model.h"
#include "knowledge/surface.h"

/* A list of persons that callers read as a GPtrArray, of which it is only the public head: pdata and len. Lives in the arena; most
 * lists have one element, for which nothing more is allocated. */
typedef struct
{
  GPtrArray array;
  gpointer first;
  guint capacity;
} BlPersonList;

/* A file, or a slice of a large one. */
typedef struct
{
  BlJson *json;       /* NULL once all is linked */
  const char *path;   /* as a problem names it */
  const char *shown;  /* as a reference names it */
  const char *source; /* default reference, or NULL */
  gint32 known_until; /* last day of as_of; 0: not given */
  guint layer;        /* index of the path it came from; a later one wins */
  gboolean is_table;  /* CSV: its offices may have roles that nobody described */
} BlKbFile;

/* Where an entry was read, for links and complaints. */
typedef struct
{
  const BlKbFile *file;
  guint item; /* its number in the JSON of the file */
  guint line;
  guint column;
} BlKbOrigin;

/* All entries of a kind in the order of loading; one that replaces another takes its place. Of the arrays of a frozen table there is only
 * the public head: they are read and never ref'ed or changed. */
typedef struct
{
  const char *kind; /* "country", for messages */
  BlStringMap ids;  /* index + 1 */
  GPtrArray *all;   /* of the public struct */
  GArray *origins;  /* of BlKbOrigin, beside all */
} BlKbTable;

typedef struct
{
  BlCountry country;
  const char *const *ambiguous; /* those of its names that mean others too, as written */
  BlAbsentOffice *absent;       /* = country.absent */
} BlKbCountry;

typedef struct
{
  BlOrganisation organisation;
  const char *const *ambiguous;
  const char *country_id;  /* ids are NULL once they are linked, here and below */
  BlMembership *members;   /* = organisation.members */
  const char **member_ids; /* beside members */
  gint32 known_until;
  guint n_terms; /* in its offices */
} BlKbOrganisation;

typedef struct
{
  BlRole role;
  BlReference reference;
} BlKbRole;

typedef struct
{
  BlOffice office;
  const char *role_id;  /* NULL for offices that terms imply */
  const BlTerm **terms; /* by start */
  guint n_terms;
} BlKbOffice;

typedef struct
{
  BlPerson person;
  guint place;    /* in the table of persons */
  guint accepted; /* bits of BlKbDoubt: what is true of the person all the same */
  const char *country_id;
  BlTerm *terms;           /* as written; person.terms points into it */
  const char **office_ids; /* beside terms */
} BlKbPerson;

typedef struct
{
  BlTreaty treaty;
  const BlCountry **parties;            /* = treaty.parties */
  const BlOrganisation **organisations; /* = treaty.organisations */
  const char **party_ids;
} BlKbTreaty;

struct BlKnowledge
{
  BlArena *arena;   /* NULL for a base of an image */
  gpointer image;   /* the mapped file of a base of an image, or NULL */
  gsize image_size; /* its length */
  GPtrArray *files; /* of BlKbFile, in order of loading; NULL once all is linked */
  BlKbTable countries;
  BlKbTable organisations;
  BlKbTable roles;
  BlKbTable offices;
  BlKbTable persons;
  BlKbTable treaties;
  BlKbTable facts;
  GPtrArray *facts_sorted;      /* by subject, attribute, start */
  BlStringMap named;            /* folded name: BlPersonList */
  BlStringMap families;         /* folded family name: BlPersonList */
  BlStringMap family_classes;   /* bl_name_class() of a family name: BlPersonList */
  GArray *first_words;          /* of BlFirstWord */
  GArray *beginnings;           /* of BlNameBeginning */
  BlStringMap beginning_places; /* their words: index + 1 */
  BlSurfaceTrie surfaces;
  BlGivenNames given_names;
  BlNameModel name_model;
  BlNameCosts name_costs;
  guint n_terms;
  GThread *indexer;          /* builds name_index while the caller goes on; joined by whoever asks first */
  gsize indexed;             /* for g_once_init_enter */
  BlNameIndex *name_index;   /* see bl_name_index_get() */
  gconstpointer name_blocks; /* of an image: BL_N_NAME_BLOCKS times BlNameBlock, for name_index; else NULL */
  GPtrArray *bytes;          /* GBytes * of all files, in order, for the hash */
  gsize hashed;              /* for g_once_init_enter */
  char *hash;
  const char *const *no_texts; /* the empty list, in the arena */
  gboolean tables_frozen;
  gboolean indexes_frozen;
};

/* Takes the arena. */
BlKnowledge *bl_kb_new (BlArena *arena);

/* Moves into the arena what grew on the heap: once all is linked, and once names are indexed. */
void bl_kb_freeze_tables (BlKnowledge *kb);
void bl_kb_freeze_indexes (BlKnowledge *kb);

/* The same for one array: its head and elements, in the arena. */
GArray *bl_kb_freeze_array (GArray *array, BlArena *arena);

void bl_kb_table_init (BlKbTable *table, const char *kind);
void bl_kb_table_clear (BlKbTable *table);
gpointer bl_kb_table_get (const BlKbTable *table, const char *id);

/* Adds entry, or puts it in the place of one of a lower layer. FALSE, and *other is the origin of the one that is there, when
 * the same layer has the id already. */
gboolean bl_kb_table_add (BlKbTable *table, const char *id, gpointer entry, BlKbOrigin origin, BlKbOrigin *other);

/* A text as bl_fold_letters() folds it, in the arena. */
typedef struct
{
  const char *text;
  gsize length;
} BlKbFolded;

/* ASCII goes a short way. */
BlKbFolded bl_kb_fold (BlKnowledge *kb, const char *text);

/* The short way: fills out, and returns the length, or -1 when text is not ASCII or needs more than room. No NUL is written. */
gssize bl_kb_fold_ascii (const char *text, char *out, gsize room);

/* "j d vance" → "jd vance"; text is NULL when there are no single letters side by side. */
BlKbFolded bl_kb_join_initials (BlKnowledge *kb, BlKbFolded folded);

/* Adds person to the list of key; once. */
void bl_person_list_add (BlStringMap *map, BlArena *arena, BlKbFolded key, const BlPerson *person);

/* Puts terms in order of their start. */
void bl_sort_terms (const BlTerm **terms, guint n);

/* The steps of loading after the files are read. link.c: ids become pointers; persons.c: names become keys. */
typedef struct BlKbReader BlKbReader;
void bl_kb_link (BlKbReader *reader);
void bl_kb_index_persons (BlKnowledge *kb);
void bl_kb_index_name_words (BlKnowledge *kb);  /* name_words.c */
void bl_kb_index_first_words (BlKnowledge *kb); /* first_words.c */
