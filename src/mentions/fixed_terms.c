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
};

static const double ROLE_LIKENESS = 0.8; /* of a title that stands alone */

struct BlFixedTerms
{
  const BlKnowledge *kb;
  GHashTable *open; /* "saudi *" → GPtrArray of Term */
  GPtrArray *roles; /* char *: titles of one word, folded */
};

typedef struct
{
  char *word; /* what belongs in the open place, folded */
  char *term; /* as the base writes it */
} Term;

static void
term_free (gpointer data)
{
  Term *term = data;
  g_free (term->word);
  g_free (term->term);
  g_free (term);
}

static char *
open_key (const char *const *words, guint n, guint open)
{
  GString *key = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, i == open ? "*" : words[i]);
    }
  return g_string_free (key, FALSE);
}

static void
add_open (BlFixedTerms *terms, const char *const *words, guint n, guint open, const char *name)
{
  char *key = open_key (words, n, open);
  GPtrArray *list = g_hash_table_lookup (terms->open, key);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (term_free);
      g_hash_table_insert (terms->open, key, list);
    }
  else
    g_free (key);
  Term *term = g_new (Term, 1);
  *term = (Term){ .word = g_strdup (words[open]), .term = g_strdup (name) };
  g_ptr_array_add (list, term);
}

static void
add (BlFixedTerms *terms, const char *name)
{
  if (name == NULL)
    return;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    name += 4;
  g_autofree char *folded = bl_fold_letters (name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const guint n = g_strv_length (words);
  if (n < MIN_WORDS || n > MAX_WORDS)
    return;
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) >= MIN_LETTERS && strlen (folded) - strlen (words[i]) >= MIN_LETTERS)
      add_open (terms, (const char *const *) words, n, i, name);
}

static void
add_all (BlFixedTerms *terms, const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add (terms, names[i]);
}

static void
add_role (BlFixedTerms *terms, const char *const *labels)
{
  add_all (terms, labels);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    if (strchr (labels[i], ' ') == NULL && strlen (labels[i]) >= MIN_ROLE)
      g_ptr_array_add (terms->roles, bl_fold_letters (labels[i], -1));
}

static void
add_phrase (const BlPhrase *phrase, gpointer data)
{
  BlFixedTerms *terms = data;
  if (phrase->kind == BL_LEX_PLACE)
    add (terms, phrase->name);
}

BlFixedTerms *
bl_fixed_terms_new (const BlKnowledge *kb, const BlLexicon *lexicon)
{
  BlFixedTerms *terms = g_new0 (BlFixedTerms, 1);
  terms->kb = kb;
  terms->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  terms->roles = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *all = bl_knowledge_countries (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlCountry *country = all->pdata[i];
      add (terms, country->name);
      add (terms, country->capital);
      add_all (terms, country->names);
      add_all (terms, country->metonyms);
    }
  all = bl_knowledge_organisations (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOrganisation *organisation = all->pdata[i];
      add (terms, organisation->name);
      add_all (terms, organisation->names);
    }
  all = bl_knowledge_roles (kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlRole *) all->pdata[i])->labels);
  all = bl_knowledge_offices (kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlOffice *) all->pdata[i])->labels);
  bl_lexicon_foreach_phrase (lexicon, add_phrase, terms);
  return terms;
}

void
bl_fixed_terms_free (BlFixedTerms *terms)
{
  if (terms == NULL)
    return;
  g_hash_table_unref (terms->open);
  g_ptr_array_unref (terms->roles);
  g_free (terms);
}

const char *
bl_fixed_terms_find (const BlFixedTerms *terms, const char *const *words, guint n, guint open)
{
  g_autofree char *key = open_key (words, n, open);
  const GPtrArray *list = g_hash_table_lookup (terms->open, key);
  const Term *found = NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Term *term = list->pdata[i];
      if (strcmp (term->word, words[open]) == 0)
        return NULL;
      if (!bl_word_may_be_garbled (terms->kb, words[open], term->word))
        continue;
      if (found != NULL && strcmp (found->word, term->word) != 0)
        return NULL;
      found = term;
    }
  return found != NULL ? found->term : NULL;
}

const char *
bl_fixed_terms_find_role (const BlFixedTerms *terms, const char *word)
{
  const char *best = NULL;
  double most = ROLE_LIKENESS;
  if (strlen (word) < MIN_ROLE)
    return NULL;
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
