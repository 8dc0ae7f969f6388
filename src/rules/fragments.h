/* Private to src/rules: named parts of phrases.
 *
 * A pack sees its own fragments and the shared ones: those of packs named "common", nearest first. A fragment is declared before its
 * phrases are read, because any fragment may use any other; cycles are found afterwards. */
#pragma once

#include "base/base.h"
#include "rules/facts.h"

typedef struct BlNode BlNode;
typedef struct BlFragment BlFragment;

/* One of the phrases a fragment stands for. */
typedef struct
{
  const BlNode *root;    /* NULL when it was wrong */
  const char *canonical; /* of an enum: the value it means; else NULL */
} BlFragmentItem;

struct BlFragment
{
  const char *name;
  guint item; /* where it stands: bl_json_item() of the file */
  const BlFragmentItem *items;
  guint n_items;
  gboolean is_enum;
  const char *const *yes; /* examples, NULL-terminated */
  const char *const *no;
  BlFacts facts;
  guint visit; /* for the search of cycles: 0 not yet, 1 under way, 2 done */
  gint used;   /* how often phrases name it; by reading only */
};

typedef struct
{
  GHashTable *own;   /* name → BlFragment */
  GPtrArray *shared; /* tables of the packs "common", nearest last; borrowed */
} BlFragmentScope;

BlFragment *bl_fragment_find (const BlFragmentScope *scope, const char *name);

/* The nearest of all names in scope, types of mentions included, or NULL. */
const char *bl_fragment_nearest (const BlFragmentScope *scope, const char *name);

/* Types of mentions by the names that slots use; 0 for another name. "place" includes the states. */
guint bl_slot_types (const char *name);
const char *const *bl_slot_type_names (void);

/* Calls visit for every fragment that a tree names. */
typedef void (*BlFragmentVisit) (const BlFragment *fragment, gpointer user_data);
void bl_node_visit_fragments (const BlNode *node, BlFragmentVisit visit, gpointer user_data);

/* Computes facts of a fragment and of all it uses. FALSE with *cycle (in the arena) such as "a → b → a" when it uses itself, or when
 * fragments are nested deeper than BL_LIMIT_FRAGMENT_DEPTH; the fragment then loses its items, so that what uses it ends. */
gboolean bl_fragment_settle (BlFragment *fragment, BlArena *arena, const char **cycle);
