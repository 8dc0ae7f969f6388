/* Stages that need no rules: reading bytes, documents, mentions. */
#include "bench/bench.h"

#include <string.h>

#include "mentions/shadow.h"

static BlMentions *
mentions_of (const BlBenchTexts *texts, guint index)
{
  return bl_mentions_find (texts->finder, bl_corpus_article (texts->corpus, index));
}

static void
find_mentions (BlBenchTexts *texts)
{
  texts->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_mentions_free);
  for (guint i = 0; i < bl_corpus_n_articles (texts->corpus); i++)
    {
      const BlDocument *document = bl_corpus_article (texts->corpus, i)->document;
      gsize length = 0;
      guint n = 0;
      bl_document_text (document, &length);
      bl_document_sentences (document, &n);
      texts->n_bytes += length;
      texts->n_sentences += n;
      g_ptr_array_add (texts->mentions, mentions_of (texts, i));
    }
}

gboolean
bl_bench_texts_load (BlBenchTexts *texts, char **corpus, GError **error)
{
  const char *data = g_getenv ("BELIE_DATA");
  texts->data_dir = g_strdup (data != NULL ? data : BL_SOURCE_DIR "/rules");
  texts->problems = bl_problems_new ();
  g_autofree char *cues = g_build_filename (texts->data_dir, "lexicon", "text.json", NULL);
  g_autofree char *lexicon = g_build_filename (texts->data_dir, "lexicon", NULL);
  g_autofree char *knowledge = g_build_filename (texts->data_dir, "knowledge", NULL);
  const char *const bases[] = { knowledge, NULL };
  texts->lexicon = bl_text_lexicon_load (cues, error);
  if (texts->lexicon == NULL)
    return FALSE;
  texts->kb = bl_knowledge_load (bases, texts->problems, error);
  if (texts->kb == NULL)
    return FALSE;
  texts->finder = bl_mention_finder_new (texts->kb, lexicon, error);
  if (texts->finder == NULL)
    return FALSE;
  const BlCorpusOptions options = { .lexicon = texts->lexicon, .problems = texts->problems };
  texts->corpus = bl_corpus_load ((const char *const *) corpus, &options, error);
  if (texts->corpus == NULL)
    return FALSE;
  find_mentions (texts);
  return TRUE;
}

void
bl_bench_texts_clear (BlBenchTexts *texts)
{
  g_clear_pointer (&texts->mentions, g_ptr_array_unref);
  g_clear_pointer (&texts->corpus, bl_corpus_free);
  g_clear_pointer (&texts->finder, bl_mention_finder_free);
  g_clear_pointer (&texts->kb, bl_knowledge_free);
  g_clear_pointer (&texts->lexicon, bl_text_lexicon_free);
  g_clear_pointer (&texts->problems, bl_problems_free);
  g_clear_pointer (&texts->data_dir, g_free);
}

/* --- passes --------------------------------------------------------------------------------------------------------- */
typedef struct
{
  const BlBenchTexts *texts;
  gsize found; /* kept, so that no pass can be left out by the compiler */
} Passes;

/* The yardstick: a byte that stands in no text. */
static void
pass_memchr (gpointer data)
{
  Passes *passes = data;
  for (guint i = 0; i < bl_corpus_n_articles (passes->texts->corpus); i++)
    {
      gsize length = 0;
      const char *text = bl_document_text (bl_corpus_article (passes->texts->corpus, i)->document, &length);
      passes->found += memchr (text, 0xFF, length) != NULL;
    }
}

/* From bytes to sentences: validated, cut into blocks, sentences and quotations. */
static void
pass_documents (gpointer data)
{
  Passes *passes = data;
  for (guint i = 0; i < bl_corpus_n_articles (passes->texts->corpus); i++)
    {
      gsize length = 0;
      const char *text = bl_document_text (bl_corpus_article (passes->texts->corpus, i)->document, &length);
      char *copy = g_malloc (length + 1);
      memcpy (copy, text, length);
      copy[length] = '\0';
      bl_utf8_repair (&copy, &length, NULL);
      g_autoptr (BlDocument) document = bl_document_new (passes->texts->lexicon, copy, length, NULL, 0, NULL, NULL, 0);
      guint n = 0;
      bl_document_sentences (document, &n);
      passes->found += n;
    }
}

static void
pass_mentions (gpointer data)
{
  Passes *passes = data;
  for (guint i = 0; i < bl_corpus_n_articles (passes->texts->corpus); i++)
    {
      g_autoptr (BlMentions) mentions = mentions_of (passes->texts, i);
      guint n = 0;
      bl_mentions_list (mentions, &n);
      passes->found += n;
    }
}

/* What rule patterns read, of mentions that are there. */
static void
pass_shadows (gpointer data)
{
  Passes *passes = data;
  g_autoptr (BlShadows) shadows = bl_shadows_new ();
  for (guint i = 0; i < bl_corpus_n_articles (passes->texts->corpus); i++)
    {
      bl_shadows_build (shadows, bl_corpus_article (passes->texts->corpus, i), passes->texts->mentions->pdata[i]);
      passes->found += bl_shadows_n_sentences (shadows);
    }
}

void
bl_bench_texts_run (const BlBenchTexts *texts, const BlBenchOptions *options)
{
  Passes passes = { .texts = texts };
  bl_bench_measure ("memchr", options, texts->n_bytes, pass_memchr, &passes);
  bl_bench_measure ("documents", options, texts->n_bytes, pass_documents, &passes);
  bl_bench_measure ("mentions", options, texts->n_bytes, pass_mentions, &passes);
  bl_bench_measure ("shadows", options, texts->n_bytes, pass_shadows, &passes);
}
