/* What a rule says: its claim, or its report. */
#include <string.h>

#include "rules/reader.h"

void
bl_rules_read_severity (BlRuleReader *reader, BlRule *rule, const cJSON *severity, const cJSON *confidence)
{
  static const char *const words[] = { "note", "warning", "error", NULL };
  int index = severity != NULL ? bl_reader_word (&reader->base, severity, words) : -1;
  if (index >= 0)
    rule->severity = (BlSeverity) index;
  rule->confidence = bl_reader_unit_number (&reader->base, confidence, rule->confidence);
}

static void
fail_slot (BlRuleReader *reader, const BlRule *rule, const cJSON *item, const char *name)
{
  if (bl_rule_entry (rule)->broken)
    return;
  const char *nearest = bl_nearest_word (name, rule->slots);
  if (nearest != NULL)
    bl_reader_fail (&reader->base, item, "no phrase captures “%s”; did you mean “%s”?", name, nearest);
  else
    bl_reader_fail (&reader->base, item, "no phrase captures “%s”", name);
}

/* --- values ------------------------------------------------------------------------------------------------------ */
#define MEASURED (1u << BL_MENTION_QUANTITY | 1u << BL_MENTION_MONEY | 1u << BL_MENTION_PERCENT | 1u << BL_MENTION_DURATION)
#define NAMED                                                                                                                  \
  (1u << BL_MENTION_PERSON | 1u << BL_MENTION_COUNTRY | 1u << BL_MENTION_PLACE | 1u << BL_MENTION_ORG                          \
   | 1u << BL_MENTION_OFFICE | 1u << BL_MENTION_TREATY)

typedef struct
{
  BlValueKind kind;
  guint types; /* a slot of this kind captures one of these; 0: anything */
} ValueForm;

static const char *const value_words[] = { "person", "country", "org", "set", "quantity", "date", "enum", "text", NULL };
static const ValueForm value_forms[] = { { BL_VALUE_ENTITY, NAMED },
                                         { BL_VALUE_ENTITY, NAMED },
                                         { BL_VALUE_ENTITY, NAMED },
                                         { BL_VALUE_SET, NAMED },
                                         { BL_VALUE_QUANTITY, MEASURED },
                                         { BL_VALUE_DATE, 1u << BL_MENTION_DATE },
                                         { BL_VALUE_ENUM, 0 },
                                         { BL_VALUE_TEXT, 0 } };

/* Whether some slot of the name may capture such a value. */
static gboolean
may_capture (const BlNode *node, const char *name, const ValueForm *form)
{
  if (node->kind == BL_NODE_SLOT)
    {
      if (node->slot->name == NULL || strcmp (node->slot->name, name) != 0)
        return FALSE;
      gboolean fits = form->types != 0 ? (node->slot->types & form->types) != 0 : form->kind == BL_VALUE_TEXT;
      for (guint i = 0; i < node->slot->n_fragments && !fits; i++)
        fits = form->kind == BL_VALUE_ENUM ? node->slot->fragments[i]->is_enum : node->slot->fragments[i]->facts.n_needs > 0;
      return fits;
    }
  for (guint i = 0; i < node->n_children; i++)
    if (may_capture (node->children[i], name, form))
      return TRUE;
  return FALSE;
}

/* A regex names its groups as it likes. */
static gboolean
rule_may_capture (const BlRuleEntry *rule, const char *name, const ValueForm *form)
{
  for (guint i = 0; i < rule->n_phrases; i++)
    if (rule->phrases[i]->is_regex || may_capture (rule->phrases[i]->tree->root, name, form))
      return TRUE;
  return rule->broken || rule->n_phrases == 0;
}

static void
read_slot_value (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *value, const cJSON *value_kind)
{
  const char *slot = bl_reader_text (&reader->base, value);
  rule->public.value_slot = slot;
  rule->public.value = BL_VALUE_TEXT;
  const gboolean known = g_strv_contains (rule->public.slots, slot);
  if (!known)
    fail_slot (reader, &rule->public, value, slot);
  if (value_kind == NULL)
    {
      bl_reader_fail (&reader->base, value, "a slot as value needs “value_kind”");
      return;
    }
  const int index = bl_reader_word (&reader->base, value_kind, value_words);
  if (index < 0)
    return;
  rule->public.value = value_forms[index].kind;
  if (known && !rule_may_capture (rule, slot, &value_forms[index]))
    bl_reader_fail (&reader->base, value_kind, "the slot “%s” captures nothing of the kind “%s”", slot, value_words[index]);
}

static void
read_value (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *value, const cJSON *value_kind)
{
  const char *text = bl_reader_text (&reader->base, value);
  if (text == NULL)
    return;
  if (strcmp (text, "polarity") != 0)
    {
      read_slot_value (reader, rule, value, value_kind);
      return;
    }
  rule->public.value = BL_VALUE_POLARITY;
  if (value_kind != NULL)
    bl_reader_fail (&reader->base, value_kind, "polarity has no “value_kind”; leave it out");
}

/* --- claims ------------------------------------------------------------------------------------------------------ */
static void
read_window (BlRuleReader *reader, BlRule *rule, const cJSON *item)
{
  const char *text = bl_reader_text (&reader->base, item);
  if (text == NULL)
    return;
  char *end = NULL;
  const guint64 days = g_ascii_isdigit (*text) ? g_ascii_strtoull (text, &end, 10) : 0;
  if (days >= 1 && days <= 36525 && strcmp (end, "d") == 0)
    rule->window = (guint) days;
  else
    bl_reader_fail (&reader->base, item, "“%s” is no window; days are wanted: \"60d\"", text);
}

enum
{
  PREDICATE,
  KEY,
  VALUE,
  VALUE_KIND,
  UNIT,
  TOLERANCE,
  WINDOW,
  FUNCTIONAL,
  NEGATE,
  SYMMETRIC,
  N_KEYS
};

static void
read_keys (BlRuleReader *reader, BlRule *rule, const cJSON *object, const cJSON *list)
{
  if (list == NULL)
    bl_reader_fail (&reader->base, object, "“key” is missing: the slots that say what the claim is about, [] for none");
  rule->keys = bl_reader_one_or_more (&reader->base, list);
  const cJSON *const *items = bl_reader_items (&reader->base, list);
  for (guint i = 0; items[i] != NULL; i++)
    if (!g_strv_contains (rule->slots, items[i]->valuestring))
      fail_slot (reader, rule, items[i], items[i]->valuestring);
}

/* What only a quantity has. */
static void
read_measure (BlRuleReader *reader, BlRule *rule, const cJSON *const *fields)
{
  rule->unit = bl_reader_text (&reader->base, fields[UNIT]);
  rule->tolerance = bl_reader_unit_number (&reader->base, fields[TOLERANCE], 0);
  if (cJSON_IsNumber (fields[TOLERANCE]) && fields[TOLERANCE]->valuedouble == 0)
    bl_reader_fail (&reader->base, fields[TOLERANCE], "figures are rounded in print; a tolerance is above 0");
  for (int i = UNIT; i <= TOLERANCE; i++)
    if (fields[i] != NULL && rule->value != BL_VALUE_QUANTITY)
      bl_reader_fail_key (&reader->base, fields[i], "only a value of the kind “quantity” has “%s”", fields[i]->string);
}

void
bl_rules_read_claim (BlRuleReader *reader, BlRuleEntry *entry, const cJSON *item)
{
  static const char *const known[]
      = { "predicate", "key", "value", "value_kind", "unit", "tolerance", "window", "functional", "negate", "symmetric", NULL };
  const cJSON *fields[N_KEYS];
  BlRule *rule = &entry->public;
  BlReader *base = &reader->base;
  rule->kind = BL_RULE_CLAIM;
  rule->severity = BL_SEVERITY_ERROR;
  if (!bl_reader_fields (base, item, known, fields))
    return;
  rule->predicate = bl_reader_need_text (base, item, fields[PREDICATE], "predicate");
  read_keys (reader, rule, item, fields[KEY]);
  if (fields[VALUE] == NULL)
    bl_reader_fail (base, item, "“value” is missing: polarity, or the slot that holds the value");
  read_value (reader, entry, fields[VALUE], fields[VALUE_KIND]);
  read_measure (reader, rule, fields);
  read_window (reader, rule, fields[WINDOW]);
  rule->functional = rule->value != BL_VALUE_POLARITY && rule->value != BL_VALUE_SET;
  if (fields[FUNCTIONAL] != NULL)
    rule->functional = bl_reader_truth (base, fields[FUNCTIONAL]);
  rule->negate = bl_reader_truth (base, fields[NEGATE]);
  rule->symmetric = bl_reader_truth (base, fields[SYMMETRIC]);
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
        {
          const guint column = (guint) g_utf8_strlen (text, open - text);
          bl_reader_fail_at (&reader->base, BL_RULES_ERROR_SCHEMA, bl_json_inner_span (reader->file->json, item, column, 1),
                             "this “{” has no “}”");
        }
      else if (strcmp (name, "match") != 0 && !g_strv_contains (rule->slots, name))
        fail_slot (reader, rule, item, name);
    }
}

void
bl_rules_read_report (BlRuleReader *reader, BlRuleEntry *entry, const cJSON *item)
{
  enum
  {
    FINDING,
    SEVERITY,
    CONFIDENCE,
    MESSAGE,
    INSTEAD,
    N_REPORT_KEYS
  };
  static const char *const known[] = { "finding", "severity", "confidence", "message", "instead", NULL };
  const cJSON *fields[N_REPORT_KEYS];
  BlRule *rule = &entry->public;
  rule->kind = BL_RULE_REPORT;
  rule->severity = BL_SEVERITY_WARNING;
  if (!bl_reader_fields (&reader->base, item, known, fields))
    return;
  rule->finding = bl_reader_need_text (&reader->base, item, fields[FINDING], "finding");
  if (rule->finding != NULL && !bl_rules_is_id (rule->finding))
    bl_reader_fail (&reader->base, fields[FINDING], "“%s” is no id of a finding, such as “term/garbled”", rule->finding);
  rule->message = bl_reader_need_text (&reader->base, item, fields[MESSAGE], "message");
  rule->instead = bl_reader_text (&reader->base, fields[INSTEAD]);
  bl_rules_read_severity (reader, rule, fields[SEVERITY], fields[CONFIDENCE]);
  check_template (reader, rule, fields[MESSAGE], rule->message);
  check_template (reader, rule, fields[INSTEAD], rule->instead);
}
