/* Statements: clauses as frames, their polarity and how the sentence vouches for them. */
#include <string.h>

#include "syntax/statements.h"

static BlSyntax *
shipped (void)
{
  g_autoptr (GError) error = NULL;
  BlSyntax *syntax = bl_syntax_new (BL_RULES_DIR "/lexicon", NULL);
  g_assert_true (bl_syntax_open (syntax, &error));
  g_assert_no_error (error);
  g_assert_true (bl_syntax_open (syntax, NULL));
  return syntax;
}

/* All statements of a sentence, with "; " between; owned by the caller. */
static char *
stated (const BlSyntax *syntax, const char *text)
{
  BlArena *arena = bl_arena_new ();
  BlStatements statements;
  bl_statements_read (&statements, syntax, text, bl_span (0, strlen (text)), arena);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < statements.list->len; i++)
    {
      g_autofree char *one = bl_statement_to_string (&statements, bl_statements_get (&statements, i));
      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", one);
    }
  bl_statements_clear (&statements);
  bl_arena_free (arena);
  return g_string_free (out, FALSE);
}

static void
check_all (const char *const cases[][2], guint n)
{
  g_autoptr (BlSyntax) syntax = shipped ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *got = stated (syntax, cases[i][0]);
      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (got, ==, cases[i][1]);
    }
}

static void
test_slots (void)
{
  static const char *const cases[][2] = {
    { "The court convicted the former minister of fraud on Tuesday.", "(convict s:court o:minister | of:fraud on:tuesday)" },
    { "The driver of the lorry was arrested at the scene.", "(arrest of:lorry o:driver | at:scene)" },
    { "The lorry was hit by the tram.", "(hit s:tram o:lorry)" },
    { "The bridge is open.", "(be s:bridge c:open)" },
    { "The suspect is a member of the party.", "(be s:suspect c:member | of:party)" },
    { "The tribunal overtook its schedule.", "(overtake s:tribunal o:schedule)" },
    { "A hiker is on the hill and is dancing.", "(be s:hiker | on:hill); (dance s:hiker)" },
    { "A man is turning on the light.", "(turn on s:man o:light)" },
    { "The bill, which passed the house last week, was rejected by the senate.",
      "(pass s:bill o:house | -:week) relative; (reject s:senate o:bill)" },
    { "Crossed is a series about smugglers.", "(be s:crossed c:series | about:smuggler)" },
    { "Wounded was the driver.", "(wound) unreal subordinate; (be c:driver)" },
    { "Rell is a South Korean singer.", "(be s:rell c:singer)" },
    { "Tolby [tol (x)] (also Tolbey) is a town.", "(be s:tolby c:town)" },
    { "Dreamer is a film written and directed by Ola Berg.",
      "(be s:dreamer c:film); (write s:berg o:dreamer); (direct s:berg o:dreamer)" },
    { "Kelda is a band that has toured Spain.", "(be s:kelda c:band); (tour s:kelda o:spain)" },
    { "Holt, who resigned, moved abroad.", "(resign s:holt); (move s:holt)" },
    { "The men who resigned have moved abroad.", "(resign s:man) relative; (move s:man)" },
    { "Brandt, a surgeon of note, opened the fair.", "(open s:brandt o:fair); (be s:brandt c:surgeon | of:note)" },
    { "Lost is the biggest party.", "(be s:lost c:party)" },
    { "Harwick, Ohio is a town.", "(be s:harwick c:town)" },
    { "The climber conquered Mount Erebus.", "(conquer s:climber o:erebus)" },
    { "The film was released in May and was a flop.", "(release o:film | in:may); (be s:film c:flop)" },
    { "", "" },
    { "Fog.", "" },
  };
  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_denials (void)
{
  static const char *const cases[][2] = {
    { "The company has never paid the fine.", "not(pay s:company o:fine)" },
    { "Nobody was hurt.", "not(hurt o:nobody)" },
    { "No boat is in the harbour.", "not(be s:boat | in:harbour)" },
    { "There is no boy climbing a rope.", "not(be s:boy) exists; not(climb s:boy o:rope) exists" },
    { "The airline failed to warn passengers.", "(fail s:airline); not(warn s:airline o:passenger)" },
    { "The prosecutor has no evidence.", "not(have s:prosecutor o:evidence)" },
    { "Nobody said nothing.", "(say s:nobody o:nothing) partial" },
    { "Voss has yet to win a cup.", "(have s:voss); not(win s:voss o:cup)" },
    { "Voss has played for Lund but declined to play for Orsa.",
      "(play s:voss | for:lund); (decline s:voss); not(play s:voss | for:orsa)" },
    { "Voss never managed to win a cup.", "not(manage s:voss); not(win s:voss o:cup)" },
    { "The mayor is incapable of running the town.", "(be s:mayor c:incapable); not(run s:mayor o:town)" },
    { "The mayor is not unable to run the town.", "not(be s:mayor c:unable); (run s:mayor o:town) partial" },
    { "The plant produced zero cars.", "not(produce s:plant o:car)" },
    { "The plant isn't going to close.", "not(close s:plant)" },
  };
  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_voices (void)
{
  static const char *const cases[][2] = {
    { "Police said the bridge was closed.", "(say s:police); (close o:bridge) reported" },
    { "The ferry will sail if the wind weakens.", "(sail s:ferry) condition; (weaken s:wind) condition subordinate" },
    { "The union wants to strike.", "(want s:union); (strike s:union) unreal" },
    { "The mine may close.", "(close s:mine) unreal" },
  };
  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_words (void)
{
  g_autoptr (BlWordKinds) kinds = bl_word_kinds_load (BL_RULES_DIR "/lexicon", NULL);
  g_autoptr (BlSyntax) without = shipped ();
  g_assert_false (bl_syntax_opposite (without, "fall", "rise"));
  g_autoptr (BlSyntax) syntax = bl_syntax_new (BL_RULES_DIR "/lexicon", kinds);
  g_assert_true (bl_syntax_open (syntax, NULL));
  g_assert_true (bl_syntax_opposite (syntax, "fall", "rise"));
  g_assert_true (bl_syntax_opposite (syntax, "non-binding", "binding"));
  g_assert_false (bl_syntax_opposite (syntax, "big", "huge"));
  g_assert_true (bl_syntax_opposite (syntax, "open", "closed"));
  g_assert_false (bl_syntax_opposite (syntax, "rise", "rise"));
  g_assert_cmpstr (bl_syntax_same (syntax, "kid"), ==, "child");
  g_assert_cmpstr (bl_syntax_same (syntax, "xylograph"), ==, "xylograph");
  g_assert_true (bl_syntax_has (syntax, BL_WORDS_NEGATORS, "never"));
  g_assert_false (bl_syntax_has (syntax, BL_WORDS_NOBODY, "never"));
}

static void
test_missing_files (void)
{
  g_autoptr (BlSyntax) syntax = bl_syntax_new ("/no/such/folder", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (bl_syntax_open (syntax, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/syntax/statements/slots", test_slots);
  g_test_add_func ("/syntax/statements/denials", test_denials);
  g_test_add_func ("/syntax/statements/voices", test_voices);
  g_test_add_func ("/syntax/statements/words", test_words);
  g_test_add_func ("/syntax/statements/missing-files", test_missing_files);
  return g_test_run ();
}
