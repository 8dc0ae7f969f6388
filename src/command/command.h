/* What all verbs have in common: the exit codes, and how they answer. */
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

/* "belie VERB: message" on standard error. Returns BL_EXIT_USAGE. */
int bl_usage_error (const char *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Writes text to standard output whole. A closed pipe is no failure of ours; a full disk is: FALSE. */
gboolean bl_print (const char *text, gsize length);
