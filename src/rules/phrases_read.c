/* The phrases of a rule, its "unless", and regexes. */
#include <string.h>

#include "rules/reader.h"
#include "rules/regex_expand.h"
#include "rules/regex_needs.h"

static BlPhrase *
new_phrase (BlRuleReader *reader, const BlRuleEntry *rule, const cJSON *item, const char *text)
{
  BlPhrase *phrase = bl_arena_new0 (reader->set->arena, BlPhrase);
  phrase->item = bl_json_number (reader->file->json, item);
  phrase->text = text;
  phrase->cased = rule->cased != FALSE;
  phrase->context = &reader->file->context;
  phrase->tree = bl_arena_new0 (reader->base.scratch, BlPhraseTree);
  phrase->facts = bl_arena_new0 (reader->facts, BlFacts);
  g_ptr_array_add (reader->set->made, phrase);
  return phrase;
}

static const char *
copy_text (BlRuleReader *reader, const char *text)
{
  return bl_arena_strndup (reader->set->arena, text, strlen (text));
}

static const BlPhrase *const *
read_list (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list, gboolean inside, guint *n)
{
  const BlPhraseContext *of_file = inside ? &reader->file->unless_context : &reader->file->context;
  BlPhraseContext context = *of_file;
  context.arena = reader->base.scratch;
  context.texts = reader->set->arena;
  const cJSON *const *strings = bl_reader_items (&reader->base, list);
  guint room = 0;
  while (strings[room] != NULL)
    room++;
  const BlPhrase **phrases = bl_arena_alloc (reader->set->arena, (room + 1) * sizeof *phrases);
  *n = 0;
  for (guint i = 0; strings[i] != NULL; i++)
    {
      BlPhrase *phrase = new_phrase (reader, rule, strings[i], copy_text (reader, strings[i]->valuestring));
      BlPhraseFault fault = { 0 };
      phrase->context = of_file;
      if (!bl_phrase_parse (&context, phrase->text, phrase->tree, &fault))
        {
          bl_rules_fail_inside (reader, strings[i], &fault);
          rule->broken = TRUE;
          continue;
        }
      phrase->negate = phrase->tree->negate != FALSE;
      phrase->open = phrase->tree->open != FALSE;
      bl_facts_of_phrase (phrase->tree->root, phrase->tree->at_start, phrase->tree->at_end, reader->facts, phrase->facts);
      if (phrase->facts->size > BL_LIMIT_PATTERN_BYTES)
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
    bl_reader_fail (&reader->base, list, "a rule without phrases matches nothing");
}

void
bl_rules_read_unless (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list)
{
  rule->unless = read_list (reader, rule, list, TRUE, &rule->n_unless);
}

/* --- regexes ----------------------------------------------------------------------------------------------------- */
typedef struct
{
  const BlPhraseContext *context;
  BlExpansion expansion;
  GArray *pieces; /* of BlRegexPiece, in order */
} RegexLines;

/* Appends a line with its "%{slot}" expanded. */
static gboolean
expand_line (RegexLines *lines, const cJSON *line, BlPhraseFault *fault)
{
  const guint before = lines->pieces->len;
  const gboolean right = bl_regex_expand (lines->context, line->valuestring, &lines->expansion, lines->pieces, fault);
  for (guint i = before; i < lines->pieces->len; i++)
    g_array_index (lines->pieces, BlRegexPiece, i).line = line;
  return right;
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
  gpointer *copy = bl_arena_alloc (reader->base.scratch, (slots->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < slots->len; i++)
    copy[i] = g_ptr_array_index (slots, i);
  phrase->tree->slots = (const char *const *) copy;
  phrase->tree->n_slots = slots->len;
}

/* PCRE2 names a byte of the expanded source, most often the one after what is wrong. */
static void
fail_compile (BlRuleReader *reader, const BlPattern *pattern, const GArray *pieces)
{
  const gsize offset = MIN (pattern->error_offset, strlen (pattern->source));
  guint n = 1;
  while (n < pieces->len && g_array_index (pieces, BlRegexPiece, n).start <= offset)
    n++;
  const BlRegexPiece *piece = &g_array_index (pieces, BlRegexPiece, n - 1);
  const gssize inside = (gssize) (offset - piece->start);
  const guint more = piece->is_slot ? 0 : (guint) g_utf8_strlen (pattern->source + piece->start, inside);
  const BlSpan span = bl_json_inner_span (reader->file->json, piece->line, piece->column + more, 1);
  bl_reader_fail_at (&reader->base, BL_RULES_ERROR_PHRASE, span, "PCRE2: %s", pattern->error);
}

/* Joins the lines; FALSE when one of them is wrong. */
static gboolean
expand_lines (BlRuleReader *reader, const cJSON *list, RegexLines *lines, GString *text)
{
  const cJSON *const *strings = bl_reader_items (&reader->base, list);
  gboolean right = TRUE;
  if (cJSON_IsArray (list) && list->child == NULL)
    bl_reader_fail (&reader->base, list, "a regex without lines matches nothing");
  for (guint i = 0; strings[i] != NULL; i++)
    {
      BlPhraseFault fault = { 0 };
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", strings[i]->valuestring);
      if (i > 0)
        g_string_append_c (lines->expansion.source, '\n');
      if (!expand_line (lines, strings[i], &fault))
        {
          bl_rules_fail_inside (reader, strings[i], &fault);
          right = FALSE;
        }
    }
  if (right && (lines->expansion.overflow || lines->expansion.source->len > BL_LIMIT_PATTERN_BYTES))
    bl_rules_fail (reader, BL_RULES_ERROR_PHRASE, list, "the regex becomes a pattern of more than %d bytes",
                   BL_LIMIT_PATTERN_BYTES);
  return right && strings[0] != NULL && !lines->expansion.overflow && lines->expansion.source->len <= BL_LIMIT_PATTERN_BYTES;
}

/* Code that others may write is compiled at once: unlike phrases, it may be wrong. */
void
bl_rules_read_regex (BlRuleReader *reader, BlRuleEntry *rule, const cJSON *list)
{
  BlPhraseContext context = reader->file->context;
  context.arena = reader->facts;
  context.texts = reader->set->arena;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (BlRegexPiece));
  g_autoptr (GString) text = g_string_new (NULL);
  RegexLines lines = { .context = &context, .pieces = pieces };
  bl_expansion_init (&lines.expansion, rule->cased);
  lines.expansion.named = TRUE;
  rule->broken = TRUE;
  if (!expand_lines (reader, list, &lines, text))
    {
      bl_expansion_clear (&lines.expansion);
      return;
    }
  BlPhrase *phrase = new_phrase (reader, rule, list, bl_arena_strndup (reader->set->arena, text->str, text->len));
  phrase->is_regex = TRUE;
  phrase->pattern = bl_pattern_new (g_string_free (lines.expansion.source, FALSE), lines.expansion.groups, rule->cased, TRUE);
  if (bl_pattern_code (phrase->pattern) == NULL)
    {
      fail_compile (reader, phrase->pattern, pieces);
      return;
    }
  collect_groups (reader, phrase);
  bl_regex_facts (&context, phrase->text, rule->cased, phrase->facts);
  rule->broken = FALSE;
  const BlPhrase **phrases = bl_arena_alloc (reader->set->arena, sizeof *phrases);
  phrases[0] = phrase;
  rule->phrases = phrases;
  rule->n_phrases = 1;
}
