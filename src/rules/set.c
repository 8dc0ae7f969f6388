#include "rules/set.h"

#include "rules/scope.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

G_DEFINE_QUARK (bl - rules - error - quark, bl_rules_error)

static void
file_free (gpointer data)
{
  BlRuleFile *file = data;
  bl_json_free (file->json);
  g_hash_table_unref (file->scope.own);
  g_ptr_array_unref (file->scope.shared);
  g_ptr_array_unref (file->fragments);
  g_free (file->path);
  g_free (file);
}

BlRuleSet *
bl_rule_set_new (void)
{
  BlRuleSet *set = g_new0 (BlRuleSet, 1);
  set->arena = bl_arena_new ();
  set->files = g_ptr_array_new_with_free_func (file_free);
  set->rules = g_ptr_array_new ();
  set->phrases = g_ptr_array_new ();
  set->rule_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  set->made = g_ptr_array_new ();
  set->tests = g_array_new (FALSE, FALSE, sizeof (BlRuleTest));
  set->forms = bl_word_forms_new (set->arena);
  set->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return set;
}

void
bl_rule_set_free (BlRuleSet *set)
{
  if (set == NULL)
    return;
  bl_prefilter_free (set->prefilter);
  for (guint i = 0; i < set->made->len; i++)
    bl_pattern_free (((BlPhrase *) g_ptr_array_index (set->made, i))->pattern);
  g_ptr_array_unref (set->made);
  g_ptr_array_unref (set->phrases);
  g_array_unref (set->rule_of);
  g_ptr_array_unref (set->rules);
  g_array_unref (set->tests);
  bl_word_forms_free (set->forms);
  g_ptr_array_unref (set->files);
  bl_arena_free (set->arena);
  g_ptr_array_unref (set->bytes);
  g_free (set->hash);
  if (set->kept != NULL)
    munmap ((gpointer) set->kept, set->kept_length);
  g_free (set);
}

BlRuleFile *
bl_rule_set_add_file (BlRuleSet *set, const BlJsonFile *found, BlJson *json)
{
  BlRuleFile *file = g_new0 (BlRuleFile, 1);
  file->json = json;
  file->path = g_strdup (found->path);
  file->shown = bl_path_shorten (file->path);
  file->layer = found->layer;
  file->fragments = g_ptr_array_new ();
  file->scope.own = g_hash_table_new (g_str_hash, g_str_equal);
  file->scope.shared = g_ptr_array_new ();
  file->context = (BlPhraseContext){ .scope = &file->scope, .forms = set->forms };
  file->unless_context = file->context;
  file->unless_context.inside = TRUE;
  g_ptr_array_add (set->files, file);
  g_ptr_array_add (set->bytes, g_bytes_ref (found->bytes));
  return file;
}

void
bl_rule_set_share_fragments (BlRuleSet *set)
{
  for (guint i = 0; i < set->files->len; i++)
    for (guint j = 0; j < set->files->len; j++)
      {
        BlRuleFile *file = g_ptr_array_index (set->files, i);
        const BlRuleFile *other = g_ptr_array_index (set->files, j);
        if (i != j && other->layer <= file->layer && g_strcmp0 (other->pack, "common") == 0)
          g_ptr_array_add (file->scope.shared, other->scope.own);
      }
}

void
bl_rule_set_index (BlRuleSet *set)
{
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (BlPrefilterPhrase));
  for (guint32 i = 0; i < set->rules->len; i++)
    {
      BlRuleEntry *rule = g_ptr_array_index (set->rules, i);
      rule->number = i;
      rule->first_phrase = set->phrases->len;
      for (guint p = 0; p < rule->n_phrases; p++)
        {
          const BlPrefilterPhrase phrase = { .facts = rule->phrases[p]->facts, .barred = bl_scope_bars (rule->public.scope) };
          g_ptr_array_add (set->phrases, (gpointer) rule->phrases[p]);
          g_array_append_val (set->rule_of, i);
          g_array_append_val (phrases, phrase);
        }
    }
  if (set->prefilter == NULL)
    set->prefilter = bl_prefilter_new ((const BlPrefilterPhrase *) (void *) phrases->data, phrases->len);
}

/* --- the backend ------------------------------------------------------------------------------------------------- */
gboolean
bl_rule_set_use_prefilter (BlRuleSet *set, const char *name, GError **error)
{
  const BlPrefilterClass *class = bl_prefilter_class (name);
  if (class != NULL)
    return g_strcmp0 (name, bl_prefilter_name (set->prefilter)) == 0 || bl_prefilter_use (set->prefilter, class, error);
  g_autofree char *names = g_strjoinv (", ", (char **) bl_prefilter_names ());
  g_set_error (error, BL_RULES_ERROR, BL_RULES_ERROR_PREFILTER, "this program has no prefilter “%s”, only %s", name, names);
  return FALSE;
}

const char *
bl_rule_set_prefilter (const BlRuleSet *set)
{
  return bl_prefilter_name (set->prefilter);
}

const char *
bl_rule_set_advise_prefilter (const BlRuleSet *set, guint64 n_bytes)
{
  return bl_prefilter_advise (bl_prefilter_n_triggers (set->prefilter), n_bytes);
}

/* --- asking ------------------------------------------------------------------------------------------------------ */
guint
bl_rule_set_n_rules (const BlRuleSet *set)
{
  return set->rules->len;
}

const BlRule *
bl_rule_set_rule (const BlRuleSet *set, guint index)
{
  return &((const BlRuleEntry *) g_ptr_array_index (set->rules, index))->public;
}

static gint
compare_to_rule (gconstpointer id, gconstpointer rule)
{
  return strcmp (id, (*(const BlRuleEntry *const *) rule)->public.id);
}

const BlRule *
bl_rule_set_find (const BlRuleSet *set, const char *id)
{
  const BlRuleEntry *const *found
      = set->rules->len > 0 ? bsearch (id, set->rules->pdata, set->rules->len, sizeof (gpointer), compare_to_rule) : NULL;
  return found != NULL ? &(*found)->public : NULL;
}

gboolean
bl_rule_is_for (const BlRule *rule, const char *language)
{
  if (rule->language == NULL || language == NULL)
    return TRUE;
  const gsize length = strcspn (rule->language, "-");
  return strcspn (language, "-") == length && g_ascii_strncasecmp (rule->language, language, length) == 0;
}

/* Not every run asks, and without instructions of its own for it a processor takes as long as for all the rest of loading. */
const char *
bl_rule_set_hash (const BlRuleSet *set)
{
  BlRuleSet *writable = (BlRuleSet *) set;
  if (g_once_init_enter (&writable->hashed))
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      for (guint i = 0; i < set->bytes->len; i++)
        {
          gsize length = 0;
          const guchar *bytes = g_bytes_get_data (g_ptr_array_index (set->bytes, i), &length);
          g_checksum_update (checksum, bytes, (gssize) length);
        }
      writable->hash = g_strdup (g_checksum_get_string (checksum));
      g_once_init_leave (&writable->hashed, 1);
    }
  return set->hash;
}

const cJSON *
bl_rule_test_claims (const BlRuleTest *test)
{
  return test->claims != 0 ? bl_json_item (bl_rule_entry (test->rule)->file->json, test->claims) : NULL;
}

guint
bl_rule_set_n_tests (const BlRuleSet *set)
{
  return set->tests->len;
}

const BlRuleTest *
bl_rule_set_test (const BlRuleSet *set, guint index)
{
  return &g_array_index (set->tests, BlRuleTest, index);
}
