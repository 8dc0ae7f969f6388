/* The tests inside of rules. */
#include <string.h>

#include "rules/set.h"

static void
check_claims (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *claims)
{
  static const char *const others[] = { "polarity", "certainty", "speaker", "value", NULL };
  if (!cJSON_IsArray (claims))
    {
      bl_rules_fail (reader, BL_RULES_ERROR_TEST, claims, "claims are a list [ { \"slot\": \"value\" } ]");
      return;
    }
  for (const cJSON *claim = claims->child; claim != NULL; claim = claim->next)
    {
      if (!cJSON_IsObject (claim))
        bl_rules_fail (reader, BL_RULES_ERROR_TEST, claim, "a claim is an object { \"slot\": \"value\" }");
      else
        for (const cJSON *member = claim->child; member != NULL; member = member->next)
          if (!g_strv_contains (rule->public.slots, member->string) && !g_strv_contains (others, member->string)
              && !g_str_has_prefix (member->string, "x-"))
            {
              const char *nearest = bl_nearest_word (member->string, rule->public.slots);
              nearest = nearest != NULL ? nearest : bl_nearest_word (member->string, others);
              bl_rules_fail (reader, BL_RULES_ERROR_TEST, member, "no slot “%s”%s%s%s", member->string,
                             nearest != NULL ? "; the nearest is “" : "", nearest != NULL ? nearest : "",
                             nearest != NULL ? "”" : "");
            }
    }
}

static void
read_test (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *item)
{
  enum
  {
    YES,
    NO,
    TODO,
    CONFLICT,
    CLAIMS,
    N_KEYS
  };
  static const char *const known[] = { "yes", "no", "todo", "conflict", "claims", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_rules_fields (reader, item, known, fields))
    return;
  int kind = -1;
  guint n = 0;
  for (int i = YES; i <= CONFLICT; i++)
    if (fields[i] != NULL)
      {
        kind = i;
        n++;
      }
  if (n != 1)
    {
      bl_rules_fail (reader, BL_RULES_ERROR_TEST, item, "a test has one of “yes”, “no”, “todo”, “conflict”");
      return;
    }
  BlRuleTest test = { .rule = &rule->public, .kind = (BlRuleTestKind) kind, .file = reader->file->path };
  guint column = 0;
  bl_json_position (reader->file->json, item, &test.line, &column);
  const char *const *texts = bl_rules_texts (reader, fields[kind]);
  guint n_texts = g_strv_length ((char **) texts);
  if (n_texts != (kind == CONFLICT ? 2 : 1))
    {
      bl_rules_fail (reader, BL_RULES_ERROR_TEST, fields[kind],
                     kind == CONFLICT ? "two sentences are wanted" : "one sentence is wanted");
      return;
    }
  test.text[0] = texts[0];
  test.text[1] = kind == CONFLICT ? texts[1] : NULL;
  if (fields[CLAIMS] != NULL && (kind == NO || kind == CONFLICT || rule->public.kind == BL_RULE_REPORT))
    bl_rules_fail (reader, BL_RULES_ERROR_TEST, fields[CLAIMS], "only “yes” and “todo” of a claim rule list claims");
  else if (fields[CLAIMS] != NULL)
    {
      test.claims = fields[CLAIMS];
      check_claims (reader, rule, fields[CLAIMS]);
    }
  g_array_append_val (reader->set->tests, test);
}

void
bl_rules_read_tests (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *list)
{
  if (list == NULL)
    return;
  if (!cJSON_IsArray (list))
    {
      bl_rules_fail (reader, BL_RULES_ERROR_TEST, list, "tests are a list [ { … } ]");
      return;
    }
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    read_test (reader, rule, item);
}
