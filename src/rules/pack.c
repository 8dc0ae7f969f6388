/* From paths to a rule set: find the packs, read their fragments, then their rules, sort, index. */
#include <string.h>

#include "rules/keep.h"
#include "rules/reader.h"

/* --- files ------------------------------------------------------------------------------------------------------- */
/* The lexicon is in the list of files too, as a pack without name or rules. */
static void
read_file (BlRuleReader *reader, BlJsonFile *found)
{
  if (found->json == NULL)
    {
      bl_reader_take_error (&reader->base, found->path, g_steal_pointer (&found->error));
      return;
    }
  bl_rules_enter (reader, bl_rule_set_add_file (reader->set, found, g_steal_pointer (&found->json)));
  if (found->beside)
    bl_inflections_read (reader->set->forms->inflections, &reader->base);
  else
    bl_rules_read_pack (reader);
}

/* Of BlJsonFile, read and not parsed. */
static GPtrArray *
find_files (const char *data_dir, const char *const *paths)
{
  GPtrArray *files = bl_json_files_new ();
  guint layer = 0;
  static const char *const beside[] = { "inflections.json", NULL };
  if (data_dir != NULL)
    {
      g_autofree char *lexicon = g_build_filename (data_dir, "lexicon", "inflections.json", NULL);
      g_autofree char *common = g_build_filename (data_dir, "packs", "common.json", NULL);
      bl_json_files_add_one (files, lexicon, layer, TRUE);
      bl_json_files_add_one (files, common, layer, FALSE);
      layer++;
    }
  for (guint i = 0; paths != NULL && paths[i] != NULL; i++, layer++)
    bl_json_files_add (files, paths[i], layer, beside);
  bl_json_files_drop_repeated (files);
  bl_json_files_read_bytes (files);
  return files;
}

/* --- fragments --------------------------------------------------------------------------------------------------- */
static void
settle_fragments (BlRuleReader *reader)
{
  for (guint i = 0; i < reader->file->fragments->len; i++)
    {
      BlFragment *fragment = g_ptr_array_index (reader->file->fragments, i);
      const BlJson *json = reader->file->json;
      const char *cycle = NULL;
      if (bl_fragment_settle (fragment, reader->set->arena, &cycle))
        continue;
      bl_reader_fail_at (&reader->base, BL_RULES_ERROR_PHRASE, bl_json_key_span (json, bl_json_item (json, fragment->item)),
                         "fragments that use themselves, or are nested more than %d deep: %s", BL_LIMIT_FRAGMENT_DEPTH, cycle);
    }
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
static gint
compare_rules (gconstpointer a, gconstpointer b)
{
  const BlRuleEntry *first = *(const BlRuleEntry *const *) a;
  const BlRuleEntry *second = *(const BlRuleEntry *const *) b;
  gint order = strcmp (first->public.id, second->public.id);
  return order != 0 ? order : (gint) second->file->layer - (gint) first->file->layer; /* the nearest first */
}

static void
sort_rules (BlRuleReader *reader, GPtrArray *rules)
{
  g_ptr_array_sort (rules, compare_rules);
  const BlRuleEntry *last = NULL;
  for (guint i = 0; i < rules->len; i++)
    {
      BlRuleEntry *rule = g_ptr_array_index (rules, i);
      gboolean repeated = last != NULL && strcmp (last->public.id, rule->public.id) == 0;
      if (repeated && last->file->layer == rule->file->layer)
        {
          bl_rules_enter (reader, (BlRuleFile *) rule->file);
          bl_reader_fail (&reader->base, bl_json_item (rule->file->json, rule->item), "there is another rule “%s”: %s:%u",
                          rule->public.id, last->file->path, last->public.line);
        }
      if (!repeated)
        {
          g_ptr_array_add (reader->set->rules, rule);
          last = rule;
        }
    }
}

/* Tests of rules that were replaced go too. */
static void
sort_tests (BlRuleSet *set)
{
  g_autoptr (GArray) tests = g_steal_pointer (&set->tests);
  g_autoptr (GHashTable) by_rule = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < tests->len; i++)
    {
      BlRuleTest test = g_array_index (tests, BlRuleTest, i);
      GArray *list = g_hash_table_lookup (by_rule, test.rule);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (BlRuleTest));
          g_hash_table_insert (by_rule, (gpointer) test.rule, list);
        }
      g_array_append_val (list, test);
    }
  set->tests = g_array_new (FALSE, FALSE, sizeof (BlRuleTest));
  for (guint i = 0; i < set->rules->len; i++)
    {
      const GArray *list = g_hash_table_lookup (by_rule, g_ptr_array_index (set->rules, i));
      if (list != NULL && list->len > 0)
        g_array_append_vals (set->tests, list->data, list->len);
    }
}

typedef void (*ReadPart) (BlRuleReader *reader);

static void
for_each_file (BlRuleReader *reader, ReadPart read_part)
{
  for (guint i = 0; i < reader->set->files->len; i++)
    {
      bl_rules_enter (reader, g_ptr_array_index (reader->set->files, i));
      read_part (reader);
    }
}

/* The prefilter has its own copy. */
static void
forget_facts (BlRuleSet *set)
{
  for (guint i = 0; i < set->made->len; i++)
    ((BlPhrase *) g_ptr_array_index (set->made, i))->facts = NULL;
}

/* Trees are most of what a pack takes. Strings of the lexicon are in use as long as phrases are read. */
static void
fold_file (BlRuleReader *reader)
{
  reader->file->rules_item = NULL;
  if (reader->file->pack != NULL || reader->set->forms->inflections == NULL)
    bl_json_fold (reader->file->json);
}

static BlRuleSet *
read_set (GPtrArray *files, BlProblems *problems, GError **error)
{
  g_autoptr (BlRuleSet) set = bl_rule_set_new ();
  g_autoptr (BlArena) facts = bl_arena_new ();
  BlRuleReader reader = { .set = set, .facts = facts };
  reader.base = (BlReader){ .arena = set->arena,
                            .scratch = bl_arena_new (),
                            .copies = TRUE,
                            .problems = problems,
                            .domain = BL_RULES_ERROR,
                            .code = BL_RULES_ERROR_SCHEMA };
  bl_json_files_parse (files);
  for (guint i = 0; i < files->len; i++)
    read_file (&reader, g_ptr_array_index (files, i));

  bl_rule_set_share_fragments (set);
  for_each_file (&reader, bl_rules_read_fragments);
  for_each_file (&reader, settle_fragments);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  for (guint i = 0; i < set->files->len; i++)
    {
      bl_rules_enter (&reader, g_ptr_array_index (set->files, i));
      bl_rules_read_rules (&reader, rules);
      fold_file (&reader);
    }
  sort_rules (&reader, rules);
  bl_arena_free (reader.base.scratch);
  if (!bl_reader_end (&reader.base, error))
    return NULL;
  bl_word_forms_finish (set->forms);
  for_each_file (&reader, fold_file);
  sort_tests (set);
  bl_rule_set_index (set);
  forget_facts (set);
  bl_arena_seal (set->arena);
  return g_steal_pointer (&set);
}

BlRuleSet *
bl_rule_set_open (const char *data_dir, const char *const *paths, const char *cache, BlProblems *problems, GError **error)
{
  g_autoptr (GPtrArray) files = find_files (data_dir, paths);
  g_autofree char *key = cache != NULL ? bl_rules_key (files) : NULL;
  BlRuleSet *set = key != NULL ? bl_rules_take_kept (files, cache, key) : NULL;
  if (set != NULL)
    return set;
  set = read_set (files, problems, error);
  if (set != NULL && key != NULL)
    bl_rules_keep (set, files, cache, key);
  return set;
}

BlRuleSet *
bl_rule_set_load_with (const char *data_dir, const char *const *paths, BlProblems *problems, GError **error)
{
  return bl_rule_set_open (data_dir, paths, NULL, problems, error);
}

BlRuleSet *
bl_rule_set_load (const char *const *paths, BlProblems *problems, GError **error)
{
  return bl_rule_set_load_with (NULL, paths, problems, error);
}
