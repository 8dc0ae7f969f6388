/* Private to src/knowledge: reading entries. Every complaint is collected with its place, none ends the reading: a person who
 * writes knowledge sees all errors at once. */
#pragma once

#include "knowledge/tables.h"

struct BlKbReader
{
  BlReader base; /* its json is that of file */
  BlKnowledge *kb;
  const BlKbFile *file; /* the one being read */
  GHashTable *slugs;    /* slug of a label (owned) → const BlRole *, the first that has it; NULL until a table asks */
};

/* The reader of base, for the file that is being read: links are complained of after all files. */
static inline BlReader *
bl_kb_base (BlKbReader *reader)
{
  reader->base.json = reader->file->json;
  return &reader->base;
}

/* Says what is wrong at item. */
void bl_kb_fail (BlKbReader *reader, BlKnowledgeErrorCode code, const cJSON *item, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* As bl_kb_fail() for an id that no entry of the table (or, when other is not NULL, of the other) has: names the nearest. */
void bl_kb_fail_link (BlKbReader *reader, BlKbOrigin origin, const char *id, const BlKbTable *table, const BlKbTable *other);

/* What bl_reader_… says of fields, texts, numbers and truths. */
static inline gboolean
bl_kb_fields (BlKbReader *reader, const cJSON *item, const char *const *known, const cJSON **fields)
{
  return bl_reader_fields (bl_kb_base (reader), item, known, fields);
}

static inline const char *
bl_kb_text (BlKbReader *reader, const cJSON *item)
{
  return bl_reader_text (bl_kb_base (reader), item);
}

static inline const char *
bl_kb_need_text (BlKbReader *reader, const cJSON *object, const cJSON *item, const char *key)
{
  return bl_reader_need_text (bl_kb_base (reader), object, item, key);
}

static inline const char *const *
bl_kb_texts (BlKbReader *reader, const cJSON *item)
{
  const char *const *texts = bl_reader_texts (bl_kb_base (reader), item);
  return texts[0] != NULL ? texts : reader->kb->no_texts;
}

static inline double
bl_kb_number (BlKbReader *reader, const cJSON *item)
{
  return bl_reader_number (bl_kb_base (reader), item);
}

static inline gboolean
bl_kb_truth (BlKbReader *reader, const cJSON *item)
{
  return bl_reader_truth (bl_kb_base (reader), item);
}

static inline guint
bl_kb_array (BlKbReader *reader, const cJSON *item)
{
  return bl_reader_array (bl_kb_base (reader), item);
}

static inline void
bl_kb_check_format (BlKbReader *reader, const cJSON *format)
{
  bl_reader_check_format (bl_kb_base (reader), format);
}

/* The member "id" of an entry; a complaint unless it is of the form bl_kb_is_id() wants. */
const char *bl_kb_need_id (BlKbReader *reader, const cJSON *object, const cJSON *item);

/* Runs of small letters and digits with one "-" between two. */
gboolean bl_kb_is_id (const char *text);

/* The same for persons, whose ids may be those of other bases ("Q695"): capitals too. */
const char *bl_kb_need_person_id (BlKbReader *reader, const cJSON *object, const cJSON *item);
gboolean bl_kb_is_person_id (const char *text);

BlDate bl_kb_date (BlKbReader *reader, const cJSON *item);

/* The days from … to of object, either of which may be missing. A missing end is as_of, and *open says so. */
BlDateRange bl_kb_range (BlKbReader *reader, const cJSON *object, const cJSON *from, const cJSON *to, gboolean *open);
BlDateRange bl_kb_range_of (BlKbReader *reader, const cJSON *object, BlDate from, BlDate to);

BlReference bl_kb_reference (BlKbReader *reader, const char *entry, const cJSON *source, const cJSON *confidence);

/* Registers an entry under its id; a repetition inside one layer is a complaint. */
void bl_kb_add (BlKbReader *reader, BlKbTable *table, const char *id, gpointer entry, const cJSON *item);

/* One entry of each list of a knowledge file. */
void bl_kb_read_country (BlKbReader *reader, const cJSON *item);
void bl_kb_read_organisation (BlKbReader *reader, const cJSON *item);
void bl_kb_read_role (BlKbReader *reader, const cJSON *item);
void bl_kb_read_office (BlKbReader *reader, const cJSON *item);
void bl_kb_read_person (BlKbReader *reader, const cJSON *item);
void bl_kb_read_treaty (BlKbReader *reader, const cJSON *item);
void bl_kb_read_fact (BlKbReader *reader, const cJSON *item);

/* rules/lexicon/given-names.json. */
void bl_kb_read_name_model (BlKbReader *reader, const cJSON *root); /* name-model.json */
void bl_kb_read_name_costs (BlKbReader *reader, const cJSON *root); /* name-costs.json */
void bl_kb_read_given_names (BlKbReader *reader, const cJSON *root);
