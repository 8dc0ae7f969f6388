#include "corpus/json_record.h"

#include <math.h>
#include <string.h>

#include "corpus/json_text.h"

/* Deeper than any record of an article; cJSON looks at what is. */
#define MAX_DEPTH 32

/* Longer than any number that means something; cJSON reads no more of one than 63 bytes. */
#define MAX_NUMBER 40

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} Scanner;

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->length && strchr (" \t\r\n", scanner->text[scanner->at]) != NULL
         && scanner->text[scanner->at] != '\0')
    scanner->at++;
}

static gboolean
take (Scanner *scanner, char c)
{
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != c)
    return FALSE;
  scanner->at++;
  return TRUE;
}

/* TRUE when none of eight bytes is a quotation mark, a backslash or a control character (see json_write.c for the arithmetic). */
static gboolean
is_plain (guint64 word)
{
  const guint64 ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  const guint64 quote = word ^ (ones * '"'), backslash = word ^ (ones * '\\');
  return ((((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)) & highs) == 0;
}

static gboolean
skip_escape (Scanner *scanner)
{
  gunichar c = 0;
  gboolean broken = FALSE;
  const gsize taken = bl_json_unicode_escape (scanner->text + scanner->at, scanner->length - scanner->at, &c, &broken);
  if (taken > 0)
    {
      scanner->at += taken;
      return !broken;
    }
  const char letter = scanner->at + 1 < scanner->length ? scanner->text[scanner->at + 1] : '\0';
  scanner->at += 2;
  return letter != '\0' && strchr ("\"\\/bfnrt", letter) != NULL;
}

/* *escaped says whether there is a backslash in it. */
static gboolean
skip_string (Scanner *scanner, gboolean *escaped)
{
  const char *text = scanner->text;
  *escaped = FALSE;
  if (!take (scanner, '"'))
    return FALSE;
  while (scanner->at < scanner->length)
    {
      guint64 word = 0;
      while (scanner->length - scanner->at >= 8 && (memcpy (&word, text + scanner->at, 8), is_plain (word)))
        scanner->at += 8;
      if (scanner->at >= scanner->length)
        break;
      const guchar c = (guchar) text[scanner->at];
      if (c == '\\')
        {
          *escaped = TRUE;
          if (!skip_escape (scanner))
            return FALSE;
        }
      else if (c == '"')
        {
          scanner->at++;
          return TRUE;
        }
      else if (c < 0x20)
        return FALSE;
      else
        scanner->at++;
    }
  return FALSE;
}

static gsize
skip_digits (Scanner *scanner)
{
  const gsize start = scanner->at;
  while (scanner->at < scanner->length && g_ascii_isdigit (scanner->text[scanner->at]))
    scanner->at++;
  return scanner->at - start;
}

static gboolean
skip_number (Scanner *scanner)
{
  const gsize start = scanner->at;
  take (scanner, '-');
  if (!take (scanner, '0') && skip_digits (scanner) == 0)
    return FALSE;
  if (take (scanner, '.') && skip_digits (scanner) == 0)
    return FALSE;
  if (take (scanner, 'e') || take (scanner, 'E'))
    {
      if (!take (scanner, '+'))
        take (scanner, '-');
      if (skip_digits (scanner) == 0)
        return FALSE;
    }
  return scanner->at - start <= MAX_NUMBER;
}

static gboolean
skip_word (Scanner *scanner)
{
  static const char *const words[] = { "true", "false", "null" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize n = strlen (words[i]);
      if (scanner->length - scanner->at >= n && memcmp (scanner->text + scanner->at, words[i], n) == 0)
        {
          scanner->at += n;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean skip_value (Scanner *scanner, guint depth);

/* An array, or an object inside of the record. */
static gboolean
skip_container (Scanner *scanner, guint depth, gboolean object)
{
  const char close = object ? '}' : ']';
  gboolean escaped;
  scanner->at++;
  skip_space (scanner);
  if (take (scanner, close))
    return TRUE;
  for (;;)
    {
      skip_space (scanner);
      if (object)
        {
          if (!skip_string (scanner, &escaped))
            return FALSE;
          skip_space (scanner);
          if (!take (scanner, ':'))
            return FALSE;
          skip_space (scanner);
        }
      if (!skip_value (scanner, depth + 1))
        return FALSE;
      skip_space (scanner);
      if (take (scanner, close))
        return TRUE;
      if (!take (scanner, ','))
        return FALSE;
    }
}

static gboolean
skip_value (Scanner *scanner, guint depth)
{
  gboolean escaped;
  if (depth > MAX_DEPTH || scanner->at >= scanner->length)
    return FALSE;
  switch (scanner->text[scanner->at])
    {
    case '"':
      return skip_string (scanner, &escaped);
    case '{':
      return skip_container (scanner, depth, TRUE);
    case '[':
      return skip_container (scanner, depth, FALSE);
    case 't':
    case 'f':
    case 'n':
      return skip_word (scanner);
    default:
      return skip_number (scanner);
    }
}

/* FALSE for anything that is not plain strict JSON; members may then hold some of it. */
static gboolean
scan (Scanner *scanner, GArray *members)
{
  gboolean escaped;
  skip_space (scanner);
  if (!take (scanner, '{'))
    return FALSE;
  skip_space (scanner);
  for (gboolean first = TRUE; !take (scanner, '}'); first = FALSE)
    {
      if (!first && !take (scanner, ','))
        return FALSE;
      skip_space (scanner);
      const gsize name = scanner->at;
      if (!skip_string (scanner, &escaped) || escaped)
        return FALSE;
      BlJsonMember member = { .name = scanner->text + name + 1, .name_length = scanner->at - name - 2 };
      skip_space (scanner);
      if (!take (scanner, ':'))
        return FALSE;
      skip_space (scanner);
      member.raw.start = (guint32) scanner->at;
      if (!skip_value (scanner, 1))
        return FALSE;
      member.raw.end = (guint32) scanner->at;
      g_array_append_val (members, member);
      skip_space (scanner);
    }
  skip_space (scanner);
  return scanner->at == scanner->length;
}

gboolean
bl_json_record_read_lax (BlJsonRecord *record, const char *line, gsize length)
{
  *record = (BlJsonRecord){ .members = g_array_new (FALSE, FALSE, sizeof (BlJsonMember)) };
  record->copy = g_strndup (line, length);
  record->text = record->copy;
  record->n_lost = bl_json_defuse (record->copy, length, &record->first_lost);
  const char *end = NULL;
  record->tree = cJSON_ParseWithLengthOpts (record->copy, length, &end, 0);
  gsize at = end != NULL ? MIN ((gsize) (end - record->copy), length) : 0;
  record->wrong_at = at;
  if (record->tree == NULL)
    {
      record->wrong = "not JSON; one object a line is wanted, like {\"title\": \"…\", \"text\": \"…\"}";
      return FALSE;
    }
  while (at < length && g_ascii_isspace (line[at]))
    at++;
  if (at < length || !cJSON_IsObject (record->tree))
    {
      record->wrong = "one JSON object a line is wanted, and nothing else";
      record->wrong_at = at < length ? at : 0;
      return FALSE;
    }
  bl_json_members (record->copy, length, record->tree, record->members);
  return TRUE;
}

gboolean
bl_json_record_read (BlJsonRecord *record, const char *line, gsize length)
{
  *record = (BlJsonRecord){ .text = line };
  record->members = g_array_sized_new (FALSE, FALSE, sizeof (BlJsonMember), 16);
  Scanner scanner = { .text = line, .length = length };
  if (scan (&scanner, record->members))
    return TRUE;
  bl_json_record_clear (record);
  return bl_json_record_read_lax (record, line, length);
}

void
bl_json_record_clear (BlJsonRecord *record)
{
  g_clear_pointer (&record->members, g_array_unref);
  g_clear_pointer (&record->copy, g_free);
  g_clear_pointer (&record->tree, cJSON_Delete);
}

const BlJsonMember *
bl_json_record_find (const BlJsonRecord *record, const char *name)
{
  const gsize length = strlen (name);
  for (guint i = 0; i < record->members->len; i++)
    {
      const BlJsonMember *member = &g_array_index (record->members, BlJsonMember, i);
      if (member->name_length == length && memcmp (member->name, name, length) == 0)
        return member;
    }
  return NULL;
}

/* --- values -------------------------------------------------------------------------------------------------------- */

static gboolean
has_words (const cJSON *value)
{
  return cJSON_IsString (value) && value->valuestring[strspn (value->valuestring, " \t\r\n")] != '\0';
}

static char *
words_of (const cJSON *value)
{
  static const char *const keys[] = { "name", "id", "value", "uri", NULL };
  if (has_words (value))
    return g_strdup (value->valuestring);
  if (cJSON_IsNumber (value) && isfinite (value->valuedouble))
    return g_strdup_printf ("%.15g", value->valuedouble);
  for (const char *const *key = keys; cJSON_IsObject (value) && *key != NULL; key++)
    {
      const cJSON *member = cJSON_GetObjectItemCaseSensitive (value, *key);
      if (has_words (member))
        return g_strdup (member->valuestring);
    }
  if (!cJSON_IsArray (value))
    return NULL;

  GString *list = g_string_new (NULL);
  const cJSON *item = NULL;
  cJSON_ArrayForEach (item, value)
  {
    /* One level only: an array in an array is no list of names. */
    g_autofree char *words = cJSON_IsArray (item) ? NULL : words_of (item);
    if (words != NULL)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", words);
  }
  return g_string_free (list, list->len == 0);
}

static cJSON *
parse (const BlJsonRecord *record, const BlJsonMember *member)
{
  return cJSON_ParseWithLengthOpts (record->text + member->raw.start, bl_span_length (member->raw), NULL, 0);
}

/* Past the white space that a string begins with. */
static const char *
first_letter (const BlJsonRecord *record, const BlJsonMember *member)
{
  const char *p = record->text + member->raw.start + 1, *const end = record->text + member->raw.end - 1;
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
    p++;
  return p;
}

static gboolean
is_string (const BlJsonRecord *record, const BlJsonMember *member)
{
  return bl_span_length (member->raw) >= 2 && record->text[member->raw.start] == '"';
}

gboolean
bl_json_record_is_text (const BlJsonRecord *record, const BlJsonMember *member)
{
  if (!is_string (record, member))
    return FALSE;
  const char *first = first_letter (record, member);
  if (*first != '\\')
    return first < record->text + member->raw.end - 1 && *first != '\0';
  cJSON *value = parse (record, member);
  const gboolean text = has_words (value);
  cJSON_Delete (value);
  return text;
}

char *
bl_json_record_words (const BlJsonRecord *record, const BlJsonMember *member, double *number)
{
  const char *start = record->text + member->raw.start + 1;
  if (number != NULL)
    *number = NAN;
  if (is_string (record, member) && memchr (start, '\\', bl_span_length (member->raw) - 2) == NULL)
    return bl_json_record_is_text (record, member) ? g_strndup (start, bl_span_length (member->raw) - 2) : NULL;
  cJSON *value = parse (record, member);
  char *words = words_of (value);
  if (number != NULL && cJSON_IsNumber (value))
    *number = value->valuedouble;
  cJSON_Delete (value);
  return words;
}
