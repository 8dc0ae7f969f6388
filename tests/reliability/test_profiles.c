/* The profile of a source: what is counted of its articles, its findings and its agreement with other origins. */
#include "reliability/reliability.h"

#include <glib/gstdio.h>

#include "../origins/newsroom.h"

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

static void
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

static void
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

static const BlSourceProfile *
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

static void
assert_proportion (BlProportion proportion, guint k, guint n)
{
  g_assert_cmpuint (proportion.k, ==, k);
  g_assert_cmpuint (proportion.n, ==, n);
  g_assert_cmpfloat (proportion.low, <=, proportion.high);
}

#define STORM                                                                                                                  \
  "The harbour of Lumen was closed on Tuesday after a storm broke two of its three cranes. Forty ships are waiting in the "    \
  "bay, and the captains were told to stay at anchor until the wind has turned to the west.\n"
#define WIRE STORM "\nPoland will not send troops to Ukraine.\n"

static const File files[]
    = { { "corpus.json",
          "{ \"articles\": [\n"
          "{ \"path\": \"wire.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\", \"author\": \"A. Reed\" },\n"
          "{ \"path\": \"copy.txt\", \"source\": \"post\", \"published\": \"2025-05-21\" },\n"
          "{ \"path\": \"post.txt\", \"source\": \"post\", \"published\": \"2025-05-21\", \"origin\": \"Gazette\" },\n"
          "{ \"path\": \"times.txt\", \"source\": \"times\", \"published\": \"2025-05-21\" },\n"
          "{ \"path\": \"undated.txt\", \"source\": \"times\" } ] }" },
        { "wire.txt", WIRE },
        { "copy.txt", WIRE },
        { "post.txt", "Bread is dear in the old town, and crews come ashore hungry. The ferry left on Friday, 4 July 2021.\n" },
        { "times.txt", "The session in Warsaw was over by noon. Poland has ruled out sending troops to Ukraine.\n" },
        { "undated.txt", "The clerks carried boxes of paper to the cellar. The lift was out of order again.\n" } };

static void
test_counts (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_assert_cmpuint (desk.profiles->len, ==, 3);
  for (guint i = 1; i < desk.profiles->len; i++) /* by source id */
    g_assert_cmpstr (((BlSourceProfile *) desk.profiles->pdata[i - 1])->source->id, <,
                     ((BlSourceProfile *) desk.profiles->pdata[i])->source->id);

  const BlSourceProfile *wire = profile_of (&desk, "wire");
  g_assert_cmpuint (wire->n_articles, ==, 1);
  g_assert_cmpuint (wire->n_with_date, ==, 1);
  g_assert_cmpuint (wire->n_with_byline, ==, 1);
  g_assert_cmpuint (wire->n_with_credit, ==, 0);
  assert_proportion (wire->own, 1, 1);
  g_assert_true (wire->too_few);

  /* A copy is not its own, and neither is an article that names its origin. */
  const BlSourceProfile *post = profile_of (&desk, "post");
  g_assert_cmpuint (post->n_articles, ==, 2);
  g_assert_cmpuint (post->n_with_byline, ==, 0);
  g_assert_cmpuint (post->n_with_credit, ==, 1);
  assert_proportion (post->own, 0, 2);

  const BlSourceProfile *times = profile_of (&desk, "times");
  g_assert_cmpuint (times->n_articles, ==, 2);
  g_assert_cmpuint (times->n_with_date, ==, 1);
  assert_proportion (times->own, 2, 2);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

/* The weekday is wrong in one article of the post; nobody else has an error. */
static void
test_errors (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  const BlSourceProfile *post = profile_of (&desk, "post");
  g_assert_cmpuint (post->n_findings[BL_SEVERITY_ERROR], ==, 1);
  g_assert_cmpuint (post->n_claims, >=, 1);
  assert_proportion (post->errors, 1, post->n_claims);
  const BlSourceProfile *times = profile_of (&desk, "times");
  g_assert_cmpuint (times->n_findings[BL_SEVERITY_ERROR], ==, 0);
  assert_proportion (times->errors, 0, times->n_claims);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

/* The wire, its copy and the times say the same of Poland: two origins, so all three are corroborated; without the times the wire and
 * its copy are one origin, and nobody is. */
static void
test_corroboration (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_assert_cmpuint (bl_comparisons_corroborated (desk.comparisons)->len, ==, 1);
  const BlCorroboration *row = &g_array_index (bl_comparisons_corroborated (desk.comparisons), BlCorroboration, 0);
  g_assert_cmpuint (row->n_articles, ==, 3);
  g_assert_cmpuint (row->n_origins, ==, 2);
  assert_proportion (profile_of (&desk, "wire")->corroborated, 1, 1);
  assert_proportion (profile_of (&desk, "post")->corroborated, 1, 1);
  assert_proportion (profile_of (&desk, "times")->corroborated, 1, 1);
  desk_close (&desk, files, G_N_ELEMENTS (files));

  File alone[G_N_ELEMENTS (files)];
  memcpy (alone, files, sizeof files);
  alone[4].text = "The session in Warsaw was over by noon. Nothing was decided about the old bridge.\n";
  desk_open (&desk, alone, G_N_ELEMENTS (alone));
  g_assert_cmpuint (bl_comparisons_corroborated (desk.comparisons)->len, ==, 0);
  assert_proportion (profile_of (&desk, "wire")->corroborated, 0, 1);
  assert_proportion (profile_of (&desk, "post")->corroborated, 0, 1);
  desk_close (&desk, alone, G_N_ELEMENTS (alone));
}

/* Who is quoted by name, of all who are quoted. */
static void
test_named (void)
{
  static const File quoted[] = {
    { "corpus.json", "{ \"articles\": [ { \"path\": \"a.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\" } ] }" },
    { "a.txt", "Ministers met in Warsaw. Poland will not send troops to Ukraine, Polish Prime Minister Donald Tusk said.\n\n"
               "The mood was calm. Denmark will send tanks to Ukraine, a senior official said.\n" },
  };
  Desk desk;
  desk_open (&desk, quoted, G_N_ELEMENTS (quoted));
  assert_proportion (profile_of (&desk, "wire")->named, 1, 2);
  desk_close (&desk, quoted, G_N_ELEMENTS (quoted));
}

/* A panel for each way of being careful, or not; each counted by hand. */
static void
test_panels (void)
{
  static const File shown[] = {
    { "corpus.json", "{ \"articles\": [\n"
                     "{ \"path\": \"a.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"b.txt\", \"source\": \"post\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"c.txt\", \"source\": \"times\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"d.txt\", \"source\": \"odd\", \"published\": \"2025-05-20\" } ] }" },
    { "a.txt", "WARSAW - " STORM "\nPoland will send troops to Ukraine. See https://wire.example/plan for the plan.\n" },
    { "b.txt", STORM "\nPoland will send troops to Ukraine.\n\n"
                     "Correction: The old customs house opened in 1932, not 1923.\n" },
    { "c.txt", "LUMEN (Reuters) - Nobody slept in the ministry. Poland will send troops to Ukraine, and soon.\n" },
    { "d.txt", "Poland will not send troops to Ukraine. The clerks went home before noon. The old customs house of the town, "
               "opened in 1923, was shut.\n" },
  };
  Desk desk;
  desk_open (&desk, shown, G_N_ELEMENTS (shown));
  const BlSourceProfile *wire = profile_of (&desk, "wire"), *post = profile_of (&desk, "post");
  const BlSourceProfile *times = profile_of (&desk, "times"), *odd = profile_of (&desk, "odd");
  g_assert_cmpuint (wire->n_with_dateline, ==, 1);
  g_assert_cmpuint (wire->n_with_link, ==, 1);
  g_assert_cmpuint (wire->n_copied, ==, 0);
  g_assert_cmpuint (post->n_with_dateline, ==, 0);
  g_assert_cmpuint (post->n_copied, ==, 1);
  g_assert_cmpuint (post->n_relayed, ==, 0);
  g_assert_cmpuint (times->n_relayed, ==, 1);
  g_assert_cmpuint (times->n_with_dateline, ==, 1);
  assert_proportion (times->own, 0, 1);
  assert_proportion (odd->own, 1, 1);

  /* Three say it, of two origins, one denies it: each is in one conflict, and most origins stand with the three. */
  g_assert_cmpuint (wire->n_conflicts, ==, 1);
  g_assert_cmpuint (odd->n_conflicts, >=, 1);
  assert_proportion (wire->with_most, 1, 1);
  assert_proportion (post->with_most, 1, 1);
  assert_proportion (times->with_most, 1, 1);
  g_assert_cmpuint (odd->with_most.k, ==, 0);
  assert_proportion (wire->corroborated, 1, 1);
  assert_proportion (odd->corroborated, 0, 1);

  /* Candour: the post's correction raises no question of the post. */
  g_assert_cmpuint (post->n_corrections, ==, 1);
  g_assert_cmpuint (post->n_findings[BL_SEVERITY_ERROR] + post->n_findings[BL_SEVERITY_WARNING], ==, 0);
  g_assert_cmpuint (odd->n_corrections, ==, 0);
  g_assert_cmpuint (odd->n_retracted, ==, 1);
  gboolean listed = FALSE;
  for (guint i = 0; i < odd->kinds->len; i++)
    {
      const BlProfileKind *kind = &g_array_index (odd->kinds, BlProfileKind, i);
      listed |= strcmp (kind->id, "claim/retracted") == 0 && kind->severity == BL_SEVERITY_WARNING && kind->n == 1;
    }
  g_assert_true (listed);
  g_assert_null (odd->estimated_by);
  desk_close (&desk, shown, G_N_ELEMENTS (shown));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/reliability/profiles/counts", test_counts);
  g_test_add_func ("/reliability/profiles/errors", test_errors);
  g_test_add_func ("/reliability/profiles/corroboration", test_corroboration);
  g_test_add_func ("/reliability/profiles/named", test_named);
  g_test_add_func ("/reliability/profiles/panels", test_panels);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
