#include "text/stem.h"

#include <libstemmer.h>
#include <string.h>

/* Running text has some ten thousand different words; what finds no place near its own is stemmed each time. */
enum
{
  N_PLACES = 1 << 15,
  N_PROBES = 4,
  LONGEST = 48, /* longer words are rare */
};

typedef struct
{
  guint32 length; /* of the word */
  char text[];    /* the word, then its stem; NUL behind both */
} Known;

struct BlStems
{
  Known *places[N_PLACES]; /* atomic: set once, never changed */
};

struct BlStemmer
{
  struct sb_stemmer *snowball; /* NULL until a word is new */
  BlStems *stems;              /* borrowed, or NULL */
};

BlStems *
bl_stems_new (void)
{
  return g_new0 (BlStems, 1);
}

void
bl_stems_free (BlStems *stems)
{
  for (guint i = 0; stems != NULL && i < N_PLACES; i++)
    g_free (stems->places[i]);
  g_free (stems);
}

BlStemmer *
bl_stemmer_new (void)
{
  return bl_stemmer_new_sharing (NULL);
}

BlStemmer *
bl_stemmer_new_sharing (BlStems *stems)
{
  BlStemmer *stemmer = g_new0 (BlStemmer, 1);
  stemmer->stems = stems;
  return stemmer;
}

void
bl_stemmer_free (BlStemmer *stemmer)
{
  if (stemmer == NULL)
    return;
  if (stemmer->snowball != NULL)
    sb_stemmer_delete (stemmer->snowball);
  g_free (stemmer);
}

static const char *
ask_snowball (BlStemmer *stemmer, const char *word, gsize length)
{
  if (stemmer->snowball == NULL)
    stemmer->snowball = sb_stemmer_new ("english", "UTF_8");
  if (stemmer->snowball == NULL)
    g_error ("libstemmer was built without English");
  const sb_symbol *stem = sb_stemmer_stem (stemmer->snowball, (const sb_symbol *) word, (int) length);
  return stem != NULL ? (const char *) stem : "";
}

static Known *
known_new (const char *word, gsize length, const char *stem)
{
  const gsize stem_length = strlen (stem);
  Known *known = g_malloc (sizeof (Known) + length + stem_length + 2);
  known->length = (guint32) length;
  memcpy (known->text, word, length);
  known->text[length] = '\0';
  memcpy (known->text + length + 1, stem, stem_length + 1);
  return known;
}

/* FNV-1a. */
static guint32
hash_word (const char *word, gsize length)
{
  guint32 hash = 2166136261u;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) word[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

/* A free place is taken by exchange: of two threads with one new word, or with two for one place, the first wins, and the other goes
 * without. What is found is never changed or freed while stemmers are about. */
static const char *
look_up (BlStemmer *stemmer, const char *word, gsize length)
{
  const guint32 hash = hash_word (word, length);
  for (guint probe = 0; probe < N_PROBES; probe++)
    {
      Known **place = &stemmer->stems->places[(hash + probe) % N_PLACES];
      const Known *known = g_atomic_pointer_get (place);
      if (known == NULL)
        {
          const char *stem = ask_snowball (stemmer, word, length);
          Known *added = known_new (word, length, stem);
          if (g_atomic_pointer_compare_and_exchange (place, NULL, added))
            return added->text + length + 1;
          g_free (added);
          return stem;
        }
      if (known->length == length && memcmp (known->text, word, length) == 0)
        return known->text + length + 1;
    }
  return ask_snowball (stemmer, word, length);
}

const char *
bl_stemmer_stem (BlStemmer *stemmer, const char *word, gsize length)
{
  /* No English word comes near this; Snowball counts in int. */
  if (length > 1024)
    length = 1024;
  return stemmer->stems != NULL && length <= LONGEST ? look_up (stemmer, word, length) : ask_snowball (stemmer, word, length);
}
