/* Near duplicates among many synthetic articles: how long, and how much memory. */
#include "bench/bench.h"

#include <string.h>
#include <time.h>

#include "origins/near_texts.h"
#include "origins/stock.h"

#define VOCABULARY 30000
#define SOURCES 200
#define MIN_WORDS 150
#define MAX_WORDS 650
#define STOCK_WORDS 30

/* What share of the articles takes over another one, in percent: all of it, half of it, and the wire that everybody prints. */
#define WHOLE 10
#define HALF 15
#define WIRE 2

typedef struct
{
  guint64 state;
  char *words[VOCABULARY];
  GString *wire;
  GString *last[64]; /* stories that may be copied */
  gint64 reading;    /* µs in bl_shingles_of_text() */
  guint64 n_bytes;
} News;

static guint32
next (News *news)
{
  news->state = news->state * 6364136223846793005u + 1442695040888963407u;
  return (guint32) (news->state >> 33);
}

/* As unevenly frequent as words are: the rank falls with the square of an even number. */
static void
put_words (News *news, GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const guint64 even = next (news) % VOCABULARY;
      g_string_append (out, news->words[even * even / VOCABULARY]);
      g_string_append_c (out, i % 14 == 13 ? '.' : ' ');
      if (i % 14 == 13)
        g_string_append_c (out, ' ');
    }
}

static void
make_vocabulary (News *news)
{
  for (guint i = 0; i < VOCABULARY; i++)
    {
      char word[16];
      const guint length = 2 + next (news) % 9;
      for (guint k = 0; k < length; k++)
        word[k] = (char) ('a' + next (news) % 26);
      word[length] = '\0';
      news->words[i] = g_strdup (word);
    }
}

/* An article of its own, or one that takes over another, whole or in part, with something of its own. */
static GString *
write_article (News *news)
{
  GString *out = g_string_new (NULL);
  const guint chance = next (news) % 100, n = MIN_WORDS + next (news) % (MAX_WORDS - MIN_WORDS);
  const GString *other = chance < WIRE ? news->wire : news->last[next (news) % G_N_ELEMENTS (news->last)];
  if (chance < WIRE + WHOLE + HALF && other != NULL)
    {
      const gsize taken = chance < WIRE + WHOLE ? other->len : other->len / 2;
      g_string_append_len (out, other->str, (gssize) taken);
      put_words (news, out, chance < WIRE + WHOLE ? n / 10 : n / 2);
      return out;
    }
  put_words (news, out, n);
  GString **place = &news->last[next (news) % G_N_ELEMENTS (news->last)];
  if (*place != NULL)
    g_string_free (*place, TRUE);
  *place = g_string_new_len (out->str, (gssize) out->len);
  return out;
}

static void
write_all (News *news, BlShingles *texts, guint *sources, guint n)
{
  g_autoptr (GPtrArray) stock = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < SOURCES; i++)
    {
      GString *text = g_string_new (NULL);
      put_words (news, text, STOCK_WORDS);
      g_ptr_array_add (stock, g_string_free (text, FALSE));
    }
  for (guint i = 0; i < n; i++)
    {
      GString *text = write_article (news);
      sources[i] = next (news) % SOURCES;
      g_string_append (text, stock->pdata[sources[i]]);
      const guint64 start = bl_bench_clock ();
      texts[i] = bl_shingles_of_text (text->str, text->len);
      news->reading += (gint64) (bl_bench_clock () - start) / 1000;
      news->n_bytes += text->len;
      g_string_free (text, TRUE);
    }
}

void
bl_bench_near_run (guint n, guint jobs)
{
  News *news = g_new0 (News, 1);
  news->state = 7;
  make_vocabulary (news);
  news->wire = g_string_new (NULL);
  put_words (news, news->wire, MAX_WORDS);
  BlShingles *texts = g_new0 (BlShingles, n + 1);
  guint *sources = g_new0 (guint, n + 1);
  write_all (news, texts, sources, n);
  const guint64 before = bl_bench_memory_now ();
  bl_bench_memory_reset ();
  const guint64 cpu = bl_bench_clock ();
  const gint64 wall = g_get_monotonic_time ();
  bl_stock_remove (texts, n, sources, SOURCES, jobs);
  const gint64 cleaned = g_get_monotonic_time ();
  GArray *pairs = bl_near_texts (texts, n, jobs);
  const gint64 end = g_get_monotonic_time ();
  printf ("{\"row\": \"near\", \"articles\": %u, \"jobs\": %u, \"bytes\": %" G_GUINT64_FORMAT
          ", \"reading_s\": %.3f, \"stock_s\": %.3f, \"near_s\": %.3f, \"cpu_s\": %.3f, \"pairs\": %u, \"texts_bytes\": "
          "%" G_GUINT64_FORMAT ", \"peak_bytes\": %" G_GUINT64_FORMAT "}\n",
          n, jobs, news->n_bytes, (double) news->reading / 1e6, (double) (cleaned - wall) / 1e6, (double) (end - cleaned) / 1e6,
          (double) (bl_bench_clock () - cpu) / 1e9, pairs->len, before, bl_bench_memory_peak ());
  g_array_unref (pairs);
  for (guint i = 0; i < n; i++)
    bl_shingles_clear (&texts[i]);
  for (guint i = 0; i < VOCABULARY; i++)
    g_free (news->words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (news->last); i++)
    if (news->last[i] != NULL)
      g_string_free (news->last[i], TRUE);
  g_string_free (news->wire, TRUE);
  g_free (texts);
  g_free (sources);
  g_free (news);
}
