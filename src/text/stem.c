#include "text/stem.h"

#include <libstemmer.h>

struct BlStemmer
{
  struct sb_stemmer *snowball;
};

BlStemmer *
bl_stemmer_new (void)
{
  BlStemmer *stemmer = g_new0 (BlStemmer, 1);
  stemmer->snowball = sb_stemmer_new ("english", "UTF_8");
  if (stemmer->snowball == NULL)
    g_error ("libstemmer was built without English");
  return stemmer;
}

void
bl_stemmer_free (BlStemmer *stemmer)
{
  if (stemmer == NULL)
    return;
  sb_stemmer_delete (stemmer->snowball);
  g_free (stemmer);
}

const char *
bl_stemmer_stem (BlStemmer *stemmer, const char *word, gsize length)
{
  /* No English word comes near this; Snowball counts in int. */
  if (length > 1024)
    length = 1024;
  const sb_symbol *stem = sb_stemmer_stem (stemmer->snowball, (const sb_symbol *) word, (int) length);
  return stem != NULL ? (const char *) stem : "";
}
