/* Lemmas: the plain form of a tagged word, "stopped" → "stop", "children" → "child". */
#pragma once

#include "text/tagger.h"

typedef struct BlLemmas BlLemmas; /* immutable, shared by threads */

/* path: rules/lexicon/inflections.json, for the verbs and nouns that spelling alone does not give. */
BlLemmas *bl_lemmas_load (const char *path, GError **error);
void bl_lemmas_free (BlLemmas *lemmas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlLemmas, bl_lemmas_free)

/* The lemma of a word by its tag; the tagger's lexicon decides between "hope" and "hop" for "hoped". A word whose tag has no inflection
 * is its own lemma. Borrowed: interned in arena, or the word itself. */
const char *bl_lemma (const BlLemmas *lemmas, const BlTagger *tagger, BlArena *arena, const BlTaggedWord *word);
