/* From the matches of rules to claims: captures become arguments, the clause gives polarity and certainty, the sentence the speaker
 * and the time. */
#include "claims/attribution.h"
#include "claims/event_time.h"
#include "claims/past.h"
#include "claims/scope.h"
#include "readers/makers.h"

#include <string.h>

typedef struct
{
  BlExtraction *extraction;
  BlReading reading;
} Maker;

/* --- arguments ---------------------------------------------------------------------------------------------------- */

/* "The Ukrainian president" is whoever holds the office that day; NULL when that is not one known person. */
static const char *
holder_value (const Maker *maker, const BlMention *mention)
{
  const BlTitleMention *title = &mention->title;
  const BlDateRange today = bl_date_range (maker->extraction->article->published);
  if (mention->type != BL_MENTION_OFFICE || title->office == NULL || title->modifiers != 0 || title->office->seats != 1
      || !today.known)
    return NULL;
  g_autoptr (GPtrArray) terms = bl_knowledge_terms_of_office (maker->extraction->context->kb, title->office, today);
  if (terms->len != 1)
    return NULL;
  const BlTerm *term = terms->pdata[0];
  g_autofree char *id = g_strdup_printf ("person/%s", term->person->id);
  return bl_arena_intern (maker->extraction->arena, id);
}

static const char *
mention_value (const Maker *maker, guint index)
{
  const BlMention *mention = bl_mentions_get (maker->extraction->mentions, index);
  const char *holder = holder_value (maker, mention);
  if (holder != NULL)
    return holder;
  return mention->id != NULL ? mention->id : bl_extraction_folded (maker->extraction, mention->span);
}

/* The n-th coordinated value of a capture. */
static BlArgument
argument_of (const Maker *maker, const BlCapture *capture, guint nth)
{
  BlArgument argument = { .name = capture->name };
  if (capture->n_mentions > 0)
    {
      const guint index = capture->mentions[MIN (nth, capture->n_mentions - 1)];
      argument.value = mention_value (maker, index);
      argument.surface = bl_extraction_text (maker->extraction, bl_mentions_get (maker->extraction->mentions, index)->span);
      return argument;
    }
  argument.surface = bl_extraction_text (maker->extraction, capture->span);
  argument.value = capture->enum_value != NULL ? capture->enum_value : bl_extraction_folded (maker->extraction, capture->span);
  return argument;
}

static const BlCapture *
capture_named (const BlMatch *match, const char *name)
{
  for (guint i = 0; i < match->n_captures; i++)
    if (strcmp (match->captures[i].name, name) == 0)
      return &match->captures[i];
  return NULL;
}

/* --- values ------------------------------------------------------------------------------------------------------- */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "including", "such as" before the list, "and others" behind it. */
static gboolean
is_partial (const Maker *maker, const BlCapture *capture)
{
  static const char *const before[] = { "including", "includes", "as", "like", "among", NULL };
  static const char *const behind[] = { "others", "other", "more", "elsewhere", NULL };
  const BlWords *words = &maker->reading.words;
  const guint first = bl_words_at (words, capture->span.start), after = bl_words_at (words, capture->span.end);
  for (guint i = first >= 2 ? first - 2 : 0; i < first; i++)
    if (g_strv_contains (before, bl_words_get (words, i)->text))
      return TRUE;
  for (guint i = after; i < words->words->len && i < after + 3; i++)
    if (g_strv_contains (behind, bl_words_get (words, i)->text))
      return TRUE;
  return FALSE;
}

static void
set_items (const Maker *maker, BlValue *value, const BlCapture *capture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  for (guint i = 0; i < capture->n_mentions; i++)
    g_ptr_array_add (items, (gpointer) mention_value (maker, capture->mentions[i]));
  g_ptr_array_sort (items, compare_strings);
  const char **vector = bl_arena_alloc (maker->extraction->arena, (items->len + 1) * sizeof (char *));
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    if (n == 0 || strcmp (vector[n - 1], items->pdata[i]) != 0)
      vector[n++] = items->pdata[i];
  value->items = vector;
  g_autofree char *joined = g_strjoinv (" ", (char **) vector);
  value->text = bl_arena_intern (maker->extraction->arena, joined);
  value->partial = is_partial (maker, capture);
}

static BlValue
value_of (const Maker *maker, const BlMatch *match, BlPolarity polarity)
{
  static const char *const signs[] = { "-", "?", "+" };
  static const BlQuantity nothing;
  BlValue value = { .kind = match->rule->value, .text = signs[polarity + 1], .surface = NULL };
  const BlCapture *capture = match->rule->value_slot != NULL ? capture_named (match, match->rule->value_slot) : NULL;
  if (capture == NULL)
    {
      value.kind = BL_VALUE_POLARITY;
      value.surface = value.text;
      return value;
    }
  const BlArgument argument = argument_of (maker, capture, 0);
  value.text = argument.value;
  value.surface = bl_extraction_text (maker->extraction, capture->span);
  const BlMention *mention
      = capture->n_mentions > 0 ? bl_mentions_get (maker->extraction->mentions, capture->mentions[0]) : NULL;
  if (value.kind == BL_VALUE_SET)
    set_items (maker, &value, capture);
  else if (value.kind == BL_VALUE_QUANTITY)
    value.quantity = mention != NULL && bl_mention_is_figure (mention) ? mention->quantity : &nothing;
  else if (value.kind == BL_VALUE_DATE && mention != NULL)
    value.date = mention->date.range;
  return value;
}

/* --- clause, speaker, time ---------------------------------------------------------------------------------------- */

static gboolean
is_actor (const BlMention *mention)
{
  return mention->type == BL_MENTION_PERSON || mention->type == BL_MENTION_COUNTRY || mention->type == BL_MENTION_ORG;
}

static BlScope
read_scope (const Maker *maker, const BlMatch *match, gboolean reported)
{
  const BlMentions *mentions = maker->extraction->mentions;
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (BlScopeActor));
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (BlScopeActor));
  guint first, n;
  bl_mentions_in_sentence (mentions, match->sentence, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      const BlMention *mention = bl_mentions_get (mentions, i);
      const BlScopeActor actor = { .span = mention->span, .id = mention->id };
      if (is_actor (mention))
        g_array_append_val (actors, actor);
    }
  for (guint i = 0; i < match->n_captures; i++)
    {
      const BlCapture *capture = &match->captures[i];
      const BlScopeActor subject
          = { .span = capture->span,
              .id = capture->n_mentions > 0 ? bl_mentions_get (mentions, capture->mentions[0])->id : NULL };
      g_array_append_val (subjects, subject);
    }
  const BlScopeQuery query = { .reading = &maker->reading,
                               .first = bl_words_at (&maker->reading.words, match->span.start),
                               .last = bl_words_end (&maker->reading.words, match->span.end),
                               .subjects = (const BlScopeActor *) (void *) subjects->data,
                               .n_subjects = subjects->len,
                               .actors = (const BlScopeActor *) (void *) actors->data,
                               .n_actors = actors->len,
                               .lexical_negative = match->negate,
                               .reported = reported };
  return bl_scope_read (maker->extraction->article->document, &query);
}

static void
set_time (const Maker *maker, BlClaim *claim, const BlMatch *match)
{
  const BlWords *words = &maker->reading.words;
  const guint first = bl_words_at (words, match->span.start), last = bl_words_end (words, match->span.end);
  BlEventTime *event = bl_arena_new0 (maker->extraction->arena, BlEventTime);
  *event = bl_event_time_read (maker->extraction, &maker->reading, first, last, claim->time);
  claim->event = event;
  if (!bl_past_read (&maker->reading, first, last, event, claim->time))
    return;
  claim->voice |= BL_VOICE_PAST;
  if (event->text != NULL && event->days.first != G_MININT32)
    {
      claim->time = event->days;
      claim->time_from_text = TRUE;
    }
}

static BlPolarity
flip (BlPolarity polarity)
{
  return (BlPolarity) - (int) polarity;
}

/* --- matches ------------------------------------------------------------------------------------------------------ */

static void
add_claim (const Maker *maker, const BlMatch *match, const BlScope *scope, const BlAttribution *said, guint nth)
{
  const BlRule *rule = match->rule;
  BlExtraction *extraction = maker->extraction;
  BlClaim *claim = bl_extraction_add (extraction, rule->predicate, rule->id, match->span);
  claim->rule = rule;

  BlArgument key[BL_MAX_CAPTURES], others[BL_MAX_CAPTURES];
  guint n_key = 0, n_others = 0;
  for (guint k = 0; rule->keys[k] != NULL; k++)
    {
      const BlCapture *capture = capture_named (match, rule->keys[k]);
      if (capture != NULL)
        key[n_key++] = argument_of (maker, capture, k == 0 ? nth : 0);
    }
  if (rule->symmetric && n_key == 2 && strcmp (key[0].value, key[1].value) > 0)
    {
      const BlArgument first = key[0];
      key[0].value = key[1].value;
      key[0].surface = key[1].surface;
      key[1].value = first.value;
      key[1].surface = first.surface;
    }
  for (guint i = 0; i < match->n_captures; i++)
    if (!g_strv_contains (rule->keys, match->captures[i].name))
      others[n_others++] = argument_of (maker, &match->captures[i], 0);
  bl_claim_set_key (extraction, claim, key, n_key);
  bl_claim_set_others (extraction, claim, others, n_others);

  claim->polarity = match->open ? BL_POLARITY_OPEN : match->negate ? flip (scope->polarity) : scope->polarity;
  claim->value = value_of (maker, match, claim->polarity);
  if (scope->certainty.cue != NULL)
    {
      BlCertainty *certainty = bl_arena_new0 (extraction->arena, BlCertainty);
      *certainty = scope->certainty;
      claim->certainty = certainty;
    }
  claim->voice |= scope->voice;
  claim->speaker = said->speaker;
  claim->reporter = said->reporter;
  if (said->speaker != NULL)
    claim->voice |= BL_VOICE_REPORTED;
  set_time (maker, claim, match);
}

static void
add_report (const Maker *maker, const BlMatch *match)
{
  BlExtraction *extraction = maker->extraction;
  const BlDocument *document = extraction->article->document;
  BlClaim *claim = bl_extraction_add (extraction, "reports", match->rule->id, match->span);
  claim->rule = match->rule;
  claim->value = (BlValue){ .kind = BL_VALUE_TEXT,
                            .text = bl_extraction_folded (extraction, match->span),
                            .surface = bl_extraction_text (extraction, match->span) };
  const BlArgument finding = { .name = "finding", .value = match->rule->finding, .surface = match->rule->finding };
  bl_claim_set_key (extraction, claim, &finding, 1);
  BlArgument others[2];
  guint n = 0;
  g_autofree char *message = bl_rule_fill (match->rule->message, match, document);
  g_autofree char *instead = bl_rule_fill (match->rule->instead, match, document);
  if (message != NULL)
    others[n++] = (BlArgument){ .name = "message", .value = bl_arena_intern (extraction->arena, message) };
  if (instead != NULL)
    others[n++] = (BlArgument){ .name = "instead", .value = bl_arena_intern (extraction->arena, instead) };
  bl_claim_set_others (extraction, claim, others, n);
}

/* A rule may be about quantities of one unit only. */
static gboolean
has_unit (const Maker *maker, const BlMatch *match)
{
  const BlRule *rule = match->rule;
  const BlCapture *capture = rule->unit != NULL ? capture_named (match, rule->value_slot) : NULL;
  if (capture == NULL || capture->n_mentions == 0)
    return rule->unit == NULL;
  const BlMention *mention = bl_mentions_get (maker->extraction->mentions, capture->mentions[0]);
  return strcmp (mention->quantity->unit, rule->unit) == 0;
}

static void
take_match (const BlMatch *match, gpointer data)
{
  Maker *maker = data;
  if (match->rule->kind == BL_RULE_REPORT)
    {
      add_report (maker, match);
      return;
    }
  if (!has_unit (maker, match))
    return;
  BlExtraction *extraction = maker->extraction;
  bl_reading_read (&maker->reading, extraction->context->cues, extraction->article->document, extraction->mentions,
                   match->sentence);
  const guint first = bl_words_at (&maker->reading.words, match->span.start);
  if (first >= bl_reading_count (&maker->reading) || bl_words_end (&maker->reading.words, match->span.end) <= first)
    return; /* nothing but marks */
  const BlAttribution said = bl_attribution_read (extraction, &maker->reading, match->span);
  const BlScope scope = read_scope (maker, match, said.speaker != NULL);
  const BlCapture *subject = match->rule->keys[0] != NULL ? capture_named (match, match->rule->keys[0]) : NULL;
  const guint n = subject != NULL && subject->n_mentions > 1 ? subject->n_mentions : 1;
  for (guint i = 0; i < n; i++)
    add_claim (maker, match, &scope, &said, i);
}

void
bl_make_pattern_claims (BlExtraction *extraction, BlScanner *scanner)
{
  Maker maker = { .extraction = extraction };
  bl_reading_init (&maker.reading);
  bl_scanner_run (scanner, extraction->article, extraction->mentions, extraction->context->problems, take_match, &maker);
  bl_reading_clear (&maker.reading);
}
