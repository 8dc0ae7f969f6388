#include "mentions/nouns.h"

#include <string.h>

enum
{
  MAX_STEPS = 6
};

gboolean
bl_noun_is_plural (const BlToken *token)
{
  if (bl_token_is (token, BL_LEX_PLURAL))
    return TRUE;
  gsize length = strlen (token->folded);
  if (length < 4 || token->folded[length - 1] != 's' || (token->shape & BL_TOKEN_POSSESSIVE) != 0)
    return FALSE;
  char before = token->folded[length - 2];
  return before != 's' && before != 'u' && !(before == 'i' && length > 4 && token->folded[length - 3] == 's');
}

static gboolean
is_determiner (const BlToken *token)
{
  static const char *const words[] = { "the", "its", "their", "his", "her", "our", "those", "these", "all", NULL };
  return bl_token_among (token, words);
}

/* A word that may stand inside the noun phrase: neither a number nor a function word, nor part of a person or a date. */
static gboolean
goes_on (const BlScan *scan, guint at, guint end)
{
  if (at >= end)
    return FALSE;
  const BlToken *token = bl_scan_token (scan, at);
  if ((token->shape & BL_TOKEN_NUMBER) != 0)
    return token->gap == BL_GAP_HYPHEN; /* "F-16 jets" */
  if (!bl_token_joins (token) || (token->shape & BL_TOKEN_SYMBOL) != 0 || bl_token_is (token, BL_LEX_NOT_NOUN))
    return FALSE;
  if (token->mention == BL_NO_MENTION)
    return TRUE;
  BlMentionType type = bl_scan_draft (scan, token->mention)->mention.type;
  return type == BL_MENTION_COUNTRY || type == BL_MENTION_ORG || type == BL_MENTION_PLACE;
}

static gboolean
is_head (const BlToken *token)
{
  return token->mention == BL_NO_MENTION && (token->shape & (BL_TOKEN_NUMBER | BL_TOKEN_INITIAL)) == 0;
}

/* By its ending, or a common word before nouns. */
static gboolean
is_adjective (const BlToken *token)
{
  static const char *const endings[]
      = { "ian", "ish", "ese", "al", "ive", "ous", "ful", "ic", "ed", "ing", "able", "ible", "ary", "less", NULL };
  static const char *const words[]
      = { "new",    "young", "old",    "senior", "top",     "more",  "big", "small", "large", "major",
          "single", "other", "former", "high",   "further", "extra", "key", "late",  NULL };
  if (bl_token_is (token, BL_LEX_EPITHET) || bl_token_is (token, BL_LEX_MODIFIER) || bl_token_among (token, words))
    return TRUE;
  for (guint i = 0; endings[i] != NULL && strlen (token->folded) > 4; i++)
    if (g_str_has_suffix (token->folded, endings[i]))
      return TRUE;
  return FALSE;
}

/* "arms dealers", "sports cars": nouns that stand before others in the plural. */
static guint
last_plural (const BlScan *scan, guint at, guint end)
{
  static const char *const before[]
      = { "arms",    "sports", "sales",    "drugs",      "weapons",        "news",    "savings", "goods", "rights",
          "affairs", "games",  "services", "operations", "communications", "customs", "police",  NULL };
  if (bl_token_among (bl_scan_token (scan, at), before) && goes_on (scan, at + 1, end)
      && bl_noun_is_plural (bl_scan_token (scan, at + 1)) && is_head (bl_scan_token (scan, at + 1)))
    at++;
  return at;
}

static gboolean
is_past_verb (const BlToken *token)
{
  gsize length = strlen (token->folded);
  return bl_token_is (token, BL_LEX_SPEECH)
         || (length > 4 && token->folded[length - 2] == 'e' && token->folded[length - 1] == 'd');
}

guint
bl_noun_counted (const BlScan *scan, guint at, guint end, gboolean many)
{
  if (at + 1 < end && bl_token_follows (bl_scan_token (scan, at)) && bl_token_equals (bl_scan_token (scan, at), "of"))
    {
      at++;
      while (at < end && is_determiner (bl_scan_token (scan, at)))
        at++;
    }
  guint last = G_MAXUINT;
  for (guint steps = 0; steps < MAX_STEPS && goes_on (scan, at, end); at++, steps++)
    {
      const BlToken *token = bl_scan_token (scan, at);
      if (many && is_head (token) && bl_noun_is_plural (token))
        return last_plural (scan, at, end);
      if (is_head (token) && !many && !is_adjective (token))
        return at;
      if (is_head (token))
        last = at;
    }
  return many ? G_MAXUINT : last;
}

guint
bl_noun_of (const BlScan *scan, guint at, guint end)
{
  if (at + 1 >= end || !bl_token_follows (bl_scan_token (scan, at)))
    return G_MAXUINT;
  if (bl_token_equals (bl_scan_token (scan, at), "worth"))
    at++;
  if (at + 1 >= end || (!bl_token_equals (bl_scan_token (scan, at), "of") && !bl_token_equals (bl_scan_token (scan, at), "in")))
    return G_MAXUINT;
  at++;
  while (at < end && is_determiner (bl_scan_token (scan, at)))
    at++;
  guint last = G_MAXUINT;
  for (guint steps = 0; steps < 4 && goes_on (scan, at, end); at++, steps++)
    {
      const BlToken *token = bl_scan_token (scan, at);
      if (steps > 0 && is_past_verb (token))
        break;
      if (is_head (token))
        last = at;
      if (is_head (token) && bl_noun_is_plural (token))
        return last_plural (scan, at, end);
    }
  return last;
}

const char *
bl_noun_stem (BlScan *scan, guint at)
{
  if (scan->stemmer == NULL)
    scan->stemmer = bl_stemmer_new ();
  const char *word = bl_scan_token (scan, at)->folded;
  return bl_arena_intern (scan->arena, bl_stemmer_stem (scan->stemmer, word, strlen (word)));
}
