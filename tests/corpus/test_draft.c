/* A draft is checked with the corpus: as a file, or as a text in memory that may replace one. */
#include <string.h>

#include "corpus_test.h"
#include "test_folder.h"

#define TEXT "The council met on Monday. It voted for the bridge.\n"

static char *
new_corpus (void)
{
  char *root = test_folder_new ();
  test_folder_write (root, "kept/corpus.json",
                     "{ \"sources\": { \"herald\": { \"name\": \"The Herald\", \"url\": \"https://herald.example\",\n"
                     "                              \"aliases\": [\"Morning Herald\"] }, \"wire\": {} },\n"
                     "  \"articles\": [ { \"path\": \"a.txt\", \"source\": \"herald\", \"published\": \"2022-03-30\" } ] }",
                     -1);
  test_folder_write (root, "kept/a.txt", TEXT, -1);
  test_folder_write (root, "kept/wire/b.txt", TEXT, -1);
  test_folder_write (root, "mine/c.md", "---\nsource: wire\n---\n# A draft\n\nIt is *new*.\n", -1);
  return root;
}

static BlCorpus *
load (const char *path, const char *draft_path, const BlCorpusDraft *draft, BlProblems *problems)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { path, NULL };
  const char *const drafts[] = { draft_path, NULL };
  const BlCorpusOptions options
      = { .lexicon = test_lexicon (), .problems = problems, .jobs = 1, .drafts = drafts, .draft = draft };
  BlCorpus *corpus = bl_corpus_load (paths, &options, &error);
  g_assert_no_error (error);
  return corpus;
}

static void
test_files (void)
{
  g_autofree char *root = new_corpus ();
  g_autofree char *kept = g_build_filename (root, "kept", NULL);
  g_autofree char *mine = g_build_filename (root, "mine", "c.md", NULL);
  g_autofree char *inside = g_build_filename (root, "kept", "wire", NULL);
  g_autoptr (BlProblems) problems = bl_problems_new ();

  /* From elsewhere: the ids of the corpus stay what they are without it. */
  g_autoptr (BlCorpus) corpus = load (kept, mine, NULL, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, 3);
  g_assert_false (test_article (corpus, "a.txt")->is_draft);
  g_assert_true (test_article (corpus, "mine/c.md")->is_draft);
  g_assert_cmpstr (test_article (corpus, "mine/c.md")->source->id, ==, "wire");
  g_assert_true (test_article (corpus, "mine/c.md")->source == test_article (corpus, "wire/b.txt")->source);

  /* From the corpus itself: only marked. */
  g_autoptr (BlCorpus) marked = load (kept, inside, NULL, problems);
  g_assert_cmpuint (bl_corpus_n_articles (marked), ==, 2);
  g_assert_true (test_article (marked, "wire/b.txt")->is_draft);
  g_assert_false (test_article (marked, "a.txt")->is_draft);
  test_folder_remove (root);
}

static void
test_memory (void)
{
  g_autofree char *root = new_corpus ();
  g_autofree char *kept = g_build_filename (root, "kept", NULL);
  g_autofree char *a = g_build_filename (root, "kept", "a.txt", NULL);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  const char *text = "The council met on Tuesday.\n";

  /* Instead of the file of that name, with what corpus.json says about it. */
  const BlCorpusDraft newer = { .name = a, .text = text, .length = strlen (text) };
  g_autoptr (BlCorpus) corpus = load (kept, NULL, &newer, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, 2);
  const BlArticle *article = test_article (corpus, "a.txt");
  g_assert_true (article->is_draft);
  g_assert_cmpstr (article->source->id, ==, "herald");
  g_assert_cmpint (article->published.day, ==, 30);
  g_assert_cmpstr (bl_document_text (article->document, NULL), ==, text);

  /* For a file that is nowhere. */
  const BlCorpusDraft fresh = { .name = "no-such-folder/new.md",
                                .text = "# New\n\nWords.\n",
                                .length = 14,
                                .source = "herald",
                                .published = bl_date_ymd (2023, 1, 2) };
  g_autoptr (BlCorpus) more = load (kept, NULL, &fresh, problems);
  g_assert_cmpuint (bl_corpus_n_articles (more), ==, 3);
  article = test_article (more, "new.md");
  g_assert_cmpstr (article->file, ==, "no-such-folder/new.md");
  g_assert_cmpstr (article->source->id, ==, "herald");
  g_assert_cmpint (article->published.year, ==, 2023);
  g_assert_cmpint (bl_document_blocks (article->document, NULL)[0].kind, ==, BL_BLOCK_HEADLINE);

  /* By another name of a source of the corpus. */
  for (guint i = 0; i < 4; i++)
    {
      const BlCorpusDraft named
          = { .name = "new.txt",
              .text = text,
              .length = strlen (text),
              .source = ((const char *const[]){ "The Herald", "morning herald", "www.herald.example", "Herald Post" })[i] };
      g_autoptr (BlCorpus) with = load (kept, NULL, &named, problems);
      g_assert_cmpstr (test_article (with, "new.txt")->source->id, ==, i < 3 ? "herald" : "herald-post");
    }

  /* Lines of JSON, and nothing at all. */
  const char *lines = "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\",\"text\":\"Two.\"}";
  const BlCorpusDraft records = { .name = "in.jsonl", .text = lines, .length = strlen (lines) };
  g_autoptr (BlCorpus) many = load (kept, NULL, &records, problems);
  g_assert_cmpuint (bl_corpus_n_articles (many), ==, 4);
  g_assert_true (test_article (many, "in.jsonl#y")->is_draft);
  const BlCorpusDraft empty = { .name = "in.txt", .text = "", .length = 0 };
  g_autoptr (BlCorpus) none = load (kept, NULL, &empty, problems);
  g_assert_cmpuint (bl_corpus_n_articles (none), ==, 2);
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial in.txt: the file is empty");
  test_folder_remove (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/draft/files", test_files);
  g_test_add_func ("/corpus/draft/memory", test_memory);
  return g_test_run ();
}
