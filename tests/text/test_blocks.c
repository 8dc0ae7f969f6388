/* Blocks against the folder fixtures/blocks: NAME.txt is a file as found, NAME.blocks its blocks, "kind: text" one a line with white
 * space as single blanks. A new case needs no C. */
#include <locale.h>
#include <string.h>

#include "text/text.h"

#define FIXTURES BL_TESTS_DIR "/text/fixtures/blocks/"

static const char *const kinds[]
    = { "paragraph", "headline", "deck", "subheading", "list item", "caption", "byline", "boilerplate" };

static BlTextLexicon *lexicon;

static char *
single_blanks (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (; *text != '\0'; text++)
    if (*text != '\n' && *text != '\r')
      g_string_append_c (out, *text);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      {
        g_string_append_c (out, ' ');
        while (text[1] == ' ' || text[1] == '\n')
          text++;
      }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
show_blocks (const BlDocument *document)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n;
  const BlBlock *blocks = bl_document_blocks (document, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *slice = bl_document_slice (document, blocks[i].span);
      g_autofree char *line = single_blanks (slice);
      g_string_append_printf (out, "%s: %s\n", kinds[blocks[i].kind], line);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Says the lines that differ; both texts have the same blocks, or nearly. */
static void
say_difference (const char *wanted, const char *got)
{
  g_auto (GStrv) a = g_strsplit (wanted, "\n", -1);
  g_auto (GStrv) b = g_strsplit (got, "\n", -1);
  for (guint i = 0; i < MAX (g_strv_length (a), g_strv_length (b)); i++)
    {
      const char *left = i < g_strv_length (a) ? a[i] : "";
      const char *right = i < g_strv_length (b) ? b[i] : "";
      if (strcmp (left, right) != 0)
        g_test_message ("line %u\n-%s\n+%s", i + 1, left, right);
    }
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autofree char *text_path = g_strconcat (FIXTURES, name, ".txt", NULL);
  g_autofree char *blocks_path = g_strconcat (FIXTURES, name, ".blocks", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;
  g_file_get_contents (text_path, &text, &length, &error);
  g_assert_no_error (error);
  g_autofree char *wanted = NULL;
  g_file_get_contents (blocks_path, &wanted, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (BlDocument) document = bl_document_new (lexicon, text, length, NULL, 0, NULL, NULL, 0);
  g_autofree char *got = show_blocks (document);
  say_difference (wanted, got);
  g_assert_cmpstr (got, ==, wanted);
}

/* The kinds a loader names stay; cues still find what no loader knows, and gaps between hints are cut by lines. */
static void
test_hints (void)
{
  const char *text
      = "Ships stay\n\nAnn Lee\n\nShare this\n\nNo ship will leave\n\nThe harbour was closed.\n\nShips stay\n\nBardo waits";
  static const struct
  {
    const char *text;
    BlBlockKind kind;
    BlBlockKind wanted;
  } blocks[] = {
    { "Ships stay", BL_BLOCK_HEADLINE, BL_BLOCK_HEADLINE },
    { "Ann Lee", BL_BLOCK_BYLINE, BL_BLOCK_BYLINE },
    { "Share this", BL_BLOCK_LIST_ITEM, BL_BLOCK_BOILERPLATE },
    { "No ship will leave", BL_BLOCK_PARAGRAPH, BL_BLOCK_PARAGRAPH },
  };
  BlBlockHint hints[G_N_ELEMENTS (blocks)];
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      gsize start = (gsize) (strstr (text, blocks[i].text) - text);
      hints[i] = (BlBlockHint){ bl_span (start, start + strlen (blocks[i].text)), blocks[i].kind };
    }
  g_autoptr (BlDocument) document
      = bl_document_new (lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, hints, G_N_ELEMENTS (hints));
  g_autofree char *got = show_blocks (document);
  g_assert_cmpstr (got, ==,
                   "headline: Ships stay\nbyline: Ann Lee\nboilerplate: Share this\nparagraph: No ship will leave\n"
                   "paragraph: The harbour was closed.\nboilerplate: Ships stay\nparagraph: Bardo waits\n");
}

/* An empty document, and one of white space only, have no blocks. */
static void
test_nothing (void)
{
  static const char *const texts[] = { "", "\n\n \t\r\n", "\xEF\xBB\xBF", "\xC2\xA0\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (texts[i]), strlen (texts[i]), NULL, 0, NULL, NULL, 0);
      guint n;
      bl_document_blocks (document, &n);
      g_assert_cmpuint (n, ==, 0);
      g_assert_cmpuint (bl_document_sentence_at (document, 0), ==, G_MAXUINT);
      g_assert_null (bl_document_quote_at (document, 0));
      BlLocation location = bl_document_locate (document, bl_span (0, 5));
      g_assert_cmpuint (location.line, ==, 1);
      g_assert_cmpuint (location.column, ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_autoptr (GDir) folder = g_dir_open (FIXTURES, 0, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - 4));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/text/blocks/", g_ptr_array_index (names, i), NULL);
      g_test_add_data_func (path, g_ptr_array_index (names, i), test_case);
    }
  g_test_add_func ("/text/blocks/hints", test_hints);
  g_test_add_func ("/text/blocks/nothing", test_nothing);
  int result = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return result;
}
