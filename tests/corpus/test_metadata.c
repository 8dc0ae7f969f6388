/* Dates, hosts and front matter as files write them. */
#include <string.h>

#include "corpus/front_matter.h"
#include "corpus/metadata.h"
#include "corpus_test.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date; /* "" for none */
  } cases[] = {
    { "2022", "2022" },
    { "2022-03", "2022-03" },
    { "2022-03-30", "2022-03-30" },
    { " 2022-03-30T10:00:00Z ", "2022-03-30" },
    { "2022-03-30T23:30:00-05:00", "2022-03-30" },
    { "2022-03-30 10:00:00", "2022-03-30" },
    { "2022/03/30", "2022-03-30" },
    { "20220330", "2022-03-30" },
    { "20220330T100000Z", "2022-03-30" },
    { "30 March 2022", "2022-03-30" },
    { "March 30, 2022", "2022-03-30" },
    { "Mar. 30, 2022, 10:15 a.m.", "2022-03-30" },
    { "30th of March 2022", "2022-03-30" },
    { "Sept 3, 2022", "2022-09-03" },
    { "Wed, 30 Mar 2022 10:00:00 GMT", "2022-03-30" },
    { "March 2022", "2022-03" },
    { "04/01/2022", "" }, /* April or January */
    { "1.4.2022", "" },
    { "31 June 2022", "" },
    { "2022-02-30", "" },
    { "yesterday", "" },
    { "Marching 3 2022", "" },
    { "may be 2022", "" },
    { "", "" },
    { "123456789", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BlDate date;
      gboolean read = bl_metadata_read_date (cases[i].text, &date);
      g_autofree char *actual = bl_date_format (date);
      if (strcmp (actual, cases[i].date) != 0 || read != (actual[0] != '\0'))
        g_error ("“%s” is “%s”, not “%s”", cases[i].text, actual, cases[i].date);
    }
}

static void
test_hosts (void)
{
  static const char *const cases[][2] = {
    { "https://www.herald.example/a?b#c", "herald.example" },
    { "http://Herald.Example:8080", "herald.example" },
    { "www.herald.example", "herald.example" },
    { "The Herald", NULL },
    { "St. Mary's News", NULL },
    { "https://", NULL },
    { "", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = bl_metadata_host (cases[i][0]);
      g_assert_cmpstr (host, ==, cases[i][1]);
    }
  g_assert_null (bl_metadata_host (NULL));
}

static void
test_fields (void)
{
  char *field = NULL;
  bl_metadata_set (&field, NULL);
  bl_metadata_set (&field, " \n ");
  g_assert_null (field);
  bl_metadata_set (&field, " Ann\n  Lee\x01 ");
  bl_metadata_set (&field, "Somebody else");
  g_assert_cmpstr (field, ==, "Ann Lee");
  g_free (field);
}

/* Reads front matter; said gets the problems. */
static BlFrontMatter
read_front (const char *text, BlMetadata *metadata, char **said)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlInput) input = bl_input_new ("a.md", "/a.md", "a.md", NULL);
  const BlLoader loader = { .problems = problems };
  BlFrontMatter front = bl_front_matter_read (&loader, input, text, strlen (text), metadata);
  *said = test_problems (problems, "");
  return front;
}

static void
test_front_matter (void)
{
  g_autofree char *said = NULL;
  BlMetadata metadata = { 0 };
  const char *text
      = "---\n# a comment\nTitle: \"A \\\"b\\\" \\u00e9\" # c\ndate: 2022-03-30T10:00:00\nsource: 'The ''Old'' Herald'\n"
        "authors: [Ann Lee, \"Tom, Jr\", ]\nlang: de\nurl: https://x.example/#a\ntags:\n  - one\n  - two\norigin:\n- CNN\n"
        "- 'AP'\nextra:\n  nested: 1\n...\nText\n";
  BlFrontMatter front = read_front (text, &metadata, &said);
  g_assert_cmpstr (text + front.end, ==, "Text\n");
  g_assert_cmpstr (metadata.title, ==, "A \"b\" é");
  g_assert_cmpstr (metadata.source, ==, "The 'Old' Herald");
  g_assert_cmpuint (metadata.source_line, ==, 5);
  g_assert_cmpuint (metadata.source_column, ==, 9);
  g_assert_cmpstr (metadata.author, ==, "Ann Lee, Tom, Jr");
  g_assert_cmpstr (metadata.language, ==, "de");
  g_assert_cmpstr (metadata.url, ==, "https://x.example/#a");
  g_assert_cmpstr (metadata.origin, ==, "CNN, AP");
  g_assert_cmpint (metadata.published.day, ==, 30);
  g_assert_cmpstr (
      said, ==,
      "note a.md:15:1: key “extra” is not known; known are title, date, source, author, language, url, origin and id\n");
  bl_metadata_clear (&metadata);
}

static void
test_front_matter_errors (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } cases[] = {
    { "---\ndate: soon\n---\n", "note a.md:2:7: “soon” is not a date" },
    { "---\nsorce: x\n---\n", "note a.md:2:1: key “sorce” is not known; did you mean “source”?" },
    { "---\ntitle: x\nnonsense\n---\n", "note a.md:3:1: front matter has lines like “title: …”" },
    { "---\ntitle: x\n", "note a.md:1:1: the front matter has no end" },
    { "---\nA ruled line, and then text.\n---\n", "" },
    { "---\n---\n", "" },
    { "No front matter.\n", "" },
    { "", "" },
    { "---", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      BlMetadata metadata = { 0 };
      read_front (cases[i].text, &metadata, &said);
      if (cases[i].said[0] == '\0')
        g_assert_cmpstr (said, ==, "");
      else
        test_assert_contains (said, cases[i].said);
      bl_metadata_clear (&metadata);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/metadata/dates", test_dates);
  g_test_add_func ("/corpus/metadata/hosts", test_hosts);
  g_test_add_func ("/corpus/metadata/fields", test_fields);
  g_test_add_func ("/corpus/metadata/front-matter", test_front_matter);
  g_test_add_func ("/corpus/metadata/front-matter-errors", test_front_matter_errors);
  return g_test_run ();
}
