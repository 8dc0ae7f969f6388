/* Which forms may a spelling mean? Few of many, soon.
 *
 *   "Dominique Robb" → robb → tokens near it: raab, robb, rob … → forms that contain one of them → those whose first word may be
 *   Dominique's partner: Dominic Raab
 *
 * Each step looks at more than the next, and at less of it: skeletons at 8 bytes each, tokens at 16, the forms of near tokens at 8. What a
 * step leaves out would not pass bl_name_judge(); only the skeletons, and the word that is not looked up, lose a few.
 *
 * A common family name leads to thousands of forms, which begin with a few hundred given names. Whether one of these may be the
 * partner of the first word asked for is a bit (near_tokens.h), worked out once and remembered for the next who asks for a Dominique. */
#include <stdlib.h>
#include <string.h>

#include "knowledge/name_alignment.h"
#include "knowledge/name_look.h"

enum
{
  MANY_WHOLES = 512 /* names that are looked at sooner than it is found out whether fewer would do */
};

typedef struct
{
  const BlNameIndex *index;
  BlNameQuery *query;
  GArray *found;
  guint n_letters;                              /* of all words */
  guint16 has_look;                             /* bit i: looks[i] is there */
  BlNameLook looks[BL_NAME_TOKENS_MAX];         /* of words that are such */
  BlPartners *partners[BL_NAME_TOKENS_MAX];     /* of each word, among all tokens; NULL: not asked for yet */
  BlPartners *own[BL_NAME_TOKENS_MAX];          /* those of them that are not the memory's */
  const BlNearTokens *near[BL_NAME_TOKENS_MAX]; /* of words that were looked up */
  BlNearTokens *own_near[BL_NAME_TOKENS_MAX];
} Search;

static void
search_init (Search *search, const BlNameIndex *index, BlNameQuery *query, GArray *found)
{
  search->index = index;
  search->query = query;
  search->found = found;
  search->n_letters = 0;
  search->has_look = 0;
  memset (search->partners, 0, sizeof search->partners);
  memset (search->own, 0, sizeof search->own);
  memset (search->near, 0, sizeof search->near);
  memset (search->own_near, 0, sizeof search->own_near);
  for (guint i = 0; i < query->n; i++)
    search->n_letters += (guint) strlen (query->tokens[i].text);
}

static void
search_clear (Search *search)
{
  for (guint i = 0; i < search->query->n; i++)
    {
      g_free (search->own[i]);
      g_free (search->own_near[i]);
    }
}

/* The look of a word that is no initial and no particle. */
static const BlNameLook *
look_of (Search *search, guint word)
{
  BlNameLook *look = &search->looks[word];
  if ((search->has_look >> word & 1) == 0)
    bl_name_look_init (look, search->index, &search->query->tokens[word]);
  search->has_look = (guint16) (search->has_look | 1u << word);
  return look;
}

/* --- which tokens may be partners --------------------------------------------------------------------------------- */

/* What bl_name_may_pair() says. */
static gboolean
may_pair (Search *search, guint i, guint32 number)
{
  const BlNameIndex *index = search->index;
  const BlNameToken *word = &search->query->tokens[i];
  const BlIndexToken *token = &index->tokens[number];
  if (word->kind != BL_TOKEN_WORD || token->kind != BL_TOKEN_WORD)
    {
      BlNameToken view;
      bl_name_index_token (index, number, &view);
      return bl_name_may_pair (search->query, i, &view);
    }
  if (word->given != NULL && token->given != 0
      && bl_given_names_relation (word->given, &index->given[token->given - 1]) != BL_GIVEN_UNRELATED)
    return TRUE;
  const double alike = bl_name_look_at (look_of (search, i), index, number);
  if (alike > 0)
    bl_name_query_remember (search->query, i, number, alike);
  return alike > 0;
}

/* The first word is a given name as a rule, which others bear: what is found out of it is kept. */
static BlPartners *
partners_of (Search *search, guint word)
{
  const BlNameIndex *index = search->index;
  BlPartners **own = &search->own[word];
  if (word == 0)
    return bl_near_memory_partners (index->near, search->query->tokens[0].text, index->n_tokens, own);
  return *own = bl_partners_new (index->n_tokens);
}

static inline BlPartners *
known_partners (Search *search, guint word)
{
  if (search->partners[word] == NULL)
    search->partners[word] = partners_of (search, word);
  return search->partners[word];
}

/* The same, worked out once. */
static inline gboolean
is_pair (Search *search, guint word, guint32 token)
{
  const BlPartner known = bl_partners_get (known_partners (search, word), token);
  if (G_LIKELY (known != BL_PARTNER_UNKNOWN))
    return known == BL_PARTNER_YES;
  const gboolean may = may_pair (search, word, token);
  bl_partners_set (search->partners[word], token, may ? BL_PARTNER_YES : BL_PARTNER_NO);
  return may;
}

static gboolean
has_partner (Search *search, guint32 token)
{
  for (guint i = 0; i < search->query->n; i++)
    if (is_pair (search, i, token))
      return TRUE;
  return FALSE;
}

/* --- forms that contain near tokens ------------------------------------------------------------------------------- */

/* A token near a word of the query. */
typedef struct
{
  guint32 token;
  gboolean of_first; /* the first word may be its partner */
  gboolean of_other; /* the second may, of two */
} NearToken;

/* A whole name of two words: both need partners, and so does the first word of the query; of two words both. */
static inline gboolean
may_be_both (Search *search, const NearToken *near, guint32 other)
{
  if (search->query->n == 2)
    return (near->of_other && is_pair (search, 0, other)) || (near->of_first && is_pair (search, 1, other));
  return is_pair (search, 0, other) || (near->of_first && has_partner (search, other));
}

/* A whole name of other lengths: the first words of both sides need partners, and a word of the family name. bl_name_align_form() asks no
 * less. */
static gboolean
may_be_whole (Search *search, guint32 number)
{
  const BlIndexForm *form = &search->index->forms[number];
  const guint32 *tokens = &search->index->form_tokens[form->first_token];
  const guint n = bl_index_form_length (search->index, number);
  gboolean any = FALSE;
  gboolean family = FALSE;
  for (guint i = 0; i < n && !any; i++)
    any = is_pair (search, 0, tokens[i]);
  if (!any || !has_partner (search, tokens[0]))
    return FALSE;
  for (guint i = n; i > 0 && !family; i--)
    family = (form->family & 1u << (i - 1)) != 0 && has_partner (search, tokens[i - 1]);
  return family;
}

/* A name of few words cannot be that of more, unless these are particles, or stick together in it. */
static gboolean
may_be_alone (const Search *search, guint32 token, guint32 form)
{
  const guint n = bl_index_form_length (search->index, form);
  return search->query->n <= n + search->query->n_particles
         || (n == 1 && search->index->tokens[token].length == search->n_letters);
}

/* The token is near the word. */
static void
add_wholes_of (Search *search, guint word, guint32 token)
{
  const BlIndexToken *stored = &search->index->tokens[token];
  const BlNamePosting *end = &search->index->postings[stored[1].first_posting];
  const BlNamePosting *posting = &search->index->postings[stored->first_whole];
  if (posting == end)
    return;
  bl_partners_set (known_partners (search, word), token, BL_PARTNER_YES);
  const NearToken near = { .token = token,
                           .of_first = is_pair (search, 0, token),
                           .of_other = search->query->n == 2 && is_pair (search, 1, token) };
  for (; posting < end; posting++)
    if (posting->other != 0 ? may_be_both (search, &near, posting->other - 1) : may_be_whole (search, posting->form))
      g_array_append_val (search->found, posting->form);
}

static void
add_forms_of (Search *search, guint word, guint32 token)
{
  const BlIndexToken *stored = &search->index->tokens[token];
  const BlNamePosting *postings = search->index->postings;
  for (guint32 i = stored->first_posting; i < stored->first_whole; i++)
    if (may_be_alone (search, token, postings[i].form))
      g_array_append_val (search->found, postings[i].form);
  if (search->query->n > 1)
    add_wholes_of (search, word, token);
}

/* The tokens near a word, found once. */
static const BlNearTokens *
near_of (Search *search, guint word)
{
  const BlNearTokens **near = &search->near[word];
  const char *text = search->query->tokens[word].text;
  if (*near == NULL)
    *near = bl_near_memory_get (search->index->near, text);
  if (*near == NULL)
    {
      *near = search->own_near[word] = bl_name_look_find (look_of (search, word), search->index);
      bl_near_memory_put (search->index->near, text, &search->own_near[word]);
    }
  return *near;
}

/* In how many whole names they stand. These are fetched meanwhile: they lie far apart. */
static guint
count_wholes (const BlNameIndex *index, const BlNearTokens *near)
{
  guint n = 0;
  for (guint i = 0; i < near->n; i++)
    {
      const BlIndexToken *token = &index->tokens[near->list[i].token];
      __builtin_prefetch (&index->postings[token->first_posting]);
      n += token[1].first_posting - token->first_whole;
    }
  return n;
}

/* Adds the forms with a token near this word. FALSE when there are no such tokens. */
static gboolean
add_forms (Search *search, guint word)
{
  const BlNearTokens *near = near_of (search, word);
  for (guint i = 0; i < near->n; i++)
    {
      bl_name_query_remember (search->query, word, near->list[i].token, near->list[i].alike);
      add_forms_of (search, word, near->list[i].token);
    }
  return near->n > 0;
}

static gboolean
is_joined (const BlNameIndex *index, guint32 form, const char *joined)
{
  for (guint32 i = index->forms[form].first_token; i < index->forms[form + 1].first_token; i++)
    {
      const char *text = bl_index_token_text (index, index->form_tokens[i]);
      const gsize length = strlen (text);
      if (strncmp (joined, text, length) != 0)
        return FALSE;
      joined += length;
    }
  return *joined == '\0';
}

/* Adds the forms of several words that have the same letters. */
static void
add_joined_forms (Search *search)
{
  const BlNameIndex *index = search->index;
  const guint32 mask = index->blocks[BL_BLOCK_JOINED_SLOTS].n - 1;
  const char *words[BL_NAME_TOKENS_MAX];
  char joined[BL_NAME_JOINED_MAX];
  for (guint i = 0; i < search->query->n; i++)
    words[i] = search->query->tokens[i].text;
  if (bl_name_join (words, search->query->n, joined, sizeof joined) == NULL)
    return;
  for (guint32 at = bl_string_hash (joined, strlen (joined)) & mask; index->joined_slots[at] != 0; at = (at + 1) & mask)
    {
      const guint32 form = index->joined_slots[at] - 1;
      if (is_joined (index, form, joined))
        g_array_append_val (search->found, form);
    }
}

/* The word that says least about who is meant: the most common one, a given name before others ("Bill" may stand for William,
 * whose token is not near). G_MAXUINT when there are no two words. */
static guint
weakest_word (const BlNameQuery *query, guint *n_words)
{
  guint weakest = G_MAXUINT;
  double least = G_MAXDOUBLE;
  *n_words = 0;
  for (guint i = 0; i < query->n; i++)
    {
      const BlNameToken *token = &query->tokens[i];
      if (token->kind != BL_TOKEN_WORD)
        continue;
      (*n_words)++;
      double weight = token->given != NULL ? token->weight / 2 : token->weight;
      if (weight < least)
        {
          least = weight;
          weakest = i;
        }
    }
  return *n_words > 1 ? weakest : G_MAXUINT;
}

/* Of two words the rarer one is looked up, which a slip makes of the commonest: "Jhon Robb" would lead to every John. Then the other. */
static guint
word_to_leave (Search *search)
{
  guint n_words;
  const guint weakest = weakest_word (search->query, &n_words);
  if (n_words != 2)
    return weakest;
  guint rarer = 0;
  while (rarer == weakest || search->query->tokens[rarer].kind != BL_TOKEN_WORD)
    rarer++;
  const guint n = count_wholes (search->index, near_of (search, rarer));
  if (n <= MANY_WHOLES)
    return weakest;
  const guint n_weakest = count_wholes (search->index, near_of (search, weakest));
  return n_weakest > 0 && n_weakest < n / 2 ? rarer : weakest;
}

static int
compare_numbers (const void *left, const void *right)
{
  const guint32 a = *(const guint32 *) left;
  const guint32 b = *(const guint32 *) right;
  return a < b ? -1 : a > b;
}

/* In order, each once. */
static void
sort_found (GArray *found)
{
  guint32 *forms = (guint32 *) (void *) found->data;
  guint n = 0;
  if (found->len == 0)
    return;
  qsort (forms, found->len, sizeof *forms, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (n == 0 || forms[n - 1] != forms[i])
      forms[n++] = forms[i];
  g_array_set_size (found, n);
}

/* What bl_name_index_view() will read of each lies at four places, each known when the one before has come: all wait together. */
static void
fetch (const BlNameIndex *index, const GArray *found)
{
  const guint32 *forms = (const guint32 *) (const void *) found->data;
  for (guint i = 0; i < found->len; i++)
    __builtin_prefetch (&index->forms[forms[i]]);
  for (guint i = 0; i < found->len; i++)
    __builtin_prefetch (&index->form_tokens[index->forms[forms[i]].first_token]);
  for (guint i = 0; i < found->len; i++)
    for (guint32 at = index->forms[forms[i]].first_token; at < index->forms[forms[i] + 1].first_token; at++)
      {
        __builtin_prefetch (&index->tokens[index->form_tokens[at]]);
        __builtin_prefetch (&index->heads[index->form_tokens[at]]);
      }
}

void
bl_name_index_candidates (const BlNameIndex *index, BlNameQuery *query, GArray *found)
{
  Search search;
  search_init (&search, index, query, found);
  /* Of two words both must be near, of three at least two (the third may be a patronymic that the base lacks): so one need not
   * be looked up, unless the others lead nowhere. */
  const guint weakest = word_to_leave (&search);
  gboolean any = FALSE;
  for (guint i = 0; i < query->n; i++)
    if (i != weakest && query->tokens[i].kind == BL_TOKEN_WORD)
      any |= add_forms (&search, i);
  if (!any && weakest != G_MAXUINT)
    add_forms (&search, weakest);
  add_joined_forms (&search);
  sort_found (found);
  fetch (index, found);
  search_clear (&search);
}
