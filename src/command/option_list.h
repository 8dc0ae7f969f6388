/* The options of a verb as completion of shells and manual pages need them.
 *
 * A table of options holds the addresses of a verb's variables, so only the verb itself has it. Who wants the list calls the verb with
 * BL_LIST_OPTIONS and a form: it prints its options in that form in place of reading them, and nothing runs. So there is no second
 * list. An option that takes one of some words has them first in its description, "auto, always or never: …", and an ID is one of a
 * finding. */
#pragma once

#include <glib.h>

#define BL_LIST_OPTIONS "--list-options"

/* Forms: "bash", "zsh", "fish" (lines of a script), "man" (roff), "plain" (one option a line). */
gboolean bl_option_list_asked (int argc, char **argv);

/* When it is asked for, prints the words that may stand first behind the verb. words is NULL-terminated. */
void bl_option_list_words (int argc, char **argv, const char *const *words);

/* When it is asked for, prints the options of own and common (either may be NULL), and the summary in a manual page. Returns whether it
 * was. */
gboolean bl_option_list_print (int argc, char **argv, const char *summary, const GOptionEntry *own, const GOptionEntry *common);

/* Text for roff: what is special there is escaped. Owned by the caller. */
char *bl_roff_escape (const char *text);
