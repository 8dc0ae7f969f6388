/* counts and happens-on: every figure with what it counts, every weekday and month, each with the words around it.
 *
 * No rule says what these figures are of: the open comparison (compare/figures.c) aligns their sentences by the words and
 * mentions around them. */
#include "claims/extraction.h"
#include "claims/words.h"
#include "text/stem.h"

#include <stdlib.h>
#include <string.h>

/* How many neighbours on each side say what a figure is of. */
#define N_NEAR 4

/* Words that say nothing of what a sentence is about. Sorted: searched by halves. */
static const char *const stop_words[]
    = { "a",     "about",   "after",  "all",    "also",  "am",   "an",    "and",   "any",   "are",  "around", "as",   "at",
        "be",    "because", "been",   "before", "being", "but",  "by",    "can",   "could", "did",  "do",     "does", "for",
        "from",  "had",     "has",    "have",   "he",    "her",  "here",  "him",   "his",   "how",  "i",      "if",   "in",
        "into",  "is",      "it",     "its",    "just",  "may",  "me",    "might", "more",  "most", "my",     "no",   "not",
        "now",   "of",      "on",     "one",    "only",  "or",   "other", "our",   "out",   "over", "s",      "said", "say",
        "says",  "she",     "should", "so",     "some",  "such", "t",     "than",  "that",  "the",  "their",  "them", "then",
        "there", "these",   "they",   "this",   "those", "to",   "too",   "up",    "us",    "very", "was",    "we",   "were",
        "what",  "when",    "where",  "which",  "while", "who",  "will",  "with",  "would", "you",  "your" };

typedef struct
{
  const char *text; /* stem or id, interned */
  BlSpan span;
} Item;

typedef struct
{
  BlExtraction *extraction;
  BlStemmer *stemmer;
  BlWords words;
  GArray *items; /* Item, of the sentence that is read */
  const char *const *context;
  gboolean conditional;
} Reader;

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_stop_word (const char *word)
{
  return bsearch (&word, stop_words, G_N_ELEMENTS (stop_words), sizeof stop_words[0], compare_strings) != NULL;
}

static gboolean
is_condition (const char *word)
{
  static const char *const conditions[] = { "if", "unless", "would", "could", "might", NULL };
  return strchr ("iuwcm", word[0]) != NULL && g_strv_contains (conditions, word);
}

static gboolean
is_figure (const BlMention *mention)
{
  return mention->type == BL_MENTION_QUANTITY || mention->type == BL_MENTION_MONEY || mention->type == BL_MENTION_PERCENT
         || mention->type == BL_MENTION_DURATION;
}

static gboolean
is_day (const BlMention *mention)
{
  return mention->type == BL_MENTION_DATE && (mention->date.weekday != 0 || mention->date.written.precision >= BL_DATE_MONTH);
}

/* A figure that may be compared: neither an age nor a bare number, and more than "one". */
static gboolean
is_countable (const BlMention *mention)
{
  const BlQuantity *quantity = &mention->quantity;
  if (!is_figure (mention) || strcmp (quantity->noun, "age") == 0 || (quantity->low == 1 && quantity->high == 1))
    return FALSE;
  return quantity->noun[0] != '\0' || quantity->unit[0] != '\0';
}

/* --- the words of a sentence --------------------------------------------------------------------------------------- */

static const BlMention *
mention_over (const BlMention *mentions, guint n, BlSpan span)
{
  for (guint i = 0; i < n; i++)
    if (mentions[i].span.start < span.end && span.start < mentions[i].span.end)
      return &mentions[i];
  return NULL;
}

static const char *
word_text (Reader *reader, const BlWord *word, const BlMention *mention)
{
  BlArena *arena = reader->extraction->arena;
  if (mention != NULL && mention->id != NULL && mention->type != BL_MENTION_OFFICE)
    return mention->how == BL_HOW_PRONOUN ? NULL : bl_arena_intern (arena, mention->id);
  const gsize length = strlen (word->text);
  if ((mention != NULL && mention->type != BL_MENTION_OFFICE) || length < 3 || g_ascii_isdigit (word->text[0])
      || is_stop_word (word->text))
    return NULL;
  return bl_arena_intern (arena, bl_stemmer_stem (reader->stemmer, word->text, length));
}

/* The distinct texts of the items in order of strcmp. */
static const char *const *
sorted_context (Reader *reader)
{
  const GArray *items = reader->items;
  const char **list = bl_arena_alloc (reader->extraction->arena, (items->len + 1) * sizeof (char *));
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    list[i] = g_array_index (items, Item, i).text;
  qsort (list, items->len, sizeof list[0], compare_strings);
  for (guint i = 0; i < items->len; i++)
    if (n == 0 || strcmp (list[n - 1], list[i]) != 0)
      list[n++] = list[i];
  list[n] = NULL;
  return list;
}

static void
read_sentence (Reader *reader, guint sentence)
{
  const BlDocument *document = reader->extraction->article->document;
  guint n_sentences, first, n;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  bl_words_read (&reader->words, document, sentences[sentence].span);
  bl_mentions_in_sentence (reader->extraction->mentions, sentence, &first, &n);
  guint n_mentions;
  const BlMention *mentions = bl_mentions_list (reader->extraction->mentions, &n_mentions);
  g_array_set_size (reader->items, 0);
  reader->conditional = FALSE;
  const BlMention *last = NULL;
  for (guint i = 0; i < reader->words.words->len; i++)
    {
      const BlWord *word = bl_words_get (&reader->words, i);
      const BlMention *mention = mention_over (mentions + first, n, word->span);
      if (is_condition (word->text))
        reader->conditional = TRUE;
      const char *text = mention != NULL && mention == last && mention->id != NULL ? NULL : word_text (reader, word, mention);
      last = mention;
      if (text == NULL)
        continue;
      const Item item = { .text = text, .span = word->span };
      g_array_append_val (reader->items, item);
    }
  reader->context = sorted_context (reader);
}

/* --- claims -------------------------------------------------------------------------------------------------------- */

static BlSurroundings
surroundings (const Reader *reader, BlSpan span)
{
  BlArena *arena = reader->extraction->arena;
  const char **before = bl_arena_alloc (arena, (N_NEAR + 1) * sizeof (char *));
  const char **after = bl_arena_alloc (arena, (N_NEAR + 1) * sizeof (char *));
  const GArray *items = reader->items;
  guint n = 0, at = 0;
  while (at < items->len && g_array_index (items, Item, at).span.end <= span.start)
    at++;
  for (guint i = at; i > 0 && n < N_NEAR; i--)
    before[n++] = g_array_index (items, Item, i - 1).text;
  n = 0;
  for (guint i = at; i < items->len && n < N_NEAR; i++)
    after[n++] = g_array_index (items, Item, i).text;
  guint word = bl_words_end (&reader->words, span.start);
  return (BlSurroundings){ .context = reader->context,
                           .before = before,
                           .after = after,
                           .lead = word > 0 ? bl_arena_intern (arena, bl_words_get (&reader->words, word - 1)->text) : "",
                           .conditional = reader->conditional };
}

/* "for the first time in 17 years": read by reader/spans. */
static gboolean
is_span_back (const BlSurroundings *around)
{
  return around->before[0] != NULL && strcmp (around->before[0], "time") == 0 && around->before[1] != NULL
         && strcmp (around->before[1], "first") == 0;
}

static void
add_count (Reader *reader, const BlMention *mention)
{
  BlExtraction *extraction = reader->extraction;
  const BlQuantity *quantity = &mention->quantity;
  const BlSurroundings around = surroundings (reader, mention->span);
  if (is_span_back (&around))
    return;
  BlSpan span = mention->span;
  /* "12 injured soldiers": the noun belongs to what is shown when it is near. */
  if (quantity->noun[0] != '\0' && quantity->noun_span.end > span.end && quantity->noun_span.end - span.end <= 40)
    span.end = quantity->noun_span.end;
  BlClaim *claim = bl_extraction_add (extraction, "counts", "reader/counts", span);
  const BlArgument key[] = { { .name = "noun", .value = quantity->noun, .surface = quantity->noun },
                             { .name = "unit", .value = quantity->unit, .surface = quantity->unit } };
  bl_claim_set_key (extraction, claim, key, G_N_ELEMENTS (key));
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY,
                            .text = bl_extraction_folded (extraction, mention->span),
                            .surface = bl_extraction_text (extraction, mention->span),
                            .quantity = *quantity };
  BlCountDetail *detail = bl_arena_new0 (extraction->arena, BlCountDetail);
  *detail = (BlCountDetail){ .quantity = quantity, .noun = quantity->noun, .around = around };
  claim->detail = detail;
}

static void
add_day (Reader *reader, const BlMention *mention)
{
  BlExtraction *extraction = reader->extraction;
  BlClaim *claim = bl_extraction_add (extraction, "happens-on", "reader/counts", mention->span);
  const char *text = bl_extraction_folded (extraction, mention->span);
  const BlArgument key = { .name = "day", .value = text, .surface = claim->at.text };
  bl_claim_set_key (extraction, claim, &key, 1);
  claim->value = (BlValue){ .kind = BL_VALUE_DATE, .text = text, .surface = claim->at.text, .date = mention->date.range };
  BlDayDetail *detail = bl_arena_new0 (extraction->arena, BlDayDetail);
  *detail = (BlDayDetail){ .date = &mention->date, .around = surroundings (reader, mention->span) };
  claim->detail = detail;
}

static gboolean
is_readable (const BlDocument *document, guint sentence)
{
  guint n;
  const BlSentence *sentences = bl_document_sentences (document, &n);
  if (sentence >= n)
    return FALSE;
  const BlBlockKind kind = bl_document_blocks (document, &n)[sentences[sentence].block].kind;
  return kind != BL_BLOCK_BOILERPLATE && kind != BL_BLOCK_CAPTION && kind != BL_BLOCK_BYLINE;
}

void
bl_read_counts (BlExtraction *extraction)
{
  Reader reader = { .extraction = extraction,
                    .stemmer = bl_stemmer_new_sharing (extraction->context->stems),
                    .items = g_array_new (FALSE, FALSE, sizeof (Item)) };
  bl_words_init (&reader.words);
  guint n, current = G_MAXUINT;
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlMention *mention = &mentions[i];
      if ((!is_countable (mention) && !is_day (mention)) || !is_readable (extraction->article->document, mention->sentence))
        continue;
      if (mention->sentence != current)
        read_sentence (&reader, mention->sentence);
      current = mention->sentence;
      if (is_figure (mention))
        add_count (&reader, mention);
      else
        add_day (&reader, mention);
    }
  bl_words_clear (&reader.words);
  g_array_unref (reader.items);
  bl_stemmer_free (reader.stemmer);
}
