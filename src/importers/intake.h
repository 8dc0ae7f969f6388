/* Private to src/importers: what the readers of all forms put together: persons, offices as their sources call them, who held which.
 *
 * Links go by id and come in any order, so nothing is resolved before all is read. A person is written to a temporary file at once, as the
 * JSON of a knowledge file, and read back when the terms are known: what stays in memory is some 100 bytes for an id. */
#pragma once

#include "base/base.h"
#include "base/string_map.h"
#include "knowledge/knowledge.h"

#include <stdio.h>

typedef guint32 BlImportId; /* index into ids; 0 is none */

enum
{
  BL_POST_COUNTRIES = 4 /* more states than that have no office in common */
};

/* How a term ends when no date says it. */
typedef enum
{
  BL_END_OPEN,    /* no end is told */
  BL_END_CURRENT, /* told to go on */
  BL_END_PAST,    /* told to be over */
} BlTermEnd;

typedef struct
{
  const char *text;
  guint32 person; /* index into persons + 1; 0: none */
  guint32 post;
  guint32 item;
} BlImportName;

typedef struct
{
  BlImportId id;
  BlImportId country;    /* a code, a name, an item */
  BlImportId family;     /* an item whose label may be the family name */
  guint32 length;        /* of its record in the spool */
  guint32 surely_known;  /* known is this person, by the day of birth */
  const BlPerson *known; /* who of the base it may be; or NULL */
} BlImportPerson;

/* An office as its source has it. */
typedef struct
{
  BlImportId id;
  BlImportId item; /* Wikidata: who has the labels and states when the post has none */
  BlImportId of;   /* Wikidata: “of”, “applies to jurisdiction” of the statement */
  BlImportId countries[BL_POST_COUNTRIES];
  const char *labels; /* with line feeds between; or NULL */
} BlImportPost;

/* Wikidata: a label, and for states their code. */
typedef struct
{
  const char *label; /* or NULL */
  BlImportId countries[BL_POST_COUNTRIES];
  BlImportId code; /* ISO 3166-1 alpha-2 */
} BlImportItem;

typedef struct
{
  guint32 person; /* index into persons, once linked */
  BlImportId holder;
  BlImportId post;
  BlDate from;
  BlDate to;
  guint8 end; /* BlTermEnd */
  guint8 acting;
  guint8 doubtful; /* written with low confidence */
} BlImportTerm;

/* Why something is left out; with words for the closing count. */
typedef enum
{
  BL_LEFT_UNREADABLE, /* a record that is no JSON, or not of the form */
  BL_LEFT_NO_NAME,    /* a person without a name */
  BL_LEFT_TWICE,      /* an id that was there already */
  BL_LEFT_NO_HOLDER,  /* a term whose person is not in the file */
  BL_LEFT_NO_POST,    /* a term whose office is not in the file */
  BL_LEFT_NO_STATE,   /* a term of an office of which no known state or organisation can be told */
  BL_LEFT_DATES,      /* a term that ends before it starts, or starts after the data */
  BL_LEFT_PARTY,      /* a membership that is no office */
  BL_LEFT_KNOWN,      /* a person of the base, of whom the import tells nothing new; no loss */
  BL_LEFT_OTHER,      /* a record about something else: companies, addresses; no loss */
  BL_N_LEFT
} BlImportLeft;

typedef struct
{
  const BlKnowledge *kb;
  BlArena *arena;
  BlStringMap by_text; /* value: BlImportId */
  GArray *ids;         /* BlImportName; [0] is not used */
  GArray *persons;     /* BlImportPerson */
  GArray *posts;       /* BlImportPost */
  GArray *items;       /* BlImportItem */
  GArray *terms;       /* BlImportTerm */
  FILE *spool;         /* the persons' records, in order */
  GString *record;     /* the one being written */
  struct BlPersonNames *names;
  BlDate seen; /* the latest day on which the source says that it looked */
  guint64 left[BL_N_LEFT];
  guint n_named; /* problems that were added */
  BlProblems *problems;
  const char *file; /* being read */
  guint line;
  GError *error; /* of the spool */
} BlIntake;

/* kb: who is known already. */
BlIntake *bl_intake_new (const BlKnowledge *kb, BlProblems *problems, GError **error);
void bl_intake_free (BlIntake *intake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlIntake, bl_intake_free)

BlImportId bl_intake_id (BlIntake *intake, const char *text); /* NULL and "" give 0 */

static inline BlImportName *
bl_intake_name (const BlIntake *intake, BlImportId id)
{
  return &g_array_index (intake->ids, BlImportName, id);
}

/* What is known of one person; texts are borrowed for the call. */
typedef struct
{
  const char *id;
  const char *caption; /* how the source shows it; or NULL */
  const char *native;  /* in its own script, when the source says which; or NULL */
  GPtrArray *names;    /* const char *, the best first */
  GPtrArray *families; /* const char * */
  BlImportId family;   /* see BlImportPerson */
  BlImportId country;
  char gender; /* m, f, x or 0 */
  BlDate born;
  BlDate died;
} BlPersonDraft;

/* Empties the lists of a draft, or makes them. */
void bl_person_draft_reset (BlPersonDraft *draft);
void bl_person_draft_clear (BlPersonDraft *draft);

/* FALSE when it was left out, and counted: it has no name, or (unless again is allowed) its id was there already. */
gboolean bl_intake_person (BlIntake *intake, const BlPersonDraft *draft, gboolean may_repeat);

/* The post of this id, a new one when it was not there; valid until the next call. */
BlImportPost *bl_intake_post (BlIntake *intake, BlImportId id);
BlImportItem *bl_intake_item (BlIntake *intake, BlImportId id);

/* Adds a label, or a state; repetitions and what has no room are left out. */
void bl_post_add_label (BlIntake *intake, BlImportPost *post, const char *label);
void bl_countries_add (BlImportId *countries, BlImportId country);

void bl_intake_term (BlIntake *intake, BlImportTerm term);

/* The source says that it was looked at on this day. */
void bl_intake_seen (BlIntake *intake, const char *date);

/* Counts, and for what is a fault names it: "FILE:LINE: what". The run ends as partial. */
void bl_intake_left (BlIntake *intake, BlImportLeft why);
void bl_intake_fault (BlIntake *intake, BlImportLeft why, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The date when text is one of years 1000 to 2200; unknown otherwise. */
BlDate bl_import_date (const char *text);

/* 'm', 'f', 'x', or 0. */
char bl_import_gender (const char *text);
