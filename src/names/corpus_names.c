#include "names/corpus_names.h"

#include "text/text.h"

#include <string.h>

/* Two words of a name that differ must be this alike. */
#define NEAR_WORD 0.74

/* A lone surname shorter than this is too little to go by. */
#define SHORTEST_SURNAME 4

/* A given name or title that more claims than this have in common is looked up in its first ones only. */
#define MAX_BLOCK 512

struct BlCorpusNames
{
  const BlKnowledge *kb;
  GHashTable *by_word; /* folded given or family name → GPtrArray of claims with that person */
  GHashTable *by_role; /* BlRole → GPtrArray of claims whose name stands beside that title */
};

static void
add_to_block (GHashTable *index, gpointer key, gboolean owned, const BlClaim *claim)
{
  GPtrArray *block = g_hash_table_lookup (index, key);
  if (block == NULL)
    {
      block = g_ptr_array_new ();
      g_hash_table_insert (index, key, block);
    }
  else if (owned)
    g_free (key);
  if (block->len < MAX_BLOCK)
    g_ptr_array_add (block, (gpointer) claim);
}

BlCorpusNames *
bl_corpus_names_new (const BlKnowledge *kb, const GPtrArray *claims)
{
  BlCorpusNames *names = g_new0 (BlCorpusNames, 1);
  names->kb = kb;
  names->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  names->by_role = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < claims->len; i++)
    {
      const BlClaim *claim = claims->pdata[i];
      const BlNameDetail *detail = claim->detail;
      if (detail->person == NULL || !bl_name_is_accepted (detail->how) || detail->ambiguous)
        continue;
      char *name = bl_fold_letters (detail->person->name, -1);
      char *space = strchr (name, ' ');
      if (space != NULL)
        add_to_block (names->by_word, g_strndup (name, (gsize) (space - name)), TRUE, claim);
      g_free (name);
      add_to_block (names->by_word, bl_fold_letters (detail->person->family, -1), TRUE, claim);
      if (detail->title != NULL && detail->title->role != NULL)
        add_to_block (names->by_role, (gpointer) detail->title->role, FALSE, claim);
    }
  return names;
}

void
bl_corpus_names_free (BlCorpusNames *names)
{
  if (names == NULL)
    return;
  g_hash_table_unref (names->by_word);
  g_hash_table_unref (names->by_role);
  g_free (names);
}

/* --- likeness ------------------------------------------------------------------------------------------------------ */

/* A spelling of one or two words. */
typedef struct
{
  const BlClaim *claim;
  const char *given; /* NULL for a lone surname */
  const char *family;
} Spelled;

static double
likeness (const BlKnowledge *kb, const Spelled *spelled, const BlPerson *person)
{
  g_autofree char *name = bl_fold_letters (person->name, -1);
  g_autofree char *family = bl_fold_letters (person->family, -1);
  if (spelled->given == NULL)
    return bl_name_token_similarity (kb, spelled->family, family);
  const char *space = strchr (name, ' ');
  if (space == NULL)
    return 0;
  g_autofree char *given = g_strndup (name, (gsize) (space - name));
  const gboolean same_given = strcmp (given, spelled->given) == 0, same_family = strcmp (family, spelled->family) == 0;
  if (same_given == same_family)
    return 0;
  return same_given ? bl_name_token_similarity (kb, spelled->family, family)
                    : bl_name_token_similarity (kb, spelled->given, given);
}

typedef struct
{
  const BlKnowledge *kb;
  const BlPerson *person;
  double score;
  gboolean several;
} Search;

static void
search_block (Search *search, const Spelled *spelled, const GPtrArray *block)
{
  for (guint i = 0; block != NULL && i < block->len && !search->several; i++)
    {
      const BlClaim *other = block->pdata[i];
      const BlPerson *person = ((const BlNameDetail *) other->detail)->person;
      const gint64 apart = bl_date_range_days_apart (spelled->claim->time, other->time);
      if (person == search->person || other->at.article == spelled->claim->at.article || apart < 0
          || apart > BL_NAME_WINDOW_DAYS)
        continue;
      const double near = likeness (search->kb, spelled, person);
      if (near < NEAR_WORD)
        continue;
      search->several = search->person != NULL;
      search->person = person;
      search->score = near;
    }
}

const BlPerson *
bl_corpus_names_explain (const BlCorpusNames *names, const BlClaim *unknown, double *score)
{
  const BlNameDetail *detail = unknown->detail;
  if (detail->ambiguous)
    return NULL;
  g_autofree char *folded = bl_fold_letters (unknown->value.surface, -1);
  char *space = strchr (folded, ' ');
  Search search = { .kb = names->kb };
  Spelled spelled = { .claim = unknown, .family = folded };
  if (space == NULL)
    {
      if (strlen (folded) < SHORTEST_SURNAME || detail->title == NULL || detail->title->role == NULL)
        return NULL;
      search_block (&search, &spelled, g_hash_table_lookup (names->by_role, detail->title->role));
    }
  else
    {
      *space = '\0';
      spelled.given = folded;
      spelled.family = space + 1;
      if (strchr (spelled.family, ' ') != NULL)
        return NULL;
      search_block (&search, &spelled, g_hash_table_lookup (names->by_word, spelled.given));
      search_block (&search, &spelled, g_hash_table_lookup (names->by_word, spelled.family));
    }
  if (search.several || search.person == NULL)
    return NULL;
  *score = search.score;
  return search.person;
}
