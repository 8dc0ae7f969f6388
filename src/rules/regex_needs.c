/* Needs of a regex, from the leaves of its outline up: words and mentions as in rules/facts.c, and pairs of neighbours.
 *
 * Of every element it is known which two characters may meet where a match of it begins and where it ends, and, if it may match
 * nothing, which two may meet at that place. Each is a set of pairs, so "^", "\b" and what looks around are elements like any other:
 *
 *   [a-z]     begins  any × a         ends  a × any     empty  never
 *   ^         begins  never           ends  never       empty  edge × any
 *   (?!,)     begins  never           ends  never       empty  any × all but ","
 *   [a-z]?    begins  any × a         ends  a × any     empty  any × any
 *
 * In a sequence, what follows an element that must be there is the next, or, where that is empty, the one after it: the pairs in which
 * the end of the first meets the beginning of any of these are a need. So "[a-z] [ ]? ," needs a × {space, ","}, and "\.\. (?!\.)" at the
 * end "." × all but ".". The most frequent needs are not kept. */
#include "rules/regex_needs.h"

#include <string.h>

#include "rules/regex_outline.h"

/* A need that more than so many of 1,000 sentences meet is not worth a look. */
#define FREQUENT_PAIRS 600

typedef struct
{
  BlFacts facts;
  BlCharPairs begins;
  BlCharPairs ends;
  BlCharPairs empty;
} Reach;

/* --- sets of pairs ----------------------------------------------------------------------------------------------- */
static const BlCharPairs *
no_pairs (void)
{
  static const BlCharPairs none = { .right = { 0 } };
  return &none;
}

static BlCharPairs
pairs_of (guint64 left, guint64 right)
{
  BlCharPairs pairs = { .right = { 0 } };
  bl_char_pairs_add (&pairs, left, right);
  return pairs;
}

static void
join (BlCharPairs *pairs, const BlCharPairs *more)
{
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    pairs->right[i] |= more->right[i];
}

static void
cut (BlCharPairs *pairs, const BlCharPairs *other)
{
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    pairs->right[i] &= other->right[i];
}

/* Adds to pairs those of a that are in b too. */
static void
join_cut (BlCharPairs *pairs, const BlCharPairs *a, const BlCharPairs *b)
{
  for (guint i = 0; i < BL_N_CHAR_CLASSES; i++)
    pairs->right[i] |= a->right[i] & b->right[i];
}

static gboolean
may_be_empty (const Reach *reach)
{
  return memcmp (&reach->empty, no_pairs (), sizeof reach->empty) != 0;
}

/* A set without pairs would say that nothing matches; that is left to PCRE2. */
static void
need_pairs (BlFacts *facts, const BlCharPairs *pairs, BlArena *arena)
{
  if (memcmp (pairs, no_pairs (), sizeof *pairs) == 0)
    return;
  double cost = bl_pairs_frequency (pairs);
  if (cost > FREQUENT_PAIRS || (facts->n_needs == BL_MAX_NEEDS && facts->needs[BL_MAX_NEEDS - 1].cost <= cost))
    return;
  BlCharPairs *copy = bl_arena_new0 (arena, BlCharPairs);
  *copy = *pairs;
  const BlNeed need = { .pairs = copy, .cost = cost };
  bl_facts_add_need (facts, &need);
}

/* --- leaves ------------------------------------------------------------------------------------------------------ */
static void
reach_anything (Reach *reach)
{
  reach->begins = reach->ends = reach->empty = pairs_of (BL_CHARS_ALL, BL_CHARS_ALL);
}

static void
reach_between (Reach *reach, guint64 first, guint64 last)
{
  reach->begins = pairs_of (BL_CHARS_ALL, first);
  reach->ends = pairs_of (last, BL_CHARS_ALL);
  reach->empty = *no_pairs ();
}

static void
reach_of_literal (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach)
{
  bl_facts_of_text (node->text, open_start, open_end, arena, &reach->facts);
  const char *at = node->text;
  guint64 first = bl_char_set_of (g_utf8_get_char (at), node->flag).any;
  guint64 last = first;
  for (at = g_utf8_next_char (at); *at != '\0'; at = g_utf8_next_char (at))
    {
      guint64 class = bl_char_set_of (g_utf8_get_char (at), node->flag).any;
      const BlCharPairs both = pairs_of (last, class);
      need_pairs (&reach->facts, &both, arena);
      last = class;
    }
  reach_between (reach, first, last);
}

/* Of signs alone, one of them must be there. */
static void
reach_of_set (const BlOutline *node, BlArena *arena, Reach *reach)
{
  reach_between (reach, node->set.any, node->set.any);
  gunichar signs[32];
  guint n = 0;
  guint64 others = node->set.any;
  for (gunichar c = '!'; c <= '~'; c++)
    if (bl_literal_is_sign (c) && (others & BL_CHAR_BIT (bl_char_class (c))) != 0)
      {
        signs[n++] = c;
        others &= ~BL_CHAR_BIT (bl_char_class (c));
      }
  if (others != 0 || n == 0)
    return;
  BlEither either;
  bl_either_begin (&either, &reach->facts);
  for (guint i = 0; i < n; i++)
    {
      BlFacts one;
      bl_facts_of_text ((const char[]){ (char) signs[i], '\0' }, FALSE, FALSE, arena, &one);
      bl_either_add (&either, &one);
    }
  bl_either_end (&either, arena);
}

static void
reach_of_slot (const BlSlot *slot, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach)
{
  const BlNode node = { .kind = BL_NODE_SLOT, .slot = slot };
  bl_facts_of_part (&node, open_start, open_end, arena, &reach->facts);
  if (slot->types != 0 && slot->n_fragments == 0)
    reach_between (reach, BL_CHAR_BIT (BL_CHAR_MENTION), BL_CHAR_BIT (BL_CHAR_MENTION));
  else
    reach_anything (reach);
}

/* --- trees ------------------------------------------------------------------------------------------------------- */
static void reach_of (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach);

/* TRUE when a word that touches the end (or start) of node is whole all the same. */
static gboolean
is_edge (const BlOutline *node, gboolean end)
{
  switch (node->kind)
    {
    case BL_OUTLINE_SEQUENCE:
      return node->n_children > 0 && is_edge (node->children[end ? node->n_children - 1 : 0], end);
    case BL_OUTLINE_ALTERNATIVES:
      for (guint i = 0; i < node->n_children; i++)
        if (!is_edge (node->children[i], end))
          return FALSE;
      return TRUE;
    case BL_OUTLINE_REPEATED:
      return is_edge (node->children[0], end);
    case BL_OUTLINE_AHEAD:
    case BL_OUTLINE_BEHIND:
      return end == (node->kind == BL_OUTLINE_BEHIND) && is_edge (node->children[0], end);
    case BL_OUTLINE_PLACE:
      return node->flag;
    case BL_OUTLINE_SLOT:
      return node->slot->types != 0 && node->slot->n_fragments == 0;
    case BL_OUTLINE_SET:
      return (node->set.any & (bl_char_set_word ().any & ~BL_CHAR_BIT (BL_CHAR_OTHER))) == 0;
    case BL_OUTLINE_LITERAL:
      {
        const char *at = end ? g_utf8_prev_char (node->text + strlen (node->text)) : node->text;
        return !bl_literal_is_word (g_utf8_get_char (at));
      }
    default:
      return FALSE;
    }
}

/* TRUE when a word at the end (or start) of a child of a sequence may go on outside of it. */
static gboolean
is_open (const BlOutline *sequence, guint child, gboolean end, gboolean open)
{
  for (guint i = end ? child + 1 : child; end ? i < sequence->n_children : i > 0; i += end ? 1 : -1)
    {
      const BlOutline *next = sequence->children[end ? i : i - 1];
      gboolean optional = next->kind == BL_OUTLINE_OPTIONAL;
      if (!is_edge (optional ? next->children[0] : next, !end))
        return TRUE;
      if (!optional)
        return FALSE;
    }
  return open;
}

/* Needs of where two elements meet: after and before each that must be there. */
static void
need_meetings (const Reach *reaches, guint n, BlArena *arena, BlFacts *facts)
{
  for (guint i = 0; i < n; i++)
    {
      if (may_be_empty (&reaches[i]))
        continue;
      BlCharPairs met = *no_pairs ();
      BlCharPairs open = reaches[i].ends;
      for (guint k = i + 1; k < n; k++)
        {
          join_cut (&met, &open, &reaches[k].begins);
          cut (&open, &reaches[k].empty);
        }
      join (&met, &open);
      need_pairs (facts, &met, arena);

      met = *no_pairs ();
      open = reaches[i].begins;
      for (guint k = i; k-- > 0;)
        {
          join_cut (&met, &open, &reaches[k].ends);
          cut (&open, &reaches[k].empty);
        }
      join (&met, &open);
      need_pairs (facts, &met, arena);
    }
}

static void
reach_of_meetings (const Reach *reaches, guint n, BlArena *arena, Reach *reach)
{
  reach_anything (reach);
  reach->begins = reach->ends = *no_pairs ();
  for (guint i = 0; i < n; i++)
    {
      join_cut (&reach->begins, &reach->empty, &reaches[i].begins);
      cut (&reach->empty, &reaches[i].empty);
    }
  BlCharPairs open = pairs_of (BL_CHARS_ALL, BL_CHARS_ALL);
  for (guint i = n; i-- > 0;)
    {
      join_cut (&reach->ends, &open, &reaches[i].ends);
      cut (&open, &reaches[i].empty);
    }
  BlCharPairs met = reach->begins;
  join (&met, &reach->empty);
  need_pairs (&reach->facts, &met, arena);
  met = reach->ends;
  join (&met, &reach->empty);
  need_pairs (&reach->facts, &met, arena);
  need_meetings (reaches, n, arena, &reach->facts);
}

/* --- a word that stands twice ------------------------------------------------------------------------------------ */
/* What a group is when it is nothing but another: "(?i: … )". */
static const BlOutline *
innermost (const BlOutline *node)
{
  while ((node->kind == BL_OUTLINE_ALTERNATIVES || node->kind == BL_OUTLINE_SEQUENCE) && node->n_children == 1
         && node->name == NULL)
    node = node->children[0];
  return node;
}

/* TRUE when node is one of several words or parts of words, and never empty. */
static gboolean
is_of_letters (const BlOutline *node)
{
  if (node->kind == BL_OUTLINE_LITERAL)
    {
      for (const char *at = node->text; *at != '\0'; at = g_utf8_next_char (at))
        if (!bl_literal_is_word (g_utf8_get_char (at)))
          return FALSE;
      return TRUE;
    }
  gboolean all = (node->kind == BL_OUTLINE_ALTERNATIVES || node->kind == BL_OUTLINE_SEQUENCE) && node->n_children > 0;
  for (guint i = 0; all && i < node->n_children; i++)
    all = is_of_letters (node->children[i]);
  return all;
}

static gboolean
is_blank (const BlOutline *node)
{
  if (node->kind == BL_OUTLINE_LITERAL)
    return strcmp (node->text, " ") == 0;
  return node->kind == BL_OUTLINE_SET && node->set.any == BL_CHAR_BIT (BL_CHAR_SPACE);
}

/* "\b (?<word> the | of ) [ ] \k<word> \b" needs a word that stands twice. What looks ahead between them does not matter. */
static void
need_word_again (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, BlFacts *facts)
{
  for (guint i = 0; i + 2 < node->n_children; i++)
    {
      const BlOutline *word = node->children[i];
      if (word->kind != BL_OUTLINE_ALTERNATIVES || word->name == NULL || !is_of_letters (word)
          || !is_blank (node->children[i + 1]))
        continue;
      guint next = i + 2;
      while (next + 1 < node->n_children && node->children[next]->kind == BL_OUTLINE_AHEAD)
        next++;
      const BlOutline *again = innermost (node->children[next]);
      if (again->kind != BL_OUTLINE_REFERENCE || strcmp (again->name, word->name) != 0 || is_open (node, i, FALSE, open_start)
          || is_open (node, next, TRUE, open_end))
        continue;
      const BlCharPairs pairs = pairs_of (BL_CHAR_BIT (BL_CHAR_AGAIN), BL_CHAR_BIT (BL_CHAR_AGAIN));
      need_pairs (facts, &pairs, arena);
    }
}

static void
reach_of_sequence (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach)
{
  guint n = node->n_children;
  g_autofree Reach *reaches = g_new (Reach, n + 1);
  for (guint i = 0; i < n; i++)
    {
      reach_of (node->children[i], is_open (node, i, FALSE, open_start), is_open (node, i, TRUE, open_end), arena, &reaches[i]);
      if (node->children[i]->kind == BL_OUTLINE_OPTIONAL)
        continue;
      for (guint k = 0; k < reaches[i].facts.n_needs; k++)
        bl_facts_add_need (&reach->facts, &reaches[i].facts.needs[k]);
    }
  reach_of_meetings (reaches, n, arena, reach);
  need_word_again (node, open_start, open_end, arena, &reach->facts);
}

static void
reach_of_alternatives (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach)
{
  g_autofree Reach *one = g_new (Reach, 1);
  BlEither either;
  bl_either_begin (&either, &reach->facts);
  reach->begins = reach->ends = reach->empty = *no_pairs ();
  for (guint i = 0; i < node->n_children; i++)
    {
      reach_of (node->children[i], open_start, open_end, arena, one);
      bl_either_add (&either, &one->facts);
      join (&reach->begins, &one->begins);
      join (&reach->ends, &one->ends);
      join (&reach->empty, &one->empty);
    }
  bl_either_end (&either, arena);
}

/* Another repetition may touch the end of the first. */
static void
reach_of_repeated (const BlOutline *node, gboolean open_start, BlArena *arena, Reach *reach)
{
  reach_of (node->children[0], open_start, TRUE, arena, reach);
  if (!node->flag || may_be_empty (reach))
    return;
  BlCharPairs met = reach->ends;
  cut (&met, &reach->begins);
  need_pairs (&reach->facts, &met, arena);
}

/* Around a place: the first of what stands behind it, the last of what stands before it. */
static void
reach_of_look (const BlOutline *node, BlArena *arena, Reach *reach)
{
  reach_of (node->children[0], TRUE, TRUE, arena, reach);
  join (&reach->empty, node->kind == BL_OUTLINE_AHEAD ? &reach->begins : &reach->ends);
  reach->begins = reach->ends = *no_pairs ();
}

static void
reach_of (const BlOutline *node, gboolean open_start, gboolean open_end, BlArena *arena, Reach *reach)
{
  reach->facts = (BlFacts){ 0 };
  switch (node->kind)
    {
    case BL_OUTLINE_SEQUENCE:
      reach_of_sequence (node, open_start, open_end, arena, reach);
      break;
    case BL_OUTLINE_ALTERNATIVES:
      reach_of_alternatives (node, open_start, open_end, arena, reach);
      break;
    case BL_OUTLINE_OPTIONAL:
      reach_of (node->children[0], TRUE, TRUE, arena, reach);
      reach->empty = pairs_of (BL_CHARS_ALL, BL_CHARS_ALL);
      reach->facts.n_needs = 0;
      break;
    case BL_OUTLINE_REPEATED:
      reach_of_repeated (node, open_start, arena, reach);
      break;
    case BL_OUTLINE_AHEAD:
    case BL_OUTLINE_BEHIND:
      reach_of_look (node, arena, reach);
      break;
    case BL_OUTLINE_LITERAL:
      reach_of_literal (node, open_start, open_end, arena, reach);
      break;
    case BL_OUTLINE_SET:
      reach_of_set (node, arena, reach);
      break;
    case BL_OUTLINE_PLACE:
      reach->begins = reach->ends = *no_pairs ();
      reach->empty = *node->place;
      break;
    case BL_OUTLINE_SLOT:
      reach_of_slot (node->slot, open_start, open_end, arena, reach);
      break;
    default:
      reach_anything (reach);
    }
}

void
bl_regex_facts (const BlPhraseContext *context, const char *source, gboolean cased, BlFacts *facts)
{
  *facts = (BlFacts){ 0 };
  const BlOutline *outline = bl_regex_outline (context, source, cased);
  if (outline == NULL)
    return;
  g_autofree Reach *reach = g_new (Reach, 1);
  reach_of (outline, TRUE, TRUE, context->arena, reach);
  *facts = reach->facts;
  bl_facts_forget_places (facts);
  bl_facts_settle (facts);
}
