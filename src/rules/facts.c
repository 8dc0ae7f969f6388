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

#include "mentions/shadow.h"
#include "rules/phrase.h"

/* Upper bounds for what expand.c writes. */
enum
{
  SIZE_SPACE = 6,
  SIZE_GROUP = 10,
  SIZE_TYPE = 20,
  SIZE_JOINED = 110,
  SIZE_GAP = 70,
};

static gsize
add_sizes (gsize a, gsize b)
{
  return MIN (a + b, (gsize) G_MAXINT32);
}

/* Most texts are one word of small letters. */
static gboolean
is_plain_word (const char *text)
{
  while (*text >= 'a' && *text <= 'z')
    text++;
  return *text == '\0';
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
      if (bl_literal_is_sign (c))
        g_ptr_array_add (words, (gpointer) bl_arena_intern_len (arena, at, 1));
    }
}

static void
add_costs (BlNeed *need)
{
  need->cost = need->word_cost;
  for (guint type = 0; type < BL_N_MENTION_TYPES; type++)
    if (need->types & (1u << type))
      need->cost += bl_type_frequency (type);
  if (need->pairs != NULL)
    need->cost += bl_pairs_frequency (need->pairs);
}

static gboolean
is_same_need (const BlNeed *a, const BlNeed *b)
{
  gboolean pairs
      = a->pairs == b->pairs || (a->pairs != NULL && b->pairs != NULL && memcmp (a->pairs, b->pairs, sizeof *a->pairs) == 0);
  return pairs && a->types == b->types && a->n_words == b->n_words
         && (a->n_words == 0 || memcmp (a->words, b->words, a->n_words * sizeof *a->words) == 0);
}

void
bl_facts_add_need (BlFacts *facts, const BlNeed *need)
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
add_word_need (BlFacts *facts, const char *word, BlArena *arena)
{
  const char **one = bl_arena_alloc (arena, sizeof *one);
  one[0] = word;
  double cost = bl_word_frequency (word);
  const BlNeed need = { .words = one, .n_words = 1, .word_cost = cost, .cost = cost };
  bl_facts_add_need (facts, &need);
}

/* --- alternatives ------------------------------------------------------------------------------------------------ */
void
bl_either_begin (BlEither *either, BlFacts *facts)
{
  *either = (BlEither){ .facts = facts };
  *facts = (BlFacts){ .size = SIZE_GROUP };
}

void
bl_either_add (BlEither *either, const BlFacts *one)
{
  BlFacts *facts = either->facts;
  facts->size = add_sizes (facts->size, one->size + 1);
  facts->first |= one->first;
  facts->last |= one->last;
  either->n++;
  if (either->n == 1)
    {
      memcpy (facts->needs, one->needs, sizeof facts->needs);
      facts->n_needs = one->n_needs;
    }
  const BlNeed *rarest = &one->needs[0];
  either->lost = either->lost || one->n_needs == 0;
  if (either->lost)
    return;
  if (either->words == NULL)
    either->words = g_ptr_array_sized_new (16);
  either->types |= rarest->types;
  either->word_cost += rarest->word_cost;
  for (guint i = 0; i < rarest->n_words; i++)
    g_ptr_array_add (either->words, (gpointer) rarest->words[i]);
  for (guint i = 0; rarest->pairs != NULL && i < BL_N_CHAR_CLASSES; i++)
    either->pairs.right[i] |= rarest->pairs->right[i];
  either->has_pairs = either->has_pairs || rarest->pairs != NULL;
  either->lost = either->words->len > BL_MAX_NEED_WORDS;
}

/* Of several, only what is joined of the rarest of each must be there. A word that two of them share stands there twice. */
void
bl_either_end (BlEither *either, BlArena *arena)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&either->words);
  BlFacts *facts = either->facts;
  if (either->n < 2)
    return;
  facts->n_needs = 0;
  if (either->lost)
    return;
  const char **words = bl_arena_alloc (arena, (all->len + 1) * sizeof *words);
  if (all->len > 0)
    memcpy (words, all->pdata, all->len * sizeof *words);
  BlNeed joined = { .words = words, .n_words = all->len, .types = either->types, .word_cost = either->word_cost };
  if (either->has_pairs)
    {
      BlCharPairs *pairs = bl_arena_new0 (arena, BlCharPairs);
      *pairs = either->pairs;
      joined.pairs = pairs;
    }
  add_costs (&joined);
  bl_facts_add_need (facts, &joined);
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
  BlNeed need = { .types = types };
  add_costs (&need);
  *facts = (BlFacts){ .size = SIZE_JOINED, .first = BL_EDGE_OTHER, .last = BL_EDGE_OTHER };
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
      facts->size = add_sizes (facts->size, add_sizes (of_child.size, SIZE_SPACE));
      if (i <= pivot)
        facts->first |= of_child.first;
      facts->last = bl_node_is_nullable (child) ? facts->last | of_child.last : of_child.last;
      if (bl_node_is_nullable (child))
        continue;
      for (guint n = 0; n < of_child.n_needs; n++)
        bl_facts_add_need (facts, &of_child.needs[n]);
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
}
