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

/* The same for a verb whose first word says what to do: "WANTED, not “word”; did you mean “list”?". word NULL: none was said. */
int bl_action_error (const char *verb, const char *wanted, const char *word, const char *const *actions);

/* For a verb that reads standard input when no file is named: when that is a terminal, where nothing would seem to happen, says what is
 * waited for. */
void bl_say_waiting (const char *verb, const char *what);

/* Writes text to standard output whole. A closed pipe is no failure of ours; a full disk is: FALSE. */
gboolean bl_print (const char *text, gsize length);
