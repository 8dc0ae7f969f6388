/* Reports: one run in the form its reader wants. Every writer appends to a GString; nothing here prints. */
#pragma once

#include "findings/findings.h"
#include "reliability/reliability.h"
#include "review/review.h"

/* Everything a report may show. All borrowed. */
typedef struct
{
  const BlCorpus *corpus;
  const BlKnowledge *kb;
  const BlRuleSet *rules;
  const GPtrArray *article_claims;
  const BlOrigins *origins;
  const BlComparisons *comparisons;
  const BlFindings *findings;
  const BlReview *review;    /* NULL: nothing was decided */
  const GPtrArray *profiles; /* BlSourceProfile * */
  BlProblems *problems;
  const gboolean *focus; /* by index of article: only what touches these was asked for; NULL: all */
  guint n_focus;
  const char *root; /* the corpus folder as the user wrote it */
  gint64 when;      /* Unix seconds of SOURCE_DATE_EPOCH, or -1: then no time is shown */
} BlRun;

/* Claims of all articles. */
guint bl_run_n_claims (const BlRun *run);

/* What at least two origins tell alike (BlCorroboration, borrowed rows), best supported first. The caller's array. */
GArray *bl_agreed_by_support (const BlRun *run);

typedef struct
{
  gboolean colour;
  gboolean links;   /* places are hyperlinks (OSC 8) to their files */
  gboolean verbose; /* also notes in full, rules that ran, gates */
  gboolean quiet;   /* only the count line */
  guint width;      /* columns of the terminal, 0 unknown */
} BlTextOptions;

/* Like a good compiler's: place, id, message, both spans with carets. */
void bl_report_text (const BlRun *run, const BlTextOptions *options, GString *out);
/* One finding of it, in full, with an empty line after it. */
void bl_report_text_finding (const BlFinding *finding, const BlTextOptions *options, GString *out);

/* Findings of the run that are set aside. */
guint bl_run_n_set_aside (const BlRun *run);
/* JSON Lines, version 1 of the contract, last line the summary. */
void bl_report_json (const BlRun *run, GString *out);
/* One finding of it, without the line end; review is NULL where nothing is decided. */
void bl_report_json_finding (const BlFinding *finding, const BlReview *review, GString *out);
/* Two related claims: {"relation", "gate", "at", "other"}. */
void bl_report_json_related (const BlRelated *related, GString *out);
void bl_report_sarif (const BlRun *run, GString *out);
/* What other tools read. Only findings that are not set aside; each says in its file what it follows. */
void bl_report_short (const BlRun *run, GString *out);
void bl_report_junit (const BlRun *run, GString *out);
void bl_report_checkstyle (const BlRun *run, GString *out);
void bl_report_gitlab (const BlRun *run, GString *out);
void bl_report_github (const BlRun *run, GString *out);
void bl_report_github_summary (const BlRun *run, GString *out);
void bl_report_rdjsonl (const BlRun *run, GString *out);
void bl_report_web_annotation (const BlRun *run, GString *out);
/* `belie sources`: a table with intervals. */
void bl_report_sources_text (const BlRun *run, const BlTextOptions *options, GString *out);
void bl_report_sources_json (const BlRun *run, GString *out);
/* `belie sources --facts`: facts on which several origins speak, with each value, who tells it, and where. */
void bl_report_facts_text (const BlRun *run, GString *out);
void bl_report_facts_json (const BlRun *run, GString *out);
/* `belie sources --single`: what one origin tells alone (report/single.h). */
void bl_report_single_text (const BlRun *run, GString *out);
void bl_report_single_json (const BlRun *run, GString *out);
