/* credits: the outlet or agency that a text names as where it has its story from: "(CNN) –", "according to Politico", "told the BBC". */
#include "claims/extraction.h"
#include "claims/words.h"

#include <string.h>

static gboolean
is_outlet (const BlMention *mention)
{
  if (mention->type != BL_MENTION_ORG || mention->organisation == NULL)
    return FALSE;
  const char *kind = mention->organisation->kind;
  return kind != NULL && (strcmp (kind, "media") == 0 || strcmp (kind, "agency") == 0);
}

/* An agency's dateline names the agency itself. */
static gboolean
is_own_name (const BlExtraction *extraction, const BlOrganisation *organisation)
{
  const BlSource *source = extraction->article->source;
  return source != NULL
         && (g_ascii_strcasecmp (source->name, organisation->name) == 0 || strcmp (source->id, organisation->id) == 0);
}

/* "(Reuters) -" and the like: in brackets, within the first words of a block. */
static gboolean
is_dateline (const char *text, BlSpan block, BlSpan outlet)
{
  return outlet.start > block.start && outlet.start - block.start < 60 && text[outlet.start - 1] == '('
         && text[outlet.end] == ')';
}

/* The words that make the outlet the teller, right before it. */
static gboolean
is_told_to (const BlWords *words, guint index)
{
  static const char *const skip[]
      = { "the", "broadcaster", "newspaper", "website", "news", "agency", "european", "american", NULL };
  guint back = index;
  while (back > 0 && index - back < 4 && g_strv_contains (skip, bl_words_get (words, back - 1)->text))
    back--;
  if (back == 0)
    return FALSE;
  const char *word = bl_words_get (words, back - 1)->text;
  if (strcmp (word, "told") == 0)
    return TRUE;
  return back >= 2 && strcmp (word, "to") == 0 && strcmp (bl_words_get (words, back - 2)->text, "according") == 0;
}

void
bl_read_credits (BlExtraction *extraction)
{
  const BlDocument *document = extraction->article->document;
  guint n, n_sentences, n_blocks;
  gsize length;
  const char *text = bl_document_text (document, &length);
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  BlWords words;
  bl_words_init (&words);
  guint words_sentence = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if (!is_outlet (mention) || is_own_name (extraction, mention->organisation) || g_hash_table_contains (seen, mention->id))
        continue;
      if (words_sentence != mention->sentence)
        {
          bl_words_read (&words, document, sentences[mention->sentence].span);
          words_sentence = mention->sentence;
        }
      const BlBlock *block = &blocks[sentences[mention->sentence].block];
      const gboolean byline = block->kind == BL_BLOCK_BYLINE;
      if (!byline && !is_dateline (text, block->span, mention->span)
          && !is_told_to (&words, bl_words_at (&words, mention->span.start)))
        continue;
      g_hash_table_add (seen, (gpointer) mention->id);
      BlClaim *claim = bl_extraction_add (extraction, "credits", "reader/credits", mention->span);
      claim->value = (BlValue){ .kind = BL_VALUE_ENTITY, .text = mention->id, .surface = mention->organisation->name };
    }
  bl_words_clear (&words);
}
