/* "The memorandum was signed in 1994": a definite noun stands for the last treaty whose name has that noun. */
#include "mentions/scan.h"

/* A treaty named further back than this many sentences is no longer meant. */
#define REACH 8

/* The noun of a treaty's name as the text has it: "Memorandum" of "Budapest Memorandum", "Treaty" of "North Atlantic Treaty". */
static const char *
head_noun (const BlScan *scan, const BlDraft *draft)
{
  for (guint at = draft->end; at-- > draft->first;)
    if ((bl_scan_token (scan, at)->marks & BL_MARK_TREATY) != 0)
      return bl_scan_token (scan, at)->folded;
  return NULL;
}

/* The last treaties named, one a noun: a text speaks of few. */
typedef struct
{
  const char *noun;
  const BlDraft *draft;
} Named;

enum
{
  MAX_NAMED = 4
};

static void
remember (Named *named, const char *noun, const BlDraft *draft)
{
  guint slot = 0;
  while (slot < MAX_NAMED - 1 && named[slot].noun != NULL && strcmp (named[slot].noun, noun) != 0)
    slot++;
  named[slot] = (Named){ .noun = noun, .draft = draft };
}

static const BlDraft *
recall (const Named *named, const BlToken *token, guint sentence)
{
  for (guint i = 0; i < MAX_NAMED; i++)
    if (named[i].noun != NULL && bl_token_equals (token, named[i].noun) && sentence - named[i].draft->mention.sentence <= REACH)
      return named[i].draft;
  return NULL;
}

/* "the memorandum", not "the memorandum of understanding", which may be another. */
static gboolean
is_definite_alone (const BlScan *scan, guint at, guint first, guint end)
{
  if (at == first || bl_scan_token (scan, at)->mention != BL_NO_MENTION
      || (bl_scan_token (scan, at)->gap & ~(guint) BL_GAP_SPACE) != 0)
    return FALSE;
  static const char *const determiners[] = { "the", "that", "this", NULL };
  if (!bl_token_among (bl_scan_token (scan, at - 1), determiners))
    return FALSE;
  static const char *const continues[] = { "of", "on", "between", "with", "for", NULL };
  return at + 1 >= end || !bl_token_among (bl_scan_token (scan, at + 1), continues);
}

static void
add_again (BlScan *scan, guint sentence, guint at, const BlDraft *antecedent)
{
  BlDraft *draft = bl_scan_add (scan, BL_MENTION_TREATY, sentence, at, at + 1);
  draft->mention.how = BL_HOW_PART;
  draft->mention.treaty = antecedent->mention.treaty;
  draft->mention.id = antecedent->mention.id;
}

void
bl_find_treaties_again (BlScan *scan)
{
  Named named[MAX_NAMED] = { { NULL, NULL } };
  for (guint sentence = 0; sentence < scan->tokens.n_sentences; sentence++)
    {
      const guint first = bl_scan_first (scan, sentence), end = bl_scan_end (scan, sentence);
      for (guint at = first; at < end; at++)
        {
          const BlDraft *draft = bl_scan_at (scan, at, BL_MENTION_TREATY);
          const char *noun = draft != NULL ? head_noun (scan, draft) : NULL;
          if (noun != NULL)
            remember (named, noun, draft);
          if (draft != NULL || (bl_scan_token (scan, at)->marks & BL_MARK_TREATY) == 0)
            continue;
          const BlDraft *antecedent = recall (named, bl_scan_token (scan, at), sentence);
          if (antecedent != NULL && is_definite_alone (scan, at, first, end))
            add_again (scan, sentence, at, antecedent);
        }
    }
}
