#include "pairs/text_pair.h"

#include "pairs/pair_relation.h"
#include "readers/extract.h"

#include <string.h>

/* The two sources. Nobody's: they are known by the place of their text alone. */
static BlSource sources[BL_PAIR_TEXTS] = {
  { .id = (char *) "a", .name = (char *) "text a", .kind = (char *) "unknown", .index = BL_PAIR_A },
  { .id = (char *) "b", .name = (char *) "text b", .kind = (char *) "unknown", .index = BL_PAIR_B },
};

/* One line is running text, not the headline of nothing; of more the text room knows better what each is. */
static BlDocument *
make_document (const BlTextLexicon *lexicon, const char *text)
{
  const gsize length = strlen (text);
  const BlBlockHint line = { .span = bl_span (0, length), .kind = BL_BLOCK_PARAGRAPH };
  const gboolean one_line = length > 0 && strchr (text, '\n') == NULL;
  return bl_document_new (lexicon, g_strndup (text, length), length, NULL, 0, NULL, &line, one_line ? 1 : 0);
}

static BlArticle *
make_article (const BlPipeline *pipeline, const BlPairTexts *texts, guint index)
{
  BlArticle *article = g_new0 (BlArticle, 1);
  article->source = &sources[index];
  article->id = g_strdup (sources[index].id);
  article->path = g_strdup (sources[index].id);
  article->file = g_strdup (sources[index].id);
  article->language = g_strdup ("en");
  article->published = texts->day;
  article->index = index;
  article->document = make_document (pipeline->text_lexicon, texts->texts[index]);
  return article;
}

BlTextPair *
bl_text_pair_new (const BlPipeline *pipeline, const BlPipelineOptions *options, BlScanner *scanner, const BlPairTexts *texts)
{
  BlTextPair *pair = g_new0 (BlTextPair, 1);
  pair->problems = bl_problems_new ();
  BlClaimContext context = bl_pipeline_claim_context (pipeline);
  context.problems = pair->problems;
  pair->article_claims = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_claims_free);
  for (guint i = 0; i < BL_PAIR_TEXTS; i++)
    {
      pair->articles[i] = make_article (pipeline, texts, i);
      g_ptr_array_add (pair->article_claims, bl_claims_extract (&context, scanner, pair->articles[i]));
    }
  pair->origins = bl_origins_find (pair->article_claims);
  BlCompareInput input = bl_pipeline_compare_input (pipeline);
  input.article_claims = pair->article_claims;
  input.origins = pair->origins;
  input.one_event = TRUE;
  input.keep_related = TRUE;
  input.log = texts->log;
  pair->comparisons = bl_compare (&input);
  const BlFindingFilter filter = bl_pipeline_filter (options);
  pair->findings = bl_findings_new (pair->comparisons, &filter);
  return pair;
}

void
bl_text_pair_free (BlTextPair *pair)
{
  if (pair == NULL)
    return;
  bl_findings_free (pair->findings);
  bl_comparisons_free (pair->comparisons);
  bl_origins_free (pair->origins);
  g_ptr_array_unref (pair->article_claims);
  for (guint i = 0; i < BL_PAIR_TEXTS; i++)
    bl_article_free (pair->articles[i]);
  bl_problems_free (pair->problems);
  g_free (pair);
}

static gboolean
is_across (gconstpointer sides G_GNUC_UNUSED, const BlPlace *x, const BlPlace *y)
{
  return x->article != y->article;
}

BlRelation
bl_text_pair_relation (const BlTextPair *pair)
{
  return bl_pair_relation (pair->findings, pair->comparisons, is_across, NULL);
}
