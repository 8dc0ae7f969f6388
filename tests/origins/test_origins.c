/* Who copied whom: a copy, a derived text and a credit make one witness of two; agreement alone does not. */
#include "newsroom.h"

static Newsroom room;

/* Three sentences of a wire, and two that others write about the same thing in words of their own. */
#define WIRE_1                                                                                                                 \
  "The harbour of Lumen was closed on Tuesday after a storm broke two of its three cranes, the port authority said in the "    \
  "evening. "
#define WIRE_2                                                                                                                 \
  "Forty ships are waiting in the bay, and the captains were told to stay at anchor until the wind has turned to the west. "
#define WIRE_3                                                                                                                 \
  "A floating crane from the yard at Northgate is on its way and should reach the inner basin before the end of the week. "
#define OWN_1                                                                                                                  \
  "Bakers in the old town sold out before nine because crews came ashore hungry, and the market ran short of onions too. "
#define OWN_2                                                                                                                  \
  "Nobody at the customs office could say when work would start again, though two clerks were seen carrying new ledgers. "

static const BlOriginEdge *
only_edge (const BlOrigins *origins)
{
  const GArray *edges = bl_origins_edges (origins);
  g_assert_cmpuint (edges->len, ==, 1);
  return &g_array_index (edges, BlOriginEdge, 0);
}

static guint
witnesses (const BlOrigins *origins, const Edition *edition)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  for (guint i = 0; i < edition->n; i++)
    g_ptr_array_add (articles, (gpointer) &edition->articles[i]);
  return bl_origins_count (origins, articles);
}

static void
test_same_text (void)
{
  Edition edition = { 0 };
  const BlArticle *first = edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  const BlArticle *second = edition_add (&edition, &room, "post", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_SAME_TEXT);
  g_assert_cmpuint (edge->from, ==, second->index); /* of one day: the later in the corpus */
  g_assert_cmpuint (edge->to, ==, first->index);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 1);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 1);
  edition_clear (&edition);
}

/* Two of three sentences, with a paragraph of one's own: a copy. The earlier article is the origin, wherever it stands. */
static void
test_copy (void)
{
  Edition edition = { 0 };
  const BlArticle *copy = edition_add (&edition, &room, "post", "2025-05-21", OWN_1 WIRE_1 WIRE_2);
  const BlArticle *wire = edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_COPY);
  g_assert_cmpuint (edge->from, ==, copy->index);
  g_assert_cmpuint (edge->to, ==, wire->index);
  g_assert_cmpfloat (edge->containment, >=, 0.5);
  g_assert_cmpfloat (edge->containment, <, 0.999);
  g_assert_nonnull (strstr (edge->evidence, "five-word runs"));
  g_assert_cmpuint (bl_origins_cluster (origins, copy), ==, bl_origins_cluster (origins, wire));
  g_assert_cmpuint (witnesses (origins, &edition), ==, 1);
  edition_clear (&edition);
}

/* One of three sentences: said, and no reason to count one witness for two. */
static void
test_derived (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  const BlArticle *derived = edition_add (&edition, &room, "post", "2025-05-21", OWN_1 WIRE_2 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_DERIVED);
  g_assert_cmpuint (edge->from, ==, derived->index);
  g_assert_cmpfloat (edge->containment, >=, 0.2);
  g_assert_cmpfloat (edge->containment, <, 0.5);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 2);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 2);
  edition_clear (&edition);
}

/* The same news in other words. */
static void
test_agreement_is_no_copy (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2);
  edition_add (&edition, &room, "post", "2025-05-20",
               "A storm broke cranes in Lumen, where the harbour is closed. " OWN_1 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  g_assert_cmpuint (bl_origins_edges (origins)->len, ==, 0);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 2);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 2);
  edition_clear (&edition);
}

/* A credit joins an article with those of the credited source on that day and the two before. */
static void
test_credit (void)
{
  static const struct
  {
    const char *date;
    gboolean joined;
  } cases[] = { { "2025-05-20", TRUE }, { "2025-05-22", TRUE }, { "2025-05-23", FALSE }, { "2025-05-19", FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      const BlArticle *wire = edition_add (&edition, &room, "Lumen Wire", "2025-05-20", WIRE_1 WIRE_2);
      edition_add (&edition, &room, "post", cases[i].date, OWN_1 OWN_2);
      BlArticle *post = &edition.articles[1];
      post->origin = (char *) "Lumen Wire";
      g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
      g_assert_cmpstr (bl_origins_credit (origins, post), ==, "Lumen Wire");
      g_assert_null (bl_origins_credit (origins, wire));
      g_assert_cmpuint (bl_origins_n_clusters (origins), ==, cases[i].joined ? 1 : 2);
      if (cases[i].joined)
        {
          const BlOriginEdge *edge = only_edge (origins);
          g_assert_cmpint (edge->kind, ==, BL_EDGE_CREDIT);
          g_assert_cmpuint (edge->from, ==, post->index);
          g_assert_cmpuint (edge->to, ==, wire->index);
        }
      edition_clear (&edition);
    }
}

static void
test_credit_in_the_text (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "Reuters", "2025-05-20", WIRE_1 WIRE_2);
  const BlArticle *post = edition_add (&edition, &room, "post", "2025-05-20", "LUMEN (Reuters) - " OWN_1 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  g_assert_cmpstr (bl_origins_credit (origins, post), ==, "Reuters");
  g_assert_cmpint (only_edge (origins)->kind, ==, BL_EDGE_CREDIT);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 1);
  edition_clear (&edition);
}

/* An outlet does not corroborate itself. */
static void
test_one_source_is_one_witness (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2);
  edition_add (&edition, &room, "wire", "2025-05-21", OWN_1 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 2);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 1);
  edition_clear (&edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/origins/same-text", test_same_text);
  g_test_add_func ("/origins/copy", test_copy);
  g_test_add_func ("/origins/derived", test_derived);
  g_test_add_func ("/origins/agreement-is-no-copy", test_agreement_is_no_copy);
  g_test_add_func ("/origins/credit", test_credit);
  g_test_add_func ("/origins/credit-in-the-text", test_credit_in_the_text);
  g_test_add_func ("/origins/one-source-is-one-witness", test_one_source_is_one_witness);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
