/* Words of one kind, which exclude one another: a van is blue or white, an offence murder or manslaughter (rules/lexicon/kinds.json),
 * and opposites, which are kinds of two sides: what rises does not fall (rules/lexicon/opposites.json).
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

/* lexicon_dir: the folder with kinds.json, opposites.json and inflections.json. NULL with BL_JSON_ERROR. Owned by the caller. */
BlWordKinds *bl_word_kinds_load (const char *lexicon_dir, GError **error);
void bl_word_kinds_free (BlWordKinds *kinds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlWordKinds, bl_word_kinds_free)

/* How two words or phrases relate, both folded (bl_fold_letters); a plural counts as its singular. *kind (or NULL) gets the
 * name of the kind that has both, borrowed, else NULL. Where several kinds have both, the one that says most against
 * them decides: two Christians may be a Catholic and a Protestant. O(length). */
BlKindRelation bl_word_kinds_relate (const BlWordKinds *kinds, const char *a, const char *b, const char **kind);

/* Whether two words, both folded as before, are opposites: of the two sides of one entry of opposites.json. Unlike bl_word_kinds_relate()
 * also where the words alone do not decide ("up", "down"): the caller knows that all else is said of the same. */
gboolean bl_word_kinds_opposite (const BlWordKinds *kinds, const char *a, const char *b);

/* TRUE when the word, or phrase, is of some kind: only such relate to others. */
gboolean bl_word_kinds_has (const BlWordKinds *kinds, const char *word);

/* Whether a word of a kind has this stem (text/stem.h): a cheap question before words are looked at. */
gboolean bl_word_kinds_has_stem (const BlWordKinds *kinds, const char *stem);

/* Whether has, given data, is true of the stem of a word that says the same as this one: that stands beside it in one alternative of the
 * kind of this name; itself among them. Phrases are not asked about. O(words of the alternative). */
typedef gboolean (*BlStemPredicate) (gconstpointer data, const char *stem);
gboolean bl_word_kinds_any_alike (const BlWordKinds *kinds, const char *word, const char *kind, BlStemPredicate has,
                                  gconstpointer data);

/* Whether a kind has the word whose words are written with capitals, as faiths and parties are. */
gboolean bl_word_kinds_are_capital (const BlWordKinds *kinds, const char *word);
