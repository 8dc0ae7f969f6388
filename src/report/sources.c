/* Source profiles as panels and as JSON Lines: counts and intervals, no single score, no ranking. */
#include "report/json_writer.h"
#include "report/report.h"

#define LABEL_WIDTH 38

static void
put_label (GString *out, const char *label)
{
  g_string_append_printf (out, "  %-*s ", LABEL_WIDTH, label);
}

/* "4 of 31, between 5.1 % and 28.9 %", and what is said when that is too little. */
static void
put_proportion (GString *out, const char *label, BlProportion p, const BlSourceProfile *profile)
{
  put_label (out, label);
  if (p.n == 0)
    g_string_append (out, "none to count\n");
  else if (profile->too_few)
    g_string_append_printf (out, "%u of %u; too few to say\n", p.k, p.n);
  else
    g_string_append_printf (out, "%u of %u, between %.1f %% and %.1f %%\n", p.k, p.n, p.low * 100, p.high * 100);
}

static void
put_heading (GString *out, const char *heading, gboolean colour)
{
  g_string_append_printf (out, " %s%s%s\n", colour ? "\033[2m" : "", heading, colour ? "\033[0m" : "");
}

static double
per_thousand (guint n, guint of)
{
  return of > 0 ? 1000.0 * n / of : 0;
}

static void
put_questions (const BlSourceProfile *profile, GString *out)
{
  put_label (out, "questions raised");
  g_string_append_printf (out, "%u errors, %u warnings, %u notes\n", profile->n_findings[BL_SEVERITY_ERROR],
                          profile->n_findings[BL_SEVERITY_WARNING], profile->n_findings[BL_SEVERITY_NOTE]);
  put_proportion (out, "claims with an error", profile->errors, profile);
  for (guint i = 0; i < profile->kinds->len; i++)
    {
      const BlProfileKind *kind = &g_array_index (profile->kinds, BlProfileKind, i);
      g_autofree char *label = g_strdup_printf ("  %s, %s", kind->id, bl_severity_name (kind->severity));
      put_label (out, label);
      if (profile->too_few)
        g_string_append_printf (out, "%u\n", kind->n);
      else
        g_string_append_printf (out, "%u, %.1f in 1,000 claims\n", kind->n, per_thousand (kind->n, profile->n_claims));
    }
}

static void
put_others (const BlSourceProfile *profile, GString *out)
{
  put_label (out, "conflicts with other sources");
  g_string_append_printf (out, "%u\n", profile->n_conflicts);
  put_proportion (out, "most independent origins stand with it", profile->with_most, profile);
  put_proportion (out, "comparable claims others confirm", profile->corroborated, profile);
  put_proportion (out, "comparable figures others confirm", profile->figures, profile);
}

static void
put_sourcing (const BlSourceProfile *profile, GString *out)
{
  put_proportion (out, "articles of its own", profile->own, profile);
  put_label (out, "articles relayed, copied");
  g_string_append_printf (out, "%u credit somebody for the whole, %u took an earlier text\n", profile->n_relayed,
                          profile->n_copied);
  put_proportion (out, "statements with a named speaker", profile->named, profile);
  put_label (out, "articles");
  g_string_append_printf (
      out, "%u with a date, %u with a byline, %u with a dateline, %u with a link, %u that credit somebody\n",
      profile->n_with_date, profile->n_with_byline, profile->n_with_dateline, profile->n_with_link, profile->n_with_credit);
  put_label (out, "corrections of its own");
  g_string_append_printf (out, "%u (candour: never counted against a source)\n", profile->n_corrections);
}

static void
put_care (const BlSourceProfile *profile, GString *out)
{
  put_proportion (out, "articles with damaged text", profile->damaged, profile);
  put_proportion (out, "articles surer here than there", profile->inflated, profile);
  put_proportion (out, "quotations others have otherwise", profile->altered, profile);
  put_label (out, "told again what was taken back");
  g_string_append_printf (out, "%u\n", profile->n_retracted);
}

static void
put_estimate (const BlSourceProfile *profile, GString *out)
{
  if (profile->estimated_by == NULL)
    return;
  g_autofree char *label = g_strdup_printf ("probably true, by %s", profile->estimated_by);
  put_proportion (out, label, profile->estimated, profile);
  put_proportion (out, "the same by vote", profile->estimated_by_vote, profile);
}

static void
put_profile (const BlSourceProfile *profile, gboolean colour, GString *out)
{
  const char *bold = colour ? "\033[1m" : "", *plain = colour ? "\033[0m" : "";
  g_string_append_printf (out, "%s%s%s (%s, %s)\n", bold, profile->source->name, plain, profile->source->id,
                          profile->source->kind);
  put_label (out, "articles");
  g_string_append_printf (out, "%u, %u claims%s\n", profile->n_articles, profile->n_claims,
                          profile->too_few ? "; too few to say anything" : "");
  put_heading (out, "Questions", colour);
  put_questions (profile, out);
  put_heading (out, "Against others", colour);
  put_others (profile, out);
  put_estimate (profile, out);
  put_heading (out, "Sourcing", colour);
  put_sourcing (profile, out);
  put_heading (out, "Care", colour);
  put_care (profile, out);
  g_string_append_c (out, '\n');
}

void
bl_report_sources_text (const BlRun *run, const BlTextOptions *options, GString *out)
{
  const guint articles = bl_corpus_n_articles (run->corpus), origins = bl_origins_n_clusters (run->origins);
  g_string_append_printf (out, "%u article%s, at most %u origin%s, %u source%s\n\n", articles, articles == 1 ? "" : "s",
                          origins, origins == 1 ? "" : "s", run->profiles->len, run->profiles->len == 1 ? "" : "s");
  for (guint i = 0; i < run->profiles->len; i++)
    put_profile (run->profiles->pdata[i], options->colour, out);
  g_string_append (out,
                   "Intervals are Wilson's at 95 %. Below 30 claims nothing can be said of a source. There is no ranking. ");
  g_string_append_printf (out, "%s\n", bl_profile_unseen ());
}

/* --- JSON ---------------------------------------------------------------------------------------------------------- */

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
write_questions (BlJsonWriter *writer, const BlSourceProfile *profile)
{
  bl_json_writer_begin (writer, "findings", '{');
  for (int severity = BL_SEVERITY_ERROR; severity >= BL_SEVERITY_NOTE; severity--)
    bl_json_writer_uint (writer, bl_severity_name ((BlSeverity) severity), profile->n_findings[severity]);
  bl_json_writer_end (writer, '}');
  bl_json_writer_begin (writer, "kinds", '[');
  for (guint i = 0; i < profile->kinds->len; i++)
    {
      const BlProfileKind *kind = &g_array_index (profile->kinds, BlProfileKind, i);
      bl_json_writer_begin (writer, NULL, '{');
      bl_json_writer_string (writer, "id", kind->id);
      bl_json_writer_string (writer, "severity", bl_severity_name (kind->severity));
      bl_json_writer_uint (writer, "n", kind->n);
      if (!profile->too_few)
        bl_json_writer_number (writer, "per_1000_claims", per_thousand (kind->n, profile->n_claims));
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
  write_proportion (writer, "errors", profile->errors);
}

static void
write_sourcing (BlJsonWriter *writer, const BlSourceProfile *profile)
{
  write_proportion (writer, "own", profile->own);
  bl_json_writer_uint (writer, "relayed", profile->n_relayed);
  bl_json_writer_uint (writer, "copied", profile->n_copied);
  write_proportion (writer, "named", profile->named);
  bl_json_writer_uint (writer, "with_date", profile->n_with_date);
  bl_json_writer_uint (writer, "with_byline", profile->n_with_byline);
  bl_json_writer_uint (writer, "with_dateline", profile->n_with_dateline);
  bl_json_writer_uint (writer, "with_link", profile->n_with_link);
  bl_json_writer_uint (writer, "with_credit", profile->n_with_credit);
  bl_json_writer_uint (writer, "corrections", profile->n_corrections);
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
  write_questions (&writer, profile);
  bl_json_writer_uint (&writer, "conflicts", profile->n_conflicts);
  write_proportion (&writer, "with_most", profile->with_most);
  write_proportion (&writer, "corroborated", profile->corroborated);
  write_proportion (&writer, "figures", profile->figures);
  if (profile->estimated_by != NULL)
    {
      bl_json_writer_string (&writer, "estimated_by", profile->estimated_by);
      write_proportion (&writer, "estimated", profile->estimated);
      write_proportion (&writer, "estimated_by_vote", profile->estimated_by_vote);
    }
  write_sourcing (&writer, profile);
  write_proportion (&writer, "damaged", profile->damaged);
  write_proportion (&writer, "inflated", profile->inflated);
  write_proportion (&writer, "altered", profile->altered);
  bl_json_writer_uint (&writer, "retracted", profile->n_retracted);
  bl_json_writer_string (&writer, "unseen", bl_profile_unseen ());
  bl_json_writer_end (&writer, '}');
  g_string_append_c (out, '\n');
}

void
bl_report_sources_json (const BlRun *run, GString *out)
{
  for (guint i = 0; i < run->profiles->len; i++)
    write_profile (run->profiles->pdata[i], out);
}
