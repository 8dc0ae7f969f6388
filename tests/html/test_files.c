/* A report of several files holds together, and the check of that sees when one does not. */
#include "html/validate.h"

#include "../reliability/desk.h"

#define AT(path, source) "{ \"path\": \"" path "\", \"source\": \"" source "\", \"published\": \"2025-05-20\" }"

static const File files[] = {
  { "corpus.json",
    "{ \"articles\": [" AT ("a.txt", "Wire & Sons") "," AT ("b.txt", "wire---sons") "," AT ("c.txt", "Полит") "] }" },
  { "a.txt", "Poland will send troops to Ukraine. The call was on Tuesday, 4 January 2019.\n" },
  { "b.txt", "Poland will not send troops to Ukraine. The call was on Monday, 8 January 2019.\n" },
  { "c.txt", "The paper appeared on Sunday, 9 January 2019.\n" },
};

/* The reports of the desk's run, in parts when they are longer than limit. */
static GPtrArray *
report (const Desk *desk, gsize limit)
{
  const BlRun run = { .corpus = desk->corpus,
                      .kb = room.kb,
                      .rules = room.rules,
                      .article_claims = desk->claims,
                      .origins = desk->origins,
                      .comparisons = desk->comparisons,
                      .findings = desk->findings,
                      .profiles = desk->profiles,
                      .problems = room.problems,
                      .root = "corpus",
                      .when = -1 };
  return bl_report_html_files (&run, limit);
}

static guint
complaints_of (const GPtrArray *list, const char *wanted)
{
  g_autoptr (GPtrArray) complaints = g_ptr_array_new_with_free_func (g_free);
  const guint n = bl_html_validate (list, complaints);
  g_assert_cmpuint (n, ==, complaints->len);
  for (guint i = 0; i < complaints->len; i++)
    g_test_message ("%s", (const char *) complaints->pdata[i]);
  if (wanted != NULL)
    {
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (complaints->pdata[0], ==, wanted);
    }
  return n;
}

static void
test_parts (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  g_autoptr (GPtrArray) one = report (&desk, BL_HTML_LIMIT);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (complaints_of (one, NULL), ==, 0);

  g_autoptr (GPtrArray) several = report (&desk, 1000);
  g_assert_cmpuint (several->len, ==, 4);
  static const char *const names[]
      = { "index.html", "findings-wire-sons.html", "findings-wire-sons-2.html", "findings-source.html" };
  for (guint i = 0; i < several->len; i++)
    {
      const BlHtmlFile *file = several->pdata[i];
      g_assert_cmpstr (file->name, ==, names[i]);
      g_assert_true (bl_html_is_file_name (file->name));
      g_assert_nonnull (strstr (file->text->str, "Findings are questions for an editor, not verdicts."));
    }
  g_assert_cmpuint (complaints_of (several, NULL), ==, 0);

  /* A finding is a line in the index, which leads to its card in one part. */
  const BlFinding *finding = bl_findings_list (desk.findings)->pdata[0];
  g_autofree char *link = g_strdup_printf ("href=\"findings-wire-sons.html#f=%s\"", finding->fingerprint);
  g_assert_nonnull (strstr (((const BlHtmlFile *) several->pdata[0])->text->str, link));

  g_assert_true (g_ptr_array_remove_index (several, 3));
  g_assert_cmpuint (complaints_of (several, NULL), >, 0);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

static BlHtmlFile *
page (const char *name, const char *text)
{
  BlHtmlFile *file = g_new0 (BlHtmlFile, 1);
  *file = (BlHtmlFile){ .name = g_strdup (name), .text = g_string_new (text) };
  return file;
}

static void
test_complaints (void)
{
  static const struct
  {
    const char *index, *part, *wanted;
  } cases[] = {
    { "<a href=\"findings-a.html#x\"></a>", "<p id=\"x\"></p>", NULL },
    { "<a href=\"findings-a.html\"></a><a href=\"#top\"></a>", "<p id=\"x\"></p>", "index.html: #top leads nowhere" },
    { "<a href=\"findings-a.html#y\"></a>", "<p id=\"x\"></p>", "index.html: findings-a.html#y leads nowhere" },
    { "<a href=\"findings-a.html\"></a>", "<p id=\"x\"></p><p id=\"x\"></p>", "findings-a.html: x stands twice as an id" },
    { "<p id=\"x\"></p>", "<a href=\"index.html#x\"></a>", "findings-a.html: is of no use: no page leads to it" },
    { "<a href=\"findings-a.html\"></a>", "<a href=\"gone.html\"></a>",
      "findings-a.html: gone.html leads to no file of the report" },
    { "<a href=\"findings-a.html\"></a><script>x = '<a href=\"#no\">'</script>", "<a href=\"https://example.org/#no\"></a>",
      NULL },
    { "<a class=\"a\" hidden href=\"findings-a.html\"></a>", "<a href=\"#it&#39;s\"></a><p hidden id=\"it&#39;s\"></p>", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_html_file_free);
      g_ptr_array_add (list, page ("index.html", cases[i].index));
      g_ptr_array_add (list, page ("findings-a.html", cases[i].part));
      const guint n = complaints_of (list, cases[i].wanted);
      g_assert_cmpuint (n, ==, cases[i].wanted != NULL ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/html/files/parts", test_parts);
  g_test_add_func ("/html/files/complaints", test_complaints);
  const int status = g_test_run ();
  newsroom_close (&room);
  return status;
}
