/* Which articles a change touches: by git, or by a list of files. */
#pragma once

#include "corpus/corpus.h"

typedef struct
{
  const char *
      since; /* --changed-since: all that differs from where this revision and HEAD parted, also what git does not track; or NULL */
  gboolean staged;        /* --staged: what the next commit will hold */
  const char *files_from; /* --files-from: a file with a path a line, "-" for standard input; or NULL */
} BlChangeSource;

/* Whether any of it was asked for. */
gboolean bl_change_source_is_set (const BlChangeSource *source);

/* By index of article: TRUE for those that changed, *n of them. near is a file or folder of the repository. A change of corpus.json, or of the
 * rules and knowledge that go with it, touches all articles. NULL and an error of one line when the changes cannot be known. Owned by the
 * caller. */
gboolean *bl_changes_find (const BlChangeSource *source, const BlCorpus *corpus, const char *near, guint *n, GError **error);
