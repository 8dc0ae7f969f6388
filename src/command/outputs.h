/* Writing one run in several formats. */
#pragma once

#include "command/options.h"

#define BL_FORMATS "text, short, json, sarif, html, junit, checkstyle, gitlab, github, github-summary, rdjsonl or w3c"

/* Reads --format and --output before anything runs, so that a typing error costs nothing. FALSE: a usage error was printed. */
gboolean bl_outputs_check (const BlOptions *options, const char *verb);

/* Prints --format (text by default) to standard output and writes every --output FORMAT=FILE. FALSE when something could not
 * be written; the reason has been printed. */
gboolean bl_outputs_write (const BlOptions *options, const char *verb, const BlRun *run);

/* Problems of the input on standard error, a line each and, for files that people write, the line that is meant with a mark under the
 * place; quiet leaves the notes out. A note that says the same of many places is printed for the first of them and then counted. */
void bl_outputs_problems (BlProblems *problems, gboolean quiet);

/* Nothing ran: prints the problems that are no notes, and the error unless it is one of them. Returns BL_EXIT_USAGE. */
int bl_outputs_failure (const char *verb, BlProblems *problems, const GError *error);

/* The exit code of a run. */
int bl_outputs_exit_code (const BlOptions *options, const BlRun *run);
