/* Folders of cases: each file under fixtures/cases holds a few short articles and what must be found in them.
 *
 * {"why": "…", "articles": [{"source": "a", "date": "2022-04-01", "text": "…"}],
 *  "findings": [{"id": "name/garbled", "text": "Dominique Robb"}]}
 *
 * Errors and warnings must be exactly those listed, in any order: an empty list is a case that must stay silent. Notes are
 * checked only where a case lists one. "text" must stand in the finding's own text. */
#include "findings/findings.h"

#include "../origins/newsroom.h"

static Newsroom room;

typedef struct
{
  BlJson *json;
  Edition edition;
} Case;

static const char *
need (const Case *c, const cJSON *object, const char *key)
{
  g_autoptr (GError) error = NULL;
  const char *text = bl_json_need_string (c->json, object, key, &error);
  g_assert_no_error (error);
  return text;
}

static void
case_load (Case *c, const char *path)
{
  g_autoptr (GError) error = NULL;
  memset (c, 0, sizeof *c);
  c->json = bl_json_load (path, &error);
  g_assert_no_error (error);
  const cJSON *list = bl_json_need_array (c->json, bl_json_root (c->json), "articles", &error);
  g_assert_no_error (error);
  const cJSON *entry;
  cJSON_ArrayForEach (entry, list)
  {
    const char *date = "";
    bl_json_get_string (c->json, entry, "date", &date, NULL);
    edition_add (&c->edition, &room, need (c, entry, "source"), date, need (c, entry, "text"));
  }
}

static void
case_clear (Case *c)
{
  edition_clear (&c->edition);
  bl_json_free (c->json);
}

static gboolean
finding_is (const BlFinding *finding, const char *id, const char *text)
{
  return strcmp (finding->id, id) == 0 && strstr (finding->at->text, text) != NULL;
}

static void
test_case (gconstpointer path)
{
  Case c;
  case_load (&c, path);
  g_autoptr (BlOrigins) origins = bl_origins_find (c.edition.claims);
  const BlCompareInput input = { .kb = room.kb,
                                 .article_claims = c.edition.claims,
                                 .origins = origins,
                                 .cues = room.cues,
                                 .kinds = room.kinds,
                                 .syntax = room.syntax };
  g_autoptr (BlComparisons) comparisons = bl_compare (&input);
  g_autoptr (BlFindings) findings = bl_findings_new (comparisons, NULL);
  const GPtrArray *list = bl_findings_list (findings);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (left, list->pdata[i]);

  g_autoptr (GError) error = NULL;
  const cJSON *wanted = bl_json_need_array (c.json, bl_json_root (c.json), "findings", &error);
  g_assert_no_error (error);
  const cJSON *entry;
  cJSON_ArrayForEach (entry, wanted)
  {
    const char *id = need (&c, entry, "id"), *text = need (&c, entry, "text");
    gboolean found = FALSE;
    for (guint i = 0; i < left->len && !found; i++)
      if (finding_is (left->pdata[i], id, text))
        {
          g_ptr_array_remove_index (left, i);
          found = TRUE;
        }
    if (!found)
      g_test_message ("not found: %s “%s”", id, text);
    if (!found)
      g_test_fail ();
  }
  for (guint i = 0; i < left->len; i++)
    {
      const BlFinding *finding = left->pdata[i];
      if (finding->severity == BL_SEVERITY_NOTE)
        continue;
      g_test_message ("not wanted: %s “%s”: %s", finding->id, finding->at->text, finding->message);
      g_test_fail ();
    }
  case_clear (&c);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  const char *folder = BL_TESTS_DIR "/findings/fixtures/cases";
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (paths->pdata[i]);
      g_autofree char *test = g_strdup_printf ("/findings/cases/%.*s", (int) strlen (base) - 5, base);
      g_test_add_data_func (test, paths->pdata[i], test_case);
    }
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
