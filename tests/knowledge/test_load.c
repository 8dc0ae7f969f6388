#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"

static void
test_good (void)
{
  g_autoptr (BlKnowledge) kb = load_good ();
  g_assert_cmpuint (bl_knowledge_countries (kb)->len, ==, 12);
  g_assert_cmpuint (bl_knowledge_organisations (kb)->len, ==, 3);
  g_assert_cmpuint (bl_knowledge_roles (kb)->len, ==, 10);
  g_assert_cmpuint (bl_knowledge_treaties (kb)->len, ==, 1);
  g_assert_cmpuint (bl_knowledge_n_facts (kb), ==, 3);
  g_assert_cmpuint (bl_knowledge_n_terms (kb), ==, 21);

  const BlPerson *raab = bl_knowledge_person (kb, "dominic-raab");
  g_assert_cmpstr (raab->name, ==, "Dominic Raab");
  g_assert_cmpstr (raab->family, ==, "Raab");
  g_assert_cmpint (raab->gender, ==, 'm');
  g_assert_true (raab->country == bl_knowledge_country (kb, "gb"));
  g_assert_cmpuint (raab->n_terms, ==, 2);
  g_assert_cmpint (raab->terms[0]->from.year, ==, 2021); /* by start, not as written */
  g_assert_true (raab->terms[0]->person == raab);
  g_assert_null (raab->aliases[0]);
  g_assert_cmpstr (bl_knowledge_person (kb, "donald-trump-jr")->family, ==, "Trump");
  g_assert_cmpstr (bl_knowledge_person (kb, "ursula-von-der-leyen")->family, ==, "von der Leyen");
  g_assert_null (bl_knowledge_person (kb, "nobody"));
}

static void
test_reference (void)
{
  g_autoptr (BlKnowledge) kb = load_good ();
  const BlTerm *term = bl_knowledge_person (kb, "grant-shapps")->terms[0];
  g_assert_cmpstr (term->reference.file, ==, "good/knowledge/persons.json");
  g_assert_cmpstr (term->reference.entry, ==, "grant-shapps");
  g_assert_cmpstr (term->reference.source, ==, "a made-up gazette");
  g_assert_true (term->reference.low_confidence);
  g_assert_cmpstr (bl_knowledge_country (kb, "gb")->absent[0].reference.source, ==, "no constitution knows one");
}

static void
test_offices (void)
{
  g_autoptr (BlKnowledge) kb = load_good ();
  const BlOffice *implied = bl_knowledge_office (kb, "de/chancellor");
  g_assert_true (implied->country == bl_knowledge_country (kb, "de"));
  g_assert_true (implied->role == bl_knowledge_role (kb, "chancellor"));
  g_assert_cmpuint (implied->seats, ==, 1);
  g_assert_cmpstr (implied->jurisdiction, ==, "de");
  g_assert_true (bl_knowledge_office_of (kb, "de", implied->role) == implied);
  g_assert_null (bl_knowledge_office_of (kb, "gb", implied->role));

  const BlOffice *party = bl_knowledge_office (kb, "cdu/leader");
  g_assert_null (party->country);
  g_assert_true (party->organisation == bl_knowledge_organisation (kb, "cdu"));
  g_assert_cmpuint (party->seats, ==, 2);

  const BlOffice *described = bl_knowledge_office (kb, "us/governor-of-texas");
  g_assert_cmpstr (described->role->id, ==, "governor");
  g_assert_cmpstr (described->labels[1], ==, "Texas governor");
  g_assert_cmpuint (bl_knowledge_office (kb, "gb/home-secretary")->seats, ==, 1); /* the role's */

  const BlRole *governor = described->role;
  g_assert_true (implied->role->national && !implied->role->courtesy);
  g_assert_true (governor->courtesy && !governor->national);
  g_assert_true (bl_role_excludes (governor, bl_knowledge_role (kb, "senator")));
  g_assert_true (bl_role_excludes (bl_knowledge_role (kb, "senator"), governor));
  g_assert_false (bl_role_excludes (governor, governor));
  g_assert_false (bl_role_excludes (governor, implied->role));
}

/* What names say whoever bears them. */
static void
test_name_words (void)
{
  g_autoptr (BlKnowledge) kb = load_good ();
  const GPtrArray *same = bl_knowledge_persons_by_family_class (kb, "rab");
  g_assert_nonnull (same);
  g_assert_cmpstr (((const BlPerson *) same->pdata[0])->id, ==, "dominic-raab");
  g_assert_null (bl_knowledge_persons_by_family_class (kb, "raab"));          /* that is no class: doubled letters are one */
  g_assert_cmpint (bl_knowledge_gender_of_given_name (kb, "dominic"), ==, 0); /* only one */
  g_assert_cmpint (bl_knowledge_gender_of_given_name (kb, "nobody"), ==, 0);

  guint n = 0;
  gboolean found = FALSE;
  const BlNameBeginning *beginnings = bl_knowledge_name_beginnings (kb, &n);
  for (guint i = 0; i < n; i++)
    found |= strcmp (beginnings[i].word, "dominic") == 0 && beginnings[i].men == 1 && !beginnings[i].alone;
  g_assert_true (found);
  g_assert_cmpuint (bl_knowledge_n_terms_in (kb, bl_knowledge_organisation (kb, "cdu")), ==, 1);
}

static void
test_genders (void)
{
  g_autofree char *path = NULL;
  g_close (g_file_open_tmp ("belie-genders-XXXXXX.json", &path, NULL), NULL);
  static const char text[] = "{\"format\": 1, \"source\": \"a gazette\", \"persons\": ["
                             "{\"id\": \"a\", \"name\": \"Ada Oak\", \"gender\": \"f\"},"
                             "{\"id\": \"b\", \"name\": \"Ada Elm\", \"gender\": \"f\"},"
                             "{\"id\": \"c\", \"name\": \"Kim Oak\", \"gender\": \"f\"},"
                             "{\"id\": \"d\", \"name\": \"Kim Elm\", \"gender\": \"m\"},"
                             "{\"id\": \"e\", \"name\": \"Ivo\", \"gender\": \"m\"},"
                             "{\"id\": \"f\", \"name\": \"Ivo Ash\", \"gender\": \"m\"}]}";
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_autoptr (BlKnowledge) kb = load_folders (path, NULL);
  g_assert_cmpint (bl_knowledge_gender_of_given_name (kb, "ada"), ==, 'f');
  g_assert_cmpint (bl_knowledge_gender_of_given_name (kb, "kim"), ==, 0); /* they do not agree */
  g_assert_cmpint (bl_knowledge_gender_of_given_name (kb, "ivo"), ==, 0); /* a whole name is no given name */
  g_remove (path);
}

static void
test_nearest_wins (void)
{
  g_autoptr (BlKnowledge) kb = load_folders (FIXTURES "good/knowledge", FIXTURES "nearer");
  const BlPerson *merz = bl_knowledge_person (kb, "friedrich-merz");
  g_assert_cmpstr (merz->aliases[0], ==, "Fritz Merz");
  g_assert_cmpuint (merz->n_terms, ==, 1);
  g_assert_cmpstr (merz->reference.source, ==, "our own desk");
  g_assert_nonnull (bl_knowledge_person (kb, "jane-roe"));
  g_assert_null (bl_knowledge_office (kb, "cdu/leader")); /* only the entry that was replaced named it */
  g_assert_cmpuint (bl_knowledge_n_terms (kb), ==, 21);

  g_autoptr (GPtrArray) facts = bl_knowledge_facts (kb, "country/fi", "active-military", day ("2023"));
  g_assert_cmpuint (facts->len, ==, 1);
  g_assert_cmpfloat (((const BlFact *) facts->pdata[0])->low, ==, 24000);
}

static void
test_problems (void)
{
  const char *paths[] = { FIXTURES "bad/knowledge", NULL };
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlKnowledge) kb = bl_knowledge_load (paths, problems, &error);
  g_assert_null (kb);
  g_assert_error (error, BL_KNOWLEDGE_ERROR, BL_KNOWLEDGE_ERROR_SCHEMA);
  g_autofree char *found = list_problems (problems, FIXTURES "bad/knowledge/");
  g_autofree char *wanted = NULL;
  g_assert_true (g_file_get_contents (FIXTURES "bad/expected.txt", &wanted, NULL, NULL));
  g_assert_cmpstr (found, ==, wanted);
  g_assert_true (g_str_has_suffix (error->message, "unknown key “demonym”; did you mean “demonyms”?"));
}

static void
test_missing_folder (void)
{
  const char *paths[] = { FIXTURES "nowhere", NULL };
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_knowledge_load (paths, problems, &error));
  g_assert_nonnull (strstr (error->message, "nowhere"));
  g_assert_cmpuint (bl_problems_list (problems)->len, ==, 1);
}

static void
test_hash (void)
{
  g_autoptr (BlKnowledge) one = load_good ();
  g_autoptr (BlKnowledge) same = load_folders (FIXTURES "good/knowledge/", NULL);
  g_autoptr (BlKnowledge) more = load_folders (FIXTURES "good/knowledge", FIXTURES "nearer/own.json");
  g_assert_cmpuint (strlen (bl_knowledge_hash (one)), ==, 64);
  g_assert_cmpstr (bl_knowledge_hash (one), ==, bl_knowledge_hash (same));
  g_assert_cmpstr (bl_knowledge_hash (one), !=, bl_knowledge_hash (more));
}

static void
test_empty (void)
{
  const char *paths[] = { NULL };
  g_autoptr (BlKnowledge) kb = bl_knowledge_load (paths, NULL, NULL);
  BlNameCandidate found[1];
  guint n = 7;
  BlSurface surfaces[1];
  const char *tokens[] = { "us" };
  g_assert_null (bl_knowledge_person (kb, "x"));
  g_assert_cmpuint (bl_name_search (kb, "Somebody Else", found, 1), ==, 0);
  g_assert_cmpuint (bl_knowledge_match_surface (kb, tokens, 1, surfaces, 1, &n), ==, 0);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/load/good", test_good);
  g_test_add_func ("/knowledge/load/reference", test_reference);
  g_test_add_func ("/knowledge/load/offices", test_offices);
  g_test_add_func ("/knowledge/load/name-words", test_name_words);
  g_test_add_func ("/knowledge/load/genders", test_genders);
  g_test_add_func ("/knowledge/load/nearest-wins", test_nearest_wins);
  g_test_add_func ("/knowledge/load/problems", test_problems);
  g_test_add_func ("/knowledge/load/missing-folder", test_missing_folder);
  g_test_add_func ("/knowledge/load/hash", test_hash);
  g_test_add_func ("/knowledge/load/empty", test_empty);
  return g_test_run ();
}
