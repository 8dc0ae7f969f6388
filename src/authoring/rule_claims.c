#include "authoring/rule_claims.h"

#include <string.h>

static const char *const polarities[] = { "-", "?", "+" };

static const char *
polarity_of (const BlClaim *claim)
{
  return polarities[claim->polarity - BL_POLARITY_NEGATIVE];
}

/* The name of what an id stands for, "country/dk" → "Denmark"; NULL for what is no entity. */
static const char *
entity_name (const BlKnowledge *kb, const char *id)
{
  const char *slash = strchr (id, '/');
  if (slash == NULL)
    return NULL;
  if (g_str_has_prefix (id, "country/"))
    {
      const BlCountry *country = bl_knowledge_country (kb, slash + 1);
      return country != NULL ? country->name : NULL;
    }
  if (g_str_has_prefix (id, "org/"))
    {
      const BlOrganisation *organisation = bl_knowledge_organisation (kb, slash + 1);
      return organisation != NULL ? organisation->name : NULL;
    }
  if (g_str_has_prefix (id, "person/"))
    {
      const BlPerson *person = bl_knowledge_person (kb, slash + 1);
      return person != NULL ? person->name : NULL;
    }
  if (g_str_has_prefix (id, "treaty/"))
    {
      const BlTreaty *treaty = bl_knowledge_treaty (kb, slash + 1);
      return treaty != NULL ? treaty->names[0] : NULL;
    }
  return NULL;
}

static gboolean
is_any_of (const char *wanted, const char *const *forms, guint n)
{
  g_autofree char *folded = bl_fold_letters (wanted, -1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *form = forms[i] != NULL ? bl_fold_letters (forms[i], -1) : NULL;
      if (g_strcmp0 (form, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
argument_is (const BlKnowledge *kb, const BlArgument *argument, const char *wanted)
{
  const char *const forms[] = { argument->surface, argument->value, entity_name (kb, argument->value) };
  return strcmp (argument->value, wanted) == 0 || is_any_of (wanted, forms, G_N_ELEMENTS (forms));
}

static gboolean
speaker_is (const BlKnowledge *kb, const char *speaker, const char *wanted)
{
  if (speaker == NULL)
    return FALSE;
  const char *slash = strchr (speaker, '/');
  const char *const forms[] = { speaker, slash != NULL ? slash + 1 : NULL, entity_name (kb, speaker) };
  return is_any_of (wanted, forms, G_N_ELEMENTS (forms));
}

static gboolean
has_argument (const BlKnowledge *kb, const BlArgument *arguments, guint n, const char *name, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (arguments[i].name, name) == 0 && argument_is (kb, &arguments[i], wanted))
      return TRUE;
  return FALSE;
}

static gboolean
member_holds (const BlKnowledge *kb, const BlClaim *claim, const char *name, const char *text)
{
  if (strcmp (name, "polarity") == 0)
    return strcmp (polarity_of (claim), text) == 0;
  if (strcmp (name, "value") == 0)
    return g_strcmp0 (claim->value.text, text) == 0 || g_strcmp0 (claim->value.surface, text) == 0;
  if (strcmp (name, "certainty") == 0)
    return g_strcmp0 (claim->certainty->word, text) == 0 || g_strcmp0 (claim->certainty->cue, text) == 0;
  if (strcmp (name, "speaker") == 0)
    return speaker_is (kb, claim->speaker, text);
  return has_argument (kb, claim->key, claim->n_key, name, text)
         || has_argument (kb, claim->others, claim->n_others, name, text);
}

gboolean
bl_rule_claim_is (const BlKnowledge *kb, const BlClaim *claim, const cJSON *wanted)
{
  const cJSON *member;
  cJSON_ArrayForEach (member, wanted)
  {
    if (g_str_has_prefix (member->string, "x-"))
      continue;
    if (!cJSON_IsString (member) || !member_holds (kb, claim, member->string, member->valuestring))
      return FALSE;
  }
  return TRUE;
}

/* --- writing ------------------------------------------------------------------------------------------------------- */

static void
append_member (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, out->str[out->len - 1] == '{' ? " " : ", ");
  bl_json_write_string (out, name);
  g_string_append (out, ": ");
  bl_json_write_string (out, text);
}

void
bl_rule_claim_write_wanted (const cJSON *wanted, GString *out)
{
  const cJSON *member;
  g_string_append_c (out, '{');
  cJSON_ArrayForEach (member, wanted) append_member (out, member->string, cJSON_GetStringValue (member));
  g_string_append (out, " }");
}

static void
append_arguments (GString *out, const BlKnowledge *kb, const BlArgument *arguments, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *name = entity_name (kb, arguments[i].value);
      append_member (out, arguments[i].name,
                     name != NULL                   ? name
                     : arguments[i].surface != NULL ? arguments[i].surface
                                                    : arguments[i].value);
    }
}

void
bl_rule_claim_write (const BlKnowledge *kb, const BlClaim *claim, GString *out)
{
  g_string_append_c (out, '{');
  if (claim->rule != NULL && claim->rule->kind == BL_RULE_REPORT)
    append_member (out, "match", claim->value.surface);
  append_arguments (out, kb, claim->key, claim->n_key);
  append_arguments (out, kb, claim->others, claim->n_others);
  if (claim->rule == NULL || claim->rule->kind == BL_RULE_CLAIM)
    append_member (out, "polarity", polarity_of (claim));
  append_member (out, "certainty", claim->certainty->cue);
  append_member (out, "speaker", claim->speaker);
  g_string_append (out, " }");
}
