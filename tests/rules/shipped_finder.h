/* What ships of lexicons and knowledge, for tests that need mentions. */
#pragma once

#include "rules/set.h"

static BlTextLexicon *lexicon;
static BlKnowledge *kb;
static BlMentionFinder *finder;

static inline void
load_finder (void)
{
  g_autoptr (GError) error = NULL;
  const char *const knowledge[] = { BL_RULES_DIR "/knowledge", NULL };
  lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  kb = bl_knowledge_load (knowledge, NULL, &error);
  g_assert_no_error (error);
  finder = bl_mention_finder_new (kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
}

/* Runs the tests, and frees what load_finder() made. */
static inline int
run_with_finder (void)
{
  const int result = g_test_run ();
  bl_mention_finder_free (finder);
  bl_knowledge_free (kb);
  bl_text_lexicon_free (lexicon);
  return result;
}
