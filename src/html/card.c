#include "html/card.h"

#include "html/events.h"
#include "html/galley.h"
#include "html/parts.h"
#include "report/shown.h"

#include <stdlib.h>
#include <string.h>

/* Characters of a sentence that a card shows; fewer when there are many cards, so that the page stays a page. */
#define EXCERPT 600
#define EXCERPT_OF_MANY 160
#define EXCERPT_OF_NOTE 160
/* Cards that are shown at full length. */
#define MANY 1000
/* Other sides that a card shows in full; the rest is folded. */
#define OPEN_SIDES 2
/* Characters of a message where it has one line. */
#define LINE 150
/* Characters that an index of several files keeps of the sentences in them, so that one filter finds them all: of all findings, of one, and
 * the fewest that are worth it. */
#define INDEX_WORDS (4 * 1000 * 1000)
#define LINE_WORDS 600
#define LEAST_WORDS 120

/* --- what a card knows of the run ----------------------------------------------------------------------------------- */

/* What a finding asks about, wherever it stands: its kind, key and value. Owned by the caller. */
static char *
told_key (const BlFinding *finding)
{
  g_autofree char *key = bl_claim_key_string (finding->claim);
  return g_strjoin ("\n", finding->id, key, finding->claim->value.text, NULL);
}

static void
number_events (BlHtmlCards *cards)
{
  cards->events = bl_html_events (cards->run, cards->shown);
  cards->event = g_hash_table_new (NULL, NULL);
  cards->told_in = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < cards->events->len; i++)
    {
      const BlHtmlEvent *event = cards->events->pdata[i];
      for (guint k = 0; k < event->findings->len; k++)
        g_hash_table_insert (cards->event, event->findings->pdata[k], GUINT_TO_POINTER (i + 1));
      for (guint k = 0; k < event->articles->len; k++)
        g_hash_table_insert (cards->told_in, event->articles->pdata[k], GUINT_TO_POINTER (i + 1));
    }
}

void
bl_html_cards_init (BlHtmlCards *cards, const BlRun *run)
{
  *cards = (BlHtmlCards){ .run = run,
                          .shown = bl_run_shown (run),
                          .told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref) };
  cards->brief = cards->shown->len > MANY;
  number_events (cards);
  for (guint i = 0; i < cards->shown->len; i++)
    {
      BlFinding *finding = cards->shown->pdata[i];
      if (finding->claim == NULL || finding->severity == BL_SEVERITY_NOTE)
        continue;
      g_autofree char *key = told_key (finding);
      GPtrArray *alike = g_hash_table_lookup (cards->told, key);
      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (cards->told, g_steal_pointer (&key), alike);
        }
      g_ptr_array_add (alike, finding);
    }
}

void
bl_html_cards_clear (BlHtmlCards *cards)
{
  g_clear_pointer (&cards->shown, g_ptr_array_unref);
  g_clear_pointer (&cards->events, g_ptr_array_unref);
  g_clear_pointer (&cards->event, g_hash_table_unref);
  g_clear_pointer (&cards->told_in, g_hash_table_unref);
  g_clear_pointer (&cards->told, g_hash_table_unref);
}

const char *
bl_html_finding_state (const BlHtmlCards *cards, const BlFinding *finding)
{
  return bl_review_of (cards->run->review, finding) == NULL ? "new" : "known";
}

const GPtrArray *
bl_html_told_alike (const BlHtmlCards *cards, const BlFinding *finding)
{
  if (finding->claim == NULL)
    return NULL;
  g_autofree char *key = told_key (finding);
  return g_hash_table_lookup (cards->told, key);
}

void
bl_html_begin_link_to (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  const char *file = cards->places != NULL ? g_hash_table_lookup (cards->places, finding) : NULL;
  bl_html_begin (writer, "a");
  bl_html_attributef (writer, "href", "%s#f=%s", file == NULL || g_strcmp0 (file, cards->file) == 0 ? "" : file,
                      finding->fingerprint);
}

/* --- what a finding is known by ------------------------------------------------------------------------------------- */

/* "3 0": the numbers of the sources on all sides, each once. */
static void
write_sources (BlHtmlWriter *writer, const BlFinding *finding)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const BlSource *seen[BL_LIMIT_EVIDENCE + 1];
  guint n = 0;
  for (guint i = 0; i <= finding->evidence->len; i++)
    {
      const BlPlace *place = i == 0 ? finding->at : g_array_index (finding->evidence, BlFindingEvidence, i - 1).place;
      const BlSource *source = place != NULL ? place->article->source : NULL;
      gboolean known = source == NULL || n == G_N_ELEMENTS (seen);
      for (guint k = 0; k < n && !known; k++)
        known = seen[k] == source;
      if (known)
        continue;
      seen[n++] = source;
      g_string_append_printf (list, "%s%u", n > 1 ? " " : "", source->index);
    }
  if (list->len > 0)
    bl_html_attribute (writer, "data-src", list->str);
}

static void
begin_finding (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, const char *element)
{
  const char *severity = bl_severity_name (finding->severity);
  g_autofree char *day = bl_date_format (finding->at->article->published);
  bl_html_begin (writer, element);
  bl_html_attributef (writer, "class", "%s%s", strcmp (element, "article") == 0 ? "card " : "", severity);
  bl_html_attributef (writer, "id", "f=%s", finding->fingerprint);
  bl_html_attribute (writer, "data-rule", finding->id);
  bl_html_attribute (writer, "data-s", severity);
  bl_html_attributef (writer, "data-state", "%s open", bl_html_finding_state (cards, finding));
  bl_html_attribute (writer, "data-date", day[0] != '\0' ? day : NULL);
  bl_html_attributef (writer, "data-line", "%u", finding->at->location.line);
  const guint event = GPOINTER_TO_UINT (g_hash_table_lookup (cards->event, finding));
  /* What else is asked about the articles of an event stands with it when the findings are ordered by event. */
  const guint told_in = GPOINTER_TO_UINT (g_hash_table_lookup (cards->told_in, finding->at->article));
  if (event > 0)
    bl_html_attributef (writer, "data-event", "%u", event);
  else if (told_in > 0)
    bl_html_attributef (writer, "data-group", "%u", told_in);
  write_sources (writer, finding);
}

/* The fingerprint, torn only behind "name/v1:", as a link to the card itself. */
static void
write_anchor (BlHtmlWriter *writer, const BlFinding *finding)
{
  bl_html_begin (writer, "a");
  bl_html_attributef (writer, "href", "#f=%s", finding->fingerprint);
  const char *digits = strchr (finding->fingerprint, ':');
  if (digits != NULL)
    {
      bl_html_text_len (writer, finding->fingerprint, digits + 1 - finding->fingerprint);
      bl_html_begin (writer, "wbr");
      bl_html_end (writer, "wbr");
    }
  bl_html_text (writer, digits != NULL ? digits + 1 : finding->fingerprint);
  bl_html_end (writer, "a");
}

/* --- the two sides -------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *phrase;
  const char *css_class;
} roles[] = {
  [BL_ROLE_KNOWLEDGE] = { "The reference has", "side other" }, [BL_ROLE_CONTRADICTS] = { "Disagrees with", "side other" },
  [BL_ROLE_DIFFERS] = { "Differs from", "side other" },        [BL_ROLE_AGREES] = { "Agrees with", "side other agree" },
  [BL_ROLE_ORIGIN] = { "Comes from", "side other" },
};

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

/* What stands on the other side where that is no article. */
typedef struct
{
  const char *heading, *text;
  gboolean marked; /* text is held against the article word for word */
  char *remark;    /* owned; NULL: none */
} Reference;

static void
reference_clear (Reference *reference)
{
  g_free (reference->remark);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reference, reference_clear)

/* Whether the entry says what the message ends with: then it is the title of the rule that was met. */
static gboolean
is_rule (const BlFinding *finding, const BlFindingEvidence *evidence)
{
  const gsize length = strlen (finding->message), tail = strlen (evidence->text);
  return evidence->note != NULL && tail > 0 && tail <= length
         && g_ascii_strcasecmp (finding->message + length - tail, evidence->text) == 0;
}

static Reference
describe_reference (const BlFinding *finding, const BlFindingEvidence *evidence)
{
  if (evidence->role == BL_ROLE_KNOWLEDGE && g_strcmp0 (evidence->origin, "arithmetic") == 0 && evidence->note != NULL)
    return (Reference){ "Reckoned", evidence->note, TRUE, g_strdup (evidence->text) };
  if (evidence->role == BL_ROLE_KNOWLEDGE && is_rule (finding, evidence))
    return (Reference){ "The rule says", evidence->note, FALSE, NULL };
  return (Reference){ roles[evidence->role].phrase, evidence->text, TRUE,
                      evidence->note != NULL ? bl_html_term_words (evidence->note) : NULL };
}

static void
write_reference (BlHtmlWriter *writer, const BlFindingEvidence *evidence, const Reference *reference)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "reference");
  bl_html_prose_element (writer, reference->marked ? "mark" : "span", NULL, reference->text);
  bl_html_end (writer, "p");
  if (reference->remark == NULL && evidence->origin == NULL)
    return;
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_prose (writer, reference->remark);
  if (reference->remark != NULL && evidence->origin != NULL)
    {
      bl_html_begin (writer, "br");
      bl_html_end (writer, "br");
    }
  if (evidence->origin != NULL)
    bl_html_element (writer, "bdi", "file", evidence->origin);
  bl_html_end (writer, "p");
}

static void
write_other (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, const BlFindingEvidence *evidence,
             guint excerpt)
{
  const BlOrigins *origins = cards->run->origins;
  g_auto (Reference) reference = describe_reference (finding, evidence);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", roles[evidence->role].css_class);
  bl_html_begin (writer, "h4");
  bl_html_text (writer, reference.heading);
  if (evidence->place != NULL)
    {
      const BlArticle *here = finding->at->article, *there = evidence->place->article;
      g_autofree char *distance = distance_phrase (finding->at, evidence->place);
      const gboolean copy = here != there && bl_origins_cluster (origins, here) == bl_origins_cluster (origins, there);
      if (distance != NULL || copy)
        {
          bl_html_text (writer, " ");
          bl_html_begin (writer, "span");
          bl_html_textf (writer, "%s%s%s", distance != NULL ? distance : "", distance != NULL && copy ? ", " : "",
                         copy ? "one origin with this article" : "");
          bl_html_end (writer, "span");
        }
    }
  bl_html_end (writer, "h4");
  if (evidence->place == NULL)
    write_reference (writer, evidence, &reference);
  else
    {
      bl_html_excerpt (writer, evidence->place, excerpt);
      bl_html_place_line (writer, evidence->place);
    }
  bl_html_end (writer, "div");
}

static void
write_others (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, guint excerpt)
{
  const guint n = finding->evidence->len;
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "others");
  for (guint i = 0; i < n; i++)
    {
      if (i == OPEN_SIDES)
        {
          bl_html_begin (writer, "details");
          bl_html_begin (writer, "summary");
          bl_html_textf (writer, "%u more", n - OPEN_SIDES);
          bl_html_end (writer, "summary");
        }
      write_other (writer, cards, finding, &g_array_index (finding->evidence, BlFindingEvidence, i),
                   i < OPEN_SIDES ? excerpt : EXCERPT_OF_NOTE);
    }
  if (n > OPEN_SIDES)
    bl_html_end (writer, "details");
  bl_html_left_out (writer, n + finding->evidence_left_out, n, "places");
  bl_html_end (writer, "div");
}

static void
write_message (BlHtmlWriter *writer, const BlFinding *finding)
{
  g_autofree char *message = bl_html_capitalised (finding->message);
  bl_html_prose_element (writer, "h3", NULL, message);
}

/* --- the card ------------------------------------------------------------------------------------------------------- */

char *
bl_html_question (const BlFinding *finding)
{
  const char *message = finding->message;
  const gsize length = strlen (message);
  GString *out = g_string_new (message);
  if (length > 0 && strchr (".?!", message[length - 1]) == NULL)
    g_string_append_c (out, '.');
  if (finding->replace != NULL)
    g_string_append_printf (out, " Is “%s” meant?", finding->replace);
  else if (g_str_has_prefix (finding->id, "text/")) /* damage has no other side */
    g_string_append (out, " What should stand there?");
  else
    g_string_append (out, " Which is meant, and on what source?");
  return g_string_free (out, FALSE);
}

/* The same with its place: a query may be read far from the report. Owned by the caller. */
static char *
query_for_writer (const BlFinding *finding)
{
  g_autofree char *question = bl_html_question (finding);
  return g_strdup_printf ("%s, line %u: %s", finding->at->article->id, finding->at->location.line, question);
}

static void
write_labelled (BlHtmlWriter *writer, const char *css_class, const char *label, const char *element, const char *text)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", css_class);
  bl_html_element (writer, "b", NULL, label);
  bl_html_text (writer, " ");
  bl_html_prose_element (writer, element, NULL, text);
  bl_html_end (writer, "p");
}

static void
write_margin (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "marginal");
  bl_html_element (writer, "b", NULL, bl_severity_name (finding->severity));
  bl_html_begin (writer, "span");
  bl_html_textf (writer, "confidence %.0f %%", finding->confidence * 100);
  bl_html_end (writer, "span");
  bl_html_element (writer, "span", NULL, finding->id);
  bl_html_element (writer, "span", NULL, bl_html_finding_state (cards, finding));
  write_anchor (writer, finding);
  bl_html_galley_link (writer, cards, finding);
  bl_html_end (writer, "p");
}

void
bl_html_card (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  const guint excerpt = cards->brief ? EXCERPT_OF_MANY : EXCERPT;
  begin_finding (writer, cards, finding, "article");
  write_margin (writer, cards, finding);
  write_message (writer, finding);
  bl_html_element (writer, "p", "why", finding->why);
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "sides");
  bl_html_begin (writer, "div");
  bl_html_attribute (writer, "class", "side");
  bl_html_element (writer, "h4", NULL, "Asked about");
  bl_html_excerpt (writer, finding->at, excerpt);
  bl_html_place_line (writer, finding->at);
  bl_html_end (writer, "div");
  write_others (writer, cards, finding, excerpt);
  bl_html_end (writer, "div");
  if (finding->replace != NULL)
    write_labelled (writer, "perhaps", "Perhaps:", "ins", finding->replace);
  bl_html_working (writer, cards, finding);
  /* Where there are many, the script words the query from the card when it is copied. */
  g_autofree char *query = cards->brief ? NULL : query_for_writer (finding);
  if (query != NULL)
    write_labelled (writer, "query", "Query for the writer:", "span", query);
  bl_html_end (writer, "article");
}

/* --- shorter forms -------------------------------------------------------------------------------------------------- */

static void
write_note_evidence (BlHtmlWriter *writer, const BlFinding *finding, const BlFindingEvidence *evidence)
{
  if (evidence->text == NULL || evidence->text[0] == '\0')
    return;
  g_auto (Reference) reference = describe_reference (finding, evidence);
  g_autofree char *text = bl_html_shorten (reference.text, EXCERPT_OF_NOTE);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  if (reference.marked)
    bl_html_textf (writer, "%s ", reference.heading);
  bl_html_prose_element (writer, reference.marked ? "mark" : "span", NULL, text);
  if (evidence->place != NULL)
    {
      bl_html_text (writer, " ");
      bl_html_place (writer, evidence->place);
    }
  else if (reference.remark != NULL)
    {
      bl_html_text (writer, " ");
      bl_html_prose (writer, reference.remark);
    }
  bl_html_end (writer, "p");
}

void
bl_html_note (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  begin_finding (writer, cards, finding, "li");
  write_message (writer, finding);
  bl_html_excerpt (writer, finding->at, EXCERPT_OF_NOTE);
  bl_html_begin (writer, "p");
  bl_html_attribute (writer, "class", "place");
  bl_html_place (writer, finding->at);
  bl_html_text (writer, " ");
  write_anchor (writer, finding);
  bl_html_end (writer, "p");
  for (guint i = 0; i < MIN (finding->evidence->len, OPEN_SIDES); i++)
    write_note_evidence (writer, finding, &g_array_index (finding->evidence, BlFindingEvidence, i));
  bl_html_end (writer, "li");
}

gboolean
bl_html_index_has_words (const BlHtmlCards *cards)
{
  return INDEX_WORDS / MAX (cards->shown->len, 1) >= LEAST_WORDS;
}

/* What the card has and its line has not: the sentences on both sides, and the other articles. */
static void
write_words (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  if (!bl_html_index_has_words (cards))
    return;
  g_autoptr (GString) words = g_string_new (finding->at->sentence);
  g_autoptr (GString) files = g_string_new (NULL);
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      const char *said = evidence->place != NULL ? evidence->place->sentence : evidence->text;
      if (said != NULL)
        g_string_append_printf (words, "\n%s", said);
      if (evidence->place != NULL && evidence->place->article != finding->at->article)
        g_string_append_printf (files, "%s%s", files->len > 0 ? "\n" : "", evidence->place->article->id);
    }
  g_autofree char *kept = bl_html_shorten (words->str, MIN (LINE_WORDS, INDEX_WORDS / cards->shown->len));
  bl_html_attribute (writer, "data-words", kept);
  bl_html_attribute (writer, "data-files", files->len > 0 ? files->str : NULL);
}

void
bl_html_line (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, gboolean identity)
{
  const BlArticle *article = finding->at->article;
  g_autofree char *whole = bl_html_capitalised (finding->message), *message = bl_html_shorten (whole, LINE);
  if (identity)
    {
      begin_finding (writer, cards, finding, "li");
      write_words (writer, cards, finding);
    }
  else
    {
      bl_html_begin (writer, "li");
      bl_html_attribute (writer, "class", bl_severity_name (finding->severity));
    }
  bl_html_element (writer, "b", "severity", bl_severity_name (finding->severity));
  bl_html_text (writer, " ");
  bl_html_begin_link_to (writer, cards, finding);
  bl_html_prose (writer, message);
  bl_html_end (writer, "a");
  bl_html_text (writer, " ");
  bl_html_begin (writer, "span");
  bl_html_attribute (writer, "class", "place");
  bl_html_begin (writer, "bdi");
  bl_html_attribute (writer, "class", "file");
  bl_html_text (writer, article->id);
  bl_html_end (writer, "bdi");
  bl_html_textf (writer, ":%u", finding->at->location.line);
  bl_html_end (writer, "span");
  bl_html_end (writer, "li");
}
