/* number/arithmetic inside one sentence, where it says both the parts and what they make:
 *
 *   parts     "16 people: nine men and five women"                                   9 + 5 is 14
 *   rise      "498 cases, 68 more than last year, a 13 percent increase"             68 of 430 is 15.8 percent
 *   from-to   "rose 20 percent, from 300 to 420"                                     from 300 to 420 is 40 percent
 *   age       "born in 1961, the 52-year-old", of an article of 2026
 *
 * Only where nothing is left out, estimated or bounded: the words between the figures must be just those of the pattern. */
#include "figures/figures.h"

#include "figures/intervals.h"
#include "figures/sums.h"

#include <math.h>
#include <string.h>

enum
{
  MAX_BETWEEN = 60, /* bytes between two figures of one pattern */
  MAX_WORD = 12,    /* bytes of a word beside a percentage that is looked at, with its blank */
};

const BlMention *
bl_sums_at (const BlSums *sums, guint i)
{
  return i < sums->n ? bl_mentions_get (sums->mentions, sums->first + i) : NULL;
}

gboolean
bl_sums_is_exact (const BlMention *mention, BlMentionType type)
{
  return mention != NULL && mention->type == type && mention->quantity->low == mention->quantity->high
         && !mention->quantity->approximate && !mention->quantity->open && mention->quantity->low > 0;
}

gsize
bl_sums_end_of (const BlMention *mention)
{
  const gboolean noun = mention->type == BL_MENTION_QUANTITY && mention->quantity->noun[0] != '\0';
  return noun ? MAX (mention->span.end, mention->quantity->noun_span.end) : mention->span.end;
}

/* The text between two mentions, behind the noun of the first, in lower case; NULL when it is long. Owned by the caller. */
static char *
between (const BlSums *sums, const BlMention *a, const BlMention *b)
{
  const gsize start = bl_sums_end_of (a);
  if (start > b->span.start || b->span.start - start > MAX_BETWEEN)
    return NULL;
  g_autofree char *slice = g_strndup (sums->text + start, b->span.start - start);
  return g_strstrip (g_ascii_strdown (slice, -1));
}

gboolean
bl_sums_between_is (const BlSums *sums, const BlMention *a, const BlMention *b, const char *const *texts)
{
  g_autofree char *text = between (sums, a, b);
  return text != NULL && g_strv_contains (texts, text);
}

char *
bl_sums_behind (const BlSums *sums, gsize from, gsize n)
{
  const gsize end = MIN (from + n, sums->sentence.end);
  g_autofree char *slice = g_strndup (sums->text + from, from < end ? end - from : 0);
  return g_strstrip (g_ascii_strdown (slice, -1));
}

gboolean
bl_sums_is_word (const BlSums *sums, const char *word, BlFigureWord list)
{
  const BlCues *cues = sums->state->input->cues;
  return cues != NULL && bl_figure_words_has (bl_cues_figure_words (cues), word, list);
}

void
bl_sums_tell (const BlSums *sums, BlSpan span, const BlQuantity *quantity, char *computation)
{
  BlClaim *claim = bl_compare_claim_at (sums->state, sums->article, span, "adds-up", "reader/sums");
  BlQuantity *kept = bl_arena_new0 (sums->state->arena, BlQuantity);
  *kept = *quantity;
  claim->value = (BlValue){ .kind = BL_VALUE_QUANTITY, .text = claim->at.text, .surface = claim->at.text, .quantity = kept };
  const BlEvidence self
      = { .role = BL_ROLE_KNOWLEDGE, .text = "the figures themselves", .note = computation, .origin = "arithmetic" };
  BlComparison *comparison = bl_comparison_new ("number/arithmetic", BL_RELATION_CONTRADICTION, claim, &self);
  comparison->confidence = 0.85;
  bl_comparison_say (comparison, "claimed", "“%s”", claim->at.text);
  bl_comparison_say (comparison, "computation", "%s", computation);
  bl_compare_add (sums->state, comparison);
  g_free (computation);
}

/* --- parts --------------------------------------------------------------------------------------------------------- */

gboolean
bl_sums_is_count (const BlMention *mention)
{
  return bl_sums_is_exact (mention, BL_MENTION_QUANTITY) && mention->quantity->noun[0] != '\0'
         && mention->quantity->low == floor (mention->quantity->low);
}

/* "16 people: nine men and five women": a colon or dash, parts with nouns of their own, an "and" before the last, and the sentence or
 * clause ends there. */
static void
check_parts (const BlSums *sums, guint i)
{
  static const char *const opens[] = { ":", "–", "—", "--", NULL }, *const commas[] = { ",", NULL },
                           *const ands[] = { "and", ", and", NULL };
  const BlMention *total = bl_sums_at (sums, i), *part = bl_sums_at (sums, i + 1);
  if (!bl_sums_is_count (total) || !bl_sums_is_count (part) || !bl_sums_between_is (sums, total, part, opens))
    return;
  double sum = part->quantity->low;
  guint k = i + 1;
  while (bl_sums_is_count (bl_sums_at (sums, k + 1))
         && bl_sums_between_is (sums, bl_sums_at (sums, k), bl_sums_at (sums, k + 1), commas))
    sum += bl_sums_at (sums, ++k)->quantity->low;
  const BlMention *last = bl_sums_at (sums, k + 1);
  if (!bl_sums_is_count (last) || !bl_sums_between_is (sums, bl_sums_at (sums, k), last, ands))
    return;
  sum += last->quantity->low;
  for (guint j = i + 1; j <= k + 1; j++)
    if (strcmp (bl_sums_at (sums, j)->quantity->noun, total->quantity->noun) == 0
        || bl_sums_at (sums, j)->quantity->unit[0] == '%')
      return; /* "40 houses: 12 houses in Lund and 20 houses in Malmö": perhaps not all */
  g_autofree char *rest = bl_sums_behind (sums, bl_sums_end_of (last), 2);
  if (rest[0] != '\0' && strchr (".!?\"", rest[0]) == NULL)
    return;
  if (sum != total->quantity->low)
    bl_sums_tell (sums, bl_span (total->span.start, bl_sums_end_of (last)), total->quantity,
                  g_strdup_printf ("the parts make %g, not %g", sum, total->quantity->low));
}

/* --- percent ------------------------------------------------------------------------------------------------------- */

/* What the last places of the two figures leave open of the percentage between them. */
static gboolean
is_percent_of (const BlQuantity *percent, const BlQuantity *from, const BlQuantity *to, double *share)
{
  *share = fabs (to->low - from->low) / from->low * 100;
  const double grain_a = MIN (from->grain, 0.05 * from->low), grain_b = MIN (to->grain, 0.05 * to->low);
  const double slack = (grain_a * to->low / from->low + grain_b) / from->low * 100;
  return fabs (*share - percent->low) <= slack + MAX (percent->grain, 0.5) + BL_SUMS_PERCENT_SLACK;
}

void
bl_sums_tell_percent (const BlSums *sums, BlSpan span, const BlQuantity *percent, const BlQuantity *from, const BlQuantity *to)
{
  double share;
  if (to->low == from->low || is_percent_of (percent, from, to, &share))
    return;
  bl_sums_tell (sums, span, percent,
                g_strdup_printf ("from %.12g to %.12g is %.1f percent, not %g", from->low, to->low, share, percent->low));
}

/* "498 cases, 68 more than last year, a 13 percent increase". */
static void
check_rise (const BlSums *sums, guint i)
{
  const BlMention *now = bl_sums_at (sums, i), *change = bl_sums_at (sums, i + 1), *percent = NULL;
  static const char *const commas[] = { ",", NULL };
  if (!bl_sums_is_count (now) || !bl_sums_is_exact (change, BL_MENTION_QUANTITY)
      || !bl_sums_between_is (sums, now, change, commas))
    return;
  for (guint k = i + 2; percent == NULL && k < MIN (i + 4, sums->n); k++)
    if (bl_sums_is_exact (bl_sums_at (sums, k), BL_MENTION_PERCENT))
      percent = bl_sums_at (sums, k);
    else if (bl_mention_is_figure (bl_sums_at (sums, k)))
      return;
  if (percent == NULL || strcmp (percent->quantity->unit, "%") != 0)
    return;
  g_autofree char *than = bl_sums_behind (sums, change->span.end, 12);
  const gboolean more = g_str_has_prefix (than, "more than"),
                 fewer = g_str_has_prefix (than, "fewer than") || g_str_has_prefix (than, "less than");
  g_autofree char *gap = g_strndup (sums->text + change->span.end, percent->span.start - change->span.end);
  const gboolean article = g_str_has_suffix (gap, ", a ") || g_str_has_suffix (gap, ", an ");
  g_autofree char *noun = bl_sums_behind (sums, percent->span.end, MAX_WORD);
  noun[strcspn (noun, " ,.;:")] = '\0';
  const gboolean word = bl_sums_is_word (sums, noun, more ? BL_FIGURE_RISE : BL_FIGURE_FALL);
  if ((!more && !fewer) || !article || !word || strlen (gap) > MAX_BETWEEN)
    return;
  BlQuantity before = *now->quantity;
  before.low = before.high = now->quantity->low + (more ? -1 : 1) * change->quantity->low;
  if (before.low > 0)
    bl_sums_tell_percent (sums, bl_span (now->span.start, percent->span.end), percent->quantity, &before, now->quantity);
}

/* "rose 20 percent from 300 to 420", "20 percent to 420 from 300". */
static void
check_from_to (const BlSums *sums, guint i)
{
  static const char *const from[] = { "from", ", from", NULL }, *const to[] = { "to", ", to", NULL },
                           *const opens[] = { "", ",", NULL };
  const BlMention *percent = bl_sums_at (sums, i), *x = bl_sums_at (sums, i + 1), *y = bl_sums_at (sums, i + 2);
  if (!bl_sums_is_exact (percent, BL_MENTION_PERCENT) || strcmp (percent->quantity->unit, "%") != 0 || x == NULL
      || x->type != (y != NULL ? y->type : x->type) || (x->type != BL_MENTION_MONEY && x->type != BL_MENTION_QUANTITY))
    return;
  const gsize start = percent->span.start - MIN (percent->span.start - sums->sentence.start, MAX_WORD);
  g_autofree char *lead = g_strndup (sums->text + start, percent->span.start - start);
  const char *word = strrchr (g_strchomp (lead), ' ');
  if (word == NULL || !bl_sums_is_word (sums, word + 1, BL_FIGURE_CHANGE))
    return;
  BlQuantity low = *x->quantity, high = *x->quantity;
  const BlMention *last = x;
  if (y == NULL || !bl_sums_is_exact (x, x->type) || !bl_sums_is_exact (y, x->type))
    { /* "from 300 to 420" is one mention, a range with its "from" */
      if (x->quantity->approximate || x->quantity->open || !(x->quantity->low < x->quantity->high) || isinf (x->quantity->high)
          || x->quantity->low <= 0 || !bl_sums_between_is (sums, percent, x, opens)
          || g_ascii_strncasecmp (sums->text + x->span.start, "from ", 5) != 0)
        return;
      low.high = low.low;
      high.low = high.high;
    }
  else
    {
      const gboolean forward = bl_sums_between_is (sums, percent, x, from) && bl_sums_between_is (sums, x, y, to);
      if ((!forward && !(bl_sums_between_is (sums, percent, x, to) && bl_sums_between_is (sums, x, y, from)))
          || !bl_quantities_comparable (x->quantity, y->quantity))
        return;
      low = forward ? *x->quantity : *y->quantity;
      high = forward ? *y->quantity : *x->quantity;
      last = y;
    }
  if (strcmp (low.unit, high.unit) == 0)
    bl_sums_tell_percent (sums, bl_span (percent->span.start, last->span.end), percent->quantity, &low, &high);
}

/* --- ages ---------------------------------------------------------------------------------------------------------- */

/* "Born in 1961, the 52-year-old": in an article of 2026, whoever is born in 1961 is 64 or 65. */
static void
check_age (const BlSums *sums, guint i)
{
  const BlMention *born = bl_sums_at (sums, i), *age = bl_sums_at (sums, i + 1);
  const int year = sums->article->published.year;
  if (born->type != BL_MENTION_DATE || born->date.relative || born->date.written.year == 0 || year == 0 || age == NULL
      || age->type != BL_MENTION_DURATION || !bl_sums_is_exact (age, BL_MENTION_DURATION)
      || strcmp (age->quantity->noun, "age") != 0 || strcmp (age->quantity->unit, "year") != 0)
    return;
  g_autofree char *lead = g_strndup (sums->text + sums->sentence.start, born->span.start - sums->sentence.start);
  static const char *const commas[] = { ", the", NULL };
  if ((g_ascii_strcasecmp (lead, "born in ") != 0 && g_ascii_strcasecmp (lead, "born on ") != 0)
      || !bl_sums_between_is (sums, born, age, commas))
    return;
  const int most = year - born->date.written.year;
  if (age->quantity->low > most || age->quantity->low < most - 1)
    bl_sums_tell (sums, bl_span (born->span.start, age->span.end), age->quantity,
                  g_strdup_printf ("whoever was born in %d is %d or %d in %d", born->date.written.year, most - 1, most, year));
}

/* --- all of them --------------------------------------------------------------------------------------------------- */

static void
check_sentence (const BlSums *sums)
{
  for (guint i = 0; i + 1 < sums->n; i++)
    {
      check_parts (sums, i);
      check_rise (sums, i);
      check_from_to (sums, i);
      check_age (sums, i);
    }
}

/* The figures of a sentence; FALSE for one without, or under a condition. */
static gboolean
read_sentence (BlSums *sums, const BlClaimSentence *sentence, const BlSentence *spans)
{
  bl_mentions_in_sentence (sums->mentions, sentence->index, &sums->first, &sums->n);
  sums->sentence = spans[sentence->index].span;
  return sums->n > 0 && !sentence->conditional;
}

static void
check_article (BlCompareState *state, const BlArticleClaims *claims)
{
  const BlArticle *article = bl_article_claims_article (claims);
  BlSums here = { .state = state,
                  .article = article,
                  .mentions = bl_article_claims_mentions (claims),
                  .text = bl_document_text (article->document, NULL) };
  BlSums next = here;
  guint n, n_sentences;
  const BlClaimSentence *sentences = bl_article_claims_sentences (claims, &n);
  const BlSentence *spans = bl_document_sentences (article->document, &n_sentences);
  gboolean has_next = n > 0 && read_sentence (&next, &sentences[0], spans);
  for (guint i = 0; i < n; i++)
    {
      const gboolean has_here = has_next;
      here = next;
      has_next = i + 1 < n && read_sentence (&next, &sentences[i + 1], spans);
      if (!has_here)
        continue;
      check_sentence (&here);
      bl_sums_check_apart (&here, has_next && sentences[i + 1].index == sentences[i].index + 1 ? &next : NULL);
    }
}

void
bl_check_sums (BlCompareState *state)
{
  const GPtrArray *articles = state->input->article_claims;
  for (guint a = 0; a < articles->len; a++)
    check_article (state, articles->pdata[a]);
}
