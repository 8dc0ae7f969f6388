/* Which articles have a galley, the section of them, and the head of each: coverage as a bar with its numbers. */
#include "html/galley.h"

#include "html/parts.h"
#include "html/sections.h"

#include <string.h>

/* Galleys of a whole corpus, and bytes of their texts: the page stays one that opens at once. */
#define MAX_GALLEYS 24
#define MAX_BYTES (400 * 1024)

/* Characters of a headline, and of a span in the list. */
#define HEADLINE 120
#define SPAN 140

/* --- which articles ------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint index, n_errors, n_warnings;
} Asked;

static int
compare_asked (gconstpointer a, gconstpointer b)
{
  const Asked *x = a, *y = b;
  if (x->n_errors != y->n_errors)
    return x->n_errors > y->n_errors ? -1 : 1;
  if (x->n_warnings != y->n_warnings)
    return x->n_warnings > y->n_warnings ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/* The articles that errors and warnings ask about, the gravest first; the caller's. */
static GArray *
articles_asked (const BlRun *run)
{
  const guint n = bl_corpus_n_articles (run->corpus);
  g_autofree Asked *all = g_new0 (Asked, n + 1);
  const GPtrArray *list = bl_findings_list (run->findings);
  for (guint i = 0; i < list->len; i++)
    {
      const BlFinding *finding = list->pdata[i];
      if (bl_review_hides (run->review, finding))
        continue;
      all[finding->at->article->index].n_errors += finding->severity == BL_SEVERITY_ERROR;
      all[finding->at->article->index].n_warnings += finding->severity == BL_SEVERITY_WARNING;
    }
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  for (guint i = 0; i < n; i++)
    {
      all[i].index = i;
      if (all[i].n_errors + all[i].n_warnings > 0)
        g_array_append_val (asked, all[i]);
    }
  g_array_sort (asked, compare_asked);
  return asked;
}

static GPtrArray *
choose (BlHtmlGalleys *galleys, const BlRun *run)
{
  g_autoptr (GArray) asked = articles_asked (run);
  g_autofree gboolean *wanted = g_new0 (gboolean, bl_corpus_n_articles (run->corpus) + 1);
  gsize bytes = 0;
  guint n = 0;
  for (guint i = 0; i < asked->len; i++)
    {
      const guint index = g_array_index (asked, Asked, i).index;
      gsize length;
      bl_document_text (bl_corpus_article (run->corpus, index)->document, &length);
      if (n == MAX_GALLEYS || bytes + length > MAX_BYTES)
        continue;
      wanted[index] = TRUE;
      bytes += length;
      n++;
    }
  galleys->n_left_out = asked->len - n;
  return n > 0 ? bl_coverage_new (run, wanted) : NULL;
}

char *
bl_html_galley_id (guint galley, guint span, const char *suffix)
{
  return g_strdup_printf ("g%u-%u%s", galley + 1, span + 1, suffix);
}

void
bl_html_galleys_init (BlHtmlGalleys *galleys, const BlRun *run)
{
  *galleys = (BlHtmlGalleys){ .run = run, .places = g_hash_table_new_full (NULL, NULL, NULL, g_free) };
  galleys->coverages = bl_coverage_of_drafts (run);
  galleys->of_drafts = galleys->coverages != NULL;
  if (!galleys->of_drafts)
    galleys->coverages = choose (galleys, run);
  for (guint i = 0; galleys->coverages != NULL && i < galleys->coverages->len; i++)
    {
      const BlCoverage *coverage = galleys->coverages->pdata[i];
      for (guint k = 0; k < coverage->spans->len; k++)
        {
          const GPtrArray *findings = g_array_index (coverage->spans, BlCoverSpan, k).findings;
          for (guint f = 0; findings != NULL && f < findings->len; f++)
            if (!g_hash_table_contains (galleys->places, findings->pdata[f]))
              g_hash_table_insert (galleys->places, findings->pdata[f], bl_html_galley_id (i, k, ""));
        }
    }
}

void
bl_html_galleys_clear (BlHtmlGalleys *galleys)
{
  g_clear_pointer (&galleys->coverages, g_ptr_array_unref);
  g_clear_pointer (&galleys->places, g_hash_table_unref);
}

void
bl_html_galley_link (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  /* With several files the galleys are in another one than most cards. */
  const char *place
      = cards->galleys != NULL && cards->places == NULL ? g_hash_table_lookup (cards->galleys->places, finding) : NULL;
  if (place == NULL)
    return;
  bl_html_begin (writer, "a");
  bl_html_attribute (writer, "class", "to-galley");
  bl_html_attributef (writer, "href", "#%s", place);
  bl_html_text (writer, "in the galley");
  bl_html_end (writer, "a");
}

/* --- the head of a galley ------------------------------------------------------------------------------------------- */

static const struct
{
  const char *css_class, *sample, *mark, *label;
} states[BL_N_COVERS] = {
  [BL_COVER_QUERY] = { "is-query", "query", "?", "asked about" },
  [BL_COVER_AGREES] = { "is-agrees", "agrees", "=2", "other origins that say it too" },
  [BL_COVER_SINGLE] = { "is-single", "alone", "=0", "found in no other origin" },
  [BL_COVER_NOT_COMPARABLE] = { "is-apart", "apart", "–", "cannot be compared" },
  [BL_COVER_SET_ASIDE] = { "is-decided", "decided", "×", "set aside" },
};

const char *
bl_html_cover_class (BlCover state)
{
  return states[state].css_class;
}

/* One bar, cut by state; the numbers stand in the list below it. */
static void
write_bar (BlHtmlWriter *writer, const BlCoverage *coverage)
{
  g_autofree char *sentence = bl_coverage_sentence (coverage);
  const guint n = coverage->spans->len;
  bl_html_begin (writer, "svg");
  bl_html_attribute (writer, "class", "cover-bar");
  bl_html_attributef (writer, "viewBox", "0 0 %u 10", MAX (n, 1));
  bl_html_attribute (writer, "preserveAspectRatio", "none");
  bl_html_attribute (writer, "role", "img");
  bl_html_attribute (writer, "aria-label", sentence);
  guint x = 0;
  for (guint state = 0; state < BL_N_COVERS; state++)
    {
      if (coverage->counts[state] == 0)
        continue;
      bl_html_begin (writer, "rect");
      bl_html_attribute (writer, "class", states[state].css_class);
      bl_html_attributef (writer, "x", "%u", x);
      bl_html_attribute (writer, "y", "0");
      bl_html_attributef (writer, "width", "%u", coverage->counts[state]);
      bl_html_attribute (writer, "height", "10");
      bl_html_end (writer, "rect");
      x += coverage->counts[state];
    }
  bl_html_end (writer, "svg");
}

/* How each state is underlined, and how often it is there. */
static void
write_key (BlHtmlWriter *writer, const BlCoverage *coverage)
{
  bl_html_begin (writer, "ul");
  bl_html_attribute (writer, "class", "cover-key");
  for (guint state = 0; state < BL_N_COVERS; state++)
    {
      if (coverage->counts[state] == 0)
        continue;
      bl_html_begin (writer, "li");
      bl_html_begin (writer, "b");
      bl_html_textf (writer, "%u", coverage->counts[state]);
      bl_html_end (writer, "b");
      bl_html_text (writer, " ");
      bl_html_begin (writer, "span");
      bl_html_attributef (writer, "class", "cover %s", states[state].css_class);
      bl_html_attribute (writer, "data-mark", states[state].mark);
      bl_html_text (writer, states[state].sample);
      bl_html_end (writer, "span");
      bl_html_textf (writer, " %s", states[state].label);
      bl_html_end (writer, "li");
    }
  bl_html_end (writer, "ul");
}

static void
write_head (BlHtmlWriter *writer, const BlCoverage *coverage)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_source_and_day (writer, coverage->article);
  bl_html_text (writer, " · ");
  bl_html_element (writer, "bdi", "file", coverage->article->id);
  bl_html_end (writer, "p");
  if (coverage->spans->len == 0)
    {
      bl_html_element (writer, "p", "aside",
                       "Nothing in this text can be checked: no figure, day, office, quotation or statement was read in it.");
      return;
    }
  write_bar (writer, coverage);
  write_key (writer, coverage);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "aside");
  bl_html_textf (writer, "%u of %u words stand in a span that can be checked. What is not underlined was not checked.",
                 coverage->n_covered, coverage->n_words);
  bl_html_end (writer, "p");
}

/* All spans in reading order, for who cannot see lines or wants them on paper. */
static void
write_list (BlHtmlWriter *writer, const BlRun *run, const BlCoverage *coverage, guint number)
{
  static const char *const titles[] = { "Line", "Text", "What became of it", NULL };
  const guint n = coverage->spans->len;
  if (n == 0)
    return;
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "cover-list");
  bl_html_begin (writer, "summary");
  bl_html_textf (writer, "All %u span%s in reading order", n, bl_html_plural (n));
  bl_html_end (writer, "summary");
  bl_html_begin (writer, "table");
  bl_html_table_head (writer, titles);
  bl_html_begin (writer, "tbody");
  for (guint i = 0; i < n; i++)
    {
      const BlCoverSpan *span = &g_array_index (coverage->spans, BlCoverSpan, i);
      g_autofree char *id = bl_html_galley_id (number, i, "");
      g_autofree char *text = bl_html_shorten (span->at->text, SPAN);
      g_autofree char *words = bl_cover_words (run, span);
      bl_html_begin (writer, "tr");
      bl_html_begin (writer, "td");
      bl_html_attribute (writer, "class", "n");
      bl_html_begin (writer, "a");
      bl_html_attributef (writer, "href", "#%s", id);
      bl_html_textf (writer, "%u", span->at->location.line);
      bl_html_end (writer, "a");
      bl_html_end (writer, "td");
      bl_html_begin (writer, "td");
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "said");
      bl_html_language (writer, coverage->article);
      bl_html_text (writer, text);
      bl_html_end (writer, "span");
      bl_html_end (writer, "td");
      bl_html_element (writer, "td", NULL, words);
      bl_html_end (writer, "tr");
    }
  bl_html_end (writer, "tbody");
  bl_html_end (writer, "table");
  bl_html_end (writer, "details");
}

/* --- the section ---------------------------------------------------------------------------------------------------- */

static void
write_draft (BlHtmlWriter *writer, const BlHtmlCards *cards, guint number)
{
  const BlCoverage *coverage = cards->galleys->coverages->pdata[number];
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "galley");
  /* The headline stands in the text. */
  if (cards->galleys->coverages->len > 1)
    bl_html_element (writer, "h3", NULL, coverage->article->id);
  write_head (writer, coverage);
  bl_html_galley_text (writer, cards, coverage, number);
  write_list (writer, cards->run, coverage, number);
  bl_html_end (writer, "div");
}

static void
write_folded (BlHtmlWriter *writer, const BlHtmlCards *cards, guint number)
{
  const BlCoverage *coverage = cards->galleys->coverages->pdata[number];
  g_autofree char *headline = bl_html_headline (coverage->article, HEADLINE);
  const guint queries = coverage->counts[BL_COVER_QUERY];
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "galley");
  bl_html_begin (writer, "summary");
  bl_html_begin (writer, "b");
  bl_html_language (writer, coverage->article);
  bl_html_text (writer, headline);
  bl_html_end (writer, "b");
  bl_html_text (writer, " ");
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "count");
  bl_html_source_and_day (writer, coverage->article);
  bl_html_textf (writer, ", %u %s", queries, queries == 1 ? "query" : "queries");
  bl_html_end (writer, "span");
  bl_html_end (writer, "summary");
  write_head (writer, coverage);
  bl_html_galley_text (writer, cards, coverage, number);
  bl_html_end (writer, "details");
}

void
bl_html_galleys (BlHtmlWriter *writer, const BlHtmlCards *cards)
{
  const BlHtmlGalleys *galleys = cards->galleys;
  if (galleys == NULL || galleys->coverages == NULL)
    return;
  const guint n = galleys->coverages->len;
  bl_html_section (writer, "galleys", n == 1 && galleys->of_drafts ? "Galley" : "Galleys");
  if (!galleys->of_drafts)
    bl_html_element (
        writer, "p", "aside",
        "Articles that an error or a warning asks about, with what became of everything in them that can be checked.");
  for (guint i = 0; i < n; i++)
    if (galleys->of_drafts)
      write_draft (writer, cards, i);
    else
      write_folded (writer, cards, i);
  bl_html_left_out (writer, n + galleys->n_left_out, n, "articles");
  bl_html_end (writer, "section");
}
