/* Between two elements stands one space, beside which quotation marks are passed over: news quotes single words. Elements that may be
 * left out take the space with them:
 *
 *   "[not] send ... troops"  →  \b(?:not )?send(?: W){0,3}? troops\b
 *
 * where the element after which all others bring the space before them is the first that must be there. A word W of a gap is anything
 * up to a space; clause ends are not in it, unless a letter, a digit or a hyphen follows ("3,000", "U.N.-led"). It is possessive: half a word never
 * helps. All repetition is bounded. */
#include "rules/expand.h"

#include <string.h>

#include "mentions/shadow.h"

#define WORD_OF_GAP "(?:[^ ,;:.!?]++|[,;:.!?](?=[\\w-]))++"

/* What stands before an element. */
typedef enum
{
  BEFORE_NOTHING, /* it begins the pattern */
  BEFORE_SPACE,
  BEFORE_TOUCHES, /* something without a space */
} Before;

static void expand (BlExpansion *expansion, const BlNode *node, Before before);

void
bl_expansion_init (BlExpansion *expansion, gboolean cased)
{
  *expansion = (BlExpansion){ .cased = cased, .capture = TRUE };
  expansion->source = g_string_new (NULL);
  expansion->groups = g_array_new (FALSE, TRUE, sizeof (BlGroup));
}

void
bl_expansion_clear (BlExpansion *expansion)
{
  g_string_free (expansion->source, TRUE);
  g_array_unref (expansion->groups);
}

static void
put (BlExpansion *expansion, const char *text)
{
  if (expansion->source->len + strlen (text) > BL_LIMIT_PATTERN_BYTES)
    expansion->overflow = TRUE;
  else
    g_string_append (expansion->source, text);
}

/* Text in which blanks are meant. */
static void
put_blanks (BlExpansion *expansion, const char *text)
{
  if (!expansion->named)
    {
      put (expansion, text);
      return;
    }
  for (; *text != '\0'; text++)
    put (expansion, *text == ' ' ? "\\ " : (char[]){ *text, '\0' });
}

static void
put_space (BlExpansion *expansion)
{
  put_blanks (expansion, "\"? \"?");
}

static void
put_literal (BlExpansion *expansion, const char *text)
{
  if (expansion->source->len + 2 * strlen (text) > BL_LIMIT_PATTERN_BYTES)
    {
      expansion->overflow = TRUE;
      return;
    }
  for (; *text != '\0'; text++)
    {
      if (g_ascii_ispunct (*text) && *text != '_')
        g_string_append_c (expansion->source, '\\');
      g_string_append_c (expansion->source, *text);
    }
}

static void
open_group (BlExpansion *expansion, const char *slot, const char *canonical)
{
  if (!expansion->capture || slot == NULL)
    {
      put (expansion, "(?:");
      return;
    }
  BlGroup group = { .slot = slot, .canonical = canonical };
  g_array_append_val (expansion->groups, group);
  if (!expansion->named)
    {
      put (expansion, "(");
      return;
    }
  g_autofree char *name = g_strdup_printf ("(?<_%u>", expansion->groups->len);
  put (expansion, name);
}

/* --- slots ------------------------------------------------------------------------------------------------------- */
static void
put_class (BlExpansion *expansion, guint types)
{
  put (expansion, "[");
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    if (types & (1u << type))
      {
        guint first = (guint) bl_shadow_code ((BlMentionType) type, 0);
        guint last = (guint) bl_shadow_code ((BlMentionType) type, BL_LIMIT_MENTIONS_PER_SENTENCE - 1);
        g_autofree char *range = g_strdup_printf ("\\x{%X}-\\x{%X}", first, last);
        put (expansion, range);
      }
  put (expansion, "]");
}

/* One or more mentions of these types. A list ends in "and" or "or": "According to Reuters, Poland will …" is none. */
static void
put_mentions (BlExpansion *expansion, guint types)
{
  put_class (expansion, types);
  if ((types & BL_LISTED_TYPES) == 0)
    return;
  put_blanks (expansion, "(?:(?:, (?:the )?");
  put_class (expansion, types & BL_LISTED_TYPES);
  put_blanks (expansion, ")*,? (?:and|or|nor|as well as) (?:the )?");
  put_class (expansion, types & BL_LISTED_TYPES);
  put (expansion, ")?");
}

static void
put_fragment (BlExpansion *expansion, const BlFragment *fragment, const char *slot, Before before)
{
  if (fragment->n_items == 0)
    put (expansion, "(?!)");
  for (guint i = 0; i < fragment->n_items; i++)
    {
      const BlFragmentItem *item = &fragment->items[i];
      if (i > 0)
        put (expansion, "|");
      if (item->root == NULL)
        continue;
      gboolean grouped = item->canonical != NULL && slot != NULL && expansion->capture;
      if (grouped)
        open_group (expansion, slot, item->canonical);
      expand (expansion, item->root, before);
      if (grouped)
        put (expansion, ")");
      if (expansion->overflow)
        return;
    }
}

/* The group that was opened last holds words, whatever they mention. */
static void
mark_words (BlExpansion *expansion)
{
  if (expansion->capture)
    g_array_index (expansion->groups, BlGroup, expansion->groups->len - 1).words = TRUE;
}

/* Words in quotation marks that open behind a blank or bracket; a comma before the closing mark is not captured. What closes in another
 * sentence ends with this one. */
static void
put_quote (BlExpansion *expansion, const char *slot)
{
  put (expansion, "(?<=[\\ (\\[-]|^)(?:\"(?!\\ )");
  open_group (expansion, slot, NULL);
  mark_words (expansion);
  put (expansion, "[^\"]*[^\",\\ ]),?(?:\"|$)|'(?=\\w)");
  open_group (expansion, slot, NULL);
  mark_words (expansion);
  put (expansion, "(?:[^'\"]|'(?=\\w))*[^'\",\\ ]),?'(?!\\w))");
}

static void
put_slot (BlExpansion *expansion, const BlSlot *slot, Before before)
{
  if (slot->quote)
    {
      put_quote (expansion, slot->name);
      return;
    }
  if (slot->types != 0 && before == BEFORE_SPACE)
    put_blanks (expansion, expansion->cased ? "(?:[Tt]he )?" : "(?:the )?");
  open_group (expansion, slot->name, NULL);
  if (slot->thing)
    {
      put (expansion, WORD_OF_GAP);
      put_blanks (expansion, "(?: (?!- )" WORD_OF_GAP "){0,4}?"); /* BL_THING_WORDS */
    }
  for (guint i = 0; i < slot->n_fragments; i++)
    {
      if (i > 0)
        put (expansion, "|");
      put_fragment (expansion, slot->fragments[i], slot->name, before);
    }
  if (slot->types != 0)
    {
      if (slot->n_fragments > 0)
        put (expansion, "|");
      put_mentions (expansion, slot->types);
    }
  put (expansion, ")");
}

/* --- trees ------------------------------------------------------------------------------------------------------- */
static void
put_gap (BlExpansion *expansion, const BlNode *node, gboolean leads)
{
  g_autofree char *count = g_strdup_printf ("){0,%u}?", node->words);
  put_blanks (expansion, leads ? "(?:(?!- )" WORD_OF_GAP " " : "(?: (?!- )" WORD_OF_GAP);
  put (expansion, count);
}

/* Elements before the pivot bring the space behind them. */
static void
put_leading (BlExpansion *expansion, const BlNode *node, const BlNode *next, Before before)
{
  if (node->kind == BL_NODE_GAP)
    {
      put_gap (expansion, node, TRUE);
      return;
    }
  put (expansion, "(?:");
  expand (expansion, node->children[0], before);
  if (next->spaced)
    put_space (expansion);
  put (expansion, ")?");
}

static void put_following (BlExpansion *expansion, const BlNode *node);

/* A space and the node. Of alternatives some of which begin with a comma, the others bring the space. */
static void
put_spaced (BlExpansion *expansion, const BlNode *node)
{
  gboolean mixed = FALSE;
  if (bl_node_touches (node, &mixed))
    expand (expansion, node, BEFORE_TOUCHES);
  else if (mixed && node->kind == BL_NODE_ALTERNATIVES)
    {
      for (guint i = 0; i < node->n_children && !expansion->overflow; i++)
        {
          put (expansion, i == 0 ? "(?:" : "|");
          put_spaced (expansion, node->children[i]);
        }
      put (expansion, ")");
    }
  else if (mixed && node->kind == BL_NODE_SEQUENCE && bl_node_pivot (node) == 0)
    {
      put_spaced (expansion, node->children[0]);
      for (guint i = 1; i < node->n_children && !expansion->overflow; i++)
        put_following (expansion, node->children[i]);
    }
  else
    {
      put_space (expansion);
      expand (expansion, node, BEFORE_SPACE);
    }
}

static void
put_following (BlExpansion *expansion, const BlNode *node)
{
  if (node->kind == BL_NODE_GAP)
    {
      put_gap (expansion, node, FALSE);
      return;
    }
  if (node->kind == BL_NODE_OPTIONAL)
    put (expansion, "(?:");
  const BlNode *inner = node->kind == BL_NODE_OPTIONAL ? node->children[0] : node;
  if (node->spaced)
    put_spaced (expansion, inner);
  else
    expand (expansion, inner, BEFORE_TOUCHES);
  if (node->kind == BL_NODE_OPTIONAL)
    put (expansion, ")?");
}

static void
put_sequence (BlExpansion *expansion, const BlNode *node, Before before)
{
  guint pivot = bl_node_pivot (node);
  for (guint i = 0; i < pivot; i++)
    {
      put_leading (expansion, node->children[i], node->children[i + 1], before);
      before = node->children[i + 1]->spaced ? BEFORE_SPACE : BEFORE_TOUCHES;
    }
  expand (expansion, node->children[pivot], before);
  for (guint i = pivot + 1; i < node->n_children && !expansion->overflow; i++)
    put_following (expansion, node->children[i]);
}

static void
expand (BlExpansion *expansion, const BlNode *node, Before before)
{
  if (expansion->overflow)
    return;
  switch (node->kind)
    {
    case BL_NODE_WORD:
      put_literal (expansion, node->text);
      break;
    case BL_NODE_FORMS:
      for (guint i = 0; node->forms[i] != NULL; i++)
        {
          put (expansion, i == 0 ? "(?:" : "|");
          put_literal (expansion, node->forms[i]);
        }
      put (expansion, ")");
      break;
    case BL_NODE_SLOT:
      put_slot (expansion, node->slot, before);
      break;
    case BL_NODE_ALTERNATIVES:
      for (guint i = 0; i < node->n_children; i++)
        {
          put (expansion, i == 0 ? "(?:" : "|");
          expand (expansion, node->children[i], before);
        }
      put (expansion, ")");
      break;
    case BL_NODE_SEQUENCE:
      put_sequence (expansion, node, before);
      break;
    default:
      g_return_if_reached ();
    }
}

/* --- public ------------------------------------------------------------------------------------------------------ */
/* Whole words: at an edge that is a letter or digit no other may follow; where the edge may be a sign too, it is decided in place. */
static void
put_boundary (BlExpansion *expansion, guint edge)
{
  if (edge == BL_EDGE_WORD)
    put (expansion, "\\b");
  else if (edge != BL_EDGE_OTHER)
    put (expansion, "(?!(?<=\\w)\\w)");
}

void
bl_expand_phrase (BlExpansion *expansion, const BlPhraseTree *tree, const BlFacts *facts)
{
  const BlNode *last = tree->root->children[tree->root->n_children - 1];
  if (tree->at_start)
    put_blanks (expansion, "^[\"'(\\[ ]*+\\K");
  else
    put_boundary (expansion, facts->first);
  put_sequence (expansion, tree->root, tree->at_start ? BEFORE_SPACE : BEFORE_NOTHING);
  if (last->kind == BL_NODE_SLOT && last->slot->thing && !tree->at_end && g_str_has_suffix (expansion->source->str, "{0,4}?)"))
    g_string_overwrite (expansion->source, expansion->source->len - 2, "+)"); /* nothing after it makes it longer */
  put_boundary (expansion, facts->last);
  if (tree->at_end)
    put_blanks (expansion, "(?=[.!?\"')\\] ]*+$)");
}

void
bl_expand_slot (BlExpansion *expansion, const BlSlot *slot)
{
  put_slot (expansion, slot, BEFORE_TOUCHES);
}

void
bl_expand_fragment (BlExpansion *expansion, const BlFragment *fragment)
{
  put (expansion, "(?:");
  put_fragment (expansion, fragment, NULL, BEFORE_TOUCHES);
  put (expansion, ")");
}
