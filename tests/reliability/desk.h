/* A corpus in a folder of its own, read with the shipped data, and all that reports and profiles are made from. */
#pragma once

#include <glib/gstdio.h>

#include "../origins/newsroom.h"
#include "reliability/reliability.h"

static Newsroom room;

/* A corpus in a folder of its own, and everything that a profile is made from. */
typedef struct
{
  char *folder;
  BlCorpus *corpus;
  GPtrArray *claims;
  BlOrigins *origins;
  BlComparisons *comparisons;
  BlFindings *findings;
  GPtrArray *profiles;
} Desk;

typedef struct
{
  const char *name, *text;
} File;

static inline void
desk_open (Desk *desk, const File *files, guint n)
{
  g_autoptr (GError) error = NULL;
  desk->folder = g_dir_make_tmp ("belie-profiles-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, files[i].name, NULL);
      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }
  const BlCorpusOptions options = { .lexicon = room.lexicon, .problems = room.problems, .jobs = 1 };
  desk->corpus = bl_corpus_load ((const char *const[]){ desk->folder, NULL }, &options, &error);
  g_assert_no_error (error);
  desk->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  for (guint i = 0; i < bl_corpus_n_articles (desk->corpus); i++)
    g_ptr_array_add (desk->claims, newsroom_read (&room, bl_corpus_article (desk->corpus, i)));
  desk->origins = bl_origins_find (desk->claims);
  const BlCompareInput input = { .kb = room.kb, .article_claims = desk->claims, .origins = desk->origins, .cues = room.cues };
  desk->comparisons = bl_compare (&input);
  desk->findings = bl_findings_new (desk->comparisons, NULL);
  const BlProfileInput profile = { .corpus = desk->corpus,
                                   .article_claims = desk->claims,
                                   .origins = desk->origins,
                                   .comparisons = desk->comparisons,
                                   .findings = desk->findings };
  desk->profiles = bl_source_profiles (&profile);
}

static inline void
desk_close (Desk *desk, const File *files, guint n)
{
  g_ptr_array_unref (desk->profiles);
  bl_findings_free (desk->findings);
  bl_comparisons_free (desk->comparisons);
  bl_origins_free (desk->origins);
  g_ptr_array_unref (desk->claims);
  bl_corpus_free (desk->corpus);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, files[i].name, NULL);
      g_remove (path);
    }
  g_rmdir (desk->folder);
  g_free (desk->folder);
}

static inline const BlSourceProfile *
profile_of (const Desk *desk, const char *source)
{
  for (guint i = 0; i < desk->profiles->len; i++)
    {
      const BlSourceProfile *profile = desk->profiles->pdata[i];
      if (strcmp (profile->source->id, source) == 0)
        return profile;
    }
  g_error ("no profile of %s", source);
}
