#include "mentions/windows.h"

#include <string.h>

enum
{
  MAX_FOUND = 4
};

static void
put (BlWindow *window, const BlScan *scan, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  guint i = window->n++;
  window->tokens[i] = at;
  window->words[i] = window->bare[i] = token->folded;
  window->ends[i] = (token->shape & BL_TOKEN_POSSESSIVE) != 0;
  if (window->ends[i] && strlen (token->folded) + 2 < BL_WINDOW_BYTES)
    {
      g_snprintf (window->joined[i], BL_WINDOW_BYTES, "%ss", token->folded);
      window->words[i] = window->joined[i];
    }
}

static void
put_the (BlWindow *window, guint at)
{
  guint i = window->n++;
  window->tokens[i] = at;
  window->words[i] = window->bare[i] = "the";
  window->ends[i] = FALSE;
}

static gboolean
goes_on (const BlScan *scan, guint first, guint at, guint end)
{
  if (at >= end)
    return FALSE;
  const BlToken *token = bl_scan_token (scan, at);
  return (token->shape & BL_TOKEN_SYMBOL) == 0 && (at == first || bl_token_joins (token));
}

void
bl_window_fill (BlWindow *window, const BlScan *scan, guint first, guint end)
{
  window->n = 0;
  for (guint at = first; window->n < BL_WINDOW_WORDS && goes_on (scan, first, at, end); at++)
    put (window, scan, at);
}

guint32
bl_window_fill_reduced (BlWindow *window, const BlScan *scan, guint first, guint end, gboolean inner_too, gboolean *skipped)
{
  guint32 state = BL_NO_MENTION;
  window->n = 0;
  *skipped = FALSE;
  for (guint at = first; window->n + 1 < BL_WINDOW_WORDS && goes_on (scan, first, at, end); at++)
    {
      const BlDraft *draft = at == first ? NULL : bl_scan_at (scan, at, BL_MENTION_COUNTRY);
      const BlPhrase *inner = at == first || !inner_too ? NULL : bl_tokens_phrase (&scan->tokens, at, end, BL_LEX_INNER);
      if (draft != NULL && draft->first == at && state == BL_NO_MENTION && draft->mention.country.surface != BL_SURFACE_METONYM)
        {
          state = bl_scan_token (scan, at)->mention;
          at = draft->end - 1;
          *skipped = TRUE;
          if ((bl_scan_token (scan, at)->shape & BL_TOKEN_POSSESSIVE) != 0)
            put_the (window, at); /* "head of Ukraine's presidential office" is "head of the presidential office" */
        }
      else if (inner != NULL)
        {
          at += inner->n - 1u;
          *skipped = TRUE;
        }
      else
        put (window, scan, at);
    }
  return state;
}

guint
bl_window_match (const BlWindow *window, const BlKnowledge *kb, guint room, BlSurface *found, guint *n_found)
{
  room = MIN (room, window->n);
  guint whole = bl_knowledge_match_surface (kb, window->words, room, found, MAX_FOUND, n_found);
  for (guint i = 0; i < room; i++)
    if (window->ends[i])
      {
        if (whole > i + 1)
          break; /* "head of the president's office" */
        const char *words[BL_WINDOW_WORDS];
        memcpy (words, window->words, sizeof words);
        words[i] = window->bare[i];
        BlSurface own[MAX_FOUND];
        guint n_own;
        guint n = bl_knowledge_match_surface (kb, words, i + 1, own, MAX_FOUND, &n_own);
        if (n >= whole)
          {
            memcpy (found, own, n_own * sizeof *own);
            *n_found = n_own;
            whole = n;
          }
        break;
      }
  return whole;
}
