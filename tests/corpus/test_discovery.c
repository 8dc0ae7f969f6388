/* Which files make a corpus, and what corpus.json may say. */
#include <string.h>

#include "corpus/config.h"
#include "corpus/glob.h"
#include "corpus_test.h"
#include "test_folder.h"

#define TEXT "The council met on Monday. It voted for the bridge.\n"

/* "id source date; …" of all articles. */
static char *
summary (const BlCorpus *corpus)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (corpus, i);
      g_autofree char *date = bl_date_format (article->published);
      g_assert_cmpuint (article->index, ==, i);
      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "; " : "", article->id, article->source->id,
                              date[0] != '\0' ? " " : "", date);
    }
  return g_string_free (text, FALSE);
}

static void
test_glob (void)
{
  g_assert_true (bl_glob_covers ("drafts/**", "drafts/a.txt"));
  g_assert_true (bl_glob_covers ("drafts/**", "drafts/b/c/a.txt"));
  g_assert_false (bl_glob_covers ("drafts/**", "other/drafts/a.txt"));
  g_assert_true (bl_glob_covers ("**/drafts", "other/deep/drafts/a.txt"));
  g_assert_true (bl_glob_covers ("**/drafts/*.txt", "drafts/a.txt"));
  g_assert_true (bl_glob_covers ("a/**/b/*.txt", "a/x/b/y/b/z.txt"));
  g_assert_true (bl_glob_covers ("a/**/b", "a/b"));
  g_assert_true (bl_glob_covers ("drafts", "x/drafts/a.txt"));
  g_assert_true (bl_glob_covers ("drafts/", "drafts/a.txt"));
  g_assert_true (bl_glob_covers ("*.bak.txt", "x/a.bak.txt"));
  g_assert_false (bl_glob_covers ("*.bak.txt", "x/a.txt"));
  g_assert_true (bl_glob_covers ("./x/?.txt", "x/é.txt"));
  g_assert_false (bl_glob_covers ("x/?.txt", "x/ab.txt"));
  g_assert_false (bl_glob_covers ("x/*.txt", "x/y/a.txt"));
  g_assert_true (bl_glob_covers ("/a.txt", "a.txt"));
  g_assert_false (bl_glob_covers ("", "a.txt"));
  g_assert_false (bl_glob_covers ("/", "a.txt"));

  /* A pattern that would take ages by plain backtracking. */
  g_autofree char *name = g_strnfill (2000, 'a');
  g_assert_false (bl_glob_covers ("*a*a*a*a*a*a*a*a*a*a*a*a*b", name));
  g_autofree char *path = g_strjoinv ("/", (char *[]){ name, name, name, name, NULL });
  g_assert_false (bl_glob_covers ("**/*/**/*/**/*/**/x", path));
}

static void
test_clean_path (void)
{
  static const struct
  {
    const char *path;
    const char *clean;
  } cases[] = {
    { "a.txt", "a.txt" },
    { "./a//b/./c.txt", "a/b/c.txt" },
    { "../a.txt", NULL },
    { "a/../../b.txt", NULL },
    { "/etc/passwd", NULL },
    { "", NULL },
    { ".", NULL },
    { "a/..", NULL },
    { "..a/b..", "..a/b.." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *why = NULL;
      g_autofree char *clean = bl_config_clean_path (cases[i].path, &why);
      g_assert_cmpstr (clean, ==, cases[i].clean);
      if (clean == NULL)
        g_assert_nonnull (why);
    }
}

/* Without corpus.json the folder names the source: the first below the one given, or that one itself. */
static void
test_folders_name_sources (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "herald/2022/a.txt", TEXT, -1);
  test_folder_write (root, "wire/b.txt", TEXT, -1);
  test_folder_write (root, "wire/.hidden/c.txt", TEXT, -1);
  test_folder_write (root, "wire/.d.txt", TEXT, -1);
  test_folder_write (root, "build/e.txt", TEXT, -1);
  test_folder_write (root, "node_modules/x/README.txt", TEXT, -1);
  test_folder_write (root, "README.md", TEXT, -1);
  test_folder_write (root, "picture.png", "x", -1);
  test_folder_write (root, "belie-verdicts.jsonl", "{}\n", -1);

  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_autofree char *text = summary (corpus);
  g_assert_cmpstr (text, ==, "herald/2022/a.txt herald; wire/b.txt wire");
  g_assert_cmpuint (bl_corpus_n_sources (corpus), ==, 2);
  g_assert_cmpstr (bl_corpus_source (corpus, 1)->id, ==, "wire");
  g_assert_cmpstr (bl_corpus_source (corpus, 1)->kind, ==, "unknown");
  g_assert_cmpuint (bl_corpus_source (corpus, 1)->index, ==, 1);
  g_assert_cmpstr (bl_corpus_article (corpus, 0)->language, ==, "en");
  g_assert_null (bl_corpus_rules (corpus)[0]);
  g_assert_false (bl_problems_any_partial (problems));
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "note wire/b.txt: no date of publication");

  /* A single file: its folder. */
  g_autofree char *file = g_build_filename (root, "wire", "b.txt", NULL);
  g_autoptr (BlCorpus) single = test_load (file, problems);
  g_autofree char *one = summary (single);
  g_assert_cmpstr (one, ==, "b.txt wire");
  g_assert_cmpstr (bl_corpus_article (single, 0)->file, ==, file);
  test_folder_remove (root);
}

static const char config[]
    = "{ // sources first\n"
      "  \"sources\": { \"herald\": { \"name\": \"The Herald\", \"url\": \"https://www.herald.example\", \"kind\": "
      "\"newspaper\", \"aliases\": [\"Morning Herald\"] },\n"
      "                 \"wire\": {} },\n"
      "  \"articles\": [\n"
      "    { \"path\": \"a.txt\", \"source\": \"herald\", \"published\": \"2022-03-30\", \"author\": \"Ann Lee\" },\n"
      "    { \"path\": \"./drafts/kept.txt\", \"source\": \"MORNING HERALD\", \"published\": \"2022-03\", \"language\": "
      "\"de_DE\" "
      "},\n"
      "    { \"path\": \"missing.txt\", \"source\": \"wire\" },\n"
      "    { \"path\": \"a.txt\", \"source\": \"wire\" },\n"
      "    { \"path\": \"../secret.txt\" },\n"
      "    { \"path\": \"b.txt\", \"source\": \"heralt\", \"published\": \"30th\" }\n"
      "  ],\n"
      "  \"rules\": [\"packs\"], \"knowledge\": \"kb\", \"ignore\": [\"drafts/**\"] }\n";

static void
write_configured (const char *root)
{
  test_folder_write (root, "corpus.json", config, -1);
  test_folder_write (root, "a.txt", TEXT, -1);
  test_folder_write (root, "b.txt", TEXT, -1);
  test_folder_write (root, "wire/c.txt", TEXT, -1);
  test_folder_write (root, "drafts/left-out.txt", TEXT, -1);
  test_folder_write (root, "drafts/kept.txt", TEXT, -1);
  test_folder_write (root, "packs/p.json", "{}", -1);
  test_folder_write (root, "kb/k.json", "{}", -1);
}

static void
test_config (void)
{
  g_autofree char *root = test_folder_new ();
  write_configured (root);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_autofree char *text = summary (corpus);
  g_assert_cmpstr (text, ==, "a.txt herald 2022-03-30; b.txt heralt; drafts/kept.txt herald 2022-03; wire/c.txt wire");
  const BlArticle *article = test_article (corpus, "a.txt");
  g_assert_cmpstr (article->author, ==, "Ann Lee");
  g_assert_cmpstr (article->source->name, ==, "The Herald");
  g_assert_cmpstr (article->source->kind, ==, "newspaper");
  g_assert_cmpstr (test_article (corpus, "drafts/kept.txt")->language, ==, "de-DE");
  g_assert_true (g_str_has_suffix (bl_corpus_rules (corpus)[0], "/packs"));
  g_assert_true (g_path_is_absolute (bl_corpus_knowledge (corpus)[0]));
  g_assert_null (bl_corpus_knowledge (corpus)[1]);

  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial corpus.json:7:5: “missing.txt” is listed but not there");
  test_assert_contains (said, "note corpus.json:8:7: “a.txt” is listed on line 5 already");
  test_assert_contains (said, "partial corpus.json:9:7: path “../secret.txt” leads outside the corpus");
  test_assert_contains (said, "source “heralt” is not declared, did you mean “herald”? The sources are: herald, wire");
  test_assert_contains (said, "“30th” is not a date");
  test_folder_remove (root);
}

/* A single file takes what the corpus.json above it says; corpus.json itself stands for its folder. */
static void
test_single_files (void)
{
  g_autofree char *root = test_folder_new ();
  write_configured (root);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autofree char *file = g_build_filename (root, "drafts", "kept.txt", NULL);
  g_autoptr (BlCorpus) corpus = test_load (file, problems);
  g_autofree char *text = summary (corpus);
  g_assert_cmpstr (text, ==, "drafts/kept.txt herald 2022-03");

  g_autofree char *json = g_build_filename (root, "corpus.json", NULL);
  g_autofree char *found = bl_corpus_find_upward (file);
  g_assert_true (g_str_has_suffix (found, "/corpus.json"));
  g_autoptr (BlCorpus) whole = test_load (json, problems);
  g_assert_cmpuint (bl_corpus_n_articles (whole), ==, 4);

  /* The folder, its corpus.json and a file in it: each article once. */
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { file, root, json, file, NULL };
  g_autoptr (BlCorpus) again = test_load_all (paths, 3, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bl_corpus_n_articles (again), ==, 4);
  test_folder_remove (root);
}

/* Ids of several folders must not meet; those of the one corpus stay as they are. */
static void
test_many_roots (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "one/x/a.txt", TEXT, -1);
  test_folder_write (root, "two/a.txt", TEXT, -1);
  test_folder_write (root, "kept/corpus.json", "{}", -1);
  test_folder_write (root, "kept/a.txt", TEXT, -1);
  g_autofree char *one = g_build_filename (root, "one", "x", NULL);
  g_autofree char *two = g_build_filename (root, "two", "a.txt", NULL);
  g_autofree char *kept = g_build_filename (root, "kept", NULL);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BlCorpus) plain = test_load_all ((const char *const[]){ two, one, NULL }, 2, problems, &error);
  g_autofree char *text = summary (plain);
  g_assert_cmpstr (text, ==, "one/x/a.txt x; two/a.txt two");
  g_autoptr (BlCorpus) with_corpus = test_load_all ((const char *const[]){ two, kept, one, NULL }, 2, problems, &error);
  g_autofree char *more = summary (with_corpus);
  g_assert_cmpstr (more, ==, "a.txt kept; one/x/a.txt x; two/a.txt two");
  g_assert_no_error (error);
  test_folder_remove (root);
}

static void
assert_config_error (const char *json, const char *expected)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "corpus.json", json, -1);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { root, NULL };
  BlCorpus *corpus = test_load_all (paths, 1, problems, &error);
  g_assert_null (corpus);
  g_assert_error (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_CONFIG);
  test_assert_contains (error->message, expected);
  g_assert_true (g_str_has_prefix (error->message, root));
  test_folder_remove (root);
}

static void
test_config_errors (void)
{
  assert_config_error ("{ \"artikles\": [] }", "corpus.json:1:3: ");
  assert_config_error ("{ \"artikles\": [] }", "articles");
  assert_config_error ("{\n \"articles\": [ { \"path\": \"a.txt\", \"publised\": \"2022\" } ] }", "corpus.json:2:35: ");
  assert_config_error ("{\n \"articles\": [ { \"source\": \"x\" } ] }", "path");
  assert_config_error ("{ \"articles\": {} }", "array");
  assert_config_error ("{ \"articles\": [ 3 ] }", "must be an object");
  assert_config_error ("{ \"articles\": [ { \"path\": 3 } ] }", "corpus.json:1:27");
  assert_config_error ("{ \"sources\": [] }", "“sources” must be an object");
  assert_config_error ("{ \"sources\": { \"a\": \"b\" } }", "source “a” must be an object");
  assert_config_error ("{ \"sources\": { \"a\": { \"nam\": \"b\" } } }", "name");
  assert_config_error ("{ \"sources\": { \"a\": { \"aliases\": 3 } } }", "corpus.json:1:");
  assert_config_error ("{ \"sources\": { \"a\": {},\n \"b\": { \"aliases\": [\"A\"] } } }",
                       "corpus.json:2:20: “A” means the source “a” already");
  assert_config_error ("{ \"sources\": { \"a\": { \"aliases\": [\"c\"] }, \"b\": { \"aliases\": [\"C\"] } } }",
                       "means the source “a” already");
  assert_config_error ("{ \"rules\": [\"x\"] }", "no such file or folder: “x”");
  assert_config_error ("{ \"ignore\": [3] }", "corpus.json:1:");
  assert_config_error ("[]", "corpus.json:1:1: ");
  assert_config_error ("", "corpus.json:1:1: ");
  assert_config_error ("{", "corpus.json:1:");
  assert_config_error ("{ \"rules\": [\"x\xff\"] }", "corpus.json:1:");
}

static void
test_no_such_path (void)
{
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { "/no/such/folder", NULL };
  g_assert_null (test_load_all (paths, 1, problems, &error));
  g_assert_error (error, BL_CORPUS_ERROR, BL_CORPUS_ERROR_PATH);
  test_assert_contains (error->message, "“/no/such/folder”");
}

/* Links: those that stay inside are followed once, those that lead out are named. */
static void
test_links (void)
{
  g_autofree char *outside = test_folder_new ();
  g_autofree char *root = test_folder_new ();
  test_folder_write (outside, "secret.txt", "secret", -1);
  test_folder_write (root, "wire/a.txt", TEXT, -1);
  test_folder_write (root, ".store/b.txt", TEXT, -1);
  g_autofree char *secret = g_build_filename (outside, "secret.txt", NULL);
  test_folder_link (root, "again.txt", "wire/a.txt");
  test_folder_link (root, "shown", ".store");
  test_folder_link (root, "wire/circle", "..");
  test_folder_link (root, "self.txt", "self.txt");
  test_folder_link (root, "gone.txt", "nowhere.txt");
  test_folder_link (root, "out.txt", secret);
  test_folder_link (root, "outdir", outside);
  test_folder_link (root, "out.png", secret);

  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_autofree char *text = summary (corpus);
  g_assert_cmpstr (text, ==, "shown/b.txt shown; wire/a.txt wire");
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial out.txt: the symbolic link leads outside the corpus");
  test_assert_contains (said, "partial outdir: the symbolic link leads outside the corpus");
  test_assert_contains (said, "partial gone.txt: the symbolic link leads nowhere");
  test_assert_contains (said, "partial self.txt: the symbolic link leads nowhere");
  g_assert_null (strstr (said, "out.png"));

  /* Listing such a link does not open it either. */
  test_folder_write (root, "corpus.json",
                     "{ \"articles\": [ { \"path\": \"out.txt\" }, { \"path\": \"wire\" }, { \"path\": \"x.pdf\" } ] }", -1);
  test_folder_write (root, "x.pdf", "x", -1);
  g_autoptr (BlProblems) more = bl_problems_new ();
  g_autoptr (BlCorpus) listed = test_load (root, more);
  g_assert_cmpuint (bl_corpus_n_articles (listed), ==, 2);
  g_autofree char *again = test_problems (more, root);
  test_assert_contains (again, "“out.txt” is a link that leads outside the corpus");
  test_assert_contains (again, "“wire” is a folder");
  test_assert_contains (again, "“x.pdf” is of no known kind");
  test_folder_remove (root);
  test_folder_remove (outside);
}

/* One line for each bad file, and the good one is read. */
static void
test_bad_files (void)
{
  g_autofree char *root = test_folder_new ();
  test_folder_write (root, "good.txt", TEXT, -1);
  test_folder_write (root, "broken.txt", "One line.\nCaf\xe9 and \xff more.\n", -1);
  test_folder_write (root, "empty.txt", "", 0);
  test_folder_write (root, "blank.txt", " \n\n", -1);
  test_folder_write (root, "wide.txt", "\xff\xfeT\0e\0", 6);
  test_folder_write (root, "nul.txt", "A\0B is here.\n", 12);
  test_folder_write (root, "mark.txt", "\xef\xbb\xbf" TEXT, -1);
  test_folder_write (root, "sub/corpus.json", "{}", -1);
  g_autofree char *large = g_strnfill (BL_LIMIT_ARTICLE_BYTES + 1, 'a');
  test_folder_write (root, "large.txt", large, -1);

  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (root, problems);
  g_assert_cmpuint (bl_corpus_n_articles (corpus), ==, 4);
  g_autofree char *said = test_problems (problems, root);
  test_assert_contains (said, "partial broken.txt:2:4: byte 0xE9 is not UTF-8, as are 1 more; read as U+FFFD");
  test_assert_contains (said, "partial empty.txt: the file is empty");
  test_assert_contains (said, "partial blank.txt: the file is empty");
  test_assert_contains (said, "partial wide.txt:1:1: the file is UTF-16");
  test_assert_contains (said, "partial nul.txt:1:2: byte 0x00 is not UTF-8");
  test_assert_contains (said, "partial large.txt: too large");
  test_assert_contains (said, "note sub/corpus.json: not used");

  /* Offsets are those of the file, not of the repaired text: three bytes stand for one here. */
  const BlDocument *broken = test_article (corpus, "broken.txt")->document;
  BlLocation second = bl_document_locate (broken, bl_document_sentences (broken, NULL)[1].span);
  g_assert_cmpuint (second.line, ==, 2);
  g_assert_cmpuint (second.offset, ==, 10);
  g_assert_cmpuint (second.length, ==, strlen ("Caf? and ? more."));

  const BlDocument *document = test_article (corpus, "mark.txt")->document;
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  g_assert_cmpuint (n, ==, 2);
  BlLocation first = bl_document_locate (document, sentences[0].span);
  g_assert_cmpuint (first.offset, ==, 3);
  g_assert_cmpuint (first.column, ==, 1);
  test_folder_remove (root);
}

/* The same bytes whatever the number of threads. */
static void
test_jobs (void)
{
  g_autofree char *root = test_folder_new ();
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("s%d/a%02d.txt", i % 7, i);
      g_autofree char *text = g_strdup_printf ("Item %d says so.\n%s", i,
                                               i % 5 == 0 ? "Br\xe9"
                                                            "aking.\n"
                                                          : TEXT);
      test_folder_write (root, name, text, -1);
    }
  GString *lines = g_string_new (NULL);
  for (int i = 0; i < 200; i++)
    g_string_append_printf (lines, "{\"id\":\"r%d\",\"text\":\"Record %d says so.\"%s}\n", i % 150, i, i % 9 == 0 ? "x" : "");
  test_folder_write (root, "s1/lines.jsonl", lines->str, (gssize) lines->len);
  g_string_free (lines, TRUE);
  g_autofree char *expected = NULL;
  for (guint jobs = 1; jobs <= 8; jobs++)
    {
      g_autoptr (BlProblems) problems = bl_problems_new ();
      g_autoptr (GError) error = NULL;
      const char *const paths[] = { root, NULL };
      g_autoptr (BlCorpus) corpus = test_load_all (paths, jobs, problems, &error);
      g_assert_no_error (error);
      g_autofree char *articles = summary (corpus);
      g_autofree char *said = test_problems (problems, root);
      g_autofree char *all = g_strconcat (articles, "\n", said, NULL);
      if (expected == NULL)
        expected = g_steal_pointer (&all);
      else
        g_assert_cmpstr (all, ==, expected);
    }
  test_folder_remove (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/glob", test_glob);
  g_test_add_func ("/corpus/clean-path", test_clean_path);
  g_test_add_func ("/corpus/folders-name-sources", test_folders_name_sources);
  g_test_add_func ("/corpus/config", test_config);
  g_test_add_func ("/corpus/single-files", test_single_files);
  g_test_add_func ("/corpus/many-roots", test_many_roots);
  g_test_add_func ("/corpus/config-errors", test_config_errors);
  g_test_add_func ("/corpus/no-such-path", test_no_such_path);
  g_test_add_func ("/corpus/links", test_links);
  g_test_add_func ("/corpus/bad-files", test_bad_files);
  g_test_add_func ("/corpus/jobs", test_jobs);
  return g_test_run ();
}
