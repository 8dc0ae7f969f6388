#include "mentions/mentions.h"

#include "mentions/list.h"

void
bl_mentions_free (BlMentions *mentions)
{
  if (mentions == NULL)
    return;
  g_free (mentions->list);
  g_free (mentions->outer);
  g_free (mentions->first);
  g_free (mentions->proper);
  g_clear_pointer (&mentions->damaged, g_ptr_array_unref);
  bl_arena_free (mentions->arena);
  g_free (mentions);
}

const BlMention *
bl_mentions_list (const BlMentions *mentions, guint *n)
{
  *n = mentions->n;
  return mentions->list;
}

const BlMention *
bl_mentions_get (const BlMentions *mentions, guint index)
{
  return index < mentions->n ? &mentions->list[index] : NULL;
}

BlSpan
bl_mentions_outer (const BlMentions *mentions, guint index)
{
  return mentions->outer[index];
}

void
bl_mentions_in_sentence (const BlMentions *mentions, guint sentence, guint *first, guint *n)
{
  if (sentence >= mentions->n_sentences)
    {
      *first = *n = 0;
      return;
    }
  *first = mentions->first[sentence];
  *n = mentions->first[sentence + 1] - *first;
}

guint
bl_mentions_n_skipped (const BlMentions *mentions)
{
  return mentions->n_skipped;
}

const BlProperWord *
bl_mentions_proper_words (const BlMentions *mentions, guint *n)
{
  *n = mentions->n_proper;
  return mentions->proper;
}

const GPtrArray *
bl_mentions_damaged_terms (const BlMentions *mentions)
{
  return mentions->damaged;
}
