/* What the files of a corpus say about their articles, remembered from one run to the next.
 *
 * A record without its document (metadata, line, place, a hash of its bytes) is all that finding the articles of a corpus needs. Whoever
 * remembers records knows the file again by more than its name; the corpus asks before it reads a file, and tells what it has read. */
#pragma once

#include "corpus/loader.h"

typedef struct BlHeads BlHeads;

struct BlHeads
{
  /* Calls found with each record of the file (a new one, to be taken) and adds its problems, in order; FALSE when the file is not known, or
   * no longer as it was, and is to be read: what was found until then does not count. On one thread, for each file once. */
  gboolean (*find) (BlHeads *heads, const BlInput *input, BlProblems *problems, void (*found) (BlRecord *, gpointer),
                    gpointer data);

  /* One record of a file that was read, in order; and each problem of it, once all is read. */
  void (*keep) (BlHeads *heads, const BlRecord *record);
  void (*keep_problem) (BlHeads *heads, const BlProblem *problem);
};
