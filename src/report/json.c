/* JSON Lines, version 1: one finding a line, then one summary. */
#include "report/coverage.h"
#include "report/json_writer.h"

#define VERSION 1

/* Statements that several origins make alike, and names of these: the summary stays a line that can be read. */
#define MAX_AGREED 100
#define MAX_WITNESSES 20

static void
write_location (BlJsonWriter *writer, const BlPlace *place)
{
  const BlArticle *article = place->article;
  bl_json_writer_string (writer, "article", article->id);
  bl_json_writer_string (writer, "source", article->source != NULL ? article->source->id : NULL);
  if (article->published.precision != BL_DATE_UNKNOWN)
    {
      g_autofree char *date = bl_date_format (article->published);
      bl_json_writer_string (writer, "date", date);
    }
  bl_json_writer_uint (writer, "line", place->location.line);
  bl_json_writer_uint (writer, "column", place->location.column);
  bl_json_writer_uint (writer, "end_line", place->location.end_line);
  bl_json_writer_uint (writer, "end_column", place->location.end_column);
  bl_json_writer_uint (writer, "offset", place->location.offset);
  bl_json_writer_uint (writer, "length", place->location.length);
  bl_json_writer_string (writer, "text", place->text);
}

static void
write_place (BlJsonWriter *writer, const char *name, const BlPlace *place)
{
  bl_json_writer_begin (writer, name, '{');
  write_location (writer, place);
  bl_json_writer_end (writer, '}');
}

static void
write_evidence (BlJsonWriter *writer, const BlFindingEvidence *evidence)
{
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "role", bl_evidence_role_name (evidence->role));
  if (evidence->place != NULL)
    write_location (writer, evidence->place);
  else
    {
      bl_json_writer_string (writer, "text", evidence->text);
      bl_json_writer_string (writer, "note", evidence->note);
      bl_json_writer_string (writer, "origin", evidence->origin);
    }
  bl_json_writer_end (writer, '}');
}

static void
write_claim (BlJsonWriter *writer, const BlClaim *claim)
{
  bl_json_writer_begin (writer, "claim", '{');
  bl_json_writer_string (writer, "predicate", claim->predicate);
  bl_json_writer_begin (writer, "key", '[');
  for (guint i = 0; i < claim->n_key; i++)
    bl_json_writer_string (writer, NULL, claim->key[i].value);
  bl_json_writer_end (writer, ']');
  bl_json_writer_string (writer, "value", claim->value.surface != NULL ? claim->value.surface : claim->value.text);
  bl_json_writer_end (writer, '}');
}

/* Only what differs from the common case is written: a finding without "state" is new. */
static void
write_decision (BlJsonWriter *writer, const BlDecision *decision)
{
  bl_json_writer_string (writer, "state", bl_decision_name (decision->kind));
  bl_json_writer_begin (writer, "decision", '{');
  bl_json_writer_string (writer, "why", decision->why);
  bl_json_writer_string (writer, "who", decision->who);
  g_autofree char *until = bl_date_format (decision->until);
  bl_json_writer_string (writer, "until", until[0] != '\0' ? until : NULL);
  bl_json_writer_string (writer, "file", decision->file);
  bl_json_writer_uint (writer, "line", decision->line);
  bl_json_writer_end (writer, '}');
}

static void
write_side (BlJsonWriter *writer, const char *name, BlSupport side)
{
  bl_json_writer_begin (writer, name, '{');
  bl_json_writer_uint (writer, "articles", side.n_articles);
  bl_json_writer_uint (writer, "origins", side.n_origins);
  bl_json_writer_end (writer, '}');
}

/* Left out where one article stands against one other, or against the base. */
static void
write_support (BlJsonWriter *writer, const BlFinding *finding)
{
  if (finding->here.n_articles <= 1 && finding->there.n_articles <= 1)
    return;
  bl_json_writer_begin (writer, "support", '{');
  write_side (writer, "here", finding->here);
  write_side (writer, "there", finding->there);
  bl_json_writer_end (writer, '}');
}

void
bl_report_json_finding (const BlFinding *finding, const BlReview *review, GString *out)
{
  const BlDecision *decision = bl_review_of (review, finding);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", VERSION);
  bl_json_writer_string (&writer, "id", finding->id);
  bl_json_writer_string (&writer, "fingerprint", finding->fingerprint);
  bl_json_writer_string (&writer, "severity", bl_severity_name (finding->severity));
  bl_json_writer_number (&writer, "confidence", finding->confidence);
  bl_json_writer_string (&writer, "relation", bl_relation_name (finding->relation));
  bl_json_writer_string (&writer, "message", finding->message);
  if (finding->replace != NULL)
    {
      bl_json_writer_begin (&writer, "suggestion", '{');
      bl_json_writer_string (&writer, "replace", finding->replace);
      bl_json_writer_end (&writer, '}');
    }
  write_place (&writer, "at", finding->at);
  bl_json_writer_begin (&writer, "evidence", '[');
  for (guint i = 0; i < finding->evidence->len; i++)
    write_evidence (&writer, &g_array_index (finding->evidence, BlFindingEvidence, i));
  bl_json_writer_end (&writer, ']');
  if (finding->evidence_left_out > 0)
    bl_json_writer_uint (&writer, "evidence_left_out", finding->evidence_left_out);
  write_support (&writer, finding);
  if (finding->claim != NULL)
    write_claim (&writer, finding->claim);
  if (decision != NULL)
    write_decision (&writer, decision);
  bl_json_writer_end (&writer, '}');
}

void
bl_report_json_related (const BlRelated *related, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_string (&writer, "relation", bl_relation_name (related->relation));
  bl_json_writer_string (&writer, "gate", bl_gate_name (related->gate));
  write_place (&writer, "at", &related->a->at);
  write_place (&writer, "other", &related->b->at);
  bl_json_writer_end (&writer, '}');
}

guint
bl_run_n_set_aside (const BlRun *run)
{
  guint n = 0;
  for (int kind = 0; kind < BL_N_DECISIONS; kind++)
    if (bl_decision_hides ((BlDecisionKind) kind))
      n += bl_review_n_decided (run->review, run->findings, (BlDecisionKind) kind);
  return n;
}

guint
bl_run_n_claims (const BlRun *run)
{
  guint n = 0;
  for (guint i = 0; i < run->article_claims->len; i++)
    n += bl_article_claims_list (run->article_claims->pdata[i])->len;
  return n;
}

static void
write_not_checked (BlJsonWriter *writer, const BlRun *run)
{
  bl_json_writer_begin (writer, "not_checked", '[');
  const GPtrArray *not_checked = bl_comparisons_not_checked (run->comparisons);
  for (guint i = 0; i < not_checked->len; i++)
    {
      const BlNotChecked *entry = not_checked->pdata[i];
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "what", entry->what);
      bl_json_writer_uint (writer, "n", entry->n);
      bl_json_writer_end (writer, '}');
    }
  const GPtrArray *problems = bl_problems_list (run->problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bl_problem_format (problems->pdata[i]);
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "what", line);
      bl_json_writer_uint (writer, "n", 1);
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
}

/* Decisions that match nothing, or whose time is over. */
static void
write_decisions (BlJsonWriter *writer, const char *name, const GPtrArray *list)
{
  bl_json_writer_begin (writer, name, '[');
  for (guint i = 0; i < list->len; i++)
    {
      const BlDecision *decision = list->pdata[i];
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "fingerprint", decision->fingerprint);
      bl_json_writer_string (writer, "id", decision->id);
      bl_json_writer_string (writer, "at", decision->at);
      bl_json_writer_string (writer, "file", decision->file);
      bl_json_writer_uint (writer, "line", decision->line);
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
}

/* How many findings of each state there are, and what is stale. Nothing where nothing is decided. */
static void
write_review (BlJsonWriter *writer, const BlRun *run)
{
  const GPtrArray *stale = bl_review_stale (run->review), *expired = bl_review_expired (run->review);
  guint n_decided = 0;
  for (int kind = 0; kind < BL_N_DECISIONS; kind++)
    n_decided += bl_review_n_decided (run->review, run->findings, (BlDecisionKind) kind);
  if (n_decided + stale->len + expired->len == 0)
    return;
  bl_json_writer_begin (writer, "states", '{');
  bl_json_writer_uint (writer, "new", bl_findings_list (run->findings)->len - n_decided);
  for (int kind = 0; kind < BL_N_DECISIONS; kind++)
    {
      const guint n = bl_review_n_decided (run->review, run->findings, (BlDecisionKind) kind);
      if (n > 0)
        bl_json_writer_uint (writer, bl_decision_name ((BlDecisionKind) kind), n);
    }
  bl_json_writer_end (writer, '}');
  write_decisions (writer, "stale", stale);
  write_decisions (writer, "expired", expired);
}

/* One statement that articles make alike: who tells it, and of how many independent origins they are. */
static void
write_agreed_row (BlJsonWriter *writer, const BlRun *run, const BlCorroboration *row)
{
  bl_json_writer_begin (writer, NULL, '{');
  write_claim (writer, row->claim);
  write_place (writer, "at", &row->claim->at);
  bl_json_writer_uint (writer, "articles", row->n_articles);
  bl_json_writer_uint (writer, "origins", row->n_origins);
  bl_json_writer_begin (writer, "told_by", '[');
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < row->claims->len && g_hash_table_size (told) < MAX_WITNESSES; i++)
    {
      const guint witness = bl_origins_witness (run->origins, ((const BlClaim *) row->claims->pdata[i])->at.article);
      if (g_hash_table_add (told, GUINT_TO_POINTER (witness)))
        bl_json_writer_string (writer, NULL, bl_origins_witness_name (run->origins, witness));
    }
  bl_json_writer_end (writer, ']');
  bl_json_writer_end (writer, '}');
}

/* Statements of several origins, best supported first, and the number of those that one origin tells alone. */
static void
write_agreed (BlJsonWriter *writer, const BlRun *run)
{
  g_autoptr (GArray) rows = bl_agreed_by_support (run);
  bl_json_writer_uint (writer, "corroborated", rows->len);
  bl_json_writer_uint (writer, "single_origin", bl_comparisons_single (run->comparisons)->len);
  if (rows->len == 0)
    return;
  bl_json_writer_begin (writer, "agreed", '[');
  for (guint i = 0; i < MIN (rows->len, MAX_AGREED); i++)
    write_agreed_row (writer, run, &g_array_index (rows, BlCorroboration, i));
  bl_json_writer_end (writer, ']');
}

/* Articles that are one origin: how many, the first of them, and whom they credit; without "origin" that is unknown. */
static void
write_clusters (BlJsonWriter *writer, const BlRun *run)
{
  guint shown = 0;
  for (guint i = 0; i < bl_origins_n_clusters (run->origins) && shown < MAX_AGREED; i++)
    {
      const BlOriginCluster *cluster = bl_origins_cluster_at (run->origins, i);
      if (cluster->n_articles < 2)
        continue;
      if (shown++ == 0)
        bl_json_writer_begin (writer, "clusters", '[');
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_uint (writer, "articles", cluster->n_articles);
      bl_json_writer_string (writer, "earliest", cluster->earliest->id);
      bl_json_writer_string (writer, "origin", cluster->origin);
      bl_json_writer_end (writer, '}');
    }
  if (shown > 0)
    bl_json_writer_end (writer, ']');
}

/* --- coverage of drafts ----------------------------------------------------------------------------------------------- */

static void
write_cover_span (BlJsonWriter *writer, const BlRun *run, const BlCoverSpan *span)
{
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "state", bl_cover_name (span->state));
  bl_json_writer_string (writer, "kind", bl_checkable_name (span->kind));
  write_place (writer, "at", span->at);
  bl_json_writer_string (writer, "reason", span->reason);
  if (span->n_copies > 0)
    bl_json_writer_uint (writer, "copies", span->n_copies);
  if (span->state == BL_COVER_AGREES)
    {
      bl_json_writer_begin (writer, "told_by", '[');
      for (guint i = 0; i < MIN (span->witnesses->len, MAX_WITNESSES); i++)
        {
          const BlClaim *claim = span->witnesses->pdata[i];
          bl_json_writer_begin (writer, NULL, '{');
          bl_json_writer_string (writer, "origin",
                                 bl_origins_witness_name (run->origins, bl_origins_witness (run->origins, claim->at.article)));
          write_location (writer, &claim->at);
          bl_json_writer_end (writer, '}');
        }
      bl_json_writer_end (writer, ']');
      bl_json_writer_uint (writer, "origins", span->witnesses->len);
    }
  if (span->dissent != NULL)
    write_place (writer, "disputed_by", &span->dissent->at);
  if (span->findings != NULL)
    {
      bl_json_writer_begin (writer, "findings", '[');
      for (guint i = 0; i < span->findings->len; i++)
        bl_json_writer_string (writer, NULL, ((const BlFinding *) span->findings->pdata[i])->fingerprint);
      bl_json_writer_end (writer, ']');
    }
  bl_json_writer_end (writer, '}');
}

static void
write_cover_counts (BlJsonWriter *writer, const BlCoverage *coverage)
{
  bl_json_writer_uint (writer, "words", coverage->n_words);
  bl_json_writer_uint (writer, "covered", coverage->n_covered);
  bl_json_writer_begin (writer, "counts", '{');
  for (int state = 0; state < BL_N_COVERS; state++)
    bl_json_writer_uint (writer, bl_cover_name ((BlCover) state), coverage->counts[state]);
  bl_json_writer_end (writer, '}');
}

/* A line a draft. */
static void
write_coverage (const BlRun *run, const BlCoverage *coverage, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", VERSION);
  bl_json_writer_begin (&writer, "coverage", '{');
  bl_json_writer_string (&writer, "article", coverage->article->id);
  write_cover_counts (&writer, coverage);
  bl_json_writer_begin (&writer, "spans", '[');
  for (guint i = 0; i < coverage->spans->len; i++)
    write_cover_span (&writer, run, &g_array_index (coverage->spans, BlCoverSpan, i));
  bl_json_writer_end (&writer, ']');
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

/* coverages: BlCoverage of drafts, or NULL. */
static void
write_summary (const BlRun *run, const GPtrArray *coverages, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", VERSION);
  bl_json_writer_begin (&writer, "summary", '{');
  bl_json_writer_uint (&writer, "articles", bl_corpus_n_articles (run->corpus));
  if (run->focus != NULL)
    {
      bl_json_writer_uint (&writer, "in_question", run->n_focus);
      bl_json_writer_uint (&writer, "found", bl_corpus_n_found (run->corpus));
    }
  bl_json_writer_uint (&writer, "sources", bl_corpus_n_sources (run->corpus));
  bl_json_writer_uint (&writer, "origins", bl_origins_n_clusters (run->origins));
  bl_json_writer_uint (&writer, "claims", bl_run_n_claims (run));
  bl_json_writer_begin (&writer, "findings", '{');
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    bl_json_writer_uint (&writer, bl_severity_name ((BlSeverity) severity),
                         bl_findings_count (run->findings, (BlSeverity) severity));
  bl_json_writer_end (&writer, '}');
  if (coverages != NULL)
    {
      const BlCoverage sum = bl_coverage_sum (coverages);
      bl_json_writer_begin (&writer, "coverage", '{');
      write_cover_counts (&writer, &sum);
      bl_json_writer_end (&writer, '}');
    }
  write_review (&writer, run);
  write_clusters (&writer, run);
  write_agreed (&writer, run);
  write_not_checked (&writer, run);
  bl_json_writer_begin (&writer, "gates", '{');
  const guint64 *gates = bl_comparisons_gates (run->comparisons);
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    bl_json_writer_uint (&writer, bl_gate_name ((BlGate) gate), gates[gate]);
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

void
bl_report_json (const BlRun *run, GString *out)
{
  const GPtrArray *findings = bl_findings_list (run->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      bl_report_json_finding (findings->pdata[i], run->review, out);
      g_string_append_c (out, '\n');
    }
  g_autoptr (GPtrArray) coverages = bl_coverage_of_drafts (run);
  for (guint i = 0; coverages != NULL && i < coverages->len; i++)
    write_coverage (run, coverages->pdata[i], out);
  write_summary (run, coverages, out);
}
