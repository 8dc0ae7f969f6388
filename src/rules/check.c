/* Warnings of style: what loads, and is probably not meant. */
#include <string.h>

#include "rules/regex_nesting.h"
#include "rules/set.h"

typedef struct
{
  const BlRuleSet *set;
  BlProblems *problems;
  guint n;
} Checker;

static void note_at (Checker *checker, const BlRuleFile *file, BlSpan span, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
note_at (Checker *checker, const BlRuleFile *file, BlSpan span, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  checker->n++;
  if (checker->problems == NULL)
    return;
  BlProblemPlace place;
  bl_json_place (file->json, span, &place);
  bl_problems_add_at (checker->problems, BL_PROBLEM_NOTE, &place, "%s", what);
  bl_json_place_clear (&place);
}

/* Remarks on a rule as a whole stand at its beginning, its id. */
static BlSpan
head_of (const BlRuleEntry *rule)
{
  const cJSON *item = bl_json_item (rule->file->json, rule->item);
  return bl_json_value_span (rule->file->json, cJSON_GetObjectItemCaseSensitive (item, "id"));
}

static BlSpan
phrase_span (const BlRuleEntry *rule, const BlPhrase *phrase)
{
  return bl_json_value_span (rule->file->json, bl_json_item (rule->file->json, phrase->item));
}

/* A byte of the joined lines of a regex. */
static BlSpan
place_in_regex (const BlRuleEntry *rule, const BlPhrase *phrase, gsize offset)
{
  const cJSON *item = bl_json_item (rule->file->json, phrase->item);
  const cJSON *line = cJSON_IsArray (item) ? item->child : item;
  const char *start = phrase->text;
  for (const char *at = start; (at = memchr (at, '\n', (gsize) (phrase->text + offset - at))) != NULL && line->next != NULL;)
    {
      start = ++at;
      line = line->next;
    }
  return bl_json_inner_span (rule->file->json, line, (guint) g_utf8_strlen (start, phrase->text + offset - start), 1);
}

static guint
count_gaps (const BlNode *node)
{
  guint n = node->kind == BL_NODE_GAP;
  for (guint i = 0; i < node->n_children; i++)
    n += count_gaps (node->children[i]);
  return n;
}

/* A key that only some phrases capture is fine ("[in {place}]"); one that is neither key, value nor in a message is useless. */
static gboolean
uses_slot (const BlRule *rule, const char *slot)
{
  g_autofree char *place = g_strdup_printf ("{%s}", slot);
  return (rule->kind == BL_RULE_CLAIM && g_strv_contains (rule->keys, slot)) || g_strcmp0 (rule->value_slot, slot) == 0
         || (rule->message != NULL && strstr (rule->message, place) != NULL)
         || (rule->instead != NULL && strstr (rule->instead, place) != NULL);
}

static gboolean
is_in_claims (const Checker *checker, const BlRule *rule, const char *slot)
{
  for (guint i = 0; i < bl_rule_set_n_tests (checker->set); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (checker->set, i);
      const cJSON *claims = test->rule == rule ? bl_rule_test_claims (test) : NULL;
      for (const cJSON *claim = claims != NULL ? claims->child : NULL; claim != NULL; claim = claim->next)
        if (cJSON_GetObjectItemCaseSensitive (claim, slot) != NULL)
          return TRUE;
    }
  return FALSE;
}

static void
check_phrase (Checker *checker, const BlRuleEntry *rule, const BlPhrase *phrase)
{
  BlPattern *pattern = bl_phrase_pattern (phrase);
  if (bl_pattern_code (pattern) == NULL)
    note_at (checker, rule->file, phrase_span (rule, phrase), "does not compile: %s", pattern->error);
  if (phrase->is_regex)
    {
      gsize offset = 0;
      if (bl_regex_nests (phrase->text, &offset))
        note_at (checker, rule->file, place_in_regex (rule, phrase, offset),
                 "repeats without bound what repeats without bound: a sentence that nearly matches is tried in very many ways; "
                 "write (?>…) or ++ inside, or a sign that must stand between");
      return;
    }
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlPhraseTree tree;
  BlFacts facts;
  bl_phrase_read_again (phrase, arena, &tree, &facts);
  if (facts.n_needs == 0)
    note_at (checker, rule->file, phrase_span (rule, phrase), "no word or mention must be there: every sentence is asked");
  else if (facts.needs[0].cost > 150)
    note_at (checker, rule->file, phrase_span (rule, phrase),
             "no rare word must be there: about %.0f of 1,000 sentences are asked", MIN (facts.needs[0].cost, 1000));
  if (count_gaps (tree.root) > 3)
    note_at (checker, rule->file, phrase_span (rule, phrase), "more than three gaps: the phrase holds little together");
}

/* The same sentences once more: a copy that was meant to be changed. What comes first is what counts. */
static void
check_repeated (Checker *checker, const BlRuleEntry *rule)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < bl_rule_set_n_tests (checker->set); i++)
    {
      const BlRuleTest *test = bl_rule_set_test (checker->set, i);
      if (test->rule != &rule->public)
        continue;
      const char *other = test->text[1] != NULL ? test->text[1] : "";
      if (!g_hash_table_add (seen, g_strdup_printf ("%s\n%s", test->text[0], other)))
        note_at (checker, rule->file, head_of (rule), "%s: the test of line %u is there twice: %s", rule->public.id, test->line,
                 test->text[0]);
    }
}

static void
check_tests (Checker *checker, const BlRuleEntry *rule)
{
  guint n[4] = { 0 };
  for (guint i = 0; i < bl_rule_set_n_tests (checker->set); i++)
    if (bl_rule_set_test (checker->set, i)->rule == &rule->public)
      n[bl_rule_set_test (checker->set, i)->kind]++;
  if (n[BL_TEST_YES] == 0)
    note_at (checker, rule->file, head_of (rule), "%s: no “yes” test", rule->public.id);
  if (n[BL_TEST_NO] == 0)
    note_at (checker, rule->file, head_of (rule), "%s: no “no” test", rule->public.id);
  check_repeated (checker, rule);
}

static void
check_rule (Checker *checker, const BlRuleEntry *rule)
{
  for (guint i = 0; i < rule->n_phrases; i++)
    check_phrase (checker, rule, rule->phrases[i]);
  for (guint i = 0; rule->public.slots[i] != NULL; i++)
    if (!uses_slot (&rule->public, rule->public.slots[i]) && !is_in_claims (checker, &rule->public, rule->public.slots[i]))
      note_at (checker, rule->file, head_of (rule), "%s: “%s” is captured and not used", rule->public.id,
               rule->public.slots[i]);
  if (rule->public.why == NULL)
    note_at (checker, rule->file, head_of (rule), "%s: no “why”", rule->public.id);
  check_tests (checker, rule);
}

/* Shared fragments are there for packs that do not exist yet. */
static void
check_fragments (Checker *checker, const BlRuleFile *file)
{
  for (guint i = 0; i < file->fragments->len; i++)
    {
      const BlFragment *fragment = g_ptr_array_index (file->fragments, i);
      if (fragment->used == 0 && g_strcmp0 (file->pack, "common") != 0)
        note_at (checker, file, bl_json_key_span (file->json, bl_json_item (file->json, fragment->item)),
                 "fragment %s is not used", fragment->name);
    }
}

guint
bl_rule_set_check (const BlRuleSet *set, BlProblems *problems)
{
  Checker checker = { .set = set, .problems = problems };
  for (guint i = 0; i < set->files->len; i++)
    check_fragments (&checker, g_ptr_array_index (set->files, i));
  for (guint i = 0; i < set->rules->len; i++)
    check_rule (&checker, g_ptr_array_index (set->rules, i));
  return checker.n;
}
