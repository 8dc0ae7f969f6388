/* Which forms may a spelling mean? Few of many, soon.
 *
 *   "Dominique Robb" → robb → tokens near it: raab, robb, rob … → forms that contain one of them → those whose first word may be
 *   Dominique's partner: Dominic Raab
 *
 * Each step looks at more than the next, and at less of it: skeletons at 8 bytes each, tokens at 16, the forms of near tokens at 8. What a
 * step leaves out would not pass bl_name_judge(); only the skeletons, and the word that is not looked up, lose a few. */
#include <stdlib.h>
#include <string.h>

#include "knowledge/name_alignment.h"
#include "knowledge/name_look.h"

enum
{
  WORD_LANES = 4, /* words that are looked at together */
  LANE_BITS = 16,
  MASK_SLOTS_BITS = 12,
  MASK_SLOTS = 1 << MASK_SLOTS_BITS,
  AT_ONCE = 512 /* postings that are looked at twice together */
};

/* A token near a word of the query. */
typedef struct
{
  guint32 token;
  guint32 word;
} NearToken;

/* A whole name that contains one. */
typedef struct
{
  NearToken near;
  BlNamePosting posting;
  guint32 slot; /* of the mask of its first token */
} Whole;

/* Which words of the query may be partners of a token. */
typedef struct
{
  guint32 token; /* + 1; 0: free */
  guint32 mask;
} Mask;

typedef struct
{
  const BlNameIndex *index;
  BlNameQuery *query;
  GArray *found;
  guint n_letters;                      /* of all words */
  guint64 lanes[BL_NAME_N_SOUNDS];      /* least costs of a sound for each of the first words, LANE_BITS each */
  BlNameLook looks[BL_NAME_TOKENS_MAX]; /* of words that are such */
  Mask masks[MASK_SLOTS];               /* open addressing, at most half full */
  guint n_masks;
  guint n_new; /* masks that are still to be made */
  guint32 new_slots[AT_ONCE];
  guint n_wholes;
  Whole wholes[AT_ONCE];
} Search;

static void
search_init (Search *search, const BlNameIndex *index, BlNameQuery *query, GArray *found)
{
  search->index = index;
  search->query = query;
  search->found = found;
  search->n_letters = search->n_masks = search->n_new = search->n_wholes = 0;
  memset (search->lanes, 0, sizeof search->lanes);
  memset (search->masks, 0, sizeof search->masks);
  for (guint i = 0; i < query->n; i++)
    {
      search->n_letters += (guint) strlen (query->tokens[i].text);
      if (query->tokens[i].kind == BL_TOKEN_WORD)
        bl_name_look_init (&search->looks[i], index, &query->tokens[i]);
      for (guint sound = 1; i < WORD_LANES && sound < BL_NAME_N_SOUNDS; sound++)
        search->lanes[sound] |= (guint64) query->least[i][sound] << (i * LANE_BITS);
    }
}

/* --- which tokens may be partners --------------------------------------------------------------------------------- */

/* Where the mask of a token is, or goes. */
static guint32
mask_slot (const Search *search, guint32 token)
{
  guint32 at = token * 0x9E3779B1u >> (32 - MASK_SLOTS_BITS);
  while (search->masks[at].token != 0 && search->masks[at].token != token + 1)
    at = (at + 1) % MASK_SLOTS;
  return at;
}

/* The sums of least costs of a token for the first words. */
static guint64
least_of_lanes (const Search *search, const BlNameHead *head)
{
  guint64 least = 0;
  for (guint i = 0; i < 8; i++)
    least += search->lanes[head->sounds[i]];
  if (head->length > 8)
    for (guint i = 8; i < BL_NAME_HEAD_SOUNDS; i++)
      least += search->lanes[head->sounds[i]];
  return least;
}

/* Tokens that may sound like one word of the query. */
typedef struct
{
  Search *search;
  guint word;
  guint n;
  guint32 tokens[AT_ONCE];
  guint32 slots[AT_ONCE];
} Sounding;

static void
set_sounding (guint at, double alike, gpointer data)
{
  const Sounding *sounding = data;
  sounding->search->masks[sounding->slots[at]].mask |= 1u << sounding->word;
  bl_name_query_remember (sounding->search->query, sounding->word, sounding->tokens[at], alike);
}

/* What bl_name_may_pair() says for the word and all new tokens; how they sound is worked out for many at a time. least: of each. */
static void
pair_word (Search *search, guint i, const guint64 *least)
{
  const BlNameIndex *index = search->index;
  const BlNameToken *word = &search->query->tokens[i];
  const BlNameLook *look = &search->looks[i];
  Sounding sounding;
  sounding.search = search;
  sounding.word = i;
  sounding.n = 0;
  for (guint at = 0; at < search->n_new; at++)
    {
      Mask *mask = &search->masks[search->new_slots[at]];
      const guint32 number = mask->token - 1;
      const BlIndexToken *token = &index->tokens[number];
      const guint16 lane = (guint16) (i < WORD_LANES ? least[at] >> (i * LANE_BITS) : 0);
      if (word->kind != BL_TOKEN_WORD || token->kind != BL_TOKEN_WORD)
        {
          BlNameToken view;
          bl_name_index_token (index, number, &view);
          mask->mask |= (guint32) bl_name_may_pair (search->query, i, &view) << i;
        }
      else if (word->given != NULL && token->given != 0
               && bl_given_names_relation (word->given, &index->given[token->given - 1]) != BL_GIVEN_UNRELATED)
        mask->mask |= 1u << i;
      else if (lane <= look->budgets[index->heads[number].length])
        {
          sounding.slots[sounding.n] = search->new_slots[at];
          sounding.tokens[sounding.n++] = number;
        }
    }
  bl_name_look_at (look, index, sounding.tokens, sounding.n, set_sounding, &sounding);
}

static void
make_masks (Search *search)
{
  guint64 least[AT_ONCE];
  for (guint at = 0; at < search->n_new; at++)
    least[at] = least_of_lanes (search, &search->index->heads[search->masks[search->new_slots[at]].token - 1]);
  for (guint i = 0; search->n_new > 0 && i < search->query->n; i++)
    pair_word (search, i, least);
  search->n_new = 0;
}

/* Has a mask made with the others that are wanted, unless there is no more room. Returns where it is. */
static guint32
want_mask (Search *search, guint32 token)
{
  const guint32 at = mask_slot (search, token);
  if (search->masks[at].token != 0 || search->n_masks >= MASK_SLOTS / 2)
    return at;
  if (search->n_new == AT_ONCE)
    make_masks (search);
  search->masks[at] = (Mask){ .token = token + 1 };
  search->new_slots[search->n_new++] = at;
  search->n_masks++;
  return at;
}

/* Makes room for so many more, if there is none. */
static void
keep_room (Search *search, guint more)
{
  if (search->n_masks + more <= MASK_SLOTS / 2)
    return;
  memset (search->masks, 0, sizeof search->masks);
  search->n_masks = 0;
}

static guint32
mask_of (Search *search, guint32 token)
{
  guint32 at = mask_slot (search, token);
  if (search->masks[at].token == 0)
    {
      keep_room (search, 1);
      want_mask (search, token);
      make_masks (search);
      at = mask_slot (search, token);
    }
  return search->masks[at].mask;
}

/* --- forms that contain near tokens ------------------------------------------------------------------------------- */

/* The first words of both sides need partners, and a word of the family name: bl_name_align_form() asks no less. Says so by what is known
 * of the first word and of the near one alone. */
static gboolean
is_whole_at_once (const Search *search, const Whole *whole)
{
  const BlIndexForm *form = &search->index->forms[whole->posting.form];
  const guint32 *tokens = &search->index->form_tokens[form->first_token];
  const guint32 first = search->masks[whole->slot].mask;
  const guint32 near = 1u << whole->near.word;
  if (((first | near) & 1) == 0)
    return FALSE;
  guint at = 0;
  while (tokens[at] != whole->near.token)
    at++;
  return (form->family & (1u << at | 1u)) != 0;
}

static gboolean
may_be_whole (Search *search, guint32 number)
{
  const BlIndexForm *form = &search->index->forms[number];
  const guint32 *tokens = &search->index->form_tokens[form->first_token];
  guint32 all = 0;
  guint32 family = 0;
  for (guint i = 0; i < bl_index_form_length (search->index, number); i++)
    {
      const guint32 mask = mask_of (search, tokens[i]);
      all |= mask;
      if ((form->family & 1u << i) != 0)
        family |= mask;
    }
  return (all & 1) != 0 && family != 0;
}

static void
want_masks_of (Search *search, guint32 number)
{
  const BlNameIndex *index = search->index;
  for (guint32 i = index->forms[number].first_token; i < index->forms[number + 1].first_token; i++)
    want_mask (search, index->form_tokens[i]);
}

/* A name of few words cannot be that of more, unless these are particles, or stick together in it. */
static gboolean
may_be_alone (const Search *search, guint32 token, guint32 form)
{
  const guint n = bl_index_form_length (search->index, form);
  return search->query->n <= n + search->query->n_particles
         || (n == 1 && search->index->tokens[token].length == search->n_letters);
}

/* Adds those of the whole names that may be meant. */
static void
look_at_wholes (Search *search)
{
  Whole *wholes = search->wholes;
  guint n = 0; /* not so clear at once: these move to the front */
  keep_room (search, AT_ONCE);
  for (guint i = 0; i < search->n_wholes; i++)
    wholes[i].slot = want_mask (search, wholes[i].posting.first_token);
  make_masks (search);
  for (guint i = 0; i < search->n_wholes; i++)
    if (search->masks[wholes[i].slot].mask == 0)
      continue;
    else if (is_whole_at_once (search, &wholes[i]))
      g_array_append_val (search->found, wholes[i].posting.form);
    else
      wholes[n++] = wholes[i];
  for (guint i = 0; i < n; i++)
    want_masks_of (search, wholes[i].posting.form);
  make_masks (search);
  for (guint i = 0; i < n; i++)
    if (may_be_whole (search, wholes[i].posting.form))
      g_array_append_val (search->found, wholes[i].posting.form);
  search->n_wholes = 0;
}

static void
add_forms_of (Search *search, NearToken near)
{
  const BlIndexToken *token = &search->index->tokens[near.token];
  const BlNamePosting *postings = search->index->postings;
  for (guint32 i = token->first_posting; i < token->first_whole; i++)
    if (may_be_alone (search, near.token, postings[i].form))
      g_array_append_val (search->found, postings[i].form);
  const guint32 end = search->query->n > 1 ? token[1].first_posting : 0;
  for (guint32 i = token->first_whole; i < end; i++)
    {
      search->wholes[search->n_wholes++] = (Whole){ .near = near, .posting = postings[i] };
      if (search->n_wholes == AT_ONCE)
        look_at_wholes (search);
    }
}

/* Adds the forms with a token near this word. FALSE when there are no such tokens. */
static gboolean
add_forms (Search *search, guint word)
{
  const BlNameIndex *index = search->index;
  const char *text = search->query->tokens[word].text;
  g_autofree BlNearTokens *own = NULL;
  const BlNearTokens *near = bl_near_memory_get (index->near, text);
  if (near == NULL)
    {
      near = own = bl_name_look_find (&search->looks[word], index);
      bl_near_memory_put (index->near, text, &own);
    }
  for (guint i = 0; i < near->n; i++)
    {
      const NearToken token = { .token = near->list[i].token, .word = word };
      bl_name_query_remember (search->query, word, token.token, near->list[i].alike);
      add_forms_of (search, token);
    }
  look_at_wholes (search);
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
weakest_word (const BlNameQuery *query)
{
  guint weakest = G_MAXUINT;
  double least = G_MAXDOUBLE;
  guint words = 0;
  for (guint i = 0; i < query->n; i++)
    {
      const BlNameToken *token = &query->tokens[i];
      if (token->kind != BL_TOKEN_WORD)
        continue;
      words++;
      double weight = token->given != NULL ? token->weight / 2 : token->weight;
      if (weight < least)
        {
          least = weight;
          weakest = i;
        }
    }
  return words > 1 ? weakest : G_MAXUINT;
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

void
bl_name_index_candidates (const BlNameIndex *index, BlNameQuery *query, GArray *found)
{
  Search search;
  search_init (&search, index, query, found);
  /* Of two words both must be near, of three at least two (the third may be a patronymic that the base lacks): so one need not
   * be looked up, unless the others lead nowhere. */
  const guint weakest = weakest_word (query);
  gboolean any = FALSE;
  for (guint i = 0; i < query->n; i++)
    if (i != weakest && query->tokens[i].kind == BL_TOKEN_WORD)
      any |= add_forms (&search, i);
  if (!any && weakest != G_MAXUINT)
    add_forms (&search, weakest);
  add_joined_forms (&search);
  sort_found (found);
}
