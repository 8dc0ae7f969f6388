/* What becomes of the checkable spans of an article, on corpora of a few sentences. */
#include "report/coverage.h"

#include "../origins/newsroom.h"

static Newsroom room;

typedef struct
{
  BlOrigins *origins;
  BlComparisons *comparisons;
  BlFindings *findings;
  GPtrArray *coverages;
  BlRun run;
} Desk;

/* Compares the edition and covers its first article. */
static const BlCoverage *
desk_open (Desk *desk, const Edition *edition)
{
  desk->origins = bl_origins_find (edition->claims);
  const BlCompareInput input
      = { .kb = room.kb, .article_claims = edition->claims, .origins = desk->origins, .cues = room.cues };
  desk->comparisons = bl_compare (&input);
  desk->findings = bl_findings_new (desk->comparisons, NULL);
  desk->run = (BlRun){ .kb = room.kb,
                       .rules = room.rules,
                       .article_claims = edition->claims,
                       .origins = desk->origins,
                       .comparisons = desk->comparisons,
                       .findings = desk->findings };
  gboolean wanted[MAX_ARTICLES] = { TRUE };
  desk->coverages = bl_coverage_new (&desk->run, wanted);
  g_assert_cmpuint (desk->coverages->len, ==, 1);
  const BlCoverage *coverage = desk->coverages->pdata[0];
  g_assert_true (coverage->article == &edition->articles[0]);
  return coverage;
}

static void
desk_close (Desk *desk, Edition *edition)
{
  g_ptr_array_unref (desk->coverages);
  bl_findings_free (desk->findings);
  bl_comparisons_free (desk->comparisons);
  bl_origins_free (desk->origins);
  edition_clear (edition);
}

/* The span of exactly this text. */
static const BlCoverSpan *
span_of (const BlCoverage *coverage, const char *text)
{
  const char *all = bl_document_text (coverage->article->document, NULL);
  for (guint i = 0; i < coverage->spans->len; i++)
    {
      const BlCoverSpan *span = &g_array_index (coverage->spans, BlCoverSpan, i);
      if (bl_span_length (span->span) == strlen (text) && strncmp (all + span->span.start, text, strlen (text)) == 0)
        return span;
    }
  g_error ("no span “%s”", text);
}

static void
assert_words (const Desk *desk, const BlCoverSpan *span, const char *words)
{
  g_autofree char *found = bl_cover_words (&desk->run, span);
  g_assert_cmpstr (found, ==, words);
}

#define FIRE "The fire in the grain market of Lumen killed 12 people on Monday, the town council said."
#define FIRE_2 "On Monday the fire in the grain market of Lumen killed 12 people, a doctor of the council said."
#define FIRE_3 "A doctor of the council said that on Monday the fire of Lumen in the grain market killed 12 people."

/* Each origin counts once, whoever copies it, and never the article's own. */
static void
test_agrees (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20", FIRE " Bakers shut their shops.");
  edition_add (&edition, &room, "herald", "2025-05-20", FIRE_2 " Nobody knew the cause of it yet.");
  edition_add (&edition, &room, "herald", "2025-05-21", FIRE_3 " The mayor came in the night.");
  edition_add (&edition, &room, "post", "2025-05-21", FIRE_2 " The bakers are open again.");
  Desk desk;
  const BlCoverSpan *span = span_of (desk_open (&desk, &edition), "12 people");
  g_assert_cmpint (span->state, ==, BL_COVER_AGREES);
  g_assert_cmpint (span->kind, ==, BL_CHECKABLE_FIGURE);
  g_assert_cmpuint (span->witnesses->len, ==, 1);
  assert_words (&desk, span, "agrees with herald");
  desk_close (&desk, &edition);
}

/* A copy of the article, another article of its source, the same sentence in another paper: nobody else says it. */
static void
test_copies (void)
{
  static const struct
  {
    const char *source, *text;
  } others[] = {
    { "herald", FIRE " Bakers shut their shops and the market stayed closed until noon." },
    { "post", FIRE_2 " Nobody knew the cause of it yet." },
    { "herald",
      "The council met all night. " FIRE " Nobody knew the cause of it yet, and the insurers asked for time. The clerks "
      "of the harbour wrote down what was lost, and ships were sent on to the next port." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2025-05-20",
                   FIRE " Bakers shut their shops and the market stayed closed until noon.");
      edition_add (&edition, &room, others[i].source, "2025-05-20", others[i].text);
      Desk desk;
      const BlCoverSpan *span = span_of (desk_open (&desk, &edition), "12 people");
      g_assert_cmpint (span->state, ==, BL_COVER_SINGLE);
      g_assert_null (span->witnesses);
      g_assert_cmpuint (span->n_copies, ==, 1);
      desk_close (&desk, &edition);
    }
}

/* Silence is no agreement, nor is a figure of something else. */
static void
test_single (void)
{
  Edition edition = { 0 };
  edition_add (&edition, &room, "post", "2025-05-20", FIRE " Bakers shut their shops.");
  edition_add (&edition, &room, "herald", "2025-05-20",
               "A bus with 12 people left the road near Norvik. The driver was unhurt.");
  Desk desk;
  const BlCoverSpan *span = span_of (desk_open (&desk, &edition), "12 people");
  g_assert_cmpint (span->state, ==, BL_COVER_SINGLE);
  assert_words (&desk, span, "found in no other origin");
  desk_close (&desk, &edition);
}

static void
test_not_comparable (void)
{
  static const struct
  {
    const char *date, *text, *span, *why;
  } cases[] = {
    { "2025-05-20", "Fans still speak of the 2016 election in every pub of Lumen.", "2016",
      "it names an event and does not date it" },
    { "2025-05-20", "The bridge opens on a Sunday, whoever comes to cross it.", "Sunday", "it is no day of a known week" },
    { "", "The town council of Lumen voted on Monday to close the bridge.", "Monday", "the day of the article is not known" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", cases[i].date, cases[i].text);
      Desk desk;
      const BlCoverSpan *span = span_of (desk_open (&desk, &edition), cases[i].span);
      g_assert_cmpint (span->state, ==, BL_COVER_NOT_COMPARABLE);
      g_assert_cmpstr (span->reason, ==, cases[i].why);
      desk_close (&desk, &edition);
    }
}

/* Of two articles that contradict each other both are asked about. */
static void
test_query (void)
{
  static const char *const texts[] = { "Poland will not send troops to Ukraine.", "Poland will send troops to Ukraine." };
  for (guint first = 0; first < 2; first++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2025-05-20", texts[first]);
      edition_add (&edition, &room, "herald", "2025-05-20", texts[1 - first]);
      Desk desk;
      const BlCoverage *coverage = desk_open (&desk, &edition);
      g_assert_cmpuint (coverage->counts[BL_COVER_QUERY], ==, 1);
      const BlCoverSpan *span = &g_array_index (coverage->spans, BlCoverSpan, 0);
      g_assert_cmpint (span->state, ==, BL_COVER_QUERY);
      g_assert_cmpint (span->kind, ==, BL_CHECKABLE_STATEMENT);
      g_assert_cmpuint (span->findings->len, ==, 1);
      g_autofree char *sentence = bl_coverage_sentence (coverage);
      g_assert_cmpstr (sentence, ==,
                       "0 of 1 checkable spans agree with another origin, 0 stand alone, 0 cannot be compared, 1 query");
      desk_close (&desk, &edition);
    }
}

/* A quotation stands in another when all of its words do, and one person is said to have said them. */
static void
test_quotations (void)
{
  static const struct
  {
    const char *other;
    BlCover state;
  } cases[] = {
    { "“I was told of it, and we never saw the bill for the new bridge, not once,” the mayor Ann Lee said.", BL_COVER_AGREES },
    { "“We never saw the bill for the old bridge, not once,” the mayor Ann Lee said.", BL_COVER_SINGLE },
    { "“We never saw the bill for the new bridge, not once,” the engineer Tom Reed said.", BL_COVER_SINGLE },
    { "“We never saw the bill,” the mayor Ann Lee said.", BL_COVER_SINGLE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2025-05-20",
                   "“We never saw the bill for the new bridge,” the mayor Ann Lee said.");
      edition_add (&edition, &room, "herald", "2025-05-20", cases[i].other);
      Desk desk;
      const BlCoverSpan *span = span_of (desk_open (&desk, &edition), "“We never saw the bill for the new bridge,”");
      if (span->state != BL_COVER_QUERY || cases[i].state == BL_COVER_AGREES)
        g_assert_cmpint (span->state, ==, cases[i].state);
      g_assert_cmpint (span->kind, ==, BL_CHECKABLE_QUOTATION);
      desk_close (&desk, &edition);
    }
}

/* An office is one span however often it is told, and of its time. */
static void
test_offices (void)
{
  static const struct
  {
    const char *date;
    BlCover state;
  } cases[] = { { "2016-03-01", BL_COVER_AGREES }, { "2015-03-01", BL_COVER_SINGLE }, { "", BL_COVER_SINGLE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Edition edition = { 0 };
      edition_add (&edition, &room, "post", "2016-03-02",
                   "President Barack Obama came to Lumen. President Barack Obama stayed a day.");
      edition_add (&edition, &room, "herald", cases[i].date, "The guests waited for President Obama, who was late.");
      Desk desk;
      const BlCoverage *coverage = desk_open (&desk, &edition);
      const BlCoverSpan *span = span_of (coverage, "President Barack Obama");
      g_assert_cmpint (span->state, ==, cases[i].state);
      g_assert_cmpuint (coverage->spans->len, ==, 1);
      g_assert_cmpuint (coverage->n_words, ==, 12);
      g_assert_cmpuint (coverage->n_covered, ==, 3);
      desk_close (&desk, &edition);
    }
}

/* Spans are in order, and each lies in the one before it or behind it. */
static void
test_nesting (void)
{
  Edition edition = { 0 };
  edition_add (
      &edition, &room, "post", "2025-05-20",
      "“We counted 40 ships in the bay on Monday,” the mayor Ann Lee said. Poland will not send 500 troops to Ukraine on "
      "Friday, and 12 of 14 people left on 3 May 2025.");
  Desk desk;
  const BlCoverage *coverage = desk_open (&desk, &edition);
  gboolean nested = FALSE;
  guint n = 0;
  for (guint i = 0; i < coverage->spans->len; i++)
    for (guint k = i + 1; k < coverage->spans->len; k++)
      {
        const BlSpan a = g_array_index (coverage->spans, BlCoverSpan, i).span,
                     b = g_array_index (coverage->spans, BlCoverSpan, k).span;
        g_assert_cmpuint (a.start, <=, b.start);
        g_assert_true (bl_span_contains (a, b) || !bl_span_overlaps (a, b));
        nested |= bl_span_contains (a, b);
      }
  g_assert_true (nested);
  for (guint state = 0; state < BL_N_COVERS; state++)
    n += coverage->counts[state];
  g_assert_cmpuint (n, ==, coverage->spans->len);
  g_assert_cmpuint (coverage->n_covered, <, coverage->n_words);
  desk_close (&desk, &edition);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  newsroom_open (&room);
  g_test_add_func ("/coverage/agrees", test_agrees);
  g_test_add_func ("/coverage/copies", test_copies);
  g_test_add_func ("/coverage/single", test_single);
  g_test_add_func ("/coverage/not-comparable", test_not_comparable);
  g_test_add_func ("/coverage/query", test_query);
  g_test_add_func ("/coverage/quotations", test_quotations);
  g_test_add_func ("/coverage/offices", test_offices);
  g_test_add_func ("/coverage/nesting", test_nesting);
  const int status = g_test_run ();
  newsroom_close (&room);
  return status;
}
