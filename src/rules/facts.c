/* Needs of a tree, from the leaves up.
 *
 *   word "cease-fire"    {cease}, {-}, {fire}
 *   slot                 {its types}
 *   sequence             the needs of all elements that must be there
 *   alternatives         one need: the rarest of each alternative, joined; none when an alternative has none
 *   optional, gap        none
 *
 * Only whole words count, since sentences are looked up word by word: "[un]armed" has no need, as "armed" may be a part of a word. */
#include "rules/facts.h"

#include <string.h>

#include "rules/expand.h"

/* Upper bounds for what expand.c writes. */
enum
{
  SIZE_SPACE = 6,
  SIZE_TYPE = 20,
  SIZE_JOINED = 110,
  SIZE_GAP = 70,
};

/* Most texts are one word of small letters. */
static gboolean
is_plain_word (const char *text)
{
  while (*text >= 'a' && *text <= 'z')
    text++;
  return *text == '\0';
}

/* A word of a text: somewhere in it. */
static void
add_word_need (BlFacts *facts, const char *word, BlArena *arena)
{
  const char **one = bl_arena_alloc (arena, sizeof *one);
  one[0] = word;
  double cost = bl_word_frequency (word);
  const gint spaces = facts->width.most;
  const BlNeed need = { .words = one,
                        .n_words = 1,
                        .word_cost = cost,
                        .cost = cost,
                        .before = bl_distance (0, spaces),
                        .after = bl_distance (0, spaces) };
  BlDistance from[BL_MAX_NEEDS];
  for (guint i = 0; i < facts->n_needs; i++)
    from[i] = bl_distance (-spaces, spaces);
  bl_facts_add_placed (facts, &need, from);
}

/* --- leaves ------------------------------------------------------------------------------------------------------ */
static guint
edge_of (gunichar c)
{
  return bl_literal_is_word (c) ? BL_EDGE_WORD : BL_EDGE_OTHER;
}

void
bl_facts_of_text (const char *text, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  gsize length = strlen (text);
  *facts = (BlFacts){ .size = 2 * length,
                      .first = edge_of (g_utf8_get_char (text)),
                      .last = edge_of (g_utf8_get_char (g_utf8_prev_char (text + length))) };
  if (is_plain_word (text))
    {
      if (!open_start && !open_end)
        add_word_need (facts, text, arena);
      return;
    }
  guint spaces = 0;
  for (const char *at = text; *at != '\0'; at++)
    spaces += *at == ' ';
  facts->width = bl_distance (0, (gint) MIN (spaces, BL_FAR));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  bl_literal_words (text, open_start, open_end, arena, words);
  for (guint i = 0; i < words->len; i++)
    add_word_need (facts, g_ptr_array_index (words, i), arena);
}

static void
facts_of_forms (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  BlEither either;
  bl_either_begin (&either, facts);
  for (guint i = 0; node->forms[i] != NULL; i++)
    {
      BlFacts one;
      bl_facts_of_text (node->forms[i], open_start, open_end, arena, &one);
      bl_either_add (&either, &one);
    }
  bl_either_end (&either, arena);
}

static void
facts_of_types (guint types, BlFacts *facts)
{
  BlNeed need = { .types = types, .list = (types & BL_LISTED_TYPES) != 0 };
  bl_need_add_costs (&need);
  *facts = (BlFacts){ .size = SIZE_JOINED, .first = BL_EDGE_OTHER, .last = BL_EDGE_OTHER };
  facts->width = bl_distance (0, need.list ? BL_FAR : 0);
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    facts->size += types & (1u << type) ? 2 * SIZE_TYPE : 0;
  bl_facts_add_need (facts, &need);
}

static void
facts_of_slot (const BlSlot *slot, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  if (slot->thing || slot->quote)
    {
      *facts = (BlFacts){ .size = 2 * SIZE_GAP, .first = BL_EDGE_WORD | BL_EDGE_OTHER, .last = BL_EDGE_WORD | BL_EDGE_OTHER };
      facts->width = bl_distance (0, slot->thing ? BL_THING_WORDS - 1 : BL_FAR);
      return;
    }
  BlEither either;
  bl_either_begin (&either, facts);
  for (guint i = 0; i < slot->n_fragments; i++)
    {
      BlFacts one = slot->fragments[i]->facts;
      if (open_start || open_end)
        one.n_needs = 0;
      bl_either_add (&either, &one);
    }
  if (slot->types != 0)
    {
      BlFacts one;
      facts_of_types (slot->types, &one);
      bl_either_add (&either, &one);
    }
  bl_either_end (&either, arena);
  if (slot->types == 0)
    return;
  /* "the" may stand before it */
  facts->width = bl_distance_add (facts->width, bl_distance (0, 1));
  for (guint i = 0; i < facts->n_needs; i++)
    facts->needs[i].before = bl_distance_add (facts->needs[i].before, bl_distance (0, 1));
}

/* --- trees ------------------------------------------------------------------------------------------------------- */
static void facts_of (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts);

/* TRUE when a word that touches the end (or start) of node is whole all the same: a mention is a sign of its own. */
static gboolean
is_edge (const BlNode *node, gboolean end)
{
  if (node->kind == BL_NODE_SLOT)
    return node->slot->types != 0 && node->slot->n_fragments == 0;
  if (node->kind != BL_NODE_WORD)
    return FALSE;
  const char *at = end ? g_utf8_prev_char (node->text + strlen (node->text)) : node->text;
  return !bl_literal_is_word (g_utf8_get_char (at));
}

/* What stands between the end of one element and the beginning of the next, which must be there. What is put before the first
 * of those that must be there brings its space itself. */
static BlDistance
space_before (const BlNode *node, gboolean leads)
{
  gboolean mixed = FALSE;
  if (!node->spaced)
    return bl_distance (0, 0);
  return bl_distance (leads || bl_node_touches (node, &mixed) || mixed ? 0 : 1, 1);
}

/* Adds needs of a part behind facts->width of the whole, and then the part to the width. */
static void
add_part (BlFacts *facts, const BlFacts *part)
{
  const guint n_before = facts->n_needs;
  for (guint i = 0; i < n_before; i++)
    facts->needs[i].number = 0;
  for (guint n = 0; n < part->n_needs; n++)
    {
      BlNeed need = part->needs[n];
      BlDistance from[BL_MAX_NEEDS];
      for (guint i = 0; i < facts->n_needs; i++)
        from[i] = facts->needs[i].number > 0 ? part->between[facts->needs[i].number - 1][n]
                                             : bl_distance_add (facts->needs[i].after, need.before);
      need.before = bl_distance_add (facts->width, need.before);
      need.number = (guint8) (n + 1);
      bl_facts_add_placed (facts, &need, from);
    }
}

/* Makes the whole longer at its end. number: of those needs that have one the end is behind it already. */
static void
lengthen (BlFacts *facts, BlDistance by, gboolean numbered)
{
  facts->width = bl_distance_add (facts->width, by);
  for (guint i = 0; i < facts->n_needs; i++)
    if (!numbered || facts->needs[i].number == 0)
      facts->needs[i].after = bl_distance_add (facts->needs[i].after, by);
}

static void
add_element (BlFacts *facts, const BlNode *node, const BlFacts *of_node, gboolean leads, gboolean is_first)
{
  if (node->kind == BL_NODE_GAP)
    lengthen (facts, bl_distance (0, node->words), FALSE);
  else if (bl_node_is_nullable (node))
    lengthen (facts, bl_distance (0, of_node->width.most == BL_FAR ? BL_FAR : of_node->width.most + 1), FALSE);
  else
    {
      if (!is_first)
        lengthen (facts, space_before (node, leads), FALSE);
      add_part (facts, of_node);
      lengthen (facts, of_node->width, TRUE);
    }
}

static void
facts_of_sequence (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  *facts = (BlFacts){ 0 };
  guint pivot = bl_node_pivot (node);
  for (guint i = 0; i < node->n_children; i++)
    {
      const BlNode *child = node->children[i];
      const BlNode *next = i + 1 < node->n_children ? node->children[i + 1] : NULL;
      gboolean touches = i > 0 && !child->spaced && !is_edge (node->children[i - 1], TRUE);
      gboolean touched = next != NULL && !next->spaced && !is_edge (next, FALSE);
      BlFacts of_child;
      facts_of (child, i == 0 ? open_start : touches, next == NULL ? open_end : touched, arena, &of_child);
      facts->size = bl_facts_add_sizes (facts->size, bl_facts_add_sizes (of_child.size, SIZE_SPACE));
      if (i <= pivot)
        facts->first |= of_child.first;
      facts->last = bl_node_is_nullable (child) ? facts->last | of_child.last : of_child.last;
      add_element (facts, child, &of_child, i <= pivot, i == 0);
    }
}

static void
facts_of (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  switch (node->kind)
    {
    case BL_NODE_WORD:
      bl_facts_of_text (node->text, open_start, open_end, arena, facts);
      break;
    case BL_NODE_FORMS:
      facts_of_forms (node, open_start, open_end, arena, facts);
      break;
    case BL_NODE_SLOT:
      facts_of_slot (node->slot, open_start, open_end, arena, facts);
      break;
    case BL_NODE_GAP:
      *facts = (BlFacts){ .size = SIZE_GAP, .first = BL_EDGE_WORD | BL_EDGE_OTHER, .last = BL_EDGE_WORD | BL_EDGE_OTHER };
      break;
    case BL_NODE_SEQUENCE:
      facts_of_sequence (node, open_start, open_end, arena, facts);
      break;
    default:
      {
        BlEither either;
        bl_either_begin (&either, facts);
        for (guint i = 0; i < node->n_children; i++)
          {
            BlFacts one;
            facts_of (node->children[i], open_start, open_end, arena, &one);
            bl_either_add (&either, &one);
          }
        bl_either_end (&either, arena);
      }
    }
}

void
bl_facts_of_part (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  facts_of (node, open_start, open_end, arena, facts);
}

void
bl_facts_of_node (const BlNode *node, BlArena *arena, BlFacts *facts)
{
  facts_of (node, FALSE, FALSE, arena, facts);
  bl_facts_settle (facts);
}

void
bl_facts_of_phrase (const BlNode *root, gboolean at_start, gboolean at_end, BlArena *arena, BlFacts *facts)
{
  bl_facts_of_node (root, arena, facts);
  facts->at_start = at_start;
  facts->at_end = at_end;
}
