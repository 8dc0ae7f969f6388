/* What is kept of corpora between runs, in one SQLite file: for each corpus the manifest of its files, and for each article its row.
 *
 * Nothing in it is needed: whatever cannot be read, is of another program or version, or does not add up, counts as not kept, and is made again. A
 * blob has a sum over its key and its bytes, so that a damaged one is known. *remark (of every function that takes one) becomes a line for
 * the user when something was wrong for the first time, else stays as it is; owned by the caller. */
#pragma once

#include <glib.h>

#define BL_STORE_NAME "articles.sqlite"
#define BL_STORE_KEY_BYTES 16

/* Beyond this the corpora that were not asked about for longest are dropped. */
#define BL_STORE_BYTES (1024 * G_GUINT64_CONSTANT (1048576))

typedef struct BlStore BlStore;

/* folder must exist. NULL and a remark when the store cannot be used. */
BlStore *bl_store_open (const char *folder, char **remark);
void bl_store_close (BlStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlStore, bl_store_close)

/* The manifest kept under a name (of any length), or NULL. Also the corpus of that name becomes the one that rows are looked up for. */
GBytes *bl_store_manifest (BlStore *store, const char *name, char **remark);

/* Rows of n articles by key (BL_STORE_KEY_BYTES each): rows[i] is set where one is kept, the caller's. */
void bl_store_rows (BlStore *store, const guint8 *keys, guint n, GBytes **rows, char **remark);

/* What is new: all or nothing of it is kept. */
typedef struct
{
  const char *name;        /* of the manifest */
  const GString *manifest; /* NULL: as it was */
  const guint8 *keys;      /* of all n articles of the corpus */
  GBytes *const *rows;     /* NULL: not to be kept */
  const gboolean *is_new;  /* which of them are */
  guint n;
  guint64 most; /* bytes; see BL_STORE_BYTES */
} BlStoreNews;
void bl_store_keep (BlStore *store, const BlStoreNews *news, char **remark);
