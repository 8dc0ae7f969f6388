/* The backends there are, and which is the faster. */
#include "rules/prefilter.h"
#include "rules/rules.h"

static const BlPrefilterClass *const classes[] = {
  &bl_prefilter_hash,
#ifdef BL_HAVE_VECTORSCAN
  &bl_prefilter_vectorscan,
#endif
};

static const char *const names[] = {
  "hash",
#ifdef BL_HAVE_VECTORSCAN
  "vectorscan",
#endif
  NULL,
};

const BlPrefilterClass *
bl_prefilter_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i]->name, name) == 0)
      return classes[i];
  return NULL;
}

const char *const *
bl_prefilter_names (void)
{
  return names;
}

/* Measured on synthetic news, two cores of x86-64 with much else to do; megabytes of text a second, prefilter and PCRE2 together, and what
 * building takes:
 *
 *   rules        words    hash          vectorscan
 *   100            182     209           286, built in   5 ms
 *   1,000        1,032     144           127              24 ms
 *   10,000       5,036      55            41             140 ms
 *   shipped      1,177      75            55              23 ms
 *
 * The table of hashes reads every word once, however many there are to find; a database of literals also stops at each that is a part of a
 * longer word, which gets more frequent with their number. So Vectorscan is worth building for few words and much text only: it saves
 * about a millisecond a megabyte, and must first earn five. */
enum
{
  FEW_WORDS = 256,
  MUCH_TEXT = 16 * 1024 * 1024,
};

const char *
bl_prefilter_advise (guint n_words, guint64 n_bytes)
{
  const gboolean few = n_words > 0 && n_words <= FEW_WORDS;
  return few && n_bytes >= MUCH_TEXT && bl_prefilter_class ("vectorscan") != NULL ? "vectorscan" : "hash";
}
