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

/* Words that more than so many of 1,000 sentences have are not worth looking up where anything else is needed. */
#define FREQUENT_WORDS 600

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

/* from: from the places of the needs that are there already to that of the new one; NULL: not known. */
static void
add_placed (BlFacts *facts, const BlNeed *need, const BlDistance *from)
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
  add_placed (facts, need, NULL);
}

void
bl_facts_forget_places (BlFacts *facts)
{
  for (guint i = 0; i < facts->n_needs; i++)
    for (guint k = 0; k < facts->n_needs; k++)
      facts->between[i][k] = BL_ANYWHERE;
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
  add_placed (facts, &need, from);
}

/* --- alternatives ------------------------------------------------------------------------------------------------ */
/* Of several, only what is joined of one need of each must be there. The first join takes the rarest of each; more begin with the other
 * needs of the first alternative, since alternatives often share one: "({send} {troops}|{troops} be {sent})" needs {troops} too. A need
 * whose words are in the join already adds nothing to it. */

/* Of joins after the first, those that more than so many of 1,000 sentences meet are not kept. */
#define FREQUENT_JOIN 300

/* Words of longer joins are not compared with each other, nor is a word looked up in more than so many. */
#define COMPARED_WORDS 64
#define SOUGHT_WORDS 16u

void
bl_either_begin (BlEither *either, BlFacts *facts)
{
  *either = (BlEither){ .facts = facts };
  *facts = (BlFacts){ .size = SIZE_GROUP };
}

/* Looks at the first words of the join only: more have hardly one in common. */
static gboolean
has_word (const BlJoin *join, const char *word)
{
  guint n = join->words != NULL ? MIN (join->words->len, SOUGHT_WORDS) : 0;
  for (guint i = 0; i < n; i++)
    if (strcmp (g_ptr_array_index (join->words, i), word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_joined (const BlJoin *join, const BlNeed *need)
{
  if (need->pairs != NULL || (need->types & ~join->types) != 0)
    return FALSE;
  if (need->n_words == 1)
    return has_word (join, need->words[0]);
  for (guint i = 0; i < join->n_vectors; i++)
    if (join->vectors[i] == need->words)
      return TRUE;
  return need->n_words == 0;
}

static void
join_need (BlJoin *join, const BlNeed *need)
{
  if (join->words == NULL)
    join->words = g_ptr_array_sized_new (16);
  join->types |= need->types;
  join->word_cost += need->word_cost;
  for (guint i = 0; i < need->n_words; i++)
    g_ptr_array_add (join->words, (gpointer) need->words[i]);
  if (join->n_vectors == 0)
    join->n_first = need->n_words;
  if (need->n_words > 1 && join->n_vectors < BL_MAX_VECTORS)
    join->vectors[join->n_vectors++] = need->words;
  if (need->pairs != NULL && join->pairs == NULL)
    join->pairs = g_new0 (BlCharPairs, 1);
  for (guint i = 0; need->pairs != NULL && i < BL_N_CHAR_CLASSES; i++)
    join->pairs->right[i] |= need->pairs->right[i];
  join->lost = join->words->len > BL_MAX_NEED_WORDS;
}

/* Returns which need of one it stands for. */
static guint
join_best (BlJoin *join, const BlFacts *one, guint rank)
{
  for (guint i = 0; i < one->n_needs; i++)
    if (has_joined (join, &one->needs[i]))
      return i;
  rank = MIN (rank, one->n_needs - 1);
  join_need (join, &one->needs[rank]);
  return rank;
}

/* What each join stands for in one has a place there. */
static void
join_places (BlEither *either, const BlFacts *one, const guint *chosen)
{
  const gboolean first = either->n == 1;
  for (guint i = 0; i < either->n_joins; i++)
    {
      BlJoin *join = &either->joins[i];
      const BlNeed *need = &one->needs[chosen[i]];
      join->before = first ? need->before : bl_distance_either (join->before, need->before);
      join->after = first ? need->after : bl_distance_either (join->after, need->after);
      join->list = join->list || need->list;
      for (guint k = 0; k < either->n_joins; k++)
        {
          const BlDistance between = one->between[chosen[i]][chosen[k]];
          either->between[i][k] = first ? between : bl_distance_either (either->between[i][k], between);
        }
    }
}

void
bl_either_add (BlEither *either, const BlFacts *one)
{
  BlFacts *facts = either->facts;
  facts->size = add_sizes (facts->size, one->size + 1);
  facts->first |= one->first;
  facts->last |= one->last;
  facts->width = either->n == 0 ? one->width : bl_distance_either (facts->width, one->width);
  either->n++;
  if (either->n == 1)
    {
      memcpy (facts->needs, one->needs, sizeof facts->needs);
      memcpy (facts->between, one->between, sizeof facts->between);
      facts->n_needs = one->n_needs;
      either->n_joins = MIN (one->n_needs, BL_MAX_JOINS);
    }
  either->lost = either->lost || one->n_needs == 0;
  guint chosen[BL_MAX_JOINS] = { 0 };
  for (guint i = 0; !either->lost && i < either->n_joins; i++)
    if (!either->joins[i].lost)
      chosen[i] = join_best (&either->joins[i], one, i);
  if (!either->lost)
    join_places (either, one, chosen);
}

/* Leaves each word once. */
static void
compare_words (BlJoin *join)
{
  GPtrArray *words = join->words;
  guint n = 0;
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      guint k = 0;
      while (k < n && strcmp (g_ptr_array_index (words, k), word) != 0)
        k++;
      if (k == n)
        words->pdata[n++] = (gpointer) word;
      else
        join->word_cost -= bl_word_frequency (word);
    }
  g_ptr_array_set_size (words, (gint) n);
}

/* The need of a join; its words stay where they are when they are those of one need. */
static BlNeed
need_of_join (BlJoin *join, BlArena *arena)
{
  gboolean one = join->n_vectors == 1 && join->words->len == join->n_first;
  if (!one && join->words->len <= COMPARED_WORDS)
    compare_words (join);
  BlNeed need = { .n_words = join->words->len, .types = join->types, .word_cost = join->word_cost };
  need.before = join->before;
  need.after = join->after;
  need.list = join->list;
  if (one)
    need.words = join->vectors[0];
  else
    {
      const char **words = bl_arena_alloc (arena, (need.n_words + 1) * sizeof *words);
      if (need.n_words > 0)
        memcpy (words, join->words->pdata, need.n_words * sizeof *words);
      need.words = words;
    }
  if (join->pairs != NULL)
    {
      BlCharPairs *pairs = bl_arena_new0 (arena, BlCharPairs);
      *pairs = *join->pairs;
      need.pairs = pairs;
    }
  add_costs (&need);
  return need;
}

/* The distances of the needs of facts, which have the numbers of their joins, to that of another join. */
static void
distances_to (const BlEither *either, guint join, BlDistance *from)
{
  for (guint i = 0; i < either->facts->n_needs; i++)
    from[i] = either->between[either->facts->needs[i].number - 1][join];
}

void
bl_either_end (BlEither *either, BlArena *arena)
{
  BlFacts *facts = either->facts;
  if (either->n > 1)
    facts->n_needs = 0;
  for (guint i = 0; i < either->n_joins; i++)
    {
      BlJoin *join = &either->joins[i];
      if (either->n > 1 && !either->lost && !join->lost)
        {
          BlNeed need = need_of_join (join, arena);
          BlDistance from[BL_MAX_NEEDS];
          need.number = (guint8) (i + 1);
          distances_to (either, i, from);
          if (i == 0 || need.cost <= FREQUENT_JOIN)
            add_placed (facts, &need, from);
        }
      if (join->words != NULL)
        g_ptr_array_unref (join->words);
      g_free (join->pairs);
    }
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
  add_costs (&need);
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
      add_placed (facts, &need, from);
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
      facts->size = add_sizes (facts->size, add_sizes (of_child.size, SIZE_SPACE));
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
bl_facts_settle (BlFacts *facts)
{
  while (facts->n_needs > 1 && facts->needs[facts->n_needs - 1].word_cost > FREQUENT_WORDS)
    facts->n_needs--;
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

/* --- order ------------------------------------------------------------------------------------------------------- */
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
