/* Private to src/rules: repetition inside of repetition.
 *
 * "(\w+\s*)+" can divide one run of letters among its rounds in 2^n ways, and PCRE2 tries them all before it says no: a sentence
 * of thirty letters runs into its limit. What must stand between two rounds, as in "(\s+\w+)+", leaves one way, and so do "(?>…)"
 * and "++", which give nothing back. */
#pragma once

#include <glib.h>

/* TRUE with the byte where the outer repetition stands when a regex (as written, under (?x), with its "%{slot}") repeats without bound
 * what is nothing but a repetition without bound. The regex must be one that PCRE2 compiles. O(length). */
gboolean bl_regex_nests (const char *source, gsize *offset);
