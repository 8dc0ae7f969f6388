/* The passes over one article, and what becomes of their drafts. */
#include <string.h>

#include "knowledge/names.h"
#include "mentions/keep.h"
#include "mentions/list.h"
#include "mentions/scan.h"

/* --- the finder ---------------------------------------------------------------------------------------------------- */

static GHashTable *
gather_only_offices (const BlKnowledge *kb)
{
  GHashTable *only = g_hash_table_new (NULL, NULL);
  const GPtrArray *offices = bl_knowledge_offices (kb);
  for (guint i = 0; i < offices->len; i++)
    {
      const BlOffice *office = g_ptr_array_index (offices, i);
      gboolean second = g_hash_table_contains (only, office->role);
      g_hash_table_insert (only, (gpointer) office->role, second || office->seats != 1 ? NULL : (gpointer) office);
    }
  return only;
}

BlMentionFinder *
bl_mention_finder_new (const BlKnowledge *kb, const char *lexicon_dir, GError **error)
{
  g_autoptr (BlLexicon) lexicon = bl_lexicon_new (kb, lexicon_dir, error);
  if (lexicon == NULL)
    return NULL;
  BlMentionFinder *finder = g_new0 (BlMentionFinder, 1);
  finder->kb = kb;
  finder->lexicon = g_steal_pointer (&lexicon);
  finder->searches = bl_searches_new (kb);
  finder->fixed_terms = bl_fixed_terms_new (kb, finder->lexicon);
  finder->only_offices = gather_only_offices (kb);
  return finder;
}

void
bl_mention_finder_free (BlMentionFinder *finder)
{
  if (finder == NULL)
    return;
  bl_lexicon_free (finder->lexicon);
  bl_searches_free (finder->searches);
  bl_fixed_terms_free (finder->fixed_terms);
  g_hash_table_unref (finder->only_offices);
  g_free (finder);
}

/* --- letter case ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint words; /* content words with three letters or more */
  guint capitals;
  guint shouted;
  guint plain; /* capitalised, though ordinary words */
} CaseCount;

static CaseCount
count_cases (const BlScan *scan, guint sentence)
{
  CaseCount count = { 0 };
  for (guint at = bl_scan_first (scan, sentence) + 1; at < bl_scan_end (scan, sentence); at++)
    {
      const BlToken *token = bl_scan_token (scan, at);
      if ((token->shape & (BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL)) != 0 || token->end - token->start < 3
          || bl_token_is (token, BL_LEX_FUNCTION))
        continue;
      count.words++;
      count.capitals += (token->shape & BL_TOKEN_UPPER) != 0;
      count.shouted += (token->shape & BL_TOKEN_ALL_UPPER) != 0;
      count.plain
          += (token->shape & BL_TOKEN_UPPER) != 0 && (bl_token_is (token, BL_LEX_COMMON) || bl_token_is (token, BL_LEX_SPEECH));
    }
  return count;
}

static gboolean
ends_with_stop (const BlScan *scan, guint sentence)
{
  guint n;
  BlSpan span = bl_document_sentences (scan->document, &n)[sentence].span;
  return span.end > span.start && scan->text[span.end - 1] == '.';
}

/* 2: all capitals; 1: every content word begins with one; 0: an ordinary sentence. A list of names in an ordinary block is no
 * headline: some of the capitals must be at plain words. */
static guint8
case_of (const BlScan *scan, guint sentence, BlBlockKind kind)
{
  CaseCount count = count_cases (scan, sentence);
  if (count.words < 2)
    return 0;
  if (count.shouted * 10 >= count.words * 7 && count.words >= 3)
    return 2;
  gboolean heading = kind == BL_BLOCK_HEADLINE || kind == BL_BLOCK_SUBHEADING;
  if (heading)
    return count.capitals * 10 >= count.words * 8 && count.words >= 3;
  if (ends_with_stop (scan, sentence))
    return 0;
  return count.words >= 4 && count.capitals * 10 >= count.words * 9 && count.plain >= 2;
}

static void
read_cases (BlScan *scan)
{
  guint n_sentences, n_blocks;
  const BlSentence *sentences = bl_document_sentences (scan->document, &n_sentences);
  const BlBlock *blocks = bl_document_blocks (scan->document, &n_blocks);
  scan->title_case = bl_arena_alloc (scan->arena, n_sentences + 1);
  scan->lower_words = bl_arena_alloc (scan->arena, scan->tokens.n_ids / 8 + 1);
  for (guint i = 0; i < n_sentences; i++)
    {
      BlBlockKind kind = sentences[i].block < n_blocks ? blocks[sentences[i].block].kind : BL_BLOCK_PARAGRAPH;
      scan->title_case[i] = case_of (scan, i, kind);
    }
  for (guint at = 0; at < scan->tokens.n; at++)
    {
      const BlToken *token = bl_scan_token (scan, at);
      if ((token->shape & (BL_TOKEN_UPPER | BL_TOKEN_NUMBER | BL_TOKEN_SYMBOL | BL_TOKEN_DIGITS)) == 0
          && !bl_token_is (token, BL_LEX_COMMON) && !bl_token_is (token, BL_LEX_FUNCTION)
          && !bl_token_is (token, BL_LEX_PARTICLE))
        scan->lower_words[token->id / 8] |= (guint8) (1u << token->id % 8);
    }
}

/* --- the result ----------------------------------------------------------------------------------------------------- */

/* By start, the longer one first. */
static gboolean
comes_before (const BlDraft *left, const BlDraft *right)
{
  BlSpan l = left->mention.span;
  BlSpan r = right->mention.span;
  if (l.start != r.start)
    return l.start < r.start;
  if (l.end != r.end)
    return l.end > r.end;
  return left->mention.type < right->mention.type;
}

/* The drafts that stay, in order of the text; returns their number. Sentences are in order, and have a handful each: so drafts go to
 * their sentence first, and find their place there by insertion. */
static guint
sort_drafts (const BlScan *scan, BlDraft **sorted)
{
  const guint n_sentences = scan->tokens.n_sentences;
  g_autofree guint *ends = g_new0 (guint, n_sentences + 2);
  for (guint i = 0; i < scan->drafts->len; i++)
    if (!bl_scan_draft (scan, i)->dropped)
      ends[bl_scan_draft (scan, i)->mention.sentence + 1]++;
  for (guint i = 0; i <= n_sentences; i++)
    ends[i + 1] += ends[i];
  const guint n = ends[n_sentences + 1];
  g_autofree guint *first = g_memdup2 (ends, (n_sentences + 2) * sizeof *ends);
  for (guint i = 0; i < scan->drafts->len; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      if (draft->dropped)
        continue;
      const guint sentence = draft->mention.sentence;
      guint at = ends[sentence]++;
      for (; at > first[sentence] && comes_before (draft, sorted[at - 1]); at--)
        sorted[at] = sorted[at - 1];
      sorted[at] = draft;
    }
  return n;
}

/* Sentences with more mentions than a shadow can name lose all of them. */
static void
drop_crowded (BlScan *scan, BlMentions *mentions)
{
  g_autofree guint *counts = g_new0 (guint, scan->tokens.n_sentences + 1);
  for (guint i = 0; i < scan->drafts->len; i++)
    if (!bl_scan_draft (scan, i)->dropped)
      counts[bl_scan_draft (scan, i)->mention.sentence]++;
  for (guint i = 0; i < scan->drafts->len; i++)
    if (counts[bl_scan_draft (scan, i)->mention.sentence] > BL_LIMIT_MENTIONS_PER_SENTENCE)
      bl_scan_draft (scan, i)->dropped = TRUE;
  for (guint i = 0; i < scan->tokens.n_sentences; i++)
    mentions->n_skipped += counts[i] > BL_LIMIT_MENTIONS_PER_SENTENCE;
}

static guint
remap (const guint *places, guint n, guint index)
{
  return index < n ? places[index] : G_MAXUINT;
}

static void
copy_drafts (const BlScan *scan, BlMentions *mentions)
{
  guint n = scan->drafts->len;
  g_autofree guint *places = g_new (guint, n + 1);
  g_autofree BlDraft **sorted = g_new (BlDraft *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      BlDraft *draft = bl_scan_draft (scan, i);
      draft->index = i;
      places[i] = G_MAXUINT;
    }
  mentions->n = sort_drafts (scan, sorted);
  mentions->list = g_new0 (BlMention, mentions->n);
  mentions->outer = g_new0 (BlSpan, mentions->n);
  for (guint i = 0; i < mentions->n; i++)
    places[sorted[i]->index] = i;
  for (guint i = 0; i < mentions->n; i++)
    {
      BlMention *mention = &mentions->list[i];
      *mention = sorted[i]->mention;
      mentions->outer[i] = bl_span (sorted[i]->outer_start, sorted[i]->outer_end);
      if (mention->type == BL_MENTION_PERSON)
        mention->person.antecedent = remap (places, n, mention->person.antecedent);
      else if (mention->type == BL_MENTION_OFFICE)
        mention->title.holder = remap (places, n, mention->title.holder);
      bl_mention_keep (mentions->arena, mention);
    }
}

static void
count_sentences (const BlScan *scan, BlMentions *mentions)
{
  mentions->n_sentences = scan->tokens.n_sentences;
  mentions->first = g_new0 (guint32, mentions->n_sentences + 1);
  guint at = 0;
  for (guint i = 0; i <= mentions->n_sentences; i++)
    {
      while (at < mentions->n && mentions->list[at].sentence < i)
        at++;
      mentions->first[i] = at;
    }
}

/* Runs of capitals that turned out to be no names. */
static void
free_dropped (BlScan *scan)
{
  for (guint i = 0; i < scan->drafts->len; i++)
    if (bl_scan_draft (scan, i)->dropped)
      bl_scan_drop (scan, bl_scan_draft (scan, i));
}

static void
run_passes (BlScan *scan)
{
  bl_find_known_names (scan);
  bl_find_dates (scan);
  bl_find_surfaces (scan);
  bl_find_treaties_again (scan);
  bl_find_titles (scan);
  bl_find_names (scan);
  bl_link_titles (scan);
  bl_resolve_persons (scan);
  bl_resolve_offices (scan);
  bl_find_pronouns (scan);
  free_dropped (scan);
  bl_find_quantities (scan);
}

BlMentions *
bl_mentions_find (const BlMentionFinder *finder, const BlArticle *article)
{
  BlMentions *mentions = g_new0 (BlMentions, 1);
  mentions->arena = bl_arena_new ();
  g_autoptr (BlArena) arena = bl_arena_new (); /* of the passes */
  BlScan scan = { .finder = finder,
                  .kb = finder->kb,
                  .article = article,
                  .document = article->document,
                  .text = bl_document_text (article->document, NULL),
                  .day = bl_date_range (article->published),
                  .arena = arena,
                  .drafts = g_ptr_array_new (),
                  .named_rightly = g_hash_table_new (NULL, NULL),
                  .led = g_hash_table_new (NULL, NULL) };
  bl_tokens_read (&scan.tokens, finder->lexicon, scan.document, scan.arena);
  read_cases (&scan);
  run_passes (&scan);

  mentions->n_skipped = scan.tokens.n_skipped;
  drop_crowded (&scan, mentions);
  copy_drafts (&scan, mentions);
  count_sentences (&scan, mentions);
  bl_list_proper_words (&scan, mentions);
  bl_arena_seal (mentions->arena);

  bl_tokens_clear (&scan.tokens);
  g_array_unref (scan.entities);
  g_free (scan.first_entity);
  g_ptr_array_unref (scan.drafts);
  g_hash_table_unref (scan.named_rightly);
  g_hash_table_unref (scan.led);
  g_clear_pointer (&scan.stemmer, bl_stemmer_free);
  return mentions;
}
