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
get_word (BlLexicon *lexicon, const char *text, gsize length, guint marks)
{
  guint32 hash = bl_vocabulary_hash (text, length);
  BlWord *word = bl_vocabulary_get (&lexicon->words, text, length, hash);
  if (word == NULL)
    word = bl_vocabulary_add (&lexicon->words, lexicon->arena, text, length, hash);
  word->marks |= marks;
  return word;
}

static guint
count_words (const char *folded)
{
  guint n = *folded != '\0';
  for (; *folded != '\0'; folded++)
    n += *folded == ' ';
  return n;
}

BlPhrase *
bl_lexicon_add (BlLexicon *lexicon, BlLexKind kind, const char *text, const char *code, double value)
{
  g_autofree char *folded = bl_fold_letters (text, -1);
  const guint n = count_words (folded);
  if (n == 0 || n > BL_PHRASE_WORDS)
    return NULL;

  BlPhrase *phrase = bl_arena_alloc (lexicon->arena, sizeof *phrase + n * sizeof *phrase->words);
  phrase->n = (guint8) n;
  phrase->kind = (guint8) kind;
  phrase->code = bl_arena_intern (lexicon->arena, code);
  phrase->value = value;
  BlWord *first = NULL;
  const char *at = folded;
  for (guint i = 0; i < n; i++)
    {
      const gsize length = strcspn (at, " ");
      BlWord *word = get_word (lexicon, at, length, BL_MARK_LISTED);
      phrase->words[i] = word->text;
      first = i == 0 ? word : first;
      at += length + 1;
    }
  first->begins |= BL_LEX_BIT (kind);
  if (n == 1)
    first->alone |= BL_LEX_BIT (kind);
  const BlPendingPhrase pending = { .phrase = phrase, .first = first };
  g_array_append_val (lexicon->pending, pending);
  return phrase;
}

/* The longest first, then by kind, then as they were read. */
static gboolean
comes_before (const BlPhrase *left, const BlPhrase *right)
{
  return left->n != right->n ? left->n > right->n : left->kind < right->kind;
}

/* Hands each first word its phrases, once all are known: by counting, as a word begins few. */
static void
seal (BlLexicon *lexicon)
{
  const GArray *all = lexicon->pending;
  const guint n_words = lexicon->words.n_words;
  g_autofree guint *n_of = g_new0 (guint, n_words);
  for (guint i = 0; i < all->len; i++)
    n_of[g_array_index (all, BlPendingPhrase, i).first->id]++;
  for (guint i = 0; i < all->len; i++)
    {
      BlWord *word = g_array_index (all, BlPendingPhrase, i).first;
      const BlPhrase *phrase = g_array_index (all, BlPendingPhrase, i).phrase;
      if (word->phrases == NULL)
        {
          word->phrases = bl_arena_alloc (lexicon->arena, (n_of[word->id] + 1) * sizeof *word->phrases);
          n_of[word->id] = 0;
        }
      guint at = n_of[word->id]++;
      for (; at > 0 && comes_before (phrase, word->phrases[at - 1]); at--)
        word->phrases[at] = word->phrases[at - 1];
      word->phrases[at] = phrase;
    }
  g_clear_pointer (&lexicon->pending, g_array_unref);
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
      get_word (lexicon, *word, strlen (*word), marked_words[i].mark);
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

/* Says that a word begins something of a kind, without a phrase. */
static void
mark_word (BlLexicon *lexicon, BlLexKind kind, const char *folded, gboolean alone)
{
  BlWord *word = get_word (lexicon, folded, strlen (folded), BL_MARK_LISTED);
  word->begins |= BL_LEX_BIT (kind);
  if (alone)
    word->alone |= BL_LEX_BIT (kind);
}

static void
mark_knowledge (BlLexicon *lexicon, const BlKnowledge *kb)
{
  guint n = 0;
  const BlFirstWord *words = bl_knowledge_first_words (kb, &n);
  for (guint i = 0; i < n; i++)
    {
      if ((words[i].begins & BL_BEGINS_ENTITY) != 0)
        mark_word (lexicon, BL_LEX_SURFACE, words[i].word, (words[i].alone & BL_BEGINS_ENTITY) != 0);
      if ((words[i].begins & BL_BEGINS_OFFICE) != 0)
        mark_word (lexicon, BL_LEX_ROLE, words[i].word, (words[i].alone & BL_BEGINS_OFFICE) != 0);
    }
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
  lexicon->pending = g_array_new (FALSE, FALSE, sizeof (BlPendingPhrase));
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
  g_clear_pointer (&lexicon->pending, g_array_unref);
  g_clear_pointer (&lexicon->measures, g_hash_table_unref);
  g_clear_pointer (&lexicon->arena, bl_arena_free);
  bl_vocabulary_clear (&lexicon->words);
  g_free (lexicon);
}
