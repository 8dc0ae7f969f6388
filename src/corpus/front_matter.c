#include "corpus/front_matter.h"

#include <string.h>

/* Front matter is a few lines; what is longer is none. */
#define FRONT_MATTER_LIMIT 65536

static const char *const known_keys[]
    = { "title", "date", "published", "source", "author", "authors", "language", "lang", "url", "origin", "id", NULL };

/* What Hugo, Jekyll, Pandoc and the like keep there and has no meaning here. */
static const char *const passed_keys[]
    = { "tags",    "tag",      "categories", "category",  "description", "summary",  "abstract", "slug",
        "image",   "draft",    "layout",     "weight",    "aliases",     "keywords", "updated",  "modified",
        "lastmod", "subtitle", "type",       "permalink", "section",     NULL };

typedef struct
{
  const BlLoader *loader;
  const BlInput *input;
  const char *bytes;
  gsize at;  /* start of the current line */
  gsize end; /* of the front matter's lines */
  BlMetadata *metadata;
  BlFrontMatter *result;
} Reader;

/* One past the line, its line break included. */
static gsize
line_end (const char *bytes, gsize at, gsize end)
{
  const char *stop = memchr (bytes + at, '\n', end - at);
  return stop != NULL ? (gsize) (stop - bytes) + 1 : end;
}

static BlSpan
trim (const char *bytes, gsize start, gsize end)
{
  while (start < end && g_ascii_isspace (bytes[start]))
    start++;
  while (end > start && g_ascii_isspace (bytes[end - 1]))
    end--;
  return bl_span (start, end);
}

/* TRUE when the line is "---" (or, as an end, "..."). */
static gboolean
is_fence (const char *bytes, BlSpan line, gboolean closing)
{
  BlSpan trimmed = trim (bytes, line.start, line.end);
  if (trimmed.start != line.start || bl_span_length (trimmed) != 3)
    return FALSE;
  return memcmp (bytes + trimmed.start, "---", 3) == 0 || (closing && memcmp (bytes + trimmed.start, "...", 3) == 0);
}

/* The text of a value without its quotation marks or the comment behind it. */
static BlSpan
unquote (const char *bytes, BlSpan value, char *quote)
{
  *quote = '\0';
  char first = bl_span_is_empty (value) ? '\0' : bytes[value.start];
  if (first == '"' || first == '\'')
    {
      for (gsize p = value.start + 1; p < value.end; p++)
        {
          if (first == '"' && bytes[p] == '\\')
            p++;
          else if (first == '\'' && bytes[p] == '\'' && p + 1 < value.end && bytes[p + 1] == '\'')
            p++;
          else if (bytes[p] == first)
            {
              *quote = first;
              return bl_span (value.start + 1, p);
            }
        }
    }
  for (gsize p = value.start; p + 1 < value.end; p++)
    if (g_ascii_isspace (bytes[p]) && bytes[p + 1] == '#')
      return trim (bytes, value.start, p);
  return value;
}

gsize
bl_front_matter_escape (const char *text, gsize length, gunichar *c)
{
  char letter = length > 1 ? text[1] : '\\';
  *c = (gunichar) (guchar) letter;
  if ((guchar) letter >= 0x80)
    {
      *c = g_utf8_get_char (text + 1);
      return 1 + (gsize) g_unichar_to_utf8 (*c, NULL);
    }
  if (letter == 'n' || letter == 't' || letter == 'r')
    *c = ' ';
  gsize digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits == 0 || length < 2 + digits)
    return MIN (length, 2);
  gunichar value = 0;
  for (gsize i = 2; i < 2 + digits; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return 2;
      value = value * 16 + (gunichar) digit;
    }
  *c = value > 0 && g_unichar_validate (value) ? value : 0xFFFD;
  return 2 + digits;
}

/* The words of a value; "" and '' lose their escapes. Owned. */
static char *
words_of (const char *bytes, BlSpan value)
{
  char quote = '\0';
  BlSpan text = unquote (bytes, value, &quote);
  GString *words = g_string_new (NULL);
  for (gsize p = text.start; p < text.end;)
    {
      gunichar c = 0;
      if (quote == '"' && bytes[p] == '\\')
        {
          p += bl_front_matter_escape (bytes + p, text.end - p, &c);
          g_string_append_unichar (words, c);
          continue;
        }
      if (quote == '\'' && bytes[p] == '\'' && p + 1 < text.end)
        p++;
      g_string_append_c (words, bytes[p++]);
    }
  return g_string_free (words, FALSE);
}

/* Moves past "- a" lines below a key and joins them. Owned, or NULL when there are none. */
static char *
read_block_list (Reader *reader)
{
  GString *list = g_string_new (NULL);
  while (reader->at < reader->end)
    {
      gsize next = line_end (reader->bytes, reader->at, reader->end);
      BlSpan line = trim (reader->bytes, reader->at, next);
      if (bl_span_length (line) < 2 || reader->bytes[line.start] != '-' || reader->bytes[line.start + 1] != ' ')
        break;
      g_autofree char *item = words_of (reader->bytes, trim (reader->bytes, line.start + 2, line.end));
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
      reader->at = next;
    }
  return g_string_free (list, list->len == 0);
}

/* "[a, b]" → "a, b". */
static char *
read_flow_list (const char *bytes, BlSpan value)
{
  GString *list = g_string_new (NULL);
  gsize start = value.start + 1;
  char quote = '\0'; /* a comma inside of marks is a comma */
  for (gsize p = start; p < value.end; p++)
    {
      if (quote != '\0')
        quote = bytes[p] == quote ? '\0' : quote;
      else if ((bytes[p] == '"' || bytes[p] == '\'') && trim (bytes, start, p).start == p)
        quote = bytes[p];
      if ((bytes[p] != ',' || quote != '\0') && p + 1 != value.end)
        continue;
      g_autofree char *item = words_of (bytes, trim (bytes, start, p));
      if (item[0] != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
      start = p + 1;
    }
  return g_string_free (list, FALSE);
}

static void
note_unknown_key (const Reader *reader, const char *key, gsize offset)
{
  if (g_strv_contains (passed_keys, key) || g_str_has_prefix (key, "x-"))
    return;
  const char *nearest = bl_nearest_word (key, known_keys);
  g_autofree char *what = nearest != NULL ? g_strdup_printf ("key “%s” is not known; did you mean “%s”?", key, nearest)
                                          : g_strdup_printf ("key “%s” is not known; known are title, date, source, author, "
                                                             "language, url, origin and id",
                                                             key);
  bl_load_complain (reader->loader, reader->input, reader->bytes, offset, what);
}

static void
set_value (Reader *reader, const char *key, gsize key_offset, BlSpan value, const char *words)
{
  BlMetadata *metadata = reader->metadata;
  if (strcmp (key, "title") == 0)
    bl_metadata_set (&metadata->title, words);
  else if (strcmp (key, "author") == 0 || strcmp (key, "authors") == 0)
    bl_metadata_set (&metadata->author, words);
  else if (strcmp (key, "language") == 0 || strcmp (key, "lang") == 0)
    bl_metadata_set (&metadata->language, words);
  else if (strcmp (key, "url") == 0)
    bl_metadata_set (&metadata->url, words);
  else if (strcmp (key, "origin") == 0)
    bl_metadata_set (&metadata->origin, words);
  else if (strcmp (key, "source") == 0)
    {
      bl_metadata_set (&metadata->source, words);
      bl_load_position (reader->bytes, value.start, &metadata->source_line, &metadata->source_column);
    }
  else if (strcmp (key, "date") == 0 || strcmp (key, "published") == 0)
    {
      g_autofree char *what = g_strdup_printf ("“%s” is not a date; write it as 2022-03-30, 2022-03 or 2022", words);
      if (words[0] != '\0' && !bl_metadata_read_date (words, &metadata->published))
        bl_load_complain (reader->loader, reader->input, reader->bytes, value.start, what);
    }
  else if (strcmp (key, "id") == 0) /* the article is still called by its path */
    bl_metadata_set (&metadata->key, words);
  else
    note_unknown_key (reader, key, key_offset);
}

/* Where the title's text stands, if it is there in one piece. */
static void
set_title (Reader *reader, BlSpan value)
{
  char quote = '\0';
  BlSpan text = unquote (reader->bytes, value, &quote);
  if (bl_span_is_empty (reader->result->title) && !bl_span_is_empty (text))
    {
      reader->result->title = text;
      reader->result->title_quoted = quote == '"';
    }
}

/* Reads one line and the list below it. */
static void
read_line (Reader *reader)
{
  const char *bytes = reader->bytes;
  gsize next = line_end (bytes, reader->at, reader->end);
  BlSpan line = bl_span (reader->at, next);
  BlSpan trimmed = trim (bytes, line.start, line.end);
  reader->at = next;
  if (bl_span_is_empty (trimmed) || bytes[trimmed.start] == '#')
    return;
  /* What is indented belongs to a key above that is not read. */
  if (trimmed.start != line.start)
    return;

  const char *colon = memchr (bytes + trimmed.start, ':', bl_span_length (trimmed));
  if (colon == NULL)
    {
      bl_load_complain (reader->loader, reader->input, bytes, trimmed.start,
                        "front matter has lines like “title: …”; this one is skipped");
      return;
    }
  BlSpan name = trim (bytes, trimmed.start, (gsize) (colon - bytes));
  g_autofree char *key = g_ascii_strdown (bytes + name.start, (gssize) bl_span_length (name));
  BlSpan value = trim (bytes, (gsize) (colon - bytes) + 1, trimmed.end);
  g_autofree char *words = NULL;
  if (bl_span_is_empty (value))
    words = read_block_list (reader);
  else if (bytes[value.start] == '[' && bytes[value.end - 1] == ']')
    words = read_flow_list (bytes, value);
  else
    words = words_of (bytes, value);
  if (strcmp (key, "title") == 0)
    set_title (reader, value);
  set_value (reader, key, name.start, value, words != NULL ? words : "");
}

/* A file may begin with a ruled line: what follows it is front matter only when it begins with a key. */
static gboolean
begins_with_key (const char *bytes, gsize at, gsize end)
{
  while (at < end && (g_ascii_isspace (bytes[at]) || bytes[at] == '#'))
    at = bytes[at] == '#' ? line_end (bytes, at, end) : at + 1;
  gsize p = at;
  while (p < end && (g_ascii_isalnum (bytes[p]) || bytes[p] == '_' || bytes[p] == '-'))
    p++;
  return p > at && p < end && bytes[p] == ':';
}

BlFrontMatter
bl_front_matter_read (const BlLoader *loader, const BlInput *input, const char *bytes, gsize length, BlMetadata *metadata)
{
  BlFrontMatter result = { 0 };
  gsize start = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  gsize first = line_end (bytes, start, length);
  if (!is_fence (bytes, bl_span (start, first), FALSE) || !begins_with_key (bytes, first, length))
    return result;
  gsize stop = first;
  length = MIN (length, FRONT_MATTER_LIMIT);
  while (stop < length && !is_fence (bytes, bl_span (stop, line_end (bytes, stop, length)), TRUE))
    stop = line_end (bytes, stop, length);
  if (stop >= length)
    {
      bl_load_complain (loader, input, bytes, start,
                        "the front matter has no end; close it with a line “---” (the file is read as if it had none)");
      return result;
    }
  Reader reader
      = { .loader = loader, .input = input, .bytes = bytes, .at = first, .end = stop, .metadata = metadata, .result = &result };
  while (reader.at < reader.end)
    read_line (&reader);
  result.end = line_end (bytes, stop, length);
  return result;
}
