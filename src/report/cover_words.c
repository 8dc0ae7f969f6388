/* Coverage in words, for every output alike. */
#include "report/coverage.h"

/* Origins of one span that are named. */
#define NAMED 2

const char *
bl_cover_name (BlCover state)
{
  static const char *const names[BL_N_COVERS] = { "query", "agrees", "single", "not-comparable", "set-aside" };
  return names[state];
}

const char *
bl_checkable_name (BlCheckable kind)
{
  static const char *const names[] = { "figure", "day", "office", "quotation", "statement", "other" };
  return names[kind];
}

static const char *
plural (guint n, const char *one, const char *many)
{
  return n == 1 ? one : many;
}

char *
bl_coverage_sentence (const BlCoverage *coverage)
{
  guint n = 0;
  for (guint state = 0; state < BL_N_COVERS; state++)
    n += coverage->counts[state];
  if (n == 0)
    return g_strdup ("nothing in it can be checked");
  const guint agree = coverage->counts[BL_COVER_AGREES], single = coverage->counts[BL_COVER_SINGLE],
              queries = coverage->counts[BL_COVER_QUERY], aside = coverage->counts[BL_COVER_SET_ASIDE];
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%u of %u checkable spans %s with another origin, %u %s alone, %u cannot be compared, %u %s",
                          agree, n, plural (agree, "agrees", "agree"), single, plural (single, "stands", "stand"),
                          coverage->counts[BL_COVER_NOT_COMPARABLE], queries, plural (queries, "query", "queries"));
  if (aside > 0)
    g_string_append_printf (out, ", %u set aside", aside);
  return g_string_free (out, FALSE);
}

static void
append_witnesses (GString *out, const BlRun *run, const GPtrArray *witnesses)
{
  const guint shown = witnesses->len <= NAMED + 1 ? witnesses->len : NAMED;
  for (guint i = 0; i < shown; i++)
    {
      const BlArticle *article = ((const BlClaim *) witnesses->pdata[i])->at.article;
      const gboolean last = i + 1 == witnesses->len;
      g_string_append_printf (out, "%s%s",
                              i == 0 ? ""
                              : last ? " and "
                                     : ", ",
                              bl_origins_witness_name (run->origins, bl_origins_witness (run->origins, article)));
    }
  if (shown < witnesses->len)
    g_string_append_printf (out, " and %u more origins", witnesses->len - shown);
}

/* Who has the opposite: its origin, but its own source where that origin is the one of this text. */
static const char *
dissenter (const BlRun *run, const BlCoverSpan *span)
{
  const BlArticle *there = span->dissent->at.article;
  const guint witness = bl_origins_witness (run->origins, there);
  const gboolean same = witness == bl_origins_witness (run->origins, span->at->article);
  return same && there->source != NULL ? there->source->name : bl_origins_witness_name (run->origins, witness);
}

char *
bl_cover_words (const BlRun *run, const BlCoverSpan *span)
{
  GString *out = g_string_new (NULL);
  switch (span->state)
    {
    case BL_COVER_QUERY:
    case BL_COVER_SET_ASIDE:
      g_string_append (out, span->state == BL_COVER_QUERY ? "query: " : "set aside: ");
      g_string_append (out, ((const BlFinding *) span->findings->pdata[0])->message);
      break;
    case BL_COVER_AGREES:
      g_string_append (out, "agrees with ");
      append_witnesses (out, run, span->witnesses);
      break;
    case BL_COVER_SINGLE:
      g_string_append (out, "found in no other origin");
      if (span->n_copies > 0)
        g_string_append_printf (out, ", only in %u article%s of the same origin, or copied or relayed", span->n_copies,
                                plural (span->n_copies, "", "s"));
      break;
    case BL_COVER_NOT_COMPARABLE:
      g_string_append_printf (out, "cannot be compared: %s", span->reason);
      break;
    case BL_N_COVERS:
      break;
    }
  if (span->dissent != NULL && span->findings == NULL)
    g_string_append_printf (out, "; disputed: %s has the opposite", dissenter (run, span));
  return g_string_free (out, FALSE);
}
