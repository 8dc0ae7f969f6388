/* A row of the index: what it keeps of an article, and that nothing but a row is taken for one. */
#include "index/row.h"

#include "events/term_counts.h"

#include <string.h>

static void
test_open (void)
{
  const BlIndexHead head
      = { .day = 738000, .first = 738000, .last = 738000, .n_terms = 2, .n_keys = 1, .n_runs = 1, .n_text = 5 };
  const guint64 terms[] = { 1, 2 };
  const BlIndexKey key = { .hash = 7, .kind = BL_KEY_PLACE, .text = 1 };
  const guint32 run = 9;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) terms, sizeof terms);
  g_byte_array_append (bytes, (const guint8 *) &key, sizeof key);
  g_byte_array_append (bytes, (const guint8 *) &run, sizeof run);
  g_byte_array_append (bytes, (const guint8 *) "\0oak", 5);
  BlIndexRow row;
  g_assert_true (bl_index_row_open (&row, bytes->data, bytes->len));
  g_assert_cmpuint (row.terms[1], ==, 2);
  g_assert_cmpuint (row.keys[0].hash, ==, 7);
  g_assert_cmpuint (row.runs[0], ==, 9);
  g_assert_cmpstr (bl_index_row_text (&row, &row.keys[0]), ==, "oak");

  /* Cut anywhere, or with more behind it, it is none. */
  for (guint length = 0; length < bytes->len; length++)
    g_assert_false (bl_index_row_open (&row, bytes->data, length));
  g_byte_array_append (bytes, (const guint8 *) "x", 1);
  g_assert_false (bl_index_row_open (&row, bytes->data, bytes->len));
  /* Nor with a text that does not end, a key that points past the texts, or more entries than there are bytes. */
  g_byte_array_set_size (bytes, bytes->len - 1);
  bytes->data[bytes->len - 1] = 'x';
  g_assert_false (bl_index_row_open (&row, bytes->data, bytes->len));
  bytes->data[bytes->len - 1] = '\0';
  ((BlIndexKey *) (gpointer) (bytes->data + sizeof head + sizeof terms))->text = 5;
  g_assert_false (bl_index_row_open (&row, bytes->data, bytes->len));
  ((BlIndexKey *) (gpointer) (bytes->data + sizeof head + sizeof terms))->text = 1;
  ((BlIndexHead *) (gpointer) bytes->data)->n_terms = G_MAXUINT32;
  g_assert_false (bl_index_row_open (&row, bytes->data, bytes->len));
}

static void
test_counts (void)
{
  g_autoptr (BlTermCounts) counts = bl_term_counts_new ();
  guint n_articles, n_sentences;
  char term[16];
  for (guint i = 0; i < 20000; i += 2)
    {
      g_snprintf (term, sizeof term, "term%u", i);
      bl_term_counts_expect (counts, bl_term_hash (term));
    }
  for (guint article = 0; article < 3; article++)
    {
      bl_term_counts_add_article (counts, 10);
      for (guint i = article; i < 20000; i++)
        {
          g_snprintf (term, sizeof term, "term%u", i);
          bl_term_counts_add (counts, bl_term_hash (term), 2);
        }
    }
  g_assert_cmpuint (bl_term_counts_n_articles (counts), ==, 3);
  g_assert_cmpuint (bl_term_counts_n_sentences (counts), ==, 30);
  bl_term_counts_of (counts, bl_term_hash ("term0"), &n_articles, &n_sentences);
  g_assert_cmpuint (n_articles, ==, 1);
  bl_term_counts_of (counts, bl_term_hash ("term19998"), &n_articles, &n_sentences);
  g_assert_cmpuint (n_articles, ==, 3);
  g_assert_cmpuint (n_sentences, ==, 6);
  bl_term_counts_of (counts, bl_term_hash ("term19999"), &n_articles, &n_sentences); /* not expected */
  g_assert_cmpuint (n_articles, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/row/open", test_open);
  g_test_add_func ("/index/counts", test_counts);
  return g_test_run ();
}
