/* The working of a finding: what both sides say when normalised, the sum that was done, the innocent explanations that were tried and
 * what came of each, what would settle it, where else it stands, and what was decided about it. */
#include "html/card.h"
#include "html/parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Characters of a key or a value. */
#define KEY 100
/* Other findings that ask about the same which are named. */
#define MAX_ALIKE 5

/* --- values -------------------------------------------------------------------------------------------------------- */

/* "60 to 150 person", "at least 12". */
static void
describe_quantity (const BlQuantity *quantity, GString *out)
{
  if (quantity->approximate)
    g_string_append (out, "about ");
  if (isinf (quantity->high))
    g_string_append_printf (out, "%s %.12g", quantity->open ? "more than" : "at least", quantity->low);
  else if (isinf (quantity->low))
    g_string_append_printf (out, "%s %.12g", quantity->open ? "less than" : "at most", quantity->high);
  else if (quantity->low < quantity->high)
    g_string_append_printf (out, "%.12g to %.12g", quantity->low, quantity->high);
  else
    g_string_append_printf (out, "%.12g", quantity->low);
  const char *of = quantity->unit != NULL && quantity->unit[0] != '\0' ? quantity->unit : quantity->kind;
  if (of != NULL && of[0] != '\0')
    g_string_append_printf (out, " %s", of);
}

static void
describe_days (BlDateRange days, GString *out)
{
  if (!days.known)
    return;
  if (days.first > G_MININT32)
    {
      g_autofree char *first = bl_date_format (bl_date_from_julian (days.first));
      g_string_append (out, first);
    }
  if (days.last == days.first)
    return;
  g_string_append (out, "/");
  if (days.last < G_MAXINT32)
    {
      g_autofree char *last = bl_date_format (bl_date_from_julian (days.last));
      g_string_append (out, last);
    }
}

/* What the claim comes to, with its denial. "" when nothing more can be said than what is quoted. Owned by the caller. */
static char *
describe_value (const BlClaim *claim)
{
  g_autoptr (GString) out = g_string_new (claim->polarity == BL_POLARITY_NEGATIVE ? "not: "
                                          : claim->polarity == BL_POLARITY_OPEN   ? "left open: "
                                                                                  : "");
  if (claim->value.kind == BL_VALUE_QUANTITY)
    describe_quantity (claim->value.quantity, out);
  else if (claim->value.kind == BL_VALUE_DATE)
    describe_days (claim->value.date, out);
  else if (claim->value.kind == BL_VALUE_POLARITY)
    g_string_assign (out, claim->polarity == BL_POLARITY_NEGATIVE ? "denied"
                          : claim->polarity == BL_POLARITY_OPEN   ? "left open"
                                                                  : "affirmed");
  else
    g_string_append (out, claim->value.text != NULL ? claim->value.text : "");
  return bl_html_shorten (out->str, KEY);
}

/* "430 − 68 = 362, or 84.2 % of the larger"; NULL when there is nothing to reckon. Owned by the caller. */
static char *
describe_difference (const BlClaim *a, const BlClaim *b)
{
  const BlValue *x = &a->value, *y = &b->value;
  if (x->kind == BL_VALUE_DATE && y->kind == BL_VALUE_DATE && x->date.known && y->date.known && x->date.first == x->date.last
      && y->date.first == y->date.last)
    {
      const guint days = (guint) abs (x->date.first - y->date.first);
      return days > 0 ? g_strdup_printf ("%u day%s apart", days, bl_html_plural (days)) : NULL;
    }
  if (x->kind != BL_VALUE_QUANTITY || y->kind != BL_VALUE_QUANTITY || g_strcmp0 (x->quantity->unit, y->quantity->unit) != 0)
    return NULL;
  const double low = MIN (x->quantity->low, y->quantity->low), high = MAX (x->quantity->high, y->quantity->high);
  if (x->quantity->low < x->quantity->high || y->quantity->low < y->quantity->high || !(low < high) || isinf (low)
      || isinf (high))
    return NULL;
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%.12g − %.12g = %.12g", high, low, high - low);
  if (low >= 0)
    g_string_append_printf (out, ", which is %.1f %% of the larger", 100 * (high - low) / high);
  return g_string_free (out, FALSE);
}

/* --- innocent explanations ----------------------------------------------------------------------------------------- */

typedef struct
{
  BlHtmlWriter *writer;
  const BlHtmlCards *cards;
  const BlFinding *finding;
  const BlClaim *a, *b; /* the two sides; b is NULL where the base is the other */
  GString *ruled_out;   /* what explains nothing, where reasons would be too long */
} Trial;

/* perhaps: it may explain the two after all. what is a literal. */
static void
write_trial (const Trial *trial, const char *what, gboolean perhaps, const char *result)
{
  BlHtmlWriter *writer = trial->writer;
  if (!perhaps && trial->cards->brief)
    {
      g_string_append_printf (trial->ruled_out, "%s%c%s", trial->ruled_out->len > 0 ? ", " : "", g_ascii_tolower (what[0]),
                              what + 1);
      return;
    }
  bl_html_begin (writer, "li");
  bl_html_element (writer, "b", NULL, what);
  bl_html_textf (writer, " %s: %s", perhaps ? "perhaps" : "no", result);
  bl_html_end (writer, "li");
}

static void
try_update (const Trial *trial)
{
  const BlDate a = trial->a->at.article->published, b = trial->b->at.article->published;
  if (trial->a->at.article == trial->b->at.article)
    return;
  if (a.precision != BL_DATE_DAY || b.precision != BL_DATE_DAY)
    {
      write_trial (trial, "A later update", TRUE, "one of the two has no day");
      return;
    }
  const guint days = (guint) abs (bl_date_first_day (a) - bl_date_first_day (b));
  if (days == 0)
    write_trial (trial, "A later update", FALSE, "both are of the same day");
  else
    {
      g_autofree char *result
          = g_strdup_printf ("they are %u day%s apart, and neither says that it changed", days, bl_html_plural (days));
      write_trial (trial, "A later update", TRUE, result);
    }
}

static void
try_rounding (const Trial *trial)
{
  const BlValue *x = &trial->a->value, *y = &trial->b->value;
  if (x->kind != BL_VALUE_QUANTITY || y->kind != BL_VALUE_QUANTITY)
    return;
  const BlQuantity *a = x->quantity, *b = y->quantity;
  const gboolean apart = a->high + a->grain < b->low - b->grain || b->high + b->grain < a->low - a->grain;
  write_trial (trial, "Rounding", !apart,
               apart ? "rounded as far as it is written, the two do not meet" : "rounded, the two may meet");
}

static void
try_time_zone (const Trial *trial)
{
  const BlValue *x = &trial->a->value, *y = &trial->b->value;
  if (x->kind != BL_VALUE_DATE || y->kind != BL_VALUE_DATE || !x->date.known || !y->date.known)
    return;
  const gboolean near = ABS ((gint64) x->date.first - y->date.first) <= 1 || ABS ((gint64) x->date.last - y->date.last) <= 1;
  write_trial (trial, "Time zones", near, near ? "the two are one day apart" : "the two are more than a day apart");
}

static void
try_translation (const Trial *trial)
{
  const char *a = trial->a->at.article->language, *b = trial->b->at.article->language;
  if (g_strcmp0 (a, b) == 0)
    return;
  g_autofree char *result = g_strdup_printf ("one text is in %s, the other in %s", a, b);
  write_trial (trial, "Translation", TRUE, result);
}

static void
try_origin (const Trial *trial)
{
  const BlArticle *a = trial->a->at.article, *b = trial->b->at.article;
  const BlOrigins *origins = trial->cards->run->origins;
  if (a == b)
    return;
  const gboolean one = bl_origins_cluster (origins, a) == bl_origins_cluster (origins, b);
  write_trial (trial, "A slip in copying", one,
               one ? "one of the two has its text from the other or from where the other has it"
                   : "neither text was found to come from the other");
}

static void
try_voice (const Trial *trial)
{
  const char *a = trial->a->speaker, *b = trial->b->speaker;
  if (a == NULL && b == NULL)
    {
      write_trial (trial, "Somebody else’s words", FALSE, "both say it in their own voice");
      return;
    }
  g_autofree char *result
      = g_strdup_printf ("%s here, %s there", a != NULL ? a : "the outlet itself", b != NULL ? b : "the outlet itself");
  write_trial (trial, "Somebody else’s words", g_strcmp0 (a, b) != 0, result);
}

static void
try_modality (const Trial *trial)
{
  const guint unsettled = BL_VOICE_QUESTION | BL_VOICE_CONDITION | BL_VOICE_WISH;
  const gboolean open = ((trial->a->voice | trial->b->voice) & unsettled) != 0;
  write_trial (trial, "A question, a wish or a condition", open, open ? "one side does not assert it" : "both assert it");
}

static void
try_scope (const Trial *trial)
{
  const gboolean decided = trial->finding->decided_by == BL_GATE_SLOT || trial->finding->decided_by == BL_GATE_TIME;
  write_trial (trial, "Another scope", decided,
               decided ? bl_html_gate_phrase (trial->finding->decided_by)
                       : "both name the same thing, and nothing that narrows one of them");
}

static const BlFindingEvidence *
against (const BlFinding *finding)
{
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->role == BL_ROLE_CONTRADICTS || evidence->role == BL_ROLE_DIFFERS)
        return evidence;
    }
  return finding->evidence->len > 0 ? &g_array_index (finding->evidence, BlFindingEvidence, 0) : NULL;
}

/* Wording and spelling do not change with time, nor do they depend on what is counted. */
static gboolean
is_wording (const BlFinding *finding)
{
  static const char *const groups[] = { "name/", "term/", "gender/", "quote/", "text/" };
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (finding->id, groups[i]))
      return TRUE;
  return FALSE;
}

static void
try_claims (const Trial *trial)
{
  const gboolean wording = is_wording (trial->finding);
  if (!wording)
    {
      try_update (trial);
      try_rounding (trial);
      try_scope (trial);
      try_time_zone (trial);
    }
  try_translation (trial);
  try_origin (trial);
  if (!wording)
    {
      try_voice (trial);
      try_modality (trial);
    }
}

/* An entry of the base that is held against the article; NULL: none, or it is arithmetic, which does not age. */
static const BlFindingEvidence *
reference (const BlFinding *finding)
{
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const BlFindingEvidence *evidence = &g_array_index (finding->evidence, BlFindingEvidence, i);
      if (evidence->role == BL_ROLE_KNOWLEDGE && g_strcmp0 (evidence->origin, "arithmetic") != 0)
        return evidence;
    }
  return NULL;
}

static void
write_trials (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding, const BlClaim *other)
{
  const gboolean base = reference (finding) != NULL;
  g_autoptr (GString) ruled_out = g_string_new (NULL);
  const Trial trial
      = { .writer = writer, .cards = cards, .finding = finding, .a = finding->claim, .b = other, .ruled_out = ruled_out };
  if (!base && other == NULL)
    return;
  bl_html_element (writer, "h4", NULL, "Innocent explanations tried");
  bl_html_begin (writer, "ul");
  if (base && g_str_has_prefix (finding->id, "name/"))
    write_trial (&trial, "Somebody else of that name", TRUE, "the base does not know everybody");
  else if (base)
    write_trial (&trial, "An outdated reference", TRUE, "the base is as old as its entry");
  if (other != NULL)
    try_claims (&trial);
  if (ruled_out->len > 0)
    {
      bl_html_begin (writer, "li");
      bl_html_element (writer, "b", NULL, "Ruled out");
      bl_html_textf (writer, " %s", ruled_out->str);
      bl_html_end (writer, "li");
    }
  bl_html_end (writer, "ul");
}

/* --- what would settle it ------------------------------------------------------------------------------------------- */

static const struct
{
  const char *id; /* a finding, or a group that ends in '/' */
  const char *settled_by;
} settlements[] = {
  { "allow/", "A look at the exception: is it still wanted?" },
  { "claim/self", "The writer, who knows which of the two sentences was changed last." },
  { "claim/", "The statement or document that both texts report, or the office that made it." },
  { "date/weekday", "The calendar has settled the pair; the writer knows whether day or weekday was meant." },
  { "date/", "The notice, programme or ruling of the event itself." },
  { "fact/", "The reference that is named here, if it is newer than the event." },
  { "gender/", "How the person is spoken of by their own office." },
  { "headline/", "The article itself: the headline has to follow it." },
  { "list/", "The treaty or the list of members itself." },
  { "name/", "The person’s own office, and how this paper has spelled the name before." },
  { "number/arithmetic", "The source of the figures: one of those in the sum is not as it stands there." },
  { "number/", "The document or speaker that both figures come from: what was counted, and on which day." },
  { "quote/", "The recording or the transcript." },
  { "source/", "The writer, who knows where it comes from." },
  { "term/", "The term in the official text." },
  { "text/", "The article as it was published." },
  { "title/", "The office’s own list of holders, for the day of the article." },
};

static const char *
settled_by (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (settlements); i++)
    if (g_str_has_prefix (id, settlements[i].id))
      return settlements[i].settled_by;
  return NULL;
}

/* --- putting it together -------------------------------------------------------------------------------------------- */

static void
begin_entry (BlHtmlWriter *writer, const char *term)
{
  bl_html_element (writer, "dt", NULL, term);
  bl_html_begin (writer, "dd");
}

static void
write_values (BlHtmlWriter *writer, const BlClaim *claim, const BlClaim *other)
{
  g_autofree char *here = describe_value (claim);
  /* A single letter is a code of ours. */
  if (strlen (here) > 1)
    {
      g_autofree char *there = other != NULL ? describe_value (other) : NULL;
      begin_entry (writer, "Read as");
      bl_html_element (writer, "code", NULL, here);
      if (there != NULL && there[0] != '\0')
        {
          bl_html_text (writer, " against ");
          bl_html_element (writer, "code", NULL, there);
        }
      bl_html_end (writer, "dd");
    }
  g_autofree char *difference = other != NULL ? describe_difference (claim, other) : NULL;
  if (difference != NULL)
    {
      bl_html_element (writer, "dt", NULL, "Reckoned");
      bl_html_element (writer, "dd", "n", difference);
    }
}

static void
write_claim (BlHtmlWriter *writer, const BlFinding *finding)
{
  g_autofree char *key = bl_claim_key_string (finding->claim);
  g_autofree char *short_key = bl_html_shorten (key, KEY);
  begin_entry (writer, "About");
  bl_html_element (writer, "code", NULL, short_key);
  bl_html_textf (writer, ", read by %s; decided by: %s", finding->claim->maker, bl_html_gate_phrase (finding->decided_by));
  bl_html_end (writer, "dd");
}

static void
write_alike (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  const GPtrArray *alike = bl_html_told_alike (cards, finding);
  if (alike == NULL || alike->len < 2)
    return;
  begin_entry (writer, "Also in");
  guint n = 0;
  for (guint i = 0; i < alike->len && n < MAX_ALIKE; i++)
    {
      const BlFinding *other = alike->pdata[i];
      if (other == finding)
        continue;
      bl_html_text (writer, n++ > 0 ? ", " : "");
      bl_html_begin_link_to (writer, cards, other);
      bl_html_begin (writer, "bdi");
      bl_html_text (writer, other->at->article->id);
      bl_html_end (writer, "bdi");
      bl_html_textf (writer, ", line %u", other->at->location.line);
      bl_html_end (writer, "a");
    }
  if (alike->len - 1 > n)
    bl_html_textf (writer, " and %u more", alike->len - 1 - n);
  bl_html_end (writer, "dd");
}

static void
write_history (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  const BlDecision *decision = bl_review_of (cards->run->review, finding);
  begin_entry (writer, "History");
  if (decision == NULL)
    bl_html_text (writer, "new: nobody has decided about it");
  else
    {
      bl_html_textf (writer, "%s", bl_html_decision_words (decision->kind));
      if (decision->who != NULL)
        bl_html_textf (writer, ", by %s", decision->who);
      if (decision->why != NULL)
        bl_html_textf (writer, ": %s", decision->why);
      if (decision->file != NULL)
        bl_html_textf (writer, " (%s, line %u)", decision->file, decision->line);
    }
  bl_html_end (writer, "dd");
}

void
bl_html_working (BlHtmlWriter *writer, const BlHtmlCards *cards, const BlFinding *finding)
{
  const BlFindingEvidence *evidence = against (finding);
  const BlClaim *other = evidence != NULL ? evidence->claim : NULL;
  const char *settled = settled_by (finding->id);
  g_autofree char *support = bl_finding_support (finding);
  bl_html_begin (writer, "details");
  bl_html_attribute (writer, "class", "how");
  bl_html_element (writer, "summary", NULL, "How this was judged");
  bl_html_begin (writer, "dl");
  if (finding->claim != NULL)
    {
      write_values (writer, finding->claim, other);
      if (!cards->brief)
        write_claim (writer, finding);
    }
  if (support != NULL)
    {
      bl_html_element (writer, "dt", NULL, "Told by");
      bl_html_element (writer, "dd", NULL, support);
    }
  write_alike (writer, cards, finding);
  if (settled != NULL && !cards->brief)
    {
      bl_html_element (writer, "dt", NULL, "Settled by");
      bl_html_element (writer, "dd", NULL, settled);
    }
  if (!cards->brief || bl_review_of (cards->run->review, finding) != NULL)
    write_history (writer, cards, finding);
  bl_html_end (writer, "dl");
  if (evidence != NULL && finding->claim != NULL)
    write_trials (writer, cards, finding, other);
  bl_html_end (writer, "details");
}
