/* Where the shipped rules, lexicons and knowledge are, and what is kept between runs. */
#pragma once

#include <glib.h>

/* The folder that holds packs/, lexicon/ and knowledge/: $BELIE_DATA, else ../share/belie/rules beside the program, else the source tree it
 * was built from, else the install prefix or that of packages. NULL and an error that lists what was tried. Owned by the caller. */
char *bl_data_dir (GError **error);

/* The folder for what is kept between runs: the one that is asked for, else $XDG_CACHE_HOME/belie or ~/.cache/belie. Owned by the caller. */
char *bl_cache_dir_name (const char *asked);

/* The same, made for the user alone when it is not there. NULL when it cannot be: a run goes well without. Owned by the caller. */
char *bl_cache_dir (const char *asked);
