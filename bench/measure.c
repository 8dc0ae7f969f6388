/* Clocks, memory, and the loop around what is measured. */
#include "bench/bench.h"

#include <malloc.h>
#include <string.h>
#include <time.h>

#define LEAST_PASSES 3

guint64
bl_bench_clock (void)
{
  struct timespec time;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (guint64) time.tv_sec * G_GUINT64_CONSTANT (1000000000) + (guint64) time.tv_nsec;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;
  return x < y ? -1 : x > y;
}

void
bl_bench_measure (const char *row, const BlBenchOptions *options, guint64 n_bytes, BlBenchPass pass, gpointer user_data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (guint64));
  const guint64 wanted = (guint64) (options->seconds * 1e9);
  guint64 sum = 0;
  if (wanted > 0)
    pass (user_data);
  do
    {
      const guint64 start = bl_bench_clock ();
      pass (user_data);
      const guint64 took = bl_bench_clock () - start;
      g_array_append_val (times, took);
      sum += took;
    }
  while (sum < wanted || (wanted > 0 && times->len < LEAST_PASSES));
  g_array_sort (times, compare_times);
  printf ("{\"row\": \"%s\", \"bytes\": %" G_GUINT64_FORMAT ", \"passes\": %u, \"least_ns\": %" G_GUINT64_FORMAT
          ", \"median_ns\": %" G_GUINT64_FORMAT "}\n",
          row, n_bytes, times->len, g_array_index (times, guint64, 0), g_array_index (times, guint64, times->len / 2));
  fflush (stdout);
}

/* A line such as "VmHWM:     1234 kB" of /proc/self/status. */
static guint64
read_status (const char *key)
{
  g_autofree char *status = NULL;
  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  const char *line = strstr (status, key);
  return line != NULL ? g_ascii_strtoull (line + strlen (key), NULL, 10) * 1024 : 0;
}

guint64
bl_bench_memory_now (void)
{
  return read_status ("VmRSS:");
}

guint64
bl_bench_memory_peak (void)
{
  return read_status ("VmHWM:");
}

void
bl_bench_memory_reset (void)
{
  malloc_trim (0);
  /* "5" sets the peak to what is held now, see proc(5). */
  FILE *file = fopen ("/proc/self/clear_refs", "w");
  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}
