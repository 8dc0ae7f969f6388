#include "readers/surroundings.h"

#include "claims/cues.h"
#include "text/stem.h"

#include <stdlib.h>
#include <string.h>

/* How many neighbours on each side say what a figure is of. */
#define N_NEAR 4

/* Shorter words say nothing of what a sentence is about. */
#define MIN_TERM_BYTES 3

/* Shorter words are small in many headlines. */
#define TITLE_WORD_BYTES 4

typedef struct
{
  const char *text; /* stem or id, interned */
  BlSpan span;
  gboolean name;
} Item;

static int
compare_strings (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const Item *
item_at (const BlSurroundingsReader *reader, guint index)
{
  return &g_array_index (reader->items, Item, index);
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

/* Persons, states, organisations, places and treaties have a mention with an id. */
static gboolean
is_entity (const BlMention *mention)
{
  return mention != NULL && mention->id != NULL && mention->type != BL_MENTION_OFFICE;
}

static const char *
word_term (const BlSurroundingsReader *reader, const BlWord *word, const BlMention *mention)
{
  BlArena *arena = reader->extraction->arena;
  if (is_entity (mention))
    return mention->how == BL_HOW_PRONOUN ? NULL : bl_arena_intern (arena, mention->id);
  const gsize length = strlen (word->text);
  if ((mention != NULL && mention->type != BL_MENTION_OFFICE) || length < MIN_TERM_BYTES || g_ascii_isdigit (word->text[0])
      || bl_cues_is_stop_word (reader->extraction->context->cues, word->text))
    return NULL;
  return bl_arena_intern (arena, bl_stemmer_stem (reader->stemmer, word->text, length));
}

/* The distinct texts of the items, or of those that are names, in order of strcmp. */
static const char *const *
sorted_terms (const BlSurroundingsReader *reader, gboolean names, guint *n_terms)
{
  static const char *const none[] = { NULL };
  g_autofree const char **list = g_new (const char *, reader->items->len + 1);
  guint n = 0, n_distinct = 0;
  for (guint i = 0; i < reader->items->len; i++)
    if (!names || item_at (reader, i)->name)
      list[n++] = item_at (reader, i)->text;
  if (n > 1)
    qsort (list, n, sizeof list[0], compare_strings);
  for (guint i = 0; i < n; i++)
    if (n_distinct == 0 || list[n_distinct - 1] != list[i])
      list[n_distinct++] = list[i];
  *n_terms = n_distinct;
  if (n_distinct == 0)
    return none;
  const char **terms = bl_arena_alloc (reader->extraction->arena, (n_distinct + 1) * sizeof (char *));
  memcpy (terms, list, n_distinct * sizeof (char *));
  return terms;
}

/* Most longer words begin with a capital, as in headlines: capitals then say nothing. */
static gboolean
is_title_case (const BlWords *words, const char *text)
{
  guint n = 0, n_large = 0;
  for (guint i = 0; i < bl_words_count (words); i++)
    {
      const BlWord *word = bl_words_get (words, i);
      if (bl_span_length (word->span) < TITLE_WORD_BYTES)
        continue;
      n++;
      n_large += g_ascii_isupper (text[word->span.start]);
    }
  return 10 * n_large > 7 * n;
}

/* A capital where no sentence or quotation begins. */
static gboolean
is_capitalised (const BlWord *word, guint index, const char *text)
{
  return index > 0 && (word->breaks & (BL_BREAK_STRONG | BL_BREAK_QUOTE)) == 0 && g_ascii_isupper (text[word->span.start]);
}

static void
read_sentence (BlSurroundingsReader *reader, guint sentence)
{
  const BlExtraction *extraction = reader->extraction;
  const BlDocument *document = extraction->article->document;
  guint n_sentences, first, n, n_mentions;
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  bl_words_read (&reader->words, document, sentences[sentence].span);
  bl_mentions_in_sentence (extraction->mentions, sentence, &first, &n);
  const BlMention *mentions = bl_mentions_list (extraction->mentions, &n_mentions);
  g_array_set_size (reader->items, 0);
  reader->sentence = (BlClaimSentence){ .index = sentence };
  gsize length;
  const char *document_text = bl_document_text (document, &length);
  const gboolean title_case = is_title_case (&reader->words, document_text);
  const BlMention *last = NULL;
  for (guint i = 0; i < reader->words.words->len; i++)
    {
      const BlWord *word = bl_words_get (&reader->words, i);
      const BlMention *mention = mention_over (mentions + first, n, word->span);
      if (bl_cues_is_hypothetical (extraction->context->cues, word->text))
        reader->sentence.conditional = TRUE;
      const char *text = mention != NULL && mention == last && mention->id != NULL ? NULL : word_term (reader, word, mention);
      last = mention;
      if (text == NULL)
        continue;
      const gboolean name = is_entity (mention) || (!title_case && is_capitalised (word, i, document_text));
      const Item item = { .text = text, .span = word->span, .name = name };
      g_array_append_val (reader->items, item);
    }
  guint n_names;
  reader->sentence.terms = sorted_terms (reader, FALSE, &reader->sentence.n_terms);
  reader->sentence.names = sorted_terms (reader, TRUE, &n_names);
}

BlSurroundings
bl_surroundings_at (const BlSurroundingsReader *reader, BlSpan span)
{
  BlArena *arena = reader->extraction->arena;
  const char **before = bl_arena_alloc (arena, (N_NEAR + 1) * sizeof (char *));
  const char **after = bl_arena_alloc (arena, (N_NEAR + 1) * sizeof (char *));
  guint n = 0, at = 0;
  while (at < reader->items->len && item_at (reader, at)->span.end <= span.start)
    at++;
  for (guint i = at; i > 0 && n < N_NEAR; i--)
    before[n++] = item_at (reader, i - 1)->text;
  n = 0;
  for (guint i = at; i < reader->items->len && n < N_NEAR; i++)
    after[n++] = item_at (reader, i)->text;
  const guint word = bl_words_end (&reader->words, span.start);
  return (BlSurroundings){ .context = reader->sentence.terms,
                           .before = before,
                           .after = after,
                           .lead = word > 0 ? bl_arena_intern (arena, bl_words_get (&reader->words, word - 1)->text) : "",
                           .conditional = reader->sentence.conditional };
}

const char *const *
bl_surroundings_terms (const BlSurroundingsReader *reader, BlSpan span)
{
  guint first = 0;
  while (first < reader->items->len && item_at (reader, first)->span.start < span.start)
    first++;
  guint n = 0;
  while (first + n < reader->items->len && item_at (reader, first + n)->span.end <= span.end)
    n++;
  const char **terms = bl_arena_alloc (reader->extraction->arena, (n + 1) * sizeof (char *));
  for (guint i = 0; i < n; i++)
    terms[i] = item_at (reader, first + i)->text;
  terms[n] = NULL;
  return terms;
}

/* --- all sentences ------------------------------------------------------------------------------------------------- */

static gboolean
is_readable (BlBlockKind kind)
{
  return kind != BL_BLOCK_BOILERPLATE && kind != BL_BLOCK_CAPTION && kind != BL_BLOCK_BYLINE;
}

static void
read_mentions (const BlSurroundingsReader *reader)
{
  static void (*const readers[]) (const BlSurroundingsReader *, const BlMention *)
      = { bl_read_count, bl_read_day, bl_read_age, bl_read_bearing, bl_read_span, bl_read_birth };
  guint first, n;
  bl_mentions_in_sentence (reader->extraction->mentions, reader->sentence.index, &first, &n);
  for (guint i = first; i < first + n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
      readers[k](reader, bl_mentions_get (reader->extraction->mentions, i));
}

void
bl_read_sentences (BlExtraction *extraction)
{
  const BlDocument *document = extraction->article->document;
  BlSurroundingsReader reader = { .extraction = extraction,
                                  .stemmer = bl_stemmer_new_sharing (extraction->context->stems),
                                  .items = g_array_new (FALSE, FALSE, sizeof (Item)) };
  bl_words_init (&reader.words);
  guint n_blocks, n_sentences;
  const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
  const BlSentence *sentences = bl_document_sentences (document, &n_sentences);
  for (guint i = 0; i < n_sentences; i++)
    {
      const BlBlockKind kind = blocks[sentences[i].block].kind;
      if (!is_readable (kind) || bl_span_length (sentences[i].span) > BL_LIMIT_SENTENCE_BYTES)
        continue;
      read_sentence (&reader, i);
      reader.sentence.head = kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_DECK;
      g_array_append_val (extraction->read, reader.sentence);
      read_mentions (&reader);
      bl_read_tally (&reader);
    }
  bl_words_clear (&reader.words);
  g_array_unref (reader.items);
  bl_stemmer_free (reader.stemmer);
}
