/* Snowball stems of English words, for comparing content. A stemmer has state: one a thread. */
#pragma once

#include <glib.h>

typedef struct BlStemmer BlStemmer;

BlStemmer *bl_stemmer_new (void);
void bl_stemmer_free (BlStemmer *stemmer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStemmer, bl_stemmer_free)

/* The stem of a lower-case word; valid until the next call. */
const char *bl_stemmer_stem (BlStemmer *stemmer, const char *word, gsize length);
