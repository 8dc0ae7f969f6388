#include "pipeline/claim_stream.h"

#include "readers/extract.h"

/* A share of articles is so much of their files: some dozen of ordinary length, so that few locks are taken and writes are large,
 * and yet a thread that is late at the end is not late by much. */
#define SHARE_BYTES (32 * 1024)

/* Shares a thread that may wait for an earlier one to be written. */
#define WAITING_SHARES 8

typedef struct
{
  const BlPipeline *pipeline;
  BlClaimContext context;
  BlWriteFunc write;
  guint n_articles;
  guint n_slots;

  GMutex lock;
  GCond written; /* a share was written, or writing failed */

  /* Under lock: */
  guint next;        /* first article of the next share */
  guint64 n_taken;   /* shares */
  guint64 n_written; /* always the first ones */
  GString **slots;   /* text of share i at i % n_slots, from when it is done until it is written */
  gboolean writing;  /* some thread is at it */
  gboolean failed;
} Stream;

/* Articles [first, last) of a share, and its number. */
typedef struct
{
  guint64 number;
  guint first;
  guint last;
} Share;

/* Waits until the share will find a slot. FALSE when none is left. */
static gboolean
take_share (Stream *stream, Share *share)
{
  g_mutex_lock (&stream->lock);
  while (!stream->failed && stream->n_taken >= stream->n_written + stream->n_slots)
    g_cond_wait (&stream->written, &stream->lock);
  const gboolean any = !stream->failed && stream->next < stream->n_articles;
  if (any)
    {
      *share = (Share){ .number = stream->n_taken++, .first = stream->next, .last = stream->next };
      for (gsize bytes = 0; share->last < stream->n_articles && bytes < SHARE_BYTES; share->last++)
        bytes += bl_corpus_article_size (stream->pipeline->corpus, share->last);
      stream->next = share->last;
    }
  g_mutex_unlock (&stream->lock);
  return any;
}

static void
append_article (const Stream *stream, BlScanner *scanner, guint index, GString *out)
{
  g_autoptr (BlArticle) article = bl_corpus_read_article (stream->pipeline->corpus, index);
  if (article == NULL)
    return;
  g_autoptr (BlArticleClaims) claims = bl_claims_extract (&stream->context, scanner, article);
  const GPtrArray *list = bl_article_claims_list (claims);
  for (guint i = 0; i < list->len; i++)
    {
      bl_claim_write_json (list->pdata[i], out);
      bl_json_write_literal (out, "\n");
    }
}

/* Writes what is due, unless another thread does; that one will also find this share. */
static void
hand_in (Stream *stream, const Share *share, GString *text)
{
  g_mutex_lock (&stream->lock);
  stream->slots[share->number % stream->n_slots] = text;
  if (!stream->writing)
    {
      stream->writing = TRUE;
      GString **slot;
      while (*(slot = &stream->slots[stream->n_written % stream->n_slots]) != NULL)
        {
          GString *due = g_steal_pointer (slot);
          const gboolean failed = stream->failed;
          g_mutex_unlock (&stream->lock);
          const gboolean ok = !failed && (due->len == 0 || stream->write (due->str, due->len));
          g_string_free (due, TRUE);
          g_mutex_lock (&stream->lock);
          stream->failed = stream->failed || !ok;
          stream->n_written++;
          g_cond_broadcast (&stream->written);
        }
      stream->writing = FALSE;
    }
  g_mutex_unlock (&stream->lock);
}

static void
work (G_GNUC_UNUSED guint thread, gpointer data)
{
  Stream *stream = data;
  g_autoptr (BlScanner) scanner = bl_scanner_new (stream->context.rules);
  gsize most = 0;
  Share share;
  while (take_share (stream, &share))
    {
      GString *text = g_string_sized_new (most);
      for (guint i = share.first; i < share.last; i++)
        append_article (stream, scanner, i, text);
      most = MAX (most, text->len);
      hand_in (stream, &share, text);
    }
}

gboolean
bl_claim_stream_run (const BlPipeline *pipeline, guint jobs, BlWriteFunc write)
{
  Stream stream = { .pipeline = pipeline,
                    .context = bl_pipeline_claim_context (pipeline),
                    .write = write,
                    .n_articles = bl_corpus_n_articles (pipeline->corpus),
                    .n_slots = jobs * WAITING_SHARES };
  g_autofree GString **slots = g_new0 (GString *, stream.n_slots);
  stream.slots = slots;
  g_mutex_init (&stream.lock);
  g_cond_init (&stream.written);
  bl_parallel_for (jobs, jobs, work, &stream);
  g_cond_clear (&stream.written);
  g_mutex_clear (&stream.lock);
  return !stream.failed;
}
