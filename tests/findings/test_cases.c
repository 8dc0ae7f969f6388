/* Folders of cases: each file under fixtures/cases holds a few short articles and what must be found in them.
 *
 * {"why": "…", "articles": [{"source": "a", "date": "2022-04-01", "text": "…"}],
 *  "findings": [{"id": "name/garbled", "text": "Dominique Robb"}]}
 *
 * Errors and warnings must be exactly those listed, in any order: an empty list is a case that must stay silent. Notes are
 * checked only where a case lists one. "text" must stand in the finding's own text. */
#include "findings/findings.h"

#include <string.h>

typedef struct
{
  BlProblems *problems;
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlRuleSet *rules;
  BlCues *cues;
} World;

static World world;

static void
world_load (void)
{
  g_autoptr (GError) error = NULL;
  world.problems = bl_problems_new ();
  world.lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  world.kb = bl_knowledge_load ((const char *const[]){ BL_RULES_DIR "/knowledge", NULL }, world.problems, &error);
  g_assert_no_error (error);
  world.finder = bl_mention_finder_new (world.kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  world.rules = bl_rule_set_load ((const char *const[]){ BL_RULES_DIR "/packs", NULL }, world.problems, &error);
  g_assert_no_error (error);
  world.cues = bl_cues_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
}

static void
world_free (void)
{
  bl_cues_free (world.cues);
  bl_rule_set_free (world.rules);
  bl_mention_finder_free (world.finder);
  bl_knowledge_free (world.kb);
  bl_text_lexicon_free (world.lexicon);
  bl_problems_free (world.problems);
}

#define MAX_ARTICLES 8

typedef struct
{
  BlJson *json;
  BlSource sources[MAX_ARTICLES];
  BlArticle articles[MAX_ARTICLES];
  char ids[MAX_ARTICLES][8];
  GPtrArray *claims;
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
  c->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  const cJSON *list = bl_json_need_array (c->json, bl_json_root (c->json), "articles", &error);
  g_assert_no_error (error);
  g_autoptr (BlScanner) scanner = bl_scanner_new (world.rules);
  const BlClaimContext context
      = { .kb = world.kb, .finder = world.finder, .rules = world.rules, .cues = world.cues, .problems = world.problems };
  const cJSON *entry;
  guint n = 0;
  cJSON_ArrayForEach (entry, list)
  {
    g_assert_cmpuint (n, <, MAX_ARTICLES);
    BlArticle *article = &c->articles[n];
    const char *text = need (c, entry, "text"), *date = "";
    bl_json_get_string (c->json, entry, "date", &date, NULL);
    char *source = (char *) need (c, entry, "source");
    g_snprintf (c->ids[n], sizeof c->ids[n], "%u.txt", n);
    c->sources[n] = (BlSource){ .id = source, .name = source, .kind = (char *) "test", .index = n };
    *article
        = (BlArticle){ .id = c->ids[n], .path = c->ids[n], .language = (char *) "en", .source = &c->sources[n], .index = n };
    bl_date_parse (date, &article->published);
    article->document = bl_document_new (world.lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
    g_ptr_array_add (c->claims, bl_claims_extract (&context, scanner, article));
    n++;
  }
}

static void
case_clear (Case *c)
{
  g_ptr_array_unref (c->claims);
  for (guint i = 0; i < MAX_ARTICLES; i++)
    bl_document_free ((BlDocument *) c->articles[i].document);
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
  g_autoptr (BlOrigins) origins = bl_origins_find (c.claims);
  const BlCompareInput input = { .kb = world.kb, .article_claims = c.claims, .origins = origins };
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
  world_load ();
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
  world_free ();
  return code;
}
