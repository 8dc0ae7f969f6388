#include "text/lemma.h"

#include <string.h>

#include "base/reader.h"

struct BlLemmas
{
  BlArena *arena;
  GHashTable *irregular; /* form → plain form */
};

/* A form of two words ("found", "lay") is the inflected one, as it is when the tagger calls it past. */
static void
add_group (BlLemmas *lemmas, const char *const *forms)
{
  for (guint i = 0; forms[i] != NULL; i++)
    {
      const char *known = g_hash_table_lookup (lemmas->irregular, forms[i]);
      if (known == NULL || strcmp (known, forms[i]) == 0)
        g_hash_table_insert (lemmas->irregular, (gpointer) forms[i], (gpointer) forms[0]);
    }
}

BlLemmas *
bl_lemmas_load (const char *path, GError **error)
{
  g_autoptr (BlJson) json = bl_json_load (path, error);
  if (json == NULL)
    return NULL;
  static const char *const known[] = { "format", "irregular", NULL };
  const cJSON *fields[2] = { 0 };
  g_autoptr (BlLemmas) lemmas = g_new0 (BlLemmas, 1);
  lemmas->arena = bl_arena_new ();
  lemmas->irregular = g_hash_table_new (g_str_hash, g_str_equal);
  BlReader reader = bl_reader_for (json, lemmas->arena);
  reader.copies = TRUE;
  bl_reader_fields (&reader, bl_json_root (json), known, fields);
  bl_reader_check_format (&reader, fields[0]);
  if (bl_reader_array (&reader, fields[1]) > 0)
    for (const cJSON *item = fields[1]->child; item != NULL; item = item->next)
      {
        const char *const *forms = bl_reader_texts (&reader, item);
        if (forms != NULL && forms[0] != NULL)
          add_group (lemmas, forms);
      }
  return bl_reader_end (&reader, error) ? g_steal_pointer (&lemmas) : NULL;
}

void
bl_lemmas_free (BlLemmas *lemmas)
{
  if (lemmas == NULL)
    return;
  g_hash_table_unref (lemmas->irregular);
  bl_arena_free (lemmas->arena);
  g_free (lemmas);
}

/* The stem with an ending when the lexicon has it as one of may; in out of size bytes. */
static gboolean
try_form (const BlTagger *tagger, char *out, gsize size, const char *word, gsize stem, const char *ending, guint64 may)
{
  g_snprintf (out, size, "%.*s%s", (int) stem, word, ending);
  return (bl_tagger_look_up (tagger, out, strlen (out)) & may) != 0;
}

static gboolean
is_doubled (const char *word, gsize stem)
{
  return stem > 2 && word[stem - 1] == word[stem - 2] && strchr ("bdgklmnprt", word[stem - 1]) != NULL;
}

/* Verbs that the lexicon has not: "recognis-", "criticiz-", "argu-", "believ-". */
static gboolean
wants_e (const char *word, gsize stem)
{
  return stem > 2
         && (strchr ("zuvc", word[stem - 1]) != NULL || (word[stem - 1] == 's' && strchr ("aiouy", word[stem - 2]) != NULL));
}

/* Candidates of "-ed" and "-ing", with the commoner spelling first; without the lexicon the bare stem. */
static const char *
verb_stem (const BlTagger *tagger, char *out, gsize size, const char *word, gsize stem)
{
  const guint64 may = bl_tag_bit (BL_TAG_VERB) | bl_tag_bit (BL_TAG_VERB_PRESENT);
  if (is_doubled (word, stem) && try_form (tagger, out, size, word, stem - 1, "", may))
    return out;
  if (try_form (tagger, out, size, word, stem, "", may) || try_form (tagger, out, size, word, stem, "e", may))
    return out;
  g_snprintf (out, size, "%.*s%s", (int) stem, word, wants_e (word, stem) ? "e" : "");
  return out;
}

static const char *
verb_lemma (const BlTagger *tagger, char *out, gsize size, const char *word, BlTag tag)
{
  const gsize n = strlen (word);
  if (tag == BL_TAG_GERUND && n > 4 && g_str_has_suffix (word, "ing"))
    return verb_stem (tagger, out, size, word, n - 3);
  if ((tag == BL_TAG_VERB_PAST || tag == BL_TAG_PARTICIPLE) && n > 3 && g_str_has_suffix (word, "ed"))
    {
      if (n > 4 && word[n - 3] == 'i')
        {
          g_snprintf (out, size, "%.*sy", (int) n - 3, word);
          return out;
        }
      return verb_stem (tagger, out, size, word, n - 2);
    }
  return NULL;
}

static const char *
without_s (const BlTagger *tagger, char *out, gsize size, const char *word, guint64 may)
{
  const gsize n = strlen (word);
  if (n < 4 || word[n - 1] != 's' || word[n - 2] == 's')
    return NULL;
  if (g_str_has_suffix (word, "ies") && n > 4)
    g_snprintf (out, size, "%.*sy", (int) n - 3, word);
  else if (word[n - 2] == 'e' && try_form (tagger, out, size, word, n - 1, "", may))
    return out;
  else if (word[n - 2] == 'e' && strchr ("sxzoh", word[n - 3]) != NULL)
    g_snprintf (out, size, "%.*s", (int) n - 2, word);
  else
    g_snprintf (out, size, "%.*s", (int) n - 1, word);
  return out;
}

/* "Overtook" by "took". */
static const char *
prefixed (const BlLemmas *lemmas, BlArena *arena, const char *word)
{
  static const char *const prefixes[] = { "over", "under", "out", "with", "re", "mis", "fore", "un" };
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (word, prefixes[i]))
      {
        const char *rest = g_hash_table_lookup (lemmas->irregular, word + strlen (prefixes[i]));
        if (rest != NULL && strcmp (rest, word + strlen (prefixes[i])) != 0 && strlen (rest) > 2)
          return bl_arena_intern (arena, bl_arena_printf (arena, "%s%s", prefixes[i], rest));
      }
  return NULL;
}

const char *
bl_lemma (const BlLemmas *lemmas, const BlTagger *tagger, BlArena *arena, const BlTaggedWord *word)
{
  static const guint64 verbs = (1ull << BL_TAG_VERB_THIRD) | (1ull << BL_TAG_VERB_PAST) | (1ull << BL_TAG_PARTICIPLE)
                               | (1ull << BL_TAG_GERUND) | (1ull << BL_TAG_VERB) | (1ull << BL_TAG_VERB_PRESENT);
  char out[64];
  const char *found = NULL;
  const BlTag tag = (BlTag) word->tag;
  if (!bl_tag_in (tag, verbs | bl_tag_bit (BL_TAG_NOUNS)) || strlen (word->text) >= sizeof out)
    return word->text;
  const char *irregular = g_hash_table_lookup (lemmas->irregular, word->text);
  if (irregular == NULL && tag != BL_TAG_NOUNS)
    irregular = prefixed (lemmas, arena, word->text);
  if (irregular != NULL && (tag != BL_TAG_VERB || (word->may & bl_tag_bit (BL_TAG_VERB)) == 0))
    return irregular;
  if (tag == BL_TAG_NOUNS)
    found = without_s (tagger, out, sizeof out, word->text, bl_tag_bit (BL_TAG_NOUN));
  else if (tag == BL_TAG_VERB_THIRD)
    found = without_s (tagger, out, sizeof out, word->text, bl_tag_bit (BL_TAG_VERB) | bl_tag_bit (BL_TAG_VERB_PRESENT));
  else
    found = verb_lemma (tagger, out, sizeof out, word->text, tag);
  return found != NULL ? bl_arena_intern (arena, found) : word->text;
}
