/* A large file is read in slices, and nobody can tell. */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "knowledge/slices.h"

enum
{
  MANY = 40000 /* persons: more than a tree is made of at once */
};

/* A file of many persons, each on a line unless one_line; the one at "wrong" has this text behind its name. */
static GString *
many_persons (gboolean one_line, guint wrong, const char *text)
{
  GString *out = g_string_new ("// persons\n{\"persons\": [");
  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (out,
                            "%s%s{\"id\": \"p%u\", \"name\": \"Zoë%u Šmit%u\", \"x-note\": \"[{,]} \\\" // no comment\", "
                            "\"aliases\": [\"Smith the %uth of many\"]%s}",
                            i > 0 ? ", " : "", one_line ? "" : "\n", i, i % 97, i, i, i == wrong ? text : "");
  g_string_append (out, "],\n\"source\": \"a /* made-up */ gazette\", /* last */ \"format\": 1, \"as_of\": \"2026-01-01\"}\n");
  return out;
}

static BlKnowledge *
load_text (const GString *text, BlProblems *problems)
{
  g_autofree char *path = NULL;
  const int file = g_file_open_tmp ("belie-slices-XXXXXX.json", &path, NULL);
  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  const char *const paths[] = { path, NULL };
  BlKnowledge *kb = bl_knowledge_load (paths, problems, NULL);
  g_remove (path);
  return kb;
}

static void
test_read (gconstpointer one_line)
{
  g_autoptr (GString) text = many_persons (one_line != NULL, MANY, "");
  g_assert_cmpuint (text->len, >, 4 * 1024 * 1024);
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlKnowledge) kb = load_text (text, problems);
  g_assert_cmpuint (bl_problems_list (problems)->len, ==, 0);
  g_assert_cmpuint (bl_knowledge_persons (kb)->len, ==, MANY);
  for (guint i = 0; i < MANY; i += 7)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      const BlPerson *person = bl_knowledge_person (kb, id);
      g_assert_true (bl_knowledge_persons (kb)->pdata[i] == person);
      g_assert_cmpstr (person->reference.source, ==, "a /* made-up */ gazette"); /* which stands behind them */
    }
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  g_assert_cmpstr (bl_knowledge_hash (kb), ==, sum);
}

/* Line and column of what is wrong, as an editor shows them. */
static char *
place_of (const GString *text, const char *what)
{
  guint line = 1;
  const char *start = text->str;
  const char *end = strstr (text->str, what);
  for (const char *at = start; at < end; at++)
    if (*at == '\n')
      {
        line++;
        start = at + 1;
      }
  return g_strdup_printf (":%u:%ld: ", line, 1 + g_utf8_strlen (start, end - start));
}

static void
test_places (gconstpointer one_line)
{
  static const char *const wrong[] = { "\"nmae\": 1", "\"country\": \"zz\"", "\"broken\": tru" };
  static const char *const shown[] = { "\"nmae\"", "\"zz\"", "tru}" };
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *member = g_strdup_printf (", %s", wrong[i]);
      g_autoptr (GString) text = many_persons (one_line != NULL, 20000, member);
      g_autoptr (BlProblems) problems = bl_problems_new ();
      g_assert_null (load_text (text, problems));
      g_autofree char *said = list_problems (problems, "");
      g_autofree char *place = place_of (text, shown[i]);
      if (strstr (said, place) == NULL)
        g_error ("%s is not in %s", place, said);
    }
}

/* What is no file of this form is left to the reader of whole files. */
static void
test_other (void)
{
  static const char *const texts[]
      = { "",   "[]",  "{",           "{\"a\"}",      "{\"a\": [1, 2}", "{\"a\": [1,", "{\"a\": \"", "{\"a\": [\"\\",
          "{/", "{/*", "{\"a\":[,]}", "\xEF\xBB\xBF", "{\"a\": [1] /",  "{]",          "nul" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]) + 1);
      g_autoptr (GBytes) inner = g_bytes_new_from_bytes (bytes, 0, strlen (texts[i]));
      g_autoptr (GString) frame = g_string_new (NULL);
      g_autoptr (GArray) slices = bl_kb_slices_new ();
      g_assert_false (bl_kb_slice (inner, frame, slices));
    }
}

/* Frame and slices are all of the file. */
static void
test_frame (void)
{
  g_autoptr (GString) text = many_persons (FALSE, MANY, "");
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len + 1);
  g_autoptr (GBytes) inner = g_bytes_new_from_bytes (bytes, 0, text->len);
  g_autoptr (GString) frame = g_string_new (NULL);
  g_autoptr (GArray) slices = bl_kb_slices_new ();
  g_assert_true (bl_kb_slice (inner, frame, slices));
  gsize sum = frame->len - MANY - 2; /* line breaks are kept in it, as are both brackets */
  for (guint i = 0; i < slices->len; i++)
    {
      const BlKbSlice *slice = &g_array_index (slices, BlKbSlice, i);
      g_assert_cmpstr (slice->list, ==, "persons");
      g_assert_cmpuint (g_bytes_get_size (slice->bytes), <, 2 * BL_KB_SLICE_BYTES);
      sum += g_bytes_get_size (slice->bytes) - (i > 0); /* two share what is between */
    }
  g_assert_cmpuint (sum, ==, text->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/knowledge/slices/read", NULL, test_read);
  g_test_add_data_func ("/knowledge/slices/read-one-line", "", test_read);
  g_test_add_data_func ("/knowledge/slices/places", NULL, test_places);
  g_test_add_data_func ("/knowledge/slices/places-one-line", "", test_places);
  g_test_add_func ("/knowledge/slices/other", test_other);
  g_test_add_func ("/knowledge/slices/frame", test_frame);
  return g_test_run ();
}
