/* What a regex needs is there whenever it matches. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "mentions/shadow.h"
#include "rules/regex_needs.h"
#include "rules/regex_outline.h"
#include "rules/set.h"

/* --- whether a text has a need ----------------------------------------------------------------------------------- */
static guint
types_of (const char *text)
{
  guint types = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      if (c >= BL_SHADOW_BASE && (c - BL_SHADOW_BASE) >> BL_SHADOW_TYPE_BITS < BL_N_MENTION_TYPES)
        types |= 1u << ((c - BL_SHADOW_BASE) >> BL_SHADOW_TYPE_BITS);
    }
  return types;
}

static gboolean
has_word (const GPtrArray *words, const BlNeed *need)
{
  for (guint i = 0; i < need->n_words; i++)
    for (guint k = 0; k < words->len; k++)
      if (strcmp (need->words[i], g_ptr_array_index (words, k)) == 0)
        return TRUE;
  return FALSE;
}

static void
assert_needs_met (const BlFacts *facts, const char *source, const char *text)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  bl_literal_words (text, FALSE, FALSE, arena, words);
  BlCharPairs pairs;
  bl_char_pairs_read (text, strlen (text), &pairs);
  for (guint i = 0; i < facts->n_needs; i++)
    {
      const BlNeed *need = &facts->needs[i];
      if ((need->types & types_of (text)) != 0 || has_word (words, need)
          || (need->pairs != NULL && bl_char_pairs_meet (need->pairs, &pairs)))
        continue;
      g_autoptr (GString) shown = g_string_new (NULL);
      if (need->pairs != NULL)
        bl_char_pairs_append (need->pairs, shown);
      g_test_message ("%s\n  matches “%s”, which has none of %u words and %s", source, text, need->n_words, shown->str);
      g_test_fail ();
    }
}

static pcre2_code *
compile (const char *source, gboolean cased)
{
  int number = 0;
  PCRE2_SIZE offset = 0;
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_EXTENDED | PCRE2_DUPNAMES;
  options |= cased ? 0 : PCRE2_CASELESS;
  return pcre2_compile ((PCRE2_SPTR) source, PCRE2_ZERO_TERMINATED, options, &number, &offset, NULL);
}

static gboolean
matches (const pcre2_code *code, const char *text)
{
  pcre2_match_data *data = pcre2_match_data_create (64, NULL);
  int result = pcre2_match (code, (PCRE2_SPTR) text, strlen (text), 0, 0, data, NULL);
  pcre2_match_data_free (data);
  return result >= 0;
}

/* --- random texts ------------------------------------------------------------------------------------------------ */
static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static gunichar
random_character (void)
{
  static const gunichar rare[] = { 0xE9,   0xC9,   0x17F, 0x212A, 0x20AC,  0xA0,    0x301,   0x345,
                                   0x2028, 0xFFFD, 0x3A3, 0x1C5,  0x10400, 0xF0001, 0xF1001, 0xE000 };
  static const char common[] = "abkszABKSZ019 .,;:!?-'\"()[]/\\*_#@&<>{}|$\t\n";
  return below (8) == 0 ? rare[below (G_N_ELEMENTS (rare))] : (gunichar) common[below (sizeof common - 1)];
}

static void
append_random (GString *text, guint most)
{
  for (guint n = below (most + 1); n > 0; n--)
    g_string_append_unichar (text, random_character ());
}

/* Changes, drops or adds some characters. */
static void
mutate (GString *text)
{
  for (guint n = below (3); n > 0 && text->len > 0; n--)
    {
      gsize at
          = (gsize) (g_utf8_offset_to_pointer (text->str, (glong) below ((guint) g_utf8_strlen (text->str, -1))) - text->str);
      guint how = below (3);
      if (how < 2)
        g_string_erase (text, (gssize) at, g_utf8_next_char (text->str + at) - (text->str + at));
      if (how > 0)
        g_string_insert_unichar (text, (gssize) at, random_character ());
    }
}

/* --- random regexes ---------------------------------------------------------------------------------------------- */
/* A regex, and beside it a text that it would match if places matched everywhere. */
typedef struct
{
  GString *source;
  GString *sample;
} Invention;

typedef struct
{
  const char *source;
  const char *samples; /* one of these characters */
} Atom;

static const Atom atoms[] = {
  { "a", "aA" },
  { "k", "kK\u212A" },
  { "S", "sS\u017F" },
  { "é", "éÉ" },
  { "€", "€" },
  { "[ ]", " " },
  { "\\ ", " " },
  { ",", "," },
  { "\\.", "." },
  { "\\*", "*" },
  { "_", "_" },
  { "\"", "\"" },
  { "\\x{E9}", "éÉ" },
  { "\\x41", "Aa" },
  { ".", "a.A\u00A0" },
  { "\\w", "aZ9_é\u0301" },
  { "\\W", " .,-\u20AC" },
  { "\\d", "09" },
  { "\\D", "a ." },
  { "\\s", " \t\u00A0" },
  { "\\S", "a.9" },
  { "\\h", " \t" },
  { "\\R", "\n" },
  { "\\p{Lu}", "ABÉa" },
  { "\\p{Co}", "\U000F1001" },
  { "\\P{L}", ".9 " },
  { "[a-z]", "akz" },
  { "[A-Z]", "AKZ" },
  { "[a-zA-Z]", "aZ" },
  { "[^a-z]", "A9 .é" },
  { "[^A-Z]", "a9 .é" },
  { "[^\\w]", " .-\u20AC" },
  { "[^,;]", "a .:" },
  { "[.,;:!?]", ".,;:!?" },
  { "[^\\s]", "a.0" },
  { "[\\w.-]", "a.-" },
  { "[\\W\\d]", " 9." },
  { "[^\\W\\d]", "az_" },
  { "[]-]", "]-" },
  { "[\\x{A1}-\\x{BF}]", "\u00A1\u00BF" },
  { "[!-~]", "a~!9" },
  { "[K-é]", "Kké\u212A" },
  { "[\\p{Co}a]", "\U000F0001a" },
};

static void invent (Invention *it, guint depth);

static void
invent_atom (Invention *it)
{
  const Atom *atom = &atoms[below (G_N_ELEMENTS (atoms))];
  g_string_append (it->source, atom->source);
  const char *sample = g_utf8_offset_to_pointer (atom->samples, (glong) below ((guint) g_utf8_strlen (atom->samples, -1)));
  g_string_append_unichar (it->sample, g_utf8_get_char (sample));
}

static void
invent_place (Invention *it)
{
  static const char *const places[] = { "\\b", "^", "$", "\\A", "\\z", "\\Z", "\\B", "\\K", "\\b" };
  static const char *const looks[] = { "(?=", "(?!", "(?<=", "(?<!" };
  if (below (2) == 0)
    {
      g_string_append (it->source, places[below (G_N_ELEMENTS (places))]);
      return;
    }
  gsize length = it->sample->len;
  g_string_append (it->source, looks[below (G_N_ELEMENTS (looks))]);
  for (guint n = 1 + below (2); n > 0; n--)
    {
      invent_atom (it);
      if (n > 1)
        g_string_append (it->source, below (2) == 0 ? "|" : "");
    }
  g_string_append_c (it->source, ')');
  g_string_truncate (it->sample, length);
}

static void
invent_group (Invention *it, guint depth)
{
  static const char *const openings[] = { "(?:", "(", "(?>", "(?i:", "(?-i:", "(?<n>", "(?:(?i)", "(?m:" };
  g_string_append (it->source, openings[below (G_N_ELEMENTS (openings))]);
  gsize start = it->sample->len;
  invent (it, depth + 1);
  for (guint n = below (3); n > 0; n--)
    {
      g_string_append_c (it->source, '|');
      if (below (2) == 0)
        g_string_truncate (it->sample, start);
      gsize before = it->sample->len;
      invent (it, depth + 1);
      if (before > start)
        g_string_truncate (it->sample, before);
    }
  g_string_append_c (it->source, ')');
}

/* What is quantified stands in the sample from start. */
static void
invent_quantifier (Invention *it, gsize start)
{
  static const char *const quantifiers[]
      = { "?", "*", "+", "{2}", "{2,}", "{0,2}", "{1,3}", " +", "??", "*+", "+?", "{3}", "{0}" };
  const char *quantifier = quantifiers[below (G_N_ELEMENTS (quantifiers))];
  g_string_append (it->source, quantifier);
  g_autofree char *once = g_strdup (it->sample->str + start);
  guint least = g_ascii_isdigit (quantifier[1])    ? (guint) g_ascii_digit_value (quantifier[1])
                : strchr (quantifier, '+') == NULL ? 0
                                                   : 1;
  g_string_truncate (it->sample, start);
  for (guint n = MAX (least, below (3)); n > 0; n--)
    g_string_append (it->sample, once);
}

static void
invent (Invention *it, guint depth)
{
  for (guint n = 1 + below (4); n > 0; n--)
    {
      gsize start = it->sample->len;
      guint what = below (10);
      if (what < 2)
        invent_place (it);
      else if (what < 4 && depth < 4)
        invent_group (it, depth);
      else
        invent_atom (it);
      if (what >= 2 && below (3) == 0)
        invent_quantifier (it, start);
      if (below (12) == 0)
        g_string_append (it->source, below (2) == 0 ? "\\1" : "\\k<n>");
      if (below (40) == 0)
        {
          g_string_append (it->source, "\\b (?<w> ak | (?i: Bs ) | zZ ) [ ] (?i: \\k<w> ) \\b");
          g_string_append (it->sample, below (2) == 0 ? "ak aK" : "bS BS");
        }
      if (below (6) == 0)
        g_string_append (it->source, below (2) == 0 ? " " : " # a note\n");
    }
}

static guint
try_sample (const pcre2_code *code, const BlFacts *facts, const char *source, const char *sample, guint rounds)
{
  guint n_matched = 0;
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      if (below (2) == 0)
        append_random (text, 4);
      g_string_append (text, sample);
      if (below (2) == 0)
        append_random (text, 4);
      mutate (text);
      if (!matches (code, text->str))
        continue;
      n_matched++;
      assert_needs_met (facts, source, text->str);
    }
  return n_matched;
}

static void
test_random (void)
{
  guint n_matched = 0;
  guint n_with_needs = 0;
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (BlArena) arena = bl_arena_new ();
      Invention it = { .source = g_string_new (NULL), .sample = g_string_new (NULL) };
      invent (&it, 0);
      gboolean cased = below (2) == 0;
      pcre2_code *code = compile (it.source->str, cased);
      const BlPhraseContext context = { .arena = arena };
      BlFacts facts;
      bl_regex_facts (&context, it.source->str, cased, &facts);
      if (code != NULL && facts.n_needs > 0)
        {
          n_with_needs++;
          n_matched += try_sample (code, &facts, it.source->str, it.sample->str, 12);
        }
      pcre2_code_free (code);
      g_string_free (it.source, TRUE);
      g_string_free (it.sample, TRUE);
    }
  g_test_message ("%u regexes with needs, %u matches", n_with_needs, n_matched);
  g_assert_cmpuint (n_with_needs, >, 4000);
  g_assert_cmpuint (n_matched, >, 4000);
}

/* Whatever is read, nothing is read past its end. */
static void
test_broken (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (BlArena) arena = bl_arena_new ();
      Invention it = { .source = g_string_new (NULL), .sample = g_string_new (NULL) };
      invent (&it, 0);
      g_autofree char *cut
          = g_utf8_substring (it.source->str, 0, (glong) below ((guint) g_utf8_strlen (it.source->str, -1) + 1));
      const BlPhraseContext context = { .arena = arena };
      BlFacts facts;
      bl_regex_facts (&context, cut, below (2) == 0, &facts);
      g_assert_cmpuint (facts.n_needs, <=, BL_MAX_NEEDS);
      g_string_free (it.source, TRUE);
      g_string_free (it.sample, TRUE);
    }
}

/* --- the regexes that ship --------------------------------------------------------------------------------------- */
static void
append_of_set (GString *sample, BlCharSet set)
{
  for (guint i = 0; i < 50; i++)
    {
      gunichar c = random_character ();
      if ((set.any & BL_CHAR_BIT (bl_char_class (c))) == 0)
        continue;
      g_string_append_unichar (sample, c);
      return;
    }
}

static void
append_of_slot (GString *sample, const BlSlot *slot)
{
  guint type = below (BL_N_MENTION_TYPES);
  for (guint i = 0; i < BL_N_MENTION_TYPES && (slot->types & (1u << type)) == 0; i++)
    type = (type + 1) % BL_N_MENTION_TYPES;
  g_string_append_unichar (sample, bl_shadow_code ((BlMentionType) type, 0));
}

/* A text that the regex may well match, from what is known of it. */
static void
append_sample (GString *sample, const BlOutline *node)
{
  switch (node->kind)
    {
    case BL_OUTLINE_SEQUENCE:
      for (guint i = 0; i < node->n_children; i++)
        append_sample (sample, node->children[i]);
      break;
    case BL_OUTLINE_ALTERNATIVES:
      append_sample (sample, node->children[below (node->n_children)]);
      break;
    case BL_OUTLINE_OPTIONAL:
      if (below (2) == 0)
        append_sample (sample, node->children[0]);
      break;
    case BL_OUTLINE_REPEATED:
      for (guint n = node->flag ? 4 : 1; n > 0; n--)
        append_sample (sample, node->children[0]);
      break;
    case BL_OUTLINE_LITERAL:
      g_string_append (sample, node->text);
      break;
    case BL_OUTLINE_SET:
      append_of_set (sample, node->set);
      break;
    case BL_OUTLINE_SLOT:
      append_of_slot (sample, node->slot);
      break;
    default:
      break;
    }
}

static guint
try_phrase (const BlPhrase *phrase)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  /* Without the fragments of the pack, slots that name one are not understood. */
  const BlPhraseContext context = { .arena = arena };
  const BlOutline *outline
      = strstr (phrase->text, "%{") == NULL ? bl_regex_outline (&context, phrase->text, phrase->cased) : NULL;
  BlPhraseTree tree;
  BlFacts facts;
  bl_phrase_read_again (phrase, arena, &tree, &facts);
  pcre2_code *code = compile (phrase->pattern->source, phrase->cased);
  g_assert_nonnull (code);
  guint n_matched = 0;
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) sample = g_string_new (NULL);
      if (outline != NULL)
        append_sample (sample, outline);
      else
        append_random (sample, 30);
      n_matched += try_sample (code, &facts, phrase->text, sample->str, 4);
    }
  pcre2_code_free (code);
  return n_matched;
}

static void
test_shipped (void)
{
  const char *const packs[] = { BL_RULES_DIR "/packs", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlRuleSet) set = bl_rule_set_load (packs, problems, &error);
  g_assert_no_error (error);
  guint n_matched = 0;
  for (guint i = 0; i < bl_rule_set_n_rules (set); i++)
    {
      const BlRuleEntry *rule = bl_rule_entry (bl_rule_set_rule (set, i));
      for (guint p = 0; p < rule->n_phrases; p++)
        if (rule->phrases[p]->is_regex)
          {
            guint n = try_phrase (rule->phrases[p]);
            g_test_message ("%s: %u matches", rule->public.id, n);
            n_matched += n;
          }
    }
  g_assert_cmpuint (n_matched, >, 500);
}

/* --- examples ---------------------------------------------------------------------------------------------------- */
/* The rarest need of pairs. */
static void
test_pairs (void)
{
  static const struct
  {
    const char *source;
    gboolean cased;
    const char *pairs; /* "" when nothing rare is needed */
  } table[] = {
    { "[a-z]{3,} [A-Z][a-z]{2,}", TRUE, "[a][A]" },
    { "[a-z]{3,} [A-Z][a-z]{2,}", FALSE, "" },
    { "[a-z] [ ]? ,,", TRUE, "[,][,]" },
    { "\\w (?: [ ] | \\t )* ;", FALSE, "[␣aA0é…_][;]" },
    { "^ \\#", TRUE, "[edge][#]" },
    { "\\* $", TRUE, "[*][edge]" },
    { "(?m) ^ \\#", TRUE, "[any][#]" },
    { "[a-z] (?= \\p{Co} )", TRUE, "[a][⟨⟩]" },
    { "(?<= \\* ) [0-9]", TRUE, "[*][0]" },
    { "(?<! \\* ) ,,", TRUE, "[,][,]" },
    { "; (?! \\w | [ ] )", TRUE, "[;][edge␣⟨⟩é…!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~]" },
    { ";; | \\?\\.", TRUE, "[;][;] [?][.]" },
    { "(?i: k ) \\*", TRUE, "[aAé][*]" },
    { "(?i) (?-i: k ) \\*", TRUE, "[a][*]" },
    { "(?: \\* a )++ \\*", TRUE, "[*][a]" },
    { "(a) \\1 \\*", TRUE, "[*][any]" },
    { "( \\* | ) \\#", TRUE, "[#][any]" },
    { "\\b (?<w> the | of ) [ ] \\k<w> \\b", TRUE, "[again][again]" },
    { "\\b (?<w> the | of ) [ ] (?=[a-z]) (?i:\\k<w>) (?! \\w)", TRUE, "" },
    { "(?<w> the | of ) [ ] \\k<w> \\b", TRUE, "" },
    { "\\b (?<w> the | o, ) [ ] \\k<w> \\b", TRUE, "" },
    { "\\b (?<w> the | ) [ ] \\k<w> \\b", TRUE, "" },
    { "\\b (?<w> the ) [ ]+ \\k<w> \\b", TRUE, "" },
    { "(?J) \\b (?<w> the ) [ ] \\k<w> \\b | (?<w> a )", TRUE, "" },
    { "(*ACCEPT) ;;", TRUE, "" },
    { ";; (?R)? ", TRUE, "" },
    { ";;{2 }", TRUE, "" },
    { ";; (?# note )", TRUE, "" },
    { "[[:punct:]];;", TRUE, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (BlArena) arena = bl_arena_new ();
      const BlPhraseContext context = { .arena = arena };
      BlFacts facts;
      bl_regex_facts (&context, table[i].source, table[i].cased, &facts);
      g_autoptr (GString) shown = g_string_new (NULL);
      for (guint n = 0; n < facts.n_needs && shown->len == 0; n++)
        if (facts.needs[n].pairs != NULL)
          bl_char_pairs_append (facts.needs[n].pairs, shown);
      if (strcmp (shown->str, table[i].pairs) != 0)
        {
          g_test_message ("%s needs “%s”, not “%s”", table[i].source, shown->str, table[i].pairs);
          g_test_fail ();
        }
    }
}

/* Needs of words, rarest first; alternatives that share one need it too. */
static void
test_words (void)
{
  static const struct
  {
    const char *source;
    const char *words;
  } table[] = {
    { "\\b bridge [ ] toll \\b", "bridge; toll" },
    { "\\b (?: bridge [ ] toll | toll [ ] bridge | toll [ ] booth ) \\b", "toll; bridge booth" },
    { "\\b (?: bridge | tunnel ) s? \\b", "" },
    { "\\b (?: bridge | tunnel ) ,? \\b", "bridge tunnel" },
    { "(?<= \\b ) harbour (?= [ ,] )", "harbour" },
    { "harbour (?= s )", "" },
    { "\\b the [ ] harbour \\b", "harbour" },
    { "\\b (?: the | of ) \\b", "the of" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (BlArena) arena = bl_arena_new ();
      const BlPhraseContext context = { .arena = arena };
      BlFacts facts;
      bl_regex_facts (&context, table[i].source, FALSE, &facts);
      g_autoptr (GString) shown = g_string_new (NULL);
      for (guint n = 0; n < facts.n_needs; n++)
        for (guint w = 0; w < facts.needs[n].n_words; w++)
          g_string_append_printf (shown, "%s%s", shown->len == 0 ? "" : w == 0 ? "; " : " ", facts.needs[n].words[w]);
      if (strcmp (shown->str, table[i].words) != 0)
        {
          g_test_message ("%s needs “%s”, not “%s”", table[i].source, shown->str, table[i].words);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/needs/pairs", test_pairs);
  g_test_add_func ("/rules/needs/words", test_words);
  g_test_add_func ("/rules/needs/random", test_random);
  g_test_add_func ("/rules/needs/broken", test_broken);
  g_test_add_func ("/rules/needs/shipped", test_shipped);
  return g_test_run ();
}
