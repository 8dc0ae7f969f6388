/* From persons to the blocks of their index.
 *
 * Names become tokens and forms in the order of loading, with numbers of their own; then tokens are put in order of their skeletons,
 * and all lists are laid out flat. */
#include <string.h>

#include "knowledge/name_blocks.h"
#include "knowledge/name_tokens.h"
#include "knowledge/tables.h"
#include "text/fold.h"

/* A token while the vocabulary grows. */
typedef struct
{
  const char *text;
  const char *name_class;
  guint64 skeleton; /* 0: none, or no word */
  guint32 class_number;
  guint32 n_forms;
  guint8 length;
  guint8 class_length;
  guint8 kind;
  guint8 kinds;
} Token;

/* How many persons have a token of a class. */
typedef struct
{
  guint32 persons;
  guint32 last_person; /* the last one counted, + 1 */
} ClassCount;

/* A form of one person; those of a person stand together. */
typedef struct
{
  guint32 first_token;
  guint32 number; /* of the distinct form, once it is known */
  guint16 family;
  guint8 n;
  guint8 generation;
  guint8 flags;
} Form;

typedef struct
{
  const BlKnowledge *kb;
  BlNameIndex *index;
  BlArena *arena;
  BlStringMap words;   /* folded token: number + 1 */
  BlStringMap classes; /* class: number + 1 */
  GArray *tokens;      /* of Token */
  GArray *class_counts;
  GArray *forms;       /* of Form */
  GArray *form_tokens; /* of guint32 */
  GArray *persons;     /* of guint32: the first form of each; one more at the end */
  guint32 *order;      /* token of each number in the index */
  guint32 *renumbered; /* and back */
  GArray *distinct;    /* of guint32: the first form that is so written */

} Builder;

#define AT(array, Type, i) g_array_index ((array), Type, (i))

/* The block takes what array holds. */
static void
put_array (Builder *builder, BlNameBlockKind kind, GArray *array)
{
  gsize n = 0;
  const guint size = g_array_get_element_size (array);
  gpointer items = g_array_steal (array, &n);
  g_array_unref (array);
  builder->index->blocks[kind] = (BlNameBlock){ items, (guint32) n, size };
}

#define NEW_BLOCK(builder, kind, Type, length)                                                                                 \
  ((Type *) ((builder)->index->blocks[kind]                                                                                    \
             = (BlNameBlock){ g_new0 (Type, MAX ((length), 1)), (guint32) (length), sizeof (Type) })                           \
       .items)

/* --- names become tokens ------------------------------------------------------------------------------------------- */

static guint32
number_of_class (Builder *builder, const char *name_class, gsize length)
{
  gpointer *place = bl_string_map_insert (&builder->classes, name_class, length);
  if (*place == NULL)
    {
      g_array_set_size (builder->class_counts, builder->class_counts->len + 1);
      *place = GUINT_TO_POINTER (builder->class_counts->len);
    }
  return GPOINTER_TO_UINT (*place) - 1;
}

static guint32
intern (Builder *builder, const char *word)
{
  const gsize length = strlen (word);
  gpointer known = bl_string_map_get (&builder->words, word, length);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;

  char name_class[BL_NAME_CLASS_MAX];
  guint8 sounds[BL_NAME_CLASS_MAX];
  BlNameToken read;
  bl_name_token_set (&builder->kb->given_names, &read, word, name_class, sounds);
  Token token = { .text = bl_arena_strndup (builder->arena, word, read.length), /* cut where a length ends */
                  .name_class = bl_arena_strndup (builder->arena, name_class, read.sounds.length),
                  .length = read.length,
                  .class_length = (guint8) read.sounds.length,
                  .kind = read.kind,
                  .kinds = read.kinds };
  token.skeleton = token.kind == BL_TOKEN_WORD ? bl_name_skeleton (name_class) : 0;
  token.class_number = number_of_class (builder, token.name_class, token.class_length);
  g_array_append_val (builder->tokens, token);
  *bl_string_map_insert (&builder->words, bl_arena_strndup (builder->arena, word, length), length)
      = GUINT_TO_POINTER (builder->tokens->len);
  return builder->tokens->len - 1;
}

static void
add_form (Builder *builder, const char *name, guint8 flags)
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
  const guint n = bl_name_split (&builder->kb->given_names, large != NULL ? large : small, words, &generation);
  if (n == 0)
    return;
  Form form = { .first_token = builder->form_tokens->len, .n = (guint8) n, .generation = (guint8) generation, .flags = flags };
  for (guint i = 0; i < n; i++)
    {
      guint32 token = intern (builder, words[i]);
      g_array_append_val (builder->form_tokens, token);
    }
  g_array_append_val (builder->forms, form);
}

/* Adds the name and its spelling without umlauts. */
static void
add_forms_of_name (Builder *builder, const char *name, guint8 flags)
{
  add_form (builder, name, flags);
  g_autofree char *opened = bl_name_open_umlauts (name);
  if (opened != NULL)
    add_form (builder, opened, flags);
}

static const guint32 *
tokens_of (const Builder *builder, const Form *form)
{
  return &AT (builder->form_tokens, guint32, form->first_token);
}

static gboolean
has_token (const Builder *builder, const Form *form, guint32 token)
{
  const guint32 *tokens = tokens_of (builder, form);
  for (guint i = 0; i < form->n; i++)
    if (tokens[i] == token)
      return TRUE;
  return FALSE;
}

/* Which words of the form are the family name's; the last one when none is. */
static guint16
family_bits (const Builder *builder, const Form *form, const Form *families, guint n_families)
{
  const guint32 *tokens = tokens_of (builder, form);
  guint bits = 0;
  for (guint i = 0; i < form->n; i++)
    for (guint j = 0; j < n_families; j++)
      if (has_token (builder, &families[j], tokens[i]))
        bits |= 1u << i;
  return (guint16) (bits != 0 ? bits : 1u << (form->n - 1));
}

/* Counts every class of the person's forms once. */
static void
count_classes (Builder *builder, guint32 first_form)
{
  const guint32 person = builder->persons->len;
  const guint32 first = AT (builder->forms, Form, first_form).first_token;
  for (guint32 i = first; i < builder->form_tokens->len; i++)
    {
      const Token *token = &AT (builder->tokens, Token, AT (builder->form_tokens, guint32, i));
      ClassCount *count = &AT (builder->class_counts, ClassCount, token->class_number);
      count->persons += count->last_person != person;
      count->last_person = person;
    }
}

static void
add_person (Builder *builder, const BlPerson *person)
{
  const guint32 first = builder->forms->len;
  const guint8 flags = person->native != NULL ? BL_FORM_HAS_NATIVE : 0;
  g_array_append_val (builder->persons, first);
  add_forms_of_name (builder, person->family, flags | BL_FORM_IS_FAMILY);
  const guint n_families = builder->forms->len - first;
  add_forms_of_name (builder, person->name, flags);
  for (const char *const *alias = person->aliases; *alias != NULL; alias++)
    add_forms_of_name (builder, *alias, flags);
  for (guint32 i = first; i < builder->forms->len; i++)
    {
      Form *form = &AT (builder->forms, Form, i);
      const gboolean is_family = i < first + n_families;
      form->family = (guint16) (is_family ? (1u << form->n) - 1
                                          : family_bits (builder, form, &AT (builder->forms, Form, first), n_families));
    }
  if (first < builder->forms->len)
    count_classes (builder, first);
}

/* --- tokens in order ----------------------------------------------------------------------------------------------- */

typedef struct
{
  guint64 skeleton;
  guint32 token;
  guint32 class_length;
} SortKey;

static int
compare_keys (const void *left, const void *right)
{
  const SortKey *a = left;
  const SortKey *b = right;
  if (a->skeleton != b->skeleton)
    return a->skeleton < b->skeleton ? -1 : 1;
  if (a->class_length != b->class_length)
    return a->class_length < b->class_length ? -1 : 1;
  return a->token < b->token ? -1 : a->token > b->token;
}

static void
order_tokens (Builder *builder)
{
  const guint32 n = builder->tokens->len;
  g_autofree SortKey *keys = g_new (SortKey, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    {
      const Token *token = &AT (builder->tokens, Token, i);
      keys[i] = (SortKey){ token->skeleton, i, token->class_length };
    }
  qsort (keys, n, sizeof *keys, compare_keys);
  builder->order = g_new (guint32, MAX (n, 1));
  builder->renumbered = g_new (guint32, MAX (n, 1));
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (BlSkeletonRange));
  for (guint32 i = 0; i < n; i++)
    {
      builder->order[i] = keys[i].token;
      builder->renumbered[keys[i].token] = i;
      BlSkeletonRange range = { .skeleton = keys[i].skeleton, .first = i };
      if (range.skeleton != 0 && (i == 0 || keys[i - 1].skeleton != range.skeleton))
        g_array_append_val (ranges, range);
      if (range.skeleton != 0)
        AT (ranges, BlSkeletonRange, ranges->len - 1).longest = keys[i].class_length;
    }
  const BlSkeletonRange end = { .first = n };
  const BlSkeletonKeys made = bl_skeleton_keys_build ((const BlSkeletonRange *) (const void *) ranges->data, ranges->len);
  g_array_append_val (ranges, end);
  put_array (builder, BL_BLOCK_SKELETONS, ranges);
  builder->index->blocks[BL_BLOCK_KEYS] = (BlNameBlock){ made.slots, made.n_slots, sizeof *made.slots };
  builder->index->blocks[BL_BLOCK_KEY_SKELETONS] = (BlNameBlock){ made.lists, made.n_lists, sizeof *made.lists };
}

static guint32
number_of_given (Builder *builder, GArray *given, const char *text)
{
  const BlGivenGroups *groups = bl_given_names_get (&builder->kb->given_names, text);
  if (groups == NULL)
    return 0;
  g_array_append_val (given, *groups);
  return given->len;
}

static void
lay_out_tokens (Builder *builder)
{
  const guint32 n = builder->tokens->len;
  BlIndexToken *tokens = NEW_BLOCK (builder, BL_BLOCK_TOKENS, BlIndexToken, n + 1);
  BlNameHead *heads = NEW_BLOCK (builder, BL_BLOCK_HEADS, BlNameHead, n);
  GArray *letters = g_array_new (FALSE, FALSE, 1);
  GArray *long_sounds = g_array_new (FALSE, FALSE, 1);
  GArray *given = g_array_new (FALSE, FALSE, sizeof (BlGivenGroups));
  const guint32 n_persons = builder->persons->len - 1;
  for (guint32 i = 0; i < n; i++)
    {
      const Token *from = &AT (builder->tokens, Token, builder->order[i]);
      guint8 sounds[BL_NAME_CLASS_MAX];
      bl_name_sounds (from->name_class, from->class_length, sounds);
      memcpy (heads[i].sounds, sounds, MIN (from->class_length, BL_NAME_HEAD_SOUNDS));
      heads[i].length = from->class_length;
      tokens[i] = (BlIndexToken){ .text = letters->len,
                                  .sounds = long_sounds->len,
                                  .given = number_of_given (builder, given, from->text),
                                  .length = from->length,
                                  .kind = from->kind,
                                  .kinds = from->kinds };
      const ClassCount *count = &AT (builder->class_counts, ClassCount, from->class_number);
      tokens[i].weight = bl_name_rarity (n_persons, count->persons);
      g_array_append_vals (letters, from->text, from->length + 1u);
      g_array_append_vals (letters, from->name_class, from->class_length + 1u);
      if (from->class_length > BL_NAME_HEAD_SOUNDS)
        g_array_append_vals (long_sounds, sounds, from->class_length);
    }
  put_array (builder, BL_BLOCK_LETTERS, letters);
  put_array (builder, BL_BLOCK_LONG_SOUNDS, long_sounds);
  put_array (builder, BL_BLOCK_GIVEN, given);
}

/* --- forms, each once ---------------------------------------------------------------------------------------------- */

static guint32
slots_for (guint32 n)
{
  guint32 n_slots = 16;
  while (n_slots / 2 < n)
    n_slots *= 2;
  return n_slots;
}

static gboolean
is_written_so (const Builder *builder, const Form *a, const Form *b)
{
  return a->n == b->n && a->family == b->family && a->generation == b->generation && a->flags == b->flags
         && memcmp (tokens_of (builder, a), tokens_of (builder, b), a->n * sizeof (guint32)) == 0;
}

static guint32
hash_form (const Builder *builder, const Form *form)
{
  const guint32 tokens = bl_string_hash ((const char *) tokens_of (builder, form), form->n * sizeof (guint32));
  return (tokens ^ form->family ^ (guint32) form->flags << 16 ^ (guint32) form->generation << 20) * 0x9E3779B1u >> 7;
}

static void
number_forms (Builder *builder)
{
  const guint32 n_slots = slots_for (builder->forms->len);
  g_autofree guint32 *slots = g_new0 (guint32, n_slots);
  for (guint32 i = 0; i < builder->forms->len; i++)
    {
      Form *form = &AT (builder->forms, Form, i);
      guint32 at = hash_form (builder, form) & (n_slots - 1);
      while (slots[at] != 0
             && !is_written_so (builder, form, &AT (builder->forms, Form, AT (builder->distinct, guint32, slots[at] - 1))))
        at = (at + 1) & (n_slots - 1);
      if (slots[at] == 0)
        {
          g_array_append_val (builder->distinct, i);
          slots[at] = builder->distinct->len;
        }
      form->number = slots[at] - 1;
    }
}

/* Forms of each person, and persons of each form. A person who has a form twice has it once. */
static void
lay_out_persons (Builder *builder, BlIndexForm *forms)
{
  const guint32 n_persons = builder->persons->len - 1;
  guint32 *persons = NEW_BLOCK (builder, BL_BLOCK_PERSONS, guint32, n_persons + 1);
  GArray *person_forms = g_array_sized_new (FALSE, FALSE, sizeof (guint32), builder->forms->len);
  for (guint32 person = 0; person < n_persons; person++)
    {
      persons[person] = person_forms->len;
      for (guint32 i = AT (builder->persons, guint32, person); i < AT (builder->persons, guint32, person + 1); i++)
        {
          const guint32 number = AT (builder->forms, Form, i).number;
          gboolean again = FALSE;
          for (guint32 j = persons[person]; j < person_forms->len && !again; j++)
            again = AT (person_forms, guint32, j) == number;
          if (again)
            continue;
          g_array_append_val (person_forms, number);
          forms[number + 1].first_person++;
        }
    }
  persons[n_persons] = person_forms->len;
  for (guint32 i = 0; i < builder->distinct->len; i++)
    forms[i + 1].first_person += forms[i].first_person;
  guint32 *form_persons = NEW_BLOCK (builder, BL_BLOCK_FORM_PERSONS, guint32, person_forms->len);
  g_autofree guint32 *filled = g_new0 (guint32, builder->distinct->len + 1);
  for (guint32 person = 0; person < n_persons; person++)
    for (guint32 i = persons[person]; i < persons[person + 1]; i++)
      {
        const guint32 form = AT (person_forms, guint32, i);
        form_persons[forms[form].first_person + filled[form]++] = person;
      }
  put_array (builder, BL_BLOCK_PERSON_FORMS, person_forms);
}

static void
lay_out_forms (Builder *builder)
{
  const guint32 n = builder->distinct->len;
  BlIndexForm *forms = NEW_BLOCK (builder, BL_BLOCK_FORMS, BlIndexForm, n + 1);
  GArray *form_tokens = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n * 2);
  for (guint32 i = 0; i < n; i++)
    {
      const Form *from = &AT (builder->forms, Form, AT (builder->distinct, guint32, i));
      forms[i] = (BlIndexForm){
        .first_token = form_tokens->len, .family = from->family, .generation = from->generation, .flags = from->flags
      };
      for (guint j = 0; j < from->n; j++)
        {
          const guint32 token = builder->renumbered[tokens_of (builder, from)[j]];
          g_array_append_val (form_tokens, token);
        }
    }
  forms[n].first_token = form_tokens->len;
  put_array (builder, BL_BLOCK_FORM_TOKENS, form_tokens);
  lay_out_persons (builder, forms);
}

/* --- from tokens to forms ------------------------------------------------------------------------------------------ */

/* The name of a family, or of one word: what a lone word may be. */
static gboolean
is_alone (const BlNameIndex *index, guint32 form)
{
  return (index->forms[form].flags & BL_FORM_IS_FAMILY) != 0 || bl_index_form_length (index, form) == 1;
}

/* Calls visit for every form and each of its tokens once. */
typedef void (*PostingVisit) (const BlNameIndex *index, BlIndexToken *token, guint32 form, gpointer data);

static void
visit_postings (Builder *builder, PostingVisit visit, gpointer data)
{
  const BlNameIndex *index = builder->index;
  BlIndexToken *tokens = (BlIndexToken *) index->blocks[BL_BLOCK_TOKENS].items;
  for (guint32 form = 0; form < index->n_forms; form++)
    for (guint32 i = index->forms[form].first_token; i < index->forms[form + 1].first_token; i++)
      {
        gboolean again = FALSE;
        for (guint32 j = index->forms[form].first_token; j < i && !again; j++)
          again = index->form_tokens[j] == index->form_tokens[i];
        if (!again)
          visit (index, &tokens[index->form_tokens[i]], form, data);
      }
}

/* Counts, into the next token, where the lists will begin. */
static void
count_posting (const BlNameIndex *index, BlIndexToken *token, guint32 form, gpointer data)
{
  (void) data;
  token[1].first_posting++;
  token->first_whole += is_alone (index, form) ? 1 : 0;
}

typedef struct
{
  BlNamePosting *postings;
  guint32 *alone; /* how many are there already, by token */
  guint32 *whole;
} Filling;

static void
fill_posting (const BlNameIndex *index, BlIndexToken *token, guint32 form, gpointer data)
{
  Filling *filling = data;
  const guint32 number = (guint32) (token - index->tokens);
  const guint32 at = is_alone (index, form) ? token->first_posting + filling->alone[number]++
                                            : token->first_whole + filling->whole[number]++;
  const guint32 *tokens = &index->form_tokens[index->forms[form].first_token];
  const gboolean has_other = bl_index_form_length (index, form) == 2 && tokens[0] != tokens[1];
  const guint32 other = has_other ? tokens[tokens[0] == number ? 1 : 0] + 1 : 0;
  filling->postings[at] = (BlNamePosting){ .form = form, .other = other };
}

static void
lay_out_postings (Builder *builder)
{
  BlNameIndex *index = builder->index;
  bl_name_index_bind (index);
  visit_postings (builder, count_posting, NULL);
  BlIndexToken *tokens = (BlIndexToken *) index->blocks[BL_BLOCK_TOKENS].items;
  for (guint32 i = 0; i <= index->n_tokens; i++)
    {
      if (i > 0)
        tokens[i].first_posting += tokens[i - 1].first_posting;
      tokens[i].first_whole += tokens[i].first_posting;
    }
  const guint32 n = tokens[index->n_tokens].first_posting;
  g_autofree guint32 *alone = g_new0 (guint32, index->n_tokens + 1);
  g_autofree guint32 *whole = g_new0 (guint32, index->n_tokens + 1);
  Filling filling = { NEW_BLOCK (builder, BL_BLOCK_POSTINGS, BlNamePosting, n), alone, whole };
  visit_postings (builder, fill_posting, &filling);
}

/* --- tables of texts ----------------------------------------------------------------------------------------------- */

static void
add_slot (BlNameSlot *slots, guint32 n_slots, const char *text, guint32 number)
{
  guint32 at = bl_string_hash (text, strlen (text)) & (n_slots - 1);
  while (slots[at] != 0)
    at = (at + 1) & (n_slots - 1);
  slots[at] = number + 1;
}

static void
add_token_slots (Builder *builder)
{
  const BlNameIndex *index = builder->index;
  const guint32 n_texts = slots_for (index->n_tokens);
  const guint32 n_classes = slots_for (builder->class_counts->len);
  BlNameSlot *texts = NEW_BLOCK (builder, BL_BLOCK_TEXT_SLOTS, BlNameSlot, n_texts);
  BlNameSlot *classes = NEW_BLOCK (builder, BL_BLOCK_CLASS_SLOTS, BlNameSlot, n_classes);
  g_autofree gboolean *has_class = g_new0 (gboolean, builder->class_counts->len + 1);
  for (guint32 i = 0; i < index->n_tokens; i++)
    {
      gboolean *is_there = &has_class[AT (builder->tokens, Token, builder->order[i]).class_number];
      add_slot (texts, n_texts, bl_index_token_text (index, i), i);
      if (!*is_there)
        add_slot (classes, n_classes, bl_index_token_class (index, i), i);
      *is_there = TRUE;
    }
}

/* Names of several words by their letters alone, for spellings whose words stick together. */
static void
add_joined_slots (Builder *builder)
{
  const BlNameIndex *index = builder->index;
  guint32 n_joined = 0;
  for (guint32 i = 0; i < index->n_forms; i++)
    n_joined += bl_index_form_length (index, i) > 1;
  const guint32 n_slots = slots_for (n_joined);
  BlNameSlot *slots = NEW_BLOCK (builder, BL_BLOCK_JOINED_SLOTS, BlNameSlot, n_slots);
  for (guint32 i = 0; i < index->n_forms; i++)
    {
      const char *words[BL_NAME_TOKENS_MAX];
      char joined[BL_NAME_JOINED_MAX];
      const guint n = bl_index_form_length (index, i);
      for (guint j = 0; j < n; j++)
        words[j] = bl_index_token_text (index, index->form_tokens[index->forms[i].first_token + j]);
      if (n > 1 && bl_name_join (words, n, joined, sizeof joined) != NULL)
        add_slot (slots, n_slots, joined, i);
    }
}

static void
builder_clear (Builder *builder)
{
  bl_string_map_clear (&builder->words);
  bl_string_map_clear (&builder->classes);
  g_array_unref (builder->tokens);
  g_array_unref (builder->class_counts);
  g_array_unref (builder->forms);
  g_array_unref (builder->form_tokens);
  g_array_unref (builder->persons);
  g_array_unref (builder->distinct);
  g_free (builder->order);
  g_free (builder->renumbered);
  bl_arena_free (builder->arena);
}

BlNameIndex *
bl_name_index_build (const BlKnowledge *kb)
{
  const GPtrArray *persons = kb->persons.all;
  Builder builder = { .kb = kb,
                      .index = bl_name_index_new (kb),
                      .arena = bl_arena_new (),
                      .tokens = g_array_new (FALSE, FALSE, sizeof (Token)),
                      .class_counts = g_array_new (FALSE, TRUE, sizeof (ClassCount)),
                      .forms = g_array_sized_new (FALSE, FALSE, sizeof (Form), persons->len * 2),
                      .form_tokens = g_array_sized_new (FALSE, FALSE, sizeof (guint32), persons->len * 4),
                      .persons = g_array_sized_new (FALSE, FALSE, sizeof (guint32), persons->len + 1),
                      .distinct = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  builder.index->owns_blocks = TRUE;
  for (guint i = 0; i < persons->len; i++)
    add_person (&builder, g_ptr_array_index (persons, i));
  const guint32 end = builder.forms->len;
  g_array_append_val (builder.persons, end);
  order_tokens (&builder);
  lay_out_tokens (&builder);
  number_forms (&builder);
  lay_out_forms (&builder);
  lay_out_postings (&builder);
  bl_name_index_bind (builder.index);
  add_token_slots (&builder);
  add_joined_slots (&builder);
  bl_name_index_bind (builder.index);
  builder_clear (&builder);
  return builder.index;
}
