/* What stands behind a BlJson. Private to src/base. */
#pragma once

#include "base/json.h"

/* Built when a position is first asked for: most files are right, and never need it. */
typedef struct
{
  gsize built;   /* for g_once_init_enter */
  GArray *lines; /* of guint32: the offset where each line begins */
} BlJsonLines;

/* What bl_json_fold() frees. */
typedef struct
{
  gsize built;    /* for g_once_init_enter */
  char *plain;    /* the text without comments, unescaped in place: keys and strings of the tree point into it */
  cJSON *root;    /* one block of nodes */
  GArray *starts; /* of guint32: where the nth node of the tree in pre-order begins; see json_scan.h */
} BlJsonTree;

struct BlJson
{
  char *name;
  GBytes *bytes;
  const char *text; /* as it was read, comments included: columns count its characters */
  gsize length;
  guint line; /* of the file: where text begins; 1 but for slices */
  guint column;
  gboolean is_slice; /* see bl_json_parse_slice() */
  BlJsonTree *tree;
  BlJsonLines *lines;
};

/* The tree, made again when it was folded. Thread-safe. */
const BlJsonTree *bl_json_tree (const BlJson *json);

/* Sets a BL_JSON_ERROR_SYNTAX error for the byte of the text, and returns FALSE. */
gboolean bl_json_fail_syntax (const BlJson *json, gsize offset, GError **error, const char *what);
