#include "corpus/corpus.h"

#include <libxml/parser.h>
#include <string.h>

#include "corpus/load_all.h"
#include "corpus/roots.h"
#include "corpus/sources.h"

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

static void
article_free (gpointer data)
{
  BlArticle *article = data;
  g_free (article->id);
  g_free (article->path);
  g_free (article->file);
  g_free (article->language);
  g_free (article->title);
  g_free (article->url);
  g_free (article->author);
  g_free (article->origin);
  bl_document_free ((BlDocument *) article->document);
  g_free (article);
}

static BlCorpus *
corpus_new (void)
{
  BlCorpus *corpus = g_new0 (BlCorpus, 1);
  corpus->articles = g_ptr_array_new_with_free_func (article_free);
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

/* "en_US" → "en-US"; a tag is what later stages compare. Owned. */
static char *
clean_language (const char *language)
{
  if (language == NULL || language[0] == '\0' || g_ascii_strcasecmp (language, "english") == 0)
    return g_strdup ("en");
  char *tag = g_strdelimit (g_strdup (language), "_", '-');
  for (char *p = tag; *p != '\0' && *p != '-'; p++)
    *p = g_ascii_tolower (*p);
  return tag;
}

/* The folder that an article lies in: the first one below the root, else the root itself. Owned. */
static char *
folder_name (const BlRoot *root, const char *path)
{
  const char *slash = strchr (path, '/');
  g_autofree char *name = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : g_path_get_basename (root->folder);
  return g_filename_display_name (name);
}

/* corpus.json says, or the file, or the folder; the last two are checked against what corpus.json declares. */
static const BlSource *
choose_source (const Assembly *assembly, const BlRoot *root, const BlRecord *record)
{
  BlSources *sources = assembly->corpus->sources;
  const BlConfigArticle *entry = record->input->entry;
  gboolean closed = root->config != NULL && root->config->sources->len > 0;
  if (entry != NULL && entry->source != NULL)
    {
      const BlConfigSource *declared = bl_config_find_source (root->config, entry->source);
      return bl_sources_by_id (sources, declared != NULL ? declared->id : entry->source);
    }

  const BlMetadata *metadata = &record->metadata;
  g_autofree char *folder = folder_name (root, record->input->path);
  const char *said = metadata->source != NULL ? metadata->source : folder;
  if (closed && bl_config_find_source (root->config, said) == NULL)
    {
      g_autofree char *message = bl_config_unknown_source (root->config, said);
      guint line = metadata->source != NULL ? metadata->source_line : record->line;
      bl_problems_add (assembly->options->problems, BL_PROBLEM_NOTE, record->input->shown, line,
                       metadata->source != NULL ? metadata->source_column : 0, "%s%s", message,
                       metadata->source != NULL ? ""
                                                : " (the name of the folder; list the file under “articles” in corpus.json)");
    }
  if (metadata->source != NULL)
    return bl_sources_by_name (sources, root->config, said);
  const BlConfigSource *declared = closed ? bl_config_find_source (root->config, folder) : NULL;
  return bl_sources_by_id (sources, declared != NULL ? declared->id : folder);
}

/* The first of the two that says something, taken out of metadata or copied from the entry. */
static char *
choose (const char *entry, char **metadata)
{
  return entry != NULL ? g_strdup (entry) : g_steal_pointer (metadata);
}

/* Turns the record into an article; takes its document and strings. */
static BlArticle *
make_article (const Assembly *assembly, BlRecord *record)
{
  static const BlConfigArticle nothing = { 0 };
  const BlInput *input = record->input;
  const BlRoot *root = g_hash_table_lookup (assembly->root_of, input);
  const BlConfigArticle *entry = input->entry != NULL ? input->entry : &nothing;
  BlMetadata *metadata = &record->metadata;

  BlArticle *article = g_new0 (BlArticle, 1);
  article->id = metadata->id != NULL ? g_strconcat (root->prefix, input->path, "#", metadata->id, NULL)
                                     : g_strconcat (root->prefix, input->path, NULL);
  article->path = g_strconcat (root->prefix, input->path, NULL);
  article->file = g_strdup (input->shown);
  article->source = choose_source (assembly, root, record);
  g_autofree char *language = choose (entry->language, &metadata->language);
  article->language = clean_language (language);
  article->title = choose (entry->title, &metadata->title);
  article->url = choose (entry->url, &metadata->url);
  article->author = choose (entry->author, &metadata->author);
  article->origin = choose (entry->origin, &metadata->origin);
  article->published = entry->published.precision != BL_DATE_UNKNOWN ? entry->published : metadata->published;
  article->document = g_steal_pointer (&record->document);
  if (article->published.precision == BL_DATE_UNKNOWN)
    bl_problems_add (
        assembly->options->problems, BL_PROBLEM_NOTE, input->shown, record->line, 0,
        "no date of publication: what depends on the date is not checked; give “published” in corpus.json or in the file");
  return article;
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

static void
add_articles (Assembly *assembly, GPtrArray *records)
{
  BlCorpus *corpus = assembly->corpus;
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_sort (records, compare_records);
  for (guint i = 0; i < records->len; i++)
    {
      BlRecord *record = records->pdata[i];
      const char *shown = record->input->shown;
      BlArticle *article = make_article (assembly, record);
      gpointer first = NULL;
      if (g_hash_table_lookup_extended (lines, article->id, NULL, &first))
        {
          bl_problems_add (assembly->options->problems, BL_PROBLEM_PARTIAL, shown, record->line, 0,
                           "the id “%s” was used on line %u already; the article is left out, give each its own id",
                           article->id, GPOINTER_TO_UINT (first));
          article_free (article);
          continue;
        }
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

BlCorpus *
bl_corpus_load (const char *const *paths, const BlCorpusOptions *options, GError **error)
{
  /* libxml2 wants its tables made before threads use it. */
  xmlInitParser ();

  g_autoptr (GPtrArray) roots = bl_roots_resolve (paths, options->problems, error);
  if (roots == NULL)
    return NULL;
  g_autoptr (BlCorpus) corpus = corpus_new ();
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) root_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Assembly assembly
      = { .corpus = corpus, .options = options, .roots = roots, .inputs = inputs, .owned = owned, .root_of = root_of };
  add_configs (&assembly);
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
