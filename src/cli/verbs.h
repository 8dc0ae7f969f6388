/* All verbs, once: what main dispatches, what help, completion and manual pages list. */
#pragma once

#include "cli/cli.h"

typedef struct
{
  const char *name; /* NULL behind the last */
  BlVerbFunc run;
  const char *summary;
} BlVerb;

/* In the order of help, ended by one without a name. */
const BlVerb *bl_verbs (void);
