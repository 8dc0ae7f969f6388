#include "corpus/load_all.h"

typedef struct
{
  const BlLoader *loader;
  GThreadPool *pool;

  GMutex lock; /* guards what follows */
  GCond idle;
  guint pending; /* tasks that are not done; a task adds its lines before it ends */
  GPtrArray *records;
} Loading;

typedef struct
{
  const BlInput *input;
  BlLine line; /* bytes NULL: the whole input */
} Task;

static void
push (Loading *loading, const BlInput *input, BlLine line)
{
  Task *task = g_new0 (Task, 1);
  task->input = input;
  task->line = line;
  g_mutex_lock (&loading->lock);
  loading->pending++;
  g_mutex_unlock (&loading->lock);
  /* Fails only when no new thread could be started; the task is queued all the same. */
  g_thread_pool_push (loading->pool, task, NULL);
}

typedef struct
{
  Loading *loading;
  const BlInput *input;
} LineTarget;

static void
push_line (BlLine *line, gpointer data)
{
  LineTarget *target = data;
  push (target->loading, target->input, *line);
  line->bytes = NULL;
}

static void
run (gpointer data, gpointer user_data)
{
  Task *task = data;
  Loading *loading = user_data;
  g_autoptr (BlRecord) record = NULL;
  if (task->line.bytes != NULL)
    record = bl_load_jsonl_line (loading->loader, task->input, &task->line);
  else if (task->input->format == BL_FORMAT_JSONL)
    bl_read_lines (loading->loader, task->input, push_line, &(LineTarget){ loading, task->input });
  else
    record = bl_load_file (loading->loader, task->input);
  g_free (task->line.bytes);
  g_free (task);

  g_mutex_lock (&loading->lock);
  if (record != NULL)
    g_ptr_array_add (loading->records, g_steal_pointer (&record));
  if (--loading->pending == 0)
    g_cond_signal (&loading->idle);
  g_mutex_unlock (&loading->lock);
}

GPtrArray *
bl_load_all (const BlLoader *loader, const GPtrArray *inputs, guint jobs)
{
  Loading loading = { .loader = loader, .pending = 1 };
  loading.records = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_record_free);
  g_mutex_init (&loading.lock);
  g_cond_init (&loading.idle);
  loading.pool
      = g_thread_pool_new (run, &loading, (gint) CLAMP (jobs > 0 ? jobs : g_get_num_processors (), 1, 256), FALSE, NULL);
  for (guint i = 0; i < inputs->len; i++)
    push (&loading, inputs->pdata[i], (BlLine){ 0 });

  g_mutex_lock (&loading.lock);
  loading.pending--;
  while (loading.pending > 0)
    g_cond_wait (&loading.idle, &loading.lock);
  g_mutex_unlock (&loading.lock);
  g_thread_pool_free (loading.pool, FALSE, TRUE);
  g_cond_clear (&loading.idle);
  g_mutex_clear (&loading.lock);
  return loading.records;
}
