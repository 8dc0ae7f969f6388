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
  GHashTable *open; /* "saudi *" → GPtrArray of BlFixedTerm */
  GPtrArray *roles; /* char *: titles of one word, folded */
};

static void
term_free (gpointer data)
{
  BlFixedTerm *term = data;
  g_free (term->word);
  g_free (term->term);
  g_free (term->origin);
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

/* A name, folded into words, and where it stands. */
typedef struct
{
  const char *name;
  const char *origin;
  const char *const *words;
  guint n;
} Source;

static void
add_open (BlFixedTerms *terms, const Source *source, guint open)
{
  char *key = open_key (source->words, source->n, open);
  GPtrArray *list = g_hash_table_lookup (terms->open, key);
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (term_free);
      g_hash_table_insert (terms->open, key, list);
    }
  else
    g_free (key);
  BlFixedTerm *term = g_new (BlFixedTerm, 1);
  *term = (BlFixedTerm){ .word = g_strdup (source->words[open]),
                         .term = g_strdup (source->name),
                         .origin = g_strdup (source->origin) };
  g_ptr_array_add (list, term);
}

static void
add (BlFixedTerms *terms, const char *name, const char *origin)
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
  const Source source = { .name = name, .origin = origin, .words = (const char *const *) words, .n = n };
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) >= MIN_LETTERS && strlen (folded) - strlen (words[i]) >= MIN_LETTERS)
      add_open (terms, &source, i);
}

static void
add_all (BlFixedTerms *terms, const char *const *names, const char *origin)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add (terms, names[i], origin);
}

static void
add_role (BlFixedTerms *terms, const char *const *labels, const char *origin)
{
  add_all (terms, labels, origin);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    if (strchr (labels[i], ' ') == NULL && strlen (labels[i]) >= MIN_ROLE)
      g_ptr_array_add (terms->roles, bl_fold_letters (labels[i], -1));
}

static char *
origin_of (const BlReference *reference)
{
  return g_strdup_printf ("%s#%s", reference->file, reference->entry);
}

static void
add_phrase (const BlPhrase *phrase, gpointer data)
{
  BlFixedTerms *terms = data;
  if (phrase->kind == BL_LEX_PLACE)
    add (terms, phrase->name, "places of the lexicon");
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
      g_autofree char *origin = origin_of (&country->reference);
      add (terms, country->name, origin);
      add (terms, country->capital, origin);
      add_all (terms, country->names, origin);
      add_all (terms, country->metonyms, origin);
    }
  all = bl_knowledge_organisations (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOrganisation *organisation = all->pdata[i];
      g_autofree char *origin = origin_of (&organisation->reference);
      add (terms, organisation->name, origin);
      add_all (terms, organisation->names, origin);
    }
  all = bl_knowledge_roles (kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlRole *) all->pdata[i])->labels, "roles of the base");
  all = bl_knowledge_offices (kb);
  for (guint i = 0; i < all->len; i++)
    add_role (terms, ((const BlOffice *) all->pdata[i])->labels, "offices of the base");
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

const BlFixedTerm *
bl_fixed_terms_find (const BlFixedTerms *terms, const char *const *words, guint n, guint open)
{
  g_autofree char *key = open_key (words, n, open);
  const GPtrArray *list = g_hash_table_lookup (terms->open, key);
  const BlFixedTerm *found = NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const BlFixedTerm *term = list->pdata[i];
      if (strcmp (term->word, words[open]) == 0)
        return NULL;
      if (!bl_word_may_be_garbled (terms->kb, words[open], term->word))
        continue;
      if (found != NULL && strcmp (found->word, term->word) != 0)
        return NULL;
      found = term;
    }
  return found;
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
