/* "Did you mean": which slips are near enough. */
#include "base/word.h"

static void
test_slips (void)
{
  static const char *const keys[] = { "predicate", "polarity", "name", "names", "id", "modality", "źródło", NULL };
  static const struct
  {
    const char *word;
    const char *nearest;
  } cases[] = {
    { "name", "name" },    /* itself, though another is near */
    { "Name", "name" },    /* case counts for nothing */
    { "nmae", "name" },    /* two neighbours swapped are one slip, */
    { "enma", NULL },      /* two such swaps are two */
    { "nam", "name" },     /* one missing; "names" is further */
    { "namess", "names" }, /* one too many */
    { "predicat", "predicate" },
    { "perdikate", "predicate" },
    { "prdikt", NULL },
    { "polarty", "polarity" },
    { "modality", "modality" },
    { "colour", NULL },
    { "is", "id" },
    { "x", NULL },
    { "", NULL },
    { "zrodlo", NULL },
    { "źrodło", "źródło" },

  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpstr (bl_nearest_word (cases[i].word, keys), ==, cases[i].nearest);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint distance;
  } cases[] = {
    { "", "", 0 },          { "", "abc", 3 },      { "Merkel", "merkel", 0 },   { "Merkel", "Merkle", 1 },
    { "Raab", "Robb", 2 },  { "aaab", "aab", 1 },  { "abab", "baab", 1 },       { "Ärzte", "ärzten", 1 },
    { "abc", "xaxbxc", 3 }, { "Łódź", "Lodz", 3 }, { "raspberry", "berry", 4 }, { "no\xFFn", "non", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (bl_word_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
      g_assert_cmpuint (bl_word_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
    }
  g_autofree char *longest = g_strnfill (65, 'a');
  g_assert_cmpuint (bl_word_distance (longest, "a"), ==, G_MAXUINT);
}

static void
test_nothing_near (void)
{
  static const char *const none[] = { NULL };
  g_assert_null (bl_nearest_word ("name", none));
  g_assert_null (bl_nearest_word ("name", NULL));
  g_assert_null (bl_nearest_word (NULL, none));
  g_assert_cmpstr (bl_nearest_word ("id\xFF", (const char *[]){ "id", NULL }), ==, "id"); /* not UTF-8, and still a word */
  g_autofree char *endless = g_strnfill (100000, 'a');
  const char *const candidates[] = { endless, "aaaa", NULL };
  g_assert_null (bl_nearest_word (endless, candidates));
  g_assert_cmpstr (bl_nearest_word ("aaa", candidates), ==, "aaaa");
}

/* One slip of any kind in a word of six letters is always found again. */
static void
test_one_slip_property (void)
{
  static const char *const candidates[] = { "claims", "sentence", NULL };
  const char *word = candidates[0];
  for (int i = 0; i < 6; i++)
    {
      g_autoptr (GString) missing = g_string_new (word);
      g_string_erase (missing, i, 1);
      g_assert_cmpstr (bl_nearest_word (missing->str, candidates), ==, word);
      g_autoptr (GString) extra = g_string_new (word);
      g_string_insert_c (extra, i, 'q');
      g_assert_cmpstr (bl_nearest_word (extra->str, candidates), ==, word);
      g_autoptr (GString) other = g_string_new (word);
      other->str[i] = 'q';
      g_assert_cmpstr (bl_nearest_word (other->str, candidates), ==, word);
      g_autoptr (GString) swapped = g_string_new (word);
      swapped->str[i] = word[(i + 1) % 6];
      swapped->str[(i + 1) % 6] = word[i];
      if (i < 5)
        g_assert_cmpstr (bl_nearest_word (swapped->str, candidates), ==, word);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/slips", test_slips);
  g_test_add_func ("/word/distance", test_distance);
  g_test_add_func ("/word/nothing-near", test_nothing_near);
  g_test_add_func ("/word/one-slip/property", test_one_slip_property);
  return g_test_run ();
}
