/* The fact matrix: columns are origins with their copies, rows are facts, those that disagree first. */
#include "report/matrix.h"

#include "report/fact_words.h"

#include "../reliability/desk.h"

#define AT(path, source, day) "{ \"path\": \"" path "\", \"source\": \"" source "\", \"published\": \"" day "\" }"

static const File files[] = {
  { "corpus.json",
    "{ \"articles\": [" AT ("a.txt", "wire", "2025-05-20") "," AT ("b.txt", "post", "2025-05-20") "," AT (
        "c.txt", "times", "2025-05-21") "," AT ("d.txt", "odd", "2024-01-10") "," AT ("e.txt", "wire", "2024-01-11") "] }" },
  { "a.txt",
    "Talks in Warsaw\n\nThe harbour was closed on Tuesday, and the captains stayed at anchor until the wind had turned. "
    "Poland will send troops to Ukraine. Sweden will send troops to Ukraine.\n" },
  { "b.txt",
    "Talks in Warsaw\n\nThe harbour was closed on Tuesday, and the captains stayed at anchor until the wind had turned. "
    "Poland will send troops to Ukraine. Sweden will send troops to Ukraine.\n" },
  { "c.txt",
    "Ministers disagree\n\nThe session in Warsaw was over by noon. Poland has ruled out sending forces to Ukraine. Sweden "
    "has decided to deploy soldiers to Ukraine.\n" },
  { "d.txt", "Bread is dear\n\nNobody slept in the old town. Denmark will dispatch soldiers to Ukraine.\n" },
  { "e.txt", "Clerks at work\n\nThe lift was out of order again. Denmark is going to deploy troops to Ukraine.\n" },
};

static BlRun
run_of (const Desk *desk)
{
  return (BlRun){ .corpus = desk->corpus,
                  .origins = desk->origins,
                  .comparisons = desk->comparisons,
                  .findings = desk->findings,
                  .article_claims = desk->claims };
}

static const BlMatrixSaying *
saying (const BlMatrixRow *row, guint column, guint i)
{
  GArray *cell = row->cells->pdata[column];
  g_assert_nonnull (cell);
  g_assert_cmpuint (i, <, cell->len);
  return &g_array_index (cell, BlMatrixSaying, i);
}

static void
test_events (void)
{
  Desk desk;
  desk_open (&desk, files, G_N_ELEMENTS (files));
  const BlRun run = run_of (&desk);
  g_autoptr (BlMatrix) matrix = bl_matrix_new (&run);
  g_assert_cmpuint (matrix->n_events, ==, 2);

  /* The disputed event first, its disputed fact first. */
  const BlMatrixEvent *event = matrix->events->pdata[0];
  g_assert_cmpuint (event->n_facts, ==, 2);
  g_assert_cmpuint (event->n_disputed, ==, 1);
  g_autofree char *headline = bl_fact_headline (event->earliest);
  g_assert_cmpstr (headline, ==, "Talks in Warsaw");
  g_assert_cmpuint (event->columns->len, ==, 2);
  const BlMatrixColumn *first = event->columns->pdata[0];
  g_assert_cmpuint (first->sources->len, ==, 2); /* the copy is folded under it */
  g_assert_cmpuint (first->n_facts, ==, 2);
  const BlMatrixRow *disputed = event->rows->pdata[0], *agreed = event->rows->pdata[1];
  g_assert_cmpuint (disputed->fact->n_values, ==, 2);
  g_assert_cmpuint (saying (disputed, 0, 0)->n_articles, ==, 2);
  g_assert_cmpuint (saying (disputed, 0, 0)->letter, ==, 0);
  g_assert_cmpuint (saying (disputed, 1, 0)->letter, ==, 1);
  g_assert_cmpuint (agreed->fact->n_values, ==, 1);
  g_assert_cmpuint (saying (agreed, 0, 0)->letter, ==, saying (agreed, 1, 0)->letter);

  const BlMatrixEvent *quiet = matrix->events->pdata[1];
  g_assert_cmpuint (quiet->n_disputed, ==, 0);
  g_assert_cmpuint (quiet->n_facts, ==, 1);

  /* With a focus, only what an article in question speaks of. */
  gboolean focus[G_N_ELEMENTS (files)] = { FALSE };
  focus[3] = TRUE;
  BlRun draft = run;
  draft.focus = focus;
  g_autoptr (BlMatrix) narrow = bl_matrix_new (&draft);
  g_assert_cmpuint (narrow->n_events, ==, 1);
  g_assert_cmpuint (((const BlMatrixEvent *) narrow->events->pdata[0])->n_disputed, ==, 0);
  desk_close (&desk, files, G_N_ELEMENTS (files));
}

/* What is called how; the words are of the claim. */
static void
test_words (void)
{
  static const File told[] = {
    { "corpus.json", "{ \"articles\": [" AT ("a.txt", "wire", "2025-05-20") "] }" },
    { "a.txt",
      "The fire killed 41 people at the Lumen market. The paper cost 30 euros. Poland will send troops to Ukraine.\n" },
  };
  static const struct
  {
    const char *title, *saying;
  } expected[]
      = { { "People (death)", "41" }, { "Who will send troops where: Poland, Ukraine", "Poland will send troops to Ukraine" } };
  Desk desk;
  desk_open (&desk, told, G_N_ELEMENTS (told));
  const GPtrArray *claims = bl_article_claims_list (desk.claims->pdata[0]);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;
      for (guint k = 0; k < claims->len; k++)
        {
          g_autofree char *title = bl_fact_title (claims->pdata[k]);
          g_autofree char *text = bl_fact_saying (claims->pdata[k]);
          g_assert_cmpstr (title, !=, "");
          found |= strcmp (title, expected[i].title) == 0 && strcmp (text, expected[i].saying) == 0;
        }
      if (!found)
        g_test_message ("%s: %s", expected[i].title, expected[i].saying);
      g_assert_true (found);
    }
  desk_close (&desk, told, G_N_ELEMENTS (told));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/report/matrix/events", test_events);
  g_test_add_func ("/report/matrix/words", test_words);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
