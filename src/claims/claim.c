#include "claims/claims.h"

#include <string.h>

char *
bl_claim_key_string (const BlClaim *claim)
{
  GString *out = g_string_new (claim->predicate);
  g_string_append_c (out, '(');
  for (guint i = 0; i < claim->n_key; i++)
    g_string_append_printf (out, "%s%s: %s", i > 0 ? ", " : "", claim->key[i].name, claim->key[i].value);
  g_string_append_c (out, ')');
  return g_string_free (out, FALSE);
}

static void
append_member (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, ",\"%s\":", name);
  bl_json_write_string (out, text);
}

static void
append_arguments (GString *out, const char *name, const BlArgument *arguments, guint n)
{
  if (n == 0)
    return;
  g_string_append_printf (out, ",\"%s\":{", name);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      bl_json_write_string (out, arguments[i].name);
      g_string_append_c (out, ':');
      bl_json_write_string (out, arguments[i].value);
    }
  g_string_append_c (out, '}');
}

static void
append_number (GString *out, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  if (value > 1e300 || value < -1e300)
    return;
  g_ascii_formatd (text, sizeof text, "%.6g", value);
  g_string_append_printf (out, ",\"%s\":%s", name, text);
}

static void
append_voice (GString *out, guint voice)
{
  static const char *const names[]
      = { "headline", "quoted", "question", "condition", "wish", "past", "boilerplate", "reported" };
  if (voice == 0)
    return;
  g_string_append (out, ",\"voice\":[");
  gboolean first = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (voice & (1u << i))
      {
        g_string_append_printf (out, "%s\"%s\"", first ? "" : ",", names[i]);
        first = FALSE;
      }
  g_string_append_c (out, ']');
}

static void
append_value (GString *out, const BlValue *value)
{
  append_member (out, "value", value->text);
  if (value->kind == BL_VALUE_QUANTITY)
    {
      append_number (out, "low", value->quantity.low);
      append_number (out, "high", value->quantity.high);
    }
  if (value->kind == BL_VALUE_SET && value->items != NULL)
    {
      g_string_append (out, ",\"items\":[");
      for (guint i = 0; value->items[i] != NULL; i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          bl_json_write_string (out, value->items[i]);
        }
      g_string_append (out, value->partial ? "],\"partial\":true" : "]");
    }
}

static void
append_time (GString *out, const BlClaim *claim)
{
  if (!claim->time.known)
    return;
  g_autofree char *first = bl_date_format (bl_date_from_julian (claim->time.first));
  g_autofree char *last = bl_date_format (bl_date_from_julian (claim->time.last));
  append_member (out, "from", first);
  append_member (out, "to", last);
}

void
bl_claim_write_json (const BlClaim *claim, GString *out)
{
  static const char *const polarities[] = { "-", "?", "+" };
  const BlPlace *at = &claim->at;
  g_string_append (out, "{\"version\":1");
  append_member (out, "predicate", claim->predicate);
  append_member (out, "maker", claim->maker);
  append_arguments (out, "key", claim->key, claim->n_key);
  append_arguments (out, "others", claim->others, claim->n_others);
  append_value (out, &claim->value);
  append_member (out, "polarity", polarities[claim->polarity + 1]);
  append_number (out, "certainty_low", claim->certainty.low);
  append_number (out, "certainty_high", claim->certainty.high);
  append_member (out, "cue", claim->certainty.cue);
  append_member (out, "speaker", claim->speaker);
  append_time (out, claim);
  append_voice (out, claim->voice);
  append_member (out, "article", at->article->id);
  append_member (out, "source", at->article->source != NULL ? at->article->source->id : NULL);
  g_string_append_printf (out, ",\"line\":%u,\"column\":%u,\"offset\":%" G_GSIZE_FORMAT ",\"length\":%" G_GSIZE_FORMAT,
                          at->location.line, at->location.column, at->location.offset, at->location.length);
  append_member (out, "text", at->text);
  g_string_append_c (out, '}');
}
