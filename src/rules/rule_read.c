/* One rule: everything but what it claims, its phrases and tests. */
#include <string.h>

#include "rules/reader.h"

gboolean
bl_rules_is_id (const char *id)
{
  gboolean slash = FALSE;
  for (const char *at = id; *at != '\0'; at++)
    {
      if (*at == '/' && (at == id || at[1] == '\0' || at[1] == '/'))
        return FALSE;
      slash |= *at == '/';
      if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-' && *at != '/')
        return FALSE;
    }
  return slash;
}

static guint
read_scope (BlRuleReader *reader, const cJSON *item)
{
  static const char *const words[] = { "not-quote", "not-question", "not-condition", "not-headline", "boilerplate-too", NULL };
  guint scope = 0;
  const cJSON *const *strings = bl_reader_items (&reader->base, item);
  for (guint i = 0; strings[i] != NULL; i++)
    {
      int bit = bl_reader_word (&reader->base, strings[i], words);
      if (bit >= 0)
        scope |= 1u << bit;
    }
  return scope;
}

static void
read_conflict (BlRuleReader *reader, BlRule *rule, const cJSON *item)
{
  enum
  {
    SEVERITY,
    CONFIDENCE,
    N_KEYS
  };
  static const char *const known[] = { "severity", "confidence", NULL };
  const cJSON *fields[N_KEYS];
  if (item != NULL && bl_reader_fields (&reader->base, item, known, fields))
    bl_rules_read_severity (reader, rule, fields[SEVERITY], fields[CONFIDENCE]);
}

static const cJSON *
item_of (const BlRuleReader *reader, const BlRuleEntry *rule)
{
  return bl_json_item (reader->file->json, rule->item);
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
static void
collect_slots (BlRuleReader *reader, BlRuleEntry *rule)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  for (guint p = 0; p < rule->n_phrases; p++)
    for (guint i = 0; i < rule->phrases[p]->tree->n_slots; i++)
      {
        const char *slot = rule->phrases[p]->tree->slots[i];
        if (!g_ptr_array_find_with_equal_func (slots, slot, g_str_equal, NULL))
          g_ptr_array_add (slots, (gpointer) slot);
      }
  if (slots->len > BL_MAX_CAPTURES)
    bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, item_of (reader, rule), "%u slots; a rule has at most %d", slots->len,
                   BL_MAX_CAPTURES);
  gpointer *copy = bl_arena_alloc (reader->set->arena, (slots->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < slots->len; i++)
    copy[i] = g_ptr_array_index (slots, i);
  rule->public.slots = (const char *const *) copy;
  for (guint p = 0; p < rule->n_phrases; p++)
    ((BlPhrase *) rule->phrases[p])->slots = rule->public.slots;
}

static void
check_id (BlRuleReader *reader, const cJSON *item)
{
  if (!bl_rules_is_id (item->valuestring))
    bl_reader_fail (&reader->base, item, "“%s” is no id: small letters, digits and “-”, as in “pack/rule”", item->valuestring);
}

static const char *const *
read_ids (BlRuleReader *reader, const cJSON *list)
{
  const cJSON *const *items = bl_reader_items (&reader->base, list);
  for (guint i = 0; items[i] != NULL; i++)
    check_id (reader, items[i]);
  return bl_reader_one_or_more (&reader->base, list);
}

enum
{
  ID,
  TITLE,
  STATUS,
  CLAIM,
  REPORT,
  PHRASES,
  REGEX,
  REGEX_WHY,
  CASE,
  UNLESS,
  SCOPE,
  CONFLICT,
  WHY,
  TESTS,
  RENAMED,
  N_KEYS
};
static const char *const keys[] = { "id",   "title",  "status", "claim",    "report", "phrases", "regex",        "regex_why",
                                    "case", "unless", "scope",  "conflict", "why",    "tests",   "renamed_from", NULL };

static void
read_head (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *const *fields)
{
  static const char *const statuses[] = { "stable", "experimental", NULL };
  BlReader *base = &reader->base;
  rule->public.title = bl_reader_need_text (base, item_of (reader, rule), fields[TITLE], "title");
  rule->public.why = bl_reader_text (base, fields[WHY]);
  rule->public.status = bl_reader_word (base, fields[STATUS], statuses) == 1 ? BL_STATUS_EXPERIMENTAL : BL_STATUS_STABLE;
  rule->public.renamed_from = read_ids (reader, fields[RENAMED]);
  rule->cased = bl_reader_truth (base, fields[CASE]);
  rule->public.scope = read_scope (reader, fields[SCOPE]);
}

static void
read_patterns (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *const *fields)
{
  const char *why = bl_reader_text (&reader->base, fields[REGEX_WHY]);
  if ((fields[PHRASES] == NULL) == (fields[REGEX] == NULL))
    bl_reader_fail (&reader->base, item_of (reader, rule), "a rule has either “phrases” or “regex”");
  else if (fields[PHRASES] != NULL)
    bl_rules_read_phrases (reader, rule, fields[PHRASES]);
  else
    {
      if (why == NULL && fields[REGEX_WHY] == NULL)
        bl_reader_fail (&reader->base, item_of (reader, rule), "“regex_why” is missing: why phrases cannot say it");
      bl_rules_read_regex (reader, rule, fields[REGEX]);
    }
  bl_rules_read_unless (reader, rule, fields[UNLESS]);
  collect_slots (reader, rule);
}

static void
read_meaning (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *const *fields)
{
  if ((fields[CLAIM] == NULL) == (fields[REPORT] == NULL))
    bl_reader_fail (&reader->base, item_of (reader, rule), "a rule has either “claim” or “report”");
  else if (fields[CLAIM] != NULL)
    bl_rules_read_claim (reader, rule, fields[CLAIM]);
  else
    bl_rules_read_report (reader, rule, fields[REPORT]);
  if (fields[CONFLICT] != NULL && rule->public.kind == BL_RULE_REPORT)
    bl_reader_fail (&reader->base, fields[CONFLICT],
                    "only a claim has conflicts; severity and confidence of a report stand in “report”");
  else
    read_conflict (reader, &rule->public, fields[CONFLICT]);
}

BlRuleEntry *
bl_rules_read_rule (BlRuleReader *reader, const cJSON *item)
{
  static const char *const none[] = { NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_reader_fields (&reader->base, item, keys, fields))
    return NULL;
  const char *id = bl_reader_need_text (&reader->base, item, fields[ID], "id");
  if (id == NULL)
    return NULL;
  check_id (reader, fields[ID]);

  BlRuleEntry *rule = bl_arena_new0 (reader->set->arena, BlRuleEntry);
  const BlRuleFile *file = reader->file;
  rule->public = (BlRule){
    .id = id, .pack = file->pack, .file = file->shown, .language = file->language, .keys = none, .confidence = 0.8
  };
  bl_json_position (file->json, item, &rule->public.line, NULL);
  rule->file = file;
  rule->item = bl_json_number (file->json, item);
  read_head (reader, rule, fields);
  read_patterns (reader, rule, fields);
  read_meaning (reader, rule, fields);
  bl_rules_read_tests (reader, rule, fields[TESTS]);
  return rule;
}
