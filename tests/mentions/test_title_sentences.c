/* Titles in sentences of many forms, with the base that ships: what is said of whom. Of fixtures/titles.txt nearly all are read
 * rightly, and no more may be lost. */
#include "fixture.h"

enum
{
  LEAST_PERCENT = 95
};

/* The titles that have a holder: "fr/foreign-minister+former=Anne Duval; …". */
static char *
held_titles (const Fixture *fixture)
{
  guint n;
  const BlMention *list = bl_mentions_list (fixture->mentions, &n);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      if (list[i].type != BL_MENTION_OFFICE || list[i].title.holder == G_MAXUINT)
        continue;
      static const char *const names[] = { "former", "then", "acting", "elect", "deputy", "retired", "outgoing", "would-be" };
      g_string_append_printf (out, "%s%s", out->len == 0 ? "" : "; ", strchr (list[i].id, '/') + 1);
      for (guint bit = 0; bit < G_N_ELEMENTS (names); bit++)
        if ((list[i].title.modifiers & (1u << bit)) != 0)
          g_string_append_printf (out, "+%s", names[bit]);
      g_string_append_printf (out, "%s=%s", list[i].title.indefinite ? "+indefinite" : "",
                              list[list[i].title.holder].person.surface);
    }
  return g_string_free (out, FALSE);
}

static void
test_sentences (void)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (BL_TESTS_DIR "/mentions/fixtures/titles.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Fixture fixture;
  fixture_open (&fixture, NULL);
  guint n = 0;
  guint right = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *bar = strchr (lines[i], '|');
      if (lines[i][0] == '#' || bar == NULL)
        continue;
      *bar = '\0';
      fixture_read (&fixture, lines[i], "2025-06-02");
      g_autofree char *found = held_titles (&fixture);
      n++;
      if (strcmp (found, bar + 1) == 0)
        right++;
      else
        g_test_message ("%s\n  expected: %s\n  found:    %s", lines[i], bar + 1, found);
    }
  fixture_close (&fixture);
  g_test_message ("%u of %u sentences are read rightly", right, n);
  g_assert_cmpuint (100 * right, >=, LEAST_PERCENT * n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/titles/sentences", test_sentences);
  return g_test_run ();
}
