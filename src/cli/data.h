/* Where the shipped rules, lexicons and knowledge are. */
#pragma once

#include <glib.h>

/* The folder that holds packs/, lexicon/ and knowledge/: $BELIE_DATA, else ../share/belie/rules beside the program, else the
 * install prefix, else the source tree it was built from. NULL and an error that lists what was tried. Owned by the caller. */
char *bl_data_dir (GError **error);
