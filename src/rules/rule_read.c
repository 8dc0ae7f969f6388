/* One rule: everything but its phrases and tests. */
#include <string.h>

#include "rules/set.h"

static gboolean
is_id (const char *id)
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
  const cJSON *const *strings = bl_rules_strings (reader, item);
  for (guint i = 0; strings[i] != NULL; i++)
    {
      int bit = bl_rules_word (reader, strings[i], words);
      if (bit >= 0)
        scope |= 1u << bit;
    }
  return scope;
}

static guint
read_window (BlRuleReader *reader, const cJSON *item)
{
  const char *text = bl_rules_text (reader, item);
  if (text == NULL)
    return 0;
  char *end = NULL;
  guint64 days = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  if (days >= 1 && days <= 36525 && strcmp (end, "d") == 0)
    return (guint) days;
  bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "“%s” is no window; days are wanted: \"60d\"", text);
  return 0;
}

static void
read_severity (BlRuleReader *reader, BlRule *rule, const cJSON *severity, const cJSON *confidence)
{
  static const char *const words[] = { "note", "warning", "error", NULL };
  int index = severity != NULL ? bl_rules_word (reader, severity, words) : -1;
  if (index >= 0)
    rule->severity = (BlSeverity) index;
  rule->confidence = bl_rules_unit_number (reader, confidence, rule->confidence);
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
  if (item != NULL && bl_rules_fields (reader, item, known, fields))
    read_severity (reader, rule, fields[SEVERITY], fields[CONFIDENCE]);
}

static void
fail_slot (BlRuleReader *reader, const BlRule *rule, const cJSON *item, const char *name)
{
  if (bl_rule_entry (rule)->broken)
    return;
  const char *nearest = bl_nearest_word (name, rule->slots);
  if (nearest != NULL)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "no phrase captures “%s”; the nearest slot is “%s”", name, nearest);
  else
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "no phrase captures “%s”", name);
}

/* --- claims ------------------------------------------------------------------------------------------------------ */
static void
read_value (BlRuleReader *reader, BlRule *rule, const cJSON *value, const cJSON *value_kind)
{
  static const struct
  {
    const char *word;
    BlValueKind kind;
  } kinds[] = { { "person", BL_VALUE_ENTITY }, { "country", BL_VALUE_ENTITY },    { "org", BL_VALUE_ENTITY },
                { "set", BL_VALUE_SET },       { "quantity", BL_VALUE_QUANTITY }, { "date", BL_VALUE_DATE },
                { "enum", BL_VALUE_ENUM },     { "text", BL_VALUE_TEXT } };
  static const char *const words[] = { "person", "country", "org", "set", "quantity", "date", "enum", "text", NULL };
  const char *text = bl_rules_text (reader, value);
  if (text == NULL)
    return;
  if (strcmp (text, "polarity") == 0)
    {
      rule->value = BL_VALUE_POLARITY;
      if (value_kind != NULL)
        bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, value_kind, "polarity has no “value_kind”; leave it out");
      return;
    }
  rule->value_slot = text;
  rule->value = BL_VALUE_TEXT;
  if (!g_strv_contains (rule->slots, text))
    fail_slot (reader, rule, value, text);
  if (value_kind == NULL)
    {
      bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, value, "a slot as value needs “value_kind”");
      return;
    }
  int index = bl_rules_word (reader, value_kind, words);
  if (index >= 0)
    rule->value = kinds[index].kind;
}

static void
read_claim (BlRuleReader *reader, BlRule *rule, const cJSON *item)
{
  enum
  {
    PREDICATE,
    KEY,
    VALUE,
    VALUE_KIND,
    WINDOW,
    FUNCTIONAL,
    NEGATE,
    SYMMETRIC,
    N_KEYS
  };
  static const char *const known[]
      = { "predicate", "key", "value", "value_kind", "window", "functional", "negate", "symmetric", NULL };
  const cJSON *fields[N_KEYS];
  rule->kind = BL_RULE_CLAIM;
  rule->severity = BL_SEVERITY_ERROR;
  if (!bl_rules_fields (reader, item, known, fields))
    return;
  rule->predicate = bl_rules_need_text (reader, item, fields[PREDICATE], "predicate");
  rule->keys = bl_rules_texts (reader, fields[KEY]);
  if (fields[KEY] == NULL)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item,
                   "“key” is missing: the slots that say what the claim is about, [] for none");
  const cJSON *const *keys = bl_rules_strings (reader, fields[KEY]);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (rule->slots, keys[i]->valuestring))
      fail_slot (reader, rule, keys[i], keys[i]->valuestring);
  if (fields[VALUE] == NULL)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "“value” is missing: polarity, or the slot that holds the value");
  read_value (reader, rule, fields[VALUE], fields[VALUE_KIND]);
  rule->window = read_window (reader, fields[WINDOW]);
  rule->functional = rule->value != BL_VALUE_POLARITY && rule->value != BL_VALUE_SET;
  if (fields[FUNCTIONAL] != NULL)
    rule->functional = bl_rules_truth (reader, fields[FUNCTIONAL]);
  rule->negate = bl_rules_truth (reader, fields[NEGATE]);
  rule->symmetric = bl_rules_truth (reader, fields[SYMMETRIC]);
}

/* --- reports ----------------------------------------------------------------------------------------------------- */
/* Every {name} of a template is a slot, or "match". */
static void
check_template (BlRuleReader *reader, const BlRule *rule, const cJSON *item, const char *text)
{
  for (const char *open = text != NULL ? strchr (text, '{') : NULL; open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      g_autofree char *name = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;
      if (name == NULL)
        bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "“{” without “}”");
      else if (strcmp (name, "match") != 0 && !g_strv_contains (rule->slots, name))
        fail_slot (reader, rule, item, name);
    }
}

static void
read_report (BlRuleReader *reader, BlRule *rule, const cJSON *item)
{
  enum
  {
    FINDING,
    SEVERITY,
    CONFIDENCE,
    MESSAGE,
    INSTEAD,
    N_KEYS
  };
  static const char *const known[] = { "finding", "severity", "confidence", "message", "instead", NULL };
  const cJSON *fields[N_KEYS];
  rule->kind = BL_RULE_REPORT;
  rule->severity = BL_SEVERITY_WARNING;
  if (!bl_rules_fields (reader, item, known, fields))
    return;
  rule->finding = bl_rules_need_text (reader, item, fields[FINDING], "finding");
  if (rule->finding != NULL && !is_id (rule->finding))
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, fields[FINDING], "“%s” is no id of a finding, such as “term/garbled”",
                   rule->finding);
  rule->message = bl_rules_need_text (reader, item, fields[MESSAGE], "message");
  rule->instead = bl_rules_text (reader, fields[INSTEAD]);
  read_severity (reader, rule, fields[SEVERITY], fields[CONFIDENCE]);
  check_template (reader, rule, fields[MESSAGE], rule->message);
  check_template (reader, rule, fields[INSTEAD], rule->instead);
}

/* --- rules ------------------------------------------------------------------------------------------------------- */
static void
collect_slots (BlRuleReader *reader, BlRuleEntry *rule)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  for (guint p = 0; p < rule->n_phrases; p++)
    for (guint i = 0; i < rule->phrases[p]->tree.n_slots; i++)
      {
        const char *slot = rule->phrases[p]->tree.slots[i];
        if (!g_ptr_array_find_with_equal_func (slots, slot, g_str_equal, NULL))
          g_ptr_array_add (slots, (gpointer) slot);
      }
  if (slots->len > BL_MAX_CAPTURES)
    bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, rule->item, "%u slots; a rule has at most %d", slots->len, BL_MAX_CAPTURES);
  gpointer *copy = bl_arena_alloc (reader->set->arena, (slots->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < slots->len; i++)
    copy[i] = g_ptr_array_index (slots, i);
  rule->public.slots = (const char *const *) copy;
}

BlRuleEntry *
bl_rules_read_rule (BlRuleReader *reader, const cJSON *item)
{
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
  static const char *const known[] = { "id",   "title",  "status", "claim",    "report", "phrases", "regex",        "regex_why",
                                       "case", "unless", "scope",  "conflict", "why",    "tests",   "renamed_from", NULL };
  static const char *const statuses[] = { "stable", "experimental", NULL };
  const cJSON *fields[N_KEYS];
  if (!bl_rules_fields (reader, item, known, fields))
    return NULL;
  const char *id = bl_rules_need_text (reader, item, fields[ID], "id");
  if (id == NULL)
    return NULL;
  if (!is_id (id))
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, fields[ID], "“%s” is no id: small letters, digits and “-”, as in “pack/rule”",
                   id);

  BlRuleEntry *rule = bl_arena_new0 (reader->set->arena, BlRuleEntry);
  static const char *const no_keys[] = { NULL };
  guint line = 0;
  guint column = 0;
  bl_json_position (reader->file->json, item, &line, &column);
  rule->public = (BlRule){
    .id = id, .pack = reader->file->pack, .file = reader->file->shown, .line = line, .keys = no_keys, .confidence = 0.8
  };
  rule->file = reader->file;
  rule->item = item;
  rule->public.title = bl_rules_need_text (reader, item, fields[TITLE], "title");
  rule->public.why = bl_rules_text (reader, fields[WHY]);
  int status = fields[STATUS] != NULL ? bl_rules_word (reader, fields[STATUS], statuses) : 0;
  rule->public.status = status == 1 ? BL_STATUS_EXPERIMENTAL : BL_STATUS_STABLE;
  rule->public.renamed_from = bl_rules_texts (reader, fields[RENAMED]);
  rule->cased = bl_rules_truth (reader, fields[CASE]);
  rule->public.scope = read_scope (reader, fields[SCOPE]);

  if ((fields[PHRASES] == NULL) == (fields[REGEX] == NULL))
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "a rule has either “phrases” or “regex”");
  else if (fields[PHRASES] != NULL)
    bl_rules_read_phrases (reader, rule, fields[PHRASES]);
  else
    {
      bl_rules_need_text (reader, item, fields[REGEX_WHY], "regex_why");
      bl_rules_read_regex (reader, rule, fields[REGEX]);
    }
  bl_rules_read_unless (reader, rule, fields[UNLESS]);
  collect_slots (reader, rule);

  if ((fields[CLAIM] == NULL) == (fields[REPORT] == NULL))
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "a rule has either “claim” or “report”");
  else if (fields[CLAIM] != NULL)
    read_claim (reader, &rule->public, fields[CLAIM]);
  else
    read_report (reader, &rule->public, fields[REPORT]);
  if (fields[CONFLICT] != NULL && rule->public.kind == BL_RULE_REPORT)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, fields[CONFLICT],
                   "only a claim has conflicts; severity and confidence of a report stand in “report”");
  else
    read_conflict (reader, &rule->public, fields[CONFLICT]);
  bl_rules_read_tests (reader, rule, fields[TESTS]);
  return rule;
}
