#include "review/allowances.h"

#include <string.h>

static void
allowance_free (gpointer data)
{
  BlAllowance *allowance = data;
  g_free (allowance->words);
  g_free (allowance->wrong);
  bl_decision_free (allowance->decision);
  g_free (allowance);
}

/* Letters folded, white space joined: how words of a comment are found in a text that is set otherwise. Owned. */
static char *
fold (const char *text)
{
  g_autofree char *folded = bl_fold_letters (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *out = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

/* "until=2027-01-31" and whatever else stands between the words and the reason. NULL when right; else owned. */
static char *
read_options (const char *text, BlDecision *decision)
{
  g_auto (GStrv) options = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; options[i] != NULL; i++)
    {
      if (options[i][0] == '\0')
        continue;
      if (!g_str_has_prefix (options[i], "until="))
        return g_strdup_printf ("“%s” means nothing here; until=2027-01-31 may stand before the reason", options[i]);
      const char *day = options[i] + strlen ("until=");
      if (!bl_date_parse (day, &decision->until) || decision->until.precision != BL_DATE_DAY)
        return g_strdup_printf ("“%s” is no day; write until=2027-01-31", day);
    }
  return NULL;
}

/* Reads ID["words"] OPTIONS -- REASON. NULL when right; else what is wrong, owned. */
static char *
read_allowance (const char *text, BlAllowance *allowance, BlDecision *decision)
{
  const char *bracket = strchr (text, '[');
  const char *close = bracket != NULL && bracket[1] == '"' ? strstr (bracket + 2, "\"]") : NULL;
  if (close == NULL || close == bracket + 2)
    return g_strdup ("name the finding and words of it: belie: allow number/conflict[\"120 people\"] -- the reason");
  g_autofree char *id = g_strstrip (g_strndup (text, (gsize) (bracket - text)));
  if (bl_finding_kind (id) == NULL)
    return g_strdup_printf ("there is no finding “%s”", id);
  const char *dashes = strstr (close + 2, "--");
  g_autofree char *reason = dashes != NULL ? g_strstrip (g_strdup (dashes + 2)) : NULL;
  if (reason == NULL || reason[0] == '\0')
    return g_strdup ("a reason is missing: … -- why this may stay");
  g_autofree char *options = g_strndup (close + 2, (gsize) (dashes - close - 2));
  char *wrong = read_options (options, decision);
  if (wrong != NULL)
    return wrong;
  g_autofree char *words = g_strndup (bracket + 2, (gsize) (close - bracket - 2));
  allowance->words = fold (words);
  decision->id = g_steal_pointer (&id);
  decision->why = g_steal_pointer (&reason);
  return NULL;
}

static BlAllowance *
allowance_new (const BlArticle *article, const BlRemark *remark)
{
  BlAllowance *allowance = g_new0 (BlAllowance, 1);
  allowance->article = article;
  allowance->remark = remark;
  g_autoptr (BlDecision) decision = g_new0 (BlDecision, 1);
  decision->kind = BL_DECISION_ALLOWED;
  decision->at = g_strdup (article->id);
  decision->file = g_strdup (article->file);
  decision->line = remark->location.line;
  if (!g_str_has_prefix (remark->text, "allow") || !g_ascii_isspace (remark->text[strlen ("allow")]))
    allowance->wrong = g_strdup ("a comment to belie begins “belie: allow”");
  else
    allowance->wrong = read_allowance (remark->text + strlen ("allow"), allowance, decision);
  if (allowance->wrong == NULL)
    allowance->decision = g_steal_pointer (&decision);
  return allowance;
}

GPtrArray *
bl_allowances_read (const BlCorpus *corpus)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (allowance_free);
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (corpus, i);
      for (guint k = 0; article->remarks != NULL && k < article->remarks->len; k++)
        g_ptr_array_add (list, allowance_new (article, article->remarks->pdata[k]));
    }
  return list;
}

static gboolean
place_has (const BlAllowance *allowance, const BlPlace *place)
{
  if (place == NULL || place->article != allowance->article)
    return FALSE;
  g_autofree char *sentence = fold (place->sentence != NULL ? place->sentence : place->text);
  return strstr (sentence, allowance->words) != NULL;
}

gboolean
bl_allowance_covers (const BlAllowance *allowance, const BlFinding *finding)
{
  if (allowance->decision == NULL || strcmp (allowance->decision->id, finding->id) != 0)
    return FALSE;
  if (place_has (allowance, finding->at))
    return TRUE;
  for (guint i = 0; i < finding->evidence->len; i++)
    if (place_has (allowance, g_array_index (finding->evidence, BlFindingEvidence, i).place))
      return TRUE;
  return FALSE;
}
