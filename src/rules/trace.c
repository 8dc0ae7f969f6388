/* Why a phrase does not match: its longest beginning that does is found by compiling shorter and shorter ones. */
#include <string.h>

#include "rules/scope.h"

typedef struct
{
  const BlRuleEntry *rule;
  const BlDocument *document;
  const BlMentions *mentions;
  BlShadow shadow;
  BlMatcher matcher;
  gsize reach; /* bytes of the shadow that the last phrase got; G_MAXSIZE when it matches */
  GString *out;
} Trace;

typedef struct
{
  const BlPhrase *phrase;
  BlPhraseTree tree;
  BlFacts facts;
} Read;

/* Mentions as ⟨person/dominic-raab⟩, or as ⟨written⟩ when they have no id. */
static void
append_shadow (Trace *trace, gsize start, gsize end)
{
  for (const char *at = trace->shadow.text + start; at < trace->shadow.text + end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint index = c >= BL_SHADOW_BASE ? bl_shadow_mention (&trace->shadow, c) : G_MAXUINT;
      if (index == G_MAXUINT)
        {
          g_string_append_unichar (trace->out, c);
          continue;
        }
      const BlMention *mention = bl_mentions_get (trace->mentions, index);
      g_autofree char *slice = bl_document_slice (trace->document, mention->span);
      g_string_append_printf (trace->out, "⟨%s⟩", mention->id != NULL ? mention->id : slice);
    }
}

/* The first n elements of a phrase as a pattern, wherever the sentence ends; NULL when nothing of them must be there. */
static BlPattern *
pattern_of_beginning (const Read *read, guint n)
{
  BlNode root = *read->tree.root;
  root.n_children = n;
  if (bl_node_pivot (&root) == n || root.children[n - 1]->kind == BL_NODE_GAP)
    return NULL;
  BlPhraseTree tree = read->tree;
  tree.root = &root;
  tree.at_end = FALSE;
  BlFacts facts = read->facts;
  facts.last = BL_EDGE_WORD | BL_EDGE_OTHER;
  BlExpansion expansion;
  bl_expansion_init (&expansion, read->phrase->cased);
  bl_expand_phrase (&expansion, &tree, &facts);
  return bl_pattern_new (g_string_free (expansion.source, FALSE), expansion.groups, read->phrase->cased, FALSE);
}

/* TRUE with the place when the first n elements match. */
static gboolean
matches_beginning (Trace *trace, const Read *read, guint n, BlSpan *place)
{
  g_autoptr (BlPattern) pattern = pattern_of_beginning (read, n);
  if (pattern == NULL || bl_matcher_find (&trace->matcher, pattern, trace->shadow.text, trace->shadow.length, 0) <= 0)
    return FALSE;
  guint n_pairs = 0;
  const gsize *vector = bl_matcher_vector (&trace->matcher, &n_pairs);
  *place = bl_span (vector[0], vector[1]);
  return TRUE;
}

/* What the author wrote for element i: up to the next element. */
static char *
source_of (const Read *read, guint i)
{
  const BlNode *root = read->tree.root;
  const char *text = read->phrase->text;
  const char *start = g_utf8_offset_to_pointer (text, root->children[i]->column);
  const char *end
      = i + 1 < root->n_children ? g_utf8_offset_to_pointer (text, root->children[i + 1]->column) : text + strlen (text);
  char *source = g_strchomp (g_strndup (start, (gsize) (end - start)));
  if (read->tree.at_end && i + 1 == root->n_children && g_str_has_suffix (source, "$"))
    source[strlen (source) - 1] = '\0';
  return g_strchomp (source);
}

static void
trace_beginning (Trace *trace, const BlPhrase *phrase)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  Read read = { .phrase = phrase };
  bl_phrase_read_again (phrase, arena, &read.tree, &read.facts);
  const BlNode *root = read.tree.root;
  BlSpan place = bl_span (0, 0);
  guint n = root->n_children;
  while (n > 0 && !matches_beginning (trace, &read, n, &place))
    n--;
  if (n == 0)
    {
      g_autofree char *first = source_of (&read, bl_node_pivot (root));
      g_string_append_printf (trace->out, "  %s is not there\n", first);
      return;
    }
  trace->reach = bl_span_length (place);
  g_string_append (trace->out, "  as far as “");
  append_shadow (trace, place.start, place.end);
  while (n < root->n_children && bl_node_is_nullable (root->children[n]))
    n++;
  g_autofree char *next = n < root->n_children ? source_of (&read, n) : g_strdup ("the end of the sentence");
  g_string_append_printf (trace->out, "”, then %s does not follow\n", next);
}

static void
trace_match (Trace *trace, BlSpan place)
{
  g_string_append (trace->out, "  matches “");
  append_shadow (trace, place.start, place.end);
  g_string_append (trace->out, "”");
  if (bl_scope_excludes (trace->rule, trace->document, &trace->shadow, place.start, place.end))
    g_string_append (trace->out, ", but not where this rule applies (scope)");
  for (guint i = 0; i < trace->rule->n_unless; i++)
    {
      const BlPhrase *unless = trace->rule->unless[i];
      if (bl_matcher_find (&trace->matcher, bl_phrase_pattern (unless), trace->shadow.text, trace->shadow.length, 0) != 0)
        g_string_append_printf (trace->out, ", but unless “%s”", unless->text);
    }
  g_string_append_c (trace->out, '\n');
}

static void
trace_phrase (Trace *trace, const BlPhrase *phrase)
{
  trace->reach = 0;
  g_string_append_printf (trace->out, "%s\n", phrase->text);
  int result = bl_matcher_find (&trace->matcher, bl_phrase_pattern (phrase), trace->shadow.text, trace->shadow.length, 0);
  guint n = 0;
  const gsize *vector = bl_matcher_vector (&trace->matcher, &n);
  if (result > 0)
    {
      trace->reach = G_MAXSIZE;
      trace_match (trace, bl_span (vector[0], vector[1]));
    }
  else if (result < 0)
    g_string_append (trace->out, "  ran into a limit\n");
  else if (phrase->is_regex)
    g_string_append (trace->out, "  does not match\n");
  else
    trace_beginning (trace, phrase);
}

/* Of phrases that get equally far the first is kept. */
static void
trace_nearest (Trace *trace)
{
  const gsize start = trace->out->len;
  gsize best = 0;
  for (guint i = 0; i < trace->rule->n_phrases; i++)
    {
      const gsize mark = trace->out->len;
      trace_phrase (trace, trace->rule->phrases[i]);
      if (i > 0 && trace->reach <= best)
        g_string_truncate (trace->out, mark);
      else
        g_string_erase (trace->out, (gssize) start, (gssize) (mark - start));
      best = MAX (best, trace->reach);
    }
}

static char *
trace_sentence (const BlRule *rule, const BlArticle *article, const BlMentions *mentions, guint sentence, gboolean nearest)
{
  Trace trace
      = { .rule = bl_rule_entry (rule), .document = article->document, .mentions = mentions, .out = g_string_new (NULL) };
  bl_shadow_init (&trace.shadow);
  bl_matcher_init (&trace.matcher);
  if (bl_shadow_build (&trace.shadow, article->document, mentions, sentence))
    {
      append_shadow (&trace, 0, trace.shadow.length);
      g_string_append_c (trace.out, '\n');
      for (guint i = 0; i < trace.rule->n_phrases && !nearest; i++)
        trace_phrase (&trace, trace.rule->phrases[i]);
      if (nearest)
        trace_nearest (&trace);
    }
  else
    g_string_append (trace.out, "the sentence is too long, or has too many mentions\n");
  bl_matcher_clear (&trace.matcher);
  bl_shadow_clear (&trace.shadow);
  return g_string_free (trace.out, FALSE);
}

char *
bl_rule_trace (const BlRule *rule, const BlArticle *article, const BlMentions *mentions, guint sentence)
{
  return trace_sentence (rule, article, mentions, sentence, FALSE);
}

char *
bl_rule_trace_nearest (const BlRule *rule, const BlArticle *article, const BlMentions *mentions, guint sentence)
{
  return trace_sentence (rule, article, mentions, sentence, TRUE);
}
