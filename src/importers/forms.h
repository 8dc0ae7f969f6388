/* Private to src/importers: how other bases write states, offices and columns; rules/lexicon/import.json. Immutable once loaded. */
#pragma once

#include "base/base.h"
#include "base/string_map.h"

/* A parliament whose members hold a role: “member of the Verkhovna Rada”. */
typedef struct
{
  const char *country; /* NULL: of any state */
  const char *role;
  const char *speaker; /* the role of who presides over it; or NULL */
} BlImportParliament;

/* Columns of tables. */
typedef enum
{
  BL_COLUMN_PERSON, /* an id */
  BL_COLUMN_NAME,
  BL_COLUMN_OFFICE,
  BL_COLUMN_OFFICE_ID,
  BL_COLUMN_COUNTRY,
  BL_COLUMN_START,
  BL_COLUMN_END,
  BL_COLUMN_GENDER,
  BL_COLUMN_ALIASES,
  BL_COLUMN_NATIVE,
  BL_COLUMN_FAMILY,
  BL_COLUMN_BORN,
  BL_COLUMN_DIED,
  BL_N_COLUMNS
} BlImportColumn;

extern const char *const bl_import_column_names[];

typedef struct
{
  BlArena *arena;
  BlStringMap states;      /* an item of Wikidata: const char *, id of the state */
  BlStringMap languages;   /* a state: const char *, the language of its labels when that has letters of its own */
  BlStringMap offices;     /* a folded label: const char *, id of the office */
  BlStringMap spellings;   /* a word: const char *, its other spelling */
  BlStringMap portfolios;  /* folded “foreign affairs”: const BlImportPortfolio * */
  BlStringMap parliaments; /* folded name: GPtrArray of const BlImportParliament * */
  guint n_portfolios;
  GPtrArray *lists; /* the arrays in the maps */
  /* Folded phrases, the longest first. */
  GPtrArray *acting;    /* before an office that is held for a time */
  GPtrArray *skipped;   /* before an office, and saying nothing */
  GPtrArray *realms;    /* “republic of”, before the name of a state */
  GPtrArray *heads;     /* “minister of”, before a portfolio */
  BlStringMap heads_of; /* a state: GPtrArray of its own heads */
  GPtrArray *tails;     /* “minister”, behind one */
  GPtrArray *members;   /* “member of”, before a parliament */
  GPtrArray *speakers;
  GPtrArray *columns[BL_N_COLUMNS]; /* titles in small letters */
} BlImportForms;

typedef struct
{
  const char *role;
  guint rank; /* its place in the file: of two portfolios in one office, the first is meant */
} BlImportPortfolio;

BlImportForms *bl_import_forms_load (const char *path, GError **error);
void bl_import_forms_free (BlImportForms *forms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlImportForms, bl_import_forms_free)
