/* Private to src/importers: which of a person's many spellings is shown, which is native, which are aliases.
 *
 * Lists of sanctions and of parliaments give "OSETROVA, Maria", "Maria Osetrova", "Осетрова Мария" and twenty more. A name is tidied
 * (family name first and a comma, capitals throughout); the first in Latin letters is shown, the first in others is native. Of spellings
 * with the same words in any order, one is kept. */
#pragma once

#include "importers/intake.h"

typedef struct BlPersonNames
{
  const char *shown;  /* NULL: there is no name */
  const char *native; /* or NULL */
  const char *family; /* or NULL: the last word of shown, or unknown */
  GPtrArray *aliases; /* const char * */
  /* private */
  GPtrArray *texts; /* owned: tidied names */
  GPtrArray *keys;  /* owned: their words, folded and sorted */
  struct BlLatinizer *latinizer;
} BlPersonNames;

BlPersonNames *bl_person_names_new (void);
void bl_person_names_free (BlPersonNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPersonNames, bl_person_names_free)

/* What is found lives until the next call. O(n²) for n spellings, n being at most BL_LIMIT_IMPORT_ALIASES. */
void bl_person_names_choose (BlPersonNames *names, const BlPersonDraft *draft);

/* TRUE when family stands as whole words at the begin or end of name, and is not just its last word: the loader would not find it. */
gboolean bl_is_family_within (const char *family, const char *name);
