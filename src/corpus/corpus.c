#include "corpus/corpus.h"

#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

#include "corpus/article.h"
#include "corpus/draft.h"
#include "corpus/heads.h"
#include "corpus/load_all.h"

/* The files of a corpus while they are read: until it is loaded, or as long as it is read one article after the other. */
typedef struct
{
  GPtrArray *roots;    /* of BlRoot */
  BlDraft *draft;      /* or NULL */
  GPtrArray *owned;    /* of GPtrArray of BlInput */
  GPtrArray *inputs;   /* of BlInput, borrowed from owned, roots and draft */
  GHashTable *root_of; /* BlInput → BlRoot */
  GHashTable *open;    /* BlInput → file to read its lines from; only of the first OPEN_FILES, only with places_only */
} Files;

/* Files of JSON Lines that stay open while their lines are read one by one; a corpus has few, and a process may have 1024. */
#define OPEN_FILES 64

/* Where an article stands, when that is all that is kept of it. */
typedef struct
{
  char *id;
  const BlSource *source;
  const BlInput *input;
  BlSpan bytes; /* of its line; for a file of one article from 0 to about its size */
  guint line;
  guint8 key[BL_CONTENT_BYTES]; /* with heads */
} Place;

struct BlCorpus
{
  BlCorpusOptions options; /* what it points to is the caller's */
  GPtrArray *articles;     /* of owned BlArticle, sorted by id; empty with places_only */
  GArray *places;          /* of Place, sorted by id; only with places_only */
  Files files;
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
  Files *files;
  GHashTable *seen;  /* files that are among the inputs */
  GHashTable *lines; /* id → line of the record that has it; keys of the articles or places */
  gboolean new;      /* records come from files that are read, and are to be remembered */
  GHashTable *last;  /* id → the greatest number that was put behind it; keys owned */
} Assembly;

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->id);
}

static void
close_file (gpointer file)
{
  close (GPOINTER_TO_INT (file));
}

static void
open_files (Files *files)
{
  files->open = g_hash_table_new_full (NULL, NULL, NULL, close_file);
  for (guint i = 0; i < files->inputs->len && g_hash_table_size (files->open) < OPEN_FILES; i++)
    {
      BlInput *input = files->inputs->pdata[i];
      const int file = input->format == BL_FORMAT_JSONL ? bl_open_lines (input) : -1;
      if (file >= 0)
        g_hash_table_insert (files->open, input, GINT_TO_POINTER (file));
    }
}

static int
file_of (const Files *files, const BlInput *input)
{
  gpointer file = NULL;
  return g_hash_table_lookup_extended (files->open, input, NULL, &file) ? GPOINTER_TO_INT (file) : -1;
}

static void
files_clear (Files *files)
{
  g_clear_pointer (&files->open, g_hash_table_unref);
  g_clear_pointer (&files->root_of, g_hash_table_unref);
  g_clear_pointer (&files->inputs, g_ptr_array_unref);
  g_clear_pointer (&files->owned, g_ptr_array_unref);
  g_clear_pointer (&files->draft, bl_draft_free);
  g_clear_pointer (&files->roots, g_ptr_array_unref);
}

static BlCorpus *
corpus_new (const BlCorpusOptions *options)
{
  BlCorpus *corpus = g_new0 (BlCorpus, 1);
  corpus->options = *options;
  corpus->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) bl_article_free);
  corpus->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (corpus->places, place_clear);
  corpus->files.owned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  corpus->files.inputs = g_ptr_array_new ();
  corpus->files.root_of = g_hash_table_new (NULL, NULL);
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
  g_array_unref (corpus->places);
  files_clear (&corpus->files);
  bl_sources_free (corpus->sources);
  g_ptr_array_unref (corpus->rules);
  g_ptr_array_unref (corpus->knowledge);
  g_free (corpus);
}

/* Records of one id are numbered in this order, of inputs and then of lines, whatever the threads do. */
static int
compare_inputs (gconstpointer a, gconstpointer b)
{
  const BlInput *left = *(BlInput *const *) a;
  const BlInput *right = *(BlInput *const *) b;
  const int order = strcmp (left->path, right->path);
  return order != 0 ? order : strcmp (left->file, right->file);
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(BlArticle *const *) a)->id, (*(BlArticle *const *) b)->id);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Place *) a)->id, ((const Place *) b)->id);
}

/* Two records of one id: the second gets "~2", which stays the same as long as their order does. */
static void
make_id_unique (const Assembly *assembly, BlArticle *article, const BlRecord *record)
{
  gpointer first = NULL;
  if (!g_hash_table_lookup_extended (assembly->lines, article->id, NULL, &first))
    return;
  char *wanted = article->id;
  guint n = MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (assembly->last, wanted)));
  article->id = g_strdup_printf ("%s~%u", wanted, ++n);
  while (g_hash_table_contains (assembly->lines, article->id))
    {
      g_free (article->id);
      article->id = g_strdup_printf ("%s~%u", wanted, ++n);
    }
  bl_problems_add (assembly->options->problems, BL_PROBLEM_NOTE, record->input->shown, record->line, 0,
                   "the id “%s” is that of line %u already; this one is called “%s”, give each its own id", wanted,
                   GPOINTER_TO_UINT (first), article->id);
  g_hash_table_replace (assembly->last, wanted, GUINT_TO_POINTER (n));
}

/* Everything that says what an article is and what its claims will be, beside its bytes. */
static void
make_key (const BlArticle *article, const guint8 *content, guint8 *key)
{
  const char *const texts[]
      = { article->language, article->title,      article->url,          article->author,      article->origin,
          article->path,     article->source->id, article->source->name, article->source->url, article->source->kind };
  const gint32 days[]
      = { article->published.year, article->published.month, article->published.day, article->published.precision };
  g_autoptr (GString) all = g_string_new_len ((const char *) content, BL_CONTENT_BYTES);
  g_string_append_len (all, (const char *) days, sizeof days);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_append_c (all, texts[i] != NULL ? '+' : '-');
      g_string_append_len (all, texts[i] != NULL ? texts[i] : "", (gssize) (texts[i] != NULL ? strlen (texts[i]) : 0) + 1);
    }
  bl_content_hash (all->str, all->len, key);
}

/* Takes the id out of the article. */
static void
add_place (BlCorpus *corpus, BlArticle *article, const BlRecord *record)
{
  Place place = { .source = article->source, .input = record->input, .bytes = record->place, .line = record->line };
  if (corpus->options.heads != NULL)
    make_key (article, record->content, place.key);
  place.id = g_steal_pointer (&article->id);
  g_array_append_val (corpus->places, place);
}

static void
add_record (BlRecord *taken, gpointer data)
{
  Assembly *assembly = data;
  g_autoptr (BlRecord) record = taken;
  BlCorpus *corpus = assembly->corpus;
  if (assembly->new && corpus->options.heads != NULL)
    corpus->options.heads->keep (corpus->options.heads, record);
  const BlArticleMaker maker = { .sources = corpus->sources, .problems = assembly->options->problems };
  g_autoptr (BlArticle) article
      = bl_article_make (&maker, g_hash_table_lookup (assembly->files->root_of, record->input), record);
  make_id_unique (assembly, article, record);
  g_hash_table_insert (assembly->lines, article->id, GUINT_TO_POINTER (record->line));
  if (assembly->options->places_only)
    add_place (corpus, article, record);
  else
    g_ptr_array_add (corpus->articles, g_steal_pointer (&article));
}

static void
gather_kept (BlRecord *record, gpointer data)
{
  g_ptr_array_add (data, record);
}

static void
free_kept (gpointer record, G_GNUC_UNUSED gpointer data)
{
  bl_record_free (record);
}

/* Reads the files that are not remembered. Their problems become those of the corpus. */
static void
read_inputs (Assembly *assembly, GPtrArray *inputs)
{
  const BlCorpusOptions *options = assembly->options;
  g_autoptr (BlProblems) own = bl_problems_new ();
  const BlLoader loader = { .lexicon = options->lexicon,
                            .problems = options->heads != NULL ? own : options->problems,
                            .heads_only = options->places_only,
                            .with_content = options->heads != NULL };
  assembly->new = TRUE;
  bl_load_all (&loader, inputs, options->jobs, add_record, assembly);
  assembly->new = FALSE;
  const GPtrArray *list = bl_problems_list (own);
  for (guint i = 0; i < list->len; i++)
    {
      const BlProblem *problem = list->pdata[i];
      const BlProblemPlace place
          = { .file = problem->file, .line = problem->line, .column = problem->column, .excerpt = problem->excerpt };
      bl_problems_add_at (options->problems, problem->level, &place, "%s", problem->what);
      options->heads->keep_problem (options->heads, problem);
    }
  g_ptr_array_set_size (inputs, 0);
}

/* In the order of inputs, whether they are remembered or read. */
static void
add_articles (Assembly *assembly)
{
  BlCorpus *corpus = assembly->corpus;
  const BlCorpusOptions *options = assembly->options;
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  g_ptr_array_sort (assembly->files->inputs, compare_inputs);
  for (guint i = 0; i < assembly->files->inputs->len; i++)
    {
      BlInput *input = assembly->files->inputs->pdata[i];
      g_autoptr (GPtrArray) kept = g_ptr_array_new ();
      if (options->heads == NULL || !options->heads->find (options->heads, input, options->problems, gather_kept, kept))
        {
          g_ptr_array_foreach (kept, free_kept, NULL);
          g_ptr_array_add (unknown, input);
          continue;
        }
      read_inputs (assembly, unknown);
      for (guint k = 0; k < kept->len; k++)
        add_record (kept->pdata[k], assembly);
    }
  read_inputs (assembly, unknown);
  g_array_sort (corpus->places, compare_places);
  g_ptr_array_sort (corpus->articles, compare_articles);
  for (guint i = 0; i < corpus->articles->len; i++)
    ((BlArticle *) corpus->articles->pdata[i])->index = i;
}

/* Takes the inputs that no root before this one had. */
static void
add_inputs (Assembly *assembly, BlRoot *root, GPtrArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      BlInput *input = inputs->pdata[i];
      if (!g_hash_table_add (assembly->seen, input->file))
        continue;
      input->is_draft = bl_draft_covers (assembly->options->drafts, input->file);
      g_ptr_array_add (assembly->files->inputs, input);
      g_hash_table_insert (assembly->files->root_of, input, root);
    }
}

/* configured: whether to look at the roots with a corpus.json or at those without. Where roots lie in each other, a
 * configured one knows more about a file, and of two alike the inner one. */
static gboolean
gather (Assembly *assembly, gboolean configured, GError **error)
{
  const GPtrArray *roots = assembly->files->roots;
  for (guint i = roots->len; i-- > 0;)
    {
      BlRoot *root = roots->pdata[i];
      if ((root->config != NULL) != configured)
        continue;
      if (root->whole)
        {
          const BlCorpusFolder folder = { .folder = root->folder, .shown = root->shown, .config = root->config };
          GPtrArray *inputs = bl_discover (&folder, assembly->options->problems, error);
          if (inputs == NULL)
            return FALSE;
          g_ptr_array_add (assembly->files->owned, inputs);
          add_inputs (assembly, root, inputs);
        }
      add_inputs (assembly, root, root->files);
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
  for (guint i = 0; i < assembly->files->roots->len; i++)
    {
      const BlConfig *config = ((const BlRoot *) assembly->files->roots->pdata[i])->config;
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
gather_draft (Assembly *assembly)
{
  BlDraft *draft = assembly->files->draft;
  if (draft == NULL)
    return;
  g_hash_table_add (assembly->seen, draft->input->file);
  g_ptr_array_add (assembly->files->inputs, draft->input);
  g_hash_table_insert (assembly->files->root_of, draft->input, draft->root);
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

  GPtrArray *roots = resolve_paths (paths, options, error);
  if (roots == NULL)
    return NULL;
  g_autoptr (BlCorpus) corpus = corpus_new (options);
  corpus->files.roots = roots;
  corpus->files.draft = options->draft != NULL ? bl_draft_new (options->draft, roots) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Assembly assembly
      = { .corpus = corpus, .options = options, .files = &corpus->files, .seen = seen, .lines = lines, .last = last };
  add_configs (&assembly);
  gather_draft (&assembly);
  if (!gather (&assembly, TRUE, error) || !gather (&assembly, FALSE, error))
    return NULL;

  add_articles (&assembly);
  if (options->places_only)
    open_files (&corpus->files);
  else
    files_clear (&corpus->files);
  corpus->source_list = bl_sources_sort (corpus->sources);
  return g_steal_pointer (&corpus);
}

guint
bl_corpus_n_articles (const BlCorpus *corpus)
{
  return corpus->options.places_only ? corpus->places->len : corpus->articles->len;
}

const BlArticle *
bl_corpus_article (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->articles->len, NULL);
  return corpus->articles->pdata[index];
}

gsize
bl_corpus_article_size (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->places->len, 0);
  return bl_span_length (g_array_index (corpus->places, Place, index).bytes);
}

const char *
bl_corpus_article_file (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->places->len, NULL);
  return g_array_index (corpus->places, Place, index).input->shown;
}

gboolean
bl_corpus_article_is_draft (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->places->len, FALSE);
  return g_array_index (corpus->places, Place, index).input->is_draft;
}

const guint8 *
bl_corpus_article_key (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->places->len, NULL);
  return g_array_index (corpus->places, Place, index).key;
}

/* What there was to say about the file was said when the corpus was loaded; problems takes it again. */
static BlRecord *
read_record (const BlCorpus *corpus, const Place *place, BlProblems *problems)
{
  const BlLoader loader = { .lexicon = corpus->options.lexicon, .problems = problems };
  if (place->input->format != BL_FORMAT_JSONL)
    return bl_load_file (&loader, place->input);
  BlLine line = { .bytes = bl_read_line (place->input, file_of (&corpus->files, place->input), place->bytes),
                  .length = bl_span_length (place->bytes),
                  .offset = place->bytes.start,
                  .number = place->line };
  BlRecord *record = line.bytes != NULL ? bl_load_jsonl_line (&loader, place->input, &line) : NULL;
  g_free (line.bytes);
  return record;
}

BlArticle *
bl_corpus_read_article (const BlCorpus *corpus, guint index)
{
  g_return_val_if_fail (index < corpus->places->len, NULL);
  const Place *place = &g_array_index (corpus->places, Place, index);
  g_autoptr (BlProblems) said = bl_problems_new ();
  g_autoptr (BlRecord) record = read_record (corpus, place, said);
  BlArticle *article = NULL;
  if (record != NULL)
    article = bl_article_make (NULL, g_hash_table_lookup (corpus->files.root_of, place->input), record);
  if (article == NULL || !g_str_has_prefix (place->id, article->id))
    {
      bl_article_free (article);
      bl_problems_add (corpus->options.problems, BL_PROBLEM_PARTIAL, place->input->shown, place->line, 0,
                       "the file was changed while it was read; run again");
      return NULL;
    }
  g_free (article->id);
  article->id = g_strdup (place->id);
  article->source = place->source;
  article->index = index;
  return article;
}

typedef struct
{
  const BlCorpus *corpus;
  const guint *wanted;
  BlArticle **articles;
} Narrowing;

static void
read_wanted (guint i, gpointer data)
{
  Narrowing *narrowing = data;
  narrowing->articles[i] = bl_corpus_read_article (narrowing->corpus, narrowing->wanted[i]);
}

void
bl_corpus_narrow (BlCorpus *corpus, const gboolean *wanted, guint jobs, guint *read)
{
  guint n = 0;
  g_autofree guint *list = g_new (guint, MAX (corpus->places->len, 1));
  for (guint i = 0; i < corpus->places->len; i++)
    {
      read[i] = G_MAXUINT;
      if (wanted[i])
        list[n++] = i;
    }
  g_autofree BlArticle **articles = g_new0 (BlArticle *, MAX (n, 1));
  bl_parallel_for (n, jobs, read_wanted, &(Narrowing){ corpus, list, articles });
  for (guint i = 0; i < n; i++)
    if (articles[i] != NULL)
      {
        read[list[i]] = articles[i]->index = corpus->articles->len;
        g_ptr_array_add (corpus->articles, articles[i]);
      }
  corpus->options.places_only = FALSE;
  files_clear (&corpus->files);
}

guint
bl_corpus_n_found (const BlCorpus *corpus)
{
  return MAX (corpus->places->len, corpus->articles->len);
}

gboolean
bl_corpus_has_found (const BlCorpus *corpus, const char *id)
{
  guint low = 0, high = bl_corpus_n_found (corpus);
  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const char *other = corpus->places->len > 0 ? g_array_index (corpus->places, Place, middle).id
                                                  : ((const BlArticle *) corpus->articles->pdata[middle])->id;
      const int order = strcmp (other, id);
      if (order == 0)
        return TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
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
