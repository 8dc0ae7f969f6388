#include <string.h>

#include "rules/rules.h"

/* The text of a span on one line. */
static void
append_slice (GString *out, const BlDocument *document, BlSpan span)
{
  g_autofree char *slice = bl_document_slice (document, span);
  gboolean blank = FALSE;
  for (const char *at = slice; *at != '\0'; at++)
    if (g_ascii_isspace (*at))
      blank = TRUE;
    else
      {
        if (blank && at > slice)
          g_string_append_c (out, ' ');
        g_string_append_c (out, *at);
        blank = FALSE;
      }
}

/* A slot that captured nothing leaves nothing. */
static void
append_place (GString *out, const char *name, gsize length, const BlMatch *match, const BlDocument *document)
{
  if (length == strlen ("match") && strncmp (name, "match", length) == 0)
    {
      append_slice (out, document, match->span);
      return;
    }
  for (guint i = 0; i < match->n_captures; i++)
    {
      const BlCapture *capture = &match->captures[i];
      if (strlen (capture->name) != length || strncmp (capture->name, name, length) != 0)
        continue;
      if (capture->enum_value != NULL)
        g_string_append (out, capture->enum_value);
      else
        append_slice (out, document, capture->span);
      return;
    }
}

char *
bl_rule_fill (const char *template, const BlMatch *match, const BlDocument *document)
{
  if (template == NULL)
    return NULL;
  GString *out = g_string_new (NULL);
  for (;;)
    {
      const char *open = strchr (template, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      if (close == NULL)
        break;
      g_string_append_len (out, template, open - template);
      append_place (out, open + 1, (gsize) (close - open - 1), match, document);
      template = close + 1;
    }
  g_string_append (out, template);
  return g_string_free (out, FALSE);
}
