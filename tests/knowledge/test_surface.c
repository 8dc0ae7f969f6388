#include "fixture.h"
#include "text/fold.h"

static BlKnowledge *kb;

/* Matches at the start of text: what it takes, and its readings as "KIND:ID", "?" for ambiguous. */
static char *
match (const char *text)
{
  static const char *const kinds[] = { "country", "demonym", "capital", "metonym", "organisation", "role", "office", "treaty" };
  g_autofree char *folded = bl_fold_letters (text, -1);
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
  BlSurface found[8];
  guint n = 0;
  guint taken = bl_knowledge_match_surface (kb, (const char *const *) tokens, g_strv_length (tokens), found, 8, &n);
  GString *answer = g_string_new (NULL);
  g_string_printf (answer, "%u", taken);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (answer, " %s:%s%s", kinds[found[i].kind], *(const char *const *) found[i].entity,
                            found[i].ambiguous ? "?" : "");
  return g_string_free (answer, FALSE);
}

static void
test_longest (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "Britain", "1 country:gb" },
    { "Great Britain and France", "2 country:gb" },
    { "Great expectations", "0" },
    { "United States of America", "4 country:us" },
    { "United States of Europe", "2 country:us" },
    { "US president", "1 country:us" },
    { "U.S. president", "2 country:us" },
    { "Washington said", "1 capital:us" },
    { "Washington, D.C., said", "3 metonym:us" },
    { "Washington DC said", "2 metonym:us" },
    { "White House", "2 metonym:us" },
    { "Kremlin", "1 metonym:ru" },
    { "Gambia", "1 country:gm" },
    { "prime minister", "2 role:prime-minister" },
    { "prime suspect", "0" },
    { "deputy prime minister Raab", "3 role:deputy-prime-minister" },
    { "deputy director", "0" },
    { "home secretary", "2 office:gb/home-secretary" },
    { "governor of Texas", "3 office:us/governor-of-texas" },
    { "governor of Maine", "1 role:governor" },
    { "secretary-general", "2 role:secretary-general" },
    { "NATO", "1 organisation:nato" },
    { "Alliance", "1 organisation:nato" },
    { "Budapest Memorandum", "2 treaty:budapest-memorandum" },
    { "Singapore", "1 country:sg" }, /* of one entity the first reading */
    { "Georgia", "1 country:ge?" },
    { "Georgian", "1 demonym:ge" },
    { "Jordan", "1 country:jo?" }, /* Jim Jordan */
    { "Korean", "1 demonym:kp? demonym:kr?" },
    { "North Korean", "2 demonym:kp" },
    { "Dominic Raab", "0" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = match (cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (answer, ==, cases[i].wanted);
    }
}

static void
test_written (void)
{
  const char *tokens[] = { "who" };
  BlSurface found[1];
  guint n = 0;
  g_assert_cmpuint (bl_knowledge_match_surface (kb, tokens, 1, found, 1, &n), ==, 1);
  g_assert_cmpstr (found[0].written, ==, "WHO"); /* no pronoun: the caller sees it by the case */
  g_assert_cmpuint (bl_knowledge_match_surface (kb, tokens, 1, NULL, 0, &n), ==, 1);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (bl_knowledge_match_surface (kb, tokens, 0, found, 1, &n), ==, 0);
}

/* Every name of the base is found by itself, in full. */
static void
test_all_found (void)
{
  const GPtrArray *countries = bl_knowledge_countries (kb);
  for (guint i = 0; i < countries->len; i++)
    {
      const BlCountry *country = g_ptr_array_index (countries, i);
      g_autofree char *folded = bl_fold_letters (country->name, -1);
      g_auto (GStrv) tokens = g_strsplit (g_str_has_prefix (folded, "the ") ? folded + 4 : folded, " ", -1);
      BlSurface found[1];
      guint n = 0;
      guint taken = bl_knowledge_match_surface (kb, (const char *const *) tokens, g_strv_length (tokens), found, 1, &n);
      g_assert_cmpuint (taken, ==, g_strv_length (tokens));
      g_assert_true (found[0].entity == country);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kb = load_good ();
  g_test_add_func ("/knowledge/surface/longest", test_longest);
  g_test_add_func ("/knowledge/surface/written", test_written);
  g_test_add_func ("/knowledge/surface/all-found", test_all_found);
  int status = g_test_run ();
  bl_knowledge_free (kb);
  return status;
}
