/* Who says the same, and how many of them are independent. */
#include "compare/compare.h"

#include "../origins/newsroom.h"

static Newsroom room;

typedef struct
{
  BlOrigins *origins;
  BlComparisons *comparisons;
} Run;

static void
run_open (Run *run, const Edition *edition)
{
  run->origins = bl_origins_find (edition->claims);
  const BlCompareInput input = { .kb = room.kb, .article_claims = edition->claims, .origins = run->origins, .cues = room.cues };
  run->comparisons = bl_compare (&input);
}

static void
run_clear (Run *run)
{
  bl_comparisons_free (run->comparisons);
  bl_origins_free (run->origins);
}

/* The row of a list that has a claim of this text, or NULL. */
static const BlCorroboration *
row_of (const GArray *rows, const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const BlCorroboration *row = &g_array_index (rows, BlCorroboration, i);
      if (strstr (row->claim->at.text, text) != NULL)
        return row;
    }
  return NULL;
}

#define FIRE "The fire in the grain market of Lumen killed 12 people on Monday, the town council said."
#define FIRE_2 "On Monday the fire in the grain market of Lumen killed 12 people, a doctor of the council said."
#define FIRE_14 "The fire in the grain market of Lumen killed 14 people on Monday, the town council said."

/* Two origins with one figure: a row of two, whoever else copies it. */
static void
test_figures (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20", FIRE " Bakers shut their shops.");
  edition_add (&edition, &room, "herald", "2025-05-20", FIRE_2 " Nobody knew the cause of it yet.");
  Run run;
  run_open (&run, &edition);
  const BlCorroboration *row = row_of (bl_comparisons_corroborated (run.comparisons), "12 people");
  g_assert_nonnull (row);
  g_assert_cmpuint (row->n_articles, ==, 2);
  g_assert_cmpuint (row->n_origins, ==, 2);
  g_assert_cmpuint (row->claims->len, ==, 2);
  run_clear (&run);
  edition_clear (&edition);
}

/* Of one source, and of sources that both relay the agency: one origin. */
static void
test_single_origin (void)
{
  static const char *const leads[] = { "", "LUMEN (Reuters) - " };
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      Edition edition = { 0 };
      g_autofree char *first = g_strconcat (leads[i], FIRE " Bakers shut their shops.", NULL);
      g_autofree char *second = g_strconcat (leads[i], FIRE_2 " Nobody knew the cause.", NULL);
      edition_add (&edition, &room, "post", "2025-05-20", first);
      edition_add (&edition, &room, i == 0 ? "post" : "herald", "2025-05-20", second);
      Run run;
      run_open (&run, &edition);
      g_assert_null (row_of (bl_comparisons_corroborated (run.comparisons), "12 people"));
      const BlCorroboration *row = row_of (bl_comparisons_single (run.comparisons), "12 people");
      g_assert_nonnull (row);
      g_assert_cmpuint (row->n_articles, ==, 2);
      g_assert_cmpuint (row->n_origins, ==, 1);
      run_clear (&run);
      edition_clear (&edition);
    }
}

static const BlComparison *
conflict_of (const Run *run)
{
  const GPtrArray *list = bl_comparisons_list (run->comparisons);
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((const BlComparison *) list->pdata[i])->id, "number/conflict") == 0
        || strcmp (((const BlComparison *) list->pdata[i])->id, "claim/contradiction") == 0)
      return list->pdata[i];
  return NULL;
}

/* "Will not" of one against "will" of three, two of which have one text: on the one side 1 article, on the other 3 of at most 2 origins. */
static void
test_sides (void)
{
  Edition edition = { 0 };
  static const char wire[] = "Poland will send troops to Ukraine. The session was long, and the ministers ate in the hall with "
                             "their drivers and clerks.";
  edition_add (&edition, &room, "wire", "2025-05-20", wire);
  edition_add (&edition, &room, "copy", "2025-05-20", wire);
  edition_add (&edition, &room, "times", "2025-05-20", "Nobody slept in Warsaw. Poland will send troops to Ukraine, and soon.");
  const BlArticle *odd = edition_add (&edition, &room, "odd", "2025-05-20", "Poland will not send troops to Ukraine.");
  Run run;
  run_open (&run, &edition);
  const BlComparison *conflict = conflict_of (&run);
  g_assert_nonnull (conflict);
  const gboolean asked = conflict->claim->at.article == odd;
  const BlSupport *alone = asked ? &conflict->here : &conflict->there, *many = asked ? &conflict->there : &conflict->here;
  g_assert_cmpuint (alone->n_articles, ==, 1);
  g_assert_cmpuint (alone->n_origins, ==, 1);
  g_assert_cmpuint (many->n_articles, ==, 3);
  g_assert_cmpuint (many->n_origins, ==, 2);
  run_clear (&run);
  edition_clear (&edition);
}

/* Who has the figure of one side too is shown there. */
static void
test_witnesses_of_figures (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20", FIRE);
  edition_add (&edition, &room, "herald", "2025-05-20", FIRE_2);
  edition_add (&edition, &room, "odd", "2025-05-20",
               "The grain market fire of Lumen, in the words of the town council, destroyed 30 stalls and 14 carts.");
  Run run;
  run_open (&run, &edition);
  const BlCorroboration *row = row_of (bl_comparisons_corroborated (run.comparisons), "12 people");
  g_assert_nonnull (row);
  g_assert_cmpuint (row->n_origins, ==, 2);
  g_assert_null (conflict_of (&run));
  run_clear (&run);
  edition_clear (&edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/compare/agreement/figures", test_figures);
  g_test_add_func ("/compare/agreement/single-origin", test_single_origin);
  g_test_add_func ("/compare/agreement/sides", test_sides);
  g_test_add_func ("/compare/agreement/witnesses", test_witnesses_of_figures);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
