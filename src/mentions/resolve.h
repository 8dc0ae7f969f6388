/* The state of resolving an article's names, and its steps. Private to src/mentions. */
#pragma once

#include "mentions/candidates.h"

typedef struct
{
  BlScan *scan;
  GHashTable *families; /* folded family name → GPtrArray of BlDraft: names in full of this article */
  GHashTable *givens;   /* folded given name → BlDraft of the one who bears it in full here; NULL for several */
  GHashTable *evident;  /* folded name → BlDraft: where it was shown to be somebody unknown, or a misspelling */
} BlResolver;

/* Something shows that it is a person's name at all. */
gboolean bl_name_is_evident (const BlScan *scan, const BlDraft *name);

/* A single word that is an ordinary one too. */
gboolean bl_name_is_plain_word (const BlScan *scan, const BlDraft *name);

void bl_settle (BlScan *scan, BlDraft *name, const BlPerson *person, BlHow how, double score);
void bl_settle_unknown (BlScan *scan, BlDraft *name, gboolean ambiguous);
void bl_settle_part (BlScan *scan, BlDraft *name, const BlDraft *whole);

/* The steps; each settles the name or leaves it open. */
void bl_resolve_surname (BlResolver *resolver, BlDraft *name);  /* surnames.c */
void bl_resolve_misspelt (BlResolver *resolver, BlDraft *name); /* misspelt.c */
