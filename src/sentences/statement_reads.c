/* Sentences that were read: one meets many others, and reading it costs more than comparing it. */
#include "sentences/sentences.h"
#include "sentences/statement_conflicts.h"

typedef struct
{
  BlStatements statements;
  BlStated stated;
} Read;

struct BlStatementsRead
{
  GHashTable *sentences; /* const BlClaimSentence * → Read */
  BlArena *arena;
};

/* So many sentences are kept, then all are forgotten: pairs come by article, so few are read twice. */
#define MAX_KEPT 1024

static void
read_free (gpointer data)
{
  Read *read = data;
  bl_stated_clear (&read->stated);
  bl_statements_clear (&read->statements);
  g_free (read);
}

void
bl_statements_read_free (BlStatementsRead *read)
{
  if (read == NULL)
    return;
  g_hash_table_unref (read->sentences);
  bl_arena_free (read->arena);
  g_free (read);
}

static BlStatementsRead *
reads_new (void)
{
  BlStatementsRead *reads = g_new0 (BlStatementsRead, 1);
  reads->sentences = g_hash_table_new_full (NULL, NULL, NULL, read_free);
  reads->arena = bl_arena_new ();
  return reads;
}

static const Read *
read_side (BlStatementsRead *reads, const BlPairSide *side, const BlSyntax *syntax)
{
  Read *read = g_hash_table_lookup (reads->sentences, side->sentence);
  if (read != NULL)
    return read;
  const BlDocument *document = bl_article_claims_article (side->article)->document;
  gsize length;
  guint n;
  const char *text = bl_document_text (document, &length);
  const BlSentence *sentences = bl_document_sentences (document, &n);
  read = g_new0 (Read, 1);
  bl_statements_read (&read->statements, syntax, text, sentences[side->sentence->index].span, reads->arena);
  bl_stated_init (&read->stated, &read->statements, bl_article_claims_mentions (side->article), side->sentence->index);
  g_hash_table_insert (reads->sentences, (gpointer) side->sentence, read);
  return read;
}

void
bl_stated_read (BlCompareState *state, const BlSentencePair *pair, const BlSyntax *syntax, BlStated *a, BlStated *b)
{
  if (state->statements != NULL && g_hash_table_size (state->statements->sentences) >= MAX_KEPT)
    g_clear_pointer (&state->statements, bl_statements_read_free);
  if (state->statements == NULL)
    state->statements = reads_new ();
  *a = read_side (state->statements, &pair->a, syntax)->stated;
  *b = read_side (state->statements, &pair->b, syntax)->stated;
}
