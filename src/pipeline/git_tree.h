/* Files of a git revision. git itself reads them, as a child process without a shell; the working tree and the index stay as they
 * are, and nothing is fetched. */
#pragma once

#include <glib.h>

typedef struct BlGitTree BlGitTree;

/* The commit that revision names in the repository around path, which exists. Errors are one line of G_IO_ERROR: there is no git, no
 * repository, no such revision. */
BlGitTree *bl_git_tree_open (const char *path, const char *revision, GError **error);
void bl_git_tree_free (BlGitTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlGitTree, bl_git_tree_free)

/* The top of the working tree, links resolved. */
const char *bl_git_tree_top (const BlGitTree *tree);

/* What git calls path, links resolved: "rules/packs", "" for the top; NULL when it lies outside of the working tree. Owned by the
 * caller. */
char *bl_git_tree_inside (const BlGitTree *tree, const char *path);

/* Writes the file inside, or the *.json that lie in the folder inside, as they are in the commit, to below/inside. *n is the number of files
 * written: 0 when the commit has none. */
gboolean bl_git_tree_write (const BlGitTree *tree, const char *inside, const char *below, guint *n, GError **error);
