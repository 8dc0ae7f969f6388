/* What the tests of the corpus room share: loading a folder, and its articles and problems as lines of text. */
#pragma once

#include "corpus/corpus.h"

/* The shipped lexicon, read once a test program. */
static inline const BlTextLexicon *
test_lexicon (void)
{
  static BlTextLexicon *lexicon = NULL;
  if (lexicon == NULL)
    {
      g_autoptr (GError) error = NULL;
      lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
      g_assert_no_error (error);
    }
  return lexicon;
}

static inline BlCorpus *
test_load_all (const char *const *paths, guint jobs, BlProblems *problems, GError **error)
{
  const BlCorpusOptions options = { .lexicon = test_lexicon (), .problems = problems, .jobs = jobs };
  return bl_corpus_load (paths, &options, error);
}

static inline BlCorpus *
test_load (const char *path, BlProblems *problems)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { path, NULL };
  BlCorpus *corpus = test_load_all (paths, 2, problems, &error);
  g_assert_no_error (error);
  return corpus;
}

/* One line each, with prefix (and the slash after it) taken from the file names. */
static inline char *
test_problems (BlProblems *problems, const char *prefix)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *list = bl_problems_list (problems);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      g_autofree char *line = bl_problem_format (problem);
      const char *shown = g_str_has_prefix (line, prefix) ? line + strlen (prefix) : line;
      g_string_append_printf (text, "%s %s\n", problem->level == BL_PROBLEM_PARTIAL ? "partial" : "note",
                              shown[0] == '/' ? shown + 1 : shown);
    }
  return g_string_free (text, FALSE);
}

static inline const BlArticle *
test_article (const BlCorpus *corpus, const char *id)
{
  for (guint i = 0; i < bl_corpus_n_articles (corpus); i++)
    if (strcmp (bl_corpus_article (corpus, i)->id, id) == 0)
      return bl_corpus_article (corpus, i);
  g_error ("no article “%s”", id);
}

/* Fails unless text holds part. */
#define test_assert_contains(text, part)                                                                                       \
  G_STMT_START                                                                                                                 \
  {                                                                                                                            \
    if (strstr ((text), (part)) == NULL)                                                                                       \
      g_error ("%s:%d: no “%s” in:\n%s", __FILE__, __LINE__, (part), (text));                                                  \
  }                                                                                                                            \
  G_STMT_END
