#include "html/parts.h"

#include "text/document.h"

#include <string.h>

const char *
bl_html_plural (guint n)
{
  return n == 1 ? "" : "s";
}

char *
bl_html_shorten (const char *text, guint n)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;
  guint written = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c))
        {
          space = written > 0;
          continue;
        }
      if (written + 1 >= n)
        {
          g_string_append (out, "…");
          break;
        }
      if (space)
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      written += space ? 2 : 1;
      space = FALSE;
    }
  return g_string_free (out, FALSE);
}

char *
bl_html_headline (const BlArticle *article, guint n)
{
  if (article->title != NULL && article->title[0] != '\0')
    return bl_html_shorten (article->title, n);
  guint n_blocks;
  const BlBlock *blocks = bl_document_blocks (article->document, &n_blocks);
  if (n_blocks == 0)
    return g_strdup (article->id);
  const BlSpan span = blocks[0].span;
  g_autofree char *text = g_strndup (bl_document_text (article->document, NULL) + span.start, bl_span_length (span));
  return bl_html_shorten (text, n);
}

void
bl_html_begin_headed (BlHtmlWriter *writer, const char *element, const char *id, const char *heading)
{
  bl_html_begin (writer, element);
  bl_html_attribute (writer, "id", id);
  bl_html_attributef (writer, "aria-labelledby", "%s-h", id);
  bl_html_begin (writer, "h2");
  bl_html_attributef (writer, "id", "%s-h", id);
  bl_html_text (writer, heading);
  bl_html_end (writer, "h2");
}

void
bl_html_section (BlHtmlWriter *writer, const char *id, const char *heading)
{
  bl_html_begin_headed (writer, "section", id, heading);
}

void
bl_html_table_head (BlHtmlWriter *writer, const char *const *titles)
{
  bl_html_begin (writer, "thead");
  bl_html_begin (writer, "tr");
  for (guint i = 0; titles[i] != NULL; i++)
    {
      bl_html_begin (writer, "th");
      bl_html_attribute (writer, "scope", "col");
      bl_html_text (writer, titles[i]);
      bl_html_end (writer, "th");
    }
  bl_html_end (writer, "tr");
  bl_html_end (writer, "thead");
}

void
bl_html_begin_stack_title (BlHtmlWriter *writer)
{
  bl_html_begin (writer, "th");
  bl_html_attribute (writer, "scope", "col");
  bl_html_attribute (writer, "role", "columnheader");
}

void
bl_html_stack_head (BlHtmlWriter *writer, const char *const *titles)
{
  bl_html_begin (writer, "thead");
  bl_html_attribute (writer, "role", "rowgroup");
  bl_html_begin_stack_row (writer);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      bl_html_begin_stack_title (writer);
      bl_html_text (writer, titles[i]);
      bl_html_end (writer, "th");
    }
  bl_html_end (writer, "tr");
  bl_html_end (writer, "thead");
}

void
bl_html_begin_stack (BlHtmlWriter *writer, const char *css_class, const char *heading, const char *const *titles)
{
  bl_html_begin (writer, "table");
  bl_html_attributef (writer, "class", "stack %s", css_class);
  bl_html_attribute (writer, "role", "table");
  bl_html_attribute (writer, "aria-labelledby", heading);
  bl_html_stack_head (writer, titles);
  bl_html_begin (writer, "tbody");
  bl_html_attribute (writer, "role", "rowgroup");
}

void
bl_html_begin_wide (BlHtmlWriter *writer, const char *label)
{
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "wide");
  bl_html_attribute (writer, "role", "region");
  bl_html_attribute (writer, "aria-label", label);
  bl_html_attribute (writer, "tabindex", "0");
}

void
bl_html_begin_stack_row (BlHtmlWriter *writer)
{
  bl_html_begin (writer, "tr");
  bl_html_attribute (writer, "role", "row");
}

void
bl_html_begin_stack_cell (BlHtmlWriter *writer, const char *title)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "role", "cell");
  bl_html_attribute (writer, "data-label", title);
}

void
bl_html_end_stack (BlHtmlWriter *writer)
{
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
}

/* --- quotations --------------------------------------------------------------------------------------------------- */

/* Back to the first byte of the character at offset: a span that is off must not tear one. */
static gsize
character_start (const char *text, gsize offset)
{
  while (offset > 0 && ((guchar) text[offset] & 0xC0) == 0x80)
    offset--;
  return offset;
}

/* n characters before at, moved on to the start of a word when one is near. */
static const char *
window_start (const char *text, const char *at, guint n)
{
  const char *start = at;
  for (; n > 0 && start > text; n--)
    start = g_utf8_prev_char (start);
  if (start == text)
    return start;
  const char *space = memchr (start, ' ', MIN ((gsize) (at - start), 20));
  return space != NULL ? space + 1 : start;
}

/* n characters behind at, taken back to the end of a word when one is near. */
static const char *
window_end (const char *at, guint n)
{
  const char *end = at;
  for (; n > 0 && *end != '\0'; n--)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return end;
  for (const char *p = end; p > at && end - p < 20; p--)
    if (*p == ' ')
      return p;
  return end;
}

/* Whether a browser can make something of it: "sr-Latn" (BCP 47), not whatever a file calls its language. */
static gboolean
is_language (const char *tag)
{
  const gsize primary = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (primary < 2 || primary > 3)
    return FALSE;
  for (const char *p = tag + primary; *p != '\0';)
    {
      const gsize length = strcspn (p + 1, "-");
      if (*p != '-' || length == 0 || length > 8)
        return FALSE;
      for (gsize i = 1; i <= length; i++)
        if (!g_ascii_isalnum (p[i]))
          return FALSE;
      p += 1 + length;
    }
  return TRUE;
}

void
bl_html_language (BlHtmlWriter *writer, const BlArticle *article)
{
  if (article->language != NULL && strcmp (article->language, "en") != 0 && is_language (article->language))
    bl_html_attribute (writer, "lang", article->language);
  bl_html_attribute (writer, "dir", "auto");
}

static void
begin_quotation (BlHtmlWriter *writer, const BlArticle *article)
{
  bl_html_begin (writer, "blockquote");
  bl_html_language (writer, article);
}

static void
write_mark (BlHtmlWriter *writer, const char *text, gsize length, guint n)
{
  bl_html_begin (writer, "mark");
  const char *end = text;
  for (guint i = 0; i < n && end < text + length; i++)
    end = g_utf8_next_char (end);
  bl_html_text_len (writer, text, (gssize) (MIN (end, text + length) - text));
  if (end < text + length)
    bl_html_text (writer, " […]");
  bl_html_end (writer, "mark");
}

void
bl_html_excerpt (BlHtmlWriter *writer, const BlPlace *place, guint n)
{
  if (place->sentence == NULL || place->sentence[0] == '\0')
    {
      if (place->text == NULL || place->text[0] == '\0')
        return;
      begin_quotation (writer, place->article);
      write_mark (writer, place->text, strlen (place->text), n);
      bl_html_end (writer, "blockquote");
      return;
    }
  const char *sentence = place->sentence;
  const gsize length = strlen (sentence);
  const gsize from = character_start (sentence, MIN (place->in_sentence.start, length));
  const gsize to = MAX (from, character_start (sentence, MIN (place->in_sentence.end, length)));
  const glong inside = g_utf8_strlen (sentence + from, (gssize) (to - from));
  const gboolean fits = g_utf8_strlen (sentence, -1) <= (glong) n;
  const guint around = (guint) MAX ((glong) n - inside, 80) / 2;
  const char *start = fits ? sentence : window_start (sentence, sentence + from, around);
  const char *end = fits ? sentence + length : window_end (sentence + to, around);

  begin_quotation (writer, place->article);
  if (start > sentence)
    bl_html_text (writer, "… ");
  bl_html_text_len (writer, start, (gssize) (sentence + from - start));
  if (to > from)
    write_mark (writer, sentence + from, to - from, n);
  bl_html_text_len (writer, sentence + to, (gssize) (end - (sentence + to)));
  if (*end != '\0')
    bl_html_text (writer, " …");
  bl_html_end (writer, "blockquote");
}

/* --- places ------------------------------------------------------------------------------------------------------- */

void
bl_html_source_and_day (BlHtmlWriter *writer, const BlArticle *article)
{
  bl_html_begin (writer, "bdi");
  bl_html_attribute (writer, "class", "source");
  bl_html_text (writer, article->source != NULL ? article->source->name : "no source");
  bl_html_end (writer, "bdi");
  g_autofree char *day = bl_date_format (article->published);
  bl_html_text (writer, ", ");
  bl_html_prose (writer, day[0] != '\0' ? day : "no date");
}

void
bl_html_place (BlHtmlWriter *writer, const BlPlace *place)
{
  bl_html_source_and_day (writer, place->article);
  bl_html_begin (writer, "br");
  bl_html_end (writer, "br");
  bl_html_element (writer, "bdi", "file", place->article->id);
  bl_html_textf (writer, ", line\u00a0%u", place->location.line);
}

void
bl_html_place_line (BlHtmlWriter *writer, const BlPlace *place)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_place (writer, place);
  bl_html_end (writer, "p");
}

const char *
bl_html_gate_phrase (BlGate gate)
{
  static const char *const phrases[BL_N_GATES] = {
    [BL_GATE_NONE] = "the values themselves",
    [BL_GATE_SUBJECT] = "the two speak of different subjects",
    [BL_GATE_PREDICATE] = "the two say different kinds of things",
    [BL_GATE_UNIT] = "the units cannot be compared",
    [BL_GATE_SLOT] = "a further detail differs, so both may hold",
    [BL_GATE_INTERVAL] = "the values overlap within their rounding",
    [BL_GATE_TIME] = "the two speak of different times",
    [BL_GATE_SPEAKER] = "two speakers are quoted, not the outlets themselves",
    [BL_GATE_MODALITY] = "one side asks, wishes or supposes",
    [BL_GATE_QUOTE] = "one side stands inside a quotation",
    [BL_GATE_ORIGIN] = "both sides are one origin",
    [BL_GATE_SHOWN] = "the same pair was shown already",
  };
  return phrases[gate];
}

void
bl_html_button (BlHtmlWriter *writer, const char *id, const char *label)
{
  bl_html_begin (writer, "button");
  bl_html_attribute (writer, "type", "button");
  bl_html_attribute (writer, "id", id);
  bl_html_text (writer, label);
  bl_html_end (writer, "button");
}

void
bl_html_count_cell (BlHtmlWriter *writer, guint64 n)
{
  bl_html_begin (writer, "td");
  bl_html_attribute (writer, "class", "n");
  bl_html_textf (writer, "%" G_GUINT64_FORMAT, n);
  bl_html_end (writer, "td");
}

void
bl_html_left_out (BlHtmlWriter *writer, guint n, guint shown, const char *what)
{
  if (n <= shown)
    return;
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer, "and %u more %s that are not shown", n - shown, what);
  bl_html_end (writer, "p");
}
