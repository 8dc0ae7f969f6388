#include "rules/matches.h"

#include <string.h>

/* Quotation marks and blanks at the ends of what was captured are no part of it. */
static BlSpan
trim (const char *text, gsize start, gsize end)
{
  while (start < end && (text[start] == '"' || text[start] == ' '))
    start++;
  while (end > start && (text[end - 1] == '"' || text[end - 1] == ' '))
    end--;
  return bl_span (start, end);
}

static BlCapture *
capture_of (BlMatch *match, const char *slot)
{
  for (guint i = 0; i < match->n_captures; i++)
    if (strcmp (match->captures[i].name, slot) == 0)
      return &match->captures[i];
  if (match->n_captures == BL_MAX_CAPTURES)
    return NULL;
  BlCapture *capture = &match->captures[match->n_captures++];
  memset (capture, 0, sizeof *capture);
  capture->name = slot;
  return capture;
}

static void
add_mentions (BlCapture *capture, const BlShadow *shadow, BlSpan part)
{
  const char *end = shadow->text + part.end;
  for (const char *at = shadow->text + part.start; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = (guchar) *at < 0xF0 ? 0 : g_utf8_get_char (at); /* mentions are beyond the third plane */
      guint mention = c >= BL_SHADOW_BASE ? bl_shadow_mention (shadow, c) : G_MAXUINT;
      if (mention != G_MAXUINT && capture->n_mentions < G_N_ELEMENTS (capture->mentions))
        capture->mentions[capture->n_mentions++] = mention;
    }
}

/* TRUE when part is mentions and what joins them, and not words of a "thing". */
static gboolean
is_mentions (const char *text, BlSpan part)
{
  if (part.start == part.end)
    return FALSE;
  gunichar first = g_utf8_get_char (text + part.start);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + part.end));
  return first >= BL_SHADOW_BASE && last >= BL_SHADOW_BASE;
}

gboolean
bl_match_fill (BlMatch *match, const BlRuleEntry *rule, guint phrase, const BlMatcher *matcher, const BlShadow *shadow)
{
  guint n = 0;
  const gsize *vector = bl_matcher_vector (matcher, &n);
  const BlPhrase *it = rule->phrases[phrase];
  const BlPattern *pattern = bl_phrase_pattern (it);
  if (vector[1] <= vector[0])
    return FALSE;
  match->rule = &rule->public;
  match->phrase = phrase;
  match->negate = (it->negate != 0) != (rule->public.negate != 0);
  match->open = it->open;
  match->sentence = shadow->sentence;
  match->span = bl_shadow_origin (shadow, bl_span (vector[0], vector[1]));
  match->n_captures = 0;

  for (guint i = 0; i < pattern->groups->len && i + 1 < n; i++)
    {
      const BlGroup *group = &g_array_index (pattern->groups, BlGroup, i);
      gsize start = vector[2 * (i + 1)];
      gsize end = vector[2 * (i + 1) + 1];
      if (group->slot == NULL || start == PCRE2_UNSET || end <= start)
        continue;
      BlCapture *capture = capture_of (match, group->slot);
      if (capture == NULL)
        continue;
      if (group->canonical != NULL)
        {
          if (capture->enum_value == NULL)
            capture->enum_value = group->canonical;
          continue;
        }
      BlSpan part = trim (shadow->text, start, end);
      if (part.end == part.start)
        continue;
      capture->span = bl_shadow_origin (shadow, part);
      if (!group->words && is_mentions (shadow->text, part))
        add_mentions (capture, shadow, part);
    }
  return TRUE;
}

/* --- overlaps ---------------------------------------------------------------------------------------------------- */
static gint
compare_worth (gconstpointer a, gconstpointer b)
{
  const BlMatch *first = a;
  const BlMatch *second = b;
  gsize first_length = bl_span_length (first->span);
  gsize second_length = bl_span_length (second->span);
  if (first_length != second_length)
    return first_length > second_length ? -1 : 1;
  if (first->n_captures != second->n_captures)
    return first->n_captures > second->n_captures ? -1 : 1;
  if (first->phrase != second->phrase)
    return first->phrase < second->phrase ? -1 : 1;
  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const BlMatch *first = a;
  const BlMatch *second = b;
  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

void
bl_matches_settle (GArray *matches)
{
  if (matches->len < 2)
    return;
  g_array_sort (matches, compare_worth);
  guint kept = 0;
  for (guint i = 0; i < matches->len; i++)
    {
      BlMatch match = g_array_index (matches, BlMatch, i);
      gboolean overlaps = FALSE;
      for (guint k = 0; k < kept && !overlaps; k++)
        overlaps = bl_span_overlaps (g_array_index (matches, BlMatch, k).span, match.span);
      if (!overlaps)
        g_array_index (matches, BlMatch, kept++) = match;
    }
  g_array_set_size (matches, kept);
  g_array_sort (matches, compare_starts);
}
