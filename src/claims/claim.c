#include "claims/claims.h"

const BlCertainty bl_certainty_plain = { .low = 0.95, .high = 1, .word = "sure" };

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

/* {"name": …}: name is a literal, so that nothing is formatted. */
#define append_member(out, name, text)                                                                                         \
  do                                                                                                                           \
    if ((text) != NULL)                                                                                                        \
      {                                                                                                                        \
        bl_json_write_literal (out, ",\"" name "\":");                                                                         \
        bl_json_write_string (out, text);                                                                                      \
      }                                                                                                                        \
  while (0)

#define append_unsigned(out, name, value) (bl_json_write_literal (out, ",\"" name "\":"), bl_json_write_unsigned (out, value))

static void
append_arguments (GString *out, const BlArgument *arguments, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      bl_json_write_raw (out, i > 0 ? "," : "{", 1);
      bl_json_write_string (out, arguments[i].name);
      bl_json_write_literal (out, ":");
      bl_json_write_string (out, arguments[i].value);
    }
  bl_json_write_literal (out, "}");
}

/* An open end of an interval has no number. */
static gboolean
is_number (double value)
{
  return value <= 1e300 && value >= -1e300;
}

#define append_number(out, name, value)                                                                                        \
  do                                                                                                                           \
    if (is_number (value))                                                                                                     \
      {                                                                                                                        \
        bl_json_write_literal (out, ",\"" name "\":");                                                                         \
        bl_json_write_number (out, value);                                                                                     \
      }                                                                                                                        \
  while (0)

static void
append_voice (GString *out, guint voice)
{
  static const char *const names[]
      = { "headline", "quoted", "question", "condition", "wish", "past", "boilerplate", "reported" };
  if (voice == 0)
    return;
  bl_json_write_literal (out, ",\"voice\":[");
  gboolean first = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (voice & (1u << i))
      {
        if (!first)
          bl_json_write_literal (out, ",");
        bl_json_write_string (out, names[i]);
        first = FALSE;
      }
  bl_json_write_literal (out, "]");
}

static void
append_items (GString *out, const BlValue *value)
{
  bl_json_write_literal (out, ",\"items\":[");
  for (guint i = 0; value->items[i] != NULL; i++)
    {
      if (i > 0)
        bl_json_write_literal (out, ",");
      bl_json_write_string (out, value->items[i]);
    }
  bl_json_write_literal (out, "]");
  if (value->partial)
    bl_json_write_literal (out, ",\"partial\":true");
}

static void
append_value (GString *out, const BlValue *value)
{
  append_member (out, "value", value->text);
  if (value->kind == BL_VALUE_QUANTITY)
    {
      append_number (out, "low", value->quantity->low);
      append_number (out, "high", value->quantity->high);
    }
  if (value->kind == BL_VALUE_SET && value->items != NULL)
    append_items (out, value);
}

/* "event":{"tense":"future","to":"2025-06-29","text":"by the end of next week"}; an open end is left out. */
static void
append_event (GString *out, const BlEventTime *event)
{
  if (event == NULL || event->tense == BL_TENSE_NONE)
    return;
  g_string_append_printf (out, ",\"event\":{\"tense\":\"%s\"", bl_tense_name (event->tense));
  g_autofree char *first = event->days.first != G_MININT32 ? bl_date_format (bl_date_from_julian (event->days.first)) : NULL;
  g_autofree char *last = event->days.last != G_MAXINT32 ? bl_date_format (bl_date_from_julian (event->days.last)) : NULL;
  append_member (out, "from", event->days.known ? first : NULL);
  append_member (out, "to", event->days.known ? last : NULL);
  append_member (out, "text", event->text);
  g_string_append_c (out, '}');
}

static void
append_time (GString *out, const BlClaim *claim)
{
  if (!claim->time.known)
    return;
  char text[BL_DATE_BYTES];
  bl_date_write (bl_date_from_julian (claim->time.first), text);
  append_member (out, "from", text);
  if (claim->time.last != claim->time.first)
    bl_date_write (bl_date_from_julian (claim->time.last), text);
  append_member (out, "to", text);
}

void
bl_claim_write_json (const BlClaim *claim, GString *out)
{
  static const char *const polarities[] = { "-", "?", "+" };
  const BlPlace *at = &claim->at;
  bl_json_write_literal (out, "{\"version\":1");
  append_member (out, "predicate", claim->predicate);
  append_member (out, "maker", claim->maker);
  if (claim->n_key > 0)
    {
      bl_json_write_literal (out, ",\"key\":");
      append_arguments (out, claim->key, claim->n_key);
    }
  if (claim->n_others > 0)
    {
      bl_json_write_literal (out, ",\"others\":");
      append_arguments (out, claim->others, claim->n_others);
    }
  append_value (out, &claim->value);
  append_member (out, "polarity", polarities[claim->polarity + 1]);
  append_number (out, "certainty_low", claim->certainty->low);
  append_number (out, "certainty_high", claim->certainty->high);
  append_member (out, "cue", claim->certainty->cue);
  append_member (out, "speaker", claim->speaker);
  append_member (out, "reporter", claim->reporter);
  append_time (out, claim);
  append_event (out, claim->event);
  append_voice (out, claim->voice);
  append_member (out, "article", at->article->id);
  if (at->article->source != NULL)
    append_member (out, "source", at->article->source->id);
  append_unsigned (out, "line", at->location.line);
  append_unsigned (out, "column", at->location.column);
  append_unsigned (out, "offset", at->location.offset);
  append_unsigned (out, "length", at->location.length);
  append_member (out, "text", at->text);
  bl_json_write_literal (out, "}");
}

const BlArgument *
bl_claim_argument (const BlClaim *claim, const char *name)
{
  for (guint i = 0; i < claim->n_key; i++)
    if (strcmp (claim->key[i].name, name) == 0)
      return &claim->key[i];
  return NULL;
}
