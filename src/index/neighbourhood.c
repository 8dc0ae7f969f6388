#include "index/neighbourhood.h"

#include "events/events.h"
#include "index/asks.h"
#include "index/near_events.h"
#include "names/corpus_names.h"
#include "names/neighbours.h"
#include "readers/readers.h"

#include <string.h>

/* Days between two articles that the checks allow, each by its own constant; what is allowed here beyond that is only read in
 * vain. */
enum
{
  NAME_DAYS = BL_NAME_WINDOW_DAYS,
  SPELLING_DAYS = 30,
  OFFICE_DAYS = 14,
  SEAT_DAYS = 7,
  AGE_DAYS = 31,
  QUOTE_DAYS = 30,
  WORD_DAYS = BL_NEIGHBOUR_WINDOW_DAYS,
  CORRECTION_DAYS = 366
};

/* Witnesses that a check shows are three at most, and one of them may be of the article itself. */
#define WITNESSES 4

/* Writers of an odd word: two origins are enough to make it a word, and eight articles are seldom one. */
#define WRITERS 8

/* Blocks of spellings that are compared have no more: names/spellings.c. */
#define LARGEST_BLOCK 400

/* As near as the words of two spellings of one name are at least: names/corpus_names.c, names/spellings.c. */
#define NEAR_WORD 0.72

typedef struct
{
  const BlNeighbourhoodInput *input;
  gboolean *wanted;
  BlAsks asks;        /* first of the articles in question, then of odd spellings and words */
  GArray *odd;        /* BlAsk: what is odd in them, or in articles that have what they have otherwise */
  GHashTable *blocks; /* hash of spellings → how many articles have it, once that is counted */
  GHashTable *taken;  /* "ask text" (guint64) → how many were taken for it */
} Search;

/* --- days ---------------------------------------------------------------------------------------------------------- */

static BlDateRange
range_of (gint32 first, gint32 last)
{
  return (BlDateRange){ .first = first, .last = last, .known = first <= last };
}

/* Both known, and so near. */
static gboolean
are_near (const BlIndexKey *a, const BlIndexKey *b, gint64 days)
{
  const gint64 apart = bl_date_range_days_apart (range_of (a->first, a->last), range_of (b->first, b->last));
  return apart >= 0 && apart <= days;
}

/* Articles so near, or of unknown days. */
static gboolean
articles_are_near (const BlIndexHead *a, const BlIndexHead *b, gint64 days)
{
  return bl_date_range_days_apart (range_of (a->first, a->last), range_of (b->first, b->last)) <= days;
}

/* --- names --------------------------------------------------------------------------------------------------------- */

/* Of two folded names one word is the same and the other near; or one of them is a lone surname. */
static gboolean
names_are_near (const BlKnowledge *kb, const char *a, const char *b)
{
  const char *space_a = strchr (a, ' '), *space_b = strchr (b, ' ');
  const char *last_a = strrchr (a, ' '), *last_b = strrchr (b, ' ');
  if (space_a == NULL || space_b == NULL)
    return bl_name_token_similarity (kb, last_a != NULL ? last_a + 1 : a, last_b != NULL ? last_b + 1 : b) >= NEAR_WORD;
  g_autofree char *given_a = g_strndup (a, (gsize) (space_a - a)), *given_b = g_strndup (b, (gsize) (space_b - b));
  const gboolean same_given = strcmp (given_a, given_b) == 0, same_family = strcmp (last_a, last_b) == 0;
  if (same_given == same_family)
    return FALSE;
  return (same_given ? bl_name_token_similarity (kb, last_a + 1, last_b + 1) : bl_name_token_similarity (kb, given_a, given_b))
         >= NEAR_WORD;
}

/* --- what one key of a row has with one that is asked about -------------------------------------------------------- */

/* The odd one is in the row: the accepted one in question may be what it should be. */
static gboolean
is_odd_against (const Search *search, const BlAsk *ask, const BlIndexKey *key, const char *text)
{
  const gboolean odd = (key->flags & BL_KEY_ODD) != 0, asks_odd = (ask->key.flags & BL_KEY_ODD) != 0;
  switch (key->kind)
    {
    case BL_KEY_PERSON:
      return odd && !asks_odd && are_near (&ask->key, key, NAME_DAYS);
    case BL_KEY_NAME:
      return odd && !asks_odd && are_near (&ask->key, key, NAME_DAYS) && names_are_near (search->input->kb, text, ask->text);
    case BL_KEY_SPELLING:
      return (odd || asks_odd) && strcmp (text, ask->text) != 0 && are_near (&ask->key, key, SPELLING_DAYS)
             && bl_name_token_similarity (search->input->kb, text, ask->text) >= NEAR_WORD;
    default:
      return FALSE;
    }
}

static gboolean
is_met (const BlAsk *ask, const BlIndexKey *key, const char *text)
{
  const guint window = MAX (ask->key.number, key->number);
  switch (key->kind)
    {
    case BL_KEY_SUBJECT:
      return are_near (&ask->key, key, ask->key.number == 0 || key->number == 0 ? G_MAXINT32 : window);
    case BL_KEY_SEAT:
      return ask->key.number != key->number && are_near (&ask->key, key, SEAT_DAYS);
    case BL_KEY_CAREER:
      return strcmp (text, ask->text) != 0 && are_near (&ask->key, key, OFFICE_DAYS);
    case BL_KEY_AGE:
      return ask->key.number != key->number && are_near (&ask->key, key, AGE_DAYS);
    default:
      return FALSE;
    }
}

static void
add_odd (Search *search, const BlIndexRow *row, guint article, const BlIndexKey *key)
{
  const BlAsk ask = { .key = *key, .text = bl_index_row_text (row, key), .article = article };
  g_array_append_val (search->odd, ask);
}

/* All odd words of a row. */
static void
add_odd_words (Search *search, guint article)
{
  const BlIndexRow *row = &search->input->rows[article];
  for (guint i = 0; i < row->head->n_keys; i++)
    if (row->keys[i].kind == BL_KEY_PLACE || row->keys[i].kind == BL_KEY_WRITER)
      add_odd (search, row, article, &row->keys[i]);
}

static gboolean
meet_key (Search *search, guint article, const BlIndexKey *key)
{
  const BlIndexRow *row = &search->input->rows[article];
  const char *text = bl_index_row_text (row, key);
  guint n;
  const BlAsk *asks = bl_asks_find (&search->asks, key->kind, key->hash, &n);
  gboolean met = FALSE;
  for (guint i = 0; i < n && !met; i++)
    {
      met = is_met (&asks[i], key, text);
      if (met || !is_odd_against (search, &asks[i], key, text))
        continue;
      met = TRUE;
      if (key->kind == BL_KEY_SPELLING)
        g_hash_table_insert (search->blocks, GUINT_TO_POINTER (key->hash), NULL);
      else
        add_odd (search, row, article, key);
    }
  return met;
}

static gboolean
is_near_focus (const BlDaySet *days, const BlIndexRow *row)
{
  return row->head->day == 0 || bl_day_set_has (days, row->head->day);
}

static gboolean
has_corrected (const Search *search, const BlIndexRow *row, const BlIndexKey *key)
{
  const char *wrong = bl_index_row_text (row, key);
  for (guint i = 0; i < search->input->focus_claims->len; i++)
    {
      const BlArticle *article = bl_article_claims_article (search->input->focus_claims->pdata[i]);
      const gint32 day = bl_date_first_day (article->published);
      gsize length;
      const char *text = bl_document_text (article->document, &length);
      if ((day == 0 || row->head->day == 0 || (day >= row->head->day && day - row->head->day <= CORRECTION_DAYS))
          && memmem (text, length, wrong, strlen (wrong)) != NULL)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  BlDaySet *quotes, *words;
} Near;

/* First pass: who may form a finding with the articles in question. */
static void
meet_row (Search *search, guint article, const Near *near)
{
  const BlIndexRow *row = &search->input->rows[article];
  gboolean met = is_near_focus (near->quotes, row) && bl_asks_share_runs (&search->asks, row);
  gboolean odd_word = FALSE;
  const gboolean words = is_near_focus (near->words, row);
  for (guint i = 0; i < row->head->n_keys; i++)
    {
      const BlIndexKey *key = &row->keys[i];
      if (key->kind == BL_KEY_CORRECTION)
        met = met || has_corrected (search, row, key);
      else if (key->kind == BL_KEY_PLACE)
        odd_word = odd_word
                   || (words && bl_asks_has_place (&search->asks, key->hash, bl_index_letters (bl_index_row_text (row, key))));
      else if (meet_key (search, article, key))
        met = TRUE;
    }
  if (odd_word)
    add_odd_words (search, article);
  search->wanted[article] = search->wanted[article] || met || odd_word;
}

/* --- what odd ones need -------------------------------------------------------------------------------------------- */

/* TRUE while fewer than most were taken for this ask and text. */
static gboolean
take_another (Search *search, const BlAsk *ask, const char *text, guint most)
{
  const guint64 what = (guint64) ask->key.hash << 32 ^ (guint64) ask->article << 12 ^ bl_index_hash (text) ^ ask->key.kind;
  gint64 key = (gint64) what;
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (search->taken, &key));
  if (n >= most)
    return FALSE;
  g_hash_table_insert (search->taken, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (n + 1));
  return TRUE;
}

static gboolean
is_witness (Search *search, const BlAsk *ask, const BlIndexKey *key, const char *text)
{
  if ((key->flags & BL_KEY_ODD) != 0 && key->kind != BL_KEY_SEAT)
    return FALSE;
  switch (key->kind)
    {
    case BL_KEY_PERSON:
    case BL_KEY_FULL_NAME:
      return are_near (&ask->key, key, NAME_DAYS) && take_another (search, ask, "", WITNESSES);
    case BL_KEY_NAME:
      return are_near (&ask->key, key, NAME_DAYS) && names_are_near (search->input->kb, text, ask->text)
             && take_another (search, ask, text, WITNESSES);
    case BL_KEY_SEAT:
      return take_another (search, ask, "", 1); /* the first holder of all, whatever the day */
    default:
      return FALSE;
    }
}

static gboolean
is_place_of_odd (const Search *search, const BlIndexRow *row, const BlIndexPlace *place)
{
  guint n;
  const BlAsk *asks = bl_asks_find (&search->asks, BL_KEY_PLACE, place->hash, &n);
  for (guint i = 0; i < n; i++)
    if (bl_letters_are_near (bl_index_letters (asks[i].text), place->letters)
        && articles_are_near (search->input->rows[asks[i].article].head, row->head, WORD_DAYS))
      return TRUE;
  return FALSE;
}

/* Second pass: what the odd spellings and words of both sides are held against. */
static void
witness_row (Search *search, guint article)
{
  const BlIndexRow *row = &search->input->rows[article];
  gboolean wanted = FALSE;
  guint n;
  for (guint i = 0; i < row->head->n_keys; i++)
    {
      const BlIndexKey *key = &row->keys[i];
      const BlAsk *asks = bl_asks_find (&search->asks, key->kind, key->hash, &n);
      for (guint k = 0; k < n; k++)
        wanted |= is_witness (search, &asks[k], key, bl_index_row_text (row, key));
      gpointer size;
      if (key->kind == BL_KEY_SPELLING
          && g_hash_table_lookup_extended (search->blocks, GUINT_TO_POINTER (key->hash), NULL, &size))
        wanted |= GPOINTER_TO_UINT (size) <= LARGEST_BLOCK;
    }
  for (guint i = 0; i < row->head->n_words; i++)
    if (bl_asks_find (&search->asks, BL_KEY_WRITER, row->words[i], &n) != NULL && n > 0)
      wanted |= take_another (search, bl_asks_find (&search->asks, BL_KEY_WRITER, row->words[i], &n), "", WRITERS);
  for (guint i = 0; i < row->head->n_places && !wanted; i++)
    wanted = is_place_of_odd (search, row, &row->places[i]);
  search->wanted[article] = search->wanted[article] || wanted;
}

static void
count_blocks (Search *search)
{
  if (g_hash_table_size (search->blocks) == 0)
    return;
  for (guint i = 0; i < search->input->n; i++)
    {
      const BlIndexRow *row = &search->input->rows[i];
      for (guint k = 0; k < row->head->n_keys; k++)
        {
          const gpointer hash = GUINT_TO_POINTER (row->keys[k].hash);
          gpointer size;
          if (row->keys[k].kind == BL_KEY_SPELLING && g_hash_table_lookup_extended (search->blocks, hash, NULL, &size))
            g_hash_table_insert (search->blocks, hash, GUINT_TO_POINTER (GPOINTER_TO_UINT (size) + 1));
        }
    }
}

/* Of the articles in question: what is odd, who has a seat, and titles before lone surnames. */
static void
add_odd_of_focus (Search *search, guint article)
{
  const BlIndexRow *row = &search->input->rows[article];
  for (guint i = 0; i < row->head->n_keys; i++)
    if ((row->keys[i].flags & BL_KEY_ODD) != 0 || row->keys[i].kind == BL_KEY_SEAT)
      add_odd (search, row, article, &row->keys[i]);
}

/* --- corrections in question --------------------------------------------------------------------------------------- */

/* Articles of a later day that have the wrong figure or day, or much of what a correction in question is about. */
typedef struct
{
  GHashTable *terms; /* of its sentences: hashes (gint64, owned) */
  gint32 day;
  gboolean has_value;
  guint32 value;
} Correction;

static void
read_correction (const BlArticleClaims *claims, const BlClaim *claim, Correction *correction)
{
  const BlCorrectionDetail *detail = claim->detail;
  const BlArticle *article = bl_article_claims_article (claims);
  guint n, n_spans;
  const BlClaimSentence *sentences = bl_article_claims_sentences (claims, &n);
  const BlSentence *spans = bl_document_sentences (article->document, &n_spans);
  correction->day = bl_date_first_day (article->published);
  correction->terms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      const BlSpan span = spans[sentences[i].index].span;
      for (const char *const *term = sentences[i].terms;
           span.start < detail->around.end && detail->around.start < span.end && *term != NULL; term++)
        {
          const gint64 hash = (gint64) bl_term_hash (*term);
          g_hash_table_add (correction->terms, g_memdup2 (&hash, sizeof hash));
        }
    }
  correction->has_value = detail->wrong_figure != NULL || (detail->wrong_date != NULL && detail->wrong_date->range.known);
  if (detail->wrong_figure != NULL)
    correction->value = bl_index_value (detail->wrong_figure->low, detail->wrong_figure->high);
  else if (correction->has_value)
    correction->value = bl_index_value (detail->wrong_date->range.first, detail->wrong_date->range.last);
}

static gboolean
is_about_corrected (const Correction *correction, const BlIndexRow *row)
{
  if (correction->day != 0 && row->head->day != 0
      && (row->head->day < correction->day || row->head->day - correction->day > CORRECTION_DAYS))
    return FALSE;
  gboolean has_value = !correction->has_value;
  for (guint i = 0; i < row->head->n_values && !has_value; i++)
    has_value = row->values[i] == correction->value;
  guint n = 0;
  for (guint i = 0; i < row->head->n_terms && has_value; i++)
    {
      const gint64 hash = (gint64) bl_packed_term_hash (row->terms[i]);
      n += g_hash_table_contains (correction->terms, &hash);
    }
  return n >= 2 && n * 3 >= g_hash_table_size (correction->terms);
}

static void
find_corrected (Search *search)
{
  for (guint i = 0; i < search->input->focus_claims->len; i++)
    {
      const BlArticleClaims *claims = search->input->focus_claims->pdata[i];
      const GPtrArray *list = bl_article_claims_list (claims);
      for (guint k = 0; k < list->len; k++)
        {
          const BlClaim *claim = list->pdata[k];
          if (strcmp (claim->predicate, "corrects") != 0 || ((const BlCorrectionDetail *) claim->detail)->wrong == NULL)
            continue;
          Correction correction = { 0 };
          read_correction (claims, claim, &correction);
          for (guint a = 0; a < search->input->n; a++)
            search->wanted[a] = search->wanted[a] || is_about_corrected (&correction, &search->input->rows[a]);
          g_hash_table_unref (correction.terms);
        }
    }
}

/* --- all of it ----------------------------------------------------------------------------------------------------- */

static void
meet_all (Search *search)
{
  g_autoptr (BlDaySet) quotes = bl_day_set_new (search->input, QUOTE_DAYS);
  g_autoptr (BlDaySet) words = bl_day_set_new (search->input, WORD_DAYS);
  const Near near = { .quotes = quotes, .words = words };
  for (guint i = 0; i < search->input->n; i++)
    if (search->input->focus[i])
      {
        bl_asks_add_row (&search->asks, &search->input->rows[i], i);
        add_odd_of_focus (search, i);
      }
  bl_asks_sort (&search->asks);
  for (guint i = 0; i < search->input->n; i++)
    meet_row (search, i, &near);
}

static void
witness_all (Search *search)
{
  bl_asks_clear (&search->asks);
  bl_asks_init (&search->asks);
  for (guint i = 0; i < search->odd->len; i++)
    {
      const BlAsk *ask = &g_array_index (search->odd, BlAsk, i);
      bl_asks_add (&search->asks, &search->input->rows[ask->article], ask->article, &ask->key);
    }
  bl_asks_sort (&search->asks);
  count_blocks (search);
  for (guint i = 0; i < search->input->n; i++)
    witness_row (search, i);
}

/* Ties between two wanted articles; at least one of them in question, or tied to one that is. */
static void
keep_ties (const BlNeighbourhoodInput *input, BlNeighbourhood *neighbourhood)
{
  GArray *ties = neighbourhood->ties;
  g_autofree gboolean *near = g_memdup2 (input->focus, MAX (input->n, 1) * sizeof (gboolean));
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie *tie = &g_array_index (ties, BlEventTie, i);
      near[tie->a] = near[tie->a] || input->focus[tie->b];
      near[tie->b] = near[tie->b] || input->focus[tie->a];
    }
  guint kept = 0;
  for (guint i = 0; i < ties->len; i++)
    {
      const BlEventTie tie = g_array_index (ties, BlEventTie, i);
      if (neighbourhood->wanted[tie.a] && neighbourhood->wanted[tie.b] && (near[tie.a] || near[tie.b]))
        g_array_index (ties, BlEventTie, kept++) = tie;
    }
  g_array_set_size (ties, kept);
}

BlNeighbourhood *
bl_neighbourhood_find (const BlNeighbourhoodInput *input)
{
  BlNeighbourhood *neighbourhood = g_new0 (BlNeighbourhood, 1);
  neighbourhood->wanted = g_new0 (gboolean, MAX (input->n, 1));
  bl_near_events_find (input, neighbourhood);
  Search search = { .input = input,
                    .wanted = neighbourhood->wanted,
                    .odd = g_array_new (FALSE, FALSE, sizeof (BlAsk)),
                    .blocks = g_hash_table_new (NULL, NULL),
                    .taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  bl_asks_init (&search.asks);
  meet_all (&search);
  witness_all (&search);
  find_corrected (&search);
  bl_asks_clear (&search.asks);
  g_array_unref (search.odd);
  g_hash_table_unref (search.blocks);
  g_hash_table_unref (search.taken);
  keep_ties (input, neighbourhood);
  for (guint i = 0; i < input->n; i++)
    neighbourhood->n_wanted += neighbourhood->wanted[i];
  return neighbourhood;
}

void
bl_neighbourhood_free (BlNeighbourhood *neighbourhood)
{
  if (neighbourhood == NULL)
    return;
  g_free (neighbourhood->wanted);
  g_clear_pointer (&neighbourhood->counts, bl_term_counts_free);
  g_clear_pointer (&neighbourhood->ties, g_array_unref);
  g_free (neighbourhood);
}
