#include "corpus/load_all.h"

/* So much is gathered before the threads set to work: enough to keep them busy for longer than it takes to start them. */
#define BATCH_BYTES (1024 * 1024)

/* What a file of one article counts; nobody has looked at its size. */
#define FILE_BYTES (16 * 1024)

typedef struct
{
  const BlInput *input;
  BlLine line; /* bytes NULL: the whole input */
  BlRecord *record;
} Task;

typedef struct
{
  const BlLoader *loader;
  guint jobs;
  BlRecordFunc found;
  gpointer data;
  GArray *tasks; /* of Task */
  gsize bytes;   /* that the tasks will read */
} Loading;

static void
run (guint index, gpointer data)
{
  Loading *loading = data;
  Task *task = &g_array_index (loading->tasks, Task, index);
  task->record = task->line.bytes != NULL ? bl_load_jsonl_line (loading->loader, task->input, &task->line)
                                          : bl_load_file (loading->loader, task->input);
  g_clear_pointer (&task->line.bytes, g_free);
}

static void
run_all (Loading *loading)
{
  bl_parallel_for (loading->tasks->len, loading->jobs, run, loading);
  for (guint i = 0; i < loading->tasks->len; i++)
    {
      BlRecord *record = g_array_index (loading->tasks, Task, i).record;
      if (record != NULL)
        loading->found (record, loading->data);
    }
  g_array_set_size (loading->tasks, 0);
  loading->bytes = 0;
}

static void
add (Loading *loading, const BlInput *input, BlLine line, gsize bytes)
{
  const Task task = { .input = input, .line = line };
  g_array_append_val (loading->tasks, task);
  loading->bytes += bytes;
  if (loading->bytes >= BATCH_BYTES)
    run_all (loading);
}

typedef struct
{
  Loading *loading;
  const BlInput *input;
} LineTarget;

static void
add_line (BlLine *line, gpointer data)
{
  LineTarget *target = data;
  const BlLine taken = *line;
  line->bytes = NULL;
  add (target->loading, target->input, taken, taken.length);
}

void
bl_load_all (const BlLoader *loader, const GPtrArray *inputs, guint jobs, BlRecordFunc found, gpointer data)
{
  Loading loading = { .loader = loader, .jobs = jobs > 0 ? jobs : g_get_num_processors (), .found = found, .data = data };
  loading.tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  for (guint i = 0; i < inputs->len; i++)
    {
      const BlInput *input = inputs->pdata[i];
      if (input->format == BL_FORMAT_JSONL)
        bl_read_lines (loader, input, add_line, &(LineTarget){ &loading, input });
      else
        add (&loading, input, (BlLine){ 0 }, FILE_BYTES);
    }
  run_all (&loading);
  g_array_unref (loading.tasks);
}
