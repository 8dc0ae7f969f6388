/* What one origin tells alone: repeated first, nothing that another origin has too, and no whole articles. */
#include "report/single.h"

#include "../reliability/desk.h"

#define AT(path, source) "{ \"path\": \"" path "\", \"source\": \"" source "\", \"published\": \"2025-05-20\" }"
#define WIRE                                                                                                                   \
  "The harbour was closed on Tuesday, and the captains stayed at anchor until the wind had turned. Poland will send troops "   \
  "to Ukraine. The fire killed 41 people at the Lumen market. Denmark will send tanks to Ukraine.\n"

static const File files[] = {
  { "corpus.json",
    "{ \"articles\": [" AT ("a.txt", "wire") "," AT ("b.txt", "post") "," AT ("c.txt", "times") "," AT ("d.txt", "odd") "] }" },
  { "a.txt", WIRE },
  { "b.txt", WIRE },
  { "c.txt",
    "The session in Warsaw was over by noon. Poland has decided to dispatch soldiers to Ukraine. Seven ministers and 312 "
    "farmers came.\n" },
  { "d.txt", "Bread is dear in the old town, where 27 bakers have shut. Sweden will deploy soldiers to Ukraine.\n" },
};

static const BlSingle *
find (const GPtrArray *singles, const char *text)
{
  for (guint i = 0; i < singles->len; i++)
    if (strstr (((const BlSingle *) singles->pdata[i])->claim->at.text, text) != NULL)
      return singles->pdata[i];
  return NULL;
}

static void
test_list (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  const BlRun run = { .corpus = desk.corpus,
                      .origins = desk.origins,
                      .comparisons = desk.comparisons,
                      .findings = desk.findings,
                      .article_claims = desk.claims };
  g_autoptr (GPtrArray) singles = bl_single_origin (&run);

  /* Poland's is told by the times too. */
  g_assert_null (find (singles, "Poland"));
  const BlSingle *toll = find (singles, "41 people");
  g_assert_nonnull (toll);
  g_assert_cmpuint (toll->articles->len, ==, 2);
  g_assert_cmpstr (toll->origin, ==, "wire");

  /* The times shares a fact with another origin, so what only it counts is worth a look; nobody else reports what the odd one does:
   * of that only what a rule knows. */
  g_assert_nonnull (find (singles, "312"));
  g_assert_null (find (singles, "27"));
  const BlSingle *sweden = find (singles, "Sweden");
  g_assert_nonnull (sweden);
  g_assert_cmpuint (sweden->articles->len, ==, 1);

  for (guint i = 1; i < singles->len; i++)
    g_assert_cmpuint (((const BlSingle *) singles->pdata[i - 1])->articles->len, >=,
                      ((const BlSingle *) singles->pdata[i])->articles->len);

  gboolean focus[G_N_ELEMENTS (files)] = { FALSE };
  focus[3] = TRUE;
  BlRun draft = run;
  draft.focus = focus;
  g_autoptr (GPtrArray) narrow = bl_single_origin (&draft);
  g_assert_cmpuint (narrow->len, ==, 1);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/report/single/list", test_list);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
