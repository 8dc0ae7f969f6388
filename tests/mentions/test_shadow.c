#include "fixture.h"

static void
test_exact_strings (void)
{
  static const Row rows[] = {
    { "Poland won't send 500 troops to Kyiv.", "", "‹country› will not send ‹quantity› troops to ‹country›." },
    { "Chancellor Merz can’t come.", "2025-08-01", "‹person› can not come." },
    { "“We’ll see,” he’s told.", "2025-08-01", "\"We will see,\" he is told." },
    { "Ukraine’s army didn't move.", "", "‹country›'s army did not move." },
    { "The U.S. will pay; they're sure.", "", "The ‹country› will pay; they are sure." },
    { "It isn’t over, it's begun, that’s all. Let's go!", "", "It is not over, it is begun, that is all." },
    { "He cannot stay in NATO.", "", "He can not stay in ‹org›." },
    { "Macron left and he's sad.", "2025-08-01", "‹person› left and ‹person› is sad." },
    { "Macron left and he'll call his son.", "2025-08-01", "‹person› left and ‹person› will call his son." },
    { "President Macron of France spoke.", "2025-08-01", "‹person› spoke." },
    { "Former US President Barack Obama spoke.", "2025-08-01", "‹person› spoke." },
    { "Retired Lt. Gen. Keith Kellogg spoke.", "2025-08-01", "‹person› spoke." },
    { "Dominic Raab, Britain’s deputy prime minister, spoke.", "2022-03-01", "‹person›, ‹office›, spoke." },
    { "The German chancellor spoke on 3 May 2022.", "", "The ‹office› spoke on ‹date›." },
    { "It cost  $5\xc2\xa0"
      "billion – or 3 percent – in two weeks…",
      "", "It cost ‹money› - or ‹percent› - in ‹duration›..." },
    { "Merz’s CDU broke the Budapest Memorandum in Istanbul.", "2025-08-01",
      "‹person›'s ‹org› broke the ‹treaty› in ‹place›." },
  };
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_read (&fixture, rows[i].text, rows[i].day);
      g_autofree char *shadow = fixture_shadow (&fixture, 0);
      if (strcmp (shadow, rows[i].lines) != 0)
        {
          g_test_message ("%s\n  expected: %s\n  found:    %s", rows[i].text, rows[i].lines, shadow);
          g_test_fail ();
        }
    }
  fixture_close (&fixture);
}

static BlSpan
find (const BlShadow *shadow, const char *text)
{
  const char *at = strstr (shadow->text, text);
  g_assert_nonnull (at);
  gsize start = (gsize) (at - shadow->text);
  return bl_span (start, start + strlen (text));
}

static void
test_origin (void)
{
  static const char text[] = "“Yes,” said President Macron of France: Poland won’t send 500 troops.";
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  fixture_read (&fixture, text, "2025-08-01");
  BlShadow shadow;
  bl_shadow_init (&shadow);
  g_assert_true (bl_shadow_build (&shadow, fixture.document, fixture.mentions, 0));
  g_assert_cmpuint (shadow.origin[shadow.length], ==, strlen (text));

  g_autofree char *verb = fixture_slice (&fixture, bl_shadow_origin (&shadow, find (&shadow, "will not send")));
  g_assert_cmpstr (verb, ==, "won’t send");
  g_autofree char *troops = fixture_slice (&fixture, bl_shadow_origin (&shadow, find (&shadow, "troops")));
  g_assert_cmpstr (troops, ==, "troops");

  char code[8] = { 0 };
  g_unichar_to_utf8 (bl_shadow_code (BL_MENTION_PERSON, 0), code);
  g_autofree char *person = fixture_slice (&fixture, bl_shadow_origin (&shadow, find (&shadow, code)));
  g_assert_cmpstr (person, ==, "President Macron of France");
  guint mention = bl_shadow_mention (&shadow, bl_shadow_code (BL_MENTION_PERSON, 0));
  g_assert_cmpstr (bl_mentions_get (fixture.mentions, mention)->id, ==, "person/emmanuel-macron");
  g_assert_cmpuint (shadow.types, ==, TYPE (PERSON) | TYPE (COUNTRY) | TYPE (QUANTITY));
  g_assert_cmpuint (bl_shadow_mention (&shadow, bl_shadow_code (BL_MENTION_PERSON, 9)), ==, G_MAXUINT);
  g_assert_cmpuint (bl_shadow_mention (&shadow, 'a'), ==, G_MAXUINT);
  bl_shadow_clear (&shadow);
  fixture_close (&fixture);
}

/* Private-use characters of the article itself become U+FFFD. */
static void
test_forged (void)
{
  char code[8] = { 0 };
  g_unichar_to_utf8 (bl_shadow_code (BL_MENTION_COUNTRY, 0), code);
  g_autofree char *text = g_strdup_printf ("%s will not send troops to Poland.", code);
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  fixture_read (&fixture, text, "");
  g_autofree char *shadow = fixture_shadow (&fixture, 0);
  g_assert_cmpstr (shadow, ==, "\xef\xbf\xbd will not send troops to ‹country›.");
  fixture_close (&fixture);
}

/* One shadow serves all sentences: nothing of the one before stays. */
static void
test_reuse (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  fixture_read (&fixture, "Poland paid $5 to NATO. It rained.", "");
  BlShadow shadow;
  bl_shadow_init (&shadow);
  g_assert_true (bl_shadow_build (&shadow, fixture.document, fixture.mentions, 0));
  g_assert_true (bl_shadow_build (&shadow, fixture.document, fixture.mentions, 1));
  g_assert_cmpstr (shadow.text, ==, "It rained.");
  g_assert_cmpuint (shadow.types, ==, 0);
  g_assert_cmpuint (shadow.n_mentions, ==, 0);
  g_assert_cmpuint (shadow.sentence, ==, 1);
  g_assert_false (bl_shadow_build (&shadow, fixture.document, fixture.mentions, 2));
  bl_shadow_clear (&shadow);
  fixture_close (&fixture);
}

/* The shadows of an article are those of its sentences, one behind the other; a sentence that is too long is an empty one. */
static void
test_article (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  g_autofree char *letters = g_strnfill (BL_LIMIT_SENTENCE_BYTES, 'a');
  g_autofree char *text
      = g_strdup_printf ("Poland can’t pay $5 to NATO. It rained.\n\n%s b.\n\nMacron spoke of Łódź.", letters);
  fixture_read (&fixture, text, "2025-08-01");
  g_autoptr (BlShadows) shadows = bl_shadows_new ();
  BlShadow alone;
  bl_shadow_init (&alone);
  for (guint round = 0; round < 2; round++) /* buffers are kept, content is not */
    {
      bl_shadows_build (shadows, &fixture.article, fixture.mentions);
      g_assert_cmpuint (bl_shadows_n_sentences (shadows), ==, 4);
      gsize length = 0;
      const char *all = bl_shadows_text (shadows, &length);
      gsize expected = 0;
      for (guint i = 0; i < 4; i++)
        {
          BlShadow shadow;
          const gboolean whole = bl_shadows_get (shadows, i, &shadow);
          g_assert_cmpint (whole, ==, bl_shadow_build (&alone, fixture.document, fixture.mentions, i));
          g_assert_cmpint (whole, ==, i != 2);
          g_assert_cmpstr (shadow.text, ==, alone.text);
          g_assert_cmpuint (shadow.length, ==, alone.length);
          g_assert_cmpuint (shadow.types, ==, alone.types);
          g_assert_cmpuint (shadow.sentence, ==, i);
          g_assert_cmpuint (shadow.n_mentions, ==, alone.n_mentions);
          g_assert_true (memcmp (shadow.origin, alone.origin, (shadow.length + 1) * sizeof (guint32)) == 0);
          for (guint m = 0; m < shadow.n_mentions; m++)
            g_assert_cmpuint (shadow.mentions[m], ==, alone.mentions[m]);
          g_assert_true (shadow.text == all + expected);
          g_assert_cmpuint (bl_shadows_span (shadows, i).start, ==, expected);
          expected += shadow.length + 1;
          g_assert_cmpuint (bl_shadows_span (shadows, i).end + 1, ==, expected);
        }
      g_assert_cmpuint (length + 1, ==, expected);
    }
  bl_shadow_clear (&alone);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/shadow/exact-strings", test_exact_strings);
  g_test_add_func ("/mentions/shadow/origin", test_origin);
  g_test_add_func ("/mentions/shadow/forged", test_forged);
  g_test_add_func ("/mentions/shadow/reuse", test_reuse);
  g_test_add_func ("/mentions/shadow/article", test_article);
  return g_test_run ();
}
