/* Who is meant by a name: the surest way first.
 *
 *   1. names in full: word for word in the base, else an accepted variant
 *   2. single names: somebody whom this article names in full; else the one person of that family name who is in office or
 *      has something to do with what stands beside
 *   3. misspellings: the holder of the office beside the name, when the spelling is near; then any person it is near to, when
 *      a second signal (office, organisation, country, article) speaks for them
 *   4. the rest: a name nobody bears, when something shows that it is a name at all */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/resolve.h"
#include "text/text.h"

enum
{
  MAX_NAMESAKES = 64 /* names in full that one surname may stand for; a longer list is no article */
};

/* --- names in full ----------------------------------------------------------------------------------------------- */

static void
resolve_exact (BlScan *scan, BlDraft *name)
{
  BlCandidate candidates[BL_SEARCH_CANDIDATES];
  guint n = bl_candidates_gather (scan, name, name->name->known, candidates);
  const BlPerson *person = n == 0 ? NULL : bl_candidates_choose (scan, name, candidates, n);
  if (person != NULL)
    bl_settle (scan, name, person, BL_HOW_EXACT, 1);
  else
    bl_settle_unknown (scan, name, TRUE);
}

static void
resolve_variant (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  BlSearch search;
  bl_searches_find (scan->finder->searches, name->mention.person.surface, &search);
  const BlNameCandidate *found = search.found;
  BlCandidate candidates[BL_SEARCH_CANDIDATES];
  guint kept = 0;
  for (guint i = 0; i < search.n; i++)
    if (found[i].relation == BL_NAME_SAME || found[i].relation == BL_NAME_VARIANT)
      candidates[kept++] = (BlCandidate){ .person = found[i].person,
                                          .probability = found[i].probability,
                                          .signals = bl_name_signals (scan, name, found[i].person) };
  const BlPerson *person = kept == 0 ? NULL : bl_candidates_choose (scan, name, candidates, kept);
  if (person != NULL)
    bl_settle (scan, name, person, BL_HOW_VARIANT, 1);
}

/* Without "Jr." */
static guint
name_end (const BlScan *scan, const BlDraft *name)
{
  guint end = name->end;
  while (end > name->first + 2 && bl_token_is (bl_scan_token (scan, end - 1), BL_LEX_SUFFIX))
    end--;
  return end;
}

/* The words of the family name of an unknown person: the last one, with what a hyphen or a particle ties to it. */
static guint
family_start (const BlScan *scan, const BlDraft *name)
{
  guint last = name_end (scan, name) - 1;
  while (last > name->first + 1
         && (bl_scan_token (scan, last)->gap == BL_GAP_HYPHEN || bl_token_is (bl_scan_token (scan, last - 1), BL_LEX_PARTICLE)))
    last--;
  return last;
}

static void
put_family (const BlResolver *resolver, const char *key, BlDraft *name)
{
  GPtrArray *names = g_hash_table_lookup (resolver->families, key);
  if (names == NULL)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (resolver->families, g_strdup (key), names);
    }
  const BlDraft *last = names->len == 0 ? NULL : names->pdata[names->len - 1];
  if (names->len < MAX_NAMESAKES
      && (last == NULL || last->mention.id == NULL || g_strcmp0 (last->mention.id, name->mention.id) != 0))
    g_ptr_array_add (names, name);
}

/* Files a name in full under the words that can stand for it alone. */
static void
file_given (const BlResolver *resolver, BlDraft *name)
{
  const char *given = bl_scan_token (resolver->scan, name->first)->folded;
  const BlDraft *other = g_hash_table_lookup (resolver->givens, given);
  gboolean several = g_hash_table_contains (resolver->givens, given)
                     && (other == NULL || g_strcmp0 (other->mention.id, name->mention.id) != 0);
  g_hash_table_insert (resolver->givens, (gpointer) given, several ? NULL : name);
}

/* "Rourke" of O'Rourke, "Arcy" of D'Arcy: short for them where the article has them in full. */
static void
file_without_prefix (const BlResolver *resolver, const char *family, BlDraft *name)
{
  const gunichar second = g_utf8_strlen (family, -1) > 4 ? g_utf8_get_char (g_utf8_next_char (family)) : 0;
  if (second != '\'' && second != 0x2019)
    return;
  g_autofree char *rest = bl_fold_letters (g_utf8_offset_to_pointer (family, 2), -1);
  put_family (resolver, rest, name);
}

static void
file_name (const BlResolver *resolver, BlDraft *name)
{
  const BlScan *scan = resolver->scan;
  if (name->mention.id != NULL)
    file_given (resolver, name);
  char key[128];
  guint first = family_start (scan, name);
  if (bl_name_key (scan, first, name_end (scan, name), key, sizeof key) != NULL)
    put_family (resolver, key, name);
  const BlPerson *person = name->mention.person.known;
  if (person == NULL)
    return;
  file_without_prefix (resolver, person->family, name);
  g_autofree char *family = bl_fold_letters (person->family, -1);
  if (strcmp (family, key) != 0)
    put_family (resolver, family, name);
  char *space = strchr (family, ' ');
  if (space == NULL || space - family < 4)
    return;      /* not "al", "de" */
  *space = '\0'; /* "Peña" for Peña Nieto */
  put_family (resolver, family, name);
}

/* "Trump-Putin summit", "Merz-Macron": two persons in one run. */
static gboolean
split_pair (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->end - name->first != 2 || bl_scan_token (scan, name->first + 1)->gap != BL_GAP_HYPHEN)
    return FALSE;
  const char *left = bl_scan_token (scan, name->first)->folded;
  const char *right = bl_scan_token (scan, name->first + 1)->folded;
  if (bl_knowledge_persons_by_family (scan->kb, left) == NULL || bl_knowledge_persons_by_family (scan->kb, right) == NULL)
    return FALSE;
  guint first = name->first;
  guint sentence = name->mention.sentence;
  bl_scan_drop (scan, name);
  bl_add_name (scan, sentence, first, first + 1);
  bl_add_name (scan, sentence, first + 1, first + 2);
  return TRUE;
}

/* One of its words is a family name of the base, in some transliteration: without that nobody can be meant by a variant. */
static gboolean
bears_family (const BlScan *scan, const BlDraft *name)
{
  for (guint at = name->first; at < name->end; at++)
    {
      g_autofree char *class = bl_name_class (bl_scan_token (scan, at)->folded);
      if (bl_knowledge_persons_by_family_class (scan->kb, class) != NULL)
        return TRUE;
    }
  /* "Klympush-Tsintsadze", "Boric Font" */
  guint second = name->first + 1;
  g_autofree char *rest = bl_name_class (bl_name_fold (scan, second, name->end));
  return bl_knowledge_persons_by_family_class (scan->kb, rest) != NULL;
}

static void
resolve_whole (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  if (name->name->known == NULL)
    name->name->known = bl_knowledge_persons_named (scan->kb, name->name->key);
  if (name->name->known != NULL)
    resolve_exact (scan, name);
  else if (split_pair (resolver, name))
    return;
  else if (bears_family (scan, name))
    resolve_variant (resolver, name);
  if (name->mention.person.known != NULL)
    g_hash_table_add (scan->named_rightly, (gpointer) name->mention.person.known);
}

/* --- all of it ------------------------------------------------------------------------------------------------------ */

static gboolean
is_open (const BlDraft *draft)
{
  return !draft->dropped && draft->name != NULL && !draft->name->settled;
}

static void
for_open (BlResolver *resolver, gboolean whole, void (*step) (BlResolver *, BlDraft *))
{
  for (guint i = 0; i < resolver->scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (resolver->scan, i);
      if (is_open (draft) && bl_name_is_whole (draft) == whole)
        step (resolver, draft);
    }
}

static void
settle_evident (BlResolver *resolver, BlDraft *name)
{
  BlScan *scan = resolver->scan;
  gboolean headline = scan->title_case[name->mention.sentence] != 0;
  if (!bl_name_is_evident (scan, name) || headline || (bl_name_is_plain_word (scan, name) && !name->name->ranked))
    return;
  bl_settle_unknown (scan, name, FALSE);
  g_hash_table_insert (resolver->evident, (gpointer) name->name->key, name);
}

/* A name that is evident once is a name wherever the article repeats it, and means whom it meant there. */
static void
settle_repeated (BlResolver *resolver, BlDraft *name)
{
  const BlDraft *first = g_hash_table_lookup (resolver->evident, name->name->key);
  if (first == NULL)
    return;
  if (first->mention.person.known != NULL)
    {
      bl_settle (resolver->scan, name, first->mention.person.known, BL_HOW_NEAR, first->mention.score);
      name->mention.person.signals = first->mention.person.signals | BL_SIGNAL_ARTICLE;
    }
  else
    bl_settle_unknown (resolver->scan, name, first->mention.ambiguous);
}

/* "President Trump" first: it says who is meant by "Trump" elsewhere. */
static void
resolve_titled (BlResolver *resolver, BlDraft *name)
{
  if (name->title_index != BL_NO_MENTION)
    bl_resolve_surname (resolver, name);
}

static void
file_all (BlResolver *resolver)
{
  for (guint i = 0; i < resolver->scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (resolver->scan, i);
      if (!draft->dropped && draft->name != NULL && bl_name_is_whole (draft))
        file_name (resolver, draft);
    }
}

void
bl_resolve_persons (BlScan *scan)
{
  BlResolver resolver
      = { .scan = scan,
          .families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref),
          .givens = g_hash_table_new (g_str_hash, g_str_equal),
          .evident = g_hash_table_new (g_str_hash, g_str_equal) };
  for_open (&resolver, TRUE, resolve_whole);
  for_open (&resolver, TRUE, bl_resolve_misspelt);
  for_open (&resolver, TRUE, settle_repeated);
  for_open (&resolver, TRUE, settle_evident);
  for_open (&resolver, TRUE, settle_repeated);
  file_all (&resolver);
  for_open (&resolver, FALSE, resolve_titled);
  for_open (&resolver, FALSE, bl_resolve_surname);
  for_open (&resolver, FALSE, bl_resolve_misspelt);
  for_open (&resolver, FALSE, settle_repeated);
  for_open (&resolver, FALSE, settle_evident);
  for_open (&resolver, FALSE, settle_repeated);
  g_hash_table_unref (resolver.families);
  g_hash_table_unref (resolver.givens);
  g_hash_table_unref (resolver.evident);
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (!draft->dropped && draft->name != NULL && draft->mention.id == NULL)
        draft->dropped = TRUE; /* its tokens stay taken: pronouns.c sees somebody there */
    }
}
