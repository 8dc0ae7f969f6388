/* Gates that checks count themselves, in whole runs. */
#include "compare/compare.h"

#include "../origins/newsroom.h"

static Newsroom room;

static guint64
gate_of (Edition *edition, BlGate gate, guint *n_found)
{
  g_autoptr (BlOrigins) origins = bl_origins_find (edition->claims);
  const BlCompareInput input = { .kb = room.kb, .article_claims = edition->claims, .origins = origins };
  g_autoptr (BlComparisons) comparisons = bl_compare (&input);
  *n_found = bl_comparisons_list (comparisons)->len;
  return bl_comparisons_gates (comparisons)[gate];
}

/* A pair of articles is told once, however often they say it; the rest are witnesses. */
static void
test_shown (void)
{
  guint n_found = 0;
  Edition edition = { 0 };
  edition_add (&edition, &room, "a", "2025-08-20", "The cabinet met early. Poland will send troops to Ukraine.");
  edition_add (&edition, &room, "b", "2025-08-20", "Rain fell all day. Poland will not send troops to Ukraine.");
  g_assert_cmpuint (gate_of (&edition, BL_GATE_SHOWN, &n_found), ==, 0);
  g_assert_cmpuint (n_found, ==, 1);
  edition_clear (&edition);

  edition_add (&edition, &room, "a", "2025-08-20", "The cabinet met early. Poland will send troops to Ukraine.");
  edition_add (
      &edition, &room, "b", "2025-08-20",
      "Rain fell all day. Poland will not send troops to Ukraine.\n\nIt was late. Poland will not send troops to Ukraine.");
  g_assert_cmpuint (gate_of (&edition, BL_GATE_SHOWN, &n_found), ==, 1);
  g_assert_cmpuint (n_found, ==, 1);
  edition_clear (&edition);
}

/* Two names on one seat are two people, unless one is a misspelling of the other. */
static void
test_subject (void)
{
  guint n_found = 0;
  Edition edition = { 0 };
  edition_add (&edition, &room, "a", "2025-05-20", "Fees will rise. Tuvalu's Finance Minister Saufatu Melrose announced it.");
  edition_add (&edition, &room, "b", "2025-05-20", "Boats stayed home. Tuvalu's Finance Minister Kitiona Brannock spoke.");
  g_assert_cmpuint (gate_of (&edition, BL_GATE_SUBJECT, &n_found), ==, 0);
  g_assert_cmpuint (n_found, ==, 1);
  edition_clear (&edition);

  edition_add (&edition, &room, "a", "2025-05-20", "Fees will rise. Tuvalu's Finance Minister Saufatu Melrose announced it.");
  edition_add (&edition, &room, "b", "2025-05-20", "Boats stayed home. Tuvalu's Finance Minister Mr. Melrose spoke.");
  edition_add (&edition, &room, "c", "2025-05-20", "Nets were dry. Tuvalu's Finance Minister Saufatu Melrosse spoke.");
  g_assert_cmpuint (gate_of (&edition, BL_GATE_SUBJECT, &n_found), >=, 1);
  edition_clear (&edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/compare/counted-gates/shown", test_shown);
  g_test_add_func ("/compare/counted-gates/subject", test_subject);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
