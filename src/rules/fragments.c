#include "rules/fragments.h"

#include <string.h>

#include "mentions/mentions.h"
#include "rules/phrase.h"

/* The names of slots, with "thing" and "quote", which are no mentions. */
static const char *const type_names[] = { "person",  "country", "place", "org",   "office",   "quantity", "money",
                                          "percent", "date",    "thing", "quote", "duration", "treaty",   NULL };

const char *const *
bl_slot_type_names (void)
{
  return type_names;
}

guint
bl_slot_types (const char *name)
{
  static const struct
  {
    const char *name;
    guint types;
  } table[] = {
    { "person", 1u << BL_MENTION_PERSON },
    { "country", 1u << BL_MENTION_COUNTRY },
    { "place", 1u << BL_MENTION_PLACE | 1u << BL_MENTION_COUNTRY },
    { "org", 1u << BL_MENTION_ORG },
    { "office", 1u << BL_MENTION_OFFICE },
    { "quantity", 1u << BL_MENTION_QUANTITY },
    { "money", 1u << BL_MENTION_MONEY },
    { "percent", 1u << BL_MENTION_PERCENT },
    { "date", 1u << BL_MENTION_DATE },
    { "duration", 1u << BL_MENTION_DURATION },
    { "treaty", 1u << BL_MENTION_TREATY },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return table[i].types;
  return 0;
}

BlFragment *
bl_fragment_find (const BlFragmentScope *scope, const char *name)
{
  BlFragment *fragment = g_hash_table_lookup (scope->own, name);
  for (guint i = scope->shared->len; fragment == NULL && i > 0; i--)
    fragment = g_hash_table_lookup (g_ptr_array_index (scope->shared, i - 1), name);
  return fragment;
}

static void
add_names (GPtrArray *names, GHashTable *table)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
  for (const GList *key = keys; key != NULL; key = key->next)
    g_ptr_array_add (names, key->data);
}

const char *
bl_fragment_nearest (const BlFragmentScope *scope, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; type_names[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) type_names[i]);
  add_names (names, scope->own);
  for (guint i = 0; i < scope->shared->len; i++)
    add_names (names, g_ptr_array_index (scope->shared, i));
  g_ptr_array_add (names, NULL);
  return bl_nearest_word (name, (const char *const *) names->pdata);
}

void
bl_node_visit_fragments (const BlNode *node, BlFragmentVisit visit, gpointer user_data)
{
  for (guint i = 0; node->kind == BL_NODE_SLOT && i < node->slot->n_fragments; i++)
    visit (node->slot->fragments[i], user_data);
  for (guint i = 0; i < node->n_children; i++)
    bl_node_visit_fragments (node->children[i], visit, user_data);
}

typedef struct
{
  BlArena *arena;
  GPtrArray *chain; /* fragments under way */
  const char *fault;
} Settling;

static void settle (BlFragment *fragment, Settling *settling);

static const char *
describe_chain (const Settling *settling, const BlFragment *last)
{
  guint first = 0;
  while (first < settling->chain->len && g_ptr_array_index (settling->chain, first) != last)
    first++;
  if (first == settling->chain->len)
    first = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = first; i < settling->chain->len; i++)
    {
      const BlFragment *fragment = g_ptr_array_index (settling->chain, i);
      g_string_append_printf (text, "%s → ", fragment->name);
    }
  g_string_append (text, last->name);
  return bl_arena_strndup (settling->arena, text->str, text->len);
}

static void
settle_used (const BlFragment *fragment, gpointer user_data)
{
  settle ((BlFragment *) fragment, user_data);
}

static void
settle (BlFragment *fragment, Settling *settling)
{
  if (fragment->visit == 2 || settling->fault != NULL)
    return;
  if (fragment->visit == 1 || settling->chain->len >= BL_LIMIT_FRAGMENT_DEPTH)
    {
      settling->fault = describe_chain (settling, fragment);
      return;
    }
  fragment->visit = 1;
  g_ptr_array_add (settling->chain, fragment);
  BlEither either;
  bl_either_begin (&either, &fragment->facts);
  for (guint i = 0; i < fragment->n_items; i++)
    if (fragment->items[i].root != NULL)
      {
        BlFacts one = { 0 };
        bl_node_visit_fragments (fragment->items[i].root, settle_used, settling);
        if (settling->fault == NULL)
          bl_facts_of_node (fragment->items[i].root, settling->arena, &one);
        one.size += fragment->is_enum ? strlen ("(?<_999>)") : 0;
        bl_either_add (&either, &one);
      }
  bl_either_end (&either, settling->arena);
  g_ptr_array_set_size (settling->chain, (gint) settling->chain->len - 1);
  fragment->visit = 2;
}

gboolean
bl_fragment_settle (BlFragment *fragment, BlArena *arena, const char **cycle)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  Settling settling = { .arena = arena, .chain = chain };
  settle (fragment, &settling);
  *cycle = settling.fault;
  if (settling.fault == NULL)
    return TRUE;
  /* Without items the chain is broken: the rest can be read, and its faults shown too. */
  for (guint i = 0; i < chain->len; i++)
    ((BlFragment *) g_ptr_array_index (chain, i))->visit = 0;
  fragment->visit = 2;
  fragment->n_items = 0;
  return FALSE;
}
