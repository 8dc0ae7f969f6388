#include "rules/compile.h"

#include <string.h>

#include "rules/regex_expand.h"
#include "rules/regex_needs.h"

BlPattern *
bl_pattern_new (char *source, GArray *groups, gboolean cased, gboolean extended)
{
  BlPattern *pattern = g_new0 (BlPattern, 1);
  pattern->source = source;
  pattern->groups = groups;
  pattern->cased = cased;
  pattern->extended = extended;
  return pattern;
}

void
bl_pattern_free (BlPattern *pattern)
{
  if (pattern == NULL)
    return;
  pcre2_code_free (pattern->code);
  pcre2_code_free (pattern->jit);
  g_array_unref (pattern->groups);
  g_free (pattern->source);
  g_free (pattern->error);
  g_free (pattern);
}

/* Puts the groups of a regex at their numbers: ours are named "_N", the author's by their slots. */
static void
number_groups (BlPattern *pattern)
{
  uint32_t n_groups = 0;
  uint32_t n_names = 0;
  uint32_t size = 0;
  PCRE2_SPTR names = NULL;
  pcre2_pattern_info (pattern->code, PCRE2_INFO_CAPTURECOUNT, &n_groups);
  pcre2_pattern_info (pattern->code, PCRE2_INFO_NAMECOUNT, &n_names);
  pcre2_pattern_info (pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
  pcre2_pattern_info (pattern->code, PCRE2_INFO_NAMETABLE, &names);

  g_autoptr (GArray) ours = pattern->groups;
  pattern->groups = g_array_new (FALSE, TRUE, sizeof (BlGroup));
  g_array_set_size (pattern->groups, n_groups);
  for (uint32_t i = 0; i < n_names; i++, names += size)
    {
      guint number = (guint) names[0] << 8 | names[1];
      const char *name = (const char *) names + 2;
      BlGroup *group = &g_array_index (pattern->groups, BlGroup, number - 1);
      guint64 our_number = 0;
      if (name[0] == '_' && g_ascii_string_to_unsigned (name + 1, 10, 1, ours->len, &our_number, NULL))
        *group = g_array_index (ours, BlGroup, our_number - 1);
      else
        group->slot = name; /* lives in the code */
    }
}

static void
compile (BlPattern *pattern)
{
  int number = 0;
  PCRE2_SIZE offset = 0;
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY;
  options |= pattern->cased ? 0 : PCRE2_CASELESS;
  options |= pattern->extended ? PCRE2_EXTENDED | PCRE2_DUPNAMES : 0;
  pcre2_compile_context *context = pcre2_compile_context_create (NULL);
  pcre2_set_max_pattern_length (context, BL_LIMIT_PATTERN_BYTES + 1024);
  pcre2_set_parens_nest_limit (context, 1000);
  pattern->code = pcre2_compile ((PCRE2_SPTR) pattern->source, PCRE2_ZERO_TERMINATED, options, &number, &offset, context);
  pcre2_compile_context_free (context);
  if (pattern->code != NULL)
    {
      if (pattern->extended)
        number_groups (pattern);
      return;
    }
  char message[256] = "";
  pcre2_get_error_message (number, (PCRE2_UCHAR *) message, sizeof message);
  pattern->error = g_strdup (message);
  pattern->error_offset = offset;
}

const pcre2_code *
bl_pattern_code (BlPattern *pattern)
{
  if (g_once_init_enter (&pattern->compiled))
    {
      compile (pattern);
      g_once_init_leave (&pattern->compiled, 1);
    }
  return pattern->code;
}

/* pcre2_jit_compile() writes into the code, which other threads may be using: so it gets a copy. */
const pcre2_code *
bl_pattern_jit (BlPattern *pattern)
{
  if (bl_pattern_code (pattern) == NULL)
    return NULL;
  if (g_once_init_enter (&pattern->translated))
    {
      pcre2_code *copy = pcre2_code_copy (pattern->code);
      if (copy != NULL && pcre2_jit_compile (copy, PCRE2_JIT_COMPLETE) != 0)
        g_clear_pointer (&copy, pcre2_code_free);
      pattern->jit = copy;
      g_once_init_leave (&pattern->translated, 1);
    }
  return pattern->jit;
}

/* --- phrases ------------------------------------------------------------------------------------------------------ */
void
bl_phrase_read_again (const BlPhrase *phrase, BlArena *arena, BlPhraseTree *tree, BlFacts *facts)
{
  BlPhraseContext context = *phrase->context;
  context.arena = context.texts = arena;
  context.again = TRUE;
  *tree = (BlPhraseTree){ 0 };
  *facts = (BlFacts){ 0 };
  BlPhraseFault fault = { 0 };
  if (phrase->is_regex)
    bl_regex_facts (&context, phrase->text, phrase->cased, facts);
  else if (bl_phrase_parse (&context, phrase->text, tree, &fault))
    bl_facts_of_phrase (tree->root, tree->at_start, tree->at_end, arena, facts);
  else
    g_error ("the phrase “%s” was right before: %s", phrase->text, fault.what);
}

/* The names of slots that were read stay no longer than their tree. */
static void
use_names (const BlPhrase *phrase, GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BlGroup *group = &g_array_index (groups, BlGroup, i);
      for (guint k = 0; group->slot != NULL && phrase->slots[k] != NULL; k++)
        if (strcmp (group->slot, phrase->slots[k]) == 0)
          {
            group->slot = phrase->slots[k];
            break;
          }
    }
}

/* Of a set that was taken from what is kept. */
static BlPattern *
expand_regex (const BlPhrase *phrase)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlPhraseContext context = *phrase->context;
  BlExpansion expansion;
  BlPhraseFault fault = { 0 };
  context.arena = context.texts = arena;
  context.again = TRUE;
  bl_expansion_init (&expansion, phrase->cased);
  expansion.named = TRUE;
  if (!bl_regex_expand (&context, phrase->text, &expansion, NULL, &fault))
    g_error ("the regex “%s” was right before: %s", phrase->text, fault.what);
  use_names (phrase, expansion.groups);
  return bl_pattern_new (g_string_free (expansion.source, FALSE), expansion.groups, phrase->cased, TRUE);
}

static BlPattern *
expand_phrase (const BlPhrase *phrase)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  BlPhraseTree tree;
  BlFacts facts;
  BlExpansion expansion;
  bl_phrase_read_again (phrase, arena, &tree, &facts);
  bl_expansion_init (&expansion, phrase->cased);
  bl_expand_phrase (&expansion, &tree, &facts);
  use_names (phrase, expansion.groups);
  return bl_pattern_new (g_string_free (expansion.source, FALSE), expansion.groups, phrase->cased, FALSE);
}

BlPattern *
bl_phrase_pattern (const BlPhrase *phrase)
{
  BlPhrase *writable = (BlPhrase *) phrase;
  if (g_once_init_enter (&writable->expanded))
    {
      if (writable->pattern == NULL)
        writable->pattern = phrase->is_regex ? expand_regex (phrase) : expand_phrase (phrase);
      g_once_init_leave (&writable->expanded, 1);
    }
  return phrase->pattern;
}

/* --- matching ---------------------------------------------------------------------------------------------------- */
void
bl_matcher_init (BlMatcher *matcher)
{
  *matcher = (BlMatcher){ .n_pairs = 64 };
  matcher->context = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (matcher->context, BL_LIMIT_PCRE2_MATCH);
  pcre2_set_depth_limit (matcher->context, BL_LIMIT_PCRE2_DEPTH);
  pcre2_set_heap_limit (matcher->context, BL_LIMIT_PCRE2_HEAP_KIB);
  matcher->data = pcre2_match_data_create (matcher->n_pairs, NULL);
}

void
bl_matcher_clear (BlMatcher *matcher)
{
  pcre2_match_data_free (matcher->data);
  pcre2_match_context_free (matcher->context);
  pcre2_jit_stack_free (matcher->stack);
}

/* Room for all groups: a vector that is too short would hide captures. */
static void
make_room (BlMatcher *matcher, const pcre2_code *code)
{
  uint32_t n_groups = 0;
  pcre2_pattern_info (code, PCRE2_INFO_CAPTURECOUNT, &n_groups);
  if (n_groups < matcher->n_pairs)
    return;
  pcre2_match_data_free (matcher->data);
  matcher->n_pairs = n_groups + 1;
  matcher->data = pcre2_match_data_create (matcher->n_pairs, NULL);
}

static int
run_jit (BlMatcher *matcher, const pcre2_code *code, const char *text, gsize length, gsize start)
{
  if (matcher->stack == NULL)
    {
      matcher->stack = pcre2_jit_stack_create (32 * 1024, 512 * 1024, NULL);
      pcre2_jit_stack_assign (matcher->context, NULL, matcher->stack);
    }
  return pcre2_match (code, (PCRE2_SPTR) text, length, start, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
}

static int
run_interpreter (BlMatcher *matcher, const pcre2_code *code, const char *text, gsize length, gsize start)
{
  return pcre2_match (code, (PCRE2_SPTR) text, length, start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, matcher->data,
                      matcher->context);
}

/* TRUE when PCRE2 has decided. */
static gboolean
has_answer (int result)
{
  return result >= 0 || result == PCRE2_ERROR_NOMATCH;
}

static const char *
limit_of (int result)
{
  switch (result)
    {
    case PCRE2_ERROR_MATCHLIMIT:
      return "the limit of steps of PCRE2";
    case PCRE2_ERROR_DEPTHLIMIT:
      return "the limit of depth of PCRE2";
    case PCRE2_ERROR_HEAPLIMIT:
      return "the limit of memory of PCRE2";
    default:
      return "a limit of PCRE2";
    }
}

int
bl_matcher_find (BlMatcher *matcher, BlPattern *pattern, const char *text, gsize length, gsize start)
{
  const pcre2_code *code = bl_pattern_code (pattern);
  matcher->limit = "no limit";
  if (code == NULL)
    return -1;
  make_room (matcher, code);
  gboolean often = g_atomic_int_get (&pattern->asked) >= BL_JIT_AFTER;
  if (!often)
    g_atomic_int_inc (&pattern->asked);
  const pcre2_code *jit = often ? bl_pattern_jit (pattern) : NULL;
  int result = jit != NULL ? run_jit (matcher, jit, text, length, start) : run_interpreter (matcher, code, text, length, start);
  if (!has_answer (result))
    {
      int interpreted = jit == NULL ? result : run_interpreter (matcher, code, text, length, start);
      if (jit != NULL)
        result = interpreted;
      else if ((jit = bl_pattern_jit (pattern)) != NULL)
        result = run_jit (matcher, jit, text, length, start);
      matcher->limit = limit_of (interpreted);
    }
  return result >= 0 ? 1 : result == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

const gsize *
bl_matcher_vector (const BlMatcher *matcher, guint *n)
{
  *n = pcre2_get_ovector_count (matcher->data);
  return pcre2_get_ovector_pointer (matcher->data);
}
