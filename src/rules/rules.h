/* Rule packs: read, checked, expanded, compiled, tested, and run over shadows.
 *
 * A BlRuleSet is immutable and shared by all threads; a BlScanner carries the state of one thread. The phrase language is
 * described in rules/README.md. Two kinds of rule:
 *   claim   what the match says becomes a claim (predicate, key slots, value)
 *   report  the match itself is worth a finding ("an alliance willing to fight"), with what it should have been */
#pragma once

#include "base/base.h"
#include "mentions/mentions.h"
#include "mentions/shadow.h"

#define BL_RULES_ERROR (bl_rules_error_quark ())
GQuark bl_rules_error_quark (void);

typedef enum
{
  BL_RULES_ERROR_SCHEMA,    /* the file is not a pack: FILE:LINE:COLUMN: … */
  BL_RULES_ERROR_PHRASE,    /* a phrase, fragment or regex is wrong */
  BL_RULES_ERROR_TEST,      /* an embedded test is wrong */
  BL_RULES_ERROR_PREFILTER, /* there is no such prefilter, or it cannot take the rules */
} BlRulesErrorCode;

typedef enum
{
  BL_RULE_CLAIM,
  BL_RULE_REPORT,
} BlRuleKind;

typedef enum
{
  BL_STATUS_STABLE,
  BL_STATUS_EXPERIMENTAL, /* reports, never fails a gate: its findings are notes */
} BlRuleStatus;

typedef enum
{
  BL_VALUE_POLARITY,
  BL_VALUE_ENTITY, /* person, country, org: value is an id */
  BL_VALUE_SET,    /* several ids; partial after "including", "such as" */
  BL_VALUE_QUANTITY,
  BL_VALUE_DATE,
  BL_VALUE_ENUM, /* a canonical word */
  BL_VALUE_TEXT, /* free text, compared folded (names, quotations) */
} BlValueKind;

typedef enum
{
  BL_SEVERITY_NOTE,
  BL_SEVERITY_WARNING,
  BL_SEVERITY_ERROR,
} BlSeverity;

/* Where a rule does not apply (bit set). */
enum
{
  BL_SCOPE_NOT_QUOTE = 1 << 0,
  BL_SCOPE_NOT_QUESTION = 1 << 1,
  BL_SCOPE_NOT_CONDITION = 1 << 2,
  BL_SCOPE_NOT_HEADLINE = 1 << 3,
  BL_SCOPE_BOILERPLATE_TOO = 1 << 4, /* also run on boilerplate and caption blocks (damage rules) */
};

typedef struct
{
  const char *id; /* "security/troop-deployment" */
  const char *title;
  const char *why;
  const char *pack;
  const char *file; /* as given to the loader, shortened like BlReference.file */
  guint line;
  const char *language; /* of the articles it is for, "en"; NULL: of all */
  BlRuleKind kind;
  BlRuleStatus status;
  guint scope; /* BL_SCOPE_* */

  /* claim rules */
  const char *predicate;
  const char *const *keys; /* slot names, NULL-terminated: they make the claim's key */
  BlValueKind value;
  const char *value_slot; /* slot that holds the value; NULL for polarity */
  const char *unit;       /* a quantity must have it; NULL: any */
  double tolerance;       /* quantities that differ by at most this part are the same; 0: as numbers are rounded in print */
  guint window;           /* days; claims further apart are superseded. 0: no window */
  gboolean functional;    /* one subject has one value at a time */
  gboolean symmetric;     /* the two key slots may be exchanged: "A meets B" is "B meets A" */
  gboolean negate;        /* the phrases say the opposite ("ruled out sending"): polarity is flipped */
  BlSeverity severity;    /* of a conflict, or of the report */
  double confidence;      /* 0..1, of a conflict or report; 0.8 by default */

  /* report rules */
  const char *finding; /* "term/garbled", "text/damage", … */
  const char *message; /* with {slot} and {match} places */
  const char *instead; /* suggestion with {slot} places, or NULL */

  const char *const *slots;        /* all slot names that the phrases capture, NULL-terminated */
  const char *const *renamed_from; /* earlier ids, NULL-terminated; may be empty */
} BlRule;

typedef struct BlRuleSet BlRuleSet;

/* Loads every *.json of the folders (or single files). All errors of all packs are listed as problems at once; NULL and
 * an error naming the first when there was any. */
BlRuleSet *bl_rule_set_load (const char *const *paths, BlProblems *problems, GError **error);

/* The same for paths that may lack what ships: packs/common.json and lexicon/inflections.json of data_dir are read first, unless
 * paths lead to them anyway. bl_rule_set_load() looks for lexicon/inflections.json beside each folder of packs only. A rule of a
 * later path replaces the one of the same id in an earlier path; twice in one path is an error. */
BlRuleSet *bl_rule_set_load_with (const char *data_dir, const char *const *paths, BlProblems *problems, GError **error);

/* The same, taken from what an earlier run has kept of the same packs in a folder, or else kept there; NULL: neither. What is not to be
 * trusted there, or cannot be kept, makes no difference but of time. */
BlRuleSet *bl_rule_set_open (const char *data_dir, const char *const *paths, const char *cache, BlProblems *problems,
                             GError **error);
void bl_rule_set_free (BlRuleSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlRuleSet, bl_rule_set_free)

guint bl_rule_set_n_rules (const BlRuleSet *set);
const BlRule *bl_rule_set_rule (const BlRuleSet *set, guint index); /* sorted by id */
const BlRule *bl_rule_set_find (const BlRuleSet *set, const char *id);

/* SHA-256 (hex) over the bytes of all packs in order. */
const char *bl_rule_set_hash (const BlRuleSet *set);

/* Whether the rule is for texts in a language: the primary subtags are the same ("en-GB" is "en"), or one of them is not known. */
gboolean bl_rule_is_for (const BlRule *rule, const char *language);

/* --- how candidates are found ------------------------------------------------------------------------------------
 * Before PCRE2 is asked, a prefilter finds the words without which a phrase cannot match. There may be several; what is found does not
 * depend on which is used. */

/* Names of those compiled in, NULL-terminated: "hash" always, "vectorscan" where that library was found. */
const char *const *bl_prefilter_names (void);

/* Takes another than "hash"; before scanners are made of the set. FALSE with an error when it is not compiled in, or cannot be built. */
gboolean bl_rule_set_use_prefilter (BlRuleSet *set, const char *name, GError **error);

/* The name of the one in use. */
const char *bl_rule_set_prefilter (const BlRuleSet *set);

/* The name of the one that is done first with n_bytes of text, its building counted. */
const char *bl_rule_set_advise_prefilter (const BlRuleSet *set, guint64 n_bytes);

#define BL_MAX_CAPTURES 12

typedef struct
{
  const char *name;       /* slot name, borrowed from the rule set */
  BlSpan span;            /* document bytes */
  guint mentions[16];     /* what the slot captured; several when coordinated ("Britain and France") */
  guint n_mentions;       /* 0 for a fragment capture */
  const char *enum_value; /* canonical name when the slot is an enum fragment, else NULL */
} BlCapture;

typedef struct
{
  const BlRule *rule;
  guint phrase;    /* which phrase matched */
  gboolean negate; /* the rule's negate, or the phrase's own ("!" before a phrase) */
  gboolean open;   /* the phrase says that it is not settled ("?" before a phrase) */
  guint sentence;
  BlSpan span; /* document bytes of the whole match */
  BlCapture captures[BL_MAX_CAPTURES];
  guint n_captures;
} BlMatch;

typedef struct BlScanner BlScanner;

BlScanner *bl_scanner_new (const BlRuleSet *set);
void bl_scanner_free (BlScanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlScanner, bl_scanner_free)

typedef void (*BlMatchFunc) (const BlMatch *match, gpointer user_data);

/* Runs all rules over all sentences of an article, in order of sentence, rule id, start. A rule that hits a PCRE2 limit is a
 * PARTIAL problem that names rule and sentence. Of two matches of one rule that overlap the longer is kept. */
void bl_scanner_run (BlScanner *scanner, const BlArticle *article, const BlMentions *mentions, BlProblems *problems,
                     BlMatchFunc found, gpointer user_data);

/* The same for shadows that are there already: what is timed when only matching is meant. */
void bl_scanner_scan (BlScanner *scanner, const BlShadows *shadows, BlProblems *problems, BlMatchFunc found,
                      gpointer user_data);

/* The same as bl_scanner_run() with one rule only. */
void bl_scanner_run_rule (BlScanner *scanner, const BlRule *rule, const BlArticle *article, const BlMentions *mentions,
                          BlProblems *problems, BlMatchFunc found, gpointer user_data);

/* Counters since creation, deterministic: (rule, sentence) pairs that PCRE2 was asked about, and how many matched. */
void bl_scanner_counts (const BlScanner *scanner, guint64 *asked, guint64 *matched);

/* What a report rule says of a match: {slot} and {match} of the template replaced by the text they captured, white space
 * joined. A slot that captured nothing leaves nothing. NULL for a NULL template. Owned by the caller. */
char *bl_rule_fill (const char *template, const BlMatch *match, const BlDocument *document);

/* What one rule costs: (phrase, sentence) pairs that PCRE2 was asked about, how many matched, and the time it took. */
typedef struct
{
  guint64 asked;
  guint64 matched;
  guint64 ns;
  guint64 matched_ns; /* the part of ns that questions took that matched */
} BlRuleCost;

/* From now on the scanner also measures each rule; that costs two looks at the clock a question. */
void bl_scanner_measure (BlScanner *scanner);

/* What was measured so far of a rule; zero without bl_scanner_measure(). */
BlRuleCost bl_scanner_cost (const BlScanner *scanner, const BlRule *rule);

/* --- for authors ------------------------------------------------------------------------------------------------ */
typedef enum
{
  BL_TEST_YES,      /* must match (and give these claims) */
  BL_TEST_NO,       /* must not match */
  BL_TEST_TODO,     /* not yet: fails when it starts to pass unnoticed */
  BL_TEST_CONFLICT, /* two sentences whose claims must be in conflict: run by the caller, who can compare */
} BlRuleTestKind;

typedef struct
{
  const BlRule *rule;
  BlRuleTestKind kind;
  const char *text[2]; /* the second for conflicts */
  guint claims;        /* the item of the expected claims, 0: none; bl_rule_test_claims() */
  const char *file;
  guint line;
} BlRuleTest;

/* Expected claims, an array of {slot: value}, or NULL. Thread-safe. */
const cJSON *bl_rule_test_claims (const BlRuleTest *test);

guint bl_rule_set_n_tests (const BlRuleSet *set);
const BlRuleTest *bl_rule_set_test (const BlRuleSet *set, guint index);

/* What a rule became: phrases, expanded PCRE2, required literals and types, cost class. Owned by the caller. */
char *bl_rule_explain (const BlRuleSet *set, const BlRule *rule);

/* How far the phrases of a rule get in one sentence: the shadow, what was matched of each phrase and the element at which it
 * stops, or what excludes the match. Owned by the caller. */
char *bl_rule_trace (const BlRule *rule, const BlArticle *article, const BlMentions *mentions, guint sentence);

/* The same of the phrase only that gets furthest. */
char *bl_rule_trace_nearest (const BlRule *rule, const BlArticle *article, const BlMentions *mentions, guint sentence);

/* Warnings of style: unknown or unused fragments, captures not used, no usable literal, nested unbounded gaps, no yes or no test.
 * Added as NOTE problems; returns their number. */
guint bl_rule_set_check (const BlRuleSet *set, BlProblems *problems);

typedef struct
{
  guint n_yes, n_no, n_todo, n_conflict, n_fragments; /* tests and examples that were run; conflicts are counted only */
  guint n_failed;
} BlRuleTestReport;

/* Runs the embedded tests and the examples of fragments as far as matching goes: yes, no, todo. What claims and conflicts must
 * come out is the caller's to check (bl_rule_test_claims(), BL_TEST_CONFLICT). A rule without yes, without no, or that never
 * matched fails too. Failures become PARTIAL problems, open todos NOTEs. Returns the number of failures; report may be NULL. */
guint bl_rule_set_run_tests (const BlRuleSet *set, const BlMentionFinder *finder, const BlTextLexicon *lexicon,
                             BlProblems *problems, BlRuleTestReport *report);

/* Only the examples of the fragments, of one pack or (NULL) of all. Failures become PARTIAL problems, *n_failed is their number. Returns
 * the number of examples. */
guint bl_rule_set_run_examples (const BlRuleSet *set, const BlMentionFinder *finder, const BlTextLexicon *lexicon,
                                const char *pack, BlProblems *problems, guint *n_failed);

/* An article of one text for a test, with an unknown date: its document is in it. Owned by the caller. */
BlArticle *bl_rule_test_article (const BlTextLexicon *lexicon, const char *text);
void bl_rule_test_article_free (BlArticle *article);
