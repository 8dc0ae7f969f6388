/* Source profiles as a table and as JSON Lines: counts and intervals, no single score, no ranking. */
#include "report/json_writer.h"
#include "report/report.h"

static void
put_proportion (GString *out, const char *label, BlProportion p)
{
  if (p.n == 0)
    {
      g_string_append_printf (out, "  %-34s none to count\n", label);
      return;
    }
  g_string_append_printf (out, "  %-34s %u of %u, between %.1f %% and %.1f %%\n", label, p.k, p.n, p.low * 100, p.high * 100);
}

static void
put_profile (const BlSourceProfile *profile, gboolean colour, GString *out)
{
  const char *bold = colour ? "\033[1m" : "", *plain = colour ? "\033[0m" : "";
  g_string_append_printf (out, "%s%s%s (%s, %s)\n", bold, profile->source->name, plain, profile->source->id,
                          profile->source->kind);
  g_string_append_printf (out, "  %-34s %u, %u claims%s\n", "articles", profile->n_articles, profile->n_claims,
                          profile->too_few ? "; too few to say anything" : "");
  g_string_append_printf (out, "  %-34s %u errors, %u warnings, %u notes\n", "questions raised",
                          profile->n_findings[BL_SEVERITY_ERROR], profile->n_findings[BL_SEVERITY_WARNING],
                          profile->n_findings[BL_SEVERITY_NOTE]);
  put_proportion (out, "claims with an error", profile->errors);
  put_proportion (out, "comparable claims others confirm", profile->corroborated);
  put_proportion (out, "articles of its own", profile->own);
  put_proportion (out, "statements with a named speaker", profile->named);
  g_string_append_printf (out, "  %-34s %u with a date, %u with a byline, %u that credit somebody\n\n", "articles",
                          profile->n_with_date, profile->n_with_byline, profile->n_with_credit);
}

void
bl_report_sources_text (const BlRun *run, const BlTextOptions *options, GString *out)
{
  for (guint i = 0; i < run->profiles->len; i++)
    put_profile (run->profiles->pdata[i], options->colour, out);
  g_string_append (
      out, "Intervals are Wilson's at 95 %. Below 30 claims nothing can be said of a source. What a program cannot see: "
           "ownership, intent, invention, omission.\n");
}

static void
write_proportion (BlJsonWriter *writer, const char *name, BlProportion p)
{
  bl_json_writer_begin (writer, name, '{');
  bl_json_writer_uint (writer, "k", p.k);
  bl_json_writer_uint (writer, "n", p.n);
  bl_json_writer_number (writer, "low", p.low);
  bl_json_writer_number (writer, "high", p.high);
  bl_json_writer_end (writer, '}');
}

static void
write_profile (const BlSourceProfile *profile, GString *out)
{
  BlJsonWriter writer = bl_json_writer (out);
  bl_json_writer_begin (&writer, NULL, '{');
  bl_json_writer_uint (&writer, "version", 1);
  bl_json_writer_string (&writer, "source", profile->source->id);
  bl_json_writer_string (&writer, "name", profile->source->name);
  bl_json_writer_string (&writer, "kind", profile->source->kind);
  bl_json_writer_uint (&writer, "articles", profile->n_articles);
  bl_json_writer_uint (&writer, "claims", profile->n_claims);
  bl_json_writer_bool (&writer, "too_few", profile->too_few);
  bl_json_writer_begin (&writer, "findings", '{');
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    bl_json_writer_uint (&writer, bl_severity_name ((BlSeverity) severity), profile->n_findings[severity]);
  bl_json_writer_end (&writer, '}');
  write_proportion (&writer, "errors", profile->errors);
  write_proportion (&writer, "corroborated", profile->corroborated);
  write_proportion (&writer, "own", profile->own);
  write_proportion (&writer, "named", profile->named);
  bl_json_writer_uint (&writer, "with_date", profile->n_with_date);
  bl_json_writer_uint (&writer, "with_byline", profile->n_with_byline);
  bl_json_writer_uint (&writer, "with_credit", profile->n_with_credit);
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

void
bl_report_sources_json (const BlRun *run, GString *out)
{
  for (guint i = 0; i < run->profiles->len; i++)
    write_profile (run->profiles->pdata[i], out);
}
