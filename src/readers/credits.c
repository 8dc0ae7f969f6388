/* credits: the outlet or agency that a text names as where it has its story from: "(CNN) –", "according to Politico", "told the BBC". */
#include "claims/cues.h"
#include "readers/makers.h"
#include "readers/readers.h"

#include <string.h>

/* Words between "according to" and the outlet: "the private news agency". */
#define MAX_DESCRIPTORS 5

/* A relay in the headline or so far down tells of the whole story. */
#define LEAD_SENTENCES 3

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

/* The words that make the outlet the teller, before it, "according to the newspaper Bild", or behind it, "Reuters reported". */
static gboolean
is_relay (const BlSourcingWords *sourcing, const BlWords *words, BlSpan outlet)
{
  const guint index = bl_words_at (words, outlet.start), end = bl_words_end (words, outlet.end);
  guint back = index;
  while (back > 0 && index - back < MAX_DESCRIPTORS
         && bl_sourcing_has (sourcing, BL_SOURCING_DESCRIPTOR, bl_words_get (words, back - 1)->text))
    back--;
  for (guint i = back; i <= index; i++)
    if (bl_sourcing_before (sourcing, BL_SOURCING_RELAY_BEFORE, words, i) > 0)
      return TRUE;
  return end < bl_words_count (words) && bl_words_get (words, end)->breaks == 0
         && bl_sourcing_at (sourcing, BL_SOURCING_RELAY_BEHIND, words, end) > 0;
}

/* Where a relay stands that an article begins with. */
static gboolean
is_lead (const BlSentence *sentences, const BlBlock *blocks, guint sentence)
{
  guint n = 0;
  for (guint i = 0; i <= sentence && n <= LEAD_SENTENCES; i++)
    {
      const BlBlockKind kind = blocks[sentences[i].block].kind;
      n += kind == BL_BLOCK_PARAGRAPH || kind == BL_BLOCK_LIST_ITEM;
    }
  return n <= LEAD_SENTENCES;
}

static BlCreditDetail *
detail_new (BlExtraction *extraction, BlCreditKind kind, gboolean whole)
{
  BlCreditDetail *detail = bl_arena_new0 (extraction->arena, BlCreditDetail);
  *detail = (BlCreditDetail){ .kind = kind, .whole = whole };
  return detail;
}

void
bl_read_credits (BlExtraction *extraction)
{
  const BlDocument *document = extraction->article->document;
  const BlSourcingWords *sourcing = bl_cues_sourcing_words (extraction->context->cues);
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
      const gboolean byline = block->kind == BL_BLOCK_BYLINE, dateline = is_dateline (text, block->span, mention->span);
      if (!byline && !dateline && !is_relay (sourcing, &words, mention->span))
        continue;
      g_hash_table_add (seen, (gpointer) mention->id);
      BlClaim *claim = bl_extraction_add (extraction, "credits", "reader/credits", mention->span);
      claim->value = (BlValue){ .kind = BL_VALUE_ENTITY, .text = mention->id, .surface = mention->organisation->name };
      claim->detail = byline     ? detail_new (extraction, BL_CREDIT_BYLINE, TRUE)
                      : dateline ? detail_new (extraction, BL_CREDIT_DATELINE, TRUE)
                                 : detail_new (extraction, BL_CREDIT_RELAY, is_lead (sentences, blocks, mention->sentence));
    }
  bl_words_clear (&words);
}
