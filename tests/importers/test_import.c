/* Cases are files: fixtures/cases/NAME.FORM.json or NAME.csv is imported, and what comes out is NAME….expected beside it: the base, the
 * problems, what was left out. UPDATE_EXPECTED=1 writes them anew. */
#include "importers/importer.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIXTURES BL_TESTS_DIR "/importers/fixtures/"
#define LEXICON BL_RULES_DIR "/lexicon/import.json"

static BlKnowledge *
load (const char *more)
{
  const char *paths[] = { FIXTURES "knowledge", more, NULL };
  g_autoptr (GError) error = NULL;
  BlKnowledge *kb = bl_knowledge_load (paths, NULL, &error);
  g_assert_no_error (error);
  return kb;
}

/* The base as text, or NULL with an error. */
static char *
import_files (const BlKnowledge *kb, const char *const *paths, BlProblems *problems, char **left_out, GError **error)
{
  const BlImportOptions options = { 0 };
  g_autoptr (BlImport) import = bl_import_new (kb, LEXICON, problems, error);
  g_assert_nonnull (import);
  for (guint i = 0; paths[i] != NULL; i++)
    if (!bl_import_read (import, paths[i], &options, error))
      return NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  BlImportCounts counts;
  if (!bl_import_write (import, out, &options, &counts, error))
    return NULL;
  *left_out = bl_import_left_out (import);
  g_output_stream_close (out, NULL, NULL);
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (out);
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

/* One import, and what came of it. */
typedef struct
{
  BlProblems *problems;
  GError *error;
  char *left_out;
  char *base; /* NULL with an error */
} Result;

static void
result_clear (Result *result)
{
  bl_problems_free (result->problems);
  g_clear_error (&result->error);
  g_free (result->left_out);
  g_free (result->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static Result
import_paths (const BlKnowledge *kb, const char *const *paths)
{
  Result result = { .problems = bl_problems_new () };
  result.base = import_files (kb, paths, result.problems, &result.left_out, &result.error);
  g_assert_true ((result.base == NULL) == (result.error != NULL));
  return result;
}

static Result
import_path (const BlKnowledge *kb, const char *path)
{
  const char *const paths[] = { path, NULL };
  return import_paths (kb, paths);
}

/* A new file in the temporary folder, which the caller unlinks. */
static char *
write_temporary (const char *form, const char *text, gssize length)
{
  char *path = g_build_filename (g_get_tmp_dir (), form, NULL);
  const int fd = g_mkstemp (path);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static char *
describe (const Result *result)
{
  GString *text = g_string_new (result->base);
  const GPtrArray *list = bl_problems_list (result->problems);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = g_ptr_array_index (list, i);
      g_string_append_printf (text, "%u: %s\n", problem->line, problem->what);
    }
  g_string_append (text, result->left_out);
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const char *path = data;
  g_autoptr (BlKnowledge) kb = load (NULL);
  g_auto (Result) result = import_path (kb, path);
  g_assert_no_error (result.error);
  g_autofree char *found = describe (&result);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  if (g_getenv ("UPDATE_EXPECTED") != NULL)
    g_file_set_contents (expected_path, found, -1, NULL);
  g_autofree char *expected = NULL;
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);

  /* What comes out loads, beside the base it was made for. */
  g_autofree char *own = write_temporary ("belie-import-XXXXXX.json", result.base, -1);
  g_autoptr (BlKnowledge) both = load (own);
  g_assert_nonnull (both);
  g_unlink (own);
}

/* All files of one import are one base; a person who stands in two is named. */
static void
test_two_files (void)
{
  const char *const paths[] = { FIXTURES "cases/people.csv", FIXTURES "cases/people.csv", NULL };
  g_autoptr (BlKnowledge) kb = load (NULL);
  g_auto (Result) result = import_paths (kb, paths);
  g_assert_no_error (result.error);
  g_assert_nonnull (strstr (result.left_out, "persons whose id was there before"));
}

static void
refuse (const char *content, const char *words)
{
  g_autofree char *path = write_temporary ("belie-import-XXXXXX", content, -1);
  g_autoptr (BlKnowledge) kb = load (NULL);
  g_auto (Result) result = import_path (kb, path);
  g_assert_nonnull (result.error);
  g_assert_nonnull (strstr (result.error->message, words));
  g_unlink (path);
}

static void
test_refused (void)
{
  refuse ("{\"canonical_id\":\"x\",\"prop\":\"name\",\"value\":\"y\"}\n", "statements of FollowTheMoney");
  refuse ("canonical_id,entity_id,prop,value\na,a,name,b\n", "statements of FollowTheMoney");
  refuse ("{\"what\":\"ever\"}\n", "not recognised");
  refuse ("colour,shape\nred,round\n", "a first line of titles");
  refuse ("name\n\xff\n", "byte 6 is not UTF-8");
  refuse ("", "a first line of titles");
}

/* --- whatever comes ---------------------------------------------------------------------------------------------------- */

/* One byte, or a run of them, is changed, doubled or lost. */
static void
damage (GString *text, GRand *random)
{
  const guint n = 1 + (guint) g_rand_int_range (random, 0, 4);
  for (guint i = 0; i < n && text->len > 8; i++)
    {
      const gint32 at = g_rand_int_range (random, 0, (gint32) text->len - 4);
      const gint32 length = g_rand_int_range (random, 1, 1 + MIN (40, (gint32) text->len - at));
      static const char bytes[] = "\"{}[],:\\\n\x80\xff\0u0[[{{\"\"";
      if (g_rand_boolean (random))
        text->str[at] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
      else if (g_rand_boolean (random))
        g_string_erase (text, at, length);
      else
        {
          g_autofree char *part = g_strndup (text->str + at, (gsize) length);
          g_string_insert (text, g_rand_int_range (random, 0, (gint32) text->len), part);
        }
    }
}

/* Damaged files end in problems or an error, never in a crash, and what comes out loads. */
static void
test_damaged (gconstpointer data)
{
  const char *path = data;
  g_autofree char *whole = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_autofree char *suffix = g_path_get_basename (path);
  g_autofree char *broken
      = g_strdup_printf ("%s/belie-import-%d-%s", g_get_tmp_dir (), g_random_int_range (0, G_MAXINT), suffix);
  g_autofree char *own = g_strconcat (broken, ".base.json", NULL);
  g_autoptr (BlKnowledge) kb = load (NULL);
  for (guint32 seed = 0; seed < 150; seed++)
    {
      GRand *random = g_rand_new_with_seed (seed);
      GString *text = g_string_new_len (whole, (gssize) length);
      damage (text, random);
      g_assert_true (g_file_set_contents (broken, text->str, (gssize) text->len, NULL));
      g_string_free (text, TRUE);
      g_rand_free (random);
      g_auto (Result) result = import_path (kb, broken);
      if (result.base == NULL || seed % 10 != 0)
        continue;
      g_assert_true (g_file_set_contents (own, result.base, -1, NULL));
      g_autoptr (BlKnowledge) both = load (own);
      g_assert_nonnull (both);
    }
  g_unlink (broken);
  g_unlink (own);
}

/* Entities in entities, a thousand deep. */
static void
test_deep (void)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "{\"id\":\"o-%u\",\"schema\":\"Occupancy\",\"properties\":{\"post\":[\"p\"],\"holder\":[", i);
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "]}}");
  g_string_append (text, "\n{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Deep Diver\"]}}\n");
  g_autofree char *path = write_temporary ("belie-import-XXXXXX", text->str, (gssize) text->len);
  g_string_free (text, TRUE);
  g_autoptr (BlKnowledge) kb = load (NULL);
  g_auto (Result) result = import_path (kb, path);
  g_assert_no_error (result.error);
  g_assert_nonnull (strstr (result.base, "Deep Diver"));
  g_assert_true (bl_problems_any_partial (result.problems));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GDir) folder = g_dir_open (FIXTURES "cases", 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    if (!g_str_has_suffix (name, ".expected"))
      {
        char *path = g_build_filename (FIXTURES "cases", name, NULL);
        g_ptr_array_add (paths, path);
        g_autofree char *test = g_strconcat ("/import/", name, NULL);
        g_autofree char *fuzz = g_strconcat ("/damaged/", name, NULL);
        g_test_add_data_func (test, path, test_case);
        g_test_add_data_func (fuzz, path, test_damaged);
      }
  g_test_add_func ("/import/two-files", test_two_files);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/deep", test_deep);
  return g_test_run ();
}
