/* What outlives the passes: a run over an article makes many times the bytes that its mentions need, so these are copied out of it.
 *
 * Strings of the base and of the lexicons outlive any article and stay where they are; all that the passes may have made is copied. */
#include "mentions/keep.h"

static const char *
keep_text (BlArena *kept, const char *text)
{
  return text == NULL ? NULL : text[0] == '\0' ? "" : bl_arena_intern (kept, text);
}

static const BlQuantity *
keep_quantity (BlArena *kept, const BlQuantity *made)
{
  if (made == NULL)
    return NULL;
  BlQuantity *quantity = bl_arena_new0 (kept, BlQuantity);
  *quantity = *made;
  quantity->noun = keep_text (kept, made->noun);
  quantity->kind = keep_text (kept, made->kind);
  quantity->attribute = keep_text (kept, made->attribute);
  quantity->state = keep_text (kept, made->state);
  return quantity;
}

static const BlTenure *
keep_tenure (BlArena *kept, const BlTenure *made)
{
  if (made == NULL)
    return NULL;
  BlTenure *tenure = bl_arena_new0 (kept, BlTenure);
  *tenure = *made;
  return tenure;
}

void
bl_mention_keep (BlArena *kept, BlMention *mention)
{
  mention->id = keep_text (kept, mention->id);
  if (mention->type == BL_MENTION_PERSON)
    mention->person.surface = keep_text (kept, mention->person.surface);
  else if (mention->type == BL_MENTION_OFFICE)
    mention->title.tenure = keep_tenure (kept, mention->title.tenure);
  else if (mention->type == BL_MENTION_DATE)
    mention->date.ago = keep_quantity (kept, mention->date.ago);
  else if (bl_mention_is_figure (mention))
    mention->quantity = keep_quantity (kept, mention->quantity);
}

void
bl_proper_word_keep (BlArena *kept, BlProperWord *word)
{
  word->word = keep_text (kept, word->word);
}

BlDamagedTerm *
bl_damaged_term_keep (BlArena *kept, const BlDamagedTerm *made)
{
  BlDamagedTerm *damaged = bl_arena_new0 (kept, BlDamagedTerm);
  *damaged = *made;
  damaged->term = keep_text (kept, made->term);
  damaged->word = keep_text (kept, made->word);
  return damaged;
}
