/* Each folder of fixtures holds a corpus, input/, and what comes of it, expected.txt: the articles with their metadata and blocks, each
 * with the place of its first and last character, and the problems. BELIE_UPDATE=1 writes expected.txt anew. */
#include <cjson/cJSON.h>
#include <string.h>

#include "corpus_test.h"

#define FIXTURES BL_TESTS_DIR "/corpus/fixtures"

static const char *
kind_name (BlBlockKind kind)
{
  switch (kind)
    {
    case BL_BLOCK_PARAGRAPH:
      return "paragraph";
    case BL_BLOCK_HEADLINE:
      return "headline";
    case BL_BLOCK_DECK:
      return "deck";
    case BL_BLOCK_SUBHEADING:
      return "subheading";
    case BL_BLOCK_LIST_ITEM:
      return "list-item";
    case BL_BLOCK_CAPTION:
      return "caption";
    case BL_BLOCK_BYLINE:
      return "byline";
    case BL_BLOCK_BOILERPLATE:
      return "boilerplate";
    }
  return "?";
}

static void
describe_field (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "  %s: %s\n", name, value);
}

static void
describe_article (GString *out, const BlArticle *article)
{
  g_autofree char *date = bl_date_format (article->published);
  g_string_append_printf (out, "%s\n  source: %s (%s)\n", article->id, article->source->id, article->source->name);
  describe_field (out, "date", date[0] != '\0' ? date : "unknown");
  describe_field (out, "language", article->language);
  describe_field (out, "title", article->title);
  describe_field (out, "author", article->author);
  describe_field (out, "url", article->url);
  describe_field (out, "origin", article->origin);
  guint n = 0;
  const BlBlock *blocks = bl_document_blocks (article->document, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bl_document_slice (article->document, blocks[i].span);
      BlLocation at = bl_document_locate (article->document, blocks[i].span);
      g_string_append_printf (out, "  %u:%u-%u:%u %s | %s\n", at.line, at.column, at.end_line, at.end_column,
                              kind_name (blocks[i].kind), text);
    }
}

/* Writes both and lets diff say how they differ. */
static void
assert_same (const char *expected_path, const char *actual)
{
  g_autofree char *expected = NULL;
  g_autofree char *written = g_build_filename (g_get_tmp_dir (), "belie-corpus-actual.txt", NULL);
  if (g_strcmp0 (g_getenv ("BELIE_UPDATE"), "1") == 0)
    {
      g_assert_true (g_file_set_contents (expected_path, actual, -1, NULL));
      return;
    }
  g_file_get_contents (expected_path, &expected, NULL, NULL);
  if (g_strcmp0 (expected, actual) == 0)
    return;
  g_autofree char *diff = NULL;
  g_assert_true (g_file_set_contents (written, actual, -1, NULL));
  const char *const argv[] = { "diff", "-u", expected_path, written, NULL };
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &diff, NULL, NULL, NULL);
  g_error ("%s differs (BELIE_UPDATE=1 writes it anew):\n%s", expected_path, diff);
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = g_build_filename (FIXTURES, name, "input", NULL);
  g_autofree char *expected = g_build_filename (FIXTURES, name, "expected.txt", NULL);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlCorpus) corpus = test_load (folder, problems);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    describe_article (out, bl_corpus_article (corpus, i));
  g_autofree char *said = test_problems (problems, folder);
  g_string_append_printf (out, "problems\n%s", said);
  assert_same (expected, out->str);
  g_string_free (out, TRUE);
}

/* --- Every sentence leads back to bytes that say the same. --- */

/* Letters and digits of ASCII: the others may stand as references. */
static char *
letters_of (const char *text)
{
  GString *letters = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (letters, *p);
  return g_string_free (letters, FALSE);
}

/* HTML without tags, comments and references; written apart from what is tested. */
static char *
strip_html (const char *html)
{
  g_autoptr (GRegex) dropped
      = g_regex_new ("<!--.*?-->|<(script|button|aside|style)\\b.*?</\\1>|<[a-zA-Z/][^>]*>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) references = g_regex_new ("&(?!unknown)#?\\w+;", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace (dropped, html, -1, 0, "", 0, NULL);
  return g_regex_replace (references, bare, -1, 0, " ", 0, NULL);
}

static char *
strip_json (const char *text)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", text);
  cJSON *value = cJSON_Parse (quoted);
  char *copy = g_strdup (value != NULL ? value->valuestring : text);
  cJSON_Delete (value);
  return copy;
}

static char *
strip (const BlArticle *article, const char *original)
{
  if (strstr (article->path, ".htm") != NULL)
    return strip_html (original);
  return g_str_has_suffix (article->path, ".jsonl") ? strip_json (original) : g_strdup (original);
}

/* What a sentence of Markdown leads back to may hold targets of links and the like between its letters. */
static gboolean
is_markdown_of (const char *original, const char *text)
{
  const char *p = original;
  for (; *text != '\0'; text = g_utf8_next_char (text), p = g_utf8_next_char (p))
    {
      while (*p != '\0' && g_utf8_get_char (p) != g_utf8_get_char (text))
        p = g_utf8_next_char (p);
      if (*p == '\0')
        return FALSE;
    }
  return TRUE;
}

static void
check_sentences (const BlArticle *article)
{
  gsize length = 0;
  g_autofree char *file = NULL;
  g_assert_true (g_file_get_contents (article->file, &file, &length, NULL));
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (article->document, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      BlLocation at = bl_document_locate (article->document, sentences[i].span);
      g_assert_cmpuint (at.offset + at.length, <=, length);
      g_autofree char *original = g_strndup (file + at.offset, at.length);
      g_autofree char *bare = strip (article, original);
      g_autofree char *text = bl_document_slice (article->document, sentences[i].span);
      g_autofree char *expected = letters_of (text);
      g_autofree char *actual = letters_of (bare);
      gboolean same
          = g_str_has_suffix (article->path, ".md") ? is_markdown_of (actual, expected) : strcmp (actual, expected) == 0;
      if (!same)
        g_error ("%s: “%s” leads back to “%s”", article->id, text, original);

      /* Line and column say the same as the offset. */
      const char *start = file + at.offset;
      const char *line = start;
      while (line > file && line[-1] != '\n')
        line--;
      guint lines = 1;
      for (const char *p = file; p < line; p++)
        lines += *p == '\n' ? 1 : 0;
      guint mark = lines == 1 && g_str_has_prefix (file, "\xEF\xBB\xBF") ? 1 : 0;
      g_assert_cmpuint (at.line, ==, lines);
      g_assert_cmpuint (at.column + mark, ==, (guint) g_utf8_strlen (line, start - line) + 1);
    }
}

static void
test_sentences_lead_back (void)
{
  g_autoptr (GDir) dir = g_dir_open (FIXTURES, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *folder = g_build_filename (FIXTURES, name, "input", NULL);
      g_autoptr (BlProblems) problems = bl_problems_new ();
      g_autoptr (BlCorpus) corpus = test_load (folder, problems);
      for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
        if (strstr (bl_corpus_article (corpus, i)->id, "#lone") == NULL)
          check_sentences (bl_corpus_article (corpus, i));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GDir) dir = g_dir_open (FIXTURES, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_strconcat ("/corpus/fixtures/", name, NULL);
      g_ptr_array_add (names, g_strdup (name));
      g_test_add_data_func (path, names->pdata[names->len - 1], test_case);
    }
  g_test_add_func ("/corpus/sentences-lead-back", test_sentences_lead_back);
  return g_test_run ();
}
