/* The wording an editor may copy and send to a writer: what the text says, what the other side says, one question. */
#include "report/html_parts.h"

#include <string.h>

/* A query that quotes more than this is no longer read. */
#define QUOTED 100

static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *quoted = bl_html_shorten (text, QUOTED);
  g_string_append_printf (out, "“%s”", quoted);
}

static void
append_other (GString *out, const BlFinding *finding, const BlFindingEvidence *other)
{
  if (other->place == NULL)
    {
      g_string_append (out, " The reference has ");
      append_quoted (out, other->text);
      if (other->note != NULL)
        g_string_append_printf (out, " (%s)", other->note);
      g_string_append_c (out, '.');
      return;
    }
  const BlArticle *article = other->place->article;
  if (article == finding->at->article)
    g_string_append_printf (out, " Line %u has ", other->place->location.line);
  else
    {
      g_autofree char *day = bl_date_format (article->published);
      g_string_append_printf (out, " %s%s%s has ", article->source != NULL ? article->source->name : article->id,
                              day[0] != '\0' ? " of " : "", day);
    }
  append_quoted (out, other->place->text);
  g_string_append_c (out, '.');
}

char *
bl_html_query (const BlFinding *finding)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%s, line %u", finding->at->article->id, finding->at->location.line);
  if (finding->at->text != NULL && finding->at->text[0] != '\0')
    {
      g_string_append (out, " has ");
      append_quoted (out, finding->at->text);
    }
  g_string_append_c (out, '.');
  if (finding->evidence->len > 0)
    append_other (out, finding, &g_array_index (finding->evidence, BlFindingEvidence, 0));
  if (finding->replace != NULL)
    {
      g_string_append (out, " Is ");
      append_quoted (out, finding->replace);
      g_string_append (out, " meant?");
    }
  else
    g_string_append (out, " Which is meant, and on what source?");
  return g_string_free (out, FALSE);
}
