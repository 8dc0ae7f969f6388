/* The corpus: which articles there are, from which sources, of which day, and their texts.
 *
 * corpus.json (optional) names sources and articles; discovery and the files' own metadata (front matter, JSON-LD, OpenGraph,
 * JSON Lines fields) fill what it leaves open; what corpus.json says wins. Paths never lead outside the corpus folder. Anything that
 * cannot be read becomes one problem line and the run goes on. */
#pragma once

#include "base/base.h"
#include "text/text.h"

#define BL_CORPUS_ERROR (bl_corpus_error_quark ())
GQuark bl_corpus_error_quark (void);

typedef enum
{
  BL_CORPUS_ERROR_CONFIG, /* corpus.json is wrong: nothing runs, exit 2 */
  BL_CORPUS_ERROR_PATH,   /* no such path */
} BlCorpusErrorCode;

typedef struct
{
  char *id;
  char *name;    /* as shown; the id when none is given */
  char *url;     /* or NULL */
  char *kind;    /* newspaper, agency, aggregator, broadcaster, blog, unknown … free text, "unknown" by default */
  GStrv aliases; /* other names that credits and files give it; NULL: none */
  guint index;
  const GPtrArray
      *siblings; /* all sources of the corpus (BlSource *), this one too, those without an article of the run as well */
} BlSource;

/* A comment of Markdown or HTML that speaks to belie: "<!-- belie: allow … -->". It is no text of the article. */
typedef struct
{
  char *text; /* what stands behind "belie:", without white space around it */
  BlLocation location;
} BlRemark;

typedef struct
{
  char *id; /* stable: the path, for JSON Lines "PATH#RECORD-ID" ("~2" for the second of one id); what findings call it */
  char *
      key; /* what fingerprints know it by: the id that corpus.json or the file gives it, which stays when files are renamed; NULL: none */
  char *path;     /* relative to the corpus root, '/' separated */
  char *file;     /* what the user would write to open it: PATH as given and the rest */
  char *language; /* BCP 47, "en" by default */
  char *title;    /* from metadata, or NULL */
  char *url;      /* or NULL */
  char *author;   /* or NULL */
  char *origin;   /* credited origin, "CNN", or NULL */
  const BlSource *source;
  BlDate published; /* precision UNKNOWN when nobody says */
  guint index;      /* position in the corpus, sorted by id */
  const BlDocument *document;
  GPtrArray *remarks; /* BlRemark *: what the file says to belie in comments, in order; NULL: nothing */
  gboolean is_draft;  /* see BlCorpusOptions */
} BlArticle;

void bl_article_free (BlArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlArticle, bl_article_free)

typedef struct BlCorpus BlCorpus;

/* A text that is in memory and in no file yet, or newer than its file. All borrowed. */
typedef struct
{
  const char *name; /* the file that it stands for: its suffix says the format; inside of a corpus it replaces that file */
  const char *text;
  gsize length;
  const char *source; /* or NULL: as for a file */
  BlDate published;   /* or unknown: as for a file */
} BlCorpusDraft;

typedef struct
{
  const BlTextLexicon *lexicon;
  BlProblems *problems;
  guint jobs; /* threads for loading, 0 for one a processor; the result does not depend on it */

  /* What is checked against the rest: NULL-terminated PATHs that are loaded too, and one text in memory; each may be NULL. Their
   * articles are marked as drafts. */
  const char *const *drafts;
  const BlCorpusDraft *draft;

  /* Finds the articles and their sources, says what is wrong with them, and keeps of each only where it stands, about a hundred
   * bytes: bl_corpus_read_article() reads it again. For what looks at one article after the other, in a corpus of any size. */
  gboolean places_only;

  /* With places_only: what is remembered of files (corpus/heads.h), or NULL: nothing. */
  struct BlHeads *heads;
} BlCorpusOptions;

/* Loads PATHs: a folder with corpus.json, a corpus.json, a folder without one (folder name = source), or single
 * files. Files named twice are loaded once. NULL and an error only when nothing can be run at all. */
BlCorpus *bl_corpus_load (const char *const *paths, const BlCorpusOptions *options, GError **error);
void bl_corpus_free (BlCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlCorpus, bl_corpus_free)

guint bl_corpus_n_articles (const BlCorpus *corpus);
const BlArticle *bl_corpus_article (const BlCorpus *corpus, guint index);

/* With places_only, in place of the above: reads one article, which borrows its source from the corpus. Any thread may call it. NULL
 * when the file is no longer what it was; that is a problem of the corpus then. Owned by the caller. */
BlArticle *bl_corpus_read_article (const BlCorpus *corpus, guint index);

/* With places_only: the file of an article as the user would write it (BlArticle.file), and whether it is a draft. Borrowed. */
const char *bl_corpus_article_file (const BlCorpus *corpus, guint index);
gboolean bl_corpus_article_is_draft (const BlCorpus *corpus, guint index);

/* With places_only and heads: a hash of all that an article is made of, 16 bytes: its own, and what corpus.json and the folder say of it. */
const guint8 *bl_corpus_article_key (const BlCorpus *corpus, guint index);

/* With places_only: reads the articles that are wanted (by index); from then on the corpus is one of these alone, loaded, with indices of
 * their own in the same order. read (by old index) becomes the new index, or G_MAXUINT for the others and for what is no longer what it
 * was. */
void bl_corpus_narrow (BlCorpus *corpus, const gboolean *wanted, guint jobs, guint *read);

/* Articles that were found, whether or not the corpus was narrowed to fewer of them. */
guint bl_corpus_n_found (const BlCorpus *corpus);

/* Whether an article of this id was found. */
gboolean bl_corpus_has_found (const BlCorpus *corpus, const char *id);

/* With places_only: bytes of the line or file that the article is read from, for shares of work of one size. */
gsize bl_corpus_article_size (const BlCorpus *corpus, guint index);
guint bl_corpus_n_sources (const BlCorpus *corpus);
const BlSource *bl_corpus_source (const BlCorpus *corpus, guint index);

/* Folders and files that corpus.json names under "rules" and "knowledge": absolute, NULL-terminated, borrowed. */
const char *const *bl_corpus_rules (const BlCorpus *corpus);
const char *const *bl_corpus_knowledge (const BlCorpus *corpus);

/* The corpus.json nearest to path upward, or NULL. Owned by the caller. */
char *bl_corpus_find_upward (const char *path);
