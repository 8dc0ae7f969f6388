#include "rules/scope.h"

#include <string.h>

static gboolean
is_question (const BlShadow *shadow)
{
  gsize end = shadow->length;
  while (end > 0 && strchr ("\"') ]!", shadow->text[end - 1]) != NULL)
    end--;
  return end > 0 && shadow->text[end - 1] == '?';
}

guint
bl_scope_place (const BlDocument *document, const BlShadow *shadow)
{
  guint n = 0;
  const BlSentence *sentence = &bl_document_sentences (document, &n)[shadow->sentence];
  const BlBlockKind kind = bl_document_blocks (document, &n)[sentence->block].kind;
  guint place = is_question (shadow) ? BL_WHERE_QUESTION : 0;
  if (kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_SUBHEADING)
    place |= BL_WHERE_HEADLINE;
  if (kind == BL_BLOCK_BOILERPLATE || kind == BL_BLOCK_CAPTION)
    place |= BL_WHERE_BOILERPLATE;
  return place;
}

guint
bl_scope_bars (guint scope)
{
  guint bars = (scope & BL_SCOPE_BOILERPLATE_TOO) != 0 ? 0 : BL_WHERE_BOILERPLATE;
  if (scope & BL_SCOPE_NOT_QUESTION)
    bars |= BL_WHERE_QUESTION;
  if (scope & BL_SCOPE_NOT_HEADLINE)
    bars |= BL_WHERE_HEADLINE;
  return bars;
}

/* --- conditions -------------------------------------------------------------------------------------------------- */
static gboolean
is_one_of (const char *word, gsize length, const char *const *list)
{
  for (; *list != NULL; list++)
    if (strlen (*list) == length && g_ascii_strncasecmp (word, *list, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
ends_clause (const char *at)
{
  return strchr (",;:", *at) != NULL || (*at == '-' && at[1] == ' ');
}

/* A sentence that begins with a condition is one as a whole; else a clause is one from "if" on, and a clause with "would" before the
 * end of the match. Clauses end at , ; : and spaced dashes. */
static gboolean
is_condition (const char *text, gsize start, gsize end)
{
  static const char *const openers[] = { "if", "unless", "whether", "provided", "supposing", "assuming", NULL };
  static const char *const hypotheses[] = { "would", NULL };
  static const char *const links[] = { "and", "but", "even", "only", "that", "as", NULL };
  gboolean condition = FALSE;
  gboolean sentence_start = TRUE;
  for (const char *at = text; at < text + end;)
    {
      gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
      if (length == 0)
        {
          if (*at != '\0' && ends_clause (at))
            condition = FALSE;
          at++;
          continue;
        }
      if (is_one_of (at, length, openers) && at < text + start)
        {
          if (sentence_start)
            return TRUE;
          condition = TRUE;
        }
      condition = condition || is_one_of (at, length, hypotheses);
      sentence_start = sentence_start && is_one_of (at, length, links);
      at += length;
    }
  return condition;
}

gboolean
bl_scope_excludes (const BlRuleEntry *rule, const BlDocument *document, const BlShadow *shadow, gsize start, gsize end)
{
  guint scope = rule->public.scope;
  if (bl_scope_bars (scope) & bl_scope_place (document, shadow) & ~(guint) BL_WHERE_BOILERPLATE)
    return TRUE;
  if ((scope & BL_SCOPE_NOT_QUOTE)
      && bl_document_quote_at (document, bl_shadow_origin (shadow, bl_span (start, end)).start) != NULL)
    return TRUE;
  return (scope & BL_SCOPE_NOT_CONDITION) && is_condition (shadow->text, start, end);
}
