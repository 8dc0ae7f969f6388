/* Needs of a tree, from the leaves up.
 *
 *   word "cease-fire"    {cease}, {fire}
 *   slot                 {its types}
 *   sequence             the needs of all elements that must be there
 *   alternatives         one need: the rarest of each alternative, joined; none when an alternative has none
 *   optional, gap        none
 *
 * Only whole words count, since sentences are looked up word by word: "[un]armed" has no need, as "armed" may be a part of a word. */
#include "rules/facts.h"

#include <string.h>

#include "mentions/shadow.h"
#include "rules/phrase.h"

/* Upper bounds for what expand.c writes. */
enum
{
  SIZE_SPACE = 12,
  SIZE_GROUP = 24,
  SIZE_TYPE = 24,
  SIZE_JOINED = 120,
  SIZE_GAP = 120,
};

static gsize
add_sizes (gsize a, gsize b)
{
  return MIN (a + b, (gsize) G_MAXINT32);
}

void
bl_literal_words (const char *text, gboolean open_start, gboolean open_end, BlArena *arena, GPtrArray *words)
{
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean at_edge = open_start;
  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (c != 0 && bl_literal_is_word (c))
        {
          g_string_append_unichar (word, bl_literal_fold (c));
          continue;
        }
      if (word->len > 0 && !at_edge && (c != 0 || !open_end))
        g_ptr_array_add (words, (gpointer) bl_arena_intern_len (arena, word->str, word->len));
      g_string_truncate (word, 0);
      at_edge = FALSE;
      if (c == 0)
        break;
    }
}

static void
cost_need (BlNeed *need)
{
  need->cost = 0;
  for (guint i = 0; i < need->n_words; i++)
    need->cost += bl_word_frequency (need->words[i]);
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    if (need->types & (1u << type))
      need->cost += bl_type_frequency (type);
}

static gboolean
is_same_need (const BlNeed *a, const BlNeed *b)
{
  return a->types == b->types && a->n_words == b->n_words
         && (a->n_words == 0 || memcmp (a->words, b->words, a->n_words * sizeof *a->words) == 0);
}

/* Keeps the rarest. Of needs of one kind that are equal in cost the first stays, so results do not depend on addresses. */
static void
add_need (BlFacts *facts, const BlNeed *need)
{
  for (guint i = 0; i < facts->n_needs; i++)
    if (is_same_need (&facts->needs[i], need))
      return;
  guint at = facts->n_needs;
  while (at > 0 && facts->needs[at - 1].cost > need->cost)
    at--;
  if (at == BL_MAX_NEEDS)
    return;
  if (facts->n_needs < BL_MAX_NEEDS)
    facts->n_needs++;
  for (guint i = facts->n_needs - 1; i > at; i--)
    facts->needs[i] = facts->needs[i - 1];
  facts->needs[at] = *need;
}

static void
add_words_as_needs (BlFacts *facts, const GPtrArray *words, BlArena *arena)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char **one = bl_arena_alloc (arena, sizeof *one);
      one[0] = g_ptr_array_index (words, i);
      BlNeed need = { .words = one, .n_words = 1 };
      cost_need (&need);
      add_need (facts, &need);
    }
}

/* --- alternatives ------------------------------------------------------------------------------------------------ */
static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
join_needs (const BlFacts *each, guint n, BlArena *arena, BlNeed *joined)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  *joined = (BlNeed){ 0 };
  for (guint i = 0; i < n; i++)
    {
      if (each[i].n_needs == 0)
        return FALSE;
      const BlNeed *rarest = &each[i].needs[0];
      joined->types |= rarest->types;
      for (guint w = 0; w < rarest->n_words; w++)
        g_ptr_array_add (all, (gpointer) rarest->words[w]);
      if (all->len > 8 * BL_MAX_NEED_WORDS)
        return FALSE;
    }
  g_ptr_array_sort (all, compare_words);
  const char **words = bl_arena_alloc (arena, (all->len + 1) * sizeof *words);
  for (guint i = 0; i < all->len; i++)
    {
      const char *word = g_ptr_array_index (all, i);
      if (joined->n_words == 0 || strcmp (words[joined->n_words - 1], word) != 0)
        words[joined->n_words++] = word;
    }
  joined->words = words;
  cost_need (joined);
  return joined->n_words <= BL_MAX_NEED_WORDS;
}

void
bl_facts_of_either (const BlFacts *each, guint n, BlArena *arena, BlFacts *facts)
{
  *facts = (BlFacts){ .size = SIZE_GROUP };
  for (guint i = 0; i < n; i++)
    {
      facts->size = add_sizes (facts->size, add_sizes (each[i].size, SIZE_GROUP));
      facts->first |= each[i].first;
      facts->last |= each[i].last;
    }
  BlNeed joined;
  if (n == 1)
    {
      memcpy (facts->needs, each[0].needs, sizeof facts->needs);
      facts->n_needs = each[0].n_needs;
    }
  else if (n > 1 && join_needs (each, n, arena, &joined))
    add_need (facts, &joined);
}

/* --- leaves ------------------------------------------------------------------------------------------------------ */
static guint
edge_of (gunichar c)
{
  return bl_literal_is_word (c) ? BL_EDGE_WORD : BL_EDGE_OTHER;
}

static void
facts_of_text (const char *text, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  gsize length = strlen (text);
  *facts = (BlFacts){ .size = 2 * length + 4,
                      .first = edge_of (g_utf8_get_char (text)),
                      .last = edge_of (g_utf8_get_char (g_utf8_prev_char (text + length))) };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  bl_literal_words (text, open_start, open_end, arena, words);
  add_words_as_needs (facts, words, arena);
}

static void
facts_of_forms (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  guint n = 0;
  while (node->forms[n] != NULL)
    n++;
  g_autofree BlFacts *each = g_new0 (BlFacts, n);
  for (guint i = 0; i < n; i++)
    facts_of_text (node->forms[i], open_start, open_end, arena, &each[i]);
  bl_facts_of_either (each, n, arena, facts);
}

static void
facts_of_slot (const BlSlot *slot, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  if (slot->thing)
    {
      *facts = (BlFacts){ .size = 2 * SIZE_GAP, .first = BL_EDGE_WORD | BL_EDGE_OTHER, .last = BL_EDGE_WORD | BL_EDGE_OTHER };
      return;
    }
  guint n = 0;
  g_autofree BlFacts *each = g_new0 (BlFacts, slot->n_fragments + 1);
  for (; n < slot->n_fragments; n++)
    {
      each[n] = slot->fragments[n]->facts;
      if (open_start || open_end)
        each[n].n_needs = 0;
    }
  if (slot->types != 0)
    {
      BlNeed need = { .types = slot->types };
      cost_need (&need);
      BlFacts *typed = &each[n++];
      *typed = (BlFacts){ .size = SIZE_JOINED, .first = BL_EDGE_OTHER, .last = BL_EDGE_OTHER };
      for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
        typed->size += slot->types & (1u << type) ? 2 * SIZE_TYPE : 0;
      add_need (typed, &need);
    }
  bl_facts_of_either (each, n, arena, facts);
}

/* --- trees ------------------------------------------------------------------------------------------------------- */
static void facts_of (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts);

/* A mention is a sign of its own: a word that touches one is whole. */
static gboolean
is_only_mentions (const BlNode *node)
{
  return node->kind == BL_NODE_SLOT && node->slot.types != 0 && node->slot.n_fragments == 0;
}

static void
facts_of_sequence (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  *facts = (BlFacts){ .size = SIZE_GROUP };
  guint pivot = bl_node_pivot (node);
  for (guint i = 0; i < node->n_children; i++)
    {
      const BlNode *child = node->children[i];
      const BlNode *next = i + 1 < node->n_children ? node->children[i + 1] : NULL;
      gboolean touches = i > 0 && !child->spaced && !is_only_mentions (node->children[i - 1]);
      gboolean touched = next != NULL && !next->spaced && !is_only_mentions (next);
      BlFacts of_child;
      facts_of (child, i == 0 ? open_start : touches, next == NULL ? open_end : touched, arena, &of_child);
      facts->size = add_sizes (facts->size, add_sizes (of_child.size, SIZE_SPACE));
      if (i <= pivot)
        facts->first |= of_child.first;
      facts->last = bl_node_is_nullable (child) ? facts->last | of_child.last : of_child.last;
      if (bl_node_is_nullable (child))
        continue;
      for (guint n = 0; n < of_child.n_needs; n++)
        add_need (facts, &of_child.needs[n]);
    }
}

static void
facts_of (const BlNode *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  switch (node->kind)
    {
    case BL_NODE_WORD:
      facts_of_text (node->text, open_start, open_end, arena, facts);
      break;
    case BL_NODE_FORMS:
      facts_of_forms (node, open_start, open_end, arena, facts);
      break;
    case BL_NODE_SLOT:
      facts_of_slot (&node->slot, open_start, open_end, arena, facts);
      break;
    case BL_NODE_GAP:
      *facts = (BlFacts){ .size = SIZE_GAP, .first = BL_EDGE_WORD | BL_EDGE_OTHER, .last = BL_EDGE_WORD | BL_EDGE_OTHER };
      break;
    case BL_NODE_SEQUENCE:
      facts_of_sequence (node, open_start, open_end, arena, facts);
      break;
    default:
      {
        g_autofree BlFacts *each = g_new0 (BlFacts, node->n_children);
        for (guint i = 0; i < node->n_children; i++)
          facts_of (node->children[i], open_start, open_end, arena, &each[i]);
        bl_facts_of_either (each, node->n_children, arena, facts);
      }
    }
}

void
bl_facts_of_node (const BlNode *node, BlArena *arena, BlFacts *facts)
{
  facts_of (node, FALSE, FALSE, arena, facts);
}
