/* says: what stands between quotation marks, and who is said to have said it. One claim a quotation, whatever its sentences;
 * scare quotes, titles and slogans are shorter than MIN_WORDS and make none. */
#include "claims/attribution.h"
#include "readers/makers.h"
#include "readers/readers.h"

#include <string.h>

#define MIN_WORDS 6

static gboolean
is_ordinary (BlBlockKind kind)
{
  return kind == BL_BLOCK_PARAGRAPH || kind == BL_BLOCK_LIST_ITEM || kind == BL_BLOCK_DECK;
}

/* An open quotation goes on in the next paragraph when that begins with a mark again; else a mark is missing, and nobody knows
 * where the quotation ends. */
static gboolean
is_whole (const BlDocument *document, const BlQuote *quotes, guint n, guint index)
{
  if (quotes[index].closed)
    return TRUE;
  guint n_sentences, n_blocks;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  const guint sentence = bl_document_sentence_at (document, quotes[index].span.start);
  if (sentence >= n_sentences || sentences[sentence].block + 1 >= n_blocks || index + 1 >= n)
    return FALSE;
  const BlSpan block = blocks[sentences[sentence].block].span, next = blocks[sentences[sentence].block + 1].span;
  return quotes[index].span.end + 2 >= block.end && quotes[index + 1].span.start == next.start;
}

/* The sentences that the quotation begins and ends in. */
static void
sentences_of (const BlDocument *document, BlSpan span, guint *first, guint *last)
{
  *first = bl_document_sentence_at (document, span.start);
  *last = bl_document_sentence_at (document, span.end - 1);
}

static gboolean
is_full_name (const char *id)
{
  return g_str_has_prefix (id, "person/") || (g_str_has_prefix (id, "name/") && strchr (id, ' ') != NULL);
}

/* Counts the people named around the quotation, and finds whether the speaker is one of them by name. */
static void
look_around (const BlExtraction *extraction, BlSpan span, const char *speaker, BlQuoteDetail *detail)
{
  guint first_sentence, last_sentence;
  sentences_of (extraction->article->document, span, &first_sentence, &last_sentence);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint sentence = first_sentence; sentence <= last_sentence; sentence++)
    {
      guint first, n;
      bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
      for (guint i = first; i < first + n; i++)
        {
          const BlMention *mention = bl_mentions_get (extraction->mentions, i);
          if (mention->type != BL_MENTION_PERSON || mention->id == NULL
              || (mention->span.start >= span.start && mention->span.end <= span.end))
            continue;
          g_hash_table_add (people, (gpointer) mention->id);
          if (speaker != NULL && strcmp (mention->id, speaker) == 0 && mention->how != BL_HOW_PRONOUN && !mention->ambiguous
              && is_full_name (speaker))
            detail->named = TRUE;
        }
    }
  detail->n_persons = g_hash_table_size (people);
}

/* Words around the quotation that leave open whose words these are. */
static gboolean
is_second_hand (const BlExtraction *extraction, BlSpan span)
{
  gsize length;
  const char *text = bl_document_text (extraction->article->document, &length);
  guint n, first, last;
  const BlSentence *sentences = bl_document_sentences (extraction->article->document, &n);
  sentences_of (extraction->article->document, span, &first, &last);
  if (first >= n || last >= n)
    return TRUE;
  const BlSpan before = bl_span (MIN (sentences[first].span.start, span.start), span.start);
  const BlSpan behind = bl_span (span.end, MAX (sentences[last].span.end, span.end));
  g_autofree char *raw = g_strdup_printf ("%.*s %.*s", (int) bl_span_length (before), text + before.start,
                                          (int) bl_span_length (behind), text + behind.start);
  g_autofree char *around = g_utf8_strdown (raw, -1);
  return bl_cues_is_second_hand (extraction->context->cues, around);
}

static char *
join (const GArray *words)
{
  GString *joined = g_string_sized_new (8 * words->len);
  for (guint i = 0; i < words->len; i++)
    {
      const BlQuoteWord *word = &g_array_index (words, BlQuoteWord, i);
      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, (word->flags & BL_QUOTE_WORD_GAP) != 0 ? "…" : word->text);
    }
  return g_string_free (joined, FALSE);
}

static const char *
find_speaker (BlExtraction *extraction, BlReading *reading, BlSpan span)
{
  guint first, last;
  const BlDocument *document = extraction->article->document;
  sentences_of (document, span, &first, &last);
  const char *speaker = NULL;
  for (guint pass = 0; pass < (first == last ? 1 : 2) && speaker == NULL; pass++)
    {
      bl_reading_read (reading, extraction->context->cues, document, extraction->mentions, pass == 0 ? last : first);
      speaker = bl_attribution_find (extraction, reading, span);
    }
  return speaker;
}

static void
add_quote (BlExtraction *extraction, BlReading *reading, const BlQuote *quote, const GArray *words)
{
  BlClaim *claim = bl_extraction_add (extraction, "says", "reader/quotes", quote->span);
  const char *speaker = find_speaker (extraction, reading, quote->span);
  claim->speaker = speaker;
  if (speaker != NULL)
    {
      const BlArgument who = { .name = "speaker", .value = speaker, .surface = speaker };
      bl_claim_set_key (extraction, claim, &who, 1);
    }
  g_autofree char *joined = join (words);
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT,
                            .text = bl_arena_intern (extraction->arena, joined),
                            .surface = bl_extraction_text (extraction, quote->inner) };
  BlQuoteDetail *detail = bl_arena_new0 (extraction->arena, BlQuoteDetail);
  BlQuoteWord *copy = bl_arena_alloc (extraction->arena, words->len * sizeof (BlQuoteWord));
  memcpy (copy, words->data, words->len * sizeof (BlQuoteWord));
  *detail = (BlQuoteDetail){
    .inner = quote->inner, .words = copy, .n_words = words->len, .second_hand = is_second_hand (extraction, quote->span)
  };
  look_around (extraction, quote->span, speaker, detail);
  claim->detail = detail;
}

void
bl_read_quotes (BlExtraction *extraction)
{
  const BlDocument *document = extraction->article->document;
  guint n, n_sentences, n_blocks;
  const BlQuote *quotes = bl_document_quotes (document, &n);
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  gsize length;
  const char *text = bl_document_text (document, &length);
  BlReading reading;
  bl_reading_init (&reading);
  for (guint i = 0; i < n; i++)
    {
      const guint sentence = bl_document_sentence_at (document, quotes[i].span.start);
      if (quotes[i].depth > 0 || sentence >= n_sentences || !is_ordinary (blocks[sentences[sentence].block].kind)
          || !is_whole (document, quotes, n, i))
        continue;
      g_autoptr (GArray) words
          = bl_quote_words_read (extraction->arena, text + quotes[i].inner.start, bl_span_length (quotes[i].inner));
      if (bl_quote_words_count ((const BlQuoteWord *) words->data, words->len) >= MIN_WORDS)
        add_quote (extraction, &reading, &quotes[i], words);
    }
  bl_reading_clear (&reading);
}
