/* The whole way from paths to findings, as every verb runs it. */
#pragma once

#include "index/neighbourhood.h"
#include "pipeline/changes.h"
#include "pipeline/progress.h"
#include "report/report.h"
#include "syntax/syntax.h"

typedef struct
{
  char **rules;     /* --rules, NULL-terminated or NULL: added to the shipped packs */
  char **knowledge; /* --kb */
  gboolean no_default_rules;
  gboolean no_cache;       /* --no-cache */
  char *cache_dir;         /* --cache-dir, or NULL: $XDG_CACHE_HOME/belie */
  gboolean cache_remarks;  /* --verbose: say on standard error when the cache could not be used */
  gboolean shows_progress; /* how far it is, from bl_pipeline_extract() to bl_pipeline_compare(): verbs that do both set it */
  gboolean progress_at_once;
  char *prefilter; /* --prefilter: one of bl_prefilter_names(), or "auto" or NULL for what is done first */
  int jobs;        /* --jobs; 0: one a core */
  char **only;
  char **skip;
  BlSeverity min_severity;
  double min_confidence;
  const BlPolicy *policy; /* what belie.json says of single findings; NULL: nothing */
  gboolean only_is_asked; /* --only is of the command line: what it names is shown though belie.json turns it off */
  char *baseline;         /* --baseline, or NULL: the file of that name beside corpus.json, when there is one */
  char *verdicts;         /* --verdicts, or NULL: likewise */
  gboolean no_baseline;
  BlChangeSource changes; /* only findings with a side in what changed */
  char *against; /* --against: the paths are drafts that are held against this corpus; only findings with a side in them */
  BlCorpusDraft draft;  /* with against: what "-" stands for */
  gboolean compare_all; /* --compare-all: all articles are compared, whichever are in question */
  gboolean reviews;     /* findings are held against what was decided: verbs that show findings set it */
} BlPipelineOptions;

/* What stays loaded for the length of a run, in the order of dependence. */
typedef struct
{
  char *data_dir;
  BlProblems *problems;
  BlProgress *progress; /* or NULL: it is not shown */
  BlTextLexicon *text_lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlRuleSet *rules;
  BlCues *cues;
  BlSyntax *syntax; /* read when it is first needed */
  BlWordKinds *kinds;
  BlStems *stems;
  BlCorpus *corpus;
  guint64 n_bytes;                /* about how much text is in it */
  char *root;                     /* what was checked, as the user wrote it */
  BlNeighbourhood *neighbourhood; /* when only that is loaded of the corpus; NULL: all is */
  GPtrArray *article_claims;
  BlGateLog *log; /* what bl_pipeline_compare() writes down, or NULL: nothing; owned */
  BlOrigins *origins;
  BlComparisons *comparisons;
  BlFindings *findings;
  gboolean *focus; /* by index of article, TRUE: findings with a side in it are shown; NULL: all are */
  guint n_focus;
  GPtrArray *decisions; /* with reviews: BlDecision * of files */
  gboolean whole;       /* with reviews: the whole corpus is read that the decisions are about */
  BlReview *review;     /* with reviews */
  GPtrArray *profiles;
} BlPipeline;

BlPipeline *bl_pipeline_new (void);
void bl_pipeline_free (BlPipeline *pipeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPipeline, bl_pipeline_free)

/* The cue lists of block and sentence cutting. */
gboolean bl_pipeline_load_text_lexicon (BlPipeline *pipeline, GError **error);

/* Knowledge only: for `belie kb`. */
gboolean bl_pipeline_load_knowledge (BlPipeline *pipeline, const BlPipelineOptions *options, GError **error);

/* The same, of these paths and no others. */
gboolean bl_pipeline_open_knowledge (BlPipeline *pipeline, const char *const *paths, const BlPipelineOptions *options,
                                     GError **error);

/* Rules and what they need: for `belie rules`. */
gboolean bl_pipeline_load_rules (BlPipeline *pipeline, const BlPipelineOptions *options, GError **error);

/* Corpus, rules, knowledge: all of it. paths as given by the user; empty means the nearest corpus.json upward, else ".". */
gboolean bl_pipeline_load (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error);

/* The same, but of the articles only where they stand: for bl_claim_stream_run(). */
gboolean bl_pipeline_open (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error);

/* Threads to use. */
guint bl_pipeline_jobs (const BlPipelineOptions *options);

/* What bl_claims_extract() needs, once rules are loaded. Borrowed. */
BlClaimContext bl_pipeline_claim_context (const BlPipeline *pipeline);

/* The claims of every article of what is loaded. */
void bl_pipeline_extract_loaded (BlPipeline *pipeline, const BlPipelineOptions *options);

/* The same as bl_pipeline_load(), and the claims of every article. Where the options ask about few articles (against, changes), only those
 * are loaded and the ones that they are held against. */
gboolean bl_pipeline_extract (BlPipeline *pipeline, char **paths, const BlPipelineOptions *options, GError **error);

/* What bl_compare() needs of what is loaded, without articles and origins. Borrowed. */
BlCompareInput bl_pipeline_compare_input (const BlPipeline *pipeline);

/* Origins, comparison, findings, profiles. */
void bl_pipeline_compare (BlPipeline *pipeline, const BlPipelineOptions *options);

/* Which findings the options ask for. Borrowed. */
BlFindingFilter bl_pipeline_filter (const BlPipelineOptions *options);

/* Seconds of SOURCE_DATE_EPOCH, or -1. */
gint64 bl_pipeline_when (void);

/* A view of the pipeline for the reports. Borrowed. */
BlRun bl_pipeline_run (const BlPipeline *pipeline);
