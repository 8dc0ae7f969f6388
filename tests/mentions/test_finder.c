#include "fixture.h"

static char *
all_lines (const Fixture *fixture)
{
  return fixture_lines (fixture, G_MAXUINT);
}

/* Mentions are sorted, lie in their sentences, and point to each other. */
static void
check_order (const Fixture *fixture)
{
  guint n, n_sentences;
  const BlMention *list = bl_mentions_list (fixture->mentions, &n);
  const BlSentence *sentences = bl_document_sentences (fixture->document, &n_sentences);
  guint counted = 0;
  for (guint i = 0; i < n_sentences; i++)
    {
      guint first, count;
      bl_mentions_in_sentence (fixture->mentions, i, &first, &count);
      g_assert_true (count == 0 || first == counted);
      counted += count;
      for (guint j = first; j < first + count; j++)
        {
          g_assert_cmpuint (list[j].sentence, ==, i);
          g_assert_true (bl_span_contains (sentences[i].span, list[j].span));
          g_assert_true (bl_span_contains (bl_mentions_outer (fixture->mentions, j), list[j].span));
          g_assert_true (bl_span_contains (sentences[i].span, bl_mentions_outer (fixture->mentions, j)));
        }
    }
  g_assert_cmpuint (counted, ==, n);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (list[i - 1].span.start, <=, list[i].span.start);
  for (guint i = 0; i < n; i++)
    if (list[i].type == BL_MENTION_PERSON && list[i].person.antecedent != G_MAXUINT)
      g_assert_cmpint (list[list[i].person.antecedent].type, ==, BL_MENTION_PERSON);
    else if (list[i].type == BL_MENTION_OFFICE && list[i].title.holder != G_MAXUINT)
      g_assert_cmpint (list[list[i].title.holder].type, ==, BL_MENTION_PERSON);
}

static const char article[]
    = "Talks go on\n\n"
      "Chancellor Merz said on Wednesday that Germany won't send 500 troops. He spoke to President Macron of "
      "France.\n\n"
      "“We agree,” said Dominique Robb, Britain’s deputy prime minister. Two weeks ago he paid $5 million, or 3 "
      "percent, in London.\n\n"
      "Read also\nPutin calls Trump\n";

static void
test_deterministic (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  fixture_read (&fixture, article, "2022-03-30");
  check_order (&fixture);
  g_autofree char *first = all_lines (&fixture);
  fixture_read (&fixture, article, "2022-03-30");
  g_autofree char *second = all_lines (&fixture);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "person/dominic-raab context"));
  g_assert_null (strstr (first, "Trump")); /* boilerplate */
  fixture_close (&fixture);
}

/* Any piece of text is read without a fault. */
static void
test_truncated (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  for (const char *end = article; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *text = g_strndup (article, (gsize) (end - article));
      fixture_read (&fixture, text, "2022-03-30");
      check_order (&fixture);
    }
  fixture_close (&fixture);
}

static void
test_odd_characters (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "’s",
    "U.S.",
    "U.S",
    "U. S.",
    "A.",
    "J.",
    "$",
    "$ 5",
    "5$",
    "%",
    "1,2,3",
    "1.2.3",
    "99999999999999999999999999999999999999 people",
    "-5 -- 6 – 7",
    "President",
    "President of",
    "President of the",
    "former",
    "of the of the",
    "Łukasz Żółć-Ąę said so.",
    "И. Иванов сказал",
    "e\xcc\x81\xcc\x81\xcc\x81",
    "\xc2\xad\xe2\x80\x8b",
    "he he he her her his",
    "((([[[5]]])))",
    "at least at least at least",
    "between and",
    "Mr. Mrs. Gen. Lt.",
    "the country's",
    "next next next",
    "May May May 5 5 5 2022 2022",
    "O’ D’ Mc",
  };
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint dated = 0; dated < 2; dated++)
      {
        fixture_read (&fixture, texts[i], dated ? "2022-03" : "");
        check_order (&fixture);
        g_autofree char *shadow = fixture_shadow (&fixture, 0);
        g_assert_nonnull (shadow);
      }
  fixture_close (&fixture);
}

static void
test_limits (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  GString *text = g_string_new ("Poland");
  for (guint i = 0; i < 300; i++)
    g_string_append (text, ", Poland");
  fixture_read (&fixture, text->str, "");
  guint n;
  bl_mentions_list (fixture.mentions, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (bl_mentions_n_skipped (fixture.mentions), ==, 1);

  g_string_assign (text, "Poland");
  while (text->len <= BL_LIMIT_SENTENCE_BYTES)
    g_string_append (text, " and so on");
  fixture_read (&fixture, text->str, "");
  bl_mentions_list (fixture.mentions, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (bl_mentions_n_skipped (fixture.mentions), ==, 1);
  g_string_free (text, TRUE);
  fixture_close (&fixture);
}

/* Ten times the text has ten times the mentions: what a limit leaves out is seen. */
static void
test_long (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  guint n[2];
  for (guint round = 0; round < 2; round++)
    {
      GString *text = g_string_new (NULL);
      for (guint i = 0; i < (round == 0 ? 100u : 1000u); i++)
        g_string_append (text, "Chancellor Merz met Anna Larch, 45, on Wednesday. She said he sent 12 troops to Paris.\n\n");
      fixture_read (&fixture, text->str, "2025-08-01");
      bl_mentions_list (fixture.mentions, &n[round]);
      g_assert_cmpuint (bl_mentions_n_skipped (fixture.mentions), ==, 0);
      g_string_free (text, TRUE);
    }
  g_assert_cmpuint (n[0], >=, 500);
  g_assert_cmpuint (n[1], ==, 10 * n[0]);
  fixture_close (&fixture);
}

static void
test_errors (void)
{
  Fixture fixture;
  fixture_open (&fixture, FIXTURE_KNOWLEDGE);
  g_autoptr (GError) error = NULL;
  g_assert_null (bl_mention_finder_new (fixture.kb, "/nonexistent", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "titles.json"));
  fixture_close (&fixture);
}

/* What ships loads too. */
static void
test_shipped (void)
{
  Fixture fixture;
  fixture_open (&fixture, NULL);
  fixture_read (&fixture, article, "2022-03-30");
  check_order (&fixture);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/finder/deterministic", test_deterministic);
  g_test_add_func ("/mentions/finder/truncated", test_truncated);
  g_test_add_func ("/mentions/finder/odd-characters", test_odd_characters);
  g_test_add_func ("/mentions/finder/limits", test_limits);
  g_test_add_func ("/mentions/finder/long", test_long);
  g_test_add_func ("/mentions/finder/errors", test_errors);
  g_test_add_func ("/mentions/finder/shipped", test_shipped);
  return g_test_run ();
}
