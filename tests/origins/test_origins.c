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

#define QUOTED_1 "“I have never seen the sea take hold of iron like that in thirty years,” said the harbour master. "
#define QUOTED_2 "The harbour master told us: “I have never seen the sea take hold of iron like that in thirty years.” "

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
test_shared_text (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  const BlArticle *later = edition_add (&edition, &room, "post", "2025-05-21", OWN_1 WIRE_2 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_SHARED_TEXT);
  g_assert_cmpuint (edge->from, ==, later->index);
  g_assert_cmpfloat (edge->containment, >=, 0.2);
  g_assert_cmpfloat (edge->containment, <, 0.5);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 2);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 2);
  edition_clear (&edition);
}

/* The same sentence, and a quotation that nobody else has: one witness. */
static void
test_derived (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 QUOTED_1);
  const BlArticle *derived = edition_add (&edition, &room, "post", "2025-05-21", OWN_1 WIRE_2 QUOTED_2 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_DERIVED);
  g_assert_cmpuint (edge->from, ==, derived->index);
  g_assert_nonnull (strstr (edge->evidence, "1 rare quotation"));
  g_assert_cmpfloat (edge->containment, <, 0.5);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 1);
  g_assert_cmpuint (witnesses (origins, &edition), ==, 1);
  edition_clear (&edition);
}

/* Five figures in one order, by hand: 40, 312, 75, 1,500, 26. */
static void
test_figures_in_one_order (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "wire", "2025-05-20",
               WIRE_2
               "The port lost 40 crates, 312 barrels and 75 boats. It will take 1,500 workers 26 weeks to mend it. " OWN_2);
  edition_add (&edition, &room, "post", "2025-05-21",
               OWN_1 WIRE_2 "Gone are 40 crates of fruit, 312 barrels of oil, 75 boats; 1,500 workers are hired for 26 weeks.");
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginEdge *edge = only_edge (origins);
  g_assert_cmpint (edge->kind, ==, BL_EDGE_DERIVED);
  g_assert_nonnull (strstr (edge->evidence, "5 figures in one order"));
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

/* Of the wire's two articles of the day the one that names the same things is meant. */
static void
test_credit_of_several (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "Reuters", "2025-05-20", "Bakers in Kabul sold out before nine. Kabul was short of onions.");
  const BlArticle *meant
      = edition_add (&edition, &room, "Reuters", "2025-05-20", "Ships wait off Odesa. A crane fell in Odesa.");
  edition_add (&edition, &room, "post", "2025-05-20", "(Reuters) - A storm hit the port of Odesa. Odesa has three cranes.");
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  g_assert_cmpuint (only_edge (origins)->to, ==, meant->index);
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 2);
  edition_clear (&edition);
}

/* "according to" far down is of one statement: said, not joined. */
static void
test_relay (void)
{
  static const struct
  {
    const char *text;
    BlEdgeKind kind;
  } cases[] = {
    { "The port is closed, according to the news agency Reuters. " OWN_1, BL_EDGE_CREDIT },
    { OWN_1 OWN_2 OWN_1 "Two cranes are lost, Reuters reported.", BL_EDGE_RELAY },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "Reuters", "2025-05-20", WIRE_1 WIRE_2);
      const BlArticle *post = edition_add (&edition, &room, "post", "2025-05-20", cases[i].text);
      g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
      g_assert_cmpstr (bl_origins_credit (origins, post), ==, "Reuters");
      g_assert_cmpint (only_edge (origins)->kind, ==, cases[i].kind);
      g_assert_cmpint (bl_origins_is_relayed (origins, post), ==, cases[i].kind == BL_EDGE_CREDIT);
      g_assert_cmpuint (bl_origins_n_clusters (origins), ==, cases[i].kind == BL_EDGE_CREDIT ? 1 : 2);
      edition_clear (&edition);
    }
}

/* The address of an article, as isBasedOn has it, or of its site. */
static void
test_credit_by_address (void)
{
  Edition edition = { 0 };
  const BlArticle *wire = edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2);
  edition.articles[0].url = (char *) "https://www.wire.example/2025/harbour/";
  const BlArticle *post = edition_add (&edition, &room, "post", "2025-05-20", OWN_1 OWN_2);
  edition.articles[1].origin = (char *) "https://wire.example/2025/harbour?from=feed";
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  g_assert_cmpuint (only_edge (origins)->to, ==, wire->index);
  g_assert_true (bl_origins_is_relayed (origins, post));
  g_assert_cmpuint (bl_origins_n_clusters (origins), ==, 1);
  edition_clear (&edition);
}

/* Nobody says where an error comes from, but it says something: two names misspelled alike by two outlets of one week. */
static void
test_shared_errors (void)
{
  static const struct
  {
    const char *text, *date;
    guint n_clusters, n_edges;
  } cases[] = {
    { "President Emmanuel Makron met Chancellor Olof Scholtz in the old town.", "2022-05-21", 1, 1 },
    { "President Emmanuel Makron came to the market and bought onions there.", "2022-05-21", 2,
      1 }, /* one is said, not joined */
    { "President Emmanuel Makron met Chancellor Olof Scholtz in the old town.", "2022-07-21", 2, 0 },
    { "President Emmanuel Macron met Chancellor Olaf Scholz in the old town.", "2022-05-21", 2,
      0 }, /* what is right says nothing */
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "wire", "2022-05-20",
                   "French President Emmanuel Makron said so. German Chancellor Olof Scholtz did not answer.");
      edition_add (&edition, &room, "post", cases[i].date, cases[i].text);
      g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
      g_assert_cmpuint (bl_origins_edges (origins)->len, ==, cases[i].n_edges);
      if (cases[i].n_edges > 0)
        g_assert_cmpint (only_edge (origins)->kind, ==, BL_EDGE_SHARED_ERROR);
      g_assert_cmpuint (bl_origins_n_clusters (origins), ==, cases[i].n_clusters);
      edition_clear (&edition);
    }
}

/* Who is behind a cluster: whom it credits, or nobody knows. */
static void
test_names_of_origins (void)
{
  Edition edition = { 0 };
  const BlArticle *wire = edition_add (&edition, &room, "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3);
  const BlArticle *copy = edition_add (&edition, &room, "post", "2025-05-21", "LUMEN (Reuters) - " WIRE_1 WIRE_2 WIRE_3);
  const BlArticle *own = edition_add (&edition, &room, "times", "2025-05-21", OWN_1 OWN_2);
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  const BlOriginCluster *cluster = bl_origins_cluster_at (origins, bl_origins_cluster (origins, copy));
  g_assert_cmpuint (cluster->n_articles, ==, 2);
  g_assert_true (cluster->earliest == wire);
  g_assert_cmpstr (cluster->origin, ==, "Reuters");
  g_assert_cmpstr (bl_origins_witness_name (origins, bl_origins_witness (origins, wire)), ==, "Reuters");
  cluster = bl_origins_cluster_at (origins, bl_origins_cluster (origins, own));
  g_assert_null (cluster->origin); /* unknown */
  g_assert_cmpstr (bl_origins_witness_name (origins, bl_origins_witness (origins, own)), ==, "times");
  edition_clear (&edition);
}

static const BlArticle *
add_credited (Edition *edition, const char *source, const char *origin, const char *text)
{
  const BlArticle *article = edition_add (edition, &room, source, "2025-05-22", text);
  ((BlArticle *) article)->origin = (char *) origin;
  return article;
}

/* An outlet that credits itself by another of its names is no second witness, nor are two that credit two of its names, even where it
 * wrote nothing of what is compared. */
static void
test_aliases (void)
{
  static char *aliases[] = { "The Morning Times", "M.T.", NULL };
  for (guint i = 0; i < 4; i++)
    {
      const gboolean named = i % 2 != 0, absent = i / 2 != 0;
      Edition edition = { 0 };
      BlSource *times = (BlSource *) edition_source (&edition, "mt");
      times->aliases = named ? aliases : NULL;
      const BlArticle *other = add_credited (&edition, "post", "Morning Times", WIRE_3);
      add_credited (&edition, absent ? "herald" : "mt", "M.T.", WIRE_1 WIRE_2);
      if (!absent)
        edition_add (&edition, &room, "mt", "2025-05-20", OWN_1 OWN_2);
      g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
      g_assert_cmpuint (witnesses (origins, &edition), ==, named ? 1 : absent ? 2 : 3);
      g_assert_cmpstr (bl_origins_witness_name (origins, bl_origins_witness (origins, other)), ==,
                       named ? "mt" : "Morning Times");
      edition_clear (&edition);
    }
}

/* --- properties ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *source, *date, *text;
} Piece;

static const Piece pieces[]
    = { { "wire", "2025-05-20", WIRE_1 WIRE_2 WIRE_3 },   { "post", "2025-05-21", OWN_1 WIRE_1 WIRE_2 },
        { "times", "2025-05-21", OWN_1 WIRE_2 OWN_2 },    { "post", "2025-05-22", QUOTED_1 OWN_2 WIRE_3 },
        { "herald", "2025-05-20", WIRE_1 WIRE_2 WIRE_3 }, { "gazette", "2025-05-23", QUOTED_2 OWN_1 } };

/* Whether articles i and k of pieces, read in an order and with something behind each, are of one cluster: a bit each; and counts. */
static guint64
clusters_of (const guint *order, const char *behind, guint *n_clusters, guint *n_witnesses)
{
  Edition edition = { 0 };
  const BlArticle *articles[G_N_ELEMENTS (pieces)];
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const Piece *piece = &pieces[order[i]];
      g_autofree char *text = g_strconcat (piece->text, behind, NULL);
      articles[order[i]] = edition_add (&edition, &room, piece->source, piece->date, text);
    }
  g_autoptr (BlOrigins) origins = bl_origins_find (edition.claims);
  guint64 bits = 0;
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
      bits = bits << 1 | (bl_origins_cluster (origins, articles[i]) == bl_origins_cluster (origins, articles[k]));
  *n_clusters = bl_origins_n_clusters (origins);
  *n_witnesses = witnesses (origins, &edition);
  edition_clear (&edition);
  return bits;
}

static void
test_order_changes_nothing (void)
{
  static const guint orders[][G_N_ELEMENTS (pieces)]
      = { { 0, 1, 2, 3, 4, 5 }, { 5, 4, 3, 2, 1, 0 }, { 2, 0, 4, 1, 5, 3 }, { 3, 5, 1, 4, 0, 2 } };
  guint n, m;
  const guint64 expected = clusters_of (orders[0], "", &n, &m);
  for (guint i = 1; i < G_N_ELEMENTS (orders); i++)
    {
      guint n_clusters, n_witnesses;
      g_assert_true (clusters_of (orders[i], "", &n_clusters, &n_witnesses) == expected);
      g_assert_cmpuint (n_clusters, ==, n);
      g_assert_cmpuint (n_witnesses, ==, m);
    }
}

/* What every site has below its articles. */
static void
test_boilerplate_changes_nothing (void)
{
  static const guint order[] = { 0, 1, 2, 3, 4, 5 };
  guint n, m, n_clusters, n_witnesses;
  const guint64 expected = clusters_of (order, "", &n, &m);
  g_assert_true (
      clusters_of (order,
                   "\n\nSubscribe to our newsletter and never miss a story.\n\nFollow us on Facebook and on our channel.\n\n"
                   "We use cookies to give you the best experience of our website.\n",
                   &n_clusters, &n_witnesses)
      == expected);
  g_assert_cmpuint (n_clusters, ==, n);
  g_assert_cmpuint (n_witnesses, ==, m);
}

/* A further outlet prints what is there already. */
static void
test_copy_changes_no_count (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
    {
      Edition edition = { 0 };
      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        edition_add (&edition, &room, pieces[i].source, pieces[i].date, pieces[i].text);
      g_autoptr (BlOrigins) before = bl_origins_find (edition.claims);
      const guint n = bl_origins_n_clusters (before), m = witnesses (before, &edition);
      edition_add (&edition, &room, "reprint", "2025-05-24", pieces[k].text);
      g_autoptr (BlOrigins) after = bl_origins_find (edition.claims);
      g_assert_cmpuint (bl_origins_n_clusters (after), ==, n);
      g_assert_cmpuint (witnesses (after, &edition), ==, m);
      edition_clear (&edition);
    }
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
  g_test_add_func ("/origins/shared-text", test_shared_text);
  g_test_add_func ("/origins/derived", test_derived);
  g_test_add_func ("/origins/figures-in-one-order", test_figures_in_one_order);
  g_test_add_func ("/origins/agreement-is-no-copy", test_agreement_is_no_copy);
  g_test_add_func ("/origins/credit", test_credit);
  g_test_add_func ("/origins/credit-in-the-text", test_credit_in_the_text);
  g_test_add_func ("/origins/credit-of-several", test_credit_of_several);
  g_test_add_func ("/origins/relay", test_relay);
  g_test_add_func ("/origins/credit-by-address", test_credit_by_address);
  g_test_add_func ("/origins/shared-errors", test_shared_errors);
  g_test_add_func ("/origins/names", test_names_of_origins);
  g_test_add_func ("/origins/aliases", test_aliases);
  g_test_add_func ("/origins/properties/order", test_order_changes_nothing);
  g_test_add_func ("/origins/properties/boilerplate", test_boilerplate_changes_nothing);
  g_test_add_func ("/origins/properties/copy", test_copy_changes_no_count);
  g_test_add_func ("/origins/one-source-is-one-witness", test_one_source_is_one_witness);
  const int code = g_test_run ();
  newsroom_close (&room);
  return code;
}
