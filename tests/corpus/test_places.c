/* A corpus of which only the places are kept: the articles that are read from them are those that loading gives. */
#include <stdio.h>
#include <string.h>

#include "corpus_test.h"
#include "test_folder.h"

static BlCorpus *
open_corpus (const char *path, guint jobs, BlProblems *problems)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { path, NULL };
  const BlCorpusOptions options = { .lexicon = test_lexicon (), .problems = problems, .jobs = jobs, .places_only = TRUE };
  BlCorpus *corpus = bl_corpus_load (paths, &options, &error);
  g_assert_no_error (error);
  return corpus;
}

static void
assert_same_article (const BlArticle *got, const BlArticle *wanted)
{
  g_assert_cmpstr (got->id, ==, wanted->id);
  g_assert_cmpstr (got->path, ==, wanted->path);
  g_assert_cmpstr (got->file, ==, wanted->file);
  g_assert_cmpstr (got->language, ==, wanted->language);
  g_assert_cmpstr (got->title, ==, wanted->title);
  g_assert_cmpstr (got->source->id, ==, wanted->source->id);
  g_assert_cmpuint (got->source->index, ==, wanted->source->index);
  g_assert_cmpuint (got->index, ==, wanted->index);
  g_assert_cmpint (got->published.precision, ==, wanted->published.precision);
  guint n, n_wanted;
  const BlSentence *sentences = bl_document_sentences (got->document, &n);
  const BlSentence *wanted_sentences = bl_document_sentences (wanted->document, &n_wanted);
  g_assert_cmpuint (n, ==, n_wanted);
  for (guint i = 0; i < n; i++)
    {
      const BlLocation a = bl_document_locate (got->document, sentences[i].span);
      const BlLocation b = bl_document_locate (wanted->document, wanted_sentences[i].span);
      g_assert_cmpuint (a.offset, ==, b.offset);
      g_assert_cmpuint (a.line, ==, b.line);
      g_assert_cmpuint (a.end_column, ==, b.end_column);
    }
}

static void
assert_same_corpus (const char *path)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlProblems) wanted_problems = bl_problems_new ();
  g_autoptr (BlCorpus) wanted = test_load (path, wanted_problems);
  g_autoptr (BlCorpus) corpus = open_corpus (path, 3, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, bl_corpus_n_articles (wanted));
  g_assert_cmpuint (bl_corpus_n_sources (corpus), ==, bl_corpus_n_sources (wanted));
  for (guint i = bl_corpus_n_articles (corpus); i-- > 0;)
    {
      g_autoptr (BlArticle) article = bl_corpus_read_article (corpus, i);
      g_assert_cmpuint (bl_corpus_article_size (corpus, i), >, 0);
      assert_same_article (article, bl_corpus_article (wanted, i));
    }
  g_autofree char *said = test_problems (problems, "");
  g_autofree char *wanted_said = test_problems (wanted_problems, "");
  g_assert_cmpstr (said, ==, wanted_said);
}

static const char lines[]
    = "{\"id\": \"z\", \"source\": \"Wire\", \"date\": \"2022-03-30\", \"text\": \"The last comes first.\"}\n"
      "\n"
      "{\"id\": \"b\", \"text\": \"One of two. It says “yes”.\"}\r\n"
      "not JSON\n"
      "{\"id\": \"b\", \"title\": \"Br\\u00fccke\", \"text\": \"Two of two.\\n\\nZo\\u00eb voted.\"}\n"
      "{\"id\": \"a\", \"date\": \"no day\", \"text\": \"Broken \xFF byte, lost \\ud83d escape.\"}\n"
      "{\"id\": \"b~2\", \"text\": \"A name that is taken.\"}";

static void
test_lines (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "news.jsonl", lines, -1);
  test_folder_write (root, "wire/story.txt", "Bridge opens\n\nThe bridge opened on Monday.\n", -1);
  test_folder_write (root, "wire/empty.txt", " \n", -1);
  test_folder_write (root, "herald/page.html", "<title>Vote</title><p>The council voted.</p>", -1);
  test_folder_write (root, "a.md", "---\ntitle: Vote\nsource: The Herald\n---\n\nThe council voted.\n", -1);
  assert_same_corpus (root);
  test_folder_remove (root);
}

/* More lines than are in memory at a time, in an order that is not that of their names. */
static void
test_many (void)
{
  g_autofree char *root = test_folder_new ();
  g_autofree char *padding = g_strnfill (4000, 'x');
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < 700; i++)
    g_string_append_printf (text, "{\"id\": \"%u\", \"date\": \"2022-03-30\", \"text\": \"Number %u. %s\"}\n", i * 7919 % 700,
                            i, padding);
  test_folder_write (root, "news.jsonl", text->str, (gssize) text->len);
  assert_same_corpus (root);
  test_folder_remove (root);
}

/* In place: a file that another takes the name of is still read as it was. */
static void
overwrite (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, "w");
  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_changed_file (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "news.jsonl", lines, -1);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = open_corpus (root, 1, problems);
  overwrite (root, "news.jsonl", "{\"id\": \"q\", \"text\": \"Short.\"}\n");
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    g_assert_null (bl_corpus_read_article (corpus, i));
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial news.jsonl:1: the file was changed while it was read");
  test_folder_remove (root);
}

static void
test_replaced_file (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "news.jsonl", lines, -1);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = open_corpus (root, 1, problems);
  test_folder_write (root, "news.jsonl", "{\"id\": \"q\", \"text\": \"Short.\"}\n", -1);
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      g_autoptr (BlArticle) article = bl_corpus_read_article (corpus, i);
      g_assert_nonnull (article);
    }
  test_folder_remove (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/places/lines", test_lines);
  g_test_add_func ("/corpus/places/many", test_many);
  g_test_add_func ("/corpus/places/changed-file", test_changed_file);
  g_test_add_func ("/corpus/places/replaced-file", test_replaced_file);
  return g_test_run ();
}
