#include "compare/witnesses.h"

#include "claims/quote_words.h"
#include "judge/agreement.h"
#include "origins/shingles.h"

#include <string.h>

/* A quotation of fewer words may be a phrase that many use. */
#define QUOTE_WORDS 5
/* Where one of two speakers or days is not known, or the days are far apart, so many words are one saying all the same. */
#define QUOTE_WORDS_SURE 8
/* Offices and quotations of articles further apart are of another time. */
#define WINDOW_DAYS 30
/* Of two sentences: part of the runs of five words that the shorter one has in common with the other. */
#define SAME_WORDS 0.6

struct BlWitnesses
{
  const gboolean *wanted;
  GHashTable *lists; /* const BlClaim * → GArray of BlWitness */
};

static gboolean
is_wanted (const BlWitnesses *witnesses, const BlClaim *claim)
{
  return witnesses->wanted == NULL || witnesses->wanted[claim->at.article->index];
}

static void
add (BlWitnesses *witnesses, const BlClaim *claim, const BlClaim *other)
{
  if (!is_wanted (witnesses, claim) || claim->at.article == other->at.article)
    return;
  GArray *list = g_hash_table_lookup (witnesses->lists, claim);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (BlWitness));
      g_hash_table_insert (witnesses->lists, (gpointer) claim, list);
    }
  const BlWitness witness = { .claim = other };
  g_array_append_val (list, witness);
}

/* --- figures and days ------------------------------------------------------------------------------------------------ */

static void
add_pairs (BlWitnesses *witnesses, const GArray *pairs)
{
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const BlRelated *pair = &g_array_index (pairs, BlRelated, i);
      add (witnesses, pair->a, pair->b);
      add (witnesses, pair->b, pair->a);
    }
}

/* --- claims of rules ------------------------------------------------------------------------------------------------- */

/* A row holds what agrees with its first claim: two of it may still name different things where the first names none. */
static gboolean
slots_fit (const BlClaim *a, const BlClaim *b)
{
  for (guint i = 0; i < a->n_key; i++)
    {
      const BlArgument *other = bl_claim_argument (b, a->key[i].name);
      if (other != NULL && a->key[i].value[0] != '\0' && other->value[0] != '\0' && strcmp (a->key[i].value, other->value) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_of_rule (const BlClaim *claim)
{
  return claim->rule != NULL && claim->rule->kind == BL_RULE_CLAIM;
}

/* What one article says twice stands in a row once. Owned by the caller. */
static char *
name_of (const BlClaim *claim)
{
  g_autofree char *key = bl_claim_key_string (claim);
  return g_strdup_printf ("%d %s %s", claim->polarity, key, claim->value.text != NULL ? claim->value.text : "");
}

static void
add_row (BlWitnesses *witnesses, const BlCorroboration *row)
{
  for (guint i = 0; i < row->claims->len; i++)
    for (guint k = 0; k < row->claims->len && is_wanted (witnesses, row->claims->pdata[i]); k++)
      if (slots_fit (row->claims->pdata[i], row->claims->pdata[k])
          && bl_agreement_is_same (row->claims->pdata[i], row->claims->pdata[k]))
        add (witnesses, row->claims->pdata[i], row->claims->pdata[k]);
}

static void
add_rows (BlWitnesses *witnesses, const BlComparisons *comparisons)
{
  const GArray *const both[] = { bl_comparisons_corroborated (comparisons), bl_comparisons_single (comparisons) };
  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < both[k]->len; i++)
      {
        const BlCorroboration *row = &g_array_index (both[k], BlCorroboration, i);
        if (row->claims->len > 1 && is_of_rule (row->claim))
          add_row (witnesses, row);
      }
}

/* What a further claim of the article says once more has the same witnesses. */
static void
repeat (BlWitnesses *witnesses, const BlArticleClaims *article_claims)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *list = bl_article_claims_list (article_claims);
  for (guint i = 0; i < list->len; i++)
    if (is_of_rule (list->pdata[i]) && g_hash_table_contains (witnesses->lists, list->pdata[i]))
      g_hash_table_insert (told, name_of (list->pdata[i]), list->pdata[i]);
  for (guint i = 0; i < list->len && g_hash_table_size (told) > 0; i++)
    {
      const BlClaim *claim = list->pdata[i];
      if (!is_of_rule (claim) || g_hash_table_contains (witnesses->lists, claim))
        continue;
      g_autofree char *name = name_of (claim);
      const BlClaim *first = g_hash_table_lookup (told, name);
      if (first != NULL)
        g_hash_table_insert (witnesses->lists, (gpointer) claim, g_array_ref (g_hash_table_lookup (witnesses->lists, first)));
    }
}

static void
repeat_all (BlWitnesses *witnesses, const GPtrArray *article_claims)
{
  for (guint i = 0; i < article_claims->len; i++)
    if (witnesses->wanted == NULL || witnesses->wanted[i])
      repeat (witnesses, article_claims->pdata[i]);
}

/* --- offices --------------------------------------------------------------------------------------------------------- */

static gboolean
is_of_one_time (const BlClaim *a, const BlClaim *b)
{
  const gint64 apart
      = bl_date_range_days_apart (bl_date_range (a->at.article->published), bl_date_range (b->at.article->published));
  return apart >= 0 && apart <= WINDOW_DAYS;
}

/* A person and the office: as the base knows it, else in the words of the article. Only who is named in full is surely one person, and
 * a name that is only near a known one agrees with nobody. NULL: not to be told. Owned by the caller. */
static char *
office_of (const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const char *person = claim->key[0].value;
  if (detail->how == BL_HOW_CONTEXT || detail->how == BL_HOW_NEAR)
    return NULL;
  if (!g_str_has_prefix (person, "person/") && strchr (person, ' ') == NULL)
    return NULL;
  if (g_str_has_prefix (claim->value.text, "office/"))
    return g_strdup_printf ("%s\x1f%s\x1f%u", person, claim->value.text, detail->title->modifiers);
  g_autofree char *words = g_utf8_casefold (claim->value.surface, -1);
  return g_strdup_printf ("%s\x1f%s\x1f%u", person, words, detail->title->modifiers);
}

typedef void (*ClaimFunc) (BlWitnesses *witnesses, const BlClaim *claim, GHashTable *index);

/* Runs over the claims of one predicate, of the wanted articles only or of all. */
static void
for_each (BlWitnesses *witnesses, const GPtrArray *article_claims, const char *predicate, gboolean wanted_only, ClaimFunc run,
          GHashTable *index)
{
  for (guint i = 0; i < article_claims->len; i++)
    {
      if (wanted_only && witnesses->wanted != NULL && !witnesses->wanted[i])
        continue;
      const GPtrArray *list = bl_article_claims_list (article_claims->pdata[i]);
      for (guint k = 0; k < list->len; k++)
        if (strcmp (((const BlClaim *) list->pdata[k])->predicate, predicate) == 0)
          run (witnesses, list->pdata[k], index);
    }
}

/* Wanted claims of one key, at most one an article, and the article that was last held against them. */
typedef struct
{
  GPtrArray *claims;
  const BlArticle *last;
} Bucket;

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;
  g_ptr_array_unref (bucket->claims);
  g_free (bucket);
}

static Bucket *
bucket_of (GHashTable *index, gpointer key)
{
  Bucket *bucket = g_hash_table_lookup (index, key);
  if (bucket == NULL)
    {
      bucket = g_new0 (Bucket, 1);
      bucket->claims = g_ptr_array_new ();
      g_hash_table_insert (index, key, bucket);
    }
  return bucket;
}

static void
enter_office (BlWitnesses *witnesses, const BlClaim *claim, GHashTable *index)
{
  (void) witnesses;
  char *key = office_of (claim);
  if (key == NULL)
    return;
  gpointer known;
  if (g_hash_table_lookup_extended (index, key, &known, NULL))
    {
      g_free (key);
      key = known;
    }
  Bucket *bucket = bucket_of (index, key);
  if (bucket->last != claim->at.article)
    g_ptr_array_add (bucket->claims, (gpointer) claim);
  bucket->last = claim->at.article;
}

static void
meet_office (BlWitnesses *witnesses, const BlClaim *claim, GHashTable *index)
{
  g_autofree char *key = office_of (claim);
  Bucket *bucket = key != NULL ? g_hash_table_lookup (index, key) : NULL;
  if (bucket == NULL || bucket->last == claim->at.article)
    return;
  bucket->last = claim->at.article;
  for (guint i = 0; i < bucket->claims->len; i++)
    if (is_of_one_time (bucket->claims->pdata[i], claim))
      add (witnesses, bucket->claims->pdata[i], claim);
}

static void
forget_last (GHashTable *index)
{
  GHashTableIter iter;
  gpointer bucket;
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &bucket))
    ((Bucket *) bucket)->last = NULL;
}

static void
add_offices (BlWitnesses *witnesses, const GPtrArray *article_claims)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bucket_free);
  for_each (witnesses, article_claims, "holds-office", TRUE, enter_office, index);
  forget_last (index);
  if (g_hash_table_size (index) > 0)
    for_each (witnesses, article_claims, "holds-office", FALSE, meet_office, index);
}

/* --- quotations ------------------------------------------------------------------------------------------------------ */

static const BlQuoteDetail *
quote_of (const BlClaim *claim)
{
  return claim->detail;
}

/* Hash of so many words as a key; NULL where a gap lies among them, or too few are left. */
static gpointer
run_at (const BlQuoteDetail *quote, guint first)
{
  guint32 hash = 5381;
  if (first + QUOTE_WORDS > quote->n_words)
    return NULL;
  for (guint i = first; i < first + QUOTE_WORDS; i++)
    {
      if ((quote->words[i].flags & BL_QUOTE_WORD_GAP) != 0)
        return NULL;
      hash = hash * 0x01000193u ^ quote->words[i].hash;
    }
  return GUINT_TO_POINTER (MAX (hash, 1));
}

static void
enter_quote (BlWitnesses *witnesses, const BlClaim *claim, GHashTable *index)
{
  (void) witnesses;
  gpointer key = run_at (quote_of (claim), 0);
  if (key != NULL)
    g_ptr_array_add (bucket_of (index, key)->claims, (gpointer) claim);
}

/* The words of a stand in b from its word first on. */
static gboolean
stands_in (const BlQuoteDetail *a, const BlQuoteDetail *b, guint first)
{
  if (first + a->n_words > b->n_words)
    return FALSE;
  for (guint i = 0; i < a->n_words; i++)
    if (((a->words[i].flags | b->words[first + i].flags) & BL_QUOTE_WORD_GAP) != 0
        || strcmp (a->words[i].text, b->words[first + i].text) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_named (const char *speaker)
{
  return speaker != NULL && !g_str_has_prefix (speaker, "unnamed/");
}

/* One speaker, as far as both articles say: "person/john-kirby" is "name/kirby". */
static gboolean
speakers_fit (const BlClaim *a, const BlClaim *b)
{
  if (!is_named (a->speaker) || !is_named (b->speaker))
    return quote_of (a)->n_words >= QUOTE_WORDS_SURE;
  if (strcmp (a->speaker, b->speaker) == 0)
    return TRUE;
  g_auto (GStrv) x = g_strsplit_set (a->speaker, "/- ", -1);
  g_auto (GStrv) y = g_strsplit_set (b->speaker, "/- ", -1);
  return strcmp (x[g_strv_length (x) - 1], y[g_strv_length (y) - 1]) == 0;
}

static void
meet_quote (BlWitnesses *witnesses, const BlClaim *claim, GHashTable *index)
{
  const BlQuoteDetail *quote = quote_of (claim);
  for (guint first = 0; first + QUOTE_WORDS <= quote->n_words; first++)
    {
      gpointer key = run_at (quote, first);
      const Bucket *bucket = key != NULL ? g_hash_table_lookup (index, key) : NULL;
      for (guint i = 0; bucket != NULL && i < bucket->claims->len; i++)
        {
          const BlClaim *wanted = bucket->claims->pdata[i];
          if (wanted->at.article != claim->at.article && stands_in (quote_of (wanted), quote, first)
              && speakers_fit (wanted, claim)
              && (quote_of (wanted)->n_words >= QUOTE_WORDS_SURE || is_of_one_time (wanted, claim)))
            add (witnesses, wanted, claim);
        }
    }
}

static void
add_quotes (BlWitnesses *witnesses, const GPtrArray *article_claims)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (NULL, NULL, NULL, bucket_free);
  for_each (witnesses, article_claims, "says", TRUE, enter_quote, index);
  if (g_hash_table_size (index) > 0)
    for_each (witnesses, article_claims, "says", FALSE, meet_quote, index);
}

/* --- one an article -------------------------------------------------------------------------------------------------- */

static int
compare_witnesses (gconstpointer a, gconstpointer b)
{
  const BlPlace *x = &((const BlWitness *) a)->claim->at, *y = &((const BlWitness *) b)->claim->at;
  if (x->article != y->article)
    return x->article->index < y->article->index ? -1 : 1;
  return (x->location.offset > y->location.offset) - (x->location.offset < y->location.offset);
}

/* A quotation is the same in independent reports too. */
static gboolean
in_same_words (const BlClaim *claim, const BlShingles *own, const BlClaim *other)
{
  if (strcmp (claim->predicate, "says") == 0 || other->at.sentence == NULL)
    return FALSE;
  BlShingles theirs = bl_shingles_of_text (other->at.sentence, strlen (other->at.sentence));
  const gboolean same = bl_shingles_containment (own, &theirs) >= SAME_WORDS;
  bl_shingles_clear (&theirs);
  return same;
}

/* Keeps of each article the first witness that is no copy, or else the first. */
static void
settle (const BlClaim *claim, GArray *list)
{
  g_array_sort (list, compare_witnesses);
  const char *sentence = claim->at.sentence != NULL ? claim->at.sentence : "";
  BlShingles own = bl_shingles_of_text (sentence, strlen (sentence));
  guint kept = 0;
  for (guint i = 0; i < list->len; i++)
    {
      BlWitness witness = g_array_index (list, BlWitness, i);
      BlWitness *last = kept > 0 ? &g_array_index (list, BlWitness, kept - 1) : NULL;
      const gboolean same_article = last != NULL && last->claim->at.article == witness.claim->at.article;
      if (same_article && !last->same_words)
        continue;
      witness.same_words = in_same_words (claim, &own, witness.claim);
      if (!same_article)
        g_array_index (list, BlWitness, kept++) = witness;
      else if (!witness.same_words)
        *last = witness;
    }
  bl_shingles_clear (&own);
  g_array_set_size (list, kept);
}

BlWitnesses *
bl_witnesses_new (const BlComparisons *comparisons, const GPtrArray *article_claims, const gboolean *wanted)
{
  BlWitnesses *witnesses = g_new0 (BlWitnesses, 1);
  witnesses->wanted = wanted;
  witnesses->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  add_pairs (witnesses, bl_comparisons_same (comparisons));
  add_rows (witnesses, comparisons);
  add_offices (witnesses, article_claims);
  add_quotes (witnesses, article_claims);
  GHashTableIter iter;
  gpointer claim, list;
  g_hash_table_iter_init (&iter, witnesses->lists);
  while (g_hash_table_iter_next (&iter, &claim, &list))
    settle (claim, list);
  repeat_all (witnesses, article_claims);
  return witnesses;
}

void
bl_witnesses_free (BlWitnesses *witnesses)
{
  if (witnesses == NULL)
    return;
  g_hash_table_unref (witnesses->lists);
  g_free (witnesses);
}

const GArray *
bl_witnesses_of (const BlWitnesses *witnesses, const BlClaim *claim)
{
  return g_hash_table_lookup (witnesses->lists, claim);
}
