#include "base/parallel.h"

typedef struct
{
  guint n;
  gint next;
  BlParallelFunc work;
  gpointer data;
} Pieces;

static gpointer
take_pieces (gpointer data)
{
  Pieces *pieces = data;
  for (;;)
    {
      const guint index = (guint) g_atomic_int_add (&pieces->next, 1);
      if (index >= pieces->n)
        return NULL;
      pieces->work (index, pieces->data);
    }
}

void
bl_parallel_for (guint n, guint jobs, BlParallelFunc work, gpointer data)
{
  Pieces pieces = { .n = n, .work = work, .data = data };
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  for (guint i = 1; i < MIN (jobs, n); i++)
    g_ptr_array_add (threads, g_thread_new ("pieces", take_pieces, &pieces));
  take_pieces (&pieces);
  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}
