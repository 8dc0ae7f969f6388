/* Findings on a terminal, in the manner of a good compiler: place, severity, message; then each side with its line and carets. */
#include "report/coverage.h"
#include "report/disputes.h"
#include "report/shown.h"

#include <string.h>

/* A sentence longer than this many characters is shown as a window around its span. */
#define WINDOW 100

/* Statements of several origins that are listed with --verbose. */
#define MAX_AGREED 20
/* Disputes that are told. */
#define MAX_DISPUTES 10

typedef struct
{
  const BlTextOptions *options;
  const BlReview *review; /* or NULL */
  GString *out;
} Printer;

typedef enum
{
  STYLE_NONE,
  STYLE_BOLD,
  STYLE_DIM,
  STYLE_ERROR,
  STYLE_WARNING,
  STYLE_NOTE,
  STYLE_OTHER,
} Style;

static void
put (const Printer *printer, Style style, const char *text)
{
  static const char *const codes[] = { "", "\033[1m", "\033[2m", "\033[1;31m", "\033[1;33m", "\033[1;36m", "\033[32m" };
  if (!printer->options->colour || style == STYLE_NONE)
    {
      g_string_append (printer->out, text);
      return;
    }
  g_string_append (printer->out, codes[style]);
  g_string_append (printer->out, text);
  g_string_append (printer->out, "\033[0m");
}

static void putf (const Printer *printer, Style style, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
putf (const Printer *printer, Style style, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put (printer, style, text);
}

static Style
severity_style (BlSeverity severity)
{
  return severity == BL_SEVERITY_ERROR ? STYLE_ERROR : severity == BL_SEVERITY_WARNING ? STYLE_WARNING : STYLE_NOTE;
}

char *
bl_harmless_text (const char *text, gssize length)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;
  GString *out = g_string_sized_new (n);
  for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);
      const gboolean hidden = type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
                              || type == G_UNICODE_PARAGRAPH_SEPARATOR;
      g_string_append_unichar (out, hidden ? ' ' : c);
    }
  return g_string_free (out, FALSE);
}

/* Columns a text takes on a terminal. */
static guint
display_width (const char *text)
{
  guint width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* The part of a sentence that is shown, as byte offsets: all of it, or a window around the span that begins and ends between
 * words where it can. */
static BlSpan
choose_window (const char *sentence, BlSpan span)
{
  const glong all = g_utf8_strlen (sentence, -1);
  if (all <= WINDOW)
    return bl_span (0, strlen (sentence));
  const glong before = g_utf8_strlen (sentence, (gssize) span.start);
  const glong inside = g_utf8_strlen (sentence + span.start, (gssize) bl_span_length (span));
  const glong room = MAX (20, WINDOW - inside);
  const glong first = CLAMP (before - room / 2, 0, all);
  const glong last = MIN (all, MAX (before + inside + room / 2, first + WINDOW));
  gsize start = (gsize) (g_utf8_offset_to_pointer (sentence, first) - sentence);
  gsize end = (gsize) (g_utf8_offset_to_pointer (sentence, last) - sentence);
  const char *space = first > 0 ? memchr (sentence + start, ' ', span.start - start) : NULL;
  if (space != NULL)
    start = (gsize) (space + 1 - sentence);
  while (last < all && end > span.end && sentence[end] != ' ')
    end--;
  return bl_span (start, MAX (end, span.end));
}

/* The sentence around a span, with the span underlined by carets. */
static void
put_excerpt (const Printer *printer, const BlPlace *place, Style style)
{
  if (place->sentence == NULL)
    return;
  const char *sentence = place->sentence;
  const gsize length = strlen (sentence);
  const BlSpan span = bl_span (MIN (place->in_sentence.start, length), MIN (place->in_sentence.end, length));
  const BlSpan window = choose_window (sentence, span);
  g_autofree char *head = bl_harmless_text (sentence + window.start, (gssize) (span.start - window.start));
  g_autofree char *body = bl_harmless_text (sentence + span.start, (gssize) (bl_span_length (span)));
  g_autofree char *tail = bl_harmless_text (sentence + span.end, (gssize) (window.end - span.end));
  const char *cut = window.start > 0 ? "… " : "";

  putf (printer, STYLE_NONE, "    | %s%s", cut, head);
  put (printer, STYLE_BOLD, body);
  putf (printer, STYLE_NONE, "%s%s\n", tail, window.end < length ? " …" : "");
  const guint indent = display_width (cut) + display_width (head);
  g_autofree char *carets = g_strnfill (MAX (1, display_width (body)), '^');
  putf (printer, STYLE_NONE, "    | %*s", (int) indent, "");
  put (printer, style, carets);
  put (printer, STYLE_NONE, "\n");
}

/* The address of the file in which an article lies, or NULL: a text of standard input has none. Owned by the caller. */
static char *
address_of (const BlArticle *article)
{
  if (article->file == NULL || !g_file_test (article->file, G_FILE_TEST_EXISTS))
    return NULL;
  g_autofree char *absolute = g_canonicalize_filename (article->file, NULL);
  return g_filename_to_uri (absolute, g_get_host_name (), NULL);
}

static void
put_place (const Printer *printer, const BlPlace *place)
{
  g_autofree char *address = printer->options->links ? address_of (place->article) : NULL;
  if (address != NULL)
    g_string_append_printf (printer->out, "\033]8;;%s\033\\", address);
  putf (printer, STYLE_BOLD, "%s:%u:%u", place->article->id, place->location.line, place->location.column);
  if (address != NULL)
    g_string_append (printer->out, "\033]8;;\033\\");
}

static const char *
role_phrase (BlEvidenceRole role)
{
  switch (role)
    {
    case BL_ROLE_KNOWLEDGE:
      return "reference";
    case BL_ROLE_CONTRADICTS:
      return "disagrees with";
    case BL_ROLE_DIFFERS:
      return "differs from";
    case BL_ROLE_AGREES:
      return "agrees with";
    case BL_ROLE_ORIGIN:
      return "origin";
    }
  return "";
}

static void
put_evidence (const Printer *printer, const BlFindingEvidence *evidence)
{
  putf (printer, STYLE_DIM, "  %s ", role_phrase (evidence->role));
  if (evidence->place == NULL)
    {
      putf (printer, STYLE_NONE, "%s%s%s", evidence->text, evidence->note != NULL ? ": " : "",
            evidence->note != NULL ? evidence->note : "");
      putf (printer, STYLE_DIM, "  [%s]\n", evidence->origin);
      return;
    }
  const BlArticle *article = evidence->place->article;
  put_place (printer, evidence->place);
  g_autofree char *date = bl_date_format (article->published);
  putf (printer, STYLE_DIM, "  %s%s%s\n", article->source != NULL ? article->source->name : "", date[0] != '\0' ? ", " : "",
        date);
  put_excerpt (printer, evidence->place, STYLE_OTHER);
}

static void
put_decision (const Printer *printer, const BlDecision *decision)
{
  if (decision == NULL)
    return;
  putf (printer, STYLE_DIM, "  decided: %s", bl_decision_name (decision->kind));
  if (decision->who != NULL)
    putf (printer, STYLE_DIM, " by %s", decision->who);
  if (decision->why != NULL)
    putf (printer, STYLE_DIM, ": %s", decision->why);
  putf (printer, STYLE_DIM, " (%s:%u)\n", decision->file, decision->line);
}

static void
put_finding (const Printer *printer, const BlFinding *finding)
{
  put_place (printer, finding->at);
  put (printer, STYLE_NONE, ": ");
  put (printer, severity_style (finding->severity), bl_severity_name (finding->severity));
  g_autofree char *message = bl_harmless_text (finding->message, -1);
  putf (printer, STYLE_BOLD, ": %s", message);
  putf (printer, STYLE_DIM, " [%s %.0f %%]\n", finding->id, finding->confidence * 100);
  put_excerpt (printer, finding->at, severity_style (finding->severity));
  for (guint i = 0; i < finding->evidence->len; i++)
    put_evidence (printer, &g_array_index (finding->evidence, BlFindingEvidence, i));
  if (finding->evidence_left_out > 0)
    putf (printer, STYLE_DIM, "  and %u more\n", finding->evidence_left_out);
  g_autofree char *support = bl_finding_support (finding);
  if (support != NULL)
    putf (printer, STYLE_DIM, "  %s\n", support);
  if (finding->replace != NULL)
    putf (printer, STYLE_DIM, "  perhaps: %s\n", finding->replace);
  put_decision (printer, bl_review_of (printer->review, finding));
  if (printer->options->verbose)
    putf (printer, STYLE_DIM, "  why: %s\n  fingerprint: %s\n", finding->why, finding->fingerprint);
  put (printer, STYLE_NONE, "\n");
}

void
bl_report_text_finding (const BlFinding *finding, const BlTextOptions *options, GString *out)
{
  const Printer printer = { .options = options, .out = out };
  put_finding (&printer, finding);
}

/* Notes are one line each unless everything is wanted. */
static void
put_note (const Printer *printer, const BlFinding *finding)
{
  put_place (printer, finding->at);
  put (printer, STYLE_NONE, ": ");
  put (printer, STYLE_NOTE, "note");
  g_autofree char *message = bl_harmless_text (finding->message, -1);
  putf (printer, STYLE_NONE, ": %s", message);
  putf (printer, STYLE_DIM, " [%s]\n", finding->id);
}

static const char *
plural (guint n)
{
  return n == 1 ? "" : "s";
}

static void
put_not_checked (const Printer *printer, const BlRun *run)
{
  const GPtrArray *not_checked = bl_comparisons_not_checked (run->comparisons);
  if (not_checked->len == 0)
    return;
  put (printer, STYLE_BOLD, "Not checked:\n");
  for (guint i = 0; i < not_checked->len; i++)
    {
      const BlNotChecked *entry = not_checked->pdata[i];
      putf (printer, STYLE_NONE, "  %u × %s\n", entry->n, entry->what);
    }
}

static void
put_gates (const Printer *printer, const BlRun *run)
{
  const guint64 *gates = bl_comparisons_gates (run->comparisons);
  put (printer, STYLE_BOLD, "Pairs that a gate stopped:\n ");
  for (int gate = BL_GATE_SUBJECT; gate < BL_N_GATES; gate++)
    putf (printer, STYLE_NONE, " %s %" G_GUINT64_FORMAT, bl_gate_name ((BlGate) gate), gates[gate]);
  put (printer, STYLE_NONE, "\n");
}

static void
put_decisions (const Printer *printer, const GPtrArray *list, const char *what)
{
  for (guint i = 0; i < list->len; i++)
    {
      const BlDecision *decision = list->pdata[i];
      const char *at = decision->at != NULL ? decision->at : decision->fingerprint;
      putf (printer, STYLE_NONE, "  %s:%u: %s, %s: %s\n", decision->file, decision->line,
            decision->id != NULL ? decision->id : "a finding", at, what);
    }
}

static void
put_stale (const Printer *printer, const BlRun *run)
{
  const GPtrArray *stale = bl_review_stale (run->review), *expired = bl_review_expired (run->review);
  if (stale->len + expired->len == 0)
    return;
  put (printer, STYLE_BOLD, "Stale:\n");
  put_decisions (printer, stale, "no such finding is left; `belie baseline prune` takes the line out");
  put_decisions (printer, expired, "its time is over; look at the finding again");
}

/* What was decided, and how often: a short list of exceptions is one that is read. */
static void
put_set_aside (const Printer *printer, const BlRun *run)
{
  const guint n = bl_run_n_set_aside (run);
  if (n == 0)
    return;
  putf (printer, STYLE_DIM, "%u more set aside:", n);
  const char *comma = "";
  for (int kind = 0; kind < BL_N_DECISIONS; kind++)
    {
      const guint of_kind = bl_review_n_decided (run->review, run->findings, (BlDecisionKind) kind);
      if (of_kind == 0 || !bl_decision_hides ((BlDecisionKind) kind))
        continue;
      putf (printer, STYLE_DIM, "%s %u %s", comma, of_kind, bl_decision_name ((BlDecisionKind) kind));
      comma = ",";
    }
  put (printer, STYLE_DIM, "\n");
}

/* What several origins tell alike. */
static void
put_agreed (const Printer *printer, const BlRun *run)
{
  g_autoptr (GArray) rows = bl_agreed_by_support (run);
  if (rows->len == 0)
    return;
  put (printer, STYLE_BOLD, "Told alike by several origins:\n");
  for (guint i = 0; i < MIN (rows->len, MAX_AGREED); i++)
    {
      const BlCorroboration *row = &g_array_index (rows, BlCorroboration, i);
      g_autofree char *text = bl_harmless_text (row->claim->at.text, -1);
      putf (printer, STYLE_NONE, "  “%s” ", text);
      putf (printer, STYLE_DIM, "%s:%u: %u article%s, at most %u origins\n", row->claim->at.article->id,
            row->claim->at.location.line, row->n_articles, plural (row->n_articles), row->n_origins);
    }
  const guint single = bl_comparisons_single (run->comparisons)->len;
  putf (printer, STYLE_DIM, "  %u more; %u statement%s of one origin only\n", rows->len - MIN (rows->len, MAX_AGREED), single,
        plural (single));
}

/* What speakers dispute: of drafts and changes always, as nobody else would say it; of a whole corpus with --verbose. */
static void
put_disputes (const Printer *printer, const BlRun *run)
{
  g_autoptr (GArray) disputes = bl_disputes_new (run);
  if (disputes->len == 0)
    return;
  put (printer, STYLE_BOLD, "Disputed by speakers:\n");
  for (guint i = 0; i < MIN (disputes->len, MAX_DISPUTES); i++)
    {
      const BlRelated *dispute = &g_array_index (disputes, BlRelated, i);
      g_autofree char *here = bl_harmless_text (dispute->a->at.text, -1);
      g_autofree char *there = bl_harmless_text (dispute->b->at.text, -1);
      putf (printer, STYLE_NONE, "  “%s” ", here);
      putf (printer, STYLE_DIM, "%s:%u", dispute->a->at.article->id, dispute->a->at.location.line);
      putf (printer, STYLE_NONE, " and “%s” ", there);
      putf (printer, STYLE_DIM, "%s:%u\n", dispute->b->at.article->id, dispute->b->at.location.line);
    }
  if (disputes->len > MAX_DISPUTES)
    putf (printer, STYLE_DIM, "  %u more\n", disputes->len - MAX_DISPUTES);
}

/* --- coverage of drafts ----------------------------------------------------------------------------------------------- */

static void
put_cover_span (const Printer *printer, const BlRun *run, const BlCoverSpan *span)
{
  static const Style styles[BL_N_COVERS] = { [BL_COVER_QUERY] = STYLE_WARNING, [BL_COVER_AGREES] = STYLE_OTHER };
  g_autofree char *words = bl_cover_words (run, span);
  g_autofree char *said = bl_harmless_text (words, -1);
  g_autofree char *text = bl_harmless_text (span->at->text, -1);
  const glong n = g_utf8_strlen (text, -1);
  const char *end = n > WINDOW ? g_utf8_offset_to_pointer (text, WINDOW) : text + strlen (text);
  putf (printer, STYLE_DIM, "  %u:%u ", span->at->location.line, span->at->location.column);
  putf (printer, STYLE_NONE, "“%.*s%s” ", (int) (end - text), text, *end != '\0' ? " …" : "");
  putf (printer, styles[span->state], "%s\n", said);
}

/* What became of the checkable spans of each draft; with --verbose, of which. */
static void
put_coverage (const Printer *printer, const BlRun *run)
{
  g_autoptr (GPtrArray) coverages = bl_coverage_of_drafts (run);
  for (guint i = 0; coverages != NULL && i < coverages->len; i++)
    {
      const BlCoverage *coverage = coverages->pdata[i];
      g_autofree char *sentence = bl_coverage_sentence (coverage);
      putf (printer, STYLE_BOLD, "%s: ", coverage->article->id);
      putf (printer, STYLE_NONE, "%s (%u of %u words)\n", sentence, coverage->n_covered, coverage->n_words);
      for (guint k = 0; printer->options->verbose && k < coverage->spans->len; k++)
        put_cover_span (printer, run, &g_array_index (coverage->spans, BlCoverSpan, k));
    }
}

static void
put_count (const Printer *printer, const BlRun *run)
{
  const guint errors = bl_review_n_shown (run->review, run->findings, BL_SEVERITY_ERROR);
  const guint warnings = bl_review_n_shown (run->review, run->findings, BL_SEVERITY_WARNING);
  const guint notes = bl_review_n_shown (run->review, run->findings, BL_SEVERITY_NOTE);
  const guint articles = bl_corpus_n_articles (run->corpus), origins = bl_origins_n_clusters (run->origins);
  putf (printer, STYLE_BOLD, "%u error%s, %u warning%s, %u note%s", errors, plural (errors), warnings, plural (warnings), notes,
        plural (notes));
  if (run->focus != NULL)
    putf (printer, STYLE_NONE, " that touch %u article%s", run->n_focus, plural (run->n_focus));
  const guint found = bl_corpus_n_found (run->corpus);
  putf (printer, STYLE_NONE, " in %u ", articles);
  if (found > articles)
    putf (printer, STYLE_NONE, "of %u ", found);
  putf (printer, STYLE_NONE, "article%s of at most %u origin%s (%u claims)\n", plural (MAX (found, articles)), origins,
        plural (origins), bl_run_n_claims (run));
}

void
bl_report_text (const BlRun *run, const BlTextOptions *options, GString *out)
{
  const Printer printer = { .options = options, .review = run->review, .out = out };
  const GPtrArray *findings = bl_findings_list (run->findings);
  for (guint i = 0; i < findings->len && !options->quiet; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (bl_review_hides (run->review, finding) && !options->verbose)
        continue;
      if (finding->severity > BL_SEVERITY_NOTE || options->verbose)
        put_finding (&printer, finding);
    }
  for (guint i = 0; i < findings->len && !options->quiet && !options->verbose; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (finding->severity == BL_SEVERITY_NOTE && !bl_review_hides (run->review, finding))
        put_note (&printer, finding);
    }
  if (!options->quiet)
    put_not_checked (&printer, run);
  if (options->verbose)
    put_agreed (&printer, run);
  if (options->verbose || (run->focus != NULL && !options->quiet))
    put_disputes (&printer, run);
  if (options->verbose)
    put_gates (&printer, run);
  if (!options->quiet)
    put_stale (&printer, run);
  if (!options->quiet)
    put_coverage (&printer, run);
  put_count (&printer, run);
  put_set_aside (&printer, run);
}
