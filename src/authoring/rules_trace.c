/* belie rules explain ID --trace FILE:LINE: why a rule says nothing there. */
#include "authoring/rules_verbs.h"
#include "command/command.h"
#include "command/outputs.h"
#include "command/text_place.h"

#include <string.h>

/* Where the sentences of one file stand, seen from the place that was asked for. */
typedef struct
{
  const BlPipeline *pipeline;
  const BlRule *rule;
  BlTextPlace place;
  guint before; /* the last line before and the first after it on which a sentence stands; 0: none */
  guint after;
  guint n_traced;
  GString *out;
} Search;

static void
trace_sentence (Search *search, const BlArticle *article, const BlMentions *mentions, guint sentence)
{
  guint n = 0;
  const BlLocation at = bl_document_locate (article->document, bl_document_sentences (article->document, &n)[sentence].span);
  g_autofree char *text = bl_rule_trace (search->rule, article, mentions, sentence);
  g_string_append_printf (search->out, "%s%s:%u:%u\n%s", search->n_traced > 0 ? "\n" : "", article->id, at.line, at.column,
                          text);
  search->n_traced++;
}

static void
search_article (Search *search, const BlArticle *article)
{
  g_autoptr (BlMentions) mentions = NULL;
  guint n = 0;
  const BlSentence *sentences = bl_document_sentences (article->document, &n);
  for (guint i = 0; i < n; i++)
    {
      const BlLocation at = bl_document_locate (article->document, sentences[i].span);
      if (at.end_line < search->place.line)
        search->before = MAX (search->before, at.end_line);
      else if (at.line > search->place.line)
        search->after = search->after == 0 ? at.line : MIN (search->after, at.line);
      else if (bl_text_place_is_in (&search->place, &at))
        {
          if (mentions == NULL)
            mentions = bl_mentions_find (search->pipeline->finder, article);
          trace_sentence (search, article, mentions, i);
        }
    }
}

static void
search_corpus (Search *search)
{
  for (guint i = 0; i < bl_corpus_n_articles (search->pipeline->corpus); i++)
    search_article (search, bl_corpus_article (search->pipeline->corpus, i));
}

static int
nothing_there (const Search *search)
{
  g_autoptr (GString) near = g_string_new (NULL);
  if (search->before != 0)
    g_string_append_printf (near, "; there is one on line %u", search->before);
  if (search->after != 0)
    g_string_append_printf (near, "%s line %u", search->before != 0 ? " and one on" : "; there is one on", search->after);
  return bl_usage_error ("rules explain", "there is no sentence on line %u of %s%s", search->place.line, search->place.file,
                         near->str);
}

int
bl_rules_trace (const BlRulesRequest *request)
{
  const BlOptions *options = request->options;
  g_auto (BlTextPlace) place = { 0 };
  if (!bl_text_place_parse (&place, request->trace))
    return bl_usage_error ("rules explain", "--trace takes FILE:LINE with a line from 1, not “%s”", request->trace);
  if (!g_file_test (place.file, G_FILE_TEST_EXISTS))
    return bl_usage_error ("rules explain", "--trace: there is no file “%s”", place.file);
  if (g_file_test (place.file, G_FILE_TEST_IS_DIR))
    return bl_usage_error ("rules explain", "--trace takes an article, “%s” is a folder", place.file);

  g_autoptr (BlPipeline) pipeline = bl_pipeline_new ();
  g_autoptr (GError) error = NULL;
  char *paths[] = { place.file, NULL };
  if (!bl_pipeline_load (pipeline, paths, &options->pipeline, &error))
    return bl_outputs_failure ("rules explain", pipeline->problems, error);
  const BlRule *rule = bl_rules_find (pipeline, request->words[0]);
  if (rule == NULL)
    return BL_EXIT_USAGE;

  g_autoptr (GString) out = g_string_new (NULL);
  Search search = { .pipeline = pipeline, .rule = rule, .place = place, .out = out };
  search_corpus (&search);
  if (search.n_traced == 0 && place.column != 0)
    {
      search.place.column = 0;
      search_corpus (&search);
    }
  bl_outputs_problems (pipeline->problems, options->quiet);
  if (search.n_traced == 0)
    return nothing_there (&search);
  if (!bl_print (out->str, out->len) || bl_problems_any_partial (pipeline->problems))
    return BL_EXIT_PARTIAL;
  return BL_EXIT_CLEAN;
}
