/* Contextual rules, all places of a sentence at once: a set of places, one bit each, for every tag and for every word that some rule names.
 * "A verb behind a determiner" is then an intersection of the verbs with the determiners moved by one place, and most rules are done with
 * in a few steps instead of one look at every word.
 *
 * A rule goes over the sentence from left to right, and what it changes counts for the places behind: after a change the intersection is
 * made anew for those. */
#include "text/tag_sentence.h"

/* How far a rule looks to either side. The sets have so many places more at both ends, which have the tag of an edge. */
#define REACH 3

#define BLOCK 64

typedef struct
{
  const BlTagSentence *sentence;
  guint n_blocks;
  guint64 *tags;  /* n_blocks for each tag, and for BL_TAG_EDGE */
  guint64 *words; /* n_blocks for each word that rules name; the first for none */
} Places;

/* --- sets of places ------------------------------------------------------------------------------------------------ */

static void
add_place (guint64 *set, guint place)
{
  set[place / BLOCK] |= (guint64) 1 << place % BLOCK;
}

static void
remove_place (guint64 *set, guint place)
{
  set[place / BLOCK] &= ~((guint64) 1 << place % BLOCK);
}

static guint64 *
tag_set (const Places *places, guint tag)
{
  return places->tags + (gsize) tag * places->n_blocks;
}

static guint64 *
word_set (const Places *places, guint word)
{
  return places->words + (gsize) word * places->n_blocks;
}

/* A block of the places from which the set is to be found offset places further. */
static guint64
seen_from (const Places *places, const guint64 *set, guint block, int offset)
{
  guint64 seen = set[block];
  if (offset < 0)
    {
      seen <<= -offset;
      if (block > 0)
        seen |= set[block - 1] >> (BLOCK + offset);
    }
  else if (offset > 0)
    {
      seen >>= offset;
      if (block + 1 < places->n_blocks)
        seen |= set[block + 1] << (BLOCK - offset);
    }
  return seen;
}

static void
read_places (const Places *places)
{
  const BlTagSentence *sentence = places->sentence;
  for (guint i = 0; i < REACH; i++)
    {
      add_place (tag_set (places, BL_TAG_EDGE), i);
      add_place (tag_set (places, BL_TAG_EDGE), sentence->n + REACH + i);
    }
  for (guint i = 0; i < sentence->n; i++)
    {
      const guint word = bl_tag_lexicon_rule_word (sentence->lexicon, sentence->words[i].text);
      add_place (tag_set (places, sentence->words[i].tag), i + REACH);
      if (word > 0)
        add_place (word_set (places, word), i + REACH);
    }
}

/* --- rules --------------------------------------------------------------------------------------------------------- */

/* The places of one block, of any word, where the rule's context is. */
static guint64
context_of (const Places *places, const BlTagRule *rule, guint block)
{
#define TAG(offset, k) seen_from (places, tag_set (places, rule->tags[k]), block, offset)
#define WORD(offset, k) seen_from (places, word_set (places, rule->words[k]), block, offset)
  switch ((BlTemplate) rule->template)
    {
    case BL_TEMPLATE_PREVTAG:
      return TAG (-1, 0);
    case BL_TEMPLATE_NEXTTAG:
      return TAG (1, 0);
    case BL_TEMPLATE_PREV2TAG:
      return TAG (-2, 0);
    case BL_TEMPLATE_NEXT2TAG:
      return TAG (2, 0);
    case BL_TEMPLATE_PREV1OR2TAG:
      return TAG (-1, 0) | TAG (-2, 0);
    case BL_TEMPLATE_NEXT1OR2TAG:
      return TAG (1, 0) | TAG (2, 0);
    case BL_TEMPLATE_PREV1OR2OR3TAG:
      return TAG (-1, 0) | TAG (-2, 0) | TAG (-3, 0);
    case BL_TEMPLATE_NEXT1OR2OR3TAG:
      return TAG (1, 0) | TAG (2, 0) | TAG (3, 0);
    case BL_TEMPLATE_SURROUNDTAG:
      return TAG (-1, 0) & TAG (1, 1);
    case BL_TEMPLATE_PREVBIGRAM:
      return TAG (-2, 0) & TAG (-1, 1);
    case BL_TEMPLATE_NEXTBIGRAM:
      return TAG (1, 0) & TAG (2, 1);
    case BL_TEMPLATE_CURWD:
      return WORD (0, 0);
    case BL_TEMPLATE_PREVWD:
      return WORD (-1, 0);
    case BL_TEMPLATE_NEXTWD:
      return WORD (1, 0);
    case BL_TEMPLATE_PREV1OR2WD:
      return WORD (-1, 0) | WORD (-2, 0);
    case BL_TEMPLATE_NEXT1OR2WD:
      return WORD (1, 0) | WORD (2, 0);
    case BL_TEMPLATE_LBIGRAM:
      return WORD (-1, 0) & WORD (0, 1);
    case BL_TEMPLATE_RBIGRAM:
      return WORD (0, 0) & WORD (1, 1);
    case BL_TEMPLATE_WDAND2AFT:
      return WORD (0, 0) & WORD (2, 1);
    case BL_TEMPLATE_WDPREVTAG:
      return TAG (-1, 0) & WORD (0, 1);
    case BL_TEMPLATE_WDNEXTTAG:
      return WORD (0, 0) & TAG (1, 1);
    case BL_TEMPLATE_WDAND2TAGBFR:
      return TAG (-2, 0) & WORD (0, 1);
    case BL_TEMPLATE_WDAND2TAGAFT:
      return WORD (0, 0) & TAG (2, 1);
    case BL_N_TEMPLATES:
      break;
    }
#undef TAG
#undef WORD
  return 0;
}

static void
apply_rule (const Places *places, const BlTagRule *rule, guint block)
{
  guint64 *from = tag_set (places, rule->from), *to = tag_set (places, rule->to);
  guint64 behind = ~(guint64) 0;
  while ((from[block] & behind) != 0)
    {
      const guint64 fitting = from[block] & behind & context_of (places, rule, block);
      if (fitting == 0)
        return;
      const guint bit = (guint) __builtin_ctzll (fitting), place = block * BLOCK + bit;
      BlTaggedWord *word = &places->sentence->words[place - REACH];
      behind = bit + 1 < BLOCK ? ~(guint64) 0 << (bit + 1) : 0;
      if (!bl_tag_in ((BlTag) rule->to, word->may))
        continue;
      word->tag = rule->to;
      remove_place (from, place);
      add_place (to, place);
    }
}

void
bl_tag_apply_contexts (const BlTagSentence *sentence)
{
  if (sentence->n == 0)
    return;
  const GArray *rules = bl_tag_lexicon_rules (sentence->lexicon);
  Places places = { .sentence = sentence, .n_blocks = (sentence->n + 2 * REACH + BLOCK - 1) / BLOCK };
  const gsize n_sets = BL_TAG_EDGE + 1 + bl_tag_lexicon_n_rule_words (sentence->lexicon) + 1;
  g_autofree guint64 *sets = g_new0 (guint64, n_sets * places.n_blocks);
  places.tags = sets;
  places.words = sets + (gsize) (BL_TAG_EDGE + 1) * places.n_blocks;
  read_places (&places);
  for (guint r = 0; r < rules->len; r++)
    for (guint block = 0; block < places.n_blocks; block++)
      apply_rule (&places, &g_array_index (rules, BlTagRule, r), block);
}
