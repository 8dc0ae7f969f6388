/* When an office was held, as the words beside a title say:
 *
 *   behind the title  "president from 2009 to 2017", "who was president between 2009 and 2017", "became president in 2009",
 *                     "chancellor since 2021", "stepped down as chancellor in 2021"
 *   before it         "Scholz, since 2021 the German chancellor"
 *
 * "the first president since 1928 to visit" counts presidents and dates no term; nor does "in 2012 elections". */
#include <string.h>

#include "mentions/persons.h"

/* The code of the word of BL_LEX_TENURE at token *at, which is moved behind it; "" for none. */
static const char *
take_word (const BlScan *scan, guint *at, guint end)
{
  const BlPhrase *phrase = *at < end && bl_token_follows (bl_scan_token (scan, *at))
                               ? bl_tokens_phrase (&scan->tokens, *at, end, BL_LEX_TENURE)
                               : NULL;
  if (phrase == NULL)
    return "";
  *at += phrase->n;
  return phrase->code;
}

/* The date with a year that starts at token *at, which is moved behind it. */
static gboolean
take_date (const BlScan *scan, guint *at, guint end, BlDate *date)
{
  const BlDraft *draft
      = *at < end && bl_token_follows (bl_scan_token (scan, *at)) ? bl_scan_at (scan, *at, BL_MENTION_DATE) : NULL;
  if (draft == NULL || draft->first != *at || draft->mention.date.relative || draft->mention.date.written.year == 0
      || draft->mention.date.written.precision == BL_DATE_UNKNOWN)
    return FALSE;
  *date = draft->mention.date.written;
  *at = draft->end;
  return TRUE;
}

/* What follows a date is no noun that the date only names: "in 2012 elections". */
static gboolean
ends_at (const BlScan *scan, guint at, guint end)
{
  return at >= end || bl_scan_token (scan, at)->gap != BL_GAP_SPACE || bl_token_is (bl_scan_token (scan, at), BL_LEX_FUNCTION);
}

static void
put_day (BlTenure *tenure, BlDate date)
{
  if (tenure->verb == BL_TENURE_STARTED || tenure->verb == BL_TENURE_NAMED)
    tenure->from = date;
  else if (tenure->verb == BL_TENURE_ENDED)
    tenure->to = date;
  else
    tenure->at = date;
}

/* The dates at token at; FALSE when there are none. *at is moved behind them. */
static gboolean
read_behind (const BlScan *scan, guint *at, guint end, BlTenure *tenure)
{
  const char *word = take_word (scan, at, end);
  BlDate date = { 0 };
  if (word[0] == '\0' || !take_date (scan, at, end, &date))
    return FALSE;
  if (strcmp (word, "until") == 0)
    tenure->to = date;
  else if (strcmp (word, "in") == 0)
    put_day (tenure, date);
  else
    {
      tenure->from = date;
      const gboolean between = strcmp (word, "between") == 0;
      guint next = *at;
      if (strcmp (take_word (scan, &next, end), between ? "and" : "until") == 0 && take_date (scan, &next, end, &tenure->to))
        *at = next;
      else if (between)
        return FALSE;
    }
  return ends_at (scan, *at, end);
}

/* "Scholz, since 2021 the German chancellor": between the name and the title. */
static gboolean
read_before (const BlScan *scan, const BlDraft *name, guint end, BlTenure *tenure, guint *first)
{
  *first = name->end;
  if (name->end + 1 >= end || bl_scan_token (scan, name->end)->gap != (BL_GAP_COMMA | BL_GAP_SPACE)
      || !bl_token_equals (bl_scan_token (scan, name->end), "since"))
    return FALSE;
  guint at = name->end + 1;
  return take_date (scan, &at, end, &tenure->from);
}

void
bl_title_read_tenure (BlScan *scan, BlDraft *title, const BlDraft *name)
{
  BlTitleMention *mention = &title->mention.title;
  const guint silent = ~(guint) BL_TITLE_THEN;
  if (name->end > title->first || mention->counted || mention->indefinite || (mention->modifiers & silent) != 0)
    return;
  BlTenure tenure = { .verb = mention->verb };
  guint first = title->end;
  guint at = first;
  if (!read_behind (scan, &at, bl_scan_end (scan, title->mention.sentence), &tenure))
    {
      tenure = (BlTenure){ .verb = mention->verb };
      if (!read_before (scan, name, title->first, &tenure, &first))
        return;
      at = title->first;
    }
  tenure.span = bl_span (bl_scan_token (scan, first)->start, bl_scan_token (scan, at - 1)->end);
  mention->tenure = memcpy (bl_arena_alloc (scan->arena, sizeof tenure), &tenure, sizeof tenure);
}
