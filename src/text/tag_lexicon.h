/* rules/lexicon/tags.json as the tagger asks for it. Inside of src/text only. */
#pragma once

#include "text/tagger.h"

/* The tags a word may have. */
typedef struct
{
  guint64 may;
  guint8 first; /* the commonest */
} BlTagList;

/* Where a contextual rule looks. Names are those of Brill's rule files. */
typedef enum
{
  BL_TEMPLATE_PREVTAG,
  BL_TEMPLATE_NEXTTAG,
  BL_TEMPLATE_PREV2TAG,
  BL_TEMPLATE_NEXT2TAG,
  BL_TEMPLATE_PREV1OR2TAG,
  BL_TEMPLATE_NEXT1OR2TAG,
  BL_TEMPLATE_PREV1OR2OR3TAG,
  BL_TEMPLATE_NEXT1OR2OR3TAG,
  BL_TEMPLATE_SURROUNDTAG,
  BL_TEMPLATE_PREVBIGRAM,
  BL_TEMPLATE_NEXTBIGRAM,
  BL_TEMPLATE_CURWD,
  BL_TEMPLATE_PREVWD,
  BL_TEMPLATE_NEXTWD,
  BL_TEMPLATE_PREV1OR2WD,
  BL_TEMPLATE_NEXT1OR2WD,
  BL_TEMPLATE_LBIGRAM,
  BL_TEMPLATE_RBIGRAM,
  BL_TEMPLATE_WDAND2AFT,
  BL_TEMPLATE_WDPREVTAG,
  BL_TEMPLATE_WDNEXTTAG,
  BL_TEMPLATE_WDAND2TAGBFR,
  BL_TEMPLATE_WDAND2TAGAFT,
  BL_N_TEMPLATES,
} BlTemplate;

typedef struct
{
  guint8 from, to;  /* BlTag */
  guint8 template;  /* BlTemplate */
  guint8 tags[2];   /* what the template names, or BL_TAG_NONE */
  guint16 words[2]; /* the same for words, as bl_tag_lexicon_rule_word() numbers them; 0: none */
} BlTagRule;

typedef struct BlTagLexicon BlTagLexicon;

BlTagLexicon *bl_tag_lexicon_load (const char *path, GError **error);
void bl_tag_lexicon_free (BlTagLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlTagLexicon, bl_tag_lexicon_free)

/* What is known of a word, NULL when it is not listed. */
const BlTagList *bl_tag_lexicon_word (const BlTagLexicon *lexicon, const char *word, gsize length);

/* What the longest ending says of a word that is not listed; NULL when none does. */
const BlTagList *bl_tag_lexicon_ending (const BlTagLexicon *lexicon, const char *word, gsize length);

/* BlTagRule in the order in which they are tried. */
const GArray *bl_tag_lexicon_rules (const BlTagLexicon *lexicon);

/* The words that rules name have numbers from 1 to n_rule_words; 0 for all others. */
guint bl_tag_lexicon_rule_word (const BlTagLexicon *lexicon, const char *word);
guint bl_tag_lexicon_n_rule_words (const BlTagLexicon *lexicon);

/* Stands for what is before the first and behind the last word. */
#define BL_TAG_EDGE BL_N_TAGS
