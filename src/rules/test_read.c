/* The tests inside of rules. */
#include <string.h>

#include "rules/reader.h"

static void
fail_test (BlRuleReader *reader, const cJSON *item, const char *what)
{
  bl_rules_fail (reader, BL_RULES_ERROR_TEST, item, "%s", what);
}

/* { "sender": "Poland", "polarity": "-" } */
static void
check_claim (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *claim)
{
  static const char *const others[] = { "polarity", "certainty", "speaker", "value", NULL };
  static const char *const statuses[] = { "+", "-", "?", NULL }; /* of polarity */
  for (const cJSON *member = claim->child; member != NULL; member = member->next)
    {
      if (g_str_has_prefix (member->string, "x-"))
        continue;
      const gboolean is_other = g_strv_contains (others, member->string);
      if (!is_other && !g_strv_contains (rule->public.slots, member->string))
        {
          if (rule->broken) /* the slot may stand in what is wrong */
            continue;
          const char *nearest = bl_nearest_word (member->string, rule->public.slots);
          nearest = nearest != NULL ? nearest : bl_nearest_word (member->string, others);
          const BlSpan key = bl_json_key_span (reader->file->json, member);
          bl_reader_fail_at (&reader->base, BL_RULES_ERROR_TEST, key, "no slot “%s”%s%s%s", member->string,
                             nearest != NULL ? "; did you mean “" : "", nearest != NULL ? nearest : "",
                             nearest != NULL ? "”?" : "");
        }
      else if (strcmp (member->string, "polarity") == 0)
        bl_reader_word (&reader->base, member, statuses);
      else
        bl_reader_text (&reader->base, member);
    }
}

static void
check_claims (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *claims)
{
  if (!cJSON_IsArray (claims))
    fail_test (reader, claims, "claims are a list [ { \"slot\": \"value\" } ]");
  else
    for (const cJSON *claim = claims->child; claim != NULL; claim = claim->next)
      if (cJSON_IsObject (claim))
        check_claim (reader, rule, claim);
      else
        fail_test (reader, claim, "a claim is an object { \"slot\": \"value\" }");
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
  if (!bl_reader_fields (&reader->base, item, known, fields))
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
      fail_test (reader, item, "a test has one of “yes”, “no”, “todo”, “conflict”");
      return;
    }
  BlRuleTest test = { .rule = &rule->public, .kind = (BlRuleTestKind) kind, .file = reader->file->path };
  bl_json_position (reader->file->json, item, &test.line, NULL);
  const char *const *texts = bl_reader_one_or_more (&reader->base, fields[kind]);
  guint n_texts = g_strv_length ((char **) texts);
  if (n_texts != (kind == CONFLICT ? 2 : 1))
    {
      fail_test (reader, fields[kind], kind == CONFLICT ? "two sentences are wanted" : "one sentence is wanted");
      return;
    }
  test.text[0] = texts[0];
  test.text[1] = kind == CONFLICT ? texts[1] : NULL;
  if (fields[CLAIMS] != NULL && (kind == NO || kind == CONFLICT || rule->public.kind == BL_RULE_REPORT))
    fail_test (reader, fields[CLAIMS], "only “yes” and “todo” of a claim rule list claims");
  else if (fields[CLAIMS] != NULL)
    {
      test.claims = bl_json_number (reader->file->json, fields[CLAIMS]);
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
      fail_test (reader, list, "tests are a list [ { … } ]");
      return;
    }
  for (const cJSON *item = list->child; item != NULL; item = item->next)
    read_test (reader, rule, item);
}
