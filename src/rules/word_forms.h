/* Private to src/rules: the forms of "~word", once for each word that a phrase names. Complete when the packs are read; phrases that are read
 * again find theirs. */
#pragma once

#include "text/inflect.h"

typedef struct
{
  BlArena *arena;             /* of words and forms */
  BlInflections *inflections; /* NULL when the packs are read */
  GHashTable *table;          /* word → its forms, as below */
} BlWordForms;

/* Forms in the arena. */
BlWordForms *bl_word_forms_new (BlArena *arena);
void bl_word_forms_free (BlWordForms *forms);

/* Nothing will be asked for that was not before. */
void bl_word_forms_finish (BlWordForms *forms);

/* Interned, NULL-terminated, as bl_inflect() gives them. Thread-safe once finished. */
const char *const *bl_word_forms_get (BlWordForms *forms, const char *word);
