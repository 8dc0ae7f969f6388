#include "mentions/fixed_terms.h"

#include <string.h>

#include "knowledge/names.h"
#include "mentions/proper_words.h"
#include "text/text.h"

enum
{
  MIN_WORDS = 2,
  MAX_WORDS = 5,
  MIN_LETTERS = 4, /* of the open word, and of the others together with their spaces */
  MIN_ROLE = 6,    /* letters of a title that stands alone */
  MIN_TWO = 5,     /* letters of a word that is garbled in more than one place: "Tarn" is no "Tehran" */
};

static const double ROLE_LIKENESS = 0.83; /* of a title that stands alone */

typedef struct
{
  BlFixedTerm term;
  guint64 key;  /* hash of the other words and the open place; of 64 bits, so that two keys that meet need not be told apart */
  guint32 next; /* index + 1 of another entry in the same slot */
} Entry;

struct BlFixedTerms
{
  const BlKnowledge *kb;
  const BlLexicon *lexicon;
  gsize is_built; /* g_once_init_enter() */
  BlArena *arena; /* folded words */
  GArray *entries;
  guint32 *slots; /* index + 1 of the first entry; a power of two of them */
  guint32 mask;
  GPtrArray *roles; /* titles of one word, folded; in the arena */
};

/* FNV-1a over the words, "*" for the open one. */
static guint64
open_key (const char *const *words, guint n, guint open)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);
  for (guint i = 0; i < n; i++)
    {
      for (const char *at = i == open ? "*" : words[i]; *at != '\0'; at++)
        key = (key ^ (guint8) *at) * G_GUINT64_CONSTANT (1099511628211);
      key = (key ^ ' ') * G_GUINT64_CONSTANT (1099511628211);
    }
  return key;
}

/* Splits text at its spaces; returns how many words there are, which may be more than max. */
static guint
split (char *text, const char **words, guint max)
{
  guint n = 0;
  for (char *at = text; at != NULL; n++)
    {
      char *space = strchr (at, ' ');
      if (space != NULL)
        *space++ = '\0';
      if (n < max)
        words[n] = at;
      at = space;
    }
  return n;
}

/* source: all but the word. */
static void
add (BlFixedTerms *terms, const BlFixedTerm *source)
{
  const char *name = source->term;
  if (name == NULL || strchr (name, ' ') == NULL)
    return;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    name += 4;
  g_autofree char *folded = bl_fold_letters (name, -1);
  const gsize length = strlen (folded);
  const char *words[MAX_WORDS];
  const guint n = split (bl_arena_strndup (terms->arena, folded, length), words, MAX_WORDS);
  if (n < MIN_WORDS || n > MAX_WORDS)
    return;
  for (guint i = 0; i < n; i++)
    {
      const gsize own = strlen (words[i]);
      if (own < MIN_LETTERS || length - own < MIN_LETTERS)
        continue;
      Entry entry = { .term = *source, .key = open_key (words, n, i) };
      entry.term.term = name;
      entry.term.word = words[i];
      g_array_append_val (terms->entries, entry);
    }
}

static void
add_all (BlFixedTerms *terms, const char *const *names, const BlReference *reference, const char *list)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add (terms, &(BlFixedTerm){ .term = names[i], .reference = reference, .list = list });
}

static void
add_role (BlFixedTerms *terms, const char *const *labels, const char *list)
{
  add_all (terms, labels, NULL, list);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    if (strchr (labels[i], ' ') == NULL && strlen (labels[i]) >= MIN_ROLE)
      {
        g_autofree char *folded = bl_fold_letters (labels[i], -1);
        g_ptr_array_add (terms->roles, bl_arena_strndup (terms->arena, folded, strlen (folded)));
      }
}

static void
add_phrase (const BlPhrase *phrase, gpointer data)
{
  if (phrase->kind == BL_LEX_PLACE)
    add (data, &(BlFixedTerm){ .term = phrase->name, .list = "places of the lexicon" });
}

static void
add_countries (BlFixedTerms *terms)
{
  const GPtrArray *all = bl_knowledge_countries (terms->kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlCountry *country = all->pdata[i];
      const char *const own[] = { country->name, country->capital, NULL };
      add_all (terms, own, &country->reference, "states of the base");
      add_all (terms, country->names, &country->reference, "states of the base");
      add_all (terms, country->metonyms, &country->reference, "states of the base");
    }
}

static void
add_organisations (BlFixedTerms *terms)
{
  const GPtrArray *all = bl_knowledge_organisations (terms->kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOrganisation *organisation = all->pdata[i];
      const char *const own[] = { organisation->name, NULL };
      add_all (terms, own, &organisation->reference, "organisations of the base");
      add_all (terms, organisation->names, &organisation->reference, "organisations of the base");
    }
}

static void
build (BlFixedTerms *terms)
{
  terms->arena = bl_arena_new ();
  terms->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  terms->roles = g_ptr_array_new ();
  add_countries (terms);
  add_organisations (terms);
  const GPtrArray *all = bl_knowledge_roles (terms->kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlRole *) all->pdata[i])->labels, "roles of the base");
  all = bl_knowledge_offices (terms->kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlOffice *) all->pdata[i])->labels, "offices of the base");
  bl_lexicon_foreach_phrase (terms->lexicon, add_phrase, terms);

  guint32 n = 64;
  while (n < 2 * terms->entries->len)
    n *= 2;
  terms->slots = g_new0 (guint32, n);
  terms->mask = n - 1;
  for (guint i = terms->entries->len; i > 0; i--) /* backwards: the first comer is found first */
    {
      Entry *entry = &g_array_index (terms->entries, Entry, i - 1);
      guint32 *slot = &terms->slots[(entry->key ^ entry->key >> 32) & terms->mask];
      entry->next = *slot;
      *slot = i;
    }
}

static void
ensure (BlFixedTerms *terms)
{
  if (!g_once_init_enter (&terms->is_built))
    return;
  build (terms);
  g_once_init_leave (&terms->is_built, 1);
}

BlFixedTerms *
bl_fixed_terms_new (const BlKnowledge *kb, const BlLexicon *lexicon)
{
  BlFixedTerms *terms = g_new0 (BlFixedTerms, 1);
  terms->kb = kb;
  terms->lexicon = lexicon;
  return terms;
}

void
bl_fixed_terms_free (BlFixedTerms *terms)
{
  if (terms == NULL)
    return;
  g_clear_pointer (&terms->arena, bl_arena_free);
  g_clear_pointer (&terms->entries, g_array_unref);
  g_clear_pointer (&terms->roles, g_ptr_array_unref);
  g_free (terms->slots);
  g_free (terms);
}

const BlFixedTerm *
bl_fixed_terms_find (BlFixedTerms *terms, const char *const *words, guint n, guint open)
{
  ensure (terms);
  const guint64 key = open_key (words, n, open);
  const BlFixedTerm *found = NULL;
  for (guint32 at = terms->slots[(key ^ key >> 32) & terms->mask]; at != 0;)
    {
      const Entry *entry = &g_array_index (terms->entries, Entry, at - 1);
      at = entry->next;
      if (entry->key != key)
        continue;
      const BlFixedTerm *term = &entry->term;
      if (strcmp (term->word, words[open]) == 0)
        return NULL;
      if (!bl_word_may_be_garbled (terms->kb, words[open], term->word)
          || (strlen (words[open]) < MIN_TWO && bl_word_distance (words[open], term->word) > 1))
        continue;
      if (found != NULL && strcmp (found->word, term->word) != 0)
        return NULL;
      found = found == NULL ? term : found;
    }
  return found;
}

const char *
bl_fixed_terms_find_role (BlFixedTerms *terms, const char *word)
{
  const char *best = NULL;
  double most = ROLE_LIKENESS;
  if (strlen (word) < MIN_ROLE)
    return NULL;
  ensure (terms);
  for (guint i = 0; i < terms->roles->len; i++)
    {
      const char *role = terms->roles->pdata[i];
      if (!bl_word_may_be_garbled (terms->kb, word, role))
        continue;
      const double likeness = bl_name_token_similarity (terms->kb, word, role);
      if (likeness < most || (best != NULL && likeness == most))
        continue;
      best = role;
      most = likeness;
    }
  return best;
}
