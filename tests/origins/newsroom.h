/* What the tests of origins and of the rooms above share: the shipped data, and a handful of articles read with it. */
#pragma once

#include <string.h>

#include "origins/origins.h"
#include "readers/extract.h"
#include "syntax/syntax.h"
#include "text/word_kinds.h"

typedef struct
{
  BlProblems *problems;
  BlTextLexicon *lexicon;
  BlKnowledge *kb;
  BlMentionFinder *finder;
  BlRuleSet *rules;
  BlCues *cues;
  BlWordKinds *kinds;
  BlSyntax *syntax;
} Newsroom;

static inline void
newsroom_open (Newsroom *room)
{
  g_autoptr (GError) error = NULL;
  room->problems = bl_problems_new ();
  room->lexicon = bl_text_lexicon_load (BL_RULES_DIR "/lexicon/text.json", &error);
  g_assert_no_error (error);
  room->kb = bl_knowledge_load ((const char *const[]){ BL_RULES_DIR "/knowledge", NULL }, room->problems, &error);
  g_assert_no_error (error);
  room->finder = bl_mention_finder_new (room->kb, BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  room->rules = bl_rule_set_load ((const char *const[]){ BL_RULES_DIR "/packs", NULL }, room->problems, &error);
  g_assert_no_error (error);
  room->cues = bl_cues_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  room->kinds = bl_word_kinds_load (BL_RULES_DIR "/lexicon", &error);
  g_assert_no_error (error);
  room->syntax = bl_syntax_new (BL_RULES_DIR "/lexicon", room->kinds);
}

static inline void
newsroom_close (Newsroom *room)
{
  bl_syntax_free (room->syntax);
  bl_word_kinds_free (room->kinds);
  bl_cues_free (room->cues);
  bl_rule_set_free (room->rules);
  bl_mention_finder_free (room->finder);
  bl_knowledge_free (room->kb);
  bl_text_lexicon_free (room->lexicon);
  bl_problems_free (room->problems);
}

static inline BlArticleClaims *
newsroom_read (const Newsroom *room, const BlArticle *article)
{
  const BlClaimContext context
      = { .kb = room->kb, .finder = room->finder, .rules = room->rules, .cues = room->cues, .problems = room->problems };
  g_autoptr (BlScanner) scanner = bl_scanner_new (room->rules);
  return bl_claims_extract (&context, scanner, article);
}

#define MAX_ARTICLES 16

/* Articles in the order of their index, "0.txt" first. It must not move: claims point into it. */
typedef struct
{
  BlSource sources[MAX_ARTICLES];
  BlArticle articles[MAX_ARTICLES];
  char ids[MAX_ARTICLES][8];
  guint n, n_sources;
  GPtrArray *siblings; /* of BlSource */
  GPtrArray *claims;   /* of BlArticleClaims */
} Edition;

static inline const BlSource *
edition_source (Edition *edition, const char *name)
{
  for (guint i = 0; i < edition->n_sources; i++)
    if (strcmp (edition->sources[i].id, name) == 0)
      return &edition->sources[i];
  BlSource *source = &edition->sources[edition->n_sources];
  if (edition->siblings == NULL)
    edition->siblings = g_ptr_array_new ();
  *source = (BlSource){ .id = (char *) name,
                        .name = (char *) name,
                        .kind = (char *) "test",
                        .index = edition->n_sources++,
                        .siblings = edition->siblings };
  g_ptr_array_add (edition->siblings, source);
  return source;
}

/* source is borrowed; date is "" when unknown. */
static inline const BlArticle *
edition_add (Edition *edition, const Newsroom *room, const char *source, const char *date, const char *text)
{
  const guint n = edition->n++;
  g_assert_cmpuint (n, <, MAX_ARTICLES);
  if (edition->claims == NULL)
    edition->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  g_snprintf (edition->ids[n], sizeof edition->ids[n], "%u.txt", n);
  BlArticle *article = &edition->articles[n];
  *article = (BlArticle){ .id = edition->ids[n],
                          .path = edition->ids[n],
                          .language = (char *) "en",
                          .source = edition_source (edition, source),
                          .index = n };
  bl_date_parse (date, &article->published);
  article->document = bl_document_new (room->lexicon, g_strdup (text), strlen (text), NULL, 0, NULL, NULL, 0);
  g_ptr_array_add (edition->claims, newsroom_read (room, article));
  return article;
}

static inline void
edition_clear (Edition *edition)
{
  g_clear_pointer (&edition->claims, g_ptr_array_unref);
  g_clear_pointer (&edition->siblings, g_ptr_array_unref);
  for (guint i = 0; i < edition->n; i++)
    bl_document_free ((BlDocument *) edition->articles[i].document);
  memset (edition, 0, sizeof *edition);
}
