#include "corpus/corpus.h"

#include <libxml/parser.h>
#include <string.h>

#include "corpus/article.h"
#include "corpus/draft.h"
#include "corpus/load_all.h"

struct BlCorpus
{
  GPtrArray *articles; /* of owned BlArticle, sorted by id */
  BlSources *sources;
  const GPtrArray *source_list; /* borrowed from sources */
  GPtrArray *rules;             /* NULL-terminated, owned strings */
  GPtrArray *knowledge;
};

/* While a corpus is put together. */
typedef struct
{
  BlCorpus *corpus;
  const BlCorpusOptions *options;
  GPtrArray *roots;
  GPtrArray *inputs;   /* of BlInput, borrowed from owned */
  GPtrArray *owned;    /* of GPtrArray of BlInput */
  GHashTable *root_of; /* BlInput → BlRoot */
} Assembly;

static BlCorpus *
corpus_new (void)
{
  BlCorpus *corpus = g_new0 (BlCorpus, 1);
  corpus->articles = g_ptr_array_new_with_free_func (bl_article_free);
  corpus->sources = bl_sources_new ();
  corpus->rules = g_ptr_array_new_with_free_func (g_free);
  corpus->knowledge = g_ptr_array_new_with_free_func (g_free);
  return corpus;
}

void
bl_corpus_free (BlCorpus *corpus)
{
  if (corpus == NULL)
    return;
  g_ptr_array_unref (corpus->articles);
  bl_sources_free (corpus->sources);
  g_ptr_array_unref (corpus->rules);
  g_ptr_array_unref (corpus->knowledge);
  g_free (corpus);
}

/* Ids first; the rest makes the order of records of one id independent of the threads. */
static int
compare_records (gconstpointer a, gconstpointer b)
{
  const BlRecord *left = *(BlRecord *const *) a;
  const BlRecord *right = *(BlRecord *const *) b;
  int order = strcmp (left->input->path, right->input->path);
  if (order == 0)
    order = strcmp (left->input->file, right->input->file);
  return order != 0 ? order : (left->line > right->line) - (left->line < right->line);
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlArticle *const *) a)->id, (*(BlArticle *const *) b)->id);
}

typedef struct
{
  GHashTable *lines; /* id → line of the record that has it */
  GHashTable *last;  /* id → the greatest number that was put behind it; keys owned */
} Ids;

/* Two records of one id: the second gets "~2", which stays the same as long as their order does. */
static void
make_id_unique (const Assembly *assembly, Ids *ids, BlArticle *article, const BlRecord *record)
{
  gpointer first = NULL;
  if (!g_hash_table_lookup_extended (ids->lines, article->id, NULL, &first))
    return;
  char *wanted = article->id;
  guint n = MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (ids->last, wanted)));
  article->id = g_strdup_printf ("%s~%u", wanted, ++n);
  while (g_hash_table_contains (ids->lines, article->id))
    {
      g_free (article->id);
      article->id = g_strdup_printf ("%s~%u", wanted, ++n);
    }
  bl_problems_add (assembly->options->problems, BL_PROBLEM_NOTE, record->input->shown, record->line, 0,
                   "the id “%s” is that of line %u already; this one is called “%s”, give each its own id", wanted,
                   GPOINTER_TO_UINT (first), article->id);
  g_hash_table_replace (ids->last, wanted, GUINT_TO_POINTER (n));
}

static void
add_articles (Assembly *assembly, GPtrArray *records)
{
  BlCorpus *corpus = assembly->corpus;
  const BlArticleMaker maker = { .sources = corpus->sources, .problems = assembly->options->problems };
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Ids ids = { lines, last };
  g_ptr_array_sort (records, compare_records);
  for (guint i = 0; i < records->len; i++)
    {
      BlRecord *record = records->pdata[i];
      BlArticle *article = bl_article_make (&maker, g_hash_table_lookup (assembly->root_of, record->input), record);
      make_id_unique (assembly, &ids, article, record);
      g_hash_table_insert (lines, article->id, GUINT_TO_POINTER (record->line));
      g_ptr_array_add (corpus->articles, article);
    }
  g_ptr_array_sort (corpus->articles, compare_articles);
  for (guint i = 0; i < corpus->articles->len; i++)
    ((BlArticle *) corpus->articles->pdata[i])->index = i;
}

/* Takes the inputs that no root before this one had. */
static void
add_inputs (Assembly *assembly, BlRoot *root, GPtrArray *inputs, GHashTable *seen)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      BlInput *input = inputs->pdata[i];
      if (!g_hash_table_add (seen, input->file))
        continue;
      input->is_draft = bl_draft_covers (assembly->options->drafts, input->file);
      g_ptr_array_add (assembly->inputs, input);
      g_hash_table_insert (assembly->root_of, input, root);
    }
}

/* configured: whether to look at the roots with a corpus.json or at those without. Where roots lie in each other, a
 * configured one knows more about a file, and of two alike the inner one. */
static gboolean
gather (Assembly *assembly, gboolean configured, GHashTable *seen, GError **error)
{
  for (guint i = assembly->roots->len; i-- > 0;)
    {
      BlRoot *root = assembly->roots->pdata[i];
      if ((root->config != NULL) != configured)
        continue;
      if (root->whole)
        {
          const BlCorpusFolder folder = { .folder = root->folder, .shown = root->shown, .config = root->config };
          GPtrArray *inputs = bl_discover (&folder, assembly->options->problems, error);
          if (inputs == NULL)
            return FALSE;
          g_ptr_array_add (assembly->owned, inputs);
          add_inputs (assembly, root, inputs, seen);
        }
      add_inputs (assembly, root, root->files, seen);
    }
  return TRUE;
}

static void
add_strings (GPtrArray *list, GStrv strings)
{
  for (; strings != NULL && *strings != NULL; strings++)
    if (!g_ptr_array_find_with_equal_func (list, *strings, g_str_equal, NULL))
      g_ptr_array_add (list, g_strdup (*strings));
}

/* Everything that the corpus.json files say about the corpus as a whole, in the order of the roots. */
static void
add_configs (Assembly *assembly)
{
  BlCorpus *corpus = assembly->corpus;
  for (guint i = 0; i < assembly->roots->len; i++)
    {
      const BlConfig *config = ((const BlRoot *) assembly->roots->pdata[i])->config;
      if (config == NULL)
        continue;
      bl_sources_declare (corpus->sources, config);
      add_strings (corpus->rules, config->rules);
      add_strings (corpus->knowledge, config->knowledge);
    }
  g_ptr_array_add (corpus->rules, NULL);
  g_ptr_array_add (corpus->knowledge, NULL);
}

/* The text that is in memory goes first: a file of the same path is then not read. */
static void
gather_draft (Assembly *assembly, BlDraft *draft, GHashTable *seen)
{
  if (draft == NULL)
    return;
  g_hash_table_add (seen, draft->input->file);
  g_ptr_array_add (assembly->inputs, draft->input);
  g_hash_table_insert (assembly->root_of, draft->input, draft->root);
}

static GPtrArray *
resolve_paths (const char *const *paths, const BlCorpusOptions *options, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (; *paths != NULL; paths++)
    g_ptr_array_add (all, (gpointer) *paths);
  for (const char *const *path = options->drafts; path != NULL && *path != NULL; path++)
    g_ptr_array_add (all, (gpointer) *path);
  g_ptr_array_add (all, NULL);
  return bl_roots_resolve ((const char *const *) all->pdata, options->problems, error);
}

BlCorpus *
bl_corpus_load (const char *const *paths, const BlCorpusOptions *options, GError **error)
{
  /* libxml2 wants its tables made before threads use it. */
  xmlInitParser ();

  g_autoptr (GPtrArray) roots = resolve_paths (paths, options, error);
  if (roots == NULL)
    return NULL;
  g_autoptr (BlDraft) draft = options->draft != NULL ? bl_draft_new (options->draft, roots) : NULL;
  g_autoptr (BlCorpus) corpus = corpus_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) root_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Assembly assembly
      = { .corpus = corpus, .options = options, .roots = roots, .inputs = inputs, .owned = owned, .root_of = root_of };
  add_configs (&assembly);
  gather_draft (&assembly, draft, seen);
  if (!gather (&assembly, TRUE, seen, error) || !gather (&assembly, FALSE, seen, error))
    return NULL;

  const BlLoader loader = { .lexicon = options->lexicon, .problems = options->problems };
  g_autoptr (GPtrArray) records = bl_load_all (&loader, inputs, options->jobs);
  add_articles (&assembly, records);
  corpus->source_list = bl_sources_sort (corpus->sources);
  return g_steal_pointer (&corpus);
}

guint
bl_corpus_n_articles (const BlCorpus *corpus)
{
  return corpus->articles->len;
}

const BlArticle *
bl_corpus_article (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->articles->len, NULL);
  return corpus->articles->pdata[index];
}

guint
bl_corpus_n_sources (const BlCorpus *corpus)
{
  return corpus->source_list->len;
}

const BlSource *
bl_corpus_source (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->source_list->len, NULL);
  return corpus->source_list->pdata[index];
}

const char *const *
bl_corpus_rules (const BlCorpus *corpus)
{
  return (const char *const *) corpus->rules->pdata;
}

const char *const *
bl_corpus_knowledge (const BlCorpus *corpus)
{
  return (const char *const *) corpus->knowledge->pdata;
}
