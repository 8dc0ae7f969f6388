/* belie rules new ID [SLOT:TYPE…]: a pack to begin with. It passes `belie rules test` as it stands, so that an author changes one thing
 * at a time; so every type has words here that are found as what they are. */
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"

#include "readers/readers.h"

#include <string.h>

typedef struct
{
  const char *type;
  const char *before;     /* what stands before it in a sentence, when it is not the subject */
  const char *word[2];    /* two that are different */
  const char *value_kind; /* when it holds the value */
  gboolean subject;       /* may come first */
  const char *after;      /* what follows it, no part of it; NULL: nothing */
} Sample;

static const Sample samples[] = {
  { "country", " with", { "Norway", "Denmark" }, "country", TRUE, NULL },
  { "org", " with", { "NATO", "Interpol" }, "org", TRUE, NULL },
  { "person", " with", { "Jens Stoltenberg", "Angela Merkel" }, "person", TRUE, NULL },
  { "place", " in", { "Bergen", "Geneva" }, "text", TRUE, NULL },
  { "office", " with", { "the German chancellor", "the French president" }, "text", FALSE, NULL },
  { "quantity", " for", { "300", "700" }, "quantity", FALSE, " people" },
  { "money", " for", { "$300 million", "$700 million" }, "quantity", FALSE, NULL },
  { "percent", " for", { "3 percent", "7 percent" }, "quantity", FALSE, NULL },
  { "date", " on", { "1 July 2025", "9 August 2025" }, "date", FALSE, NULL },
  { "duration", " for", { "three weeks", "five weeks" }, "text", FALSE, NULL },
  { "treaty", " under", { "the Paris Agreement", "the Treaty of Lisbon" }, "text", FALSE, NULL },
  { "thing", " about", { "fish", "timber" }, "text", FALSE, NULL },
};

typedef struct
{
  char *name;
  char *types; /* "country|org" */
  const Sample *sample;
  const char *before;
  guint other; /* which word of the sample this one takes, so that two slots of one type differ */
} Slot;

typedef struct
{
  const char *id;
  const char *predicate;
  const Slot *value; /* NULL: polarity */
  GArray *slots;     /* Slot */
  gboolean talks;    /* slots were named: talks rather than a port */
} Skeleton;

static void
slot_clear (gpointer data)
{
  Slot *slot = data;
  g_free (slot->name);
  g_free (slot->types);
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

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
  return slash && g_ascii_islower (*id);
}

static gboolean
is_name (const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-' && *at != '_')
      return FALSE;
  return g_ascii_islower (*name);
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

static const Sample *
sample_of (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (strcmp (samples[i].type, type) == 0)
      return &samples[i];
  const char *names[G_N_ELEMENTS (samples) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    names[i] = samples[i].type;
  const char *near = bl_nearest_word (type, names);
  g_autofree char *all = g_strjoinv (" ", (char **) names);
  bl_usage_error ("rules new", "“%s” is no type of slot%s%s%s; they are %s", type, near != NULL ? "; did you mean “" : "",
                  near != NULL ? near : "", near != NULL ? "”" : "", all);
  return NULL;
}

/* "who:country|org" */
static gboolean
add_slot (Skeleton *skeleton, const char *word)
{
  const char *colon = strchr (word, ':');
  g_autofree char *name = colon != NULL ? g_strndup (word, (gsize) (colon - word)) : g_strdup (word);
  if (colon == NULL || !is_name (name))
    {
      bl_usage_error ("rules new", "“%s” is no slot: NAME:TYPE, as in “who:country”", word);
      return FALSE;
    }
  g_auto (GStrv) types = g_strsplit (colon + 1, "|", -1);
  Slot slot = { .other = 0 };
  for (guint i = 0; types[i] != NULL; i++)
    {
      const Sample *sample = sample_of (types[i]);
      if (sample == NULL)
        return FALSE;
      slot.sample = slot.sample == NULL ? sample : slot.sample;
    }
  if (slot.sample == NULL)
    return sample_of (colon + 1) != NULL;
  for (guint i = 0; i < skeleton->slots->len; i++)
    {
      const Slot *other = &g_array_index (skeleton->slots, Slot, i);
      slot.other += other->sample == slot.sample;
      if (strcmp (other->name, name) != 0 && slot.other < G_N_ELEMENTS (slot.sample->word))
        continue;
      bl_usage_error ("rules new", "two slots “%s”, or three of one type: begin with fewer, and add the others by hand", name);
      return FALSE;
    }
  if (skeleton->slots->len == 0 && !slot.sample->subject)
    {
      bl_usage_error ("rules new", "the first slot says who: a country, org, person or place, not “%s”", colon + 1);
      return FALSE;
    }
  slot.before = skeleton->talks ? slot.sample->before : " of";
  slot.name = g_steal_pointer (&name);
  slot.types = g_strdup (colon + 1);
  g_array_append_val (skeleton->slots, slot);
  return TRUE;
}

static gboolean
read_slots (Skeleton *skeleton, const BlRulesRequest *request)
{
  skeleton->talks = request->words[1] != NULL || request->value != NULL;
  if (request->words[1] == NULL && (!add_slot (skeleton, "who:country") || !add_slot (skeleton, "place:place")))
    return FALSE;
  for (guint i = 1; request->words[0] != NULL && request->words[i] != NULL; i++)
    if (!add_slot (skeleton, request->words[i]))
      return FALSE;
  if (skeleton->slots->len > BL_MAX_CAPTURES)
    {
      bl_usage_error ("rules new", "a rule has at most %d slots", BL_MAX_CAPTURES);
      return FALSE;
    }
  for (guint i = 1; request->value != NULL && i < skeleton->slots->len; i++)
    if (strcmp (g_array_index (skeleton->slots, Slot, i).name, request->value) == 0)
      skeleton->value = &g_array_index (skeleton->slots, Slot, i);
  if (request->value != NULL && skeleton->value == NULL)
    bl_usage_error ("rules new", "--value names one of the slots after the first, not “%s”", request->value);
  return request->value == NULL || skeleton->value != NULL;
}

/* --- writing ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *verb; /* "will close", "will not close" */
  gboolean other_value;
} Saying;

/* "Norway will close the port of Bergen." */
static void
append_sentence (GString *out, const Skeleton *skeleton, Saying saying)
{
  const Slot *slots = (const Slot *) (void *) skeleton->slots->data;
  const guint n = skeleton->slots->len;
  g_string_append_printf (out, "\"%s %s %s", slots[0].sample->word[0], saying.verb, skeleton->talks ? "talks" : "the port");
  for (guint i = 1; i < n; i++)
    {
      const guint other = slots[i].other + (saying.other_value && &slots[i] == skeleton->value ? 1 : 0);
      g_string_append_printf (out, "%s %s", slots[i].before,
                              slots[i].sample->word[other % G_N_ELEMENTS (slots[i].sample->word)]);
      g_string_append (out, slots[i].sample->after != NULL ? slots[i].sample->after : "");
    }
  g_string_append (out, ".\"");
}

static void
append_claim_test (GString *out, const Skeleton *skeleton, const char *verb, const char *polarity)
{
  const Slot *who = &g_array_index (skeleton->slots, Slot, 0);
  g_string_append (out, "        { \"yes\": ");
  append_sentence (out, skeleton, (Saying){ verb, FALSE });
  g_string_append_printf (out, ", \"claims\": [{ \"%s\": \"%s\", \"polarity\": \"%s\" }] },\n", who->name, who->sample->word[0],
                          polarity);
}

static void
append_tests (GString *out, const Skeleton *skeleton)
{
  const gboolean talks = skeleton->talks;
  g_string_append (
      out, "      // At least one “yes” and one “no”; ten of each are better. “todo” is for what it should find one day.\n"
           "      \"tests\": [\n");
  append_claim_test (out, skeleton, talks ? "will hold" : "will close", "+");
  append_claim_test (out, skeleton, talks ? "will not hold" : "will not close", "-");
  g_string_append (out, "        { \"no\": ");
  append_sentence (out, skeleton, (Saying){ talks ? "will cancel" : "will rebuild", FALSE });
  g_string_append (out, " },\n        { \"no\": ");
  append_sentence (out, skeleton, (Saying){ talks ? "could be asked to hold" : "could be asked to close", FALSE });
  g_string_append (out, " },\n        { \"conflict\": [");
  append_sentence (out, skeleton, (Saying){ talks ? "will hold" : "will close", FALSE });
  g_string_append (out, ", ");
  append_sentence (out, skeleton,
                   skeleton->value != NULL ? (Saying){ "will hold", TRUE }
                                           : (Saying){ talks ? "will not hold" : "will not close", FALSE });
  g_string_append (out, "] } ] } ] }\n");
}

static void
append_claim (GString *out, const Skeleton *skeleton)
{
  g_string_append_printf (
      out,
      "      // What a match says: the slots of “key” are what it is about, the subject first; “value” is what is said "
      "of them.\n"
      "      // Two claims contradict each other when their keys agree, their values do not, and they are less than "
      "“window” apart.\n"
      "      \"claim\": { \"predicate\": \"%s\", \"key\": [",
      skeleton->predicate);
  guint n = 0;
  for (guint i = 0; i < skeleton->slots->len; i++)
    {
      const Slot *slot = &g_array_index (skeleton->slots, Slot, i);
      if (slot != skeleton->value)
        g_string_append_printf (out, "%s\"%s\"", n++ > 0 ? ", " : "", slot->name);
    }
  if (skeleton->value != NULL)
    g_string_append_printf (out, "], \"value\": \"%s\", \"value_kind\": \"%s\"", skeleton->value->name,
                            skeleton->value->sample->value_kind);
  else
    g_string_append (out, "], \"value\": \"polarity\"");
  g_string_append (out, ", \"window\": \"60d\" },\n\n");
}

static void
append_phrases (GString *out, const Skeleton *skeleton)
{
  const Slot *slots = (const Slot *) (void *) skeleton->slots->data;
  g_string_append_printf (
      out,
      "      // {name:type} captures a mention, {name} is a fragment, [x] may be left out, (a|b) is either, ... are up "
      "to 3 words.\n"
      "      // “not”, “may” and who says it are worked out for you; [not] only lets the word stand there.\n"
      "      \"phrases\": [\n"
      "        \"{%s:%s} {modal} [not] {act} %s",
      slots[0].name, slots[0].types, skeleton->talks ? "talks" : "the port");
  for (guint i = 1; i < skeleton->slots->len; i++)
    {
      const gboolean article = g_str_has_prefix (slots[i].sample->word[0], "the ");
      g_string_append_printf (out, "%s %s{%s:%s}", slots[i].before, article ? "[the] " : "", slots[i].name, slots[i].types);
      g_string_append (out, slots[i].sample->after != NULL ? slots[i].sample->after : "");
    }
  g_string_append (out, "\" ],\n\n");
}

static void
append_head (GString *out, const Skeleton *skeleton)
{
  g_autofree char *pack = g_strndup (skeleton->id, strcspn (skeleton->id, "/"));
  g_autofree char *title = g_strdelimit (g_strdup (strrchr (skeleton->id, '/') + 1), "-", ' ');
  title[0] = g_ascii_toupper (title[0]);
  g_string_append_printf (
      out,
      "// Save as rules/%s.json beside the corpus and name that folder in belie.json: \"rules\": [\"rules\"].\n"
      "// `belie rules test rules/%s.json` runs its tests, `belie rules check --rules rules` remarks on style.\n"
      "// The whole language is in rules/README.md.\n"
      "{ \"format\": 1, \"pack\": \"%s\", \"language\": \"en\",\n"
      "  // Words that belong together, by a name that phrases use. Shared ones ({modal}, {be}, {say}) are in common.json.\n"
      "  \"fragments\": {\n"
      "    %s },\n"
      "  \"rules\": [\n"
      "    { \"id\": \"%s\", \"title\": \"%s\",\n"
      "      // An experimental rule writes notes and never fails a gate; “stable” is the other word.\n"
      "      \"status\": \"experimental\",\n\n",
      pack, pack, pack,
      skeleton->talks
          ? "\"act\": { \"any\": [\"hold\", \"holds\", \"holding\", \"held\"], \"yes\": [\"holding\"], \"no\": [\"holder\"] }"
          : "\"act\": { \"any\": [\"close\", \"closes\", \"closing\", \"shut\"], \"yes\": [\"closing\"], \"no\": [\"closet\"] "
            "}",
      skeleton->id, title);
}

static void
append_conflict (GString *out)
{
  g_string_append (out,
                   "      // Sentences in which it must not match.\n"
                   "      \"unless\": [\"could be asked to\"],\n"
                   "      \"scope\": [\"not-question\"],\n"
                   "\n"
                   "      // error, warning or note; how sure an editor may be that the two really disagree, from 0 to 1.\n"
                   "      \"conflict\": { \"severity\": \"warning\", \"confidence\": 0.8 },\n"
                   "      \"why\": \"One line for the editor: why is this worth asking?\",\n"
                   "\n");
}

static GString *
write_pack (const Skeleton *skeleton)
{
  GString *out = g_string_new (NULL);
  append_head (out, skeleton);
  append_claim (out, skeleton);
  append_phrases (out, skeleton);
  append_conflict (out);
  append_tests (out, skeleton);
  return out;
}

GString *
bl_rules_first_pack (const char *id)
{
  char *words[] = { (char *) id, NULL };
  const BlRulesRequest request = { .words = words };
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (slots, slot_clear);
  Skeleton skeleton = { .id = id, .predicate = strrchr (id, '/') + 1, .slots = slots };
  return read_slots (&skeleton, &request) ? write_pack (&skeleton) : NULL;
}

int
bl_rules_new (const BlRulesRequest *request)
{
  const char *id = request->words[0];
  if (!is_id (id))
    return bl_usage_error ("rules new", "“%s” is no id: small letters, digits and “-”, as in “pack/rule”", id);
  if (request->predicate != NULL && !is_name (request->predicate))
    return bl_usage_error ("rules new", "“%s” is no predicate: small letters, digits and “-”, as in “closes-port”",
                           request->predicate);
  const char *predicate = request->predicate != NULL ? request->predicate : strrchr (id, '/') + 1;
  if (g_strv_contains (bl_reader_predicates (), predicate))
    return bl_usage_error ("rules new", "claims of a built-in reader are called “%s”; --predicate takes another", predicate);
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_clear_func (slots, slot_clear);
  Skeleton skeleton = { .id = id, .predicate = predicate, .slots = slots };
  if (!read_slots (&skeleton, request))
    return BL_EXIT_USAGE;
  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  if (!bl_pipeline_load_rules (pipeline, &request->options->pipeline, &error))
    return bl_outputs_failure ("rules new", pipeline->problems, error);
  if (is_taken (pipeline, id))
    return BL_EXIT_USAGE;
  g_autoptr (GString) pack = write_pack (&skeleton);
  return bl_print (pack->str, pack->len) ? BL_EXIT_CLEAN : BL_EXIT_PARTIAL;
}
