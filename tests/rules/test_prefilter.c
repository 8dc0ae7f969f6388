/* The prefilter loses no match: what is found with it, by each backend, is what is found when every phrase is asked about every
 * sentence. Over texts and rules made at random, over what ships, and at the edges of words. */
#include <string.h>

#include "rule_sets.h"
#include "rules/word_table.h"
#include "shipped_finder.h"

/* --- what was found ---------------------------------------------------------------------------------------------- */
static void
list_match (const BlMatch *match, gpointer user_data)
{
  GString *text = user_data;
  g_string_append_printf (text, "%s %u %d %u %u-%u", match->rule->id, match->phrase, match->negate, match->sentence,
                          match->span.start, match->span.end);
  for (guint i = 0; i < match->n_captures; i++)
    g_string_append_printf (text, " %s=%u-%u/%u", match->captures[i].name, match->captures[i].span.start,
                            match->captures[i].span.end, match->captures[i].n_mentions);
  g_string_append_c (text, '\n');
}

static char *
scan (const BlRuleSet *set, const BlArticle *article, const BlMentions *mentions, guint64 *asked)
{
  GString *text = g_string_new (NULL);
  guint64 matched = 0;
  g_autoptr (BlScanner) scanner = bl_scanner_new (set);
  bl_scanner_run (scanner, article, mentions, NULL, list_match, text);
  bl_scanner_counts (scanner, asked, &matched);
  return g_string_free (text, FALSE);
}

/* Every phrase asked about every sentence. */
static char *
scan_open (BlRuleSet *set, const BlArticle *article, const BlMentions *mentions)
{
  guint64 asked = 0;
  BlPrefilter *own = set->prefilter;
  set->prefilter = bl_prefilter_new_open (set->phrases->len);
  char *found = scan (set, article, mentions, &asked);
  bl_prefilter_free (set->prefilter);
  set->prefilter = own;
  return found;
}

/* Asserts that all backends find the same, ask as often, and miss nothing. Returns how many matches there are. */
static guint
check_backends (BlRuleSet *set, const BlArticle *article, const BlMentions *mentions)
{
  g_autofree char *expected = scan_open (set, article, mentions);
  guint64 asked_first = 0;
  for (guint i = 0; bl_prefilter_names ()[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      guint64 asked = 0;
      g_assert_true (bl_rule_set_use_prefilter (set, bl_prefilter_names ()[i], &error));
      g_assert_no_error (error);
      g_assert_cmpstr (bl_rule_set_prefilter (set), ==, bl_prefilter_names ()[i]);
      g_autofree char *found = scan (set, article, mentions, &asked);
      g_assert_cmpstr (found, ==, expected);
      asked_first = i == 0 ? asked : asked_first;
      g_assert_cmpuint (asked, ==, asked_first);
    }
  guint n = 0;
  for (const char *at = expected; *at != '\0'; at++)
    n += *at == '\n';
  return n;
}

static guint
check_text (BlRuleSet *set, const char *text)
{
  BlArticle *article = bl_rule_test_article (lexicon, text);
  BlMentions *mentions = bl_mentions_find (finder, article);
  guint n = check_backends (set, article, mentions);
  bl_mentions_free (mentions);
  bl_rule_test_article_free (article);
  return n;
}

/* --- at random --------------------------------------------------------------------------------------------------- */
static const char *const syllables[]
    = { "za", "łv", "ille", "ra", "tor", "ö", "ß", "é", "ки", "їв", "S", "K", "Ł", "x_9", "ſ", "Ω" };
static const char *const plain[] = { "the", "will", "not", "send", "troops", "quota", "salt", "mine", "of", "in", "said" };
static const char *const names[]
    = { "Poland", "NATO", "Ukraine's", "Angela Merkel", "$5 million", "3 May 2022", "500 soldiers" };
static const char *const signs[] = { ",", ";", " -", "?", "’s", "”", "“", "…", ":", "-", "!", "." };

#define PICK(rand, list) (list)[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

/* Few syllables, so that words of rules and of texts meet often. */
static void
add_word (GRand *rand, GString *text)
{
  if (g_rand_int_range (rand, 0, 3) > 0)
    {
      g_string_append (text, PICK (rand, plain));
      return;
    }
  for (gint n = g_rand_int_range (rand, 1, 3); n > 0; n--)
    g_string_append (text, PICK (rand, syllables));
}

static char *
random_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  for (gint s = g_rand_int_range (rand, 1, 30); s > 0; s--)
    {
      for (gint w = g_rand_int_range (rand, 1, 25); w > 0; w--)
        {
          if (g_rand_int_range (rand, 0, 6) == 0)
            g_string_append (text, PICK (rand, names));
          else
            add_word (rand, text);
          if (g_rand_int_range (rand, 0, 4) == 0)
            g_string_append (text, PICK (rand, signs));
          if (g_rand_int_range (rand, 0, 12) > 0)
            g_string_append_c (text, ' ');
        }
      g_string_append (text, g_rand_boolean (rand) ? ". The " : "?\n\n");
    }
  return g_string_free (text, FALSE);
}

static void
add_phrase (GRand *rand, GString *pack)
{
  static const char *const odd[]
      = { "{x:country}", "{y:country|org}", "{z:quantity}", "[not]", "(will|may|ille)", "{colour}", "...", "salt-mine" };
  g_string_append_c (pack, '"');
  for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    {
      if (g_rand_int_range (rand, 0, 3) == 0)
        g_string_append (pack, PICK (rand, odd));
      else
        add_word (rand, pack);
      g_string_append (pack, n > 1 ? " " : "");
    }
  g_string_append_c (pack, '"');
}

static void
add_rule (GRand *rand, GString *pack, guint number)
{
  static const char *const more[] = { "", "", ", \"case\": true", ", \"scope\": \"not-question\"", ", \"unless\": \"quota\"" };
  static const char *const regexes[] = { "[a-z][A-Z]", "łv.*troops", "(?: salt | quota ) [^a-z]", "[,;][ ]*[a-z]" };
  g_string_append_printf (
      pack, "%s{ \"id\": \"test/r%u\", \"title\": \"t\", \"report\": { \"finding\": \"text/test\", \"message\": \"m\" }, ",
      number > 0 ? ",\n" : "", number);
  if (g_rand_int_range (rand, 0, 12) == 0)
    {
      g_string_append_printf (pack, "\"regex\": [\"%s\"], \"regex_why\": \"w\" }", PICK (rand, regexes));
      return;
    }
  g_string_append (pack, "\"phrases\": [");
  add_phrase (rand, pack);
  if (g_rand_boolean (rand))
    {
      g_string_append (pack, ", ");
      add_phrase (rand, pack);
    }
  g_string_append_printf (pack, "]%s }", PICK (rand, more));
}

/* NULL when a rule is one that the language refuses. */
static BlRuleSet *
random_rules (GRand *rand)
{
  g_autoptr (GString) pack
      = g_string_new ("{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"any\": [\"the\", "
                      "\"quota\", \"Kłv\", \"sending of\"] } }, \"rules\": [");
  guint n = (guint) g_rand_int_range (rand, 1, 12);
  for (guint i = 0; i < n; i++)
    add_rule (rand, pack, i);
  g_string_append (pack, "] }");
  return load_text (pack->str, pack->len, NULL, NULL);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220330);
  guint n_sets = 0;
  guint n_matches = 0;
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (BlRuleSet) set = random_rules (rand);
      g_autofree char *text = random_text (rand);
      if (set == NULL)
        continue;
      n_sets++;
      n_matches += check_text (set, text);
    }
  g_test_message ("%u rule sets, %u matches", n_sets, n_matches);
  g_assert_cmpuint (n_sets, >, 100);
  g_assert_cmpuint (n_matches, >, 500);
}

/* --- order and distance ------------------------------------------------------------------------------------------ */
/* Of few words, so that many sentences have all words of a phrase, mostly in another order or farther from each other. */
static void
add_part (GRand *rand, GString *phrase, guint depth)
{
  static const char *const parts[] = { "send",
                                       "troops",
                                       "quota",
                                       "salt-mine",
                                       "not",
                                       "send",
                                       "troops",
                                       "{x:country}",
                                       "{y:country|org}",
                                       "{z:quantity}",
                                       "{p:person|quantity}",
                                       "{w:thing}",
                                       "{q:quote}",
                                       "{colour}",
                                       "{sent}",
                                       "{k:country|sent}",
                                       "~send",
                                       "[not]",
                                       "[the quota of]",
                                       "[{country}]",
                                       "[not ...2 quota]" };
  const gint kind = g_rand_int_range (rand, 0, depth > 0 ? 14 : 10);
  if (kind < 10)
    g_string_append (phrase, PICK (rand, parts));
  else
    {
      g_string_append (phrase, kind < 12 ? "(" : "[");
      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        {
          for (gint k = g_rand_int_range (rand, 1, 4); k > 0; k--)
            {
              add_part (rand, phrase, depth - 1);
              g_string_append (phrase, k > 1 ? " " : "");
            }
          g_string_append (phrase, n > 1 ? "|" : "");
        }
      g_string_append (phrase, kind < 12 ? ")" : "]");
    }
}

static BlRuleSet *
random_order (GRand *rand)
{
  static const char *const gaps[] = { " ", " ", " ", " ", " ... ", " ...1 ", " ...3 ", ", ", " , ", "" };
  g_autoptr (GString) phrase = g_string_new (g_rand_int_range (rand, 0, 6) == 0 ? "^ " : "");
  for (gint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    {
      add_part (rand, phrase, 2);
      g_string_append (phrase, n > 1 ? PICK (rand, gaps) : "");
    }
  g_string_append (phrase, g_rand_int_range (rand, 0, 6) == 0 ? " $" : "");
  g_autofree char *pack = g_strdup_printf (
      "{ \"format\": 1, \"pack\": \"test\", \"fragments\": { \"colour\": { \"any\": [\"the\", \"quota\", \", not\", \"salt of "
      "[the] mine\"] }, \"sent\": { \"any\": [\"send troops\", \"troops ...2 not send\", \"troops be sent\"] } }, \"rules\": [ "
      "{ "
      "\"id\": \"test/r\", \"title\": \"t\", \"report\": { \"finding\": \"text/test\", \"message\": \"m\" }, \"phrases\": "
      "[\"%s\"] } ] }",
      phrase->str);
  return load_text (pack, strlen (pack), NULL, NULL);
}

static char *
random_sentences (GRand *rand)
{
  static const char *const words[] = { "send",
                                       "sent",
                                       "troops",
                                       "quota",
                                       "salt-mine",
                                       "salt",
                                       "not",
                                       "the",
                                       "of",
                                       "mine",
                                       "be",
                                       "Poland",
                                       "NATO",
                                       "500 soldiers",
                                       "Angela Merkel",
                                       "Poland, France and the Germany",
                                       "NATO as well as the Poland",
                                       "“send troops”",
                                       "“quota”",
                                       "(not)" };
  static const char *const between[] = { " ", " ", " ", " ", " ", " ", ", ", "-", "" };
  GString *text = g_string_new (NULL);
  for (gint s = g_rand_int_range (rand, 5, 40); s > 0; s--)
    {
      /* a long sentence now and then: past the places that are looked at */
      const gint longest = g_rand_int_range (rand, 0, 40) == 0 ? 250 : 16;
      for (gint w = g_rand_int_range (rand, 1, longest); w > 0; w--)
        {
          g_string_append (text, PICK (rand, words));
          g_string_append (text, PICK (rand, between));
        }
      g_string_append (text, ".\n\n");
    }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20221024);
  guint n_sets = 0;
  guint n_matches = 0;
  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (BlRuleSet) set = random_order (rand);
      if (set == NULL)
        continue;
      g_autofree char *text = random_sentences (rand);
      n_sets++;
      n_matches += check_text (set, text);
    }
  g_test_message ("%u rule sets, %u matches", n_sets, n_matches);
  g_assert_cmpuint (n_sets, >, 300);
  g_assert_cmpuint (n_matches, >, 1000);
}

/* Texts at the ends of what a phrase allows. */
static void
test_distances (void)
{
  static const struct
  {
    const char *phrase;
    const char *text;
    guint n;
  } table[] = {
    { "salt [not] quota", "They had salt not quota.", 1 },
    { "salt [not the] quota", "They had salt not the quota.", 1 },
    { "salt [not] [the] quota", "They had salt not the quota.", 1 },
    { "[the] salt quota", "They had the salt quota.", 1 },
    { "(mine|[not] [very] salt) quota", "They had not salt quota.", 1 },
    { "salt ...2 quota", "They had salt and no quota.", 1 },
    { "salt {w:thing} quota", "They had salt one two three four five quota.", 1 },
    { "salt {q:quote} quota", "They had salt “one two three four five six seven” quota.", 1 },
    { "salt , quota", "They had salt, quota.", 1 },
    { "salt {x:country} quota", "They had salt the Poland quota.", 1 },
    { "salt {x:country} quota", "They had salt Poland, Germany, the France as well as the Ukraine quota.", 1 },
    { "salt {x:country} ...1 quota", "They had salt Poland as well as the Ukraine in quota.", 1 },
    { "salt {x:country|colour} quota", "They had salt red quota, salt Poland and Germany quota.", 2 },
    { "(salt quota|quota ...3 salt)", "They had salt quota. They had quota one two three salt.", 2 },
    { "^ salt quota", "“(Salt quota” they had.", 1 },
    { "salt quota $", "They had (the “salt quota”).", 1 },
    { "^ salt {w:thing} quota $", "“Salt one two three four five quota!”", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_phrase (table[i].phrase, "", &error);
      g_assert_no_error (error);
      const guint n = check_text (set, table[i].text);
      if (n != table[i].n)
        {
          g_test_message ("“%s” in “%s”: %u matches, not %u", table[i].phrase, table[i].text, n, table[i].n);
          g_test_fail ();
        }
    }
}

/* --- what ships -------------------------------------------------------------------------------------------------- */
static void
test_shipped (void)
{
  const char *const packs[] = { BL_RULES_DIR "/packs", NULL };
  const char *const folder[] = { BL_SOURCE_DIR "/corpus", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BlProblems) problems = bl_problems_new ();
  g_autoptr (BlRuleSet) set = bl_rule_set_load (packs, NULL, &error);
  g_assert_no_error (error);
  const BlCorpusOptions options = { .lexicon = lexicon, .problems = problems, .jobs = 1 };
  BlCorpus *corpus = bl_corpus_load (folder, &options, &error);
  g_assert_no_error (error);
  guint n_matches = 0;
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    {
      const BlArticle *article = bl_corpus_article (corpus, i);
      g_autoptr (BlMentions) mentions = bl_mentions_find (finder, article);
      n_matches += check_backends (set, article, mentions);
    }
  g_assert_cmpuint (n_matches, >, 50);
  bl_corpus_free (corpus);
}

/* --- edges of words ---------------------------------------------------------------------------------------------- */
static void
test_edges (void)
{
  static const struct
  {
    const char *phrase;
    const char *more;
    const char *text;
    guint n;
  } table[] = {
    { "Łville", "", "They saw Załville.", 0 },
    { "Łville", "", "They saw Łvillex.", 0 },
    { "Łville", "", "They saw Łvilleß.", 0 },
    { "Łville", "", "They saw Łville_9.", 0 },
    { "Łville", "", "Łville saw Łville", 2 },
    { "Łville", "", "They saw “Łville”, (Łville), 'Łville'.", 3 },
    { "Łville", "", "They saw Łville-Nord and Nord-Łville.", 2 },
    { "Łville", "", "They saw Łville’s mine and Łville's.", 2 },
    { "Łville", "", "They saw ŁVILLE and łville.", 2 },
    { "Łville", ", \"case\": true", "They saw ŁVILLE and łville.", 0 },
    { "Łville", ", \"case\": true", "They saw Łville and łville.", 1 },
    { "Київ", "", "Вони бачили Київ.", 1 },
    { "Київ", "", "Вони бачили київ, КИЇВ і “Київ”.", 3 },
    { "Київ", "", "Вони бачили Київський округ.", 0 },
    { "Київ", "", "Вони бачили Закиїв.", 0 },
    { "café", "", "They saw the cafe\xcc\x81 and a CAFE\xcc\x81.", 2 }, /* é from two characters */
    { "cafe", "", "They saw the cafe\xcc\x81.", 0 },
    { "salt", "", "They saw salt\xcc\x82.", 0 }, /* a circumflex on t, as no single character has it */
    { "salt", "", "They saw x\xcc\x82salt.", 0 },
    { "kelvin", "",
      "They saw \xe2\x84\xaa"
      "elvin.",
      1 },                                            /* the Kelvin sign */
    { "first", "", "They saw the fir\xc5\xbft.", 1 }, /* the long s */
    { "Straße", "", "They saw a STRAßE.", 1 },
    { "ὀδός", "", "They saw ὈΔΌΣ.", 1 }, /* one sigma at the end of a word, another inside */
    { "salt-mine", "", "They saw a salt-mine, no salt mine.", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlRuleSet) set = load_phrase (table[i].phrase, table[i].more, &error);
      g_assert_no_error (error);
      guint n = check_text (set, table[i].text);
      if (n != table[i].n)
        {
          g_test_message ("“%s” in “%s”: %u matches, not %u", table[i].phrase, table[i].text, n, table[i].n);
          g_test_fail ();
        }
    }
}

/* --- words of a text --------------------------------------------------------------------------------------------- */
static void
check_words (const BlLetters *letters, const char *text)
{
  g_autoptr (BlArena) arena = bl_arena_new ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  bl_literal_words (text, FALSE, FALSE, arena, words);

  g_autoptr (GString) folded = g_string_new (NULL);
  bl_letters_fold (letters, text, strlen (text), folded);
  const gsize length = folded->len;
  g_string_set_size (folded, length + BL_WORD_SLACK);
  memset (folded->str + length, 'x', BL_WORD_SLACK); /* behind the end a letter does not matter */
  BlWordCursor cursor = bl_word_cursor (letters, TRUE, folded->str, length);
  for (guint i = 0; i < words->len; i++)
    {
      g_assert_true (bl_word_next (&cursor));
      g_autofree char *word = g_strndup (cursor.word, cursor.length);
      g_assert_cmpstr (word, ==, g_ptr_array_index (words, i));
    }
  g_assert_false (bl_word_next (&cursor));
}

/* 64 bytes at a time reads what one character at a time reads, wherever the chunks end. */
static void
test_words (void)
{
  static const char *const parts[] = { "a",
                                       "Bc",
                                       " ",
                                       "  ",
                                       "-",
                                       "_",
                                       "9",
                                       "Ł",
                                       "ї",
                                       "ß",
                                       "\xe2\x84\xaa",
                                       "ｗ",
                                       "\xf0\x90\x90\x80",
                                       "\xf3\xb0\x80\x81",
                                       ".",
                                       "\"",
                                       "\xcc\x81",
                                       "internationalisation",
                                       "Ⱥ",
                                       "~",
                                       "`",
                                       "@",
                                       "[" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  BlLetters letters;
  bl_letters_init (&letters);
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const gint letters_more = g_rand_int_range (rand, 1, 5);
      for (gint n = g_rand_int_range (rand, 0, 120); n > 0; n--)
        g_string_append (text, g_rand_int_range (rand, 0, letters_more) > 0 ? "a" : PICK (rand, parts));
      check_words (&letters, text->str);
    }
}

static void
test_names (void)
{
  g_autoptr (BlRuleSet) set = load_phrase ("the red", "", NULL);
  g_autoptr (GError) error = NULL;
  g_assert_true (g_strv_contains (bl_prefilter_names (), "hash"));
  g_assert_cmpstr (bl_rule_set_prefilter (set), ==, "hash");
  g_assert_false (bl_rule_set_use_prefilter (set, "guess", &error));
  g_assert_error (error, BL_RULES_ERROR, BL_RULES_ERROR_PREFILTER);
  g_assert_nonnull (strstr (error->message, "hash"));
  g_assert_cmpstr (bl_rule_set_prefilter (set), ==, "hash");
  const guint64 sizes[] = { 0, 10000, G_MAXUINT64 / 2 };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_true (g_strv_contains (bl_prefilter_names (), bl_rule_set_advise_prefilter (set, sizes[i])));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  load_finder ();
  g_test_add_func ("/prefilter/names", test_names);
  g_test_add_func ("/prefilter/words", test_words);
  g_test_add_func ("/prefilter/edges", test_edges);
  g_test_add_func ("/prefilter/random", test_random);
  g_test_add_func ("/prefilter/order", test_order);
  g_test_add_func ("/prefilter/distances", test_distances);
  g_test_add_func ("/prefilter/shipped", test_shipped);
  return run_with_finder ();
}
