/* Source profiles as panels and as JSON Lines: counts and intervals, no single score, no ranking. */
#include "report/json_writer.h"
#include "report/report.h"

#include <string.h>

#define LABEL_WIDTH 39

static void
put_label (GString *out, const char *label)
{
  g_string_append_printf (out, "  %-*s ", LABEL_WIDTH, label);
}

/* "4 of 31, between 5.1 % and 28.9 %", and what is said when that is too little. */
static void
put_proportion (GString *out, const char *label, BlProportion p)
{
  put_label (out, label);
  if (p.n == 0)
    g_string_append (out, "none to count\n");
  else
    g_string_append_printf (out, "%u of %u, between %.1f %% and %.1f %%%s\n", p.k, p.n, p.low * 100, p.high * 100,
                            bl_proportion_too_few (p) ? "; too few to say" : "");
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
put_kinds (const BlSourceProfile *profile, GString *out)
{
  for (guint i = 0; i < profile->kinds->len; i++)
    {
      const BlProfileKind *kind = &g_array_index (profile->kinds, BlProfileKind, i);
      const BlProportion p = bl_profile_kind_rate (profile, kind);
      g_autofree char *label = g_strdup_printf ("  %s, %s", kind->id, bl_severity_name (kind->severity));
      put_label (out, label);
      if (profile->too_few)
        g_string_append_printf (out, "%u; too few claims to say\n", kind->n);
      else
        g_string_append_printf (out, "%u, %.1f in 1,000 claims, between %.1f and %.1f\n", kind->n,
                                per_thousand (kind->n, profile->n_claims), p.low * 1000, p.high * 1000);
    }
}

/* What is only counted, above the panels of its group. */
static void
put_counts (const BlSourceProfile *profile, const char *group, GString *out)
{
  if (strcmp (group, "Questions") == 0)
    {
      put_label (out, "questions raised");
      g_string_append_printf (out, "%u errors, %u warnings, %u notes\n", profile->n_findings[BL_SEVERITY_ERROR],
                              profile->n_findings[BL_SEVERITY_WARNING], profile->n_findings[BL_SEVERITY_NOTE]);
      put_kinds (profile, out);
    }
  else if (strcmp (group, "Against others") == 0)
    {
      put_label (out, "conflicts with other sources");
      g_string_append_printf (out, "%u, of which %u with as many origins on either side\n", profile->n_conflicts,
                              profile->n_conflicts - profile->with_most.n);
    }
  else if (strcmp (group, "Sourcing") == 0)
    {
      put_label (out, "corrections of its own");
      g_string_append_printf (out, "%u (candour: never counted against a source)\n", profile->n_corrections);
    }
  else if (strcmp (group, "Care") == 0)
    {
      put_label (out, "told again what was taken back");
      g_string_append_printf (out, "%u\n", profile->n_retracted);
    }
}

static void
put_estimate (const BlSourceProfile *profile, GString *out)
{
  if (profile->estimated_by == NULL)
    return;
  put_proportion (out, "shared facts told as is probably true", profile->estimated);
  put_label (out, "");
  g_string_append_printf (out, "estimated by truth discovery, method %s%s%s\n", profile->estimated_by,
                          profile->estimated_remark != NULL ? ", which " : "",
                          profile->estimated_remark != NULL ? profile->estimated_remark : "");
  put_proportion (out, "the same by vote", profile->estimated_by_vote);
}

static void
put_profile (const BlSourceProfile *profile, gboolean colour, GString *out)
{
  const char *bold = colour ? "\033[1m" : "", *plain = colour ? "\033[0m" : "";
  g_string_append_printf (out, "%s%s%s (%s, %s)\n", bold, profile->source->name, plain, profile->source->id,
                          profile->source->kind);
  put_label (out, "articles");
  g_string_append_printf (out, "%u, %u claims, %u of them effective%s\n", profile->n_articles, profile->n_claims,
                          profile->n_effective, profile->too_few ? "; too few to say anything" : "");
  const char *group = "";
  for (const BlProfilePanel *panel = bl_profile_panels (); panel->name != NULL; panel++)
    {
      if (strcmp (panel->group, group) != 0)
        {
          if (strcmp (group, "Against others") == 0)
            put_estimate (profile, out);
          group = panel->group;
          put_heading (out, group, colour);
          put_counts (profile, group, out);
        }
      put_proportion (out, panel->label, bl_profile_panel_of (profile, panel));
    }
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
  g_string_append (
      out,
      "Intervals are Wilson's at 95 %. Below 30 counted there is too little to say anything; claims of several articles of "
      "one text count once as effective. There is no ranking. ");
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
  bl_json_writer_bool (writer, "too_few", bl_proportion_too_few (p));
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
        {
          const BlProportion p = bl_profile_kind_rate (profile, kind);
          bl_json_writer_number (writer, "per_1000_claims", per_thousand (kind->n, profile->n_claims));
          bl_json_writer_number (writer, "low_per_1000", p.low * 1000);
          bl_json_writer_number (writer, "high_per_1000", p.high * 1000);
        }
      bl_json_writer_end (writer, '}');
    }
  bl_json_writer_end (writer, ']');
  write_proportion (writer, "errors", profile->errors);
}

static void
write_sourcing (BlJsonWriter *writer, const BlSourceProfile *profile)
{
  write_proportion (writer, "own", profile->own);
  bl_json_writer_uint (writer, "relayed", profile->relayed.k);
  bl_json_writer_uint (writer, "copied", profile->copied.k);
  write_proportion (writer, "named", profile->named);
  bl_json_writer_uint (writer, "with_date", profile->with_date.k);
  bl_json_writer_uint (writer, "with_byline", profile->with_byline.k);
  bl_json_writer_uint (writer, "with_dateline", profile->with_dateline.k);
  bl_json_writer_uint (writer, "with_link", profile->with_link.k);
  bl_json_writer_uint (writer, "with_credit", profile->with_credit.k);
  bl_json_writer_uint (writer, "corrections", profile->n_corrections);
  bl_json_writer_begin (writer, "sourcing", '{');
  for (const BlProfilePanel *panel = bl_profile_panels (); panel->name != NULL; panel++)
    if (strcmp (panel->group, "Sourcing") == 0)
      write_proportion (writer, panel->name, bl_profile_panel_of (profile, panel));
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
  bl_json_writer_uint (&writer, "effective_claims", profile->n_effective);
  bl_json_writer_bool (&writer, "too_few", profile->too_few);
  write_questions (&writer, profile);
  bl_json_writer_uint (&writer, "conflicts", profile->n_conflicts);
  write_proportion (&writer, "with_most", profile->with_most);
  write_proportion (&writer, "corroborated", profile->corroborated);
  write_proportion (&writer, "figures", profile->figures);
  if (profile->estimated_by != NULL)
    {
      bl_json_writer_string (&writer, "estimated_by", profile->estimated_by);
      bl_json_writer_string (&writer, "estimated_remark", profile->estimated_remark);
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
