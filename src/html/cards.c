/* Findings as an editor reads them: what is asked about on the left, what it meets on the right, the margin for severity. */
#include "html/parts.h"
#include "html/sections.h"
#include "report/shown.h"

#include <stdlib.h>
#include <string.h>

/* Characters of a sentence that a card shows; fewer when there are many cards, so that the page stays a page. */
#define EXCERPT 600
#define EXCERPT_OF_MANY 160
#define MANY 1000
#define EXCERPT_OF_NOTE 160
/* Characters of a claim's key. */
#define KEY 100
/* Other sides that a card shows in full; the rest is folded. */
#define OPEN_SIDES 2

static const char *
relation_phrase (BlRelation relation)
{
  static const char *const phrases[] = {
    [BL_RELATION_CONTRADICTION] = "both cannot be right", [BL_RELATION_DIFFERS] = "the two differ, both may be right",
    [BL_RELATION_VARIANT] = "variants of the same",       [BL_RELATION_SUPERSEDED] = "an earlier and a later value",
    [BL_RELATION_DISPUTED] = "disputed between speakers", [BL_RELATION_AGREES] = "the two agree",
  };
  return phrases[relation];
}

static const char *
role_phrase (BlEvidenceRole role)
{
  static const char *const phrases[] = {
    [BL_ROLE_KNOWLEDGE] = "The reference has", [BL_ROLE_CONTRADICTS] = "Disagrees with", [BL_ROLE_DIFFERS] = "Differs from",
    [BL_ROLE_AGREES] = "Agrees with",          [BL_ROLE_ORIGIN] = "Comes from",
  };
  return phrases[role];
}

/* "3 days earlier", "the same article", or NULL when the days are not known to a day. Owned by the caller. */
static char *
distance_phrase (const BlPlace *at, const BlPlace *other)
{
  if (at->article == other->article)
    return g_strdup ("the same article");
  const BlDate a = at->article->published, b = other->article->published;
  if (a.precision != BL_DATE_DAY || b.precision != BL_DATE_DAY)
    return NULL;
  const gint32 days = bl_date_first_day (b) - bl_date_first_day (a);
  if (days == 0)
    return g_strdup ("the same day");
  const guint n = (guint) abs (days);
  return g_strdup_printf ("%u day%s %s", n, bl_html_plural (n), days < 0 ? "earlier" : "later");
}

static void
write_reference (BlHtmlWriter *writer, const BlFindingEvidence *evidence)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "reference");
  bl_html_element (writer, "mark", NULL, evidence->text);
  bl_html_end (writer, "p");
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_text (writer, evidence->note);
  if (evidence->note != NULL && evidence->origin != NULL)
    {
      bl_html_begin (writer, "br");
      bl_html_end (writer, "br");
    }
  if (evidence->origin != NULL)
    bl_html_element (writer, "bdi", "file", evidence->origin);
  bl_html_end (writer, "p");
}

static void
write_other (BlHtmlWriter *writer, const BlRun *run, const BlFinding *finding, const BlFindingEvidence *evidence, guint excerpt)
{
  bl_html_begin (writer, "h4");
  bl_html_text (writer, role_phrase (evidence->role));
  if (evidence->place == NULL)
    {
      bl_html_end (writer, "h4");
      write_reference (writer, evidence);
      return;
    }
  g_autofree char *distance = distance_phrase (finding->at, evidence->place);
  if (distance != NULL)
    {
      bl_html_text (writer, " ");
      bl_html_element (writer, "span", NULL, distance);
    }
  const BlArticle *here = finding->at->article, *there = evidence->place->article;
  if (here != there && bl_origins_cluster (run->origins, here) == bl_origins_cluster (run->origins, there))
    bl_html_element (writer, "span", NULL, ", one origin with this article");
  bl_html_end (writer, "h4");
  bl_html_excerpt (writer, evidence->place, excerpt);
  bl_html_place_line (writer, evidence->place);
}

static void
write_others (BlHtmlWriter *writer, const BlRun *run, const BlFinding *finding, guint excerpt)
{
  const guint n = finding->evidence->len;
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "other");
  for (guint i = 0; i < n; i++)
    {
      if (i == OPEN_SIDES)
        {
          bl_html_begin (writer, "details");
          bl_html_begin (writer, "summary");
          bl_html_textf (writer, "%u more", n - OPEN_SIDES);
          bl_html_end (writer, "summary");
        }
      write_other (writer, run, finding, &g_array_index (finding->evidence, BlFindingEvidence, i),
                   i < OPEN_SIDES ? excerpt : EXCERPT_OF_NOTE);
    }
  if (n > OPEN_SIDES)
    bl_html_end (writer, "details");
  if (finding->evidence_left_out > 0)
    {
      bl_html_begin (writer, "p");
      bl_html_attribute (writer, "class", "place");
      bl_html_textf (writer, "and %u more that are not shown", finding->evidence_left_out);
      bl_html_end (writer, "p");
    }
  g_autofree char *support = bl_finding_support (finding);
  if (support != NULL)
    bl_html_element (writer, "p", "place", support);
  bl_html_end (writer, "div");
}

static void
write_labelled (BlHtmlWriter *writer, const char *css_class, const char *label, const char *element, const char *text)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", css_class);
  bl_html_element (writer, "b", NULL, label);
  bl_html_text (writer, " ");
  bl_html_element (writer, element, NULL, text);
  bl_html_end (writer, "p");
}

/* Why this kind is asked, and what decided this one. */
static void
write_background (BlHtmlWriter *writer, const BlFinding *finding)
{
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "why");
  bl_html_element (writer, "summary", NULL, "Why this is asked");
  bl_html_begin (writer, "p");
  bl_html_text (writer, finding->why);
  bl_html_textf (writer, " Relation: %s; decided by: %s.", relation_phrase (finding->relation),
                 bl_html_gate_phrase (finding->decided_by));
  if (finding->claim != NULL)
    {
      g_autofree char *key = bl_claim_key_string (finding->claim);
      g_autofree char *short_key = bl_html_shorten (key, KEY);
      bl_html_text (writer, " Claim: ");
      bl_html_element (writer, "code", NULL, short_key);
      bl_html_textf (writer, ", read by %s", finding->claim->maker);
      if (finding->claim->speaker != NULL)
        bl_html_textf (writer, ", said by %s", finding->claim->speaker);
      bl_html_text (writer, ".");
    }
  bl_html_end (writer, "p");
  bl_html_end (writer, "details");
}

static void
begin_finding (BlHtmlWriter *writer, const char *element, const BlFinding *finding)
{
  bl_html_begin (writer, element);
  bl_html_attribute (writer, "class", bl_severity_name (finding->severity));
  bl_html_attributef (writer, "id", "f=%s", finding->fingerprint);
  bl_html_attribute (writer, "data-rule", finding->id);
}

static void
write_anchor (BlHtmlWriter *writer, const BlFinding *finding)
{
  bl_html_begin (writer, "a");
  bl_html_attributef (writer, "href", "#f=%s", finding->fingerprint);
  /* "name/v1:" may stand alone at the end of a line, its digits are not torn. */
  const gsize head = strcspn (finding->fingerprint, ":") + 1;
  if (head < strlen (finding->fingerprint))
    {
      bl_html_text_len (writer, finding->fingerprint, (gssize) head);
      bl_html_begin (writer, "wbr");
      bl_html_end (writer, "wbr");
      bl_html_text (writer, finding->fingerprint + head);
    }
  else
    bl_html_text (writer, finding->fingerprint);
  bl_html_end (writer, "a");
}

/* What an editor may send to the writer: the place, what was noticed, one question. Owned by the caller. */
static char *
query_for_writer (const BlFinding *finding)
{
  const char *message = finding->message;
  const gsize length = strlen (message);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%s, line %u: %s%s", finding->at->article->id, finding->at->location.line, message,
                          length > 0 && strchr (".?!", message[length - 1]) != NULL ? "" : ".");
  if (finding->replace != NULL)
    g_string_append_printf (out, " Is “%s” meant?", finding->replace);
  else
    g_string_append (out, " Which is meant, and on what source?");
  return g_string_free (out, FALSE);
}

static void
write_card (BlHtmlWriter *writer, const BlRun *run, const BlFinding *finding, guint excerpt)
{
  begin_finding (writer, "article", finding);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "margin");
  bl_html_element (writer, "b", NULL, bl_severity_name (finding->severity));
  bl_html_begin (writer, "span");
  bl_html_textf (writer, "confidence %.0f %%", finding->confidence * 100);
  bl_html_end (writer, "span");
  bl_html_element (writer, "span", NULL, finding->id);
  write_anchor (writer, finding);
  bl_html_end (writer, "p");

  bl_html_element (writer, "h3", NULL, finding->message);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "sides");
  bl_html_begin (writer, "div");
  bl_html_element (writer, "h4", NULL, "Asked about");
  bl_html_excerpt (writer, finding->at, excerpt);
  bl_html_place_line (writer, finding->at);
  bl_html_end (writer, "div");
  write_others (writer, run, finding, excerpt);
  bl_html_end (writer, "div");

  if (finding->replace != NULL)
    write_labelled (writer, "perhaps", "Perhaps:", "ins", finding->replace);
  g_autofree char *query = query_for_writer (finding);
  write_labelled (writer, "query", "Query for the writer:", "span", query);
  write_background (writer, finding);
  bl_html_end (writer, "article");
}

static void
write_cards (BlHtmlWriter *writer, const BlRun *run, BlSeverity severity, guint excerpt)
{
  const guint n = bl_review_n_shown (run->review, run->findings, severity);
  if (n == 0)
    return;
  g_autofree char *id = g_strdup_printf ("%ss", bl_severity_name (severity));
  bl_html_section (writer, id, severity == BL_SEVERITY_ERROR ? "Errors" : "Warnings");
  g_autoptr (GPtrArray) findings = bl_run_shown (run);
  for (guint i = 0; i < findings->len; i++)
    {
      const BlFinding *finding = findings->pdata[i];
      if (finding->severity == severity)
        write_card (writer, run, finding, excerpt);
    }
  bl_html_end (writer, "section");
}

/* --- notes -------------------------------------------------------------------------------------------------------- */

static void
write_note_evidence (BlHtmlWriter *writer, const BlFindingEvidence *evidence)
{
  if (evidence->text == NULL || evidence->text[0] == '\0')
    return;
  g_autofree char *text = bl_html_shorten (evidence->text, EXCERPT_OF_NOTE);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_textf (writer, "%s ", role_phrase (evidence->role));
  bl_html_element (writer, "mark", NULL, text);
  if (evidence->place != NULL)
    {
      bl_html_text (writer, " ");
      bl_html_place (writer, evidence->place);
    }
  else if (evidence->note != NULL)
    bl_html_textf (writer, " %s", evidence->note);
  bl_html_end (writer, "p");
}

static void
write_note (BlHtmlWriter *writer, const BlFinding *finding)
{
  begin_finding (writer, "li", finding);
  bl_html_element (writer, "h3", NULL, finding->message);
  bl_html_excerpt (writer, finding->at, EXCERPT_OF_NOTE);
  for (guint i = 0; i < MIN (finding->evidence->len, OPEN_SIDES); i++)
    write_note_evidence (writer, &g_array_index (finding->evidence, BlFindingEvidence, i));
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_place (writer, finding->at);
  bl_html_text (writer, " ");
  write_anchor (writer, finding);
  bl_html_end (writer, "p");
  bl_html_end (writer, "li");
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlFinding *const *) a)->id, (*(BlFinding *const *) b)->id);
}

/* Notes by kind; inside a kind in the order of the list (the sort is stable). Borrowed findings; the array is the caller's. */
static GPtrArray *
notes_by_kind (const BlRun *run)
{
  GPtrArray *notes = g_ptr_array_new ();
  g_autoptr (GPtrArray) findings = bl_run_shown (run);
  for (guint i = 0; i < findings->len; i++)
    if (((const BlFinding *) findings->pdata[i])->severity == BL_SEVERITY_NOTE)
      g_ptr_array_add (notes, findings->pdata[i]);
  g_ptr_array_sort (notes, compare_kinds);
  return notes;
}

static void
write_notes (BlHtmlWriter *writer, const BlRun *run)
{
  g_autoptr (GPtrArray) notes = notes_by_kind (run);
  if (notes->len == 0)
    return;
  bl_html_section (writer, "notes", "Notes");
  guint end;
  for (guint i = 0; i < notes->len; i = end)
    {
      const BlFinding *first = notes->pdata[i];
      for (end = i + 1; end < notes->len && strcmp (((const BlFinding *) notes->pdata[end])->id, first->id) == 0; end++)
        ;
      const BlFindingKind *kind = bl_finding_kind (first->id);
      bl_html_begin (writer, "details");
      bl_html_attribute (writer, "class", "kind");
      bl_html_begin (writer, "summary");
      bl_html_element (writer, "b", NULL, kind != NULL ? kind->title : first->id);
      bl_html_text (writer, " ");
      bl_html_element (writer, "span", "count", first->id);
      bl_html_text (writer, " ");
      bl_html_begin (writer, "span");
      bl_html_attribute (writer, "class", "count");
      bl_html_textf (writer, "%u note%s", end - i, bl_html_plural (end - i));
      bl_html_end (writer, "span");
      bl_html_end (writer, "summary");
      if (kind != NULL)
        bl_html_element (writer, "p", "aside", kind->why);
      bl_html_begin (writer, "ol");
      for (guint k = i; k < end; k++)
        write_note (writer, notes->pdata[k]);
      bl_html_end (writer, "ol");
      bl_html_end (writer, "details");
    }
  bl_html_end (writer, "section");
}

void
bl_html_findings (BlHtmlWriter *writer, const BlRun *run)
{
  const guint n = bl_review_n_shown (run->review, run->findings, BL_SEVERITY_ERROR)
                  + bl_review_n_shown (run->review, run->findings, BL_SEVERITY_WARNING);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "id", "findings");
  bl_html_filter (writer, run);
  if (n == 0)
    bl_html_element (writer, "p", "aside",
                     "The checks that ran found no error and no warning. That says nothing of what was not checked.");
  const guint excerpt = n > MANY ? EXCERPT_OF_MANY : EXCERPT;
  write_cards (writer, run, BL_SEVERITY_ERROR, excerpt);
  write_cards (writer, run, BL_SEVERITY_WARNING, excerpt);
  write_notes (writer, run);
  bl_html_end (writer, "div");
}
