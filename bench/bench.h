/* belie_bench: what each stage of belie takes, measured inside one process.
 *
 * Prints one JSON object a line and a measurement: {"row": "documents", "bytes": …, "passes": …, "least_ns": …, "median_ns": …}.
 * Times are processor time of the process, which suffers less than wall time from what else the machine does; each stage is given
 * what the stages before it made. Bytes are those of the articles' texts, for all rows the same. bench/run makes a table of it. */
#pragma once

#include <stdio.h>

#include "corpus/corpus.h"
#include "knowledge/knowledge.h"
#include "mentions/mentions.h"
#include "rules/rules.h"

/* What is measured, and how long. */
typedef struct
{
  char **corpus;  /* paths, NULL-terminated */
  char **rules;   /* --rules, NULL-terminated or NULL: none */
  char *name;     /* of the rules, for the rows; "shipped" when there is none */
  char *backend;  /* of the prefilter, or NULL: all that are compiled in */
  char *write;    /* folder for sentences and patterns, or NULL */
  double seconds; /* at least this long a row */
  double limit;   /* megabytes of text that PCRE2 is asked about pattern by pattern */
  gboolean texts; /* rows of stages that need no rules */
  gboolean by_pattern;
  gboolean counts; /* only what is deterministic */
  int near;        /* articles among which near duplicates are found; then nothing else */
  int jobs;        /* threads for that */
} BlBenchOptions;

/* Articles and all that is made of them before rules are asked. Immutable. */
typedef struct
{
  char *data_dir;
  BlProblems *problems;
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlCorpus *corpus;
  GPtrArray *mentions; /* BlMentions, an article each */
  guint64 n_bytes;     /* of all texts */
  guint64 n_sentences;
} BlBenchTexts;

gboolean bl_bench_texts_load (BlBenchTexts *texts, char **corpus, GError **error);
void bl_bench_texts_clear (BlBenchTexts *texts);

/* memchr, documents, mentions, shadows. */
void bl_bench_texts_run (const BlBenchTexts *texts, const BlBenchOptions *options);

/* Loading, prefilter, matching, counts, for one set of rules. */
gboolean bl_bench_rules_run (const BlBenchTexts *texts, const BlBenchOptions *options, GError **error);

/* Near duplicates among n synthetic articles, on so many threads. */
void bl_bench_near_run (guint n, guint jobs);

/* --- measuring ------------------------------------------------------------------------------------------------------ */
typedef void (*BlBenchPass) (gpointer user_data);

/* Runs pass once to warm up, then until seconds have passed and at least three times, and prints the row. */
void bl_bench_measure (const char *row, const BlBenchOptions *options, guint64 n_bytes, BlBenchPass pass, gpointer user_data);

/* Nanoseconds of processor time of all threads. */
guint64 bl_bench_clock (void);

/* Bytes of memory that the process holds now, and the most since bl_bench_memory_reset(). 0 where the system does not tell. */
guint64 bl_bench_memory_now (void);
guint64 bl_bench_memory_peak (void);
void bl_bench_memory_reset (void);
