#include "pipeline/article_cache.h"

#include "index/identity.h"
#include "index/manifest.h"
#include "index/row.h"
#include "index/store.h"
#include "pipeline/data.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uversion.h>

/* Folders of rules lie in each other to this depth at most. */
#define DEEPEST 8

struct BlArticleCache
{
  BlStore *store;
  char *name; /* of the manifest */
  GBytes *kept;
  BlManifest *manifest;
  guint8 *keys; /* of all articles, with what they are read by; NULL: rows cannot be known again */
  gboolean *is_new;
  guint n;
  guint64 most;
  char *remark;
};

/* --- what rows are known by ---------------------------------------------------------------------------------------- */

typedef struct
{
  GChecksum *sum;
  gint64 now;
  gboolean racy; /* something changed a moment ago, and may change again */
} Stamp;

static void
stamp_file (Stamp *stamp, const char *path)
{
  BlIdentity identity;
  g_checksum_update (stamp->sum, (const guchar *) path, (gssize) strlen (path) + 1);
  if (!bl_identity_of (path, &identity))
    return;
  stamp->racy = stamp->racy || bl_identity_is_racy (&identity, stamp->now);
  g_checksum_update (stamp->sum, (const guchar *) &identity, sizeof identity);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All files below path, or path itself. */
static void
stamp_tree (Stamp *stamp, const char *path, guint depth)
{
  g_autoptr (GDir) dir = depth < DEEPEST ? g_dir_open (path, 0, NULL) : NULL;
  if (dir == NULL)
    {
      stamp_file (stamp, path);
      return;
    }
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    stamp_tree (stamp, names->pdata[i], depth + 1);
}

static void
stamp_list (Stamp *stamp, const char *const *paths)
{
  for (; paths != NULL && *paths != NULL; paths++)
    {
      g_autofree char *path = g_canonicalize_filename (*paths, NULL);
      stamp_tree (stamp, path, 0);
    }
  g_checksum_update (stamp->sum, (const guchar *) "|", 1);
}

/* The program, its libraries where they decide on letters, and the form of rows. */
static void
stamp_program (Stamp *stamp)
{
  static const char *const form = BL_VERSION " " G_STRINGIFY (BL_INDEX_FORMAT) " " U_ICU_VERSION;
  UVersionInfo icu;
  u_getVersion (icu);
  g_checksum_update (stamp->sum, (const guchar *) form, (gssize) strlen (form));
  g_checksum_update (stamp->sum, icu, sizeof icu);
  stamp_file (stamp, "/proc/self/exe");
}

/* FALSE when it may change without a trace. */
static gboolean
stamp_rules (const BlPipeline *pipeline, const BlPipelineOptions *options, guint8 *out)
{
  Stamp stamp = { .sum = g_checksum_new (G_CHECKSUM_SHA256), .now = bl_identity_now () };
  g_autofree char *lexicon = g_build_filename (pipeline->data_dir, "lexicon", NULL);
  g_autofree char *packs = g_build_filename (pipeline->data_dir, "packs", NULL);
  g_autofree char *knowledge = g_build_filename (pipeline->data_dir, "knowledge", NULL);
  const char *const shipped[] = { lexicon, knowledge, options->no_default_rules ? NULL : packs, NULL };
  guint8 digest[32];
  gsize length = sizeof digest;
  stamp_program (&stamp);
  stamp_list (&stamp, shipped);
  stamp_list (&stamp, bl_corpus_rules (pipeline->corpus));
  stamp_list (&stamp, bl_corpus_knowledge (pipeline->corpus));
  stamp_list (&stamp, (const char *const *) options->rules);
  stamp_list (&stamp, (const char *const *) options->knowledge);
  g_checksum_get_digest (stamp.sum, digest, &length);
  g_checksum_free (stamp.sum);
  memcpy (out, digest, BL_STORE_KEY_BYTES);
  return !stamp.racy;
}

/* --- the cache ----------------------------------------------------------------------------------------------------- */

/* Two runs that name the same corpus in the same words and folder have one manifest. Owned. */
static char *
name_of (const char *const *paths)
{
  Stamp stamp = { .sum = g_checksum_new (G_CHECKSUM_SHA256) };
  stamp_program (&stamp);
  for (; *paths != NULL; paths++)
    {
      g_autofree char *path = g_canonicalize_filename (*paths, NULL);
      g_checksum_update (stamp.sum, (const guchar *) path, (gssize) strlen (path) + 1);
    }
  char *name = g_strdup (g_checksum_get_string (stamp.sum));
  g_checksum_free (stamp.sum);
  return name;
}

static void
say (char **remark)
{
  if (*remark != NULL)
    fprintf (stderr, "cache: %s\n", *remark);
  g_clear_pointer (remark, g_free);
}

/* BELIE_CACHE_BYTES, or as much as there may be. */
static guint64
most_bytes (void)
{
  guint64 bytes;
  const char *asked = g_getenv ("BELIE_CACHE_BYTES");
  return asked != NULL && g_ascii_string_to_unsigned (asked, 10, 0, G_MAXUINT64, &bytes, NULL) ? bytes : BL_STORE_BYTES;
}

BlArticleCache *
bl_article_cache_open (const char *const *paths, const BlPipelineOptions *options)
{
  if (options->no_cache)
    return NULL;
  g_autofree char *remark = NULL;
  g_autofree char *folder = bl_cache_dir (options->cache_dir);
  if (folder == NULL)
    {
      g_autofree char *wanted = bl_cache_dir_name (options->cache_dir);
      remark = g_strdup_printf ("%s cannot be made; nothing is kept", wanted);
    }
  BlStore *store = folder != NULL ? bl_store_open (folder, &remark) : NULL;
  if (store == NULL)
    {
      say (&remark);
      return NULL;
    }
  BlArticleCache *cache = g_new0 (BlArticleCache, 1);
  cache->store = store;
  cache->remark = g_steal_pointer (&remark);
  cache->name = name_of (paths);
  cache->most = most_bytes ();
  cache->kept = bl_store_manifest (store, cache->name, &cache->remark);
  gsize length = 0;
  const char *kept = cache->kept != NULL ? g_bytes_get_data (cache->kept, &length) : NULL;
  cache->manifest = bl_manifest_new (kept, length);
  return cache;
}

void
bl_article_cache_close (BlArticleCache *cache)
{
  if (cache == NULL)
    return;
  say (&cache->remark);
  bl_manifest_free (cache->manifest);
  g_clear_pointer (&cache->kept, g_bytes_unref);
  bl_store_close (cache->store);
  g_free (cache->name);
  g_free (cache->keys);
  g_free (cache->is_new);
  g_free (cache);
}

BlHeads *
bl_article_cache_heads (BlArticleCache *cache)
{
  return bl_manifest_heads (cache->manifest);
}

void
bl_article_cache_rows (BlArticleCache *cache, const BlPipeline *pipeline, const BlPipelineOptions *options, GBytes **rows)
{
  guint8 stamp[BL_STORE_KEY_BYTES];
  if (!stamp_rules (pipeline, options, stamp))
    return;
  G_STATIC_ASSERT (BL_STORE_KEY_BYTES == BL_CONTENT_BYTES);
  cache->n = bl_corpus_n_articles (pipeline->corpus);
  cache->keys = g_new (guint8, cache->n * BL_STORE_KEY_BYTES + 1);
  cache->is_new = g_new0 (gboolean, cache->n + 1);
  for (guint i = 0; i < cache->n; i++)
    {
      const guint8 *key = bl_corpus_article_key (pipeline->corpus, i);
      for (guint k = 0; k < BL_STORE_KEY_BYTES; k++)
        cache->keys[i * BL_STORE_KEY_BYTES + k] = key[k] ^ stamp[k];
    }
  bl_store_rows (cache->store, cache->keys, cache->n, rows, &cache->remark);
  for (guint i = 0; i < cache->n; i++)
    cache->is_new[i] = rows[i] == NULL && !bl_corpus_article_is_draft (pipeline->corpus, i);
}

void
bl_article_cache_keep (BlArticleCache *cache, const BlPipeline *pipeline, GBytes *const *rows)
{
  g_autoptr (GString) manifest = bl_manifest_bytes (cache->manifest);
  const BlStoreNews news = { .name = cache->name,
                             .manifest = manifest,
                             .keys = cache->keys,
                             .rows = rows,
                             .is_new = cache->is_new,
                             .n = cache->keys != NULL && pipeline->corpus != NULL ? cache->n : 0,
                             .most = cache->most };
  bl_store_keep (cache->store, &news, &cache->remark);
}
