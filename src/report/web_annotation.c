/* W3C Web Annotation Data Model (2017) as JSON-LD: a page of annotations, each with both sides as targets. A side is selected by its
 * words (TextQuoteSelector) and by its bytes in the file (DataPositionSelector). */
#include "report/json_writer.h"
#include "report/shown.h"

/* Characters of the sentence before and behind the words, so that they are found in a text that is set otherwise. */
#define CONTEXT 32

static void
write_context (BlJsonWriter *writer, const BlPlace *place)
{
  if (place->sentence == NULL)
    return;
  const char *start = place->sentence + place->in_sentence.start;
  const char *before = start;
  for (guint i = 0; i < CONTEXT && before > place->sentence; i++)
    before = g_utf8_prev_char (before);
  const char *end = place->sentence + place->in_sentence.end;
  const char *behind = end;
  for (guint i = 0; i < CONTEXT && *behind != '\0'; i++)
    behind = g_utf8_next_char (behind);
  g_autofree char *prefix = g_strndup (before, (gsize) (start - before));
  g_autofree char *suffix = g_strndup (end, (gsize) (behind - end));
  bl_json_writer_string (writer, "prefix", prefix);
  bl_json_writer_string (writer, "suffix", suffix);
}

static void
write_target (BlJsonWriter *writer, const BlPlace *place)
{
  const BlArticle *article = place->article;
  g_autofree char *uri = g_uri_escape_string (article->path, "/", FALSE);
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "source", article->url != NULL ? article->url : uri);
  bl_json_writer_begin (writer, "selector", '[');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "type", "TextQuoteSelector");
  bl_json_writer_string (writer, "exact", place->text);
  write_context (writer, place);
  bl_json_writer_end (writer, '}');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "type", "DataPositionSelector");
  bl_json_writer_uint (writer, "start", place->location.offset);
  bl_json_writer_uint (writer, "end", place->location.offset + place->location.length);
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, ']');
  bl_json_writer_end (writer, '}');
}

static void
write_annotation (BlJsonWriter *writer, const BlFinding *finding)
{
  g_autofree char *id = g_strdup_printf ("urn:belie:%s", finding->fingerprint);
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "id", id);
  bl_json_writer_string (writer, "type", "Annotation");
  bl_json_writer_string (writer, "motivation", "questioning");
  bl_json_writer_begin (writer, "body", '[');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "type", "TextualBody");
  bl_json_writer_string (writer, "value", finding->message);
  bl_json_writer_string (writer, "format", "text/plain");
  bl_json_writer_string (writer, "language", "en");
  bl_json_writer_end (writer, '}');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "type", "TextualBody");
  bl_json_writer_string (writer, "purpose", "tagging");
  bl_json_writer_string (writer, "value", finding->id);
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, ']');
  bl_json_writer_begin (writer, "target", '[');
  write_target (writer, finding->at);
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlPlace *place = g_array_index (finding->evidence, BlFindingEvidence, i).place;
      if (place != NULL)
        write_target (writer, place);
    }
  bl_json_writer_end (writer, ']');
  bl_json_writer_end (writer, '}');
}

void
bl_report_web_annotation (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) shown = bl_run_shown (run);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_string (&writer, "@context", "http://www.w3.org/ns/anno.jsonld");
  bl_json_writer_string (&writer, "id", "urn:belie:page");
  bl_json_writer_string (&writer, "type", "AnnotationPage");
  bl_json_writer_begin (&writer, "items", '[');
  for (guint i = 0; i < shown->len; i++)
    write_annotation (&writer, shown->pdata[i]);
  bl_json_writer_end (&writer, ']');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}
