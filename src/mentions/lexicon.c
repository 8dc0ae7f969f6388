#include "mentions/lexicon.h"

#include <string.h>

#include "mentions/lexicon_read.h"
#include "text/text.h"

/* Words that passes ask every token about. */
typedef struct
{
  guint mark;
  const char *const *words;
} MarkedWords;

static const MarkedWords marked_words[] = {
  { BL_MARK_ARTICLE, (const char *const[]){ "a", "an", NULL } },
  { BL_MARK_FUTURE, (const char *const[]){ "will", "shall", "scheduled", "due", "expected", "plans", "planned", "upcoming",
                                           "slated", "set", "tomorrow", NULL } },
  { BL_MARK_HE, (const char *const[]){ "he", "him", "his", "himself", NULL } },
  { BL_MARK_SHE, (const char *const[]){ "she", "her", "hers", "herself", NULL } },
  { BL_MARK_WHO, (const char *const[]){ "who", NULL } },
  { BL_MARK_TREATY, (const char *const[]){ "memorandum", "treaty", "agreement", "agreements", "accord", "accords", "pact",
                                           "convention", "protocol", "charter", "communique", "deal", "statute", NULL } },
  { BL_MARK_RANGE, (const char *const[]){ "between", "from", NULL } },
};

const BlWord *
bl_lexicon_word (const BlLexicon *lexicon, const char *text, gsize length, guint32 hash)
{
  return bl_vocabulary_get (&lexicon->words, text, length, hash);
}

guint
bl_lexicon_n_words (const BlLexicon *lexicon)
{
  return lexicon->words.n_words;
}

const BlPhrase *
bl_word_phrase (const BlWord *word, BlLexKind kind)
{
  if (!bl_word_is (word, kind))
    return NULL;
  for (guint i = 0; word->phrases[i] != NULL; i++)
    if (word->phrases[i]->kind == kind && word->phrases[i]->n == 1)
      return word->phrases[i];
  return NULL;
}

static BlWord *
get_word (BlLexicon *lexicon, const char *text, guint marks)
{
  gsize length = strlen (text);
  guint32 hash = bl_vocabulary_hash (text, length);
  BlWord *word = bl_vocabulary_get (&lexicon->words, text, length, hash);
  if (word == NULL)
    word = bl_vocabulary_add (&lexicon->words, lexicon->arena, text, length, hash);
  word->marks |= marks;
  return word;
}

BlPhrase *
bl_lexicon_add (BlLexicon *lexicon, BlLexKind kind, const char *text, const char *code, double value)
{
  g_autofree char *folded = bl_fold_letters (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  if (n == 0 || n > BL_PHRASE_WORDS)
    return NULL;

  BlPhrase *phrase = bl_arena_new0 (lexicon->arena, BlPhrase);
  phrase->n = (guint8) n;
  phrase->kind = (guint8) kind;
  phrase->code = bl_arena_intern (lexicon->arena, code);
  phrase->name = bl_arena_intern (lexicon->arena, text);
  phrase->value = value;
  for (guint i = 0; i < n; i++)
    phrase->words[i] = get_word (lexicon, words[i], BL_MARK_LISTED)->text;

  BlWord *first = get_word (lexicon, words[0], BL_MARK_LISTED);
  first->begins |= BL_LEX_BIT (kind);
  if (n == 1)
    first->alone |= BL_LEX_BIT (kind);
  g_ptr_array_add (lexicon->pending, phrase);
  return phrase;
}

static void
mark_word (BlLexicon *lexicon, BlLexKind kind, const char *folded, gboolean alone)
{
  BlWord *word = get_word (lexicon, folded, BL_MARK_LISTED);
  word->begins |= BL_LEX_BIT (kind);
  if (alone)
    word->alone |= BL_LEX_BIT (kind);
}

void
bl_lexicon_mark (BlLexicon *lexicon, BlLexKind kind, const char *name)
{
  g_autofree char *folded = bl_fold_letters (name, -1);
  char *space = strchr (folded, ' ');
  gboolean alone = space == NULL;
  if (!alone)
    *space = '\0';
  if (folded[0] != '\0')
    mark_word (lexicon, kind, folded, alone);
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const BlPhrase *left = *(const BlPhrase *const *) a;
  const BlPhrase *right = *(const BlPhrase *const *) b;
  int order = strcmp (left->words[0], right->words[0]);
  if (order == 0)
    order = right->n - left->n;
  if (order == 0)
    order = left->kind - right->kind;
  return order;
}

/* Hands each first word its phrases, once all are known. */
static void
seal (BlLexicon *lexicon)
{
  GPtrArray *all = lexicon->pending;
  g_ptr_array_sort (all, compare_phrases); /* stable: qsort_r of GLib is a merge sort */
  for (guint i = 0, n; i < all->len; i += n)
    {
      const BlPhrase *first = g_ptr_array_index (all, i);
      for (n = 1; i + n < all->len; n++)
        if (((const BlPhrase *) g_ptr_array_index (all, i + n))->words[0] != first->words[0])
          break;
      BlWord *word = get_word (lexicon, first->words[0], BL_MARK_LISTED);
      word->phrases = bl_arena_alloc (lexicon->arena, (n + 1) * sizeof *word->phrases);
      memcpy (word->phrases, &all->pdata[i], n * sizeof *word->phrases);
    }
  g_clear_pointer (&lexicon->pending, g_ptr_array_unref);
}

/* Marks the words of closed classes, and those that begin what passes look for. */
static void
mark_words (BlLexicon *lexicon)
{
  static const guint64 dates = BL_LEX_BIT (BL_LEX_MONTH) | BL_LEX_BIT (BL_LEX_WEEKDAY) | BL_LEX_BIT (BL_LEX_DAY)
                               | BL_LEX_BIT (BL_LEX_DIRECTION) | BL_LEX_BIT (BL_LEX_DECADE) | BL_LEX_BIT (BL_LEX_CENTURY)
                               | BL_LEX_BIT (BL_LEX_NUMBER) | BL_LEX_BIT (BL_LEX_COLLECTIVE);
  static const guint64 quantities = BL_LEX_BIT (BL_LEX_NUMBER) | BL_LEX_BIT (BL_LEX_COLLECTIVE) | BL_LEX_BIT (BL_LEX_VAGUE)
                                    | BL_LEX_BIT (BL_LEX_BOUND) | BL_LEX_BIT (BL_LEX_FRACTION);
  for (guint i = 0; i < G_N_ELEMENTS (marked_words); i++)
    for (const char *const *word = marked_words[i].words; *word != NULL; word++)
      get_word (lexicon, *word, marked_words[i].mark);
  for (guint i = 0; i <= lexicon->words.mask; i++)
    {
      BlWord *word = lexicon->words.slots[i];
      if (word == NULL)
        continue;
      gboolean listed = (word->marks & BL_MARK_LISTED) != 0;
      if ((word->begins & dates) != 0 || (listed && (word->marks & BL_MARK_ARTICLE) != 0))
        word->marks |= BL_MARK_DATE;
      if ((word->begins & quantities) != 0 || (listed && (word->marks & BL_MARK_RANGE) != 0))
        word->marks |= BL_MARK_QUANTITY;
    }
}

/* "U.S." and "J.D." fold to two words, and are also read as one: both begin the name. A "the" in front is not asked for. */
static void
mark (BlLexicon *lexicon, BlLexKind kind, const char *name)
{
  if (name == NULL)
    return;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    name += 4;
  bl_lexicon_mark (lexicon, kind, name);
  if (strchr (name, '.') != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (name, ".", -1);
      g_autofree char *joined = g_strjoinv ("", parts);
      bl_lexicon_mark (lexicon, kind, joined);
    }
}

static void
mark_all (BlLexicon *lexicon, BlLexKind kind, const char *const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    mark (lexicon, kind, names[i]);
}

static void
mark_knowledge (BlLexicon *lexicon, const BlKnowledge *kb)
{
  const GPtrArray *all = bl_knowledge_countries (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlCountry *country = g_ptr_array_index (all, i);
      mark (lexicon, BL_LEX_SURFACE, country->name);
      mark (lexicon, BL_LEX_SURFACE, country->capital);
      mark_all (lexicon, BL_LEX_SURFACE, country->names);
      mark_all (lexicon, BL_LEX_SURFACE, country->demonyms);
      mark_all (lexicon, BL_LEX_SURFACE, country->metonyms);
    }
  all = bl_knowledge_organisations (kb);
  for (guint i = 0; i < all->len; i++)
    {
      const BlOrganisation *organisation = g_ptr_array_index (all, i);
      mark (lexicon, BL_LEX_SURFACE, organisation->name);
      mark_all (lexicon, BL_LEX_SURFACE, organisation->names);
    }
  all = bl_knowledge_treaties (kb);
  for (guint i = 0; i < all->len; i++)
    mark_all (lexicon, BL_LEX_SURFACE, ((const BlTreaty *) g_ptr_array_index (all, i))->names);
  all = bl_knowledge_roles (kb);
  for (guint i = 0; i < all->len; i++)
    mark_all (lexicon, BL_LEX_ROLE, ((const BlRole *) g_ptr_array_index (all, i))->labels);
  all = bl_knowledge_offices (kb);
  for (guint i = 0; i < all->len; i++)
    mark_all (lexicon, BL_LEX_ROLE, ((const BlOffice *) g_ptr_array_index (all, i))->labels);
  guint n = 0;
  const BlNameBeginning *beginnings = bl_knowledge_name_beginnings (kb, &n);
  for (guint i = 0; i < n; i++)
    mark_word (lexicon, BL_LEX_PERSON, beginnings[i].word, beginnings[i].alone);
}

const BlMeasure *
bl_lexicon_measure (const BlLexicon *lexicon, const char *unit)
{
  return g_hash_table_lookup (lexicon->measures, unit);
}

BlLexicon *
bl_lexicon_new (const BlKnowledge *kb, const char *folder, GError **error)
{
  g_autoptr (BlLexicon) lexicon = g_new0 (BlLexicon, 1);
  lexicon->arena = bl_arena_new ();
  lexicon->pending = g_ptr_array_new ();
  lexicon->measures = g_hash_table_new (g_str_hash, g_str_equal);
  if (!bl_lexicon_read (lexicon, kb, folder, error))
    return NULL;
  mark_knowledge (lexicon, kb);
  seal (lexicon);
  mark_words (lexicon);
  return g_steal_pointer (&lexicon);
}

void
bl_lexicon_foreach_phrase (const BlLexicon *lexicon, void (*visit) (const BlPhrase *phrase, gpointer data), gpointer data)
{
  for (guint i = 0; i <= lexicon->words.mask; i++)
    for (guint k = 0; lexicon->words.slots[i] != NULL && lexicon->words.slots[i]->phrases != NULL
                      && lexicon->words.slots[i]->phrases[k] != NULL;
         k++)
      visit (lexicon->words.slots[i]->phrases[k], data);
}

void
bl_lexicon_free (BlLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_clear_pointer (&lexicon->pending, g_ptr_array_unref);
  g_clear_pointer (&lexicon->measures, g_hash_table_unref);
  g_clear_pointer (&lexicon->arena, bl_arena_free);
  bl_vocabulary_clear (&lexicon->words);
  g_free (lexicon);
}
