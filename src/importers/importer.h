/* The public face of src/importers: bases of other projects become knowledge files.
 *
 * FollowTheMoney as JSON Lines, entities of Wikidata, Popolo and tables, compressed by gzip or not, of any size where the form has
 * lines. A record that cannot be read is named ("FILE:LINE: what") and left out; what comes out loads with `--kb FILE`. */
#pragma once

#include "base/base.h"
#include "knowledge/knowledge.h"

#include <gio/gio.h>

typedef enum
{
  BL_IMPORT_ANY, /* told by the content */
  BL_IMPORT_FTM,
  BL_IMPORT_WIKIDATA,
  BL_IMPORT_POPOLO,
  BL_IMPORT_CSV,
  BL_N_IMPORT_FORMS
} BlImportForm;

/* Their names on the command line, by BlImportForm and NULL-terminated; of BL_IMPORT_ANY "auto". */
extern const char *const bl_import_form_names[];

typedef struct
{
  BlImportForm form;
  const char *country; /* the state of offices for which the source names none: "ua"; or NULL */
  BlDate as_of;        /* to which day open ends hold; unknown: as the source says */
} BlImportOptions;

typedef struct
{
  guint64 persons;
  guint64 joined; /* of them, those that the base has too */
  guint64 terms;
  guint64 doubtful; /* terms of low confidence */
  guint64 offices;
  guint64 mapped; /* offices whose role the base describes */
  guint64 by_id;  /* offices of the source without a label */
  guint64 roles;  /* described in the output */
  char as_of[BL_DATE_BYTES];
} BlImportCounts;

typedef struct BlImport BlImport;

/* lexicon: path of import.json. Both must outlive the import. */
BlImport *bl_import_new (const BlKnowledge *kb, const char *lexicon, BlProblems *problems, GError **error);
void bl_import_free (BlImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlImport, bl_import_free)

/* Reads one file ("-": standard input) and adds what it holds. An error when nothing of it can be used: it cannot be opened, or is of no
 * known form. */
gboolean bl_import_read (BlImport *import, const char *path, const BlImportOptions *options, GError **error);

/* Writes the knowledge file, one entry a line. Once, after all files are read. */
gboolean bl_import_write (BlImport *import, GOutputStream *out, const BlImportOptions *options, BlImportCounts *counts,
                          GError **error);

/* What was left out, "terms whose holder is not in the files: 3" …, a line each; "" for nothing. Owned by the caller. */
char *bl_import_left_out (const BlImport *import);
