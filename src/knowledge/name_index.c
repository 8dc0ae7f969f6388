#include "knowledge/name_index.h"

#include <math.h>
#include <string.h>

#include "knowledge/name_distance.h"
#include "knowledge/name_skeletons.h"
#include "knowledge/name_tokens.h"
#include "knowledge/near_tokens.h"
#include "knowledge/tables.h"
#include "text/fold.h"

/* How many persons have a token of a class. */
typedef struct
{
  guint persons;
  guint last_person; /* the last one counted, + 1 */
} ClassCount;

struct BlNameIndex
{
  BlArena *arena;
  const BlGivenNames *given_names; /* of the base */
  const BlNameCosts *costs;        /* of the base */
  BlStringMap words;               /* folded token: BlNameToken */
  BlStringMap classes;             /* class: ClassCount */
  GPtrArray *vocabulary;           /* of BlNameToken */
  BlStringMap joined;              /* folded name without spaces: index + 1 of a form with these letters; see joined_next */
  GArray *forms;                   /* of BlNameForm */
  GArray *form_of_person;          /* of guint32: first form, by place of the person in the base; one more at the end */
  const BlNameForm **postings;
  BlSkeletonTable skeletons; /* of the vocabulary, by number */
  BlNearMemory *near;        /* what was asked for; the one thing here that changes */
};

/* --- building ----------------------------------------------------------------------------------------------------- */

/* name_class and sounds have room for BL_NAME_CLASS_MAX and go on belonging to the caller. */
static void
set_token (BlNameToken *token, const char *word, char *name_class, guint8 *sounds)
{
  token->text = word;
  token->length = (guint8) MIN (strlen (word), G_MAXUINT8);
  token->sounds = (BlNameSounds){ .list = sounds, .length = bl_name_fold_class (word, name_class) };
  token->name_class = name_class;
  bl_name_sounds (name_class, token->sounds.length, sounds);
  token->kind = BL_TOKEN_WORD;
  if (token->length == 1)
    token->kind = BL_TOKEN_INITIAL;
  else if (bl_name_is_particle (word))
    token->kind = BL_TOKEN_PARTICLE;
}

static BlNameToken *
intern (BlNameIndex *index, const char *word)
{
  gsize length = strlen (word);
  BlNameToken *known = bl_string_map_get (&index->words, word, length);
  if (known != NULL)
    return known;

  char name_class[BL_NAME_CLASS_MAX];
  guint8 sounds[BL_NAME_CLASS_MAX];
  BlNameToken *token = bl_arena_new0 (index->arena, BlNameToken);
  set_token (token, bl_arena_strndup (index->arena, word, length), name_class, sounds);
  token->given = bl_given_names_get (index->given_names, word);
  token->name_class = bl_arena_strndup (index->arena, name_class, token->sounds.length);
  token->sounds.list = (const guint8 *) bl_arena_strndup (index->arena, (const char *) sounds, token->sounds.length);
  *bl_string_map_insert (&index->words, token->text, length) = token;
  gpointer *count = bl_string_map_insert (&index->classes, token->name_class, token->sounds.length);
  if (*count == NULL)
    *count = bl_arena_new0 (index->arena, ClassCount);
  token->class_count = *count;
  g_ptr_array_add (index->vocabulary, token);
  return token;
}

static gboolean
has_token (const BlNameForm *form, const BlNameToken *token)
{
  for (guint i = 0; i < form->n; i++)
    if (form->tokens[i] == token)
      return TRUE;
  return FALSE;
}

/* Which words of the form are the family name's; the last one when none is. */
static guint16
family_bits (const BlNameForm *form, const BlNameForm *families, guint n_families)
{
  guint16 bits = 0;
  for (guint i = 0; i < form->n; i++)
    for (guint j = 0; j < n_families; j++)
      if (has_token (&families[j], form->tokens[i]))
        bits = (guint16) (bits | (1u << i));
  return (guint16) (bits != 0 ? bits : 1u << (form->n - 1));
}

static void
add_form (BlNameIndex *index, const BlPerson *person, const char *name)
{
  const char *words[BL_NAME_TOKENS_MAX];
  BlGeneration generation;
  char small[128];
  g_autofree char *large = NULL;
  gssize length = bl_kb_fold_ascii (name, small, sizeof small - 1);
  if (length < 0)
    large = bl_fold_letters (name, -1);
  else
    small[length] = '\0';
  guint n = bl_name_split (large != NULL ? large : small, words, &generation);
  if (n == 0)
    return;
  const BlNameToken **tokens = bl_arena_alloc (index->arena, n * sizeof *tokens);
  for (guint i = 0; i < n; i++)
    {
      BlNameToken *token = intern (index, words[i]);
      token->n_forms++;
      tokens[i] = token;
    }
  BlNameForm form = { .person = person, .tokens = tokens, .n = (guint8) n, .generation = (guint8) generation };
  g_array_append_val (index->forms, form);
}

/* Adds the name and its spelling without umlauts. */
static void
add_forms_of_name (BlNameIndex *index, const BlPerson *person, const char *name)
{
  add_form (index, person, name);
  g_autofree char *opened = bl_name_open_umlauts (name);
  if (opened != NULL)
    add_form (index, person, opened);
}

static void
add_person (BlNameIndex *index, const BlPerson *person)
{
  guint32 first = index->forms->len;
  g_array_append_val (index->form_of_person, first);
  add_forms_of_name (index, person, person->family);
  guint32 n_family = index->forms->len - first;
  add_forms_of_name (index, person, person->name);
  for (const char *const *alias = person->aliases; *alias != NULL; alias++)
    add_forms_of_name (index, person, *alias);

  const BlNameForm *families = &g_array_index (index->forms, BlNameForm, first);
  for (guint32 i = first; i < index->forms->len; i++)
    {
      BlNameForm *form = &g_array_index (index->forms, BlNameForm, i);
      form->is_family = i < first + n_family;
      form->family = (guint16) (form->is_family ? (1u << form->n) - 1 : family_bits (form, families, n_family));
    }
}

/* Counts every class of the person's forms once. */
static void
count_classes (BlNameIndex *index, guint person)
{
  guint32 first = g_array_index (index->form_of_person, guint32, person);
  for (guint32 i = first; i < index->forms->len; i++)
    {
      const BlNameForm *form = &g_array_index (index->forms, BlNameForm, i);
      for (guint j = 0; j < form->n; j++)
        {
          ClassCount *count = form->tokens[j]->class_count;
          count->persons += count->last_person != person + 1;
          count->last_person = person + 1;
        }
    }
}

/* Inverse document frequency; a class that nobody bears weighs most. */
static float
weight_of (const BlNameIndex *index, const ClassCount *count)
{
  guint persons = index->form_of_person->len;
  return (float) log ((persons + 1.0) / ((count != NULL ? count->persons : 0) + 0.5));
}

static void
fill_postings (BlNameIndex *index)
{
  guint total = 0;
  for (guint i = 0; i < index->vocabulary->len; i++)
    {
      BlNameToken *token = g_ptr_array_index (index->vocabulary, i);
      token->first_form = total;
      total += token->n_forms;
      token->n_forms = 0;
      token->weight = weight_of (index, token->class_count);
    }
  index->postings = g_new (const BlNameForm *, total + 1);
  for (guint i = 0; i < index->forms->len; i++)
    {
      const BlNameForm *form = &g_array_index (index->forms, BlNameForm, i);
      for (guint j = 0; j < form->n; j++)
        {
          BlNameToken *token = (BlNameToken *) form->tokens[j];
          index->postings[token->first_form + token->n_forms++] = form;
        }
    }
}

static void
add_skeletons (BlNameIndex *index)
{
  bl_skeleton_table_init (&index->skeletons, index->vocabulary->len);
  for (guint i = 0; i < index->vocabulary->len; i++)
    {
      const BlNameToken *token = g_ptr_array_index (index->vocabulary, i);
      if (token->kind == BL_TOKEN_WORD)
        bl_skeleton_table_add (&index->skeletons, token->name_class, i);
    }
}

/* The words without spaces, or NULL when they need more than room. */
static const char *
join (const BlNameToken *const *tokens, guint n, char *out, gsize room)
{
  gsize length = 0;
  for (guint i = 0; i < n; i++)
    {
      gsize more = strlen (tokens[i]->text);
      if (length + more + 1 > room)
        return NULL;
      memcpy (out + length, tokens[i]->text, more);
      length += more;
    }
  out[length] = '\0';
  return out;
}

/* Names of several words by their letters alone, for spellings whose words stick together. */
static void
add_joined (BlNameIndex *index)
{
  char joined[128];
  for (guint i = 0; i < index->forms->len; i++)
    {
      BlNameForm *form = &g_array_index (index->forms, BlNameForm, i);
      if (form->n < 2 || join (form->tokens, form->n, joined, sizeof joined) == NULL)
        continue;
      gsize length = strlen (joined);
      gpointer *place = bl_string_map_insert (&index->joined, bl_arena_strndup (index->arena, joined, length), length);
      form->joined_next = GPOINTER_TO_UINT (*place);
      *place = GUINT_TO_POINTER (i + 1);
    }
}

static BlNameIndex *
build (const BlKnowledge *kb)
{
  const GPtrArray *persons = kb->persons.all;
  BlNameIndex *index = g_new0 (BlNameIndex, 1);
  index->arena = bl_arena_new ();
  index->given_names = &kb->given_names;
  index->costs = &kb->name_costs;
  index->near = bl_near_memory_new ();
  index->vocabulary = g_ptr_array_new ();
  index->forms = g_array_new (FALSE, FALSE, sizeof (BlNameForm));
  index->form_of_person = g_array_sized_new (FALSE, FALSE, sizeof (guint32), persons->len + 1);
  bl_string_map_reserve (&index->words, persons->len * 2);
  bl_string_map_reserve (&index->classes, persons->len * 2);
  bl_string_map_reserve (&index->joined, persons->len * 2);
  for (guint i = 0; i < persons->len; i++)
    {
      add_person (index, g_ptr_array_index (persons, i));
      count_classes (index, i);
    }
  guint32 end = index->forms->len;
  g_array_append_val (index->form_of_person, end);
  fill_postings (index);
  add_skeletons (index);
  add_joined (index);
  return index;
}

static gpointer
build_in_thread (gpointer data)
{
  return build (data);
}

void
bl_name_index_start (BlKnowledge *kb)
{
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
  bl_string_map_clear (&index->words);
  bl_string_map_clear (&index->classes);
  bl_string_map_clear (&index->joined);
  g_ptr_array_unref (index->vocabulary);
  g_array_unref (index->forms);
  g_array_unref (index->form_of_person);
  g_free (index->postings);
  bl_skeleton_table_clear (&index->skeletons);
  bl_near_memory_free (index->near);
  bl_arena_free (index->arena);
  g_free (index);
}

/* --- asking ------------------------------------------------------------------------------------------------------- */

void
bl_name_query_init (BlNameQuery *query, const BlNameIndex *index, const char *spelling)
{
  const char *words[BL_NAME_TOKENS_MAX];
  BlGeneration generation;
  query->folded = bl_fold_letters (spelling, -1);
  query->n = (guint8) bl_name_split (query->folded, words, &generation);
  query->costs = index->costs;
  query->n_particles = 0;
  query->generation = (guint8) generation;
  memset (query->alike, 0, sizeof query->alike);
  for (guint i = 0; i < query->n; i++)
    {
      BlNameToken *token = &query->tokens[i];
      *token = (BlNameToken){ 0 };
      set_token (token, words[i], query->classes[i], query->sounds[i]);
      query->n_particles = (guint8) (query->n_particles + (token->kind == BL_TOKEN_PARTICLE));
      bl_name_least_costs (index->costs, token->sounds.list, token->sounds.length, query->least[i]);
      token->sounds.least = query->least[i];
      token->given = bl_given_names_get (index->given_names, words[i]);
      token->weight = weight_of (index, bl_string_map_get (&index->classes, token->name_class, token->sounds.length));
    }
}

void
bl_name_query_clear (BlNameQuery *query)
{
  g_free (query->folded);
}

static BlNameAlike *
alike_slot (BlNameQuery *query, guint word, const BlNameToken *token)
{
  const guint hash = (guint) (((guintptr) token >> 4) * 0x9E3779B1u >> 8) + word;
  return &query->alike[hash % BL_NAME_ALIKE_SLOTS];
}

double
bl_name_query_alike (BlNameQuery *query, guint word, const BlNameToken *token)
{
  BlNameAlike *slot = alike_slot (query, word, token);
  if (slot->token != token || slot->word != word)
    *slot = (BlNameAlike){
      .token = token,
      .word = word,
      .alike = bl_name_sounds_similarity (query->costs, &query->tokens[word].sounds, &token->sounds, BL_NAME_LEAST_ALIKE),
    };
  return slot->alike;
}

const BlNameForm *
bl_name_index_forms (const BlNameIndex *index, const BlPerson *person, guint *n)
{
  guint place = ((const BlKbPerson *) person)->place;
  guint32 first = g_array_index (index->form_of_person, guint32, place);
  *n = g_array_index (index->form_of_person, guint32, place + 1) - first;
  return &g_array_index (index->forms, BlNameForm, first);
}

gboolean
bl_name_index_has_token (const BlNameIndex *index, const char *folded_token)
{
  return bl_string_map_get (&index->words, folded_token, strlen (folded_token)) != NULL;
}

static guint
number_of (const BlNameIndex *index, const BlNameForm *form)
{
  return (guint) (form - (const BlNameForm *) (const void *) index->forms->data);
}

/* Adds the forms that contain token; for a lone surname only those that are one. */
static void
add_forms_of (const BlNameIndex *index, const BlNameToken *token, gboolean lone, BlBitSet *found)
{
  for (guint i = 0; i < token->n_forms; i++)
    {
      const BlNameForm *form = index->postings[token->first_form + i];
      if (!lone || form->is_family || form->n == 1)
        bl_bit_set_add (found, number_of (index, form));
    }
}

/* The tokens near a word, in order; the caller's. */
static BlNearTokens *
find_near (const BlNameIndex *index, const BlNameToken *word)
{
  g_auto (BlBitSet) like = bl_bit_set_new (index->vocabulary->len);
  bl_skeleton_table_find (&index->skeletons, word->name_class, &like);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (BlNearToken));
  for (guint i = bl_bit_set_next (&like, 0); i != G_MAXUINT; i = bl_bit_set_next (&like, i + 1))
    {
      const BlNameToken *token = g_ptr_array_index (index->vocabulary, i);
      BlNearToken near = { .token = i };
      near.alike = bl_name_sounds_similarity (index->costs, &word->sounds, &token->sounds, BL_NAME_LEAST_ALIKE);
      if (near.alike > 0)
        g_array_append_val (found, near);
    }
  BlNearTokens *tokens = g_malloc (sizeof *tokens + found->len * sizeof (BlNearToken));
  tokens->n = found->len;
  if (found->len > 0)
    memcpy (tokens->list, found->data, found->len * sizeof (BlNearToken));
  return tokens;
}

/* Adds the forms with a token near this word. FALSE when there are none. */
static gboolean
add_forms (const BlNameIndex *index, BlNameQuery *query, guint word, BlBitSet *found)
{
  const char *text = query->tokens[word].text;
  g_autofree BlNearTokens *own = NULL;
  const BlNearTokens *near = bl_near_memory_get (index->near, text);
  if (near == NULL)
    {
      near = own = find_near (index, &query->tokens[word]);
      bl_near_memory_put (index->near, text, &own);
    }
  for (guint i = 0; i < near->n; i++)
    {
      const BlNameToken *token = g_ptr_array_index (index->vocabulary, near->list[i].token);
      *alike_slot (query, word, token) = (BlNameAlike){ .token = token, .word = word, .alike = near->list[i].alike };
      add_forms_of (index, token, query->n == 1, found);
    }
  return near->n > 0;
}

static void
add_joined_forms (const BlNameIndex *index, const BlNameQuery *query, BlBitSet *found)
{
  const BlNameToken *tokens[BL_NAME_TOKENS_MAX];
  for (guint i = 0; i < query->n; i++)
    tokens[i] = &query->tokens[i];
  char joined[128];
  if (join (tokens, query->n, joined, sizeof joined) == NULL)
    return;
  for (guint at = GPOINTER_TO_UINT (bl_string_map_get (&index->joined, joined, strlen (joined))); at != 0;)
    {
      bl_bit_set_add (found, at - 1);
      at = g_array_index (index->forms, BlNameForm, at - 1).joined_next;
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

void
bl_name_index_candidates (const BlNameIndex *index, BlNameQuery *query, GPtrArray *found)
{
  g_auto (BlBitSet) forms = bl_bit_set_new (index->forms->len);
  /* Of two words both must be near, of three at least two (the third may be a patronymic that the base lacks): so one need not
   * be looked up, unless the others lead nowhere. */
  guint weakest = weakest_word (query);
  gboolean any = FALSE;
  for (guint i = 0; i < query->n; i++)
    if (i != weakest && query->tokens[i].kind == BL_TOKEN_WORD)
      any |= add_forms (index, query, i, &forms);
  if (!any && weakest != G_MAXUINT)
    add_forms (index, query, weakest, &forms);
  add_joined_forms (index, query, &forms);
  for (guint i = bl_bit_set_next (&forms, 0); i != G_MAXUINT; i = bl_bit_set_next (&forms, i + 1))
    g_ptr_array_add (found, &g_array_index (index->forms, BlNameForm, i));
}
