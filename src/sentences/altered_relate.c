/* What two tokens that hold one place are to each other. */
#include "sentences/altered.h"

#include "knowledge/names.h"
#include "mentions/likeness.h"

#include <string.h>

/* Two words of kinds.json and a space. */
#define PHRASE_SIZE 130

/* One text names the other: "New York" and "New York City", "university" and "the University of Leeds". */
static gboolean
shares_a_name (const BlToken *a, const BlToken *b)
{
  g_auto (GStrv) words = g_strsplit_set (strchr (a->text, '/') + 1, " -", -1);
  g_auto (GStrv) others = g_strsplit_set (strchr (b->text, '/') + 1, " -", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 2 && g_strv_contains ((const char *const *) others, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_town (const BlMention *mention)
{
  return (mention->type == BL_MENTION_PLACE && !mention->country.area)
         || (mention->type == BL_MENTION_COUNTRY && mention->country.surface == BL_SURFACE_CAPITAL);
}

/* Two names of people or things that are nothing alike. */
static BlKindRelation
relate_names (const BlKnowledge *kb, const char *a, const char *b)
{
  return bl_name_probability (kb, a, b, NULL) < BL_LIKENESS_MAY_BE_ONE ? BL_KINDS_EXCLUDE : BL_KINDS_UNRELATED;
}

static BlKindRelation
relate_entities (const BlKnowledge *kb, const BlToken *a, const BlToken *b, const char **kind)
{
  static const char *const names[BL_N_MENTION_TYPES] = { [BL_MENTION_PERSON] = "person",
                                                         [BL_MENTION_COUNTRY] = "country",
                                                         [BL_MENTION_ORG] = "organisation",
                                                         [BL_MENTION_PLACE] = "place" };
  const BlMention *x = a->mention, *y = b->mention;
  *kind = names[x->type];
  if ((x->type != y->type && !(is_town (x) && is_town (y))) || x->ambiguous || y->ambiguous || shares_a_name (a, b))
    return BL_KINDS_UNRELATED;
  if (x->type == BL_MENTION_PERSON || x->how == BL_HOW_UNKNOWN || y->how == BL_HOW_UNKNOWN)
    return relate_names (kb, strchr (a->text, '/') + 1, strchr (b->text, '/') + 1);
  if (is_town (x) && is_town (y))
    {
      *kind = names[BL_MENTION_PLACE];
      return BL_KINDS_EXCLUDE;
    }
  /* An area may have the other place in it, and an organisation be part of another: the base does not know all of that. */
  return x->type == BL_MENTION_COUNTRY ? BL_KINDS_EXCLUDE : BL_KINDS_UNRELATED;
}

/* The word and the next one: "upper house", "west of". "" at the end and before what is mentioned. */
static void
phrase_of (const BlSentenceTokens *tokens, const BlToken *token, char phrase[PHRASE_SIZE])
{
  const BlToken *next = token + 1;
  const gboolean last = token == &g_array_index (tokens->tokens, BlToken, tokens->tokens->len - 1);
  if (last || next->kind > BL_TOKEN_WORD || g_snprintf (phrase, PHRASE_SIZE, "%s %s", token->text, next->text) >= PHRASE_SIZE)
    phrase[0] = '\0';
}

/* Two words, each alone or with the next one. */
static BlKindRelation
relate_words (const BlAlteredPair *check, const BlToken *a, const BlToken *b, const char **kind)
{
  char phrase_a[PHRASE_SIZE], phrase_b[PHRASE_SIZE];
  phrase_of (check->a, a, phrase_a);
  phrase_of (check->b, b, phrase_b);
  const BlWordKinds *kinds = check->state->input->kinds;
  /* Most words are of no kind. */
  if ((!bl_word_kinds_has (kinds, a->text) && !bl_word_kinds_has (kinds, phrase_a))
      || (!bl_word_kinds_has (kinds, b->text) && !bl_word_kinds_has (kinds, phrase_b)))
    return BL_KINDS_UNRELATED;
  const char *const forms_a[] = { a->text, phrase_a }, *const forms_b[] = { b->text, phrase_b };
  BlKindRelation most = BL_KINDS_UNRELATED;
  for (guint i = 0; i < G_N_ELEMENTS (forms_a); i++)
    for (guint k = 0; k < G_N_ELEMENTS (forms_b); k++)
      {
        const char *name;
        const BlKindRelation relation = bl_word_kinds_relate (kinds, forms_a[i], forms_b[k], &name);
        if (relation <= most)
          continue;
        most = relation;
        *kind = name;
      }
  return most;
}

/* "the Blues": a capital where the kind's words are written small. */
static gboolean
is_name (const BlAlteredPair *check, const BlToken *token)
{
  return token->capital && !bl_word_kinds_are_capital (check->state->input->kinds, token->text);
}

/* Somebody or something that the base does not know, by name. */
static const char *
unknown_name (const BlAlteredPair *check, const BlToken *token)
{
  if (token->kind == BL_TOKEN_ENTITY)
    return token->mention->how == BL_HOW_UNKNOWN ? strchr (token->text, '/') + 1 : NULL;
  return token->kind == BL_TOKEN_WORD && is_name (check, token) ? token->text : NULL;
}

/* Two names in one place, of which nobody knows what they name: enough only where one text sums up the other. */
static BlKindRelation
relate_unknown (const BlAlteredPair *check, const BlToken *a, const BlToken *b, const char **kind)
{
  const char *name_a = unknown_name (check, a), *name_b = unknown_name (check, b);
  *kind = "name";
  return name_a != NULL && name_b != NULL ? relate_names (check->state->input->kb, name_a, name_b) : BL_KINDS_UNRELATED;
}

/* A capital stands for its state, or is only where somebody stood. */
static gboolean
is_capital (const BlToken *token)
{
  return token->mention->type == BL_MENTION_COUNTRY && token->mention->country.surface == BL_SURFACE_CAPITAL;
}

gboolean
bl_altered_relate (const BlAlteredPair *check, const BlToken *a, const BlToken *b, BlAltered *altered)
{
  *altered = (BlAltered){ .a = a, .b = b };
  if (a->kind == BL_TOKEN_ENTITY && b->kind == BL_TOKEN_ENTITY)
    {
      altered->relation = relate_entities (check->state->input->kb, a, b, &altered->kind);
      altered->weak = is_capital (a) != is_capital (b) && !(is_town (a->mention) && is_town (b->mention));
    }
  else if (a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD && !is_name (check, a) && !is_name (check, b))
    altered->relation = relate_words (check, a, b, &altered->kind);
  else if (check->full != NULL)
    {
      altered->relation = relate_unknown (check, a, b, &altered->kind);
      altered->weak = TRUE;
    }
  return altered->relation == BL_KINDS_EXCLUDE || altered->relation == BL_KINDS_MIXED;
}
