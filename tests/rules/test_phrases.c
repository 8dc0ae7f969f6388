/* What phrases match. Mentions are written <country> here. */
#include "rules/expand.h"

#include <string.h>

#include "rule_sets.h"

typedef struct
{
  const char *phrase;
  const char *text;
  const char *match; /* as text; NULL: none */
} Case;

static const Case cases[] = {
  /* whole words, letter case, white space */
  { "send troops", "They send troops.", "send troops" },
  { "send troops", "They SEND Troops.", "SEND Troops" },
  { "send troops", "They resend troops.", NULL },
  { "send troops", "They send troopship.", NULL },
  { "send troops", "They send the troops.", NULL },
  { "send troops", "They \"send\" troops.", "send\" troops" },
  { "Łódź", "in ŁÓDŹ.", "ŁÓDŹ" },
  { "Łódź", "in Łódźa.", NULL },
  { "cease-fire", "a cease-fire.", "cease-fire" },
  { "“quoted” word’s", "a \"quoted\" word's end", "\"quoted\" word's" },
  { "Article Vs.", "the Article Vs. of", "Article Vs." },
  { "Article Vs.", "the Article Vs, of", NULL },
  { ", who", "the man, who", ", who" },
  { "(, who|that)", "the man, who", ", who" },
  { "(, who|that)", "the manthat", NULL },
  /* optional parts */
  { "will [not] send", "We will send", "will send" },
  { "will [not] send", "We will not send", "will not send" },
  { "will [not ]send", "We will not send", "will not send" },
  { "will [not] send", "We will notsend", NULL },
  { "[also] will send", "They also will send", "also will send" },
  { "[also] [now] will", "They also will", "also will" },
  { "[also] [now] will", "They will", "will" },
  { "[un]armed men", "unarmed men", "unarmed men" },
  { "[un]armed men", "armed men", "armed men" },
  { "[un]armed men", "disarmed men", NULL },
  { "troops [[heavily] armed] left", "troops armed left", "troops armed left" },
  { "troops [[heavily] armed] left", "troops heavily armed left", "troops heavily armed left" },
  { "troops [[heavily] armed] left", "troops heavily left", NULL },
  { "yes[, sir]", "yes, sir", "yes, sir" },
  /* alternatives */
  { "(to|in|into) town", "into town", "into town" },
  { "(ground troops|soldiers) left", "the ground troops left", "ground troops left" },
  { "(a|b) (c|d)", "b c", "b c" },
  { "( a | b ) c", "b c", "b c" },
  /* gaps */
  { "said ... troops", "said troops", "said troops" },
  { "said ... troops", "said that the many troops", "said that the many troops" },
  { "said ... troops", "said that the very many troops", NULL },
  { "said ...4 troops", "said that the very many troops", "said that the very many troops" },
  { "said ... troops", "said so, troops", NULL },
  { "said ... troops", "said so - troops", NULL },
  { "said ... troops", "said so. troops", NULL },
  { "said ... troops", "said 3,000 <country> troops", "said 3,000 <country> troops" },
  { "said ... troops", "said U.N.-led troops", "said U.N.-led troops" },
  { "x (a ...2 b|c) y", "x a 1 2 b y", "x a 1 2 b y" },
  /* inflections */
  { "~send troops", "sent troops", "sent troops" },
  { "~send troops", "sending troops", "sending troops" },
  { "~send troops", "sender troops", NULL },
  { "~withdraw", "withdrew", "withdrew" },
  { "~deny it", "denied it", "denied it" },
  { "~plan", "planning", "planning" },
  { "~man", "three men", "men" },
  /* slots */
  { "{x:country} will", "<country> will", "<country> will" },
  { "{x:country} will", "<org> will", NULL },
  { "{x:country|org} will", "<org> will", "<org> will" },
  { "{x:place}", "<country>", "<country>" },
  { "{x:place}", "<place>", "<place>" },
  { "{x:country}", "<place>", NULL },
  { "{x:country} will", "<country> and <country> will", "<country> and <country> will" },
  { "{x:country} will", "<country>, <country> and the <country> will", "<country>, <country> and the <country> will" },
  { "{x:country} will", "<country> <country> will", "<country> will" },
  { "{x:country}'s troops", "<country>'s troops", "<country>'s troops" },
  { "to {x:country}", "to the <country>", "to the <country>" },
  { "{a:country} and {b:country}", "<country> and <country>", "<country> and <country>" },
  { "{n:quantity} people", "<quantity>, <quantity> people", "<quantity> people" },
  { "pro-{x:country}", "a pro-<country> party", "pro-<country>" },
  { "{country} troops", "<country> troops", "<country> troops" },
  { "called {x:thing}", "called the Steadfast Defender exercise by some men.", "called the Steadfast Defender exercise by" },
  { "called {x:thing} by", "called the Steadfast Defender exercise by some men.", "called the Steadfast Defender exercise by" },
  { "called {x:thing}", "called so, but", "called so" },
  { "{x:thing} is over", "The war is over", "The war is over" },
  { "{c:colour} flag", "a crimson flag", "crimson flag" },
  { "{colour} flag", "a blue flag", "blue flag" },
  { "{colour}-green", "a blue-green flag", "blue-green" },
  { "{c:colour|country} flag", "a <country> flag", "<country> flag" },
  { "{x:country} {modal} [not] {send} [{count:quantity}] {troops} (to|in|into) {place:country}",
    "<country> will not send troops to <country>.", "<country> will not send troops to <country>" },
  { "{x:country} {modal} [not] {send} [{count:quantity}] {troops} (to|in|into) {place:country}",
    "<country> could deploy <quantity> combat troops into the <country>.",
    "<country> could deploy <quantity> combat troops into the <country>" },
  /* anchors */
  { "^send", "send it", "send" },
  { "^send", "they send it", NULL },
  { "^send", "\"send it", "send" },
  { "^the {x:country}", "the <country>", "the <country>" },
  { "^{x:country}", "The <country> did", "The <country>" },
  { "home$", "They went home.\"", "home" },
  { "home$", "They went home again.", NULL },
  { "^ ... home$", "They went home.", "They went home" },
  { "! {x:country} ruled out", "<country> ruled out", "<country> ruled out" },
  { "? {x:country} is undecided", "<country> is undecided", "<country> is undecided" },
  { "what ?", "So what? they ask", "what?" },
  /* signs touch the word before them */
  { "said ... , who", "said the man there, who", "said the man there, who" },
  { "said ... , who", "said the man there who", NULL },
  { "said ... , who", "said , who", NULL },
  { "said ... ;", "said the man there; who", "said the man there;" },
  { "said ... [,] who", "said the man there, who", "said the man there, who" },
  { "said ... [,] who", "said the man there who", "said the man there who" },
  { "said ... [, however,] who", "said the man, however, who", "said the man, however, who" },
  { "said ... (,|and) who", "said the man, who", "said the man, who" },
  { "said ... (,|and) who", "said the man and who", "said the man and who" },
  { "said ... (,|and) who", "said the manand who", NULL },
  { "{x:country} , which", "<country>, which", "<country>, which" },
  { "{x:country} [(, which|that) is] far", "<country>, which is far", "<country>, which is far" },
  { "{x:country} [(, which|that) is] far", "<country> that is far", "<country> that is far" },
  { "the .com boom", "the .com boom", "the .com boom" },
  /* words in quotation marks */
  { "said {x:quote} twice", "he said \"we will go\" twice", "said \"we will go\" twice" },
  { "said {x:quote} twice", "he said we will go twice", NULL },
  { "{x:quote} he said", "\"We will go,\" he said", "\"We will go,\" he said" },
  { "{x:quote} he said", "\"One,\" she said. \"Two\" he said", "\"Two\" he said" },
  { "{x:quote} [,] he said", "\"Two\", he said", "\"Two\", he said" },
  { "said: {x:quote}", "he said: \"No end", "said: \"No end" },
  { "called {x:quote} now", "called 'don't go' now", "called 'don't go' now" },
  { "called {x:quote} now", "called the boys' game now", NULL },
  { "{x:quote}, says {y:country}", "(\"<country> will go\"), says <country>", NULL },
  { "{x:quote}, says {y:country}", "(\"<country> will go\", says <country>", "\"<country> will go\", says <country>" },
};

static const BlRuleEntry *
only_rule (const BlRuleSet *set)
{
  return bl_rule_entry (bl_rule_set_find (set, "test/rule"));
}

static gboolean
prefilter_lets_pass (const BlRuleSet *set, const char *text)
{
  guint types = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= BL_SHADOW_BASE)
      types |= 1u << ((g_utf8_get_char (at) - BL_SHADOW_BASE) >> BL_SHADOW_TYPE_BITS);
  const BlShadow shadow = { .text = (char *) text, .length = strlen (text), .types = types };
  g_autoptr (BlPrefilterState) state = bl_prefilter_state_new (set->prefilter);
  BlCandidates candidates;
  bl_prefilter_begin (state);
  bl_prefilter_add (state, &shadow, 0);
  bl_prefilter_find (state);
  return bl_prefilter_next (state, &candidates) && candidates.n == 1;
}

static void
test_matches (void)
{
  BlMatcher matcher;
  bl_matcher_init (&matcher);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_phrase (cases[i].phrase, "", &error);
      g_test_message ("%s in %s", cases[i].phrase, cases[i].text);
      g_assert_no_error (error);
      BlPattern *pattern = bl_phrase_pattern (only_rule (set)->phrases[0]);
      g_test_message ("%s", pattern->source);
      g_assert_nonnull (bl_pattern_code (pattern));
      g_autofree char *text = shadow_text (cases[i].text);
      int result = bl_matcher_find (&matcher, pattern, text, strlen (text), 0);
      g_assert_cmpint (result, ==, cases[i].match != NULL);
      if (result == 0)
        continue;
      g_assert_true (prefilter_lets_pass (set, text));
      guint n = 0;
      const gsize *vector = bl_matcher_vector (&matcher, &n);
      g_autofree char *found = g_strndup (text + vector[0], vector[1] - vector[0]);
      /* The code points count the mentions of the whole text, so what stands before the match comes first. */
      const char *place = strstr (cases[i].text, cases[i].match);
      g_autofree char *before = place != NULL ? g_strndup (cases[i].text, (gsize) (place - cases[i].text)) : NULL;
      g_assert_nonnull (before);
      g_autofree char *both = g_strconcat (before, cases[i].match, NULL);
      g_autofree char *expected = shadow_text (both);
      if (!g_str_has_suffix (expected, found))
        g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (vector[1], ==, strlen (expected));
    }
  bl_matcher_clear (&matcher);
}

/* Source size is bounded from above before anything is expanded. */
static void
test_sizes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BlRuleSet) set = load_phrase (cases[i].phrase, "", NULL);
      const BlPhrase *phrase = only_rule (set)->phrases[0];
      g_test_message ("%s", cases[i].phrase);
      g_autoptr (BlArena) arena = bl_arena_new ();
      g_assert_cmpuint (strlen (bl_phrase_pattern (phrase)->source), <=, facts_of (phrase, arena).size + 64);
    }
}

static char *
list_needs (const BlFacts *facts)
{
  GString *text = g_string_new (NULL);
  for (guint n = 0; n < facts->n_needs; n++)
    {
      g_string_append (text, n > 0 ? "; " : "");
      for (guint w = 0; w < facts->needs[n].n_words; w++)
        g_string_append_printf (text, "%s%s", w > 0 ? " " : "", facts->needs[n].words[w]);
      if (facts->needs[n].pairs != NULL)
        g_string_append (text, "~");
      if (facts->needs[n].types != 0)
        g_string_append_printf (text, "%s<%u>", facts->needs[n].n_words > 0 ? " " : "", facts->needs[n].types);
    }
  return g_string_free (text, FALSE);
}

static void
test_needs (void)
{
  static const struct
  {
    const char *phrase;
    const char *needs; /* words of each need, rarest first; types as numbers */
  } table[] = {
    { "peacekeepers to {x:country}", "peacekeepers; to; <2>" },
    { "cease-fire", "cease; fire; -" },
    { "Article Vs., they", "article; vs; they; ," },
    { "[un]armed men", "men" },
    { "(soldiers|ground troops) left", "soldiers ground; left" },
    { "[not] {colour}", "red crimson blue" },
    { "{x:country|org}'s army", "army; s; '; <6>" },
    { "{x:country} (ever|{y:org})", "ever <4>; <2>" },
    { "~send it", "send sends sending sent; it" },
    { "{x:thing} or", "or" },
    { "{x:thing}", "" },
    { "a{x:country}b", "b; a; <2>" },
    { "pro{colour}", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (BlRuleSet) set = load_phrase (table[i].phrase, "", NULL);
      g_autoptr (BlArena) arena = bl_arena_new ();
      const BlFacts facts = facts_of (only_rule (set)->phrases[0], arena);
      g_autofree char *text = list_needs (&facts);
      g_test_message ("%s", table[i].phrase);
      g_assert_cmpstr (text, ==, table[i].needs);
    }
}

/* What a regex needs, as far as it is read; "~" stands for a need of neighbours. */
static void
test_regex_needs (void)
{
  static const struct
  {
    const char *regex;
    const char *needs;
  } table[] = {
    { "%{x:country} [ ] sent [ ] troops \\\\b", "sent; troops; <2>" },
    { "%{x:country} [ ] (?: sent | deploys? ) [ ]", "<2>" },
    { "\\\\b (?: sent | deployed ) [ ] [a-z]+", "sent deployed" },
    { "sent [ ] it [ ] now", "it" }, /* edges may go on: "resent", "nowhere" */
    { "\\\\b sent \\\\b", "sent" },
    { "\\\\b sent? \\\\b", "" },
    { "\\\\b se nt \\\\b", "sent" }, /* blanks mean nothing here */
    { "\\\\b sent \\\\  it \\\\b # it is gone", "sent; it" },
    { "\\\\b sent | came \\\\b", "" },
    { "\\\\b (?:sent|) \\\\b [ ] it [ ]", "it" },
    { "\\\\b (?:sent \\\\b)? [ ] it [ ]", "it" },
    { "\\\\b (?:sent \\\\b){0,2} [ ] it [ ]", "it" },
    { "\\\\b (?:sent \\\\b){1,2} [ ] it [ ]", "sent; it" },
    { "(?=\\\\b sent \\\\b) \\\\w+ [ ] it [ ]", "sent; it" },
    { "(?!\\\\b sent \\\\b) \\\\w+ \\\\s+ it \\\\s", "" },
    { "%{x:country|org}? [ ] it [ ]", "it" },
    { "%{colour} [ ] it [ ]", "it" },
    { "[ ] %{colour} [ ] it [ ]", "red crimson blue; it" },
    { "(?i: \\\\b Sent \\\\b )", "sent" },
    { "(?<what> %{x:org} ) \\\\x{41} \\\\p{Lu}", "~; <4>" },
    { "(?-x: \\\\b sent \\\\b)", "" },
    { "\\\\b sent \\\\b (?R)?", "" },
    { "\\\\b sent \\\\b (*ACCEPT)", "" },
    { "& (?: amp | nbsp ) ;", "~; ~; &; amp nbsp" },
    { "\\\\b [a-z]+ [;:] [A-Z]", "~; ~; : ;" },
    { "\\\\b [a-z]+ [^;:] [A-Z] x [-,]", "~" },
    { "</? (?:p|br) >", "~; ~; ~; <" },
    { "[[:alpha:]] \\\\b sent \\\\b", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_regex (table[i].regex, &error);
      g_assert_no_error (error);
      g_autoptr (BlArena) arena = bl_arena_new ();
      const BlFacts facts = facts_of (only_rule (set)->phrases[0], arena);
      g_autofree char *needs = list_needs (&facts);
      g_test_message ("%s", table[i].regex);
      g_assert_cmpstr (needs, ==, table[i].needs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrases/matches", test_matches);
  g_test_add_func ("/phrases/sizes", test_sizes);
  g_test_add_func ("/phrases/needs", test_needs);
  g_test_add_func ("/phrases/regex-needs", test_regex_needs);
  return g_test_run ();
}
