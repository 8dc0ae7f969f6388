/* Facts on which several origins speak, and what truth discovery makes of them. */
#include "reliability/facts.h"

#include "desk.h"

static GPtrArray *
facts_of (const Desk *desk)
{
  const BlFactInput input = { .article_claims = desk->claims, .comparisons = desk->comparisons, .origins = desk->origins };
  return bl_facts_find (&input);
}

static const char *const states[]
    = { "Poland",  "Denmark", "Sweden",  "Norway",   "Spain",    "Greece",  "Italy",   "Canada",   "France", "Germany",
        "Austria", "Hungary", "Romania", "Bulgaria", "Portugal", "Ireland", "Finland", "Estonia",  "Latvia", "Lithuania",
        "Belgium", "Croatia", "Albania", "Slovakia", "Slovenia", "Iceland", "Japan",   "Brazil",   "Mexico", "Chile",
        "Egypt",   "Kenya",   "India",   "Turkey",   "Cyprus",   "Malta",   "Serbia",  "Argentina" };

#define N_STATES 36
#define N_DENIED 6

/* One sentence a state: "Poland will send troops to Ukraine." The first denied ones are told otherwise. The caller's. */
static char *
report (const char *lead, const char *yes, const char *no, guint denied)
{
  GString *text = g_string_new (lead);
  for (guint i = 0; i < N_STATES; i++)
    g_string_append_printf (text, "%s %s.\n\n", states[i], i < denied ? no : yes);
  return g_string_free (text, FALSE);
}

#define ARTICLE(path, source) "{ \"path\": \"" path "\", \"source\": \"" source "\", \"published\": \"2025-05-20\" }"

/* Three outlets speak of the same 36 states; the times denies what the other two say of six, and somebody reprints the times. */
static void
test_estimate (void)
{
  g_autofree char *wire
      = report ("The session was over by noon.\n\n", "will send troops to Ukraine", "will not send troops to Ukraine", 0);
  g_autofree char *post
      = report ("Clerks carried boxes to the cellar.\n\n", "has decided to deploy soldiers to Ukraine", "", 0);
  g_autofree char *times = report ("Bread is dear in the old town.\n\n", "is going to dispatch forces to Ukraine",
                                   "will not dispatch forces to Ukraine", N_DENIED);
  const File files[] = {
    { "corpus.json", "{ \"articles\": [" ARTICLE ("a.txt", "wire") "," ARTICLE ("b.txt", "post") "," ARTICLE (
                         "c.txt", "times") "," ARTICLE ("d.txt", "reprint") "] }" },
    { "a.txt", wire },
    { "b.txt", post },
    { "c.txt", times },
    { "d.txt", times },
  };
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (GPtrArray) facts = facts_of (&desk);
  g_assert_cmpuint (facts->len, ==, N_STATES);
  guint disputed = 0;
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      g_assert_cmpuint (fact->n_witnesses, ==, 3); /* the reprint is no fourth one */
      g_assert_cmpuint (fact->entries->len, ==, 4);
      g_assert_cmpuint (fact->n_values, <=, 2);
      disputed += fact->n_values > 1;
    }
  g_assert_cmpuint (disputed, ==, N_DENIED);

  static const struct
  {
    const char *source;
    guint right;
  } expected[]
      = { { "wire", N_STATES }, { "post", N_STATES }, { "times", N_STATES - N_DENIED }, { "reprint", N_STATES - N_DENIED } };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const BlSourceProfile *profile = profile_of (&desk, expected[i].source);
      g_assert_cmpstr (profile->estimated_by, ==, "auto");
      g_assert_cmpuint (profile->estimated_by_vote.n, ==, N_STATES);
      g_assert_cmpuint (profile->estimated_by_vote.k, ==, expected[i].right);
      g_assert_cmpuint (profile->estimated.n, ==, N_STATES);
      g_assert_cmpuint (profile->estimated.k, ==, expected[i].right);
    }
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

/* Claims of one article each, and a pair of copies, are no facts of several origins. */
static void
test_alone (void)
{
  const File files[] = {
    { "corpus.json",
      "{ \"articles\": [" ARTICLE ("a.txt", "wire") "," ARTICLE ("b.txt", "reprint") "," ARTICLE ("c.txt", "post") "] }" },
    { "a.txt", "The harbour was closed on Tuesday, and the captains stayed at anchor until noon. Poland will send troops to "
               "Ukraine. Sweden will send troops to Ukraine.\n" },
    { "b.txt", "The harbour was closed on Tuesday, and the captains stayed at anchor until noon. Poland will send troops to "
               "Ukraine. Sweden will send troops to Ukraine.\n" },
    { "c.txt", "Bread is dear in the old town. Poland has decided to deploy soldiers to Ukraine.\n" },
  };
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (GPtrArray) facts = facts_of (&desk);
  g_assert_cmpuint (facts->len, ==, 1);
  const BlSharedFact *fact = facts->pdata[0];
  g_assert_cmpuint (fact->entries->len, ==, 3);
  g_assert_cmpuint (fact->n_witnesses, ==, 2);
  g_assert_cmpuint (fact->n_values, ==, 1);
  g_assert_null (profile_of (&desk, "wire")->estimated_by); /* too few */
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

/* Two origins print one utterance, one of them less of it: one fact with one value. Another speech weeks later, and short words that anybody
 * says, are none; an altered quotation has a value of its own, and counts for who altered it. */
static void
test_quotations (void)
{
  const File files[] = {
    { "corpus.json",
      "{ \"articles\": [" ARTICLE ("a.txt", "wire") "," ARTICLE ("b.txt", "post") "," ARTICLE (
          "c.txt", "times") ", { \"path\": \"d.txt\", \"source\": \"odd\", \"published\": \"2025-08-20\" } ] }" },
    { "a.txt", "The session was over by noon. \xE2\x80\x9CThe harbour will open again before the first snow falls,\xE2\x80\x9D "
               "the mayor said. "
               "\xE2\x80\x9CThank you,\xE2\x80\x9D a clerk said.\n" },
    { "b.txt",
      "Bread is dear in the old town. \xE2\x80\x9CThe harbour will open again before the first snow falls, and the cranes will "
      "stand,\xE2\x80\x9D the mayor said. \xE2\x80\x9CThank you,\xE2\x80\x9D a baker said.\n" },
    { "c.txt", "Nobody slept in the ministry. \xE2\x80\x9CThe harbour will close again before the first snow "
               "falls,\xE2\x80\x9D the mayor said.\n" },
    { "d.txt", "The clerks carried boxes. \xE2\x80\x9CThe harbour will open again before the first snow falls,\xE2\x80\x9D the "
               "mayor said.\n" },
  };
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (GPtrArray) facts = facts_of (&desk);
  guint said = 0;
  for (guint i = 0; i < facts->len; i++)
    {
      const BlSharedFact *fact = facts->pdata[i];
      if (strcmp (g_array_index (fact->entries, BlFactEntry, 0).claim->predicate, "says") != 0)
        continue;
      said++;
      for (guint k = 0; k < fact->entries->len; k++)
        g_assert_cmpuint (g_array_index (fact->entries, BlFactEntry, k).claim->at.article->index, !=, 3);
      g_assert_cmpuint (fact->n_witnesses, >=, 2);
    }
  g_assert_cmpuint (said, ==, 1);
  g_assert_cmpuint (profile_of (&desk, "wire")->altered.n, ==, 1);
  g_assert_cmpuint (profile_of (&desk, "wire")->altered.k, ==, 0);
  g_assert_cmpuint (profile_of (&desk, "odd")->altered.n, ==, 0);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/reliability/facts/estimate", test_estimate);
  g_test_add_func ("/reliability/facts/alone", test_alone);
  g_test_add_func ("/reliability/facts/quotations", test_quotations);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
