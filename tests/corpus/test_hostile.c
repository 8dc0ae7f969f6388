/* Input made to hurt: nothing crashes, hangs, reads outside, or is swallowed without a word. */
#include <string.h>
#include <sys/stat.h>

#include "corpus_test.h"
#include "test_folder.h"

/* Far more than any of these takes, far less than what a quadratic one would. */
#define SECONDS 20

static char *
repeat (const char *text, gsize times)
{
  GString *all = g_string_sized_new (strlen (text) * times);
  for (gsize i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

/* Every sentence and block must lead back to bytes of the file. Where these hold no escape, each letter of the text stands among
 * them in order. */
static void
check_places (const BlArticle *article, const char *file, gsize length)
{
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (article->document, &n);
  for (guint i = 0; i < n; i++)
    {
      BlLocation at = bl_document_locate (article->document, sentences[i].span);
      g_assert_cmpuint (at.offset + at.length, <=, length);
      g_assert_cmpuint (at.line, >=, 1);
      g_assert_cmpuint (at.column, >=, 1);
      const char *p = file + at.offset;
      const char *end = p + at.length;
      if (memchr (p, '&', at.length) != NULL || memchr (p, '\\', at.length) != NULL)
        continue;
      g_autofree char *text = bl_document_slice (article->document, sentences[i].span);
      for (const char *letter = text; *letter != '\0'; letter++)
        if (g_ascii_isalnum (*letter))
          {
            p = memchr (p, *letter, (gsize) (end - p));
            g_assert_nonnull (p);
            p++;
          }
    }
}

/* Loads the bytes as a file of that name, checks all places, and returns what was said. */
static char *
load_bytes (const char *name, const char *bytes, gsize length)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, name, bytes, (gssize) length);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_assert_cmpint (g_get_monotonic_time () - start, <, SECONDS * G_USEC_PER_SEC);

  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    check_places (bl_corpus_article (corpus, i), bytes, length);
  char *said = test_problems (problems, root);
  test_folder_remove (root);
  return said;
}

static void
test_repeated (void)
{
  static const struct
  {
    const char *name;
    const char *before;
    const char *part;
    gsize times;
  } cases[] = {
    { "a.html", "", "<", 1000000 },
    { "a.html", "<p>", "< ", 300000 },
    { "a.html", "<p>", "<b>", 100000 },
    { "a.html", "", "<div>word ", 50000 },
    { "a.html", "<p>", "&", 300000 },
    { "a.html", "<p>", "&x", 100000 },
    { "a.html", "<p>", "&amp", 100000 },
    { "a.html", "", "<!--", 100000 },
    { "a.html", "<p>a", "</i>", 100000 },
    { "a.html", "", "<p>a <i><b>c</i></b>", 20000 },
    { "a.html", "", "<script>", 100000 },
    { "a.html", "", "<a b=\"", 100000 },
    { "a.html", "<p a0", " a=1", 100000 },
    { "a.html", "<div class=\"", "a-", 300000 },
    { "a.html", "", "<h1>t</h1>", 20000 },
    { "a.html", "", "<header><p>a</p>", 20000 },
    { "a.html", "", "<article><p>some words</p></article>", 10000 },
    { "a.html", "<ul>", "<li><a href=x>y</a>", 20000 },
    { "a.html", "<table>", "<tr><td>x", 30000 },
    { "a.md", "", "[", 300000 },
    { "a.md", "", "![a", 100000 },
    { "a.md", "", "*a **a ", 50000 },
    { "a.md", "", ">", 50000 },
    { "a.md", "", "* ", 20000 },
    { "a.md", "", "\\", 300000 },
    { "a.md", "", "&#", 200000 },
    { "a.md", "", "[a](b", 50000 },
    { "a.md", "", "[a](<b", 50000 },
    { "a.md", "", "a<b>", 50000 },
    { "a.md", "", "<!-- ", 50000 },
    { "a.md", "", "[a]: u\n", 50000 },
    { "a.md", "", "`a``", 50000 },
    { "a.md", "---\n", "aaaaaaaa: b\n", 50000 },
    { "a.md", "---\nauthors:\n", "- a\n", 10000 },
    { "a.txt", "", "\n\n", 100000 },
    { "a.jsonl", "", "[", 500000 },
    { "a.jsonl", "", "{\"a\":", 200000 },
    { "a.jsonl", "{\"text\":\"", "\\u0041", 200000 },
    { "a.jsonl", "{\"text\":\"", "\\ud800", 200000 },
    { "a.jsonl", "", "{\"id\":\"x\",\"text\":\"a b.\"}\n", 5000 },
    { "a.jsonl", "", "\n", 500000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = repeat (cases[i].part, cases[i].times);
      g_autofree char *bytes = g_strconcat (cases[i].before, parts, NULL);
      gint64 start = g_get_monotonic_time ();
      g_free (load_bytes (cases[i].name, bytes, strlen (bytes)));
      g_test_message ("%s %s%s: %.2f s", cases[i].name, cases[i].before, cases[i].part,
                      (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
}

/* Deep markup ends where libxml2 ends, and says so. */
static void
test_deep_markup (void)
{
  g_autofree char *deep = repeat ("<div>", 100000);
  g_autofree char *bytes = g_strconcat ("<p>The council met on Monday and voted.</p>", deep, "lost", NULL);
  g_autofree char *said = load_bytes ("a.html", bytes, strlen (bytes));
  test_assert_contains (said, "the markup is nested too deeply");
}

static void
test_attributes (void)
{
  g_autofree char *many = repeat (" a=1", 5000);
  g_autofree char *bytes = g_strconcat ("<p>x</p>\n<p", many, ">y</p>", NULL);
  g_autofree char *said = load_bytes ("a.html", bytes, strlen (bytes));
  test_assert_contains (said, "partial a.html:2:1: a tag with 5000 attributes");
}

/* Entities of a document type are text like any other: neither multiplied nor fetched. */
static void
test_entities (void)
{
  g_autofree char *uses = repeat ("&b;&c;", 1000);
  g_autofree char *bytes = g_strconcat ("<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                        "<!ENTITY c SYSTEM \"file:///etc/passwd\">]><p>We met at noon. ",
                                        uses, "</p>", NULL);
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "a.html", bytes, -1);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, 1);
  gsize length = 0;
  const char *text = bl_document_text (bl_corpus_article (corpus, 0)->document, &length);
  g_assert_cmpuint (length, <, strlen (bytes));
  g_assert_null (strstr (text, "root:"));
  test_assert_contains (text, "We met at noon. &b;&c;&b;");
  test_folder_remove (root);
}

static void
test_long_line (void)
{
  g_autofree char *words = repeat ("word ", BL_LIMIT_JSONL_LINE_BYTES / 5 + 1);
  g_autofree char *bytes
      = g_strconcat ("{\"id\":\"long\",\"text\":\"", words, "\"}\n{\"id\":\"ok\",\"text\":\"It is fine.\"}\n", NULL);
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "a.jsonl", bytes, -1);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, 1);
  const BlArticle *article = bl_corpus_article (corpus, 0);
  g_assert_cmpstr (article->id, ==, "a.jsonl#ok");

  /* The record after it still knows its line and its place in the file. */
  BlLocation at = bl_document_locate (article->document, bl_document_sentences (article->document, NULL)[0].span);
  g_assert_cmpuint (at.line, ==, 2);
  g_assert_cmpuint (at.column, ==, 20);
  g_assert_cmpint (strncmp (bytes + at.offset, "It is fine.", 11), ==, 0);
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial a.jsonl:1: the line is too long");
  test_folder_remove (root);
}

/* What is no regular file is named and not waited for. */
static void
test_special_files (void)
{
  g_autofree char *root = test_folder_new ();
  g_autofree char *fifo = g_build_filename (root, "pipe.txt", NULL);
  g_autofree char *lines = g_build_filename (root, "pipe.jsonl", NULL);
  g_autofree char *secret = g_build_filename (root, "secret.txt", NULL);
  g_autofree char *locked = g_build_filename (root, "locked", NULL);
  test_folder_write (root, "secret.txt", "Nobody may read this.\n", -1);
  test_folder_write (root, "locked/a.txt", "Nobody may read this.\n", -1);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (mkfifo (lines, 0600), ==, 0);
  g_chmod (secret, 0);
  g_chmod (locked, 0);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  bl_corpus_free (test_load (root, problems));
  g_autoptr (BlCorpus) single = test_load (lines, problems);
  g_assert_cmpuint (bl_corpus_n_articles (single), ==, 0);
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial pipe.txt: not a regular file");
  test_assert_contains (said, "partial pipe.jsonl: not a regular file");
  if (g_access (secret, R_OK) != 0) /* the superuser may */
    {
      test_assert_contains (said, "partial secret.txt: ");
      test_assert_contains (said, "partial locked: the folder cannot be read");
    }
  test_folder_remove (root);
}

/* --- Fixtures with a few bytes changed. The same seeds on every run. --- */

static void
mutate (GString *text, GRand *random)
{
  static const char *const parts[]
      = { "<",       "</",    ">",  "&",  "&amp;", "<p>",   "</p>", "\"",      "'",    "<!--",  "-->",  "<script>",    "*",
          "[",       "](",    "\\", "`",  "\n\n",  "> ",    "- ",   "&#",      "\xff", "<?",    "<!x",  "{",           "}",
          "\\ud83d", "\":\"", "\r", "\t", "<br>",  "&copy", "<h1>", "<style>", "]]>",  "---\n", "\x01", "\xef\xbb\xbf" };
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len + 1);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      {
        gsize length = (gsize) g_rand_int_range (random, 1, 40);
        g_string_erase (text, (gssize) at, (gssize) MIN (length, text->len - at));
        break;
      }
    case 1:
      g_string_insert (text, (gssize) at, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      break;
    case 2:
      if (at < text->len)
        text->str[at] = (char) g_rand_int_range (random, 0, 256);
      break;
    default:
      {
        gsize from = (gsize) g_rand_int_range (random, 0, (gint32) text->len + 1);
        g_autofree char *copy = g_strndup (text->str + from, MIN (60, text->len - from));
        g_string_insert (text, (gssize) at, copy);
      }
    }
}

static void
test_mutations (void)
{
  static const char *const files[] = { "html/input/news.html", "html/input/bare.htm", "markdown/input/herald/bridge.md",
                                       "markdown/input/herald/untitled.md", "jsonl/input/mixed.jsonl" };
  guint runs = g_test_thorough () ? 5000 : 150;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize length = 0;
      g_autofree char *path = g_build_filename (BL_TESTS_DIR, "corpus", "fixtures", files[i], NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *name = g_path_get_basename (path);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (guint run = 0; run < runs; run++)
        {
          GRand *random = g_rand_new_with_seed (run);
          GString *text = g_string_new_len (bytes, (gssize) length);
          for (gint32 n = g_rand_int_range (random, 1, 6); n > 0; n--)
            mutate (text, random);
          g_free (load_bytes (name, text->str, text->len));
          g_string_free (text, TRUE);
          g_rand_free (random);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/hostile/repeated", test_repeated);
  g_test_add_func ("/corpus/hostile/deep-markup", test_deep_markup);
  g_test_add_func ("/corpus/hostile/attributes", test_attributes);
  g_test_add_func ("/corpus/hostile/entities", test_entities);
  g_test_add_func ("/corpus/hostile/long-line", test_long_line);
  g_test_add_func ("/corpus/hostile/special-files", test_special_files);
  g_test_add_func ("/corpus/hostile/mutations", test_mutations);
  return g_test_run ();
}
