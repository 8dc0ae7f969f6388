/* belie rules new ID: a pack to begin with. */
#include "cli/cli.h"
#include "cli/outputs.h"
#include "cli/rules_verbs.h"

#include <string.h>

/* What follows the head. It passes `belie rules test` as it stands, so that an author changes one thing at a time. */
static const char body[]
    = "      // What a match says: the slots of “key” are what it is about, the subject first; “value” is what is said of "
      "them.\n"
      "      // Two claims contradict each other when their keys agree, their values do not, and they are less than “window” "
      "apart.\n"
      "      \"claim\": { \"predicate\": \"%s\", \"key\": [\"who\", \"place\"], \"value\": \"polarity\", \"window\": \"60d\" "
      "},\n"
      "\n"
      "      // {name:type} captures a mention, {name} is a fragment, [x] may be left out, (a|b) is either, ... are up to 3 "
      "words.\n"
      "      // “not”, “may” and who says it are worked out for you; [not] only lets the word stand there.\n"
      "      \"phrases\": [\n"
      "        \"{who:country|org} {modal} [not] {act} the port of {place:place}\" ],\n"
      "\n"
      "      // Sentences in which it must not match.\n"
      "      \"unless\": [\"could be asked to\"],\n"
      "      \"scope\": [\"not-question\"],\n"
      "\n"
      "      // error, warning or note; how sure an editor may be that the two really disagree, from 0 to 1.\n"
      "      \"conflict\": { \"severity\": \"warning\", \"confidence\": 0.8 },\n"
      "      \"why\": \"One line for the editor: why is this worth asking?\",\n"
      "\n"
      "      // At least one “yes” and one “no”; ten of each are better. “todo” is for what it should find one day.\n"
      "      \"tests\": [\n"
      "        { \"yes\": \"Norway will close the port of Bergen.\", \"claims\": [{ \"who\": \"Norway\", \"polarity\": \"+\" "
      "}] },\n"
      "        { \"yes\": \"Norway will not close the port of Bergen.\", \"claims\": [{ \"who\": \"Norway\", \"polarity\": "
      "\"-\" }] },\n"
      "        { \"no\": \"Norway will rebuild the port of Bergen.\" },\n"
      "        { \"no\": \"Norway could be asked to close the port of Bergen.\" },\n"
      "        { \"conflict\": [\"Norway will close the port of Bergen.\", \"Norway will not close the port of Bergen.\"] } ] "
      "} ] }\n";

static gboolean
is_id (const char *id)
{
  gboolean slash = FALSE;
  for (const char *at = id; *at != '\0'; at++)
    {
      if (*at == '/' && (at == id || at[1] == '\0' || at[1] == '/'))
        return FALSE;
      slash = slash || *at == '/';
      if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-' && *at != '/')
        return FALSE;
    }
  return slash;
}

/* A rule has this id, or had it once: old baselines know it by that. */
static gboolean
is_taken (const BlPipeline *pipeline, const char *id)
{
  const BlRuleSet *rules = pipeline->rules;
  for (guint i = 0; i < bl_rule_set_n_rules (rules); i++)
    {
      const BlRule *rule = bl_rule_set_rule (rules, i);
      if (strcmp (rule->id, id) != 0 && !g_strv_contains (rule->renamed_from, id))
        continue;
      bl_usage_error ("rules new", "there is a rule “%s” already, at %s:%u", id, rule->file, rule->line);
      return TRUE;
    }
  return FALSE;
}

static int
print_pack (const BlPipeline *pipeline, const char *id)
{
  if (!is_id (id))
    return bl_usage_error ("rules new", "“%s” is no id: small letters, digits and “-”, as in “pack/rule”", id);
  if (is_taken (pipeline, id))
    return BL_EXIT_USAGE;
  const char *predicate = strrchr (id, '/') + 1;
  g_autofree char *pack = g_strndup (id, strcspn (id, "/"));
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (
      out,
      "// Save as rules/%s.json beside the corpus and name that folder in corpus.json: \"rules\": [\"rules\"].\n"
      "// `belie rules test --rules rules %s` runs its tests, `belie rules check` remarks on style.\n"
      "// The whole language is in rules/README.md.\n"
      "{ \"format\": 1, \"pack\": \"%s\", \"language\": \"en\",\n"
      "  // Words that belong together, by a name that phrases use. Shared ones ({modal}, {be}, {say}) are in common.json.\n"
      "  \"fragments\": {\n"
      "    \"act\": { \"any\": [\"close\", \"closes\", \"closing\", \"shut\"], \"yes\": [\"closing\"], \"no\": [\"closet\"] } "
      "},\n"
      "  \"rules\": [\n"
      "    { \"id\": \"%s\", \"title\": \"Who closes which port\",\n"
      "      // An experimental rule writes notes and never fails a gate; “stable” is the other word.\n"
      "      \"status\": \"experimental\",\n\n",
      pack, id, pack, id);
  g_string_append_printf (out, body, predicate);
  return bl_print (out->str, out->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}

int
bl_rules_new (const BlRulesRequest *request)
{
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &request->options->pipeline, &error))
    return bl_outputs_failure ("rules new", pipeline->problems, error);
  return print_pack (pipeline, request->words[0]);
}
