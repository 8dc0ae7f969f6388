/* States, organisations, treaties and places: whatever the base or places.json calls by a fixed name. */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/scan.h"
#include "mentions/windows.h"

/* "The Times", "The Atlantic": one word that needs its article, and beside a place of that name a capital one. */
static gboolean
article_fits (const BlScan *scan, guint first, gboolean place)
{
  if (first == 0)
    return FALSE;
  const BlToken *before = bl_scan_token (scan, first - 1);
  if (!bl_token_follows (bl_scan_token (scan, first)) || !bl_token_equals (before, "the"))
    return FALSE;
  return !place || ((before->shape & BL_TOKEN_UPPER) != 0 && (before->gap & (BL_GAP_EDGE | BL_GAP_QUOTE)) == 0);
}

/* The case of the text must be that of the base where it tells: "US" is no "us", "Nature" no "nature". */
static gboolean
case_fits (const BlScan *scan, guint first, guint end, const char *written)
{
  if (g_ascii_strncasecmp (written, "the ", 4) == 0)
    written += 4;
  const BlToken *token = bl_scan_token (scan, first);
  if ((token->shape & BL_TOKEN_UPPER) == 0)
    return FALSE;

  gboolean lower = FALSE;
  for (const char *p = written; *p != '\0'; p++)
    lower |= g_ascii_islower (*p) || (guchar) *p >= 0x80;
  if (!lower)
    return (token->shape & (BL_TOKEN_ALL_UPPER | BL_TOKEN_INITIAL)) != 0;

  const char *last = strrchr (written, ' ');
  if (end - first > 1 && last != NULL && g_ascii_isupper (last[1]))
    return (bl_scan_token (scan, end - 1)->shape & BL_TOKEN_UPPER) != 0;
  return TRUE;
}

/* Keeps the readings that are no roles and whose case fits; returns their number. */
static guint
keep_entities (const BlScan *scan, guint first, guint end, BlSurface *found, guint n)
{
  guint kept = 0;
  const BlToken *token = bl_scan_token (scan, first);
  gboolean single = end - first == 1 && (token->shape & BL_TOKEN_ALL_UPPER) == 0;
  for (guint i = 0; i < n; i++)
    {
      if (found[i].kind == BL_SURFACE_ROLE || found[i].kind == BL_SURFACE_OFFICE
          || !case_fits (scan, first, end, found[i].written))
        continue;
      if (found[i].kind == BL_SURFACE_ORGANISATION && single)
        {
          if (token->gap == BL_GAP_HYPHEN)
            continue; /* "Euro-Atlantic" */
          if (g_str_has_prefix (found[i].written, "The ") && !article_fits (scan, first, bl_token_is (token, BL_LEX_PLACE)))
            continue;
        }
      found[kept++] = found[i];
    }
  return kept;
}

static guint
match_entity (const BlScan *scan, guint first, guint end, BlSurface *found, guint *n_found)
{
  BlWindow window;
  bl_window_fill (&window, scan, first, end);
  for (guint room = window.n; room > 0;)
    {
      guint n = bl_window_match (&window, scan->kb, room, found, n_found);
      if (n == 0)
        return 0;
      *n_found = keep_entities (scan, first, first + n, found, *n_found);
      if (*n_found > 0)
        return n;
      room = n - 1; /* the longest was a title: "American president" */
    }
  return 0;
}

static gboolean
is_given_name (const BlScan *scan, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  return (token->shape & BL_TOKEN_UPPER) != 0 && (token->shape & (BL_TOKEN_ALL_UPPER | BL_TOKEN_POSSESSIVE)) == 0
         && token->mention == BL_NO_MENTION && !bl_token_is (token, BL_LEX_FUNCTION) && !bl_token_is (token, BL_LEX_COMMON)
         && !bl_word_begins (token->word, BL_LEX_ROLE) && bl_name_is_known_token (scan->kb, token->folded);
}

/* "Michael Jordan", "Chad Wolfe": a single word that is part of a person's name. */
static gboolean
is_part_of_name (const BlScan *scan, guint sentence, guint at, gboolean ambiguous)
{
  if (at > bl_scan_first (scan, sentence) && bl_token_follows (bl_scan_token (scan, at)) && is_given_name (scan, at - 1)
      && !bl_word_begins (bl_scan_token (scan, at - 1)->word, BL_LEX_SURFACE))
    return TRUE;
  if (!ambiguous || at + 1 >= bl_scan_end (scan, sentence) || scan->title_case[sentence])
    return FALSE;
  const BlToken *next = bl_scan_token (scan, at + 1);
  return bl_token_follows (next) && is_given_name (scan, at) && (next->shape & BL_TOKEN_UPPER) != 0
         && (next->shape & BL_TOKEN_ALL_UPPER) == 0 && next->word == NULL;
}

static void
set_reading (BlMention *mention, const BlSurface *surface)
{
  mention->ambiguous = surface->ambiguous;
  switch (surface->kind)
    {
    case BL_SURFACE_ORGANISATION:
      mention->type = BL_MENTION_ORG;
      mention->organisation = surface->entity;
      break;
    case BL_SURFACE_TREATY:
      mention->type = BL_MENTION_TREATY;
      mention->treaty = surface->entity;
      break;
    default:
      mention->type = BL_MENTION_COUNTRY;
      mention->country = (BlCountryMention){ .country = surface->entity, .surface = surface->kind };
      break;
    }
}

static const char *
entity_id (const BlSurface *surface)
{
  switch (surface->kind)
    {
    case BL_SURFACE_ORGANISATION:
      return ((const BlOrganisation *) surface->entity)->id;
    case BL_SURFACE_TREATY:
      return ((const BlTreaty *) surface->entity)->id;
    default:
      return ((const BlCountry *) surface->entity)->id;
    }
}

static void
add_entity (BlScan *scan, guint sentence, guint first, guint n, const BlSurface *found, guint n_found)
{
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_COUNTRY, sentence, first, first + n);
  BlSurface *kept = bl_arena_alloc (scan->arena, n_found * sizeof *kept);
  memcpy (kept, found, n_found * sizeof *kept);
  draft->readings = kept;
  draft->n_readings = n_found;
  set_reading (&draft->mention, &kept[0]);
}

static void
add_place (BlScan *scan, guint sentence, guint first, const BlPhrase *phrase)
{
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_PLACE, sentence, first, first + phrase->n);
  draft->mention.id = bl_scan_id (scan, "place", phrase->code);
  draft->mention.country
      = (BlCountryMention){ .country = phrase->country, .surface = BL_SURFACE_COUNTRY, .area = phrase->value > 0 };
}

/* One word that is also an ordinary one, where any word has a capital. */
static gboolean
is_plain_word (const BlScan *scan, guint sentence, guint at)
{
  const BlToken *token = bl_scan_token (scan, at);
  if (!bl_token_is (token, BL_LEX_COMMON) && !bl_token_is (token, BL_LEX_FUNCTION))
    return FALSE;
  if ((token->shape & (BL_TOKEN_ALL_UPPER | BL_TOKEN_INITIAL)) != 0)
    return scan->title_case[sentence] == 2;
  return scan->title_case[sentence] != 0 || (token->gap & ~(guint) BL_GAP_SPACE & ~(guint) BL_GAP_HYPHEN) != 0;
}

static guint
find_at (BlScan *scan, guint sentence, guint at, guint end)
{
  const BlToken *token = bl_scan_token (scan, at);
  BlSurface found[4];
  guint n_found = 0;
  guint n = 0;
  if (bl_word_begins (token->word, BL_LEX_SURFACE))
    n = match_entity (scan, at, end, found, &n_found);
  const BlPhrase *place = bl_tokens_phrase (&scan->tokens, at, end, BL_LEX_PLACE);
  if (place != NULL && (place->n < n || (place->n == n && !found[0].ambiguous)))
    place = NULL;
  if (place != NULL && place->n == 1 && token->gap == BL_GAP_HYPHEN)
    place = NULL;
  if (place != NULL && !case_fits (scan, at, at + place->n, place->name))
    place = NULL;
  if (place != NULL)
    n = place->n;
  if (n == 0 || (n == 1 && is_plain_word (scan, sentence, at)))
    return 1;

  gboolean person_like = place != NULL || found[0].kind == BL_SURFACE_COUNTRY || found[0].kind == BL_SURFACE_CAPITAL;
  gboolean ambiguous = place != NULL || found[0].ambiguous;
  if (n == 1 && person_like && is_part_of_name (scan, sentence, at, ambiguous))
    return 1;

  if (place != NULL)
    add_place (scan, sentence, at, place);
  else
    add_entity (scan, sentence, at, n, found, n_found);
  return n;
}

/* An ambiguous surface means what the article also names without doubt; else it stays ambiguous. */
static void
settle_ambiguous (BlScan *scan)
{
  g_autoptr (GHashTable) sure = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      const BlDraft *draft = bl_scan_draft (scan, i);
      if (draft->n_readings == 1 && !draft->mention.ambiguous)
        g_hash_table_add (sure, (gpointer) draft->readings[0].entity);
    }
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (draft->n_readings == 0)
        continue;
      const BlSurface *only = NULL;
      guint n = 0;
      for (guint j = 0; j < draft->n_readings && draft->mention.ambiguous; j++)
        if (g_hash_table_contains (sure, draft->readings[j].entity))
          {
            only = &draft->readings[j];
            n++;
          }
      if (n == 1)
        {
          set_reading (&draft->mention, only);
          draft->mention.ambiguous = FALSE;
        }
      const BlSurface *chosen = only != NULL && n == 1 ? only : &draft->readings[0];
      const char *kind = draft->mention.type == BL_MENTION_ORG      ? "org"
                         : draft->mention.type == BL_MENTION_TREATY ? "treaty"
                                                                    : "country";
      draft->mention.id = bl_scan_id (scan, kind, entity_id (chosen));
    }
}

void
bl_find_surfaces (BlScan *scan)
{
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      guint end = bl_scan_end (scan, sentence);
      for (guint at = bl_scan_first (scan, sentence); at < end;)
        {
          const BlToken *token = bl_scan_token (scan, at);
          if ((token->shape & BL_TOKEN_UPPER) == 0 || token->mention != BL_NO_MENTION
              || (!bl_word_begins (token->word, BL_LEX_SURFACE) && !bl_word_begins (token->word, BL_LEX_PLACE)))
            at++;
          else
            at += find_at (scan, sentence, at, end);
        }
    }
  settle_ambiguous (scan);
  bl_scan_list_entities (scan);
}
