/* Sentence cutting against fixtures/sentences.txt, and what holds for any text. */
#include <locale.h>
#include <string.h>

#include "text/text.h"

#define BOUNDARY "‖"

static BlTextLexicon *lexicon;

/* One line of the fixtures. */
typedef struct
{
  char *text;
  GArray *ends; /* gsize: where sentences truly end, the last one aside */
  gboolean known_failure;
} Case;

static void
case_clear (gpointer data)
{
  Case *c = data;
  g_free (c->text);
  g_array_unref (c->ends);
}

static Case
read_case (const char *line)
{
  Case c = { .ends = g_array_new (FALSE, FALSE, sizeof (gsize)) };
  if (g_str_has_prefix (line, "! "))
    {
      c.known_failure = TRUE;
      line += 2;
    }
  g_autoptr (GString) text = g_string_new (NULL);
  while (*line != '\0')
    if (g_str_has_prefix (line, BOUNDARY))
      {
        gsize end = text->len;
        while (end > 0 && g_ascii_isspace (text->str[end - 1]))
          end--;
        g_array_append_val (c.ends, end);
        line += strlen (BOUNDARY);
      }
    else if (g_str_has_prefix (line, "\\n"))
      {
        g_string_append_c (text, '\n');
        line += 2;
      }
    else
      g_string_append_c (text, *line++);
  c.text = g_string_free (g_steal_pointer (&text), FALSE);
  return c;
}

static GArray *
read_cases (void)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (BL_TESTS_DIR "/text/fixtures/sentences.txt", &content, NULL, &error);
  g_assert_no_error (error);
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (Case));
  g_array_set_clear_func (cases, case_clear);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      {
        Case c = read_case (lines[i]);
        g_array_append_val (cases, c);
      }
  return cases;
}

static BlDocument *
paragraph (const char *text, gsize length)
{
  BlBlockHint hint = { bl_span (0, length), BL_BLOCK_PARAGRAPH };
  char *copy = g_malloc (length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return bl_document_new (lexicon, copy, length, NULL, 0, NULL, &hint, 1);
}

static void
test_gold (void)
{
  g_autoptr (GArray) cases = read_cases ();
  guint known = 0;
  guint failed = 0;
  guint right = 0;
  guint found = 0;
  guint wanted = 0;
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *c = &g_array_index (cases, Case, i);
      g_autoptr (BlDocument) document = paragraph (c->text, strlen (c->text));
      guint n;
      const BlSentence *sentences = bl_document_sentences (document, &n);
      g_autoptr (GString) shown = g_string_new (NULL);
      gboolean same = n == c->ends->len + 1;
      for (guint k = 0; k + 1 < n; k++)
        for (guint m = 0; m < c->ends->len; m++)
          right += g_array_index (c->ends, gsize, m) == sentences[k].span.end;
      for (guint k = 0; k < n; k++)
        {
          same = same && (k + 1 == n || g_array_index (c->ends, gsize, k) == sentences[k].span.end);
          g_autofree char *slice = bl_document_slice (document, sentences[k].span);
          g_string_append_printf (shown, "%s%s", k > 0 ? " ‖ " : "", slice);
        }
      found += n - 1;
      wanted += c->ends->len;
      known += c->known_failure;
      if (same == c->known_failure)
        {
          failed++;
          g_test_message ("%s: %s", same ? "no longer a failure" : "cut as", shown->str);
        }
    }
  double precision = (double) right / found;
  double recall = (double) right / wanted;
  g_test_message ("%u cases, %u boundaries: precision %.4f, recall %.4f", cases->len, wanted, precision, recall);
  g_assert_cmpuint (cases->len, >=, 170);
  g_assert_cmpuint (failed, ==, 0);
  g_assert_cmpuint (known * 50, <=, cases->len);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GError) error = NULL;
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  g_test_add_func ("/text/sentences/gold", test_gold);
  int result = g_test_run ();
  bl_text_lexicon_free (lexicon);
  return result;
}
