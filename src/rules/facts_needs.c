/* The needs of facts: what each costs, which are kept, where they stand to each other, and in which order they are looked up. */
#include <string.h>

#include "mentions/mentions.h"
#include "rules/facts.h"

/* Words that more than so many of 1,000 sentences have are not worth looking up where anything else is needed. */
#define FREQUENT_WORDS 600

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

void
bl_need_add_costs (BlNeed *need)
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

/* Makes room at an index, between needs and between their places; the last of BL_MAX_NEEDS falls out. */
static void
open_gap (BlFacts *facts, guint at)
{
  if (facts->n_needs < BL_MAX_NEEDS)
    facts->n_needs++;
  const guint n = facts->n_needs - 1 - at;
  memmove (&facts->needs[at + 1], &facts->needs[at], n * sizeof facts->needs[0]);
  memmove (&facts->between[at + 1], &facts->between[at], n * sizeof facts->between[0]);
  for (guint i = 0; i < facts->n_needs; i++)
    memmove (&facts->between[i][at + 1], &facts->between[i][at], n * sizeof facts->between[0][0]);
}

void
bl_facts_add_placed (BlFacts *facts, const BlNeed *need, const BlDistance *from)
{
  for (guint i = 0; i < facts->n_needs; i++)
    if (is_same_need (&facts->needs[i], need))
      return;
  guint at = facts->n_needs;
  while (at > 0 && facts->needs[at - 1].cost > need->cost)
    at--;
  if (at == BL_MAX_NEEDS)
    return;
  open_gap (facts, at);
  facts->needs[at] = *need;
  facts->between[at][at] = bl_distance (0, 0);
  for (guint i = 0; i < facts->n_needs; i++)
    if (i != at)
      {
        facts->between[i][at] = from != NULL ? from[i < at ? i : i - 1] : BL_ANYWHERE;
        facts->between[at][i] = bl_distance_back (facts->between[i][at]);
      }
}

void
bl_facts_add_need (BlFacts *facts, const BlNeed *need)
{
  bl_facts_add_placed (facts, need, NULL);
}

void
bl_facts_forget_places (BlFacts *facts)
{
  for (guint i = 0; i < facts->n_needs; i++)
    for (guint k = 0; k < facts->n_needs; k++)
      facts->between[i][k] = BL_ANYWHERE;
}

void
bl_facts_settle (BlFacts *facts)
{
  while (facts->n_needs > 1 && facts->needs[facts->n_needs - 1].word_cost > FREQUENT_WORDS)
    facts->n_needs--;
}

/* How many of the others can only stand before a need. */
static guint
rank_of (const BlFacts *facts, guint need)
{
  guint n = 0;
  for (guint i = 0; i < facts->n_needs; i++)
    n += i != need && facts->between[i][need].least >= 0 && (facts->between[i][need].most > 0 || i < need);
  return n;
}

void
bl_facts_order (const BlFacts *facts, guint order[BL_MAX_NEEDS])
{
  for (guint i = 0; i < facts->n_needs; i++)
    {
      guint at = i;
      for (; at > 0 && rank_of (facts, order[at - 1]) > rank_of (facts, i); at--)
        order[at] = order[at - 1];
      order[at] = i;
    }
}
