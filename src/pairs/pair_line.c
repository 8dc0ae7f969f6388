#include "pairs/pair_line.h"

#include "corpus/json_record.h"
#include "corpus/loader.h"

#include <string.h>

typedef struct
{
  BlPairLine *pair;
  const char *line;
  BlJsonRecord json;
} Reading;

/* Says what is wrong at a byte of the line; the first complaint stays. */
static void complain (const Reading *reading, gsize offset, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
complain (const Reading *reading, gsize offset, const char *format, ...)
{
  BlPairLine *pair = reading->pair;
  if (pair->wrong != NULL)
    return;
  guint line;
  va_list arguments;
  va_start (arguments, format);
  pair->wrong = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bl_load_position (reading->line, offset, &line, &pair->column);
}

static gboolean
is_string (const Reading *reading, const BlJsonMember *member)
{
  return reading->json.text[member->raw.start] == '"';
}

static gboolean
is_number (const Reading *reading, const BlJsonMember *member)
{
  const char first = reading->json.text[member->raw.start];
  return first == '-' || g_ascii_isdigit (first);
}

static gboolean
is_null (const Reading *reading, const BlJsonMember *member)
{
  return reading->json.text[member->raw.start] == 'n';
}

static gboolean
read_id (Reading *reading)
{
  BlPairLine *pair = reading->pair;
  const BlJsonMember *member = bl_json_record_find (&reading->json, "id");
  if (member == NULL || is_null (reading, member))
    return TRUE;
  if (!is_string (reading, member) && !is_number (reading, member))
    {
      complain (reading, member->raw.start, "“id” must be a string or a number");
      return FALSE;
    }
  g_autofree char *words = bl_json_record_words (&reading->json, member, NULL);
  g_free (pair->id);
  if (is_string (reading, member))
    {
      GString *out = g_string_new (NULL);
      bl_json_write_string (out, words != NULL ? words : "");
      pair->id = g_string_free (out, FALSE);
    }
  else /* digit for digit, where they are strict JSON; "1e400" is no number that the reader knows */
    pair->id = reading->json.tree == NULL ? g_strndup (reading->json.text + member->raw.start, bl_span_length (member->raw))
                                          : g_strdup (words != NULL ? words : "null");
  return TRUE;
}

static gboolean
read_text (Reading *reading, const char *name, char **text)
{
  const BlJsonMember *member = bl_json_record_find (&reading->json, name);
  if (member == NULL || !is_string (reading, member))
    {
      complain (reading, member != NULL ? member->raw.start : 0,
                "“%s” %s; it must be a text, as in {\"id\": 1, \"a\": \"…\", \"b\": \"…\"}", name,
                member != NULL ? "is no string" : "is missing");
      return FALSE;
    }
  *text = bl_json_record_words (&reading->json, member, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
  if (strlen (*text) <= BL_LIMIT_ARTICLE_BYTES)
    return TRUE;
  complain (reading, member->raw.start, "“%s” is too long: at most %u MiB are read", name,
            BL_LIMIT_ARTICLE_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
read_day (Reading *reading)
{
  const BlJsonMember *member = bl_json_record_find (&reading->json, "date");
  if (member == NULL || is_null (reading, member))
    return TRUE;
  g_autofree char *words = is_string (reading, member) ? bl_json_record_words (&reading->json, member, NULL) : NULL;
  if (words != NULL && bl_date_parse (words, &reading->pair->day))
    return TRUE;
  complain (reading, member->raw.start, "“date” is no date; it must be like \"2022-03-30\"");
  return FALSE;
}

static gboolean
read_members (Reading *reading, const char *line, gsize length)
{
  if (!bl_json_record_read (&reading->json, line, length))
    {
      complain (reading, reading->json.wrong_at,
                "no JSON object; one a line is wanted, like {\"id\": 1, \"a\": \"…\", \"b\": \"…\"}");
      return FALSE;
    }
  return read_id (reading) && read_text (reading, "a", &reading->pair->texts[BL_PAIR_A])
         && read_text (reading, "b", &reading->pair->texts[BL_PAIR_B]) && read_day (reading);
}

gboolean
bl_pair_line_read (BlPairLine *pair, const char *line, gsize length)
{
  *pair = (BlPairLine){ .id = g_strdup ("null") };
  g_autofree char *repaired = NULL;
  Reading reading = { .pair = pair, .line = line };
  gsize first;
  if (!bl_utf8_is_valid (line, length))
    {
      repaired = g_memdup2 (line, length);
      bl_utf8_repair (&repaired, &length, &first);
      complain (&reading, first, "byte 0x%02X is not UTF-8; read as U+FFFD", (guchar) line[first]);
      line = reading.line = repaired;
    }
  const gboolean read = read_members (&reading, line, length);
  if (read && reading.json.n_lost > 0)
    complain (&reading, reading.json.first_lost, "this escape is no character; read as U+FFFD");
  bl_json_record_clear (&reading.json);
  return read;
}

void
bl_pair_line_clear (BlPairLine *pair)
{
  g_clear_pointer (&pair->id, g_free);
  for (guint i = 0; i < BL_PAIR_TEXTS; i++)
    g_clear_pointer (&pair->texts[i], g_free);
  g_clear_pointer (&pair->wrong, g_free);
}
