/* SARIF 2.1.0 (OASIS, 2020): one run, every finding kind as a rule, both sides as locations, unread input as notifications. */
#include "report/json_writer.h"
#include "report/shown.h"

#include <string.h>

/* GitHub code scanning takes 25,000 results of a run; the gravest are taken, and a notification says how many there are. */
#define MAX_RESULTS 25000

/* What relative addresses are relative to: the folder in which belie ran, which code scanning takes for the root of the repository. */
#define SOURCE_ROOT "%SRCROOT%"

static void
write_uri (BlJsonWriter *writer, const BlArticle *article)
{
  /* As the user would open it; JSON Lines articles are PATH#RECORD: the file is the artifact. Each segment is escaped, slashes stay. */
  const char *file = article->file != NULL ? article->file : article->path;
  while (g_str_has_prefix (file, "./"))
    file += 2;
  const gboolean absolute = g_path_is_absolute (file);
  g_autofree char *uri = absolute ? g_filename_to_uri (file, NULL, NULL) : g_uri_escape_string (file, "/", FALSE);
  bl_json_writer_begin (writer, "artifactLocation", '{');
  bl_json_writer_string (writer, "uri", uri);
  if (!absolute)
    bl_json_writer_string (writer, "uriBaseId", SOURCE_ROOT);
  bl_json_writer_end (writer, '}');
}

static void
write_text (BlJsonWriter *writer, const char *name, const char *text)
{
  bl_json_writer_begin (writer, name, '{');
  bl_json_writer_string (writer, "text", text);
  bl_json_writer_end (writer, '}');
}

static void
write_physical (BlJsonWriter *writer, const BlPlace *place)
{
  bl_json_writer_begin (writer, "physicalLocation", '{');
  write_uri (writer, place->article);
  bl_json_writer_begin (writer, "region", '{');
  bl_json_writer_uint (writer, "startLine", place->location.line);
  bl_json_writer_uint (writer, "startColumn", place->location.column);
  bl_json_writer_uint (writer, "endLine", place->location.end_line);
  bl_json_writer_uint (writer, "endColumn", place->location.end_column);
  bl_json_writer_uint (writer, "byteOffset", place->location.offset);
  bl_json_writer_uint (writer, "byteLength", place->location.length);
  write_text (writer, "snippet", place->text);
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, '}');
}

/* "[", "]" and "\" have a meaning in SARIF message text. */
static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("[]\\", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

/* The finding's message, then each other side as a link to its related location, or as a reference. */
static char *
message_text (const BlFinding *finding)
{
  GString *out = g_string_new (NULL);
  append_escaped (out, finding->message);
  guint related = 0;
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      g_string_append (out, i == 0 ? " (" : "; ");
      if (evidence->place != NULL)
        {
          g_string_append (out, "[");
          append_escaped (out, evidence->place->text);
          g_string_append_printf (out, "](%u)", related++);
        }
      else
        {
          append_escaped (out, evidence->text);
          if (evidence->note != NULL)
            {
              g_string_append (out, ": ");
              append_escaped (out, evidence->note);
            }
        }
    }
  if (finding->evidence->len > 0)
    g_string_append (out, ")");
  return g_string_free (out, FALSE);
}

static const char *
level_of (BlSeverity severity)
{
  return bl_severity_name (severity); /* SARIF's words are the same */
}

static void
write_related (BlJsonWriter *writer, const BlFinding *finding)
{
  guint n = 0;
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->place == NULL)
        continue;
      if (n == 0)
        bl_json_writer_begin (writer, "relatedLocations", '[');
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_uint (writer, "id", n++);
      write_physical (writer, evidence->place);
      write_text (writer, "message", bl_evidence_role_name (evidence->role));
      bl_json_writer_end (writer, '}');
    }
  if (n > 0)
    bl_json_writer_end (writer, ']');
}

/* How the asked place stands to each related one, by its id there: SARIF takes words of one's own for kinds. */
static void
write_relationships (BlJsonWriter *writer, const BlFinding *finding)
{
  guint n = 0;
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->place == NULL)
        continue;
      if (n == 0)
        bl_json_writer_begin (writer, "relationships", '[');
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_uint (writer, "target", n++);
      bl_json_writer_begin (writer, "kinds", '[');
      bl_json_writer_string (writer, NULL, bl_evidence_role_name (evidence->role));
      bl_json_writer_end (writer, ']');
      bl_json_writer_end (writer, '}');
    }
  if (n > 0)
    bl_json_writer_end (writer, ']');
}

/* What was decided: in the source (a comment) or outside of it (a file). Findings that an editor calls real are not suppressed. */
static void
write_decision (BlJsonWriter *writer, const BlDecision *decision)
{
  bl_json_writer_string (writer, "baselineState", "unchanged");
  if (!bl_decision_hides (decision->kind))
    return;
  bl_json_writer_begin (writer, "suppressions", '[');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "kind", decision->kind == BL_DECISION_ALLOWED ? "inSource" : "external");
  bl_json_writer_string (writer, "status", "accepted");
  bl_json_writer_string (writer, "justification", decision->why != NULL ? decision->why : bl_decision_name (decision->kind));
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, ']');
}

static void
write_result (BlJsonWriter *writer, const BlFinding *finding, const BlReview *review)
{
  const BlDecision *decision = bl_review_of (review, finding);
  g_autofree char *message = message_text (finding);
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_string (writer, "ruleId", finding->id);
  bl_json_writer_string (writer, "level", level_of (finding->severity));
  bl_json_writer_number (writer, "rank", finding->confidence * 100);
  write_text (writer, "message", message);
  bl_json_writer_begin (writer, "locations", '[');
  bl_json_writer_begin (writer, NULL, '{');
  write_physical (writer, finding->at);
  write_relationships (writer, finding);
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, ']');
  write_related (writer, finding);
  bl_json_writer_begin (writer, "partialFingerprints", '{');
  bl_json_writer_string (writer, "belie/v1", finding->fingerprint);
  bl_json_writer_end (writer, '}');
  if (decision != NULL)
    write_decision (writer, decision);
  else if (review != NULL)
    bl_json_writer_string (writer, "baselineState", "new");
  bl_json_writer_end (writer, '}');
}

static void
write_driver (BlJsonWriter *writer)
{
  bl_json_writer_begin (writer, "tool", '{');
  bl_json_writer_begin (writer, "driver", '{');
  bl_json_writer_string (writer, "name", "belie");
  bl_json_writer_string (writer, "version", BL_VERSION);
  bl_json_writer_string (writer, "semanticVersion", BL_VERSION);
  bl_json_writer_begin (writer, "rules", '[');
  const BlFindingKind *kind;
  for (guint i = 0; (kind = bl_finding_kind_at (i)) != NULL; i++)
    {
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "id", kind->id);
      write_text (writer, "shortDescription", kind->title);
      write_text (writer, "fullDescription", kind->why);
      bl_json_writer_begin (writer, "defaultConfiguration", '{');
      bl_json_writer_string (writer, "level", level_of (kind->severity));
      bl_json_writer_end (writer, '}');
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, '}');
}

static void
write_invocation (BlJsonWriter *writer, const BlRun *run, const char *cut)
{
  bl_json_writer_begin (writer, "invocations", '[');
  bl_json_writer_begin (writer, NULL, '{');
  bl_json_writer_bool (writer, "executionSuccessful", !bl_problems_any_partial (run->problems));
  bl_json_writer_begin (writer, "toolExecutionNotifications", '[');
  const GPtrArray *problems = bl_problems_list (run->problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const BlProblem *problem = problems->pdata[i];
      g_autofree char *line = bl_problem_format (problem);
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "level", problem->level == BL_PROBLEM_PARTIAL ? "error" : "note");
      write_text (writer, "message", line);
      bl_json_writer_end (writer, '}');
    }
  if (cut != NULL)
    {
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "level", "warning");
      write_text (writer, "message", cut);
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
  bl_json_writer_end (writer, '}');
  bl_json_writer_end (writer, ']');
}

/* The results to write: all, or the gravest when there are too many. The caller's. */
static GPtrArray *
choose_results (const BlRun *run)
{
  const GPtrArray *list = bl_findings_list (run->findings);
  GPtrArray *results = g_ptr_array_sized_new (list->len);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (results, list->pdata[i]);
  if (list->len > MAX_RESULTS)
    {
      bl_sort_by_gravity (results);
      g_ptr_array_set_size (results, MAX_RESULTS);
    }
  return results;
}

void
bl_report_sarif (const BlRun *run, GString *out)
{
  g_autoptr (GPtrArray) results = choose_results (run);
  const guint n_all = bl_findings_list (run->findings)->len;
  g_autofree char *cut = NULL;
  if (n_all > results->len)
    cut = g_strdup_printf ("%u of %u findings are listed, the gravest", results->len, n_all);
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_string (&writer, "$schema",
                         "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
  bl_json_writer_string (&writer, "version", "2.1.0");
  bl_json_writer_begin (&writer, "runs", '[');
  bl_json_writer_begin (&writer, NULL, '{');
  write_driver (&writer);
  write_invocation (&writer, run, cut);
  bl_json_writer_begin (&writer, "originalUriBaseIds", '{');
  bl_json_writer_begin (&writer, SOURCE_ROOT, '{');
  write_text (&writer, "description", "The folder in which belie ran");
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, '}');
  bl_json_writer_string (&writer, "columnKind", "unicodeCodePoints");
  bl_json_writer_begin (&writer, "results", '[');
  for (guint i = 0; i < results->len; i++)
    write_result (&writer, results->pdata[i], run->review);
  bl_json_writer_end (&writer, ']');
  bl_json_writer_end (&writer, '}');
  bl_json_writer_end (&writer, ']');
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}
