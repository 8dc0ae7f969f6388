#include <string.h>

#include "rules/set.h"

static void
append_indented (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      g_string_append_c (out, *at);
      if (*at == '\n')
        g_string_append (out, "    ");
    }
}

static void
append_need (GString *out, const BlNeed *need)
{
  guint n = 0;
  for (guint i = 0; bl_slot_type_names ()[i] != NULL; i++)
    {
      const char *name = bl_slot_type_names ()[i];
      guint types = bl_slot_types (name);
      /* "place" is states too; where only those are meant "country" has said so. */
      if (types != 0 && (types & need->types) == types)
        g_string_append_printf (out, "%s⟨%s⟩", n++ > 0 ? " " : "", name);
    }
  for (guint i = 0; i < need->n_words; i++)
    {
      if (i == 12)
        {
          g_string_append_printf (out, " … %u more", need->n_words - i);
          break;
        }
      g_string_append_printf (out, "%s%s", n++ > 0 ? " " : "", need->words[i]);
    }
  if (need->pairs != NULL)
    {
      g_string_append (out, n > 0 ? " or side by side " : "side by side ");
      bl_char_pairs_append (need->pairs, out);
    }
}

/* The first words only. */
static void
append_name (GString *out, const BlNeed *need)
{
  BlNeed some = *need;
  some.n_words = MIN (some.n_words, 3);
  append_need (out, &some);
  g_string_append (out, some.n_words < need->n_words ? " …" : "");
}

static void
append_distance (GString *out, BlDistance distance)
{
  const gboolean either = distance.least < 0;
  const gint most = MAX (distance.most, either ? -distance.least : 0) - 1;
  if (distance.most == BL_FAR || distance.least == -BL_FAR)
    g_string_append (out, either ? "anywhere" : "anywhere behind");
  else if (either && most <= 0)
    g_string_append (out, "right before or behind");
  else if (either)
    g_string_append_printf (out, "before or behind, at most %d %s between", most, most == 1 ? "word" : "words");
  else if (most < 0)
    g_string_append (out, "in the same word");
  else if (most == 0)
    g_string_append (out, distance.least > 0 ? "the next word" : "the next word or a part of the same");
  else
    g_string_append_printf (out, "at most %d %s between", most, most == 1 ? "word" : "words");
}

/* The needs once more, by place. */
static void
append_order (GString *out, const BlFacts *facts)
{
  guint order[BL_MAX_NEEDS];
  bl_facts_order (facts, order);
  for (guint i = 0; i < facts->n_needs; i++)
    {
      const BlDistance from = i > 0 ? facts->between[order[i - 1]][order[i]] : BL_ANYWHERE;
      const gboolean is_last = i + 1 == facts->n_needs;
      g_string_append (out, i == 0 ? "\n  in this order: " : "; then ");
      append_name (out, &facts->needs[order[i]]);
      if (i > 0)
        {
          g_string_append (out, " (");
          append_distance (out, from);
          g_string_append_c (out, ')');
        }
      if (i == 0 && facts->at_start)
        g_string_append (out, " (near the start of the sentence)");
      if (is_last && facts->at_end)
        g_string_append (out, " (near its end)");
    }
}

/* How often a sentence gets as far as PCRE2: by its rarest need. */
static const char *
cost_class (const BlFacts *facts)
{
  if (facts->n_needs == 0)
    return "open: every sentence is asked";
  double cost = facts->needs[0].cost;
  return cost <= 10 ? "rare" : cost <= 100 ? "medium" : "frequent";
}

static void
append_phrase (GString *out, const BlPhrase *phrase, const char *kind)
{
  BlPattern *pattern = bl_phrase_pattern (phrase);
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlPhraseTree tree;
  BlFacts facts;
  bl_phrase_read_again (phrase, arena, &tree, &facts);
  g_string_append_printf (out, "\n%s  ", kind);
  append_indented (out, phrase->text);
  g_string_append (out, "\n  PCRE2 ");
  append_indented (out, pattern->source);
  if (bl_pattern_code (pattern) == NULL)
    g_string_append_printf (out, "\n  does not compile: %s", pattern->error);
  for (guint i = 0; i < facts.n_needs; i++)
    {
      g_string_append_printf (out,
                              "\n  %s one of (in about %.0f of 1,000 sentences): ", i == 0 ? "is triggered by" : "also needs",
                              MIN (facts.needs[i].cost, 1000));
      append_need (out, &facts.needs[i]);
    }
  if (tree.root != NULL && (facts.n_needs > 1 || facts.at_start || facts.at_end))
    append_order (out, &facts);
  g_string_append_printf (out, "\n  cost  %s\n", cost_class (&facts));
}

static void
append_keys (GString *out, const BlRule *rule)
{
  g_autofree char *keys = g_strjoinv (", ", (char **) rule->keys);
  g_string_append_printf (out, "claim   %s (%s), value %s\n", rule->predicate, keys,
                          rule->value_slot != NULL ? rule->value_slot : "polarity");
  if (rule->window > 0)
    g_string_append_printf (out, "window  %u days\n", rule->window);
}

char *
bl_rule_explain (const BlRuleSet *set, const BlRule *rule)
{
  (void) set;
  const BlRuleEntry *entry = bl_rule_entry (rule);
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "%s  %s\n%s:%u\n", rule->id, rule->title, rule->file, rule->line);
  if (rule->why != NULL)
    g_string_append_printf (out, "why     %s\n", rule->why);
  if (rule->kind == BL_RULE_CLAIM)
    append_keys (out, rule);
  else
    g_string_append_printf (out, "report  %s: %s\n", rule->finding, rule->message);
  for (guint i = 0; i < entry->n_phrases; i++)
    append_phrase (out, entry->phrases[i], entry->phrases[i]->is_regex ? "regex " : "phrase");
  for (guint i = 0; i < entry->n_unless; i++)
    append_phrase (out, entry->unless[i], "unless");
  return g_string_free (out, FALSE);
}
