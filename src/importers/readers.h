/* Private to src/importers: one reader a form. Each adds what it finds to the intake, names what it cannot read, and goes on. */
#pragma once

#include "importers/cursor.h"
#include "importers/forms.h"
#include "importers/intake.h"
#include "importers/source.h"

/* FollowTheMoney: one entity. text is a checked record. */
typedef struct BlFtmReader BlFtmReader;
BlFtmReader *bl_ftm_reader_new (BlIntake *intake);
void bl_ftm_reader_free (BlFtmReader *reader);
void bl_ftm_read (BlFtmReader *reader, BlCursor *cursor);

/* Wikidata: one entity, or an answer of the API that holds some. */
typedef struct BlWikidataReader BlWikidataReader;
BlWikidataReader *bl_wikidata_reader_new (BlIntake *intake, const BlImportForms *forms);
void bl_wikidata_reader_free (BlWikidataReader *reader);
void bl_wikidata_read (BlWikidataReader *reader, BlCursor *cursor);

/* Popolo: a whole document. text, for line numbers, is where the cursor begins. */
void bl_popolo_read (BlIntake *intake, char *text);

/* A table. FALSE when its first line names no usable columns. */
gboolean bl_table_read (BlIntake *intake, const BlImportForms *forms, const char *text, gsize length, GError **error);
