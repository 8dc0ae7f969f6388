/* A set that was kept says what the set of the packs says, and no file in the cache makes it say anything else. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rule_sets.h"
#include "rules/keep.h"

typedef struct
{
  char *folder; /* the cache */
  char *pack;   /* a file of its own */
} World;

static void
set_up (World *world, gconstpointer data)
{
  (void) data;
  world->folder = g_dir_make_tmp ("belie-kept-XXXXXX", NULL);
  world->pack = g_strdup_printf ("%s.json", world->folder);
  g_assert_nonnull (world->folder);
}

static void
tear_down (World *world, gconstpointer data)
{
  (void) data;
  g_chmod (world->folder, 0700);
  g_autoptr (GDir) dir = g_dir_open (world->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (world->folder, name, NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (world->folder);
  g_unlink (world->pack);
  g_free (world->folder);
  g_free (world->pack);
}

static BlRuleSet *
open_path (const World *world, const char *path)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { path, NULL };
  BlRuleSet *set = bl_rule_set_open (BL_RULES_DIR, paths, world->folder, NULL, &error);
  g_assert_no_error (error);
  return set;
}

/* The one file of the cache; NULL when there is none. */
static char *
kept_path (const World *world)
{
  g_autoptr (GDir) dir = g_dir_open (world->folder, 0, NULL);
  const char *name = g_dir_read_name (dir);
  char *path = name != NULL ? g_build_filename (world->folder, name, NULL) : NULL;
  g_assert_null (g_dir_read_name (dir));
  g_assert_true (path == NULL || g_str_has_suffix (path, ".rules"));
  return path;
}

/* --- what a set says ---------------------------------------------------------------------------------------------- */

static void
say_texts (GString *out, const char *name, const char *const *texts)
{
  g_autofree char *joined = texts != NULL ? g_strjoinv ("|", (char **) texts) : NULL;
  g_string_append_printf (out, "  %s %s\n", name, joined != NULL ? joined : "-");
}

static void
say_claim (GString *out, const BlRule *rule)
{
  const char *const texts[] = { rule->id,   rule->title,   rule->why,     rule->pack,    rule->file,       rule->language,
                                rule->unit, rule->finding, rule->message, rule->instead, rule->value_slot, rule->predicate };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (out, "  %u %s\n", i, texts[i] != NULL ? texts[i] : "-");
  say_texts (out, "keys", rule->keys);
  say_texts (out, "slots", rule->slots);
  say_texts (out, "renamed", rule->renamed_from);
  g_string_append_printf (out, "  %u %d %d %u %d %g %u %d %d %d %d %g\n", rule->line, rule->kind, rule->status, rule->scope,
                          rule->value, rule->tolerance, rule->window, rule->functional, rule->symmetric, rule->negate,
                          rule->severity, rule->confidence);
}

static void
say_rule (GString *out, const BlRuleSet *set, const BlRule *rule)
{
  const BlRuleEntry *entry = bl_rule_entry (rule);
  g_autofree char *explained = bl_rule_explain (set, rule);
  g_string_append (out, explained);
  say_claim (out, rule);
  for (guint i = 0; i < entry->n_phrases; i++)
    g_string_append_printf (out, "  %s %s\n", entry->phrases[i]->text, bl_phrase_pattern (entry->phrases[i])->source);
  for (guint i = 0; i < entry->n_unless; i++)
    g_string_append_printf (out, "  unless %s %s\n", entry->unless[i]->text, bl_phrase_pattern (entry->unless[i])->source);
}

static char *
say (const BlRuleSet *set)
{
  GString *out = g_string_new (bl_rule_set_hash (set));
  g_autoptr (BlProblems) problems = bl_problems_new ();
  for (guint i = 0; i < bl_rule_set_n_rules (set); i++)
    say_rule (out, set, bl_rule_set_rule (set, i));
  for (guint i = 0; i < bl_rule_set_n_tests (set); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (set, i);
      const cJSON *claims = bl_rule_test_claims (test);
      g_autofree char *printed = claims != NULL ? cJSON_PrintUnformatted (claims) : NULL;
      g_string_append_printf (out, "%s:%u %s %d %s %s %s\n", test->file, test->line, test->rule->id, test->kind, test->text[0],
                              test->text[1] != NULL ? test->text[1] : "-", printed != NULL ? printed : "-");
    }
  bl_rule_set_check (set, problems);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *line = bl_problem_format (g_ptr_array_index (list, i));
      g_string_append_printf (out, "%s\n", line);
    }
  return g_string_free (out, FALSE);
}

/* Opens a set; whether it was taken from the cache is as is expected, and whatever it was, it says what is wanted. */
static void
expect (const World *world, const char *path, gboolean kept, const char *wanted)
{
  g_autoptr (BlRuleSet) set = open_path (world, path);
  g_assert_cmpint (set->kept != NULL, ==, kept);
  g_autofree char *said = say (set);
  g_assert_cmpstr (said, ==, wanted);
}

static char *
say_without_cache (const char *path)
{
  const char *const paths[] = { path, NULL };
  g_autoptr (BlRuleSet) set = bl_rule_set_load_with (BL_RULES_DIR, paths, NULL, NULL);
  g_assert_nonnull (set);
  return say (set);
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

static void
test_shipped (World *world, gconstpointer data)
{
  (void) data;
  const char *path = BL_RULES_DIR "/packs";
  g_autofree char *wanted = say_without_cache (path);
  expect (world, path, FALSE, wanted);
  expect (world, path, TRUE, wanted);
}

/* Candidates of a text are those of the set that was read. */
static void
test_candidates (World *world, gconstpointer data)
{
  (void) data;
  static const char *const texts[] = { "Sweden will not send troops to Ukraine.", "the the summit,of",
                                       "It was said on Monday that the talks had ended.", "" };
  const char *path = BL_RULES_DIR "/packs";
  g_autoptr (BlRuleSet) read = open_path (world, path);
  g_autoptr (BlRuleSet) kept = open_path (world, path);
  g_assert_true (read->kept == NULL && kept->kept != NULL);
  g_autoptr (BlPrefilterState) first = bl_prefilter_state_new (read->prefilter);
  g_autoptr (BlPrefilterState) second = bl_prefilter_state_new (kept->prefilter);
  BlPrefilterState *const states[] = { first, second };
  BlShadow shadows[G_N_ELEMENTS (texts)];
  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      bl_prefilter_begin (states[s]);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          shadows[i] = (BlShadow){ .text = (char *) texts[i], .length = strlen (texts[i]) };
          bl_prefilter_add (states[s], &shadows[i], 0);
        }
      bl_prefilter_find (states[s]);
    }
  guint n = 0;
  for (;;)
    {
      BlCandidates a;
      BlCandidates b;
      const gboolean more = bl_prefilter_next (first, &a);
      g_assert_cmpint (bl_prefilter_next (second, &b), ==, more);
      if (!more)
        break;
      g_assert_true (a.shadow == b.shadow);
      g_assert_cmpuint (a.n, ==, b.n);
      g_assert_true (memcmp (a.phrases, b.phrases, a.n * sizeof *a.phrases) == 0);
      n += a.n;
    }
  g_assert_cmpuint (n, >, 0);
}

static const char pack[]
    = "{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"enum\": { \"red\": [\"red\"] } } },\n"
      "  \"rules\": [ { \"id\": \"test/rule\", \"title\": \"t\", \"report\": { \"finding\": \"text/test\", "
      "\"message\": \"m\" },\n"
      "                 \"phrases\": [\"~paint it {c:colour}\"] } ] }";

static void
write_pack (const World *world, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (pack);
  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  g_assert_true (g_file_set_contents (world->pack, text->str, -1, NULL));
}

/* The time of a pack does not matter, each of its bytes does. */
static void
test_changed (World *world, gconstpointer data)
{
  (void) data;
  write_pack (world, NULL, NULL);
  g_autofree char *wanted = say_without_cache (world->pack);
  expect (world, world->pack, FALSE, wanted);
  write_pack (world, NULL, NULL);
  expect (world, world->pack, TRUE, wanted);

  write_pack (world, "[\"red\"]", "[\"rot\"]");
  g_autofree char *changed = say_without_cache (world->pack);
  g_assert_cmpstr (changed, !=, wanted);
  expect (world, world->pack, FALSE, changed);
  expect (world, world->pack, TRUE, changed);
}

/* What is wrong is said, whatever was kept. */
static void
test_wrong (World *world, gconstpointer data)
{
  (void) data;
  write_pack (world, NULL, NULL);
  g_autoptr (BlRuleSet) right = open_path (world, world->pack);
  g_autofree char *kept = kept_path (world);
  g_assert_true (right != NULL && kept != NULL);
  write_pack (world, "{c:colour}", "{c:color}");
  const char *const paths[] = { world->pack, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_assert_null (bl_rule_set_open (BL_RULES_DIR, paths, world->folder, NULL, &error));
  g_assert_null (bl_rule_set_load_with (BL_RULES_DIR, paths, NULL, &again));
  g_assert_cmpstr (error->message, ==, again->message);
}

/* A byte that differs, or a file that ends too early, is found. */
static void
test_damaged (World *world, gconstpointer data)
{
  (void) data;
  write_pack (world, NULL, NULL);
  g_autofree char *wanted = say_without_cache (world->pack);
  expect (world, world->pack, FALSE, wanted);
  g_autofree char *path = kept_path (world);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i += 1 + length / 61)
    {
      bytes[i] ^= 0x40;
      g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
      expect (world, world->pack, FALSE, wanted);
      bytes[i] ^= 0x40;
    }
  for (gsize n = 0; n < length; n += 1 + length / 23)
    {
      g_assert_true (g_file_set_contents_full (path, bytes, (gssize) n, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
      expect (world, world->pack, FALSE, wanted);
    }
  expect (world, world->pack, TRUE, wanted);
}

/* Others may write there: neither read nor kept. */
static void
test_not_ours (World *world, gconstpointer data)
{
  (void) data;
  write_pack (world, NULL, NULL);
  g_autofree char *wanted = say_without_cache (world->pack);
  expect (world, world->pack, FALSE, wanted);
  g_autofree char *path = kept_path (world);
  g_assert_cmpint (g_chmod (path, 0620), ==, 0);
  expect (world, world->pack, FALSE, wanted);
  expect (world, world->pack, TRUE, wanted);
  g_assert_cmpint (g_chmod (world->folder, 0770), ==, 0);
  expect (world, world->pack, FALSE, wanted);
  expect (world, world->pack, FALSE, wanted);
}

#define ADD(name, test) g_test_add ("/rules/keep/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shipped", test_shipped);
  ADD ("candidates", test_candidates);
  ADD ("changed", test_changed);
  ADD ("wrong", test_wrong);
  ADD ("damaged", test_damaged);
  ADD ("not-ours", test_not_ours);
  return g_test_run ();
}
