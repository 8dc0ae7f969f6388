/* Private to src/rules: phrases and regexes as PCRE2 code.
 *
 * Code is made when it is first asked for, from any thread: of all the phrases of a rule set, a run over a few articles asks only
 * some, and start-up must not wait for the others. After BL_JIT_AFTER sentences a pattern is translated to machine code too. */
#pragma once

#include <pcre2.h>

#include "rules/expand.h"

/* Translating takes about as long as interpreting fifty sentences, and machine code is several times faster. */
#define BL_JIT_AFTER 12

typedef struct
{
  char *source;
  gboolean cased;
  gboolean extended; /* under (?x), groups found by name */
  GArray *groups;    /* BlGroup; group n of the code is element n - 1 */

  gsize compiled;   /* for g_once_init_enter */
  pcre2_code *code; /* NULL when it could not be compiled */
  char *error;      /* then why */
  gsize error_offset;
  gsize translated; /* for g_once_init_enter */
  pcre2_code *jit;  /* a copy of code with machine code, or NULL */
  gint asked;       /* atomic */
} BlPattern;

typedef struct
{
  guint item; /* its string, or the array of a regex: bl_json_item() of the file */
  guint8 is_regex;
  guint8 cased;
  guint8 negate;                  /* it says the opposite */
  guint8 open;                    /* it says that it is not settled */
  const char *text;               /* as written; of a regex the lines joined */
  const BlPhraseContext *context; /* what its names mean: for reading it again */
  const char *const *slots;       /* of its rule, NULL-terminated; NULL: none */
  BlPattern *pattern;             /* made when it is first asked for */
  gsize expanded;                 /* for g_once_init_enter */

  /* Only while the set is loaded. Of 10,000 rules most are never asked, and trees would be half of what they take. */
  BlPhraseTree *tree; /* until its rule is read */
  BlFacts *facts;     /* until the prefilter is made */
} BlPhrase;

/* Reads a phrase again, into arena: its tree (the root of a regex is NULL) and its facts. Thread-safe, when the arena is. */
void bl_phrase_read_again (const BlPhrase *phrase, BlArena *arena, BlPhraseTree *tree, BlFacts *facts);

/* Takes source and groups. */
BlPattern *bl_pattern_new (char *source, GArray *groups, gboolean cased, gboolean extended);
void bl_pattern_free (BlPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPattern, bl_pattern_free)

/* Compiled, or NULL: then pattern->error says why. Thread-safe. */
const pcre2_code *bl_pattern_code (BlPattern *pattern);

/* The machine code, made now; NULL where there is none. Thread-safe. */
const pcre2_code *bl_pattern_jit (BlPattern *pattern);

/* The pattern of a phrase, thread-safe; never NULL. */
BlPattern *bl_phrase_pattern (const BlPhrase *phrase);

/* --- matching, for one thread ------------------------------------------------------------------------------------- */
typedef struct
{
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
  pcre2_match_data *data;
  guint n_pairs;     /* of data */
  const char *limit; /* which one the last bl_matcher_find() ran into, in words */
} BlMatcher;

void bl_matcher_init (BlMatcher *matcher);
void bl_matcher_clear (BlMatcher *matcher);

/* Finds pattern in text (valid UTF-8) at or after start. 1 found: see bl_matcher_vector(); 0 not found; -1 a limit was hit, and
 * matcher->limit names it, or the pattern cannot be compiled. The result depends on nothing but pattern and text: when one of
 * interpreter and machine code hits a limit, the other is asked, and when both do the limit is the interpreter's. */
int bl_matcher_find (BlMatcher *matcher, BlPattern *pattern, const char *text, gsize length, gsize start);

/* Pairs of start and end; unset groups are PCRE2_UNSET. *n is the number of pairs. */
const gsize *bl_matcher_vector (const BlMatcher *matcher, guint *n);
