/* Private to src/rules: which phrases can match a sentence at all, asked before PCRE2 is.
 *
 * Every phrase has needs (rules/facts.h). Its rarest need is its trigger: an index leads from each word and type of it to the
 * phrase, so the cost of a sentence is its number of words, whatever the number of rules. A phrase that was triggered is a candidate
 * when the sentence has one of each other need too. Phrases without needs are always candidates.
 *
 * How the words of a sentence are found is the backend's: a class of functions, chosen when the prefilter is made. A backend may
 * report words that are not there (that costs time), never miss one that is. */
#pragma once

#include "mentions/shadow.h"
#include "rules/facts.h"

/* The words of one sentence; of one thread. */
typedef struct
{
  guint32 *stamps; /* a word each: the sentence it was last seen in */
  guint32 sentence;
  GArray *words; /* guint32: those seen, each once */
} BlWordsSeen;

static inline gboolean
bl_words_seen_has (const BlWordsSeen *seen, guint32 word)
{
  return seen->stamps[word] == seen->sentence;
}

static inline void
bl_words_seen_add (BlWordsSeen *seen, guint32 word)
{
  if (bl_words_seen_has (seen, word))
    return;
  seen->stamps[word] = seen->sentence;
  g_array_append_val (seen->words, word);
}

typedef struct
{
  const char *name;
  /* words: n different ones as bl_literal_words() gives them, borrowed as long as the result lives. */
  gpointer (*build) (const char *const *words, guint n);
  void (*free) (gpointer backend);
  /* Adds every word that stands in text; thread-safe. */
  void (*find) (gconstpointer backend, const char *text, gsize length, BlWordsSeen *seen);
} BlPrefilterClass;

/* Hashes each word of the text and looks it up. */
extern const BlPrefilterClass bl_prefilter_hash;

typedef struct BlPrefilter BlPrefilter;           /* immutable */
typedef struct BlPrefilterState BlPrefilterState; /* of one thread */

/* facts: one a phrase, borrowed. */
BlPrefilter *bl_prefilter_new (const BlPrefilterClass *class, const BlFacts *const *facts, guint n);
void bl_prefilter_free (BlPrefilter *prefilter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPrefilter, bl_prefilter_free)

BlPrefilterState *bl_prefilter_state_new (const BlPrefilter *prefilter);
void bl_prefilter_state_free (BlPrefilterState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPrefilterState, bl_prefilter_state_free)

/* Numbers of the phrases that can match the shadow, ascending. Valid until the next call. */
const guint32 *bl_prefilter_candidates (BlPrefilterState *state, const BlShadow *shadow, guint *n);
