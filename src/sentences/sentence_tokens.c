#include "sentences/sentence_tokens.h"

#include "sentences/sentences.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

void
bl_sentence_tokens_init (BlSentenceTokens *tokens, BlStemmer *stemmer)
{
  bl_words_init (&tokens->words);
  tokens->stemmer = stemmer;
  tokens->texts = g_string_chunk_new (1024);
  tokens->tokens = g_array_new (FALSE, FALSE, sizeof (BlToken));
}

void
bl_sentence_tokens_clear (BlSentenceTokens *tokens)
{
  bl_words_clear (&tokens->words);
  g_string_chunk_free (tokens->texts);
  g_array_unref (tokens->tokens);
}

/* So many sentences are kept, then all are forgotten. */
#define MAX_KEPT 1024

struct BlTokensKept
{
  GHashTable *sentences; /* const BlClaimSentence * → BlSentenceTokens */
};

static void
kept_free (gpointer data)
{
  bl_sentence_tokens_clear (data);
  g_free (data);
}

void
bl_tokens_kept_free (BlTokensKept *kept)
{
  if (kept == NULL)
    return;
  g_hash_table_unref (kept->sentences);
  g_free (kept);
}

static const BlSentenceTokens *
keep (BlCompareState *state, const BlPairSide *side)
{
  BlSentenceTokens *tokens = g_hash_table_lookup (state->tokens->sentences, side->sentence);
  if (tokens == NULL)
    {
      tokens = g_new (BlSentenceTokens, 1);
      bl_sentence_tokens_init (tokens, state->stemmer);
      bl_sentence_tokens_read (tokens, side);
      g_hash_table_insert (state->tokens->sentences, (gpointer) side->sentence, tokens);
    }
  return tokens;
}

void
bl_sentence_tokens_of (BlCompareState *state, const BlSentencePair *pair, const BlSentenceTokens **a,
                       const BlSentenceTokens **b)
{
  if (state->tokens == NULL)
    {
      state->tokens = g_new0 (BlTokensKept, 1);
      state->tokens->sentences = g_hash_table_new_full (NULL, NULL, NULL, kept_free);
    }
  else if (g_hash_table_size (state->tokens->sentences) >= MAX_KEPT)
    g_hash_table_remove_all (state->tokens->sentences);
  *a = keep (state, &pair->a);
  *b = keep (state, &pair->b);
}

static int
compare_terms (const void *key, const void *term)
{
  return strcmp (key, *(const char *const *) term);
}

gboolean
bl_sentence_has_term (const BlClaimSentence *sentence, const char *term)
{
  return bsearch (term, sentence->terms, sentence->n_terms, sizeof sentence->terms[0], compare_terms) != NULL;
}

static gboolean
is_entity (const BlMention *mention)
{
  return mention->id != NULL && mention->how != BL_HOW_PRONOUN
         && (mention->type == BL_MENTION_PERSON || mention->type == BL_MENTION_COUNTRY || mention->type == BL_MENTION_ORG
             || mention->type == BL_MENTION_PLACE);
}

static gboolean
is_value (const BlMention *mention)
{
  return bl_mention_is_figure (mention) || mention->type == BL_MENTION_DATE;
}

/* Articles, and what is left of "U.S.'s": they stand between two words without telling them apart. */
static gboolean
is_silent (const char *word)
{
  static const char *const silent[] = { "a", "an", "the", "s", NULL };
  return g_strv_contains (silent, word);
}

/* The mention that makes the word part of one token or of a title, or NULL. */
static const BlMention *
mention_of (const BlMention *mentions, guint n, BlSpan span)
{
  for (guint i = 0; i < n; i++)
    if (mentions[i].span.start < span.end && span.start < mentions[i].span.end
        && (is_entity (&mentions[i]) || is_value (&mentions[i])))
      return &mentions[i];
  for (guint i = 0; i < n; i++)
    if (mentions[i].type == BL_MENTION_OFFICE && mentions[i].span.start < span.end && span.start < mentions[i].span.end)
      return &mentions[i];
  return NULL;
}

static gboolean
is_capital (const char *document, BlSpan span)
{
  return g_unichar_isupper (g_utf8_get_char (document + span.start));
}

static void
add_mention (BlSentenceTokens *tokens, const BlMention *mention, const char *document)
{
  BlToken token = { .kind = is_entity (mention) ? BL_TOKEN_ENTITY : BL_TOKEN_VALUE,
                    .span = mention->span,
                    .capital = is_capital (document, mention->span),
                    .mention = mention };
  if (token.kind == BL_TOKEN_ENTITY)
    token.text = mention->id;
  else
    {
      g_autofree char *folded = bl_fold_letters (document + mention->span.start, (gssize) bl_span_length (mention->span));
      token.text = g_string_chunk_insert_const (tokens->texts, folded);
    }
  token.stem = token.text;
  g_array_append_val (tokens->tokens, token);
}

static void
add_word (BlSentenceTokens *tokens, const BlWord *word, const BlClaimSentence *sentence, const char *document,
          gboolean in_title)
{
  if (is_silent (word->text))
    return;
  const char *stem = bl_stemmer_stem (tokens->stemmer, word->text, strlen (word->text));
  const BlToken token = { .kind = bl_sentence_has_term (sentence, stem) ? BL_TOKEN_WORD
                                  : in_title                            ? BL_TOKEN_TITLE
                                                                        : BL_TOKEN_FUNCTION,
                          .text = g_string_chunk_insert_const (tokens->texts, word->text),
                          .stem = g_string_chunk_insert_const (tokens->texts, stem),
                          .span = word->span,
                          .capital = tokens->tokens->len > 0 && is_capital (document, word->span) };
  g_array_append_val (tokens->tokens, token);
}

void
bl_sentence_tokens_read (BlSentenceTokens *tokens, const BlPairSide *side)
{
  const BlDocument *document = bl_article_claims_article (side->article)->document;
  const char *text = bl_document_text (document, NULL);
  guint n_sentences, first, n, n_all;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  const BlMentions *mentions = bl_article_claims_mentions (side->article);
  bl_mentions_in_sentence (mentions, side->sentence->index, &first, &n);
  const BlMention *list = bl_mentions_list (mentions, &n_all) + first;
  g_array_set_size (tokens->tokens, 0);
  g_string_chunk_clear (tokens->texts);
  bl_words_read (&tokens->words, document, sentences[side->sentence->index].span);
  const BlMention *last = NULL;
  for (guint i = 0; i < bl_words_count (&tokens->words); i++)
    {
      const BlWord *word = bl_words_get (&tokens->words, i);
      const BlMention *mention = mention_of (list, n, word->span);
      const gboolean in_title = mention != NULL && mention->type == BL_MENTION_OFFICE;
      if (mention == NULL || in_title)
        add_word (tokens, word, side->sentence, text, in_title);
      else if (mention != last)
        add_mention (tokens, mention, text);
      last = mention;
    }
}

gboolean
bl_sentence_tokens_have (const BlSentenceTokens *tokens, const BlToken *token)
{
  for (guint i = 0; i < tokens->tokens->len; i++)
    if (strcmp (bl_sentence_tokens_get (tokens, i)->stem, token->stem) == 0)
      return TRUE;
  return FALSE;
}
