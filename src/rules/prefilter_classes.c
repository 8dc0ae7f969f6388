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

const char *
bl_prefilter_advise (guint n_words, guint64 n_bytes)
{
  (void) n_words;
  (void) n_bytes;
  return "hash";
}
