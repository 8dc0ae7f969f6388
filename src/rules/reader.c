/* Collecting complaints, and the values of members. */
#include <stdio.h>
#include <string.h>

#include "rules/set.h"

static void
remember (BlRuleReader *reader, BlRulesErrorCode code, const char *path, guint line, guint column, const char *what)
{
  reader->n_errors++;
  if (reader->first == NULL)
    {
      BlProblem problem = { .file = (char *) path, .line = line, .column = column, .what = (char *) what };
      g_autofree char *message = bl_problem_format (&problem);
      reader->first = g_error_new_literal (BL_RULES_ERROR, (int) code, message);
    }
  if (reader->problems != NULL)
    bl_problems_add (reader->problems, BL_PROBLEM_PARTIAL, path, line, column, "%s", what);
}

void
bl_rules_fail (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *item, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  guint line = 0;
  guint column = 0;
  bl_json_position (reader->file->json, item, &line, &column);
  remember (reader, code, reader->file->path, line, column, what);
}

/* At most some 70 characters of text, around the one that is meant. */
static char *
shorten (const char *text, guint column)
{
  enum
  {
    BEFORE = 30,
    ALL = 70
  };
  guint length = (guint) g_utf8_strlen (text, -1);
  if (length <= ALL)
    return g_strdup (text);
  guint first = column > BEFORE ? column - BEFORE : 0;
  guint end = MIN (first + ALL, length);
  g_autofree char *part = g_utf8_substring (text, first, end);
  return g_strdup_printf ("%s%s%s", first > 0 ? "…" : "", part, end < length ? "…" : "");
}

/* Columns of the file: after the quotation mark; what JSON must escape takes two. A key's position stands for its value, so a
 * string that is no element of an array has no column of its own. */
void
bl_rules_fail_inside (BlRuleReader *reader, BlRulesErrorCode code, const cJSON *string, const BlPhraseFault *fault)
{
  guint line = 0;
  guint column = 0;
  bl_json_position (reader->file->json, string, &line, &column);
  const char *text = string->valuestring != NULL ? string->valuestring : "";
  if (string->string == NULL && cJSON_IsString (string))
    {
      column += 1 + fault->column;
      guint n = 0;
      for (const char *at = text; *at != '\0' && n < fault->column; at = g_utf8_next_char (at), n++)
        column += *at == '"' || *at == '\\' || (guchar) *at < 0x20;
    }
  g_autofree char *shown = shorten (text, fault->column);
  g_autofree char *what = g_strdup_printf ("“%s”, character %u: %s", shown, fault->column + 1, fault->what);
  remember (reader, code, reader->file->path, line, column, what);
}

void
bl_rules_take_error (BlRuleReader *reader, const char *path, GError *error)
{
  const char *what = error->message;
  guint line = 0;
  guint column = 0;
  gsize length = strlen (path);
  int taken = 0;
  if (strncmp (what, path, length) == 0)
    {
      what += length;
      if (sscanf (what, ":%u:%u: %n", &line, &column, &taken) == 2)
        what += taken;
      else
        what += strspn (what, ": ");
    }
  remember (reader, BL_RULES_ERROR_SCHEMA, path, line, column, what);
  g_error_free (error);
}

static void
fail_unknown (BlRuleReader *reader, const cJSON *item, const char *kind, const char *word, const char *const *known)
{
  const char *nearest = bl_nearest_word (word, known);
  if (nearest != NULL)
    {
      bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "unknown %s “%s”; the nearest is “%s”", kind, word, nearest);
      return;
    }
  g_autofree char *all = g_strjoinv (", ", (char **) known);
  bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "unknown %s “%s”; there are: %s", kind, word, all);
}

gboolean
bl_rules_fields (BlRuleReader *reader, const cJSON *item, const char *const *known, const cJSON **fields)
{
  for (guint i = 0; known[i] != NULL; i++)
    fields[i] = NULL;
  if (!cJSON_IsObject (item))
    {
      bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "an object { … } is wanted here");
      return FALSE;
    }
  for (const cJSON *member = item->child; member != NULL; member = member->next)
    {
      guint i = 0;
      while (known[i] != NULL && strcmp (known[i], member->string) != 0)
        i++;
      if (known[i] != NULL)
        fields[i] = member;
      else if (member->string[0] != '$' && !g_str_has_prefix (member->string, "x-"))
        fail_unknown (reader, member, "key", member->string, known);
    }
  return TRUE;
}

const char *
bl_rules_text (BlRuleReader *reader, const cJSON *item)
{
  if (item == NULL)
    return NULL;
  if (cJSON_IsString (item) && item->valuestring[0] != '\0')
    return item->valuestring;
  bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "a text is wanted here, and not an empty one");
  return NULL;
}

const char *
bl_rules_need_text (BlRuleReader *reader, const cJSON *object, const cJSON *item, const char *key)
{
  if (item == NULL)
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, object, "“%s” is missing", key);
  return bl_rules_text (reader, item);
}

gboolean
bl_rules_truth (BlRuleReader *reader, const cJSON *item)
{
  if (item != NULL && !cJSON_IsBool (item))
    bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "true or false is wanted here");
  return item != NULL && cJSON_IsTrue (item);
}

double
bl_rules_unit_number (BlRuleReader *reader, const cJSON *item, double otherwise)
{
  if (item == NULL)
    return otherwise;
  if (cJSON_IsNumber (item) && item->valuedouble >= 0 && item->valuedouble <= 1)
    return item->valuedouble;
  bl_rules_fail (reader, BL_RULES_ERROR_SCHEMA, item, "a number from 0 to 1 is wanted here");
  return otherwise;
}

const cJSON *const *
bl_rules_strings (BlRuleReader *reader, const cJSON *item)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  gboolean is_array = cJSON_IsArray (item);
  for (const cJSON *string = is_array ? item->child : item; string != NULL; string = is_array ? string->next : NULL)
    if (bl_rules_text (reader, string) != NULL)
      g_ptr_array_add (strings, (gpointer) string);
  gpointer *copy = bl_arena_alloc (reader->set->arena, (strings->len + 1) * sizeof (gpointer));
  for (guint i = 0; i < strings->len; i++)
    copy[i] = g_ptr_array_index (strings, i);
  return (const cJSON *const *) copy;
}

const char *const *
bl_rules_texts (BlRuleReader *reader, const cJSON *item)
{
  const cJSON *const *strings = bl_rules_strings (reader, item);
  guint n = 0;
  while (strings[n] != NULL)
    n++;
  const char **texts = bl_arena_alloc (reader->set->arena, (n + 1) * sizeof *texts);
  for (guint i = 0; i < n; i++)
    texts[i] = strings[i]->valuestring;
  return texts;
}

int
bl_rules_word (BlRuleReader *reader, const cJSON *item, const char *const *known)
{
  const char *word = bl_rules_text (reader, item);
  for (int i = 0; word != NULL && known[i] != NULL; i++)
    if (strcmp (known[i], word) == 0)
      return i;
  if (word != NULL)
    fail_unknown (reader, item, "word", word, known);
  return -1;
}
