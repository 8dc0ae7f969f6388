#include "pipeline/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A run that is over sooner needs no bar. */
#define DELAY (500 * 1000)
#define INTERVAL (100 * 1000)
#define BAR_WIDTH 30

struct BlProgress
{
  GThread *thread; /* draws; NULL where there is no terminal */
  GMutex lock;
  GCond ends;
  gboolean over;
  gboolean at_once;
  gboolean drawn;   /* there is a bar to take away */
  const char *what; /* of the stage; under the lock */
  guint total;
  gint done; /* atomic */
};

static void
draw (const char *what, guint total, guint done)
{
  char bar[BAR_WIDTH + 1];
  const guint filled = total > 0 ? (guint) ((guint64) MIN (done, total) * BAR_WIDTH / total) : 0;
  memset (bar, '#', filled);
  memset (bar + filled, '.', BAR_WIDTH - filled);
  bar[BAR_WIDTH] = '\0';
  if (total > 0)
    fprintf (stderr, "\r\033[K%-10s [%s] %u of %u", what, bar, MIN (done, total), total);
  else
    fprintf (stderr, "\r\033[K%s", what);
  fflush (stderr);
}

static gpointer
show (gpointer data)
{
  BlProgress *progress = data;
  gint64 next = g_get_monotonic_time () + DELAY;
  g_mutex_lock (&progress->lock);
  while (!progress->over)
    {
      if (g_cond_wait_until (&progress->ends, &progress->lock, next))
        continue;
      next = g_get_monotonic_time () + INTERVAL;
      if (progress->what == NULL)
        continue;
      draw (progress->what, progress->total, (guint) g_atomic_int_get (&progress->done));
      progress->drawn = TRUE;
    }
  if (progress->drawn)
    fputs ("\r\033[K", stderr);
  fflush (stderr);
  g_mutex_unlock (&progress->lock);
  return NULL;
}

BlProgress *
bl_progress_new (gboolean at_once)
{
  BlProgress *progress = g_new0 (BlProgress, 1);
  progress->at_once = at_once;
  g_mutex_init (&progress->lock);
  g_cond_init (&progress->ends);
  if (isatty (STDERR_FILENO) == 1)
    progress->thread = g_thread_new ("progress", show, progress);
  return progress;
}

void
bl_progress_free (BlProgress *progress)
{
  if (progress == NULL)
    return;
  g_mutex_lock (&progress->lock);
  progress->over = TRUE;
  g_cond_signal (&progress->ends);
  g_mutex_unlock (&progress->lock);
  if (progress->thread != NULL)
    g_thread_join (progress->thread);
  g_mutex_clear (&progress->lock);
  g_cond_clear (&progress->ends);
  g_free (progress);
}

void
bl_progress_stage (BlProgress *progress, const char *what, guint total)
{
  if (progress == NULL)
    return;
  g_mutex_lock (&progress->lock);
  progress->what = what;
  progress->total = total;
  g_atomic_int_set (&progress->done, 0);
  if (progress->thread != NULL && progress->at_once)
    {
      draw (what, total, 0);
      progress->drawn = TRUE;
    }
  g_mutex_unlock (&progress->lock);
  if (progress->thread == NULL && total > 0)
    fprintf (stderr, "belie: %s, %u\n", what, total);
  else if (progress->thread == NULL)
    fprintf (stderr, "belie: %s\n", what);
}

void
bl_progress_step (BlProgress *progress)
{
  if (progress != NULL)
    g_atomic_int_inc (&progress->done);
}
