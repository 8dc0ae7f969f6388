/* JSON Lines: one article a line, with the field names of trafilatura, news-please, ninjs and plain ones.
 *
 * The original of each document is its line; bl_document_set_origin tells it where in the file that line stands. */
#include <math.h>
#include <string.h>

#include "corpus/json_text.h"
#include "corpus/loader.h"

/* The names of one thing, best first. */
static const char *const id_names[] = { "id", "uri", "guid", NULL };
static const char *const title_names[] = { "title", "headline", NULL };
static const char *const text_names[] = { "text", "maintext", "body_text", "raw_text", "body", "content", NULL };
static const char *const date_names[]
    = { "date",          "published",      "published_at", "publishedAt",    "date_publish", "date_published",
        "datePublished", "published_date", "publish_date", "versioncreated", "firstcreated", NULL };
static const char *const author_names[] = { "author", "authors", "byline", NULL };
static const char *const url_names[] = { "url", "link", NULL };
static const char *const source_names[] = { "source",   "source_id", "source_domain", "hostname", "source-hostname",
                                            "sitename", "provider",  "publisher",     "outlet",   NULL };
static const char *const language_names[] = { "language", "lang", NULL };
static const char *const origin_names[] = { "origin", "creditline", "credit", "isBasedOn", "is_based_on", "rss_source", NULL };

typedef struct
{
  const BlLoader *loader;
  const BlInput *input;
  const BlLine *line;
  BlJsonRecord json;
} Record;

static void
complain (const Record *record, gsize offset, BlProblemLevel level, const char *what)
{
  guint line = 0;
  guint column = 0;
  bl_load_position (record->line->bytes, offset, &line, &column);
  bl_problems_add (record->loader->problems, level, record->input->shown, record->line->number, column, "%s", what);
}

/* Sets the field from the first of the names that says something. Returns where that stands, or NULL. */
static const BlJsonMember *
set_field (const Record *record, const char *const *names, char **field)
{
  for (; *names != NULL && *field == NULL; names++)
    {
      const BlJsonMember *member = bl_json_record_find (&record->json, *names);
      g_autofree char *words = member != NULL ? bl_json_record_words (&record->json, member, NULL) : NULL;
      bl_metadata_set (field, words);
      if (*field != NULL)
        return member;
    }
  return NULL;
}

static gboolean
is_url (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

/* trafilatura writes the address into "source"; that names the page, and another field names the source. */
static void
set_source (const Record *record, BlMetadata *metadata)
{
  for (const char *const *name = source_names; *name != NULL && metadata->source == NULL; name++)
    {
      const char *const one[] = { *name, NULL };
      g_autofree char *said = NULL;
      const BlJsonMember *member = set_field (record, one, &said);
      if (said == NULL)
        continue;
      if (is_url (said))
        {
          bl_metadata_set (&metadata->url, said);
          continue;
        }
      guint line = 0;
      bl_load_position (record->line->bytes, member->raw.start, &line, &metadata->source_column);
      metadata->source_line = record->line->number;
      metadata->source = g_steal_pointer (&said);
    }
  if (metadata->source == NULL)
    metadata->source = bl_metadata_host (metadata->url);
}

/* Seconds, or milliseconds, since 1970. Smaller numbers are not taken for a time: "2022" is a year. */
static gboolean
read_epoch (double number, BlDate *date)
{
  if (number > 1e11)
    number /= 1000;
  if (!(number >= 1e8 && number < 1e11))
    return FALSE;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64) number);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  return iso != NULL && bl_date_parse (iso, date);
}

static void
set_date (const Record *record, BlMetadata *metadata)
{
  for (const char *const *name = date_names; *name != NULL; name++)
    {
      const BlJsonMember *member = bl_json_record_find (&record->json, *name);
      double number = NAN;
      g_autofree char *words = member != NULL ? bl_json_record_words (&record->json, member, &number) : NULL;
      if (words == NULL)
        continue;
      if (read_epoch (number, &metadata->published))
        return;
      if (bl_metadata_read_date (words, &metadata->published))
        return;
      g_autofree char *what = g_strdup_printf ("“%s” is not a date; write it as 2022-03-30, 2022-03 or 2022", words);
      complain (record, member->raw.start, BL_PROBLEM_NOTE, what);
    }
}

/* A byline begins with a word that is no name. */
static void
set_author (const Record *record, BlMetadata *metadata)
{
  g_autofree char *said = NULL;
  set_field (record, author_names, &said);
  gboolean by = said != NULL && g_ascii_strncasecmp (said, "by ", 3) == 0;
  bl_metadata_set (&metadata->author, by ? said + 3 : said);
}

static void
set_metadata (const Record *record, BlMetadata *metadata)
{
  set_field (record, id_names, &metadata->id);
  set_field (record, title_names, &metadata->title);
  set_author (record, metadata);
  set_field (record, url_names, &metadata->url);
  set_field (record, language_names, &metadata->language);
  set_field (record, origin_names, &metadata->origin);
  set_source (record, metadata);
  set_date (record, metadata);
  bl_metadata_set (&metadata->id, metadata->url);
  bl_metadata_set (&metadata->key, metadata->id);
  if (metadata->id == NULL)
    metadata->id = g_strdup_printf ("L%u", record->line->number);
}

/* The first of the names that is a string with something in it. */
static const BlJsonMember *
find_text (const Record *record, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const BlJsonMember *member = bl_json_record_find (&record->json, *names);
      if (member != NULL && bl_json_record_is_text (&record->json, member))
        return member;
    }
  return NULL;
}

/* The string with the text. NULL after a complaint when there is none. */
static const BlJsonMember *
find_body (const Record *record)
{
  const BlJsonMember *body = find_text (record, text_names);
  if (body == NULL)
    complain (record, 0, BL_PROBLEM_PARTIAL,
              bl_json_record_find (&record->json, "body_html") != NULL
                  ? "the article is only there as “body_html”, which is not read; give “body_text” or a file of HTML"
                  : "no text; the field is called “text”, “maintext”, “body_text” or “raw_text”");
  return body;
}

/* Puts title and body together, each led back to its own string. Takes the line's bytes and the repairs. */
static BlDocument *
build_document (const Record *record, const BlJsonMember *body, BlLine *line, BlSourceMap *repairs)
{
  g_autoptr (BlTextBuilder) builder = bl_text_builder_new ();
  const BlJsonMember *title = find_text (record, title_names);
  if (title != NULL)
    {
      bl_text_builder_begin (builder, BL_BLOCK_HEADLINE);
      bl_json_add_string (builder, line->bytes, title->raw);
    }
  bl_text_builder_begin_free (builder);
  bl_json_add_string (builder, line->bytes, body->raw);
  BlDocument *document
      = bl_text_builder_finish (builder, record->loader->lexicon, g_steal_pointer (&line->bytes), line->length);
  bl_document_set_origin (document, line->offset, line->number);
  bl_document_set_repairs (document, repairs);
  return document;
}

/* FALSE after a complaint about what is wrong with the line. */
static gboolean
parse (Record *record)
{
  const gboolean read = bl_json_record_read (&record->json, record->line->bytes, record->line->length);
  if (record->json.n_lost > 0)
    complain (record, record->json.first_lost, BL_PROBLEM_PARTIAL, "this escape is no character; read as U+FFFD");
  if (!read)
    complain (record, record->json.wrong_at, BL_PROBLEM_PARTIAL, record->json.wrong);
  return read;
}

BlRecord *
bl_load_jsonl_line (const BlLoader *loader, const BlInput *input, BlLine *line)
{
  const BlSpan place = bl_span (line->offset, line->offset + line->length);
  guint8 content[BL_CONTENT_BYTES] = { 0 };
  if (loader->with_content)
    bl_content_hash (line->bytes, line->length, content);
  g_autoptr (BlSourceMap) repairs = bl_load_repair (loader, input, &line->bytes, &line->length, line->number);
  Record source = { .loader = loader, .input = input, .line = line };
  BlRecord *record = NULL;
  const BlJsonMember *body = parse (&source) ? find_body (&source) : NULL;
  if (body != NULL)
    {
      record = bl_record_new (input);
      record->line = line->number;
      record->place = place;
      memcpy (record->content, content, sizeof content);
      set_metadata (&source, &record->metadata);
      if (!loader->heads_only)
        record->document = build_document (&source, body, line, g_steal_pointer (&repairs));
    }
  bl_json_record_clear (&source.json);
  return record;
}
