/* The command line: one file a verb. Only this folder prints and decides on exit codes. */
#pragma once

#include <glib.h>

/* Exit codes, part of the contract. */
enum
{
  BL_EXIT_CLEAN = 0,
  BL_EXIT_FINDINGS = 1,
  BL_EXIT_USAGE = 2,   /* usage, configuration, rule or knowledge error: nothing ran */
  BL_EXIT_PARTIAL = 3, /* ran, but some input was not read or a limit was hit */
  BL_EXIT_STALE = 4,   /* nothing new, but the baseline or a comment allows what is no longer there, or longer than was said */
};

/* argv[0] is the verb. Returns the exit code. */
typedef int (*BlVerbFunc) (int argc, char **argv);

int bl_verb_baseline (int argc, char **argv);
int bl_verb_check (int argc, char **argv);
int bl_verb_report (int argc, char **argv);
int bl_verb_claims (int argc, char **argv);
int bl_verb_pairs (int argc, char **argv);
int bl_verb_explain (int argc, char **argv);
int bl_verb_sources (int argc, char **argv);
int bl_verb_truth (int argc, char **argv);
int bl_verb_rules (int argc, char **argv);
int bl_verb_kb (int argc, char **argv);
int bl_verb_cache (int argc, char **argv);
int bl_verb_init (int argc, char **argv);
int bl_verb_completion (int argc, char **argv);
int bl_verb_manual (int argc, char **argv);
int bl_verb_version (int argc, char **argv);

/* "belie VERB: message" on standard error. Returns BL_EXIT_USAGE. */
int bl_usage_error (const char *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Writes text to standard output whole. A closed pipe is no failure of ours; a full disk is: FALSE. */
gboolean bl_print (const char *text, gsize length);
