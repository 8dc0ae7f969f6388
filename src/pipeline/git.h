/* Asking git, as a child process without a shell: nothing of the repository is changed, and nothing is fetched. */
#pragma once

#include <gio/gio.h>

/* What git wrote, for argv, which begins with "git" and ends with NULL; NULL and an error of one line when it could not be started, or
 * failed. input may be NULL. */
GBytes *bl_git_ask (const char *const *argv, GBytes *input, GError **error);

/* The same with another index than the repository's own; NULL: that one. */
GBytes *bl_git_ask_index (const char *const *argv, const char *index, GError **error);

/* The first line that git wrote. Owned by the caller. */
char *bl_git_ask_line (const char *const *argv, GError **error);

/* The top of the working tree that path, a file or folder, lies in, links resolved. Owned by the caller. */
char *bl_git_top (const char *path, GError **error);

/* The full hash of the commit that revision names; NULL when there is none. Owned by the caller. */
char *bl_git_commit (const char *top, const char *revision);
