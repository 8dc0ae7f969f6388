/* The knowledge base: who holds which office on which day, what states and organisations are called, who belongs to what.
 *
 * Read from rules/knowledge and the files a user adds (form: rules/knowledge/README.md); a later folder wins over an earlier one,
 * entry by entry. A start that finds them as they were maps what was kept of them (image.h). Immutable once loaded; lookups are thread-safe. All pointers returned are borrowed from the base. */
#pragma once

#include "base/base.h"

#define BL_KNOWLEDGE_ERROR (bl_knowledge_error_quark ())
GQuark bl_knowledge_error_quark (void);

typedef enum
{
  BL_KNOWLEDGE_ERROR_SCHEMA, /* a file is not of the form; the message is FILE:LINE:COLUMN: … */
  BL_KNOWLEDGE_ERROR_LINK,   /* an entry names another that does not exist */
} BlKnowledgeErrorCode;

typedef struct BlKnowledge BlKnowledge;

/* Where a fact stands and whom it cites. */
typedef struct
{
  const char *file;   /* "rules/knowledge/persons-uk.json": as given to the loader, shortened to end at its folder name */
  const char *entry;  /* the entry's id */
  const char *source; /* the reference */
  gboolean low_confidence;
} BlReference;

typedef struct
{
  const char *role; /* role id */
  BlDateRange when;
  gboolean open; /* no end is known: after when.last nothing is known */
  BlReference reference;
} BlAbsentOffice;

typedef struct
{
  const char *id; /* "gb" */
  const char *name;
  const char *const *names; /* NULL-terminated, without name */
  const char *const *demonyms;
  const char *const *metonyms;
  const char *capital; /* or NULL */
  const BlAbsentOffice *absent;
  guint n_absent;
  BlReference reference;
} BlCountry;

typedef struct
{
  const BlCountry *country;
  BlDateRange when;
  gboolean open;    /* no end is known: after when.last nothing is known */
  const char *seat; /* "permanent", "elected" or NULL */
  BlReference reference;
} BlMembership;

typedef struct
{
  const char *id; /* "nato" */
  const char *name;
  const char *const *names;
  const char *kind;         /* alliance, union, body, committee, party, media, … */
  const BlCountry *country; /* or NULL */
  BlDate founded;
  const BlMembership *members;
  guint n_members;
  BlReference reference;
} BlOrganisation;

typedef struct
{
  const char *id; /* "prime-minister" */
  const char *const *labels;
  guint seats;                 /* how many hold it at once; 0: any number */
  gboolean national;           /* states have it, and companies or clubs hardly ever */
  gboolean courtesy;           /* kept before the name of one who has left: "Governor Palin" */
  const char *const *excludes; /* roles that nobody holds at the same time; see bl_role_excludes() */
} BlRole;

typedef struct
{
  const char *id;                     /* "gb/deputy-prime-minister" */
  const char *jurisdiction;           /* "gb", "nato" */
  const BlCountry *country;           /* of the jurisdiction, or NULL */
  const BlOrganisation *organisation; /* or NULL */
  const BlRole *role;                 /* never NULL */
  const char *const *labels;          /* particular to this office; may be empty */
  guint seats;
} BlOffice;

typedef struct BlPerson BlPerson;

typedef struct
{
  const BlPerson *person;
  const BlOffice *office;
  BlDate from, to;  /* as written */
  BlDateRange when; /* an open end is filled up to as_of; see open. An unknown start is G_MININT32 */
  gboolean open;    /* no end is known: after when.last nothing is known */
  gboolean acting;
  gint32 known_until; /* as_of of the term's file: what came later is unknown; 0 when the file does not say */
  BlReference reference;
} BlTerm;

struct BlPerson
{
  const char *id; /* "dominic-raab" */
  const char *name;
  const char *const *aliases;
  const char *native;       /* or NULL: name in its own, non-Latin script; then several Latin spellings are in use */
  const char *family;       /* family name inside name, "Raab", "von der Leyen", "Xi" */
  char gender;              /* 'm', 'f', 'x', 0 unknown */
  const BlCountry *country; /* or NULL */
  BlDate born, died;
  const BlTerm *const *terms; /* by start */
  guint n_terms;
  BlReference reference;
};

typedef struct
{
  const char *id;
  const char *const *names;
  BlDate signed_on;
  const char *place; /* of signing, or NULL */
  const BlCountry *const *parties;
  guint n_parties;
  const BlOrganisation *const *organisations; /* parties that are no states */
  guint n_organisations;
  BlReference reference;
} BlTreaty;

typedef struct
{
  const char *subject; /* "country/ee", "unit/company", "org/nato" */
  const char *attribute;
  double low, high;
  const char *unit;
  BlDateRange when;
  gboolean open; /* no end is known: after when.last nothing is known */
  BlReference reference;
} BlFact;

/* Loads every *.json of the folders (or single files), in this order. Beside a folder, its sibling lexicon/given-names.json is
 * read too when there is one. All errors of all files are reported at once, as problems; returns NULL and an error naming the
 * first when there was any. problems may be NULL. */
BlKnowledge *bl_knowledge_load (const char *const *paths, BlProblems *problems, GError **error);

/* The same by way of a cache folder: when these files were read before and are as they were, the base is mapped as it was kept, which takes
 * no time and shares its memory with other runs; else it is kept for the next run. Answers and problems are the same either way.
 * cache is a folder that only the user may write to; NULL: none. *remark (may be NULL) becomes a line that says why nothing was read from
 * the cache or kept, when there was something wrong with it, or NULL; the caller's. */
BlKnowledge *bl_knowledge_open (const char *const *paths, const char *cache, BlProblems *problems, char **remark,
                                GError **error);
void bl_knowledge_free (BlKnowledge *kb);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlKnowledge, bl_knowledge_free)

/* --- by id ------------------------------------------------------------------------------------------------------ */
const BlCountry *bl_knowledge_country (const BlKnowledge *kb, const char *id);
const BlOrganisation *bl_knowledge_organisation (const BlKnowledge *kb, const char *id);
const BlPerson *bl_knowledge_person (const BlKnowledge *kb, const char *id);
const BlRole *bl_knowledge_role (const BlKnowledge *kb, const char *id);
/* An office that somebody holds or that offices.json describes; NULL otherwise. */
const BlOffice *bl_knowledge_office (const BlKnowledge *kb, const char *id);
const BlTreaty *bl_knowledge_treaty (const BlKnowledge *kb, const char *id);

/* All of a kind, in a fixed order: for building matchers. Views: read pdata and len, take no reference. */
const GPtrArray *bl_knowledge_countries (const BlKnowledge *kb);
const GPtrArray *bl_knowledge_organisations (const BlKnowledge *kb);
const GPtrArray *bl_knowledge_persons (const BlKnowledge *kb);
const GPtrArray *bl_knowledge_roles (const BlKnowledge *kb);
const GPtrArray *bl_knowledge_offices (const BlKnowledge *kb);
const GPtrArray *bl_knowledge_treaties (const BlKnowledge *kb);

/* --- by surface ------------------------------------------------------------------------------------------------- */
typedef enum
{
  BL_SURFACE_COUNTRY,      /* a name of a state: entity is BlCountry */
  BL_SURFACE_DEMONYM,      /* "British", "Briton": BlCountry */
  BL_SURFACE_CAPITAL,      /* "London": BlCountry (a place, and a metonym of the government) */
  BL_SURFACE_METONYM,      /* "Downing Street", "the Kremlin": BlCountry */
  BL_SURFACE_ORGANISATION, /* BlOrganisation */
  BL_SURFACE_ROLE,         /* "prime minister": BlRole */
  BL_SURFACE_OFFICE,       /* "home secretary": BlOffice */
  BL_SURFACE_TREATY,       /* BlTreaty */
} BlSurfaceKind;

typedef struct
{
  BlSurfaceKind kind;
  const void *entity;
  gboolean ambiguous;  /* the surface has other readings too ("Georgia", "Jordan"): needs a second signal */
  const char *written; /* as the base writes it: "US" and "WHO" are no pronouns, and their case says so */
} BlSurface;

/* Longest known surface that starts at tokens[0]: tokens are bl_fold_letters()-like lower-case words (the caller folds). "U.S." may
 * come as "us" or as "u", "s"; a leading "the" is not part of any surface. Whether "us" or "who" is a pronoun the caller sees by
 * the case of the text and of written. Returns how many tokens it takes, 0 for none, and up to max readings in found: states
 * first, then organisations, roles, offices, treaties. Costs one table probe a token. Persons are not in here. */
guint bl_knowledge_match_surface (const BlKnowledge *kb, const char *const *tokens, guint n_tokens, BlSurface *found, guint max,
                                  guint *n_found);

/* Persons known by exactly this folded form (name, alias, or either with folded spelling): borrowed array of const BlPerson *,
 * NULL when none. key is bl_fold_letters() of the surface. A view: read pdata and len, take no reference. */
const GPtrArray *bl_knowledge_persons_named (const BlKnowledge *kb, const char *folded_name);

/* Persons whose family name folds to this single- or multi-word key ("assad" finds "al-Assad" too); a view as above. */
const GPtrArray *bl_knowledge_persons_by_family (const BlKnowledge *kb, const char *folded_family);

/* Persons whose family name has this bl_name_class(), so is the same in other letters; a view as above. */
const GPtrArray *bl_knowledge_persons_by_family_class (const BlKnowledge *kb, const char *name_class);

typedef struct
{
  const char *word; /* folded */
  gboolean alone;   /* somebody has no other name */
  guint men;        /* whose main name it begins */
  guint women;
} BlNameBeginning;

/* The words that names and aliases of persons begin with, each once, in a fixed order. */
const BlNameBeginning *bl_knowledge_name_beginnings (const BlKnowledge *kb, guint *n);

/* What the base names beside persons. */
enum
{
  BL_BEGINS_ENTITY = 1 << 0, /* a state, an organisation or a treaty */
  BL_BEGINS_OFFICE = 1 << 1, /* a role or an office */
};

typedef struct
{
  const char *word; /* folded */
  guint begins;     /* BL_BEGINS_* that it is the first word of some name of */
  guint alone;      /* of those, what it names by itself */
} BlFirstWord;

/* The words that such names begin with, each once, in a fixed order. A "the" in front does not count; of "U.S." both "u" and "us" do. */
const BlFirstWord *bl_knowledge_first_words (const BlKnowledge *kb, guint *n);

/* 'm' or 'f' for a given name whose bearers in the base, two at least, agree; else 0. */
char bl_knowledge_gender_of_given_name (const BlKnowledge *kb, const char *folded_name);

/* --- offices by date -------------------------------------------------------------------------------------------- */
/* Terms of an office that may include a day of when (all terms for an unknown when), by start; the array is the caller's
 * (g_ptr_array_unref), its elements const BlTerm *. */
GPtrArray *bl_knowledge_terms_of_office (const BlKnowledge *kb, const BlOffice *office, BlDateRange when);

typedef enum
{
  BL_HELD_NEVER,   /* the base knows this office's holders at that time, and this person never held it */
  BL_HELD_NOW,     /* held it on that day */
  BL_HELD_BEFORE,  /* held it earlier, not on that day */
  BL_HELD_AFTER,   /* holds it later, not yet on that day */
  BL_HELD_UNKNOWN, /* the date, or the office's holders on that day, are unknown: no check is possible */
} BlHeld;

/* Did person hold office on the days of when? *term (may be NULL) gets the term that decides it, or the nearest one. Days within
 * 7 of an end count as held (hand-overs are reported a little early and late). */
BlHeld bl_knowledge_held (const BlKnowledge *kb, const BlPerson *person, const BlOffice *office, BlDateRange when,
                          const BlTerm **term);

/* TRUE when the state certainly has no such office on these days; *absent gets the entry. */
gboolean bl_knowledge_office_is_absent (const BlKnowledge *kb, const BlCountry *country, const BlRole *role, BlDateRange when,
                                        const BlAbsentOffice **absent);

/* TRUE when nobody holds both roles at the same time, whatever the jurisdiction: either of them names the other in "excludes". Of
 * a role and itself: nobody holds it in two states at once. */
gboolean bl_role_excludes (const BlRole *a, const BlRole *b);

/* The office JURISDICTION/ROLE when the base has it. jurisdiction is a country or organisation id. */
const BlOffice *bl_knowledge_office_of (const BlKnowledge *kb, const char *jurisdiction, const BlRole *role);

/* Member on all days of when? -1 unknown (no dates of that organisation), 0 no, 1 yes. *membership may be NULL. */
int bl_knowledge_is_member (const BlKnowledge *kb, const BlOrganisation *organisation, const BlCountry *country,
                            BlDateRange when, const BlMembership **membership);

/* Facts about a subject and attribute that overlap when; caller's array of const BlFact *. */
GPtrArray *bl_knowledge_facts (const BlKnowledge *kb, const char *subject, const char *attribute, BlDateRange when);

/* Counts for `belie kb stats` and the report: persons, terms, offices, countries, organisations, treaties, facts. */
guint bl_knowledge_n_terms (const BlKnowledge *kb);
guint bl_knowledge_n_facts (const BlKnowledge *kb);

/* Terms in offices of the organisation. */
guint bl_knowledge_n_terms_in (const BlKnowledge *kb, const BlOrganisation *organisation);

/* What entries say of each other that cannot be, for `belie kb check`: two holders of a one-seat office for more than 31 days, terms that
 * end before they start, start before the age of 18, after death or long after as_of, one person in two offices that exclude each other,
 * holders of an office that the state does not have, a name that two persons share, a family name that is in none, no gender. What an entry
 * accepts ("accepted") is kept back. Adds a note for each, and returns their number. */
guint bl_knowledge_check (const BlKnowledge *kb, BlProblems *problems);

/* SHA-256 (hex) over the bytes of all files, in order; stable for equal files. */
const char *bl_knowledge_hash (const BlKnowledge *kb);
