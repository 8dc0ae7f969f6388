/* The patterns of "ignore" in corpus.json, a part of what .gitignore knows.
 *
 *   *   any characters but '/'        ?   one character but '/'        **   any number of folders, also none
 *
 * A pattern without '/' (but at its end) is matched against every name on the way ("*.bak", "drafts"), one with '/' against the path
 * from the corpus folder. A pattern that matches a folder covers all that is in it. */
#pragma once

#include <glib.h>

/* TRUE when path ('/' separated, relative, without "." and "..") or a folder above it matches. O(pattern × path). */
gboolean bl_glob_covers (const char *pattern, const char *path);

/* TRUE when any of the NULL-terminated patterns covers path; NULL patterns cover nothing. */
gboolean bl_glob_any_covers (const char *const *patterns, const char *path);
