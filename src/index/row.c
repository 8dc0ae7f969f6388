#include "index/row.h"

#include "events/corpus_terms.h"
#include "events/sentence_pairs.h"
#include "names/corpus_names.h"
#include "names/neighbours.h"
#include "quotations/quote_texts.h"
#include "readers/readers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Letters a to z, and above them the length. */
#define LENGTH_SHIFT 26
#define LONGEST 63

/* Spans of days that the gates of groups ask about are no longer. */
#define LONGEST_WINDOW 0xffff

typedef struct
{
  const BlKnowledge *kb;
  const BlArticleClaims *claims;
  GArray *terms, *keys, *places, *runs, *words, *values;
  GString *text;
  GHashTable *texts; /* text (owned) → place */
} Builder;

guint32
bl_index_hash (const char *text)
{
  return (guint32) (bl_term_hash (text) >> 8);
}

guint32
bl_index_letters (const char *word)
{
  guint32 letters = 0;
  for (const char *p = word; *p != '\0'; p++)
    if (*p >= 'a' && *p <= 'z')
      letters |= 1u << (*p - 'a');
  return letters | (guint32) MIN (strlen (word), LONGEST) << LENGTH_SHIFT;
}

guint32
bl_index_value (double low, double high)
{
  char text[64];
  g_snprintf (text, sizeof text, "%.6g %.6g", low, high);
  return bl_index_hash (text);
}

static guint32
add_text (Builder *builder, const char *text)
{
  gpointer place;
  if (text[0] == '\0')
    return 0;
  if (g_hash_table_lookup_extended (builder->texts, text, NULL, &place))
    return GPOINTER_TO_UINT (place);
  const guint32 at = (guint32) builder->text->len;
  g_string_append_len (builder->text, text, (gssize) strlen (text) + 1);
  g_hash_table_insert (builder->texts, g_strdup (text), GUINT_TO_POINTER (at));
  return at;
}

typedef struct
{
  BlKeyKind kind;
  const char *hashed;
  guint8 flags;
  guint number;
  const char *text; /* or NULL */
} NewKey;

static void
add_key (Builder *builder, const NewKey *new, BlDateRange time)
{
  const BlIndexKey key = { .hash = bl_index_hash (new->hashed),
                           .kind = (guint8) new->kind,
                           .flags = new->flags,
                           .number = (guint16) MIN (new->number, LONGEST_WINDOW),
                           .first = time.known ? time.first : 1,
                           .last = time.known ? time.last : 0,
                           .text = new->text != NULL ? add_text (builder, new->text) : 0 };
  g_array_append_val (builder->keys, key);
}

/* --- terms --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint n;
  gboolean name;
} TermUse;

static int
compare_packed (const void *a, const void *b)
{
  const guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

/* Returns how many sentences are aligned. */
static guint
add_terms (Builder *builder)
{
  guint n, n_aligned = 0;
  const BlClaimSentence *sentences = bl_article_claims_sentences (builder->claims, &n);
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < n; i++)
    {
      if (sentences[i].n_terms < BL_ALIGNABLE_TERMS)
        continue;
      n_aligned++;
      for (const char *const *term = sentences[i].terms; *term != NULL; term++)
        {
          TermUse *use = g_hash_table_lookup (uses, *term);
          if (use == NULL)
            g_hash_table_insert (uses, (gpointer) *term, use = g_new0 (TermUse, 1));
          use->n++;
          use->name = use->name || (sentences[i].names != NULL && g_strv_contains (sentences[i].names, *term));
        }
    }
  GHashTableIter iter;
  gpointer term, use;
  g_hash_table_iter_init (&iter, uses);
  while (g_hash_table_iter_next (&iter, &term, &use))
    {
      const guint64 packed = bl_packed_term (bl_term_hash (term), ((TermUse *) use)->n, ((TermUse *) use)->name,
                                             g_str_has_prefix (term, "country/"));
      g_array_append_val (builder->terms, packed);
    }
  if (builder->terms->len > 1)
    qsort (builder->terms->data, builder->terms->len, sizeof (guint64), compare_packed);
  return n_aligned;
}

/* --- names --------------------------------------------------------------------------------------------------------- */

/* Each of the first and last word of a folded name, and the title beside it, lead to it. */
static void
add_name_words (Builder *builder, const BlClaim *claim, const char *folded, guint8 flags)
{
  const BlNameDetail *detail = claim->detail;
  const char *space = strchr (folded, ' '), *last = strrchr (folded, ' ');
  g_autofree char *given = space != NULL ? g_strndup (folded, (gsize) (space - folded)) : NULL;
  const BlRole *role = detail->title != NULL ? detail->title->role : NULL;
  g_autofree char *title = role != NULL ? g_strconcat ("role/", role->id, NULL) : NULL;
  const char *const words[] = { given, last != NULL ? last + 1 : folded, title };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      add_key (builder, &(NewKey){ .kind = BL_KEY_NAME, .hashed = words[i], .flags = flags, .text = folded }, claim->time);
}

static void
add_spelling (Builder *builder, const BlClaim *claim, const char *folded)
{
  const BlNameDetail *detail = claim->detail;
  const char *space = strchr (folded, ' '), *last = strrchr (folded, ' ');
  if (detail->how == BL_HOW_PART || detail->ambiguous || space == NULL)
    return;
  const gboolean accepted = detail->person != NULL && bl_name_is_accepted (detail->how);
  g_autofree char *key = g_strdup_printf ("%.*s %c", (int) (space - folded), folded, last[1]);
  add_key (builder, &(NewKey){ .kind = BL_KEY_SPELLING, .hashed = key, .flags = accepted ? 0 : BL_KEY_ODD, .text = last + 1 },
           claim->time);
}

static void
add_name (Builder *builder, const BlClaim *claim)
{
  const BlNameDetail *detail = claim->detail;
  if (detail->how == BL_HOW_PRONOUN)
    return;
  const gboolean accepted = bl_name_is_accepted (detail->how);
  g_autofree char *folded = bl_fold_letters (claim->value.surface, -1);
  add_spelling (builder, claim, folded);
  if (detail->person == NULL)
    {
      if (!accepted && detail->how == BL_HOW_UNKNOWN && !detail->ambiguous)
        add_name_words (builder, claim, folded, BL_KEY_ODD);
      return;
    }
  const char *id = detail->person->id;
  add_key (builder, &(NewKey){ .kind = BL_KEY_PERSON, .hashed = id, .flags = accepted && !detail->ambiguous ? 0 : BL_KEY_ODD },
           claim->time);
  if (!accepted || detail->ambiguous)
    return;
  g_autofree char *name = bl_fold_letters (detail->person->name, -1);
  add_name_words (builder, claim, name, 0);
  if (detail->how <= BL_HOW_VARIANT && strchr (claim->value.surface, ' ') != NULL)
    add_key (builder, &(NewKey){ .kind = BL_KEY_FULL_NAME, .hashed = id }, claim->time);
}

static void
add_office (Builder *builder, const BlClaim *claim)
{
  const BlTitleDetail *detail = claim->detail;
  const BlTitleMention *title = detail->title;
  if (detail->person != NULL)
    {
      const gboolean held = title->office != NULL
                            && bl_knowledge_held (builder->kb, detail->person, title->office, claim->time, NULL) == BL_HELD_NOW;
      add_key (builder, &(NewKey){ .kind = BL_KEY_FULL_NAME, .hashed = detail->person->id, .flags = held ? 0 : BL_KEY_ODD },
               claim->time);
    }
  if (title->role == NULL || claim->n_key == 0)
    return;
  add_key (builder, &(NewKey){ .kind = BL_KEY_CAREER, .hashed = claim->key[0].value, .text = title->role->id }, claim->time);
  if (title->role->seats == 1 && title->country != NULL)
    {
      g_autofree char *seat = g_strdup_printf ("%s/%s", title->country->id, title->role->id);
      add_key (builder,
               &(NewKey){ .kind = BL_KEY_SEAT, .hashed = seat, .number = bl_index_hash (claim->key[0].value) & 0xffff },
               claim->time);
    }
}

/* --- other claims -------------------------------------------------------------------------------------------------- */

static void
add_quotation (Builder *builder, const BlClaim *claim)
{
  const BlQuoteDetail *detail = claim->detail;
  for (guint i = 0; i + 3 <= detail->n_words; i++)
    {
      const guint32 hash = bl_quote_run_hash (detail->words + i);
      if (hash != 0)
        g_array_append_val (builder->runs, hash);
    }
}

static void
add_value (Builder *builder, double low, double high)
{
  const guint32 hash = bl_index_value (low, high);
  g_array_append_val (builder->values, hash);
}

static void
add_subject (Builder *builder, const BlClaim *claim)
{
  if (claim->rule->kind != BL_RULE_CLAIM || (claim->voice & BL_VOICE_BOILERPLATE) != 0)
    return;
  g_autofree char *subject = g_strdup_printf ("%s\x1f%s", claim->predicate, claim->n_key > 0 ? claim->key[0].value : "");
  add_key (builder, &(NewKey){ .kind = BL_KEY_SUBJECT, .hashed = subject, .number = claim->rule->window }, claim->time);
}

static void
add_claim (Builder *builder, const BlClaim *claim)
{
  if (claim->rule != NULL)
    add_subject (builder, claim);
  else if (strcmp (claim->predicate, "is-named") == 0)
    add_name (builder, claim);
  else if (strcmp (claim->predicate, "holds-office") == 0)
    add_office (builder, claim);
  else if (strcmp (claim->predicate, "says") == 0)
    add_quotation (builder, claim);
  else if (strcmp (claim->predicate, "counts") == 0)
    add_value (builder, claim->value.quantity->low, claim->value.quantity->high);
  else if (strcmp (claim->predicate, "happens-on") == 0 && claim->value.date.known)
    add_value (builder, claim->value.date.first, claim->value.date.last);
  else if (strcmp (claim->predicate, "is-aged") == 0 && claim->n_key > 0)
    add_key (builder,
             &(NewKey){ .kind = BL_KEY_AGE,
                        .hashed = claim->key[0].value,
                        .number = (guint) CLAMP (claim->value.quantity->low, 0, 1000) },
             claim->time);
  else if (strcmp (claim->predicate, "corrects") == 0 && ((const BlCorrectionDetail *) claim->detail)->wrong != NULL)
    add_key (builder,
             &(NewKey){ .kind = BL_KEY_CORRECTION,
                        .hashed = "",
                        .flags = BL_KEY_ODD,
                        .text = ((const BlCorrectionDetail *) claim->detail)->wrong },
             claim->time);
}

/* --- words --------------------------------------------------------------------------------------------------------- */

static void
add_word (Builder *builder, const BlProperWord *words, guint n, guint at)
{
  const BlDateRange unknown = { 0 };
  const gboolean odd = (words[at].flags & BL_PROPER_ODD) != 0;
  char key[BL_NEIGHBOUR_KEY_BYTES];
  gboolean beside = FALSE;
  for (int side = -1; side <= 1; side += 2)
    {
      if (!bl_neighbour_key (words, n, at, side, key))
        continue;
      beside = TRUE;
      const BlIndexPlace place = { .hash = bl_index_hash (key), .letters = bl_index_letters (words[at].word) };
      g_array_append_val (builder->places, place);
      if (odd)
        add_key (builder, &(NewKey){ .kind = BL_KEY_PLACE, .hashed = key, .flags = BL_KEY_ODD, .text = words[at].word },
                 unknown);
    }
  if (odd && beside)
    add_key (builder, &(NewKey){ .kind = BL_KEY_WRITER, .hashed = words[at].word, .flags = BL_KEY_ODD }, unknown);
  if ((words[at].flags & BL_PROPER_KNOWN) == 0)
    {
      const guint32 hash = bl_index_hash (words[at].word);
      g_array_append_val (builder->words, hash);
    }
}

static void
add_words (Builder *builder)
{
  guint n;
  const BlProperWord *words = bl_mentions_proper_words (bl_article_claims_mentions (builder->claims), &n);
  for (guint at = 0; at < n; at++)
    add_word (builder, words, n, at);
}

/* --- the row ------------------------------------------------------------------------------------------------------- */

static int
compare_hashes (const void *a, const void *b)
{
  const guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return (x > y) - (x < y);
}

static int
compare_places (const void *a, const void *b)
{
  const BlIndexPlace *x = a, *y = b;
  return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : (x->letters > y->letters) - (x->letters < y->letters);
}

static int
compare_keys (const void *a, const void *b)
{
  const BlIndexKey *x = a, *y = b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : memcmp (x, y, sizeof *x);
}

/* Sorts the elements and leaves each once. */
static void
make_distinct (GArray *array, int (*compare) (const void *, const void *))
{
  const gsize size = g_array_get_element_size (array);
  guint kept = 0;
  if (array->len > 1)
    qsort (array->data, array->len, size, compare);
  for (guint i = 0; i < array->len; i++)
    if (kept == 0 || compare (array->data + (kept - 1) * size, array->data + i * size) != 0)
      memmove (array->data + kept++ * size, array->data + i * size, size);
  g_array_set_size (array, kept);
}

static GBytes *
join (const Builder *builder, guint n_sentences)
{
  const BlArticle *article = bl_article_claims_article (builder->claims);
  const BlDateRange days = bl_date_range (article->published);
  const BlIndexHead head = { .day = bl_date_first_day (article->published),
                             .first = days.known ? days.first : 1,
                             .last = days.known ? days.last : 0,
                             .n_claims = bl_article_claims_list (builder->claims)->len,
                             .n_sentences = n_sentences,
                             .n_terms = builder->terms->len,
                             .n_keys = builder->keys->len,
                             .n_places = builder->places->len,
                             .n_runs = builder->runs->len,
                             .n_words = builder->words->len,
                             .n_values = builder->values->len,
                             .n_text = (guint32) builder->text->len };
  const GArray *const arrays[]
      = { builder->terms, builder->keys, builder->places, builder->runs, builder->words, builder->values };
  G_STATIC_ASSERT (sizeof (BlIndexHead) % sizeof (guint64) == 0);
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_byte_array_append (bytes, (const guint8 *) arrays[i]->data,
                         arrays[i]->len * g_array_get_element_size ((GArray *) arrays[i]));
  g_byte_array_append (bytes, (const guint8 *) builder->text->str, (guint) builder->text->len);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
bl_index_row_new (const BlKnowledge *kb, const BlArticleClaims *claims)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (BlIndexKey));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BlIndexPlace));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder builder = { .kb = kb,
                      .claims = claims,
                      .terms = terms,
                      .keys = keys,
                      .places = places,
                      .runs = runs,
                      .words = words,
                      .values = values,
                      .text = text,
                      .texts = texts };
  g_string_append_c (text, '\0'); /* the place of no text */
  const guint n_sentences = add_terms (&builder);
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    add_claim (&builder, list->pdata[i]);
  add_words (&builder);
  make_distinct (keys, compare_keys);
  make_distinct (places, compare_places);
  make_distinct (runs, compare_hashes);
  make_distinct (words, compare_hashes);
  make_distinct (values, compare_hashes);
  return join (&builder, n_sentences);
}

/* Takes n entries of size bytes from what is left; NULL when there are fewer. */
static const void *
take (const char **at, gsize *left, guint n, gsize size)
{
  const char *start = *at;
  if (n > *left / size)
    return NULL;
  *at += n * size;
  *left -= n * size;
  return start;
}

gboolean
bl_index_row_open (BlIndexRow *row, const void *bytes, gsize length)
{
  const char *at = bytes;
  gsize left = length;
  if ((guintptr) bytes % sizeof (guint64) != 0 || (row->head = take (&at, &left, 1, sizeof (BlIndexHead))) == NULL)
    return FALSE;
  row->terms = take (&at, &left, row->head->n_terms, sizeof (guint64));
  row->keys = row->terms != NULL ? take (&at, &left, row->head->n_keys, sizeof (BlIndexKey)) : NULL;
  row->places = row->keys != NULL ? take (&at, &left, row->head->n_places, sizeof (BlIndexPlace)) : NULL;
  row->runs = row->places != NULL ? take (&at, &left, row->head->n_runs, sizeof (guint32)) : NULL;
  row->words = row->runs != NULL ? take (&at, &left, row->head->n_words, sizeof (guint32)) : NULL;
  row->values = row->words != NULL ? take (&at, &left, row->head->n_values, sizeof (guint32)) : NULL;
  row->text = row->values != NULL ? take (&at, &left, row->head->n_text, 1) : NULL;
  if (row->text == NULL || left != 0 || row->head->n_text == 0 || row->text[row->head->n_text - 1] != '\0')
    return FALSE;
  for (guint i = 0; i < row->head->n_keys; i++)
    if (row->keys[i].text >= row->head->n_text)
      return FALSE;
  return TRUE;
}
