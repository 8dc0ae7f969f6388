#include "knowledge/name_index.h"

#include <math.h>
#include <string.h>

#include "knowledge/name_blocks.h"
#include "knowledge/name_tokens.h"
#include "knowledge/tables.h"
#include "text/fold.h"

#define BACKGROUND 5000.0 /* persons */

/* --- life --------------------------------------------------------------------------------------------------------- */

BlNameIndex *
bl_name_index_new (const BlKnowledge *kb)
{
  BlNameIndex *index = g_new0 (BlNameIndex, 1);
  index->given_names = &kb->given_names;
  index->costs = &kb->name_costs;
  index->near = bl_near_memory_new ();
  for (char c = 'A'; c <= 'z'; c++)
    index->group_of_sound[bl_name_sound (c)] = bl_name_skeleton ((const char[]){ c, '\0' }) & 15;
  return index;
}

void
bl_name_index_bind (BlNameIndex *index)
{
  const BlNameBlock *blocks = index->blocks;
  index->tokens = blocks[BL_BLOCK_TOKENS].items;
  index->heads = blocks[BL_BLOCK_HEADS].items;
  index->letters = blocks[BL_BLOCK_LETTERS].items;
  index->long_sounds = blocks[BL_BLOCK_LONG_SOUNDS].items;
  index->given = blocks[BL_BLOCK_GIVEN].items;
  index->postings = blocks[BL_BLOCK_POSTINGS].items;
  index->forms = blocks[BL_BLOCK_FORMS].items;
  index->form_tokens = blocks[BL_BLOCK_FORM_TOKENS].items;
  index->form_persons = blocks[BL_BLOCK_FORM_PERSONS].items;
  index->persons = blocks[BL_BLOCK_PERSONS].items;
  index->person_forms = blocks[BL_BLOCK_PERSON_FORMS].items;
  index->text_slots = blocks[BL_BLOCK_TEXT_SLOTS].items;
  index->class_slots = blocks[BL_BLOCK_CLASS_SLOTS].items;
  index->joined_slots = blocks[BL_BLOCK_JOINED_SLOTS].items;
  index->skeletons = (BlSkeletonTable){ .ranges = blocks[BL_BLOCK_SKELETONS].items,
                                        .slots = blocks[BL_BLOCK_KEYS].items,
                                        .lists = blocks[BL_BLOCK_KEY_SKELETONS].items,
                                        .n_ranges = blocks[BL_BLOCK_SKELETONS].n - 1,
                                        .n_slots = blocks[BL_BLOCK_KEYS].n };
  index->n_tokens = blocks[BL_BLOCK_TOKENS].n - 1;
  index->n_forms = blocks[BL_BLOCK_FORMS].n - 1;
  index->n_persons = blocks[BL_BLOCK_PERSONS].n - 1;
}

const BlNameBlock *
bl_name_index_blocks (const BlNameIndex *index)
{
  return index->blocks;
}

BlNameIndex *
bl_name_index_of_blocks (const BlKnowledge *kb, const BlNameBlock *blocks)
{
  static const guint32 sizes[BL_N_NAME_BLOCKS] = {
    [BL_BLOCK_TOKENS] = sizeof (BlIndexToken),
    [BL_BLOCK_HEADS] = sizeof (BlNameHead),
    [BL_BLOCK_LETTERS] = 1,
    [BL_BLOCK_LONG_SOUNDS] = 1,
    [BL_BLOCK_GIVEN] = sizeof (BlGivenGroups),
    [BL_BLOCK_POSTINGS] = sizeof (BlNamePosting),
    [BL_BLOCK_FORMS] = sizeof (BlIndexForm),
    [BL_BLOCK_FORM_TOKENS] = sizeof (guint32),
    [BL_BLOCK_FORM_PERSONS] = sizeof (guint32),
    [BL_BLOCK_PERSONS] = sizeof (guint32),
    [BL_BLOCK_PERSON_FORMS] = sizeof (guint32),
    [BL_BLOCK_TEXT_SLOTS] = sizeof (BlNameSlot),
    [BL_BLOCK_CLASS_SLOTS] = sizeof (BlNameSlot),
    [BL_BLOCK_JOINED_SLOTS] = sizeof (BlNameSlot),
    [BL_BLOCK_SKELETONS] = sizeof (BlSkeletonRange),
    [BL_BLOCK_KEYS] = sizeof (BlSkeletonSlot),
    [BL_BLOCK_KEY_SKELETONS] = sizeof (guint32),
  };
  for (guint i = 0; i < BL_N_NAME_BLOCKS; i++)
    if (blocks[i].size != sizes[i])
      return NULL;
  if (blocks[BL_BLOCK_TOKENS].n == 0 || blocks[BL_BLOCK_FORMS].n == 0 || blocks[BL_BLOCK_SKELETONS].n == 0
      || blocks[BL_BLOCK_PERSONS].n != kb->persons.all->len + 1)
    return NULL;
  BlNameIndex *index = bl_name_index_new (kb);
  memcpy (index->blocks, blocks, sizeof index->blocks);
  bl_name_index_bind (index);
  return index;
}

static gpointer
build_in_thread (gpointer data)
{
  return bl_name_index_build (data);
}

void
bl_name_index_start (BlKnowledge *kb)
{
  if (kb->name_index == NULL)
    kb->indexer = g_thread_new ("belie-names", build_in_thread, kb);
}

const BlNameIndex *
bl_name_index_get (const BlKnowledge *kb)
{
  BlKnowledge *writable = (BlKnowledge *) kb;
  if (g_once_init_enter (&writable->indexed))
    {
      if (kb->indexer != NULL)
        writable->name_index = g_thread_join (kb->indexer);
      g_once_init_leave (&writable->indexed, 1);
    }
  return kb->name_index;
}

void
bl_name_index_free (BlNameIndex *index)
{
  if (index == NULL)
    return;
  for (guint i = 0; index->owns_blocks && i < BL_N_NAME_BLOCKS; i++)
    g_free ((gpointer) index->blocks[i].items);
  bl_near_memory_free (index->near);
  g_free (index);
}

/* --- tokens and forms --------------------------------------------------------------------------------------------- */

void
bl_name_token_set (const BlGivenNames *names, BlNameToken *token, const char *word, char *name_class, guint8 *sounds)
{
  token->text = word;
  token->length = (guint8) MIN (strlen (word), G_MAXUINT8);
  token->sounds = (BlNameSounds){ .list = sounds, .length = bl_name_fold_class (word, name_class) };
  token->name_class = name_class;
  bl_name_sounds (name_class, token->sounds.length, sounds);
  token->kinds = (guint8) bl_given_names_word (names, word);
  token->kind = BL_TOKEN_WORD;
  if (token->length == 1)
    token->kind = BL_TOKEN_INITIAL;
  else if ((token->kinds & BL_NAME_PARTICLE) != 0)
    token->kind = BL_TOKEN_PARTICLE;
}

/* A base of a few persons knows little of how rare names are: counts as if there were BACKGROUND more who bear other names. */
float
bl_name_rarity (guint32 n_persons, guint32 bearers)
{
  return (float) log ((n_persons + BACKGROUND + 2.0) / (bearers + 0.5));
}

void
bl_name_index_token (const BlNameIndex *index, guint32 number, BlNameToken *token)
{
  const BlIndexToken *stored = &index->tokens[number];
  const BlNameHead *head = &index->heads[number];
  const gboolean is_long = head->length > BL_NAME_HEAD_SOUNDS;
  const char *text = index->letters + stored->text;
  *token = (BlNameToken){
    .text = text,
    .name_class = text + stored->length + 1,
    .sounds = { .list = is_long ? index->long_sounds + stored->sounds : head->sounds, .length = head->length },
    .number = number,
    .length = stored->length,
    .kind = stored->kind,
    .kinds = stored->kinds,
    .weight = stored->weight,
    .given = stored->given != 0 ? &index->given[stored->given - 1] : NULL,
  };
}

void
bl_name_index_view (const BlNameIndex *index, guint32 form, BlNameFormView *view)
{
  const BlIndexForm *stored = &index->forms[form];
  const guint n = bl_index_form_length (index, form);
  view->form = (BlNameForm){ .tokens = view->pointers,
                             .n = (guint8) n,
                             .generation = stored->generation,
                             .family = stored->family,
                             .is_family = (stored->flags & BL_FORM_IS_FAMILY) != 0,
                             .has_native = (stored->flags & BL_FORM_HAS_NATIVE) != 0 };
  for (guint i = 0; i < n; i++)
    {
      bl_name_index_token (index, index->form_tokens[stored->first_token + i], &view->tokens[i]);
      view->pointers[i] = &view->tokens[i];
    }
}

const guint32 *
bl_name_index_forms (const BlNameIndex *index, const BlPerson *person, guint *n)
{
  const guint32 *first = &index->persons[((const BlKbPerson *) person)->place];
  *n = first[1] - first[0];
  return &index->person_forms[first[0]];
}

const guint32 *
bl_name_index_persons (const BlNameIndex *index, guint32 form, guint *n)
{
  const guint32 first = index->forms[form].first_person;
  *n = index->forms[form + 1].first_person - first;
  return &index->form_persons[first];
}

/* The token whose text or class is this, + 1, or 0. */
static guint32
find_token (const BlNameIndex *index, BlNameBlockKind slots, const char *text, gsize length)
{
  const BlNameSlot *table = index->blocks[slots].items;
  const guint32 mask = index->blocks[slots].n - 1;
  for (guint32 at = bl_string_hash (text, length) & mask; table[at] != 0; at = (at + 1) & mask)
    {
      const guint32 token = table[at] - 1;
      const char *other
          = slots == BL_BLOCK_CLASS_SLOTS ? bl_index_token_class (index, token) : bl_index_token_text (index, token);
      if (strcmp (other, text) == 0)
        return token + 1;
    }
  return 0;
}

gboolean
bl_name_index_has_token (const BlNameIndex *index, const char *folded_token)
{
  return find_token (index, BL_BLOCK_TEXT_SLOTS, folded_token, strlen (folded_token)) != 0;
}

const char *
bl_name_join (const char *const *words, guint n, char *out, gsize room)
{
  gsize length = 0;
  for (guint i = 0; i < n; i++)
    {
      gsize more = strlen (words[i]);
      if (length + more + 1 > room)
        return NULL;
      memcpy (out + length, words[i], more);
      length += more;
    }
  out[length] = '\0';
  return out;
}

/* --- queries ------------------------------------------------------------------------------------------------------ */

/* The same for all tokens of a class. */
static float
weight_of (const BlNameIndex *index, const BlNameToken *word)
{
  const guint32 token = find_token (index, BL_BLOCK_CLASS_SLOTS, word->name_class, word->sounds.length);
  return token != 0 ? index->tokens[token - 1].weight : bl_name_rarity (index->n_persons, 0);
}

void
bl_name_query_init (BlNameQuery *query, const BlNameIndex *index, const char *spelling)
{
  const char *words[BL_NAME_TOKENS_MAX];
  BlGeneration generation;
  query->costs = index->costs;
  query->folded = bl_fold_letters (spelling, -1);
  query->n = (guint8) bl_name_split (index->given_names, query->folded, words, &generation);
  query->n_particles = 0;
  query->generation = (guint8) generation;
  memset (query->alike, 0, sizeof query->alike);
  for (guint i = 0; i < query->n; i++)
    {
      BlNameToken *token = &query->tokens[i];
      *token = (BlNameToken){ .number = BL_NAME_NO_NUMBER };
      bl_name_token_set (index->given_names, token, words[i], query->classes[i], query->sounds[i]);
      query->n_particles = (guint8) (query->n_particles + (token->kind == BL_TOKEN_PARTICLE));
      bl_name_least_costs (index->costs, token->sounds.list, token->sounds.length, query->least[i]);
      token->sounds.least = query->least[i];
      token->given = bl_given_names_get (index->given_names, words[i]);
      token->weight = weight_of (index, token);
    }
}

void
bl_name_query_clear (BlNameQuery *query)
{
  g_free (query->folded);
}

static BlNameAlike *
alike_slot (BlNameQuery *query, guint word, guint32 token)
{
  return &query->alike[((token * 0x9E3779B1u >> 8) + word) % BL_NAME_ALIKE_SLOTS];
}

void
bl_name_query_remember (BlNameQuery *query, guint word, guint32 token, double alike)
{
  *alike_slot (query, word, token) = (BlNameAlike){ .token = token + 1, .word = word, .alike = alike };
}

double
bl_name_query_alike (BlNameQuery *query, guint word, const BlNameToken *token)
{
  const BlNameAlike *known = token->number == BL_NAME_NO_NUMBER ? NULL : alike_slot (query, word, token->number);
  if (known != NULL && known->token == token->number + 1 && known->word == word)
    return known->alike;
  const double alike
      = bl_name_sounds_similarity (query->costs, &query->tokens[word].sounds, &token->sounds, BL_NAME_LEAST_ALIKE);
  if (known != NULL)
    bl_name_query_remember (query, word, token->number, alike);
  return alike;
}
