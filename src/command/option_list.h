/* The options of a verb as completion of shells and manual pages need them.
 *
 * A table of options holds the addresses of a verb's variables, so only the verb itself has it. Who wants the list calls the verb with
 * BL_LIST_OPTIONS and a form: it prints its options in that form in place of reading them, and nothing runs. So there is no second
 * list. An option that takes one of some words has them first in its description, "auto, always or never: …", unless there are too many for
 * a line; one that takes an ID any number of times takes those of findings, also several with commas. */
#pragma once

#include <glib.h>

#define BL_LIST_OPTIONS "--list-options"

/* What a verb takes. All but the summary may be NULL. Borrowed. */
typedef struct
{
  const char *summary, *description; /* before and behind the options in its help */
  const GOptionEntry *own, *common;
  const char *choice;         /* long name of an option that takes one of many words … */
  const char *const *choices; /* which, NULL-terminated */
} BlOptionTable;

/* Forms: "bash", "zsh", "fish" (lines of a script), "man" (roff), "plain" (one option a line). */
gboolean bl_option_list_asked (int argc, char **argv);

/* When it is asked for, prints the words that may stand first behind the verb. words is NULL-terminated. */
void bl_option_list_words (int argc, char **argv, const char *const *words);

/* When it is asked for, prints the options, and in a manual page what stands around them. Returns whether it was. */
gboolean bl_option_list_print (int argc, char **argv, const BlOptionTable *table);

/* Text for roff: what is special there is escaped. Owned by the caller. */
char *bl_roff_escape (const char *text);
