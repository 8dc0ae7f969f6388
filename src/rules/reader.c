#include "rules/reader.h"

void
bl_rules_enter (BlRuleReader *reader, BlRuleFile *file)
{
  reader->file = file;
  reader->base.json = file->json;
}

void
bl_rules_fail (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_reader_fail_at (&reader->base, (int) code, bl_json_value_span (reader->file->json, item), "%s", what);
}

void
bl_rules_fail_inside (BlRuleReader *reader, const cJSON *string, BlPhraseFault *fault)
{
  const BlSpan span = bl_json_inner_span (reader->file->json, string, fault->column, fault->width);
  bl_reader_fail_at (&reader->base, BL_RULES_ERROR_PHRASE, span, "%s", fault->what);
  g_clear_pointer (&fault->what, g_free);
}
