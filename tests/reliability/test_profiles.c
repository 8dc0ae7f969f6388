/* The profile of a source: what is counted of its articles, its findings and its agreement with other origins. */
#include "desk.h"

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
  g_assert_cmpuint (wire->with_date.k, ==, 1);
  g_assert_cmpuint (wire->with_byline.k, ==, 1);
  g_assert_cmpuint (wire->with_credit.k, ==, 0);
  assert_proportion (wire->own, 1, 1);
  g_assert_true (wire->too_few);

  /* A copy is not its own, and neither is an article that names its origin. */
  const BlSourceProfile *post = profile_of (&desk, "post");
  g_assert_cmpuint (post->n_articles, ==, 2);
  g_assert_cmpuint (post->with_byline.k, ==, 0);
  g_assert_cmpuint (post->with_credit.k, ==, 1);
  assert_proportion (post->own, 0, 2);

  const BlSourceProfile *times = profile_of (&desk, "times");
  g_assert_cmpuint (times->n_articles, ==, 2);
  g_assert_cmpuint (times->with_date.k, ==, 1);
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
  g_assert_cmpuint (wire->with_dateline.k, ==, 1);
  g_assert_cmpuint (wire->with_link.k, ==, 1);
  g_assert_cmpuint (wire->copied.k, ==, 0);
  g_assert_cmpuint (post->with_dateline.k, ==, 0);
  g_assert_cmpuint (post->copied.k, ==, 1);
  g_assert_cmpuint (post->relayed.k, ==, 0);
  g_assert_cmpuint (times->relayed.k, ==, 1);
  g_assert_cmpuint (times->with_dateline.k, ==, 1);
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

/* In a conflict it is not known who errs, so it is no error of the side that is asked. */
static void
test_conflict_is_no_error (void)
{
  static const File two[] = {
    { "corpus.json", "{ \"articles\": [\n"
                     "{ \"path\": \"a.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"b.txt\", \"source\": \"post\", \"published\": \"2025-05-21\" } ] }" },
    { "a.txt", "The clerks went home before noon. Poland will send troops to Ukraine.\n" },
    { "b.txt", "The session in Warsaw was over. Poland will not send troops to Ukraine.\n" },
  };
  Desk desk;
  desk_open (&desk, two, G_N_ELEMENTS (two));
  const BlSourceProfile *post = profile_of (&desk, "post");
  g_assert_cmpuint (post->n_findings[BL_SEVERITY_ERROR], ==, 1);
  g_assert_cmpuint (post->n_conflicts, ==, 1);
  g_assert_cmpuint (post->errors.k, ==, 0);
  g_assert_cmpuint (post->with_most.n, ==, 0); /* one origin on either side */
  desk_close (&desk, two, G_N_ELEMENTS (two));
}

/* Two prints of one text are one observation of the source. */
static void
test_effective (void)
{
  static const File prints[] = {
    { "corpus.json", "{ \"articles\": [\n"
                     "{ \"path\": \"a.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"b.txt\", \"source\": \"wire\", \"published\": \"2025-05-20\" },\n"
                     "{ \"path\": \"c.txt\", \"source\": \"post\", \"published\": \"2025-05-20\" } ] }" },
    { "a.txt", WIRE },
    { "b.txt", WIRE },
    { "c.txt", WIRE },
  };
  Desk desk;
  desk_open (&desk, prints, G_N_ELEMENTS (prints));
  const BlSourceProfile *wire = profile_of (&desk, "wire"), *post = profile_of (&desk, "post");
  g_assert_cmpuint (post->n_claims, >, 0);
  g_assert_cmpuint (wire->n_claims, ==, 2 * post->n_claims);
  g_assert_cmpuint (wire->n_effective, ==, post->n_claims);
  g_assert_cmpuint (post->n_effective, ==, post->n_claims);
  desk_close (&desk, prints, G_N_ELEMENTS (prints));
}

/* Each panel has a name of its own, and lies inside of a profile. */
static void
test_panel_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (const BlProfilePanel *panel = bl_profile_panels (); panel->name != NULL; panel++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) panel->name));
      g_assert_cmpuint (panel->offset + sizeof (BlProportion), <=, sizeof (BlSourceProfile));
    }
  g_assert_true (bl_proportion_too_few (bl_proportion (29, 29)));
  g_assert_false (bl_proportion_too_few (bl_proportion (0, 30)));
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
  g_test_add_func ("/reliability/profiles/conflict-is-no-error", test_conflict_is_no_error);
  g_test_add_func ("/reliability/profiles/effective", test_effective);
  g_test_add_func ("/reliability/profiles/panel-names", test_panel_names);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
