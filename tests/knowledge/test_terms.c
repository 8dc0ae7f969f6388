#include "fixture.h"

static BlKnowledge *kb;

static BlHeld
held (const char *person, const char *office, BlDateRange when)
{
  return bl_knowledge_held (kb, bl_knowledge_person (kb, person), bl_knowledge_office (kb, office), when, NULL);
}

#define DEPUTY "gb/deputy-prime-minister"

static void
test_held (void)
{
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2022-01-15")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2021-01-15")), ==, BL_HELD_AFTER);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2022-10-01")), ==, BL_HELD_BEFORE); /* between two terms */
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2024-01-01")), ==, BL_HELD_BEFORE);
  g_assert_cmpint (held ("joe-biden", DEPUTY, day ("2022-01-15")), ==, BL_HELD_NEVER);
  g_assert_cmpint (held ("joe-biden", DEPUTY, day ("2010-01-15")), ==, BL_HELD_UNKNOWN); /* nobody is known then */
  g_assert_cmpint (held ("dominic-raab", DEPUTY, (BlDateRange){ 0 }), ==, BL_HELD_UNKNOWN);

  const BlTerm *term = NULL;
  const BlPerson *raab = bl_knowledge_person (kb, "dominic-raab");
  bl_knowledge_held (kb, raab, bl_knowledge_office (kb, DEPUTY), day ("2022-10-01"), &term);
  g_assert_true (term == raab->terms[0]);
  bl_knowledge_held (kb, raab, bl_knowledge_office (kb, DEPUTY), day ("2023-10-01"), &term);
  g_assert_true (term == raab->terms[1]);
}

static void
test_hand_over (void)
{
  /* Terms from 2021-09-15 to 2022-09-06 and from 2022-10-25: a week around each end counts. */
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2021-09-08")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2021-09-07")), ==, BL_HELD_AFTER);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2022-09-13")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2022-09-14")), ==, BL_HELD_BEFORE);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, days ("2022-09-20", "2022-10-20")), ==, BL_HELD_NOW); /* the second begins */
}

static void
test_intervals (void)
{
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2021")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2020")), ==, BL_HELD_AFTER);
  g_assert_cmpint (held ("suella-braverman", "gb/home-secretary", day ("2022-09-01")), ==, BL_HELD_NOW); /* "2022-09" */
  g_assert_cmpint (held ("joe-biden", DEPUTY, day ("2022")), ==, BL_HELD_NEVER);            /* three persons fill the year */
  g_assert_cmpint (held ("joe-biden", DEPUTY, days ("2021", "2022")), ==, BL_HELD_UNKNOWN); /* not this time */
}

static void
test_open_ends (void)
{
  g_assert_cmpint (held ("angela-rayner", DEPUTY, day ("2025-08-31")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("angela-rayner", DEPUTY, day ("2025-09-07")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("angela-rayner", DEPUTY, day ("2025-10-01")), ==, BL_HELD_UNKNOWN);
  g_assert_cmpint (held ("dominic-raab", DEPUTY, day ("2025-10-01")), ==, BL_HELD_UNKNOWN); /* he may have come back */
  g_assert_cmpint (held ("joe-biden", DEPUTY, day ("2025-10-01")), ==, BL_HELD_UNKNOWN);
  g_assert_cmpint (held ("leonid-brezhnev", "ru/leader", day ("1970")), ==, BL_HELD_NOW); /* no start is known */
  g_assert_cmpint (held ("leonid-brezhnev", "ru/leader", day ("1990")), ==, BL_HELD_BEFORE);

  g_autoptr (BlKnowledge) more = load_folders (FIXTURES "good/knowledge", FIXTURES "nearer");
  const BlPerson *rayner = bl_knowledge_person (more, "angela-rayner");
  const BlOffice *office = bl_knowledge_office (more, DEPUTY);
  g_assert_cmpint (bl_knowledge_held (more, rayner, office, day ("2026-01-15"), NULL), ==, BL_HELD_BEFORE);
  g_assert_cmpint (bl_knowledge_held (more, rayner, office, day ("2025-10-15"), NULL), ==, BL_HELD_UNKNOWN);
}

static void
test_doubt (void)
{
  g_assert_cmpint (held ("grant-shapps", "gb/home-secretary", day ("2022-10-21")), ==, BL_HELD_NOW); /* acting */
  g_assert_cmpint (held ("grant-shapps", DEPUTY, day ("2019-05-05")), ==, BL_HELD_NOW);
  g_assert_cmpint (held ("grant-shapps", DEPUTY, day ("2022-05-05")), ==, BL_HELD_UNKNOWN); /* of low confidence */
  g_assert_cmpint (held ("joe-biden", DEPUTY, day ("2019-05-05")), ==, BL_HELD_UNKNOWN);
  /* Of an office with any number of holders only its own holders can be wrong. */
  g_assert_cmpint (held ("joe-biden", "us/senator", day ("2010-01-01")), ==, BL_HELD_UNKNOWN);
  g_assert_cmpint (held ("jim-jordan", "us/senator", day ("2020-01-01")), ==, BL_HELD_BEFORE);
  /* One of two seats is taken by somebody. */
  g_assert_cmpint (held ("angela-merkel", "cdu/leader", day ("2024-01-01")), ==, BL_HELD_UNKNOWN);
}

static void
test_terms_of_office (void)
{
  const BlOffice *office = bl_knowledge_office (kb, DEPUTY);
  g_autoptr (GPtrArray) all = bl_knowledge_terms_of_office (kb, office, (BlDateRange){ 0 });
  g_assert_cmpuint (all->len, ==, 6);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (((const BlTerm *) all->pdata[i - 1])->when.first, <=, ((const BlTerm *) all->pdata[i])->when.first);

  g_autoptr (GPtrArray) some = bl_knowledge_terms_of_office (kb, office, day ("2022-09-06"));
  g_assert_cmpuint (some->len, ==, 2);
  g_autoptr (GPtrArray) later = bl_knowledge_terms_of_office (kb, office, day ("2027"));
  g_assert_cmpuint (later->len, ==, 1); /* she may hold it still */
}

static void
test_absent (void)
{
  const BlCountry *gb = bl_knowledge_country (kb, "gb");
  const BlAbsentOffice *absent = NULL;
  const BlRole *president = bl_knowledge_role (kb, "president");
  const BlRole *vice = bl_knowledge_role (kb, "vice-president");
  g_assert_true (bl_knowledge_office_is_absent (kb, gb, president, day ("2022-03-01"), &absent));
  g_assert_cmpstr (absent->role, ==, "president");
  g_assert_true (bl_knowledge_office_is_absent (kb, gb, president, (BlDateRange){ 0 }, NULL));
  g_assert_false (bl_knowledge_office_is_absent (kb, gb, president, day ("2026-03-01"), NULL)); /* past as_of */
  g_assert_true (bl_knowledge_office_is_absent (kb, gb, vice, day ("1950"), NULL));
  g_assert_false (bl_knowledge_office_is_absent (kb, gb, vice, day ("2000-01-01"), NULL));
  g_assert_false (bl_knowledge_office_is_absent (kb, gb, vice, days ("1999-12-01", "2000-02-01"), NULL));
  g_assert_false (bl_knowledge_office_is_absent (kb, gb, vice, (BlDateRange){ 0 }, NULL));
  g_assert_false (bl_knowledge_office_is_absent (kb, gb, bl_knowledge_role (kb, "chancellor"), day ("2022"), NULL));
}

static int
member (const char *country, BlDateRange when)
{
  return bl_knowledge_is_member (kb, bl_knowledge_organisation (kb, "nato"), bl_knowledge_country (kb, country), when, NULL);
}

static void
test_member (void)
{
  const BlMembership *membership = NULL;
  g_assert_cmpint (member ("fi", day ("2023-04-04")), ==, 1);
  g_assert_cmpint (member ("fi", day ("2023-04-03")), ==, 0);
  g_assert_cmpint (member ("fi", day ("2023")), ==, -1);
  g_assert_cmpint (member ("ua", day ("2022-03-01")), ==, 0);
  g_assert_cmpint (member ("ua", day ("2026-03-01")), ==, -1);
  g_assert_cmpint (member ("gb", day ("2026-03-01")), ==, -1);
  g_assert_cmpint (member ("ge", day ("2001-06-01")), ==, -1); /* of low confidence */
  g_assert_cmpint (member ("fi", (BlDateRange){ 0 }), ==, -1);
  g_assert_cmpint (
      bl_knowledge_is_member (kb, bl_knowledge_organisation (kb, "who"), bl_knowledge_country (kb, "fi"), day ("2022"), NULL),
      ==, -1);
  bl_knowledge_is_member (kb, bl_knowledge_organisation (kb, "nato"), bl_knowledge_country (kb, "fi"), day ("2020"),
                          &membership);
  g_assert_cmpint (membership->when.first, ==, day ("2023-04-04").first);
}

static void
test_facts (void)
{
  g_autoptr (GPtrArray) all = bl_knowledge_facts (kb, "country/fi", "active-military", (BlDateRange){ 0 });
  g_autoptr (GPtrArray) now = bl_knowledge_facts (kb, "country/fi", "active-military", day ("2024-05-05"));
  g_autoptr (GPtrArray) later = bl_knowledge_facts (kb, "country/fi", "active-military", day ("2029"));
  g_autoptr (GPtrArray) none = bl_knowledge_facts (kb, "country/fi", "active", day ("2024"));
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpfloat (((const BlFact *) now->pdata[0])->high, ==, 24000);
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_treaty (void)
{
  const BlTreaty *treaty = bl_knowledge_treaty (kb, "budapest-memorandum");
  g_assert_cmpuint (treaty->n_parties, ==, 4);
  g_assert_cmpstr (treaty->parties[3]->id, ==, "ua");
  g_assert_cmpuint (treaty->n_organisations, ==, 1);
  g_assert_cmpstr (treaty->place, ==, "Budapest");
  g_assert_cmpint (treaty->signed_on.day, ==, 5);
}

static void
test_check (void)
{
  g_autoptr (BlKnowledge) doubtful = load_folders (FIXTURES "doubtful/knowledge", NULL);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  guint n = bl_knowledge_check (doubtful, problems);
  g_autofree char *found = list_problems (problems, FIXTURES "doubtful/knowledge/");
  g_autofree char *wanted = NULL;
  g_assert_true (g_file_get_contents (FIXTURES "doubtful/expected.txt", &wanted, NULL, NULL));
  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpuint (n, ==, bl_problems_list (problems)->len);
  g_assert_false (bl_problems_any_partial (problems));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kb = load_good ();
  g_test_add_func ("/knowledge/terms/held", test_held);
  g_test_add_func ("/knowledge/terms/hand-over", test_hand_over);
  g_test_add_func ("/knowledge/terms/intervals", test_intervals);
  g_test_add_func ("/knowledge/terms/open-ends", test_open_ends);
  g_test_add_func ("/knowledge/terms/doubt", test_doubt);
  g_test_add_func ("/knowledge/terms/of-office", test_terms_of_office);
  g_test_add_func ("/knowledge/terms/absent", test_absent);
  g_test_add_func ("/knowledge/terms/member", test_member);
  g_test_add_func ("/knowledge/terms/facts", test_facts);
  g_test_add_func ("/knowledge/terms/treaty", test_treaty);
  g_test_add_func ("/knowledge/terms/check", test_check);
  int status = g_test_run ();
  bl_knowledge_free (kb);
  return status;
}
