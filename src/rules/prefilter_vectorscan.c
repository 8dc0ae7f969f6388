/* Vectorscan (or Hyperscan): all words as one database of literals, searched by instructions that compare many bytes at once.
 *
 * Words are plain bytes of a folded text, so neither HS_FLAG_CASELESS (which folds ASCII only) nor HS_FLAG_UTF8 (which compiles far
 * longer) is wanted. A literal is also found inside of longer words; whether it is one of its own is seen at the hit, by what stands
 * before and behind it. */
#include <hs.h>
#include <string.h>

#include "rules/prefilter.h"
#include "rules/rules.h"

typedef struct
{
  hs_database_t *database; /* NULL: there are no words */
  hs_scratch_t *scratch;   /* what those of the threads are copied from */
  guint32 *lengths;        /* of each word, in bytes; 0 for a sign, which needs no edges */
} Backend;

static void
backend_free (gpointer data)
{
  Backend *backend = data;
  hs_free_scratch (backend->scratch);
  hs_free_database (backend->database);
  g_free (backend->lengths);
  g_free (backend);
}

static gboolean
compile (Backend *backend, const char *const *words, guint n, GError **error)
{
  g_autofree unsigned *flags = g_new0 (unsigned, n);
  g_autofree unsigned *ids = g_new (unsigned, n);
  g_autofree gsize *sizes = g_new (gsize, n);
  for (guint i = 0; i < n; i++)
    {
      ids[i] = i;
      sizes[i] = strlen (words[i]);
      backend->lengths[i] = bl_literal_is_sign ((guchar) words[i][0]) ? 0 : (guint32) sizes[i];
    }
  hs_compile_error_t *fault = NULL;
  hs_error_t result = hs_compile_lit_multi (words, flags, ids, sizes, n, HS_MODE_BLOCK, NULL, &backend->database, &fault);
  if (result == HS_SUCCESS)
    result = hs_alloc_scratch (backend->database, &backend->scratch);
  if (result != HS_SUCCESS)
    g_set_error (error, BL_RULES_ERROR, BL_RULES_ERROR_PREFILTER, "Vectorscan cannot take the %u words of the rules: %s", n,
                 fault != NULL ? fault->message : "there is no memory for its scratch");
  hs_free_compile_error (fault);
  return result == HS_SUCCESS;
}

static gpointer
build (const BlLetters *letters, const char *const *words, guint n, GError **error)
{
  (void) letters;
  Backend *backend = g_new0 (Backend, 1);
  backend->lengths = g_new (guint32, n + 1);
  if (n == 0 || compile (backend, words, n, error))
    return backend;
  backend_free (backend);
  return NULL;
}

static gpointer
scratch_new (gconstpointer data)
{
  const Backend *backend = data;
  hs_scratch_t *scratch = NULL;
  if (backend->scratch != NULL && hs_clone_scratch (backend->scratch, &scratch) != HS_SUCCESS)
    g_error ("there is no memory for the scratch of Vectorscan"); /* as g_malloc() does */
  return scratch;
}

static void
scratch_free (gpointer scratch)
{
  hs_free_scratch (scratch);
}

/* --- a scan ------------------------------------------------------------------------------------------------------ */
typedef struct
{
  const Backend *backend;
  const char *text;
  BlTriggerHits *hits;
} Scan;

static gboolean
ends_word (const char *at)
{
  return (guchar) *at < 0x80 ? bl_literal_is_word ((guchar) *at)
                             : bl_literal_is_word (g_utf8_get_char (g_utf8_prev_char (at + 1)));
}

static gboolean
begins_word (const char *at)
{
  return (guchar) *at < 0x80 ? bl_literal_is_word ((guchar) *at) : bl_literal_is_word (g_utf8_get_char (at));
}

static int
take_hit (unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *data)
{
  (void) from;
  (void) flags;
  const Scan *scan = data;
  const guint32 length = scan->backend->lengths[id];
  const char *end = scan->text + to;
  if (length == 0 || (!ends_word (end - length - 1) && !begins_word (end)))
    bl_trigger_hits_add (scan->hits, (guint32) to - 1, id);
  return 0;
}

/* Only a wrong call or a lack of memory makes hs_scan() fail; neither can be here. */
static void
find (gconstpointer data, gpointer scratch, const char *text, gsize length, BlTriggerHits *hits)
{
  const Backend *backend = data;
  Scan scan = { .backend = backend, .text = text, .hits = hits };
  if (backend->database == NULL || length == 0)
    return;
  hs_error_t result = hs_scan (backend->database, text, (unsigned) length, 0, scratch, take_hit, &scan);
  if (result != HS_SUCCESS)
    g_error ("Vectorscan cannot scan: %d", result);
}

const BlPrefilterClass bl_prefilter_vectorscan = { .name = "vectorscan",
                                                   .build = build,
                                                   .free = backend_free,
                                                   .scratch_new = scratch_new,
                                                   .scratch_free = scratch_free,
                                                   .find = find };
