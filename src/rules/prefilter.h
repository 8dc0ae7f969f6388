/* Private to src/rules: which phrases can match a sentence at all, asked before PCRE2 is.
 *
 * Every phrase has needs (rules/facts.h): a text that lacks one of them cannot match. Its rarest need is its trigger. Three steps:
 *
 *   1  A backend finds the words of all triggers in the folded text of the whole article, in one call. Triggers that are types of
 *      mentions or pairs of characters are read off each sentence. So the cost of a sentence is its length, whatever the number of
 *      rules.
 *   2  Where a phrase was triggered its other needs are looked up. A need that several phrases share is looked up once. Words that are
 *      rare are among those that the backend finds; for the others, and for pairs, a sentence is read at most once, and only when a
 *      triggered phrase asks for them.
 *   3  Where all needs of a phrase are met, so are the places: whether they stand in its order, and near enough to each other.
 *
 * What is left are the candidates. A backend reports exactly the words that are there, so candidates do not depend on which it is.
 * Phrases without needs are candidates everywhere. */
#pragma once

#include "mentions/shadow.h"
#include "rules/archive.h"
#include "rules/word_table.h"

/* --- backends ----------------------------------------------------------------------------------------------------- */

/* A word of a trigger stands in a sentence. */
typedef struct
{
  guint32 sentence;
  guint32 word;
} BlTriggerHit;

/* What a backend found so far in one text; of one thread. */
typedef struct
{
  const guint32 *ends; /* where each sentence ends in the text, ascending; the last is G_MAXUINT32 */
  guint32 sentence;    /* that of the last hit */
  guint32 first_stamp; /* sentence 0's */
  guint32 *stamps;     /* a word each: first_stamp + the sentence it was last seen in */
  gboolean sorted;     /* hits are in order of sentence */
  GArray *hits;        /* BlTriggerHit; of one word in one sentence the first only, as far as they come in order */
} BlTriggerHits;

/* The word begins, ends or lies at a byte of the text. */
static inline void
bl_trigger_hits_add (BlTriggerHits *hits, guint32 at, guint32 word)
{
  while (at >= hits->ends[hits->sentence])
    hits->sentence++;
  while (hits->sentence > 0 && at < hits->ends[hits->sentence - 1])
    {
      hits->sentence--;
      hits->sorted = FALSE;
    }
  if (hits->stamps[word] == hits->first_stamp + hits->sentence)
    return;
  hits->stamps[word] = hits->first_stamp + hits->sentence;
  const BlTriggerHit hit = { .sentence = hits->sentence, .word = word };
  g_array_append_val (hits->hits, hit);
}

typedef struct
{
  const char *name;
  /* words: n different ones as bl_literal_words() gives them, borrowed as long as the result lives, as letters are. NULL and an error when
   * the backend cannot serve them. */
  gpointer (*build) (const BlLetters *letters, const char *const *words, guint n, GError **error);
  void (*free) (gpointer backend);
  /* What one thread needs beside the backend; both NULL when that is nothing. */
  gpointer (*scratch_new) (gconstpointer backend);
  void (*scratch_free) (gpointer scratch);
  /* Adds every word that stands in text, whole: neither after nor before a letter, digit or "_". text is folded (bl_literal_fold) and
   * valid UTF-8; a NUL stands before and behind it and between sentences, and BL_WORD_SLACK more bytes behind that. */
  void (*find) (gconstpointer backend, gpointer scratch, const char *text, gsize length, BlTriggerHits *hits);
} BlPrefilterClass;

/* Hashes each word of the text and looks it up. */
extern const BlPrefilterClass bl_prefilter_hash;

/* All words as one database of Vectorscan; only where that library was found. */
extern const BlPrefilterClass bl_prefilter_vectorscan;

/* One that is compiled in; NULL for another name. */
const BlPrefilterClass *bl_prefilter_class (const char *name);

/* The name of the one that is done first with n_bytes of text, its building counted, when there are n words to find. */
const char *bl_prefilter_advise (guint n_words, guint64 n_bytes);

/* --- the index ---------------------------------------------------------------------------------------------------- */
typedef struct
{
  const BlFacts *facts; /* borrowed */
  guint barred;         /* BL_WHERE_* where the phrase cannot match (rules/scope.h) */
} BlPrefilterPhrase;

typedef struct BlPrefilter BlPrefilter;           /* immutable once scanners use it */
typedef struct BlPrefilterState BlPrefilterState; /* of one thread */

/* With the portable backend. phrases and their facts may go afterwards. */
BlPrefilter *bl_prefilter_new (const BlPrefilterPhrase *phrases, guint n);

/* One that lets everything pass: n phrases are candidates in each sentence. What the others are compared with. */
BlPrefilter *bl_prefilter_new_open (guint n);
void bl_prefilter_free (BlPrefilter *prefilter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPrefilter, bl_prefilter_free)

/* Writes a prefilter but for its backend, or reads one, with the portable backend, whose vectors stay in the bytes it is read from. */
void bl_prefilter_walk (BlArchive *archive, BlPrefilter *prefilter);
BlPrefilter *bl_prefilter_read (BlArchive *archive);

/* Takes another backend, before there are states. FALSE with an error, and the old one stays, when it cannot be built. */
gboolean bl_prefilter_use (BlPrefilter *prefilter, const BlPrefilterClass *class, GError **error);

const char *bl_prefilter_name (const BlPrefilter *prefilter);

/* Different words of triggers: what a backend has to find. */
guint bl_prefilter_n_triggers (const BlPrefilter *prefilter);

/* --- sentences ---------------------------------------------------------------------------------------------------- */
BlPrefilterState *bl_prefilter_state_new (const BlPrefilter *prefilter);
void bl_prefilter_state_free (BlPrefilterState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPrefilterState, bl_prefilter_state_free)

/* A sentence and the phrases that can match it. */
typedef struct
{
  const BlShadow *shadow;
  const guint32 *phrases; /* numbers, ascending */
  guint n;
} BlCandidates;

/* For each text: begin, add its sentences, find, then next until it returns FALSE. Shadows are borrowed until the next begin; place is
 * what BL_WHERE_* is true of the sentence. Candidates are valid until the next call, and have at least one phrase. */
void bl_prefilter_begin (BlPrefilterState *state);
void bl_prefilter_add (BlPrefilterState *state, const BlShadow *shadow, guint place);
void bl_prefilter_find (BlPrefilterState *state);
gboolean bl_prefilter_next (BlPrefilterState *state, BlCandidates *candidates);
