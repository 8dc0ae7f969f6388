#include <string.h>

#include "fixture.h"

static BlKnowledge *kb;

static const char *const relations[] = { "same", "variant", "near", "other" };

static void
test_class (void)
{
  static const struct
  {
    const char *a;
    const char *b;
  } equal[] = {
    { "Zelenskyy", "Zelenskiy" }, { "Zelensky", "Zelenski" }, { "Yevgeny", "Evgenii" },
    { "Sergey", "Sergei" },       { "Lavrov", "Lavrow" },     { "Kuznetsov", "Kuznezow" },
    { "Philipp", "Filip" },       { "Mahmoud", "Mahmood" },   { "Shchekochikhin", "Schekotschihin" },
    { "Fadzayev", "Fadzaev" },    { "Maria", "Mariya" },      { "Yuri", "Iurii" },
    { "Tkachuk", "Tkatchouk" },   { "Dominic", "Dominique" }, { "Maksym", "Maxim" },
    { "Łukasz", "Lukasz" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (equal); i++)
    {
      g_autofree char *a = bl_name_class (equal[i].a);
      g_autofree char *b = bl_name_class (equal[i].b);
      g_assert_cmpstr (a, ==, b);
      g_assert_cmpfloat (bl_name_token_similarity (kb, equal[i].a, equal[i].b), ==, 1);
    }
  g_autofree char *yana = bl_name_class ("Yana");
  g_autofree char *ana = bl_name_class ("Ana");
  g_assert_cmpstr (yana, !=, ana);
}

static void
test_token_similarity (void)
{
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Raab", "Robb"), >, 0.8);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Merkel", "Merkle"), >, 0.8);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Clintons", "Clinton"), <, 0.84); /* the family */
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Sindzatse", "Tsintsadze"), >, 0.9);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Raab", "Ross"), <, 0.7);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Biden", "Trump"), <, 0.3);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "", "Trump"), ==, 0);
  g_assert_cmpfloat (bl_name_token_similarity (kb, "Волков", "Волков"), ==, 1);
  static const char *const names[] = { "Raab", "Klympush", "Schwarzenegger", "Xi", "Ng", "Ó", "a", "Bartholomäus" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        double there = bl_name_token_similarity (kb, names[i], names[j]);
        g_assert_cmpfloat (there, ==, bl_name_token_similarity (kb, names[j], names[i]));
        g_assert_true (there >= 0 && there <= 1 && (there == 1) == (i == j));
      }
}

static void
test_compare (void)
{
  static const struct
  {
    const char *spelling;
    const char *person;
    BlNameRelation wanted;
  } cases[] = {
    { "Dominic Raab", "dominic-raab", BL_NAME_SAME },
    { "DOMINIC RAAB", "dominic-raab", BL_NAME_SAME },
    { "Raab", "dominic-raab", BL_NAME_SAME },
    { "Mr Raab", "dominic-raab", BL_NAME_SAME },
    { "Monsieur Dominic Raab", "dominic-raab", BL_NAME_SAME },
    { "D. Raab", "dominic-raab", BL_NAME_VARIANT },
    { "Dominic Rennie Raab", "dominic-raab", BL_NAME_VARIANT },
    { "Dominique Robb", "dominic-raab", BL_NAME_NEAR },
    { "Dominic Robb", "dominic-raab", BL_NAME_NEAR },
    { "Dominic", "dominic-raab", BL_NAME_OTHER },
    { "Dominic Grieve", "dominic-raab", BL_NAME_OTHER },
    { "Oliver Raab", "dominic-raab", BL_NAME_OTHER },
    { "Joseph Biden", "joe-biden", BL_NAME_SAME },
    { "Joseph R. Biden Jr", "joe-biden", BL_NAME_SAME },
    { "Joseph Robinette Biden Jr.", "joe-biden", BL_NAME_VARIANT },
    { "Hunter Biden", "joe-biden", BL_NAME_OTHER },
    { "Joe Biden", "hunter-biden", BL_NAME_OTHER },
    { "Donald Trump Jr.", "donald-trump", BL_NAME_OTHER },
    { "Donald Trump", "donald-trump-jr", BL_NAME_OTHER },
    { "Donald John Trump", "donald-trump", BL_NAME_VARIANT },
    { "Donald K. Trump", "donald-trump", BL_NAME_VARIANT }, /* the name without an initial is one of his too */
    { "Ivanka Trump", "donald-trump", BL_NAME_OTHER },
    { "JD Vance", "jd-vance", BL_NAME_SAME },
    { "J. D. Vance", "jd-vance", BL_NAME_SAME },
    { "William Clinton", "bill-clinton", BL_NAME_VARIANT },
    { "Ron Klein", "ron-klain", BL_NAME_NEAR },
    { "Kevin Liptok", "kevin-liptak", BL_NAME_NEAR },
    { "Kate Beddingfield", "kate-bedingfield", BL_NAME_NEAR },
    { "Beddingfield", "kate-bedingfield", BL_NAME_NEAR },
    { "Mertz", "friedrich-merz", BL_NAME_NEAR },
    { "Friedrich Mertz", "friedrich-merz", BL_NAME_NEAR },
    { "Angela Merkle", "angela-merkel", BL_NAME_NEAR },
    { "Angela Rayner", "angela-merkel", BL_NAME_OTHER },
    { "Emanuel Macron", "emmanuel-macron", BL_NAME_NEAR },
    { "Mihail Baranowski", "michal-baranowski", BL_NAME_NEAR },
    { "Michal Baranowski", "michal-baranowski", BL_NAME_SAME },
    { "Sergei Lavrov", "sergey-lavrov", BL_NAME_VARIANT },
    { "Sergej Lawrow", "sergey-lavrov", BL_NAME_VARIANT },
    { "Serhiy Lavrov", "sergey-lavrov", BL_NAME_VARIANT },
    { "Sergei Viktorovich Lavrov", "sergey-lavrov", BL_NAME_VARIANT },
    { "Lavrov", "sergey-lavrov", BL_NAME_SAME },
    { "Сергей Лавров", "sergey-lavrov", BL_NAME_OTHER }, /* known exactly only: bl_knowledge_persons_named() */
    { "Vladimir Zelensky", "volodymyr-zelensky", BL_NAME_VARIANT },
    { "Volodymyr Zelenskiy", "volodymyr-zelensky", BL_NAME_VARIANT },
    { "Zelenskyy", "volodymyr-zelensky", BL_NAME_SAME },
    { "Zelinsky", "volodymyr-zelensky", BL_NAME_NEAR },
    { "Olena Zelenska", "volodymyr-zelensky", BL_NAME_OTHER },
    { "David Arakamiya", "davyd-arakhamia", BL_NAME_NEAR },
    { "Davyd Arakhamiya", "davyd-arakhamia", BL_NAME_VARIANT },
    { "Ivana Klimbush-Sindzatse", "ivanna-klympush-tsintsadze", BL_NAME_NEAR },
    { "Ivanna Klympush Tsintsadze", "ivanna-klympush-tsintsadze", BL_NAME_SAME },
    { "Klympush-Tsintsadze", "ivanna-klympush-tsintsadze", BL_NAME_SAME },
    { "Bashar Assad", "bashar-al-assad", BL_NAME_VARIANT },
    { "Bashar el-Assad", "bashar-al-assad", BL_NAME_VARIANT },
    { "Assad", "bashar-al-assad", BL_NAME_VARIANT },
    { "Hafez al-Assad", "bashar-al-assad", BL_NAME_OTHER },
    { "Kim Jong Un", "kim-jong-un", BL_NAME_SAME },
    { "Kim Jongun", "kim-jong-un", BL_NAME_SAME },
    { "Ursula van der Leyen", "ursula-von-der-leyen", BL_NAME_VARIANT },
    { "von der Leyen", "ursula-von-der-leyen", BL_NAME_SAME },
    { "Von der Leyn", "ursula-von-der-leyen", BL_NAME_NEAR },
    { "Thérèse Coffey", "therese-coffey", BL_NAME_SAME },
    { "Therese Coffey", "therese-coffey", BL_NAME_SAME },
    { "Juergen Soeberg", "jurgen-soberg", BL_NAME_SAME },
    { "Jurgen Soberg", "jurgen-soberg", BL_NAME_SAME },
    { "Soeberg", "jurgen-soberg", BL_NAME_SAME },
    { "", "dominic-raab", BL_NAME_OTHER },
    { "...", "dominic-raab", BL_NAME_OTHER },
    { "Mr", "dominic-raab", BL_NAME_OTHER },
    { "Al Biden", "joe-biden", BL_NAME_OTHER }, /* no Arabic article */
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double likely = -1;
      BlNameRelation found = bl_name_compare (kb, cases[i].spelling, bl_knowledge_person (kb, cases[i].person), &likely);
      g_test_message ("%s ~ %s: %s %.3f", cases[i].spelling, cases[i].person, relations[found], likely);
      g_assert_cmpstr (relations[found], ==, relations[cases[i].wanted]);
      g_assert_true (found == BL_NAME_SAME ? likely == 1 : likely < 1);
      if (found == BL_NAME_NEAR)
        g_assert_cmpfloat (likely, >, 0.003);
      if (found == BL_NAME_OTHER)
        g_assert_cmpfloat (likely, ==, 0);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *spelling;
    const char *first; /* NULL: nobody */
  } cases[] = {
    { "Dominique Robb", "dominic-raab" },
    { "David Arakamiya", "davyd-arakhamia" },
    { "Ivana Klimbush-Sindzatse", "ivanna-klympush-tsintsadze" },
    { "Kevin Liptok", "kevin-liptak" },
    { "Kate Beddingfield", "kate-bedingfield" },
    { "Mertz", "friedrich-merz" },
    { "Mihail Baranowski", "michal-baranowski" },
    { "Angela Merkle", "angela-merkel" },
    { "Emanuel Macron", "emmanuel-macron" },
    { "Ron Klein", "ron-klain" },
    { "Vladimir Zelenski", "volodymyr-zelensky" },
    { "William J. Clinton", "bill-clinton" },
    { "Volodymyr Oleksandrovych Zelenskyy", "volodymyr-zelensky" },
    { "Dominic Raab", "dominic-raab" },
    { "Zelensky Volodymyr", "volodymyr-zelensky" },
    { "Somebody Else", NULL },
    { "", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlNameCandidate found[4];
      guint n = bl_name_search (kb, cases[i].spelling, found, 4);
      g_test_message ("%s: %s %.3f", cases[i].spelling, n > 0 ? found[0].person->id : "nobody",
                      n > 0 ? found[0].probability : 0);
      g_assert_cmpstr (n > 0 ? found[0].person->id : NULL, ==, cases[i].first);
      for (guint j = 1; j < n; j++)
        g_assert_true (found[j - 1].relation <= found[j].relation);
    }
}

/* The index finds whom a comparison with everybody finds, for every name with a letter changed, dropped, doubled or swapped. */
static void
test_search_is_complete (void)
{
  const GPtrArray *persons = bl_knowledge_persons (kb);
  guint asked = 0;
  guint lost = 0;
  for (guint i = 0; i < persons->len; i++)
    {
      const BlPerson *person = g_ptr_array_index (persons, i);
      gsize length = strlen (person->name);
      for (gsize at = 0; at < length * 4; at++)
        {
          g_autoptr (GString) spelling = g_string_new (person->name);
          gsize place = at / 4;
          if (at % 4 == 0)
            spelling->str[place] = 'e';
          else if (at % 4 == 1)
            g_string_erase (spelling, (gssize) place, 1);
          else if (at % 4 == 2)
            g_string_insert_c (spelling, (gssize) place, spelling->str[place]);
          else if (place + 1 < length)
            {
              char first = spelling->str[place];
              spelling->str[place] = spelling->str[place + 1];
              spelling->str[place + 1] = first;
            }
          if (!g_utf8_validate (spelling->str, -1, NULL))
            continue;
          if (bl_name_compare (kb, spelling->str, person, NULL) == BL_NAME_OTHER)
            continue;
          BlNameCandidate found[64];
          guint n = bl_name_search (kb, spelling->str, found, 64);
          gboolean is_found = FALSE;
          for (guint j = 0; j < n; j++)
            is_found |= found[j].person == person;
          asked++;
          lost += !is_found;
          if (!is_found)
            g_test_message ("lost: %s", spelling->str);
        }
    }
  g_test_message ("%u asked, %u lost", asked, lost);
  g_assert_cmpuint (asked, >, 1000);
  g_assert_cmpuint (lost * 100, <=, asked);
}

/* A base without a model guesses. */
static void
test_probability_without_model (void)
{
  g_assert_cmpfloat (bl_name_probability (kb, "Jane Doe", "Jane Doe", NULL), ==, 1);
  g_assert_cmpfloat (bl_name_probability (kb, "Jane Doe", "Doe Jane", NULL), >, 0.9);
  g_assert_cmpfloat (bl_name_probability (kb, "Jon Smithson", "John Smithsen", NULL), >, 0.2);
  g_assert_cmpfloat (bl_name_probability (kb, "Jane Roe", "Peter Roe", NULL), <, 0.01);
  g_assert_cmpfloat (bl_name_probability (kb, "John Smith", "John Smith Jr.", NULL), <, 0.05);
  g_assert_cmpfloat (bl_name_probability (kb, "", "", NULL), <, 0.01);
  g_assert_cmpfloat (bl_name_probability (kb, "Jane Roe", "Ann Ashworth", NULL), <, 0.01);
}

static void
test_exact_tables (void)
{
  g_assert_cmpuint (bl_knowledge_persons_named (kb, "dominic raab")->len, ==, 1);
  g_assert_nonnull (bl_knowledge_persons_named (kb, "jd vance"));
  g_assert_nonnull (bl_knowledge_persons_named (kb, "j d vance"));
  g_assert_nonnull (bl_knowledge_persons_named (kb, "therese coffey"));
  g_assert_nonnull (bl_knowledge_persons_named (kb, "сергей лавров"));
  g_assert_nonnull (bl_knowledge_persons_named (kb, "juergen soeberg"));
  g_assert_nonnull (bl_knowledge_persons_by_family (kb, "soeberg"));
  g_assert_null (bl_knowledge_persons_named (kb, "raab"));
  g_assert_cmpuint (bl_knowledge_persons_by_family (kb, "biden")->len, ==, 2);
  g_assert_cmpuint (bl_knowledge_persons_by_family (kb, "trump")->len, ==, 2);
  g_assert_nonnull (bl_knowledge_persons_by_family (kb, "al assad"));
  g_assert_nonnull (bl_knowledge_persons_by_family (kb, "assad"));
  g_assert_nonnull (bl_knowledge_persons_by_family (kb, "von der leyen"));
  g_assert_null (bl_knowledge_persons_by_family (kb, "dominic"));
  g_assert_true (bl_name_is_known_token (kb, "raab"));
  g_assert_true (bl_name_is_known_token (kb, "grace"));
  g_assert_false (bl_name_is_known_token (kb, "table"));
}

static gpointer
search_in_thread (gpointer data)
{
  BlNameCandidate found[1];
  return GUINT_TO_POINTER (bl_name_search (data, "Dominique Robb", found, 1));
}

/* The index is built by whoever asks first; the others wait for it. */
static void
test_threads (void)
{
  g_autoptr (BlKnowledge) own = load_good_with_costs ();
  GThread *threads[4];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_in_thread, own);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 1);
}

static void
test_probability (void)
{
  BlNameEvidence evidence;
  g_assert_cmpfloat (bl_name_probability (kb, "Ada Lovell", "Ada Lovell", &evidence), ==, 1);
  const double slip = bl_name_probability (kb, "Ada Lovel", "Ada Lowell", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_CLASS_LETTERS] + evidence.value[BL_EVIDENCE_LETTERS], >, 0);
  const double other = bl_name_probability (kb, "Ada Lovell", "Brigid Lovell", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_IMPOSSIBLE], ==, 1);
  g_assert_cmpfloat (slip, >, other);
  bl_name_probability (kb, "AdaLovell", "Ada Lovell", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_JOINED], ==, 0); /* nothing differs but the space */
}

/* Who is whose child is not a matter of order, and a father's name may be left out on one side. */
static void
test_fathers (void)
{
  BlNameEvidence evidence;
  bl_name_probability (kb, "Omar bin Rashid", "Rashid bin Omar", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_IMPOSSIBLE], ==, 1);
  bl_name_probability (kb, "Omar bin Rashid", "Omar ibn Rashid", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_IMPOSSIBLE], ==, 0);
  bl_name_probability (kb, "Pavel Lomin", "Pavel Andreyevich Lomin", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_OVER_WORDS], ==, 0);
  bl_name_probability (kb, "Pavel Ivanovich", "Pavel Ivanovich Lomin", &evidence); /* here it may be the family name */
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_OVER_WORDS], ==, 1);
  bl_name_probability (kb, "Pavel Stepanovich Lomin", "Pavel Andreyevich Lomin", &evidence);
  g_assert_cmpfloat (evidence.value[BL_EVIDENCE_OVER_BOTH], ==, 1);
}

static void
test_rank (void)
{
  BlNameCandidate found[3];
  static const char *const same[] = { "Dominic Raab", "Raab, Dominic" };
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_cmpuint (bl_name_rank (kb, same[i], found, 3), >=, 1);
      g_assert_cmpstr (found[0].person->id, ==, "dominic-raab");
      g_assert_cmpfloat (found[0].probability, ==, 1);
    }
  static const char *const near[] = { "Dominique Robb", "Домінік Рааб" };
  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    {
      g_assert_cmpuint (bl_name_rank (kb, near[i], found, 3), >=, 1);
      g_assert_cmpstr (found[0].person->id, ==, "dominic-raab");
      g_assert_cmpfloat (found[0].probability, <, 1);
    }
  g_assert_cmpuint (bl_name_rank (kb, "", found, 3), ==, 0);
  g_assert_cmpuint (bl_name_rank (kb, "Wilhelmina Oxenstierna", found, 3), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kb = load_good_with_costs ();
  g_test_add_func ("/knowledge/names/class", test_class);
  g_test_add_func ("/knowledge/names/token-similarity", test_token_similarity);
  g_test_add_func ("/knowledge/names/compare", test_compare);
  g_test_add_func ("/knowledge/names/search", test_search);
  g_test_add_func ("/knowledge/names/search-is-complete", test_search_is_complete);
  g_test_add_func ("/knowledge/names/probability-without-model", test_probability_without_model);
  g_test_add_func ("/knowledge/names/exact-tables", test_exact_tables);
  g_test_add_func ("/knowledge/names/threads", test_threads);
  g_test_add_func ("/knowledge/names/probability", test_probability);
  g_test_add_func ("/knowledge/names/fathers", test_fathers);
  g_test_add_func ("/knowledge/names/rank", test_rank);
  int status = g_test_run ();
  bl_knowledge_free (kb);
  return status;
}
