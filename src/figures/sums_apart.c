/* number/arithmetic over two neighbouring sentences, or two halves of one, where the text says both the whole and what is left of it:
 *
 *   rest      "Of the 30 passengers, 12 were hurt. The other 20 …"          30 - 12 is 18
 *   members   "The fire killed 12 people. They were five men and six women." 5 + 6 is 11
 *   share     "cut 200 of its 1,000 jobs, or 35 percent"                     200 of 1,000 is 20 percent
 *   rise      "498 burglaries, 68 more than in 2023. That is an increase of 30 percent."
 *
 * As in figures/sums.c only exact figures count, and the words between them must be those of the pattern. */
#include "figures/sums.h"

#include <math.h>
#include <string.h>

/* Of a round figure its last places leave so much open, at most. */
#define ROUNDED 0.05

/* Words between "of" and the whole: "of its", "of the town's". */
static const char *const wholes[] = { "of the", "of its", "of their", "of his", "of her", "of all", "of", "out of", NULL };

/* The word that ends before an offset, in lower case. Owned by the caller. */
static char *
word_before (const BlSums *sums, gsize at)
{
  gsize end = at;
  while (end > sums->sentence.start && sums->text[end - 1] == ' ')
    end--;
  gsize start = end;
  while (start > sums->sentence.start && g_ascii_isalpha (sums->text[start - 1]))
    start--;
  g_autofree char *slice = g_strndup (sums->text + start, end - start);
  return g_ascii_strdown (slice, -1);
}

static gboolean
is_before (const BlSums *sums, gsize at, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const gsize n = strlen (texts[i]);
      if (at >= sums->sentence.start + n + 1 && g_ascii_strncasecmp (sums->text + at - n - 1, texts[i], n) == 0
          && (at == sums->sentence.start + n + 1 || sums->text[at - n - 2] == ' '))
        return TRUE;
    }
  return FALSE;
}

/* --- what is left ---------------------------------------------------------------------------------------------------- */

/* "Of the 30 passengers, 12 …": the whole, then its only part. */
static gboolean
find_part (const BlSums *sums, guint *whole, guint *part)
{
  for (guint i = 0; i + 1 < sums->n; i++)
    {
      const BlMention *a = bl_sums_at (sums, i), *b = bl_sums_at (sums, i + 1);
      if (!bl_sums_is_count (a) || !bl_sums_is_exact (b, BL_MENTION_QUANTITY) || b->quantity->low >= a->quantity->low
          || b->quantity->low != floor (b->quantity->low) || !is_before (sums, a->span.start, wholes))
        continue;
      static const char *const commas[] = { ",", ", only", ", at least", NULL };
      if (!bl_sums_between_is (sums, a, b, commas))
        continue;
      *whole = i;
      *part = i + 1;
      return TRUE;
    }
  return FALSE;
}

/* "… and one was ill": a figure that is no mention. */
static gboolean
counts_more (const BlSums *sums, gsize from)
{
  g_autofree char *rest = bl_sums_behind (sums, from, sums->sentence.end - from);
  return strstr (rest, " one ") != NULL || strstr (rest, " another ") != NULL || strstr (rest, " several ") != NULL;
}

/* "The other 20", "the remaining 20": a figure behind the part, the only one there. */
static const BlMention *
find_rest (const BlSums *sums, guint from)
{
  const BlMention *found = NULL;
  for (guint i = from; i < sums->n; i++)
    {
      const BlMention *mention = bl_sums_at (sums, i);
      if (!bl_mention_is_figure (mention))
        continue;
      g_autofree char *word = word_before (sums, mention->span.start);
      if (found != NULL || !bl_sums_is_exact (mention, BL_MENTION_QUANTITY) || !bl_sums_is_word (sums, word, BL_FIGURE_REST)
          || memchr (sums->text + mention->span.start, '-', bl_sums_end_of (mention) + 1 - mention->span.start) != NULL
          || counts_more (sums, mention->span.end))
        return NULL;
      found = mention;
    }
  return found;
}

static void
check_rest (const BlSums *here, const BlSums *next)
{
  guint whole, part;
  if (!find_part (here, &whole, &part))
    return;
  const BlMention *rest = find_rest (here, part + 1);
  for (guint i = part + 1; rest == NULL && i < here->n; i++)
    if (bl_mention_is_figure (bl_sums_at (here, i)))
      return; /* a second part */
  if (rest == NULL && next != NULL)
    rest = find_rest (next, 0);
  if (rest == NULL)
    return;
  const double all = bl_sums_at (here, whole)->quantity->low, one = bl_sums_at (here, part)->quantity->low;
  if (rest->quantity->noun[0] != '\0' && strcmp (rest->quantity->noun, bl_sums_at (here, whole)->quantity->noun) != 0)
    return;
  if (all - one != rest->quantity->low)
    bl_sums_tell (here, bl_span (bl_sums_at (here, whole)->span.start, bl_sums_end_of (rest)), rest->quantity,
                  g_strdup_printf ("%g without %g leaves %g, not %g", all, one, all - one, rest->quantity->low));
}

/* --- who they were --------------------------------------------------------------------------------------------------- */

/* "Eight of the best women": some of more. */
static gboolean
is_choice (const BlSums *sums, const BlMention *mention)
{
  g_autofree char *behind = bl_sums_behind (sums, mention->span.end, 4);
  return g_str_has_prefix (behind, "of");
}

/* The sentence is one list of counts: "They were five men, a … and six women." Their sum, or -1. */
static double
sum_of_list (const BlSums *sums)
{
  static const char *const commas[] = { ",", NULL }, *const ands[] = { "and", ", and", NULL };
  double sum = 0;
  for (guint i = 0; i < sums->n; i++)
    {
      const BlMention *mention = bl_sums_at (sums, i);
      if (!bl_sums_is_count (mention) || is_choice (sums, mention) || mention->quantity->unit[0] == '%'
          || (i > 0 && !bl_sums_between_is (sums, bl_sums_at (sums, i - 1), mention, i + 1 < sums->n ? commas : ands)))
        return -1;
      sum += mention->quantity->low;
    }
  g_autofree char *rest
      = sums->n > 1 ? bl_sums_behind (sums, bl_sums_end_of (bl_sums_at (sums, sums->n - 1)), 2) : g_strdup ("x");
  return rest[0] == '\0' || strchr (".!?", rest[0]) != NULL ? sum : -1;
}

/* The list begins with "they were", "the dead were", "the victims are". */
static gboolean
opens_with_members (const BlSums *sums)
{
  const gsize end = bl_sums_at (sums, 0)->span.start;
  g_autofree char *slice = g_strndup (sums->text + sums->sentence.start, end - sums->sentence.start);
  g_autofree char *lead = g_strstrip (g_ascii_strdown (slice, -1));
  g_auto (GStrv) words = g_strsplit (lead, " ", 5);
  const guint n = g_strv_length (words);
  const char *const *at = (const char *const *) words + (n == 3 && strcmp (words[0], "the") == 0 ? 1 : 0);
  return (n == 2 || at != (const char *const *) words) && bl_sums_is_word (sums, at[0], BL_FIGURE_MEMBER)
         && (strcmp (at[1], "were") == 0 || strcmp (at[1], "are") == 0);
}

static void
check_members (const BlSums *here, const BlSums *next)
{
  const BlMention *total = NULL;
  for (guint i = 0; i < here->n; i++)
    if (bl_mention_is_figure (bl_sums_at (here, i)))
      {
        if (total != NULL)
          return;
        total = bl_sums_at (here, i);
      }
  if (next == NULL || next->n < 2 || !bl_sums_is_count (total) || !opens_with_members (next))
    return;
  const double sum = sum_of_list (next);
  if (sum >= 0 && sum != total->quantity->low)
    bl_sums_tell (here, bl_span (total->span.start, bl_sums_end_of (bl_sums_at (next, next->n - 1))), total->quantity,
                  g_strdup_printf ("the parts make %g, not %g", sum, total->quantity->low));
}

/* --- percent --------------------------------------------------------------------------------------------------------- */

/* "200 of its 1,000 jobs, or 35 percent". */
static void
check_share (const BlSums *sums, guint i)
{
  static const char *const opens[] = { ", or", "(", "–", "—", ", about", ", or about", NULL };
  const BlMention *part = bl_sums_at (sums, i), *whole = bl_sums_at (sums, i + 1), *percent = bl_sums_at (sums, i + 2);
  if (!bl_sums_is_exact (part, BL_MENTION_QUANTITY) || !bl_sums_is_count (whole) || percent == NULL
      || percent->type != BL_MENTION_PERCENT || percent->quantity->low != percent->quantity->high
      || strcmp (percent->quantity->unit, "%") != 0 || !bl_sums_between_is (sums, part, whole, wholes)
      || !bl_sums_between_is (sums, whole, percent, opens) || part->quantity->low > whole->quantity->low)
    return;
  g_autofree char *behind = bl_sums_behind (sums, percent->span.end, 4);
  if (g_str_has_prefix (behind, "of") || g_str_has_prefix (behind, "more") || g_str_has_prefix (behind, "few"))
    return; /* "or 35 percent of those in the mill" */
  const double share = part->quantity->low / whole->quantity->low * 100;
  const double grain_a = MIN (part->quantity->grain / part->quantity->low, ROUNDED),
               grain_b = MIN (whole->quantity->grain / whole->quantity->low, ROUNDED);
  const double slack = share * (grain_a + grain_b) + MAX (percent->quantity->grain, 0.5) + BL_SUMS_PERCENT_SLACK
                       + (percent->quantity->approximate ? 2 : 0);
  if (fabs (share - percent->quantity->low) > slack)
    bl_sums_tell (sums, bl_span (part->span.start, percent->span.end), percent->quantity,
                  g_strdup_printf ("%.12g of %.12g is %.1f percent, not %g", part->quantity->low, whole->quantity->low, share,
                                   percent->quantity->low));
}

/* "498 burglaries, 68 more than in 2023. That is an increase of 30 percent." */
static void
check_rise (const BlSums *here, const BlSums *next)
{
  static const char *const commas[] = { ",", NULL };
  const BlMention *now = bl_sums_at (here, 0), *change = bl_sums_at (here, 1), *percent = NULL;
  if (next == NULL || !bl_sums_is_count (now) || !bl_sums_is_exact (change, BL_MENTION_QUANTITY)
      || !bl_sums_between_is (here, now, change, commas))
    return;
  for (guint i = 0; i < next->n; i++)
    if (bl_mention_is_figure (bl_sums_at (next, i)))
      {
        if (percent != NULL || !bl_sums_is_exact (bl_sums_at (next, i), BL_MENTION_PERCENT))
          return;
        percent = bl_sums_at (next, i);
      }
  static const char *const rises[] = { "an increase of", "a rise of", "a drop of", "a fall of", "a decrease of", NULL };
  g_autofree char *than = bl_sums_behind (here, change->span.end, 12);
  const gboolean more = g_str_has_prefix (than, "more than"),
                 fewer = g_str_has_prefix (than, "fewer than") || g_str_has_prefix (than, "less than");
  if (percent == NULL || (!more && !fewer) || strcmp (percent->quantity->unit, "%") != 0
      || !is_before (next, percent->span.start, rises))
    return;
  g_autofree char *lead = g_strndup (next->text + next->sentence.start, percent->span.start - next->sentence.start);
  if (strncmp (lead, "That ", 5) != 0 && strncmp (lead, "This ", 5) != 0 && strncmp (lead, "It ", 3) != 0)
    return;
  BlQuantity before = *now->quantity;
  before.low = before.high = now->quantity->low + (more ? -1 : 1) * change->quantity->low;
  if (before.low > 0)
    bl_sums_tell_percent (here, bl_span (now->span.start, percent->span.end), percent->quantity, &before, now->quantity);
}

void
bl_sums_check_apart (const BlSums *here, const BlSums *next)
{
  check_rest (here, next);
  check_members (here, next);
  check_rise (here, next);
  for (guint i = 0; i + 2 < here->n; i++)
    check_share (here, i);
}
