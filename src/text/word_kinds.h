/* Words of one kind, which exclude one another: a van is blue or white, an offence murder or manslaughter (rules/lexicon/kinds.json).
 *
 * Immutable once loaded; shared by threads. */
#pragma once

#include <glib.h>

typedef struct BlWordKinds BlWordKinds;

typedef enum
{
  BL_KINDS_UNRELATED, /* no kind has both */
  BL_KINDS_SAME,      /* two words of one kind that do not exclude one another: "lorry", "truck" */
  BL_KINDS_MIXED,     /* of one kind whose words usage mixes: "serious", "minor" */
  BL_KINDS_EXCLUDE,   /* of one kind: what is the one is not the other */
} BlKindRelation;

/* path: the file kinds.json. NULL with BL_JSON_ERROR. Owned by the caller. */
BlWordKinds *bl_word_kinds_load (const char *path, GError **error);
void bl_word_kinds_free (BlWordKinds *kinds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlWordKinds, bl_word_kinds_free)

/* How two words or phrases relate, both folded (bl_fold_letters); a plural counts as its singular. *kind (or NULL) gets the
 * name of the kind that has both, borrowed, else NULL. Where several kinds have both, the one that says least against
 * them decides ("father" and "mother" of two kinds exclude one another in both). O(length). */
BlKindRelation bl_word_kinds_relate (const BlWordKinds *kinds, const char *a, const char *b, const char **kind);

/* Whether any kind has the word. */
gboolean bl_word_kinds_has (const BlWordKinds *kinds, const char *word);
