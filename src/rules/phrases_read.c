/* The phrases of a rule, its "unless", and regexes. */
#include <string.h>

#include "rules/regex_needs.h"
#include "rules/set.h"

static BlPhrase *
new_phrase (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *item, const char *text)
{
  BlPhrase *phrase = bl_arena_new0 (reader->set->arena, BlPhrase);
  phrase->item = item;
  phrase->text = text;
  phrase->cased = rule->cased;
  g_ptr_array_add (reader->set->made, phrase);
  return phrase;
}

static void
take_fault (BlRuleReader *reader, const cJSON *item, BlPhraseFault *fault)
{
  bl_rules_fail_inside (reader, BL_RULES_ERROR_PHRASE, item, fault);
  g_free (fault->what);
}

static BlPhraseContext
context_of (BlRuleReader *reader, gboolean inside)
{
  return (BlPhraseContext){
    .arena = reader->set->arena, .scope = &reader->file->scope, .inflections = reader->set->inflections, .inside = inside
  };
}

static const BlPhrase *const *
read_list (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list, gboolean inside, guint *n)
{
  const BlPhraseContext context = context_of (reader, inside);
  const cJSON *const *strings = bl_rules_strings (reader, list);
  guint room = 0;
  while (strings[room] != NULL)
    room++;
  const BlPhrase **phrases = bl_arena_alloc (reader->set->arena, (room + 1) * sizeof *phrases);
  *n = 0;
  for (guint i = 0; strings[i] != NULL; i++)
    {
      BlPhrase *phrase = new_phrase (reader, rule, strings[i], strings[i]->valuestring);
      BlPhraseFault fault = { 0 };
      if (!bl_phrase_parse (&context, phrase->text, &phrase->tree, &fault))
        {
          take_fault (reader, strings[i], &fault);
          rule->broken = TRUE;
          continue;
        }
      bl_facts_of_node (phrase->tree.root, reader->set->arena, &phrase->facts);
      if (phrase->facts.size > BL_LIMIT_PATTERN_BYTES)
        bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, strings[i],
                       "the phrase becomes a pattern of more than %d bytes; split it, or use smaller fragments",
                       BL_LIMIT_PATTERN_BYTES);
      else
        phrases[(*n)++] = phrase;
    }
  return phrases;
}

void
bl_rules_read_phrases (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list)
{
  rule->phrases = read_list (reader, rule, list, FALSE, &rule->n_phrases);
  if (cJSON_IsArray (list) && list->child == NULL)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, list, "a rule without phrases matches nothing");
}

void
bl_rules_read_unless (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list)
{
  rule->unless = read_list (reader, rule, list, TRUE, &rule->n_unless);
}

/* --- regexes ----------------------------------------------------------------------------------------------------- */
/* Appends source with its "%{slot}" expanded. */
static gboolean
expand_slots (const BlPhraseContext *context, const char *source, BlExpansion *expansion, BlPhraseFault *fault)
{
  for (const char *at = source;;)
    {
      const char *open = strstr (at, "%{");
      if (open == NULL)
        {
          g_string_append (expansion->source, at);
          return TRUE;
        }
      guint column = (guint) g_utf8_strlen (source, open - source);
      const char *close = strchr (open, '}');
      *fault = (BlPhraseFault){ .column = column };
      if (close == NULL)
        {
          fault->what = g_strdup ("this “%{” has no “}”");
          return FALSE;
        }
      BlSlot slot;
      if (!bl_slot_parse (context, open + 2, (gsize) (close - open - 2), column, &slot, fault))
        return FALSE;
      g_string_append_len (expansion->source, at, open - at);
      bl_expand_slot (expansion, &slot);
      at = close + 1;
    }
}

static void
collect_groups (BlRuleReader *reader, BlPhrase *phrase)
{
  const GArray *groups = phrase->pattern->groups;
  g_autoptr (GPtrArray) slots = g_ptr_array_new ();
  for (guint i = 0; i < groups->len; i++)
    {
      const char *slot = g_array_index (groups, BlGroup, i).slot;
      if (slot != NULL && !g_ptr_array_find_with_equal_func (slots, slot, g_str_equal, NULL))
        g_ptr_array_add (slots, (gpointer) slot);
    }
  gpointer *copy = bl_arena_alloc (reader->set->arena, (slots->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < slots->len; i++)
    copy[i] = g_ptr_array_index (slots, i);
  phrase->tree.slots = (const char *const *) copy;
  phrase->tree.n_slots = slots->len;
}

/* PCRE2 names a byte of the expanded source; the author wrote lines. */
static void
fail_compile (BlRuleReader *reader, const cJSON *lines, const BlPattern *pattern)
{
  gsize offset = MIN (pattern->error_offset, strlen (pattern->source));
  guint line = 0;
  for (gsize i = 0; i < offset; i++)
    line += pattern->source[i] == '\n';
  const cJSON *item = cJSON_IsArray (lines) ? cJSON_GetArrayItem (lines, (int) line) : lines;
  bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, item != NULL ? item : lines, "PCRE2: %s", pattern->error);
}

/* Code that others may write is compiled at once: unlike phrases, it may be wrong. */
void
bl_rules_read_regex (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *lines)
{
  const cJSON *const *strings = bl_rules_strings (reader, lines);
  const BlPhraseContext context = context_of (reader, FALSE);
  BlExpansion expansion;
  bl_expansion_init (&expansion, rule->cased);
  expansion.named = TRUE;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean right = strings[0] != NULL;
  rule->broken = TRUE;
  for (guint i = 0; strings[i] != NULL; i++)
    {
      BlPhraseFault fault = { 0 };
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", strings[i]->valuestring);
      if (i > 0)
        g_string_append_c (expansion.source, '\n');
      if (!expand_slots (&context, strings[i]->valuestring, &expansion, &fault))
        {
          take_fault (reader, strings[i], &fault);
          right = FALSE;
        }
    }
  if (right && (expansion.overflow || expansion.source->len > BL_LIMIT_PATTERN_BYTES))
    {
      bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, lines, "the regex becomes a pattern of more than %d bytes",
                     BL_LIMIT_PATTERN_BYTES);
      right = FALSE;
    }
  if (!right)
    {
      bl_expansion_clear (&expansion);
      return;
    }
  BlPhrase *phrase = new_phrase (reader, rule, lines, bl_arena_strndup (reader->set->arena, text->str, text->len));
  phrase->pattern = bl_pattern_new (g_string_free (expansion.source, FALSE), expansion.groups, rule->cased, TRUE);
  if (bl_pattern_code (phrase->pattern) == NULL)
    {
      fail_compile (reader, lines, phrase->pattern);
      return;
    }
  collect_groups (reader, phrase);
  bl_regex_facts (&context, phrase->text, rule->cased, &phrase->facts);
  rule->broken = FALSE;
  const BlPhrase **phrases = bl_arena_alloc (reader->set->arena, sizeof *phrases);
  phrases[0] = phrase;
  rule->phrases = phrases;
  rule->n_phrases = 1;
}
