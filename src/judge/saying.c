#include "judge/saying.h"

#include <string.h>

BlEvidence
bl_evidence_knowledge (const char *text, const char *note, const BlReference *reference, char **origin)
{
  *origin = g_strdup_printf ("%s#%s", reference->file, reference->entry);
  return (BlEvidence){ .role = BL_ROLE_KNOWLEDGE, .text = text, .note = note, .origin = *origin };
}

char *
bl_term_note (const BlTerm *term)
{
  g_autofree char *from = bl_date_format (term->from);
  g_autofree char *to = bl_date_format (term->to);
  if (from[0] == '\0' && to[0] == '\0')
    return g_strdup (term->office->id);
  return g_strdup_printf ("%s %s/%s", term->office->id, from, to);
}

const char *
bl_article_for (const char *name)
{
  static const char *const with_article[]
      = { "United",   "Netherlands", "Philippines", "Czech",           "Dominican",     "European",
          "Maldives", "Bahamas",     "Gambia",      "Central African", "African Union", NULL };
  for (guint i = 0; with_article[i] != NULL; i++)
    if (g_str_has_prefix (name, with_article[i]))
      return "the ";
  return "";
}

char *
bl_office_name (const BlOffice *office)
{
  const char *label = office->labels != NULL && office->labels[0] != NULL ? office->labels[0] : office->role->labels[0];
  const char *of = office->organisation != NULL ? office->organisation->name
                   : office->country != NULL    ? office->country->name
                                                : office->jurisdiction;
  /* "foreign secretary" needs its country; "German chancellor", "US senator" and "governor of Texas" carry theirs. */
  if (g_ascii_isupper (label[0]) || strstr (label, of) != NULL || strstr (label, " of ") != NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s of %s%s", label, bl_article_for (of), of);
}

char *
bl_day_name (const BlArticle *article)
{
  return article->published.precision != BL_DATE_UNKNOWN ? bl_date_format (article->published) : g_strdup ("an unknown day");
}

char *
bl_where_name (const BlClaim *claim, const BlClaim *other)
{
  const BlArticle *article = other->at.article;
  if (claim->at.article == article)
    return g_strdup ("the same article");
  const char *name = article->source != NULL ? article->source->name : article->id;
  if (article->published.precision == BL_DATE_UNKNOWN)
    return g_strdup (name);
  g_autofree char *day = bl_date_format (article->published);
  return g_strdup_printf ("%s of %s", name, day);
}
