#include "report/fact_words.h"

#include <string.h>

/* "person/ann-lee" → "Ann Lee", for what nothing else is known of. Owned by the caller. */
static char *
name_of_id (const char *id)
{
  const char *slash = strrchr (id, '/');
  GString *name = g_string_new (NULL);
  gboolean begins = TRUE;
  for (const char *p = slash != NULL ? slash + 1 : id; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean parts = c == '-' || c == '_' || c == ' ';
      g_string_append_unichar (name, parts ? ' ' : begins ? g_unichar_toupper (c) : c);
      begins = parts;
    }
  return g_string_free (name, FALSE);
}

static char *
capitalised (char *text)
{
  if (text[0] == '\0')
    return text;
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);
  char *out = g_strconcat (first, rest, NULL);
  g_free (text);
  return out;
}

/* By unit, where no noun is counted. */
static const char *
measured (const BlQuantity *quantity)
{
  if (strcmp (quantity->unit, "%") == 0)
    return "Share";
  if (quantity->measure != NULL && quantity->measure->dimension != NULL)
    return quantity->measure->dimension;
  if (strlen (quantity->unit) == 3) /* a currency, ISO 4217: "usd" */
    return "Amount";
  if (quantity->unit[0] != '\0')
    return quantity->unit;
  return "Figure";
}

/* "people hurt": the words behind the figure; "death" of what became of them. */
static char *
title_of_count (const BlClaim *claim)
{
  const BlQuantity *quantity = claim->value.quantity;
  g_autofree char *noun = NULL;
  if (bl_span_length (quantity->noun_span) > 0)
    noun = bl_document_slice (claim->at.article->document, quantity->noun_span);
  const char *what = noun != NULL ? noun : quantity->attribute[0] != '\0' ? quantity->attribute : measured (quantity);
  if (quantity->state[0] != '\0' && strcmp (quantity->state, what) != 0)
    return g_strdup_printf ("%s (%s)", what, quantity->state);
  return g_strdup (what);
}

static char *
title_of_day (const BlClaim *claim)
{
  const BlDayDetail *detail = claim->detail;
  /* Of other events it is a stem, "disclos". */
  if (detail != NULL && detail->event != NULL && detail->event->known)
    return g_strdup_printf ("Day of “%s”", detail->event->name);
  return g_strdup ("Day");
}

/* "How large an army is: Estonia". */
static char *
title_of_rule (const BlClaim *claim)
{
  GString *title = g_string_new (claim->rule->title);
  for (guint i = 0; i < claim->n_key; i++)
    if (claim->key[i].surface != NULL && claim->key[i].surface[0] != '\0')
      g_string_append_printf (title, "%s%s", i > 0 ? ", " : ": ", claim->key[i].surface);
  return g_string_free (title, FALSE);
}

static char *
title_with_key (const char *before, const BlClaim *claim)
{
  if (claim->n_key == 0)
    return g_strdup (before);
  g_autofree char *name = name_of_id (claim->key[0].value);
  return g_strdup_printf ("%s of %s", before, name);
}

char *
bl_fact_title (const BlClaim *claim)
{
  if (claim->rule != NULL && claim->rule->title != NULL)
    return capitalised (title_of_rule (claim));
  if (strcmp (claim->predicate, "counts") == 0)
    return capitalised (title_of_count (claim));
  if (strcmp (claim->predicate, "happens-on") == 0)
    return title_of_day (claim);
  if (strcmp (claim->predicate, "is-aged") == 0)
    return title_with_key ("Age", claim);
  if (strcmp (claim->predicate, "bears") == 0)
    return title_with_key ("Direction", claim);
  if (strcmp (claim->predicate, "says") == 0)
    return claim->speaker != NULL ? capitalised (name_of_id (claim->speaker)) : g_strdup ("Quotation");
  if (strcmp (claim->predicate, "holds-office") == 0)
    return claim->value.surface != NULL ? g_strdup_printf ("Who is %s", claim->value.surface) : g_strdup ("Office");
  if (strcmp (claim->predicate, "is-named") == 0 || strcmp (claim->predicate, "is-written") == 0)
    return g_strdup ("Spelling of a name");
  return capitalised (g_strdelimit (g_strdup (claim->predicate), "-", ' '));
}

char *
bl_fact_saying (const BlClaim *claim)
{
  const gboolean measure = claim->value.kind == BL_VALUE_QUANTITY || claim->value.kind == BL_VALUE_DATE;
  if (measure && claim->value.surface != NULL && claim->value.surface[0] != '\0')
    return g_strdup (claim->value.surface);
  return g_strdup (claim->at.text);
}

char *
bl_fact_headline (const BlArticle *article)
{
  if (article->title != NULL && article->title[0] != '\0')
    return g_strdup (article->title);
  guint n;
  const BlBlock *blocks = bl_document_blocks (article->document, &n);
  if (n > 0 && blocks[0].kind == BL_BLOCK_HEADLINE)
    return bl_document_slice (article->document, blocks[0].span);
  return g_strdup (article->id);
}

GPtrArray *
bl_run_facts (const BlRun *run)
{
  const BlFactInput input = { .article_claims = run->article_claims, .comparisons = run->comparisons, .origins = run->origins };
  return bl_facts_find (&input);
}
