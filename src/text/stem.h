/* Snowball stems of English words, for comparing content. A stemmer has state: one a thread. */
#pragma once

#include <glib.h>

/* Stems that were found before: a word costs Snowball some thousand steps, and running text repeats its words. Shared by the stemmers
 * of all threads, without locks; of bounded size. */
typedef struct BlStems BlStems;

BlStems *bl_stems_new (void);
void bl_stems_free (BlStems *stems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStems, bl_stems_free)

typedef struct BlStemmer BlStemmer;

BlStemmer *bl_stemmer_new (void);

/* One that remembers: stems must live longer; NULL remembers nothing. The stems are the same. */
BlStemmer *bl_stemmer_new_sharing (BlStems *stems);
void bl_stemmer_free (BlStemmer *stemmer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStemmer, bl_stemmer_free)

/* The stem of a lower-case word; valid until the next call. */
const char *bl_stemmer_stem (BlStemmer *stemmer, const char *word, gsize length);
