/* Quotations: what pairs with what, in the notation of the cases: each quotation that is found is printed in order of its start,
 * one a piece, "depth:text" with "~" for one that is not closed, pieces separated by " | ". */
#include <string.h>

#include "text/text.h"

static char *
show (const char *text)
{
  g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  guint n;
  const BlQuote *quotes = bl_document_quotes (document, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *slice = bl_document_slice (document, quotes[i].span);
      g_string_append_printf (out, "%s%u%s:%s", i > 0 ? " | " : "", quotes[i].depth, quotes[i].closed ? "" : "~", slice);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_cases (const char *const (*cases)[2], guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *got = show (cases[i][0]);
      g_assert_cmpstr (got, ==, cases[i][1]);
    }
}

static void
test_marks (void)
{
  static const char *const cases[][2] = {
    { "No quotation.", "" },
    { "“We go,” he said. “Now.”", "0:“We go,” | 0:“Now.”" },
    { "\"We go,\" he said. \"Now.\"", "0:\"We go,\" | 0:\"Now.\"" },
    { "‘We go,’ he said. ‘Now.’", "0:‘We go,’ | 0:‘Now.’" },
    { "'We go,' he said. 'Now.'", "0:'We go,' | 0:'Now.'" },
    { "«Nous allons», dit-il.", "0:«Nous allons»" },
    { "« Nous allons », dit-il.", "0:« Nous allons »" },
    { "»Wir gehen«, sagte er.", "0:»Wir gehen«" },
    { "„Wir gehen“, sagte er. „Jetzt.“", "0:„Wir gehen“ | 0:„Jetzt.“" },
    { "‚Wir gehen‘, sagte er.", "0:‚Wir gehen‘" },
    { "„Idziemy”, powiedział.", "0:„Idziemy”" },
    { "”Vi går”, sade han.", "0:”Vi går”" },
    { "‹oui› ou non", "0:‹oui›" },
    { "``We go,'' he said.", "0:``We go,''" },
    { "\"We go,” he said.", "0:\"We go,”" }, /* mixed marks of one family */
    { "The \"Article 5-like\" plan, called \"just noise.\"", "0:\"Article 5-like\" | 0:\"just noise.\"" },
    { "(\"We go\") and [\"we stay\"]—\"or not\".", "0:\"We go\" | 0:\"we stay\" | 0:\"or not\"" },
    { "He said:\"We go.\"", "0:\"We go.\"" },
    { "“It’s too early. “", "0:“It’s too early. “" }, /* a closing mark of the wrong shape */
    { "\"We go.\" \"We stay.\"", "0:\"We go.\" | 0:\"We stay.\"" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nesting (void)
{
  static const char *const cases[][2] = {
    { "“He said ‘go’ and left.”", "0:“He said ‘go’ and left.” | 1:‘go’" },
    { "\"He said 'go' and left.\"", "0:\"He said 'go' and left.\" | 1:'go'" },
    { "\"No 'security assurances.'\"", "0:\"No 'security assurances.'\" | 1:'security assurances.'" },
    { "“‘Go,’ he said,” she said.", "0:“‘Go,’ he said,” | 1:‘Go,’" },
    { "‘He said “go” and left.’", "0:‘He said “go” and left.’ | 1:“go”" },
    { "“A ‘b “c” d’ e”", "0:“A ‘b “c” d’ e” | 1:‘b “c” d’ | 2:“c”" },
    { "« Il dit “non” », a-t-elle dit.", "0:« Il dit “non” » | 1:“non”" },
    { "\"One 'two' three,\" he said, \"and 'four'.\"", "0:\"One 'two' three,\" | 1:'two' | 0:\"and 'four'.\" | 1:'four'" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_apostrophes (void)
{
  static const char *const cases[][2] = {
    { "It's the minister's ship, isn't it?", "" },
    { "It’s the minister’s ship, isn’t it?", "" },
    { "The ministers' ships and the crews’ boats.", "" },
    { "Rock 'n' roll of the '90s, 'tis said, 'em too.", "" },
    { "The ’90s and ’em.", "" },
    { "‘The workers’ rights are gone,’ he said.", "0:‘The workers’ rights are gone,’" },
    { "'The workers' rights are gone,' he said.", "0:'The workers' rights are gone,'" },
    { "'It's over,' he said.", "0:'It's over,'" },
    { "“The workers’ rights are gone,” he said.", "0:“The workers’ rights are gone,”" },
    { "He is 5'10\" tall and she is 5' 8\" tall.", "" },
    { "A 6\" pipe and \"a word\".", "0:\"a word\"" },
    { "The O'Neill and D'Souza 'plan'.", "0:'plan'" },
    { "Bardo's 'plan' is Tarrow's.", "0:'plan'" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_paragraphs (void)
{
  static const char *const cases[][2] = {
    /* a quotation of two paragraphs: the first is not closed, the mark is repeated */
    { "Head\n“We go. We must.\n“And we stay,” he said.\n", "0~:“We go. We must. | 0:“And we stay,”" },
    { "Head\n‘We go. We must.\n‘And we stay,’ he said.\n", "0~:‘We go. We must. | 0:‘And we stay,’" },
    /* a stray mark ends with its paragraph, or where the same mark opens again */
    { "A stray “ mark here.\nThe next “one” is fine.\n", "0~:“ mark here. | 0:“one”" },
    { "He said “we go. Then he said “we stay” and left.", "0~:“we go. Then he said | 0:“we stay”" },
    { "He said \"we go. Then he said \"we stay\" and left.", "0~:\"we go. Then he said | 0:\"we stay\"" },
    { "A stray closing mark” here.", "" },
    { "A stray ‘ single mark.\nNext.", "" },
    { "The end “", "" },
    { "“We go,’ he said.", "0~:“We go,’ he said." },
    { "“a ‘b” c’", "0:“a ‘b”" },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_quote_at (void)
{
  const char *text = "No “A ‘b’ c” and “d”.";
  g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  guint n;
  const BlQuote *quotes = bl_document_quotes (document, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (bl_document_quote_at (document, 0));
  g_assert_true (bl_document_quote_at (document, (gsize) (strchr (text, 'A') - text)) == &quotes[0]);
  g_assert_true (bl_document_quote_at (document, (gsize) (strchr (text, 'b') - text)) == &quotes[1]);
  g_assert_true (bl_document_quote_at (document, (gsize) (strchr (text, 'c') - text)) == &quotes[0]);
  g_assert_null (bl_document_quote_at (document, (gsize) (strstr (text, "and") - text)));
  g_assert_true (bl_document_quote_at (document, (gsize) (strchr (text, 'd') + 8 - text)) == NULL);
  g_assert_true (bl_document_quote_at (document, (gsize) (strstr (text, "d”") - text)) == &quotes[2]);
  g_assert_null (bl_document_quote_at (document, quotes[2].span.start)); /* the mark is not inside */
  g_assert_null (bl_document_quote_at (document, strlen (text)));
}

/* Random text of marks, letters, blanks and line ends: quotations lie in one block, are properly nested and sorted, and quote_at finds
 * what a search over all finds. */
static void
test_property (void)
{
  static const char *const pieces[]
      = { "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "a", "s", " ", " ", "b c", "\n", ".", "``", "''", "5" };
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint length = g_rand_int_range (random, 0, 50);
      for (gint i = 0; i < length; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      g_autoptr (BlDocument) document = bl_document_new (NULL, g_strdup (text->str), text->len, NULL, 0, NULL, NULL, 0);
      guint n;
      guint n_blocks;
      const BlQuote *quotes = bl_document_quotes (document, &n);
      const BlBlock *blocks = bl_document_blocks (document, &n_blocks);
      for (guint i = 0; i < n; i++)
        {
          guint around = 0;
          g_assert_true (bl_span_contains (quotes[i].span, quotes[i].inner));
          g_assert_false (bl_span_is_empty (quotes[i].span));
          for (guint k = 0; k < i; k++)
            {
              g_assert_cmpuint (quotes[k].span.start, <, quotes[i].span.start);
              gboolean inside = bl_span_contains (quotes[k].inner, quotes[i].span);
              g_assert_true (inside || !bl_span_overlaps (quotes[k].span, quotes[i].span));
              around += inside;
            }
          g_assert_cmpuint (quotes[i].depth, ==, around);
          guint in_blocks = 0;
          for (guint k = 0; k < n_blocks; k++)
            in_blocks += bl_span_contains (blocks[k].span, quotes[i].span);
          g_assert_cmpuint (in_blocks, ==, 1);
        }
      for (gsize at = 0; at < text->len; at++)
        {
          const BlQuote *wanted = NULL;
          for (guint i = 0; i < n; i++)
            if (quotes[i].inner.start <= at && at < quotes[i].inner.end)
              wanted = &quotes[i];
          g_assert_true (bl_document_quote_at (document, at) == wanted);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/quotes/marks", test_marks);
  g_test_add_func ("/text/quotes/nesting", test_nesting);
  g_test_add_func ("/text/quotes/apostrophes", test_apostrophes);
  g_test_add_func ("/text/quotes/paragraphs", test_paragraphs);
  g_test_add_func ("/text/quotes/quote-at", test_quote_at);
  g_test_add_func ("/text/quotes/property", test_property);
  return g_test_run ();
}
